//! Signing in through the browser: a real Directus with the companion, a real `OpenID` provider, Chromium once and a
//! small browser otherwise. Except where a test is about this machine itself, Directus has another host name than
//! the listener, so that no cookie can help.

mod ends;
mod fleet;
mod here;
mod relay;
mod rounds;
pub(crate) mod scene;
mod setups;
mod system_browser;
mod window;

use super::bench::{
    Browser, Directus, IDP_PASSWORD, Idp, Keyring, Mail, SessionBus, Version, chromium, claims,
    free_port, openid, request, totp,
};
use super::person::Person;
use scene::{LOGIN, Scene, Setup, at_provider, demand_end, enable_tfa, is_open};

use serde_json::{Value, json};

use std::time::{Duration, Instant};

pub(crate) const GRACE: &str = "grace@example.com";

#[test]
fn through_chromium_from_the_button_to_signing_out() {
    let bus = SessionBus::start();
    let keyring = Keyring::start(&bus);
    let scene = Scene::new(
        &bus,
        &Setup {
            directus: &[("ACCESS_TOKEN_TTL", "20s")],
            ..Setup::default()
        },
    );

    let (running, address) = scene.begin(&[]);
    let last = chromium(&address, GRACE, IDP_PASSWORD);
    let ran = running.wait();
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let session = ran.json();
    assert_eq!(session["account"]["email"], GRACE);
    assert_eq!(session["provider"], "corp");
    assert_eq!(session["stored_in"], "keyring");
    // No code and no state stay in the browser's address (S-14).
    assert!(last.contains("You are signed in"), "{last}");
    assert_eq!(last.lines().next(), Some(&*Scene::listener(&address)));
    // The port is closed again (S-02).
    assert!(!is_open(&Scene::listener(&address)));

    let record = keyring.lookup(&scene.person.item()).unwrap();
    let record: Value = serde_json::from_str(&record).unwrap();
    assert_eq!(record["provider"], "corp");
    let status = scene.person.ok(&["status", "harbour"], "");
    assert_eq!(status["provider"], "corp");
    let first = scene
        .person
        .ok(&["token", "harbour", "--min-validity", "1s"], "");
    std::thread::sleep(Duration::from_millis(2_500));
    let second = scene
        .person
        .ok(&["token", "harbour", "--min-validity", "18s"], "");
    assert_ne!(first["access_token"], second["access_token"]);
    assert_eq!(
        claims(second["access_token"].as_str().unwrap())["id"],
        session["account"]["id"]
    );

    // No state, code, verifier or token is in a file (S-39, S-16).
    let state = url::Url::parse(&address).unwrap();
    let state = state
        .query_pairs()
        .find(|(name, _)| name == "state")
        .unwrap();
    for secret in [&state.1, record["refresh"].as_str().unwrap()] {
        assert_eq!(
            scene.person.sandbox.grep_for(secret),
            [] as [std::path::PathBuf; 0]
        );
    }

    let user = session["account"]["id"].as_str().unwrap();
    assert_eq!(scene.directus.count("directus_sessions", "user", user), 1);
    let _ = scene.person.ok(&["logout", "harbour"], "");
    assert_eq!(keyring.lookup(&scene.person.item()), None);
    assert_eq!(scene.directus.count("directus_sessions", "user", user), 0);
}

#[test]
fn refusals_are_told_apart() {
    let bus = SessionBus::start();
    let keyring = Keyring::start(&bus);
    let scene = Scene::new(&bus, &Setup::default());

    // Cancelled at the provider.
    let (running, address) = scene.begin(&[]);
    let mut browser = Browser::new();
    let page = browser.visit(&address);
    let page = browser.submit(&page, &[("answer", "cancel")]);
    assert!(!page.text.contains("Signed in"), "{page:?}");
    let _ = demand_end(running, 1, "INVALID_CREDENTIALS");

    // No to the question whether this machine may have it.
    let (running, address) = scene.begin(&[]);
    let mut browser = Browser::new();
    let page = at_provider(&mut browser, &address, GRACE);
    assert!(page.text.contains(GRACE), "{page:?}");
    let _ = browser.submit(&page, &[("answer", "no")]);
    let _ = demand_end(running, 7, "ACCESS_DENIED");

    // The address belongs to an account with a password.
    let (running, address) = scene.begin(&[]);
    let _ = at_provider(&mut Browser::new(), &address, "ada@example.com");
    let error = demand_end(running, 1, "INVALID_PROVIDER");
    assert!(!error["hint"].as_str().unwrap().is_empty());

    // A provider that the server does not offer.
    let unknown = scene.person.run(
        &["login", "harbour", "--provider", "gone", "--no-browser"],
        "",
    );
    assert_eq!(unknown.json()["error"]["code"], "PROVIDER_NOT_OFFERED");
    assert_eq!(unknown.code, Some(1), "{unknown:?}");
    let odd = scene.person.run(
        &["login", "harbour", "--provider", "..", "--no-browser"],
        "",
    );
    assert_eq!(odd.code, Some(1), "{odd:?}");

    // Nobody comes back from the browser.
    let (running, address) = scene.begin(&["--timeout", "1s"]);
    let _ = demand_end(running, 7, "BROWSER_TIMED_OUT");
    assert!(!is_open(&Scene::listener(&address)));

    // Ctrl-C, at once, and then a callback that comes too late (r_37).
    let (running, address) = scene.begin(&[]);
    let begun = Instant::now();
    running.interrupt();
    let _ = demand_end(running, 7, "CANCELLED");
    assert!(begun.elapsed() < Duration::from_secs(2));
    assert!(!is_open(&Scene::listener(&address)));

    assert_eq!(keyring.lookup(&scene.person.item()), None);
    assert_eq!(scene.person.signed_in(), json!(false));
}

