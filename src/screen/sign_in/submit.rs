//! Submitting the form: what is required first, and which request follows.

use super::{Action, CODE_FIELD, EMAIL_FIELD, Outcome, PASSWORD_FIELD, Request, SignIn, Step};
use crate::{
    say,
    screen::{RequestId, code, looks_like_email},
    secret::Secret,
    service::Credentials,
};

impl SignIn {
    pub(super) fn code_typed(&mut self, typed: &Secret) -> Action {
        let (digits, is_complete) = code::digits(typed, &self.code);
        self.code = digits;
        self.clear(CODE_FIELD);

        if is_complete {
            self.submit()
        } else {
            Action::None
        }
    }

    pub(super) fn submit(&mut self) -> Action {
        let has_nothing = self.has_no_form() && matches!(self.step, Step::Password);
        if self.pending.is_some() || self.rate_limit.is_some() || has_nothing {
            return Action::None;
        }

        let credentials = match &self.step {
            Step::Password => {
                if let Some(action) = self.refuse_incomplete() {
                    return action;
                }
                self.is_revealed = false;

                Credentials {
                    email: self.email.trim().to_owned(),
                    password: std::mem::take(&mut self.password),
                    otp: None,
                }
            }
            Step::Code(_) | Step::ProviderCode(_) if self.code.is_empty() => {
                return self.refuse(CODE_FIELD, say!("sign-in-code-empty"));
            }
            Step::ProviderCode(provider) => {
                let (provider, code) = (provider.clone(), std::mem::take(&mut self.code));
                self.notification = None;
                self.error = None;
                return Action::Outcome(Outcome::StartSso(Box::new(provider), Some(code)));
            }
            Step::Code(credentials) => Credentials {
                otp: Some(std::mem::take(&mut self.code)),
                ..credentials.clone()
            },
        };

        let request = RequestId::next();
        self.error = None;
        self.notification = None;
        self.refresh_failed = false;
        self.pending = Some(request);
        self.sent_credentials = Some(credentials.clone());

        match &self.named_provider {
            None => Action::Run(
                request,
                Request::SignIn(self.profile.id.clone(), credentials),
            ),
            Some(provider) => Action::Run(
                request,
                Request::SignInWithProvider(
                    self.profile.id.clone(),
                    provider.name.clone(),
                    credentials,
                ),
            ),
        }
    }

    fn refuse_incomplete(&mut self) -> Option<Action> {
        let email = self.email.trim();

        if email.is_empty() {
            let words = if self.takes_identifier() {
                say!("sign-in-identifier-empty")
            } else {
                say!("common-email-empty")
            };
            Some(self.refuse(EMAIL_FIELD, words))
        } else if !self.takes_identifier() && !looks_like_email(email) {
            Some(self.refuse(EMAIL_FIELD, say!("common-email-malformed")))
        } else if self.password.is_empty() {
            Some(self.refuse(PASSWORD_FIELD, say!("common-password-empty")))
        } else {
            None
        }
    }
}
