//! A simulator with the window's own font and size, and snapshots in light and dark.

use iced::{Element, theme::Mode};
use iced_test::Simulator;
use latchkey::{
    profile::Profile,
    screen::accent,
    ui::{font, theme},
};

/// The screen as it stands in the window.
pub(crate) fn simulate<'a, M: Clone + 'a>(view: impl Into<Element<'a, M>>) -> Simulator<'a, M> {
    Simulator::with_size(font::settings(), theme::part::WINDOW, view)
}

/// Compares the screen with its snapshots; a picture of each is left under the build directory to look at.
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

fn picture<'a, M: Clone + 'a>(
    name: &str,
    profile: Option<&Profile>,
    size: (f32, f32),
    view: &dyn Fn() -> Element<'a, M>,
) {
    for (tone, mode) in [("light", Mode::Light), ("dark", Mode::Dark)] {
        let theme = theme::theme(mode, profile.and_then(|profile| accent(&profile.project)));
        let mut ui = Simulator::with_size(font::settings(), size, view());
        let snapshot = ui.snapshot(&theme).unwrap();

        if let Some(folder) = option_env!("CARGO_TARGET_TMPDIR") {
            let file = format!("{folder}/screens/{name}-{tone}");
            let _ = std::fs::remove_file(format!("{file}-tiny-skia.png"));
            assert!(snapshot.matches_image(file).unwrap());
        }

        let kept = format!("tests/screens/snapshots/{name}-{tone}");
        assert!(
            snapshot.matches_hash(kept).unwrap(),
            "{name} looks different in {tone}"
        );
    }
}
