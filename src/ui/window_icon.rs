//! The window's icon, for Windows, which takes none from a launcher.

use iced::window::{Icon, icon};
use image::ImageFormat;

const PNG: &[u8] =
    include_bytes!("../../packaging/icons/hicolor/64x64/apps/app.latchkey.Latchkey.png");

/// The decoded icon.
pub fn window_icon() -> Option<Icon> {
    let picture = image::load_from_memory_with_format(PNG, ImageFormat::Png).ok()?;
    let rgba = picture.into_rgba8();
    let (width, height) = rgba.dimensions();

    icon::from_rgba(rgba.into_raw(), width, height).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_icon_can_be_read() {
        assert!(window_icon().is_some());
    }
}
