//! Where session records are kept: the operating system's keyring, on a thread of its own and with time limits.
//! Five outcomes, and only `Absent` means signed out. Owns no record format (`session`) and no fallback file:
//! there is none.

use std::time::Duration;

use crate::{profile::ProfileId, secret::Secret};

/// What the keyring said.
#[derive(Debug, Clone)]
pub enum Lookup {
    /// The record.
    Found(Secret),
    /// The keyring answered: there is none. The only answer that means "signed out".
    Absent,
    /// It could not say; the record may well be there.
    Trouble(Trouble),
}

/// Why the keyring could not answer. Never shown as "signed out", never a reason to delete anything.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    /// Locked, and it was not unlocked: the caller offers to try again.
    #[error("the keyring is locked")]
    Locked,
    /// The person closed the unlock prompt: remembered for this run, no prompt storm.
    #[error("unlocking the keyring was declined")]
    Denied,
    /// No keyring service on this machine or bus: the caller keeps the session in memory and says so.
    #[error("no keyring service: {0}")]
    Unavailable(String),
    /// No answer within the limit; usually an unlock prompt is waiting for the person.
    #[error("the keyring did not answer in time")]
    TimedOut,
    /// It refuses this record (too long, read-only collection…).
    #[error("the keyring refused: {0}")]
    Refused(String),
}

/// How long a silent call may take.
pub const SILENT: Duration = Duration::from_secs(3);
/// How long a call may take while the person may be typing the keyring's password.
pub const PROMPTED: Duration = Duration::from_secs(120);

/// The keyring. Cheap to clone; all clones share one thread.
#[derive(Debug, Clone)]
pub struct Vault {}

impl Vault {
    /// The operating system's keyring. Nothing is contacted before the first call.
    pub fn keyring() -> Self {
        todo!()
    }

    /// A keyring in memory, for tests of what stands above.
    pub fn in_memory() -> Self {
        todo!()
    }

    /// Reads a profile's record.
    pub async fn read(&self, id: &ProfileId, limit: Duration) -> Lookup {
        let _ = (id, limit);
        todo!()
    }

    /// Writes a profile's record and names it `label` for the person who looks into their keyring.
    pub async fn write(
        &self,
        id: &ProfileId,
        record: &Secret,
        label: &str,
        limit: Duration,
    ) -> Result<(), Trouble> {
        let _ = (id, record, label, limit);
        todo!()
    }

    /// Deletes a profile's record and verifies that it is gone (S-42). Absent is success.
    pub async fn delete(&self, id: &ProfileId, limit: Duration) -> Result<(), Trouble> {
        let _ = (id, limit);
        todo!()
    }

    /// Forgets that the person declined, because they asked to try again.
    pub fn retry(&self) {
        todo!()
    }
}
