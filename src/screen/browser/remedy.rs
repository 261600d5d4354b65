//! What to say, and to whom, when a sign-in cannot come back to this machine.

use crate::{service::WhyNot, ui::words::browser as say};

/// Title, reason, and what an administrator needs.
pub(super) struct Remedy {
    pub(super) title: &'static str,
    pub(super) reason: String,
    /// To be copied as they are; empty when no administrator can help.
    pub(super) lines: String,
    pub(super) hint: Option<&'static str>,
}

/// The words for `why`, about a sign-in with `label` on `host`.
pub(super) fn of(why: &WhyNot, label: &str, host: &str) -> Remedy {
    match why {
        WhyNot::NoCompanion => Remedy {
            title: say::NO_WAY,
            reason: say::no_companion(label, host),
            lines: say::install_companion(host),
            hint: Some(say::UNTIL_THEN),
        },
        WhyNot::CompanionVersion(version) => Remedy {
            title: say::NO_WAY,
            reason: say::companion_version(host, *version),
            lines: say::update_companion(host),
            hint: Some(say::UNTIL_THEN),
        },
        WhyNot::NotAllowed { line } => Remedy {
            title: say::NO_WAY,
            reason: say::not_allowed(host),
            lines: line.clone(),
            hint: Some(say::RESTART),
        },
        WhyNot::NotOffered => Remedy {
            title: say::NOT_OFFERED,
            reason: say::not_offered(label, host),
            lines: String::new(),
            hint: None,
        },
    }
}
