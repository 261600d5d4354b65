//! The line of calls, driven with a keyring that answers only when the test lets it.

#![expect(clippy::unwrap_used, reason = "a test may stop at once")]

use std::sync::{
    atomic::{AtomicBool, Ordering},
    mpsc,
};

use super::*;

/// Reports each call and waits for its answer.
struct Scripted {
    calls: mpsc::Sender<String>,
    answers: Arc<Mutex<mpsc::Receiver<Answer>>>,
}

impl Scripted {
    fn answer(&self, call: String) -> Answer {
        self.calls.send(call).unwrap();
        self.answers.lock().unwrap().recv().unwrap()
    }
}

impl Backend for Scripted {
    fn read(&mut self, id: &str, may_prompt: bool) -> Answer {
        self.answer(format!(
            "read {id}{}",
            if may_prompt { " may prompt" } else { "" }
        ))
    }

    fn write(&mut self, id: &str, record: &Secret, _label: &str) -> Result<(), Trouble> {
        self.answer(format!("write {id} {}", record.expose()))
            .map(drop)
    }

    fn delete(&mut self, id: &str, _may_prompt: bool) -> Result<(), Trouble> {
        self.answer(format!("delete {id}")).map(drop)
    }
}

struct Script {
    queue: Arc<Queue>,
    calls: mpsc::Receiver<String>,
    answers: mpsc::Sender<Answer>,
}

impl Script {
    fn new() -> Self {
        let (calls, calls_seen) = mpsc::channel();
        let (answers, to_give) = mpsc::channel();
        let answers_shared = Arc::new(Mutex::new(to_give));
        let queue = Queue::new(move || {
            Box::new(Scripted {
                calls: calls.clone(),
                answers: Arc::clone(&answers_shared),
            })
        });

        Self {
            queue: Arc::new(queue),
            calls: calls_seen,
            answers,
        }
    }

    async fn brief(&self, id: &str, action: Action) -> Answer {
        self.queue.ask(id, action, Duration::from_millis(30)).await
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

const NONE: Answer = Ok(None);

#[tokio::test]
async fn r_15_while_a_call_is_stuck_others_give_up_at_their_own_limit() {
    let script = Script::new();
    let started = Instant::now();

    for id in ["a", "b", "c"] {
        assert!(matches!(
            script.brief(id, Action::Read).await,
            Err(Trouble::TimedOut)
        ));
    }
    assert!(started.elapsed() < Duration::from_secs(2));
    assert_eq!(script.next_call(), "read a");
    script.answers.send(NONE).unwrap();

    // Their callers have left: the thread goes straight to a call somebody waits for.
    script
        .answers
        .send(Ok(Some(Secret::from("record"))))
        .unwrap();
    let found = script
        .queue
        .ask("d", Action::Read, PROMPTED)
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
        script.brief("a", Action::Read).await,
        Err(Trouble::TimedOut)
    ));
    for action in [
        write("first"),
        write("second"),
        Action::Read,
        write("third"),
    ] {
        assert!(matches!(
            script.brief("a", action).await,
            Err(Trouble::TimedOut)
        ));
    }
    assert!(matches!(
        script.brief("b", write("other")).await,
        Err(Trouble::TimedOut)
    ));
    assert_eq!(
        script.queue.shared.state().jobs.len(),
        2,
        "a stuck keyring must not gather calls"
    );

    for _ in 0..3 {
        script.answers.send(NONE).unwrap();
    }
    assert_eq!(script.next_call(), "read a");
    assert_eq!(script.next_call(), "write a third");
    assert_eq!(script.next_call(), "write b other");
}

#[tokio::test]
async fn r_18_a_read_behind_a_late_write_sees_it() {
    let script = Script::new();
    assert!(matches!(
        script.brief("a", Action::Read).await,
        Err(Trouble::TimedOut)
    ));
    assert!(matches!(
        script.brief("a", write("new")).await,
        Err(Trouble::TimedOut)
    ));
    let queue = Arc::clone(&script.queue);
    let reading = tokio::spawn(async move { queue.ask("a", Action::Read, PROMPTED).await });
    tokio::task::yield_now().await;
    for _ in 0..3 {
        script.answers.send(NONE).unwrap();
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
    script.answers.send(Err(Trouble::Denied)).unwrap();
    assert!(matches!(
        script.queue.ask("a", Action::Read, PROMPTED).await,
        Err(Trouble::Denied)
    ));
    assert_eq!(script.next_call(), "read a may prompt");

    for action in [Action::Read, Action::Delete, write("x")] {
        assert!(matches!(
            script.queue.ask("b", action, PROMPTED).await,
            Err(Trouble::Denied)
        ));
    }
    assert!(
        script.calls.try_recv().is_err(),
        "the keyring was not asked again"
    );

    script.queue.retry();
    script.answers.send(NONE).unwrap();
    assert!(
        script
            .queue
            .ask("a", Action::Delete, PROMPTED)
            .await
            .unwrap()
            .is_none()
    );
}

#[tokio::test]
async fn a_panic_in_the_keyring_client_costs_one_call() {
    let panics = Arc::new(AtomicBool::new(true));
    let queue = Queue::new({
        let panics = Arc::clone(&panics);
        move || -> Box<dyn Backend> {
            assert!(!panics.swap(false, Ordering::Relaxed), "on purpose");
            let (calls, seen) = mpsc::channel();
            let (answers, to_give) = mpsc::channel();
            answers.send(NONE).unwrap();
            std::mem::forget(seen);
            Box::new(Scripted {
                calls,
                answers: Arc::new(Mutex::new(to_give)),
            })
        }
    });

    assert!(matches!(
        queue.ask("a", Action::Read, SILENT).await,
        Err(Trouble::Unavailable(_))
    ));
    assert!(
        queue
            .ask("a", Action::Read, SILENT)
            .await
            .unwrap()
            .is_none()
    );
}

#[tokio::test]
async fn a_dropped_queue_still_does_its_writes() {
    let script = Script::new();
    assert!(matches!(
        script.brief("a", Action::Read).await,
        Err(Trouble::TimedOut)
    ));
    assert!(matches!(
        script.brief("a", write("last")).await,
        Err(Trouble::TimedOut)
    ));
    let Script {
        queue,
        calls,
        answers,
    } = script;
    drop(queue);
    answers.send(NONE).unwrap();
    answers.send(NONE).unwrap();

    assert_eq!(calls.iter().collect::<Vec<_>>(), ["read a", "write a last"]);
}
