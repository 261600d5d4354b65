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
    /// Locked, and it was not unlocked: the caller offers to try again with [`PROMPT_TIMEOUT`].
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

/// How long a silent call may take. A call with no longer limit than this never asks to unlock a keyring
/// only to learn that it holds nothing.
pub const SILENT_TIMEOUT: Duration = Duration::from_secs(3);
/// How long a call may take while the person may be typing the keyring's password.
pub const PROMPT_TIMEOUT: Duration = Duration::from_secs(120);

/// The keyring. Cheap to clone; all clones share one thread.
///
/// The thread is started by the first call. While it is stuck in one call (an unlock prompt is open, the service
/// hangs), later calls wait behind it, each no longer than its own limit; if the service dies meanwhile, a new
/// thread goes on. Reads whose caller has left are skipped when their turn comes; writes and deletes are not,
/// because a refreshed token is the only copy there is.
#[derive(Debug, Clone)]
pub struct Vault {
    storage: Storage,
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
        }
    }

    /// A keyring in memory, for tests of the layers above.
    pub fn in_memory() -> Self {
        Self {
            storage: Storage::Memory(Arc::new(Memory::default())),
        }
    }

    /// Makes every later call of an in-memory vault fail with this, or work again. For tests and demonstrations;
    /// does nothing to the real keyring.
    pub fn set_error(&self, error: Option<Error>) {
        if let Storage::Memory(memory) = &self.storage {
            memory.set_error(error);
        }
    }

    /// Reads a profile's record.
    pub async fn read(&self, id: &ProfileId, limit: Duration) -> Lookup {
        let answer = match &self.storage {
            Storage::Keyring(queue) => queue.call(id.as_str(), Action::Read, limit).await,
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
    /// `TimedOut` means that the outcome is not known: the write stays queued and is done as soon as the keyring
    /// answers again, unless a later write or delete of the same profile took its place. It is lost if the
    /// process ends before. So a refreshed token is written with [`PROMPT_TIMEOUT`], is kept in memory until `Ok`, and
    /// is written again after any trouble.
    pub async fn write(
        &self,
        id: &ProfileId,
        record: &Secret,
        label: &str,
        limit: Duration,
    ) -> Result<(), Error> {
        match &self.storage {
            Storage::Keyring(queue) => {
                let action = Action::Write {
                    record: record.clone(),
                    label: format!("{}: {label}", crate::identity::PRODUCT),
                };
                queue.call(id.as_str(), action, limit).await.map(drop)
            }
            Storage::Memory(memory) => memory.write(id.as_str(), record),
        }
    }

    /// Deletes a profile's record and verifies that it is gone (S-42). Absent is success. `TimedOut` as in
    /// [`Self::write`].
    pub async fn delete(&self, id: &ProfileId, limit: Duration) -> Result<(), Error> {
        match &self.storage {
            Storage::Keyring(queue) => queue
                .call(id.as_str(), Action::Delete, limit)
                .await
                .map(drop),
            Storage::Memory(memory) => memory.delete(id.as_str()),
        }
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
            .write(&one, &Secret::from("first"), "One", SILENT_TIMEOUT)
            .await
            .unwrap();

        assert!(
            matches!(vault.read(&one, SILENT_TIMEOUT).await, Lookup::Found(record) if record.expose() == "first")
        );
        assert!(matches!(
            vault.read(&two, SILENT_TIMEOUT).await,
            Lookup::Absent
        ));
        vault.delete(&two, SILENT_TIMEOUT).await.unwrap();

        vault.set_error(Some(Error::Locked));
        assert!(matches!(
            vault.read(&one, SILENT_TIMEOUT).await,
            Lookup::Failed(Error::Locked)
        ));
        assert_eq!(vault.delete(&one, SILENT_TIMEOUT).await, Err(Error::Locked));

        vault.set_error(None);
        assert!(matches!(
            vault.read(&one, SILENT_TIMEOUT).await,
            Lookup::Found(_)
        ));
        vault.delete(&one, SILENT_TIMEOUT).await.unwrap();
        assert!(matches!(
            vault.read(&one, SILENT_TIMEOUT).await,
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
