//! Signing in, staying signed in, signing out, against both generations of a real server. Every command is a
//! process of its own, so each step is also a restart.

use super::bench::{
    Directus, FaultServer, Keyring, Reply, Sandbox, SessionBus, Version, claims, totp,
};
use super::person::Person;

use serde_json::json;

use std::time::Duration;

const LOGIN: [&str; 5] = [
    "login",
    "harbour",
    "--email",
    "ada@example.com",
    "--password-stdin",
];

fn from_adding_to_signing_out(version: Version) {
    let bus = SessionBus::start();
    let keyring = Keyring::start(&bus);
    let directus = Directus::start(version, None, &[("ACCESS_TOKEN_TTL", "20s")]);
    let person = Person::keeping(&directus, &bus);
    let (email, password) = directus.person();

    let rows = person.ok(&["profiles"], "");
    assert_eq!(rows[0]["project"], "Harbour Lights");
    assert_eq!(rows[0]["signed_in"], false);

    let _ = person.fails_with(&LOGIN, "not the password\n", 1, "INVALID_CREDENTIALS");
    assert_eq!(person.signed_in(), json!(false));
    let _ = person.fails_with(&["token", "harbour"], "", 3, "NOT_SIGNED_IN");

    let session = person.sign_in(email, password);
    assert_eq!(session["account"]["email"], email);
    assert_eq!(session["account"]["first_name"], "Ada");
    assert_eq!(session["account"]["id"], directus.id("person_user"));
    assert_eq!(session["provider"], "default");
    assert_eq!(session["stored_in"], "keyring");
    assert!(keyring.lookup(&person.item()).is_some());

    // Another process, the same session, and a token the server takes.
    let status = person.ok(&["status", "harbour"], "");
    assert_eq!(status["signed_in"], true);
    let first = person.ok(&["token", "harbour", "--min-validity", "1s"], "");
    let first = first["access_token"].as_str().unwrap();
    let me = directus
        .api_as(first, "GET", "/users/me?fields=email", None)
        .data();
    assert_eq!(me["email"], email);

    // A token that is valid for long enough is used again; otherwise it is renewed.
    let again = person.ok(&["token", "harbour", "--min-validity", "1s"], "");
    assert_eq!(again["access_token"], first);
    std::thread::sleep(Duration::from_millis(2_500));
    let renewed = person.ok(&["token", "harbour", "--min-validity", "18s"], "");
    let renewed = renewed["access_token"].as_str().unwrap();
    assert_ne!(renewed, first);
    assert_eq!(claims(renewed)["id"], directus.id("person_user"));

    let _ = person.ok(&["logout", "harbour"], "");
    assert_eq!(keyring.lookup(&person.item()), None);
    assert_eq!(person.signed_in(), json!(false));
    let _ = person.fails_with(&["token", "harbour"], "", 3, "NOT_SIGNED_IN");
    let sessions = directus_sessions(&directus);
    assert_eq!(sessions, 0, "a session was left on the server");
}

/// How many sessions the plain user has on the server, asked of its database.
fn directus_sessions(directus: &Directus) -> usize {
    let user = directus.id("person_user").to_owned();
    directus.count("directus_sessions", "user", &user)
}

#[test]
fn from_adding_to_signing_out_on_11() {
    from_adding_to_signing_out(Version::V11);
}

#[test]
fn from_adding_to_signing_out_on_12() {
    from_adding_to_signing_out(Version::V12);
}

fn the_code_is_asked_for_only_when_needed(version: Version) {
    let bus = SessionBus::start();
    let _keyring = Keyring::start(&bus);
    let directus = Directus::start(version, None, &[]);
    let person = Person::keeping(&directus, &bus);
    let (email, password) = directus.person();
    let secret = directus.enable_tfa(directus.id("person_user"), email, password);
    let input = format!("{password}\n");

    let _ = person.fails_with(&LOGIN, &input, 6, "INVALID_OTP");
    let mut line = LOGIN.to_vec();
    line.extend(["--otp", "000000"]);
    let _ = person.fails_with(&line, &input, 6, "INVALID_OTP");
    // A wrong password is reported as such even then: no code is asked for.
    let _ = person.fails_with(&LOGIN, "not the password\n", 1, "INVALID_CREDENTIALS");

    let code = totp(&secret);
    let mut line = LOGIN.to_vec();
    line.extend(["--otp", &code]);
    let session = person.ok(&line, &input);
    assert_eq!(session["signed_in"], true);
}

