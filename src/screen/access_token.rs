//! Signing in with a static access token created in the Data Studio, for providers whose sign-in cannot return to this
//! computer. The page explains what such a token means before it is stored.

mod view;

use iced::Element;

use super::{
    Notification, Pictures, RequestId, Screen, ScreenMessage, notification,
    secret_field::SecretField,
};
use crate::{
    profile::{Profile, ProfileId},
    say,
    secret::Secret,
    service::{Error, SessionInfo},
    text,
};

pub const TOKEN_FIELD: &str = "access-token";

#[derive(Debug, Clone)]
pub struct AccessToken {
    profile: Profile,
    token: SecretField,
    notification: Option<Notification>,
    pending: Option<RequestId>,
}

#[derive(Debug, Clone)]
pub enum Message {
    TokenTyped(Secret),
    Reveal,
    /// Checks the token with the server and stores it.
    Submit,
    Answered(RequestId, Result<SessionInfo, Error>),
    OpenStudio,
    Back,
    Notification(notification::Message),
}

impl ScreenMessage for Message {
    const BACK: Self = Self::Back;

    fn request_id(&self) -> Option<RequestId> {
        match self {
            Self::Answered(request, _) => Some(*request),
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

/// What it asks of the service.
#[derive(Debug, Clone)]
pub enum Request {
    /// Has the token checked and stored. Answered by [`Message::Answered`].
    SignIn(ProfileId, Secret),
}

/// What it leads to.
#[derive(Debug, Clone)]
pub enum Outcome {
    /// The person is signed in.
    SignedIn(SessionInfo),
}

/// What is to be done.
pub type Action = super::Action<Request, Outcome>;

impl AccessToken {
    pub fn new(profile: Profile) -> Self {
        Self {
            profile,
            token: SecretField::new(TOKEN_FIELD),
            notification: None,
            pending: None,
        }
    }
}

impl Screen for AccessToken {
    type Message = Message;
    type Request = Request;
    type Outcome = Outcome;

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
        self.token.mask();
    }

    fn notify(&mut self, notification: Notification) {
        self.notification = Some(notification);
    }

    fn update(&mut self, message: Message) -> Action {
        match message {
            Message::TokenTyped(token) => {
                self.token.set(token);
                Action::None
            }
            Message::Reveal => {
                self.token.toggle_reveal();
                Action::None
            }
            Message::Submit if self.pending.is_none() => {
                let request = RequestId::next();
                self.pending = Some(request);
                self.notification = None;
                Action::Run(
                    request,
                    Request::SignIn(self.profile.id.clone(), self.token.submit()),
                )
            }
            Message::Answered(request, result) if self.awaits(request) => {
                self.pending = None;
                self.handle_answer(result)
            }
            Message::Submit | Message::Answered(..) => Action::None,
            Message::OpenStudio => Action::OpenStudio,
            Message::Back => Action::Leave,
            Message::Notification(message) => {
                Notification::press_button(&mut self.notification, message)
            }
        }
    }

    fn view<'a>(&'a self, pictures: &'a Pictures) -> Element<'a, Message> {
        self.draw(pictures)
    }
}

impl AccessToken {
    /// An error about the token itself is shown at the field, any other error as a notification. The typed text stays
    /// in both cases.
    fn handle_answer(&mut self, result: Result<SessionInfo, Error>) -> Action {
        match result {
            Ok(session) => {
                self.token.wipe();
                Action::Outcome(Outcome::SignedIn(session))
            }
            Err(error @ (Error::StaticToken(_) | Error::StaticTokenRejected)) => {
                let notice = text::notice(&error);
                Action::Focus(self.token.refuse(match notice.hint {
                    Some(hint) => format!("{} {hint}", notice.message),
                    None => notice.message,
                }))
            }
            Err(error) => {
                self.notification = Some(Notification::error(&error));
                Action::None
            }
        }
    }
}
