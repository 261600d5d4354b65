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
    /// No browser could be opened for the Data Studio; its address is shown.
    StudioFailed(String),
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
}

#[derive(Debug, Clone)]
pub enum Action {
    None,
    /// Choose the route and open the port; with a one-time code if Directus asked for one.
    Begin(RequestId, Option<Secret>),
    /// Open this round's address in the browser.
    Open(RequestId, Secret),
    /// Extend the wait to its full length.
    Extend,
    Done(SessionInfo),
    /// Ask for the one-time code of Directus's own second factor.
    AskForCode {
        /// The provider of the next round.
        provider: Provider,
        /// The code that was sent was wrong.
        is_wrong: bool,
    },
    /// Back to the sign-in form, with the reason.
    Failed(Notification),
    OpenAccessToken,
    OpenStudio,
    Copy(Secret),
    Back,
}
