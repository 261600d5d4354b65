//! The disk as `service` uses it: the list of profiles, and every blocking call on a thread that may block. Owns no
//! path and no file format; those are `store`'s.

use std::sync::Arc;

use super::error::Error;
use crate::{
    profile::{Profile, ProfileId, Profiles},
    store::{self, LoadedProfiles, Store},
};

#[derive(Debug, Clone)]
pub(super) struct Disk {
    store: Arc<Store>,
}

impl Disk {
    pub(super) fn new(store: Store) -> Self {
        Self {
            store: Arc::new(store),
        }
    }

    /// For calls that may block where they are made.
    pub(super) fn store(&self) -> &Store {
        &self.store
    }

    pub(super) async fn profiles(&self) -> Result<LoadedProfiles, Error> {
        self.on_disk(Store::load).await
    }

    pub(super) async fn find(&self, text: &str) -> Result<Profile, Error> {
        let loaded = self.on_disk(Store::load_shared).await?;

        Ok(loaded.profiles.find(text)?.clone())
    }

    pub(super) async fn profile(&self, id: &ProfileId) -> Result<Profile, Error> {
        let loaded = self.on_disk(Store::load_shared).await?;

        loaded
            .profiles
            .get(id)
            .cloned()
            .ok_or(Error::ProfileRemoved)
    }

    pub(super) async fn edit_profiles<T: Send + 'static>(
        &self,
        change: impl FnOnce(&mut Profiles) -> T + Send + 'static,
    ) -> Result<T, Error> {
        self.on_disk(move |store| store.edit(change))
            .await
            .map(|(value, _)| value)
    }

    /// Changes one profile's remembered details. They are a convenience: a full disk must not fail the call that
    /// learned them, so a failure is only logged.
    pub(super) async fn update_details(
        &self,
        id: &ProfileId,
        change: impl FnOnce(&mut Profile) + Send + 'static,
    ) {
        let key = id.clone();
        let updated = self
            .edit_profiles(move |profiles| profiles.get_mut(&key).map(change))
            .await;

        if let Err(error) = updated {
            tracing::warn!(%error, "the profile's details were not saved");
        }
    }

    /// Removes the profile from the list, then its pictures and its lock file.
    pub(super) async fn delete_profile(&self, id: &ProfileId) -> Result<(), Error> {
        let key = id.clone();
        let _ = self
            .edit_profiles(move |profiles| profiles.remove(&key))
            .await?
            .ok_or(Error::ProfileRemoved)?;
        let key = id.clone();

        self.on_disk(move |store| {
            store.delete_files_of(&key);
            Ok(())
        })
        .await
    }

    /// Calls the store on a thread that may block.
    pub(super) async fn on_disk<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Store) -> Result<T, store::Error> + Send + 'static,
    ) -> Result<T, Error> {
        self.off_thread(move |store| work(store).map_err(Error::from))
            .await
    }

    /// The same for work that fails in other ways than the store, such as parsing certificates.
    pub(super) async fn off_thread<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Store) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        let store = Arc::clone(&self.store);

        tokio::task::spawn_blocking(move || work(&store))
            .await
            .map_err(|_| Error::Internal)?
    }
}
