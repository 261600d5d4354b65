//! Instances: looking at an address, keeping it, looking again, forgetting it. Owns no parsing (`profile`) and
//! no endpoint (`directus`).

use std::path::PathBuf;

use super::{ConnectionSettings, Error, Service, SignOutOutcome};
use crate::{
    address::{HttpPolicy, ProxySetting, ServerUrl},
    directus::{Generation, Providers},
    import::{ImportCandidate, import_candidates},
    profile::{Profile, ProfileId, Project},
    vault,
};

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

/// An instance that was looked at and not yet kept.
#[derive(Debug, Clone)]
pub struct Preview {
    /// Its cleaned address.
    pub url: ServerUrl,
    /// Its public face.
    pub project: Project,
    /// Its generation.
    pub generation: Generation,
    /// How one signs in there.
    pub providers: Providers,
    /// The options it was looked at with.
    pub options: AddOptions,
}

impl Service {
    /// Looks at an address without keeping anything: cleaned, then `GET /server/ping`, `/server/info`, `/auth`.
    pub async fn probe(&self, address: &str, options: AddOptions) -> Result<Preview, Error> {
        let policy = if options.allow_http {
            HttpPolicy::Allowed
        } else {
            HttpPolicy::LoopbackOnly
        };
        let url = ServerUrl::parse(address, policy)?;
        let loaded = self.profiles().await?;

        if let Some(kept) = loaded.profiles.iter().find(|profile| profile.url == url) {
            return Err(Error::AlreadyAdded(kept.name.clone()));
        }

        let client = self
            .new_client(url.clone(), options.connection_settings())
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
    pub async fn import_candidates(&self, path: PathBuf) -> Result<Vec<ImportCandidate>, Error> {
        self.off_thread(move |store| match store.read_settings(&path) {
            Ok(text) => Ok(import_candidates(&text)),
            Err(error) => Err(Error::SettingsFile {
                reason: error.to_string(),
                path,
            }),
        })
        .await
    }

    /// Keeps an instance that was looked at, under `name` or else the project's own.
    pub async fn add(&self, preview: Preview, name: Option<String>) -> Result<Profile, Error> {
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

        // Another process may have kept the same address since the probe.
        self.edit_profiles(move |profiles| {
            let twin = profiles.iter().find(|kept| kept.url == profile.url);

            match twin {
                Some(kept) => Err(Error::AlreadyAdded(kept.name.clone())),
                None => Ok(profiles.put(profile).clone()),
            }
        })
        .await?
    }

    /// Looks at a kept instance again. The profile's cached face is updated when it changed.
    pub async fn refresh_project(&self, id: &ProfileId) -> Result<(Profile, Providers), Error> {
        let mut profile = self.profile(id).await?;
        let client = self.client(&profile).await?;
        let (info, providers) = tokio::try_join!(client.server_info(), client.providers())?;

        if profile.project != info.project {
            let project = info.project.clone();
            self.update_details(id, move |kept| kept.project = project)
                .await;
            profile.project = info.project;
        }

        Ok((profile, providers))
    }

    /// The logo of an instance that is not kept yet, as raw, untrusted image bytes.
    pub async fn preview_logo(&self, preview: &Preview) -> Option<Vec<u8>> {
        let asset = preview.project.logo.as_deref()?;
        let client = self
            .new_client(preview.url.clone(), preview.options.connection_settings())
            .await
            .ok()?;

        client.asset(asset).await.ok()
    }

    /// Removes a profile: signs out as far as possible, then forgets it. A keyring that does not answer stops it
    /// when somebody was signed in: the session would stay behind where nobody looks for it. Begun, it is done to its
    /// end, also when the caller stops waiting.
    pub async fn remove(&self, id: &ProfileId) -> Result<SignOutOutcome, Error> {
        let (service, id) = (self.clone(), id.clone());

        self.run_to_completion(Box::pin(async move { service.remove_now(&id).await }))
            .await
    }

    async fn remove_now(&self, id: &ProfileId) -> Result<SignOutOutcome, Error> {
        let outcome = match self.sign_out(id).await {
            Ok(outcome) => outcome,
            Err(Error::Vault(vault::Error::Unavailable(_)))
                if self.profile(id).await?.account.is_none() =>
            {
                SignOutOutcome::NoSession
            }
            Err(error) => return Err(error),
        };
        self.delete_profile(id).await?;

        Ok(outcome)
    }

    /// Drops the profile and its files.
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
}
