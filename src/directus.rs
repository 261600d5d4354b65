//! The Directus HTTP client: one method an endpoint. Owns time limits, the size cap, redirect refusal and the
//! reading of answers; decides nothing about sessions. Error bodies are never logged: Directus echoes rejected
//! passwords in them.

#![expect(
    clippy::disallowed_types,
    reason = "the client that talks to servers lives here"
)]

mod asset;
mod clean;
mod clock;
mod endpoint;
mod error;
mod fault;
mod headers;
mod own_account;
mod provider;
pub mod reading;
mod relay;
mod sso;
mod tls;
mod transport;
mod wire;

pub use endpoint::Endpoint;
pub use error::{Error, ErrorCode, GrantError, Refusal, TlsFault, Unreachable};
pub use own_account::{OwnAccount, OwnPermissions, SignInActivity, TwoFactorSetup};
pub use provider::{Provider, ProviderKind, Providers};
pub use relay::{RelayAttempt, RelayOutcome, RelayStart};
pub use sso::{Companion, RedirectCheck};

use std::{iter, time::Duration};

use reqwest::{RequestBuilder, StatusCode};
use url::Url;

use self::transport::ContentKind;
use crate::{
    address::{ProviderName, ProxySetting, ServerUrl},
    profile::Project,
    secret::Secret,
    session::{Account, Tokens},
};

/// Time to connect.
pub const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
/// Time for a whole call.
pub const REQUEST_TIMEOUT: Duration = Duration::from_secs(30);
/// Longest JSON answer, in bytes (S-37).
pub const MAX_JSON_BYTES: usize = 1024 * 1024;
/// Longest image, in bytes (S-35).
pub const MAX_IMAGE_BYTES: usize = 2 * 1024 * 1024;

/// Which generation of the server answers; read from which keys `GET /server/info` has, because it tells the version to
/// a signed-in user only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Generation {
    /// 11.x: `setupCompleted` is there.
    V11,
    /// 12.x: `license` is there.
    V12,
    /// Neither.
    Unknown,
}

/// What `GET /server/info` says to anyone.
#[derive(Debug, Clone)]
pub struct ServerInfo {
    /// The project's public face, cleaned (S-34).
    pub project: Project,
    /// The server's generation.
    pub generation: Generation,
    /// Whether who registers must confirm the address by a mail before the first sign-in.
    pub verifies_registration: bool,
    /// Whether it has a licence, where it says so (12.x): without one it offers no single sign-on.
    pub is_licensed: Option<bool>,
}

/// A client of one instance. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Client {
    base: ServerUrl,
    http: reqwest::Client,
}

impl Client {
    /// A client for `base`, trusting the system's certificate authorities and those of `ca_pem` (one or more
    /// certificates in PEM). [`Error::Setup`] if that is no certificate, or if the system has none.
    pub fn new(base: &ServerUrl, ca_pem: Option<&[u8]>) -> Result<Self, Error> {
        Self::with_proxy(base, ca_pem, &ProxySetting::System)
    }

    /// The same through the proxy chosen for the instance. [`Error::Setup`] if it cannot be used.
    pub fn with_proxy(
        base: &ServerUrl,
        ca_pem: Option<&[u8]>,
        proxy: &ProxySetting,
    ) -> Result<Self, Error> {
        let http =
            transport::build_http_client(base, ca_pem, proxy, CONNECT_TIMEOUT, REQUEST_TIMEOUT)?;

        Ok(Self {
            base: base.clone(),
            http,
        })
    }

    /// The same with other timeouts than [`CONNECT_TIMEOUT`] and [`REQUEST_TIMEOUT`]; for tests.
    #[doc(hidden)]
    pub fn with_timeouts(
        base: &ServerUrl,
        ca_pem: Option<&[u8]>,
        connect: Duration,
        total: Duration,
    ) -> Result<Self, Error> {
        let http =
            transport::build_http_client(base, ca_pem, &ProxySetting::System, connect, total)?;

        Ok(Self {
            base: base.clone(),
            http,
        })
    }

    /// The address it talks to.
    pub fn base(&self) -> &ServerUrl {
        &self.base
    }

