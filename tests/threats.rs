//! Holds `.github/THREATS.md` to the project: every number that is cited anywhere has its entry, and what an entry names
//! exists. Whether the named test really shows what the entry says is for whoever reviews it. The form of the
//! sources themselves is checked in `tests/house.rs`.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test may stop at once, and this one reads the source"
)]

mod support {
    #[expect(dead_code, reason = "the program's own modules are not looked at here")]
    pub(crate) mod sources;
}

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use support::sources::{files, report};

const LIST: &str = ".github/THREATS.md";
/// Where numbers may be cited.
const FOLDERS: [&str; 6] = ["src", "tests", "packaging", "assets", ".github", ".ci"];
const FILES: [&str; 4] = [
    "README.md",
    "Cargo.toml",
    ".cargo/deny.toml",
    ".clippy.toml",
];
/// Bytes that the fuzzer found, which cite nothing.
const CORPUS: &str = "tests/fuzz/corpus";
const MISSING: &str = "Missing: ";

/// One line of the list's tables.
struct Entry {
    number: String,
    guard: String,
    places: Vec<String>,
    tests: Vec<String>,
    state: String,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every text file in which a number may be cited, by its path from the root.
fn texts() -> Vec<(PathBuf, String)> {
    let single = FILES
        .into_iter()
        .map(|file| (file.into(), fs::read_to_string(root().join(file)).unwrap()));

    FOLDERS
        .into_iter()
        .flat_map(files)
        .filter(|(path, _)| !path.starts_with(CORPUS))
        .chain(single)
        .collect()
}

/// The entries of the list, in order. A line that begins like one and is not complete stops the test.
fn entries() -> Vec<Entry> {
    let text = fs::read_to_string(root().join(LIST)).unwrap();
    let found: Vec<_> = text
        .lines()
        .filter(|line| line.starts_with("| S-") || line.starts_with("| R-"))
        .map(|line| {
            let cells: Vec<_> = line.split('|').map(str::trim).collect();
            let ["", number, threat, guard, places, tests, state, ""] = cells[..] else {
                panic!("six cells are wanted: {line}");
            };
            assert!(!threat.is_empty() && !guard.is_empty(), "{line}");

            Entry {
                number: number.to_owned(),
                guard: guard.to_owned(),
                places: quoted(places),
                tests: quoted(tests),
                state: state.to_owned(),
            }
        })
        .collect();
    assert!(found.len() > 90, "the list was not read");

    found
}

/// What stands between backticks.
fn quoted(cell: &str) -> Vec<String> {
    cell.split('`')
        .skip(1)
        .step_by(2)
        .map(str::to_owned)
        .collect()
}

/// The numbers that a text cites, as `S-04`: so written, or in a name as `s_04`.
fn cited(text: &str) -> BTreeSet<String> {
    let letters: Vec<_> = text.chars().collect();
    let is_part = |letter: Option<&char>| letter.is_some_and(|letter| letter.is_alphanumeric());
    let mut found = BTreeSet::new();
    for (at, window) in letters.windows(4).enumerate() {
        let (kind, rule) = match window[..2] {
            [kind @ ('S' | 'R'), '-'] => (kind, '-'),
            [kind @ ('s' | 'r'), '_'] => (kind, '_'),
            _ => continue,
        };
        let before = at.checked_sub(1).and_then(|at| letters.get(at));
        // A name may hold several: `s_39_s_40_no_secret_is_left_behind`.
        let is_word = !is_part(before) && (rule == '_' || before != Some(&'-'));
        let digits = &window[2..];
        if is_word && digits.iter().all(char::is_ascii_digit) && !is_part(letters.get(at + 4)) {
            let digits: String = digits.iter().collect();
            let _ = found.insert(format!("{}-{digits}", kind.to_ascii_uppercase()));
        }
    }

    found
}

/// The names of all test functions in Rust, and the titles of the companion's tests.
fn tests() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (path, text) in texts() {
        match path.extension().and_then(|extension| extension.to_str()) {
            Some("rs") => found.extend(test_functions(&text)),
            Some("js") => found.extend(text.lines().filter_map(title)),
            _ => {}
        }
    }