/// Seen to fail with `Judgement::Accept` for a foreign state.
#[test]
fn s_03_what_others_send_first_does_not_end_the_wait() {
    let bus = SessionBus::start();
    let _keyring = Keyring::start(&bus);
    let scene = Scene::new(&bus, &Setup::default());
    let (mut running, address) = scene.begin(&[]);
    let listener = Scene::listener(&address);

    for query in [
        "code=abc&state=wrong",
        "error=access_denied&state=wrong",
        "reason=INVALID_CREDENTIALS",
        "code=abc",
        "",
    ] {
        let answer = request("GET", &format!("{listener}?{query}"), None, None).unwrap();
        assert_eq!(answer.status, 400, "{query}");
    }
    // A reason without a state is shown, and not believed (S-05).
    let _ = running.wait_for_line(|line| line.contains("may have reported INVALID_CREDENTIALS"));

    let mut browser = Browser::new();
    let page = at_provider(&mut browser, &address, GRACE);
    let page = browser.submit(&page, &[("answer", "yes")]);
    assert!(page.text.contains("Signed in"), "{page:?}");
    let ran = running.wait();
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(ran.json()["account"]["email"], GRACE);

    // Another account takes the place of the first, which is said (S-51).
    let (running, address) = scene.begin(&[]);
    let mut browser = Browser::new();
    let page = at_provider(&mut browser, &address, "noor@example.com");
    let _ = browser.submit(&page, &[("answer", "yes")]);
    let ran = running.wait();
    assert!(ran.stderr.contains("Grace Marlowe"), "{ran:?}");
    assert_eq!(ran.json()["account"]["email"], "noor@example.com");
}

#[test]
fn r_12_a_provider_that_is_down_costs_no_session_and_one_that_refuses_does() {
    let bus = SessionBus::start();
    let keyring = Keyring::start(&bus);
    let mut scene = Scene::new(
        &bus,
        &Setup {
            idp: &[("IDP_REFRESH", "yes")],
            directus: &[("ACCESS_TOKEN_TTL", "2s")],
            ..Setup::default()
        },
    );
    let _ = scene.sign_in(&mut Browser::new(), GRACE);
    let token = ["token", "harbour", "--min-validity", "1s"];
    std::thread::sleep(Duration::from_secs(2));
    let _ = scene.person.ok(&token, "");

    scene.idp.stop();
    std::thread::sleep(Duration::from_secs(2));
    let down = scene.person.run(&token, "");
    assert_eq!(down.code, Some(4), "{down:?}");
    assert_eq!(down.json()["error"]["code"], "SERVICE_UNAVAILABLE");
    let status = scene.person.run(&["status", "harbour"], "");
    assert_eq!(status.json()["signed_in"], true, "{status:?}");
    assert!(keyring.lookup(&scene.person.item()).is_some());

    // The provider comes back and knows nobody any more.
    scene.idp.resume();
    let refused = scene.person.run(&token, "");
    assert_eq!(refused.code, Some(3), "{refused:?}");
    assert_eq!(refused.json()["error"]["code"], "INVALID_TOKEN");
}

#[test]
fn r_36_a_second_factor_is_asked_for_and_the_round_begun_again() {
    let bus = SessionBus::start();
    let _keyring = Keyring::start(&bus);
    let scene = Scene::new(&bus, &Setup::default());
    let session = scene.sign_in(&mut Browser::new(), GRACE);
    let user = session["account"]["id"].as_str().unwrap();
    let secret = enable_tfa(&scene.directus, &scene.person, user);

    let (running, address) = scene.begin(&[]);
    let _ = at_provider(&mut Browser::new(), &address, GRACE);
    let _ = demand_end(running, 6, "INVALID_OTP");
    let (running, address) = scene.begin(&["--otp", "000000"]);
    let _ = at_provider(&mut Browser::new(), &address, GRACE);
    let _ = demand_end(running, 6, "INVALID_OTP");

    let (running, address) = scene.begin(&["--otp", &totp(&secret)]);
    let mut browser = Browser::new();
    let page = at_provider(&mut browser, &address, GRACE);
    let _ = browser.submit(&page, &[("answer", "yes")]);
    let ran = running.wait();
    assert_eq!(ran.code, Some(0), "{ran:?}");
}

