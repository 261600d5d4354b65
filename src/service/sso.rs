//! Signing in through the system browser: which way a provider can go here, the wait, the exchange. Owns the order
//! of steps; the attempt is `sso`'s, the port `loopback`'s, the endpoints `directus`'s.

mod error;
mod relay;
mod wait;

pub use error::SsoError;
pub use wait::SsoWait;

use std::{sync::Arc, time::Instant};

use url::Url;

use self::wait::BrowserAnswer;
use super::{ConnectionSettings, Error, Service, SessionInfo, turn::end_session};
use crate::{
    directus::{Client, Companion, RedirectCheck, RelayOutcome},
    identity::COMPANION_PATH,
    loopback::{Binding, Listener, PINNED_PORTS},
    profile::{Profile, ProfileId},
    secret::Secret,
    session::{Account, Tokens},
    sso::{Attempt, Plan, Route},
};

/// The version of the companion's protocol that is spoken here.
pub(super) const COMPANION_PROTOCOL: u64 = 1;

/// Which way a sign-in with a provider can go, found out without a browser.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SsoRoute {
    /// The companion answers: any loopback port.
    HandOff,
    /// The instance is on this machine, and the server lets the browser come back to a pinned port.
    SameHost,
    /// The server takes Latchkey's port for one of its own addresses, and the person said so.
    Relay,
    /// None of these; nothing was opened.
    None(NoRouteReason),
}

/// Why a provider's sign-in cannot come back to this machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoRouteReason {
    /// A remote instance without the companion: what an administrator can do.
    NoCompanion,
    /// The companion there is of a version this Latchkey does not speak.
    CompanionVersion(u64),
    /// On this machine, but the address is not on the list: the exact line to add, such as
    /// `AUTH_CORP_REDIRECT_ALLOW_LIST=http://127.0.0.1:28517/callback`.
    RedirectNotAllowed {
        /// The settings line.
        line: String,
    },
    /// To be relayed, but the provider's answer would go elsewhere: the lines to set, and the address to register at the
    /// provider.
    NotRelayed {
        /// The settings line, such as `AUTH_ALLOWED_PUBLIC_URLS=http://127.0.0.1:28517`.
        line: String,
        /// Where the provider must be told to answer.
        callback: String,
    },
    /// The server no longer offers this provider (404).
    NotOffered,
}

/// A route with what it takes to go it.
#[derive(Debug)]
enum PlannedRoute {
    HandOff(Companion),
    SameHost(Binding),
    Relay(Binding),
    None(NoRouteReason),
}

impl Service {
    /// Finds out which way `provider` can go on this instance.
    pub async fn sso_route(&self, id: &ProfileId, provider: &str) -> Result<SsoRoute, Error> {
        let profile = self.profile(id).await?;
        let client = self.client(&profile).await?;

        Ok(match plan_route(&client, provider, &profile).await? {
            PlannedRoute::HandOff(_) => SsoRoute::HandOff,
            PlannedRoute::SameHost(_) => SsoRoute::SameHost,
            PlannedRoute::Relay(binding) => {
                match relay::begin_relay(&client, provider, &binding, None).await? {
                    Ok(_) => SsoRoute::Relay,
                    Err(why) => SsoRoute::None(why),
                }
            }
            PlannedRoute::None(why) => SsoRoute::None(why),
        })
    }

    /// Binds the port and makes the address. `otp` is the code of Directus's own second factor after
    /// `INVALID_OTP`. The caller opens the address with [`Service::open_browser`].
    pub async fn begin_sso(
        &self,
        id: &ProfileId,
        provider: &str,
        otp: Option<Secret>,
    ) -> Result<Arc<SsoWait>, Error> {
        let profile = self.profile(id).await?;
        let client = self.client(&profile).await?;
        let (route, binding, issuer) = match plan_route(&client, provider, &profile).await? {
            PlannedRoute::HandOff(companion) => {
                (Route::HandOff, Binding::hand_off(), companion.issuer)
            }
            PlannedRoute::SameHost(binding) => (Route::SameHost, binding, String::new()),
            PlannedRoute::Relay(binding) => (Route::Relay, binding, String::new()),
            PlannedRoute::None(why) => return Err(SsoError::NoRoute(why).into()),
        };
        let listener = Listener::bind(&binding).await.map_err(SsoError::from)?;
        // Only with the port in hand: the round begins at the server, and its answer comes to this very port.
        let begun = match route {
            Route::Relay => Some(
                relay::begin_relay(&client, provider, &binding, otp.as_ref())
                    .await?
                    .map_err(SsoError::NoRoute)?,
            ),
            Route::HandOff | Route::SameHost => None,
        };
        let plan = Plan {
            profile: profile.id,
            provider: provider.to_owned(),
            instance: profile.url,
            route,
            redirect_uri: listener.redirect_uri().clone(),
            issuer,
        };
        let now = Instant::now();
        let (attempt, address, held) = match begun {
            None => {
                let attempt =
                    Attempt::begin(plan, now).map_err(|error| Error::Random(error.to_string()))?;
                let address = attempt.address(otp.as_ref()).map_err(SsoError::from)?;

                (attempt, address, None)
            }
            Some(begun) => {
                let attempt = Attempt::relayed(plan, begun.state, now)
                    .map_err(|error| Error::Random(error.to_string()))?;
                let address =
                    Url::parse(begun.provider_page.expose()).map_err(|_| SsoError::ProviderName)?;

                (attempt, address, Some(begun.cookie))
            }
        };

        Ok(Arc::new(SsoWait::new(attempt, listener, address, held)))
    }

