//! `latchkey doctor` on real parts: each finding, that the lines it recommends remove the fault, and that it leaves
//! nothing behind: no mail, no row in the database, no entry in the keyring.

use super::bench::{
    Directus, Finished, Idp, Keyring, Ldap, Mail, Sandbox, SessionBus, Version, free_port, openid,
};
use super::person::Person;
use super::sso::scene::{Scene, Setup};

use serde_json::{Value, json};

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

/// Tables that `doctor` would change if it did more than ask.
const TABLES: [&str; 3] = ["directus_users", "directus_sessions", "directus_activity"];

/// The entry of `id` in the document; it must be there once.
#[track_caller]
fn check<'a>(ran: &'a Value, id: &str) -> &'a Value {
    let checks = ran["checks"].as_array().unwrap();
    let mut found = checks.iter().filter(|check| check["id"] == id);
    let check = found.next().unwrap_or_else(|| panic!("no {id} in {ran:#}"));
    assert!(found.next().is_none(), "{id} twice in {ran:#}");
    // A check that passes recommends nothing.
    if check["ok"] == true {
        assert_eq!(check["fix"], Value::Null, "{check:#}");
    }
    check
}

#[track_caller]
fn is_ok(ran: &Value, id: &str) {
    let check = check(ran, id);
    assert_eq!(check["ok"], true, "{check:#}");
}

/// The lines that a failed check recommends.
#[track_caller]
fn fix(ran: &Value, id: &str) -> String {
    let check = check(ran, id);
    assert_eq!(check["ok"], false, "{check:#}");
    check["fix"].as_str().unwrap().to_owned()
}

/// Runs `doctor harbour`; the exit status follows from what was found.
#[track_caller]
fn doctor(person: &Person) -> Value {
    finished_document(&person.run(&["doctor", "harbour"], ""))
}

#[track_caller]
fn finished_document(ran: &Finished) -> Value {
    let document = ran.json();
    let checks = document["checks"].as_array().unwrap();
    let is_well = checks.iter().all(|check| check["ok"] != false);
    assert_eq!(ran.code, Some(i32::from(!is_well)), "{ran:?}");
    assert_eq!(document.get("error").is_none(), is_well, "{document:#}");
    document
}

fn count_rows(directus: &Directus) -> Vec<usize> {
    TABLES.iter().map(|table| directus.rows(table)).collect()
}

/// Registers Latchkey as the handler of its scheme in this home.
fn register(sandbox: &Sandbox) {
    let ran = sandbox.run(&["scheme", "register"], "");
    assert_eq!(ran.code, Some(0), "{ran:?}");
}

#[test]
fn with_everything_in_place_all_is_well_and_nobody_is_mailed() {
    let bus = SessionBus::start();
    let keyring = Keyring::start(&bus);
    let mail = Mail::start();
    let scene = Scene::new(
        &bus,
        &Setup {
            mail: Some(&mail),
            directus: &[(
                "PASSWORD_RESET_URL_ALLOW_LIST",
                "{address}/latchkey/reset-password,app.latchkey://auth/reset-password",
            )],
            ..Setup::default()
        },
    );
    register(&scene.person.sandbox);
    let before = count_rows(&scene.directus);
    let found = doctor(&scene.person);

    for id in [
        "reachable",
        "clock",
        "directus",
        "reset_link",
        "sign_in",
        "sso_route.corp",
        "companion",
        "keyring",
        "scheme_handler",
    ] {
        is_ok(&found, id);
    }
    // No encryption (S-30): added with --allow-http under a name that is not this machine's.
    let _ = fix(&found, "tls");
    assert_eq!(check(&found, "tls")["level"], "warning");
    assert_eq!(check(&found, "reachable")["profile"], scene.person.profile);
    assert_eq!(check(&found, "keyring")["profile"], Value::Null);
    let says = |id: &str, words: &str| {
        let detail = check(&found, id)["detail"].as_str().unwrap();
        assert!(detail.contains(words), "{detail}");
    };
    says("directus", "Directus 11");
    says("sign_in", "Corp");
    says("reset_link", "works in every mail program");
    says("keyring", "GNOME Keyring");

    // Nothing of it is left: neither there nor here.
    assert_eq!(count_rows(&scene.directus), before);
    let trial = [
        ("service", "app.latchkey.Latchkey"),
        ("username", "trial-entry"),
    ];
    assert_eq!(keyring.lookup(&trial), None);
    // A mail that a person asks for now arrives; one of `doctor` would have come before it.
    let (email, _) = scene.directus.person();
    let sent = scene.person.ok(&["forgot", "harbour", email], "");
    assert_eq!(sent["link"], "bridge");
    let _ = mail.wait_for(email);
    assert_eq!(mail.count(), 1);
}