    /// Asks whether a Directus answers: `GET /server/ping` and `GET /server/info`. Anything else that answers (a
    /// proxy's error page, R-05; a captive portal, R-06) is an error of its own.
    pub async fn server_info(&self) -> Result<ServerInfo, Error> {
        // Both answers are awaited, so that one fault always gives the same error, whichever answer comes first.
        let (pong, info) = tokio::join!(self.ping(), self.fetch_server_info());
        pong?;

        info
    }

    /// `GET /server/ping`: `pong`, with the content type of a web page.
    async fn ping(&self) -> Result<(), Error> {
        let response = self.send(self.request(Endpoint::Ping)).await?;
        let (status, content) = (response.status(), ContentKind::of(response.headers()));
        if !status.is_success() {
            return Err(self.error_from(response, &[]).await);
        }

        // Of a web page nothing is needed but that it is one, so its length does not matter.
        match self.read_body(response, MAX_JSON_BYTES).await {
            Ok(body) if status == StatusCode::OK && body.trim_ascii() == b"pong" => Ok(()),
            Ok(body) if body.is_empty() => {
                Err(self.not_directus(status, ContentKind::Empty.name()))
            }
            Ok(_) | Err(Error::TooLarge { .. }) => Err(self.not_directus(status, content.name())),
            Err(error) => Err(error),
        }
    }

    async fn fetch_server_info(&self) -> Result<ServerInfo, Error> {
        let json = self
            .fetch_json(self.request(Endpoint::ServerInfo), &[])
            .await?;

        wire::parse_server_info(&json).ok_or_else(|| self.unexpected_shape())
    }

    /// `GET /auth`.
    pub async fn providers(&self) -> Result<Providers, Error> {
        let json = self
            .fetch_json(self.request(Endpoint::Providers), &[])
            .await?;

        wire::parse_providers(&json).ok_or_else(|| self.unexpected_shape())
    }

    /// `POST /auth/login`, json mode. Sent once: a password is never repeated without the person (S-48).
    pub async fn login(
        &self,
        email: &str,
        password: &Secret,
        otp: Option<&Secret>,
    ) -> Result<Tokens, Error> {
        let endpoint = Endpoint::Login;

        self.post_login(
            endpoint,
            self.url(endpoint),
            wire::LoginName::Email(email),
            password,
            otp,
        )
        .await
    }

    /// `POST /auth/login/<provider>`, json mode, for password providers other than the default one (LDAP). Sent once,
    /// as [`Self::login`]. [`Error::Setup`] if `provider` cannot be one path segment (S-18: a server's name for a
    /// provider leads nowhere else).
    pub async fn login_with_provider(
        &self,
        provider: &str,
        identifier: &str,
        password: &Secret,
        otp: Option<&Secret>,
    ) -> Result<Tokens, Error> {
        let url = self.provider_login_url(provider)?;

        self.post_login(
            Endpoint::LoginWithProvider,
            url,
            wire::LoginName::Identifier(identifier),
            password,
            otp,
        )
        .await
    }

    /// The address of a provider's login, `BASE/auth/login/NAME`.
    fn provider_login_url(&self, provider: &str) -> Result<Url, Error> {
        ProviderName::parse(provider)
            .and_then(|name| name.login_url(&self.base))
            .map_err(|error| Error::Setup(error.to_string()))
    }

    async fn post_login(
        &self,
        endpoint: Endpoint,
        url: Url,
        who: wire::LoginName<'_>,
        password: &Secret,
        otp: Option<&Secret>,
    ) -> Result<Tokens, Error> {
        let body = wire::LoginBody {
            login_name: who,
            password: password.expose(),
            otp: otp.map(Secret::expose),
            mode: "json",
        };
        let sent: Vec<_> = iter::once(password).chain(otp).collect();

        self.fetch_tokens(self.request_url_json(endpoint, url, &body)?, &sent)
            .await
    }

