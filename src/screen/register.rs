//! Making an account where a project lets anybody do so (D14, D15): the form, the wait for the mail that confirms the
//! address, and the sign-in where nothing needs to be confirmed. Says the same for every address.

mod view;

use iced::Element;

use super::{
    Addressed, ChosenPassword, Contract, Logos, Note, Ticket, chosen_password, may_be_email, note,
};
use crate::{
    directus::{self, Code},
    link::{Link, Purpose},
    profile::Profile,
    say,
    secret::Secret,
    service::{Credentials, Error, MailedLink, Registered, SignedIn},
    text,
    ui::banner::Kind,
};

/// Field.
pub const EMAIL: &str = "register-email";
/// Field.
pub const LINK: &str = "register-link";

/// The pages for one instance.
#[derive(Debug, Clone)]
pub struct Register {
    profile: Profile,
    email: String,
    email_error: Option<&'static str>,
    chosen: ChosenPassword,
    step: Step,
    pasted: Secret,
    paste_error: Option<String>,
    note: Option<Note>,
    pending: Option<Ticket>,
}

#[derive(Debug, Clone)]
enum Step {
    Form,
    /// The account is there, and signed in to.
    SigningIn,
    /// The address must be confirmed; which link the mail holds.
    Waiting(MailedLink),
}

/// What happens here.
#[derive(Debug, Clone)]
pub enum Message {
    /// The e-mail was edited.
    EmailTyped(String),
    /// The password was edited.
    Chosen(chosen_password::Message),
    /// Registers.
    Submit,
    /// The server answered.
    Answered(Ticket, Result<Registered, Error>),
    /// The sign-in after that was answered.
    Entered(Ticket, Result<SignedIn, Error>),
    /// The link was typed.
    LinkTyped(Secret),
    /// The link was pasted: it is read at once, from the clipboard.
    LinkPasted(Secret),
    /// What the clipboard holds; `None` when it cannot be read.
    Pasted(Option<Secret>),
    /// The link was typed and Enter pressed.
    LinkSubmitted,
    /// Goes to the form: the address is confirmed.
    SignIn,
    /// Leads one step back.
    Back,
    /// A button of the notice.
    Note(note::Message),
}

impl Addressed for Message {
    const BACK: Self = Self::Back;

