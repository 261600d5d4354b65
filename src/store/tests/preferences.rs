//! The files of the window as a whole: kept, tolerant of what others write, and only this user's.

use super::*;
use crate::preferences::{ColorScheme, Contrast, StartView, WindowSize};

fn write_preferences(store: &Store, text: &str) {
    fs::create_dir_all(&store.paths.config).unwrap();
    fs::write(store.paths.config.join("preferences.json"), text).unwrap();
}

fn preferences_on_disk(store: &Store) -> Value {
    let bytes = fs::read(store.paths.config.join("preferences.json")).unwrap();

    serde_json::from_slice(&bytes).unwrap()
}

#[test]
fn what_was_chosen_is_there_again_and_nobody_else_reads_it() {
    let (_home, store) = store();
    assert_eq!(store.preferences().theme, ColorScheme::System);

    let chosen = store
        .edit_preferences(|preferences| {
            preferences.theme = ColorScheme::Dark;
            preferences.start = StartView::LastUsed;
        })
        .unwrap();
    assert_eq!(chosen.theme, ColorScheme::Dark);
    assert_eq!(store.preferences().start, StartView::LastUsed);
    assert_eq!(
        preferences_on_disk(&store),
        json!({"version": 1, "theme": "dark", "start": "last-used"})
    );

    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        store.edit_window_state(|window| window.last_profile = Some(id(1)));
        for path in [
            store.paths.config.join("preferences.json"),
            store.paths.state.join("window.json"),
        ] {
            let mode = fs::metadata(&path).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600, "{path:?}");
        }
    }
}

#[test]
fn r_22_damaged_preferences_are_none_and_are_set_aside_only_when_others_take_their_place() {
    for damaged in ["", "{", "[1]", "\"dark\"", "\u{0}\u{0}"] {
        let (_home, store) = store();
        write_preferences(&store, damaged);
        assert_eq!(
            store.preferences().theme,
            ColorScheme::System,
            "{damaged:?}"
        );
        assert_eq!(fs::read_dir(&store.paths.config).unwrap().count(), 1);

        let chosen = store
            .edit_preferences(|preferences| preferences.contrast = Contrast::High)
            .unwrap();
        assert_eq!(chosen.contrast, Contrast::High);
        let aside = fs::read_dir(&store.paths.config)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .find(|path| path.to_string_lossy().contains(".damaged-"))
            .unwrap();
        assert_eq!(fs::read_to_string(aside).unwrap(), damaged);
    }
}

#[test]
fn r_23_preferences_of_a_newer_version_are_followed_and_never_rewritten() {
    let (_home, store) = store();
    let newer = r#"{"version":2,"theme":"dark","contrast":{"text":9}}"#;
    write_preferences(&store, newer);
    assert_eq!(store.preferences().theme, ColorScheme::Dark);

    let refused = store.edit_preferences(|preferences| preferences.theme = ColorScheme::Light);
    assert!(
        matches!(refused, Err(Error::Newer { version: 2, .. })),
        "{refused:?}"
    );
    let path = store.paths.config.join("preferences.json");
    assert_eq!(fs::read_to_string(path).unwrap(), newer);
}

#[test]
fn a_choice_that_changes_nothing_writes_nothing() {
    let (_home, store) = store();
    let _ = store.edit_preferences(|_| {}).unwrap();
    assert!(!store.paths.config.join("preferences.json").exists());
    store.edit_window_state(|_| {});
    assert!(!store.paths.state.exists());
}

#[test]
fn r_25_choices_made_at_once_are_all_kept() {
    let (_home, store) = store();
    thread::scope(|scope| {
        let (one, other) = (&store, &store);
        let _ = scope.spawn(move || one.edit_preferences(|kept| kept.theme = ColorScheme::Dark));
        let _ = scope.spawn(move || other.edit_preferences(|kept| kept.contrast = Contrast::High));
    });

    let kept = store.preferences();
    assert_eq!(
        (kept.theme, kept.contrast),
        (ColorScheme::Dark, Contrast::High)
    );
}

#[test]
fn the_window_is_remembered_as_far_as_it_can_be() {
    let (_home, store) = store();
    store.edit_window_state(|window| {
        window.size = Some(WindowSize {
            width: 500,
            height: 700,
        });
    });
    store.edit_window_state(|window| window.last_profile = Some(id(3)));
    let window = store.window_state();
    assert_eq!(window.size.map(|size| size.width), Some(500));
    assert_eq!(window.last_profile, Some(id(3)));

    // A file that is none is replaced: nothing in it was chosen.
    fs::write(store.paths.state.join("window.json"), "{").unwrap();
    assert_eq!(store.window_state().size, None);
    store.edit_window_state(|window| window.last_profile = Some(id(4)));
    assert_eq!(store.window_state().last_profile, Some(id(4)));
}
