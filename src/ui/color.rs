//! Colour arithmetic: parsing a project's colour and adjusting it to a contrast (WCAG 2.2, 1.4.3 and 1.4.11). Pure.

use iced::Color;

/// Of text against its background.
pub const TEXT_CONTRAST: f32 = 4.5;
/// Of text in high contrast (WCAG 2.2, 1.4.6).
pub const TEXT_CONTRAST_HIGH: f32 = 7.0;
/// Of a field's border against the page.
pub const BORDER_CONTRAST: f32 = 3.0;
/// Of a filled button against the page: the text identifies the button, so the fill only has to be visible.
pub const FILL_CONTRAST: f32 = 1.4;

/// `#rgb` or `#rrggbb`; anything else is `None`.
pub fn parse(text: &str) -> Option<Color> {
    let digits = text.trim().strip_prefix('#')?;
    if !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return None;
    }
    let wide: String = match digits.len() {
        3 => digits.chars().flat_map(|digit| [digit, digit]).collect(),
        6 => digits.to_owned(),
        _ => return None,
    };
    let [_, red, green, blue] = u32::from_str_radix(&wide, 16).ok()?.to_be_bytes();

    Some(Color::from_rgb8(red, green, blue))
}

/// The contrast ratio of two opaque colours, 1 to 21.
pub fn contrast(one: Color, other: Color) -> f32 {
    let (one, other) = (one.relative_luminance(), other.relative_luminance());

    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Interpolates from `from` (`amount` 0) to `to` (1).
pub fn mix(from: Color, to: Color, amount: f32) -> Color {
    let blend = |from: f32, to: f32| from + (to - from) * amount;

    Color::from_rgb(
        blend(from.r, to.r),
        blend(from.g, to.g),
        blend(from.b, to.b),
    )
}

/// `color`, moved towards `toward` just far enough to reach the contrast `ratio` against `against`.
pub fn with_contrast(color: Color, against: Color, toward: Color, ratio: f32) -> Color {
    (0_u8..=20)
        .map(|step| mix(color, toward, f32::from(step) / 20.0))
        .find(|candidate| contrast(*candidate, against) >= ratio)
        .unwrap_or(toward)
}

/// White if it is readable on `fill`, else `ink`.
pub fn text_on(fill: Color, ink: Color) -> Color {
    if contrast(Color::WHITE, fill) >= TEXT_CONTRAST {
        Color::WHITE
    } else {
        ink
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s_34_only_plain_colours_are_read() {
        assert_eq!(parse("#6644FF"), Some(Color::from_rgb8(0x66, 0x44, 0xff)));
        assert_eq!(parse(" #fff "), Some(Color::WHITE));

        for bad in [
            "",
            "#",
            "6644ff",
            "#66 4ff",
            "#12345",
            "#1234567",
            "#gggggg",
            "#+12345",
            "red",
            "#6644ff;x",
            "#ééé",
        ] {
            assert_eq!(parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn contrast_is_symmetric_and_spans_1_to_21() {
        assert!((contrast(Color::BLACK, Color::WHITE) - 21.0).abs() < 0.01);
        assert!((contrast(Color::WHITE, Color::WHITE) - 1.0).abs() < 0.01);
    }

    #[test]
    fn reach_moves_only_as_far_as_needed() {
        let yellow = Color::from_rgb8(0xff, 0xdd, 0x00);
        let readable = with_contrast(yellow, Color::WHITE, Color::BLACK, TEXT_CONTRAST);

        assert!(contrast(readable, Color::WHITE) >= TEXT_CONTRAST);
        assert_ne!(readable, Color::BLACK);
        assert_eq!(
            with_contrast(Color::BLACK, Color::WHITE, Color::BLACK, TEXT_CONTRAST),
            Color::BLACK
        );
    }
}
