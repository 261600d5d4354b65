//! Decodes an instance's logo and sign-in background with limits, because the server chose these bytes (S-35, hostile
//! images). Pure and slow: to be called off the UI thread. A picture that cannot be decoded is left out; the tile then
//! shows the initial.

mod drawing;

use std::io::Cursor;

use iced::widget::image::Handle;
use image::{ImageFormat, ImageReader, imageops::FilterType};
use resvg::{tiny_skia, usvg};

/// Largest accepted file.
pub const MAX_BYTES: usize = 2 * 1024 * 1024;
/// Most pixels of a picture, checked in its header before decoding.
pub const MAX_PIXELS: u64 = 4_000_000;
/// Largest accepted SVG: unlike a bitmap's, its cost is not in its header.
const MAX_SVG_BYTES: usize = 256 * 1024;
/// Longest side of a decoded logo, in physical pixels: a little more than twice the largest tile.
const LOGO_SIDE: u32 = 128;
/// Longest side of a decoded background, in physical pixels; some blur is acceptable there.
const BACKGROUND_SIDE: u32 = 960;

/// Decodes a logo. The format comes from its content, not from the server's `Content-Type`.
pub fn decode(bytes: &[u8]) -> Option<Handle> {
    decode_to_fit(bytes, LOGO_SIDE)
}

/// Decodes a sign-in background, the same way.
pub fn decode_background(bytes: &[u8]) -> Option<Handle> {
    decode_to_fit(bytes, BACKGROUND_SIDE)
}

fn decode_to_fit(bytes: &[u8], side: u32) -> Option<Handle> {
    if bytes.is_empty() || bytes.len() > MAX_BYTES {
        return None;
    }

    match image::guess_format(bytes) {
        Ok(format @ (ImageFormat::Png | ImageFormat::Jpeg | ImageFormat::WebP)) => {
            decode_bitmap(bytes, format, side)
        }
        Ok(_) => None,
        Err(_) => render_svg(bytes, side),
    }
}

fn decode_bitmap(bytes: &[u8], format: ImageFormat, side: u32) -> Option<Handle> {
    let (width, height) = ImageReader::with_format(Cursor::new(bytes), format)
        .into_dimensions()
        .ok()?;
    if width == 0 || height == 0 || u64::from(width) * u64::from(height) > MAX_PIXELS {
        return None;
    }

    let mut limits = image::Limits::default();
    limits.max_image_width = Some(width);
    limits.max_image_height = Some(height);
    limits.max_alloc = Some(MAX_PIXELS * 16);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    let picture = reader.decode().ok()?;
    let picture = if width > side || height > side {
        picture.resize(side, side, FilterType::Triangle)
    } else {
        picture
    };
    let rgba = picture.into_rgba8();

    Some(Handle::from_rgba(
        rgba.width(),
        rgba.height(),
        rgba.into_raw(),
    ))
}

