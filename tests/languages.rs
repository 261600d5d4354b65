//! The catalogues of sentences: every language has all of them with the same placeholders, the code uses none that is
//! missing, and none is unused. What a person reads is not in the code.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test may stop at once, and this one reads the source"
)]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use fluent_syntax::{ast, parser};
use latchkey::language::{self, Language};

/// The placeholders of each sentence by its name; of an attribute by `message.attribute`.
type Sentences = BTreeMap<String, BTreeSet<String>>;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn files(below: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(below).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, extension));
        } else if path.extension().is_some_and(|is| is == extension) {
            found.push(path);
        }
    }
    found.sort();

    found
}

fn names_of_files(language: Language) -> Vec<String> {
    let directory = root().join("assets/languages").join(language.tag());
    files(&directory, "ftl")
        .iter()
        .map(|path| path.file_name().unwrap().to_string_lossy().into_owned())
        .collect()
}

fn parsed(path: &Path) -> ast::Resource<String> {
    let text = fs::read_to_string(path).unwrap();

    parser::parse(text)
        .unwrap_or_else(|(_, faults)| panic!("{} cannot be read: {faults:?}", path.display()))
}

fn sentences(language: Language) -> Sentences {
    let directory = root().join("assets/languages").join(language.tag());
    let mut found = Sentences::new();
    for path in files(&directory, "ftl") {
        let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
        for entry in parsed(&path).body {
            let ast::Entry::Message(message) = entry else {
                continue;
            };
            let name = message.id.name;
            let prefix = if stem == "errors" { "error" } else { &stem };
            assert!(
                name.starts_with(&format!("{prefix}-")),
                "{name} is in {stem}.ftl"
            );
            let attributes = message
                .attributes
                .into_iter()
                .map(|attribute| (format!("{name}.{}", attribute.id.name), attribute.value));
            let patterns: Vec<_> = attributes.collect();
            for (name, pattern) in [(name, message.value.unwrap())].into_iter().chain(patterns) {
                let mut placeholders = BTreeSet::new();
                collect(&pattern, &mut placeholders);
                let twice = found.insert(name.clone(), placeholders);
                assert!(
                    twice.is_none(),
                    "{name} is there twice in {}",
                    language.tag()
                );
            }
        }
    }

    found
}

fn collect(pattern: &ast::Pattern<String>, found: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let ast::PatternElement::Placeable { expression } = element else {
            continue;
        };
        match expression {
            ast::Expression::Inline(inline) => of_inline(inline, found),
            ast::Expression::Select { selector, variants } => {
                of_inline(selector, found);
                for variant in variants {
                    collect(&variant.value, found);
                }
            }
        }
    }
}

fn of_inline(inline: &ast::InlineExpression<String>, found: &mut BTreeSet<String>) {
    match inline {
        ast::InlineExpression::VariableReference { id } => drop(found.insert(id.name.clone())),
        ast::InlineExpression::Placeable { expression } => {
            if let ast::Expression::Inline(inline) = expression.as_ref() {
                of_inline(inline, found);
            }
        }
        ast::InlineExpression::StringLiteral { .. } => {}
        other => panic!("{other:?} is more than a sentence needs"),
    }
}

/// The source without its tests.
fn code() -> impl Iterator<Item = (PathBuf, String)> {
    files(&root().join("src"), "rs")
        .into_iter()
        .filter(|path| {
            let path = path.to_string_lossy();
            !path.contains("/tests") && !path.ends_with("_tests.rs")
        })
        .map(|path| {
            let text = fs::read_to_string(&path).unwrap();
            // The tests of a file are its end.
            let code = text.split("#[cfg(test)]\nmod ").next().unwrap().to_owned();

            (path, code)
        })
}

/// What the code asks for: the name of each sentence, with the placeholders it fills.
fn sentences_used() -> Vec<(PathBuf, String, BTreeSet<String>)> {
    let mut found = Vec::new();
    for (path, text) in code() {
        for (at, _) in text.match_indices("say!(") {
            let rest = text[at + "say!(".len()..].trim_start();
            let Some(rest) = rest.strip_prefix('"') else {
                continue;
            };
            let (name, rest) = rest.split_once('"').unwrap();
            found.push((path.clone(), name.to_owned(), argument_names(rest)));
        }
    }
    assert!(found.len() > 300, "the code is not read as it should be");

    found
}

/// The names before each `=` of a macro's arguments, up to its closing parenthesis.
fn argument_names(arguments: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let (mut depth, mut word, mut is_text) = (0_i32, String::new(), false);
    let mut letters = arguments.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' if is_text => drop(letters.next()),
            '"' => is_text = !is_text,
            _ if is_text => {}
            ')' | ']' | '}' if depth == 0 => break,
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            ',' if depth == 0 => word.clear(),
            '=' if depth == 0 && !word.trim().is_empty() => {
                if letters.peek() != Some(&'=') && !word.contains(['!', '<', '>', '.', ' ', '|']) {
                    let _ = names.insert(word.trim().to_owned());
                }
                word.push('.');
            }
            other => {
                if !(other.is_whitespace() && word.is_empty()) {
                    word.push(if other.is_whitespace() { ' ' } else { other });
                }
                if word.ends_with(' ') && letters.peek() == Some(&'=') {
                    let _ = word.pop();
                }
            }
        }
    }

    names
}

