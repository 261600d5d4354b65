//! `add --from`: the instances that another tool's settings name. Owns the preview and the question: nothing is
//! contacted before the person has seen every host and agreed (S-53).

use std::path::PathBuf;

use super::load_profiles;
use crate::{
    cli::{
        failure::Failure,
        report::{self, Answer},
        terminal,
    },
    import::ImportCandidate,
    profile::Profile,
    service::{AddOptions, Error, Service},
};

/// Prints the addresses in the file at `path`, asks, and keeps those that answer as Directus.
pub(super) async fn import(
    service: &Service,
    path: PathBuf,
    is_agreed: bool,
) -> Result<Answer, Failure> {
    let profiles = load_profiles(service).await?;
    let (known, new): (Vec<_>, Vec<_>) = service
        .import_candidates(path)
        .await?
        .into_iter()
        .partition(|found| profiles.iter().any(|profile| profile.url == found.url));

    if new.is_empty() {
        return if known.is_empty() {
            Err(Failure::NothingToImport)
        } else {
            Ok(report::imported(&[], &[]))
        };
    }
    terminal::print_notice(&preview_text(&new));
    confirm(is_agreed).await?;

    let mut added = Vec::new();
    let mut failed = Vec::new();
    for found in new {
        let url = found.url.clone();
        match add(service, found).await {
            Ok(profile) => added.push(profile),
            Err(error) => failed.push((url, error)),
        }
    }

    Ok(report::imported(&added, &failed))
}

async fn add(service: &Service, found: ImportCandidate) -> Result<Profile, Error> {
    let preview = service
        .probe(found.url.as_str(), AddOptions::default())
        .await?;

    service.add(preview, found.name).await
}

fn preview_text(found: &[ImportCandidate]) -> String {
    let mut lines = vec!["These instances are named there:".to_owned()];
    lines.extend(found.iter().map(|found| {
        let name = found
            .name
            .as_ref()
            .map(|name| format!("  ({name})"))
            .unwrap_or_default();

        format!("  {}{name}", found.url.as_str())
    }));

    lines.join("\n")
}

async fn confirm(is_agreed: bool) -> Result<(), Failure> {
    if is_agreed {
        return Ok(());
    }
    if !terminal::can_ask() {
        return Err(Failure::Usage(
            "Nothing was contacted: there is no terminal to ask on whether to keep them.",
            "Add --yes if you know these hosts.",
        ));
    }

    let answer = terminal::ask("Look at each and keep it? (y/n)", Some("n")).await?;

    if answer.trim_start().to_lowercase().starts_with('y') {
        Ok(())
    } else {
        Err(Failure::Cancelled)
    }
}
