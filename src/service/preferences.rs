//! The window as a whole: what the person chose for it and what it remembers. Owns the order; what may be chosen is
//! `preferences`', the files are the store's.

use super::{Error, Service};
use crate::{
    preferences::{Preferences, WindowState},
    store::{Paths, Store},
};

impl Service {
    /// What the window opens with. Reads two small files and blocks as long: call it before there is a window.
    pub fn load_preferences_blocking(&self) -> (Preferences, WindowState) {
        let store = &self.inner.store;

        (store.preferences(), store.window_state())
    }

    /// Keeps a choice and gives all of them back as they are kept now. An error means that it is not kept; it can
    /// still be followed until the window closes.
    pub async fn edit_preferences(
        &self,
        change: impl FnOnce(&mut Preferences) + Send + 'static,
    ) -> Result<Preferences, Error> {
        self.on_disk(move |store| store.edit_preferences(change))
            .await
    }

    /// Remembers something about the window. Best effort.
    pub async fn edit_window_state(&self, change: impl FnOnce(&mut WindowState) + Send + 'static) {
        let remembered = self
            .on_disk(move |store| {
                Store::edit_window_state(store, change);
                Ok(())
            })
            .await;

        if let Err(error) = remembered {
            tracing::debug!(%error, "the window is not remembered");
        }
    }

    /// Where Latchkey keeps things.
    pub fn paths(&self) -> &Paths {
        self.inner.store.paths()
    }
}