#[test]
fn every_language_says_everything() {
    let english = sentences(Language::English);
    let mut faults = Vec::new();
    for language in Language::ALL {
        let theirs = sentences(language);
        for (name, placeholders) in &english {
            match theirs.get(name) {
                None => faults.push(format!("{}: {name} is missing", language.tag())),
                Some(other) if other != placeholders => faults.push(format!(
                    "{}: {name} has {other:?} instead of {placeholders:?}",
                    language.tag()
                )),
                Some(_) => {}
            }
        }
        for name in theirs.keys().filter(|name| !english.contains_key(*name)) {
            faults.push(format!("{}: {name} is not English", language.tag()));
        }
    }

    assert!(
        faults.is_empty(),
        "{} faults\n{}",
        faults.len(),
        faults.join("\n")
    );
}

#[test]
fn the_code_asks_for_what_there_is() {
    let english = sentences(Language::English);
    let mut unused: BTreeSet<_> = english.keys().collect();
    let mut faults = Vec::new();
    for (path, name, placeholders) in sentences_used() {
        let _ = unused.remove(&name);
        let path = path.display();
        match english.get(&name) {
            None => faults.push(format!("{path}: nobody wrote {name}")),
            Some(wanted) if *wanted != placeholders => faults.push(format!(
                "{path}: {name} needs {wanted:?} and gets {placeholders:?}"
            )),
            Some(_) => {}
        }
    }
    faults.extend(unused.iter().map(|name| format!("nobody says {name}")));

    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_file_of_a_language_is_part_of_the_program() {
    for language in Language::ALL {
        assert_eq!(
            names_of_files(language),
            names_of_files(Language::English),
            "the files of {}",
            language.tag()
        );
    }
    for language in Language::ALL {
        let directory = root().join("assets/languages").join(language.tag());
        for path in files(&directory, "ftl") {
            for entry in parsed(&path).body {
                let ast::Entry::Message(message) = entry else {
                    continue;
                };
                // A sentence of text alone is said as it is written.
                if let [ast::PatternElement::TextElement { value }] =
                    message.value.unwrap().elements.as_slice()
                {
                    let name: &'static str = message.id.name.leak();
                    let said = language::with_language(language, || language::sentence(name));
                    assert_eq!(said, value, "{}", path.display());
                }
            }
        }
    }
}

/// Where sentences for the window stand in the code none may stand in quotes. The command line speaks English: it
/// is searched for, piped and pasted into guides.
#[test]
fn no_sentence_of_the_window_is_in_the_code() {
    let mut faults = Vec::new();
    for (path, text) in code() {
        let inside = path
            .strip_prefix(root())
            .unwrap()
            .to_string_lossy()
            .into_owned();
        if !["src/screen", "src/ui", "src/app", "src/text"]
            .iter()
            .any(|place| inside.starts_with(place))
        {
            continue;
        }
        for line in text.lines() {
            let line = line.trim();
            // Technical details and commands are for the person who mends things, in every language the same.
            let is_exempt = line.starts_with("//")
                || line.contains("reason = ")
                || line.contains(".detail(")
                || line.contains("Fix::line")
                || line.contains("\"HTTP {");
            if is_exempt {
                continue;
            }
            for quoted in line.split('"').skip(1).step_by(2) {
                let words = quoted.split_whitespace().count();
                if words >= 3 && quoted.chars().next().is_some_and(char::is_uppercase) {
                    faults.push(format!("{inside}: {quoted}"));
                }
            }
        }
    }

    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn plurals_follow_the_language() {
    let said = |language, count: u64| {
        language::with_language(language, || {
            latchkey::say!("common-span-minutes", count = count)
        })
    };

    assert_eq!(said(Language::English, 1), "1 minute");
    assert_eq!(said(Language::English, 2), "2 minutes");
    assert_eq!(said(Language::German, 2), "2 Minuten");
    // French has one form for nothing and for one.
    assert_eq!(said(Language::French, 0), "0 minute");
    assert_eq!(
        said(Language::Japanese, 1),
        said(Language::Japanese, 2).replace('2', "1")
    );
}

#[test]
fn what_is_missing_is_said_in_english_and_what_nobody_knows_by_its_name() {
    let name = "no-such-sentence";

    assert_eq!(language::sentence(name), name);
    assert_eq!(language::format(name, [("count", 1.into())]), name);
}

#[test]
fn an_attribute_is_said_by_the_name_of_its_message() {
    let name = "error-session-ended";
    let hint = latchkey::say!("error-session-ended.hint");

    assert_ne!(hint, "error-session-ended.hint");
    assert_ne!(hint, language::sentence(name));
    assert_eq!(
        language::sentence("error-session-ended.other"),
        "error-session-ended.other"
    );
}

#[test]
fn the_language_of_a_thread_ends_with_what_was_done_in_it() {
    let before = language::current();
    language::with_language(Language::Japanese, || {
        assert_eq!(language::current(), Language::Japanese);
        let stopped = std::panic::catch_unwind(|| {
            language::with_language(Language::French, || panic!("on purpose"));
        });
        assert!(stopped.is_err());
        assert_eq!(language::current(), Language::Japanese);
    });

    assert_eq!(language::current(), before);
}
