//! What Latchkey can do, once, for both faces: the window and the command line call these methods and nothing
//! below them. Owns the order of steps (what is kept when), not their parts.

mod arrivals;
mod by_token;
mod doctor;
mod error;
mod instance;
mod keeping;
mod lasting;
mod own_account;
mod pictures;
mod preferences;
mod profile_settings;
mod register;
mod reset;
mod sign_in;
mod sign_out;
mod sso;
mod system;
mod tokens;
mod turn;

pub use doctor::{
    CHECK_TIMEOUT, CheckResult, ClockOffset, CompanionState, InstanceCheck, MachineCheck,
    Protection, ResetLink, ServerSeen, SignInOptions,
};
pub use error::{Error, SessionEnd};
pub use instance::{AddOptions, Preview};
pub use own_account::AccountDetails;
pub use profile_settings::ProfileChanges;
pub use register::RegistrationOutcome;
pub use reset::{MailedLinkKind, ResolvedLink};
pub use sign_in::{Credentials, SessionInfo, SessionStatus, StoredIn};
pub use sign_out::SignOutOutcome;
pub use sso::{NoRouteReason, SsoError, SsoRoute, SsoWait};
pub use tokens::IssuedToken;

pub use crate::vault::Unlock;

use std::{
    collections::HashMap,
    path::PathBuf,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use crate::{
    directus::Client,
    platform,
    profile::{Profile, ProfileId, Profiles, ProxySetting, ServerUrl},
    session::Moment,
    store::{LoadedProfiles, Store},
    vault::Vault,
};

/// The one entry to everything. Cheap to clone; all clones are the same service.
#[derive(Debug, Clone)]
pub struct Service {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    store: Store,
    vault: Vault,
    /// Sessions the keyring could not keep, for this run only.
    in_memory_sessions: Mutex<HashMap<ProfileId, keeping::InMemorySession>>,
    /// Every clock of this machine: the pure modules are handed what it says.
    clock: fn() -> Moment,
    /// The last act of the person on each profile.
    operations: Mutex<HashMap<ProfileId, tokio::sync::watch::Sender<u64>>>,
    /// Held once by each piece of work that must not be cut in half.
    unfinished_work: Arc<()>,
    sign_in_events: arrivals::SignInEvents,
    /// Clients by address and the way there: building one reads the system's certificates.
    clients: Mutex<HashMap<(ServerUrl, ConnectionSettings), Client>>,
}

/// How a server is reached: what of a profile a client is made from.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
struct ConnectionSettings {
    ca_file: Option<PathBuf>,
    proxy: ProxySetting,
}

impl ConnectionSettings {
    fn of_profile(profile: &Profile) -> Self {
        Self {
            ca_file: profile.ca_file.clone(),
            proxy: profile.proxy(),
        }
    }
}

impl Service {
    /// A service over these parts; nothing is touched yet.
    pub fn new(store: Store, vault: Vault) -> Self {
        Self::with_clock(store, vault, platform::now)
    }

    /// The same by other clocks than this machine's; for tests, which set them.
    #[doc(hidden)]
    pub fn with_clock(store: Store, vault: Vault, clock: fn() -> Moment) -> Self {
        Self {
            inner: Arc::new(Inner {
                store,
                vault,
                in_memory_sessions: Mutex::default(),
                clock,
                operations: Mutex::default(),
                unfinished_work: Arc::default(),
                sign_in_events: arrivals::SignInEvents::default(),
                clients: Mutex::default(),
            }),
        }
    }

    /// Reads the profiles.
    pub async fn profiles(&self) -> Result<LoadedProfiles, Error> {
        self.on_disk(Store::load).await
    }

    /// Finds what a person typed for PROFILE: an id, a name, or a host only one profile has.
    pub async fn find(&self, text: &str) -> Result<Profile, Error> {
        let loaded = self.on_disk(Store::load_shared).await?;

        Ok(loaded.profiles.find(text)?.clone())
    }

    /// The person asked to try the keyring again, perhaps after declining to unlock it.
    pub fn retry_keyring(&self) {
        self.inner.vault.allow_prompts();
    }

    /// Opens a web address in the person's own browser (S-36: http and https only).
    pub async fn open_browser(&self, address: url::Url) -> Result<(), crate::platform::Error> {
        tokio::task::spawn_blocking(move || crate::platform::open_browser(&address))
            .await
            .unwrap_or_else(|error| Err(crate::platform::Error::NoBrowser(error.to_string())))
    }

    fn now(&self) -> Moment {
        (self.inner.clock)()
    }

    async fn profile(&self, id: &ProfileId) -> Result<Profile, Error> {
        let loaded = self.on_disk(Store::load_shared).await?;

        loaded
            .profiles
            .get(id)
            .cloned()
            .ok_or(Error::ProfileRemoved)
    }

    async fn edit_profiles<T: Send + 'static>(
        &self,
        change: impl FnOnce(&mut Profiles) -> T + Send + 'static,
    ) -> Result<T, Error> {
        self.on_disk(move |store| store.edit(change))
            .await
            .map(|(value, _)| value)
    }

    /// Changes one profile's remembered details. They are a convenience: a full disk must not fail the call that
    /// learned them, so a failure is only logged.
    async fn update_details(
        &self,
        id: &ProfileId,
        change: impl FnOnce(&mut Profile) + Send + 'static,
    ) {
        let key = id.clone();
        let noted = self
            .edit_profiles(move |profiles| profiles.get_mut(&key).map(change))
            .await;

        if let Err(error) = noted {
            tracing::warn!(%error, "the profile's details were not saved");
        }
    }

    async fn client(&self, profile: &Profile) -> Result<Client, Error> {
        self.cached_client(&profile.url, ConnectionSettings::of_profile(profile))
            .await
    }

    /// For an instance that is kept: made once.
    async fn cached_client(
        &self,
        url: &ServerUrl,
        reach: ConnectionSettings,
    ) -> Result<Client, Error> {
        // A certificate file may be replaced while the window is open, so nothing made from one is kept.
        let is_lasting = reach.ca_file.is_none();
        let key = (url.clone(), reach);

        if let Some(client) = lock_ignoring_poison(&self.inner.clients).get(&key) {
            return Ok(client.clone());
        }

        let client = self.new_client(key.0.clone(), key.1.clone()).await?;
        if is_lasting {
            let _ = lock_ignoring_poison(&self.inner.clients).insert(key, client.clone());
        }

        Ok(client)
    }

    /// For an address that is only looked at: there may be one for each letter that is typed.
    async fn new_client(&self, url: ServerUrl, reach: ConnectionSettings) -> Result<Client, Error> {
        let ConnectionSettings { ca_file, proxy } = reach;

        self.off_thread(move |store| {
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

    async fn on_disk<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Store) -> Result<T, crate::store::Error> + Send + 'static,
    ) -> Result<T, Error> {
        self.off_thread(move |store| work(store).map_err(Error::from))
            .await
    }

    /// Disk, locks and certificate parsing block: never on the thread that paints.
    async fn off_thread<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Store) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        let store = self.inner.store.clone();

        tokio::task::spawn_blocking(move || work(&store))
            .await
            .map_err(|_| Error::Internal)?
    }
}

/// A poisoned map is still a map: the panic that poisoned it was reported where it happened.
fn lock_ignoring_poison<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
