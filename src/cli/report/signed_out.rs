//! The answer of `logout` and `remove`: what was ended where. Owns its words and its document.

use serde_json::json;

use super::Answer;
use crate::{cli::failure::Failure, service::SignedOut};

/// `logout` and `remove`; `gone` says what else is done.
pub(in crate::cli) fn signed_out(how: &SignedOut, gone: Option<&str>) -> Answer {
    let (text, told) = match how {
        SignedOut::Everywhere => ("Signed out.", true),
        SignedOut::Nothing => ("There was no session to end.", true),
        SignedOut::TokenStays => (
            "The access token is no longer kept here. It still works: remove it on the user's page of the Data Studio to \
             end that.",
            false,
        ),
        SignedOut::HereOnly(_) => (
            "Signed out here. The server could not be told. The session ends there by itself, after 7 days on most \
             servers. Setting a new password ends it at once.",
            false,
        ),
    };
    let text = gone.map_or_else(|| text.to_owned(), |gone| format!("{text} {gone}"));
    let failure = match how {
        SignedOut::HereOnly(error) => Some(Failure::Service(crate::service::Error::Directus(
            error.clone(),
        ))),
        SignedOut::Everywhere | SignedOut::Nothing | SignedOut::TokenStays => None,
    };

    Answer {
        text,
        json: json!({ "done": true, "server_told": told }),
        failure,
    }
}
