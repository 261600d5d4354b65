//! What an answer of the server does to the form.

use std::time::Instant;

use super::{Action, CODE, EMAIL, PASSWORD, PAUSE, SignIn, Step};
use crate::{
    directus::{self, Code, Providers},
    profile::Profile,
    say,
    screen::{Note, left},
    service::{Error, SignedIn},
    text,
    ui::banner::Kind,
};

impl SignIn {
    pub(super) fn faced(&mut self, result: Result<(Profile, Providers), Error>) -> Action {
        match result {
            Ok((profile, providers)) => {
                self.profile = profile;
                self.providers = Some(providers);
                self.settle_provider();
                Action::None
            }
            // What the server would have said about the form is missing; the form itself may still work.
            Err(error) => {
                if self.note.is_none() {
                    self.note = Some(Note::error(&error));
                    self.face_failed = true;
                }
                Action::None
            }
        }
    }

    pub(super) fn answered(&mut self, result: Result<SignedIn, Error>) -> Action {
        let error = match result {
            Ok(signed_in) => {
                self.wipe();
                return Action::Done(signed_in);
            }
            Err(error) => error,
        };

        let Error::Directus(directus::Error::Refused(refusal)) = &error else {
            self.restore();
            self.note = Some(Note::error(&error));
            return Action::None;
        };

        match &refusal.code {
            Code::InvalidCredentials => {
                self.wipe();
                if self.takes_identifier() {
                    self.refuse(PASSWORD, say!("sign-in-identifier-wrong"))
                } else {
                    let notice = text::notice(&error);
                    let hint = notice.hint.map(|hint| format!(" {hint}"));
                    self.refuse(PASSWORD, notice.message + &hint.unwrap_or_default())
                }
            }
            Code::InvalidPayload if matches!(self.step, Step::Password) => {
                let words = if self.takes_identifier() {
                    say!("sign-in-identifier-malformed")
                } else {
                    say!("common-email-malformed")
                };
                self.wipe();
                self.refuse(EMAIL, words)
            }
            Code::InvalidOtp => match (&self.step, self.sent.take()) {
                (Step::Password, Some(sent)) => {
                    self.step = Step::Code(sent);
                    Action::Focus(CODE)
                }
                _ => self.refuse(CODE, say!("sign-in-code-clock")),
            },
            Code::RequestsExceeded => {
                self.restore();
                let now = Instant::now();
                self.blocked = left(now + refusal.retry_after.unwrap_or(PAUSE), now);
                // The button counts down; a second figure that stands still would only contradict it.
                let notice = text::Notice {
                    hint: None,
                    ..text::notice(&error)
                };
                self.note = Some(Note::of(Kind::Warning, notice));
                Action::None
            }
            // Not judged: the server or something it needs is down, and trying again is one press.
            _ if refusal.status >= 500 => {
                self.restore();
                self.note = Some(Note::error(&error));
                Action::None
            }
            _ => {
                self.wipe();
                self.note = Some(Note::error(&error));
                Action::None
            }
        }
    }
}
