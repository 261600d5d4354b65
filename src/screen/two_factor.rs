//! Two-factor authentication of the signed-in account: generating the secret, enabling it with a code, and disabling it
//! with another. Owns the steps; the secret is held only for the step that shows it.

mod view;

use iced::{Element, widget::image};

use super::{
    Notification, Pictures, RequestId, Screen, ScreenMessage, code, notification,
    secret_field::SecretField,
};
use crate::{
    profile::{Profile, ProfileId},
    say,
    secret::Secret,
    service::{Error, ErrorCode, ServerError, TwoFactorSetup},
    text,
    ui::{banner::Kind, qr},
};

pub const PASSWORD_FIELD: &str = "own-password";
pub const CODE_FIELD: &str = "two-factor-code";

#[derive(Debug, Clone)]
pub struct TwoFactor {
    profile: Profile,
    account_id: String,
    step: Step,
    password: SecretField,
    code: SecretField,
    notification: Option<Notification>,
    pending: Option<RequestId>,
}

#[derive(Debug, Clone)]
enum Step {
    /// Asks for the password, if the account has one.
    Authenticate {
        has_password: bool,
    },
    /// The secret was generated and is enabled by a code.
    Scan {
        key: Secret,
        qr_code: Option<image::Handle>,
        /// The request of the copy that is on the clipboard.
        clipboard_copy: Option<RequestId>,
    },
    TurnOff,
}

#[derive(Debug, Clone)]
pub enum Message {
    PasswordTyped(Secret),
    Reveal,
    CodeTyped(Secret),
    Submit,
    /// The generated secret.
    SecretGenerated(RequestId, Box<Result<TwoFactorSetup, Error>>),
    /// The answer to enabling or disabling.
    Answered(RequestId, Result<(), Error>),
    CopyKey,
    Back,
    Notification(notification::Message),
}

impl ScreenMessage for Message {
    const BACK: Self = Self::Back;

    fn request_id(&self) -> Option<RequestId> {
        match self {
            Self::SecretGenerated(request, _) | Self::Answered(request, _) => Some(*request),
            _ => None,
        }
    }
}

/// What it asks of the service.
#[derive(Debug, Clone)]
pub struct Request {
    /// Of which instance.
    pub profile: ProfileId,
    /// Whose second factor, by id: nobody else's is touched.
    pub account: String,
    /// What is changed.
    pub change: Change,
}

/// A change of the second factor.
#[derive(Debug, Clone)]
pub enum Change {
    /// Makes a key for it, which the password proves the right to. Answered by [`Message::SecretGenerated`].
    GenerateSecret(Option<Secret>),
    /// Turns it on with this key and a code of it. Answered by [`Message::Answered`].
    Enable(Secret, Secret),
    /// Turns it off with a code. Answered by [`Message::Answered`].
    Disable(Secret),
}

/// What it leads to.
#[derive(Debug, Clone)]
pub enum Outcome {
    /// It is on or off now; the account says so.
    Changed(Notification),
    /// The form: the session has ended.
    OpenSignIn(Notification),
}

/// What is to be done.
pub type Action = super::Action<Request, Outcome>;

impl TwoFactor {
    /// Binds the page to the account with this id; another account's second factor is never changed.
    #[must_use]
    pub fn for_account(self, account: String) -> Self {
        Self {
            account_id: account,
            ..self
        }
    }

    /// The account's id; empty until [`Self::for_account`] set it.
    pub fn account_id(&self) -> &str {
        &self.account_id
    }

    /// The first page: of setting two-factor up, or of disabling it if it `is_on`.
    pub fn new(profile: Profile, is_on: bool, has_password: bool) -> Self {
        let step = if is_on {
            Step::TurnOff
        } else {
            Step::Authenticate { has_password }
        };

        Self {
            profile,
            account_id: String::new(),
            step,
            password: SecretField::new(PASSWORD_FIELD),
            code: SecretField::new(CODE_FIELD),
            notification: None,
            pending: None,
        }
    }
}

impl Screen for TwoFactor {
    type Message = Message;
    type Request = Request;
    type Outcome = Outcome;

    fn title(&self) -> String {
        super::title(&self.profile, say!("two-factor-title"))
    }

    fn profile(&self) -> Option<&Profile> {
        Some(&self.profile)
    }

