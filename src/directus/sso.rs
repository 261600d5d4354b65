//! The endpoints of a sign-in through the system browser: whether the companion is there, whether a provider may
//! come back to an address, and a code for tokens. Owns the companion's protocol on this side; the attempt itself is
//! `sso`'s.

use bytes::Bytes;
use reqwest::{
    Response, StatusCode,
    header::{ACCEPT, CONTENT_TYPE},
};
use serde::Deserialize;
use serde_json::{Map, Value};
use url::{Url, form_urlencoded::Serializer};
use zeroize::Zeroizing;

use super::{
    Client, Endpoint, Error, ErrorCode, GrantError, MAX_JSON_BYTES, Refusal, clean,
    headers::retry_after, transport::ContentKind, wire,
};
use crate::{address::ServerUrl, identity::COMPANION_PATH, secret::Secret, session::Tokens};

/// Longest address of the companion that is taken, in bytes.
const MAX_ADDRESS_BYTES: usize = 1024;
/// Longest OAuth error code that is kept, in characters.
const MAX_ERROR_CODE_CHARS: usize = 64;

/// What the companion says of itself (`GET /latchkey`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Companion {
    /// The version of its protocol.
    pub protocol_version: u64,
    /// Whether it takes code challenges of the method S256 (RFC 7636; S-16).
    pub supports_s256: bool,
    /// Its own name for itself, as it gives it; comes back with every code (RFC 9207).
    pub issuer: String,
    /// Whether `issuer` is this instance's own address. With another one the browser's cookies and the code would
    /// belong to another server.
    pub is_this_instance: bool,
    /// Its page for mailed reset links; `None` unless it is on this very instance.
    pub reset_password: Option<Url>,
}

/// What `GET /auth/login/PROVIDER` says to a redirect address, without a browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RedirectCheck {
    /// 302: on to the provider.
    Allowed,
    /// 400: the address is not on the provider's list.
    NotAllowed,
    /// 404: there is no such provider here.
    UnknownProvider,
}

