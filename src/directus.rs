//! The Directus HTTP client: one method an endpoint. Owns time limits, the size cap, redirect refusal and the
//! reading of answers; decides nothing about sessions. Error bodies are never logged: Directus echoes rejected
//! passwords in them.

mod error;

pub use error::{Code, Error, Refusal, TlsFault, Unreachable};

use std::time::Duration;

use crate::{
    profile::{Project, ServerUrl},
    secret::Secret,
    session::{Account, Tokens},
};

/// Time to connect.
pub const CONNECT_LIMIT: Duration = Duration::from_secs(10);
/// Time for a whole call.
pub const TOTAL_LIMIT: Duration = Duration::from_secs(30);
/// Longest JSON answer, in bytes (S-37).
pub const MAX_JSON: usize = 1024 * 1024;
/// Longest image, in bytes (S-35).
pub const MAX_IMAGE: usize = 2 * 1024 * 1024;

/// Which generation of the server answers; told by the shape of `GET /server/info`, since the version is not
/// public.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Generation {
    /// 11.x: `setupCompleted` is there.
    Eleven,
    /// 12.x: `license` is there.
    Twelve,
    /// Neither.
    Unknown,
}

/// One entry of `GET /auth`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provider {
    /// Its name, one path segment of `/auth/login/…`.
    pub name: String,
    /// What a person reads: `AUTH_<P>_LABEL`, else the name in title case.
    pub label: String,
    /// `local`, `ldap`, `openid`, `oauth2`, `saml`, or something newer.
    pub driver: String,
    /// Material icon name.
    pub icon: Option<String>,
}

/// How one can sign in (`GET /auth`).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Providers {
    /// In the server's order.
    pub list: Vec<Provider>,
    /// `disableDefault`: no e-mail and password.
    pub default_disabled: bool,
}

/// What `GET /server/info` says to anyone.
#[derive(Debug, Clone)]
pub struct ServerInfo {
    /// The project's public face, cleaned (S-34).
    pub project: Project,
    /// The server's generation.
    pub generation: Generation,
}

/// A client of one instance. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Client {
    base: ServerUrl,
    http: reqwest::Client,
}

impl Client {
    /// A client for `base`, trusting the system's certificate authorities and those of `ca_pem`.
    pub fn new(base: &ServerUrl, ca_pem: Option<&[u8]>) -> Result<Self, Error> {
        let _ = (base, ca_pem);
        todo!()
    }

    /// The address it talks to.
    pub fn base(&self) -> &ServerUrl {
        &self.base
    }

    /// Is it a Directus? `GET /server/ping` and `GET /server/info`, told apart from everything else that may
    /// answer.
    pub async fn server_info(&self) -> Result<ServerInfo, Error> {
        todo!()
    }

    /// `GET /auth`.
    pub async fn providers(&self) -> Result<Providers, Error> {
        todo!()
    }

    /// `POST /auth/login`, json mode. Never repeated by the machine (S-48).
    pub async fn login(
        &self,
        email: &str,
        password: &Secret,
        otp: Option<&Secret>,
    ) -> Result<Tokens, Error> {
        let _ = (email, password, otp);
        todo!()
    }

    /// `POST /auth/refresh`, json mode. Rotates: keep the answer before using it.
    pub async fn refresh(&self, refresh: &Secret) -> Result<Tokens, Error> {
        let _ = refresh;
        todo!()
    }

    /// `POST /auth/logout`.
    pub async fn logout(&self, refresh: &Secret) -> Result<(), Error> {
        let _ = refresh;
        todo!()
    }

    /// `GET /users/me` with plain field names only.
    pub async fn me(&self, access: &Secret) -> Result<Account, Error> {
        let _ = access;
        todo!()
    }

    /// `POST /auth/password/request`. `reset_url` refused: a [`Refusal`] with `INVALID_PAYLOAD`, before any mail.
    pub async fn request_password_reset(
        &self,
        email: &str,
        reset_url: Option<&str>,
    ) -> Result<(), Error> {
        let _ = (email, reset_url);
        todo!()
    }

    /// `POST /auth/password/reset`.
    pub async fn reset_password(&self, token: &Secret, password: &Secret) -> Result<(), Error> {
        let _ = (token, password);
        todo!()
    }

    /// `POST /users/invite/accept`.
    pub async fn accept_invite(&self, token: &Secret, password: &Secret) -> Result<(), Error> {
        let _ = (token, password);
        todo!()
    }

    /// `GET /users/register/verify-email?token=`; the 302 to the Data Studio is success and is not followed.
    pub async fn verify_email(&self, token: &Secret) -> Result<(), Error> {
        let _ = token;
        todo!()
    }

    /// `GET /assets/ID`: the bytes of a public image, at most [`MAX_IMAGE`].
    pub async fn asset(&self, id: &str) -> Result<Vec<u8>, Error> {
        let _ = id;
        todo!()
    }
}
