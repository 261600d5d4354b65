//! The record a keyring keeps: versioned JSON, short enough for every system. Owns the format and its checks
//! (S-41, S-43); reading and writing the keyring is `vault`.

use std::time::{Duration, SystemTime};

use zeroize::Zeroizing;

use super::{AccessToken, Account, Moment, Session, Uptime};
use crate::{address::ServerUrl, secret::Secret};

/// Longest record that Windows Credential Manager stores, in bytes; the limit is kept on every system.
pub const MAX_RECORD_BYTES: usize = 2560;
/// Longest entry that is parsed, in bytes: some keyrings hold whole files.
const MAX_READ_BYTES: usize = 64 * 1024;
/// The year 10000 in milliseconds: a later time is taken for damage.
const MAX_TIME_MILLIS: u64 = 253_402_300_800_000;
/// The record version of a session with a refresh token.
const VERSION: u64 = 1;
/// The record version of a static token: a Latchkey from before static tokens reports it as newer, and not as damaged.
const STATIC_VERSION: u64 = 2;

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

#[derive(serde::Deserialize)]
struct RecordVersion {
    version: u64,
}

#[derive(serde::Deserialize)]
struct StoredRecord {
    origin: String,
    provider: String,
    account: Account,
    #[serde(default)]
    refresh: Option<Secret>,
    #[serde(default)]
    static_token: Option<Secret>,
    #[serde(default)]
    since: u64,
    #[serde(default)]
    uptime: Option<StoredUptime>,
    #[serde(default)]
    access: Option<StoredAccessToken>,
}

/// The clock that counts from boot, at the moment `since`: which boot, and milliseconds since it.
#[derive(serde::Serialize, serde::Deserialize)]
struct StoredUptime {
    boot: String,
    at: u64,
}

/// Times are milliseconds of the Unix epoch.
#[derive(serde::Deserialize)]
struct StoredAccessToken {
    token: Secret,
    obtained_at: u64,
    expires_at: u64,
}

#[derive(serde::Serialize)]
struct RecordToWrite<'a> {
    version: u64,
    origin: &'a str,
    provider: &'a str,
    account: &'a Account,
    #[serde(skip_serializing_if = "Option::is_none")]
    refresh: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    static_token: Option<&'a str>,
    since: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    uptime: Option<StoredUptime>,
    #[serde(skip_serializing_if = "Option::is_none")]
    access: Option<AccessTokenToWrite<'a>>,
}

#[derive(serde::Serialize)]
struct AccessTokenToWrite<'a> {
    token: &'a str,
    obtained_at: u64,
    expires_at: u64,
}

impl Session {
    /// The versioned JSON the keyring keeps, at most [`MAX_RECORD_BYTES`] bytes: what would make it longer is left out,
    /// the access token first, then what is known of the account beyond its id. A refresh token that is too long
    /// by itself (Directus's has 64 characters) makes a record the keyring refuses, which the person is told.
    pub fn to_record(&self) -> Secret {
        let bare = Account {
            id: self.account.id.clone(),
            ..Account::default()
        };
        let access = self.access.as_ref().and_then(access_token_to_write);
        let has_access = access.is_some();

        let mut record = self.to_json(&self.account, access);
        if record.len() > MAX_RECORD_BYTES && has_access {
            record = self.to_json(&self.account, None);
        }
        if record.len() > MAX_RECORD_BYTES {
            record = self.to_json(&bare, None);
        }

        Secret::from(record)
    }

