//! From a forgotten password to signed in: the mail of a real server, its link in every form a person may bring
//! it, and what is said when it does not work.

use super::bench::{Directus, Keyring, Mail, SessionBus, Version, resign};
use super::person::Person;

use serde_json::json;

const NEW: &str = "A-new-tide-is-coming-2";

/// Everything one of these tests needs; the keyring stays with the test, since it borrows the bus.
struct Scene {
    mail: Mail,
    directus: Directus,
    person: Person,
}

impl Scene {
    fn new(version: Version, bus: &SessionBus, settings: &[(&str, &str)]) -> Self {
        let mail = Mail::start();
        let directus = Directus::start(version, Some(&mail), settings);
        let person = Person::keeping(&directus, bus);
        Self {
            mail,
            directus,
            person,
        }
    }

    /// Asks for the mail and gives the link in it.
    fn mailed(&self, kind: &str) -> String {
        let (email, _) = self.directus.person();
        let sent = self.person.ok(&["forgot", "harbour", email], "");
        assert_eq!(sent, json!({ "sent": true, "link": kind }));
        self.mail.wait_for(email).link().to_owned()
    }

    fn reset(&self, link: &str, password: &str) -> super::bench::Finished {
        self.person.run(
            &["reset", "-", "--password-stdin"],
            &format!("{link}\n{password}\n"),
        )
    }

    #[track_caller]
    fn refused(&self, link: &str, password: &str, code: &str) {
        let ran = self.reset(link, password);
        // Input that the person must correct is a usage error; a refusal by the server or by Latchkey is a failure.
        let status = match code {
            "LINK_EMPTY" | "SEVERAL_FOR_LINK" | "OTHER_LINK" => 2,
            _ => 1,
        };
        assert_eq!(ran.code, Some(status), "{ran:?}");
        assert_eq!(ran.json()["error"]["code"], code, "{ran:?}");
        assert!(
            !ran.stdout.contains(password) && !ran.stderr.contains(password),
            "{ran:?}"
        );
    }
}

fn by_scheme_link(version: Version) {
    let bus = SessionBus::start();
    let keyring = Keyring::start(&bus);
    let scene = Scene::new(version, &bus, &[]);
    let (email, old) = scene.directus.person();
    let _ = scene.person.sign_in(email, old);

    let link = scene.mailed("scheme");
    assert!(
        link.starts_with("app.latchkey://auth/reset-password?"),
        "{link}"
    );
    assert!(
        link.contains(&format!("profile={}", scene.person.profile)),
        "{link}"
    );
    let done = scene.reset(&link, NEW);
    assert_eq!(
        done.json(),
        json!({ "done": true, "email": email }),
        "{done:?}"
    );

    // After a reset (S-25) the server has ended the account's sessions, so none is stored, and nobody is signed in.
    assert_eq!(keyring.lookup(&scene.person.item()), None);
    assert_eq!(scene.person.signed_in(), json!(false));
    assert_eq!(scene.directus.login(email, old, None).status, 401);
    let _ = scene.person.sign_in(email, NEW);

    // A used link.
    scene.refused(&link, "Another-password-3", "FORBIDDEN");
    assert_eq!(scene.directus.login(email, NEW, None).status, 200);
}

#[test]
fn s_25_by_scheme_link_on_11() {
    by_scheme_link(Version::V11);
}

#[test]
fn s_25_by_scheme_link_on_12() {
    by_scheme_link(Version::V12);
}

fn by_data_studio_link_and_by_token(version: Version) {
    let bus = SessionBus::start();
    let _keyring = Keyring::start(&bus);
    // A stock server: no list, so the mail leads to the Data Studio.
    let scene = Scene::new(version, &bus, &[("PASSWORD_RESET_URL_ALLOW_LIST", "")]);
    let (email, _) = scene.directus.person();

    let link = scene.mailed("studio");
    assert!(
        link.starts_with(&format!(
            "{}/admin/reset-password?token=",
            scene.directus.url()
        )),
        "{link}"
    );
    let done = scene.person.run(&["reset", "-"], &link);
    // Without a terminal and without --password-stdin nothing can be asked, and nothing was sent.
    assert_eq!(done.code, Some(2), "{done:?}");
    let done = scene.reset(&link, NEW);
    assert_eq!(
        done.json(),
        json!({ "done": true, "email": email }),
        "{done:?}"
    );

    let token = scene.mailed("studio");
    let (_, token) = token.split_once("token=").unwrap();
    let done = scene.reset(token, "By-the-bare-token-4");
    assert_eq!(done.code, Some(0), "{done:?}");
    assert_eq!(
        scene
            .directus
            .login(email, "By-the-bare-token-4", None)
            .status,
        200
    );
}

#[test]
fn by_data_studio_link_and_by_token_on_11() {
    by_data_studio_link_and_by_token(Version::V11);
}

#[test]
fn by_data_studio_link_and_by_token_on_12() {
    by_data_studio_link_and_by_token(Version::V12);
}

