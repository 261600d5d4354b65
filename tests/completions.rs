//! Keeps `packaging/completions` in step with the command line it is made from. After a change of the command line:
//! `LATCHKEY_WRITE_COMPLETIONS=1 cargo test --test completions`.

#![expect(
    clippy::unwrap_used,
    clippy::disallowed_types,
    clippy::disallowed_methods,
    reason = "a test may stop at once; this one compares files and asks a shell"
)]

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use clap_complete::{Shell, generate};
use latchkey::identity::BINARY;

/// The names under which each shell looks for them.
const SCRIPTS: [(Shell, &str); 4] = [
    (Shell::Bash, "latchkey.bash"),
    (Shell::Fish, "latchkey.fish"),
    (Shell::PowerShell, "latchkey.ps1"),
    (Shell::Zsh, "_latchkey"),
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("packaging/completions")
}

fn script(shell: Shell) -> String {
    let mut script = Vec::new();
    generate(shell, &mut latchkey::cli::definition(), BINARY, &mut script);

    String::from_utf8(script).unwrap()
}

#[test]
fn the_completions_are_those_of_this_command_line() {
    let is_written = std::env::var_os("LATCHKEY_WRITE_COMPLETIONS").is_some();

    for (shell, name) in SCRIPTS {
        let script = script(shell);
        let path = folder().join(name);
        if is_written {
            fs::create_dir_all(folder()).unwrap();
            fs::write(&path, &script).unwrap();
        }

        assert!(
            fs::read_to_string(&path).unwrap_or_default() == script,
            "{} is out of step: LATCHKEY_WRITE_COMPLETIONS=1 cargo test --test completions",
            path.display()
        );
    }
}

#[test]
fn bash_completes_commands_and_options() {
    for (words, expected) in [
        ("latchkey lo", "login logout"),
        ("latchkey login harbour --win", "--window"),
    ] {
        let asks = "eval \"$1\"; read -ra COMP_WORDS <<<\"$2\"; COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); \
             _latchkey latchkey \"${COMP_WORDS[COMP_CWORD]}\" \"${COMP_WORDS[COMP_CWORD-1]}\"; echo \"${COMPREPLY[*]}\"";
        let output = Command::new("bash")
            .args(["-c", asks, "bash"])
            .arg(script(Shell::Bash))
            .arg(words)
            .output()
            .unwrap();

        assert!(output.status.success(), "{output:?}");
        assert_eq!(
            String::from_utf8(output.stdout).unwrap().trim(),
            expected,
            "{words}"
        );
    }
}
