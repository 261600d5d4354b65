//! What the window is made of: the palette, the type, and the parts every screen is composed from. All parts are
//! generic over the message; nothing here knows what Latchkey does.

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
pub mod note;
pub mod page;
pub mod portrait;
pub mod qr;
pub mod side_by_side;
pub mod strength;
pub mod style;
pub mod theme;
#[cfg(any(windows, test))]
pub mod window_icon;

pub use iced::{Element, Theme};
