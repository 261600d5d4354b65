//! The sentences about a server that cannot be reached or that refused something.

use super::{Notice, duration};
use crate::{
    say,
    service::{ErrorCode, Refusal, ServerError as Error, TlsFault, Unreachable},
};

pub(super) fn notice(error: &Error) -> Notice {
    match error {
        Error::Unreachable { host, kind } => unreachable(host, *kind),
        Error::Tls {
            host,
            fault,
            fingerprint,
        } => {
            let notice = tls(host, fault);

            match fingerprint {
                Some(fingerprint) => {
                    notice.detail(format!("SHA-256 of the certificate: {fingerprint}"))
                }
                None => notice,
            }
        }
        Error::Interrupted { host } => {
            Notice::new("INTERRUPTED", say!("error-interrupted", host = host))
                .hint(say!("error-interrupted.hint"))
        }
        Error::TimedOut { host } => Notice::new("TIMED_OUT", say!("error-timed-out", host = host))
            .hint(say!("error-timed-out.hint")),
        Error::ProxyCredentials => {
            Notice::new("PROXY_CREDENTIALS", say!("error-proxy-credentials"))
                .hint(say!("error-proxy-credentials.hint"))
                .detail("HTTP 407")
        }
        Error::NotDirectus { host, status, what } => {
            Notice::new("NOT_DIRECTUS", say!("error-not-directus", host = host))
                .hint(say!("error-not-directus.hint"))
                .detail(format!("HTTP {status}, {what}"))
        }
        Error::Redirected { host, to } => Notice::new(
            "REDIRECTED",
            say!("error-redirected", host = host, to = to.as_str()),
        )
        .hint(say!("error-redirected.hint")),
        Error::TooLarge { host } => Notice::new("TOO_LARGE", say!("error-too-large", host = host))
            .hint(say!("error-too-large.hint")),
        Error::Refused(refusal) => refusal_notice(refusal),
        Error::Grant(grant) => super::sso::grant(grant),
        Error::Setup(reason) => Notice::new("SETUP", say!("error-setup"))
            .hint(say!("error-setup.hint"))
            .detail(reason),
    }
}

fn unreachable(host: &str, kind: Unreachable) -> Notice {
    let (message, hint) = match kind {
        Unreachable::Refused => (
            say!("error-unreachable-refused", host = host),
            say!("error-unreachable-refused.hint"),
        ),
        Unreachable::Name => (
            say!("error-unreachable-name", host = host),
            say!("error-unreachable-name.hint"),
        ),
        Unreachable::NoRoute => (
            say!("error-unreachable-no-route", host = host),
            say!("error-unreachable-no-route.hint"),
        ),
        Unreachable::NoAnswer => (
            say!("error-unreachable-no-answer", host = host),
            say!("error-unreachable-no-answer.hint"),
        ),
        Unreachable::Other => (
            say!("error-unreachable-other", host = host),
            say!("error-unreachable-no-answer.hint"),
        ),
    };

    Notice::new("UNREACHABLE", message).hint(hint).detail(kind)
}

fn tls(host: &str, fault: &TlsFault) -> Notice {
    let (message, hint) = match fault {
        TlsFault::Expired => (
            say!("error-tls-expired", host = host),
            say!("error-tls-expired.hint"),
        ),
        TlsFault::WrongHost => (
            say!("error-tls-wrong-host", host = host),
            say!("error-tls-wrong-host.hint"),
        ),
        TlsFault::SelfSigned => (
            say!("error-tls-self-signed", host = host),
            say!("error-tls-self-signed.hint"),
        ),
        TlsFault::UnknownAuthority => (
            say!("error-tls-unknown-authority", host = host),
            say!("error-tls-unknown-authority.hint"),
        ),
        TlsFault::Revoked => (
            say!("error-tls-revoked", host = host),
            say!("error-tls-revoked.hint"),
        ),
        TlsFault::NotTls => (
            say!("error-tls-not-tls", host = host),
            say!("error-tls-not-tls.hint"),
        ),
        TlsFault::Other(_) => (
            say!("error-tls-other", host = host),
            say!("error-tls-other.hint"),
        ),
    };
    let notice = Notice::new("TLS", message).hint(hint);

    match fault {
        TlsFault::Other(reason) => notice.detail(reason),
        _ => notice,
    }
}

