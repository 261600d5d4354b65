//! The keyring's thread and the line of calls before it. Keyring calls block, for as long as an unlock prompt is
//! open, and the D-Bus client inside must not run within an async runtime: so one plain thread makes the calls
//! and every caller waits outside, no longer than its own limit. Knows no keyring.

use std::{
    collections::VecDeque,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread,
    time::{Duration, Instant},
};

use tokio::sync::oneshot;

use crate::secret::Secret;

use super::{PROMPTED, SILENT, Trouble};

/// What the thread talks to. Made on the thread, used on the thread, dropped on the thread.
pub(super) trait Backend {
    /// `None` only when the keyring is open and holds no such record. `may_prompt` is whether it may ask to
    /// unlock just to find that out.
    fn read(&mut self, id: &str, may_prompt: bool) -> Answer;
    /// Creates or replaces.
    fn write(&mut self, id: &str, record: &Secret, label: &str) -> Result<(), Trouble>;
    /// Deletes and looks whether it is gone.
    fn delete(&mut self, id: &str, may_prompt: bool) -> Result<(), Trouble>;
}

/// `None` is "there is none"; writes and deletes answer it too.
pub(super) type Answer = Result<Option<Secret>, Trouble>;

#[derive(Debug)]
pub(super) enum Action {
    Read,
    Write { record: Secret, label: String },
    Delete,
}

/// The caller's side. Dropped, the thread finishes the writes and deletes that are queued and ends.
pub(super) struct Queue {
    shared: Arc<Shared>,
}

struct Shared {
    state: Mutex<State>,
    wake: Condvar,
    open: Box<dyn Fn() -> Box<dyn Backend> + Send + Sync>,
}

#[derive(Default)]
struct State {
    jobs: VecDeque<Job>,
    /// Number of the thread that may take jobs; an older one ends when its call returns.
    current: u64,
    running: bool,
    busy_since: Option<Instant>,
    declined: bool,
    closed: bool,
}

struct Job {
    id: String,
    action: Action,
    may_prompt: bool,
    reply: oneshot::Sender<Answer>,
}

impl Job {
    fn is_read(&self) -> bool {
        matches!(self.action, Action::Read)
    }

    fn abandoned(&self) -> bool {
        self.reply.is_closed()
    }
}

/// How many threads may be left behind in calls that never return.
const MAX_LEFT_BEHIND: u64 = 4;

impl Queue {
    pub(super) fn new(open: impl Fn() -> Box<dyn Backend> + Send + Sync + 'static) -> Self {
        Self {
            shared: Arc::new(Shared {
                state: Mutex::default(),
                wake: Condvar::new(),
                open: Box::new(open),
            }),
        }
    }

    /// Puts a call in the line and waits for the answer, no longer than `limit`.
    pub(super) async fn ask(&self, id: &str, action: Action, limit: Duration) -> Answer {
        let (reply, answer) = oneshot::channel();
        self.submit(Job {
            id: id.to_owned(),
            action,
            may_prompt: limit > SILENT,
            reply,
        })?;

        match tokio::time::timeout(limit, answer).await {
            Ok(Ok(answer)) => answer,
            Ok(Err(_)) => Err(Trouble::Unavailable(
                "the keyring's thread ended".to_owned(),
            )),
            Err(_) => Err(Trouble::TimedOut),
        }
    }

    /// Lets prompts appear again, and leaves a thread behind that has been stuck for too long.
    pub(super) fn retry(&self) {
        let mut state = self.shared.state();
        state.declined = false;
        let stuck = state
            .busy_since
            .is_some_and(|since| since.elapsed() > PROMPTED);
        if stuck && state.current < MAX_LEFT_BEHIND {
            state.current += 1;
            state.running = false;
            state.busy_since = None;
            tracing::warn!("a keyring call does not return; going on without it");
            if !state.jobs.is_empty() {
                let _ = self.start(&mut state);
            }
        }
    }

    fn submit(&self, job: Job) -> Result<(), Trouble> {
        let mut state = self.shared.state();
        if state.declined {
            return Err(Trouble::Denied);
        }
        // A stuck keyring must not gather calls without end: reads nobody waits for go, and of the writes nobody
        // waits for only the last of each profile is kept.
        state.jobs.retain(|queued| {
            let superseded = queued.is_read() || (!job.is_read() && queued.id == job.id);
            !(queued.abandoned() && superseded)
        });
        if !state.running {
            self.start(&mut state)?;
        }
        state.jobs.push_back(job);
        drop(state);
        self.shared.wake.notify_all();

        Ok(())
    }

    fn start(&self, state: &mut State) -> Result<(), Trouble> {
        let shared = Arc::clone(&self.shared);
        let number = state.current;
        let _detached = thread::Builder::new()
            .name("keyring".to_owned())
            .spawn(move || serve(&shared, number))
            .map_err(|error| Trouble::Unavailable(error.to_string()))?;
        state.running = true;

        Ok(())
    }
}

impl Drop for Queue {
    fn drop(&mut self) {
        self.shared.state().closed = true;
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

    /// The next job worth doing; `None` ends the thread.
    fn next(&self, number: u64) -> Option<Job> {
        let mut state = self.state();
        loop {
            if state.current != number {
                return None;
            }
            state.busy_since = None;
            while let Some(job) = state.jobs.pop_front() {
                let later_one = |other: &Job| !other.is_read() && other.id == job.id;
                if job.abandoned() && (job.is_read() || state.jobs.iter().any(later_one)) {
                    continue;
                }
                if state.declined {
                    finish(job, Err(Trouble::Denied));
                    continue;
                }
                state.busy_since = Some(Instant::now());
                return Some(job);
            }
            if state.closed {
                return None;
            }
            state = self
                .wake
                .wait(state)
                .unwrap_or_else(PoisonError::into_inner);
        }
    }
}

fn serve(shared: &Shared, number: u64) {
    let mut backend = None;
    while let Some(job) = shared.next(number) {
        // A panic in a keyring client costs one call: the next one gets a new client.
        let answer = catch_unwind(AssertUnwindSafe(|| {
            perform(&mut **backend.get_or_insert_with(|| (shared.open)()), &job)
        }))
        .unwrap_or_else(|_| {
            backend = None;
            Err(Trouble::Unavailable("the keyring client failed".to_owned()))
        });
        if matches!(answer, Err(Trouble::Denied)) {
            shared.state().declined = true;
        }
        finish(job, answer);
    }
}

fn perform(backend: &mut dyn Backend, job: &Job) -> Answer {
    match &job.action {
        Action::Read => backend.read(&job.id, job.may_prompt),
        Action::Write { record, label } => backend.write(&job.id, record, label).map(|()| None),
        Action::Delete => backend.delete(&job.id, job.may_prompt).map(|()| None),
    }
}

fn finish(job: Job, answer: Answer) {
    let read = job.is_read();
    if let Err(Err(trouble)) = job.reply.send(answer)
        && !read
    {
        // The caller was told "not known" and keeps its copy in memory.
        tracing::warn!(%trouble, "a late keyring write failed");
    }
}

#[cfg(test)]
#[path = "queue_tests.rs"]
mod tests;