    /// `POST /auth/refresh`, json mode. Rotates: keep the answer before using it.
    pub async fn refresh(&self, refresh: &Secret) -> Result<Tokens, Error> {
        let body = wire::RefreshTokenBody {
            refresh_token: refresh.expose(),
            mode: "json",
        };

        self.fetch_tokens(self.request_json(Endpoint::Refresh, &body)?, &[refresh])
            .await
    }

    async fn fetch_tokens(
        &self,
        request: RequestBuilder,
        sent: &[&Secret],
    ) -> Result<Tokens, Error> {
        let json = self.fetch_json(request, sent).await?;

        wire::parse_tokens(&json).ok_or_else(|| self.unexpected_shape())
    }

    /// `POST /auth/logout`. Directus also answers 204 for a token that is no longer valid. Where a server refuses such
    /// a token instead, the session is gone as well, so this counts as success.
    pub async fn logout(&self, refresh: &Secret) -> Result<(), Error> {
        let body = wire::RefreshTokenBody {
            refresh_token: refresh.expose(),
            mode: "json",
        };
        let ended = self
            .expect_no_content(self.request_json(Endpoint::Logout, &body)?, &[refresh])
            .await;

        match ended {
            Err(Error::Refused(Refusal {
                code: ErrorCode::InvalidCredentials | ErrorCode::TokenExpired,
                ..
            })) => Ok(()),
            other => other,
        }
    }

    /// `GET /users/me` with plain field names only. Where the role may not read one of them, Directus gives the id
    /// and nothing else.
    pub async fn me(&self, access: &Secret) -> Result<Account, Error> {
        let endpoint = Endpoint::Me;
        let mut url = self.url(endpoint);
        url.set_query(Some("fields=id,email,first_name,last_name,role,avatar"));
        let json = self
            .fetch_json(self.request_with_token(endpoint, url, access), &[access])
            .await?;

        wire::parse_account(&json).ok_or_else(|| self.unexpected_shape())
    }

    /// `POST /auth/password/request`. `reset_url` refused: a [`Refusal`] with `INVALID_PAYLOAD`, before any mail.
    pub async fn request_password_reset(
        &self,
        email: &str,
        reset_url: Option<&str>,
    ) -> Result<(), Error> {
        let body = wire::ResetRequestBody { email, reset_url };

        self.expect_no_content(
            self.request_json(Endpoint::RequestPasswordReset, &body)?,
            &[],
        )
        .await
    }

    /// `POST /auth/password/reset`.
    pub async fn reset_password(&self, token: &Secret, password: &Secret) -> Result<(), Error> {
        self.post_new_password(Endpoint::ResetPassword, token, password)
            .await
    }

    /// `POST /users/invite/accept`.
    pub async fn accept_invite(&self, token: &Secret, password: &Secret) -> Result<(), Error> {
        self.post_new_password(Endpoint::AcceptInvite, token, password)
            .await
    }

    async fn post_new_password(
        &self,
        endpoint: Endpoint,
        token: &Secret,
        password: &Secret,
    ) -> Result<(), Error> {
        let body = wire::NewPasswordBody {
            token: token.expose(),
            password: password.expose(),
        };

        self.expect_no_content(self.request_json(endpoint, &body)?, &[token, password])
            .await
    }

    /// `GET /users/register/verify-email?token=`; the 302 to the Data Studio is success and is not followed.
    pub async fn verify_email(&self, token: &Secret) -> Result<(), Error> {
        let endpoint = Endpoint::VerifyEmail;
        let mut url = self.url(endpoint);
        let _ = url.query_pairs_mut().append_pair("token", token.expose());
        let response = self.send(self.request_url(endpoint, url)).await?;
        let status = response.status();
        if status.is_success() {
            return Err(self.not_directus(status, ContentKind::of(response.headers()).name()));
        }

        // `PUBLIC_URL/admin/users/<id>`; any other redirect comes from something else, such as a captive portal.
        match self.error_from(response, &[token]).await {
            Error::Redirected { to, .. }
                if status == StatusCode::FOUND && to.path().contains("/admin/users/") =>
            {
                Ok(())
            }
            error => Err(error),
        }
    }

    fn unexpected_shape(&self) -> Error {
        self.not_directus(StatusCode::OK, ContentKind::Json.name())
    }
}
