//! The visual parts of the window: palette, type, and the widgets every screen is composed of. All are generic over the
//! message; nothing here knows what Latchkey does.

#![expect(
    missing_docs,
    reason = "a comment is written where a name does not say enough"
)]

pub mod backdrop;
pub mod banner;
pub mod button;
pub mod caps_lock;
pub mod card;
pub mod color;
pub mod control;
pub mod field;
pub mod focus;
pub mod font;
mod forward;
pub mod icon;
pub mod logo;
pub mod page;
pub mod portrait;
pub mod project_note;
pub mod qr;
pub mod side_by_side;
pub mod strength;
pub mod style;
pub mod theme;
#[cfg(any(windows, test))]
pub mod window_icon;

pub use iced::{Element, Theme};
