//! The files of the window: what was not chosen stays as it is, a choice is read as it was made, and what is state
//! reads back.

use latchkey::preferences::{
    ColorScheme, Contrast, PreferenceChange, Preferences, StartView, TextSize, WindowState,
};
use serde_json::{Map, Value};

/// Whether the input was read at all.
pub fn fuzz(input: &[u8]) -> bool {
    let Ok(file) = serde_json::from_slice::<Map<String, Value>>(input) else {
        return false;
    };
    let read = Preferences::from_file(file.clone());
    assert_eq!(read.to_file(), file, "nothing was chosen");
    assert!((100..=300).contains(&read.text_size.percent()));
    if let Some(tag) = &read.language {
        assert!(tag.len() <= 35 && tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'));
    }
    for choice in [
        PreferenceChange::Theme(ColorScheme::Dark),
        PreferenceChange::Contrast(Contrast::High),
        PreferenceChange::Language(Some("pt-BR".to_owned())),
        PreferenceChange::Language(None),
        PreferenceChange::TextSize(TextSize::default().larger()),
        PreferenceChange::Start(StartView::LastUsed),
    ] {
        let chosen = read.clone().with(choice);
        let again = Preferences::from_file(chosen.to_file());
        assert_eq!(
            (
                again.theme,
                again.contrast,
                &again.language,
                again.text_size,
                again.start
            ),
            (
                chosen.theme,
                chosen.contrast,
                &chosen.language,
                chosen.text_size,
                chosen.start
            ),
        );
        assert!(chosen.to_file().len() >= file.len(), "a key is lost");
    }

    let state = WindowState::from_file(file);
    assert_eq!(WindowState::from_file(state.to_file()), state);

    true
}
