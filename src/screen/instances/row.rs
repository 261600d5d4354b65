//! One instance of the list, and the words for its state.

use crate::{
    profile::Profile,
    say,
    screen::was_silent,
    service::{Error, Standing},
    ui::banner::Kind,
    vault::Trouble,
};

/// One of them.
#[derive(Debug, Clone)]
pub struct Row {
    /// The instance.
    pub profile: Profile,
    /// How its session stands; `None` until it is known.
    pub standing: Option<Result<Standing, Error>>,
}

impl Row {
    /// The state line.
    pub(super) fn line(&self) -> (Kind, String) {
        let plain = |words: &str| (Kind::Info, words.to_owned());

        match &self.standing {
            None => plain(say!("instances-checking")),
            Some(Ok(Standing::SignedIn(session))) => (
                Kind::Success,
                say!("instances-signed-in", who = &session.account.display_name()),
            ),
            Some(Ok(Standing::Unconfirmed(session, error))) => {
                let who = session.account.display_name();
                let words = if was_silent(error) {
                    say!("instances-not-reachable", who = &who)
                } else {
                    say!("instances-unconfirmed", who = &who)
                };
                (Kind::Warning, words)
            }
            Some(Ok(Standing::SignedOut)) => plain(say!("instances-signed-out")),
            Some(Ok(Standing::Ended(_))) => (Kind::Warning, say!("instances-ended").to_owned()),
            Some(Ok(Standing::Trouble(Trouble::Unavailable(_)))) => {
                (Kind::Warning, say!("instances-no-keyring").to_owned())
            }
            Some(Ok(Standing::Trouble(_))) => (Kind::Warning, say!("instances-locked").to_owned()),
            Some(Ok(Standing::Damaged(_))) => (Kind::Warning, say!("instances-damaged").to_owned()),
            Some(Err(error)) => (Kind::Error, crate::text::notice(error).message),
        }
    }
}
