//! What a person may choose for the whole window, and who opens the links of mails. A choice is followed and kept at
//! once, so there is nothing to save or to lose here. Owns no choice: which is followed it is shown.

mod view;

use iced::Element;

use super::{Notification, Pictures, RequestId, Screen, ScreenMessage, note};
use crate::{
    preferences::{PreferenceChange, Preferences},
    say,
    service::{Error, MachineCheck},
    text::{self, Notice},
    ui::banner::Kind,
};

/// The settings.
#[derive(Debug, Clone)]
pub struct PreferencesScreen {
    preferences: Preferences,
    notification: Option<Notification>,
    link_handler: LinkHandler,
}

/// Who opens the links of mails.
#[derive(Debug, Clone)]
enum LinkHandler {
    Checking(RequestId),
    Checked(MachineCheck),
    /// Being made to open this program; what was known before.
    Repairing(RequestId, MachineCheck),
}

/// What happens here.
#[derive(Debug, Clone)]
pub enum Message {
    /// A choice is made.
    Choose(PreferenceChange),
    /// Who opens the links.
    LinkHandlerChecked(RequestId, Box<MachineCheck>),
    /// Makes this program the one that does.
    RepairLinkHandler,
    /// How that went, and why not.
    LinkHandlerRepaired(RequestId, Result<(), String>),
    /// Tells about the program itself.
    OpenAbout,
    /// Leaves.
    Back,
    /// A button of the notice.
    Notification(note::Message),
}

impl ScreenMessage for Message {
    const BACK: Self = Self::Back;

    fn request_id(&self) -> Option<RequestId> {
        match self {
            Self::LinkHandlerChecked(ticket, _) | Self::LinkHandlerRepaired(ticket, _) => {
                Some(*ticket)
            }
            _ => None,
        }
    }
}

/// What is to be done.
#[derive(Debug, Clone)]
pub enum Action {
    /// Nothing.
    None,
    /// Follow and keep this choice.
    Choose(PreferenceChange),
    /// Find out who opens the links of mails.
    CheckLinkHandler(RequestId),
    /// Make this program the one that does.
    RepairLinkHandler(RequestId),
    /// Tell about the program itself.
    OpenAbout,
    /// Leave.
    Back,
    /// Copy this.
    Copy(String),
}

impl PreferencesScreen {
    /// With what is chosen now, and the question who opens the links.
    pub fn new(chosen: Preferences) -> (Self, Action) {
        let ticket = RequestId::next();
        let screen = Self {
            preferences: chosen,
            notification: None,
            link_handler: LinkHandler::Checking(ticket),
        };

        (screen, Action::CheckLinkHandler(ticket))
    }

    /// What is chosen by now.
    pub fn set_preferences(&mut self, chosen: Preferences) {
        self.preferences = chosen;
    }

    /// A choice is followed, but not kept.
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
    type Action = Action;

    fn title(&self) -> String {
        say!("preferences-window").to_owned()
    }

    fn blocking_request(&self) -> Option<RequestId> {
        match self.link_handler {
            LinkHandler::Checking(ticket) | LinkHandler::Repairing(ticket, _) => Some(ticket),
            LinkHandler::Checked(_) => None,
        }
    }

    fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Choose(choice) => {
                self.notification = None;
                Action::Choose(choice)
            }
            Message::LinkHandlerChecked(ticket, found) if self.awaits(ticket) => {
                self.link_handler = LinkHandler::Checked(*found);
                Action::None
            }
            Message::RepairLinkHandler => {
                let LinkHandler::Checked(found) = &self.link_handler else {
                    return Action::None;
                };
                let ticket = RequestId::next();
                self.link_handler = LinkHandler::Repairing(ticket, found.clone());
                self.notification = None;
                Action::RepairLinkHandler(ticket)
            }
            Message::LinkHandlerRepaired(ticket, result) if self.awaits(ticket) => {
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
                // Looked at again in either case: what is there counts, not what was tried.
                let ticket = RequestId::next();
                self.link_handler = LinkHandler::Checking(ticket);
                Action::CheckLinkHandler(ticket)
            }
            Message::LinkHandlerChecked(..) | Message::LinkHandlerRepaired(..) => Action::None,
            Message::OpenAbout => Action::OpenAbout,
            Message::Back => Action::Back,
            Message::Notification(message) => {
                Notification::press_button(&mut self.notification, message)
                    .map_or(Action::None, Action::Copy)
            }
        }
    }

    fn view<'a>(&'a self, _logos: &'a Pictures) -> Element<'a, Message> {
        self.draw()
    }
}
