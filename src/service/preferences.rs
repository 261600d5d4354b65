//! The window as a whole: what the person chose for it and what it remembers. Owns the order; what may be chosen is
//! `preferences`', the files are the store's.

use super::{Error, Service};
use crate::{
    preferences::{Preferences, Remembered},
    store::{Paths, Store},
};

impl Service {
    /// What the window opens with. Reads two small files and blocks as long: call it before there is a window.
    pub fn before_window(&self) -> (Preferences, Remembered) {
        let store = &self.inner.store;

        (store.preferences(), store.remembered())
    }

    /// Keeps a choice and gives all of them back as they are kept now. An error means that it is not kept; it can
    /// still be followed until the window closes.
    pub async fn prefer(
        &self,
        change: impl FnOnce(&mut Preferences) + Send + 'static,
    ) -> Result<Preferences, Error> {
        self.on_disk(move |store| store.edit_preferences(change))
            .await
    }

    /// Remembers something about the window. Best effort.
    pub async fn remember(&self, change: impl FnOnce(&mut Remembered) + Send + 'static) {
        let remembered = self
            .on_disk(move |store| {
                Store::remember(store, change);
                Ok(())
            })
            .await;

        if let Err(error) = remembered {
            tracing::debug!(%error, "the window is not remembered");
        }
    }

    /// Where Latchkey keeps things.
    pub fn places(&self) -> &Paths {
        self.inner.store.paths()
    }
}
