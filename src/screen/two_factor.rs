//! The second factor of the account that is signed in: made, confirmed by a code of it, and taken away by another. Owns
//! the steps; the key is held for the step that shows it, and for no longer.

mod view;

use iced::{Element, widget::image};

use super::{Addressed, Contract, Logos, Note, Ticket, code, note};
use crate::{
    directus::{self, Code},
    profile::Profile,
    say,
    secret::Secret,
    service::Error,
    text,
    ui::{banner::Kind, qr},
};

/// Field.
pub const PASSWORD: &str = "own-password";
/// Field.
pub const CODE: &str = "two-factor-code";

/// The pages for one account.
#[derive(Debug, Clone)]
pub struct TwoFactor {
    profile: Profile,
    account: String,
    step: Step,
    password: Secret,
    shown: bool,
    code: Secret,
    error: Option<&'static str>,
    note: Option<Note>,
    pending: Option<Ticket>,
}

#[derive(Debug, Clone)]
enum Step {
    /// The person shows who they are, as far as they have a password.
    Prove {
        has_password: bool,
    },
    /// It is made and waits for a code of it.
    Scan {
        key: Secret,
        picture: Option<image::Handle>,
        /// The copy that is on the clipboard.
        copied: Option<Ticket>,
    },
    TurnOff,
}

/// What happens here.
#[derive(Debug, Clone)]
pub enum Message {
    /// The password was edited.
    PasswordTyped(Secret),
    /// Shows or hides it.
    Reveal,
    /// The code was edited.
    CodeTyped(Secret),
    /// The next step.
    Submit,
    /// The factor was made, to be confirmed.
    Made(Ticket, Box<Result<directus::TwoFactor, Error>>),
    /// It was set, or taken away.
    Answered(Ticket, Result<(), Error>),
    /// Copies the key.
    CopyKey,
    /// Leaves.
    Back,
    /// A button of the notice.
    Note(note::Message),
}

impl Addressed for Message {
    const BACK: Self = Self::Back;

