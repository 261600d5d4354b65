//! Sentences by name: `say!` gives a sentence in the language of the process, from the Fluent catalogues below
//! `assets/languages`. Owns the choice of the language and the formatting. When a sentence is shown is everybody
//! else's.
//!
//! The language is process-wide state, and the only impurity of this module: handing it to every view would add a
//! parameter everywhere and say nothing more.
//!
//! ```
//! use latchkey::{language::{self, Language}, say};
//!
//! assert_eq!(say!("sign-in-title"), "Sign in");
//! language::with_language(Language::German, || {
//!     assert_eq!(say!("common-span-seconds", count = 2), "2 Sekunden");
//! });
//! ```
//!
//! A new language is a directory with the same files and an entry in [`Language`]; `tests/languages.rs` says what is
//! missing. A new sentence goes into every catalogue.

#![expect(
    missing_docs,
    reason = "a comment is written where a name does not say enough"
)]

mod catalogue;
mod choice;

pub use choice::{Language, negotiate};
pub use fluent_bundle::FluentValue as Value;

use std::{
    cell::Cell,
    sync::atomic::{AtomicUsize, Ordering},
};

/// The process's language, as its [position](Language::position); English until [`speak`] is called.
static PROCESS_LANGUAGE: AtomicUsize = AtomicUsize::new(0);

thread_local! {
    static THREAD_LANGUAGE: Cell<Option<Language>> = const { Cell::new(None) };
}

/// A sentence by its name. Without placeholders it is a `&'static str`, with them a `String`, as in
/// `say!("add-use-other", host = host)`. What belongs to another sentence, such as the hint below a heading, is a
/// Fluent attribute of that message: `say!("add-http-warning.hint")`. `tests/languages.rs` checks names, attributes
/// and placeholders against the catalogues.
#[macro_export]
macro_rules! say {
    ($name:literal) => {
        $crate::language::sentence($name)
    };
    ($name:literal, $($placeholder:ident = $value:expr),+ $(,)?) => {
        $crate::language::format(
            $name,
            [$((stringify!($placeholder), $crate::language::Value::from($value))),+],
        )
    };
}

pub use crate::say;

/// Sets the language of the whole process.
pub fn speak(language: Language) {
    PROCESS_LANGUAGE.store(language.position(), Ordering::Relaxed);
}

pub fn current() -> Language {
    THREAD_LANGUAGE
        .get()
        .unwrap_or_else(|| Language::at(PROCESS_LANGUAGE.load(Ordering::Relaxed)))
}

/// Runs `within` with another language on this thread only, so that tests and screenshots in several languages can run
/// side by side.
pub fn with_language<T>(language: Language, within: impl FnOnce() -> T) -> T {
    /// Restores the thread's previous language when dropped, even if `within` panics.
    struct Before(Option<Language>);

    impl Drop for Before {
        fn drop(&mut self) {
            THREAD_LANGUAGE.set(self.0);
        }
    }

    let _before = Before(THREAD_LANGUAGE.replace(Some(language)));

    within()
}

/// A sentence without placeholders: in the current language, else in English, else its name, so that a missing sentence
/// shows instead of failing.
pub fn sentence(name: &'static str) -> &'static str {
    catalogue::of(current())
        .plain(name)
        .or_else(|| catalogue::of(Language::English).plain(name))
        .unwrap_or(name)
}

/// A sentence with its placeholders filled, with the same fallbacks as [`sentence`].
pub fn format<const N: usize>(
    name: &'static str,
    values: [(&'static str, Value<'_>); N],
) -> String {
    let values = values.into_iter().collect();

    catalogue::of(current())
        .format(name, &values)
        .or_else(|| catalogue::of(Language::English).format(name, &values))
        .unwrap_or_else(|| name.to_owned())
}
