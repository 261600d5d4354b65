//! The preferences of the window and what it remembers by itself. Owns when they are read and written; what may be
//! chosen is `preferences`', the files are the store's.

use super::{disk::Disk, error::Error};
use crate::{
    preferences::{Preferences, WindowState},
    store::Store,
};

#[derive(Debug, Clone)]
pub(super) struct PreferenceFiles {
    pub(super) disk: Disk,
}

impl PreferenceFiles {
    /// Reads two small files and blocks as long: call it before there is a window.
    pub(super) fn load_blocking(&self) -> (Preferences, WindowState) {
        let store = self.disk.store();

        (store.preferences(), store.window_state())
    }

    pub(super) async fn edit(
        &self,
        change: impl FnOnce(&mut Preferences) + Send + 'static,
    ) -> Result<Preferences, Error> {
        self.disk
            .on_disk(move |store| store.edit_preferences(change))
            .await
    }

    /// Best effort: a failure is only logged.
    pub(super) async fn edit_window_state(
        &self,
        change: impl FnOnce(&mut WindowState) + Send + 'static,
    ) {
        let edited = self
            .disk
            .on_disk(move |store| {
                Store::edit_window_state(store, change);
                Ok(())
            })
            .await;

        if let Err(error) = edited {
            tracing::debug!(%error, "the window is not remembered");
        }
    }
}
