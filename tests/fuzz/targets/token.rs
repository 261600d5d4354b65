//! What a mailed token, a session's token and a token that a person pasted say of themselves: hints that can be shown,
//! and nothing that is not a token (S-22, S-51).

use super::{assert_line, text};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use latchkey::{
    secret::Secret,
    session::{TokenHint, enforces_tfa, parse_static_token, session_claim},
};

/// True for every input.
pub fn fuzz(input: &[u8]) -> bool {
    // The input as the claims, and as the whole token.
    let claims = URL_SAFE_NO_PAD.encode(input);
    read(&Secret::from(format!(
        "eyJhbGciOiJIUzI1NiJ9.{claims}.c2lnbmF0dXJl"
    )));
    if let Some(text) = text(input) {
        let token = Secret::from(text);
        read(&token);
        if let Ok(taken) = parse_static_token(&token) {
            assert!((1..=255).contains(&taken.expose().len()));
            assert!(taken.expose().bytes().all(|byte| byte.is_ascii_graphic()));
            assert_eq!(
                parse_static_token(&taken).map(|same| same.expose() == taken.expose()),
                Ok(true)
            );
        }
    }

    true
}

fn read(token: &Secret) {
    let hint = TokenHint::read(token);
    assert_line(hint.email.as_deref().unwrap_or_default(), 254);
    assert_line(hint.scope.as_deref().unwrap_or_default(), 64);
    let _ = enforces_tfa(token);
    if let Some(session) = session_claim(token) {
        let is_plain = |b: u8| b.is_ascii_alphanumeric() || b"-_".contains(&b);
        assert!((1..=256).contains(&session.expose().len()));
        assert!(session.expose().bytes().all(is_plain));
    }
}
