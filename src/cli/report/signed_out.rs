//! The answer of `logout` and `remove`: where the session was ended. Owns its sentences and its document.

use serde_json::json;

use super::Answer;
use crate::{cli::failure::Failure, service::SignOutOutcome};

/// `logout` and `remove`; `gone` is a further sentence.
pub(in crate::cli) fn signed_out(how: &SignOutOutcome, gone: Option<&str>) -> Answer {
    let (text, is_server_told) = match how {
        SignOutOutcome::Everywhere => ("Signed out.", true),
        SignOutOutcome::NoSession => ("There was no session to end.", true),
        SignOutOutcome::StaticTokenRemains => (
            "The access token is no longer kept here. It still works: remove it on the user's page of the Data Studio to \
             end that.",
            false,
        ),
        SignOutOutcome::HereOnly(_) => (
            "Signed out here. The server could not be told. The session ends there by itself, after 7 days on most \
             servers. Setting a new password ends it at once.",
            false,
        ),
    };
    let text = gone.map_or_else(|| text.to_owned(), |gone| format!("{text} {gone}"));
    let failure = match how {
        SignOutOutcome::HereOnly(error) => Some(Failure::Service(crate::service::Error::Directus(
            error.clone(),
        ))),
        SignOutOutcome::Everywhere
        | SignOutOutcome::NoSession
        | SignOutOutcome::StaticTokenRemains => None,
    };

    Answer {
        text,
        json: json!({ "done": true, "server_told": is_server_told }),
        failure,
    }
}