    fn ticket(&self) -> Option<Ticket> {
        match self {
            Self::Made(ticket, _) | Self::Answered(ticket, _) => Some(*ticket),
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
    /// Make a factor, with this password.
    Begin(Ticket, Option<Secret>),
    /// Set it: the key, and a code of it.
    Enable(Ticket, Secret, Secret),
    /// Take it away, with a code of it.
    Disable(Ticket, Secret),
    /// Hand the key to the clipboard, for a while.
    HandOver(Ticket, Secret),
    /// Done, and what to say of it.
    Done(Note),
    /// The session is no more: to the form.
    SignIn(Note),
    /// Leave.
    Back,
    /// Copy this.
    Copy(String),
}

impl TwoFactor {
    /// Whose second factor it is, by id: nobody else's is touched.
    #[must_use]
    pub fn of(self, account: String) -> Self {
        Self { account, ..self }
    }

    /// The account's id; empty until [`Self::of`] named it.
    pub fn account(&self) -> &str {
        &self.account
    }

    /// The first page: of setting it up, or of taking away the one that `is_on`.
    pub fn new(profile: Profile, is_on: bool, has_password: bool) -> Self {
        let step = if is_on {
            Step::TurnOff
        } else {
            Step::Prove { has_password }
        };

        Self {
            profile,
            account: String::new(),
            step,
            password: Secret::default(),
            shown: false,
            code: Secret::default(),
            error: None,
            note: None,
            pending: None,
        }
    }
}

impl Contract for TwoFactor {
    type Message = Message;
    type Action = Action;

    fn title(&self) -> String {
        super::title(&self.profile, say!("two-factor-title"))
    }

    fn profile(&self) -> Option<&Profile> {
        Some(&self.profile)
    }

    fn focus(&self) -> Option<&'static str> {
        match self.step {
            Step::Prove { has_password } => has_password.then_some(PASSWORD),
            Step::Scan { .. } | Step::TurnOff => Some(CODE),
        }
    }

    fn is_being_typed(&self) -> bool {
        !self.password.is_empty() || !matches!(self.step, Step::Prove { .. })
    }

    fn pending(&self) -> Option<Ticket> {
        self.pending
    }

    fn hide(&mut self) {
        self.shown = false;
    }

    fn cleared(&mut self, copy: Ticket) {
        if let Step::Scan { copied, .. } = &mut self.step {
            let _ = copied.take_if(|copied| *copied == copy);
        }
    }

    fn update(&mut self, message: Message) -> Action {
        match message {
            Message::PasswordTyped(password) => {
                self.password = password;
                self.error = None;
                Action::None
            }
            Message::Reveal => {
                self.shown = !self.shown;
                Action::None
            }
            Message::CodeTyped(typed) => {
                let (digits, is_complete) = code::digits(&typed, &self.code);
                self.code = digits;
                self.error = None;
                if is_complete {
                    self.submit()
                } else {
                    Action::None
                }
            }
            Message::Submit => self.submit(),
            Message::Made(ticket, result) if self.awaits(ticket) => {
                self.pending = None;
                self.made(*result)
            }
            Message::Answered(ticket, result) if self.awaits(ticket) => {
                self.pending = None;
                self.answered(result)
            }
            Message::Made(..) | Message::Answered(..) => Action::None,
            Message::CopyKey => match &mut self.step {
                Step::Scan { key, copied, .. } => {
                    let ticket = Ticket::next();
                    *copied = Some(ticket);
                    Action::HandOver(ticket, key.clone())
                }
                Step::Prove { .. } | Step::TurnOff => Action::None,
            },
            // On its way, nobody could say whether a code is asked for from now on.
            Message::Back if self.pending.is_some() => Action::None,
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

impl TwoFactor {
    fn submit(&mut self) -> Action {
        if self.pending.is_some() {
            return Action::None;
        }
        let ticket = Ticket::next();
        let action = match &self.step {
            Step::Prove { has_password: true } if self.password.is_empty() => {
                return self.refuse(PASSWORD, say!("common-password-empty"));
            }
            Step::Prove { has_password } => {
                let password = std::mem::take(&mut self.password);
                Action::Begin(ticket, has_password.then_some(password))
            }
            Step::Scan { .. } | Step::TurnOff if self.code.is_empty() => {
                return self.refuse(CODE, say!("two-factor-code-empty"));
            }
            Step::Scan { key, .. } => {
                Action::Enable(ticket, key.clone(), std::mem::take(&mut self.code))
            }
            Step::TurnOff => Action::Disable(ticket, std::mem::take(&mut self.code)),
        };
        self.pending = Some(ticket);
        self.shown = false;
        self.error = None;
        self.note = None;

        action
    }

    fn refuse(&mut self, field: &'static str, words: &'static str) -> Action {
        self.error = Some(words);

        Action::Focus(field)
    }

    fn made(&mut self, result: Result<directus::TwoFactor, Error>) -> Action {
        match result {
            Ok(made) => {
                self.step = Step::Scan {
                    picture: qr::draw(&made.url),
                    key: made.secret,
                    copied: None,
                };
                Action::Focus(CODE)
            }
            // Without a field for one there is nothing to say it at.
            Err(error)
                if code_of(&error) == Some(&Code::InvalidCredentials)
                    && matches!(self.step, Step::Prove { has_password: true }) =>
            {
                self.refuse(PASSWORD, say!("two-factor-wrong-password"))
            }
            Err(error) => self.failed(&error),
        }
    }

    fn answered(&mut self, result: Result<(), Error>) -> Action {
        match result {
            Ok(()) if matches!(self.step, Step::TurnOff) => {
                Action::Done(Note::say(Kind::Success, say!("two-factor-is-off"), None))
            }
            Ok(()) => Action::Done(Note::say(
                Kind::Success,
                say!("two-factor-is-on"),
                Some(say!("two-factor-is-on-hint")),
            )),
            Err(error) if code_of(&error) == Some(&Code::InvalidPayload) => {
                self.refuse(CODE, say!("two-factor-code-wrong"))
            }
            Err(error) => self.failed(&error),
        }
    }

    fn failed(&mut self, error: &Error) -> Action {
        if let Error::Ended(end) = error {
            return Action::SignIn(Note::of(Kind::Warning, text::ended(*end)));
        }
        self.note = Some(Note::error(error));

        Action::None
    }
}

fn code_of(error: &Error) -> Option<&Code> {
    match error {
        Error::Directus(directus::Error::Refused(refusal)) => Some(&refusal.code),
        _ => None,
    }
}
