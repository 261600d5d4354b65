//! What an answer of the server does to the form.

use std::time::Instant;

use super::{
    Action, CODE_FIELD, EMAIL_FIELD, Outcome, PASSWORD_FIELD, RATE_LIMIT_PAUSE, SignIn, Step,
};
use crate::{
    profile::Profile,
    say,
    screen::{Notification, countdown},
    service::{Error, ErrorCode, Providers, ServerError, SessionInfo},
    text,
    ui::banner::Kind,
};

impl SignIn {
    pub(super) fn handle_refresh(&mut self, result: Result<(Profile, Providers), Error>) -> Action {
        match result {
            Ok((profile, providers)) => {
                self.profile = profile;
                self.providers = Some(providers);
                self.keep_or_replace_provider();
                Action::None
            }
            // Without the server's list of providers the form may still work, so it stays.
            Err(error) => {
                if self.notification.is_none() {
                    self.notification = Some(Notification::error(&error));
                    self.refresh_failed = true;
                }
                Action::None
            }
        }
    }

    pub(super) fn handle_answer(&mut self, result: Result<SessionInfo, Error>) -> Action {
        let error = match result {
            Ok(signed_in) => {
                self.wipe();
                return Action::Outcome(Outcome::SignedIn(signed_in));
            }
            Err(error) => error,
        };

        let Error::Directus(ServerError::Refused(refusal)) = &error else {
            self.restore();
            self.notification = Some(Notification::error(&error));
            return Action::None;
        };

        match &refusal.code {
            ErrorCode::InvalidCredentials => {
                self.wipe();
                if self.takes_identifier() {
                    self.refuse(PASSWORD_FIELD, say!("sign-in-identifier-wrong"))
                } else {
                    let notice = text::notice(&error);
                    let hint = notice.hint.map(|hint| format!(" {hint}"));
                    self.refuse(PASSWORD_FIELD, notice.message + &hint.unwrap_or_default())
                }
            }
            ErrorCode::InvalidPayload if matches!(self.step, Step::Password) => {
                let words = if self.takes_identifier() {
                    say!("sign-in-identifier-malformed")
                } else {
                    say!("common-email-malformed")
                };
                self.wipe();
                self.refuse(EMAIL_FIELD, words)
            }
            ErrorCode::InvalidOtp => match (&self.step, self.sent_credentials.take()) {
                (Step::Password, Some(sent)) => {
                    self.step = Step::Code(sent);
                    Action::Focus(CODE_FIELD)
                }
                _ => self.refuse(CODE_FIELD, say!("sign-in-code-clock")),
            },
            ErrorCode::RequestsExceeded => {
                self.restore();
                let now = Instant::now();
                self.rate_limit =
                    countdown(now + refusal.retry_after.unwrap_or(RATE_LIMIT_PAUSE), now);
                // The button counts down; a fixed number of seconds in the notification would contradict it.
                let notice = text::Notice {
                    hint: None,
                    ..text::notice(&error)
                };
                self.notification = Some(Notification::new(Kind::Warning, notice));
                Action::None
            }
            // The credentials were not checked: the server, or something it needs, is down.
            _ if refusal.status >= 500 => {
                self.restore();
                self.notification = Some(Notification::error(&error));
                Action::None
            }
            _ => {
                self.wipe();
                self.notification = Some(Notification::error(&error));
                Action::None
            }
        }
    }
}
