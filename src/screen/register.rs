//! Making an account where a project lets anybody do so (D14, D15): the form, the wait for the mail that confirms the
//! address, and the sign-in where nothing needs to be confirmed. Says the same for every address.

mod view;

use iced::Element;

use super::{
    ChosenPassword, Notification, Pictures, RequestId, Screen, ScreenMessage, chosen_password,
    looks_like_email, note,
};
use crate::{
    directus::{self, ErrorCode},
    link::{Link, TokenPurpose},
    profile::Profile,
    say,
    secret::Secret,
    service::{Credentials, Error, MailedLinkKind, RegistrationOutcome, SessionInfo},
    text,
    ui::banner::Kind,
};

/// Field.
pub const EMAIL_FIELD: &str = "register-email";
/// Field.
pub const LINK_FIELD: &str = "register-link";

/// The pages for one instance.
#[derive(Debug, Clone)]
pub struct Register {
    profile: Profile,
    email: String,
    email_error: Option<&'static str>,
    new_password: ChosenPassword,
    step: Step,
    link_text: Secret,
    link_error: Option<String>,
    notification: Option<Notification>,
    pending: Option<RequestId>,
}

#[derive(Debug, Clone)]
enum Step {
    Form,
    /// The account is there, and signed in to.
    SigningIn,
    /// The address must be confirmed; which link the mail holds.
    Waiting(MailedLinkKind),
}

/// What happens here.
#[derive(Debug, Clone)]
pub enum Message {
    /// The e-mail was edited.
    EmailTyped(String),
    /// The password was edited.
    NewPassword(chosen_password::Message),
    /// Registers.
    Submit,
    /// The server answered.
    Answered(RequestId, Result<RegistrationOutcome, Error>),
    /// The sign-in after that was answered.
    SignInAnswered(RequestId, Result<SessionInfo, Error>),
    /// The link was typed.
    LinkTyped(Secret),
    /// The link was pasted: it is read at once, from the clipboard.
    LinkPasted(Secret),
    /// What the clipboard holds; `None` when it cannot be read.
    ClipboardRead(Option<Secret>),
    /// The link was typed and Enter pressed.
    LinkSubmitted,
    /// Goes to the form: the address is confirmed.
    OpenSignIn,
    /// Leads one step back.
    Back,
    /// A button of the notice.
    Notification(note::Message),
}

impl ScreenMessage for Message {
    const BACK: Self = Self::Back;

    fn request_id(&self) -> Option<RequestId> {
        match self {
            Self::Answered(ticket, _) | Self::SignInAnswered(ticket, _) => Some(*ticket),
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
    Register(RequestId, String, Secret),
    /// Sign in to the account that was just made.
    SignInToNewAccount(RequestId, Credentials),
    /// Signed in.
    Done(SessionInfo),
    /// Go to the form, with this address and perhaps something to say.
    OpenSignIn(String, Option<Notification>),
    /// Read what was pasted.
    ReadClipboard,
    /// Open this link.
    OpenLink(Link),
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
            new_password: ChosenPassword::default(),
            step: Step::Form,
            link_text: Secret::default(),
            link_error: None,
            notification: None,
            pending: None,
        };
        screen.update_known_words();

        screen
    }
}

impl Screen for Register {
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
            Step::Form if self.email.is_empty() => Some(EMAIL_FIELD),
            Step::Form => Some(self.new_password.focus()),
            Step::SigningIn => None,
            Step::Waiting(_) => Some(LINK_FIELD),
        }
    }

    fn is_being_typed(&self) -> bool {
        self.new_password.is_being_typed()
            || (matches!(self.step, Step::Form) && !self.email.is_empty())
    }

    fn blocking_request(&self) -> Option<RequestId> {
        self.pending
    }

    fn mask_secrets(&mut self) {
        self.new_password.hide();
    }

    fn update(&mut self, message: Message) -> Action {
        match message {
            Message::EmailTyped(email) => {
                self.email = email;
                self.email_error = None;
                self.update_known_words();
                Action::None
            }
            Message::NewPassword(message) => {
                self.new_password.update(message);
                Action::None
            }
            Message::Submit => self.submit(),
            Message::Answered(ticket, result) if self.awaits(ticket) => {
                self.pending = None;
                self.handle_answer(result)
            }
            Message::SignInAnswered(ticket, result) if self.awaits(ticket) => {
                self.pending = None;
                self.handle_sign_in(result)
            }
            Message::Answered(..) | Message::SignInAnswered(..) => Action::None,
            Message::LinkTyped(text) => {
                self.link_text = text;
                self.link_error = None;
                Action::None
            }
            Message::LinkPasted(text) => {
                self.link_text = text;
                Action::ReadClipboard
            }
            Message::ClipboardRead(whole) => {
                let whole = whole.filter(|whole| parse_link(whole).is_ok());
                self.open_link(whole.as_ref())
            }
            Message::LinkSubmitted => self.open_link(None),
            Message::OpenSignIn => Action::OpenSignIn(self.email.trim().to_owned(), None),
            // On its way, nobody could say whether there is an account by now.
            Message::Back if self.pending.is_some() => Action::None,
            Message::Back => Action::Back,
            Message::Notification(message) => {
                Notification::press_button(&mut self.notification, message)
                    .map_or(Action::None, Action::Copy)
            }
        }
    }

    fn view<'a>(&'a self, logos: &'a Pictures) -> Element<'a, Message> {
        self.draw(logos)
    }
}

