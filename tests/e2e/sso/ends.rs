//! How a sign-in through the browser may end, or must not: answers of other attempts, a companion of another kind,
//! detours of the server's own.

use super::fleet::Fleet;
use super::scene::{Scene, at_provider, demand_end, is_open, parameter};
use crate::bench::{Browser, FaultServer, Keyring, Reply, SessionBus, request, totp, wait_until};

use serde_json::{Value, json};
use url::Url;

use std::sync::{Arc, Mutex};
use std::time::Duration;

/// Answers the companion's question, and stops where the program would be reached.
fn callback(address: &str, email: &str) -> Url {
    let listener = Scene::listener(address);
    let mut browser = Browser::new().stopping_at(&listener);
    let page = at_provider(&mut browser, address, email);
    let page = browser.submit(&page, &[("answer", "yes")]);
    assert!(page.url.as_str().starts_with(&listener), "{page:?}");
    page.url
}

/// Takes an answer to another listener, with these parameters changed.
fn deliver(callback: &Url, listener: &str, changes: &[(&str, &str)]) -> u16 {
    let mut target = Url::parse(listener).unwrap();
    for (name, value) in callback.query_pairs() {
        let change = changes.iter().find(|(known, _)| *known == name);
        let value = change.map_or(&*value, |(_, value)| *value);
        let _ = target.query_pairs_mut().append_pair(&name, value);
    }
    request("GET", target.as_str(), None, None).unwrap().status
}

/// Seen to fail with both comparisons taken out of `readGrant` (the companion's `token.js`), and with `iss` not compared
/// in `handed_off`.
#[test]
fn s_15_an_answer_is_good_for_its_own_attempt_and_no_other() {
    let bus = SessionBus::start();
    let keyring = Keyring::start(&bus);
    let fleet = Fleet::shared();
    let (ours, theirs) = (fleet.person(&bus), fleet.person(&bus));
    let (attacker, stolen) = fleet.begin(&theirs, "corp", &[]);
    let answer = callback(&stolen, "visitor-111@example.com");

    // Unchanged, at the listener of another attempt with another provider: that attempt goes on waiting.
    let (running, address) = fleet.begin(&ours, "plain", &[]);
    let listener = Scene::listener(&address);
    assert_eq!(deliver(&answer, &listener, &[]), 400);
    assert!(is_open(&listener));
    // Its code with the state of that attempt, which nobody else knows: worth nothing without its own verifier.
    let state = parameter(&address, "state");
    assert_eq!(deliver(&answer, &listener, &[("state", &state)]), 200);
    let _ = demand_end(running, 1, "INVALID_GRANT");

    // With another server as issuer the code is not even sent.
    let (running, address) = fleet.begin(&ours, "corp", &[]);
    let changes = [
        ("state", &*parameter(&address, "state")),
        ("iss", "http://elsewhere.invalid/cms/latchkey"),
    ];
    assert_eq!(deliver(&answer, &Scene::listener(&address), &changes), 200);
    let _ = demand_end(running, 1, "OTHER_ISSUER");
    assert_eq!(keyring.lookup(&ours.item()), None);

    // None of this used the code up: its own attempt accepts it.
    assert_eq!(deliver(&answer, &Scene::listener(&stolen), &[]), 200);
    let ran = attacker.wait();
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(ran.json()["account"]["email"], "visitor-111@example.com");
}

#[test]
fn r_37_a_second_attempt_is_unharmed_by_the_first_and_its_late_answer() {
    let bus = SessionBus::start();
    let _keyring = Keyring::start(&bus);
    let fleet = Fleet::shared();
    let person = fleet.person(&bus);
    let (first, address) = fleet.begin(&person, "corp", &[]);
    let late = callback(&address, "visitor-112@example.com");
    let listener = Scene::listener(&address);

    // The second begins, and ends, while the first waits.
    let (second, address) = fleet.begin(&person, "corp", &[]);
    let mut browser = Browser::new();
    let page = at_provider(&mut browser, &address, "visitor-113@example.com");
    let page = browser.submit(&page, &[("answer", "yes")]);
    assert!(page.text.contains("Signed in"), "{page:?}");
    let ran = second.wait();
    assert_eq!(ran.json()["account"]["email"], "visitor-113@example.com");
    assert!(is_open(&listener));

    // The first is cancelled, a third waits, and then the answer of the first arrives.
    first.interrupt();
    let _ = demand_end(first, 7, "CANCELLED");
    assert!(wait_until(Duration::from_secs(5), || !is_open(&listener)));
    assert!(request("GET", late.as_str(), None, None).is_none());
    let (third, address) = fleet.begin(&person, "corp", &[]);
    assert_eq!(deliver(&late, &Scene::listener(&address), &[]), 400);
    let status = person.ok(&["status", "harbour"], "");
    assert_eq!(status["account"]["email"], "visitor-113@example.com");
    let answer = callback(&address, "visitor-114@example.com");
    assert_eq!(deliver(&answer, &Scene::listener(&address), &[]), 200);
    let ran = third.wait();
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(ran.json()["account"]["email"], "visitor-114@example.com");
}

