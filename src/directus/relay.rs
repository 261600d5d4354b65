//! The relay: Latchkey stands where the server believes its own public address to be
//! (`AUTH_ALLOWED_PUBLIC_URLS`), so that a provider's answer comes here and is handed on. Owns the two requests of it:
//! the beginning, whose cookie is held here and never given to the browser, and the provider's answer, handed on as
//! it came. The port, the state and the exchange are others'.

use reqwest::{
    Response, StatusCode,
    header::{COOKIE, HOST, LOCATION, SET_COOKIE},
};
use url::Url;

use super::{Client, Code, Error};
use crate::{secret::Secret, session::session_claim};

/// Cookies in which Directus keeps a session.
const SESSION: &str = "directus_session_token";
const REFRESH: &str = "directus_refresh_token";
/// Shortest `state` that cannot be guessed, in characters: 128 bit in base64url. Directus's have 43.
const SHORTEST_STATE: usize = 22;
/// Longest address and cookie that are believed, in bytes.
const LONGEST: usize = 8 * 1024;

/// A round that began at the server.
#[derive(Debug)]
pub struct RelayBegun {
    /// The provider's page, for the browser. Holds the state.
    pub provider: Secret,
    /// What the provider's answer must carry (RFC 6749 §10.12); made by Directus, tied to `cookie`.
    pub state: Secret,
    /// What Directus ties the round to. Stays here.
    pub cookie: Secret,
}

/// What `GET /auth/login/PROVIDER` says to the relay's own name.
#[derive(Debug)]
pub enum RelayStart {
    /// On to the provider, who will answer to the relay.
    Begun(Box<RelayBegun>),
    /// The provider would answer elsewhere: the server does not take the relay's name for its own, or this provider is
    /// of a kind that cannot be relayed (SAML).
    Elsewhere,
    /// There is no such provider here.
    NotOffered,
}

/// What came of the provider's answer.
#[derive(Debug)]
pub enum RelayEnd {
    /// What `POST /auth/refresh` takes.
    Session(Secret),
    /// Directus's `reason`.
    Refused(Code),
    /// Neither.
    Nothing,
}

impl Client {
    /// `GET /auth/login/PROVIDER` under the relay's name, the address `callback` being its own. The answer is read and
    /// not followed. `otp` as on the other ways.
    pub async fn relay_begin(
        &self,
        provider: &str,
        callback: &Url,
        otp: Option<&Secret>,
    ) -> Result<RelayStart, Error> {
        let mut url = self.login_url(provider)?;
        if let Some(otp) = otp {
            let _ = url.query_pairs_mut().append_pair("otp", otp.expose());
        }
        let request = self.get(url).header(HOST, authority(callback));
        let response = self.send(request).await?;

        match response.status() {
            StatusCode::FOUND => Ok(begun(&response, callback)
                .map_or(RelayStart::Elsewhere, |begun| {
                    RelayStart::Begun(Box::new(begun))
                })),
            StatusCode::NOT_FOUND => match self.refused(response, &[]).await {
                Error::Refused(refusal) if refusal.code == Code::RouteNotFound => {
                    Ok(RelayStart::NotOffered)
                }
                error => Err(error),
            },
            _ => Err(self.refused(response, &[]).await),
        }
    }

    /// `GET /auth/login/PROVIDER/callback` with the provider's own query, under the relay's name and with the round's
    /// cookie. Sent once.
    pub async fn relay_finish(
        &self,
        provider: &str,
        callback: &Url,
        query: &Secret,
        cookie: &Secret,
    ) -> Result<RelayEnd, Error> {
        let mut url = self.login_url(provider)?;
        let _ = url
            .path_segments_mut()
            .map_err(|()| self.other_shape())?
            .push("callback");
        url.set_query(Some(query.expose()));
        let request = self
            .get(url)
            .header(HOST, authority(callback))
            .header(COOKIE, cookie.expose());
        let response = self.send(request).await?;

        if response.status() == StatusCode::FOUND {
            Ok(end(&response))
        } else {
            Err(self.refused(response, &[query, cookie]).await)
        }
    }
}

/// `Host` as the server must see it.
fn authority(callback: &Url) -> String {
    let host = callback.host_str().unwrap_or_default();

    match callback.port() {
        Some(port) => format!("{host}:{port}"),
        None => host.to_owned(),
    }
}

/// The provider's page, if its answer will come to `callback`, with what ties the round together.
fn begun(response: &Response, callback: &Url) -> Option<RelayBegun> {
    let location = response.headers().get(LOCATION)?.to_str().ok()?;
    let cookies: Vec<_> = cookies(response).collect();

    read(location, &cookies, callback)
}

