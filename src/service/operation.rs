//! Which of a person's operations on a profile counts: the later one. A sign-in whose answer is slow and that the
//! person left must neither replace the session of the next one nor make it wait. Owns that order within this process;
//! between processes the profile's lock decides.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
};

use tokio::sync::watch;

use super::{
    error::Error,
    mutex::lock_ignoring_poison,
    profile_lock::{LOCK_TIMEOUT, ProfileLock, ProfileLocks},
};
use crate::{profile::ProfileId, session::Moment};

#[derive(Debug, Clone)]
pub(super) struct Operations {
    locks: ProfileLocks,
    /// The number of the last operation on each profile. A receiver that has seen its own number learns of the next.
    last: Arc<Mutex<HashMap<ProfileId, watch::Sender<u64>>>>,
}

/// A sign-in, whichever way, or a sign-out. It is begun before anything is waited for, so that the order of operations
/// is the order in which the person asked for them.
#[derive(Debug)]
pub(super) struct Operation {
    id: ProfileId,
    last: watch::Receiver<u64>,
}

/// The profile's lock, held by an operation.
#[derive(Debug)]
pub(super) struct ProfileGuard {
    operation: Operation,
    lock: ProfileLock,
}

impl Operations {
    pub(super) fn new(locks: ProfileLocks) -> Self {
        Self {
            locks,
            last: Arc::default(),
        }
    }

    /// Begins an operation, which supersedes every earlier one on this profile.
    pub(super) fn begin(&self, id: &ProfileId) -> Operation {
        let mut last = lock_ignoring_poison(&self.last);
        let sender = last
            .entry(id.clone())
            .or_insert_with(|| watch::Sender::new(0));
        sender.send_modify(|number| *number += 1);

        Operation {
            id: id.clone(),
            last: sender.subscribe(),
        }
    }

    /// Takes the profile's lock for `operation`. [`Error::Superseded`] if a later one was begun meanwhile.
    pub(super) async fn acquire(&self, operation: Operation) -> Result<ProfileGuard, Error> {
        let lock = self.locks.acquire(&operation.id, LOCK_TIMEOUT).await?;

        if operation.is_superseded() {
            return Err(Error::Superseded);
        }

        Ok(ProfileGuard { operation, lock })
    }
}

impl Operation {
    fn is_superseded(&self) -> bool {
        self.last.has_changed().unwrap_or(true)
    }

    async fn wait_until_superseded(&mut self) {
        // The sender lives as long as `Operations`, which whoever waits here holds.
        let _ = self.last.changed().await;
    }
}

impl ProfileGuard {
    /// When the lock was acquired; see [`ProfileLock::locked_at`].
    pub(super) fn locked_at(&self) -> &Moment {
        &self.lock.locked_at
    }

    /// Does `work`; `None` as soon as a later operation is begun, since that one waits for this lock.
    pub(super) async fn unless_superseded<T>(
        &mut self,
        work: impl Future<Output = T>,
    ) -> Option<T> {
        tokio::select! {
            biased;
            done = work => Some(done),
            () = self.operation.wait_until_superseded() => None,
        }
    }
}