    found
}

/// The functions with a test's attribute. One that is ignored is only run by another and proves nothing by itself.
fn test_functions(source: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut attributes = Vec::new();
    for line in source.lines().map(str::trim) {
        let function = line
            .strip_prefix("pub(crate) ")
            .unwrap_or(line)
            .trim_start_matches("async ")
            .strip_prefix("fn ");
        if line.starts_with('#') {
            attributes.push(line);
        } else if let Some(function) = function {
            let is_test = attributes.iter().any(|attribute| {
                attribute.starts_with("#[test]") || attribute.starts_with("#[tokio::test")
            });
            let is_ignored = attributes
                .iter()
                .any(|attribute| attribute.starts_with("#[ignore"));
            if is_test && !is_ignored {
                found.extend(function.split('(').next().map(str::to_owned));
            }
            attributes.clear();
        } else if !line.starts_with("//") && !line.ends_with(',') && line != ")]" {
            // An attribute may go on over several lines; anything else ends it.
            attributes.clear();
        }
    }

    found
}

fn title(line: &str) -> Option<String> {
    let title = line.trim().strip_prefix("test('")?;

    title.split_once('\'').map(|(title, _)| title.to_owned())
}

#[test]
fn every_number_that_is_cited_has_its_entry() {
    let listed: BTreeSet<_> = entries().into_iter().map(|entry| entry.number).collect();
    let mut faults = Vec::new();
    let mut all = BTreeSet::new();
    for (path, text) in texts() {
        if path == Path::new(file!()) {
            continue;
        }
        let cited = cited(&text);
        for number in cited.difference(&listed) {
            faults.push(format!("{}: {number} is not in {LIST}", path.display()));
        }
        if path != Path::new(LIST) {
            all.extend(cited);
        }
    }

    assert!(all.len() > 80, "the citations were not found: {all:?}");
    report(&faults);
}

#[test]
fn every_entry_is_there_once_and_says_how_far_it_holds() {
    let mut faults = Vec::new();
    let mut numbers = BTreeMap::new();
    for entry in entries() {
        let Entry { number, state, .. } = &entry;
        if cited(number) != BTreeSet::from([number.clone()]) {
            faults.push(format!("{number} is no number"));
        }
        let count = numbers.entry(number.clone()).or_insert(0);
        *count += 1;
        if *count > 1 {
            faults.push(format!("{number} stands there twice"));
        }
        let is_missing = entry.guard.contains(MISSING);
        let fits = match state.as_str() {
            "held" => !is_missing && !entry.tests.is_empty(),
            "partly" => is_missing && !entry.tests.is_empty(),
            "open" => is_missing && entry.tests.is_empty(),
            _ => false,
        };
        if !fits {
            faults.push(format!(
                "{number}: {state:?} does not fit its tests and what is missing"
            ));
        }
    }

    report(&faults);
}

#[test]
fn what_an_entry_names_exists() {
    let tests = tests();
    let mut faults = Vec::new();
    for entry in entries() {
        let number = &entry.number;
        if entry.places.is_empty() && entry.state != "open" {
            faults.push(format!("{number} names no place"));
        }
        for place in &entry.places {
            if !root().join(place).exists() {
                faults.push(format!("{number}: there is no {place}"));
            }
        }
        for test in entry.tests.iter().filter(|test| !tests.contains(*test)) {
            faults.push(format!("{number}: there is no test {test}"));
        }
    }

    report(&faults);
}

