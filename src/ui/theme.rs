//! The four palettes (light and dark, each also in high contrast), the accent, and the scales of space and type: the
//! only place with literal colours and sizes.

use iced::{
    Color, Theme,
    theme::{Mode, Palette},
};

use super::color;

/// Distances, in logical pixels.
pub mod space {
    /// Between a label and its field.
    pub const XS: f32 = 6.0;
    /// Inside small parts.
    pub const S: f32 = 8.0;
    /// Inside parts.
    pub const M: f32 = 12.0;
    /// Between parts.
    pub const L: f32 = 16.0;
    /// Around a page.
    pub const XL: f32 = 24.0;
    /// Between groups.
    pub const XXL: f32 = 32.0;
}

/// Sizes of text, in logical pixels.
pub mod size {
    /// The name of a screen.
    pub const TITLE: f32 = 24.0;
    /// The name of an instance, of a group.
    pub const HEADING: f32 = 17.0;
    /// Text and fields.
    pub const BODY: f32 = 15.0;
    /// Labels, hints, secondary lines.
    pub const SMALL: f32 = 13.0;
}

/// Sizes of parts, in logical pixels.
pub mod part {
    /// Height of a field and of a button.
    pub const CONTROL: f32 = 44.0;
    /// Side of an icon.
    pub const ICON: f32 = 20.0;
    /// Side of a small icon.
    pub const ICON_SMALL: f32 = 16.0;
    /// Side of an instance's tile in the header.
    pub const TILE: f32 = 48.0;
    /// Side of an instance's tile in a list.
    pub const TILE_SMALL: f32 = 40.0;
    /// Height of the bar of a password's strength.
    pub const METER: f32 = 6.0;
    /// Side of a QR code.
    pub const QR: f32 = 224.0;
    /// Corner radius of cards and banners.
    pub const RADIUS: f32 = 10.0;
    /// Corner radius of fields and buttons.
    pub const CONTROL_RADIUS: f32 = 8.0;
    /// Width of a border.
    pub const BORDER: f32 = 1.0;
    /// Width of a scrollbar.
    pub const SCROLLBAR: f32 = 6.0;
    /// Width of the focus ring.
    pub const FOCUS_RING: f32 = 2.0;
    /// Largest width of a page's contents.
    pub const PAGE: f32 = 440.0;
    /// Smallest width beside a page for a background picture.
    pub const ASIDE_MIN: f32 = 300.0;
    /// Height of a background picture above a page.
    pub const STRIP: f32 = 72.0;
    /// Initial size of the window.
    pub const WINDOW: (f32, f32) = (460.0, 640.0);
    /// Smallest size of the window.
    pub const WINDOW_MIN: (f32, f32) = (360.0, 480.0);
}

/// Latchkey's own accent, for projects without one.
const ACCENT: Color = Color::from_rgb8(0x3B, 0x55, 0xD9);
/// Dark text on light fills.
const INK: Color = Color::from_rgb8(0x12, 0x16, 0x1F);

const LIGHT: Palette = Palette {
    background: Color::from_rgb8(0xF6, 0xF7, 0xF9),
    text: Color::from_rgb8(0x1A, 0x20, 0x2C),
    primary: ACCENT,
    success: Color::from_rgb8(0x1B, 0x7A, 0x4B),
    warning: Color::from_rgb8(0x92, 0x5B, 0x00),
    danger: Color::from_rgb8(0xBC, 0x2B, 0x2F),
};

const DARK: Palette = Palette {
    background: Color::from_rgb8(0x15, 0x18, 0x1F),
    text: Color::from_rgb8(0xE8, 0xEB, 0xF1),
    primary: ACCENT,
    success: Color::from_rgb8(0x5B, 0xC8, 0x92),
    warning: Color::from_rgb8(0xE5, 0xB2, 0x54),
    danger: Color::from_rgb8(0xF4, 0x87, 0x8A),
};

/// High contrast: black on white, white on black.
const LIGHT_HIGH: Palette = Palette {
    background: Color::WHITE,
    text: Color::BLACK,
    primary: ACCENT,
    success: Color::from_rgb8(0x0B, 0x4F, 0x2C),
    warning: Color::from_rgb8(0x5E, 0x39, 0x00),
    danger: Color::from_rgb8(0x8E, 0x10, 0x18),
};

const DARK_HIGH: Palette = Palette {
    background: Color::BLACK,
    text: Color::WHITE,
    primary: ACCENT,
    success: Color::from_rgb8(0x7C, 0xE8, 0xB0),
    warning: Color::from_rgb8(0xFF, 0xCE, 0x73),
    danger: Color::from_rgb8(0xFF, 0xA8, 0xA8),
};

/// The window's theme, with the colour of the instance in view as its accent.
pub fn theme(mode: Mode, project: Option<Color>) -> Theme {
    let dark = mode == Mode::Dark;
    let palette = if dark { DARK } else { LIGHT };
    let wanted = project.unwrap_or(ACCENT);
    let fill = color::with_contrast(
        wanted,
        palette.background,
        palette.text,
        color::FILL_CONTRAST,
    );
    // There is a narrow band of mid-tones on which neither white nor ink is readable; leave it.
    let primary = if color::contrast(color::text_on(fill, INK), fill) >= color::TEXT_CONTRAST {
        fill
    } else {
        color::with_contrast(fill, Color::WHITE, INK, color::TEXT_CONTRAST)
    };

    Theme::custom(
        if dark { "dark" } else { "light" },
        Palette { primary, ..palette },
    )
}

