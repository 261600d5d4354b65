//! What must hold of every screen in every state, so every snapshot is put through it: Tab reaches each control once,
//! in reading order, and scrolls it into view, also in a small window and with large text; and nothing is wider than
//! the window.

use iced::{Element, Rectangle, Size};
use latchkey::ui::theme::part;

use crate::support::InputDriver;

/// The usual window, the smallest one, and 800×600 with text at 200 % and at 300 %.
const WINDOWS: [(&str, (f32, f32)); 4] = [
    ("usual", part::WINDOW),
    ("smallest", part::WINDOW_MIN),
    ("800x600 at 200 %", (400.0, 300.0)),
    ("800x600 at 300 %", (800.0 / 3.0, 200.0)),
];

/// Walks through the screen.
pub(crate) fn walk<'a, M: Clone + 'a>(name: &str, view: impl Fn() -> Element<'a, M>) {
    for (window, size) in WINDOWS {
        let place = format!("{name}, {window}");
        let mut input = InputDriver::in_window(view(), size.into());
        let controls = input.controls();
        for (at, control) in controls.iter().enumerate() {
            let (focused, seen) = input
                .tab_seen()
                .unwrap_or_else(|| panic!("{place}: no focus"));
            assert_eq!(focused, *control, "{place}: control {at} is not the next");
            let seen = seen.unwrap_or_else(|| panic!("{place}: control {at} is out of sight"));
            assert!(
                seen.height >= focused.height.min(size.1 / 3.0) - 1.0,
                "{place}: of control {at}, {focused:?}, only {seen:?} is seen"
            );
        }
        if let Some(first) = controls.first() {
            assert_eq!(input.tab(), Some(*first), "{place}: it does not come round");
        }
        for pair in controls.windows(2) {
            assert!(
                is_after(pair[0], pair[1]),
                "{place}: {:?} is met before {:?}",
                pair[0],
                pair[1]
            );
        }

        for bounds in input.texts_and_controls() {
            assert!(
                bounds.x >= -0.5 && bounds.x + bounds.width <= size.0 + 0.5,
                "{place}: {bounds:?} does not fit into {:?}",
                Size::from(size)
            );
        }
    }
}

/// Whether the second comes after the first in reading order: below it, or to its right in the same row.
fn is_after(first: Rectangle, second: Rectangle) -> bool {
    let is_below = second.y >= first.y + first.height - 1.0;
    let is_right = second.center_x() > first.center_x()
        && (first.y - 1.0..=first.y + first.height + 1.0).contains(&second.center_y());

    is_below || is_right
}