    fn ticket(&self) -> Option<Ticket> {
        match self {
            Self::Answered(ticket, _) | Self::Entered(ticket, _) => Some(*ticket),
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
    /// Register.
    Register(Ticket, String, Secret),
    /// Sign in to the account that was just made.
    Enter(Ticket, Credentials),
    /// Signed in.
    Done(SignedIn),
    /// Go to the form, with this address and perhaps something to say.
    SignIn(String, Option<Note>),
    /// Read what was pasted.
    ReadClipboard,
    /// Open this link.
    Open(Link),
    /// Leave.
    Back,
    /// Copy this.
    Copy(String),
}

impl Register {
    /// The form, with the address typed so far.
    pub fn new(profile: Profile, email: String) -> Self {
        let mut screen = Self {
            profile,
            email,
            email_error: None,
            chosen: ChosenPassword::default(),
            step: Step::Form,
            pasted: Secret::default(),
            paste_error: None,
            note: None,
            pending: None,
        };
        screen.know();

        screen
    }
}

impl Contract for Register {
    type Message = Message;
    type Action = Action;

    fn title(&self) -> String {
        super::title(&self.profile, say!("register-title"))
    }

    fn profile(&self) -> Option<&Profile> {
        Some(&self.profile)
    }

    fn focus(&self) -> Option<&'static str> {
        match self.step {
            Step::Form if self.email.is_empty() => Some(EMAIL),
            Step::Form => Some(self.chosen.focus()),
            Step::SigningIn => None,
            Step::Waiting(_) => Some(LINK),
        }
    }

    fn is_being_typed(&self) -> bool {
        self.chosen.is_being_typed() || (matches!(self.step, Step::Form) && !self.email.is_empty())
    }

    fn pending(&self) -> Option<Ticket> {
        self.pending
    }

    fn hide(&mut self) {
        self.chosen.hide();
    }

    fn update(&mut self, message: Message) -> Action {
        match message {
            Message::EmailTyped(email) => {
                self.email = email;
                self.email_error = None;
                self.know();
                Action::None
            }
            Message::Chosen(message) => {
                self.chosen.update(message);
                Action::None
            }
            Message::Submit => self.submit(),
            Message::Answered(ticket, result) if self.awaits(ticket) => {
                self.pending = None;
                self.answered(result)
            }
            Message::Entered(ticket, result) if self.awaits(ticket) => {
                self.pending = None;
                self.entered(result)
            }
            Message::Answered(..) | Message::Entered(..) => Action::None,
            Message::LinkTyped(text) => {
                self.pasted = text;
                self.paste_error = None;
                Action::None
            }
            Message::LinkPasted(text) => {
                self.pasted = text;
                Action::ReadClipboard
            }
            Message::Pasted(whole) => {
                let whole = whole.filter(|whole| parse(whole).is_ok());
                self.read(whole.as_ref())
            }
            Message::LinkSubmitted => self.read(None),
            Message::SignIn => Action::SignIn(self.email.trim().to_owned(), None),
            // On its way, nobody could say whether there is an account by now.
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

impl Register {
    fn know(&mut self) {
        self.chosen
            .know([self.email.clone(), self.profile.name.clone()]);
    }

    fn submit(&mut self) -> Action {
        if self.pending.is_some() || !matches!(self.step, Step::Form) {
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

        match self.chosen.ready() {
            Err(field) => Action::Focus(field),
            Ok(password) => {
                let ticket = Ticket::next();
                self.pending = Some(ticket);
                self.note = None;
                Action::Register(ticket, email.to_owned(), password)
            }
        }
    }

    fn answered(&mut self, result: Result<Registered, Error>) -> Action {
        let error = match result {
            Ok(Registered::Unconfirmed(link)) => {
                self.chosen.wipe();
                self.step = Step::Waiting(link);
                return Action::Focus(LINK);
            }
            // The person asked for an account to use: they go in with the password they have just chosen.
            Ok(Registered::Ready) => {
                let Ok(password) = self.chosen.ready() else {
                    return Action::SignIn(self.email.trim().to_owned(), None);
                };
                let ticket = Ticket::next();
                self.pending = Some(ticket);
                self.step = Step::SigningIn;
                self.chosen.wipe();
                let credentials = Credentials {
                    email: self.email.trim().to_owned(),
                    password,
                    otp: None,
                };
                return Action::Enter(ticket, credentials);
            }
            Err(error) => error,
        };

        if let Error::Directus(directus::Error::Refused(refusal)) = &error {
            match refusal.code {
                Code::FailedValidation => return Action::Focus(self.chosen.break_rules()),
                Code::InvalidPayload => {
                    self.email_error = Some(say!("common-email-malformed"));
                    return Action::Focus(EMAIL);
                }
                Code::Forbidden => {
                    let notice = text::Notice {
                        message: say!("register-forbidden").to_owned(),
                        hint: Some(say!("register-forbidden-hint").to_owned()),
                        ..text::notice(&error)
                    };
                    self.note = Some(Note::of(Kind::Error, notice));
                    return Action::None;
                }
                _ => {}
            }
        }
        self.note = Some(Note::error(&error));

        Action::None
    }

    /// The server says of an address it knows that it was registered, too; then the password is another.
    fn entered(&mut self, result: Result<SignedIn, Error>) -> Action {
        let email = self.email.trim().to_owned();

        match result {
            Ok(session) => Action::Done(session),
            Err(Error::Directus(directus::Error::Refused(refusal)))
                if refusal.code == Code::InvalidCredentials =>
            {
                let note = Note::say(
                    Kind::Info,
                    say!("register-known"),
                    Some(say!("register-known-hint")),
                );
                Action::SignIn(email, Some(note))
            }
            Err(error) => Action::SignIn(email, Some(Note::error(&error))),
        }
    }

    /// The clipboard counts, where it holds a link: the field has lost the line ends of what was pasted.
    fn read(&mut self, whole: Option<&Secret>) -> Action {
        match parse(whole.unwrap_or(&self.pasted)) {
            Ok(link) => {
                self.pasted = Secret::default();
                self.paste_error = None;
                Action::Open(link)
            }
            Err(error) => {
                self.paste_error = Some(text::notice(&error).message);
                Action::Focus(LINK)
            }
        }
    }
}

fn parse(text: &Secret) -> Result<Link, Error> {
    Ok(Link::parse_pasted(text.expose(), Purpose::VerifyEmail)?)
}
