//! Work that must not be cut in half: a renewed token that is not stored is a lost session. The window's own
//! runtime drops its tasks when the window closes, so such work runs on a runtime that outlives the window. The command
//! line needs no second runtime: it waits for everything that it began. Owns that runtime and the count of what still
//! runs.

use std::{
    sync::{
        Arc, OnceLock,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use tokio::runtime::Runtime;

use super::error::Error;

/// The window's second runtime. It lives as long as the process, because a runtime that is dropped inside another one
/// panics.
static BACKGROUND_RUNTIME: OnceLock<Option<Runtime>> = OnceLock::new();

#[derive(Debug, Clone, Default)]
pub(super) struct BackgroundWork {
    /// How many pieces of work run now. All clones count together.
    running: Arc<AtomicUsize>,
}

/// Counts one piece of work until this is dropped, which a panic in the work does too.
struct Counted(Arc<AtomicUsize>);

impl Counted {
    fn new(running: &Arc<AtomicUsize>) -> Self {
        let _ = running.fetch_add(1, Ordering::SeqCst);

        Self(Arc::clone(running))
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        let _ = self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

impl BackgroundWork {
    /// From now on [`Self::run_to_completion`] goes on after the window has closed.
    pub(super) fn start_runtime() {
        let _ = BACKGROUND_RUNTIME.get_or_init(|| {
            tokio::runtime::Builder::new_multi_thread()
                .worker_threads(1)
                .thread_name("background")
                .enable_all()
                .build()
                .inspect_err(|error| tracing::warn!(%error, "work may be cut in half at the end"))
                .ok()
        });
    }

    fn runtime() -> Option<&'static Runtime> {
        BACKGROUND_RUNTIME.get().and_then(Option::as_ref)
    }

    /// Blocks until all work is done, at most `limit`.
    pub(super) fn wait(&self, limit: Duration) {
        let deadline = Instant::now() + limit;

        while self.running.load(Ordering::SeqCst) > 0 && Instant::now() < deadline {
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// Does `work` to its end, also when the caller stops waiting. It is boxed at once: with a request in it, it would
    /// make every future around it too large for a small stack.
    pub(super) fn run_to_completion<T, Work>(
        &self,
        work: Work,
    ) -> impl Future<Output = Result<T, Error>> + Send + use<T, Work>
    where
        T: Send + 'static,
        Work: Future<Output = Result<T, Error>> + Send + 'static,
    {
        let work = Box::pin(work);
        let running = Arc::clone(&self.running);

        async move {
            let Some(runtime) = Self::runtime() else {
                return work.await;
            };

            let counted = Counted::new(&running);
            runtime
                .spawn(async move {
                    let result = work.await;
                    drop(counted);
                    result
                })
                .await
                .map_err(|_| Error::Internal)?
        }
    }

    /// Begins `work` for which nobody waits but [`Self::wait`]. Does nothing without the second runtime.
    pub(super) fn spawn(&self, work: impl Future<Output = ()> + Send + 'static) {
        let Some(runtime) = Self::runtime() else {
            return;
        };
        let counted = Counted::new(&self.running);

        let _detached = runtime.spawn(async move {
            work.await;
            drop(counted);
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMIT: Duration = Duration::from_secs(30);

    #[test]
    fn r_42_the_end_waits_for_what_runs_and_no_longer() {
        let background = BackgroundWork::default();
        // Every owner has a clone of its own.
        let owner = background.clone();

        let started = Instant::now();
        background.wait(LIMIT);
        assert!(started.elapsed() < LIMIT / 2, "nothing runs");

        let counted = Counted::new(&owner.running);
        let work = thread::spawn(move || {
            thread::sleep(Duration::from_millis(100));
            drop(counted);
        });
        background.wait(LIMIT);
        let elapsed = started.elapsed();
        assert!(elapsed >= Duration::from_millis(100), "{elapsed:?}");
        assert!(elapsed < LIMIT / 2, "{elapsed:?}");
        assert!(work.join().is_ok());
    }
}
