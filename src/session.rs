//! A signed-in session as data: tokens, whose they are, until when, and the record the keyring keeps.
//! Pure: it knows no clock but the one it is given, no network and no keyring.

use std::time::{Duration, SystemTime};

use crate::{profile::ServerUrl, secret::Secret};

/// Who is signed in, as `GET /users/me` says. Every field but the id may be missing.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Account {
    /// Directus user id.
    pub id: String,
    /// E-mail address; `None` for accounts of some LDAP directories.
    #[serde(default)]
    pub email: Option<String>,
    /// Given name.
    #[serde(default)]
    pub first_name: Option<String>,
    /// Family name.
    #[serde(default)]
    pub last_name: Option<String>,
    /// Role id.
    #[serde(default)]
    pub role: Option<String>,
}

impl Account {
    /// The name a person recognises: full name, else e-mail, else the id.
    pub fn display_name(&self) -> String {
        todo!()
    }
}

/// A pair of tokens fresh from the server (`POST /auth/login`, `POST /auth/refresh`).
#[derive(Debug, Clone)]
pub struct Tokens {
    /// Bearer token, a JWT of about 15 minutes.
    pub access: Secret,
    /// Single-use refresh token (json mode).
    pub refresh: Secret,
    /// Lifetime of `access`, relative to the moment of the answer.
    pub expires_in: Duration,
}

/// A bearer token and the wall-clock time until which the server takes it.
#[derive(Debug, Clone)]
pub struct Access {
    /// The bearer token.
    pub token: Secret,
    /// When it was handed out, by this machine's clock.
    pub obtained_at: SystemTime,
    /// When it ends, by this machine's clock.
    pub expires_at: SystemTime,
}

/// One profile's session.
#[derive(Debug, Clone)]
pub struct Session {
    /// The exact address the tokens belong to (S-41); a record read back for another address is refused.
    pub origin: String,
    /// Directus provider name the person signed in with; `default` for the local account.
    pub provider: String,
    /// Whose session it is.
    pub account: Account,
    /// Single-use refresh token.
    pub refresh: Secret,
    /// The last access token, dropped first when the record would be too long.
    pub access: Option<Access>,
}

/// Why a keyring record cannot be used (S-43). The record stays where it is.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RecordError {
    /// Not a record of ours, or damaged: the person is told, nothing is overwritten silently.
    #[error("the keyring entry is damaged")]
    Damaged,
    /// Written by a newer Latchkey.
    #[error("the keyring entry was written by a newer version ({0})")]
    Newer(u64),
    /// The tokens belong to another address than the profile names now.
    #[error("the keyring entry belongs to another address")]
    OtherOrigin,
}

/// Longest record Windows Credential Manager takes, in bytes; held on every system.
pub const MAX_RECORD: usize = 2560;

impl Session {
    /// A session from a fresh pair of tokens.
    pub fn new(
        url: &ServerUrl,
        provider: &str,
        account: Account,
        tokens: Tokens,
        now: SystemTime,
    ) -> Self {
        let _ = (url, provider, account, tokens, now);
        todo!()
    }

    /// The same session with the next pair of tokens.
    #[must_use]
    pub fn renewed(&self, tokens: Tokens, now: SystemTime) -> Self {
        let _ = (tokens, now);
        todo!()
    }

    /// The access token if the server will still take it for `at_least`; `None` when the clock was set back
    /// behind the moment it was obtained, because its age is then unknown.
    pub fn valid_access(&self, now: SystemTime, at_least: Duration) -> Option<&Access> {
        let _ = (now, at_least);
        todo!()
    }

    /// The versioned JSON the keyring keeps, at most [`MAX_RECORD`] bytes: the access token is left out if it
    /// would be longer.
    pub fn to_record(&self) -> Secret {
        todo!()
    }

    /// Reads a record back, refusing one that belongs to another address.
    pub fn from_record(record: &Secret, url: &ServerUrl) -> Result<Self, RecordError> {
        let _ = (record, url);
        todo!()
    }
}

/// What a reset or invitation token says about itself. Not verified and not verifiable here (S-22): shown as
/// "the link says", never used for a decision.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TokenHint {
    /// The address the token was made for.
    pub email: Option<String>,
    /// When the token says it ends.
    pub expires_at: Option<SystemTime>,
    /// `password-reset`, `invite` or `pending-registration`.
    pub scope: Option<String>,
}

impl TokenHint {
    /// Decodes the payload of a JWT without its key; everything stays `None` when it is not one.
    pub fn read(token: &Secret) -> Self {
        let _ = token;
        todo!()
    }
}

/// Whether the JWT of a fresh login says that the account must set up two-factor first (`enforce_tfa`); only
/// the login JWT says so, a refreshed one does not.
pub fn enforces_tfa(access: &Secret) -> bool {
    let _ = access;
    todo!()
}
