//! Checking an added instance and this machine: what each allows and what stands in the way. Owns which questions are
//! asked and how long they may take; their words, and the lines that mend things, are `text`'s.
//!
//! Nothing that is sent changes anything on the server, signs in or is mailed to anyone, and no token is used.
//! Questions are asked side by side, so that a slow one holds no other.

mod reset_link;

pub use reset_link::ResetLink;

use std::{sync::Arc, time::Duration};

use tokio::{
    sync::Semaphore,
    task::JoinSet,
    time::{Instant, timeout_at},
};

use super::{
    clients::Clients,
    error::Error,
    sso::{COMPANION_PROTOCOL, Sso, SsoRoute},
    system,
};
use crate::{
    directus::{
        self, Client, Companion, ErrorCode, Generation, Provider, Providers, Refusal, ServerInfo,
    },
    platform::SchemeStatus,
    profile::Profile,
    vault::{self, Vault},
};

/// How long the first questions to a server may take, and again those that follow when it is a Directus.
pub const CHECK_TIMEOUT: Duration = Duration::from_secs(12);
/// How many providers are asked about at once.
const MAX_PARALLEL_PROVIDERS: usize = 4;

/// The answer to a question; `None` when it was not asked, because something before it failed.
pub type CheckResult<T> = Option<Result<T, Error>>;

/// One check of an instance.
#[derive(Debug, Clone)]
pub enum InstanceCheck {
    /// Whether anything answers at its address.
    Reachable(CheckResult<()>),
    /// How what is sent there is protected.
    Tls(CheckResult<Protection>),
    /// How this machine's clock stands to the server's.
    Clock(ClockOffset),
    /// Whether it is a Directus, and of which generation.
    Directus(CheckResult<ServerSeen>),
    /// Which link the mail for a forgotten password will hold.
    ResetLink(CheckResult<ResetLink>),
    /// How one can sign in there.
    SignIn(CheckResult<SignInOptions>),
    /// Whether a sign-in with this provider comes back to this machine; `None` for one that takes a password and
    /// needs no browser.
    SsoRoute(Provider, Option<Result<SsoRoute, Error>>),
    /// The companion.
    Companion(CheckResult<CompanionState>),
}

/// One check of this machine.
#[derive(Debug, Clone)]
pub enum MachineCheck {
    /// The keyring, tried with an entry of its own; its name, where it has one.
    Keyring(Result<Option<&'static str>, vault::Error>),
    /// Which program opens the links of mails.
    SchemeHandler(SchemeStatus),
}

/// How this machine's clock stands to the server's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClockOffset {
    /// Nobody answered.
    NotAsked,
    /// The answer did not say.
    NotReported,
    /// Ahead by so many seconds, at least; negative when it is behind.
    Ahead(i64),
}

/// How what is sent to a server is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Protection {
    /// By TLS, with a certificate this machine trusts.
    Tls,
    /// By TLS, with an authority of the profile's own (S-33).
    OwnAuthority,
    /// Not at all, but it does not leave this machine.
    SameMachine,
    /// Not at all (S-30).
    None,
}

/// What a Directus tells anybody about itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ServerSeen {
    /// Its generation.
    pub generation: Generation,
    /// Whether it has a licence, where it says so.
    pub is_licensed: Option<bool>,
}

/// How one can sign in to an instance.
#[derive(Debug, Clone)]
pub struct SignInOptions {
    /// As `GET /auth` gives them.
    pub providers: Providers,
    /// Whether it has a licence, where it says so: without one, a 12 offers no provider.
    pub is_licensed: Option<bool>,
}

/// Whether the companion is there and can be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CompanionState {
    /// It answers, and speaks this Latchkey's version of the protocol.
    Ready,
    /// It is not there.
    Absent {
        /// Whether a provider's sign-in cannot come back here without it.
        is_needed: bool,
    },
    /// It is of another version.
    OtherVersion(u64),
    /// It calls itself by another address than the profile's.
    OtherAddress(String),
    /// It offers no challenge of the method S256 (S-16).
    NoS256,
    /// It is there and says that it cannot work yet, in its own words, cleaned (503).
    NotReady(String),
}