fn render_svg(bytes: &[u8], side: u32) -> Option<Handle> {
    if bytes.len() > MAX_SVG_BYTES {
        return None;
    }

    let options = usvg::Options {
        resources_dir: None,
        // Neither files nor embedded pictures are loaded.
        image_href_resolver: usvg::ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        },
        ..usvg::Options::default()
    };
    let tree = usvg::Tree::from_data(bytes, &options).ok()?;
    let drawn = tree.size();
    let edge = f32::from(u16::try_from(side).ok()?);
    let scale = (edge / drawn.width()).min(edge / drawn.height());
    if !drawing::is_paintable(&tree, scale, side) {
        return None;
    }
    let fitted = drawn
        .scale_to(tiny_skia::Size::from_wh(edge, edge)?)
        .to_int_size();
    let mut canvas = tiny_skia::Pixmap::new(
        fitted.width().clamp(1, side),
        fitted.height().clamp(1, side),
    )?;

    resvg::render(
        &tree,
        tiny_skia::Transform::from_scale(scale, scale),
        &mut canvas.as_mut(),
    );
    let (width, height) = (canvas.width(), canvas.height());
    let straight = canvas
        .pixels()
        .iter()
        .flat_map(|pixel| {
            let color = pixel.demultiply();
            [color.red(), color.green(), color.blue(), color.alpha()]
        })
        .collect::<Vec<u8>>();

    Some(Handle::from_rgba(width, height, straight))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::panic, reason = "a test may stop at once")]

    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = Vec::new();
        let picture = image::RgbaImage::from_pixel(width, height, image::Rgba([200, 30, 30, 255]));
        let written = image::DynamicImage::from(picture)
            .write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png);
        assert!(written.is_ok());
        bytes
    }

    fn size_of(handle: Option<&Handle>) -> Option<(u32, u32)> {
        match handle {
            Some(Handle::Rgba { width, height, .. }) => Some((*width, *height)),
            _ => None,
        }
    }

    #[test]
    fn pictures_are_fitted_to_the_tile() {
        assert_eq!(size_of(decode(&png(16, 8)).as_ref()), Some((16, 8)));
        assert_eq!(
            size_of(decode(&png(1024, 512)).as_ref()),
            Some((LOGO_SIDE, LOGO_SIDE / 2))
        );

        let svg = br##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><rect width="20" height="10" fill="#f00"/></svg>"##;
        assert_eq!(
            size_of(decode(svg).as_ref()),
            Some((LOGO_SIDE, LOGO_SIDE / 2))
        );
    }

    #[test]
    fn a_background_is_larger_and_has_the_same_limits() {
        let photograph = png(1600, 1200);
        let size = size_of(decode_background(&photograph).as_ref());
        assert_eq!(size, Some((BACKGROUND_SIDE, BACKGROUND_SIDE * 3 / 4)));
        assert_eq!(
            size_of(decode_background(&png(8, 8)).as_ref()),
            Some((8, 8))
        );

        let svg = br##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><rect width="20" height="10" fill="#f00"/></svg>"##;
        let size = size_of(decode_background(svg).as_ref());
        assert_eq!(size, Some((BACKGROUND_SIDE, BACKGROUND_SIDE / 2)));
    }

    #[test]
    fn s_35_a_background_that_is_too_much_or_a_film_is_nothing() {
        // 4,000,000 pixels are taken, one line more is not.
        assert!(decode_background(&png(2_000, 2_001)).is_none());
        assert!(decode_background(&vec![0; MAX_BYTES + 1]).is_none());
        // The first bytes of an MP4 and of a WebM.
        assert!(decode_background(b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom").is_none());
        assert!(decode_background(b"\x1a\x45\xdf\xa3\x01\0\0\0").is_none());
        let frames = b"GIF89a\x01\0\x01\0\0\0\0;";
        assert!(decode_background(frames).is_none());
    }

    #[test]
    fn s_35_a_header_that_claims_too_many_pixels_is_refused_unread() {
        // Width and height of the IHDR chunk, its checksum made right again.
        let mut bytes = png(1, 1);
        for (at, byte) in 60_000_u32.to_be_bytes().into_iter().enumerate() {
            bytes[16 + at] = byte;
            bytes[20 + at] = byte;
        }
        let crc = crc32(&bytes[12..29]).to_be_bytes();
        bytes[29..33].copy_from_slice(&crc);

        assert_eq!(
            ImageReader::with_format(Cursor::new(&bytes), ImageFormat::Png)
                .into_dimensions()
                .ok(),
            Some((60_000, 60_000))
        );
        assert!(decode(&bytes).is_none());
    }

    #[test]
    fn s_35_oversize_foreign_and_broken_files_cost_only_the_picture() {
        assert!(decode(&[]).is_none());
        assert!(decode(&vec![0; MAX_BYTES + 1]).is_none());
        assert!(decode(b"GIF89a\x01\0\x01\0\0\0\0;").is_none());
        assert!(decode(b"<html><script>alert(1)</script></html>").is_none());
        assert!(decode(&png(8, 8)[..40]).is_none());
    }

    #[test]
    fn s_35_an_svg_loads_nothing_from_outside() {
        let Ok(mut file) = tempfile::NamedTempFile::with_suffix(".png") else {
            return;
        };
        assert!(std::io::Write::write_all(&mut file, &png(10, 10)).is_ok());
        let path = file.path().display();
        let svg = format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 10 10"><image width="10" height="10" xlink:href="{path}"/><image width="10" height="10" href="file://{path}"/></svg>"#
        );

        let Some(Handle::Rgba { pixels, .. }) = decode(svg.as_bytes()) else {
            panic!("an SVG without its pictures is still an SVG");
        };
        assert!(pixels.iter().all(|byte| *byte == 0), "the file was drawn");
    }

    fn crc32(bytes: &[u8]) -> u32 {
        !bytes.iter().fold(!0_u32, |crc, byte| {
            (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
                if crc & 1 == 1 {
                    (crc >> 1) ^ 0xEDB8_8320
                } else {
                    crc >> 1
                }
            })
        })
    }
}
