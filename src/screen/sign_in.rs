//! Signing in with a password, at any provider that takes one, and with a one-time code when the server asks for
//! one; and the buttons that lead to the browser. Owns the form and its steps; what is sent is sent once, by the
//! person's own act (S-48).

mod answer;
mod message;
mod submit;
mod view;
mod ways;

pub use message::{Action, Message};

use std::time::{Duration, Instant};

use iced::Element;

use super::{Contract, Logos, Note, Ticket, left};
use crate::{
    directus::{Provider, Providers},
    profile::Profile,
    say,
    secret::Secret,
    service::Credentials,
    ui::banner::Kind,
};

/// Field.
pub const EMAIL: &str = "email";
/// Field.
pub const PASSWORD: &str = "password";
/// Field.
pub const CODE: &str = "code";

/// How long the button waits when the server does not say.
const PAUSE: Duration = Duration::from_secs(30);

/// The sign-in form of one instance.
#[derive(Debug, Clone)]
pub struct SignIn {
    profile: Profile,
    providers: Option<Providers>,
    /// The named provider the form is for (D2); `None` is the server's own accounts.
    named: Option<Provider>,
    email: String,
    password: Secret,
    shown: bool,
    step: Step,
    code: Secret,
    error: Option<Fault>,
    note: Option<Note>,
    pending: Option<Ticket>,
    sent: Option<Credentials>,
    faced: Option<Ticket>,
    /// Whether somebody is signed in here is being looked up.
    looked: Option<Ticket>,
    /// Who that is, until the person says that they are somebody else (D12).
    kept: Option<String>,
    face_failed: bool,
    /// All of the project's note is shown.
    is_note_open: bool,
    blocked: Option<(Instant, u64)>,
}

#[derive(Debug, Clone)]
enum Step {
    Password,
    /// E-mail and password were right; they are held for this step only.
    Code(Credentials),
    /// The provider let the person in and Directus asks for its own code: the browser goes round again with it.
    ProviderCode(Provider),
}

#[derive(Debug, Clone)]
struct Fault {
    field: &'static str,
    words: String,
}

impl SignIn {
    /// The form of `profile`, with the address used last.
    pub fn new(profile: Profile) -> Self {
        let email = profile.last_email.clone().unwrap_or_default();

        Self {
            profile,
            providers: None,
            named: None,
            email,
            password: Secret::default(),
            shown: false,
            step: Step::Password,
            code: Secret::default(),
            error: None,
            note: None,
            pending: None,
            sent: None,
            faced: None,
            looked: None,
            kept: None,
            face_failed: false,
            is_note_open: false,
            blocked: None,
        }
    }

    /// The same with something to say first.
    #[must_use]
    pub fn with_note(self, note: Note) -> Self {
        Self {
            note: Some(note),
            ..self
        }
    }

    /// The same with this address filled in.
    #[must_use]
    pub fn with_email(self, email: Option<String>) -> Self {
        match email {
            Some(email) => Self { email, ..self },
            None => self,
        }
    }

    /// Looks at the instance; call it when the screen opens.
    pub fn look(&mut self) -> Action {
        let ticket = Ticket::next();
        self.faced = Some(ticket);
        self.looked = Some(ticket);

        Action::Face(ticket)
    }

    /// The look at the instance that is under way.
    pub fn looks_for(&self) -> Option<Ticket> {
        self.faced
    }

    /// The code of Directus's own second factor is wanted for the browser round of `provider`. `is_wrong`:
    /// it was asked for before, and this one was not right (D8).
    pub fn ask_code(&mut self, provider: Provider, is_wrong: bool) -> Action {
        self.wipe();
        self.note = None;
        self.error = None;
        self.step = Step::ProviderCode(provider);

        if is_wrong {
            self.refuse(CODE, say!("sign-in-code-clock"))
        } else {
            Action::Focus(CODE)
        }
    }

    /// The browser round ended without a session, and this is why.
    pub fn tell(&mut self, note: Note) {
        self.wipe();
        self.error = None;
        self.face_failed = false;
        self.note = Some(note);
    }
}

impl Contract for SignIn {
    type Message = Message;
    type Action = Action;

    fn title(&self) -> String {
        super::title(&self.profile, say!("sign-in-title"))
    }

    fn profile(&self) -> Option<&Profile> {
        Some(&self.profile)
    }

