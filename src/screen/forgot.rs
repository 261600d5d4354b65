//! A forgotten password: asking for the mail, waiting for it, and taking its link in any form a person can paste.
//! Says the same for every address (S-26).

mod view;

use std::time::{Duration, Instant};

use super::{Note, Ticket, left, may_be_email, note};
use crate::{
    link::{Link, Purpose},
    profile::Profile,
    secret::Secret,
    service::{Error, MailedLink},
    text,
    ui::words::{self, forgot as say},
};

/// Field.
pub const EMAIL: &str = "forgot-email";
/// Field.
pub const LINK: &str = "forgot-link";

/// The pause before the mail may be asked for again.
const PAUSE: Duration = Duration::from_secs(60);

/// The way to a new password.
#[derive(Debug, Clone)]
pub struct Forgot {
    profile: Profile,
    email: String,
    email_error: Option<&'static str>,
    step: Step,
    pasted: Secret,
    paste_error: Option<String>,
    reasons: bool,
    note: Option<Note>,
    pending: Option<Ticket>,
    pause: Option<(Instant, u64)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Ask,
    /// Asked for; which link the mail holds.
    Waiting(MailedLink),
    /// The person has a link already.
    Paste,
}

/// What happens here.
#[derive(Debug, Clone)]
pub enum Message {
    /// The e-mail was edited.
    EmailTyped(String),
    /// Asks for the mail, the first time or again.
    Submit,
    /// The server answered.
    Answered(Ticket, Result<MailedLink, Error>),
    /// The person has a link already.
    HaveLink,
    /// The link was typed.
    LinkTyped(Secret),
    /// The link was pasted: it is read at once.
    LinkPasted(Secret),
    /// The link was typed and Enter pressed.
    LinkSubmitted,
    /// Shows or hides the reasons why no mail comes.
    Reasons,
    /// A second went by.
    Ticked(Instant),
    /// Leads one step back.
    Back,
    /// A button of the notice.
    Note(note::Message),
}

impl Message {
    /// The request it answers.
    pub fn ticket(&self) -> Option<Ticket> {
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
    /// Ask for the mail.
    Request(Ticket, String),
    /// Drop the request that is under way.
    Cancel,
    /// Open this link.
    Open(Link),
    /// Leave.
    Back,
    /// Copy this.
    Copy(String),
}

impl Forgot {
    /// The first step, with the address typed so far.
    pub fn new(profile: Profile, email: String) -> Self {
        Self {
            profile,
            email,
            email_error: None,
            step: Step::Ask,
            pasted: Secret::default(),
            paste_error: None,
            reasons: false,
            note: None,
            pending: None,
            pause: None,
        }
    }

    /// The instance.
    pub fn profile(&self) -> &Profile {
        &self.profile
    }

    /// Title of the window.
    pub fn title(&self) -> String {
        words::title(
            &self.profile.name,
            &self.profile.url.display_host(),
            say::WINDOW,
        )
    }

    /// The field that should have the keyboard.
    pub fn focus(&self) -> Option<&'static str> {
        Some(if self.step == Step::Ask { EMAIL } else { LINK })
    }

    /// The request that is under way.
    pub fn pending(&self) -> Option<Ticket> {
        self.pending
    }

    /// Whether it waits for this answer.
    pub fn awaits(&self, ticket: Ticket) -> bool {
        self.pending == Some(ticket)
    }

    /// Whether letters typed now belong here.
    pub fn is_being_typed(&self) -> bool {
        self.step == Step::Ask && !self.email.is_empty()
    }

    /// Whether it counts seconds.
    pub fn counts(&self) -> bool {
        self.pause.is_some()
    }

    /// Takes a message in.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::EmailTyped(email) => {
                self.email = email;
                self.email_error = None;
                Action::None
            }
            Message::Submit => self.submit(),
            Message::Answered(ticket, result) if self.pending == Some(ticket) => {
                self.pending = None;
                self.answered(result)
            }
            Message::Answered(..) => Action::None,
            Message::HaveLink => {
                self.step = Step::Paste;
                self.note = None;
                Action::Focus(LINK)
            }
            Message::LinkTyped(text) => {
                self.pasted = text;
                self.paste_error = None;
                Action::None
            }
            Message::LinkPasted(text) => {
                self.pasted = text;
                self.read()
            }
            Message::LinkSubmitted => self.read(),
            Message::Reasons => {
                self.reasons = !self.reasons;
                Action::None
            }
            Message::Ticked(now) => {
                self.pause = self.pause.and_then(|(until, _)| left(until, now));
                Action::None
            }
            Message::Back => self.back(),
            Message::Note(message) => {
                let copied = self.note.as_mut().and_then(|note| note.update(message));
                copied.map_or(Action::None, Action::Copy)
            }
        }
    }

    fn submit(&mut self) -> Action {
        if self.pending.is_some() || self.pause.is_some() {
            return Action::None;
        }

        let email = self.email.trim();
        self.email_error = if email.is_empty() {
            Some(words::EMAIL_EMPTY)
        } else if may_be_email(email) {
            None
        } else {
            Some(words::EMAIL_MALFORMED)
        };
        if self.email_error.is_some() {
            return Action::Focus(EMAIL);
        }

        let ticket = Ticket::next();
        self.pending = Some(ticket);
        self.note = None;

        Action::Request(ticket, email.to_owned())
    }

    fn answered(&mut self, result: Result<MailedLink, Error>) -> Action {
        match result {
            Ok(link) => {
                let now = Instant::now();
                self.step = Step::Waiting(link);
                self.pause = left(now + PAUSE, now);
                Action::Focus(LINK)
            }
            Err(error) => {
                self.note = Some(Note::error(&error));
                Action::None
            }
        }
    }

    fn read(&mut self) -> Action {
        match Link::parse_pasted(self.pasted.expose(), Purpose::ResetPassword) {
            Ok(link) => {
                self.pasted = Secret::default();
                self.paste_error = None;
                Action::Open(link)
            }
            Err(error) => {
                self.paste_error = Some(text::notice(&Error::Link(error)).message);
                Action::Focus(LINK)
            }
        }
    }

    fn back(&mut self) -> Action {
        if self.pending.take().is_some() {
            return Action::Cancel;
        }
        if self.step == Step::Ask {
            return Action::Back;
        }

        self.step = Step::Ask;
        self.pasted = Secret::default();
        self.paste_error = None;

        Action::Focus(EMAIL)
    }
}
