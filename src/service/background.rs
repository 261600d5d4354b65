//! Work that must not be cut in half: a renewed token that is not stored is a lost session. The window's own
//! runtime drops its tasks when the window closes, so such work runs on a runtime that outlives the window. The command
//! line needs no second runtime: it waits for everything that it began. Owns that runtime and the count of what still
//! runs.

use std::{
    sync::{Arc, OnceLock},
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
    /// Cloned by each piece of work for as long as it runs, so that the reference count tells how many do.
    running: Arc<()>,
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

        while Arc::strong_count(&self.running) > 1 && Instant::now() < deadline {
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

            runtime
                .spawn(async move {
                    let result = work.await;
                    drop(running);
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
        let running = Arc::clone(&self.running);

        let _detached = runtime.spawn(async move {
            work.await;
            drop(running);
        });
    }
}
