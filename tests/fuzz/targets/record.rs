//! The record of the keyring: only one of this very address is read, it reads back as the same, fits into every system's
//! keyring, and shows no token (S-40, S-41, S-43).

use super::{assert_line, text};
use latchkey::{
    address::{HttpPolicy, ServerUrl},
    secret::Secret,
    session::{MAX_RECORD_BYTES, RecordError, Session},
};

/// Whether the input was read at all.
pub fn fuzz(input: &[u8]) -> bool {
    let Some(text) = text(input) else {
        return false;
    };
    let url = |text| ServerUrl::parse(text, HttpPolicy::LoopbackOnly).expect("an address");
    let (own, other) = (
        url("https://cms.example.com"),
        url("https://cms.example.com/blog"),
    );
    let record = Secret::from(text);
    let Ok(session) = Session::from_record(&record, &own) else {
        return true;
    };
    assert_eq!(session.origin, own.as_str());
    assert_eq!(
        Session::from_record(&record, &other).err(),
        Some(RecordError::OtherOrigin),
        "tokens of one address were read for another"
    );
    assert!(session.refresh.is_some() || session.access.is_some());
    assert_line(&session.account.display_name(), 100);

    let written = session.to_record();
    let credential = |session: &Session| {
        let static_token = session.access.as_ref().map(|access| &access.token);
        let credential = session.refresh.as_ref().or(static_token);
        credential.map(|secret| secret.expose().to_owned())
    };
    let again = Session::from_record(&written, &own).expect("what was written is read");
    assert_eq!(credential(&again), credential(&session));
    assert_eq!(
        (&again.provider, &again.obtained_at),
        (&session.provider, &session.obtained_at)
    );
    assert_eq!(again.to_record().expose(), written.expose());
    if text.len() <= MAX_RECORD_BYTES / 6 {
        assert!(written.expose().len() <= MAX_RECORD_BYTES);
    }

    // With other tokens of the same make the same is printed.
    let mut masked = session.clone();
    masked.refresh = masked.refresh.map(|_| Secret::from("x"));
    if let Some(access) = &mut masked.access {
        access.token = Secret::from("x");
    }
    assert_eq!(format!("{masked:?}"), format!("{session:?}"));

    true
}
