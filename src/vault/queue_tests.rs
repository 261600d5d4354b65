//! The queue of calls, with a keyring that answers only when the test says so.

#![expect(clippy::unwrap_used, reason = "a test may stop at once")]

use std::sync::{
    atomic::{AtomicBool, AtomicUsize, Ordering},
    mpsc,
};

use super::*;

/// Longer than any answer that the test has in store takes.
const AMPLE: Duration = Duration::from_secs(120);

/// What the test decides about the keyring.
#[derive(Default)]
struct Plan {
    answers: Mutex<VecDeque<Answer>>,
    service: Mutex<Option<String>>,
    opened: AtomicUsize,
    fails_to_open: AtomicBool,
}

/// Reports each call and waits for the test's answer. Gives up when a successor is opened.
struct Scripted {
    plan: Arc<Plan>,
    number: usize,
    calls: mpsc::Sender<String>,
}

impl Scripted {
    fn answer(&self, call: String) -> Answer {
        self.calls.send(call).unwrap();
        while self.plan.opened.load(Ordering::SeqCst) == self.number {
            if let Some(answer) = self.plan.answers.lock().unwrap().pop_front() {
                return answer;
            }
            thread::sleep(Duration::from_millis(1));
        }

        Err(Error::Denied)
    }
}

impl Backend for Scripted {
    fn read(&mut self, id: &str, unlock: Unlock) -> Answer {
        self.answer(format!(
            "read {id}{}",
            if unlock.may_prompt() {
                " may prompt"
            } else {
                ""
            }
        ))
    }

    fn write(&mut self, id: &str, record: &Secret, _label: &str) -> Result<(), Error> {
        self.answer(format!("write {id} {}", record.expose()))
            .map(drop)
    }

    fn delete(&mut self, id: &str, _unlock: Unlock) -> Result<(), Error> {
        self.answer(format!("delete {id}")).map(drop)
    }
}

struct ScriptedSource {
    plan: Arc<Plan>,
    calls: mpsc::Sender<String>,
}

impl BackendFactory for ScriptedSource {
    fn open(&self) -> Box<dyn Backend> {
        assert!(
            !self.plan.fails_to_open.swap(false, Ordering::SeqCst),
            "on purpose"
        );

        Box::new(Scripted {
            plan: Arc::clone(&self.plan),
            number: self.plan.opened.fetch_add(1, Ordering::SeqCst) + 1,
            calls: self.calls.clone(),
        })
    }

    fn running_service(&self) -> Option<String> {
        self.plan.service.lock().unwrap().clone()
    }
}

struct Script {
    plan: Arc<Plan>,
    queue: Arc<Queue>,
    calls: mpsc::Receiver<String>,
}

impl Script {
    fn new() -> Self {
        let plan = Arc::new(Plan::default());
        let (calls, calls_seen) = mpsc::channel();
        let queue = Arc::new(Queue::new(ScriptedSource {
            plan: Arc::clone(&plan),
            calls,
        }));
        let script = Self {
            plan,
            queue,
            calls: calls_seen,
        };
        script.set_service("first");

        script
    }

    fn set_service(&self, name: &str) {
        *self.plan.service.lock().unwrap() = Some(name.to_owned());
    }

    fn queue_answer(&self, answer: Answer) {
        self.plan.answers.lock().unwrap().push_back(answer);
    }

    async fn call_briefly(&self, id: &str, action: Action) -> Answer {
        self.queue
            .call(id, action, Unlock::Never, Duration::from_millis(30))
            .await
    }

    /// A read of "b" that waits until the stuck thread was left behind.
    async fn read_by_the_next_thread(&self) -> tokio::task::JoinHandle<Answer> {
        let queue = Arc::clone(&self.queue);
        let reading = tokio::spawn(async move {
            queue
                .call("b", Action::Read, Unlock::MayPrompt, AMPLE)
                .await
        });
        while self.plan.opened.load(Ordering::SeqCst) == 1 {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }

        reading
    }

    fn next_call(&self) -> String {
        self.calls.recv_timeout(Duration::from_secs(5)).unwrap()
    }
}

fn write(record: &str) -> Action {
    Action::Write {
        record: Secret::from(record),
        label: "x".to_owned(),
    }
}

const NO_RECORD: Answer = Ok(None);

#[tokio::test]
async fn r_15_while_a_call_is_stuck_others_give_up_at_their_own_limit() {
    let script = Script::new();
    let started = Instant::now();

    for id in ["a", "b", "c"] {
        assert!(matches!(
            script.call_briefly(id, Action::Read).await,
            Err(Error::TimedOut)
        ));
    }
    assert!(started.elapsed() < Duration::from_secs(2));
    assert_eq!(script.next_call(), "read a");
    script.queue_answer(NO_RECORD);

    // The callers of the others have left, so the thread skips to the call that has one.
    script.queue_answer(Ok(Some(Secret::from("record"))));
    let found = script
        .queue
        .call("d", Action::Read, Unlock::MayPrompt, AMPLE)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(found.expose(), "record");
    assert_eq!(script.next_call(), "read d may prompt");
}

