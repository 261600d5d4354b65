//! A simulator with the window's own font and size, and snapshots in light and dark.

mod input_driver;

pub(crate) use input_driver::InputDriver;
/// So that every test may call what all screens have in common.
pub(crate) use latchkey::screen::Screen;

use std::path::Path;

use iced::{Color, Element, Theme, theme::Mode};
use iced_test::Simulator;
use latchkey::{
    profile::Profile,
    screen::accent,
    ui::{font, theme},
};

use crate::{gallery, walk::walk};

/// The end of a snapshot's name, which `iced_test` adds: the only renderer that is built in.
const RENDERER: &str = "tiny-skia";
/// With this variable in the environment, snapshots that are missing are written.
const WRITE: &str = "LATCHKEY_WRITE_SNAPSHOTS";

fn is_written() -> bool {
    std::env::var_os(WRITE).is_some()
}

/// A simulator of this view in a window of the usual size.
pub(crate) fn simulate<'a, M: Clone + 'a>(view: impl Into<Element<'a, M>>) -> Simulator<'a, M> {
    Simulator::with_size(font::settings(), theme::part::WINDOW, view)
}

/// Compares the screen with its snapshots, which must exist (see [`WRITE`]). Built with `LATCHKEY_PICTURES` set, a
/// picture of each is left under `target/tmp/screens` to look at.
pub(crate) fn snapshot<'a, M: Clone + 'a>(
    name: &str,
    profile: Option<&Profile>,
    view: impl Fn() -> Element<'a, M>,
) {
    picture(name, profile, theme::part::WINDOW, &view);
}

/// The same in the smallest window.
pub(crate) fn snapshot_small<'a, M: Clone + 'a>(
    name: &str,
    profile: Option<&Profile>,
    view: impl Fn() -> Element<'a, M>,
) {
    picture(name, profile, theme::part::WINDOW_MIN, &view);
}

/// The same as narrow as a window can be, and long enough to see the whole page.
pub(crate) fn snapshot_narrow<'a, M: Clone + 'a>(
    name: &str,
    profile: Option<&Profile>,
    view: impl Fn() -> Element<'a, M>,
) {
    let (width, _) = theme::part::WINDOW_MIN;
    picture(name, profile, (width, 900.0), &view);
}

/// The same in a window of half a large screen.
pub(crate) fn snapshot_wide<'a, M: Clone + 'a>(
    name: &str,
    profile: Option<&Profile>,
    view: impl Fn() -> Element<'a, M>,
) {
    picture(name, profile, (960.0, 700.0), &view);
}

/// The same in a window high enough for a long page.
pub(crate) fn snapshot_long<'a, M: Clone + 'a>(
    name: &str,
    profile: Option<&Profile>,
    view: impl Fn() -> Element<'a, M>,
) {
    picture(name, profile, (theme::part::WINDOW.0, 2_000.0), &view);
}

/// The same in high contrast.
pub(crate) fn snapshot_high_contrast<'a, M: Clone + 'a>(
    name: &str,
    profile: Option<&Profile>,
    view: impl Fn() -> Element<'a, M>,
) {
    let size = (theme::part::WINDOW.0, 1_000.0);
    picture_in(theme::high_contrast, name, profile, size, &view);
}

/// The same as narrow as 800 pixels are with text at 300 %, and long enough to see the whole page.
pub(crate) fn snapshot_large<'a, M: Clone + 'a>(
    name: &str,
    profile: Option<&Profile>,
    view: impl Fn() -> Element<'a, M>,
) {
    picture(name, profile, (800.0 / 3.0, 1_200.0), &view);
}

fn picture<'a, M: Clone + 'a>(
    name: &str,
    profile: Option<&Profile>,
    size: (f32, f32),
    view: &dyn Fn() -> Element<'a, M>,
) {
    picture_in(theme::theme, name, profile, size, view);
}

fn picture_in<'a, M: Clone + 'a>(
    theme: fn(Mode, Option<Color>) -> Theme,
    name: &str,
    profile: Option<&Profile>,
    size: (f32, f32),
    view: &dyn Fn() -> Element<'a, M>,
) {
    if gallery::record_snapshot(name, profile, size, view) {
        return;
    }
    walk(name, view);
    for (tone, mode) in [("light", Mode::Light), ("dark", Mode::Dark)] {
        let theme = theme(mode, profile.and_then(|profile| accent(&profile.project)));
        let mut ui = Simulator::with_size(font::settings(), size, view());
        let snapshot = ui.snapshot(&theme).unwrap();

        if option_env!("LATCHKEY_PICTURES").is_some() {
            let file = format!("{}/screens/{name}-{tone}", env!("CARGO_TARGET_TMPDIR"));
            let _ = std::fs::remove_file(format!("{file}-{RENDERER}.png"));
            assert!(snapshot.matches_image(file).unwrap());
        }

        let kept = format!("tests/screens/snapshots/{name}-{tone}");
        // `matches_hash` writes a file that is missing, and calls that a match.
        assert!(
            is_written() || Path::new(&format!("{kept}-{RENDERER}.sha256")).exists(),
            "{name} has no snapshot in {tone}: look at its picture, then run the tests with {WRITE}=1"
        );
        assert!(
            snapshot.matches_hash(kept).unwrap(),
            "{name} looks different in {tone}"
        );
    }
}
