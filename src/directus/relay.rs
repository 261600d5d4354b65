//! The relay: Latchkey listens at an address that the server takes for one of its own (`AUTH_ALLOWED_PUBLIC_URLS`), so
//! a provider's answer arrives here and is forwarded to the server. Owns its two requests: the start, whose cookie is
//! kept here and never given to the browser, and the provider's answer, forwarded as it came. The port, the check of
//! the state and the exchange for tokens are `loopback`'s, `sso`'s and `service`'s.

use reqwest::{
    Response, StatusCode,
    header::{COOKIE, HOST, LOCATION, SET_COOKIE},
};
use url::Url;

use super::{Client, Endpoint, Error, ErrorCode};
use crate::{secret::Secret, session::refresh_token_in_cookies, sso::Reason};

/// Shortest `state` that cannot be guessed, in characters: 128 bit in base64url. Directus's have 43.
const MIN_STATE_CHARS: usize = 22;
/// Longest `Location` and cookie that are taken, in bytes.
const MAX_HEADER_BYTES: usize = 8 * 1024;

/// A sign-in that the server has started.
#[derive(Debug)]
pub struct RelayAttempt {
    /// The provider's page, for the browser. Holds the state.
    pub provider_page: Secret,
    /// What the provider's answer must carry (RFC 6749 §10.12); made by Directus, tied to `cookie`.
    pub state: Secret,
    /// The cookie by which Directus recognises this sign-in. It is not given to the browser.
    pub cookie: Secret,
}

/// What `GET /auth/login/PROVIDER` answers when its `Host` is the relay's address.
#[derive(Debug)]
pub enum RelayStart {
    /// On to the provider, who will answer to the relay.
    Started(Box<RelayAttempt>),
    /// The provider would answer elsewhere: the server does not take the relay's name for its own, or this provider is
    /// of a kind that cannot be relayed (SAML).
    NotRelayable,
    /// There is no such provider here.
    UnknownProvider,
}

/// What came of the provider's answer.
#[derive(Debug)]
pub enum RelayOutcome {
    /// What `POST /auth/refresh` takes.
    Session(Secret),
    /// Directus's `reason`.
    Refused(ErrorCode),
    /// Neither a session nor a reason.
    NoResult,
}

impl Client {
    /// `GET /auth/login/PROVIDER` with `callback`'s host in `Host`. The answer is read and not followed. `otp` is the
    /// code of Directus's own second factor, as with the other routes.
    pub async fn start_relay(
        &self,
        provider: &str,
        callback: &Url,
        otp: Option<&Secret>,
    ) -> Result<RelayStart, Error> {
        let mut url = self.provider_login_url(provider)?;
        if let Some(otp) = otp {
            let _ = url.query_pairs_mut().append_pair("otp", otp.expose());
        }
        let request = self
            .request_url(Endpoint::StartRelay, url)
            .header(HOST, host_header(callback));
        let sent: Vec<_> = otp.into_iter().collect();
        let response = self.send(request).await?;

        match response.status() {
            StatusCode::FOUND => Ok(attempt_from(&response, callback)
                .map_or(RelayStart::NotRelayable, |attempt| {
                    RelayStart::Started(Box::new(attempt))
                })),
            StatusCode::NOT_FOUND => match self.error_from(response, &sent).await {
                Error::Refused(refusal) if refusal.code == ErrorCode::RouteNotFound => {
                    Ok(RelayStart::UnknownProvider)
                }
                error => Err(error),
            },
            _ => Err(self.error_from(response, &sent).await),
        }
    }

    /// `GET /auth/login/PROVIDER/callback` with the provider's own query, `callback`'s host in `Host`, and the cookie
    /// of this sign-in. Sent once.
    pub async fn finish_relay(
        &self,
        provider: &str,
        callback: &Url,
        query: &Secret,
        cookie: &Secret,
    ) -> Result<RelayOutcome, Error> {
        let mut url = self.provider_login_url(provider)?;
        let _ = url
            .path_segments_mut()
            .map_err(|()| self.unexpected_shape())?
            .push("callback");
        url.set_query(Some(query.expose()));
        let request = self
            .request_url(Endpoint::FinishRelay, url)
            .header(HOST, host_header(callback))
            .header(COOKIE, cookie.expose());
        let response = self.send(request).await?;

        if response.status() == StatusCode::FOUND {
            Ok(outcome_from(&response))
        } else {
            Err(self.error_from(response, &[query, cookie]).await)
        }
    }
}

/// `Host` as the server must see it.
fn host_header(callback: &Url) -> String {
    let host = callback.host_str().unwrap_or_default();

    match callback.port() {
        Some(port) => format!("{host}:{port}"),
        None => host.to_owned(),
    }
}

/// The sign-in that the server has started, if the provider's answer will come to `callback`.
fn attempt_from(response: &Response, callback: &Url) -> Option<RelayAttempt> {
    let location = response.headers().get(LOCATION)?.to_str().ok()?;
    let cookies: Vec<_> = set_cookies(response).collect();

    parse_attempt(location, &cookies, callback)
}

