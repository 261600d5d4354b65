//! A session and the real keyring in each state it can be in. A locked keyring is never shown as signed out, nothing is
//! deleted on a guess, and no file takes the place of a missing keyring.

use super::bench::{Directus, Display, Keyring, Sandbox, Server, SessionBus, Version, wait_until};
use super::person::Person;

use serde_json::{Value, json};

use std::time::{Duration, Instant};

#[test]
fn r_13_locked_is_not_signed_out() {
    let bus = SessionBus::start();
    let keyring = Keyring::start(&bus);
    let directus = Directus::start(Version::V12, None, &[]);
    let person = Person::keeping(&directus, &bus);
    let (email, password) = directus.person();
    let _ = person.sign_in(email, password);

    keyring.lock();
    let status = person.run(&["status", "harbour"], "");
    assert_eq!(status.code, Some(5), "{status:?}");
    assert_eq!(status.json()["signed_in"], Value::Null);
    assert_eq!(person.ok(&["profiles"], "")[0]["signed_in"], Value::Null);
    let token = person.run(&["token", "harbour"], "");
    assert_eq!(token.code, Some(5), "{token:?}");
    // Signing out fails too, instead of claiming success.
    let logout = person.run(&["logout", "harbour"], "");
    assert_eq!(logout.code, Some(5), "{logout:?}");

    keyring.unlock();
    assert_eq!(person.signed_in(), json!(true));
    let _ = person.ok(&["token", "harbour"], "");
}

#[test]
fn r_14_without_a_keyring_nothing_is_kept_and_it_is_said() {
    let directus = Directus::start(Version::V12, None, &[]);
    let bus = SessionBus::start();

    for sandbox in [Sandbox::new(), Sandbox::new().join(&bus)] {
        let person = Person::at_home(sandbox, &directus);
        let (email, password) = directus.person();
        let begun = Instant::now();
        let login = person.run(
            &["login", "harbour", "--email", email, "--password-stdin"],
            &format!("{password}\n"),
        );
        assert_eq!(login.code, Some(5), "{login:?}");
        assert!(
            begun.elapsed() < Duration::from_secs(8),
            "took {:?}",
            begun.elapsed()
        );
        assert!(login.stderr.contains("keyring"), "{login:?}");
        assert_eq!(
            directus.count("directus_sessions", "user", directus.id("person_user")),
            0
        );

        let status = person.run(&["status", "harbour"], "");
        assert_eq!(
            (status.code, &status.json()["signed_in"]),
            (Some(5), &Value::Null),
            "{status:?}"
        );
    }
}

#[test]
fn r_16_an_item_that_vanished_costs_that_profile_only() {
    let bus = SessionBus::start();
    let keyring = Keyring::start(&bus);
    let directus = Directus::start(Version::V12, None, &[]);
    let person = Person::keeping(&directus, &bus);
    let (email, password) = directus.person();
    let _ = person.sign_in(email, password);
    // The same server by another name is another instance, with an entry of its own.
    let address = directus.url().replace("127.0.0.1", "localhost");
    let _ = person.ok(&["add", &address, "--name", "quay"], "");
    let (email, password) = directus.admin();
    let login = ["login", "quay", "--email", email, "--password-stdin"];
    let _ = person.ok(&login, &format!("{password}\n"));

    // Deleted with another program. The next command finds nobody signed in there, and the other where it was.
    keyring.clear(&person.item());
    let _ = person.fails_with(&["token", "harbour"], "", 3, "NOT_SIGNED_IN");
    assert_eq!(person.signed_in(), json!(false));
    let rows = person.ok(&["profiles"], "");
    let signed_in = |name: &str| {
        let row = rows
            .as_array()
            .unwrap()
            .iter()
            .find(|row| row["name"] == name);
        row.unwrap()["signed_in"].clone()
    };
    assert_eq!(
        (signed_in("harbour"), signed_in("quay")),
        (json!(false), json!(true))
    );
    let _ = person.ok(&["token", "quay"], "");

    // Signing out without an entry does no harm, and signing in again works.
    let _ = person.run(&["logout", "harbour"], "");
    let _ = person.ok(&["token", "quay"], "");
    let (email, password) = directus.person();
    let _ = person.sign_in(email, password);
    let _ = person.ok(&["token", "harbour"], "");
}

#[test]
fn r_16_a_keyring_that_died_is_not_signed_out_and_its_successor_is_found() {
    let bus = SessionBus::start();
    let mut keyring = Keyring::start(&bus);
    let directus = Directus::start(Version::V12, None, &[]);
    let person = Person::keeping(&directus, &bus);
    let (email, password) = directus.person();
    let _ = person.sign_in(email, password);

    keyring.kill();
    let status = person.run(&["status", "harbour"], "");
    assert_eq!(
        (status.code, &status.json()["signed_in"]),
        (Some(5), &Value::Null),
        "{status:?}"
    );

    // The next one finds the item on its disk.
    drop(keyring);
    let _keyring = Keyring::start(&bus);
    assert_eq!(person.signed_in(), json!(true));
    let _ = person.ok(&["token", "harbour"], "");
}

