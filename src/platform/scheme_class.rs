//! What Windows is told about the scheme: the keys and values of a class, as text (Microsoft, "Registering an
//! Application to a URI Scheme",
//! <https://learn.microsoft.com/windows/apps/develop/launch/registering-an-app-to-handle-uris-win32>).
//! Owns their form, which is tested on every system; `windows` writes them, and so does the installer
//! (`packaging/windows/latchkey.nsi`).

use crate::identity;

/// Below the class: what is started.
pub(super) const COMMAND: &str = r"shell\open\command";

/// The class, below this user's key.
pub(super) fn class_path() -> String {
    format!(r"Software\Classes\{}", identity::SCHEME)
}

/// Subkey of the class, name of the value (empty for the key's own), and the value.
pub(super) fn class_values(program: &str) -> [(&'static str, &'static str, String); 4] {
    [
        ("", "", format!("URL:{}", identity::PRODUCT)),
        ("", "URL Protocol", String::new()),
        ("DefaultIcon", "", format!("\"{program}\",0")),
        (COMMAND, "", command(program)),
    ]
}

/// The command that opens a link. Both parts are quoted, since an unquoted path with blanks starts another program. The
/// link follows the end of options, so that one that begins with `-`, or breaks out of its quotes, is no option (S-20).
pub(super) fn command(program: &str) -> String {
    format!("\"{program}\" -- \"%1\"")
}

/// The program a command starts.
pub(super) fn program_of(command: &str) -> &str {
    match command.strip_prefix('"') {
        Some(rest) => rest.split('"').next().unwrap_or(rest),
        None => command.split(' ').next().unwrap_or(command),
    }
}

/// The file name of the same program without a console: a click on a link must not open a terminal beside the window.
/// The installer puts it beside the program for the command line.
pub(super) fn windowed_name() -> String {
    format!("{}w.exe", identity::BINARY)
}

#[cfg(test)]
mod tests {
    #![expect(
        clippy::unwrap_used,
        clippy::disallowed_methods,
        reason = "a test may stop at once, and this one reads the installer"
    )]

    use std::{fs, path::Path};

    use super::*;

    const PROGRAM: &str = r"C:\Users\Ada Lovelace\AppData\Local\Programs\Latchkey\latchkeyw.exe";

    #[test]
    fn s_20_a_link_is_one_quoted_argument_behind_the_end_of_options() {
        let command = command(PROGRAM);

        assert_eq!(
            command,
            r#""C:\Users\Ada Lovelace\AppData\Local\Programs\Latchkey\latchkeyw.exe" -- "%1""#
        );
        assert_eq!(program_of(&command), PROGRAM);
        assert_eq!(program_of("notepad.exe %1"), "notepad.exe");
        assert_eq!(program_of("\"open"), "open");
    }

    #[test]
    fn the_installer_writes_what_the_program_writes() {
        let installer =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("packaging/windows/latchkey.nsi");
        let installer = fs::read_to_string(installer).unwrap();
        let constant = |name: &str, value: &str| {
            let line = format!("!define {name} \"{value}\"");
            assert!(installer.contains(&line), "{line}");
        };
        constant("SCHEME", identity::SCHEME);
        constant("PRODUCT", identity::PRODUCT);
        constant("APP_ID", identity::APP_ID);
        constant("WINDOWED", &windowed_name());
        constant("CLASS", r"Software\Classes\${SCHEME}");
        assert_eq!(
            class_path(),
            format!(r"Software\Classes\{}", identity::SCHEME)
        );

        for (key, name, value) in class_values(r"$INSTDIR\${WINDOWED}") {
            let key = match key {
                "" => "${CLASS}".to_owned(),
                key => format!(r"${{CLASS}}\{key}"),
            };
            let value = value.replace(identity::PRODUCT, "${PRODUCT}");
            let line = format!("WriteRegStr HKCU \"{key}\" \"{name}\" '{value}'");
            assert!(installer.contains(&line), "{line}");
        }
    }
}
