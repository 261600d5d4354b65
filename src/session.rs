//! A signed-in session as data: tokens, whose they are, until when, and the record the keyring keeps.
//! Pure: it knows no clock but the one it is given, no network and no keyring.

mod account;
mod cookies;
mod moment;
mod record;
mod static_token;
mod token;

pub use account::Account;
pub use cookies::{SESSION_COOKIES, refresh_token_in_cookies};
pub use moment::{Moment, Uptime};
pub use record::{MAX_RECORD_BYTES, RecordError};
pub use static_token::{StaticTokenError, parse_static_token};
pub use token::{TokenHint, enforces_tfa, session_claim};

use std::time::{Duration, SystemTime};

use crate::{address::ServerUrl, secret::Secret};

/// The provider name Directus gives to accounts with a password of its own.
pub const DEFAULT_PROVIDER: &str = "default";

/// The longest lifetime that is accepted from a server, so that none overflows the clock.
const MAX_TOKEN_LIFETIME: Duration = Duration::from_secs(366 * 24 * 60 * 60);

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

/// A bearer token and the time until which the server accepts it.
#[derive(Debug, Clone)]
pub struct AccessToken {
    /// The bearer token.
    pub token: Secret,
    /// When it was asked for: its life may have begun then.
    pub obtained_at: Moment,
    /// When it ends, by the wall clock; `None` for one that does not end by itself.
    pub expires_at: Option<SystemTime>,
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
    /// Single-use refresh token; `None` when `access` is a static token that a person made in the Data Studio.
    pub refresh: Option<Secret>,
    /// When `refresh` was asked for: of two copies the later one is alive.
    pub obtained_at: Moment,
    /// The last access token, dropped first when the record would be too long; never a static one.
    pub access: Option<AccessToken>,
}

impl Session {
    /// A session from a fresh pair of tokens that was asked for at `asked`.
    pub fn new(
        url: &ServerUrl,
        provider: &str,
        account: Account,
        tokens: Tokens,
        asked: Moment,
    ) -> Self {
        Self {
            origin: url.as_str().to_owned(),
            provider: provider.to_owned(),
            account,
            access: Some(AccessToken::new(
                tokens.access,
                tokens.expires_in,
                asked.clone(),
            )),
            refresh: Some(tokens.refresh),
            obtained_at: asked,
        }
    }

    /// A session that is nothing but a static token, which the server accepted at `asked`.
    pub fn with_static_token(
        url: &ServerUrl,
        account: Account,
        token: Secret,
        asked: Moment,
    ) -> Self {
        Self {
            origin: url.as_str().to_owned(),
            provider: String::new(),
            account,
            refresh: None,
            access: Some(AccessToken {
                token,
                obtained_at: asked.clone(),
                expires_at: None,
            }),
            obtained_at: asked,
        }
    }

    /// Whether it is nothing but a static token: it is never renewed, and only the Data Studio ends it.
    pub fn is_static(&self) -> bool {
        self.refresh.is_none()
    }

    /// Whether this is the session of that refresh or static token.
    pub fn has_credential(&self, credential: &Secret) -> bool {
        self.credential()
            .is_some_and(|own| own.expose() == credential.expose())
    }

    /// What it lives by: the refresh token, else the static one.
    pub fn credential(&self) -> Option<&Secret> {
        self.refresh
            .as_ref()
            .or(self.access.as_ref().map(|access| &access.token))
    }

    /// The same session with the next pair of tokens, asked for at `asked`.
    #[must_use]
    pub fn renewed(&self, tokens: Tokens, asked: Moment) -> Self {
        Self {
            origin: self.origin.clone(),
            provider: self.provider.clone(),
            account: self.account.clone(),
            access: Some(AccessToken::new(
                tokens.access,
                tokens.expires_in,
                asked.clone(),
            )),
            refresh: Some(tokens.refresh),
            obtained_at: asked,
        }
    }

    /// The access token if the server will accept it for `at_least`, with its end by the wall clock of now. `None` also
    /// when its age is not known, because a clock was set or the machine was restarted: one token too many is
    /// harmless, a dead one must not be issued.
    pub fn valid_access(&self, now: &Moment, at_least: Duration) -> Option<AccessToken> {
        let access = self.access.as_ref()?;
        if access.expires_at.is_none() {
            return Some(access.clone());
        }
        let remaining = access.remaining(now)?;

        (at_least <= remaining)
            .then(|| AccessToken::new(access.token.clone(), remaining, now.clone()))
    }

    /// A number that differs from those of the refresh tokens before and after this one, and reveals nothing of it.
    pub fn refresh_token_id(&self) -> u64 {
        self.obtained_at
            .wall
            .duration_since(SystemTime::UNIX_EPOCH)
            .ok()
            .and_then(|since| u64::try_from(since.as_millis()).ok())
            .unwrap_or_default()
    }
}

impl AccessToken {
    fn new(token: Secret, lifetime: Duration, asked: Moment) -> Self {
        Self {
            token,
            expires_at: asked
                .wall
                .checked_add(lifetime.min(MAX_TOKEN_LIFETIME))
                .or(Some(asked.wall)),
            obtained_at: asked,
        }
    }

    /// How long the server accepts it, counted from when it was asked for; `None` for one that does not end by itself.
    pub fn lifetime(&self) -> Option<Duration> {
        let lifetime = self.expires_at?.duration_since(self.obtained_at.wall);

        Some(lifetime.unwrap_or_default())
    }

