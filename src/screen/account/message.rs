//! Messages and actions of the account screen.

use iced::widget::image;

use crate::{
    profile::ProfileId,
    screen::{Notification, RequestId, ScreenMessage, notification},
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

/// What it asks of the service.
#[derive(Debug, Clone, PartialEq)]
pub enum Request {
    /// Checks the session. Answered by [`Message::SessionChecked`].
    CheckSession {
        /// Whose instance.
        profile: ProfileId,
        /// The person asked for it, so that the keyring may prompt.
        is_retry: bool,
    },
    /// Asks what else is known of this account. Answered by [`Message::DetailsLoaded`].
    LoadDetails(ProfileId, Account),
    /// Fetches the picture in this file. Answered by [`Message::PictureLoaded`].
    LoadPicture(ProfileId, String),
    /// Asks for an access token of the account with this id. Answered by [`Message::TokenIssued`].
    IssueToken(ProfileId, String),
    /// Signs out. Answered by [`Message::SignOutAnswered`].
    SignOut(ProfileId),
}

/// What it leads to.
#[derive(Debug, Clone)]
pub enum Outcome {
    /// A new password for this account.
    OpenChangePassword(Account),
    /// A link for a new password, mailed to this address.
    OpenPasswordReset(String),
    /// Setting up the second factor, or taking it away.
    OpenTwoFactor {
        /// Whose, by id.
        account: String,
        /// Whether there is one.
        is_on: bool,
        /// Whether the person has a password to prove who they are.
        has_password: bool,
    },
    /// The form, with something to say first.
    OpenSignIn(Option<Notification>),
}

/// What is to be done.
pub type Action = crate::screen::Action<Request, Outcome>;

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
