//! The bundled fonts: without any installed font all text would be blank.

use std::borrow::Cow;

use iced::{Font, Settings, font::Weight};

use super::theme::size;

const REGULAR: &[u8] = include_bytes!("../../assets/fonts/Inter-Regular.ttf");
const SEMIBOLD: &[u8] = include_bytes!("../../assets/fonts/Inter-SemiBold.ttf");

/// The letters of the languages' own names that Inter lacks, so that a language can be found without an installed font
/// for it.
const LANGUAGE_NAMES: &[u8] = include_bytes!("../../assets/fonts/Names.ttf");

pub const TEXT: Font = Font::with_name("Inter");
/// For names and headings.
pub const STRONG: Font = Font {
    weight: Weight::Semibold,
    ..TEXT
};

/// The font for a language's own name: Inter, unless it lacks the letters.
pub fn for_language_name(text: &str) -> Font {
    // U+024F is the end of Latin Extended-B; Inter has no letters beyond it.
    let is_latin = text
        .chars()
        .all(|letter| !letter.is_alphabetic() || letter <= '\u{24F}');

    if is_latin {
        STRONG
    } else {
        Font::with_name("Latchkey Names")
    }
}

/// Settings with the bundled font and type scale; `id` is left to the caller.
pub fn settings() -> Settings {
    Settings {
        fonts: vec![
            Cow::Borrowed(REGULAR),
            Cow::Borrowed(SEMIBOLD),
            Cow::Borrowed(LANGUAGE_NAMES),
        ],
        default_font: TEXT,
        default_text_size: size::BODY.into(),
        ..Settings::default()
    }
}

/// Loads the system's fonts, which supply letters that Inter lacks, on a separate thread. iced would load them on the
/// UI thread before the first frame. To be called as soon as it is certain that a window opens.
pub fn preload_system_fonts() {
    let _reader = std::thread::Builder::new()
        .name(String::from("fonts"))
        .spawn(|| drop(iced::advanced::graphics::text::font_system().read()));
}
