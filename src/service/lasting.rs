//! Work that must not be cut in half: a rotated token that is not kept is a lost session. The window's own
//! runtime drops its tasks when it closes, so such work runs on one that outlives it. The command line needs none:
//! it waits for what it began.

use std::{
    sync::{Arc, OnceLock},
    thread,
    time::{Duration, Instant},
};

use super::{Error, Service};
use crate::profile::ProfileId;

/// The runtime of the window's lasting work, for the life of the process: dropping one inside another panics.
static LASTING: OnceLock<Option<tokio::runtime::Runtime>> = OnceLock::new();

impl Service {
    /// From now on, what must not be cut in half goes on even if the window closes. Called once, by the window.
    pub fn outlive_window(&self) {
        let _ = LASTING.get_or_init(|| {
            tokio::runtime::Builder::new_multi_thread()
                .worker_threads(1)
                .thread_name("lasting")
                .enable_all()
                .build()
                .inspect_err(|error| tracing::warn!(%error, "work may be cut in half at the end"))
                .ok()
        });
    }

    /// Waits until the lasting work is done, at most `limit`. Blocks: called after the window has closed.
    pub fn settle(&self, limit: Duration) {
        let deadline = Instant::now() + limit;

        while Arc::strong_count(&self.inner.lasting) > 1 && Instant::now() < deadline {
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// Removes an instance after the window has closed; [`Service::settle`] waits for it. Without the time for it, or in
    /// trouble, the instance stays.
    pub fn remove_at_the_end(&self, id: ProfileId) {
        let Some(Some(runtime)) = LASTING.get() else {
            return;
        };
        let busy = Arc::clone(&self.inner.lasting);
        let service = self.clone();

        let _removing = runtime.spawn(async move {
            if let Err(error) = service.remove(&id).await {
                tracing::warn!(%error, "the instance is not removed");
            }
            drop(busy);
        });
    }

    /// Does `work` to its end, also when the caller stops waiting.
    pub(super) async fn to_the_end<T: Send + 'static>(
        &self,
        work: impl Future<Output = Result<T, Error>> + Send + 'static,
    ) -> Result<T, Error> {
        let Some(Some(runtime)) = LASTING.get() else {
            return work.await;
        };
        let busy = Arc::clone(&self.inner.lasting);

        runtime
            .spawn(async move {
                let result = work.await;
                drop(busy);
                result
            })
            .await
            .map_err(|_| Error::Internal)?
    }
}