    /// Waits for the browser to come back, exchanges what it brings, keeps the session. Dropping the future cancels,
    /// but only until the browser is back: by then a session exists on the server, so the rest is done in any case.
    /// The browser is told how it went only when the session is kept, or not.
    pub async fn finish_sso(&self, wait: &SsoWait) -> Result<SessionInfo, Error> {
        let (brought, answer) = wait.answer().await?;
        // No await from here to the spawning: the caller may drop this at any one.
        let plan = wait.with_attempt(|attempt| attempt.plan().clone());
        let exchange = exchange_for(wait, brought);
        let service = self.clone();

        let work = async move {
            let signed_in = match exchange {
                Ok(exchange) => service.exchange_and_store(&plan, exchange).await,
                Err(error) => Err(error),
            };

            match &signed_in {
                Ok(_) => answer.succeeded().await,
                Err(_) => answer.failed().await,
            }

            signed_in
        };

        // Boxed: it is far larger than the wait before it.
        self.run_to_completion(Box::pin(work)).await
    }

    /// Exchanges and keeps. What cannot be kept is ended on the server.
    async fn exchange_and_store(
        &self,
        plan: &Plan,
        exchange: Exchange,
    ) -> Result<SessionInfo, Error> {
        let act = self.begin_operation(&plan.profile);
        let (profile, client) = match self.profile_and_client(plan).await {
            Ok(home) => home,
            Err(error) => {
                // A certificate file of its own went with the profile.
                if let Ok(client) = self
                    .cached_client(&plan.instance, ConnectionSettings::default())
                    .await
                {
                    exchange.discard(&client, &plan.redirect_uri).await;
                }

                return Err(error);
            }
        };
        let turn = match self.acquire_profile(act, &profile).await {
            Ok(turn) => turn,
            Err(error) => {
                exchange.discard(&client, &plan.redirect_uri).await;

                return Err(error);
            }
        };
        let fetch = exchange.run(&client, &plan.redirect_uri);
        let (tokens, turn) = self.obtain_tokens(turn, &client, fetch).await?;
        let guess = Account::default();

        Ok(self
            .establish_session(&profile, &client, &plan.provider, tokens, guess, turn)
            .await)
    }

    /// The profile that was signed in to, if it is still what it was.
    async fn profile_and_client(&self, plan: &Plan) -> Result<(Profile, Client), Error> {
        let profile = self.profile(&plan.profile).await?;

        // It may have been given another address while the browser was open (S-41).
        if profile.url != plan.instance {
            return Err(Error::ProfileRemoved);
        }

        let client = self.client(&profile).await?;

        Ok((profile, client))
    }
}

/// What tokens are asked for with.
enum Exchange {
    Code {
        code: Secret,
        verifier: Secret,
    },
    Session(Secret),
    Relayed {
        provider: String,
        query: Secret,
        cookie: Secret,
    },
}

/// What the browser brought, if it is good for tokens.
fn exchange_for(wait: &SsoWait, brought: BrowserAnswer) -> Result<Exchange, Error> {
    match brought {
        BrowserAnswer::Code(code) => Ok(Exchange::Code {
            code,
            verifier: wait.with_attempt(|attempt| attempt.verifier().clone()),
        }),
        BrowserAnswer::Session(Some(session)) => Ok(Exchange::Session(session)),
        BrowserAnswer::Session(None) => Err(SsoError::NoSession.into()),
        BrowserAnswer::Relayed(query) => match wait.relay_cookie() {
            Some(cookie) => Ok(Exchange::Relayed {
                provider: wait.with_attempt(|attempt| attempt.plan().provider.clone()),
                query,
                cookie: cookie.clone(),
            }),
            None => Err(SsoError::NoSession.into()),
        },
        BrowserAnswer::Refused(error) => Err(error.into()),
    }
}

