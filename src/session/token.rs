//! What a JWT says about itself, read without its key. Owns decoding and cleaning; nothing here is verified, and
//! nothing may be decided by it (S-22).

use std::time::{Duration, SystemTime};

use base64::{
    Engine,
    alphabet::URL_SAFE,
    engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig},
};
use serde_json::{Map, Value};
use zeroize::Zeroizing;

use crate::{secret::Secret, unicode::clean_line};

/// Longest token that is decoded, in bytes.
const MAX_TOKEN_BYTES: usize = 8 * 1024;
/// Longest e-mail address (RFC 5321 §4.5.3.1.3), in characters.
const MAX_EMAIL_CHARS: usize = 254;
/// Longest session identifier that is accepted, in bytes; Directus's have 64.
const MAX_SESSION_BYTES: usize = 256;
/// Longest scope kept, in characters.
const MAX_SCOPE_CHARS: usize = 64;
/// The year 10000 in seconds: a later time is taken for none.
const MAX_TIME_SECONDS: u64 = 253_402_300_800;

const BASE64URL: GeneralPurpose = GeneralPurpose::new(
    &URL_SAFE,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

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
    /// Decodes the payload of a JWT without its key; everything stays `None` when it is not one. The texts are
    /// cleaned of invisible and direction-changing characters.
    pub fn read(token: &Secret) -> Self {
        let Some(claims) = claims(token) else {
            return Self::default();
        };
        let text = |key: &str, max: usize| {
            let text = claims.get(key)?.as_str()?;
            // One character more shows that it was too long: half an address is another address.
            clean_line(text, max + 1).filter(|line| line.chars().count() <= max)
        };

        Self {
            email: text("email", MAX_EMAIL_CHARS),
            expires_at: claims.get("exp").and_then(numeric_date),
            scope: text("scope", MAX_SCOPE_CHARS),
        }
    }
}

/// Whether the JWT of a fresh login says that the account must set up two-factor first (`enforce_tfa`); only
/// the login JWT says so, a refreshed one does not.
pub fn enforces_tfa(access: &Secret) -> bool {
    claims(access).is_some_and(|claims| claims.get("enforce_tfa") == Some(&Value::Bool(true)))
}

/// The `session` claim of a session-mode JWT, as Directus keeps it in its cookie: `POST /auth/refresh` takes it as
/// a refresh token in json mode. The JWT came with the browser's answer; whether it is genuine the server decides.
pub fn session_claim(jwt: &Secret) -> Option<Secret> {
    let claims = claims(jwt)?;
    let session = claims.get("session")?.as_str()?;
    let is_plain = session
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));

    (is_plain && (1..=MAX_SESSION_BYTES).contains(&session.len())).then(|| Secret::from(session))
}

/// The payload (RFC 7519 §3): the second of three parts, base64url, a JSON object.
fn claims(token: &Secret) -> Option<Map<String, Value>> {
    let token = token.expose();
    if token.len() > MAX_TOKEN_BYTES {
        return None;
    }
    let mut parts = token.split('.');
    let (_header, payload, _signature) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    let json = Zeroizing::new(BASE64URL.decode(payload).ok()?);

    serde_json::from_slice(&json).ok()
}