#[tokio::test]
async fn r_18_a_write_is_done_late_though_its_caller_left_and_only_the_last_of_a_profile() {
    let script = Script::new();
    assert!(matches!(
        script.call_briefly("a", Action::Read).await,
        Err(Error::TimedOut)
    ));
    for action in [
        write("first"),
        write("second"),
        Action::Read,
        write("third"),
    ] {
        assert!(matches!(
            script.call_briefly("a", action).await,
            Err(Error::TimedOut)
        ));
    }
    assert!(matches!(
        script.call_briefly("b", write("other")).await,
        Err(Error::TimedOut)
    ));
    assert_eq!(
        script.queue.shared.state().jobs.len(),
        2,
        "a stuck keyring must not gather calls"
    );

    for _ in 0..3 {
        script.queue_answer(NO_RECORD);
    }
    assert_eq!(script.next_call(), "read a");
    assert_eq!(script.next_call(), "write a third");
    assert_eq!(script.next_call(), "write b other");
}

#[tokio::test]
async fn r_18_a_read_behind_a_late_write_sees_it() {
    let script = Script::new();
    assert!(matches!(
        script.call_briefly("a", Action::Read).await,
        Err(Error::TimedOut)
    ));
    assert!(matches!(
        script.call_briefly("a", write("new")).await,
        Err(Error::TimedOut)
    ));
    let queue = Arc::clone(&script.queue);
    let reading = tokio::spawn(async move {
        queue
            .call("a", Action::Read, Unlock::MayPrompt, AMPLE)
            .await
    });
    tokio::task::yield_now().await;
    for _ in 0..3 {
        script.queue_answer(NO_RECORD);
    }
    assert!(reading.await.unwrap().unwrap().is_none());

    assert_eq!(
        script.calls.iter().take(3).collect::<Vec<_>>(),
        ["read a", "write a new", "read a may prompt"]
    );
}

#[tokio::test]
async fn r_15_a_denial_is_remembered_until_retry() {
    let script = Script::new();
    script.queue_answer(Err(Error::Denied));
    assert!(matches!(
        script
            .queue
            .call("a", Action::Read, Unlock::MayPrompt, AMPLE)
            .await,
        Err(Error::Denied)
    ));
    assert_eq!(script.next_call(), "read a may prompt");

    for action in [Action::Read, Action::Delete, write("x")] {
        assert!(matches!(
            script
                .queue
                .call("b", action, Unlock::MayPrompt, AMPLE)
                .await,
            Err(Error::Denied)
        ));
    }
    assert!(
        script.calls.try_recv().is_err(),
        "the keyring was not asked again"
    );

    script.queue.allow_prompts();
    script.queue_answer(NO_RECORD);
    assert!(
        script
            .queue
            .call("a", Action::Delete, Unlock::MayPrompt, AMPLE)
            .await
            .unwrap()
            .is_none()
    );
}

#[tokio::test]
async fn a_panic_in_the_keyring_client_costs_one_call() {
    let script = Script::new();
    script.plan.fails_to_open.store(true, Ordering::SeqCst);
    script.queue_answer(NO_RECORD);

    let failed = script
        .queue
        .call("a", Action::Read, Unlock::Never, AMPLE)
        .await;
    assert!(matches!(failed, Err(Error::Unavailable(_))));
    assert!(
        script
            .queue
            .call("a", Action::Read, Unlock::Never, AMPLE)
            .await
            .unwrap()
            .is_none()
    );
}

#[tokio::test]
async fn a_dropped_queue_still_does_its_writes() {
    let script = Script::new();
    assert!(matches!(
        script.call_briefly("a", Action::Read).await,
        Err(Error::TimedOut)
    ));
    assert!(matches!(
        script.call_briefly("a", write("last")).await,
        Err(Error::TimedOut)
    ));
    script.queue_answer(NO_RECORD);
    script.queue_answer(NO_RECORD);
    let Script { queue, calls, .. } = script;
    drop(queue);

    assert_eq!(calls.iter().collect::<Vec<_>>(), ["read a", "write a last"]);
}

#[tokio::test]
async fn r_16_a_call_does_not_outlive_the_service_it_waits_for() {
    let script = Script::new();
    *script.plan.service.lock().unwrap() = None;

    let answer = script
        .queue
        .call("a", Action::Read, Unlock::MayPrompt, AMPLE)
        .await;
    assert!(matches!(answer, Err(Error::Unavailable(_))), "{answer:?}");
    script.set_service("next");
    let reading = script.read_by_the_next_thread().await;
    script.queue_answer(NO_RECORD);
    assert!(reading.await.unwrap().unwrap().is_none());
}

#[tokio::test]
async fn r_16_a_write_in_the_call_that_is_given_up_is_done_by_the_next_thread() {
    let script = Script::new();
    let stuck = script
        .queue
        .call(
            "a",
            write("token"),
            Unlock::Never,
            Duration::from_millis(900),
        )
        .await;
    assert!(matches!(stuck, Err(Error::TimedOut)));
    assert_eq!(script.next_call(), "write a token");

    // While the same service runs, the call goes on; when another one runs, it will never return.
    let waiting = script
        .queue
        .call("b", Action::Read, Unlock::Never, Duration::from_millis(900))
        .await;
    assert!(matches!(waiting, Err(Error::TimedOut)));
    assert_eq!(script.plan.opened.load(Ordering::SeqCst), 1);
    script.set_service("second");
    let reading = script.read_by_the_next_thread().await;
    script.queue_answer(NO_RECORD);
    script.queue_answer(NO_RECORD);

    assert!(reading.await.unwrap().unwrap().is_none());
    assert_eq!(script.next_call(), "write a token");
    assert_eq!(script.next_call(), "read b may prompt");
}
