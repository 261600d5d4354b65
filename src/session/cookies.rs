//! The cookies in which Directus keeps a session. Owns their names and what of them `POST /auth/refresh` takes; reading
//! them from a request or an answer is the caller's.

use super::session_claim;
use crate::secret::Secret;

/// Session mode (`AUTH_<P>_MODE=session`): a JWT that names the session.
const SESSION: &str = "directus_session_token";
/// Cookie mode (`AUTH_<P>_MODE=cookie`): the refresh token itself.
const REFRESH: &str = "directus_refresh_token";

/// The names of both.
pub const SESSION_COOKIES: &[&str] = &[SESSION, REFRESH];

/// The refresh token in Directus's cookies, whichever mode they are of. `cookie` gives the value of a cookie by its name.
pub fn refresh_token_in_cookies(cookie: impl Fn(&str) -> Option<Secret>) -> Option<Secret> {
    let named = |name| cookie(name).filter(|value| !value.is_empty());

    named(SESSION)
        .as_ref()
        .and_then(session_claim)
        .or_else(|| named(REFRESH))
}