/// `NumericDate` (RFC 7519 §2): seconds, a fraction allowed and of no interest.
fn numeric_date(value: &Value) -> Option<SystemTime> {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the range is checked before"
    )]
    let whole = |seconds: f64| (0.0..1e15).contains(&seconds).then_some(seconds as u64);
    let seconds = value.as_u64().or_else(|| value.as_f64().and_then(whole))?;

    (seconds < MAX_TIME_SECONDS).then(|| SystemTime::UNIX_EPOCH + Duration::from_secs(seconds))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_session_of_a_cookie_is_read_or_there_is_none() {
        let good = session_claim(&jwt(br#"{"id":"1","session":"aB3-_x"}"#));
        assert_eq!(good.as_ref().map(Secret::expose), Some("aB3-_x"));

        for other in [
            &br#"{"id":"1"}"#[..],
            br#"{"session":""}"#,
            br#"{"session":7}"#,
            br#"{"session":"a b"}"#,
            br#"{"session":"a\nb"}"#,
        ] {
            assert!(session_claim(&jwt(other)).is_none(), "{other:?}");
        }
        assert!(session_claim(&Secret::from("no-jwt")).is_none());
    }

    fn jwt(payload: &[u8]) -> Secret {
        let payload = base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(payload);

        Secret::from(format!("eyJhbGciOiJIUzI1NiJ9.{payload}.c2lnbmF0dXJl"))
    }

    fn hint(email: Option<&str>, seconds: Option<u64>, scope: Option<&str>) -> TokenHint {
        TokenHint {
            email: email.map(str::to_owned),
            expires_at: seconds
                .map(|seconds| SystemTime::UNIX_EPOCH + Duration::from_secs(seconds)),
            scope: scope.map(str::to_owned),
        }
    }

    #[test]
    fn s_22_a_token_only_says_what_can_be_shown() {
        let long = format!("{}@example.com", "a".repeat(300));
        for (payload, expected) in [
            (
                r#"{"email":"ada@example.com","scope":"password-reset","hash":"20acd0f4","iat":1,"exp":1760000000,"iss":"directus"}"#.to_owned(),
                hint(Some("ada@example.com"), Some(1_760_000_000), Some("password-reset")),
            ),
            (r#"{"email":"  a\u202e@b\u0000\n.c\u200b ","exp":17.9}"#.to_owned(), hint(Some("a@b .c"), Some(17), None)),
            (r#"{"email":7,"exp":"soon","scope":["invite"]}"#.to_owned(), TokenHint::default()),
            (r#"{"email":"\u202e","exp":-5,"scope":""}"#.to_owned(), TokenHint::default()),
            (r#"{"exp":1e300}"#.to_owned(), TokenHint::default()),
            (r#"{"exp":18446744073709551615}"#.to_owned(), TokenHint::default()),
            (format!(r#"{{"email":"{long}","scope":"{long}"}}"#), TokenHint::default()),
            ("[]".to_owned(), TokenHint::default()),
            ("null".to_owned(), TokenHint::default()),
            ("{".to_owned(), TokenHint::default()),
            ("[".repeat(5000), TokenHint::default()),
        ] {
            assert_eq!(TokenHint::read(&jwt(payload.as_bytes())), expected, "{payload:.80}");
        }

        assert_eq!(TokenHint::read(&jwt(&[0xff, 0xfe])), TokenHint::default());
    }

    #[test]
    fn s_22_what_is_no_token_says_nothing() {
        let good = jwt(br#"{"email":"ada@example.com"}"#);
        let good = good.expose();
        for text in [
            String::new(),
            ".".to_owned(),
            "..".to_owned(),
            "a.b".to_owned(),
            "a.%%%.c".to_owned(),
            format!("{good}.more"),
            good.trim_end_matches(|c| c != '.')
                .trim_end_matches('.')
                .to_owned(),
            format!("{}{}", "a".repeat(9000), good),
        ] {
            assert_eq!(
                TokenHint::read(&Secret::from(text.clone())),
                TokenHint::default(),
                "{text:.80}"
            );
        }

        let padded =
            base64::engine::general_purpose::URL_SAFE.encode(r#"{"email":"ada@example.com"}"#);
        let padded = Secret::from(format!("h.{padded}.s"));
        assert_eq!(
            TokenHint::read(&padded).email.as_deref(),
            Some("ada@example.com")
        );
    }

    #[test]
    fn two_factor_is_demanded_only_by_a_plain_true() {
        for (payload, expected) in [
            (r#"{"id":"1","enforce_tfa":true}"#, true),
            (r#"{"id":"1","enforce_tfa":false}"#, false),
            (r#"{"id":"1","enforce_tfa":"true"}"#, false),
            (r#"{"id":"1"}"#, false),
        ] {
            assert_eq!(
                enforces_tfa(&jwt(payload.as_bytes())),
                expected,
                "{payload}"
            );
        }

        assert!(!enforces_tfa(&Secret::from("a static token")));
    }
}