#[test]
fn the_code_is_asked_for_only_when_needed_on_11() {
    the_code_is_asked_for_only_when_needed(Version::V11);
}

#[test]
fn the_code_is_asked_for_only_when_needed_on_12() {
    the_code_is_asked_for_only_when_needed(Version::V12);
}

#[test]
fn s_48_too_many_requests_are_told_with_the_wait() {
    let bus = SessionBus::start();
    let _keyring = Keyring::start(&bus);
    let directus = Directus::start(
        Version::V11,
        None,
        &[
            ("RATE_LIMITER_ENABLED", "true"),
            ("RATE_LIMITER_STORE", "memory"),
            ("RATE_LIMITER_POINTS", "12"),
            ("RATE_LIMITER_DURATION", "60"),
        ],
    );
    let person = Person::keeping(&directus, &bus);

    let mut last = person.run(&LOGIN, "not the password\n");
    for _ in 0..14 {
        if last.json()["error"]["code"] == "REQUESTS_EXCEEDED" {
            break;
        }
        last = person.run(&LOGIN, "not the password\n");
    }

    let error = &last.json()["error"];
    assert_eq!(error["code"], "REQUESTS_EXCEEDED", "{last:?}");
    assert!(
        error["hint"].as_str().unwrap().starts_with("Try again in "),
        "{last:?}"
    );
    assert_eq!(last.code, Some(1));
}

/// Suspension after failed attempts (S-48): the server goes on answering as before, so Latchkey cannot know of it; the
/// words only say that it may be so.
#[test]
fn s_48_an_account_suspended_by_failed_attempts_is_hinted_at_and_not_claimed() {
    let bus = SessionBus::start();
    let _keyring = Keyring::start(&bus);
    let directus = Directus::start(Version::V11, None, &[]);
    let person = Person::keeping(&directus, &bus);
    let (_, password) = directus.person();
    let few = json!({ "auth_login_attempts": 3 });
    let _ = directus.api("PATCH", "/settings", Some(&few)).data();
    let path = format!("/users/{}?fields=status", directus.id("person_user"));
    let status = || directus.api("GET", &path, None).data()["status"].clone();

    let wrong = person.fails_with(&LOGIN, "not the password\n", 1, "INVALID_CREDENTIALS");
    for _ in 0..5 {
        let _ = person.fails_with(&LOGIN, "not the password\n", 1, "INVALID_CREDENTIALS");
    }
    assert_eq!(status(), "suspended");

    // Now the right one: the same answer, in the same words.
    let right = person.fails_with(&LOGIN, &format!("{password}\n"), 1, "INVALID_CREDENTIALS");
    assert_eq!(right.json(), wrong.json());
    let error = &right.json()["error"];
    assert_eq!(error["message"], "The e-mail or the password is wrong.");
    let hint = error["hint"].as_str().unwrap();
    assert!(hint.contains("Too many wrong attempts suspend an account."));
    assert!(!right.stderr.contains("is suspended"), "{right:?}");
}

/// What a project of 12 says whose licence does not cover this account. The bench has no licence to let run out.
#[test]
fn an_account_locked_out_by_the_licence_is_told_as_the_server_tells_it() {
    let bus = SessionBus::start();
    let keyring = Keyring::start(&bus);
    let directus = Directus::start(Version::V12, None, &[]);
    let front = FaultServer::in_front_of(directus.url(), None, |request| {
        let refused = json!({"errors": [{
            "message": "Resource \"login\" is restricted.",
            "extensions": { "code": "RESOURCE_RESTRICTED", "category": "login" },
        }]});
        if request.path == "/auth/login" {
            Reply::json(403, &refused)
        } else {
            Reply::forward()
        }
    });
    let person = Person::at_address(Sandbox::new().join(&bus), &front.url());
    let (_, password) = directus.person();

    let locked = person.fails_with(&LOGIN, &format!("{password}\n"), 1, "RESOURCE_RESTRICTED");
    let error = &locked.json()["error"];
    assert_eq!(
        error["message"],
        "The licence of this project does not let this account in at the moment."
    );
    assert!(error["hint"].as_str().unwrap().contains("administrator"));
    assert_eq!(keyring.lookup(&person.item()), None);
    // Reported, and not tried again by the machine (S-48).
    let logins = front.requests();
    let logins = logins.iter().filter(|one| one.path == "/auth/login");
    assert_eq!(logins.count(), 1);
}

