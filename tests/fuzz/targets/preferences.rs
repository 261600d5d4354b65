//! The files of the window: what was not chosen stays as it is, a choice is read as it was made, and what is remembered
//! reads back.

#![no_main]

use latchkey::preferences::{Choice, Contrast, Opening, Preferences, Remembered, TextSize, Tone};
use libfuzzer_sys::{Corpus, fuzz_target};
use serde_json::{Map, Value};

fuzz_target!(|input: &[u8]| -> Corpus {
    let Ok(file) = serde_json::from_slice::<Map<String, Value>>(input) else {
        return Corpus::Reject;
    };
    let read = Preferences::of(file.clone());
    assert_eq!(read.to_file(), file, "nothing was chosen");
    assert!((100..=300).contains(&read.text_size.percent()));
    if let Some(tag) = &read.language {
        assert!(tag.len() <= 35 && tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'));
    }
    for choice in [
        Choice::Theme(Tone::Dark),
        Choice::Contrast(Contrast::High),
        Choice::Language(Some("pt-BR".to_owned())),
        Choice::Language(None),
        Choice::TextSize(TextSize::default().larger()),
        Choice::Start(Opening::LastUsed),
    ] {
        let chosen = read.clone().with(choice);
        let again = Preferences::of(chosen.to_file());
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

    let remembered = Remembered::of(file);
    assert_eq!(Remembered::of(remembered.to_file()), remembered);

    Corpus::Keep
});