/// The high-contrast theme. The accent is moved until it has the contrast of text.
pub fn high_contrast(mode: Mode, project: Option<Color>) -> Theme {
    let dark = mode == Mode::Dark;
    let palette = if dark { DARK_HIGH } else { LIGHT_HIGH };
    let wanted = project.unwrap_or(ACCENT);
    let primary = color::with_contrast(
        wanted,
        palette.background,
        palette.text,
        color::TEXT_CONTRAST_HIGH,
    );

    Theme::custom(
        if dark {
            "dark, high contrast"
        } else {
            "light, high contrast"
        },
        Palette { primary, ..palette },
    )
}

/// A theme's colours by purpose.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tokens {
    /// Behind everything.
    pub page: Color,
    /// Cards and fields.
    pub surface: Color,
    /// A surface under the pointer.
    pub surface_hover: Color,
    /// A pressed surface; a field that cannot be typed into.
    pub surface_sunken: Color,
    /// Hairlines; in high contrast 4.5:1 like every border.
    pub line: Color,
    /// The border of a field or button: 3:1 against page and surface.
    pub edge: Color,
    pub text: Color,
    /// Secondary text: 4.5:1 against page and surface.
    pub muted: Color,
    pub accent: Color,
    /// The primary action under the pointer.
    pub accent_hover: Color,
    /// The primary action while it is under way.
    pub accent_busy: Color,
    pub on_accent: Color,
    /// Text in the accent's colour: 4.5:1 against page and surface.
    pub accent_text: Color,
    pub success: Color,
    pub warning: Color,
    pub danger: Color,
    /// High contrast: no border may be faint.
    is_high: bool,
}

impl Tokens {
    /// The tokens of a theme made by [`theme`] or [`high_contrast`]; any other theme works by its palette.
    pub fn of(theme: &Theme) -> Self {
        let palette = theme.palette();
        if [LIGHT_HIGH, DARK_HIGH]
            .iter()
            .any(|high| (high.background, high.text) == (palette.background, palette.text))
        {
            return Self::of_high(palette);
        }
        let dark = palette.background.relative_luminance() < palette.text.relative_luminance();
        let page = palette.background;
        let surface = if dark {
            color::mix(page, Color::WHITE, 0.055)
        } else {
            Color::WHITE
        };
        let toward_text = |amount| color::mix(surface, palette.text, amount);
        let accent = palette.primary;
        // Of page and surface, the one that gives less contrast.
        let harder = if dark { surface } else { page };

        Self {
            page,
            surface,
            surface_hover: toward_text(0.04),
            surface_sunken: toward_text(0.07),
            line: toward_text(if dark { 0.12 } else { 0.11 }),
            edge: color::with_contrast(
                toward_text(0.3),
                harder,
                palette.text,
                color::BORDER_CONTRAST,
            ),
            text: palette.text,
            muted: color::with_contrast(
                toward_text(0.62),
                harder,
                palette.text,
                color::TEXT_CONTRAST,
            ),
            accent,
            // Moved away from the text colour, so that the text stays readable.
            accent_hover: color::mix(
                accent,
                if color::text_on(accent, INK) == INK {
                    Color::WHITE
                } else {
                    INK
                },
                0.14,
            ),
            accent_busy: color::mix(surface, accent, 0.18),
            on_accent: color::text_on(accent, INK),
            accent_text: color::with_contrast(accent, harder, palette.text, color::TEXT_CONTRAST),
            success: palette.success,
            warning: palette.warning,
            danger: palette.danger,
            is_high: false,
        }
    }

    fn of_high(palette: Palette) -> Self {
        let page = palette.background;
        let toward_text = |amount| color::mix(page, palette.text, amount);
        let accent = palette.primary;

        Self {
            page,
            surface: page,
            surface_hover: toward_text(0.1),
            surface_sunken: toward_text(0.06),
            line: toward_text(0.7),
            edge: palette.text,
            text: palette.text,
            muted: toward_text(0.8),
            accent,
            accent_hover: color::mix(accent, palette.text, 0.3),
            accent_busy: toward_text(0.1),
            on_accent: page,
            accent_text: color::with_contrast(
                accent,
                toward_text(0.1),
                palette.text,
                color::TEXT_CONTRAST_HIGH,
            ),
            success: palette.success,
            warning: palette.warning,
            danger: palette.danger,
            is_high: true,
        }
    }

    /// The border of a banner.
    pub fn banner_line(&self, strong: Color) -> Color {
        if self.is_high {
            strong
        } else {
            strong.scale_alpha(0.45)
        }
    }

    /// A faint background of a colour.
    pub fn tint(&self, strong: Color) -> Color {
        color::mix(self.surface, strong, if self.is_high { 0.04 } else { 0.09 })
    }
}

/// Fill and text colour of an instance's tile: the project's colour, or Latchkey's.
pub fn tile(project: Option<Color>) -> (Color, Color) {
    let fill = project.unwrap_or(ACCENT);

    (fill, color::text_on(fill, INK))
}

#[cfg(test)]
mod tests;
