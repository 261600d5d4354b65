//! The HTTP client of each instance. Owns when one is built anew; the requests are `directus`'s.

use std::{
    collections::HashMap,
    path::PathBuf,
    sync::{Arc, Mutex},
};

use super::{disk::Disk, error::Error, mutex::lock_ignoring_poison};
use crate::{
    address::{ProxySetting, ServerUrl},
    directus::{self, Client},
    profile::Profile,
    secret::Secret,
    session::Tokens,
};

/// Clients by address and connection settings. They are shared, because building one reads the system's certificates.
#[derive(Debug, Clone)]
pub(super) struct Clients {
    disk: Disk,
    cached: Arc<Mutex<HashMap<(ServerUrl, ConnectionSettings), Client>>>,
}

/// What of a profile, besides its address, decides how its server is connected to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub(super) struct ConnectionSettings {
    pub(super) ca_file: Option<PathBuf>,
    pub(super) proxy: ProxySetting,
}

impl ConnectionSettings {
    fn of_profile(profile: &Profile) -> Self {
        Self {
            ca_file: profile.ca_file.clone(),
            proxy: profile.proxy(),
        }
    }
}

impl Clients {
    pub(super) fn new(disk: Disk) -> Self {
        Self {
            disk,
            cached: Arc::default(),
        }
    }

    pub(super) async fn for_profile(&self, profile: &Profile) -> Result<Client, Error> {
        self.cached(&profile.url, ConnectionSettings::of_profile(profile))
            .await
    }

    /// A client that is built once. One with a certificate file of its own is built for every call: the file may be
    /// replaced while the window is open.
    pub(super) async fn cached(
        &self,
        url: &ServerUrl,
        settings: ConnectionSettings,
    ) -> Result<Client, Error> {
        let is_cacheable = settings.ca_file.is_none();
        let key = (url.clone(), settings);

        if let Some(client) = lock_ignoring_poison(&self.cached).get(&key) {
            return Ok(client.clone());
        }

        let client = self.build(key.0.clone(), key.1.clone()).await?;
        if is_cacheable {
            let _ = lock_ignoring_poison(&self.cached).insert(key, client.clone());
        }

        Ok(client)
    }

    /// A client that is not cached, for an address that is only probed: while a person types, there may be one for
    /// each letter.
    pub(super) async fn build(
        &self,
        url: ServerUrl,
        settings: ConnectionSettings,
    ) -> Result<Client, Error> {
        let ConnectionSettings { ca_file, proxy } = settings;

        self.disk
            .off_thread(move |store| {
                let pem = ca_file
                    .map(|path| {
                        store
                            .read_certificates(&path)
                            .map_err(|error| Error::CaFile {
                                reason: error.to_string(),
                                path,
                            })
                    })
                    .transpose()?;

                Client::with_proxy(&url, pem.as_deref(), &proxy).map_err(Error::from)
            })
            .await
    }

    /// Ends the session of this refresh token on the profile's server.
    pub(super) async fn end_session(
        &self,
        profile: &Profile,
        refresh: &Secret,
    ) -> Result<(), directus::Error> {
        match self.for_profile(profile).await {
            Ok(client) => client.logout(refresh).await,
            Err(Error::Directus(error)) => Err(error),
            Err(error) => Err(directus::Error::Setup(error.to_string())),
        }
    }
}

/// Ends a session that nobody will hold. No caller waits for this answer, so a failure is only logged.
pub(super) async fn end_unwanted_session(client: &Client, tokens: Tokens) {
    if let Err(error) = client.logout(&tokens.refresh).await {
        tracing::warn!(%error, "a session that nobody holds stays on the server until it runs out");
    }
}
