//! Every sentence a person reads about something that went wrong, for both faces: an error becomes a
//! [`Notice`]. Exhaustive matches only, so that a new error cannot be added without its words.

use crate::service::Error;

/// A sentence, the next step, and the technical detail behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// What happened, in one sentence.
    pub message: String,
    /// What to do next, if there is something.
    pub hint: Option<String>,
    /// For the person who asks further: host, status, code. Never a secret.
    pub detail: Option<String>,
    /// A stable name for programs (`--json`): Directus's code where there is one, else ours, in capitals.
    pub code: String,
}

/// The words of an error.
pub fn notice(error: &Error) -> Notice {
    let _ = error;
    todo!()
}
