//! Trying the keyring out with an entry of its own: written, read, taken away. Owns that entry; those of profiles are
//! never touched.

use super::{Error, Storage, Unlock, Vault, queue::Action};
use crate::{identity, secret::Secret};

/// Names the entry. No profile's id has this form. Always the same, so that one that was left behind by a run that
/// was killed is taken away by the next.
const TRIAL_ENTRY_ID: &str = "trial-entry";
const TRIAL_CONTENT: &str =
    "This entry is there for a moment only, to see whether the keyring works.";
/// How often it is begun anew, because another process tries the keyring out in the same moment.
const MAX_ATTEMPTS: usize = 3;

impl Vault {
    /// Writes an entry, reads it, and takes it away; the name of the keyring where that can be told. Asks nobody to
    /// unlock anything: a locked keyring is found out by a silent read, and nothing is written then. Each step takes
    /// [`Timeouts::never`](super::Timeouts::never) at most.
    pub async fn test_round_trip(&self) -> Result<Option<&'static str>, Error> {
        for _ in 1..MAX_ATTEMPTS {
            if self.round_trip().await? {
                return Ok(self.name().await);
            }
        }

        match self.round_trip().await {
            Ok(true) => Ok(self.name().await),
            Ok(false) => Err(Error::Refused(
                "what was written could not be read again".to_owned(),
            )),
            Err(trouble) => Err(trouble),
        }
    }

    /// `false` when something else was there than what was written.
    async fn round_trip(&self) -> Result<bool, Error> {
        let _ = self.call_trial_entry(Action::Read).await?;
        let label = format!("{}: trial entry", identity::PRODUCT);
        let record = Secret::from(TRIAL_CONTENT);
        let written = self.call_trial_entry(Action::Write { record, label }).await;
        let read = match written {
            Ok(_) => self.call_trial_entry(Action::Read).await,
            Err(trouble) => Err(trouble),
        };
        // Whatever came of it, nothing stays.
        let deleted = self.call_trial_entry(Action::Delete).await;
        let read = read?;
        let _ = deleted?;

        Ok(read.is_some_and(|read| read.expose() == TRIAL_CONTENT))
    }

    async fn call_trial_entry(&self, action: Action) -> Result<Option<Secret>, Error> {
        match &self.storage {
            Storage::Keyring(queue) => {
                let limit = self.timeouts.never;
                queue
                    .call(TRIAL_ENTRY_ID, action, Unlock::Never, limit)
                    .await
            }
            Storage::Memory(memory) => match action {
                Action::Read => memory.read(TRIAL_ENTRY_ID),
                Action::Write { record, .. } => {
                    memory.write(TRIAL_ENTRY_ID, &record).map(|()| None)
                }
                Action::Delete => memory.delete(TRIAL_ENTRY_ID).map(|()| None),
            },
        }
    }

    async fn name(&self) -> Option<&'static str> {
        match &self.storage {
            Storage::Keyring(queue) => queue.name(self.timeouts.never).await,
            Storage::Memory(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_trial_leaves_nothing() {
        let vault = Vault::in_memory();

        assert_eq!(vault.test_round_trip().await, Ok(None));
        assert!(matches!(
            vault.call_trial_entry(Action::Read).await,
            Ok(None)
        ));
    }

    #[tokio::test]
    async fn r_13_trouble_is_told_as_it_is() {
        let vault = Vault::in_memory();

        for trouble in [
            Error::Locked,
            Error::Denied,
            Error::TimedOut,
            Error::Unavailable("no bus".to_owned()),
        ] {
            vault.set_error(Some(trouble.clone()));
            assert_eq!(vault.test_round_trip().await, Err(trouble));
        }
    }
}