#[test]
fn without_the_companion_the_administrator_gets_the_lines() {
    let bus = SessionBus::start();
    let _keyring = Keyring::start(&bus);
    let scene = Scene::new(
        &bus,
        &Setup {
            companion: false,
            ..Setup::default()
        },
    );

    let ran = scene.person.fails_with(&LOGIN, "", 1, "NO_COMPANION");
    let hint = ran.json()["error"]["hint"].as_str().unwrap().to_owned();
    assert!(hint.contains("directus-extension-latchkey"), "{hint}");
    let page = format!("{}/latchkey/reset-password", scene.address);
    assert!(hint.contains(&page), "{hint}");
    let gone = ["login", "harbour", "--provider", "gone"];
    let _ = scene
        .person
        .fails_with(&gone, "", 1, "PROVIDER_NOT_OFFERED");
}

#[test]
fn r_35_on_this_machine_the_list_decides() {
    let bus = SessionBus::start();
    let _keyring = Keyring::start(&bus);
    let mut setup = Setup {
        host: "127.0.0.1",
        companion: false,
        ..Setup::default()
    };
    let line;
    {
        let scene = Scene::new(&bus, &setup);
        let ran = scene
            .person
            .fails_with(&LOGIN, "", 1, "REDIRECT_NOT_ALLOWED");
        let hint = ran.json()["error"]["hint"].as_str().unwrap().to_owned();
        line = hint.lines().last().unwrap().trim().to_owned();
    }

    // The same setup with the line that was recommended.
    let (name, value) = line.split_once('=').unwrap();
    let settings = [(name, value)];
    setup.directus = &settings;
    let scene = Scene::new(&bus, &setup);
    let (running, address) = scene.begin(&[]);
    let mut browser = Browser::new();
    let page = at_provider(&mut browser, &address, GRACE);
    assert!(page.text.contains("Signed in"), "{page:?}");
    let ran = running.wait();
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(ran.json()["account"]["email"], GRACE);
    let _ = scene.person.ok(&["status", "harbour"], "");

    // Directus loses the state at a refusal on this route, so the reason is shown and not believed (S-05).
    let (mut running, address) = scene.begin(&["--timeout", "6s"]);
    let mut browser = Browser::new();
    let page = browser.visit(&address);
    let _ = browser.submit(&page, &[("answer", "cancel")]);
    let _ = running.wait_for_line(|line| line.contains("may have reported INVALID_CREDENTIALS"));
    let _ = demand_end(running, 7, "BROWSER_TIMED_OUT");
    let _ = scene.person.ok(&["status", "harbour"], "");
}

#[test]
fn an_unlicensed_12_has_no_providers_and_says_so() {
    let bus = SessionBus::start();
    let _keyring = Keyring::start(&bus);
    let idp = Idp::start(&[], &[]);
    let settings = openid("corp", &idp);
    let settings: Vec<_> = settings
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    let directus = Directus::start_on(free_port(), Version::V12, None, &settings, true);
    let person = Person::keeping(&directus, &bus);

    let ran = person.fails_with(&LOGIN, "", 1, "PROVIDER_NOT_OFFERED");
    assert!(ran.stderr.contains("licence"), "{ran:?}");
}

#[test]
fn the_mailed_link_leads_over_the_companions_page() {
    let bus = SessionBus::start();
    let _keyring = Keyring::start(&bus);
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
    let (email, _) = scene.directus.person();

    let sent = scene.person.ok(&["forgot", "harbour", email], "");
    assert_eq!(sent, json!({ "sent": true, "link": "bridge" }));
    let link = mail.wait_for(email).link().to_owned();
    let page = format!(
        "{}/latchkey/reset-password?profile={}&token=",
        scene.address, scene.person.profile
    );
    assert!(link.starts_with(&page), "{link}");

    // The page offers the very link that Latchkey opens.
    let bridge = Browser::new().visit(&link);
    let (_, token) = link.split_once("token=").unwrap();
    let offered = format!(
        "app.latchkey://auth/reset-password?profile={}&#38;token={token}",
        scene.person.profile
    );
    assert!(bridge.text.contains(&offered), "{bridge:?}");

    let done = scene.person.run(
        &["reset", "-", "--password-stdin"],
        &format!("{link}\nOver-the-bridge-1\n"),
    );
    assert_eq!(done.code, Some(0), "{done:?}");
    assert_eq!(
        scene
            .directus
            .login(email, "Over-the-bridge-1", None)
            .status,
        200
    );
}
