//! The keyring's thread and its queue of calls. Keyring calls block for as long as an unlock prompt is open, and the
//! D-Bus client inside must not run within an async runtime: so one plain thread makes the calls, and every caller
//! waits for its answer, no longer than its own limit. Knows no keyring.

use std::{
    collections::VecDeque,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread,
    time::{Duration, Instant},
};

use tokio::{sync::oneshot, time::timeout};

use crate::secret::Secret;

use super::{Error, Unlock};

/// A keyring client. Made, used and dropped on the thread.
pub(super) trait Backend {
    /// `None` only when the keyring is open and holds no such record. `unlock` says whether it may
    /// ask to unlock the keyring just to find that out.
    fn read(&mut self, id: &str, unlock: Unlock) -> Answer;
    /// Creates or replaces.
    fn write(&mut self, id: &str, record: &Secret, label: &str) -> Result<(), Error>;
    /// Deletes, and checks that the record is gone.
    fn delete(&mut self, id: &str, unlock: Unlock) -> Result<(), Error>;
}

/// Makes the thread's keyring client.
pub(super) trait BackendFactory: Send + Sync + 'static {
    /// Called on the thread; contacts nothing.
    fn open(&self) -> Box<dyn Backend>;
    /// Identifies the running keyring service; `None` when none runs. May block: it is called on a thread of its own
    /// while a keyring call does not return.
    fn running_service(&self) -> Option<String>;
    /// The keyring's name for people, where it is known. May block, as [`BackendFactory::running_service`].
    fn name(&self) -> Option<&'static str> {
        None
    }
}

/// The record that was read; `None` when there is none, and after writes and deletes.
pub(super) type Answer = Result<Option<Secret>, Error>;

#[derive(Debug)]
pub(super) enum Action {
    Read,
    Write { record: Secret, label: String },
    Delete,
}

/// How often a caller whose call does not return checks whether the service still runs. The client waits for the answer
/// of an unlock prompt for ever, also when the service that shows the prompt has died.
const SERVICE_CHECK_INTERVAL: Duration = Duration::from_millis(500);

/// The caller's side. When it is dropped, the thread finishes the queued writes and deletes and ends.
pub(super) struct Queue {
    shared: Arc<Shared>,
}

struct Shared {
    state: Mutex<State>,
    wake: Condvar,
    factory: Box<dyn BackendFactory>,
}

#[derive(Default)]
struct State {
    jobs: VecDeque<Job>,
    /// Number of the thread that may take jobs; an older one ends when its call returns.
    thread: u64,
    is_running: bool,
    call: Option<Call>,
    prompt_declined: bool,
    is_closed: bool,
}

/// The call the thread is in.
struct Call {
    job: Job,
    since: Instant,
    /// The service that ran at the first check.
    service: Option<String>,
    is_checking_service: bool,
}

struct Job {
    id: String,
    action: Arc<Action>,
    unlock: Unlock,
    reply: oneshot::Sender<Answer>,
}

impl Job {
    fn is_read(&self) -> bool {
        matches!(*self.action, Action::Read)
    }

    fn is_abandoned(&self) -> bool {
        self.reply.is_closed()
    }

    fn send_answer(self, answer: Answer) {
        let read = self.is_read();
        if let Err(Err(error)) = self.reply.send(answer)
            && !read
        {
            // The caller got `TimedOut` and keeps its copy in memory.
            tracing::warn!(%error, "a late keyring write failed");
        }
    }
}

impl Queue {
    pub(super) fn new(source: impl BackendFactory) -> Self {
        Self {
            shared: Arc::new(Shared {
                state: Mutex::default(),
                wake: Condvar::new(),
                factory: Box::new(source),
            }),
        }
    }

    /// Queues a call and waits for its answer, no longer than `limit`.
    pub(super) async fn call(
        &self,
        id: &str,
        action: Action,
        unlock: Unlock,
        limit: Duration,
    ) -> Answer {
        let (reply, mut answer) = oneshot::channel();
        self.shared.submit(Job {
            id: id.to_owned(),
            action: Arc::new(action),
            unlock,
            reply,
        })?;
        let answered = async {
            loop {
                match timeout(SERVICE_CHECK_INTERVAL, &mut answer).await {
                    Ok(answer) => return answer,
                    Err(_) => self.shared.check_service(),
                }
            }
        };

        match timeout(limit, answered).await {
            Ok(Ok(answer)) => answer,
            Ok(Err(_)) => Err(Error::Unavailable("the keyring's thread ended".to_owned())),
            Err(_) => Err(Error::TimedOut),
        }
    }

    /// The keyring's name, read on a thread of its own.
    pub(super) async fn name(&self, limit: Duration) -> Option<&'static str> {
        let (sender, name) = oneshot::channel();
        let shared = Arc::clone(&self.shared);
        let _detached = thread::Builder::new()
            .name("keyring-name".to_owned())
            .spawn(move || sender.send(shared.factory.name()))
            .ok()?;

        timeout(limit, name).await.ok()?.ok()?
    }

    /// Lets prompts open again.
    pub(super) fn allow_prompts(&self) {
        self.shared.state().prompt_declined = false;
    }
}

