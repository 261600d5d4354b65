//! What a refused link means for what it was for, and what helps then.

use crate::{directus::Code, link::Purpose, say, text::Notice};

/// What helps when a link is of no use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WayOn {
    /// Another mail, which the person asks for.
    NewLink,
    /// What the link was for is done.
    SignIn,
    /// Only another person can help.
    Ask,
}

/// What is said and what helps when the link itself is refused; `None` when it is not the link's fault.
pub(super) fn useless(code: &Code, purpose: Purpose, notice: &Notice) -> Option<(Notice, WayOn)> {
    let said = |hint: &str| Notice {
        hint: Some(hint.to_owned()),
        ..notice.clone()
    };

    match (code, purpose) {
        (Code::InvalidInvite, _) => Some((notice.clone(), WayOn::SignIn)),
        (Code::InvalidPayload, Purpose::VerifyEmail) => {
            let notice = Notice {
                message: say!("new-password-confirmed-or-not-whole").to_owned(),
                ..said(say!("new-password-try-to-sign-in"))
            };
            Some((notice, WayOn::SignIn))
        }
        (Code::TokenExpired | Code::InvalidToken | Code::Forbidden, purpose) => match purpose {
            Purpose::ResetPassword => Some((notice.clone(), WayOn::NewLink)),
            Purpose::AcceptInvite => Some((said(say!("new-password-ask-again")), WayOn::Ask)),
            Purpose::VerifyEmail => Some((said(say!("new-password-register-again")), WayOn::Ask)),
        },
        _ => None,
    }
}
