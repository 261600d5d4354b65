//! Word of sessions that begin in this process, for who waits for one (`login --window`). Owns no session.

use std::collections::HashMap;

use tokio::sync::watch;

use super::{Service, StoredIn};
use crate::profile::ProfileId;

/// The last sign-in of each profile in this process, counted.
#[derive(Debug)]
pub(super) struct SignInEvents(watch::Sender<HashMap<ProfileId, (u64, StoredIn)>>);

impl Default for SignInEvents {
    fn default() -> Self {
        Self(watch::Sender::new(HashMap::new()))
    }
}

impl Service {
    /// Tells who waits that `id` is signed in, and where its session is kept.
    pub(super) fn announce_sign_in(&self, id: &ProfileId, stored_in: &StoredIn) {
        self.inner.sign_in_events.0.send_modify(|arrivals| {
            let count = arrivals.get(id).map_or(0, |(count, _)| *count);
            let _ = arrivals.insert(id.clone(), (count + 1, stored_in.clone()));
        });
    }

    /// Waits for the next sign-in of `id` in this process, whichever way it comes, from this call on. Returns where
    /// its session is kept. Never ends by itself: drop it.
    pub fn next_sign_in(&self, id: &ProfileId) -> impl Future<Output = StoredIn> + Send + 'static {
        let mut arrivals = self.inner.sign_in_events.0.subscribe();
        let before = arrivals.borrow().get(id).map_or(0, |(count, _)| *count);
        let (id, service) = (id.clone(), self.clone());

        async move {
            let came = arrivals
                .wait_for(|arrivals| arrivals.get(&id).is_some_and(|(count, _)| *count > before))
                .await
                .ok()
                .and_then(|arrivals| arrivals.get(&id).map(|(_, stored_in)| stored_in.clone()));
            // The sender lives as long as the service, so there always is one.
            drop(service);

            match came {
                Some(stored_in) => stored_in,
                None => std::future::pending().await,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may stop at once")]

    use std::time::Duration;

    use super::*;
    use crate::{
        store::{Paths, Store},
        vault::Vault,
    };

    #[tokio::test]
    async fn only_the_next_sign_in_of_that_profile_counts() {
        let home = tempfile::tempdir().unwrap();
        let place = |name: &str| home.path().join(name);
        let paths = Paths {
            config: place("config"),
            state: place("state"),
            cache: place("cache"),
            runtime: place("run"),
        };
        let service = Service::new(Store::new(paths), Vault::in_memory());
        let [mine, other] =
            ["00000000000000a1", "00000000000000a2"].map(|id| ProfileId::parse(id).unwrap());

        service.announce_sign_in(&mine, &StoredIn::Keyring);
        let mut next = std::pin::pin!(service.next_sign_in(&mine));
        service.announce_sign_in(&other, &StoredIn::Keyring);
        let early = tokio::time::timeout(Duration::from_millis(20), &mut next).await;
        assert!(early.is_err(), "neither an earlier one nor another's");

        service.announce_sign_in(&mine, &StoredIn::Keyring);
        assert_eq!(next.await, StoredIn::Keyring);
    }
}
