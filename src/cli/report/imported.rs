//! The answer of `add --from`. Owns its sentences and its document; the rows are those of `profiles`.

use serde_json::json;

use super::{Answer, error_document, profile_row};
use crate::{address::ServerUrl, cli::failure::Failure, profile::Profile, service::Error, text};

/// `add --from`: the instances that were added, and those that did not answer as Directus.
pub(in crate::cli) fn imported(added: &[Profile], failed: &[(ServerUrl, Error)]) -> Answer {
    let mut lines: Vec<_> = added
        .iter()
        .map(|profile| format!("{} is kept ({}).", profile.name, profile.url.as_str()))
        .collect();
    lines.extend(failed.iter().map(|(url, error)| {
        format!(
            "{} is not kept. {}",
            url.as_str(),
            text::notice(error).message
        )
    }));
    if lines.is_empty() {
        lines.push("You keep every instance that is named there already.".to_owned());
    }
    let failures: Vec<_> = failed
        .iter()
        .map(|(url, failed)| {
            let mut row = error_document(&text::notice(failed));
            row["url"] = url.as_str().into();
            row
        })
        .collect();
    let rows: Vec<_> = added
        .iter()
        .map(|row| profile_row(row, Some(false)))
        .collect();
    let failure = failed
        .first()
        .map(|(_, error)| Failure::Service(error.clone()));

    Answer {
        failure,
        ..Answer::new(
            lines.join("\n"),
            json!({ "added": rows, "failed": failures }),
        )
    }
}
