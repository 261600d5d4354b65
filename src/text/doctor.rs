//! The words of what was looked at on an instance and on this machine: what is, and the exact lines or the step that
//! mend it. One [`Finding`] a check, for both faces.

mod instance;
mod machine;
mod sign_in;

pub use instance::instance_finding;
pub use machine::machine_finding;

use crate::{say, service::Error};

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// A stable name for programs: `reachable`, `sso_route.corp`…
    pub id: String,
    /// How it stands.
    pub level: Level,
    /// What was looked at, in two or three words.
    pub title: String,
    /// What was found, in a sentence or two. Never a secret.
    pub detail: String,
    /// What mends it; only where something is to be mended.
    pub fix: Option<Fix>,
}

/// How it stands with what was looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// As it should be.
    Passed,
    /// It can be used, but better.
    Warning,
    /// Something does not work.
    Failed,
    /// Not known: it could not be looked at.
    Skipped,
}

impl Level {
    /// Whether it is as it should be; `None` when that is not known.
    pub fn has_passed(self) -> Option<bool> {
        match self {
            Self::Passed => Some(true),
            Self::Warning | Self::Failed => Some(false),
            Self::Skipped => None,
        }
    }
}

/// What mends something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fix {
    /// A step in words.
    Step(String),
    /// Exact lines: of the server's environment, or commands. For copying.
    Lines(Vec<String>),
}

impl Fix {
    fn line(line: impl Into<String>) -> Self {
        Self::Lines(vec![line.into()])
    }

    /// All of it as one text.
    pub fn text(&self) -> String {
        match self {
            Self::Step(words) => words.clone(),
            Self::Lines(lines) => lines.join("\n"),
        }
    }
}

impl Finding {
    fn new(id: &str, title: impl Into<String>, level: Level, detail: impl Into<String>) -> Self {
        Self {
            id: id.to_owned(),
            level,
            title: title.into(),
            detail: detail.into(),
            fix: None,
        }
    }

    fn passed(id: &str, title: impl Into<String>, detail: impl Into<String>) -> Self {
        Self::new(id, title, Level::Passed, detail)
    }

    fn skipped(id: &str, title: impl Into<String>) -> Self {
        Self::new(id, title, Level::Skipped, say!("doctor-skipped"))
    }

    /// The words of an error, with its next step as what mends it.
    fn failed(id: &str, title: impl Into<String>, error: &Error) -> Self {
        let notice = super::notice(error);
        let detail = match notice.detail {
            Some(detail) => format!("{} ({detail})", notice.message),
            None => notice.message,
        };

        Self {
            fix: notice.hint.map(Fix::Step),
            ..Self::new(id, title, Level::Failed, detail)
        }
    }

    fn with_fix(self, fix: Fix) -> Self {
        Self {
            fix: Some(fix),
            ..self
        }
    }
}

/// One word of a shell's command line: quoted unless nothing in it means anything there. A name may come from a
/// server, and the line is made to be pasted (S-34).
fn shell_word(text: &str) -> String {
    let is_plain = !text.is_empty()
        && text
            .chars()
            .all(|letter| letter.is_ascii_alphanumeric() || "._-/:".contains(letter));

    if is_plain {
        text.to_owned()
    } else {
        format!("'{}'", text.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests;