fn links_that_do_not_work(version: Version) {
    let bus = SessionBus::start();
    let _keyring = Keyring::start(&bus);
    let scene = Scene::new(version, &bus, &[]);
    let (email, old) = scene.directus.person();
    let link = scene.mailed("scheme");
    let (head, token) = link.split_once("token=").unwrap();

    // Dead links: expired (signed with the server's own key), changed, made by another server, cut off.
    let expired = resign(token, scene.directus.secret(), |claims| {
        claims["iat"] = json!(1_700_000_000);
        claims["exp"] = json!(1_700_086_400);
    });
    scene.refused(&format!("{head}token={expired}"), NEW, "TOKEN_EXPIRED");
    let foreign = resign(token, "the key of another server, long enough", |_| ());
    scene.refused(&format!("{head}token={foreign}"), NEW, "INVALID_TOKEN");
    scene.refused(
        &format!("{head}token={}", &token[..token.len() - 9]),
        NEW,
        "INVALID_TOKEN",
    );
    scene.refused("", NEW, "LINK_EMPTY");

    // A link for a profile or a server that is not stored (R-29, S-23): nothing is sent.
    let unknown = link.replace(&scene.person.profile, "0123456789abcdef");
    scene.refused(&unknown, NEW, "FOREIGN_LINK");
    scene.refused(
        &format!("https://elsewhere.example.com/admin/reset-password?token={token}"),
        NEW,
        "FOREIGN_LINK",
    );

    // None of these attempts changed the password.
    assert_eq!(scene.directus.login(email, old, None).status, 200);
    assert_eq!(scene.reset(&link, NEW).code, Some(0));
}

#[test]
fn r_28_links_that_do_not_work_on_11() {
    links_that_do_not_work(Version::V11);
}

#[test]
fn r_28_links_that_do_not_work_on_12() {
    links_that_do_not_work(Version::V12);
}

fn a_password_the_policy_refuses(version: Version) {
    let bus = SessionBus::start();
    let _keyring = Keyring::start(&bus);
    let scene = Scene::new(version, &bus, &[]);
    let policy = json!({ "auth_password_policy": "/^.{12,}$/" });
    let _ = scene
        .directus
        .api("PATCH", "/settings", Some(&policy))
        .data();
    let link = scene.mailed("scheme");

    scene.refused(&link, "tooshort7", "FAILED_VALIDATION");
    assert_eq!(scene.reset(&link, NEW).code, Some(0));
}

#[test]
fn r_30_a_password_the_policy_refuses_on_11() {
    a_password_the_policy_refuses(Version::V11);
}

#[test]
fn r_30_a_password_the_policy_refuses_on_12() {
    a_password_the_policy_refuses(Version::V12);
}

#[test]
fn r_29_a_link_that_fits_two_profiles_asks_which() {
    let bus = SessionBus::start();
    let _keyring = Keyring::start(&bus);
    let scene = Scene::new(Version::V12, &bus, &[("PASSWORD_RESET_URL_ALLOW_LIST", "")]);
    let second = Directus::start(Version::V12, None, &[]);
    let added = scene
        .person
        .ok(&["add", second.url(), "--name", "quay"], "");
    assert_eq!(added["name"], "quay");
    let link = scene.mailed("studio");
    let (_, token) = link.split_once("token=").unwrap();

    // The page names its server, so it fits one; the bare token could belong to either.
    scene.refused(token, NEW, "SEVERAL_FOR_LINK");
    let chosen = scene.person.run(
        &["reset", "-", "--password-stdin", "--profile", "quay"],
        &format!("{link}\n{NEW}\n"),
    );
    assert_eq!(chosen.json()["error"]["code"], "FOREIGN_LINK", "{chosen:?}");
    let done = scene.person.run(
        &["reset", "-", "--password-stdin", "--profile", "harbour"],
        &format!("{token}\n{NEW}\n"),
    );
    assert_eq!(done.code, Some(0), "{done:?}");
}

fn an_invitation(version: Version) {
    let bus = SessionBus::start();
    let _keyring = Keyring::start(&bus);
    let scene = Scene::new(version, &bus, &[]);
    let email = "grace@example.com";

    for (invite_url, start) in [
        (
            None,
            format!("{}/admin/accept-invite?token=", scene.directus.url()),
        ),
        (
            Some("app.latchkey://auth/accept-invite"),
            "app.latchkey://auth/accept-invite?token=".to_owned(),
        ),
    ] {
        scene.directus.invite(email, invite_url);
        let link = scene.mail.wait_for(email).link().to_owned();
        assert!(link.starts_with(&start), "{link}");
        // An invitation is not a reset.
        scene.refused(&link, NEW, "OTHER_LINK");
        if invite_url.is_some() {
            let done = scene.person.run(
                &["accept-invite", "-", "--password-stdin"],
                &format!("{link}\n{NEW}\n"),
            );
            assert_eq!(
                done.json(),
                json!({ "done": true, "email": email }),
                "{done:?}"
            );
            let again = scene.person.run(
                &["accept-invite", "-", "--password-stdin"],
                &format!("{link}\n{NEW}\n"),
            );
            assert_eq!(again.json()["error"]["code"], "INVALID_INVITE", "{again:?}");
        }
    }

    let session = scene.person.sign_in(email, NEW);
    assert_eq!(session["account"]["email"], email);
}

#[test]
fn an_invitation_on_11() {
    an_invitation(Version::V11);
}

#[test]
fn an_invitation_on_12() {
    an_invitation(Version::V12);
}

#[test]
fn s_26_unknown_addresses_hear_the_same_words() {
    let bus = SessionBus::start();
    let _keyring = Keyring::start(&bus);
    let scene = Scene::new(Version::V12, &bus, &[]);
    let (email, _) = scene.directus.person();

    let known = scene.person.run(&["forgot", "harbour", email], "");
    let unknown = scene
        .person
        .run(&["forgot", "harbour", "nobody@example.com"], "");

    assert_eq!(
        (known.code, known.stdout, known.stderr),
        (unknown.code, unknown.stdout, unknown.stderr)
    );
    let _ = scene.mail.wait_for(email);
    assert!(
        scene
            .mail
            .stays_empty("nobody@example.com", std::time::Duration::from_secs(1))
    );
}