    /// How long the server still accepts it; `None` when it no longer does, or when its age is not known.
    fn remaining(&self, now: &Moment) -> Option<Duration> {
        self.lifetime()?.checked_sub(self.obtained_at.age(now)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(access: &str, seconds: u64) -> Tokens {
        Tokens {
            access: Secret::from(access),
            refresh: Secret::from(format!("refresh-of-{access}")),
            expires_in: Duration::from_secs(seconds),
        }
    }

    fn session(now: SystemTime) -> Option<Session> {
        let url =
            ServerUrl::parse("cms.example.com", crate::address::HttpPolicy::LoopbackOnly).ok()?;

        Some(Session::new(
            &url,
            "default",
            Account::default(),
            tokens("a", 900),
            now.into(),
        ))
    }

    #[test]
    fn r_09_an_access_token_is_used_only_while_its_age_is_known() {
        let start = SystemTime::UNIX_EPOCH + Duration::from_secs(1_760_000_000);
        let Some(session) = session(start) else {
            unreachable!("the address is a good one");
        };
        let day = Duration::from_secs(86_400);

        for (now, at_least, valid) in [
            (start, 0, true),
            (start, 900, true),
            (start, 901, false),
            (start + Duration::from_secs(840), 60, true),
            (start + Duration::from_secs(841), 60, false),
            (start + Duration::from_secs(900), 0, true),
            (start + Duration::from_secs(901), 0, false),
            // The clock was set back behind the moment the token came.
            (start - Duration::from_millis(1), 0, false),
            (start - day, 60, false),
            (start + day, 60, false),
            (start, u64::MAX, false),
        ] {
            let access = session.valid_access(&now.into(), Duration::from_secs(at_least));
            assert_eq!(access.is_some(), valid, "{now:?} {at_least}");
        }
    }

    #[test]
    fn r_09_the_end_is_told_by_the_wall_clock_as_it_goes_now() {
        let start = SystemTime::UNIX_EPOCH + Duration::from_secs(1_760_000_000);
        let at = |wall, seconds| Moment {
            wall,
            uptime: Some(Uptime {
                boot_id: "a".to_owned(),
                elapsed: Duration::from_secs(seconds),
            }),
        };
        let Some(mut session) = session(start) else {
            unreachable!("the address is a good one");
        };
        session = session.renewed(tokens("b", 900), at(start, 1_000));

        // Ten minutes later, and the clock was set back by five: five minutes are left, not ten.
        let now = start + Duration::from_secs(300);
        let access = session.valid_access(&at(now, 1_600), Duration::ZERO);

        assert_eq!(
            access.map(|access| access.expires_at),
            Some(Some(now + Duration::from_secs(300)))
        );
        let too_long = session.valid_access(&at(now, 1_600), Duration::from_secs(301));
        assert!(too_long.is_none());
    }

    #[test]
    fn renewing_replaces_both_tokens_and_nothing_else() {
        let start = SystemTime::UNIX_EPOCH + Duration::from_secs(1_760_000_000);
        let later = start + Duration::from_secs(800);
        let Some(session) = session(start) else {
            unreachable!("the address is a good one");
        };

        let next = session.renewed(tokens("b", 900), later.into());

        assert!(next.has_credential(&Secret::from("refresh-of-b")));
        let end = (later + Duration::from_secs(900)).into();
        let access = next.valid_access(&end, Duration::ZERO);
        assert!(access.is_some_and(|access| access.token.expose() == "b"));
        assert_ne!(next.refresh_token_id(), session.refresh_token_id());
        assert_eq!(
            (next.origin, next.provider),
            (session.origin, session.provider)
        );
    }

    #[test]
    fn a_static_token_is_valid_for_as_long_as_the_server_takes_it() {
        let start = SystemTime::UNIX_EPOCH + Duration::from_secs(1_760_000_000);
        let Some(session) = session(start) else {
            unreachable!("the address is a good one");
        };
        assert!(!session.is_static());
        let Ok(url) = ServerUrl::parse("cms.example.com", crate::address::HttpPolicy::LoopbackOnly)
        else {
            unreachable!("the address is a good one");
        };
        let session = Session::with_static_token(
            &url,
            Account::default(),
            Secret::from("by-hand"),
            start.into(),
        );

        assert!(session.is_static() && session.has_credential(&Secret::from("by-hand")));
        for now in [
            start,
            start + Duration::from_secs(1 << 31),
            SystemTime::UNIX_EPOCH,
        ] {
            let access = session.valid_access(&now.into(), Duration::MAX);
            assert_eq!(access.map(|access| access.expires_at), Some(None));
        }
    }

    #[test]
    fn an_absurd_lifetime_does_not_overflow() {
        let far = SystemTime::UNIX_EPOCH + Duration::from_secs(1 << 37);
        let Some(session) = session(far) else {
            unreachable!("the address is a good one");
        };

        let next = session.renewed(tokens("b", u64::MAX), far.into());

        let access = next.valid_access(&far.into(), Duration::from_secs(3600));
        assert!(access.is_some());
    }

    #[test]
    fn s_40_debug_shows_no_token() {
        let Some(session) = session(SystemTime::UNIX_EPOCH) else {
            unreachable!("the address is a good one");
        };
        let shown = format!(
            "{session:?} {:?}",
            session.renewed(tokens("b", 1), SystemTime::UNIX_EPOCH.into())
        );

        assert!(!shown.contains("refresh-of"), "{shown}");
    }
}
