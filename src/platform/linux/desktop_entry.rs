//! Desktop files (Desktop Entry Specification 1.5): writes ours for a program's path, and reads which program another
//! one starts. Pure text.

#![cfg_attr(
    test,
    expect(
        clippy::disallowed_methods,
        clippy::disallowed_types,
        reason = "owns what this system does its own way"
    )
)]

use std::path::Path;

/// The file that packages install; its program is found by name.
pub(super) const TEMPLATE: &str =
    include_str!("../../../packaging/linux/app.latchkey.Latchkey.desktop");
const PROGRAM_OF_TEMPLATE: &str = "\nExec=latchkey ";

/// Our desktop file for a program at this path.
pub(super) fn for_program(program: &Path) -> Result<String, String> {
    let program = quoted(program)?;

    Ok(TEMPLATE.replace(PROGRAM_OF_TEMPLATE, &format!("\nExec={program} ")))
}

/// The path as the first word of `Exec`, quoted only if necessary, because `xdg-open` 1.1 (Debian 12) cannot start a
/// quoted program outside of a desktop.
fn quoted(program: &Path) -> Result<String, String> {
    let text = program
        .to_str()
        .ok_or_else(|| format!("the path {} is not UTF-8", program.display()))?;
    if text.contains(['=', '\n', '\r']) {
        return Err(format!(
            "a desktop file cannot name a program with '=' or a line break in its path: {text}"
        ));
    }
    // A percent sign begins a field code, also within quotes.
    let text = text.replace('%', "%%");
    if !text.contains(|letter: char| " \t\"'\\><~|&;$*?#()`".contains(letter)) {
        return Ok(text);
    }
    let mut word = String::from("\"");
    for letter in text.chars() {
        match letter {
            // Escaped for the quotes; each backslash is itself escaped for the value.
            '"' | '`' | '$' => word.extend(["\\\\", letter.encode_utf8(&mut [0; 4])]),
            '\\' => word.push_str("\\\\\\\\"),
            letter => word.push(letter),
        }
    }
    word.push('"');

    Ok(word)
}

/// A desktop file, of which only the main group is read.
pub(super) struct DesktopEntry<'a> {
    lines: Vec<(&'a str, &'a str)>,
}

impl<'a> DesktopEntry<'a> {
    /// Takes any text.
    pub(super) fn read(text: &'a str) -> Self {
        let lines = text
            .lines()
            .map(str::trim)
            .skip_while(|line| *line != "[Desktop Entry]")
            .skip(1)
            .take_while(|line| !line.starts_with('['))
            .filter(|line| !line.starts_with('#'))
            .filter_map(|line| line.split_once('='))
            .map(|(key, value)| (key.trim(), value.trim()))
            .collect();

        Self { lines }
    }

    /// A value as it stands in the file.
    pub(super) fn value(&self, key: &str) -> Option<&'a str> {
        self.lines
            .iter()
            .find(|(found, _)| *found == key)
            .map(|(_, value)| *value)
    }

    /// Whether it says that it opens this type.
    pub(super) fn opens(&self, mime_type: &str) -> bool {
        self.value("Hidden") != Some("true")
            && self
                .value("MimeType")
                .is_some_and(|types| types.split(';').any(|one| one == mime_type))
    }

    /// The program it starts, unquoted.
    pub(super) fn program(&self) -> Option<String> {
        let exec = self.value("Exec")?;
        // First the escapes of a value, then the quotes of the command line.
        let mut value = String::new();
        let mut letters = exec.chars();
        while let Some(letter) = letters.next() {
            match letter {
                '\\' => match letters.next()? {
                    's' => value.push(' '),
                    't' => value.push('\t'),
                    'n' => value.push('\n'),
                    'r' => value.push('\r'),
                    other => value.push(other),
                },
                letter => value.push(letter),
            }
        }
        let word = match value.strip_prefix('"') {
            None => value
                .split([' ', '\t'])
                .next()
                .unwrap_or_default()
                .to_owned(),
            Some(rest) => {
                let mut word = String::new();
                let mut letters = rest.chars();
                loop {
                    match letters.next()? {
                        '"' => break word,
                        '\\' => word.push(letters.next()?),
                        letter => word.push(letter),
                    }
                }
            }
        };

        Some(word.replace("%%", "%")).filter(|word| !word.is_empty())
    }
}

