//! The sign-in form: password at any provider that takes one, one-time code if the server asks, and a button for each
//! SSO provider. Owns the form and its steps. Credentials are sent once for each press, never again by the program
//! (S-48, lock-outs caused by repeated attempts).

mod answer;
mod message;
mod submit;
mod view;
mod ways;

pub use message::{Action, Message, Outcome, Request};

use std::time::{Duration, Instant};

use iced::Element;

use super::{Notification, Pictures, RequestId, Screen, countdown};
use crate::{
    profile::Profile,
    say,
    secret::Secret,
    service::{Credentials, Provider, Providers},
    ui::banner::Kind,
};

pub const EMAIL_FIELD: &str = "email";
pub const PASSWORD_FIELD: &str = "password";
pub const CODE_FIELD: &str = "code";

/// How long the button is off after a 429 without `Retry-After` (R-10, rate limits).
const RATE_LIMIT_PAUSE: Duration = Duration::from_secs(30);

#[derive(Debug, Clone)]
pub struct SignIn {
    profile: Profile,
    providers: Option<Providers>,
    /// The named provider (`local` or `ldap`) the form signs in with; `None` for the default one.
    named_provider: Option<Provider>,
    email: String,
    password: Secret,
    is_revealed: bool,
    step: Step,
    code: Secret,
    error: Option<FieldError>,
    notification: Option<Notification>,
    pending: Option<RequestId>,
    sent_credentials: Option<Credentials>,
    refresh_request: Option<RequestId>,
    /// The lookup of an account that is already signed in.
    stored_account_request: Option<RequestId>,
    /// The name of the account that is already signed in, until the person chooses another account.
    stored_account: Option<String>,
    refresh_failed: bool,
    /// The whole project note is shown.
    is_project_note_open: bool,
    rate_limit: Option<(Instant, u64)>,
}

#[derive(Debug, Clone)]
enum Step {
    Password,
    /// The credentials were right and a one-time code is needed; they are held for this step only.
    Code(Credentials),
    /// SSO succeeded and Directus asks for its own one-time code; another round follows with it.
    ProviderCode(Provider),
}

#[derive(Debug, Clone)]
struct FieldError {
    field: &'static str,
    words: String,
}

impl SignIn {
    /// The form, with the address used last.
    pub fn new(profile: Profile) -> Self {
        let email = profile.last_email.clone().unwrap_or_default();

        Self {
            profile,
            providers: None,
            named_provider: None,
            email,
            password: Secret::default(),
            is_revealed: false,
            step: Step::Password,
            code: Secret::default(),
            error: None,
            notification: None,
            pending: None,
            sent_credentials: None,
            refresh_request: None,
            stored_account_request: None,
            stored_account: None,
            refresh_failed: false,
            is_project_note_open: false,
            rate_limit: None,
        }
    }

    #[must_use]
    pub fn with_notification(self, notification: Notification) -> Self {
        Self {
            notification: Some(notification),
            ..self
        }
    }

    #[must_use]
    pub fn with_email(self, email: Option<String>) -> Self {
        match email {
            Some(email) => Self { email, ..self },
            None => self,
        }
    }

    /// Asks for the project, its providers, and whose session is stored here.
    pub fn refresh_instance(&mut self) -> Action {
        let request = RequestId::next();
        self.refresh_request = Some(request);
        self.stored_account_request = Some(request);

        Action::Run(request, Request::RefreshInstance(self.profile.id.clone()))
    }

    /// The pending request for the project and its providers.
    pub fn pending_refresh(&self) -> Option<RequestId> {
        self.refresh_request
    }

    /// Asks for Directus's one-time code before another SSO round with `provider` (R-36: two-factor after SSO).
    /// `is_wrong`: the previous code was wrong.
    pub fn ask_for_code(&mut self, provider: Provider, is_wrong: bool) -> Action {
        self.wipe();
        self.notification = None;
        self.error = None;
        self.step = Step::ProviderCode(provider);

        if is_wrong {
            self.refuse(CODE_FIELD, say!("sign-in-code-clock"))
        } else {
            Action::Focus(CODE_FIELD)
        }
    }

    /// The SSO attempt that was started here ended without a session, and this is why.
    pub fn sso_failed(&mut self, notification: Notification) -> Action {
        self.wipe();
        self.error = None;
        self.refresh_failed = false;
        self.notification = Some(notification);

        self.focus().map_or(Action::None, Action::Focus)
    }
}

impl Screen for SignIn {
    type Message = Message;
    type Request = Request;
    type Outcome = Outcome;

    fn title(&self) -> String {
        super::title(&self.profile, say!("sign-in-title"))
    }

    fn profile(&self) -> Option<&Profile> {
        Some(&self.profile)
    }

