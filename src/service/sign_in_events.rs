//! Notices of sessions that begin in this process, for whoever waits for one (`login --window`). Owns no session.

use std::{collections::HashMap, sync::Arc};

use tokio::sync::watch;

use super::session_store::StoredIn;
use crate::profile::ProfileId;

/// How many sign-ins each profile has had in this process, and where the last one's session is stored.
type SignIns = HashMap<ProfileId, (u64, StoredIn)>;

#[derive(Debug, Clone)]
pub(super) struct SignInEvents {
    sender: Arc<watch::Sender<SignIns>>,
}

impl Default for SignInEvents {
    fn default() -> Self {
        Self {
            sender: Arc::new(watch::Sender::new(HashMap::new())),
        }
    }
}

impl SignInEvents {
    pub(super) fn announce(&self, id: &ProfileId, stored_in: &StoredIn) {
        self.sender.send_modify(|sign_ins| {
            let count = sign_ins.get(id).map_or(0, |(count, _)| *count);
            let _ = sign_ins.insert(id.clone(), (count + 1, stored_in.clone()));
        });
    }

    /// Waits for the next sign-in of `id` after this call. Returns where its session is stored.
    pub(super) fn next(&self, id: &ProfileId) -> impl Future<Output = StoredIn> + Send + 'static {
        let mut sign_ins = self.sender.subscribe();
        let before = sign_ins.borrow().get(id).map_or(0, |(count, _)| *count);
        let (id, events) = (id.clone(), self.clone());

        async move {
            let next = sign_ins
                .wait_for(|sign_ins| sign_ins.get(&id).is_some_and(|(count, _)| *count > before))
                .await
                .ok()
                .and_then(|sign_ins| sign_ins.get(&id).map(|(_, stored_in)| stored_in.clone()));
            // Held until here, so that the sender cannot be dropped during the wait.
            drop(events);

            match next {
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

    #[tokio::test]
    async fn only_the_next_sign_in_of_that_profile_counts() {
        let events = SignInEvents::default();
        let [mine, other] =
            ["00000000000000a1", "00000000000000a2"].map(|id| ProfileId::parse(id).unwrap());

        events.announce(&mine, &StoredIn::Keyring);
        let mut next = std::pin::pin!(events.next(&mine));
        events.announce(&other, &StoredIn::Keyring);
        let early = tokio::time::timeout(Duration::from_millis(20), &mut next).await;
        assert!(early.is_err(), "neither an earlier one nor another's");

        events.announce(&mine, &StoredIn::Keyring);
        assert_eq!(next.await, StoredIn::Keyring);
    }
}