/// Numbers of design notes that are in no file of the project (`A7`, `D14`, `d_15_…`). What they stood for is said in words.
#[test]
fn no_number_is_cited_that_nobody_can_look_up() {
    let faults: Vec<_> = texts()
        .into_iter()
        .filter(|(path, _)| path != Path::new(file!()))
        .filter(|(path, _)| {
            let extension = path.extension().and_then(|extension| extension.to_str());
            extension.is_none_or(|extension| !["svg", "icns", "json"].contains(&extension))
        })
        .flat_map(|(path, text)| {
            let mut found = BTreeSet::new();
            for line in text.lines().map(str::trim) {
                let comment = ["//", "#", "*", "/*"]
                    .iter()
                    .any(|mark| line.starts_with(mark));
                found.extend(design_numbers(line, comment));
            }
            found
                .into_iter()
                .map(move |number| format!("{}: {number}", path.display()))
        })
        .collect();

    report(&faults);
}

/// In a comment a word like `A7`; elsewhere the name of a function that begins with one, like `a7_` or `d_15_`.
fn design_numbers(line: &str, is_comment: bool) -> Vec<String> {
    let is_number = |word: &str, letters: [char; 2]| {
        let digits = word.strip_prefix(letters).unwrap_or_default();
        (1..=2).contains(&digits.len()) && digits.chars().all(|digit| digit.is_ascii_digit())
    };
    if is_comment {
        return line
            .split(|letter: char| !letter.is_alphanumeric() && !"-_.".contains(letter))
            .map(|word| word.trim_matches('.'))
            .filter(|word| is_number(word, ['A', 'D']))
            .map(str::to_owned)
            .collect();
    }
    let Some((_, name)) = line.split_once("fn ") else {
        return Vec::new();
    };
    let name = name.split('(').next().unwrap_or_default();
    let mut parts = name.split('_');
    let first = parts.next().unwrap_or_default();
    let both = format!("{first}{}", parts.next().unwrap_or_default());
    let is_cited = is_number(first, ['a', 'd']) || first.len() == 1 && is_number(&both, ['a', 'd']);

    is_cited.then(|| name.to_owned()).into_iter().collect()
}

#[test]
fn design_numbers_are_found_in_comments_and_in_names() {
    for (line, is_comment, count) in [
        ("// Title of the window: stable (A7).", true, 1),
        ("# Making an account (D14, D15).", true, 2),
        ("fn a7_titles_are_stable() {", false, 1),
        ("pub(crate) fn d_15_without_a_mail() {", false, 1),
        ("fn a1_a2_keys_have_one_meaning() {", false, 1),
        ("fn a_new_account_is_confirmed() {", false, 0),
        (
            "// RFC 6749, AES-256, `A4` is paper, F1, U+00A0, A-4",
            true,
            1,
        ),
        ("let a7 = \"A7\";", false, 0),
    ] {
        assert_eq!(design_numbers(line, is_comment).len(), count, "{line}");
    }
}

#[test]
fn numbers_are_found_in_text_and_in_names() {
    for (text, numbers) in [
        ("the state (S-04).", &["S-04"][..]),
        ("S-03 to S-08, R-10", &["R-10", "S-03", "S-08"]),
        ("fn s_39_s_40_no_secret() {}", &["S-39", "S-40"]),
        ("// r_28: used already", &["R-28"]),
        ("XS-04 S-4 S-045 SS-04 S-04a x-S-04", &[]),
        ("fn pass_12_times() { errors_10 }", &[]),
    ] {
        let found: Vec<_> = cited(text).into_iter().collect();
        assert_eq!(found, numbers, "{text}");
    }
}

#[test]
fn a_test_is_a_function_with_its_attribute() {
    let source = "\
#[test]
fn one() {}

#[tokio::test(
    flavor = \"multi_thread\",
)]
/// Words.
async fn two() {}

#[test]
#[expect(clippy::too_many_lines, reason = \"one table\")]
pub(crate) fn three() {}

#[test]
#[ignore = \"run by another\"]
fn part() {}

fn helper() {}
";

    assert_eq!(test_functions(source), ["one", "two", "three"]);
    assert_eq!(title("  test('s_13 x', () => {"), Some("s_13 x".to_owned()));
}
