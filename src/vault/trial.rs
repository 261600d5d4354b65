//! Trying the keyring out with an entry of its own: written, read, taken away. Owns that entry; those of profiles are
//! never touched.

use super::{Place, SILENT, Trouble, Vault, queue::Action};
use crate::{identity, secret::Secret};

/// Names the entry. No profile's id has this form. Always the same, so that one that was left behind by a run that
/// was killed is taken away by the next.
const ACCOUNT: &str = "trial-entry";
const CONTENT: &str = "This entry is there for a moment only, to see whether the keyring works.";
/// How often it is begun anew, because another process tries the keyring out in the same moment.
const TRIES: usize = 3;

impl Vault {
    /// Writes an entry, reads it, and takes it away; the name of the keyring where that can be told. Asks nobody to
    /// unlock anything: a locked keyring is found out by a silent read, and nothing is written then. Each step takes
    /// [`SILENT`] at most.
    pub async fn try_out(&self) -> Result<Option<&'static str>, Trouble> {
        for _ in 1..TRIES {
            if self.tried().await? {
                return Ok(self.name().await);
            }
        }

        match self.tried().await {
            Ok(true) => Ok(self.name().await),
            Ok(false) => Err(Trouble::Refused(
                "what was written could not be read again".to_owned(),
            )),
            Err(trouble) => Err(trouble),
        }
    }

    /// `false` when something else was there than what was written.
    async fn tried(&self) -> Result<bool, Trouble> {
        let _ = self.trial(Action::Read).await?;
        let label = format!("{}: trial entry", identity::PRODUCT);
        let record = Secret::from(CONTENT);
        let written = self.trial(Action::Write { record, label }).await;
        let read = match written {
            Ok(_) => self.trial(Action::Read).await,
            Err(trouble) => Err(trouble),
        };
        // Whatever came of it, nothing stays.
        let deleted = self.trial(Action::Delete).await;
        let read = read?;
        let _ = deleted?;

        Ok(read.is_some_and(|read| read.expose() == CONTENT))
    }

    async fn trial(&self, action: Action) -> Result<Option<Secret>, Trouble> {
        match &self.place {
            Place::Keyring(queue) => queue.ask(ACCOUNT, action, SILENT).await,
            Place::Memory(memory) => match action {
                Action::Read => memory.read(ACCOUNT),
                Action::Write { record, .. } => memory.write(ACCOUNT, &record).map(|()| None),
                Action::Delete => memory.delete(ACCOUNT).map(|()| None),
            },
        }
    }

    async fn name(&self) -> Option<&'static str> {
        match &self.place {
            Place::Keyring(queue) => queue.name(SILENT).await,
            Place::Memory(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_trial_leaves_nothing() {
        let vault = Vault::in_memory();

        assert_eq!(vault.try_out().await, Ok(None));
        assert!(matches!(vault.trial(Action::Read).await, Ok(None)));
    }

    #[tokio::test]
    async fn r_13_trouble_is_told_as_it_is() {
        let vault = Vault::in_memory();

        for trouble in [
            Trouble::Locked,
            Trouble::Denied,
            Trouble::TimedOut,
            Trouble::Unavailable("no bus".to_owned()),
        ] {
            vault.set_trouble(Some(trouble.clone()));
            assert_eq!(vault.try_out().await, Err(trouble));
        }
    }
}
