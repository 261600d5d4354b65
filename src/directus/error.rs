//! Everything that can go wrong between Latchkey and a Directus, typed by what the caller does next.

use std::time::Duration;

use url::Url;

/// A call that did not do what it was asked to.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Error {
    /// No connection: nothing was sent, trying again is safe.
    #[error("cannot reach {host}: {kind}")]
    Unreachable {
        /// Host and port.
        host: String,
        /// Why.
        kind: Unreachable,
    },
    /// The secure connection failed: nothing was sent.
    #[error("no trusted connection to {host}: {fault}")]
    Tls {
        /// Host and port.
        host: String,
        /// What is wrong with it.
        fault: TlsFault,
        /// SHA-256 of the certificate that was presented, as `AB:CD:…`, when it could be had.
        fingerprint: Option<String>,
    },
    /// The connection ended after the request was sent: it is not known whether it worked.
    #[error("the connection to {host} ended before the answer")]
    Interrupted {
        /// Host and port.
        host: String,
    },
    /// No complete answer within [`super::REQUEST_TIMEOUT`]; not known whether it worked.
    #[error("{host} did not answer in time")]
    TimedOut {
        /// Host and port.
        host: String,
    },
    /// The network's proxy wants credentials.
    #[error("the proxy asks for credentials (407)")]
    ProxyCredentials,
    /// Something answered, but not as Directus does: a proxy's page, a captive portal, a wrong path.
    #[error("{host} does not answer as Directus (status {status}, {what})")]
    NotDirectus {
        /// Host and port.
        host: String,
        /// HTTP status; 0 when it was no HTTP at all.
        status: u16,
        /// What it looked like: `HTML`, `empty`, `JSON of another shape`…
        what: &'static str,
    },
    /// The server points elsewhere; redirects are never followed (S-31).
    #[error("{host} redirects to {to}")]
    Redirected {
        /// Host and port.
        host: String,
        /// The other address without its query, and without the endpoint's path when it keeps that: then it is
        /// the base address to use instead.
        to: Url,
    },
    /// The answer is longer than the cap (S-37).
    #[error("the answer of {host} is too large")]
    TooLarge {
        /// Host and port.
        host: String,
    },
    /// Directus said no.
    #[error("{0}")]
    Refused(Refusal),
    /// The companion gave no tokens for a code.
    #[error("{0}")]
    Grant(GrantError),
    /// This client could not be made: a certificate file that is none, or no TLS at all.
    #[error("cannot set up the connection: {0}")]
    Setup(String),
}

/// An error envelope of Directus, without the echoed input.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{code} (status {status})")]
pub struct Refusal {
    /// HTTP status.
    pub status: u16,
    /// `errors[0].extensions.code`.
    pub code: ErrorCode,
    /// `errors[0].message`, cleaned and shortened; for people, after our own sentence. Empty for codes whose
    /// message may echo input.
    pub message: String,
    /// `extensions.category` (`LIMIT_EXCEEDED`, `RESOURCE_RESTRICTED`), `extensions.field` (`FAILED_VALIDATION`) or
    /// `extensions.service` (`SERVICE_UNAVAILABLE`).
    pub subject: Option<String>,
    /// `Retry-After`, capped at an hour.
    pub retry_after: Option<Duration>,
}

impl Refusal {
    /// 429 without an envelope, as a proxy in front of the server says it.
    pub(super) fn too_many_requests(retry_after: Option<Duration>) -> Self {
        Self {
            status: 429,
            code: ErrorCode::RequestsExceeded,
            message: String::new(),
            subject: None,
            retry_after,
        }
    }
}

/// Why the companion gave no tokens for a code (RFC 6749 §5.2).
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum GrantError {
    /// `invalid_grant`: too old, used, or not for this verifier.
    #[error("invalid_grant")]
    Invalid,
    /// `temporarily_unavailable`: Directus could not ask the provider. The code is used up all the same.
    #[error("temporarily_unavailable")]
    Unavailable,
    /// Anything else.
    #[error("{0}")]
    Other(String),
}