    /// The field that should have the keyboard: the first empty one.
    fn focus(&self) -> Option<&'static str> {
        match self.step {
            Step::Code(_) | Step::ProviderCode(_) => Some(CODE),
            Step::Password if self.has_no_form() || self.kept.is_some() => None,
            Step::Password if self.email.is_empty() => Some(EMAIL),
            Step::Password => Some(PASSWORD),
        }
    }

    fn is_being_typed(&self) -> bool {
        !self.password.is_empty() || !matches!(self.step, Step::Password)
    }

    fn pending(&self) -> Option<Ticket> {
        self.pending
    }

    fn awaits(&self, ticket: Ticket) -> bool {
        [self.pending, self.faced, self.looked].contains(&Some(ticket))
    }

    fn counts(&self, _is_in_view: bool) -> bool {
        self.blocked.is_some()
    }

    fn tick(&mut self, now: Instant) {
        self.blocked = self.blocked.and_then(|(until, _)| left(until, now));
    }

    fn hide(&mut self) {
        self.shown = false;
    }

    fn update(&mut self, message: Message) -> Action {
        match message {
            Message::EmailTyped(email) => {
                self.email = email;
                self.clear(EMAIL);
                Action::None
            }
            Message::PasswordTyped(password) => {
                self.password = password;
                self.clear(PASSWORD);
                Action::None
            }
            Message::CodeTyped(code) => self.code_typed(&code),
            Message::Reveal => {
                self.shown = !self.shown;
                Action::None
            }
            Message::Kept(ticket, kept) if self.looked == Some(ticket) => {
                self.looked = None;
                self.offer(kept.map(|account| account.display_name()));
                Action::None
            }
            Message::Continue => Action::Continue,
            Message::SomebodyElse => {
                self.kept = None;
                self.focus().map_or(Action::None, Action::Focus)
            }
            Message::SignUp => {
                self.wipe();
                Action::SignUp {
                    email: self.email.clone(),
                }
            }
            // The view is left: nothing secret stays in it (S-49).
            Message::PasswordReset => {
                self.wipe();
                Action::PasswordReset {
                    email: self.email.clone(),
                }
            }
            Message::Back => self.back(),
            Message::Faced(ticket, result) if self.faced == Some(ticket) => {
                self.faced = None;
                self.faced(*result)
            }
            Message::Answered(ticket, result) if self.pending == Some(ticket) => {
                self.pending = None;
                self.answered(result)
            }
            Message::Faced(..) | Message::Kept(..) | Message::Answered(..) => Action::None,
            Message::Retry if self.face_failed => {
                self.note = None;
                self.face_failed = false;
                self.look()
            }
            Message::Submit | Message::Retry => self.submit(),
            Message::Choose(name) => self.choose(name.as_deref()),
            Message::Browse(name) => self.browse(&name),
            Message::UseToken => {
                self.wipe();
                Action::UseToken
            }
            Message::OpenStudio => Action::OpenStudio,
            Message::CheckUp => Action::CheckUp,
            Message::Visit(address) => Action::Visit(address),
            Message::ToggleNote => {
                self.is_note_open = !self.is_note_open;
                Action::None
            }
            Message::BrowserFailed(address) => {
                self.note = Some(Note::no_browser(&address));
                Action::None
            }
            Message::Note(message) => {
                Note::pressed(&mut self.note, message).map_or(Action::None, Action::Copy)
            }
        }
    }

    fn view<'a>(&'a self, logos: &'a Logos) -> Element<'a, Message> {
        self.draw(logos)
    }
}

impl SignIn {
    /// Offers to go on as who is signed in already, unless the person has begun here, or came to hear why that session
    /// is of no use.
    fn offer(&mut self, name: Option<String>) {
        let is_told = self
            .note
            .as_ref()
            .is_some_and(|note| matches!(note.kind(), Kind::Warning | Kind::Error));

        if !is_told && !self.is_being_typed() && self.pending.is_none() {
            self.kept = name.filter(|name| !name.is_empty());
        }
    }

    fn clear(&mut self, field: &'static str) {
        let _ = self.error.take_if(|error| error.field == field);
    }

    fn refuse(&mut self, field: &'static str, words: impl Into<String>) -> Action {
        self.error = Some(Fault {
            field,
            words: words.into(),
        });

        Action::Focus(field)
    }

    fn back(&mut self) -> Action {
        if self.pending.take().is_some() {
            self.restore();
            return Action::Cancel;
        }

        if !matches!(self.step, Step::Password) {
            self.step = Step::Password;
            self.code = Secret::default();
            self.error = None;
            return self.focus().map_or(Action::None, Action::Focus);
        }

        Action::Back
    }

    /// Puts back what was sent and not judged, so that trying again is one press.
    fn restore(&mut self) {
        let Some(sent) = self.sent.take() else { return };

        match (&self.step, sent.otp) {
            (Step::Code(_), Some(code)) => self.code = code,
            (Step::Code(_) | Step::ProviderCode(_), _) => {}
            (Step::Password, _) => self.password = sent.password,
        }
    }

    /// Nothing secret stays behind (S-49).
    fn wipe(&mut self) {
        self.password = Secret::default();
        self.code = Secret::default();
        self.sent = None;
        self.step = Step::Password;
        self.shown = false;
    }
}
