//! Signing in with an LDAP directory: no browser, a user name instead of an e-mail, everything else as with an e-mail.

use super::bench::{Directus, IRIS, Keyring, Ldap, SessionBus, Version, free_port};
use super::person::Person;

use std::time::Duration;

const LOGIN: [&str; 7] = [
    "login",
    "harbour",
    "--provider",
    "directory",
    "--identifier",
    IRIS.0,
    "--password-stdin",
];

#[test]
fn a_name_and_a_password_of_the_directory() {
    let bus = SessionBus::start();
    let keyring = Keyring::start(&bus);
    let mut ldap = Ldap::start();
    let mut settings = ldap.settings("directory");
    settings.push(("ACCESS_TOKEN_TTL".to_owned(), "2s".to_owned()));
    let settings: Vec<_> = settings
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    let directus = Directus::start_on(free_port(), Version::V11, None, &settings, false);
    let person = Person::keeping(&directus, &bus);
    let input = format!("{}\n", IRIS.1);

    let _ = person.fails_with(&LOGIN, "not the password\n", 1, "INVALID_CREDENTIALS");
    // Without a terminal nobody can be asked for the name, and no browser is opened instead.
    let nameless = person.run(&["login", "harbour", "--provider", "directory"], "");
    assert_eq!(nameless.code, Some(2), "{nameless:?}");
    assert!(nameless.stderr.contains("--identifier"), "{nameless:?}");

    let session = person.ok(&LOGIN, &input);
    assert_eq!(session["account"]["email"], "iris@example.com");
    assert_eq!(session["provider"], "directory");
    assert!(keyring.lookup(&person.item()).is_some());
    std::thread::sleep(Duration::from_secs(2));
    let token = ["token", "harbour", "--min-validity", "1s"];
    let _ = person.ok(&token, "");

    // A provider that is down: the directory is asked at every renewal; its outage costs no session.
    ldap.stop();
    std::thread::sleep(Duration::from_secs(2));
    let _ = person.fails_with(&token, "", 4, "SERVICE_UNAVAILABLE");
    let _ = person.fails_with(&LOGIN, &input, 4, "SERVICE_UNAVAILABLE");
    assert!(keyring.lookup(&person.item()).is_some());
}
