//! A forgotten password: asking for the mail, waiting for it, and taking its link in any form a person can paste.
//! Says the same for every address (S-26).

mod view;

use std::time::{Duration, Instant};

use iced::Element;

use super::{Addressed, Contract, Logos, Note, Ticket, left, may_be_email, note};
use crate::{
    link::{Link, Purpose},
    profile::Profile,
    say,
    secret::Secret,
    service::{Error, MailedLink},
    text,
    ui::banner::Kind,
};

/// Field.
pub const EMAIL: &str = "forgot-email";
/// Field.
pub const LINK: &str = "password-reset-link";

/// The pause before the mail may be asked for again.
const PAUSE: Duration = Duration::from_secs(60);

/// The way to a new password.
#[derive(Debug, Clone)]
pub struct PasswordReset {
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
    opens: Opens,
    copied: bool,
}

/// Whether a click on the link of the mail comes here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Opens {
    /// Not known, or it does.
    Here,
    Asking(Ticket),
    Elsewhere,
    Registering(Ticket),
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
    /// The link was pasted: it is read at once, from the clipboard.
    LinkPasted(Secret),
    /// What the clipboard holds; `None` when it cannot be read.
    Pasted(Option<Secret>),
    /// Whether a click on the link of the mail comes here.
    Opens(Ticket, bool),
    /// Makes it so.
    Register,
    /// How that went, and why not.
    Registered(Ticket, Result<(), String>),
    /// Copies the line for the administrator.
    CopyLine,
    /// The link was typed and Enter pressed.
    LinkSubmitted,
    /// Shows or hides the reasons why no mail comes.
    Reasons,
    /// Leads one step back.
    Back,
    /// A button of the notice.
    Note(note::Message),
}

impl Addressed for Message {
    const BACK: Self = Self::Back;

    fn ticket(&self) -> Option<Ticket> {
        match self {
            Self::Answered(ticket, _) | Self::Opens(ticket, _) | Self::Registered(ticket, _) => {
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
    /// Give the keyboard to this field.
    Focus(&'static str),
    /// Ask for the mail.
    Request(Ticket, String),
    /// Give the keyboard to the link, and ask whether a click on it comes here.
    LookAtScheme(Ticket),
    /// Make this the program that opens the links.
    Register(Ticket),
    /// Read what was pasted.
    ReadClipboard,
    /// Drop the request that is under way.
    Cancel,
    /// Open this link.
    Open(Link),
    /// Leave.
    Back,
    /// Copy this.
    Copy(String),
}

/// What the server's environment needs so that the link of a mail opens Latchkey; not for translating.
fn administrator_line() -> String {
    format!(
        "PASSWORD_RESET_URL_ALLOW_LIST={}",
        crate::identity::RESET_URL
    )
}

impl PasswordReset {
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
            opens: Opens::Here,
            copied: false,
        }
    }
}

impl Contract for PasswordReset {
    type Message = Message;
    type Action = Action;

    fn title(&self) -> String {
        super::title(&self.profile, say!("password-reset-window"))
    }

    fn profile(&self) -> Option<&Profile> {
        Some(&self.profile)
    }

    fn focus(&self) -> Option<&'static str> {
        Some(if self.step == Step::Ask { EMAIL } else { LINK })
    }

    fn is_being_typed(&self) -> bool {
        self.step == Step::Ask && !self.email.is_empty()
    }

    fn pending(&self) -> Option<Ticket> {
        self.pending
    }

    fn awaits(&self, ticket: Ticket) -> bool {
        self.pending == Some(ticket)
            || matches!(self.opens, Opens::Asking(asked) | Opens::Registering(asked) if asked == ticket)
    }

    fn counts(&self, _is_in_view: bool) -> bool {
        self.pause.is_some()
    }

    fn tick(&mut self, now: Instant) {
        self.pause = self.pause.and_then(|(until, _)| left(until, now));
    }

    fn update(&mut self, message: Message) -> Action {
        match message {
            Message::EmailTyped(email) => {
                // The pause is there for the mail to that address.
                self.pause = self.pause.filter(|_| self.email.trim() == email.trim());
                self.email = email;
                self.email_error = None;
                Action::None
            }
            Message::Submit => self.submit(),
            Message::Answered(ticket, result) if self.pending == Some(ticket) => {
                self.pending = None;
                self.answered(result)
            }
            Message::Opens(ticket, is_here) if self.opens == Opens::Asking(ticket) => {
                self.opens = if is_here {
                    Opens::Here
                } else {
                    Opens::Elsewhere
                };
                Action::None
            }
            Message::Register if self.opens == Opens::Elsewhere => {
                let ticket = Ticket::next();
                self.opens = Opens::Registering(ticket);
                self.note = None;
                Action::Register(ticket)
            }
            Message::Registered(ticket, result) if self.opens == Opens::Registering(ticket) => {
                self.registered(result)
            }
            Message::Answered(..)
            | Message::Opens(..)
            | Message::Register
            | Message::Registered(..) => Action::None,
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
                Action::ReadClipboard
            }
            Message::Pasted(whole) => self.pasted(whole),
            Message::CopyLine => {
                self.copied = true;
                Action::Copy(administrator_line())
            }
            Message::LinkSubmitted => self.read(),
            Message::Reasons => {
                self.reasons = !self.reasons;
                Action::None
            }
            Message::Back => self.back(),
            Message::Note(message) => {
                Note::pressed(&mut self.note, message).map_or(Action::None, Action::Copy)
            }
        }
    }

    fn view<'a>(&'a self, logos: &'a Logos) -> Element<'a, Message> {
        self.draw(logos)
    }
}

impl PasswordReset {
    fn submit(&mut self) -> Action {
        if self.pending.is_some() || self.pause.is_some() {
            return Action::None;
        }

        let email = self.email.trim();
        self.email_error = if email.is_empty() {
            Some(say!("common-email-empty"))
        } else if may_be_email(email) {
            None
        } else {
            Some(say!("common-email-malformed"))
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
                if link == MailedLink::Studio {
                    return Action::Focus(LINK);
                }
                let ticket = Ticket::next();
                self.opens = Opens::Asking(ticket);
                Action::LookAtScheme(ticket)
            }
            Err(error) => {
                self.note = Some(Note::error(&error));
                Action::None
            }
        }
    }

    fn registered(&mut self, result: Result<(), String>) -> Action {
        self.opens = match result {
            Ok(()) => Opens::Here,
            Err(reason) => {
                let notice = text::Notice {
                    message: say!("password-reset-not-registered").to_owned(),
                    hint: Some(say!("password-reset-not-registered-hint").to_owned()),
                    detail: Some(reason),
                    code: String::new(),
                };
                self.note = Some(Note::of(Kind::Warning, notice));
                // Offering the same again would only fail again.
                Opens::Here
            }
        };

        Action::None
    }

    /// The clipboard counts: the field it was pasted into has lost the line ends. Without it, or when it holds no
    /// link, the field as it stands is read.
    fn pasted(&mut self, whole: Option<Secret>) -> Action {
        let link =
            whole.and_then(|whole| Link::parse_pasted(whole.expose(), Purpose::ResetPassword).ok());

        match link {
            Some(link) => {
                self.pasted = Secret::default();
                self.paste_error = None;
                Action::Open(link)
            }
            None => self.read(),
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
