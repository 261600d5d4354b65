//! An access token that was made in the Data Studio: stored, handed out, shown by `status`, refused once it was
//! withdrawn, and removed here without a request to the server.

use super::bench::{Directus, Keyring, ProcessWatch, SessionBus, Version};
use super::person::Person;

use serde_json::json;

const TOKEN: &str = "made-by-hand-in-the-studio-7f3a91";
const KEEP: [&str; 3] = ["login", "harbour", "--token-stdin"];

/// Gives the plain user a static token, as saving the user's page of the Data Studio does.
fn make_token(directus: &Directus, token: Option<&str>) {
    directus.update_user(directus.id("person_user"), &json!({ "token": token }));
}

fn sessions(directus: &Directus) -> usize {
    directus.count("directus_sessions", "user", directus.id("person_user"))
}

fn a_static_token_is_a_session_without_an_end(version: Version) {
    let bus = SessionBus::start();
    let keyring = Keyring::start(&bus);
    let directus = Directus::start(version, None, &[]);
    let person = Person::keeping(&directus, &bus);
    let (email, password) = directus.person();
    make_token(&directus, Some(TOKEN));
    let _ = person.sign_in(email, password);
    assert_eq!(sessions(&directus), 1);
    let watch = ProcessWatch::start(&[TOKEN]);

    let kept = person.ok(&KEEP, &format!(" {TOKEN}\r\n"));
    assert_eq!(kept["account"]["email"], email);
    assert_eq!(kept["static_token"], true);
    assert_eq!(kept["provider"], json!(null));
    assert_eq!(kept["expires_at"], json!(null));
    assert_eq!(kept["stored_in"], "keyring");
    assert_eq!(sessions(&directus), 0, "the session before it is ended");

    let token = person.ok(&["token", "harbour", "--min-validity", "24h"], "");
    assert_eq!(token["access_token"], TOKEN);
    assert_eq!(token["expires_at"], json!(null));
    let shown = person.sandbox.run(
        &[
            "exec",
            "harbour",
            "--",
            "sh",
            "-c",
            "printf %s \"$DIRECTUS_TOKEN\"; sleep 1",
        ],
        "",
    );
    assert_eq!(shown.stdout, TOKEN, "{shown:?}");
    assert_eq!(
        watch.finish(),
        ["sh: environ", "sleep: environ"],
        "and nowhere else"
    );

    // Withdrawn in the Data Studio: reported as such; one refused request is no reason to delete the token here.
    make_token(&directus, None);
    let gone = person.run(&["status", "harbour"], "");
    assert_eq!(gone.code, Some(3), "{gone:?}");
    assert_eq!(gone.json()["error"]["code"], "ACCESS_TOKEN_REFUSED");
    assert!(keyring.lookup(&person.item()).is_some());
    make_token(&directus, Some(TOKEN));
    assert_eq!(person.signed_in(), true);

    // Signing out removes it here; the server is not asked, and says so.
    let out = person.run(&["logout", "harbour"], "");
    assert_eq!(out.code, Some(0), "{out:?}");
    assert!(keyring.lookup(&person.item()).is_none());
    let still = directus.api_as(TOKEN, "GET", "/users/me?fields=email", None);
    assert_eq!(still.data()["email"], email);
    assert_eq!(
        person.sandbox.grep_for(TOKEN),
        Vec::<std::path::PathBuf>::new()
    );
}

#[test]
fn a_static_token_on_11() {
    a_static_token_is_a_session_without_an_end(Version::V11);
}

#[test]
fn a_static_token_on_12() {
    a_static_token_is_a_session_without_an_end(Version::V12);
}

#[test]
fn what_is_no_static_token_is_not_kept() {
    let bus = SessionBus::start();
    let keyring = Keyring::start(&bus);
    let directus = Directus::start(Version::V12, None, &[]);
    let person = Person::keeping(&directus, &bus);
    let (email, password) = directus.person();
    let short = directus.access_token(email, password);

    for (input, status, code) in [
        ("\n", 2, "ACCESS_TOKEN_EMPTY"),
        ("two words\n", 2, "ACCESS_TOKEN_MALFORMED"),
        (short.as_str(), 2, "ACCESS_TOKEN_SHORT_LIVED"),
        ("nobody-made-this-one\n", 1, "ACCESS_TOKEN_REFUSED"),
    ] {
        let refused = person.fails_with(&KEEP, input, status, code);
        assert!(!refused.stderr.contains(short.as_str()), "{refused:?}");
    }
    assert!(keyring.lookup(&person.item()).is_none());

    // Without a keyring it is not stored at all; the token itself stays valid.
    keyring.lock();
    make_token(&directus, Some(TOKEN));
    let locked = person.run(&KEEP, TOKEN);
    assert_eq!(locked.code, Some(5), "{locked:?}");
}