/// A refusal of Directus. Only the tokens of mails give some codes another meaning: see [`mailed_link_refusal`].
fn refusal_notice(refusal: &Refusal) -> Notice {
    let notice = match &refusal.code {
        ErrorCode::InvalidCredentials => {
            Notice::new("INVALID_CREDENTIALS", say!("error-invalid-credentials"))
                .hint(say!("error-invalid-credentials.hint"))
        }
        ErrorCode::InvalidOtp => Notice::new("INVALID_OTP", say!("error-invalid-otp"))
            .hint(say!("error-invalid-otp.hint")),
        ErrorCode::UserSuspended => Notice::new("USER_SUSPENDED", say!("error-user-suspended"))
            .hint(say!("error-user-suspended.hint")),
        ErrorCode::TokenExpired => Notice::new("TOKEN_EXPIRED", say!("error-token-expired"))
            .hint(say!("error-token-expired.hint")),
        ErrorCode::InvalidToken => Notice::new("INVALID_TOKEN", say!("error-invalid-token"))
            .hint(say!("error-token-expired.hint")),
        ErrorCode::Forbidden => {
            Notice::new("FORBIDDEN", say!("error-forbidden")).hint(say!("error-forbidden.hint"))
        }
        ErrorCode::InvalidPayload => Notice::new("INVALID_PAYLOAD", say!("error-invalid-payload"))
            .hint(say!("error-invalid-payload.hint")),
        ErrorCode::FailedValidation => {
            Notice::new("FAILED_VALIDATION", say!("error-failed-validation"))
                .hint(say!("error-failed-validation.hint"))
        }
        ErrorCode::InvalidInvite => Notice::new("INVALID_INVITE", say!("error-invalid-invite"))
            .hint(say!("error-invalid-invite.hint")),
        ErrorCode::InvalidProvider => {
            Notice::new("INVALID_PROVIDER", say!("error-invalid-provider"))
                .hint(say!("error-invalid-provider.hint"))
        }
        ErrorCode::RouteNotFound => Notice::new("ROUTE_NOT_FOUND", say!("error-route-not-found"))
            .hint(say!("error-route-not-found.hint")),
        ErrorCode::RequestsExceeded => {
            Notice::new("REQUESTS_EXCEEDED", say!("error-requests-exceeded")).hint(
                match refusal.retry_after {
                    Some(wait) => say!("error-requests-exceeded-wait", time = duration(wait)),
                    None => say!("error-requests-exceeded.hint").to_owned(),
                },
            )
        }
        ErrorCode::EmailLimitExceeded => {
            Notice::new("EMAIL_LIMIT_EXCEEDED", say!("error-email-limit-exceeded"))
                .hint(say!("error-email-limit-exceeded.hint"))
        }
        ErrorCode::ServiceUnavailable => {
            Notice::new("SERVICE_UNAVAILABLE", say!("error-service-unavailable"))
                .hint(say!("error-service-unavailable.hint"))
        }
        ErrorCode::ResourceRestricted => {
            Notice::new("RESOURCE_RESTRICTED", say!("error-resource-restricted"))
                .hint(say!("error-licence-hint"))
        }
        ErrorCode::ProjectLocked => Notice::new("PROJECT_LOCKED", say!("error-project-locked"))
            .hint(say!("error-licence-hint")),
        ErrorCode::LimitExceeded => Notice::new("LIMIT_EXCEEDED", say!("error-limit-exceeded"))
            .hint(say!("error-limit-exceeded.hint")),
        ErrorCode::Internal => {
            Notice::new("INTERNAL_SERVER_ERROR", say!("error-internal-server-error"))
                .hint(say!("error-service-unavailable.hint"))
        }
        ErrorCode::Other(code) => Notice::new(code, say!("error-other", code = code.as_str()))
            .hint(say!("error-other.hint")),
    };
    let mut detail = format!("HTTP {}, {}", refusal.status, refusal.code);

    if !refusal.message.is_empty() {
        detail = format!("{detail}: {}", refusal.message);
    }

    if let Some(about) = &refusal.subject {
        detail = format!("{detail} ({about})");
    }

    notice.detail(detail)
}

/// A refusal of a mailed link (R-28: used, expired and unknown links are told apart). `None` when the refusal is not
/// about the link itself.
pub(super) fn mailed_link_refusal(refusal: &Refusal) -> Option<Notice> {
    let notice = match refusal.code {
        ErrorCode::TokenExpired => Notice::new("TOKEN_EXPIRED", say!("error-mailed-token-expired")),
        ErrorCode::InvalidToken => Notice::new("INVALID_TOKEN", say!("error-mailed-invalid-token")),
        ErrorCode::Forbidden => Notice::new("FORBIDDEN", say!("error-mailed-forbidden")),
        _ => return None,
    };

    Some(
        notice
            .hint(say!("error-mailed-forbidden.hint"))
            .detail(format!("HTTP {}, {}", refusal.status, refusal.code)),
    )
}