    /// Reads a record back, refusing one that belongs to another address.
    pub fn from_record(record: &Secret, url: &ServerUrl) -> Result<Self, RecordError> {
        let text = record.expose();
        if text.len() > MAX_READ_BYTES {
            return Err(RecordError::Damaged);
        }
        let damaged = |_| RecordError::Damaged;
        let RecordVersion { version } = serde_json::from_str(text).map_err(damaged)?;
        match version {
            VERSION | STATIC_VERSION => {}
            0 => return Err(RecordError::Damaged),
            newer => return Err(RecordError::Newer(newer)),
        }
        let stored: StoredRecord = serde_json::from_str(text).map_err(damaged)?;
        let credential = if version == STATIC_VERSION {
            &stored.static_token
        } else {
            &stored.refresh
        };
        if credential.as_ref().is_none_or(Secret::is_empty) {
            return Err(RecordError::Damaged);
        }
        if stored.origin != url.as_str() {
            return Err(RecordError::OtherOrigin);
        }

        let since = Moment {
            // Earlier versions did not write it, so any other session is later.
            wall: from_millis(stored.since).unwrap_or(SystemTime::UNIX_EPOCH),
            uptime: stored.uptime.map(|uptime| Uptime {
                boot_id: uptime.boot,
                elapsed: Duration::from_millis(uptime.at),
            }),
        };

        let (refresh, access) = match stored.static_token {
            Some(token) if version == STATIC_VERSION => {
                let access = AccessToken {
                    token,
                    obtained_at: since.clone(),
                    expires_at: None,
                };
                (None, Some(access))
            }
            _ => {
                let access = stored
                    .access
                    .and_then(|access| access.into_access_token(&since));
                (stored.refresh, access)
            }
        };

        Ok(Self {
            origin: stored.origin,
            provider: stored.provider,
            account: stored.account,
            refresh,
            access,
            obtained_at: since,
        })
    }

    fn to_json(
        &self,
        account: &Account,
        access: Option<AccessTokenToWrite<'_>>,
    ) -> Zeroizing<String> {
        let static_token = self.access.as_ref().filter(|_| self.is_static());
        let storing = RecordToWrite {
            version: if self.is_static() {
                STATIC_VERSION
            } else {
                VERSION
            },
            origin: &self.origin,
            provider: &self.provider,
            account,
            refresh: self.refresh.as_ref().map(Secret::expose),
            static_token: static_token.map(|access| access.token.expose()),
            since: to_millis(self.obtained_at.wall).unwrap_or_default(),
            uptime: self.obtained_at.uptime.as_ref().and_then(|uptime| {
                Some(StoredUptime {
                    boot: uptime.boot_id.clone(),
                    at: u64::try_from(uptime.elapsed.as_millis()).ok()?,
                })
            }),
            access,
        };
        // Room enough from the start: growing would leave unwiped copies behind.
        let mut bytes = Zeroizing::new(Vec::with_capacity(4 * MAX_RECORD_BYTES));
        let written = serde_json::to_writer(&mut *bytes, &storing);
        debug_assert!(written.is_ok(), "strings and numbers are always JSON");

        Zeroizing::new(
            std::str::from_utf8(&bytes)
                .map(str::to_owned)
                .unwrap_or_default(),
        )
    }
}

impl StoredAccessToken {
    /// Impossible times cost the access token, not the session. It was asked for together with the refresh token, so both
    /// have the same moment.
    fn into_access_token(self, since: &Moment) -> Option<AccessToken> {
        let access = AccessToken {
            token: self.token,
            obtained_at: since.clone(),
            expires_at: Some(from_millis(self.expires_at)?),
        };
        let is_possible = from_millis(self.obtained_at)? == since.wall
            && access.expires_at.is_some_and(|end| since.wall <= end);

        (is_possible && !access.token.is_empty()).then_some(access)
    }
}

fn from_millis(millis: u64) -> Option<SystemTime> {
    (millis < MAX_TIME_MILLIS).then(|| SystemTime::UNIX_EPOCH + Duration::from_millis(millis))
}

fn to_millis(time: SystemTime) -> Option<u64> {
    let since = time.duration_since(SystemTime::UNIX_EPOCH).ok()?;

    u64::try_from(since.as_millis()).ok()
}

fn access_token_to_write(access: &AccessToken) -> Option<AccessTokenToWrite<'_>> {
    Some(AccessTokenToWrite {
        token: access.token.expose(),
        obtained_at: to_millis(access.obtained_at.wall)?,
        expires_at: to_millis(access.expires_at?)?,
    })
}

#[cfg(test)]
mod tests;
