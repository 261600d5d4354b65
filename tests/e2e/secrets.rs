//! After a whole run, no secret is anywhere but in the keyring: not in files, arguments, environments, output or
//! logs. Searched for with the actual values.

use super::bench::{Directus, Keyring, Mail, ProcessWatch, SessionBus, Version, totp, wait_until};
use super::person::Person;

use jiff::{SignedDuration, Timestamp};
use serde_json::Value;

use std::time::Duration;

const NEW: &str = "Searched-for-in-every-file-5";

/// Every secret of the run is looked for, with two exceptions:
///
/// - The one-time code is a word of the command line here, as `--otp` allows: it is used up by then, and six digits
///   are found by chance.
/// - The mailed link goes in by standard input. Where it is clicked, the desktop hands it over as an argument of the
///   process it starts, for as long as that lives (S-27); the tests of the window look at what stays.
#[test]
#[expect(clippy::too_many_lines, reason = "one scenario after the other")]
fn s_39_s_40_no_secret_is_left_behind() {
    let bus = SessionBus::start();
    let keyring = Keyring::start(&bus);
    let mail = Mail::start();
    // Long enough for a busy machine between two commands; half of it is waited for below.
    let directus = Directus::start(Version::V11, Some(&mail), &[("ACCESS_TOKEN_TTL", "20s")]);
    let mut person = Person::keeping(&directus, &bus);
    person.sandbox.set("RUST_LOG", "trace");
    let (email, old) = directus.person();
    let tfa = directus.enable_tfa(directus.id("person_user"), email, old);
    let mut watch = ProcessWatch::start(&[old, NEW, &tfa]);
    let mut said = String::new();
    let mut run = |arguments: &[&str], input: &str| -> Value {
        let ran = person.run(arguments, input);
        said.push_str(&ran.stderr);
        if arguments[0] != "token" {
            said.push_str(&ran.stdout);
        }
        assert_eq!(ran.code, Some(0), "{ran:?}");
        ran.json()
    };
    let refresh = || {
        let record = keyring.lookup(&person.item()).expect("a kept session");
        let record: Value = serde_json::from_str(&record).unwrap();
        find(&record, "refresh").expect("the record holds the refresh token")
    };

    let code = totp(&tfa);
    let login = [
        "login",
        "harbour",
        "--email",
        email,
        "--password-stdin",
        "--otp",
        &code,
    ];
    let _ = run(&login, &format!("{old}\n"));
    let first_refresh = refresh();
    // Two tokens: the stored one, and one that is fetched because the first is too old for `--min-validity`.
    let first = run(&["token", "harbour", "--min-validity", "1s"], "");
    let expires: Timestamp = first["expires_at"].as_str().unwrap().parse().unwrap();
    // The time is printed without its fraction of a second.
    let is_too_old = expires - SignedDuration::from_secs(9);
    assert!(wait_until(Duration::from_secs(30), || Timestamp::now() > is_too_old));
    let second = run(&["token", "harbour", "--min-validity", "11s"], "");
    let second_refresh = refresh();
    let _ = run(&["status"], "");
    let _ = run(&["forgot", "harbour", email], "");
    let link = mail.wait_for(email).link().to_owned();
    let (_, token) = link.split_once("token=").unwrap();
    let _ = run(
        &["reset", "-", "--password-stdin"],
        &format!("{link}\n{NEW}\n"),
    );

    let tokens = [&first, &second].map(|token| token["access_token"].as_str().unwrap());
    assert!(tokens[0] != tokens[1] && first_refresh != second_refresh);
    let known = [
        old,
        NEW,
        &tfa,
        tokens[0],
        tokens[1],
        &first_refresh,
        &second_refresh,
        token,
    ];
    for secret in known {
        assert_eq!(
            person.sandbox.grep_for(secret),
            Vec::<std::path::PathBuf>::new()
        );
        assert!(!said.contains(secret), "a secret was said:\n{said}");
        watch.add_secret(secret);
    }
    assert_eq!(watch.finish(), Vec::<String>::new());
    assert!(
        said.contains("latchkey"),
        "RUST_LOG=trace said nothing, so this searched nothing"
    );
}

/// What `token` prints is meant to be read by a program; a person who prints it to a terminal is told what it is. No
/// other command prints it, and never to standard error.
#[test]
fn s_44_a_token_is_said_by_its_own_command_alone_and_a_terminal_is_warned() {
    let bus = SessionBus::start();
    let _keyring = Keyring::start(&bus);
    let directus = Directus::start(Version::V12, None, &[]);
    let person = Person::keeping(&directus, &bus);
    let (email, password) = directus.person();
    let _ = person.sign_in(email, password);

    let piped = person.sandbox.run(&["token", "harbour"], "");
    let token = piped.stdout.trim_end();
    assert_eq!(piped.stdout, format!("{token}\n"));
    assert_eq!(token.split('.').count(), 3, "a JWT and nothing else");
    assert_eq!((piped.code, piped.stderr.as_str()), (Some(0), ""));
    let document = person.ok(&["token", "harbour"], "");
    assert_eq!(document["access_token"], token);
    assert!(document["expires_at"].is_string());

    for quiet in [
        &["status", "harbour"][..],
        &["status"],
        &["profiles"],
        &["doctor", "harbour"],
        &["exec", "harbour", "--", "true"],
    ] {
        for as_json in [false, true] {
            let all: Vec<_> = as_json
                .then_some("--json")
                .iter()
                .chain(quiet)
                .copied()
                .collect();
            let ran = person.sandbox.run(&all, "");
            assert!(
                !ran.stdout.contains(token) && !ran.stderr.contains(token),
                "{all:?}"
            );
        }
    }

    // util-linux's `script` gives it a terminal for all three streams.
    let command = format!("{} token harbour", env!("CARGO_BIN_EXE_latchkey"));
    let shown = person
        .sandbox
        .program("script")
        .args(["--quiet", "--return", "--command", &command, "/dev/null"])
        .stdin(std::process::Stdio::null())
        .output()
        .unwrap();
    let shown = String::from_utf8_lossy(&shown.stdout).into_owned();
    assert!(shown.contains(token), "{shown}");
    assert!(
        shown.contains("latchkey exec"),
        "no word of the better way: {shown}"
    );
}

/// The first string under a key whose name begins so, at any depth.
fn find(value: &Value, name: &str) -> Option<String> {
    value
        .as_object()?
        .iter()
        .find_map(|(key, value)| match value {
            Value::String(text) if key.starts_with(name) => Some(text.clone()),
            other => find(other, name),
        })
}
