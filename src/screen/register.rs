//! Registering an account, where the project has public registration: the form, the wait for the mail that verifies the
//! address, and the sign-in if none is sent. The page says the same for every address (S-26, account enumeration).

mod view;

use iced::Element;

use super::{
    ChosenPassword, Notification, Pictures, RequestId, Screen, ScreenMessage, chosen_password,
    email_field::EmailField, mailed_link_field::MailedLinkField, notification,
};
use crate::{
    link::{Link, TokenPurpose},
    profile::{Profile, ProfileId},
    say,
    secret::Secret,
    service::{
        Credentials, Error, ErrorCode, MailedLinkKind, RegistrationOutcome, ServerError,
        SessionInfo,
    },
    text,
    ui::banner::Kind,
};

pub const EMAIL_FIELD: &str = "register-email";
pub const LINK_FIELD: &str = "register-link";

#[derive(Debug, Clone)]
pub struct Register {
    profile: Profile,
    email: EmailField,
    new_password: ChosenPassword,
    step: Step,
    link: MailedLinkField,
    notification: Option<Notification>,
    pending: Option<RequestId>,
}

#[derive(Debug, Clone)]
enum Step {
    Form,
    /// The account exists; the sign-in is under way.
    SigningIn,
    /// The address must be verified; the mail contains this kind of link.
    Waiting(MailedLinkKind),
}

#[derive(Debug, Clone)]
pub enum Message {
    EmailTyped(String),
    NewPassword(chosen_password::Message),
    Submit,
    Answered(RequestId, Result<RegistrationOutcome, Error>),
    /// The answer to the sign-in that follows.
    SignInAnswered(RequestId, Result<SessionInfo, Error>),
    /// The link field was edited.
    LinkTyped(Secret),
    /// Something was pasted into the link field: the clipboard is read instead, since the field drops line breaks.
    LinkPasted(Secret),
    /// The clipboard's text; `None` if it cannot be read.
    ClipboardRead(Option<Secret>),
    /// Enter in the link field.
    LinkSubmitted,
    /// Opens the sign-in form: the address was verified.
    OpenSignIn,
    Back,
    Notification(notification::Message),
}

impl ScreenMessage for Message {
    const BACK: Self = Self::Back;

    fn request_id(&self) -> Option<RequestId> {
        match self {
            Self::Answered(request, _) | Self::SignInAnswered(request, _) => Some(*request),
            _ => None,
        }
    }

    fn answered_sign_in(&self) -> Option<RequestId> {
        match self {
            Self::SignInAnswered(request, _) => Some(*request),
            _ => None,
        }
    }
}

/// What it asks of the service.
#[derive(Debug, Clone)]
pub enum Request {
    /// Registers. Answered by [`Message::Answered`].
    Register {
        /// At which instance.
        profile: ProfileId,
        /// The address.
        email: String,
        /// The password.
        password: Secret,
    },
    /// Signs in to the account that was just made. Answered by [`Message::SignInAnswered`].
    SignIn(ProfileId, Credentials),
}

/// What it leads to.
#[derive(Debug, Clone)]
pub enum Outcome {
    /// The person is signed in.
    SignedIn(SessionInfo),
    /// The form, with this address and perhaps something to say.
    OpenSignIn(String, Option<Notification>),
    /// What was pasted is read from the clipboard, for [`Message::ClipboardRead`].
    ReadClipboard,
    /// What this link is for.
    OpenLink(Link),
}

/// What is to be done.
pub type Action = super::Action<Request, Outcome>;

impl Register {
    /// The form, with the address typed so far.
    pub fn new(profile: Profile, email: String) -> Self {
        let mut screen = Self {
            profile,
            email: EmailField::new(EMAIL_FIELD, email),
            new_password: ChosenPassword::default(),
            step: Step::Form,
            link: MailedLinkField::new(LINK_FIELD, TokenPurpose::VerifyEmail),
            notification: None,
            pending: None,
        };
        screen.update_known_words();

        screen
    }
}

