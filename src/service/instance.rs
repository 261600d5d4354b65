//! Instances: probing an address, adding it, reading it again, removing it. Owns no parsing (`profile`) and no endpoint
//! (`directus`).

use std::{path::PathBuf, time::Duration};

use super::{
    background::BackgroundWork,
    clients::{Clients, ConnectionSettings},
    disk::Disk,
    error::Error,
    operation::Operations,
    session_store::SessionStore,
    sign_out::{SignOut, SignOutOutcome},
};
use crate::{
    address::{HttpPolicy, ProxySetting, ServerUrl},
    directus::{Generation, Providers},
    import::{ImportCandidate, import_candidates},
    profile::{Profile, ProfileId, Project},
    session::RecordError,
    vault::{self, Unlock},
};

/// How long a server has to end a session while the program ends.
const LOGOUT_TIMEOUT: Duration = Duration::from_secs(1);

/// How to add an instance.
#[derive(Debug, Clone, Default)]
pub struct AddOptions {
    /// The person agreed to send secrets to this address without TLS (S-30).
    pub allow_http: bool,
    /// Certificate authorities for this instance only (S-33).
    pub ca_file: Option<PathBuf>,
    /// The proxy for this instance.
    pub proxy: ProxySetting,
}

impl AddOptions {
    fn connection_settings(&self) -> ConnectionSettings {
        ConnectionSettings {
            ca_file: self.ca_file.clone(),
            proxy: self.proxy.clone(),
        }
    }
}

/// An instance that was probed and not added yet.
#[derive(Debug, Clone)]
pub struct Preview {
    /// Its cleaned address.
    pub url: ServerUrl,
    /// What it shows to everybody.
    pub project: Project,
    /// Its generation.
    pub generation: Generation,
    /// How one signs in there.
    pub providers: Providers,
    /// The options it was probed with.
    pub options: AddOptions,
}

#[derive(Debug, Clone)]
pub(super) struct Instances {
    pub(super) disk: Disk,
    pub(super) clients: Clients,
    pub(super) operations: Operations,
    pub(super) sessions: SessionStore,
    pub(super) sign_out: SignOut,
    pub(super) background: BackgroundWork,
}

impl Instances {
    /// Cleans the address, then asks for `GET /server/ping`, `/server/info` and `/auth`. Nothing is stored.
    pub(super) async fn probe(&self, address: &str, options: AddOptions) -> Result<Preview, Error> {
        let policy = if options.allow_http {
            HttpPolicy::Allowed
        } else {
            HttpPolicy::LoopbackOnly
        };
        let url = ServerUrl::parse(address, policy)?;
        let loaded = self.disk.profiles().await?;

        if let Some(twin) = loaded.profiles.iter().find(|profile| profile.url == url) {
            return Err(Error::AlreadyAdded(twin.name.clone()));
        }

        let client = self
            .clients
            .build(url.clone(), options.connection_settings())
            .await?;
        let (info, providers) = tokio::try_join!(client.server_info(), client.providers())?;

        Ok(Preview {
            url,
            project: info.project,
            generation: info.generation,
            providers,
            options,
        })
    }

    /// The addresses that another tool's settings file names. Only the file is read; nothing is contacted (S-53).
    pub(super) async fn import_candidates(
        &self,
        path: PathBuf,
    ) -> Result<Vec<ImportCandidate>, Error> {
        self.disk
            .off_thread(move |store| match store.read_settings(&path) {
                Ok(text) => Ok(import_candidates(&text)),
                Err(error) => Err(Error::SettingsFile {
                    reason: error.to_string(),
                    path,
                }),
            })
            .await
    }

    /// Adds an instance that was probed, under `name` or else the project's own.
    pub(super) async fn add(
        &self,
        preview: Preview,
        name: Option<String>,
    ) -> Result<Profile, Error> {
        let id = ProfileId::random()?;
        let name = name
            .map(|name| name.trim().to_owned())
            .filter(|name| !name.is_empty())
            .or_else(|| preview.project.name.clone())
            .unwrap_or_else(|| preview.url.display_host());
        let mut profile = Profile {
            allow_http: preview.options.allow_http
                && !preview.url.is_https()
                && !preview.url.is_loopback(),
            ca_file: preview.options.ca_file,
            project: preview.project,
            ..Profile::new(id, name, preview.url)
        };
        profile.set_proxy(&preview.options.proxy);

        // Another process may have added the same address since the probe.
        self.disk
            .edit_profiles(move |profiles| {
                let twin = profiles.iter().find(|other| other.url == profile.url);

                match twin {
                    Some(twin) => Err(Error::AlreadyAdded(twin.name.clone())),
                    None => Ok(profiles.put(profile).clone()),
                }
            })
            .await?
    }

