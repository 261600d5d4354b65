//! Reads Rust source just well enough to list the paths it names: comments, strings and test modules are dropped,
//! `use` trees are expanded, `super` and `self` are resolved. No parser crate: a few tokens are all it takes.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

/// The source without `#[cfg(test)]` items that have a body.
pub(crate) fn without_tests(source: &str) -> String {
    let source = blanked(source);
    let mut rest = source.as_str();
    let mut kept = String::new();
    while let Some(start) = rest.find("#[cfg(test)]") {
        kept.push_str(&rest[..start]);
        let item = &rest[start..];
        let end = match (item.find('{'), item.find(';')) {
            (Some(open), semicolon) if semicolon.is_none_or(|semicolon| open < semicolon) => {
                open + closing(&item[open..])
            }
            (_, Some(semicolon)) => semicolon + 1,
            _ => item.len(),
        };
        rest = &item[end..];
    }
    kept.push_str(rest);

    kept
}

/// The length of a block that starts with `{`.
fn closing(block: &str) -> usize {
    let mut depth = 0_usize;
    for (place, byte) in block.bytes().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return place + 1;
        }
    }

    block.len()
}

/// Comments, strings and characters as blanks, so that nothing in them counts.
fn blanked(source: &str) -> String {
    let characters: Vec<char> = source.chars().collect();
    let mut output = String::with_capacity(source.len());
    let mut place = 0;
    while let Some(&character) = characters.get(place) {
        let next = characters.get(place + 1).copied();
        let end = match (character, next) {
            ('/', Some('/')) => until(&characters, place, |rest| rest[0] == '\n'),
            ('/', Some('*')) => until(&characters, place, |rest| rest.starts_with(&['*', '/'])) + 2,
            ('"', _) => string_end(&characters, place + 1),
            ('r', Some('"' | '#')) if !joined(&output) => raw_string_end(&characters, place + 1),
            // A lifetime has no closing quote one or a few characters on.
            ('\'', Some('\\')) => until(&characters, place + 3, |rest| rest[0] == '\'') + 1,
            ('\'', _) if characters.get(place + 2) == Some(&'\'') => place + 3,
            _ => place,
        };
        if end > place {
            output.push(' ');
            place = end;
        } else {
            output.push(character);
            place += 1;
        }
    }

    output
}

fn joined(before: &str) -> bool {
    before.ends_with(|last: char| last.is_alphanumeric() || last == '_')
}

fn until(characters: &[char], mut place: usize, found: impl Fn(&[char]) -> bool) -> usize {
    while place < characters.len() && !found(&characters[place..]) {
        place += 1;
    }

    place
}

fn string_end(characters: &[char], mut place: usize) -> usize {
    while let Some(character) = characters.get(place) {
        match character {
            '\\' => place += 2,
            '"' => return place + 1,
            _ => place += 1,
        }
    }

    place
}

fn raw_string_end(characters: &[char], start: usize) -> usize {
    let hashes = characters[start..]
        .iter()
        .take_while(|character| **character == '#')
        .count();
    if characters.get(start + hashes) != Some(&'"') {
        // A raw identifier.
        return start - 1;
    }
    let mut closing = vec!['"'];
    closing.resize(hashes + 1, '#');

    until(characters, start + hashes + 1, |rest| {
        rest.starts_with(&closing)
    }) + closing.len()
}

/// Every path of two or more segments the source names, from the crate's root: relative ones are resolved, and what
/// an import shortened is written out. `file` lies below `src`.
pub(crate) fn paths_named(source: &str, file: &Path) -> BTreeSet<String> {
    let here = module_of(file);
    let tokens = tokens(&blanked(source));
    let mut found = Found::default();
    let mut place = 0;
    while place < tokens.len() {
        let starts = is_name(&tokens[place]) && (place == 0 || tokens[place - 1] != "::");
        if tokens[place] == "use" {
            place = tree(&tokens, place + 1, &[], true, &mut found);
        } else if starts {
            place = tree(&tokens, place, &[], false, &mut found);
        } else {
            place += 1;
        }
    }
    let Found { paths, imports } = found;

    paths
        .into_iter()
        .map(|path| match path.split_once("::") {
            Some((first, rest)) => match imports.get(first) {
                Some(import) if *import != path => format!("{import}::{rest}"),
                _ => path,
            },
            None => path,
        })
        .filter_map(|path| resolved(&path, &here))
        .collect()
}

#[derive(Default)]
struct Found {
    paths: BTreeSet<String>,
    /// What a name that was imported stands for.
    imports: BTreeMap<String, String>,
}

impl Found {
    fn keep(&mut self, path: &[String], name: Option<&String>) {
        let Some(last) = path.last() else { return };
        if let Some(name) = name {
            // `self` in a list names the module before it.
            let full = path.strip_suffix(&["self".to_owned()][..]).unwrap_or(path);
            let name = if name == "self" {
                full.last().unwrap_or(last)
            } else {
                name
            };
            if full.len() > 1 {
                let _ = self.imports.insert(name.clone(), full.join("::"));
            }
        }
        let _ = self.paths.insert(path.join("::"));
    }
}