/// The codes a client meets; an unknown one is kept and shown.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the variants are Directus's own codes")]
pub enum ErrorCode {
    InvalidCredentials,
    InvalidOtp,
    UserSuspended,
    TokenExpired,
    InvalidToken,
    Forbidden,
    InvalidPayload,
    FailedValidation,
    InvalidInvite,
    InvalidProvider,
    RouteNotFound,
    RequestsExceeded,
    EmailLimitExceeded,
    ServiceUnavailable,
    ResourceRestricted,
    ProjectLocked,
    LimitExceeded,
    Internal,
    Other(String),
}

/// Why no connection came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unreachable {
    /// Nothing listens there.
    #[error("connection refused")]
    Refused,
    /// The name is not known.
    #[error("the name is not known")]
    Name,
    /// No way to that network.
    #[error("no route")]
    NoRoute,
    /// No answer to the connection attempt.
    #[error("no answer")]
    NoAnswer,
    /// Something else; the log has it.
    #[error("the connection failed")]
    Other,
}

/// What is wrong with the other side's certificate or TLS.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TlsFault {
    /// Past its end, or not valid yet (then this machine's clock may be wrong).
    #[error("the certificate is not valid at this time")]
    Expired,
    /// Made for other names.
    #[error("the certificate is for another name")]
    WrongHost,
    /// Signed by itself.
    #[error("the certificate is signed by itself")]
    SelfSigned,
    /// Signed by an authority this machine does not know: a private CA or a proxy that reads along.
    #[error("the certificate's authority is not known")]
    UnknownAuthority,
    /// Taken back.
    #[error("the certificate was revoked")]
    Revoked,
    /// It does not speak TLS, or no version or cipher in common.
    #[error("no TLS")]
    NotTls,
    /// Anything else, in the TLS library's words.
    #[error("{0}")]
    Other(String),
}

/// Longest unknown code that is kept.
const MAX_CODE_CHARS: usize = 64;

/// Directus's names of the codes we know.
static KNOWN_CODES: [(ErrorCode, &str); 18] = [
    (ErrorCode::InvalidCredentials, "INVALID_CREDENTIALS"),
    (ErrorCode::InvalidOtp, "INVALID_OTP"),
    (ErrorCode::UserSuspended, "USER_SUSPENDED"),
    (ErrorCode::TokenExpired, "TOKEN_EXPIRED"),
    (ErrorCode::InvalidToken, "INVALID_TOKEN"),
    (ErrorCode::Forbidden, "FORBIDDEN"),
    (ErrorCode::InvalidPayload, "INVALID_PAYLOAD"),
    (ErrorCode::FailedValidation, "FAILED_VALIDATION"),
    (ErrorCode::InvalidInvite, "INVALID_INVITE"),
    (ErrorCode::InvalidProvider, "INVALID_PROVIDER"),
    (ErrorCode::RouteNotFound, "ROUTE_NOT_FOUND"),
    (ErrorCode::RequestsExceeded, "REQUESTS_EXCEEDED"),
    (ErrorCode::EmailLimitExceeded, "EMAIL_LIMIT_EXCEEDED"),
    (ErrorCode::ServiceUnavailable, "SERVICE_UNAVAILABLE"),
    (ErrorCode::ResourceRestricted, "RESOURCE_RESTRICTED"),
    (ErrorCode::ProjectLocked, "PROJECT_LOCKED"),
    (ErrorCode::LimitExceeded, "LIMIT_EXCEEDED"),
    (ErrorCode::Internal, "INTERNAL_SERVER_ERROR"),
];

impl ErrorCode {
    /// Directus's own name for it, e.g. `INVALID_OTP`.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Other(name) => name,
            known => KNOWN_CODES
                .iter()
                .find(|(code, _)| code == known)
                .map_or("", |(_, name)| name),
        }
    }
}

impl From<&str> for ErrorCode {
    /// Reads Directus's name; an unknown one is kept, cleaned of everything a code has no use for.
    fn from(name: &str) -> Self {
        let known = KNOWN_CODES.iter().find(|(_, known)| *known == name);
        known.map_or_else(
            || {
                Self::Other(
                    name.chars()
                        .filter(|c| c.is_ascii_alphanumeric() || *c == '_')
                        .take(MAX_CODE_CHARS)
                        .collect(),
                )
            },
            |(code, _)| code.clone(),
        )
    }
}

impl std::fmt::Display for ErrorCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_read_as_they_are_written() {
        for (code, name) in &KNOWN_CODES {
            assert_eq!(&ErrorCode::from(*name), code);
            assert_eq!(code.to_string(), *name);
        }
    }
}
