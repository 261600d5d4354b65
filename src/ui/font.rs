//! The bundled font. With no font package installed all text would be blank, so Latchkey brings its own.

use std::borrow::Cow;

use iced::{Font, Settings, font::Weight};

use super::theme::size;

const REGULAR: &[u8] = include_bytes!("../../assets/fonts/Inter-Regular.ttf");
const SEMIBOLD: &[u8] = include_bytes!("../../assets/fonts/Inter-SemiBold.ttf");

/// The letters in which a language names itself and Inter has not: who has no font for them can still find it.
const LANGUAGE_NAMES: &[u8] = include_bytes!("../../assets/fonts/Names.ttf");

/// Text.
pub const TEXT: Font = Font::with_name("Inter");
/// Names and headings.
pub const STRONG: Font = Font {
    weight: Weight::Semibold,
    ..TEXT
};

/// The font for a short text of the window's own, such as the name of a language: Inter where it has the letters.
pub fn for_language_name(text: &str) -> Font {
    // Where the Latin letters end and so does Inter, but for punctuation and signs.
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

/// Begins to read the fonts of this machine, for letters that Inter has not, on a thread of its own: iced would do it
/// before it paints for the first time, on the thread that paints. Call it as soon as a window is sure to come.
pub fn preload_system_fonts() {
    let _reader = std::thread::Builder::new()
        .name(String::from("fonts"))
        .spawn(|| drop(iced::advanced::graphics::text::font_system().read()));
}
