//! Messages and actions of the account screen.

use iced::widget::image;

use crate::{
    screen::{Notification, RequestId, ScreenMessage, notification},
    secret::Secret,
    service::{AccountDetails, Error, IssuedToken, SessionStatus, SignInActivity, SignOutOutcome},
    session::Account,
};

#[derive(Debug, Clone)]
pub enum Message {
    /// The session's status.
    SessionChecked(RequestId, Box<Result<SessionStatus, Error>>),
    /// The account's details.
    DetailsLoaded(RequestId, Box<AccountDetails>),
    PictureLoaded(RequestId, image::Handle),
    /// Asks again; the keyring may prompt this time.
    Retry,
    CopyToken,
    /// The access token to copy, or why there is none.
    TokenIssued(RequestId, Box<Result<IssuedToken, Error>>),
    OpenChangePassword,
    OpenTwoFactor,
    SignOut,
    SignOutAnswered(RequestId, Result<SignOutOutcome, Error>),
    /// Opens the sign-in form.
    OpenSignIn,
    OpenStudio,
    OpenDoctor,
    /// No browser could be opened; the address is shown instead.
    BrowserFailed(String),
    Back,
    Notification(notification::Message),
}

impl ScreenMessage for Message {
    const BACK: Self = Self::Back;

    fn request_id(&self) -> Option<RequestId> {
        match self {
            Self::SessionChecked(request, _)
            | Self::DetailsLoaded(request, _)
            | Self::PictureLoaded(request, _)
            | Self::TokenIssued(request, _)
            | Self::SignOutAnswered(request, _) => Some(*request),
            _ => None,
        }
    }
}

#[derive(Debug, Clone)]
pub enum Action {
    None,
    /// Ask for the session's status. The keyring may open a prompt only if the person asked (`is_retry`).
    CheckSession {
        request: RequestId,
        is_retry: bool,
    },
    /// Fetch this account's details.
    LoadDetails(RequestId, Account),
    /// Fetch the avatar with this file id.
    LoadPicture(RequestId, String),
    /// Get an access token of the account with this id.
    IssueToken(RequestId, String),
    /// Put this on the clipboard, to be cleared after a while.
    CopySecret(RequestId, Secret),
    OpenChangePassword(Account),
    /// Go to the password reset with this address filled in.
    OpenPasswordReset(String),
    OpenTwoFactor {
        /// The account's id.
        account: String,
        is_on: bool,
        /// Whether the account has a password to authenticate with.
        has_password: bool,
    },
    SignOut(RequestId),
    /// Go to the sign-in form, with a notification.
    OpenSignIn(Option<Notification>),
    OpenStudio,
    OpenDoctor,
    Back,
    Copy(String),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SignInLine {
    pub(super) time: String,
    pub(super) origin: String,
}

impl SignInLine {
    /// `None` if the time cannot be represented.
    pub(super) fn of(sign_in: &SignInActivity, zone: &jiff::tz::TimeZone) -> Option<Self> {
        let agent = sign_in.user_agent.as_deref().map(super::agent::short_name);
        // Node.js reports IPv4 addresses as IPv4-mapped IPv6.
        let ip = sign_in
            .ip
            .as_deref()
            .map(|ip| ip.strip_prefix("::ffff:").unwrap_or(ip).to_owned());
        let how = agent.into_iter().chain(ip).collect::<Vec<_>>();

        Some(Self {
            time: super::clock::local_time(sign_in.at, zone)?,
            origin: how.join(" · "),
        })
    }
}
