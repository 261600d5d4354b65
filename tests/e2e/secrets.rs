//! After a whole run, no secret is anywhere but in the keyring: not in files, arguments, environments, output or
//! logs. Searched for with the actual values.

use super::bench::{Directus, Keyring, Mail, ProcessWatch, SessionBus, Version, totp};
use super::person::Person;

use serde_json::Value;

const NEW: &str = "Searched-for-in-every-file-5";

#[test]
fn s_39_s_40_no_secret_is_left_behind() {
    let bus = SessionBus::start();
    let keyring = Keyring::start(&bus);
    let mail = Mail::start();
    let directus = Directus::start(Version::V11, Some(&mail), &[("ACCESS_TOKEN_TTL", "3s")]);
    let mut person = Person::keeping(&directus, &bus);
    person.sandbox.set("RUST_LOG", "trace");
    let (email, old) = directus.person();
    let tfa = directus.enable_tfa(directus.id("person_user"), email, old);
    let watch = ProcessWatch::start(&[old, NEW]);
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
    let first = run(&["token", "harbour", "--min-validity", "1s"], "");
    std::thread::sleep(std::time::Duration::from_secs(3));
    let second = run(&["token", "harbour", "--min-validity", "1s"], "");
    let record: Value = serde_json::from_str(&keyring.lookup(&person.item()).unwrap()).unwrap();
    let refresh = find(&record, "refresh").expect("the record holds the refresh token");
    let _ = run(&["status"], "");
    let _ = run(&["forgot", "harbour", email], "");
    let link = mail.wait_for(email).link().to_owned();
    let (_, token) = link.split_once("token=").unwrap();
    let _ = run(
        &["reset", "-", "--password-stdin"],
        &format!("{link}\n{NEW}\n"),
    );

    let tokens = [&first, &second].map(|token| token["access_token"].as_str().unwrap().to_owned());
    let [first, second] = &tokens;
    for secret in [old, NEW, first, second, &refresh, token] {
        assert_eq!(
            person.sandbox.grep_for(secret),
            Vec::<std::path::PathBuf>::new()
        );
        assert!(!said.contains(secret), "a secret was said:\n{said}");
    }
    assert_eq!(watch.finish(), Vec::<String>::new());
    assert!(
        said.contains("latchkey"),
        "RUST_LOG=trace said nothing, so this searched nothing"
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
