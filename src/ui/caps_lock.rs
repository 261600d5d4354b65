//! Whether Caps Lock is on, inferred from the case of typed letters, since iced does not report the state. Owns the
//! inference and the warning below a password field. Key presses are examined inside the field's own widget and go
//! nowhere else.

mod watch;

pub use watch::with_caps_lock_warning;

use iced::keyboard::{self, Key, Modifiers, key::Named};

/// What is known about Caps Lock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CapsLock {
    /// No letter was typed since the start or since the key was last pressed.
    #[default]
    Unknown,
    /// Letters arrive as they are typed.
    Off,
    /// Letters arrive in the other case.
    On,
}

impl CapsLock {
    /// The state after this event.
    #[must_use]
    pub fn after(self, event: &keyboard::Event) -> Self {
        let keyboard::Event::KeyPressed {
            key,
            modified_key,
            modifiers,
            text,
            ..
        } = event
        else {
            return self;
        };
        if matches!(key, Key::Named(Named::CapsLock)) {
            // Pressing the key toggles the state, but only the system knows from what.
            return Self::Unknown;
        }
        // A shortcut, not text.
        if modifiers.intersects(Modifiers::CTRL | Modifiers::ALT | Modifiers::LOGO) {
            return self;
        }
        let ((Some(text), _) | (None, Key::Character(text))) = (text, modified_key) else {
            return self;
        };

        match (case(text), modifiers.shift()) {
            (Some(Case::Upper), false) | (Some(Case::Lower), true) => Self::On,
            // On macOS, Shift gives upper case whether Caps Lock is on or not.
            (Some(Case::Upper), true) if cfg!(target_os = "macos") => self,
            (Some(Case::Upper), true) | (Some(Case::Lower), false) => Self::Off,
            (None, _) => self,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Case {
    Upper,
    Lower,
}

/// The case of a single letter that exists in both cases on a keyboard; none for `ß` or `日`.
fn case(text: &str) -> Option<Case> {
    let mut letters = text.chars();
    let (Some(letter), None) = (letters.next(), letters.next()) else {
        return None;
    };
    let is_other = |mut other: std::char::ToUppercase| {
        other.next().is_some_and(|other| other != letter) && other.next().is_none()
    };

    if letter.is_lowercase() && is_other(letter.to_uppercase()) {
        Some(Case::Lower)
    } else if letter.is_uppercase() && letter.to_lowercase().next() != Some(letter) {
        Some(Case::Upper)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use iced::keyboard::{
        Location,
        key::{NativeCode, Physical},
    };

    use super::*;

    fn press(key: Key, text: Option<&str>, modifiers: Modifiers) -> keyboard::Event {
        keyboard::Event::KeyPressed {
            modified_key: text.map_or_else(|| key.clone(), |text| Key::Character(text.into())),
            key,
            physical_key: Physical::Unidentified(NativeCode::Unidentified),
            location: Location::Standard,
            modifiers,
            text: text.map(Into::into),
            repeat: false,
        }
    }

    fn typed(text: &str, modifiers: Modifiers) -> keyboard::Event {
        press(
            Key::Character(text.to_lowercase().into()),
            Some(text),
            modifiers,
        )
    }

    #[test]
    fn a_letter_in_the_other_case_tells() {
        let plain = Modifiers::empty();
        for (text, modifiers, told) in [
            ("a", plain, Some(CapsLock::Off)),
            ("A", plain, Some(CapsLock::On)),
            ("ж", plain, Some(CapsLock::Off)),
            ("Ж", plain, Some(CapsLock::On)),
            ("É", plain, Some(CapsLock::On)),
            ("ö", plain, Some(CapsLock::Off)),
            ("a", Modifiers::SHIFT, Some(CapsLock::On)),
            #[cfg(not(target_os = "macos"))]
            ("A", Modifiers::SHIFT, Some(CapsLock::Off)),
            // No case, or none on a keyboard.
            ("7", plain, None),
            ("?", Modifiers::SHIFT, None),
            ("ß", plain, None),
            ("日", plain, None),
            ("ب", plain, None),
            ("ab", plain, None),
            ("", plain, None),
            // A shortcut, not text.
            ("A", Modifiers::CTRL, None),
            ("A", Modifiers::ALT, None),
        ] {
            for before in [CapsLock::Unknown, CapsLock::Off, CapsLock::On] {
                let after = before.after(&typed(text, modifiers));
                assert_eq!(after, told.unwrap_or(before), "{text:?} {modifiers:?}");
            }
        }
    }

    #[test]
    fn the_key_itself_makes_it_unknown_and_others_say_nothing() {
        let plain = Modifiers::empty();
        let caps_lock = press(Key::Named(Named::CapsLock), None, plain);
        assert_eq!(CapsLock::On.after(&caps_lock), CapsLock::Unknown);
        assert_eq!(CapsLock::Off.after(&caps_lock), CapsLock::Unknown);

        let enter = press(Key::Named(Named::Enter), Some("\r"), plain);
        let arrow = press(Key::Named(Named::ArrowLeft), None, plain);
        for key in [enter, arrow] {
            assert_eq!(CapsLock::On.after(&key), CapsLock::On);
        }
    }
}
