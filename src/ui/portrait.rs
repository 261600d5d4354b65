//! Crops a decoded picture of a person to a square and rounds its corners like a tile's. To be called off the UI
//! thread; decoding and its limits are `logo`'s.

use iced::widget::image::Handle;
use image::imageops::FilterType;

use super::theme::part;

/// Smallest side of the result, in physical pixels: a little more than twice the largest tile.
const MIN_SIDE: u32 = 128;

/// The square picture; the software renderer can neither crop nor round. `None` if the picture is not decoded.
pub fn portrait(picture: &Handle) -> Option<Handle> {
    let Handle::Rgba {
        width,
        height,
        pixels,
        ..
    } = picture
    else {
        return None;
    };
    let whole = image::RgbaImage::from_raw(*width, *height, pixels.to_vec())?;
    let side = whole.width().min(whole.height());
    let (left, top) = ((whole.width() - side) / 2, (whole.height() - side) / 2);
    let mut square = image::imageops::crop_imm(&whole, left, top, side, side).to_image();
    if side < MIN_SIDE {
        square = image::imageops::resize(&square, MIN_SIDE, MIN_SIDE, FilterType::Triangle);
    }
    round_corners(&mut square);

    Some(Handle::from_rgba(
        square.width(),
        square.height(),
        square.into_raw(),
    ))
}

/// Makes the corners transparent, with antialiasing.
fn round_corners(square: &mut image::RgbaImage) {
    #[expect(clippy::cast_precision_loss, reason = "a side is small")]
    let side = square.width() as f32;
    let radius = side * part::RADIUS / part::TILE;

    for (x, y, pixel) in square.enumerate_pixels_mut() {
        #[expect(clippy::cast_precision_loss, reason = "a side is small")]
        let beyond = |at: u32| {
            let at = at as f32 + 0.5;
            (radius - at).max(at - (side - radius)).max(0.0)
        };
        let shown = (radius - beyond(x).hypot(beyond(y)) + 0.5).clamp(0.0, 1.0);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "between nothing and what it was"
        )]
        let alpha = (f32::from(pixel.0[3]) * shown) as u8;
        pixel.0[3] = alpha;
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::panic, reason = "a test may stop at once")]

    use super::*;

    #[test]
    fn a_portrait_is_the_rounded_middle() {
        let wide = image::RgbaImage::from_fn(200, 100, |x, _| {
            let is_middle = (50..150).contains(&x);
            image::Rgba(if is_middle {
                [9, 9, 9, 255]
            } else {
                [200, 0, 0, 255]
            })
        });
        let wide = Handle::from_rgba(200, 100, wide.into_raw());
        let Some(Handle::Rgba {
            width,
            height,
            pixels,
            ..
        }) = portrait(&wide)
        else {
            panic!("no portrait")
        };

        assert_eq!((width, height), (MIN_SIDE, MIN_SIDE));
        assert!(pixels.chunks(4).all(|pixel| pixel[0] == 9));
        assert_eq!(pixels[3], 0, "the corner is gone");
        let middle = ((MIN_SIDE / 2 * MIN_SIDE + MIN_SIDE / 2) * 4) as usize;
        assert_eq!(pixels[middle + 3], 255);
    }
}