pub(super) fn parse_attempt(
    location: &str,
    cookies: &[(String, String)],
    callback: &Url,
) -> Option<RelayAttempt> {
    let page = Url::parse(location).ok().filter(|page| {
        matches!(page.scheme(), "http" | "https") && location.len() <= MAX_HEADER_BYTES
    })?;
    let one = |name: &str| {
        let mut found = page.query_pairs().filter(|(known, _)| known == name);
        let (_, value) = found.next()?;

        found.next().is_none().then(|| value.into_owned())
    };
    let state = one("state").filter(|state| state.len() >= MIN_STATE_CHARS)?;
    let is_ours = one("redirect_uri")
        .and_then(|uri| Url::parse(&uri).ok())
        .is_some_and(|uri| uri == *callback);
    let attempt_cookies: Vec<_> = cookies
        .iter()
        .filter(|(name, _)| name.starts_with("openid.") || name.starts_with("oauth2."))
        .map(|(name, value)| format!("{name}={value}"))
        .collect();

    (is_ours && attempt_cookies.len() == 1).then(|| RelayAttempt {
        provider_page: Secret::from(page.as_str()),
        state: Secret::from(state),
        cookie: Secret::from(attempt_cookies.concat()),
    })
}

fn outcome_from(response: &Response) -> RelayOutcome {
    let cookies: Vec<_> = set_cookies(response).collect();
    let location = response
        .headers()
        .get(LOCATION)
        .and_then(|location| location.to_str().ok())
        .unwrap_or_default();

    session_token(&cookies).map_or_else(
        || failure_reason(location).map_or(RelayOutcome::NoResult, RelayOutcome::Refused),
        RelayOutcome::Session,
    )
}

pub(super) fn session_token(cookies: &[(String, String)]) -> Option<Secret> {
    refresh_token_in_cookies(|name| {
        // Of a cookie that is set twice the first one with a value is taken.
        cookies
            .iter()
            .find(|(known, value)| known == name && !value.is_empty())
            .map(|(_, value)| Secret::from(value.as_str()))
    })
}

/// `reason=CODE` of where Directus sends a browser whose sign-in failed.
pub(super) fn failure_reason(location: &str) -> Option<ErrorCode> {
    let (_, query) = location.split_once('?')?;
    let (_, reason) =
        url::form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "reason")?;

    Some(ErrorCode::from(Reason::clean(&reason).code()))
}

/// Name and value of each `Set-Cookie` (RFC 6265 §4.1), its attributes left out.
fn set_cookies(response: &Response) -> impl Iterator<Item = (String, String)> {
    response
        .headers()
        .get_all(SET_COOKIE)
        .into_iter()
        .filter_map(|cookie| cookie.to_str().ok())
        .filter(|cookie| cookie.len() <= MAX_HEADER_BYTES)
        .filter_map(|cookie| {
            let (name, value) = cookie.split(';').next()?.split_once('=')?;

            Some((name.trim().to_owned(), value.trim().to_owned()))
        })
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may stop at once")]

    use super::*;

    const STATE: &str = "kE8f0vJ3x9QbT1mZ7yLw2R";

    fn callback() -> Url {
        Url::parse("http://127.0.0.1:28517/auth/login/corp/callback").unwrap()
    }

    fn provider_page(redirect: &str, state: &str) -> String {
        let mut page = Url::parse("https://id.example.com/auth").unwrap();
        let _ = page
            .query_pairs_mut()
            .append_pair("redirect_uri", redirect)
            .append_pair("state", state);

        page.to_string()
    }

    fn round_cookies() -> Vec<(String, String)> {
        vec![("openid.corp".to_owned(), "eyJ".to_owned())]
    }

    #[test]
    fn a_round_that_comes_back_here_is_read() {
        let page = provider_page(callback().as_str(), STATE);
        let attempt = parse_attempt(&page, &round_cookies(), &callback()).unwrap();

        assert_eq!(attempt.state.expose(), STATE);
        assert_eq!(attempt.cookie.expose(), "openid.corp=eyJ");
        assert_eq!(attempt.provider_page.expose(), page);
        assert!(!format!("{attempt:?}").contains(STATE));
    }

    #[test]
    fn s_04_what_would_not_come_back_here_or_could_be_guessed_is_no_round() {
        let good = provider_page(callback().as_str(), STATE);
        for (location, cookies) in [
            (
                provider_page("https://cms.example.com/auth/login/corp/callback", STATE),
                round_cookies(),
            ),
            (
                provider_page("http://127.0.0.1:28518/auth/login/corp/callback", STATE),
                round_cookies(),
            ),
            (provider_page(callback().as_str(), "short"), round_cookies()),
            (format!("{good}&state={STATE}"), round_cookies()),
            (good.replace("https://", "javascript://"), round_cookies()),
            ("/admin/login".to_owned(), round_cookies()),
            (good.clone(), Vec::new()),
            (good, [round_cookies(), round_cookies()].concat()),
        ] {
            assert!(
                parse_attempt(&location, &cookies, &callback()).is_none(),
                "{location}"
            );
        }
    }

    #[test]
    fn r_36_the_reason_is_a_code_or_unknown() {
        for (location, code) in [
            ("/?reason=INVALID_OTP", Some(ErrorCode::InvalidOtp)),
            (
                "https://x/admin/login?a=b&reason=INVALID_CREDENTIALS",
                Some(ErrorCode::InvalidCredentials),
            ),
            (
                "/?reason=%3Cscript%3E",
                Some(ErrorCode::from("UNKNOWN_EXCEPTION")),
            ),
            ("/", None),
        ] {
            assert_eq!(failure_reason(location), code, "{location}");
        }
    }
}
