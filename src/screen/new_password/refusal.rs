//! What the refusal of a mailed link means for each purpose, and what to do then.

use crate::{link::TokenPurpose, say, service::ErrorCode, text::Notice};

/// What to do about a refused link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Remedy {
    /// Request another mail.
    NewLink,
    /// Sign in: what the link was for is already done.
    SignIn,
    /// Ask whoever sent the link; the person cannot request another.
    AskSomebodyElse,
}

/// The notice and the remedy if the link itself was refused; `None` for any other refusal.
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
