//! Locking the maps of `service`. Owns the one decision that a poisoned map is used all the same.

use std::sync::{Mutex, MutexGuard, PoisonError};

/// A poisoned map is still a map: the panic that poisoned it was reported where it happened.
pub(super) fn lock_ignoring_poison<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