    /// Asks an instance again what it shows to everybody, and updates the profile if that changed.
    pub(super) async fn refresh_project(
        &self,
        id: &ProfileId,
    ) -> Result<(Profile, Providers), Error> {
        let mut profile = self.disk.profile(id).await?;
        let client = self.clients.for_profile(&profile).await?;
        let (info, providers) = tokio::try_join!(client.server_info(), client.providers())?;

        if profile.project != info.project {
            let project = info.project.clone();
            self.disk
                .update_details(id, move |profile| profile.project = project)
                .await;
            profile.project = info.project;
        }

        Ok((profile, providers))
    }

    /// The logo of an instance that is not added yet, as raw, untrusted image bytes.
    pub(super) async fn preview_logo(&self, preview: &Preview) -> Option<Vec<u8>> {
        let asset = preview.project.logo.as_deref()?;
        let client = self
            .clients
            .build(preview.url.clone(), preview.options.connection_settings())
            .await
            .ok()?;

        client.asset(asset).await.ok()
    }

    /// Signs out as far as possible, then removes the profile. A keyring that does not answer prevents the removal when
    /// somebody was signed in: their session would stay behind where nobody looks for it. Once begun, it is done to its
    /// end, also when the caller stops waiting.
    pub(super) async fn remove(&self, id: &ProfileId) -> Result<SignOutOutcome, Error> {
        let (instances, id) = (self.clone(), id.clone());

        self.background
            .run_to_completion(async move {
                let outcome = match instances.sign_out.run(&id).await {
                    Ok(outcome) => outcome,
                    Err(Error::Vault(vault::Error::Unavailable(_)))
                        if instances.disk.profile(&id).await?.account.is_none() =>
                    {
                        SignOutOutcome::NoSession
                    }
                    Err(error) => return Err(error),
                };
                instances.disk.delete_profile(&id).await?;

                Ok(outcome)
            })
            .await
    }

    /// Removes an instance after the window has closed. Nobody is there any more to unlock a keyring, and nothing may
    /// wait for a slow server: the server has [`LOGOUT_TIMEOUT`] to end the session, the keyring is never asked with a
    /// prompt, and then the instance is removed here in any case. A session that was not ended lasts on the server until
    /// it runs out. An entry in a locked keyring stays there and belongs to no instance any more.
    pub(super) fn remove_after_window_closed(&self, id: ProfileId) {
        let instances = self.clone();

        self.background.spawn(async move {
            if let Err(error) = instances.remove_without_waiting(&id).await {
                tracing::warn!(%error, "the instance is not removed");
            }
        });
    }

    async fn remove_without_waiting(&self, id: &ProfileId) -> Result<(), Error> {
        let operation = self.operations.begin(id);
        let profile = self.disk.profile(id).await?;
        let logout = async {
            // A renewal that is under way elsewhere would bring the session back.
            let _guard = self.operations.acquire(operation).await;
            match self.sessions.load(&profile, Unlock::Never).await {
                Ok(Some(stored)) => {
                    if let Some(refresh) = &stored.session.refresh {
                        self.clients.end_session(&profile, refresh).await?;
                    }
                    Ok(())
                }
                Ok(None) => Ok(()),
                Err(error) => Err(error),
            }
        };
        match tokio::time::timeout(LOGOUT_TIMEOUT, logout).await {
            Ok(Ok(())) => {}
            // The session of a later version of Latchkey is left alone, and its instance with it.
            Ok(Err(Error::Record(RecordError::Newer(version)))) => {
                return Err(Error::Record(RecordError::Newer(version)));
            }
            Ok(Err(error)) => tracing::warn!(%error, "the session may last on the server"),
            Err(_) => tracing::warn!("no time to end the session on the server"),
        }

        // The profile goes first: deleting it needs no keyring, which may be what does not answer.
        self.disk.delete_profile(id).await?;
        if let Err(error) = self.sessions.delete(id, Unlock::Never).await {
            tracing::warn!(%error, "the removed instance's keyring entry was not deleted");
        }

        Ok(())
    }
}
