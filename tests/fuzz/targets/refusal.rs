//! What a server says when it refuses: no secret of the request, and nothing that hides or turns text, gets from the
//! answer's body into what a person or a log is told (S-34, S-40).

use super::{assert_line, assert_plain};
use latchkey::{
    directus::{Error, ErrorCode, GrantError, reading},
    secret::Secret,
    service, text,
};

const PASSWORD: &str = "Tr0ub4dor";
const TOKEN: &str = "correct horse";

/// True for every input.
pub fn fuzz(input: &[u8]) -> bool {
    let sent = [Secret::from(PASSWORD), Secret::from(TOKEN)];
    let sent: Vec<_> = sent.iter().collect();
    if let Some(refusal) = reading::refusal(input, &sent) {
        assert_line(&refusal.message, 300);
        if let Some(about) = &refusal.subject {
            assert!((1..=64).contains(&about.len()) && about.is_ascii());
            assert_line(about, 64);
        }
        if refusal.code == ErrorCode::FailedValidation {
            assert!(
                refusal.message.is_empty(),
                "the validator quotes the password"
            );
        }
        word(refusal.code.as_str());
        assert_silent(&format!("{refusal:?} {refusal}"));
        told(Error::Refused(refusal));
    }
    if let Some(grant) = reading::grant(input, &sent) {
        if let GrantError::Other(code) = &grant {
            assert!(code.len() <= 64 && code.is_ascii());
        }
        told(Error::Grant(grant));
    }

    true
}

fn word(code: &str) {
    assert!(code.len() <= 64);
    assert!(code.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_'));
}

fn told(error: Error) {
    let notice = text::notice(&service::Error::Directus(error));
    for text in [
        Some(&notice.message),
        notice.hint.as_ref(),
        notice.detail.as_ref(),
    ] {
        let text = text.map_or("", String::as_str);
        assert_plain(&text.replace(['\u{2068}', '\u{2069}'], ""));
        assert_silent(text);
    }
}

#[track_caller]
fn assert_silent(text: &str) {
    assert!(
        !text.contains(PASSWORD) && !text.contains(TOKEN),
        "a secret is shown: {text:?}"
    );
}
