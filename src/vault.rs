//! Where session records are kept: the operating system's keyring, on a thread of its own and with time limits.
//! A lookup has three outcomes, and only `Absent` means signed out. Owns no record format (`session`); there is no
//! fallback file.

mod memory;
mod queue;
#[cfg(all(unix, not(target_os = "macos")))]
#[path = "vault/secret_service.rs"]
mod system;
#[cfg(any(windows, target_os = "macos"))]
#[path = "vault/native.rs"]
mod system;
mod trial;

use std::{sync::Arc, time::Duration};

use crate::{profile::ProfileId, secret::Secret};

use memory::Memory;
use queue::{Action, Queue};

/// The outcome of reading a record.
#[derive(Debug, Clone)]
pub enum Lookup {
    /// The record.
    Found(Secret),
    /// The keyring answered: there is none. The only answer that means "signed out".
    Absent,
    /// The keyring could not answer; the record may well be there.
    Failed(Error),
}

/// Why the keyring could not answer or store. Never shown as "signed out", never a reason to delete anything.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// Locked, and it was not unlocked: the caller offers to try again with [`Unlock::MayPrompt`].
    #[error("the keyring is locked")]
    Locked,
    /// The person closed the unlock prompt. Remembered for this run, so that no further prompt opens.
    #[error("unlocking the keyring was declined")]
    Denied,
    /// No keyring service on this machine or bus: the caller keeps the session in memory and says so.
    /// Asked again later it may be there: nothing is remembered.
    #[error("no keyring service: {0}")]
    Unavailable(String),
    /// No answer within the limit; usually an unlock prompt is waiting for the person. After a write or delete
    /// it means "not known": the call stays queued (see [`Vault::write`]).
    #[error("the keyring did not answer in time")]
    TimedOut,
    /// The keyring refused this record (too long, read-only collection…).
    #[error("the keyring refused: {0}")]
    Refused(String),
}

/// Whether a call may ask the person to unlock the keyring, and with that how long it may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unlock {
    /// No prompt is opened only to learn that the keyring holds nothing. For calls the person did not ask for.
    Never,
    /// A prompt may open, and there is time to type a password: the person asked for this call and is there.
    MayPrompt,
    /// A prompt may open, but the caller goes on without the keyring soon: nobody may be there to answer, or the session
    /// can be kept in memory instead.
    MayPromptBriefly,
}

impl Unlock {
    /// Whether a prompt may open.
    pub fn may_prompt(self) -> bool {
        self != Self::Never
    }
}

/// How long a call may take, by its [`Unlock`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timeouts {
    /// For [`Unlock::Never`].
    pub never: Duration,
    /// For [`Unlock::MayPrompt`].
    pub may_prompt: Duration,
    /// For [`Unlock::MayPromptBriefly`].
    pub may_prompt_briefly: Duration,
}

impl Default for Timeouts {
    fn default() -> Self {
        Self {
            never: Duration::from_secs(3),
            may_prompt: Duration::from_secs(120),
            may_prompt_briefly: Duration::from_secs(30),
        }
    }
}

impl Timeouts {
    fn of(&self, unlock: Unlock) -> Duration {
        match unlock {
            Unlock::Never => self.never,
            Unlock::MayPrompt => self.may_prompt,
            Unlock::MayPromptBriefly => self.may_prompt_briefly,
        }
    }
}

/// The keyring. Cheap to clone; all clones share one thread.
///
/// The thread is started by the first call. While it is stuck in one call (an unlock prompt is open, the service
/// hangs), later calls wait behind it, each no longer than its own limit; if the service dies meanwhile, a new
/// thread goes on. Reads whose caller has left are skipped when their turn comes; writes and deletes are not,
/// because a refreshed token is the only copy there is.
#[derive(Debug, Clone)]
pub struct Vault {
    storage: Storage,
    timeouts: Timeouts,
}

#[derive(Debug, Clone)]
enum Storage {
    Keyring(Arc<Queue>),
    Memory(Arc<Memory>),
}

impl Vault {
    /// The operating system's keyring. Nothing is contacted before the first call.
    pub fn keyring() -> Self {
        Self {
            storage: Storage::Keyring(Arc::new(Queue::new(system::Keyring))),
            timeouts: Timeouts::default(),
        }
    }

    /// A keyring in memory, for tests of the layers above.
    pub fn in_memory() -> Self {
        Self {
            storage: Storage::Memory(Arc::new(Memory::default())),
            timeouts: Timeouts::default(),
        }
    }

