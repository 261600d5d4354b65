//! The sentences about this machine: the keyring, its records, access tokens to be kept there, the disk.

use super::Notice;
use crate::{
    say,
    service::{DiskError, KeyringError},
    session::{RecordError, StaticTokenError},
};

/// The words of a keyring that could not answer or could not store. None of them says "signed out": what is
/// stored is still there.
pub(super) fn keyring(error: &KeyringError) -> Notice {
    match error {
        KeyringError::Locked => Notice::new("KEYRING_LOCKED", say!("error-keyring-locked"))
            .hint(say!("error-keyring-locked.hint")),
        KeyringError::Denied => Notice::new("KEYRING_DENIED", say!("error-keyring-denied"))
            .hint(say!("error-keyring-denied.hint")),
        KeyringError::Unavailable(reason) => {
            Notice::new("KEYRING_ABSENT", say!("error-keyring-absent"))
                .hint(say!("error-keyring-absent.hint"))
                .detail(reason)
        }
        KeyringError::TimedOut => Notice::new("KEYRING_TIMEOUT", say!("error-keyring-timeout"))
            .hint(say!("error-keyring-timeout.hint")),
        KeyringError::Refused(reason) => {
            Notice::new("KEYRING_REFUSED", say!("error-keyring-refused"))
                .hint(say!("error-keyring-refused.hint"))
                .detail(reason)
        }
    }
}

pub(super) fn record(error: &RecordError) -> Notice {
    match error {
        RecordError::Damaged => Notice::new("RECORD_DAMAGED", say!("error-record-damaged"))
            .hint(say!("error-record-damaged.hint")),
        RecordError::Newer(version) => Notice::new("RECORD_NEWER", say!("error-record-newer"))
            .hint(say!("error-record-newer.hint"))
            .detail(format!("record version {version}")),
        RecordError::OtherOrigin => Notice::new("RECORD_ORIGIN", say!("error-record-origin"))
            .hint(say!("error-invalid-grant.hint")),
    }
}

pub(super) fn static_token(error: StaticTokenError) -> Notice {
    let make_one = say!("error-access-token-hint");

    match error {
        StaticTokenError::Empty => {
            Notice::new("ACCESS_TOKEN_EMPTY", say!("error-access-token-empty")).hint(make_one)
        }
        StaticTokenError::Malformed => Notice::new(
            "ACCESS_TOKEN_MALFORMED",
            say!("error-access-token-malformed"),
        )
        .hint(make_one),
        StaticTokenError::ShortLived => Notice::new(
            "ACCESS_TOKEN_SHORT_LIVED",
            say!("error-access-token-short-lived"),
        )
        .hint(make_one),
    }
}

pub(super) fn disk(error: &DiskError) -> Notice {
    match error {
        DiskError::NoHome => {
            Notice::new("NO_HOME", say!("error-no-home")).hint(say!("error-no-home.hint"))
        }
        DiskError::Read { path, source } => Notice::new(
            "CANNOT_READ",
            say!("error-cannot-read", path = path.display().to_string()),
        )
        .hint(say!("error-cannot-read.hint"))
        .detail(source),
        DiskError::Write { path, source } => Notice::new(
            "CANNOT_WRITE",
            say!("error-cannot-write", path = path.display().to_string()),
        )
        .hint(say!("error-cannot-write.hint"))
        .detail(source),
        DiskError::Newer { path, version } => Notice::new("FILE_NEWER", say!("error-file-newer"))
            .hint(say!("error-file-newer.hint"))
            .detail(format!("{} has version {version}", path.display())),
        DiskError::Busy { path, holder } => Notice::new(
            "BUSY",
            match holder {
                Some(process) => say!("error-busy", process = process),
                None => say!("error-busy-unknown").to_owned(),
            },
        )
        .hint(say!("error-busy.hint"))
        .detail(path.display()),
    }
}
