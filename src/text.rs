//! The sentences about what went wrong, for the window and the command line: an error becomes a [`Notice`]. The matches
//! are exhaustive, so a new error does not compile without its sentence.

mod address;
mod doctor;
mod server;
mod sso;
mod storage;

pub use doctor::{Finding, Fix, Level, instance_finding, machine_finding};
pub use sso::{INSTALL_COMPANION, administrator_lines};

use std::time::Duration;

use crate::{
    say,
    service::{Error, KeyringError, NoRouteReason, ServerError, SessionEnd},
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
        Error::Vault(error) => storage::keyring(error),
        Error::Store(error) => storage::disk(error),
        Error::Record(error) => storage::record(error),
        Error::ProfileRemoved => Notice::new("PROFILE_GONE", say!("error-profile-gone"))
            .hint(say!("error-profile-gone.hint")),
        Error::NotSignedIn => Notice::new("NOT_SIGNED_IN", say!("error-not-signed-in"))
            .hint(say!("error-not-signed-in.hint")),
        Error::SessionEnded(end) => session_ended(*end),
        Error::TokenTooShortLived { lifetime } => Notice::new(
            "SHORT_LIVED",
            say!("error-short-lived", lifetime = duration(*lifetime)),
        )
        .hint(say!("error-short-lived.hint")),
        Error::CaFile { path, reason } => Notice::new(
            "CA_FILE",
            say!("error-ca-file", path = path.display().to_string()),
        )
        .hint(say!("error-ca-file.hint"))
        .detail(reason),
        Error::SettingsFile { path, reason } => Notice::new(
            "SETTINGS_FILE",
            say!("error-settings-file", path = path.display().to_string()),
        )
        .hint(say!("error-settings-file.hint"))
        .detail(reason),
        Error::StaticToken(error) => storage::static_token(*error),
        Error::StaticTokenRejected => {
            Notice::new("ACCESS_TOKEN_REFUSED", say!("error-access-token-refused"))
                .hint(say!("error-access-token-refused.hint"))
        }
        Error::AlreadyAdded(name) => {
            Notice::new("ALREADY_KEPT", say!("error-already-kept", name = name))
                .hint(say!("error-already-kept.hint"))
        }
        Error::NoProfileForLink => Notice::new("FOREIGN_LINK", say!("error-foreign-link"))
            .hint(say!("error-foreign-link.hint")),
        Error::SeveralProfilesForLink(profiles) => {
            Notice::new("SEVERAL_FOR_LINK", say!("error-several-for-link"))
                .hint(say!("error-several-for-link.hint"))
                .detail(
                    profiles
                        .iter()
                        .map(|profile| profile.name.as_str())
                        .collect::<Vec<_>>()
                        .join(", "),
                )
        }
        Error::WrongLinkPurpose => {
            Notice::new("OTHER_LINK", say!("error-other-link")).hint(say!("error-other-link.hint"))
        }
        Error::Sso(error) => sso::sso(error),
        Error::Superseded => {
            Notice::new("OVERTAKEN", say!("error-overtaken")).hint(say!("error-overtaken.hint"))
        }
        Error::Random(reason) => Notice::new("NO_RANDOM", say!("error-no-random")).detail(reason),
        Error::Internal => {
            Notice::new("INTERNAL", say!("error-internal")).hint(say!("error-internal.hint"))
        }
    }
}

/// The words of an error while a mailed link was used: there Directus's codes speak of the link.
pub fn mailed_link_error(error: &Error) -> Notice {
    match error {
        Error::Directus(ServerError::Refused(refusal)) => {
            server::mailed_link_refusal(refusal).unwrap_or_else(|| notice(error))
        }
        _ => notice(error),
    }
}

/// The words of a keyring that could not answer or could not store.
pub fn keyring(error: &KeyringError) -> Notice {
    storage::keyring(error)
}

/// The words of a provider's sign-in that has no route back to this machine; see also [`administrator_lines`].
pub fn no_sso_route(why: &NoRouteReason) -> Notice {
    sso::no_sso_route(why)
}

/// The words for how a session ended.
pub fn session_ended(end: SessionEnd) -> Notice {
    match end {
        SessionEnd::OnServer => Notice::new("SESSION_ENDED", say!("error-session-ended"))
            .hint(say!("error-session-ended.hint")),
        SessionEnd::RenewalInterrupted => {
            Notice::new("SESSION_CUT_OFF", say!("error-session-cut-off"))
                .hint(say!("error-session-cut-off.hint"))
        }
        SessionEnd::Suspended => Notice::new("USER_SUSPENDED", say!("error-user-suspended"))
            .hint(say!("error-user-suspended.hint")),
        SessionEnd::StaticTokenRevoked => {
            Notice::new("ACCESS_TOKEN_REFUSED", say!("error-access-token-ended"))
                .hint(say!("error-access-token-ended.hint"))
        }
        SessionEnd::ProviderRefused => Notice::new("INVALID_TOKEN", say!("error-provider-refused"))
            .hint(say!("error-provider-refused.hint")),
        SessionEnd::Licence => {
            Notice::new("RESOURCE_RESTRICTED", say!("error-resource-restricted"))
                .hint(say!("error-resource-restricted.hint"))
        }
    }
}

/// A length of time in words, rounded up so that nobody comes back too early.
pub fn duration(length: Duration) -> String {
    let seconds = length.as_secs() + u64::from(length.subsec_nanos() > 0);

    match seconds {
        0..=90 => say!("common-span-seconds", count = seconds),
        91..=5_400 => say!("common-span-minutes", count = seconds.div_ceil(60)),
        5_401..=129_600 => say!("common-span-hours", count = seconds.div_ceil(3_600)),
        _ => say!("common-span-days", count = seconds.div_ceil(86_400)),
    }
}

/// A countdown's seconds in words.
pub fn duration_of_seconds(count: u64) -> String {
    duration(Duration::from_secs(count))
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
            assert_eq!(duration(Duration::from_secs(seconds)), words);
        }
        assert_eq!(duration(Duration::from_millis(1_500)), "2 seconds");
    }
}
