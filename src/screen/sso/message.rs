//! Messages and actions of the SSO page.

use std::time::Duration;

use crate::{
    screen::{Notification, RequestId, ScreenMessage, notification},
    secret::Secret,
    service::{Error, Provider, SessionInfo},
};

/// A round whose loopback port is open.
#[derive(Debug, Clone)]
pub struct SsoRound {
    /// The address for the browser. Secret: it contains the `state` and perhaps a one-time code.
    pub address: Secret,
    /// How long the round waits.
    pub time_left: Duration,
}

#[derive(Debug, Clone)]
pub enum Message {
    /// The port is open, or there is no route.
    RoundBegan(RequestId, Box<Result<SsoRound, Error>>),
    /// The browser returned, or the wait ended.
    Answered(RequestId, Box<Result<SessionInfo, Error>>),
    /// A second has passed.
    Ticked {
        /// The time left.
        time_left: Duration,
        /// An error that arrived without this attempt's `state`.
        unverified_error: Option<String>,
        /// The browser has returned; the exchange cannot be stopped without losing a session.
        has_answer: bool,
    },
    /// Goes to the one-time code that an unverified error asks for.
    EnterCode,
    OpenAgain,
    /// No browser could be opened in this round.
    BrowserFailed(RequestId),
    /// Copies the address, or the lines for the administrator.
    Copy,
    /// Extends the wait to its full length.
    KeepWaiting,
    /// Begins another round with the same provider and ends this one.
    Retry,
    OpenAccessToken,
    OpenStudio,
    Notification(notification::Message),
    /// Leaves the page and ends the wait.
    Back,
}

impl ScreenMessage for Message {
    const BACK: Self = Self::Back;

    /// The round a message answers.
    fn request_id(&self) -> Option<RequestId> {
        match self {
            Self::RoundBegan(request, _)
            | Self::Answered(request, _)
            | Self::BrowserFailed(request) => Some(*request),
            _ => None,
        }
    }

    fn answered_sign_in(&self) -> Option<RequestId> {
        match self {
            Self::Answered(request, _) => Some(*request),
            _ => None,
        }
    }
}

/// What it asks of the system.
#[derive(Debug, Clone)]
pub enum Request {
    /// Opens this address in the browser. Answered by [`Message::BrowserFailed`], or not at all.
    OpenBrowser(Secret),
}

/// What it leads to.
#[derive(Debug, Clone)]
pub enum Outcome {
    /// Find the way and open the port, with the code of Directus's own second factor if it asked for one. The window
    /// keeps the wait; [`Message::RoundBegan`] and [`Message::Answered`] have this id.
    Begin(RequestId, Option<Secret>),
    /// Grant the whole time again.
    Extend,
    /// The person is signed in.
    SignedIn(SessionInfo),
    /// The code of Directus's own second factor is wanted.
    AskForCode {
        /// For a round with this provider.
        provider: Provider,
        /// One was sent along and was not right.
        is_wrong: bool,
    },
    /// Back to the form, with why.
    Failed(Notification),
    /// The page for an access token.
    OpenAccessToken,
}

/// What is to be done.
pub type Action = crate::screen::Action<Request, Outcome>;
