//! The sentences of `doctor`'s checks, for the window and the command line: one [`Finding`] a check, with what was
//! found and the exact lines or the step that mends it.

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
    /// Whether the check passed.
    pub level: Level,
    /// What was checked, in two or three words.
    pub title: String,
    /// What was found, in a sentence or two. Never a secret.
    pub detail: String,
    /// What mends it, if something is wrong.
    pub fix: Option<Fix>,
}

/// The result of a check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// Nothing is wrong.
    Passed,
    /// It works, but could work better.
    Warning,
    /// Something does not work.
    Failed,
    /// It could not be checked.
    Skipped,
}

impl Level {
    /// Whether nothing is wrong; `None` when it could not be checked.
    pub fn has_passed(self) -> Option<bool> {
        match self {
            Self::Passed => Some(true),
            Self::Warning | Self::Failed => Some(false),
            Self::Skipped => None,
        }
    }
}

/// What mends what a check found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fix {
    /// A step in words.
    Step(String),
    /// Exact lines for copying: variables of the server's environment, or commands.
    Lines(Vec<String>),
}

impl Fix {
    fn line(line: impl Into<String>) -> Self {
        Self::Lines(vec![line.into()])
    }

    /// The step or the lines as one text.
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

    /// A failed check: the sentence of the error, with its next step as the fix.
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

/// The text as one word of a shell's command line, quoted unless all of its characters are harmless there. The line is
/// made to be pasted, and a name may come from a hostile server (S-34).
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
