//! Tests the keyring with an entry of its own, which is written, read and deleted. Owns that entry; profiles' entries
//! are not touched.

use super::{Error, Storage, Unlock, Vault, queue::Action};
use crate::{identity, secret::Secret};

/// The entry's id, which no profile's id can equal. Always the same, so that the next run deletes an entry that a
/// killed run left behind.
const TRIAL_ENTRY_ID: &str = "trial-entry";
const TRIAL_CONTENT: &str =
    "This entry is there for a moment only, to see whether the keyring works.";
/// How often the test is repeated, because another process may test the keyring with the same entry at the same time.
const MAX_ATTEMPTS: usize = 3;

impl Vault {
    /// Writes an entry, reads it and deletes it; returns the keyring's name where that is known. Opens no prompt: the
    /// first step is a silent read, which fails if the keyring is locked, and then nothing is written. Each step takes
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
            Err(error) => Err(error),
        }
    }

    /// `false` when something else was read than was written.
    async fn round_trip(&self) -> Result<bool, Error> {
        let _ = self.call_trial_entry(Action::Read).await?;
        let label = format!("{}: trial entry", identity::PRODUCT);
        let record = Secret::from(TRIAL_CONTENT);
        let written = self.call_trial_entry(Action::Write { record, label }).await;
        let read = match written {
            Ok(_) => self.call_trial_entry(Action::Read).await,
            Err(error) => Err(error),
        };
        // The entry is deleted even if writing or reading failed.
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

        for error in [
            Error::Locked,
            Error::Denied,
            Error::TimedOut,
            Error::Unavailable("no bus".to_owned()),
        ] {
            vault.set_error(Some(error.clone()));
            assert_eq!(vault.test_round_trip().await, Err(error));
        }
    }
}
