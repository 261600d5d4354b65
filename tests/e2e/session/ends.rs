//! How sessions end on the real server, each reported with its own reason, and that no refusal causes a loop
//! . Ends that a provider causes are in `sso`.

use super::{Scene, TOKEN, renewal_proxy::RenewalProxy, renewal_proxy::Rule};
use crate::bench::{Directus, Keyring, Mail, Reply, Sandbox, SessionBus, Version};
use crate::person::Person;

use serde_json::{Value, json};

/// A refusal as Directus words it.
fn refused(status: u16, code: &str, more: &Value) -> Reply {
    let mut extensions = json!({ "code": code });
    for (key, value) in more.as_object().into_iter().flatten() {
        extensions[key] = value.clone();
    }
    Reply::json(
        status,
        &json!({ "errors": [{ "message": "Refused.", "extensions": extensions }] }),
    )
}

#[test]
fn r_21_each_end_of_a_session_is_told_as_what_it_is() {
    let bus = SessionBus::start();
    let keyring = Keyring::start(&bus);
    let mail = Mail::start();
    let directus = Directus::start(Version::V12, Some(&mail), &[]);
    let proxy = RenewalProxy::to(&directus);
    let person = Person::at_address(Sandbox::new().join(&bus), &proxy.url());
    let scene = Scene {
        person,
        proxy,
        directus,
    };
    let (email, password) = scene.directus.person();
    let (email, password) = (email.to_owned(), password.to_owned());
    let user = scene.directus.id("person_user").to_owned();
    let over = |code| {
        scene.expire(&keyring);
        let renewals = scene.proxy.renewals();
        let told = scene.person.fails_with(&TOKEN, "", 3, code);
        let hint = told.json()["error"]["hint"].clone();
        assert!(
            hint.as_str().is_some_and(|hint| !hint.is_empty()),
            "{told:?}"
        );
        // Reported once; from then on nobody is signed in, and the server is not asked again.
        let _ = scene.person.fails_with(&TOKEN, "", 3, "NOT_SIGNED_IN");
        assert_eq!(scene.proxy.renewals(), renewals + 1);
        assert_eq!(scene.person.signed_in(), json!(false));
    };

    // Another client signs this session out.
    scene.sign_in();
    let refresh = scene.record(&keyring)["refresh"].clone();
    let logout = json!({ "refresh_token": refresh, "mode": "json" });
    let ended = scene
        .directus
        .anonymous("POST", "/auth/logout", Some(&logout));
    assert_eq!(ended.status, 204);
    over("SESSION_ENDED");

    // The password is set anew by the link of a mail.
    scene.sign_in();
    assert_eq!(scene.directus.request_reset(&email, None).status, 204);
    let link = mail.wait_for(&email).link().to_owned();
    let reset = json!({ "token": link.split_once("token=").unwrap().1, "password": password });
    let answer = scene
        .directus
        .anonymous("POST", "/auth/password/reset", Some(&reset));
    assert_eq!(answer.status, 204, "{answer:?}");
    over("SESSION_ENDED");

    // An administrator takes the account out of use, and puts it back.
    for status in ["suspended", "archived"] {
        scene.sign_in();
        let change = |to| scene.directus.update_user(&user, &json!({ "status": to }));
        change(status);
        over("SESSION_ENDED");
        change("active");
    }

    // Somebody tries passwords until Directus suspends the account. Signing in does not say so; the session does, and
    // Directus deletes it as it says so: an administrator cannot bring it back.
    scene.sign_in();
    let settings = json!({ "auth_login_attempts": 2 });
    let _ = scene
        .directus
        .api("PATCH", "/settings", Some(&settings))
        .data();
    for _ in 0..4 {
        let answer = scene.directus.login(&email, "not the password", None);
        assert_eq!(answer.code(), "INVALID_CREDENTIALS");
    }
    let refresh = scene.record(&keyring)["refresh"]
        .as_str()
        .unwrap()
        .to_owned();
    assert!(scene.is_known(&refresh));
    over("USER_SUSPENDED");
    assert!(!scene.is_known(&refresh));
}

#[test]
fn r_11_a_token_that_dies_early_costs_one_renewal_and_one_repeat() {
    let bus = SessionBus::start();
    let _keyring = Keyring::start(&bus);
    let mut scene = Scene::new(&bus, &[]);
    let (renewals, questions) = (scene.proxy.renewals(), scene.proxy.count("/users/me"));

    // The key that signs tokens has changed: the access token is invalid, the session is not.
    scene.directus.stop();
    scene
        .directus
        .set("SECRET", "another-secret-after-a-restart-000000");
    scene.directus.resume();
    let status = scene.person.ok(&["status", "harbour"], "");
    assert_eq!(status["signed_in"], true);
    assert_eq!(scene.proxy.renewals(), renewals + 1);
    assert_eq!(scene.proxy.count("/users/me"), questions + 2);
    scene.demand_token();

    // A server that refuses its own tokens: one renewal and one repeat, then the session has ended.
    let proxy = RenewalProxy::overriding(&scene.directus, |path| {
        path.starts_with("/users/me")
            .then(|| refused(403, "INVALID_TOKEN", &json!({})))
    });
    let other = Person::at_address(Sandbox::new().join(&bus), &proxy.url());
    let (email, password) = scene.directus.person();
    let _ = other.sign_in(email, password);
    let (renewals, questions) = (proxy.renewals(), proxy.count("/users/me"));
    let ran = other.run(&["status", "harbour"], "");
    assert_eq!(ran.code, Some(3), "{ran:?}");
    assert_eq!(ran.json()["signed_in"], false);
    assert_eq!(proxy.renewals(), renewals + 1);
    assert_eq!(proxy.count("/users/me"), questions + 2);
}

#[test]
fn r_12_ends_that_can_be_undone_on_the_server_cost_nothing_here() {
    let bus = SessionBus::start();
    let keyring = Keyring::start(&bus);
    let scene = Scene::new(&bus, &[]);
    scene.expire(&keyring);
    let before = scene.record(&keyring);

    for (reply, status, code) in [
        // A licence that ran out locks plain accounts out of 12; it is not to be had without one that can.
        (
            refused(403, "RESOURCE_RESTRICTED", &json!({ "category": "login" })),
            3,
            "RESOURCE_RESTRICTED",
        ),
        (
            refused(403, "INVALID_TOKEN", &json!({})),
            3,
            "INVALID_TOKEN",
        ),
        (
            refused(500, "INTERNAL_SERVER_ERROR", &json!({})),
            1,
            "INTERNAL_SERVER_ERROR",
        ),
        (
            refused(503, "SERVICE_UNAVAILABLE", &json!({ "service": "ldap" })),
            4,
            "SERVICE_UNAVAILABLE",
        ),
        (Reply::too_many(Some("5")), 1, "REQUESTS_EXCEEDED"),
        (Reply::html(502, "Bad Gateway"), 4, "NOT_DIRECTUS"),
    ] {
        scene.proxy.set_rule(Rule::AnswerWith(reply));
        let renewals = scene.proxy.renewals();
        let _ = scene.person.fails_with(&TOKEN, "", status, code);
        assert_eq!(scene.proxy.renewals(), renewals + 1, "{code}: asked once");
        assert_eq!(scene.record(&keyring), before, "{code}");
    }

    scene.proxy.set_rule(Rule::Pass);
    scene.demand_token();
}