impl Screen for Register {
    type Message = Message;
    type Request = Request;
    type Outcome = Outcome;

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
                self.email.set(email);
                self.update_known_words();
                Action::None
            }
            Message::NewPassword(message) => {
                self.new_password.update(message);
                Action::None
            }
            Message::Submit => self.submit(),
            Message::Answered(request, result) if self.awaits(request) => {
                self.pending = None;
                self.handle_answer(result)
            }
            Message::SignInAnswered(request, result) if self.awaits(request) => {
                self.pending = None;
                self.handle_sign_in(result)
            }
            Message::Answered(..) | Message::SignInAnswered(..) => Action::None,
            Message::LinkTyped(text) => {
                self.link.set(text);
                Action::None
            }
            Message::LinkPasted(text) => {
                self.link.set(text);
                Action::Outcome(Outcome::ReadClipboard)
            }
            Message::ClipboardRead(text) => self.open_link(text.as_ref()),
            Message::LinkSubmitted => self.open_link(None),
            Message::OpenSignIn => {
                Action::Outcome(Outcome::OpenSignIn(self.email.address().to_owned(), None))
            }
            // While the request is under way, leaving is refused: the person would not know whether the account exists.
            Message::Back if self.pending.is_some() => Action::None,
            Message::Back => Action::Leave,
            Message::Notification(message) => {
                Notification::press_button(&mut self.notification, message)
            }
        }
    }

    fn view<'a>(&'a self, pictures: &'a Pictures) -> Element<'a, Message> {
        self.draw(pictures)
    }
}

impl Register {
    fn update_known_words(&mut self) {
        self.new_password
            .set_known_words([self.email.text().to_owned(), self.profile.name.clone()]);
    }

    fn submit(&mut self) -> Action {
        if self.pending.is_some() || !matches!(self.step, Step::Form) {
            return Action::None;
        }
        let email = match self.email.validate() {
            Ok(email) => email,
            Err(field) => return Action::Focus(field),
        };

        match self.new_password.validate() {
            Err(field) => Action::Focus(field),
            Ok(password) => {
                let request = RequestId::next();
                self.pending = Some(request);
                self.notification = None;
                Action::Run(
                    request,
                    Request::Register {
                        profile: self.profile.id.clone(),
                        email,
                        password,
                    },
                )
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
            // No verification is needed: sign in with the password that was just chosen.
            Ok(RegistrationOutcome::Ready) => {
                let Ok(password) = self.new_password.validate() else {
                    return Action::Outcome(Outcome::OpenSignIn(
                        self.email.address().to_owned(),
                        None,
                    ));
                };
                let request = RequestId::next();
                self.pending = Some(request);
                self.step = Step::SigningIn;
                self.new_password.wipe();
                let credentials = Credentials {
                    email: self.email.address().to_owned(),
                    password,
                    otp: None,
                };
                return Action::Run(
                    request,
                    Request::SignIn(self.profile.id.clone(), credentials),
                );
            }
            Err(error) => error,
        };

        if let Error::Directus(ServerError::Refused(refusal)) = &error {
            match refusal.code {
                ErrorCode::FailedValidation => {
                    return Action::Focus(self.new_password.refuse_by_server_rules());
                }
                ErrorCode::InvalidPayload => {
                    return Action::Focus(self.email.refuse());
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

    /// Directus answers a registration of an existing address like a new one (no account enumeration); the sign-in then
    /// fails because that account has another password.
    fn handle_sign_in(&mut self, result: Result<SessionInfo, Error>) -> Action {
        let email = self.email.address().to_owned();

        match result {
            Ok(session) => Action::Outcome(Outcome::SignedIn(session)),
            Err(Error::Directus(ServerError::Refused(refusal)))
                if refusal.code == ErrorCode::InvalidCredentials =>
            {
                let notification = Notification::of_text(
                    Kind::Info,
                    say!("register-known"),
                    Some(say!("register-known.hint")),
                );
                Action::Outcome(Outcome::OpenSignIn(email, Some(notification)))
            }
            Err(error) => Action::Outcome(Outcome::OpenSignIn(
                email,
                Some(Notification::error(&error)),
            )),
        }
    }

    fn open_link(&mut self, clipboard: Option<&Secret>) -> Action {
        self.link
            .read(clipboard)
            .map_or_else(Action::Focus, |link| {
                Action::Outcome(Outcome::OpenLink(link))
            })
    }
}
