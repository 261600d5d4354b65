//! What Latchkey can do, once, for both faces: the window and the command line call the methods of [`Service`] and
//! nothing below them, so the types of the layers below that a face reads (errors, providers, paths) are re-exported
//! here. Owns the order of steps (what is asked, stored and deleted when), not the steps.
//!
//! [`Service`] has no logic: each of its methods (`service/entry.rs`) is one call of an owner, a type with the parts
//! that it needs and nothing else. The owners depend on each other in one direction, from the bottom of this list to
//! its top:
//!
//! | owner | file | what it does |
//! |---|---|---|
//! | `Disk` | `disk` | the list of profiles; blocking calls on threads that may block |
//! | `Clients` | `clients` | one HTTP client an instance |
//! | `ProfileLocks` | `profile_lock` | the lock of a profile's tokens between processes |
//! | `Operations` | `operation` | the later operation of a person on a profile wins |
//! | `BackgroundWork` | `background` | work that must not be cut in half |
//! | `SessionStore` | `session_store` | sessions in the keyring, or in memory |
//! | `SignInEvents` | `sign_in_events` | who waits for a sign-in learns of it |
//! | `Renewal` | `renewal` | access tokens, and their renewal under the lock |
//! | `SignIn` | `sign_in` | from a `Credential` to a stored session, whichever way |
//! | `Sso` | `sso` | the route through the browser and back |
//! | `SignOut`, `StatusCheck`, `OwnAccounts`, `MailedLinks`, `Registration`, `Instances`, `ProfileSettings`, `Pictures`, `PreferenceFiles`, `Doctor` | their own | one group of the window's pages each |

mod background;
mod clients;
mod credential;
mod disk;
mod doctor;
mod entry;
mod error;
mod instance;
mod mailed_links;
mod mutex;
mod operation;
mod own_account;
mod pictures;
mod preferences;
mod profile_lock;
mod profile_settings;
mod register;
mod renewal;
mod session_status;
mod session_store;
mod sign_in;
mod sign_in_events;
mod sign_out;
mod sso;
pub mod system;

pub use credential::Credentials;
pub use doctor::{
    CHECK_TIMEOUT, CheckResult, ClockOffset, CompanionState, InstanceCheck, MachineCheck,
    Protection, ResetLink, ServerSeen, SignInOptions,
};
pub use error::{Error, NoRouteReason, SessionEnd, SsoError};
pub use instance::{AddOptions, Preview};
pub use mailed_links::{MailedLinkKind, ResolvedLink};
pub use own_account::AccountDetails;
pub use profile_settings::ProfileChanges;
pub use register::RegistrationOutcome;
pub use renewal::IssuedToken;
pub use session_status::SessionStatus;
pub use session_store::{SessionInfo, StoredIn};
pub use sign_out::SignOutOutcome;
pub use sso::{SsoRoute, SsoWait};

pub use crate::{
    directus::{
        Error as ServerError, ErrorCode, Generation, GrantError, Provider, ProviderKind, Providers,
        Refusal, SignInActivity, TlsFault, TwoFactorSetup, Unreachable,
    },
    platform::{Error as SystemError, SchemeStatus},
    store::{Error as DiskError, LoadNotice, LoadedProfiles, Paths},
    vault::{Error as KeyringError, Unlock},
};

use std::sync::Arc;

use crate::{platform, session::Moment, store::Store, vault::Vault};

/// The one entry to everything. Cheap to clone; all clones are the same service.
#[derive(Debug, Clone)]
pub struct Service {
    owners: Arc<Owners>,
}

#[derive(Debug)]
struct Owners {
    disk: disk::Disk,
    sessions: session_store::SessionStore,
    background: background::BackgroundWork,
    sign_in_events: sign_in_events::SignInEvents,
    renewal: renewal::Renewal,
    sign_in: sign_in::SignIn,
    sso: sso::Sso,
    sign_out: sign_out::SignOut,
    status: session_status::StatusCheck,
    own_accounts: own_account::OwnAccounts,
    mailed_links: mailed_links::MailedLinks,
    registration: register::Registration,
    instances: instance::Instances,
    profile_settings: profile_settings::ProfileSettings,
    pictures: pictures::Pictures,
    preferences: preferences::PreferenceFiles,
    doctor: doctor::Doctor,
}

