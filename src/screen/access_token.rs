//! Signing in with an access token that was made in the Data Studio: for a provider that cannot come back to this
//! computer. Owns the one field; what such a token means is said before it is kept.

mod view;

use iced::Element;

use super::{Addressed, Contract, Logos, Note, Ticket, note};
use crate::{
    profile::Profile,
    say,
    secret::Secret,
    service::{Error, SignedIn},
    text,
};

/// Field.
pub const TOKEN: &str = "access-token";

/// The page for one instance.
#[derive(Debug, Clone)]
pub struct AccessToken {
    profile: Profile,
    token: Secret,
    shown: bool,
    error: Option<String>,
    note: Option<Note>,
    pending: Option<Ticket>,
}

/// What happens here.
#[derive(Debug, Clone)]
pub enum Message {
    /// The token was edited.
    Typed(Secret),
    /// Shows or hides it.
    Reveal,
    /// Has it checked and kept.
    Submit,
    /// The server answered.
    Answered(Ticket, Result<SignedIn, Error>),
    /// Opens the Data Studio.
    OpenStudio,
    /// No browser could be opened for this address.
    BrowserFailed(String),
    /// Leaves.
    Back,
    /// A button of the notice.
    Note(note::Message),
}

impl Addressed for Message {
    const BACK: Self = Self::Back;

    fn ticket(&self) -> Option<Ticket> {
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
    Keep(Ticket, Secret),
    /// Signed in.
    Done(SignedIn),
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
            shown: false,
            error: None,
            note: None,
            pending: None,
        }
    }
}

impl Contract for AccessToken {
    type Message = Message;
    type Action = Action;

    fn title(&self) -> String {
        super::title(&self.profile, say!("access-token-window"))
    }

    fn profile(&self) -> Option<&Profile> {
        Some(&self.profile)
    }

    fn focus(&self) -> Option<&'static str> {
        Some(TOKEN)
    }

    fn is_being_typed(&self) -> bool {
        !self.token.is_empty()
    }

    fn pending(&self) -> Option<Ticket> {
        self.pending
    }

    fn hide(&mut self) {
        self.shown = false;
    }

    fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Typed(token) => {
                self.token = token;
                self.error = None;
                Action::None
            }
            Message::Reveal => {
                self.shown = !self.shown;
                Action::None
            }
            Message::Submit if self.pending.is_none() => {
                let ticket = Ticket::next();
                self.pending = Some(ticket);
                self.error = None;
                self.note = None;
                self.shown = false;
                Action::Keep(ticket, self.token.clone())
            }
            Message::Answered(ticket, result) if self.awaits(ticket) => {
                self.pending = None;
                self.answered(result)
            }
            Message::Submit | Message::Answered(..) => Action::None,
            Message::OpenStudio => Action::OpenStudio,
            Message::BrowserFailed(address) => {
                self.note = Some(Note::no_browser(&address));
                Action::None
            }
            Message::Back => Action::Back,
            Message::Note(message) => {
                Note::pressed(&mut self.note, message).map_or(Action::None, Action::Copy)
            }
        }
    }

    fn view<'a>(&'a self, logos: &'a Logos) -> Element<'a, Message> {
        self.draw(logos)
    }
}

impl AccessToken {
    /// What is wrong with the token is said beside its field; what came between is a notice. The text stays in either
    /// case.
    fn answered(&mut self, result: Result<SignedIn, Error>) -> Action {
        match result {
            Ok(session) => {
                self.token = Secret::default();
                Action::Done(session)
            }
            Err(error @ (Error::StaticToken(_) | Error::TokenRefused)) => {
                let notice = text::notice(&error);
                self.error = Some(match notice.hint {
                    Some(hint) => format!("{} {hint}", notice.message),
                    None => notice.message,
                });
                Action::Focus(TOKEN)
            }
            Err(error) => {
                self.note = Some(Note::error(&error));
                Action::None
            }
        }
    }
}
