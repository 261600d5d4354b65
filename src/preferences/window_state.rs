//! What the window remembers by itself between two runs: its size, and the instance that was open last. Nothing of
//! it was chosen, and all of it may be lost.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::profile::ProfileId;

/// A window's size in logical pixels of the system, whatever the size of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct WindowSize {
    /// From left to right.
    pub width: u16,
    /// From top to bottom.
    pub height: u16,
}

/// What is remembered.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct WindowState {
    /// The window as it was left, unless it was maximised.
    pub size: Option<WindowSize>,
    /// The instance that was open last.
    pub last_profile: Option<ProfileId>,
    unknown: Map<String, Value>,
}

impl WindowState {
    /// Reads a file; what cannot be read is not remembered.
    pub fn from_file(mut file: Map<String, Value>) -> Self {
        Self {
            size: file
                .remove("size")
                .and_then(|size| serde_json::from_value(size).ok()),
            last_profile: file
                .remove("last")
                .and_then(|last| ProfileId::parse(last.as_str()?)),
            unknown: file,
        }
    }

    /// The file that says this.
    pub fn to_file(&self) -> Map<String, Value> {
        let mut file = self.unknown.clone();
        if let Some(size) = self.size {
            let _ = file.insert(
                "size".to_owned(),
                serde_json::json!({"width": size.width, "height": size.height}),
            );
        }
        if let Some(last) = &self.last_profile {
            let _ = file.insert("last".to_owned(), last.as_str().into());
        }

        file
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may stop at once")]

    use super::*;

    fn of(text: &str) -> WindowState {
        WindowState::from_file(serde_json::from_str(text).unwrap())
    }

    #[test]
    fn it_is_read_as_it_was_written() {
        let mut kept = of(r#"{"position":[1,2]}"#);
        kept.size = Some(WindowSize {
            width: 500,
            height: 700,
        });
        kept.last_profile = ProfileId::parse("aaaaaaaaaaaaaaaa");
        assert!(kept.last_profile.is_some());

        assert_eq!(WindowState::from_file(kept.to_file()), kept);
        assert!(kept.to_file().contains_key("position"));
    }

    #[test]
    fn r_22_what_cannot_be_read_is_not_remembered() {
        for bad in [
            r#"{"size":7,"last":9}"#,
            r#"{"size":{"width":-1,"height":5},"last":"../x"}"#,
            r#"{"size":{"width":1e30,"height":5}}"#,
            r#"{"size":{"width":500}}"#,
            "{}",
        ] {
            assert_eq!(of(bad), WindowState::default(), "{bad}");
        }
    }
}
