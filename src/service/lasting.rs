//! Work that must not be cut in half: a rotated token that is not kept is a lost session. The window's own
//! runtime drops its tasks when it closes, so such work runs on one that outlives it. The command line needs none:
//! it waits for what it began.

use std::{
    sync::{Arc, OnceLock},
    thread,
    time::{Duration, Instant},
};

use super::{Error, Service};
use crate::{profile::ProfileId, session::RecordError, vault::Unlock};

/// How long a server has to end a session while the program ends.
const LOGOUT_TIMEOUT: Duration = Duration::from_secs(1);

/// The runtime of the window's lasting work, for the life of the process: dropping one inside another panics.
static BACKGROUND_RUNTIME: OnceLock<Option<tokio::runtime::Runtime>> = OnceLock::new();

impl Service {
    /// From now on, what must not be cut in half goes on even if the window closes. Called once, by the window.
    pub fn start_background_runtime(&self) {
        let _ = BACKGROUND_RUNTIME.get_or_init(|| {
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
    pub fn wait_for_background_work(&self, limit: Duration) {
        let deadline = Instant::now() + limit;

        while Arc::strong_count(&self.inner.unfinished_work) > 1 && Instant::now() < deadline {
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// Removes an instance after the window has closed; [`Service::wait_for_background_work`] waits for it. Nobody is there any more to
    /// unlock a keyring, and nothing may wait for a slow server: the server has a second to end the session, the
    /// keyring is never asked with a prompt, and then the instance is removed here in any case. What was not ended lasts
    /// on the server until it runs out; an entry in a keyring that is locked stays there, and belongs to no instance any
    /// more. A session of a later version of Latchkey is left alone, with its instance.
    pub fn remove_after_window_closed(&self, id: ProfileId) {
        let Some(Some(runtime)) = BACKGROUND_RUNTIME.get() else {
            return;
        };
        let busy = Arc::clone(&self.inner.unfinished_work);
        let service = self.clone();

        let _removing = runtime.spawn(async move {
            if let Err(error) = service.remove_without_waiting(&id).await {
                tracing::warn!(%error, "the instance is not removed");
            }
            drop(busy);
        });
    }

    async fn remove_without_waiting(&self, id: &ProfileId) -> Result<(), Error> {
        let act = self.begin_operation(id);
        let profile = self.profile(id).await?;
        let farewell = async {
            // A refresh that is under way elsewhere would bring the session back.
            let _turn = self.acquire_profile(act, &profile).await;
            match self.load_session(&profile, Unlock::Never).await {
                Ok(Some(kept)) => {
                    if let Some(refresh) = &kept.session.refresh {
                        self.end_on_server(&profile, refresh).await?;
                    }
                    Ok(())
                }
                Ok(None) => Ok(()),
                Err(error) => Err(error),
            }
        };
        match tokio::time::timeout(LOGOUT_TIMEOUT, farewell).await {
            Ok(Ok(())) => {}
            Ok(Err(Error::Record(RecordError::Newer(version)))) => {
                return Err(Error::Record(RecordError::Newer(version)));
            }
            Ok(Err(error)) => tracing::warn!(%error, "the session may last on the server"),
            Err(_) => tracing::warn!("no time to end the session on the server"),
        }

        // What needs no keyring first: that may be what does not answer.
        self.delete_profile(id).await?;
        if let Err(trouble) = self.delete_session(id, Unlock::Never).await {
            tracing::warn!(%trouble, "the removed instance's keyring entry was not deleted");
        }

        Ok(())
    }

    /// Does `work` to its end, also when the caller stops waiting.
    pub(super) async fn run_to_completion<T: Send + 'static>(
        &self,
        work: impl Future<Output = Result<T, Error>> + Send + 'static,
    ) -> Result<T, Error> {
        let Some(Some(runtime)) = BACKGROUND_RUNTIME.get() else {
            return work.await;
        };
        let busy = Arc::clone(&self.inner.unfinished_work);

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
