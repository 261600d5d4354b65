//! Sending the form: what must be there first, and where it goes.

use super::{Action, CODE, EMAIL, PASSWORD, SignIn, Step};
use crate::{
    say,
    screen::{Ticket, code, may_be_email},
    secret::Secret,
    service::Credentials,
};

impl SignIn {
    pub(super) fn code_typed(&mut self, typed: &Secret) -> Action {
        let (digits, is_complete) = code::digits(typed, &self.code);
        self.code = digits;
        self.clear(CODE);

        if is_complete {
            self.submit()
        } else {
            Action::None
        }
    }

    pub(super) fn submit(&mut self) -> Action {
        let has_nothing = self.has_no_form() && matches!(self.step, Step::Password);
        if self.pending.is_some() || self.blocked.is_some() || has_nothing {
            return Action::None;
        }

        let credentials = match &self.step {
            Step::Password => {
                if let Some(action) = self.missing() {
                    return action;
                }
                self.shown = false;

                Credentials {
                    email: self.email.trim().to_owned(),
                    password: std::mem::take(&mut self.password),
                    otp: None,
                }
            }
            Step::Code(_) | Step::ProviderCode(_) if self.code.is_empty() => {
                return self.refuse(CODE, say!("sign-in-code-empty"));
            }
            Step::ProviderCode(provider) => {
                let (provider, code) = (provider.clone(), std::mem::take(&mut self.code));
                self.note = None;
                self.error = None;
                return Action::Browse(Box::new(provider), Some(code));
            }
            Step::Code(held) => Credentials {
                otp: Some(std::mem::take(&mut self.code)),
                ..held.clone()
            },
        };

        let ticket = Ticket::next();
        self.error = None;
        self.note = None;
        self.face_failed = false;
        self.pending = Some(ticket);
        self.sent = Some(credentials.clone());

        match &self.named {
            None => Action::SignIn(ticket, credentials),
            Some(provider) => Action::SignInAt(ticket, provider.name.clone(), credentials),
        }
    }

    fn missing(&mut self) -> Option<Action> {
        let email = self.email.trim();

        if email.is_empty() {
            let words = if self.takes_identifier() {
                say!("sign-in-identifier-empty")
            } else {
                say!("common-email-empty")
            };
            Some(self.refuse(EMAIL, words))
        } else if !self.takes_identifier() && !may_be_email(email) {
            Some(self.refuse(EMAIL, say!("common-email-malformed")))
        } else if self.password.is_empty() {
            Some(self.refuse(PASSWORD, say!("common-password-empty")))
        } else {
            None
        }
    }
}
