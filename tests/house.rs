//! What holds for every file of the project, checked on its text: how long it is, what it is called, that it says what
//! it owns, and that the look is decided in one place. Who may name whom is in `tests/layers.rs`.

#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may stop at once, and this one reads the source"
)]

mod support {
    pub(crate) mod paths;
    pub(crate) mod sources;
}

use std::path::Path;

use support::{
    paths::without_tests,
    sources::{files, report, sources},
};

const BANNED_NAMES: &[&str] = &[
    "util", "utils", "types", "manager", "helper", "helpers", "common", "misc",
];
const MAX_FILE_LINES: usize = 400;

/// Extensions of files that are written by hand: sources, tests, scripts, the companion.
const HAND_WRITTEN_EXTENSIONS: &[&str] = &["rs", "sh", "py", "js", "mjs", "html"];

#[test]
fn every_file_says_what_it_owns() {
    let faults: Vec<_> = ["src", "tests"]
        .into_iter()
        .flat_map(files)
        .filter(|(path, _)| path.extension().is_some_and(|extension| extension == "rs"))
        .filter(|(_, text)| !text.starts_with("//! ") || text.starts_with("//! placeholder"))
        .map(|(path, _)| format!("{}: no opening `//!`", path.display()))
        .collect();

    report(&faults);
}

#[test]
fn no_file_is_too_long() {
    let written: Vec<_> = ["src", "tests", "packaging", "assets", ".ci"]
        .into_iter()
        .flat_map(files)
        .filter(|(path, text)| {
            let extension = path.extension().and_then(|extension| extension.to_str());

            extension.is_some_and(|extension| HAND_WRITTEN_EXTENSIONS.contains(&extension))
                || text.starts_with("#!")
        })
        .collect();
    assert!(
        written
            .iter()
            .any(|(path, _)| path.ends_with("tests/run.sh"))
    );

    let faults: Vec<_> = written
        .into_iter()
        .map(|(path, text)| (text.lines().count(), path))
        .filter(|(lines, _)| *lines > MAX_FILE_LINES)
        .map(|(lines, path)| format!("{}: {lines} lines", path.display()))
        .collect();

    report(&faults);
}

#[test]
fn files_are_named_after_what_they_own() {
    let faults: Vec<_> = ["src", "tests"]
        .into_iter()
        .flat_map(files)
        .filter(|(path, _)| {
            path.iter()
                .filter_map(|part| Path::new(part).file_stem()?.to_str())
                .any(|stem| BANNED_NAMES.contains(&stem))
        })
        .map(|(path, _)| format!("{}", path.display()))
        .collect();

    report(&faults);
}

/// The files that decide the look: the palette and the scales, how a colour is read.
const STYLE_FILES: &[&str] = &["ui/theme.rs", "ui/theme/tests.rs", "ui/color.rs"];
/// What takes a distance or a size of text.
const SIZE_METHODS: &[&str] = &[
    "size",
    "padding",
    "spacing",
    "width",
    "height",
    "max_width",
    "max_height",
    "left",
    "right",
    "top",
    "bottom",
    "horizontal",
    "vertical",
    "line_height",
    "radius",
    "Fixed",
];

/// Colours and sizes come from the palette and the scales of `ui/theme.rs`, so that a page looks like its neighbours
/// and high contrast and large text reach all of it.
#[test]
fn no_screen_has_a_colour_or_a_size_of_its_own() {
    let mut faults = Vec::new();
    let mut looked = 0;
    for source in sources()
        .into_iter()
        .filter(|source| ["screen", "ui", "app"].contains(&source.module.as_str()))
        .filter(|source| !STYLE_FILES.iter().any(|look| source.path.ends_with(look)))
    {
        looked += 1;
        let code = without_tests(&source.text);
        for what in literals(&code) {
            faults.push(format!("{}: {what}", source.path.display()));
        }
    }

    assert!(looked > 50, "{looked}");
    report(&faults);
}

fn literals(code: &str) -> Vec<String> {
    let mut found: Vec<_> = ["Color::from_", "color!", "Color::BLACK", "Color::WHITE"]
        .into_iter()
        .filter(|name| code.contains(name))
        .map(str::to_owned)
        .collect();
    for (at, _) in code.match_indices('(') {
        let before =
            code[..at].trim_end_matches(|letter: char| letter.is_alphanumeric() || letter == '_');
        let name = &code[before.len()..at];
        let is_sized = before.ends_with('.') || name == "Fixed";
        let first = code[at + 1..].trim_start_matches(['[', ' ', '\n']);
        let number: String = first
            .chars()
            .take_while(|letter| letter.is_ascii_digit() || "._".contains(*letter))
            .collect();
        let is_nothing = number.trim_matches(['0', '.', '_']).is_empty();
        if is_sized && SIZE_METHODS.contains(&name) && !is_nothing {
            found.push(format!("{name}({number}"));
        }
    }

    found
}

#[test]
fn a_literal_is_found_in_every_form() {
    for (code, count) in [
        ("text(words).size(12)", 1),
        ("row![].spacing(7.5).padding([3, 4])", 2),
        ("Length::Fixed(40.0)", 1),
        ("Color::from_rgb8(1, 2, 3)", 1),
        ("row![].spacing(space::M).padding(0).width(Length::Fill)", 0),
        ("words.chars().nth(2)", 0),
    ] {
        assert_eq!(literals(code).len(), count, "{code}");
    }
}
