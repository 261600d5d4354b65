//! The second factor of the account that is signed in: made, confirmed by a code of it, and taken away by another. Owns
//! the steps; the key is held for the step that shows it, and for no longer.

mod view;

use iced::{Element, widget::image};

use super::{Notification, Pictures, RequestId, Screen, ScreenMessage, code, note};
use crate::{
    directus::{self, ErrorCode},
    profile::Profile,
    say,
    secret::Secret,
    service::Error,
    text,
    ui::{banner::Kind, qr},
};

/// Field.
pub const PASSWORD_FIELD: &str = "own-password";
/// Field.
pub const CODE_FIELD: &str = "two-factor-code";

/// The pages for one account.
#[derive(Debug, Clone)]
pub struct TwoFactor {
    profile: Profile,
    account_id: String,
    step: Step,
    password: Secret,
    is_revealed: bool,
    code: Secret,
    error: Option<&'static str>,
    notification: Option<Notification>,
    pending: Option<RequestId>,
}

#[derive(Debug, Clone)]
enum Step {
    /// The person shows who they are, as far as they have a password.
    Authenticate {
        has_password: bool,
    },
    /// It is made and waits for a code of it.
    Scan {
        key: Secret,
        qr_code: Option<image::Handle>,
        /// The copy that is on the clipboard.
        clipboard_copy: Option<RequestId>,
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
    SecretGenerated(RequestId, Box<Result<directus::TwoFactorSetup, Error>>),
    /// It was set, or taken away.
    Answered(RequestId, Result<(), Error>),
    /// Copies the key.
    CopyKey,
    /// Leaves.
    Back,
    /// A button of the notice.
    Notification(note::Message),
}

impl ScreenMessage for Message {
    const BACK: Self = Self::Back;

    fn request_id(&self) -> Option<RequestId> {
        match self {
            Self::SecretGenerated(ticket, _) | Self::Answered(ticket, _) => Some(*ticket),
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
    GenerateSecret(RequestId, Option<Secret>),
    /// Set it: the key, and a code of it.
    Enable(RequestId, Secret, Secret),
    /// Take it away, with a code of it.
    Disable(RequestId, Secret),
    /// Hand the key to the clipboard, for a while.
    CopySecret(RequestId, Secret),
    /// Done, and what to say of it.
    Done(Notification),
    /// The session is no more: to the form.
    OpenSignIn(Notification),
    /// Leave.
    Back,
    /// Copy this.
    Copy(String),
}

impl TwoFactor {
    /// Whose second factor it is, by id: nobody else's is touched.
    #[must_use]
    pub fn for_account(self, account: String) -> Self {
        Self {
            account_id: account,
            ..self
        }
    }

    /// The account's id; empty until [`Self::for_account`] named it.
    pub fn account_id(&self) -> &str {
        &self.account_id
    }

    /// The first page: of setting it up, or of taking away the one that `is_on`.
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
            password: Secret::default(),
            is_revealed: false,
            code: Secret::default(),
            error: None,
            notification: None,
            pending: None,
        }
    }
}

impl Screen for TwoFactor {
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
        self.is_revealed = false;
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
                self.password = password;
                self.error = None;
                Action::None
            }
            Message::Reveal => {
                self.is_revealed = !self.is_revealed;
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
            Message::SecretGenerated(ticket, result) if self.awaits(ticket) => {
                self.pending = None;
                self.handle_secret(*result)
            }
            Message::Answered(ticket, result) if self.awaits(ticket) => {
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
                    let ticket = RequestId::next();
                    *copied = Some(ticket);
                    Action::CopySecret(ticket, key.clone())
                }
                Step::Authenticate { .. } | Step::TurnOff => Action::None,
            },
            // On its way, nobody could say whether a code is asked for from now on.
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

impl TwoFactor {
    fn submit(&mut self) -> Action {
        if self.pending.is_some() {
            return Action::None;
        }
        let ticket = RequestId::next();
        let action = match &self.step {
            Step::Authenticate { has_password: true } if self.password.is_empty() => {
                return self.refuse(PASSWORD_FIELD, say!("common-password-empty"));
            }
            Step::Authenticate { has_password } => {
                let password = std::mem::take(&mut self.password);
                Action::GenerateSecret(ticket, has_password.then_some(password))
            }
            Step::Scan { .. } | Step::TurnOff if self.code.is_empty() => {
                return self.refuse(CODE_FIELD, say!("two-factor-code-empty"));
            }
            Step::Scan { key, .. } => {
                Action::Enable(ticket, key.clone(), std::mem::take(&mut self.code))
            }
            Step::TurnOff => Action::Disable(ticket, std::mem::take(&mut self.code)),
        };
        self.pending = Some(ticket);
        self.is_revealed = false;
        self.error = None;
        self.notification = None;

        action
    }

    fn refuse(&mut self, field: &'static str, words: &'static str) -> Action {
        self.error = Some(words);

        Action::Focus(field)
    }

    fn handle_secret(&mut self, result: Result<directus::TwoFactorSetup, Error>) -> Action {
        match result {
            Ok(made) => {
                self.step = Step::Scan {
                    qr_code: qr::encode(&made.url),
                    key: made.secret,
                    clipboard_copy: None,
                };
                Action::Focus(CODE_FIELD)
            }
            // Without a field for one there is nothing to say it at.
            Err(error)
                if error_code(&error) == Some(&ErrorCode::InvalidCredentials)
                    && matches!(self.step, Step::Authenticate { has_password: true }) =>
            {
                self.refuse(PASSWORD_FIELD, say!("two-factor-wrong-password"))
            }
            Err(error) => self.fail(&error),
        }
    }

    fn handle_answer(&mut self, result: Result<(), Error>) -> Action {
        match result {
            Ok(()) if matches!(self.step, Step::TurnOff) => Action::Done(Notification::of_text(
                Kind::Success,
                say!("two-factor-is-off"),
                None,
            )),
            Ok(()) => Action::Done(Notification::of_text(
                Kind::Success,
                say!("two-factor-is-on"),
                Some(say!("two-factor-is-on.hint")),
            )),
            Err(error) if error_code(&error) == Some(&ErrorCode::InvalidPayload) => {
                self.refuse(CODE_FIELD, say!("two-factor-code-wrong"))
            }
            Err(error) => self.fail(&error),
        }
    }

    fn fail(&mut self, error: &Error) -> Action {
        if let Error::SessionEnded(end) = error {
            return Action::OpenSignIn(Notification::new(Kind::Warning, text::session_ended(*end)));
        }
        self.notification = Some(Notification::error(error));

        Action::None
    }
}

fn error_code(error: &Error) -> Option<&ErrorCode> {
    match error {
        Error::Directus(directus::Error::Refused(refusal)) => Some(&refusal.code),
        _ => None,
    }
}