#[test]
fn r_21_an_account_suspended_by_an_administrator_is_told_as_the_server_tells_it() {
    let bus = SessionBus::start();
    let _keyring = Keyring::start(&bus);
    let directus = Directus::start(Version::V11, None, &[("ACCESS_TOKEN_TTL", "2s")]);
    let person = Person::keeping(&directus, &bus);
    let (email, password) = directus.person();
    let _ = person.sign_in(email, password);

    // The server does not say "suspended" to someone who only knows a password.
    directus.update_user(
        directus.id("person_user"),
        &json!({ "status": "suspended" }),
    );
    let _ = person.fails_with(&LOGIN, &format!("{password}\n"), 1, "INVALID_CREDENTIALS");

    // An end by an administrator: the session on the server has ended; here this is reported, and the token
    // deleted.
    std::thread::sleep(Duration::from_secs(2));
    let _ = person.fails_with(
        &["token", "harbour", "--min-validity", "1s"],
        "",
        3,
        "SESSION_ENDED",
    );
    let _ = person.fails_with(&["token", "harbour"], "", 3, "NOT_SIGNED_IN");
}

#[test]
fn r_01_a_server_that_is_down_costs_no_session() {
    let bus = SessionBus::start();
    let keyring = Keyring::start(&bus);
    let mut directus = Directus::start(Version::V12, None, &[("ACCESS_TOKEN_TTL", "2s")]);
    let person = Person::keeping(&directus, &bus);
    let (email, password) = directus.person();
    let _ = person.sign_in(email, password);
    std::thread::sleep(Duration::from_secs(2));

    directus.stop();
    let down = person.fails_with(&["status", "harbour"], "", 4, "UNREACHABLE");
    assert_eq!(down.json()["signed_in"], true);
    let _ = person.fails_with(
        &["token", "harbour", "--min-validity", "1s"],
        "",
        4,
        "UNREACHABLE",
    );
    assert!(keyring.lookup(&person.item()).is_some());

    directus.resume();
    let _ = person.ok(&["token", "harbour", "--min-validity", "1s"], "");
}

#[test]
fn s_50_signing_out_without_the_server_says_so() {
    let bus = SessionBus::start();
    let keyring = Keyring::start(&bus);
    let mut directus = Directus::start(Version::V12, None, &[]);
    let person = Person::keeping(&directus, &bus);
    let (email, password) = directus.person();
    let _ = person.sign_in(email, password);

    directus.stop();
    let out = person.run(&["logout", "harbour"], "");

    assert_eq!(out.json()["server_told"], false, "{out:?}");
    assert_eq!(keyring.lookup(&person.item()), None);
    assert_eq!(person.signed_in(), json!(false));
}

#[test]
fn signing_in_again_leaves_one_session_on_the_server() {
    let bus = SessionBus::start();
    let _keyring = Keyring::start(&bus);
    let directus = Directus::start(Version::V12, None, &[]);
    let person = Person::keeping(&directus, &bus);
    let (email, password) = directus.person();

    for _ in 0..3 {
        let _ = person.sign_in(email, password);
    }

    assert_eq!(directus_sessions(&directus), 1);
    let _ = person.ok(&["remove", "harbour"], "");
    assert_eq!(directus_sessions(&directus), 0);
    assert_eq!(person.ok(&["profiles"], ""), json!([]));
}

#[test]
fn a_local_sign_in_that_is_switched_off_is_told() {
    let bus = SessionBus::start();
    let _keyring = Keyring::start(&bus);
    let directus = Directus::start(Version::V11, None, &[("AUTH_DISABLE_DEFAULT", "true")]);
    let person = Person::keeping(&directus, &bus);
    let (_, password) = directus.person();

    let _ = person.fails_with(&LOGIN, &format!("{password}\n"), 1, "ROUTE_NOT_FOUND");
}
