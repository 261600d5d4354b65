//! Signing in through the system browser: which way a provider can go here, the wait, the exchange. Owns the order
//! of steps; the attempt is `sso`'s, the port `loopback`'s, the endpoints `directus`'s.

use std::time::Duration;

use url::Url;

use super::{Error, Service, SignedIn};
use crate::{profile::ProfileId, secret::Secret};

/// Which way a sign-in with a provider can go, found out without a browser.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SsoRoute {
    /// The companion answers: any loopback port.
    HandOff,
    /// The instance is on this machine, and the server lets the browser come back to a pinned port.
    SameHost,
    /// Neither; nothing was opened.
    None(WhyNot),
}

/// Why a provider's sign-in cannot come back to this machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WhyNot {
    /// A remote instance without the companion: what an administrator can do.
    NoCompanion,
    /// The companion there is of a version this Latchkey does not speak.
    CompanionVersion(u64),
    /// On this machine, but the address is not on the list: the exact line to add, such as
    /// `AUTH_CORP_REDIRECT_ALLOW_LIST=http://127.0.0.1:28517/callback`.
    NotAllowed {
        /// The settings line.
        line: String,
    },
    /// The server no longer offers this provider (404).
    NotOffered,
}

/// One sign-in under way in the browser. Dropped, it is cancelled and the port closed.
#[derive(Debug)]
pub struct SsoWait {}

impl SsoWait {
    /// What the browser opens; also for copying. Carries no token.
    pub fn address(&self) -> &Url {
        todo!()
    }

    /// The loopback port, for `ssh -L`.
    pub fn port(&self) -> u16 {
        todo!()
    }

    /// Time left; zero when it has ended by itself.
    pub fn left(&self) -> Duration {
        todo!()
    }

    /// Grants the whole time again (A11).
    pub fn extend(&self) {
        todo!()
    }

    /// The last thing the server may have reported without proof (S-05): shown, never believed.
    pub fn hearsay(&self) -> Option<String> {
        todo!()
    }
}

impl Service {
    /// Finds out which way `provider` can go on this instance.
    pub async fn sso_route(&self, id: &ProfileId, provider: &str) -> Result<SsoRoute, Error> {
        let _ = (id, provider);
        todo!()
    }

    /// Binds the port and makes the address. `otp` is the code of Directus's own second factor after
    /// `INVALID_OTP`. The caller opens the address with [`Service::open_browser`].
    pub async fn begin_sso(
        &self,
        id: &ProfileId,
        provider: &str,
        otp: Option<Secret>,
    ) -> Result<std::sync::Arc<SsoWait>, Error> {
        let _ = (id, provider, otp);
        todo!()
    }

    /// Waits for the browser to come back, exchanges what it brings, keeps the session. Dropping the future
    /// cancels.
    pub async fn finish_sso(&self, wait: &SsoWait) -> Result<SignedIn, Error> {
        let _ = wait;
        todo!()
    }

    /// Signs in at a named password provider such as LDAP (`POST /auth/login/PROVIDER`).
    pub async fn sign_in_at(
        &self,
        id: &ProfileId,
        provider: &str,
        identifier: &str,
        password: Secret,
        otp: Option<Secret>,
    ) -> Result<SignedIn, Error> {
        let _ = (id, provider, identifier, password, otp);
        todo!()
    }
}
