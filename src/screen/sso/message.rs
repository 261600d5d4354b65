//! What happens while the browser has the sign-in, and what follows from it.

use std::time::Duration;

use crate::{
    screen::{Notification, RequestId, ScreenMessage, note},
    secret::Secret,
    service::{Error, Provider, SessionInfo},
};

/// A round that began: the port is open.
#[derive(Debug, Clone)]
pub struct SsoRound {
    /// What the browser opens. It holds the state and perhaps a code, so it is not to be printed.
    pub address: Secret,
    /// How long it waits.
    pub time_left: Duration,
}

/// What happens here.
#[derive(Debug, Clone)]
pub enum Message {
    /// The port is open, or there is no way.
    RoundBegan(RequestId, Box<Result<SsoRound, Error>>),
    /// The browser came back, or the wait ended.
    Answered(RequestId, Box<Result<SessionInfo, Error>>),
    /// A second went by.
    Ticked {
        /// The time left now.
        time_left: Duration,
        /// What was reported without proof.
        unverified_error: Option<String>,
        /// The browser has brought the answer; what is left cannot be stopped without losing a session.
        has_answer: bool,
    },
    /// An unproven report wants a code, and the person has one.
    EnterCode,
    /// Opens the page once more.
    OpenAgain,
    /// No browser could be opened for this round.
    BrowserFailed(RequestId),
    /// Copies what is there to copy.
    Copy,
    /// Grants the whole time again.
    KeepWaiting,
    /// Begins another round with the same provider, in place of this one.
    Retry,
    /// To the page for an access token.
    OpenAccessToken,
    /// Opens the Data Studio.
    OpenStudio,
    /// No browser could be opened for the Data Studio.
    StudioFailed(String),
    /// A button of the notice.
    Notification(note::Message),
    /// Leaves, and ends the wait.
    Back,
}

impl ScreenMessage for Message {
    const BACK: Self = Self::Back;

    /// The round it answers.
    fn request_id(&self) -> Option<RequestId> {
        match self {
            Self::RoundBegan(ticket, _)
            | Self::Answered(ticket, _)
            | Self::BrowserFailed(ticket) => Some(*ticket),
            _ => None,
        }
    }
}

/// What is to be done.
#[derive(Debug, Clone)]
pub enum Action {
    /// Nothing.
    None,
    /// Find the way and open the port, with the code of Directus's own second factor if it asked for one.
    Begin(RequestId, Option<Secret>),
    /// Open this address in the browser; for this round.
    Open(RequestId, Secret),
    /// Grant the whole time again.
    Extend,
    /// Signed in.
    Done(SessionInfo),
    /// The code of Directus's own second factor is wanted.
    AskForCode {
        /// For a round with this provider.
        provider: Provider,
        /// One was sent along and was not right.
        is_wrong: bool,
    },
    /// Back to the form, with why.
    Failed(Notification),
    /// Go to the page for an access token.
    OpenAccessToken,
    /// Open the Data Studio.
    OpenStudio,
    /// Copy this.
    Copy(Secret),
    /// Leave.
    Back,
}
