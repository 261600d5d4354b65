//! Every screen in a language nobody speaks: English with accents, a third longer, between guillemets. Whatever is
//! shown without them did not come from a catalogue, and whatever reaches past the window has no room for longer words.

use std::{collections::BTreeSet, fs, path::PathBuf};

use iced::{Element, Rectangle, Renderer, Size};
use iced_test::{
    core::widget::{Id, Operation},
    runtime::user_interface::{Cache, UserInterface},
};
use latchkey::language::{self, Language};

use crate::gallery;

/// A text on a screen.
#[derive(Debug, Clone)]
pub(crate) struct ShownText {
    screen: String,
    window: Size,
    bounds: Rectangle,
    text: String,
}

struct TextCollector {
    screen: String,
    window: Size,
    found: Vec<ShownText>,
}

impl Operation for TextCollector {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        operate(self);
    }

    fn text(&mut self, _id: Option<&Id>, bounds: Rectangle, text: &str) {
        self.found.push(ShownText {
            screen: self.screen.clone(),
            window: self.window,
            bounds,
            text: text.to_owned(),
        });
    }
}

/// The texts of one state.
pub(crate) fn texts_of<'a, M: Clone + 'a>(
    renderer: &mut Renderer,
    screen: &str,
    window: Size,
    view: Element<'a, M>,
) -> Vec<ShownText> {
    let mut ui = UserInterface::build(view, window, Cache::default(), renderer);
    let mut reader = TextCollector {
        screen: screen.to_owned(),
        window,
        found: Vec::new(),
    };
    ui.operate(renderer, &mut reader);

    reader.found
}

/// Whether a text comes from the tests' own data, or is the same in every language.
fn is_data(text: &str, made_up: &str) -> bool {
    let is_technical = [
        "=",
        "://",
        "latchkey ",
        "npm install",
        "sudo ",
        "HTTP ",
        ".example.",
    ]
    .iter()
    .any(|mark| text.contains(mark));
    let is_endonym = Language::ALL
        .iter()
        .any(|language| text == language.endonym());

    is_technical
        || is_endonym
        || text.split(" · ").all(|part| made_up.contains(part))
        // Initials and signs.
        || text.chars().filter(|letter| letter.is_alphabetic()).count() < 3
}

/// The text of these tests.
fn sources(folder: PathBuf) -> String {
    fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| {
            if path.is_dir() {
                sources(path)
            } else if path.extension().is_some_and(|is| is == "rs") {
                fs::read_to_string(path).unwrap()
            } else {
                String::new()
            }
        })
        .collect()
}

#[test]
fn nothing_on_any_screen_is_hard_coded() {
    let made_up = sources("tests/screens".into());
    let texts = language::with_language(Language::Pseudo, gallery::texts);
    assert!(texts.len() > 500, "{} texts", texts.len());
    let faults: BTreeSet<_> = texts
        .iter()
        .filter(|read| !read.text.contains('«') && !is_data(&read.text, &made_up))
        .map(|read| format!("{}: {}", read.screen, read.text))
        .collect();

    assert!(
        faults.is_empty(),
        "these do not come from a catalogue:\n{}",
        faults.into_iter().collect::<Vec<_>>().join("\n")
    );
}

#[test]
fn longer_words_stay_in_the_window() {
    for language in [
        Language::Pseudo,
        Language::German,
        Language::French,
        Language::Portuguese,
        Language::Spanish,
    ] {
        let texts = language::with_language(language, gallery::texts);
        let faults: BTreeSet<_> = texts
            .iter()
            .filter(|read| {
                let right = read.bounds.x + read.bounds.width;
                let room = read.bounds.width > 0.0 || read.text.trim().is_empty();

                read.bounds.x < 0.0 || right > read.window.width + 0.5 || !room
            })
            .map(|read| format!("{}: {} {:?}", read.screen, read.text, read.bounds))
            .collect();

        assert!(
            faults.is_empty(),
            "these have no room in {}:\n{}",
            language.tag(),
            faults.into_iter().collect::<Vec<_>>().join("\n")
        );
    }
}