impl Client {
    /// `GET /latchkey`; `None` when no companion answers there: 404, a web page, or something else altogether.
    pub async fn companion(&self) -> Result<Option<Companion>, Error> {
        let request = self.request(Endpoint::Companion);

        match self.fetch_json(request, &[]).await {
            Ok(json) => Ok(parse_companion(&json, self.base())),
            Err(Error::NotDirectus { status, .. }) if status < 500 => Ok(None),
            Err(Error::Refused(Refusal {
                code: ErrorCode::RouteNotFound | ErrorCode::Forbidden,
                ..
            })) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// `GET /auth/login/PROVIDER?redirect=REDIRECT`, the answer read and not followed (R-35). The cookie it sets
    /// is dropped: the browser gets its own.
    pub async fn check_redirect(
        &self,
        provider: &str,
        redirect: &Url,
    ) -> Result<RedirectCheck, Error> {
        let mut url = self.provider_login_url(provider)?;
        let _ = url
            .query_pairs_mut()
            .append_pair("redirect", redirect.as_str());
        let response = self
            .send(self.request_url(Endpoint::CheckRedirect, url))
            .await?;

        match response.status() {
            StatusCode::FOUND => Ok(RedirectCheck::Allowed),
            StatusCode::BAD_REQUEST | StatusCode::NOT_FOUND => {
                match self.error_from(response, &[]).await {
                    Error::Refused(refusal) if refusal.code == ErrorCode::InvalidPayload => {
                        Ok(RedirectCheck::NotAllowed)
                    }
                    Error::Refused(refusal) if refusal.code == ErrorCode::RouteNotFound => {
                        Ok(RedirectCheck::UnknownProvider)
                    }
                    error => Err(error),
                }
            }
            _ => Err(self.error_from(response, &[]).await),
        }
    }

    /// `POST /latchkey/token`: a code for tokens (RFC 6749 §4.1.3, RFC 7636 §4.5). Sent once.
    pub async fn exchange_code(
        &self,
        code: &Secret,
        verifier: &Secret,
        redirect_uri: &Url,
    ) -> Result<Tokens, Error> {
        // Room for everything at once: a buffer that grows leaves its old contents behind.
        let mut form = Zeroizing::new(String::with_capacity(16 * 1024));
        let _ = Serializer::new(&mut *form)
            .append_pair("grant_type", "authorization_code")
            .append_pair("code", code.expose())
            .append_pair("code_verifier", verifier.expose())
            .append_pair("redirect_uri", redirect_uri.as_str())
            .finish();
        let request = self
            .request(Endpoint::ExchangeCode)
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(ACCEPT, "application/json")
            .body(Bytes::from_owner(form));
        let response = self.send(request).await?;

        match (response.status(), ContentKind::of(response.headers())) {
            (StatusCode::OK, ContentKind::Json) => {
                let json = self.read_body(response, MAX_JSON_BYTES).await?;

                wire::parse_tokens(&json).ok_or_else(|| self.unexpected_shape())
            }
            (status, content) if status.is_success() => {
                Err(self.not_directus(status, content.name()))
            }
            (_, ContentKind::Json) => Err(self.companion_error(response, &[code, verifier]).await),
            _ => Err(self.error_from(response, &[code, verifier]).await),
        }
    }

    /// The companion answers in Directus's shape, in that of RFC 6749 §5.2, or in both at once.
    async fn companion_error(&self, response: Response, sent: &[&Secret]) -> Error {
        let status = response.status();
        let wait = retry_after(response.headers(), jiff::Timestamp::now());

        match self.read_body(response, MAX_JSON_BYTES).await {
            Ok(json) => wire::parse_refusal(&json, status.as_u16(), wait, sent)
                .map(Error::Refused)
                .or_else(|| parse_grant_error(&json, sent).map(Error::Grant))
                .unwrap_or_else(|| self.error_without_envelope(status, ContentKind::Json, wait)),
            Err(error) => error,
        }
    }
}

pub(super) fn parse_companion(json: &[u8], base: &ServerUrl) -> Option<Companion> {
    #[derive(Deserialize)]
    struct Envelope {
        data: Map<String, Value>,
    }

    let Envelope { data } = serde_json::from_slice(json).ok()?;
    let text = |key: &str| {
        data.get(key)
            .and_then(Value::as_str)
            .filter(|text| text.len() <= MAX_ADDRESS_BYTES)
    };
    let own = base.join(COMPANION_PATH);
    let issuer = text("issuer").unwrap_or_default();

    (text("name") == Some("latchkey")).then(|| Companion {
        protocol_version: data.get("version").and_then(Value::as_u64).unwrap_or(0),
        supports_s256: data
            .get("code_challenge_methods")
            .and_then(Value::as_array)
            .is_some_and(|methods| methods.iter().any(|method| method == "S256")),
        is_this_instance: Url::parse(issuer).is_ok_and(|issuer| issuer == own),
        reset_password: text("reset_password")
            .and_then(|page| Url::parse(page).ok())
            .filter(|page| *page == base.join(&format!("{COMPANION_PATH}/reset-password"))),
        issuer: clean::single_line(issuer, MAX_ADDRESS_BYTES).unwrap_or_default(),
    })
}

/// `sent` are the secrets of the request. An error code that contains one of them is dropped, because error codes are
/// shown and logged (S-40).
pub(super) fn parse_grant_error(json: &[u8], sent: &[&Secret]) -> Option<GrantError> {
    #[derive(Deserialize)]
    struct Refused {
        error: String,
    }

    let Refused { error } = serde_json::from_slice(json).ok()?;

    Some(match error.as_str() {
        "invalid_grant" => GrantError::Invalid,
        "temporarily_unavailable" => GrantError::Unavailable,
        other => GrantError::Other(
            clean::identifier(other, MAX_ERROR_CODE_CHARS)
                .filter(|code| !wire::contains_secret(code, sent))
                .unwrap_or_default(),
        ),
    })
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may stop at once")]

    use super::*;
    use crate::address::HttpPolicy;

    fn parse(base: &str, document: &Value) -> Option<Companion> {
        let base = ServerUrl::parse(base, HttpPolicy::LoopbackOnly).unwrap();

        parse_companion(document.to_string().as_bytes(), &base)
    }

    fn document(issuer: &str) -> Value {
        serde_json::json!({ "data": {
            "name": "latchkey",
            "version": 1,
            "issuer": issuer,
            "code_challenge_methods": ["S256"],
            "reset_password": format!("{issuer}/reset-password"),
        } })
    }

    #[test]
    fn the_companion_of_this_very_instance_is_believed() {
        for base in ["https://cms.example.com", "https://example.com/cms"] {
            let issuer = format!("{base}/latchkey");
            let companion = parse(base, &document(&issuer)).unwrap();

            assert!(
                companion.is_this_instance && companion.supports_s256,
                "{companion:?}"
            );
            assert_eq!(companion.protocol_version, 1);
            assert_eq!(companion.issuer, issuer);
            assert_eq!(
                companion.reset_password.unwrap().as_str(),
                format!("{issuer}/reset-password")
            );
        }
    }

    /// Seen to fail with only the hosts compared.
    #[test]
    fn s_15_a_companion_that_names_another_place_is_not_here() {
        for issuer in [
            "http://cms.example.com/latchkey",
            "https://evil.example.com/latchkey",
            "https://cms.example.com:8443/latchkey",
            "https://cms.example.com/other/latchkey",
            "https://user@cms.example.com/latchkey",
            "https://cms.example.com/latchkey?x=1",
            "/latchkey",
            "",
        ] {
            let companion = parse("https://cms.example.com", &document(issuer)).unwrap();

            assert!(!companion.is_this_instance, "{issuer}");
            assert_eq!(companion.reset_password, None, "{issuer}");
        }
    }

    /// Seen to fail with any list of methods taken, or none.
    #[test]
    fn s_16_a_companion_without_s256_is_seen_as_such() {
        for methods in [
            serde_json::json!(["plain"]),
            serde_json::json!([]),
            serde_json::json!("S256"),
            Value::Null,
        ] {
            let mut document = document("https://cms.example.com/latchkey");
            document["data"]["code_challenge_methods"] = methods;

            assert!(
                !parse("https://cms.example.com", &document)
                    .unwrap()
                    .supports_s256
            );
        }
    }

    #[test]
    fn what_is_no_companion_is_none() {
        for other in [
            serde_json::json!({}),
            serde_json::json!({ "data": [] }),
            serde_json::json!({ "data": { "name": "other", "version": 1 } }),
            serde_json::json!({ "data": { "version": 1 } }),
        ] {
            assert_eq!(parse("https://cms.example.com", &other), None, "{other}");
        }
    }

    #[test]
    fn errors_of_rfc_6749_are_told_apart() {
        for (body, expected) in [
            (r#"{"error":"invalid_grant"}"#, Some(GrantError::Invalid)),
            (
                r#"{"error":"temporarily_unavailable","error_description":"later"}"#,
                Some(GrantError::Unavailable),
            ),
            (
                r#"{"error":"invalid_request"}"#,
                Some(GrantError::Other("invalid_request".to_owned())),
            ),
            (r#"{"error":7}"#, None),
            ("{}", None),
        ] {
            assert_eq!(parse_grant_error(body.as_bytes(), &[]), expected, "{body}");
        }
        // Found by fuzzing.
        let code = Secret::from("the-code");
        assert_eq!(
            parse_grant_error(br#"{"error":"no-the-code"}"#, &[&code]),
            Some(GrantError::Other(String::new()))
        );
    }
}
