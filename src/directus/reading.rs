//! The answers of a server, read without a network, for `tests/fuzz`. Owns nothing; each
//! function is the one that reads the real answer.

use std::time::Duration;

use jiff::Timestamp;
use reqwest::header::{DATE, HeaderMap, HeaderValue, RETRY_AFTER};
use url::Url;

use super::{
    Client, Companion, Error, ErrorCode, GrantError, Providers, Refusal, RelayAttempt, ServerInfo,
    headers::retry_after, relay, sso, transport, wire,
};
use crate::{
    address::ServerUrl,
    secret::Secret,
    session::{Account, Tokens},
};

/// An error envelope; `sent` are the secrets of the request.
pub fn refusal(json: &[u8], sent: &[&Secret]) -> Option<Refusal> {
    wire::parse_refusal(json, 400, None, sent)
}

/// A refusal of the companion (RFC 6749 §5.2).
pub fn grant(json: &[u8], sent: &[&Secret]) -> Option<GrantError> {
    sso::parse_grant_error(json, sent)
}

/// `GET /server/info`.
pub fn server_info(json: &[u8]) -> Option<ServerInfo> {
    wire::parse_server_info(json)
}

/// `GET /auth`.
pub fn providers(json: &[u8]) -> Option<Providers> {
    wire::parse_providers(json)
}

/// The address where a provider's sign-in begins.
pub fn login_url(client: &Client, provider: &str) -> Result<Url, Error> {
    client.provider_login_url(provider)
}

/// `GET /latchkey`.
pub fn companion(json: &[u8], base: &ServerUrl) -> Option<Companion> {
    sso::parse_companion(json, base)
}

/// `GET /users/me`.
pub fn account(json: &[u8]) -> Option<Account> {
    wire::parse_account(json)
}

/// `POST /auth/login` and `POST /auth/refresh`.
pub fn tokens(json: &[u8]) -> Option<Tokens> {
    wire::parse_tokens(json)
}

/// The start of a relayed sign-in: `Location`, and name and value of each `Set-Cookie`.
pub fn relay_begun(
    location: &str,
    cookies: &[(String, String)],
    callback: &Url,
) -> Option<RelayAttempt> {
    relay::parse_attempt(location, cookies, callback)
}

/// Its end: the session in the cookies.
pub fn relay_session(cookies: &[(String, String)]) -> Option<Secret> {
    relay::session_token(cookies)
}

/// Its failure: the reason in `Location`.
pub fn relay_reason(location: &str) -> Option<ErrorCode> {
    relay::failure_reason(location)
}

/// Where a redirect away from `asked` points, as it is shown.
pub fn redirect(asked: &Url, location: &str) -> Option<Url> {
    transport::redirect_target(asked, location)
}

/// How long a server with this `Retry-After` and `Date` asks to be left alone.
pub fn wait(after: &str, date: &str) -> Option<Duration> {
    let mut headers = HeaderMap::new();
    let _ = headers.insert(RETRY_AFTER, HeaderValue::from_str(after).ok()?);
    if let Ok(date) = HeaderValue::from_str(date) {
        let _ = headers.insert(DATE, date);
    }

    retry_after(&headers, Timestamp::UNIX_EPOCH)
}