#[derive(Debug, Clone)]
pub(super) struct Doctor {
    pub(super) clients: Clients,
    pub(super) vault: Vault,
    pub(super) sso: Sso,
}

impl Doctor {
    /// In a stable order, and within twice the time.
    pub(super) async fn check_instance_within(
        &self,
        profile: &Profile,
        timeout: Duration,
    ) -> Vec<InstanceCheck> {
        let client = match self.clients.for_profile(profile).await {
            Ok(client) => client,
            // Nothing was contacted.
            Err(error) => {
                return skipped_checks(None, Some(Err(error)), None, ClockOffset::NotAsked);
            }
        };
        let deadline = Instant::now() + timeout;
        let (info, clock) = tokio::join!(
            with_deadline(deadline, &client, client.server_info()),
            with_deadline(deadline, &client, client.clock_skew_seconds()),
        );
        let clock = match clock {
            Ok(Some(ahead)) => ClockOffset::Ahead(ahead),
            Ok(None) => ClockOffset::NotReported,
            Err(_) => ClockOffset::NotAsked,
        };

        match info {
            Ok(info) => {
                // From here on, since what came before may have taken its whole time.
                let deadline = Instant::now() + timeout;

                self.check_directus(profile, &client, &info, clock, deadline)
                    .await
            }
            Err(error) => match failed_stage(&error) {
                FailedStage::Connection => skipped_checks(Some(Err(error)), None, None, clock),
                FailedStage::Tls => skipped_checks(Some(Ok(())), Some(Err(error)), None, clock),
                FailedStage::Answer => skipped_checks(
                    Some(Ok(())),
                    Some(Ok(protection(profile))),
                    Some(Err(error)),
                    clock,
                ),
            },
        }
    }

    pub(super) async fn check_machine(&self) -> Vec<MachineCheck> {
        let (keyring, scheme) = tokio::join!(self.vault.test_round_trip(), system::scheme_status());

        vec![
            MachineCheck::Keyring(keyring),
            MachineCheck::SchemeHandler(scheme),
        ]
    }

    async fn check_directus(
        &self,
        profile: &Profile,
        client: &Client,
        info: &ServerInfo,
        clock: ClockOffset,
        deadline: Instant,
    ) -> Vec<InstanceCheck> {
        let companion_and_link = async {
            let companion = with_deadline(deadline, client, client.companion()).await;
            let page = companion
                .as_ref()
                .ok()
                .and_then(Option::as_ref)
                .and_then(|companion| companion.reset_password.clone());
            let link = reset_link::probe_reset_link(client, page.as_ref(), &profile.id);

            (companion, with_deadline(deadline, client, link).await)
        };
        let ways = async {
            let providers = with_deadline(deadline, client, client.providers()).await;
            let routes = match &providers {
                Ok(providers) => self.sso_routes(profile, client, providers, deadline).await,
                Err(_) => Vec::new(),
            };

            (providers, routes)
        };
        let ((companion, link), (providers, routes)) = tokio::join!(companion_and_link, ways);

        let is_needed = routes
            .iter()
            .any(|(_, route)| matches!(route, Some(Ok(SsoRoute::None(_)))));
        let is_licensed = info.is_licensed;
        let mut checks = vec![
            InstanceCheck::Reachable(Some(Ok(()))),
            InstanceCheck::Tls(Some(Ok(protection(profile)))),
            InstanceCheck::Clock(clock),
            InstanceCheck::Directus(Some(Ok(ServerSeen {
                generation: info.generation,
                is_licensed,
            }))),
            InstanceCheck::ResetLink(Some(link)),
            InstanceCheck::SignIn(Some(providers.map(|providers| SignInOptions {
                providers,
                is_licensed,
            }))),
        ];
        checks.extend(
            routes
                .into_iter()
                .map(|(provider, route)| InstanceCheck::SsoRoute(provider, route)),
        );
        checks.push(InstanceCheck::Companion(Some(companion_state(
            companion, is_needed,
        ))));

        checks
    }