    /// The same keyring with other timeouts; for tests, which would otherwise wait them out.
    #[doc(hidden)]
    #[must_use]
    pub fn with_timeouts(self, timeouts: Timeouts) -> Self {
        Self { timeouts, ..self }
    }

    /// Makes every later call of an in-memory vault fail with this, or work again. For tests and demonstrations;
    /// does nothing to the real keyring.
    pub fn set_error(&self, error: Option<Error>) {
        if let Storage::Memory(memory) = &self.storage {
            memory.set_error(error);
        }
    }

    /// Reads a profile's record.
    pub async fn read(&self, id: &ProfileId, unlock: Unlock) -> Lookup {
        let answer = match &self.storage {
            Storage::Keyring(queue) => self.call(queue, id, Action::Read, unlock).await,
            Storage::Memory(memory) => memory.read(id.as_str()),
        };
        match answer {
            Ok(Some(record)) => Lookup::Found(record),
            Ok(None) => Lookup::Absent,
            Err(error) => Lookup::Failed(error),
        }
    }

    /// Writes a profile's record and names it "Latchkey: `label`" for the person who looks into their keyring.
    ///
    /// The service may ask to unlock the keyring for a write in any case; `unlock` decides only how long this waits.
    ///
    /// `TimedOut` means that the outcome is not known: the write stays queued and is done as soon as the keyring
    /// answers again, unless a later write or delete of the same profile took its place. It is lost if the
    /// process ends before. So a renewed token is kept in memory until `Ok`, and is written again after any error.
    pub async fn write(
        &self,
        id: &ProfileId,
        record: &Secret,
        label: &str,
        unlock: Unlock,
    ) -> Result<(), Error> {
        match &self.storage {
            Storage::Keyring(queue) => {
                let action = Action::Write {
                    record: record.clone(),
                    label: format!("{}: {label}", crate::identity::PRODUCT),
                };
                self.call(queue, id, action, unlock).await.map(drop)
            }
            Storage::Memory(memory) => memory.write(id.as_str(), record),
        }
    }

    /// Deletes a profile's record and verifies that it is gone (S-42). Absent is success. `TimedOut` as in
    /// [`Self::write`].
    pub async fn delete(&self, id: &ProfileId, unlock: Unlock) -> Result<(), Error> {
        match &self.storage {
            Storage::Keyring(queue) => self.call(queue, id, Action::Delete, unlock).await.map(drop),
            Storage::Memory(memory) => memory.delete(id.as_str()),
        }
    }

    async fn call(
        &self,
        queue: &Queue,
        id: &ProfileId,
        action: Action,
        unlock: Unlock,
    ) -> queue::Answer {
        let limit = self.timeouts.of(unlock);

        queue.call(id.as_str(), action, unlock, limit).await
    }

    /// Lets prompts open again after the person declined one, because they asked to try again.
    pub fn allow_prompts(&self) {
        if let Storage::Keyring(queue) = &self.storage {
            queue.allow_prompts();
        }
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may stop at once")]

    use super::*;

    fn id(text: &str) -> ProfileId {
        serde_json::from_value(serde_json::Value::from(text)).unwrap()
    }

    #[tokio::test]
    async fn in_memory_keeps_profiles_apart_and_can_be_in_trouble() {
        let vault = Vault::in_memory();
        let (one, two) = (id("00000000000000a1"), id("00000000000000a2"));
        vault
            .write(&one, &Secret::from("first"), "One", Unlock::Never)
            .await
            .unwrap();

        assert!(
            matches!(vault.read(&one, Unlock::Never).await, Lookup::Found(record) if record.expose() == "first")
        );
        assert!(matches!(
            vault.read(&two, Unlock::Never).await,
            Lookup::Absent
        ));
        vault.delete(&two, Unlock::Never).await.unwrap();

        vault.set_error(Some(Error::Locked));
        assert!(matches!(
            vault.read(&one, Unlock::Never).await,
            Lookup::Failed(Error::Locked)
        ));
        assert_eq!(vault.delete(&one, Unlock::Never).await, Err(Error::Locked));

        vault.set_error(None);
        assert!(matches!(
            vault.read(&one, Unlock::Never).await,
            Lookup::Found(_)
        ));
        vault.delete(&one, Unlock::Never).await.unwrap();
        assert!(matches!(
            vault.read(&one, Unlock::Never).await,
            Lookup::Absent
        ));
    }

    #[test]
    fn s_40_debug_shows_no_record() {
        let vault = Vault::in_memory();
        let Storage::Memory(memory) = &vault.storage else {
            return;
        };
        memory.write("a", &Secret::from("correct horse")).unwrap();

        assert!(!format!("{vault:?}").contains("horse"));
    }
}
