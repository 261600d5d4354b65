//! A keyring in memory, for tests and demonstrations of the layers above the vault.

use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

use crate::secret::Secret;

use super::Error;

/// Records in memory, and the error that every call fails with, if one is set.
#[derive(Debug, Default)]
pub(super) struct Memory {
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    records: HashMap<String, Secret>,
    error: Option<Error>,
}

impl Memory {
    pub(super) fn set_error(&self, error: Option<Error>) {
        self.state().error = error;
    }

    pub(super) fn read(&self, id: &str) -> Result<Option<Secret>, Error> {
        Ok(self.state_unless_error()?.records.get(id).cloned())
    }

    pub(super) fn write(&self, id: &str, record: &Secret) -> Result<(), Error> {
        let _ = self
            .state_unless_error()?
            .records
            .insert(id.to_owned(), record.clone());

        Ok(())
    }

    pub(super) fn delete(&self, id: &str) -> Result<(), Error> {
        let _ = self.state_unless_error()?.records.remove(id);

        Ok(())
    }

    fn state_unless_error(&self) -> Result<MutexGuard<'_, State>, Error> {
        let state = self.state();
        match &state.error {
            None => Ok(state),
            Some(error) => Err(error.clone()),
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
