//! What happens on the account screen, and what follows from it.

use iced::widget::image;

use crate::{
    screen::{Notification, RequestId, ScreenMessage, note},
    secret::Secret,
    service::{AccountDetails, Error, IssuedToken, SessionStatus, SignInActivity, SignOutOutcome},
    session::Account,
};

/// What happens here.
#[derive(Debug, Clone)]
pub enum Message {
    /// How things stand.
    SessionChecked(RequestId, Box<Result<SessionStatus, Error>>),
    /// What else is known of the account.
    DetailsLoaded(RequestId, Box<AccountDetails>),
    /// Its picture.
    PictureLoaded(RequestId, image::Handle),
    /// Asks again, the keyring too.
    Retry,
    /// Copies an access token.
    CopyToken,
    /// The token, or why there is none.
    TokenIssued(RequestId, Box<Result<IssuedToken, Error>>),
    /// Goes to a new password.
    OpenChangePassword,
    /// Goes to the second factor.
    OpenTwoFactor,
    /// Signs out.
    SignOut,
    /// How that went.
    SignOutAnswered(RequestId, Result<SignOutOutcome, Error>),
    /// Goes to the form.
    OpenSignIn,
    /// Opens the Data Studio.
    OpenStudio,
    /// Looks the instance over.
    OpenDoctor,
    /// No browser could be opened for this address.
    BrowserFailed(String),
    /// Leaves.
    Back,
    /// A button of the notice.
    Notification(note::Message),
}

impl ScreenMessage for Message {
    const BACK: Self = Self::Back;

    fn request_id(&self) -> Option<RequestId> {
        match self {
            Self::SessionChecked(ticket, _)
            | Self::DetailsLoaded(ticket, _)
            | Self::PictureLoaded(ticket, _)
            | Self::TokenIssued(ticket, _)
            | Self::SignOutAnswered(ticket, _) => Some(*ticket),
            _ => None,
        }
    }
}

/// What is to be done.
#[derive(Debug, Clone)]
pub enum Action {
    /// Nothing.
    None,
    /// Ask how things stand; `again` when the person asked, so that a keyring may prompt.
    CheckSession {
        /// Names the request.
        request: RequestId,
        /// The person asked for it.
        is_retry: bool,
    },
    /// Ask what else is known of this account.
    LoadDetails(RequestId, Account),
    /// Fetch the picture in this file.
    LoadPicture(RequestId, String),
    /// Get an access token of this account (its id).
    IssueToken(RequestId, String),
    /// Hand this one to the clipboard, for a while.
    CopySecret(RequestId, Secret),
    /// Set a new password here.
    OpenChangePassword(Account),
    /// Have a link for a new password mailed to this address.
    OpenPasswordReset(String),
    /// Set up the second factor, or take it away.
    OpenTwoFactor {
        /// Whose, by id.
        account: String,
        /// Whether there is one.
        is_on: bool,
        /// Whether the person has a password to prove who they are.
        has_password: bool,
    },
    /// Sign out.
    SignOut(RequestId),
    /// Go to the form, with something to say first.
    OpenSignIn(Option<Notification>),
    /// Open the Data Studio.
    OpenStudio,
    /// Look the instance over.
    OpenDoctor,
    /// Leave.
    Back,
    /// Copy this.
    Copy(String),
}

/// One sign-in as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SignInLine {
    pub(super) time: String,
    pub(super) origin: String,
}

impl SignInLine {
    /// `None` for one whose moment cannot be shown.
    pub(super) fn of(seen: &SignInActivity, zone: &jiff::tz::TimeZone) -> Option<Self> {
        let agent = seen.user_agent.as_deref().map(super::agent::short_name);
        // Node says it for IPv4 too.
        let ip = seen
            .ip
            .as_deref()
            .map(|ip| ip.strip_prefix("::ffff:").unwrap_or(ip).to_owned());
        let how = agent.into_iter().chain(ip).collect::<Vec<_>>();

        Some(Self {
            time: super::clock::local_time(seen.at, zone)?,
            origin: how.join(" · "),
        })
    }
}