#[cfg(test)]
mod tests {
    #![expect(
        clippy::unwrap_used,
        clippy::expect_used,
        reason = "a test may stop at once"
    )]

    use super::*;

    #[test]
    fn s_20_the_only_form_is_one_link_after_the_end_of_options() {
        for program in ["/usr/bin/latchkey", "/home/a b/latch$key"] {
            let text = for_program(Path::new(program)).unwrap();
            let commands: Vec<&str> = text
                .lines()
                .filter(|line| line.starts_with("Exec="))
                .collect();
            assert_eq!(commands.len(), 2);
            assert!(commands[0].ends_with(" -- %u"), "{commands:?}");
            assert!(commands[1].contains(" -- \"app.latchkey:"), "{commands:?}");
        }
    }

    #[test]
    fn a_path_is_quoted_only_when_it_must_be_and_read_back_as_it_was() {
        for (path, word) in [
            ("/usr/bin/latchkey", "/usr/bin/latchkey"),
            ("/opt/latch-key_1.0/ü", "/opt/latch-key_1.0/ü"),
            ("/opt/100%/latchkey", "/opt/100%%/latchkey"),
            ("/opt/my apps/latchkey", "\"/opt/my apps/latchkey\""),
            ("/opt/a\"b/latchkey", r#""/opt/a\\"b/latchkey""#),
            ("/opt/a$b`c/latchkey", r#""/opt/a\\$b\\`c/latchkey""#),
            (r"/opt/a\b/latchkey", r#""/opt/a\\\\b/latchkey""#),
            ("/opt/;touch x/latchkey", "\"/opt/;touch x/latchkey\""),
        ] {
            let text = for_program(Path::new(path)).unwrap();
            assert!(
                text.contains(&format!("\nExec={word} -- %u\n")),
                "{path}: {text}"
            );
            assert_eq!(DesktopEntry::read(&text).program().unwrap(), path);
        }
        for path in ["/opt/a=b/latchkey", "/opt/a\nExec=evil/latchkey"] {
            assert!(for_program(Path::new(path)).is_err(), "{path}");
        }
    }

    #[test]
    fn others_are_read_as_they_come() {
        for (exec, program) in [
            ("latchkey", Some("latchkey")),
            ("latchkey %u", Some("latchkey")),
            (r"/opt/a\sb", Some("/opt/a")),
            ("\"/opt/a b\" %u", Some("/opt/a b")),
            ("\"never closed", None),
            ("trailing\\", None),
            ("", None),
            ("\"\"", None),
        ] {
            let text =
                format!("# x\n[Desktop Entry]\nExec = {exec}\n[Desktop Action a]\nExec=other\n");
            assert_eq!(
                DesktopEntry::read(&text).program().as_deref(),
                program,
                "{exec}"
            );
        }
        assert!(DesktopEntry::read("Exec=x").program().is_none());
        assert!(DesktopEntry::read(TEMPLATE).opens("x-scheme-handler/app.latchkey"));
        assert!(!DesktopEntry::read(TEMPLATE).opens("x-scheme-handler/app"));
    }

    #[test]
    fn x_03_the_desktop_file_is_valid_and_names_everything() {
        let directory = tempfile::tempdir().unwrap();
        for (name, program) in [
            ("plain", "/usr/bin/latchkey"),
            ("quoted", "/opt/my $apps/latchkey"),
        ] {
            let path = directory.path().join(format!("{name}.desktop"));
            std::fs::write(&path, for_program(Path::new(program)).unwrap()).unwrap();
            let checked = std::process::Command::new("desktop-file-validate")
                .arg(&path)
                .output()
                .expect("desktop-file-validate is needed (Debian: desktop-file-utils)");
            assert!(
                checked.status.success() && checked.stdout.is_empty(),
                "{checked:?}"
            );
        }
        let entry = DesktopEntry::read(TEMPLATE);
        for (key, value) in [
            (
                "MimeType",
                concat!("x-scheme-handler/", "app.latchkey", ";"),
            ),
            ("Icon", crate::identity::APP_ID),
            ("StartupWMClass", crate::identity::APP_ID),
            ("StartupNotify", "true"),
            ("Terminal", "false"),
        ] {
            assert_eq!(entry.value(key), Some(value));
        }
        assert_eq!(crate::identity::SCHEME, "app.latchkey");
    }
}