pub(super) fn read(
    location: &str,
    cookies: &[(String, String)],
    callback: &Url,
) -> Option<RelayBegun> {
    let page = Url::parse(location)
        .ok()
        .filter(|page| matches!(page.scheme(), "http" | "https") && location.len() <= LONGEST)?;
    let one = |name: &str| {
        let mut found = page.query_pairs().filter(|(known, _)| known == name);
        let (_, value) = found.next()?;

        found.next().is_none().then(|| value.into_owned())
    };
    let state = one("state").filter(|state| state.len() >= SHORTEST_STATE)?;
    let is_ours = one("redirect_uri")
        .and_then(|uri| Url::parse(&uri).ok())
        .is_some_and(|uri| uri == *callback);
    let held: Vec<_> = cookies
        .iter()
        .filter(|(name, _)| name.starts_with("openid.") || name.starts_with("oauth2."))
        .map(|(name, value)| format!("{name}={value}"))
        .collect();

    (is_ours && held.len() == 1).then(|| RelayBegun {
        provider: Secret::from(page.as_str()),
        state: Secret::from(state),
        cookie: Secret::from(held.concat()),
    })
}

fn end(response: &Response) -> RelayEnd {
    let cookies: Vec<_> = cookies(response).collect();
    let location = response
        .headers()
        .get(LOCATION)
        .and_then(|location| location.to_str().ok())
        .unwrap_or_default();

    session(&cookies).map_or_else(
        || reason(location).map_or(RelayEnd::Nothing, RelayEnd::Refused),
        RelayEnd::Session,
    )
}

pub(super) fn session(cookies: &[(String, String)]) -> Option<Secret> {
    let named = |name: &str| {
        cookies
            .iter()
            .find(|(known, value)| known == name && !value.is_empty())
            .map(|(_, value)| Secret::from(value.as_str()))
    };

    named(SESSION)
        .as_ref()
        .and_then(session_claim)
        .or_else(|| named(REFRESH))
}

/// `reason=CODE` of where Directus sends a browser whose sign-in failed.
pub(super) fn reason(location: &str) -> Option<Code> {
    let (_, query) = location.split_once('?')?;
    let (_, reason) =
        url::form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "reason")?;
    let is_code = (1..=64).contains(&reason.len())
        && reason
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');

    Some(Code::from(if is_code {
        &*reason
    } else {
        "UNKNOWN_EXCEPTION"
    }))
}

/// Name and value of each `Set-Cookie` (RFC 6265 §4.1), its attributes left out.
fn cookies(response: &Response) -> impl Iterator<Item = (String, String)> {
    response
        .headers()
        .get_all(SET_COOKIE)
        .into_iter()
        .filter_map(|cookie| cookie.to_str().ok())
        .filter(|cookie| cookie.len() <= LONGEST)
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

    fn page(redirect: &str, state: &str) -> String {
        let mut page = Url::parse("https://id.example.com/auth").unwrap();
        let _ = page
            .query_pairs_mut()
            .append_pair("redirect_uri", redirect)
            .append_pair("state", state);

        page.to_string()
    }

    fn held() -> Vec<(String, String)> {
        vec![("openid.corp".to_owned(), "eyJ".to_owned())]
    }

    #[test]
    fn a_round_that_comes_back_here_is_read() {
        let page = page(callback().as_str(), STATE);
        let begun = read(&page, &held(), &callback()).unwrap();

        assert_eq!(begun.state.expose(), STATE);
        assert_eq!(begun.cookie.expose(), "openid.corp=eyJ");
        assert_eq!(begun.provider.expose(), page);
        assert!(!format!("{begun:?}").contains(STATE));
    }

    #[test]
    fn s_04_what_would_not_come_back_here_or_could_be_guessed_is_no_round() {
        let good = page(callback().as_str(), STATE);
        for (location, cookies) in [
            (
                page("https://cms.example.com/auth/login/corp/callback", STATE),
                held(),
            ),
            (
                page("http://127.0.0.1:28518/auth/login/corp/callback", STATE),
                held(),
            ),
            (page(callback().as_str(), "short"), held()),
            (format!("{good}&state={STATE}"), held()),
            (good.replace("https://", "javascript://"), held()),
            ("/admin/login".to_owned(), held()),
            (good.clone(), Vec::new()),
            (good, [held(), held()].concat()),
        ] {
            assert!(
                read(&location, &cookies, &callback()).is_none(),
                "{location}"
            );
        }
    }

    #[test]
    fn r_36_the_reason_is_a_code_or_unknown() {
        for (location, code) in [
            ("/?reason=INVALID_OTP", Some(Code::InvalidOtp)),
            (
                "https://x/admin/login?a=b&reason=INVALID_CREDENTIALS",
                Some(Code::InvalidCredentials),
            ),
            (
                "/?reason=%3Cscript%3E",
                Some(Code::from("UNKNOWN_EXCEPTION")),
            ),
            ("/", None),
        ] {
            assert_eq!(reason(location), code, "{location}");
        }
    }
}
