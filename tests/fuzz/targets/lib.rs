//! What must hold of everything that reads what others wrote: a module each, whose `fuzz` takes an input, panics when
//! something does not hold, and says whether the input is worth keeping. The programs of `programs` search with it, and
//! `tests/seeds.rs` runs the corpus through it.

pub mod address;
pub mod callback;
pub mod handover;
pub mod headers;
pub mod instance;
pub mod link;
pub mod note;
pub mod picture;
pub mod preferences;
pub mod profiles;
pub mod record;
pub mod refusal;
pub mod settings;
pub mod token;

use latchkey::unicode::is_deceptive;

/// The input as text; `None` for what is none.
pub fn text(input: &[u8]) -> Option<&str> {
    std::str::from_utf8(input).ok()
}

/// Fails unless `text` can be shown in one line: at most `longest` characters, no blank but ' ', and nothing that hides
/// or turns what is read (S-34).
#[track_caller]
pub fn assert_line(text: &str, longest: usize) {
    assert_plain(text);
    assert!(!text.contains(char::is_control), "not one line: {text:?}");
    assert!(text.chars().count() <= longest, "too long: {text:?}");
}

/// The same for text of several lines.
#[track_caller]
pub fn assert_plain(text: &str) {
    let hides = |c: char| {
        // The worst of them by name, so that a hole in the list is seen here.
        is_deceptive(c) || "\u{202a}\u{202b}\u{202d}\u{202e}\u{2066}\u{200b}\u{feff}".contains(c)
    };
    let is_odd = |c: char| c != '\n' && (hides(c) || c.is_whitespace() && c != ' ');

    assert!(!text.contains(is_odd), "hidden characters: {text:?}");
}