    /// The first empty field.
    fn focus(&self) -> Option<&'static str> {
        match self.step {
            Step::Code(_) | Step::ProviderCode(_) => Some(CODE_FIELD),
            Step::Password if self.has_no_form() || self.stored_account.is_some() => None,
            Step::Password if self.email.is_empty() => Some(EMAIL_FIELD),
            Step::Password => Some(PASSWORD_FIELD),
        }
    }

    fn is_being_typed(&self) -> bool {
        !self.password.is_empty() || !matches!(self.step, Step::Password)
    }

    fn blocking_request(&self) -> Option<RequestId> {
        self.pending
    }

    fn awaits(&self, request: RequestId) -> bool {
        [
            self.pending,
            self.refresh_request,
            self.stored_account_request,
        ]
        .contains(&Some(request))
    }

    fn needs_tick(&self, _is_in_view: bool) -> bool {
        self.rate_limit.is_some()
    }

    fn tick(&mut self, now: Instant) {
        self.rate_limit = self.rate_limit.and_then(|(until, _)| countdown(until, now));
    }

    fn mask_secrets(&mut self) {
        self.is_revealed = false;
    }

    fn opened(&mut self) -> Action {
        self.refresh_instance()
    }

    fn notify(&mut self, notification: Notification) {
        self.notification = Some(notification);
    }

    fn update(&mut self, message: Message) -> Action {
        match message {
            Message::EmailTyped(email) => self.email_typed(email),
            Message::PasswordTyped(password) => self.password_typed(password),
            Message::CodeTyped(code) => self.code_typed(&code),
            Message::Reveal => {
                self.is_revealed = !self.is_revealed;
                Action::None
            }
            Message::StoredAccountFound(request, stored)
                if self.stored_account_request == Some(request) =>
            {
                self.stored_account_request = None;
                self.offer_stored_account(stored.map(|account| account.display_name()));
                Action::None
            }
            Message::Continue => Action::Outcome(Outcome::Continue),
            Message::UseAnotherAccount => {
                self.stored_account = None;
                self.focus().map_or(Action::None, Action::Focus)
            }
            Message::OpenRegister => {
                self.wipe();
                Action::Outcome(Outcome::OpenRegister {
                    email: self.email.clone(),
                })
            }
            // The screen is left, so its secrets are dropped (S-49, passwords left in memory).
            Message::OpenPasswordReset => {
                self.wipe();
                Action::Outcome(Outcome::OpenPasswordReset {
                    email: self.email.clone(),
                })
            }
            Message::Back => self.back(),
            Message::InstanceRefreshed(request, result)
                if self.refresh_request == Some(request) =>
            {
                self.refresh_request = None;
                self.handle_refresh(*result)
            }
            Message::Answered(request, result) if self.pending == Some(request) => {
                self.pending = None;
                self.handle_answer(result)
            }
            Message::InstanceRefreshed(..)
            | Message::StoredAccountFound(..)
            | Message::Answered(..) => Action::None,
            Message::Retry if self.refresh_failed => {
                self.notification = None;
                self.refresh_failed = false;
                self.refresh_instance()
            }
            Message::Submit | Message::Retry => self.submit(),
            Message::ChooseProvider(name) => self.choose(name.as_deref()),
            Message::StartSso(name) => self.start_sso(&name),
            Message::OpenAccessToken => {
                self.wipe();
                Action::Outcome(Outcome::OpenAccessToken)
            }
            Message::OpenStudio => Action::OpenStudio,
            Message::OpenDoctor => Action::OpenDoctor,
            Message::Visit(address) => Action::Visit(address),
            Message::ToggleProjectNote => {
                self.is_project_note_open = !self.is_project_note_open;
                Action::None
            }
            Message::Notification(message) => {
                Notification::press_button(&mut self.notification, message)
            }
        }
    }

    fn view<'a>(&'a self, pictures: &'a Pictures) -> Element<'a, Message> {
        self.draw(pictures)
    }
}

impl SignIn {
    fn email_typed(&mut self, email: String) -> Action {
        self.email = email;
        self.clear(EMAIL_FIELD);
        Action::None
    }

    fn password_typed(&mut self, password: Secret) -> Action {
        self.password = password;
        self.clear(PASSWORD_FIELD);
        Action::None
    }

    /// Offers to continue with the account that is already signed in, unless the person has started typing or a
    /// notification says why that session cannot be used.
    fn offer_stored_account(&mut self, name: Option<String>) {
        let is_told = self
            .notification
            .as_ref()
            .is_some_and(|notification| matches!(notification.kind(), Kind::Warning | Kind::Error));

        if !is_told && !self.is_being_typed() && self.pending.is_none() {
            self.stored_account = name.filter(|name| !name.is_empty());
        }
    }

    fn clear(&mut self, field: &'static str) {
        let _ = self.error.take_if(|error| error.field == field);
    }

    fn refuse(&mut self, field: &'static str, words: impl Into<String>) -> Action {
        self.error = Some(FieldError {
            field,
            words: words.into(),
        });

        Action::Focus(field)
    }

    fn back(&mut self) -> Action {
        if self.pending.take().is_some() {
            self.restore();
            return Action::Refocus;
        }

        if !matches!(self.step, Step::Password) {
            self.step = Step::Password;
            self.code = Secret::default();
            self.error = None;
            return self.focus().map_or(Action::None, Action::Focus);
        }

        Action::Leave
    }

    /// Puts credentials back that the server did not get to check, so that a retry takes one press.
    fn restore(&mut self) {
        let Some(sent) = self.sent_credentials.take() else {
            return;
        };

        match (&self.step, sent.otp) {
            (Step::Code(_), Some(code)) => self.code = code,
            (Step::Code(_) | Step::ProviderCode(_), _) => {}
            (Step::Password, _) => self.password = sent.password,
        }
    }

    /// Drops every secret of the screen (S-49, passwords left in memory).
    fn wipe(&mut self) {
        self.password = Secret::default();
        self.code = Secret::default();
        self.sent_credentials = None;
        self.step = Step::Password;
        self.is_revealed = false;
    }
}
