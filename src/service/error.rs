//! Why a call of the service failed, and how a session ends. Owns the types; their sentences are `text`'s.

mod sso;

pub use sso::{NoRouteReason, SsoError};

use std::{path::PathBuf, time::Duration};

use crate::{
    address::ServerUrlError,
    directus::{self, ErrorCode},
    link::LinkError,
    profile::{FindError, Profile},
    session::{RecordError, StaticTokenError},
    store, vault,
};

/// Why a call of [`Service`](super::Service) did not do what it was asked to.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Error {
    /// The address was refused before anything was contacted.
    #[error(transparent)]
    Address(#[from] ServerUrlError),
    /// The link was refused before anything was contacted.
    #[error(transparent)]
    Link(#[from] LinkError),
    /// The server, the way to it, or what it said.
    #[error(transparent)]
    Directus(#[from] directus::Error),
    /// The keyring could not say or could not keep.
    #[error(transparent)]
    Vault(#[from] vault::Error),
    /// The disk.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// What was typed for PROFILE fits no profile, or several.
    #[error(transparent)]
    Find(#[from] FindError),
    /// The profile was removed meanwhile.
    #[error("the profile is gone")]
    ProfileRemoved,
    /// Nobody is signed in on this profile.
    #[error("not signed in")]
    NotSignedIn,
    /// The session was ended.
    #[error("the session was ended: {0}")]
    SessionEnded(SessionEnd),
    /// The stored record cannot be used; it was left where it is.
    #[error(transparent)]
    Record(#[from] RecordError),
    /// The server's access tokens never live as long as was asked for.
    #[error("access tokens of this server live for {lifetime:?} only")]
    TokenTooShortLived {
        /// How long they live.
        lifetime: Duration,
    },
    /// The certificate file of the profile cannot be read.
    #[error("cannot read the certificate file {path:?}: {reason}")]
    CaFile {
        /// The file.
        path: PathBuf,
        /// What the system said.
        reason: String,
    },
    /// The settings file to take instances from cannot be read.
    #[error("cannot read the settings file {path:?}: {reason}")]
    SettingsFile {
        /// The file.
        path: PathBuf,
        /// What the system said.
        reason: String,
    },
    /// The same address was added already, as this profile.
    #[error("already kept as {0:?}")]
    AlreadyAdded(String),
    /// The link belongs to none of the added instances; nothing was sent.
    #[error("the link belongs to no kept instance")]
    NoProfileForLink,
    /// The link fits several added instances; the person chooses.
    #[error("the link fits several instances")]
    SeveralProfilesForLink(Vec<Profile>),
    /// The link is for another purpose than the one that was asked for.
    #[error("the link is for something else")]
    WrongLinkPurpose,
    /// The sign-in through the browser did not come to its end.
    #[error(transparent)]
    Sso(#[from] SsoError),
    /// What was given as an access token cannot be one; nothing was sent.
    #[error(transparent)]
    StaticToken(#[from] StaticTokenError),
    /// The server does not know this access token; nothing was stored.
    #[error("the server does not take this access token")]
    StaticTokenRejected,
    /// The person began another sign-in of this profile, or signed out, before this one was answered. The session of
    /// this one, if there was one, was ended on the server. Also: somebody else is signed in by now than was meant.
    #[error("a later sign-in or sign-out took the place of this one")]
    Superseded,
    /// The system gives no random numbers.
    #[error("no random numbers: {0}")]
    Random(String),
    /// A task of this process ended before its answer.
    #[error("interrupted inside Latchkey")]
    Internal,
}

impl Error {
    /// Whether a one-time code is what is missing, or was wrong: the person is asked for it and the same sign-in
    /// begun again with it.
    pub fn needs_one_time_code(&self) -> bool {
        match self {
            Self::Directus(directus::Error::Refused(refusal)) => {
                refusal.code == ErrorCode::InvalidOtp
            }
            Self::Sso(SsoError::Refused(code)) => *code == ErrorCode::InvalidOtp,
            _ => false,
        }
    }
}

/// How a session ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SessionEnd {
    /// The refresh token is no longer accepted: signed out elsewhere, password reset, expired, or used by another
    /// program.
    #[error("ended on the server")]
    OnServer,
    /// The refresh token is no longer accepted, and the last renewal with it was interrupted here: the server issued the
    /// next token, but its answer was lost or could not be stored.
    #[error("its renewal was cut off")]
    RenewalInterrupted,
    /// Suspended, after too many attempts or by an administrator. The server ends the session as it says so; lifting
    /// the suspension does not bring it back.
    #[error("the account is suspended")]
    Suspended,
    /// The single sign-on provider refused to go on.
    #[error("the provider refused")]
    ProviderRefused,
    /// The static token is no longer accepted: removed or replaced in the Data Studio, or its account suspended.
    #[error("the access token is no longer taken")]
    StaticTokenRevoked,
    /// The licence of the project locks this account out (12.x).
    #[error("the licence of the project does not allow this account")]
    Licence,
}

impl SessionEnd {
    /// Reads the refusal of `POST /auth/refresh`: `None` when it says nothing about the
    /// session, which is then kept.
    pub fn from_refresh_refusal(refusal: &directus::Refusal) -> Option<Self> {
        match refusal.code {
            ErrorCode::InvalidCredentials => Some(Self::OnServer),
            ErrorCode::UserSuspended => Some(Self::Suspended),
            ErrorCode::InvalidToken | ErrorCode::InvalidProvider => Some(Self::ProviderRefused),
            ErrorCode::ResourceRestricted | ErrorCode::ProjectLocked => Some(Self::Licence),
            _ => None,
        }
    }

    /// Whether the stored record is worthless from now on. Only the server's own "no such session" and "suspended" say
    /// so; the other ends can be undone there.
    pub fn is_final(self) -> bool {
        matches!(
            self,
            Self::OnServer | Self::RenewalInterrupted | Self::Suspended
        )
    }
}

impl From<getrandom::Error> for Error {
    fn from(error: getrandom::Error) -> Self {
        Self::Random(error.to_string())
    }
}
