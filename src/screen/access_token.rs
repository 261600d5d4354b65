//! Signing in with an access token that was made in the Data Studio: for a provider that cannot come back to this
//! computer. Owns the one field; what such a token means is said before it is kept.

mod view;

use iced::Element;

use super::{Notification, Pictures, RequestId, Screen, ScreenMessage, note};
use crate::{
    profile::Profile,
    say,
    secret::Secret,
    service::{Error, SessionInfo},
    text,
};

/// Field.
pub const TOKEN_FIELD: &str = "access-token";

/// The page for one instance.
#[derive(Debug, Clone)]
pub struct AccessToken {
    profile: Profile,
    token: Secret,
    is_revealed: bool,
    error: Option<String>,
    notification: Option<Notification>,
    pending: Option<RequestId>,
}

/// What happens here.
#[derive(Debug, Clone)]
pub enum Message {
    /// The token was edited.
    TokenTyped(Secret),
    /// Shows or hides it.
    Reveal,
    /// Has it checked and kept.
    Submit,
    /// The server answered.
    Answered(RequestId, Result<SessionInfo, Error>),
    /// Opens the Data Studio.
    OpenStudio,
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
            Self::Answered(ticket, _) => Some(*ticket),
            _ => None,
        }
    }
}

/// What is to be done.
#[derive(Debug, Clone)]
pub enum Action {
    /// Nothing.
    None,
    /// Give the keyboard to this field.
    Focus(&'static str),
    /// Check the token and keep it.
    SignInWithToken(RequestId, Secret),
    /// Signed in.
    Done(SessionInfo),
    /// Open the Data Studio.
    OpenStudio,
    /// Leave.
    Back,
    /// Copy this.
    Copy(String),
}

impl AccessToken {
    /// The empty page.
    pub fn new(profile: Profile) -> Self {
        Self {
            profile,
            token: Secret::default(),
            is_revealed: false,
            error: None,
            notification: None,
            pending: None,
        }
    }
}

impl Screen for AccessToken {
    type Message = Message;
    type Action = Action;

    fn title(&self) -> String {
        super::title(&self.profile, say!("access-token-window"))
    }

    fn profile(&self) -> Option<&Profile> {
        Some(&self.profile)
    }

    fn focus(&self) -> Option<&'static str> {
        Some(TOKEN_FIELD)
    }

    fn is_being_typed(&self) -> bool {
        !self.token.is_empty()
    }

    fn blocking_request(&self) -> Option<RequestId> {
        self.pending
    }

    fn mask_secrets(&mut self) {
        self.is_revealed = false;
    }

    fn update(&mut self, message: Message) -> Action {
        match message {
            Message::TokenTyped(token) => {
                self.token = token;
                self.error = None;
                Action::None
            }
            Message::Reveal => {
                self.is_revealed = !self.is_revealed;
                Action::None
            }
            Message::Submit if self.pending.is_none() => {
                let ticket = RequestId::next();
                self.pending = Some(ticket);
                self.error = None;
                self.notification = None;
                self.is_revealed = false;
                Action::SignInWithToken(ticket, self.token.clone())
            }
            Message::Answered(ticket, result) if self.awaits(ticket) => {
                self.pending = None;
                self.handle_answer(result)
            }
            Message::Submit | Message::Answered(..) => Action::None,
            Message::OpenStudio => Action::OpenStudio,
            Message::BrowserFailed(address) => {
                self.notification = Some(Notification::no_browser(&address));
                Action::None
            }
            Message::Back => Action::Back,
            Message::Notification(message) => {
                Notification::press_button(&mut self.notification, message)
                    .map_or(Action::None, Action::Copy)
            }
        }
    }

    fn view<'a>(&'a self, logos: &'a Pictures) -> Element<'a, Message> {
        self.draw(logos)
    }
}

impl AccessToken {
    /// What is wrong with the token is said beside its field; what came between is a notice. The text stays in either
    /// case.
    fn handle_answer(&mut self, result: Result<SessionInfo, Error>) -> Action {
        match result {
            Ok(session) => {
                self.token = Secret::default();
                Action::Done(session)
            }
            Err(error @ (Error::StaticToken(_) | Error::StaticTokenRejected)) => {
                let notice = text::notice(&error);
                self.error = Some(match notice.hint {
                    Some(hint) => format!("{} {hint}", notice.message),
                    None => notice.message,
                });
                Action::Focus(TOKEN_FIELD)
            }
            Err(error) => {
                self.notification = Some(Notification::error(&error));
                Action::None
            }
        }
    }
}
