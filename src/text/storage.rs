//! The words for this machine: the keyring, its records, what is to be kept there, the disk.

use super::Notice;
use crate::{
    say,
    session::{RecordError, StaticTokenError},
    store, vault,
};

/// The words of a keyring that cannot say or cannot keep. Never "signed out".
pub(super) fn keyring(trouble: &vault::Error) -> Notice {
    match trouble {
        vault::Error::Locked => Notice::new("KEYRING_LOCKED", say!("error-keyring-locked"))
            .hint(say!("error-keyring-locked.hint")),
        vault::Error::Denied => Notice::new("KEYRING_DENIED", say!("error-keyring-denied"))
            .hint(say!("error-keyring-denied.hint")),
        vault::Error::Unavailable(reason) => {
            Notice::new("KEYRING_ABSENT", say!("error-keyring-absent"))
                .hint(say!("error-keyring-absent.hint"))
                .detail(reason)
        }
        vault::Error::TimedOut => Notice::new("KEYRING_TIMEOUT", say!("error-keyring-timeout"))
            .hint(say!("error-keyring-timeout.hint")),
        vault::Error::Refused(reason) => {
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

pub(super) fn disk(error: &store::Error) -> Notice {
    match error {
        store::Error::NoHome => {
            Notice::new("NO_HOME", say!("error-no-home")).hint(say!("error-no-home.hint"))
        }
        store::Error::Read { path, source } => Notice::new(
            "CANNOT_READ",
            say!("error-cannot-read", path = path.display().to_string()),
        )
        .hint(say!("error-cannot-read.hint"))
        .detail(source),
        store::Error::Write { path, source } => Notice::new(
            "CANNOT_WRITE",
            say!("error-cannot-write", path = path.display().to_string()),
        )
        .hint(say!("error-cannot-write.hint"))
        .detail(source),
        store::Error::Newer { path, version } => {
            Notice::new("FILE_NEWER", say!("error-file-newer"))
                .hint(say!("error-file-newer.hint"))
                .detail(format!("{} has version {version}", path.display()))
        }
        store::Error::Busy { path, holder } => Notice::new(
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