/// Seen to fail without the check of S256 in `service::sso::way`.
#[test]
fn s_16_a_companion_of_another_kind_opens_nothing() {
    let bus = SessionBus::start();
    let _keyring = Keyring::start(&bus);
    let fleet = Fleet::shared();
    let mut person = fleet.person(&bus);
    let said = format!("{}/latchkey", fleet.address);
    let told = fleet.nodes[0].anonymous("GET", "/latchkey", None).data();
    assert_eq!(told["issuer"], said);
    // Everything is real except the companion's document about itself.
    let document = Arc::new(Mutex::new(told.clone()));
    let changed_document = Arc::clone(&document);
    let upstream = format!("http://127.0.0.1:{}", fleet.port);
    let faulty = FaultServer::in_front_of(&upstream, None, move |request| {
        if request.path.ends_with("/cms/latchkey") {
            Reply::json(200, &json!({ "data": *changed_document.lock().unwrap() }))
        } else {
            Reply::forward()
        }
    });
    person.sandbox.set("http_proxy", &faulty.url());

    let login = ["login", "harbour", "--provider", "corp", "--no-browser"];
    for (key, value, code) in [
        ("version", json!(2), "COMPANION_VERSION"),
        ("version", json!(0), "COMPANION_VERSION"),
        ("version", Value::Null, "COMPANION_VERSION"),
        ("code_challenge_methods", json!(["plain"]), "NO_S256"),
        ("code_challenge_methods", json!([]), "NO_S256"),
        ("code_challenge_methods", Value::Null, "NO_S256"),
        (
            "issuer",
            json!("http://elsewhere.invalid/cms/latchkey"),
            "OTHER_ADDRESS",
        ),
        ("name", json!("another"), "NO_COMPANION"),
    ] {
        let mut changed = told.clone();
        changed[key] = value.clone();
        *document.lock().unwrap() = changed;
        let ran = person.fails_with(&login, "", 1, code);
        assert!(!ran.stderr.contains("authorize"), "{key} {value}: {ran:?}");
        let hint = ran.json()["error"]["hint"].as_str().unwrap().to_owned();
        let wants = match code {
            "OTHER_ADDRESS" => "http://elsewhere.invalid/cms",
            _ => "directus-extension-latchkey",
        };
        assert!(hint.contains(wants), "{key} {value}: {hint}");
    }

    // With the real document the same command goes on.
    *document.lock().unwrap() = told;
    let (running, address) = fleet.begin(&person, "corp", &[]);
    assert_eq!(parameter(&address, "code_challenge_method"), "S256");
    running.interrupt();
    let _ = demand_end(running, 7, "CANCELLED");
}

#[test]
fn r_36_a_project_that_wants_a_second_factor_set_up_first() {
    let bus = SessionBus::start();
    let _keyring = Keyring::start(&bus);
    let fleet = Fleet::shared();
    let node = &fleet.nodes[0];
    let person = fleet.person(&bus);
    let email = "visitor-115@example.com";
    let (running, address) = fleet.begin(&person, "corp", &[]);
    assert_eq!(
        deliver(&callback(&address, email), &Scene::listener(&address), &[]),
        200
    );
    let user = running.wait().json()["account"]["id"].take();
    let user = user.as_str().unwrap();
    let policy = json!({ "name": "Second factor", "enforce_tfa": true, "app_access": true });
    let policy = node.api("POST", "/policies", Some(&policy)).data();
    // Without it, nobody but administrators could set one up.
    let permission = json!({
        "policy": policy["id"], "collection": "directus_users", "action": "update", "fields": ["*"],
    });
    let _ = node.api("POST", "/permissions", Some(&permission)).data();
    let role = json!({ "name": "Strict", "policies": [{ "policy": policy["id"] }] });
    let role = node.api("POST", "/roles", Some(&role)).data();
    node.update_user(user, &json!({ "role": role["id"] }));

    // Directus leads the browser to its Data Studio. Latchkey waits.
    let (running, address) = fleet.begin(&person, "corp", &[]);
    let studio = format!("{}/admin/", fleet.address);
    let mut browser = Browser::new().stopping_at(&studio);
    let page = at_provider(&mut browser, &address, email);
    assert!(page.url.path().ends_with("/admin/tfa-setup"), "{page:?}");
    assert!(is_open(&Scene::listener(&address)));
    // It is set up there, with a session of the Data Studio's own.
    let session = browser.cookie("directus_session_token").unwrap().to_owned();
    let api = |path, body: Value| node.api_as(&session, "POST", path, Some(&body));
    let generated = api("/users/me/tfa/generate", json!({})).data();
    let secret = generated["secret"].as_str().unwrap();
    let enabled = api(
        "/users/me/tfa/enable",
        json!({ "secret": secret, "otp": totp(secret) }),
    );
    assert_eq!(enabled.status, 204, "{enabled:?}");
    // The Data Studio goes on to where the sign-in was to end, without a session for it.
    let page = browser.visit(&parameter(page.url.as_str(), "redirect"));
    assert!(page.text.contains("did not finish"), "{page:?}");
    let error = demand_end(running, 1, "SESSION_MISSING");
    assert!(
        error["hint"].as_str().unwrap().contains("two-factor"),
        "{error}"
    );

    // The next attempt needs a code.
    let (running, address) = fleet.begin(&person, "corp", &[]);
    let _ = browser.visit(&address);
    let _ = demand_end(running, 6, "INVALID_OTP");
    let (running, address) = fleet.begin(&person, "corp", &["--otp", &totp(secret)]);
    let page = browser.visit(&address);
    let _ = browser.submit(&page, &[("answer", "yes")]);
    let ran = running.wait();
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(ran.json()["account"]["email"], email);
}
