//! What a person may choose for the whole window, and who opens the links of mails. A choice is followed and kept at
//! once, so there is nothing to save or to lose here. Owns no choice: which is followed it is shown.

mod view;

use iced::Element;

use super::{Addressed, Contract, Logos, Note, Ticket, note};
use crate::{
    preferences::{Choice, Preferences},
    say,
    service::{Error, MachineCheck},
    text::{self, Notice},
    ui::banner::Kind,
};

/// The settings.
#[derive(Debug, Clone)]
pub struct PreferencesScreen {
    chosen: Preferences,
    note: Option<Note>,
    links: Links,
}

/// Who opens the links of mails.
#[derive(Debug, Clone)]
enum Links {
    Asking(Ticket),
    Known(MachineCheck),
    /// Being made to open this program; what was known before.
    Mending(Ticket, MachineCheck),
}

/// What happens here.
#[derive(Debug, Clone)]
pub enum Message {
    /// A choice is made.
    Choose(Choice),
    /// Who opens the links.
    Found(Ticket, Box<MachineCheck>),
    /// Makes this program the one that does.
    Mend,
    /// How that went, and why not.
    Mended(Ticket, Result<(), String>),
    /// Tells about the program itself.
    About,
    /// Leaves.
    Back,
    /// A button of the notice.
    Note(note::Message),
}

impl Addressed for Message {
    const BACK: Self = Self::Back;

    fn ticket(&self) -> Option<Ticket> {
        match self {
            Self::Found(ticket, _) | Self::Mended(ticket, _) => Some(*ticket),
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
    Choose(Choice),
    /// Find out who opens the links of mails.
    LookAtLinks(Ticket),
    /// Make this program the one that does.
    Mend(Ticket),
    /// Tell about the program itself.
    About,
    /// Leave.
    Back,
    /// Copy this.
    Copy(String),
}

impl PreferencesScreen {
    /// With what is chosen now, and the question who opens the links.
    pub fn new(chosen: Preferences) -> (Self, Action) {
        let ticket = Ticket::next();
        let screen = Self {
            chosen,
            note: None,
            links: Links::Asking(ticket),
        };

        (screen, Action::LookAtLinks(ticket))
    }

    /// What is chosen by now.
    pub fn show(&mut self, chosen: Preferences) {
        self.chosen = chosen;
    }

    /// A choice is followed, but not kept.
    pub fn not_kept(&mut self, error: &Error) {
        let Notice {
            message, detail, ..
        } = text::notice(error);
        let detail =
            detail.map_or_else(|| message.clone(), |detail| format!("{message}\n{detail}"));

        self.note = Some(Note::of(
            Kind::Warning,
            Notice {
                message: say!("preferences-not-kept").to_owned(),
                hint: Some(say!("preferences-not-kept-hint").to_owned()),
                detail: Some(detail),
                code: String::new(),
            },
        ));
    }
}

impl Contract for PreferencesScreen {
    type Message = Message;
    type Action = Action;

    fn title(&self) -> String {
        say!("preferences-window").to_owned()
    }

    fn pending(&self) -> Option<Ticket> {
        match self.links {
            Links::Asking(ticket) | Links::Mending(ticket, _) => Some(ticket),
            Links::Known(_) => None,
        }
    }

    fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Choose(choice) => {
                self.note = None;
                Action::Choose(choice)
            }
            Message::Found(ticket, found) if self.awaits(ticket) => {
                self.links = Links::Known(*found);
                Action::None
            }
            Message::Mend => {
                let Links::Known(found) = &self.links else {
                    return Action::None;
                };
                let ticket = Ticket::next();
                self.links = Links::Mending(ticket, found.clone());
                self.note = None;
                Action::Mend(ticket)
            }
            Message::Mended(ticket, result) if self.awaits(ticket) => {
                if let Err(reason) = result {
                    self.note = Some(Note::of(
                        Kind::Error,
                        Notice {
                            message: say!("preferences-not-mended").to_owned(),
                            hint: Some(say!("preferences-not-mended-hint").to_owned()),
                            detail: Some(reason),
                            code: String::new(),
                        },
                    ));
                }
                // Looked at again in either case: what is there counts, not what was tried.
                let ticket = Ticket::next();
                self.links = Links::Asking(ticket);
                Action::LookAtLinks(ticket)
            }
            Message::Found(..) | Message::Mended(..) => Action::None,
            Message::About => Action::About,
            Message::Back => Action::Back,
            Message::Note(message) => {
                Note::pressed(&mut self.note, message).map_or(Action::None, Action::Copy)
            }
        }
    }

    fn view<'a>(&'a self, _logos: &'a Logos) -> Element<'a, Message> {
        self.draw()
    }
}
