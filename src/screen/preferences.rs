//! The preferences of the window, and which program opens mailed links. A choice takes effect and is saved at once, so
//! there is no save button. The screen shows the preferences `app` holds.

mod view;

use iced::Element;

use super::{Notification, Pictures, RequestId, Screen, ScreenMessage, notification};
use crate::{
    preferences::{PreferenceChange, Preferences},
    say,
    service::{Error, MachineCheck},
    text::{self, Notice},
    ui::banner::Kind,
};

#[derive(Debug, Clone)]
pub struct PreferencesScreen {
    preferences: Preferences,
    notification: Option<Notification>,
    link_handler: LinkHandler,
}

/// Which program opens mailed links.
#[derive(Debug, Clone)]
enum LinkHandler {
    Checking(RequestId),
    Checked(MachineCheck),
    /// Being registered; the previous finding is still shown.
    Repairing(RequestId, MachineCheck),
}

#[derive(Debug, Clone)]
pub enum Message {
    Choose(PreferenceChange),
    /// Which program opens mailed links.
    LinkHandlerChecked(RequestId, Box<MachineCheck>),
    /// Registers Latchkey as the program that opens them.
    RepairLinkHandler,
    /// The outcome of the registration, or why it failed.
    LinkHandlerRepaired(RequestId, Result<(), String>),
    /// Opens the page about the program.
    OpenAbout,
    Back,
    Notification(notification::Message),
}

impl ScreenMessage for Message {
    const BACK: Self = Self::Back;

    fn request_id(&self) -> Option<RequestId> {
        match self {
            Self::LinkHandlerChecked(request, _) | Self::LinkHandlerRepaired(request, _) => {
                Some(*request)
            }
            _ => None,
        }
    }
}

/// What it asks of the service.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Request {
    /// Asks which program opens the links of mails. Answered by [`Message::LinkHandlerChecked`].
    CheckLinkHandler,
    /// Makes this program the one that does. Answered by [`Message::LinkHandlerRepaired`].
    RepairLinkHandler,
}

/// What it leads to.
#[derive(Debug, Clone)]
pub enum Outcome {
    /// This choice is followed and saved.
    Choose(PreferenceChange),
    /// The page about the program.
    OpenAbout,
}

/// What is to be done.
pub type Action = super::Action<Request, Outcome>;

impl PreferencesScreen {
    /// The page with the current preferences, and the check of the link handler it asks for.
    pub fn new(chosen: Preferences) -> Self {
        Self {
            preferences: chosen,
            notification: None,
            link_handler: LinkHandler::Checking(RequestId::next()),
        }
    }

    /// Shows the current preferences.
    pub fn set_preferences(&mut self, chosen: Preferences) {
        self.preferences = chosen;
    }

    /// Says that a choice took effect but could not be saved.
    pub fn notify_not_saved(&mut self, error: &Error) {
        let Notice {
            message, detail, ..
        } = text::notice(error);
        let detail =
            detail.map_or_else(|| message.clone(), |detail| format!("{message}\n{detail}"));

        self.notification = Some(Notification::new(
            Kind::Warning,
            Notice {
                message: say!("preferences-not-kept").to_owned(),
                hint: Some(say!("preferences-not-kept.hint").to_owned()),
                detail: Some(detail),
                code: String::new(),
            },
        ));
    }
}

impl Screen for PreferencesScreen {
    type Message = Message;
    type Request = Request;
    type Outcome = Outcome;

    fn title(&self) -> String {
        say!("preferences-window").to_owned()
    }

    fn blocking_request(&self) -> Option<RequestId> {
        match self.link_handler {
            LinkHandler::Checking(request) | LinkHandler::Repairing(request, _) => Some(request),
            LinkHandler::Checked(_) => None,
        }
    }

    fn opened(&mut self) -> Action {
        match self.link_handler {
            LinkHandler::Checking(request) => Action::Run(request, Request::CheckLinkHandler),
            LinkHandler::Checked(_) | LinkHandler::Repairing(..) => Action::None,
        }
    }

    fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Choose(choice) => {
                self.notification = None;
                Action::Outcome(Outcome::Choose(choice))
            }
            Message::LinkHandlerChecked(request, found) if self.awaits(request) => {
                self.link_handler = LinkHandler::Checked(*found);
                Action::None
            }
            Message::RepairLinkHandler => {
                let LinkHandler::Checked(found) = &self.link_handler else {
                    return Action::None;
                };
                let request = RequestId::next();
                self.link_handler = LinkHandler::Repairing(request, found.clone());
                self.notification = None;
                Action::Run(request, Request::RepairLinkHandler)
            }
            Message::LinkHandlerRepaired(request, result) if self.awaits(request) => {
                if let Err(reason) = result {
                    self.notification = Some(Notification::new(
                        Kind::Error,
                        Notice {
                            message: say!("preferences-not-mended").to_owned(),
                            hint: Some(say!("preferences-not-mended.hint").to_owned()),
                            detail: Some(reason),
                            code: String::new(),
                        },
                    ));
                }
                // Check again in either case: what the system now reports counts, not the outcome of the attempt.
                let request = RequestId::next();
                self.link_handler = LinkHandler::Checking(request);
                Action::Run(request, Request::CheckLinkHandler)
            }
            Message::LinkHandlerChecked(..) | Message::LinkHandlerRepaired(..) => Action::None,
            Message::OpenAbout => Action::Outcome(Outcome::OpenAbout),
            Message::Back => Action::Leave,
            Message::Notification(message) => {
                Notification::press_button(&mut self.notification, message)
            }
        }
    }

    fn view<'a>(&'a self, _logos: &'a Pictures) -> Element<'a, Message> {
        self.draw()
    }
}
