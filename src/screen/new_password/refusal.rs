//! What a refused link means for what it was for, and what helps then.

use crate::{link::TokenPurpose, say, service::ErrorCode, text::Notice};

/// What helps when a link is of no use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Remedy {
    /// Another mail, which the person asks for.
    NewLink,
    /// What the link was for is done.
    SignIn,
    /// Only another person can help.
    AskSomebodyElse,
}

/// What is said and what helps when the link itself is refused; `None` when it is not the link's fault.
pub(super) fn link_refusal(
    code: &ErrorCode,
    purpose: TokenPurpose,
    notice: &Notice,
) -> Option<(Notice, Remedy)> {
    let said = |hint: &str| Notice {
        hint: Some(hint.to_owned()),
        ..notice.clone()
    };

    match (code, purpose) {
        (ErrorCode::InvalidInvite, _) => Some((notice.clone(), Remedy::SignIn)),
        (ErrorCode::InvalidPayload, TokenPurpose::VerifyEmail) => {
            let notice = Notice {
                message: say!("new-password-confirmed-or-not-whole").to_owned(),
                ..said(say!("new-password-try-to-sign-in"))
            };
            Some((notice, Remedy::SignIn))
        }
        (ErrorCode::TokenExpired | ErrorCode::InvalidToken | ErrorCode::Forbidden, purpose) => {
            match purpose {
                TokenPurpose::ResetPassword => Some((notice.clone(), Remedy::NewLink)),
                TokenPurpose::AcceptInvite => Some((
                    said(say!("new-password-ask-again")),
                    Remedy::AskSomebodyElse,
                )),
                TokenPurpose::VerifyEmail => Some((
                    said(say!("new-password-register-again")),
                    Remedy::AskSomebodyElse,
                )),
            }
        }
        _ => None,
    }
}