/// No account can have the address that `doctor` asks with, so its request cannot cause a mail.
fn the_address_that_stands_in_is_nobodys(version: Version) {
    let directus = Directus::start(version, None, &[]);
    let user = json!({ "email": "nobody@latchkey.invalid", "password": "Sea-and-shore-9" });

    let refused = directus.api("POST", "/users", Some(&user));
    assert_eq!(refused.status, 400, "{refused:?}");
    assert_eq!(
        directus.count("directus_users", "email", "nobody@latchkey.invalid"),
        0
    );
    // And the request itself is answered as for any address.
    let asked = directus.request_reset("nobody@latchkey.invalid", None);
    assert_eq!(asked.status, 204, "{asked:?}");
}

#[test]
fn the_address_that_stands_in_is_nobodys_on_11() {
    the_address_that_stands_in_is_nobodys(Version::V11);
}

#[test]
fn the_address_that_stands_in_is_nobodys_on_12() {
    the_address_that_stands_in_is_nobodys(Version::V12);
}

#[test]
fn r_31_r_35_the_lines_it_names_mend_what_they_say() {
    let bus = SessionBus::start();
    let _keyring = Keyring::start(&bus);
    let mut setup = Setup {
        host: "127.0.0.1",
        companion: false,
        directus: &[("PASSWORD_RESET_URL_ALLOW_LIST", "")],
        ..Setup::default()
    };
    let (reset, route);
    {
        let scene = Scene::new(&bus, &setup);
        let found = doctor(&scene.person);
        for id in ["reachable", "tls", "directus", "sign_in", "keyring"] {
            is_ok(&found, id);
        }
        reset = fix(&found, "reset_link");
        route = fix(&found, "sso_route.corp");
        assert_eq!(
            reset,
            "PASSWORD_RESET_URL_ALLOW_LIST=app.latchkey://auth/reset-password"
        );
        assert!(
            route.starts_with("AUTH_CORP_REDIRECT_ALLOW_LIST=http://127.0.0.1:"),
            "{route}"
        );
        assert!(fix(&found, "companion").starts_with("npm install "));
        assert_eq!(check(&found, "companion")["level"], "failed");
        assert_eq!(fix(&found, "scheme_handler"), "latchkey scheme register");
    }

    let settings = [&reset, &route].map(|line| line.split_once('=').unwrap());
    setup.directus = &settings;
    let scene = Scene::new(&bus, &setup);
    register(&scene.person.sandbox);
    let found = doctor(&scene.person);
    for id in ["reset_link", "sso_route.corp", "scheme_handler"] {
        is_ok(&found, id);
    }
    // With these settings nothing needs the companion any more.
    assert_eq!(check(&found, "companion")["level"], "warning");
}

#[test]
fn a_remote_instance_without_the_companion_needs_it() {
    let bus = SessionBus::start();
    let _keyring = Keyring::start(&bus);
    let scene = Scene::new(
        &bus,
        &Setup {
            companion: false,
            ..Setup::default()
        },
    );
    let found = doctor(&scene.person);

    let lines = fix(&found, "sso_route.corp");
    assert!(lines.starts_with("npm install "), "{lines}");
    assert_eq!(check(&found, "companion")["level"], "failed");
}

#[test]
fn an_unlicensed_12_and_its_lack_of_providers_is_no_fault() {
    let bus = SessionBus::start();
    let _keyring = Keyring::start(&bus);
    let idp = Idp::start(&[], &[]);
    let settings = openid("corp", &idp);
    let settings: Vec<_> = settings
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    let mail = Mail::start();
    let directus = Directus::start_on(free_port(), Version::V12, Some(&mail), &settings, false);
    let person = Person::keeping(&directus, &bus);
    let before = count_rows(&directus);
    let found = doctor(&person);

    is_ok(&found, "directus");
    is_ok(&found, "sign_in");
    let detail = |id: &str| check(&found, id)["detail"].as_str().unwrap().to_owned();
    assert_eq!(
        detail("directus"),
        "Directus 12 answers, without a licence."
    );
    assert!(detail("sign_in").contains("licence"), "{found:#}");
    let text = found.to_string();
    assert!(!text.contains("sso_route"), "{text}");
    assert_eq!((count_rows(&directus), mail.count()), (before, 0));
}