impl Service {
    /// The service of this user: their profiles on disk and their keyring. Neither is touched yet.
    pub fn of_this_user() -> Result<Self, Error> {
        Ok(Self::new(Store::new(Paths::discover()?), Vault::keyring()))
    }

    /// A service over these parts; nothing is touched yet.
    pub fn new(store: Store, vault: Vault) -> Self {
        Self::with_clock(store, vault, platform::now)
    }

    /// The same by other clocks than this machine's; for tests, which set them.
    #[doc(hidden)]
    pub fn with_clock(store: Store, vault: Vault, clock: fn() -> Moment) -> Self {
        Self {
            owners: Arc::new(Owners::new(store, vault, clock)),
        }
    }
}

impl Owners {
    #[expect(
        clippy::too_many_lines,
        reason = "one expression that hands every owner its parts"
    )]
    fn new(store: Store, vault: Vault, clock: fn() -> Moment) -> Self {
        let disk = disk::Disk::new(store);
        let clients = clients::Clients::new(disk.clone());
        let locks = profile_lock::ProfileLocks::new(disk.clone(), clock);
        let operations = operation::Operations::new(locks.clone());
        let background = background::BackgroundWork::default();
        let sign_in_events = sign_in_events::SignInEvents::default();
        let sessions = session_store::SessionStore::new(disk.clone(), locks.clone(), vault.clone());
        let renewal = renewal::Renewal {
            disk: disk.clone(),
            clients: clients.clone(),
            locks: locks.clone(),
            sessions: sessions.clone(),
            background: background.clone(),
            clock,
        };
        let sign_in = sign_in::SignIn {
            disk: disk.clone(),
            clients: clients.clone(),
            operations: operations.clone(),
            sessions: sessions.clone(),
            background: background.clone(),
            events: sign_in_events.clone(),
            clock,
        };
        let sso = sso::Sso {
            disk: disk.clone(),
            clients: clients.clone(),
            sign_in: sign_in.clone(),
        };
        let sign_out = sign_out::SignOut {
            disk: disk.clone(),
            clients: clients.clone(),
            operations: operations.clone(),
            sessions: sessions.clone(),
            background: background.clone(),
        };

        Self {
            status: session_status::StatusCheck {
                disk: disk.clone(),
                clients: clients.clone(),
                sessions: sessions.clone(),
                renewal: renewal.clone(),
                clock,
            },
            own_accounts: own_account::OwnAccounts {
                disk: disk.clone(),
                clients: clients.clone(),
                locks,
                sessions: sessions.clone(),
                renewal: renewal.clone(),
                background: background.clone(),
            },
            mailed_links: mailed_links::MailedLinks {
                disk: disk.clone(),
                clients: clients.clone(),
                sessions: sessions.clone(),
            },
            registration: register::Registration {
                disk: disk.clone(),
                clients: clients.clone(),
                background: background.clone(),
            },
            instances: instance::Instances {
                disk: disk.clone(),
                clients: clients.clone(),
                operations,
                sessions: sessions.clone(),
                sign_out: sign_out.clone(),
                background: background.clone(),
            },
            profile_settings: profile_settings::ProfileSettings {
                disk: disk.clone(),
                clients: clients.clone(),
            },
            pictures: pictures::Pictures {
                disk: disk.clone(),
                clients: clients.clone(),
            },
            preferences: preferences::PreferenceFiles { disk: disk.clone() },
            doctor: doctor::Doctor {
                clients,
                vault,
                sso: sso.clone(),
            },
            disk,
            sessions,
            background,
            sign_in_events,
            renewal,
            sign_in,
            sso,
            sign_out,
        }
    }
}
