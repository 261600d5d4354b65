//! A QR code (ISO/IEC 18004) with its quiet zone, dark on light in every theme, because some cameras read nothing else.
//! The picture contains the secret it encodes: it is dropped with the screen that shows it, though iced does not wipe
//! its memory.

use iced::{
    Element, Length,
    widget::{container, image},
};
use qrcode::{Color, EcLevel, QrCode};

use super::theme::part;
use crate::secret::Secret;

/// Width of the quiet zone in modules (ISO/IEC 18004 §9.1).
const QUIET_ZONE: usize = 4;
/// Pixels of one module.
const MODULE_PIXELS: usize = 4;

/// Encodes a text; `None` if it is too long.
pub fn encode(text: &Secret) -> Option<image::Handle> {
    let code = QrCode::with_error_correction_level(text.expose(), EcLevel::M).ok()?;
    let modules = code.width();
    let side = (modules + 2 * QUIET_ZONE) * MODULE_PIXELS;
    let mut pixels = vec![255_u8; side * side * 4];

    for y in 0..modules * MODULE_PIXELS {
        for x in 0..modules * MODULE_PIXELS {
            if code[(x / MODULE_PIXELS, y / MODULE_PIXELS)] == Color::Dark {
                let at =
                    ((y + QUIET_ZONE * MODULE_PIXELS) * side + x + QUIET_ZONE * MODULE_PIXELS) * 4;
                if let Some(pixel) = pixels.get_mut(at..at + 3) {
                    pixel.fill(0);
                }
            }
        }
    }
    let side = u32::try_from(side).ok()?;

    Some(image::Handle::from_rgba(side, side, pixels))
}

/// Shows an encoded picture.
pub fn view<'a, M: 'a>(code: &image::Handle) -> Element<'a, M> {
    let picture = image(code.clone())
        .filter_method(image::FilterMethod::Nearest)
        .width(part::QR)
        .height(part::QR);

    container(picture).center_x(Length::Fill).into()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::panic, reason = "a test may stop at once")]

    use super::*;

    #[test]
    fn a_code_is_square_with_a_quiet_zone_and_a_finder_in_its_corner() {
        let Some(image::Handle::Rgba {
            width,
            height,
            pixels,
            ..
        }) = encode(&Secret::from(
            "otpauth://totp/Harbour:ada@example.com?secret=KRUGKIDROVUWG2ZA",
        ))
        else {
            panic!("no code")
        };
        let side = width as usize;
        let is_dark = |x: usize, y: usize| pixels[(y * side + x) * 4] == 0;
        let first = QUIET_ZONE * MODULE_PIXELS;

        assert_eq!(width, height);
        assert!((0..first).all(|at| !is_dark(at, first + 1)));
        // The finder pattern: seven dark modules, then a light one.
        assert!((first..first + 7 * MODULE_PIXELS).all(|x| is_dark(x, first)));
        assert!(!is_dark(first + 7 * MODULE_PIXELS, first));
        assert!(encode(&Secret::from("x".repeat(8_000))).is_none());
    }
}
