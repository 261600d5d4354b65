//! Lines that are understood, lines that are not, and lines that must never be options (S-20).

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may stop at once")]

use clap::{CommandFactory, Parser, error::ErrorKind};

use super::*;

fn parse(line: &[&str]) -> Result<Arguments, clap::Error> {
    Arguments::try_parse_from(std::iter::once("latchkey").chain(line.iter().copied()))
}

#[test]
fn definition_is_sound() {
    Arguments::command().debug_assert();
}

#[test]
fn every_line_of_the_contract_is_understood() {
    let lines = [
        "",
        "app.latchkey://auth/add?url=x",
        "add example.com",
        "add example.com --name Blog --allow-http --ca-file ca.pem",
        "profiles",
        "--json profiles",
        "profiles --json",
        "remove Blog",
        "set Blog --name Journal",
        "set Blog --sso-port 47801 --sso-port 47802 --name Journal",
        "set Blog --default-sso-ports --json",
        "set Blog --proxy http://proxy.example.com:3128",
        "set Blog --ca-file ca.pem --position 1",
        "set Blog --no-ca-file",
        "add example.com --proxy none",
        "login Blog",
        "login Blog --email a@b --password-stdin --otp 123456",
        "login Blog --provider corp",
        "login Blog --provider corp --otp 123456",
        "login Blog --provider corp --no-browser --timeout 15m",
        "login Blog --provider dir --identifier ada --password-stdin",
        "forgot Blog a@b",
        "reset -",
        "reset https://x/admin/reset-password?token=t --profile Blog --password-stdin",
        "accept-invite - --password-stdin",
        "verify-email - --profile Blog",
        "token Blog",
        "token Blog --min-validity 5m --json",
        "exec Blog -- env --json -x",
        "status",
        "status Blog",
        "logout Blog",
        "scheme",
        "scheme register",
        "scheme unregister",
        "scheme status",
    ];

    for line in lines {
        let words: Vec<_> = line.split_whitespace().collect();
        if let Err(error) = parse(&words) {
            panic!("{line:?}: {error}");
        }
    }
}

#[test]
fn wrong_lines_are_usage_errors() {
    let lines: &[&[&str]] = &[
        &["add"],
        &["set"],
        &["set", "Blog"],
        &["set", "Blog", "--sso-port", "65536"],
        &["set", "Blog", "--sso-port", "-1"],
        &["set", "Blog", "--sso-port", "2001", "--default-sso-ports"],
        &["login"],
        &["login", "Blog", "--password", "hunter2"],
        &["login", "Blog", "--no-browser"],
        &["login", "Blog", "--timeout", "1m"],
        &["login", "Blog", "--identifier", "ada"],
        &["login", "Blog", "--provider", "corp", "--email", "a@b"],
        &["login", "Blog", "--provider", "corp", "--timeout", "soon"],
        &[
            "login",
            "Blog",
            "--provider",
            "dir",
            "--identifier",
            "ada",
            "--no-browser",
        ],
        &["reset"],
        &["token"],
        &["token", "Blog", "--min-validity", "soon"],
        &["exec", "Blog"],
        &["exec", "Blog", "env"],
        &["scheme", "steal"],
        &["--nonsense"],
        &["login", "Blog", "--window", "--email", "a@b"],
        &["login", "Blog", "--token-stdin", "--window"],
        &["login", "Blog", "--token-stdin", "--provider", "corp"],
        &["login", "Blog", "--window", "--provider", "corp"],
        &["add", "cms.example.com", "--from", ".env"],
        &["add", "cms.example.com", "--yes"],
        &["add", "--from", ".env", "--allow-http"],
    ];

    for line in lines {
        assert_eq!(parse(line).unwrap_err().exit_code(), 2, "{line:?}");
    }
}

#[test]
fn the_command_of_exec_is_passed_on_untouched() {
    let Some(Command::Exec(exec)) = parse(&["exec", "Blog", "--", "run", "--json", "--", "-x"])
        .unwrap()
        .command
    else {
        panic!("not exec")
    };

    assert_eq!(exec.command, ["run", "--json", "--", "-x"]);
}

#[test]
fn s_20_nothing_after_the_dashes_is_an_option_or_a_command() {
    for text in [
        "--config=/tmp/x",
        "--json",
        "-h",
        "--help",
        "--version",
        "profiles",
        "logout",
        "--",
        "a b",
        "\"quoted\"",
        "app.latchkey://auth/add?url=%00",
        "",
    ] {
        let arguments = parse(&["--", text]).unwrap();

        assert_eq!(arguments.link.as_ref().map(Secret::expose), Some(text));
        assert!(arguments.command.is_none(), "{text:?} became a command");
        assert!(!arguments.json, "{text:?} became an option");
    }
}

#[test]
fn s_20_a_second_word_after_the_dashes_is_refused() {
    for line in [
        ["--", "a", "b"],
        ["--", "a", "--json"],
        ["--", "app.latchkey://x", "logout"],
    ] {
        assert_eq!(parse(&line).unwrap_err().exit_code(), 2, "{line:?}");
    }
}

#[test]
fn s_40_debug_shows_neither_link_nor_code() {
    let arguments = parse(&["login", "Blog", "--otp", "123456"]).unwrap();
    let link = parse(&["--", "app.latchkey://auth/reset-password?token=abc"]).unwrap();

    let shown = format!("{arguments:?} {link:?}");
    assert!(
        !shown.contains("123456") && !shown.contains("abc"),
        "{shown}"
    );
}

#[test]
fn help_and_version_are_not_errors() {
    assert_eq!(
        parse(&["--help"]).unwrap_err().kind(),
        ErrorKind::DisplayHelp
    );
    assert_eq!(
        parse(&["--version"]).unwrap_err().kind(),
        ErrorKind::DisplayVersion
    );
}

#[test]
fn durations() {
    for (text, seconds) in [
        ("0", 0),
        ("90", 90),
        ("30s", 30),
        ("5m", 300),
        ("1h", 3600),
        ("24h", 86_400),
    ] {
        assert_eq!(
            parse_duration(text),
            Ok(Duration::from_secs(seconds)),
            "{text}"
        );
    }
    for text in [
        "",
        "s",
        "m",
        "-1",
        "+5",
        "1.5m",
        "5 m",
        "5min",
        "25h",
        "99999999999999999999",
        "٣s",
        "5€",
    ] {
        assert!(parse_duration(text).is_err(), "{text}");
    }
}
