//! One row of the list, and the text of its session's status.

use crate::{
    profile::Profile,
    say,
    screen::got_no_response,
    service::{Error, KeyringError, SessionStatus},
    ui::banner::Kind,
};

#[derive(Debug, Clone)]
pub struct Row {
    pub profile: Profile,
    /// The session's status; `None` until it is known.
    pub status: Option<Result<SessionStatus, Error>>,
}

impl Row {
    pub(super) fn status_line(&self) -> (Kind, String) {
        let plain = |words: &str| (Kind::Info, words.to_owned());

        match &self.status {
            None => plain(say!("instances-checking")),
            Some(Ok(SessionStatus::SignedIn(session))) => (
                Kind::Success,
                say!("instances-signed-in", who = &session.account.display_name()),
            ),
            Some(Ok(SessionStatus::Unconfirmed(session, error))) => {
                let who = session.account.display_name();
                let words = if got_no_response(error) {
                    say!("instances-not-reachable", who = &who)
                } else {
                    say!("instances-unconfirmed", who = &who)
                };
                (Kind::Warning, words)
            }
            Some(Ok(SessionStatus::SignedOut)) => plain(say!("instances-signed-out")),
            Some(Ok(SessionStatus::Ended(_))) => {
                (Kind::Warning, say!("instances-ended").to_owned())
            }
            Some(Ok(SessionStatus::KeyringError(KeyringError::Unavailable(_)))) => {
                (Kind::Warning, say!("instances-no-keyring").to_owned())
            }
            Some(Ok(SessionStatus::KeyringError(_))) => {
                (Kind::Warning, say!("instances-locked").to_owned())
            }
            Some(Ok(SessionStatus::UnusableRecord(_))) => {
                (Kind::Warning, say!("instances-damaged").to_owned())
            }
            Some(Err(error)) => (Kind::Error, crate::text::notice(error).message),
        }
    }
}
