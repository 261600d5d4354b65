//! The words for this machine: the keyring, its records, what is to be kept there, the disk.

use super::Notice;
use crate::{
    session::{RecordError, StaticTokenError},
    store,
    vault::Trouble,
};

/// The words of a keyring that cannot say or cannot keep. Never "signed out".
pub(super) fn keyring(trouble: &Trouble) -> Notice {
    match trouble {
        Trouble::Locked => Notice::new("KEYRING_LOCKED", "Your keyring is locked.")
            .hint("Unlock it and try again. Nothing is lost."),
        Trouble::Denied => Notice::new("KEYRING_DENIED", "Unlocking the keyring was declined.")
            .hint("Try again when you want to unlock it. Nothing is lost."),
        Trouble::Unavailable(reason) => Notice::new(
            "KEYRING_ABSENT",
            "This machine offers no keyring to keep a sign-in safely.",
        )
        .hint("Start or install one (GNOME Keyring, KWallet, KeePassXC with Secret Service) and try again.")
        .detail(reason),
        Trouble::TimedOut => Notice::new("KEYRING_TIMEOUT", "The keyring does not answer.")
            .hint("It may be asking for its password in another window. Try again after that."),
        Trouble::Refused(reason) => {
            Notice::new("KEYRING_REFUSED", "The keyring does not take this entry.")
                .hint("Check it with your system's password manager.")
                .detail(reason)
        }
    }
}

pub(super) fn record(error: &RecordError) -> Notice {
    match error {
        RecordError::Damaged => Notice::new(
            "RECORD_DAMAGED",
            "The keyring entry of this instance is damaged.",
        )
        .hint("Sign in again to replace it."),
        RecordError::Newer(version) => Notice::new(
            "RECORD_NEWER",
            "The keyring entry was written by a newer Latchkey.",
        )
        .hint("Update Latchkey, or sign in again to replace the entry.")
        .detail(format!("record version {version}")),
        RecordError::OtherOrigin => Notice::new(
            "RECORD_ORIGIN",
            "The kept sign-in belongs to another address than this profile's, so it is not used.",
        )
        .hint("Sign in again."),
    }
}

pub(super) fn static_token(error: StaticTokenError) -> Notice {
    let make_one =
        "Make one in the Data Studio: open the user's page, generate a token there and save.";

    match error {
        StaticTokenError::Empty => {
            Notice::new("ACCESS_TOKEN_EMPTY", "There is no access token.").hint(make_one)
        }
        StaticTokenError::Malformed => Notice::new(
            "ACCESS_TOKEN_MALFORMED",
            "This is not an access token. Nothing was sent.",
        )
        .hint(make_one),
        StaticTokenError::ShortLived => Notice::new(
            "ACCESS_TOKEN_SHORT_LIVED",
            "This token ends within minutes; a static one is needed. Nothing was sent.",
        )
        .hint(make_one),
    }
}

pub(super) fn disk(error: &store::Error) -> Notice {
    match error {
        store::Error::NoHome => Notice::new(
            "NO_HOME",
            "The system does not say where your files belong.",
        )
        .hint("Set LATCHKEY_CONFIG_DIR and LATCHKEY_STATE_DIR to folders of your own."),
        store::Error::Read { path, source } => Notice::new(
            "CANNOT_READ",
            format!("{} cannot be read.", path.display()),
        )
        .hint("Check that the file belongs to you and try again.")
        .detail(source),
        store::Error::Write { path, source } => Notice::new(
            "CANNOT_WRITE",
            format!("{} cannot be written. What was there before is intact.", path.display()),
        )
        .hint("Check that there is room on the disk and that the folder belongs to you.")
        .detail(source),
        store::Error::Newer { path, version } => Notice::new(
            "FILE_NEWER",
            "Your list of instances was written by a newer Latchkey, so this one does not change it.",
        )
        .hint("Update Latchkey.")
        .detail(format!("{} has version {version}", path.display())),
        store::Error::Busy { path, holder } => Notice::new(
            "BUSY",
            match holder {
                Some(process) => format!(
                    "Another Latchkey (process {process}) is busy with this instance and does not finish."
                ),
                None => "Another Latchkey is busy with this instance and does not finish.".to_owned(),
            },
        )
        .hint("Nothing is lost. Wait a moment and try again; if it stays, close the other one.")
        .detail(path.display()),
    }
}