#[test]
fn r_15_a_keyring_that_hangs_is_given_up_on() {
    let bus = SessionBus::start();
    let keyring = Keyring::start(&bus);
    let directus = Directus::start(Version::V12, None, &[]);
    let person = Person::keeping(&directus, &bus);
    let (email, password) = directus.person();
    let _ = person.sign_in(email, password);

    keyring.freeze();
    let begun = Instant::now();
    let status = person.run(&["status", "harbour"], "");
    keyring.thaw();

    assert_eq!(
        (status.code, &status.json()["signed_in"]),
        (Some(5), &Value::Null),
        "{status:?}"
    );
    assert!(
        begun.elapsed() < Duration::from_secs(5),
        "took {:?}",
        begun.elapsed()
    );
    assert_eq!(person.signed_in(), json!(true));
}

#[test]
fn r_15_an_open_prompt_freezes_neither_the_window_nor_the_command_line() {
    const PROMPT: &str = "Unlock Login Keyring";
    let display = Display::start();
    let bus = SessionBus::start_with_prompts_on(&display);
    let keyring = Keyring::start(&bus);
    let directus = Directus::start(Version::V12, None, &[]);
    let mut person = Person::keeping(&directus, &bus);
    person.sandbox = person.sandbox.join(&display);
    let (email, password) = directus.person();
    let _ = person.sign_in(email, password);
    let is_shown = |part: &str| {
        let windows = display.windows();
        windows.iter().any(|(_, title)| title.contains(part))
    };
    let soon = Duration::from_secs(30);

    // The window opens, and the keyring asks for its password in a window of its own.
    keyring.lock();
    let log = person.sandbox.home().join("window.log");
    let mut window = Server::start("Latchkey", person.sandbox.command(), &log);
    assert!(
        wait_until(soon, || is_shown(PROMPT)),
        "{:?}",
        display.windows()
    );
    assert!(
        wait_until(soon, || is_shown("harbour")),
        "{:?}",
        display.windows()
    );

    // Nobody answers the prompt. The command line gives up in time, and the window still opens a clicked link.
    let begun = Instant::now();
    let status = person.run(&["status", "harbour"], "");
    assert_eq!(
        (status.code, &status.json()["signed_in"]),
        (Some(5), &Value::Null),
        "{status:?}"
    );
    assert!(
        begun.elapsed() < Duration::from_secs(6),
        "{:?}",
        begun.elapsed()
    );
    let mut click = person.sandbox.command();
    let _ = click.arg("app.latchkey://auth/add?url=https%3A%2F%2Fcms.example.com");
    let second = click.output().unwrap();
    assert!(second.status.success(), "{second:?}");
    assert!(
        wait_until(Duration::from_secs(5), || is_shown("Add an instance")),
        "{:?}",
        display.windows()
    );
    assert!(is_shown(PROMPT), "{:?}", display.windows());

    // Once declined, the prompt does not open again by itself, and nothing is lost.
    display.focus(PROMPT);
    display.key("Escape");
    assert!(
        wait_until(soon, || !is_shown(PROMPT)),
        "{:?}",
        display.windows()
    );
    std::thread::sleep(Duration::from_secs(2));
    assert!(
        window.is_running() && !is_shown(PROMPT),
        "{:?}",
        display.windows()
    );
    keyring.unlock();
    assert_eq!(person.signed_in(), json!(true));
}

#[test]
fn s_43_a_damaged_item_is_told_and_left_alone() {
    let bus = SessionBus::start();
    let keyring = Keyring::start(&bus);
    let directus = Directus::start(Version::V12, None, &[]);
    let person = Person::keeping(&directus, &bus);
    let (email, password) = directus.person();
    let _ = person.sign_in(email, password);
    let item = person.item();
    keyring.store("damaged", &item, "not a record");

    let _ = person.fails_with(&["token", "harbour"], "", 3, "RECORD_DAMAGED");
    assert_eq!(keyring.lookup(&item).as_deref(), Some("not a record"));
    let _ = person.sign_in(email, password);
    assert_eq!(person.signed_in(), json!(true));
}

#[test]
fn s_41_tokens_do_not_follow_a_changed_address() {
    let bus = SessionBus::start();
    let _keyring = Keyring::start(&bus);
    let directus = Directus::start(Version::V12, None, &[]);
    let person = Person::keeping(&directus, &bus);
    let (email, password) = directus.person();
    let _ = person.sign_in(email, password);

    // The profile file is edited by hand: the same server by another name is another place.
    let file = person
        .sandbox
        .directory("XDG_CONFIG_HOME")
        .join("app.latchkey.Latchkey/profiles.json");
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, text.replace("127.0.0.1", "localhost")).unwrap();

    let _ = person.fails_with(&["token", "harbour"], "", 3, "RECORD_ORIGIN");
}