#[test]
fn a_directory_is_told_as_one_with_passwords() {
    let bus = SessionBus::start();
    let _keyring = Keyring::start(&bus);
    let ldap = Ldap::start();
    let settings = ldap.settings("directory");
    let settings: Vec<_> = settings
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    let directus = Directus::start_on(free_port(), Version::V11, None, &settings, false);
    let person = Person::keeping(&directus, &bus);
    let found = doctor(&person);

    is_ok(&found, "sso_route.directory");
    let detail = check(&found, "sso_route.directory")["detail"].to_string();
    assert!(detail.contains("LDAP"), "{detail}");
}

#[test]
fn r_13_r_14_the_keyring_in_each_state() {
    let bus = SessionBus::start();
    let keyring = Keyring::start(&bus);
    let sandbox = Sandbox::new().join(&bus);
    // No instance is stored yet, so only this machine is checked.
    let machine = || finished_document(&sandbox.run(&["--json", "doctor"], ""));

    is_ok(&machine(), "keyring");

    keyring.lock();
    let locked = machine();
    assert!(fix(&locked, "keyring").contains("Unlock"), "{locked:#}");
    assert_eq!(check(&locked, "keyring")["level"], "warning");
    keyring.unlock();
    is_ok(&machine(), "keyring");

    keyring.freeze();
    let begun = Instant::now();
    let hangs = machine();
    keyring.thaw();
    let _ = fix(&hangs, "keyring");
    assert!(begun.elapsed() < Duration::from_secs(6));
    let trial = [
        ("service", "app.latchkey.Latchkey"),
        ("username", "trial-entry"),
    ];
    assert_eq!(keyring.lookup(&trial), None);

    drop(keyring);
    let absent = machine();
    assert!(
        fix(&absent, "keyring").contains("gnome-keyring"),
        "{absent:#}"
    );
    assert_eq!(check(&absent, "keyring")["level"], "failed");
}

#[test]
fn the_links_of_mails_in_each_state() {
    let sandbox = Sandbox::new();
    let scheme = || {
        let document = finished_document(&sandbox.run(&["--json", "doctor"], ""));
        check(&document, "scheme_handler").clone()
    };
    let entry = sandbox
        .directory("XDG_DATA_HOME")
        .join("applications/app.latchkey.Latchkey.desktop");

    assert!(scheme()["detail"].to_string().contains("does nothing"));
    register(&sandbox);
    assert_eq!(scheme()["ok"], true);

    // The program was moved away, or another copy was registered.
    let text = fs::read_to_string(&entry).unwrap();
    for (program, words) in [
        ("/opt/old/latchkey", "no longer there"),
        ("/bin/true", "another"),
    ] {
        let program = text.replace(env!("CARGO_BIN_EXE_latchkey"), program);
        fs::write(&entry, program).unwrap();
        let found = scheme();
        assert!(found["detail"].to_string().contains(words), "{found:#}");
        assert_eq!(found["fix"], "latchkey scheme register");
    }
    register(&sandbox);
    assert_eq!(scheme()["ok"], true);
    assert!(Path::new(&entry).exists());
}

#[test]
fn r_01_a_server_that_is_down_is_told_beside_one_that_is_not() {
    let bus = SessionBus::start();
    let _keyring = Keyring::start(&bus);
    let mut down = Directus::start(Version::V12, None, &[]);
    let person = Person::keeping(&down, &bus);
    let up = Directus::start(Version::V12, None, &[]);
    let added = person.ok(&["add", up.url(), "--name", "quay"], "");
    down.stop();

    let all = finished_document(&person.run(&["doctor"], ""));
    let of = |profile: &str, id: &str| {
        let checks = all["checks"].as_array().unwrap();
        let mut found = checks
            .iter()
            .filter(|check| check["profile"] == profile && check["id"] == id);
        found.next().unwrap_or_else(|| panic!("{id}: {all:#}"))["ok"].clone()
    };
    assert_eq!(of(&person.profile, "reachable"), false);
    for id in ["tls", "directus", "reset_link", "companion"] {
        assert_eq!(of(&person.profile, id), Value::Null, "{id}");
    }
    let quay = added["id"].as_str().unwrap();
    assert_eq!(of(quay, "reachable"), true);
    assert_eq!(of(quay, "directus"), true);

    // The text for people: marks, words, and the recommended lines below them.
    let ran = person.sandbox.run(&["doctor", "harbour"], "");
    assert!(
        ran.stdout
            .contains("\n  failed   Connection: Nothing answers at"),
        "{ran:?}"
    );
    assert!(
        ran.stdout.contains("\nThis machine\n  ok       Keyring: "),
        "{ran:?}"
    );
    assert!(!ran.stdout.contains('\u{1b}'), "{ran:?}");
    let _ = person.fails_with(&["doctor", "elsewhere"], "", 2, "NO_PROFILE");
}
