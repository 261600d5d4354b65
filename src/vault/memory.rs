//! A keyring that forgets: for tests and demonstrations of what stands above the vault.

use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

use crate::secret::Secret;

use super::Trouble;

/// Records in memory, and the trouble every call is to meet.
#[derive(Debug, Default)]
pub(super) struct Memory {
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    records: HashMap<String, Secret>,
    trouble: Option<Trouble>,
}

impl Memory {
    pub(super) fn set_trouble(&self, trouble: Option<Trouble>) {
        self.state().trouble = trouble;
    }

    pub(super) fn read(&self, id: &str) -> Result<Option<Secret>, Trouble> {
        Ok(self.healthy()?.records.get(id).cloned())
    }

    pub(super) fn write(&self, id: &str, record: &Secret) -> Result<(), Trouble> {
        let _ = self
            .healthy()?
            .records
            .insert(id.to_owned(), record.clone());

        Ok(())
    }

    pub(super) fn delete(&self, id: &str) -> Result<(), Trouble> {
        let _ = self.healthy()?.records.remove(id);

        Ok(())
    }

    fn healthy(&self) -> Result<MutexGuard<'_, State>, Trouble> {
        let state = self.state();
        match &state.trouble {
            None => Ok(state),
            Some(trouble) => Err(trouble.clone()),
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
