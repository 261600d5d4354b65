//! Why a sign-in through the browser did not come to its end. Owns the types; their sentences are `text`'s.

use crate::{
    directus::ErrorCode,
    loopback,
    sso::{AddressError, Reason},
};

/// Why a sign-in through the browser did not come to its end.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SsoError {
    /// Nothing was opened: the result could not come back to this machine.
    #[error("no way back to this machine: {0:?}")]
    NoRoute(NoRouteReason),
    /// Nothing was opened: the companion calls itself by another address than this profile's, so neither its
    /// cookies nor its codes would get through.
    #[error("the companion calls itself {0:?}")]
    OtherAddress(String),
    /// Nothing was opened: the companion offers no challenge of the method S256 (S-16).
    #[error("the companion does not offer S256")]
    NoS256,
    /// Nothing was opened: the provider's name would lead elsewhere than to this instance (S-18).
    #[error("the provider's name does not make an address of this instance")]
    ProviderName,
    /// Nothing was opened: other programs hold every port the answer may come to.
    #[error("every port for the sign-in is taken: {0:?}")]
    PortsTaken(Vec<u16>),
    /// Nothing was opened: the system does not let us listen on its own address.
    #[error("cannot listen on {address}: {reason}")]
    CannotListen {
        /// The address.
        address: String,
        /// In the system's words.
        reason: String,
    },
    /// The server or the person said no, with this code. `access_denied` is the person's own *No* on the
    /// companion's page; `INVALID_CREDENTIALS` is a refusal at the provider.
    #[error("refused: {0}")]
    Refused(ErrorCode),
    /// The answer names another server than the one that was asked (RFC 9207 §2.4): nothing was exchanged.
    #[error("the answer names another server")]
    OtherIssuer,
    /// The browser came back to this machine without a session.
    #[error("the browser came back without a session")]
    NoSession,
    /// Nobody came back in time. What the server may have reported meanwhile, without proof.
    #[error("nobody came back in time")]
    TimedOut(Option<ErrorCode>),
    /// This wait is over, or somebody waits for it already.
    #[error("this sign-in is over")]
    AlreadyFinished,
}

impl From<loopback::Error> for SsoError {
    fn from(error: loopback::Error) -> Self {
        match error {
            loopback::Error::PortsTaken(ports) => Self::PortsTaken(ports),
            loopback::Error::CannotListen { address, reason } => {
                Self::CannotListen { address, reason }
            }
        }
    }
}

impl From<AddressError> for SsoError {
    fn from(_: AddressError) -> Self {
        Self::ProviderName
    }
}

impl From<&Reason> for SsoError {
    fn from(reason: &Reason) -> Self {
        Self::Refused(ErrorCode::from(reason.code()))
    }
}

/// Why a provider's sign-in cannot come back to this machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoRouteReason {
    /// A remote instance without the companion: what an administrator can do.
    NoCompanion,
    /// The companion there is of a version this Latchkey does not speak.
    CompanionVersion(u64),
    /// On this machine, but the address is not on the list: the exact line to add, such as
    /// `AUTH_CORP_REDIRECT_ALLOW_LIST=http://127.0.0.1:28517/callback`.
    RedirectNotAllowed {
        /// The settings line.
        line: String,
    },
    /// To be relayed, but the provider's answer would go elsewhere: the lines to set, and the address to register at the
    /// provider.
    NotRelayed {
        /// The settings line, such as `AUTH_ALLOWED_PUBLIC_URLS=http://127.0.0.1:28517`.
        line: String,
        /// Where the provider must be told to answer.
        callback: String,
    },
    /// The server no longer offers this provider (404).
    NotOffered,
}
