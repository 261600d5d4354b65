//! An access token that a person made in the Data Studio: what can be one. Whether the server takes it is not known
//! here.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};

use crate::secret::Secret;

/// Longest static token Directus keeps, in characters: the column `directus_users.token`.
const MAX_TOKEN_CHARS: usize = 255;

/// Why a text cannot be a static token. Nothing was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StaticTokenError {
    /// Nothing was given.
    #[error("no token")]
    Empty,
    /// Longer than Directus keeps, or with blanks, control characters or letters beyond ASCII in it: something else
    /// was pasted.
    #[error("not a token")]
    Malformed,
    /// A JWT: what a sign-in issues, valid for minutes.
    #[error("a token that ends within minutes")]
    ShortLived,
}

/// Reads what was typed or pasted as a static token; white space around it is dropped.
pub fn parse_static_token(typed: &Secret) -> Result<Secret, StaticTokenError> {
    let text = typed.expose().trim();
    if text.is_empty() {
        return Err(StaticTokenError::Empty);
    }
    if is_jwt(text) {
        return Err(StaticTokenError::ShortLived);
    }
    if text.len() > MAX_TOKEN_CHARS || !text.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Err(StaticTokenError::Malformed);
    }

    Ok(Secret::from(text))
}

/// Three parts, the first of which is a JSON object that names an algorithm (RFC 7515 §4.1.1).
fn is_jwt(text: &str) -> bool {
    let mut parts = text.split('.');
    let header = parts
        .next()
        .and_then(|header| URL_SAFE_NO_PAD.decode(header).ok())
        .and_then(|header| serde_json::from_slice::<serde_json::Value>(&header).ok());

    parts.count() == 2 && header.is_some_and(|header| header.get("alg").is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_a_static_token_is_not_sent() {
        let jwt = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpZCI6IjEifQ.c2lnbmF0dXJl";
        let long = "x".repeat(MAX_TOKEN_CHARS + 1);
        for (text, error) in [
            ("", StaticTokenError::Empty),
            (" \n", StaticTokenError::Empty),
            (jwt, StaticTokenError::ShortLived),
            ("two words", StaticTokenError::Malformed),
            ("a\u{0}b", StaticTokenError::Malformed),
            ("tökén", StaticTokenError::Malformed),
            (long.as_str(), StaticTokenError::Malformed),
        ] {
            assert_eq!(
                parse_static_token(&Secret::from(text)).map(|_| ()),
                Err(error),
                "{text:?}"
            );
        }
    }

    #[test]
    fn a_token_is_taken_as_it_is() {
        let long = "x".repeat(MAX_TOKEN_CHARS);
        for text in ["kP3-x_9.z", " kP3\r\n", "a.b.c", long.as_str()] {
            let token = parse_static_token(&Secret::from(text));
            assert_eq!(
                token.as_ref().map(Secret::expose),
                Ok(text.trim()),
                "{text:?}"
            );
        }
    }
}
