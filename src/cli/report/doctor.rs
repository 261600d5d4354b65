//! The answer of `doctor`: a line for each check with its level and, below it, what mends it; and the document. The
//! sentences are `text`'s.

use serde_json::{Value, json};

use super::Answer;
use crate::{
    cli::failure::Failure,
    profile::Profile,
    service::{InstanceCheck, MachineCheck},
    text::{Finding, Level, instance_finding, machine_finding},
};

/// `doctor`
pub(in crate::cli) fn doctor(
    instances: &[(Profile, Vec<InstanceCheck>)],
    machine: &[MachineCheck],
) -> Answer {
    let mut parts = Vec::new();
    let mut checks = Vec::new();
    let mut count = 0;
    let mut add = |profile: Option<&Profile>, findings: Vec<Finding>| {
        let heading = profile.map_or_else(
            || "This machine".to_owned(),
            |profile| format!("{}  {}", profile.name, profile.url.as_str()),
        );
        let lines = findings.iter().map(finding_text);
        let lines: Vec<_> = std::iter::once(heading).chain(lines).collect();

        parts.push(lines.join("\n"));
        count += findings
            .iter()
            .filter(|finding| finding.level.has_passed() == Some(false))
            .count();
        checks.extend(findings.iter().map(|finding| finding_row(finding, profile)));
    };

    for (profile, checks) in instances {
        let findings = checks.iter().map(|check| instance_finding(check, profile));
        add(Some(profile), findings.collect());
    }
    add(None, machine.iter().map(machine_finding).collect());

    Answer {
        text: parts.join("\n\n"),
        json: json!({ "checks": checks }),
        failure: (count > 0).then_some(Failure::ChecksFailed(count)),
    }
}

/// One row of the document. `profile` is the id of the instance, null for this machine.
fn finding_row(finding: &Finding, profile: Option<&Profile>) -> Value {
    json!({
        "id": finding.id,
        "ok": finding.level.has_passed(),
        "detail": finding.detail,
        "fix": finding.fix.as_ref().map(crate::text::Fix::text),
        "level": match finding.level {
            Level::Passed => "ok",
            Level::Warning => "warning",
            Level::Failed => "failed",
            Level::Skipped => "skipped",
        },
        "profile": profile.map(|profile| profile.id.as_str()),
    })
}

/// One check in lines. Its level is a word, so nothing depends on colour.
fn finding_text(finding: &Finding) -> String {
    let mark = match finding.level {
        Level::Passed => "ok     ",
        Level::Warning => "warning",
        Level::Failed => "failed ",
        Level::Skipped => "-      ",
    };
    let mut text = format!("  {mark}  {}: {}", finding.title, finding.detail);

    if let Some(fix) = &finding.fix {
        for line in fix.text().lines() {
            text.push_str("\n             ");
            text.push_str(line);
        }
    }

    text
}