    fn focus(&self) -> Option<&'static str> {
        match self.step {
            Step::Authenticate { has_password } => has_password.then_some(PASSWORD_FIELD),
            Step::Scan { .. } | Step::TurnOff => Some(CODE_FIELD),
        }
    }

    fn is_being_typed(&self) -> bool {
        !self.password.is_empty() || !matches!(self.step, Step::Authenticate { .. })
    }

    fn blocking_request(&self) -> Option<RequestId> {
        self.pending
    }

    fn mask_secrets(&mut self) {
        self.password.mask();
    }

    fn clipboard_cleared(&mut self, copy: RequestId) {
        if let Step::Scan {
            clipboard_copy: copied,
            ..
        } = &mut self.step
        {
            let _ = copied.take_if(|copied| *copied == copy);
        }
    }

    fn update(&mut self, message: Message) -> Action {
        match message {
            Message::PasswordTyped(password) => {
                self.password.set(password);
                Action::None
            }
            Message::Reveal => {
                self.password.toggle_reveal();
                Action::None
            }
            Message::CodeTyped(typed) => {
                let (digits, is_complete) = code::digits(&typed, self.code.text());
                self.code.set(digits);
                if is_complete {
                    self.submit()
                } else {
                    Action::None
                }
            }
            Message::Submit => self.submit(),
            Message::SecretGenerated(request, result) if self.awaits(request) => {
                self.pending = None;
                self.handle_secret(*result)
            }
            Message::Answered(request, result) if self.awaits(request) => {
                self.pending = None;
                self.handle_answer(result)
            }
            Message::SecretGenerated(..) | Message::Answered(..) => Action::None,
            Message::CopyKey => match &mut self.step {
                Step::Scan {
                    key,
                    clipboard_copy: copied,
                    ..
                } => {
                    let request = RequestId::next();
                    *copied = Some(request);
                    Action::CopySecret(request, key.clone())
                }
                Step::Authenticate { .. } | Step::TurnOff => Action::None,
            },
            // While the request is under way, leaving is refused: the person would not know whether a code is needed
            // from now on.
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

impl TwoFactor {
    fn submit(&mut self) -> Action {
        if self.pending.is_some() {
            return Action::None;
        }
        let change = match &self.step {
            Step::Authenticate { has_password: true } if self.password.is_empty() => {
                return Action::Focus(self.password.refuse(say!("common-password-empty")));
            }
            Step::Authenticate { has_password } => {
                let password = self.password.take();
                Change::GenerateSecret(has_password.then_some(password))
            }
            Step::Scan { .. } | Step::TurnOff if self.code.is_empty() => {
                return Action::Focus(self.code.refuse(say!("two-factor-code-empty")));
            }
            Step::Scan { key, .. } => Change::Enable(key.clone(), self.code.take()),
            Step::TurnOff => Change::Disable(self.code.take()),
        };
        let request = RequestId::next();
        self.pending = Some(request);
        self.notification = None;

        Action::Run(
            request,
            Request {
                profile: self.profile.id.clone(),
                account: self.account_id.clone(),
                change,
            },
        )
    }

    fn handle_secret(&mut self, result: Result<TwoFactorSetup, Error>) -> Action {
        match result {
            Ok(made) => {
                self.step = Step::Scan {
                    qr_code: qr::encode(&made.url),
                    key: made.secret,
                    clipboard_copy: None,
                };
                Action::Focus(CODE_FIELD)
            }
            // Only with a password field is there a place for this error.
            Err(error)
                if error_code(&error) == Some(&ErrorCode::InvalidCredentials)
                    && matches!(self.step, Step::Authenticate { has_password: true }) =>
            {
                Action::Focus(self.password.refuse(say!("two-factor-wrong-password")))
            }
            Err(error) => self.fail(&error),
        }
    }

    fn handle_answer(&mut self, result: Result<(), Error>) -> Action {
        match result {
            Ok(()) if matches!(self.step, Step::TurnOff) => Action::Outcome(Outcome::Changed(
                Notification::of_text(Kind::Success, say!("two-factor-is-off"), None),
            )),
            Ok(()) => Action::Outcome(Outcome::Changed(Notification::of_text(
                Kind::Success,
                say!("two-factor-is-on"),
                Some(say!("two-factor-is-on.hint")),
            ))),
            Err(error) if error_code(&error) == Some(&ErrorCode::InvalidPayload) => {
                Action::Focus(self.code.refuse(say!("two-factor-code-wrong")))
            }
            Err(error) => self.fail(&error),
        }
    }

    fn fail(&mut self, error: &Error) -> Action {
        if let Error::SessionEnded(end) = error {
            return Action::Outcome(Outcome::OpenSignIn(Notification::new(
                Kind::Warning,
                text::session_ended(*end),
            )));
        }
        self.notification = Some(Notification::error(error));

        Action::None
    }
}

fn error_code(error: &Error) -> Option<&ErrorCode> {
    match error {
        Error::Directus(ServerError::Refused(refusal)) => Some(&refusal.code),
        _ => None,
    }
}
