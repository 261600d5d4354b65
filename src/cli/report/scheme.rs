//! The answer of `scheme`.

use crate::service::SchemeStatus;
use serde_json::json;

use super::Answer;

/// `scheme`; `written` are the files of a registration.
pub(in crate::cli) fn scheme(status: &SchemeStatus, written: &[std::path::PathBuf]) -> Answer {
    let (name, by, text) = match status {
        SchemeStatus::Ours => ("ours", None, "Links of mails open Latchkey.".to_owned()),
        SchemeStatus::Nobody => (
            "nobody",
            None,
            "Links of mails open nothing. Change that with: latchkey scheme register".to_owned(),
        ),
        SchemeStatus::Other(other) => (
            "other",
            Some(other),
            format!(
                "Links of mails open another program: {other}. Change that with: latchkey scheme register"
            ),
        ),
        // The JSON contract has no word of its own for a missing program: it is "other".
        SchemeStatus::ProgramMissing(program) => (
            "other",
            Some(program),
            format!(
                "Links of mails open nothing: {program} is no longer there. Change that with: latchkey scheme register"
            ),
        ),
        SchemeStatus::Unknown(reason) => (
            "unknown",
            Some(reason),
            format!("It cannot be told who opens the links of mails: {reason}"),
        ),
    };
    let written: Vec<_> = written
        .iter()
        .map(|path| path.display().to_string())
        .collect();
    let mut text = text;
    for path in &written {
        text.push_str("\n  written: ");
        text.push_str(path);
    }

    Answer::new(
        text,
        json!({ "scheme": crate::identity::SCHEME, "status": name, "detail": by, "written": written }),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scheme_names_who_opens_links() {
        let answer = scheme(&SchemeStatus::Other("org.other.desktop".to_owned()), &[]);

        assert_eq!(
            answer.json,
            json!({
                "scheme": "app.latchkey",
                "status": "other",
                "detail": "org.other.desktop",
                "written": [],
            })
        );
        assert_eq!(
            scheme(&SchemeStatus::Ours, &["/a/b".into()]).json["written"],
            json!(["/a/b"])
        );
    }
}
