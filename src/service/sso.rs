//! Signing in through the system browser: which route a provider's sign-in can take, the wait, and what the answer is
//! good for. Owns the order of steps; the attempt is `sso`'s, the port `loopback`'s, the endpoints `directus`'s, and
//! everything from the answer to the stored session `sign_in`'s.

mod relay;
mod route;
mod wait;

pub use route::SsoRoute;
pub use wait::SsoWait;

pub(super) use route::COMPANION_PROTOCOL;

use std::{sync::Arc, time::Instant};

use url::Url;

use self::{
    route::{PlannedRoute, plan_route},
    wait::BrowserAnswer,
};
use super::{
    clients::{Clients, ConnectionSettings},
    credential::{Credential, SsoAnswer},
    disk::Disk,
    error::{Error, SsoError},
    session_store::SessionInfo,
    sign_in::SignIn,
};
use crate::{
    directus::Client,
    loopback::{Binding, Listener},
    profile::{Profile, ProfileId},
    secret::Secret,
    sso::{Attempt, Plan, Route},
};

#[derive(Debug, Clone)]
pub(super) struct Sso {
    pub(super) disk: Disk,
    pub(super) clients: Clients,
    pub(super) sign_in: SignIn,
}

impl Sso {
    pub(super) async fn route(&self, id: &ProfileId, provider: &str) -> Result<SsoRoute, Error> {
        let profile = self.disk.profile(id).await?;
        let client = self.clients.for_profile(&profile).await?;

        Ok(match plan_route(&client, provider, &profile).await? {
            PlannedRoute::HandOff(_) => SsoRoute::HandOff,
            PlannedRoute::SameHost(_) => SsoRoute::SameHost,
            PlannedRoute::Relay(binding) => {
                match relay::begin_relay(&client, provider, &binding, None).await? {
                    Ok(_) => SsoRoute::Relay,
                    Err(reason) => SsoRoute::None(reason),
                }
            }
            PlannedRoute::None(reason) => SsoRoute::None(reason),
        })
    }

    /// Binds the port and makes the address. `otp` is the code of Directus's own second factor after `INVALID_OTP`.
    pub(super) async fn begin(
        &self,
        id: &ProfileId,
        provider: &str,
        otp: Option<Secret>,
    ) -> Result<Arc<SsoWait>, Error> {
        let profile = self.disk.profile(id).await?;
        let client = self.clients.for_profile(&profile).await?;
        let (route, binding, issuer) = match plan_route(&client, provider, &profile).await? {
            PlannedRoute::HandOff(companion) => {
                (Route::HandOff, Binding::hand_off(), companion.issuer)
            }
            PlannedRoute::SameHost(binding) => (Route::SameHost, binding, String::new()),
            PlannedRoute::Relay(binding) => (Route::Relay, binding, String::new()),
            PlannedRoute::None(reason) => return Err(SsoError::NoRoute(reason).into()),
        };
        let listener = Listener::bind(&binding).await.map_err(SsoError::from)?;
        // A relayed attempt begins at the server, and its answer comes to this very port, so the port is bound first.
        let relayed = match route {
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
        let (attempt, address, relay_cookie) = match relayed {
            None => {
                let attempt =
                    Attempt::begin(plan, now).map_err(|error| Error::Random(error.to_string()))?;
                let address = attempt.address(otp.as_ref()).map_err(SsoError::from)?;

                (attempt, address, None)
            }
            Some(relayed) => {
                let attempt = Attempt::relayed(plan, relayed.state, now)
                    .map_err(|error| Error::Random(error.to_string()))?;
                let address = Url::parse(relayed.provider_page.expose())
                    .map_err(|_| SsoError::ProviderName)?;

                (attempt, address, Some(relayed.cookie))
            }
        };

        Ok(Arc::new(SsoWait::new(
            attempt,
            listener,
            address,
            relay_cookie,
        )))
    }

    /// Waits for the browser to come back, then establishes the session. Dropping the future cancels the wait, but only
    /// until the browser is back: by then a session exists on the server, so the rest is done in any case. The browser's
    /// page says that it worked only after the session is stored.
    pub(super) async fn finish(&self, wait: &SsoWait) -> Result<SessionInfo, Error> {
        let (answer, browser) = wait.answer().await?;
        // No await from here to the spawning: the caller may drop this future at any await.
        let plan = wait.with_attempt(|attempt| attempt.plan().clone());
        let answer = usable_answer(wait, answer);
        let sso = self.clone();

        self.sign_in
            .background
            .run_to_completion(async move {
                let signed_in = match answer {
                    Ok(answer) => sso.establish(&plan, answer).await,
                    Err(error) => Err(error),
                };

                match &signed_in {
                    Ok(_) => browser.succeeded().await,
                    Err(_) => browser.failed().await,
                }

                signed_in
            })
            .await
    }

    /// A session that cannot be stored is ended on the server.
    async fn establish(&self, plan: &Plan, answer: SsoAnswer) -> Result<SessionInfo, Error> {
        let operation = self.sign_in.operations.begin(&plan.profile);
        let credential = Credential::Sso {
            provider: plan.provider.clone(),
            redirect_uri: plan.redirect_uri.clone(),
            answer,
        };

        match self.profile_and_client(plan).await {
            Ok((profile, client)) => {
                self.sign_in
                    .establish(operation, &profile, &client, credential)
                    .await
            }
            Err(error) => {
                // The profile is gone, and its certificate file with it: the default settings must do.
                let settings = ConnectionSettings::default();
                if let Ok(client) = self.clients.cached(&plan.instance, settings).await {
                    credential.discard(&client).await;
                }

                Err(error)
            }
        }
    }

    /// The profile that was signed in to, if it is still what it was.
    async fn profile_and_client(&self, plan: &Plan) -> Result<(Profile, Client), Error> {
        let profile = self.disk.profile(&plan.profile).await?;

        // It may have been given another address while the browser was open (S-41).
        if profile.url != plan.instance {
            return Err(Error::ProfileRemoved);
        }

        let client = self.clients.for_profile(&profile).await?;

        Ok((profile, client))
    }
}

/// What the browser brought, if it is good for tokens.
fn usable_answer(wait: &SsoWait, answer: BrowserAnswer) -> Result<SsoAnswer, Error> {
    match answer {
        BrowserAnswer::Code(code) => Ok(SsoAnswer::Code {
            code,
            verifier: wait.with_attempt(|attempt| attempt.verifier().clone()),
        }),
        BrowserAnswer::Session(Some(session)) => Ok(SsoAnswer::Session(session)),
        BrowserAnswer::Session(None) => Err(SsoError::NoSession.into()),
        BrowserAnswer::Relayed(query) => match wait.relay_cookie() {
            Some(cookie) => Ok(SsoAnswer::Relayed {
                query,
                cookie: cookie.clone(),
            }),
            None => Err(SsoError::NoSession.into()),
        },
        BrowserAnswer::Refused(error) => Err(error.into()),
    }
}
