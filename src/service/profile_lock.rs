//! The lock of a profile's tokens, between the processes of one person. Owns how long it is waited for; the file is
//! `store`'s.

use std::time::Duration;

use super::{disk::Disk, error::Error};
use crate::{profile::ProfileId, session::Moment, store::ProfileLockFile};

/// How long one process waits for another one's renewal.
pub(super) const LOCK_TIMEOUT: Duration = Duration::from_secs(10);

#[derive(Debug, Clone)]
pub(super) struct ProfileLocks {
    disk: Disk,
    clock: fn() -> Moment,
}

/// The profile's lock, held until this is dropped.
#[derive(Debug)]
pub(super) struct ProfileLock {
    pub(super) file: ProfileLockFile,
    /// When it was acquired. What a server issues for a request made under the lock is no older than this, so this
    /// moment is taken for the beginning of the tokens' life.
    pub(super) locked_at: Moment,
}

impl ProfileLocks {
    pub(super) fn new(disk: Disk, clock: fn() -> Moment) -> Self {
        Self { disk, clock }
    }

    /// Waits for the lock, at most `limit`, on a thread that may block.
    pub(super) async fn acquire(
        &self,
        id: &ProfileId,
        limit: Duration,
    ) -> Result<ProfileLock, Error> {
        let id = id.clone();
        let file = self
            .disk
            .on_disk(move |store| store.lock_profile(&id, limit))
            .await?;

        Ok(ProfileLock {
            file,
            locked_at: (self.clock)(),
        })
    }
}