    /// Which route each provider's sign-in can take, in the server's order.
    async fn sso_routes(
        &self,
        profile: &Profile,
        client: &Client,
        providers: &Providers,
        deadline: Instant,
    ) -> Vec<(Provider, Option<Result<SsoRoute, Error>>)> {
        let permits = Arc::new(Semaphore::new(MAX_PARALLEL_PROVIDERS));
        let mut running = JoinSet::new();

        for (index, provider) in providers.list.iter().cloned().enumerate() {
            let (sso, id, client) = (self.sso.clone(), profile.id.clone(), client.clone());
            let permits = Arc::clone(&permits);

            let _ = running.spawn(async move {
                let route = if provider.kind().takes_password() {
                    None
                } else {
                    let asked = async {
                        let _permit = permits.acquire().await.ok();
                        sso.route(&id, &provider.name).await
                    };
                    Some(with_deadline(deadline, &client, asked).await)
                };

                (index, provider, route)
            });
        }

        let mut routes = Vec::new();
        while let Some(route) = running.join_next().await {
            routes.extend(route);
        }
        routes.sort_by_key(|(index, ..)| *index);

        routes
            .into_iter()
            .map(|(_, provider, route)| (provider, route))
            .collect()
    }
}

/// The answer, or that there was none in time.
async fn with_deadline<T, E: Into<Error>>(
    deadline: Instant,
    client: &Client,
    question: impl Future<Output = Result<T, E>>,
) -> Result<T, Error> {
    match timeout_at(deadline, question).await {
        Ok(answer) => answer.map_err(Into::into),
        Err(_) => Err(Error::Directus(directus::Error::TimedOut {
            host: client.base().display_host(),
        })),
    }
}

/// How far a failed call got.
enum FailedStage {
    /// Nothing answered at the address.
    Connection,
    /// The server's certificate was not trusted, or the client could not be built.
    Tls,
    /// Something answered.
    Answer,
}

fn failed_stage(error: &Error) -> FailedStage {
    use directus::Error as Cause;

    match error {
        Error::Directus(
            Cause::Unreachable { .. }
            | Cause::TimedOut { .. }
            | Cause::Interrupted { .. }
            | Cause::ProxyCredentials,
        ) => FailedStage::Connection,
        Error::Directus(Cause::Tls { .. } | Cause::Setup(_)) => FailedStage::Tls,
        _ => FailedStage::Answer,
    }
}

fn protection(profile: &Profile) -> Protection {
    if !profile.url.is_https() {
        if profile.url.is_loopback() {
            Protection::SameMachine
        } else {
            Protection::None
        }
    } else if profile.ca_file.is_some() {
        Protection::OwnAuthority
    } else {
        Protection::Tls
    }
}

/// The checks of an instance that could not be asked further. Its providers are not known, so none is in the list.
fn skipped_checks(
    reachable: CheckResult<()>,
    tls: CheckResult<Protection>,
    directus: CheckResult<ServerSeen>,
    clock: ClockOffset,
) -> Vec<InstanceCheck> {
    vec![
        InstanceCheck::Reachable(reachable),
        InstanceCheck::Tls(tls),
        InstanceCheck::Clock(clock),
        InstanceCheck::Directus(directus),
        InstanceCheck::ResetLink(None),
        InstanceCheck::SignIn(None),
        InstanceCheck::Companion(None),
    ]
}

fn companion_state(
    companion: Result<Option<Companion>, Error>,
    is_needed: bool,
) -> Result<CompanionState, Error> {
    match companion {
        Ok(None) => Ok(CompanionState::Absent { is_needed }),
        Ok(Some(companion)) if companion.protocol_version != COMPANION_PROTOCOL => {
            Ok(CompanionState::OtherVersion(companion.protocol_version))
        }
        Ok(Some(companion)) if !companion.is_this_instance => {
            Ok(CompanionState::OtherAddress(companion.issuer))
        }
        Ok(Some(companion)) if !companion.supports_s256 => Ok(CompanionState::NoS256),
        Ok(Some(_)) => Ok(CompanionState::Ready),
        Err(Error::Directus(directus::Error::Refused(Refusal {
            code: ErrorCode::ServiceUnavailable,
            message,
            ..
        }))) => Ok(CompanionState::NotReady(message)),
        Err(error) => Err(error),
    }
}
