//! A new password for the account that is signed in. Owns the form and what a refusal means; the server ends every
//! session with the change, so that afterwards the person signs in.

use iced::Element;

use super::{
    Addressed, ChosenPassword, Contract, Logos, Note, Ticket, chosen_password, destination, face,
    note,
};
use crate::{
    directus::{self, Code},
    profile::Profile,
    say,
    secret::Secret,
    service::Error,
    session::Account,
    text,
    ui::{banner::Kind, control, field, page::Page},
};

/// The page for one account.
#[derive(Debug, Clone)]
pub struct ChangePassword {
    profile: Profile,
    account: Account,
    chosen: ChosenPassword,
    /// The server lets only administrators do it here.
    is_denied: bool,
    note: Option<Note>,
    pending: Option<Ticket>,
}

/// What happens here.
#[derive(Debug, Clone)]
pub enum Message {
    /// The password was edited.
    Chosen(chosen_password::Message),
    /// Sends it.
    Submit,
    /// The server answered.
    Answered(Ticket, Result<(), Error>),
    /// Has a link mailed instead.
    Mail,
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
    /// Set the password.
    Change(Ticket, Secret),
    /// Have a link mailed to this address.
    Mail(String),
    /// It is set; the person of this address signs in.
    Done(Option<String>),
    /// The session is no more: to the form.
    SignIn(Note),
    /// Leave.
    Back,
    /// Copy this.
    Copy(String),
}

impl ChangePassword {
    /// Whose password it is.
    pub fn account(&self) -> &Account {
        &self.account
    }

    /// The empty page.
    pub fn new(profile: Profile, account: Account) -> Self {
        let mut chosen = ChosenPassword::default();
        chosen.know(
            [
                account.email.clone(),
                Some(account.display_name()),
                Some(profile.name.clone()),
            ]
            .into_iter()
            .flatten(),
        );

        Self {
            profile,
            account,
            chosen,
            is_denied: false,
            note: None,
            pending: None,
        }
    }
}

impl Contract for ChangePassword {
    type Message = Message;
    type Action = Action;

    fn title(&self) -> String {
        super::title(&self.profile, say!("change-password-title"))
    }

    fn profile(&self) -> Option<&Profile> {
        Some(&self.profile)
    }

    fn focus(&self) -> Option<&'static str> {
        Some(self.chosen.focus())
    }

    fn is_being_typed(&self) -> bool {
        self.chosen.is_being_typed()
    }

    fn pending(&self) -> Option<Ticket> {
        self.pending
    }

    fn hide(&mut self) {
        self.chosen.hide();
    }

    fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Chosen(message) => {
                self.chosen.update(message);
                Action::None
            }
            Message::Submit if self.pending.is_none() => match self.chosen.ready() {
                Err(field) => Action::Focus(field),
                Ok(password) => {
                    let ticket = Ticket::next();
                    self.pending = Some(ticket);
                    self.note = None;
                    Action::Change(ticket, password)
                }
            },
            Message::Answered(ticket, result) if self.awaits(ticket) => {
                self.pending = None;
                self.answered(result)
            }
            Message::Mail => self
                .account
                .email
                .clone()
                .map_or(Action::None, Action::Mail),
            // On its way, nobody could say which password counts.
            Message::Back if self.pending.is_none() => Action::Back,
            Message::Submit | Message::Answered(..) | Message::Back => Action::None,
            Message::Note(message) => {
                Note::pressed(&mut self.note, message).map_or(Action::None, Action::Copy)
            }
        }
    }

    fn view<'a>(&'a self, logos: &'a Logos) -> Element<'a, Message> {
        let is_busy = self.pending.is_some();
        let note = self.note.as_ref().map(|note| {
            let banner = note.banner(Message::Note);
            if self.is_denied && self.account.email.is_some() {
                banner
                    .action(say!("change-password-mail"), Message::Mail)
                    .view()
            } else {
                banner.view()
            }
        });
        let submit = if is_busy {
            control::busy(say!("change-password-busy"))
        } else {
            control::primary(
                say!("change-password-submit"),
                (!self.is_denied).then_some(Message::Submit),
            )
        };
        let who = self
            .account
            .email
            .clone()
            .unwrap_or_else(|| self.account.display_name());

        Page::new(say!("change-password-title"))
            .lead(say!("change-password-lead"))
            .above(note)
            .part(field::fixed(say!("change-password-account"), who, None))
            .part(self.chosen.view(
                !is_busy && !self.is_denied,
                Message::Chosen,
                Message::Submit,
            ))
            .part(submit)
            .part(destination::line(&self.profile))
            .back(!is_busy, Message::Back)
            .face(face(&self.profile, logos))
            .view()
    }
}

impl ChangePassword {
    fn answered(&mut self, result: Result<(), Error>) -> Action {
        let error = match result {
            Ok(()) => {
                self.chosen.wipe();
                return Action::Done(self.account.email.clone());
            }
            Err(error) => error,
        };

        match &error {
            Error::Ended(end) => {
                self.chosen.wipe();
                return Action::SignIn(Note::of(Kind::Warning, text::ended(*end)));
            }
            Error::Directus(directus::Error::Refused(refusal)) => match refusal.code {
                Code::FailedValidation => return Action::Focus(self.chosen.break_rules()),
                Code::Forbidden => {
                    self.chosen.wipe();
                    self.is_denied = true;
                    let notice = text::Notice {
                        message: say!("change-password-forbidden").to_owned(),
                        hint: Some(say!("change-password-forbidden-hint").to_owned()),
                        ..text::notice(&error)
                    };
                    self.note = Some(Note::of(Kind::Warning, notice));
                    return Action::None;
                }
                _ => {}
            },
            _ => {}
        }
        self.note = Some(Note::error(&error));

        Action::None
    }
}