/// Reads one path or `use` tree that starts at `place`; returns where it ends.
fn tree(
    tokens: &[String],
    mut place: usize,
    before: &[String],
    import: bool,
    found: &mut Found,
) -> usize {
    let mut path = before.to_vec();
    loop {
        match tokens.get(place).map(String::as_str) {
            Some("{") if import => {
                place += 1;
                while place < tokens.len() && tokens[place] != "}" {
                    if is_name(&tokens[place]) {
                        place = tree(tokens, place, &path, import, found);
                    } else {
                        place += 1;
                    }
                }
                return place + 1;
            }
            Some(name) if is_name(name) => path.push(name.to_owned()),
            // A glob, or a turbofish.
            _ => {
                found.keep(&path, None);
                return place + 1;
            }
        }
        place += 1;
        match tokens.get(place).map(String::as_str) {
            Some("::") => place += 1,
            Some("as") if import => {
                found.keep(&path, tokens.get(place + 1));
                return place + 2;
            }
            _ => {
                let name = path.last().cloned();
                found.keep(&path, name.as_ref().filter(|_| import));
                return place;
            }
        }
    }
}

fn tokens(source: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    let mut characters = source.chars().peekable();
    while let Some(character) = characters.next() {
        if character.is_alphanumeric() || character == '_' {
            let mut name = character.to_string();
            while let Some(next) = characters.next_if(|next| next.is_alphanumeric() || *next == '_')
            {
                name.push(next);
            }
            tokens.push(name);
        } else if character == ':' && characters.next_if_eq(&':').is_some() {
            tokens.push("::".to_owned());
        } else if !character.is_whitespace() {
            tokens.push(character.to_string());
        }
    }

    tokens
}

fn is_name(token: &str) -> bool {
    token.starts_with(|first: char| first.is_alphabetic() || first == '_')
}

/// The module a file is, as segments below the crate.
fn module_of(file: &Path) -> Vec<String> {
    let mut segments: Vec<String> = file
        .with_extension("")
        .components()
        .map(|part| part.as_os_str().to_string_lossy().into_owned())
        .collect();
    if segments.len() == 1 && ["lib", "main"].contains(&segments[0].as_str()) {
        segments.clear();
    }

    segments
}

/// The path from the crate's root; `None` for a single name, which is something local.
fn resolved(path: &str, here: &[String]) -> Option<String> {
    let mut segments: Vec<&str> = path.split("::").collect();
    if segments.len() < 2 {
        return None;
    }
    let mut base = here.to_vec();
    match segments[0] {
        "self" => {
            let _ = segments.remove(0);
        }
        "super" => {
            while segments.first() == Some(&"super") {
                let _ = segments.remove(0);
                let _ = base.pop();
            }
        }
        _ => return Some(path.to_owned()),
    }
    let base = base.iter().map(String::as_str);

    Some(
        std::iter::once("crate")
            .chain(base)
            .chain(segments)
            .collect::<Vec<_>>()
            .join("::"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(source: &str, file: &str) -> Vec<String> {
        paths_named(&without_tests(source), Path::new(file))
            .into_iter()
            .collect()
    }

    #[test]
    fn uses_are_expanded() {
        let source = "use std::{fs, io::{self, Read as R}};\nuse crate::{a, b::{C, d::*}};";

        assert_eq!(
            named(source, "x.rs"),
            [
                "crate::a",
                "crate::b::C",
                "crate::b::d",
                "std::fs",
                "std::io::Read",
                "std::io::self"
            ]
        );
    }

    #[test]
    fn what_an_import_shortened_is_written_out() {
        let source =
            "use std::{env as e, process};\nuse iced::widget::image;\nuse super::a::{self};
            fn f() { e::var(); process::Command::new(); let x: image::Handle; a::b(); }";

        assert_eq!(
            named(source, "cli/x.rs"),
            [
                "crate::cli::a::b",
                "crate::cli::a::self",
                "iced::widget::image",
                "iced::widget::image::Handle",
                "std::env",
                "std::env::var",
                "std::process",
                "std::process::Command::new",
            ]
        );
    }

    #[test]
    fn paths_in_code_count_and_text_does_not() {
        let source = r##"
            /// std::net
            fn f<'a>(x: &'a str) { let c = '"'; std::env::var(r#"std::process"#); g("std::fs", '\''); /* iced::x */ }
        "##;

        assert_eq!(named(source, "x.rs"), ["std::env::var"]);
    }

    #[test]
    fn relative_paths_are_resolved() {
        assert_eq!(
            named("use super::a::B;", "cli/report.rs"),
            ["crate::cli::a::B"]
        );
        assert_eq!(
            named("use super::super::app::X;", "cli/report.rs"),
            ["crate::app::X"]
        );
        assert_eq!(named("use self::a::B;", "cli.rs"), ["crate::cli::a::B"]);
        assert_eq!(named("use super::app;", "cli.rs"), ["crate::app"]);
    }

    #[test]
    fn tests_are_left_out() {
        let source = "use a::b;\n#[cfg(test)]\nmod tests { use c::d; fn f() { { } } }\nuse e::f;\n#[cfg(test)]\nmod tests;";

        assert_eq!(named(source, "x.rs"), ["a::b", "e::f"]);
    }
}