impl Register {
    fn update_known_words(&mut self) {
        self.new_password
            .set_known_words([self.email.clone(), self.profile.name.clone()]);
    }

    fn submit(&mut self) -> Action {
        if self.pending.is_some() || !matches!(self.step, Step::Form) {
            return Action::None;
        }
        let email = self.email.trim();
        self.email_error = if email.is_empty() {
            Some(say!("common-email-empty"))
        } else if looks_like_email(email) {
            None
        } else {
            Some(say!("common-email-malformed"))
        };
        if self.email_error.is_some() {
            return Action::Focus(EMAIL_FIELD);
        }

        match self.new_password.validate() {
            Err(field) => Action::Focus(field),
            Ok(password) => {
                let ticket = RequestId::next();
                self.pending = Some(ticket);
                self.notification = None;
                Action::Register(ticket, email.to_owned(), password)
            }
        }
    }

    fn handle_answer(&mut self, result: Result<RegistrationOutcome, Error>) -> Action {
        let error = match result {
            Ok(RegistrationOutcome::Unconfirmed(link)) => {
                self.new_password.wipe();
                self.step = Step::Waiting(link);
                return Action::Focus(LINK_FIELD);
            }
            // The person asked for an account to use: they go in with the password they have just chosen.
            Ok(RegistrationOutcome::Ready) => {
                let Ok(password) = self.new_password.validate() else {
                    return Action::OpenSignIn(self.email.trim().to_owned(), None);
                };
                let ticket = RequestId::next();
                self.pending = Some(ticket);
                self.step = Step::SigningIn;
                self.new_password.wipe();
                let credentials = Credentials {
                    email: self.email.trim().to_owned(),
                    password,
                    otp: None,
                };
                return Action::SignInToNewAccount(ticket, credentials);
            }
            Err(error) => error,
        };

        if let Error::Directus(directus::Error::Refused(refusal)) = &error {
            match refusal.code {
                ErrorCode::FailedValidation => {
                    return Action::Focus(self.new_password.refuse_by_server_rules());
                }
                ErrorCode::InvalidPayload => {
                    self.email_error = Some(say!("common-email-malformed"));
                    return Action::Focus(EMAIL_FIELD);
                }
                ErrorCode::Forbidden => {
                    let notice = text::Notice {
                        message: say!("register-forbidden").to_owned(),
                        hint: Some(say!("register-forbidden.hint").to_owned()),
                        ..text::notice(&error)
                    };
                    self.notification = Some(Notification::new(Kind::Error, notice));
                    return Action::None;
                }
                _ => {}
            }
        }
        self.notification = Some(Notification::error(&error));

        Action::None
    }

    /// The server says of an address it knows that it was registered, too; then the password is another.
    fn handle_sign_in(&mut self, result: Result<SessionInfo, Error>) -> Action {
        let email = self.email.trim().to_owned();

        match result {
            Ok(session) => Action::Done(session),
            Err(Error::Directus(directus::Error::Refused(refusal)))
                if refusal.code == ErrorCode::InvalidCredentials =>
            {
                let note = Notification::of_text(
                    Kind::Info,
                    say!("register-known"),
                    Some(say!("register-known.hint")),
                );
                Action::OpenSignIn(email, Some(note))
            }
            Err(error) => Action::OpenSignIn(email, Some(Notification::error(&error))),
        }
    }

    /// The clipboard counts, where it holds a link: the field has lost the line ends of what was pasted.
    fn open_link(&mut self, whole: Option<&Secret>) -> Action {
        match parse_link(whole.unwrap_or(&self.link_text)) {
            Ok(link) => {
                self.link_text = Secret::default();
                self.link_error = None;
                Action::OpenLink(link)
            }
            Err(error) => {
                self.link_error = Some(text::notice(&error).message);
                Action::Focus(LINK_FIELD)
            }
        }
    }
}

fn parse_link(text: &Secret) -> Result<Link, Error> {
    Ok(Link::parse_pasted(
        text.expose(),
        TokenPurpose::VerifyEmail,
    )?)
}