impl Exchange {
    async fn run(self, client: &Client, redirect: &Url) -> Result<Tokens, Error> {
        match self {
            Self::Code { code, verifier } => {
                Ok(client.exchange_code(&code, &verifier, redirect).await?)
            }
            Self::Session(session) => Ok(client.refresh(&session).await?),
            Self::Relayed {
                provider,
                query,
                cookie,
            } => {
                let end = client
                    .finish_relay(&provider, redirect, &query, &cookie)
                    .await?;

                match end {
                    RelayOutcome::Session(session) => Ok(client.refresh(&session).await?),
                    RelayOutcome::Refused(code) => Err(SsoError::Refused(code).into()),
                    RelayOutcome::NoResult => Err(SsoError::NoSession.into()),
                }
            }
        }
    }

    /// Ends the session there, for when it cannot be kept here.
    async fn discard(self, client: &Client, redirect: &Url) {
        if let Ok(tokens) = self.run(client, redirect).await {
            end_session(client, tokens).await;
        }
    }
}

/// The pinned ports for this instance: its own, or the built-in ones.
fn pinned_ports(profile: &Profile) -> Vec<u16> {
    profile
        .sso_ports()
        .map_or_else(|| PINNED_PORTS.to_vec(), |ports| ports.as_slice().to_vec())
}

async fn plan_route(
    client: &Client,
    provider: &str,
    profile: &Profile,
) -> Result<PlannedRoute, Error> {
    let ports = pinned_ports(profile);
    let Some(companion) = client.companion().await? else {
        let relay = ports
            .first()
            .filter(|_| profile.sso_relay())
            .and_then(|port| Binding::relay(provider, *port));

        return match relay {
            Some(binding) => Ok(PlannedRoute::Relay(binding)),
            None => route_without_companion(client, provider, &ports).await,
        };
    };

    if companion.protocol_version != COMPANION_PROTOCOL {
        return Ok(PlannedRoute::None(NoRouteReason::CompanionVersion(
            companion.protocol_version,
        )));
    }

    // The companion's own page is where Directus will be asked to come back to; it is of Directus's own address and
    // needs no list. So all there is to find out is whether the provider is there.
    let finish = client.base().join(&format!("{COMPANION_PATH}/finish"));

    if !companion.is_this_instance {
        return Err(SsoError::OtherAddress(companion.issuer).into());
    }

    if !companion.supports_s256 {
        return Err(SsoError::NoS256.into());
    }

    match client.check_redirect(provider, &finish).await? {
        RedirectCheck::Allowed => Ok(PlannedRoute::HandOff(companion)),
        RedirectCheck::UnknownProvider => Ok(PlannedRoute::None(NoRouteReason::NotOffered)),
        RedirectCheck::NotAllowed => Err(SsoError::OtherAddress(companion.issuer).into()),
    }
}

/// The instance on this machine may send the browser, and with it its cookie, to a port of the same host name.
async fn route_without_companion(
    client: &Client,
    provider: &str,
    ports: &[u16],
) -> Result<PlannedRoute, Error> {
    let Some(binding) = Binding::same_host(client.base(), ports) else {
        return Ok(PlannedRoute::None(
            match client.check_redirect(provider, client.base().url()).await? {
                RedirectCheck::UnknownProvider => NoRouteReason::NotOffered,
                RedirectCheck::Allowed | RedirectCheck::NotAllowed => NoRouteReason::NoCompanion,
            },
        ));
    };
    let mut allowed = Vec::new();

    for (&port, redirect) in ports.iter().zip(binding.redirect_uris()) {
        let Ok(redirect) = Url::parse(&redirect) else {
            continue;
        };

        match client.check_redirect(provider, &redirect).await? {
            RedirectCheck::Allowed => allowed.push(port),
            RedirectCheck::NotAllowed => {}
            RedirectCheck::UnknownProvider => {
                return Ok(PlannedRoute::None(NoRouteReason::NotOffered));
            }
        }
    }

    let allowed = Binding::same_host(client.base(), &allowed).filter(|_| !allowed.is_empty());

    Ok(allowed.map_or_else(
        || {
            PlannedRoute::None(NoRouteReason::RedirectNotAllowed {
                line: allow_list_line(provider, &binding.redirect_uris()),
            })
        },
        PlannedRoute::SameHost,
    ))
}

/// `AUTH_<PROVIDER>_REDIRECT_ALLOW_LIST=…`, as Directus spells the variable of a provider.
fn allow_list_line(provider: &str, redirects: &[String]) -> String {
    format!(
        "AUTH_{}_REDIRECT_ALLOW_LIST={}",
        provider.to_uppercase(),
        redirects.join(",")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r_35_the_line_to_add_is_the_whole_line() {
        assert_eq!(
            allow_list_line("corp", &["http://127.0.0.1:28517/callback".to_owned()]),
            "AUTH_CORP_REDIRECT_ALLOW_LIST=http://127.0.0.1:28517/callback"
        );
    }
}