impl Drop for Queue {
    fn drop(&mut self) {
        self.shared.state().is_closed = true;
        self.shared.wake.notify_all();
    }
}

impl std::fmt::Debug for Queue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Queue").finish_non_exhaustive()
    }
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn submit(self: &Arc<Self>, job: Job) -> Result<(), Error> {
        let mut state = self.state();
        if state.prompt_declined {
            return Err(Error::Denied);
        }
        // While the keyring is stuck the queue must not grow without end. Reads whose caller has left are dropped; of
        // the writes whose caller has left only the last of each profile is kept.
        state.jobs.retain(|queued| {
            let superseded = queued.is_read() || (!job.is_read() && queued.id == job.id);
            !(queued.is_abandoned() && superseded)
        });
        self.start(&mut state)?;
        state.jobs.push_back(job);
        drop(state);
        self.wake.notify_all();

        Ok(())
    }

    /// Starts the thread if none runs.
    fn start(self: &Arc<Self>, state: &mut State) -> Result<(), Error> {
        if !state.is_running {
            let shared = Arc::clone(self);
            let number = state.thread;
            let _detached = thread::Builder::new()
                .name("keyring".to_owned())
                .spawn(move || shared.serve(number))
                .map_err(|error| Error::Unavailable(error.to_string()))?;
            state.is_running = true;
        }

        Ok(())
    }

    fn serve(&self, number: u64) {
        let mut backend = None;
        while let Some((id, action, unlock)) = self.next(number) {
            // A panic in a keyring client costs one call: the next one gets a new client.
            let answer = catch_unwind(AssertUnwindSafe(|| {
                let backend = backend.get_or_insert_with(|| self.factory.open());
                match &*action {
                    Action::Read => backend.read(&id, unlock),
                    Action::Write { record, label } => {
                        backend.write(&id, record, label).map(|()| None)
                    }
                    Action::Delete => backend.delete(&id, unlock).map(|()| None),
                }
            }))
            .unwrap_or_else(|_| {
                backend = None;
                Err(Error::Unavailable("the keyring client failed".to_owned()))
            });
            let mut state = self.state();
            if state.thread != number {
                return;
            }
            if matches!(answer, Err(Error::Denied)) {
                state.prompt_declined = true;
            }
            if let Some(call) = state.call.take() {
                call.job.send_answer(answer);
            }
        }
    }

    /// The next job whose result still matters; `None` ends the thread.
    fn next(&self, number: u64) -> Option<(String, Arc<Action>, Unlock)> {
        let mut state = self.state();
        loop {
            if state.thread != number {
                return None;
            }
            while let Some(job) = state.jobs.pop_front() {
                let later_one = |other: &Job| !other.is_read() && other.id == job.id;
                if job.is_abandoned() && (job.is_read() || state.jobs.iter().any(later_one)) {
                    continue;
                }
                if state.prompt_declined {
                    job.send_answer(Err(Error::Denied));
                    continue;
                }
                let work = (job.id.clone(), Arc::clone(&job.action), job.unlock);
                state.call = Some(Call {
                    job,
                    since: Instant::now(),
                    service: None,
                    is_checking_service: false,
                });
                return Some(work);
            }
            if state.is_closed {
                return None;
            }
            state = self
                .wake
                .wait(state)
                .unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Starts a check whether the service that a stuck call waits for still runs.
    fn check_service(self: &Arc<Self>) {
        let mut state = self.state();
        let Some(call) = state.call.as_mut() else {
            return;
        };
        if call.is_checking_service || call.since.elapsed() < SERVICE_CHECK_INTERVAL / 2 {
            return;
        }
        call.is_checking_service = true;
        let since = call.since;
        drop(state);
        let shared = Arc::clone(self);
        let _detached = thread::Builder::new()
            .name("keyring-watch".to_owned())
            .spawn(move || {
                let service = shared.factory.running_service();
                shared.replace_thread_if_service_changed(since, service);
            });
    }

    /// Replaces the thread when the service of the call that began at `since` has ended or is another one now: the old
    /// thread may never return from it. The new thread repeats a write whose caller has left.
    fn replace_thread_if_service_changed(self: &Arc<Self>, since: Instant, now: Option<String>) {
        let mut state = self.state();
        let Some(call) = state.call.as_mut().filter(|call| call.since == since) else {
            return;
        };
        call.is_checking_service = false;
        if now.is_some() && (call.service.is_none() || call.service == now) {
            call.service = now;
            return;
        }
        tracing::warn!("the keyring service ended during a call");
        state.thread += 1;
        state.is_running = false;
        if let Some(call) = state.call.take() {
            if call.job.is_abandoned() {
                state.jobs.push_front(call.job);
            } else {
                call.job.send_answer(Err(Error::Unavailable(
                    "it ended during the call".to_owned(),
                )));
            }
        }
        if !state.jobs.is_empty() {
            let _ = self.start(&mut state);
        }
    }
}

#[cfg(test)]
#[path = "queue_tests.rs"]
mod tests;
