//! Every sentence a person reads about something that went wrong, for both faces: an error becomes a
//! [`Notice`]. Exhaustive matches only, so that a new error cannot be added without its words.

mod address;
mod browser;
mod doctor;
mod server;
mod storage;

pub use browser::{INSTALL_COMPANION, administrator_lines};
pub use doctor::{Finding, Fix, Level, instance_finding, machine_finding};

use std::time::Duration;

use crate::{
    say,
    service::{End, Error, WhyNot},
};

/// A sentence, the next step, and the technical detail behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// What happened, in one sentence.
    pub message: String,
    /// What to do next, if there is something.
    pub hint: Option<String>,
    /// For the person who asks further: host, status, code. Never a secret.
    pub detail: Option<String>,
    /// A stable name for programs (`--json`): Directus's code where there is one, else ours, in capitals.
    pub code: String,
}

impl Notice {
    fn new(code: &str, message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            hint: None,
            detail: None,
            code: code.to_owned(),
        }
    }

    fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    fn detail(mut self, detail: impl std::fmt::Display) -> Self {
        self.detail = Some(detail.to_string());
        self
    }
}

/// The words of an error.
pub fn notice(error: &Error) -> Notice {
    match error {
        Error::Address(error) => address::server_url(error),
        Error::Link(error) => address::link(error),
        Error::Find(error) => address::find(error),
        Error::Directus(error) => server::notice(error),
        Error::Vault(trouble) => storage::keyring(trouble),
        Error::Store(error) => storage::disk(error),
        Error::Record(error) => storage::record(error),
        Error::Gone => Notice::new("PROFILE_GONE", "This instance was removed meanwhile.")
            .hint("Add it again if you still need it."),
        Error::SignedOut => {
            Notice::new("NOT_SIGNED_IN", "Nobody is signed in here.").hint("Sign in first.")
        }
        Error::Ended(end) => ended(*end),
        Error::ShortLived { lifetime } => Notice::new(
            "SHORT_LIVED",
            format!("This server's access tokens live for {} only.", span(*lifetime)),
        )
        .hint("Ask for a shorter validity."),
        Error::CaFile { path, reason } => Notice::new(
            "CA_FILE",
            format!("The certificate file {} cannot be read.", path.display()),
        )
        .hint("Check that the file is there and holds a certificate in PEM form.")
        .detail(reason),
        Error::Settings { path, reason } => Notice::new(
            "SETTINGS_FILE",
            format!("The file {} cannot be read.", path.display()),
        )
        .hint("Give a text file, such as .env or directus.config.json.")
        .detail(reason),
        Error::StaticToken(error) => storage::static_token(*error),
        Error::TokenRefused => Notice::new(
            "ACCESS_TOKEN_REFUSED",
            "The server does not know this access token. Nothing was kept.",
        )
        .hint("Copy it once more from the user's page of the Data Studio, and save that page there first."),
        Error::AlreadyKept(name) => {
            Notice::new("ALREADY_KEPT", format!("You keep this instance already, as “{name}”."))
                .hint("Open it from the list of instances.")
        }
        Error::ForeignLink => Notice::new(
            "FOREIGN_LINK",
            "This link does not belong to any instance you keep. Nothing was sent.",
        )
        .hint("If you know and trust the server that sent it, add that instance first and open the link again."),
        Error::SeveralForLink(profiles) => Notice::new(
            "SEVERAL_FOR_LINK",
            "This link could belong to more than one of your instances.",
        )
        .hint("Choose the instance that sent you the mail.")
        .detail(
            profiles
                .iter()
                .map(|profile| profile.name.as_str())
                .collect::<Vec<_>>()
                .join(", "),
        ),
        Error::OtherPurpose => Notice::new("OTHER_LINK", "This link is for something else.")
            .hint("Open it by clicking it in the mail."),
        Error::Sso(error) => browser::sso(error),
        Error::Overtaken => Notice::new(
            "OVERTAKEN",
            "Another sign-in or sign-out was begun before this one was answered, and took its place.",
        )
        .hint("If you meant this one, sign in again."),
        Error::Random(reason) => {
            Notice::new("NO_RANDOM", "The system gave no random numbers.").detail(reason)
        }
        Error::Internal => Notice::new("INTERNAL", "Latchkey lost the thread of its own work.")
            .hint("Try again; if it happens twice, please report it."),
    }
}

/// The words of an error while a mailed link was being used: the same codes mean something about the link there.
pub fn mailed(error: &Error) -> Notice {
    match error {
        Error::Directus(crate::directus::Error::Refused(refusal)) => {
            server::mailed(refusal).unwrap_or_else(|| notice(error))
        }
        _ => notice(error),
    }
}

/// The words of a keyring that cannot say or cannot keep.
pub fn keyring(trouble: &crate::vault::Trouble) -> Notice {
    storage::keyring(trouble)
}

/// The words of a provider's sign-in that cannot come back to this machine; see also [`administrator_lines`].
pub fn why_not(why: &WhyNot) -> Notice {
    browser::why_not(why)
}

/// The words of a session's end.
pub fn ended(end: End) -> Notice {
    match end {
        End::OnServer => Notice::new("SESSION_ENDED", "The session was ended on the server.").hint(
            "Sign in again. This happens after signing out elsewhere, after a password reset, or after a long time without use.",
        ),
        End::CutOff => Notice::new(
            "SESSION_CUT_OFF",
            "The last renewal of this session was cut off, so the session cannot go on.",
        )
        .hint("Sign in again. The server had renewed it, but the answer did not arrive here or could not be kept."),
        End::Suspended => Notice::new("USER_SUSPENDED", "This account is suspended.")
            .hint("Only an administrator of the project can lift that."),
        End::TokenTaken => Notice::new(
            "ACCESS_TOKEN_REFUSED",
            "The server no longer takes the access token that is kept here.",
        )
        .hint("It was removed or replaced in the Data Studio, or its account was suspended. Sign in again."),
        End::ProviderRefused => Notice::new(
            "INVALID_TOKEN",
            "The sign-in provider no longer vouches for this session.",
        )
        .hint("Sign in again through the provider."),
        End::Licence => Notice::new(
            "RESOURCE_RESTRICTED",
            "The licence of this project does not let this account in at the moment.",
        )
        .hint("Ask an administrator of the project."),
    }
}

/// A length of time in words, rounded up so that nobody comes back too early.
pub fn span(length: Duration) -> String {
    let seconds = length.as_secs() + u64::from(length.subsec_nanos() > 0);

    match seconds {
        0..=90 => say!("common-span-seconds", count = seconds),
        91..=5_400 => say!("common-span-minutes", count = seconds.div_ceil(60)),
        5_401..=129_600 => say!("common-span-hours", count = seconds.div_ceil(3_600)),
        _ => say!("common-span-days", count = seconds.div_ceil(86_400)),
    }
}

/// The same for whole seconds, as a countdown has them.
pub fn seconds(count: u64) -> String {
    span(Duration::from_secs(count))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_rounded_up_in_the_unit_a_person_would_use() {
        for (seconds, words) in [
            (0, "0 seconds"),
            (1, "1 second"),
            (90, "90 seconds"),
            (91, "2 minutes"),
            (900, "15 minutes"),
            (5_401, "2 hours"),
            (86_400, "24 hours"),
            (604_800, "7 days"),
        ] {
            assert_eq!(span(Duration::from_secs(seconds)), words);
        }
        assert_eq!(span(Duration::from_millis(1_500)), "2 seconds");
    }
}
