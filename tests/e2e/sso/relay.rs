//! The relay: Directus takes Latchkey's port for one of its own addresses (`AUTH_ALLOWED_PUBLIC_URLS`), there is no
//! companion, and the instance is under another host name than the port. The browser never sees a cookie of Directus.

use super::scene::{at_provider, begin, demand_end, is_open, keeping};
use crate::bench::{
    Browser, Directus, Idp, Keyring, SessionBus, Version, claims, free_port, openid, request,
    wait_until,
};
use crate::person::Person;

use serde_json::{Value, json};

use std::time::Duration;

const VISITOR: &str = "visitor-191@example.com";

/// A provider that answers to the relay, a Directus that allows it, and a person whose profile says so.
struct RelayFixture {
    idp: Idp,
    directus: Directus,
    person: Person,
    port: u16,
}

impl RelayFixture {
    fn new(bus: &SessionBus, is_allowed: bool) -> Self {
        let (server, port) = (free_port(), free_port());
        let address = format!("http://dx.test:{server}");
        let callback = format!("http://127.0.0.1:{port}/auth/login/corp/callback");
        let own = format!("{address}/auth/login/corp/callback");
        let idp = Idp::start(&[callback, own], &[]);
        let mut settings = openid("corp", &idp);
        settings.push(("PUBLIC_URL".to_owned(), address.clone()));
        if is_allowed {
            let list = format!("http://127.0.0.1:{port}");
            settings.push(("AUTH_ALLOWED_PUBLIC_URLS".to_owned(), list));
        }
        let settings: Vec<_> = settings
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        let directus = Directus::start_on(server, Version::V11, None, &settings, false);
        let person = keeping(bus, &address, server);
        let port_text = port.to_string();
        let set = ["set", "harbour", "--sso-port", &port_text, "--relay", "on"];
        let kept = person.ok(&set, "");
        assert_eq!(kept["name"], "harbour");
        Self {
            idp,
            directus,
            person,
            port,
        }
    }

    fn listener(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    fn callback(&self, query: &str) -> String {
        format!("{}auth/login/corp/callback?{query}", self.listener())
    }

    /// What something that can reach the port gets for this.
    fn status(&self, path: &str) -> u16 {
        let address = format!("{}{path}", self.listener());
        request("GET", &address, None, None).map_or(0, |answer| answer.status)
    }
}

#[test]
fn from_the_provider_over_the_relay_to_signing_out() {
    let bus = SessionBus::start();
    let keyring = Keyring::start(&bus);
    let scene = RelayFixture::new(&bus, true);
    let person = &scene.person;

    // The person says no at the provider; Directus's own reason is reported.
    let (running, address) = begin(person, &scene.idp.url(), "corp", &[]);
    let mut browser = Browser::new();
    let page = browser.visit(&address);
    let _ = browser.submit(&page, &[("answer", "cancel")]);
    let _ = demand_end(running, 1, "INVALID_CREDENTIALS");
    assert!(wait_until(Duration::from_secs(5), || !is_open(
        &scene.listener()
    )));

    // Forged calls to the port, by other programs and by web pages (S-03, S-04, S-06, S-07), end nothing.
    let (running, address) = begin(person, &scene.idp.url(), "corp", &[]);
    let state = super::scene::parameter(&address, "state");
    assert!(state.len() >= 22, "{state}");
    for (path, status) in [
        (
            "auth/login/corp/callback?code=x&state=wrong".to_owned(),
            400,
        ),
        ("auth/login/corp/callback?code=x".to_owned(), 400),
        (format!("callback?code=x&state={state}"), 404),
        (
            format!("auth/login/other/callback?code=x&state={state}"),
            404,
        ),
        ("auth/login/corp".to_owned(), 404),
    ] {
        assert_eq!(scene.status(&path), status, "{path}");
    }
    let foreign = scene.callback(&format!("code=x&state={state}"));
    let foreign = foreign.replace("127.0.0.1", "localhost");
    assert_eq!(
        request("GET", &foreign, None, None).map(|answer| answer.status),
        Some(421)
    );

    let mut browser = Browser::new();
    let page = at_provider(&mut browser, &address, VISITOR);
    assert!(page.text.contains("Signed in"), "{page:?}");
    let ran = running.wait();
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(ran.json()["account"]["email"], VISITOR);
    assert_eq!(ran.json()["provider"], "corp");
    assert!(keyring.lookup(&person.item()).is_some());
    assert!(wait_until(Duration::from_secs(5), || !is_open(
        &scene.listener()
    )));

    let token = person.ok(&["token", "harbour"], "");
    let token = token["access_token"].as_str().unwrap();
    let me = scene
        .directus
        .api_as(token, "GET", "/users/me?fields=email", None);
    assert_eq!(me.data()["email"], VISITOR);
    let renewed = person.ok(&["token", "harbour", "--min-validity", "899s"], "");
    assert_eq!(
        claims(renewed["access_token"].as_str().unwrap())["id"],
        claims(token)["id"]
    );
    let _ = person.ok(&["logout", "harbour"], "");
    let user = claims(token)["id"].as_str().unwrap().to_owned();
    assert_eq!(scene.directus.count("directus_sessions", "user", &user), 0);
}

#[test]
fn r_35_a_server_that_does_not_allow_it_is_told_the_lines() {
    let bus = SessionBus::start();
    let _keyring = Keyring::start(&bus);
    let scene = RelayFixture::new(&bus, false);

    let refused = scene
        .person
        .fails_with(&super::scene::LOGIN, "", 1, "NOT_RELAYED");
    let line = format!("AUTH_ALLOWED_PUBLIC_URLS=http://127.0.0.1:{}", scene.port);
    assert!(refused.stderr.contains(&line), "{refused:?}");
    let callback = format!("http://127.0.0.1:{}/auth/login/corp/callback", scene.port);
    assert!(refused.stderr.contains(&callback), "{refused:?}");
    assert!(!is_open(&scene.listener()));

    // Doctor says the same, and switching it off leads back to the usual reason.
    let found = scene.person.run(&["doctor", "harbour"], "").json();
    let route = found["checks"]
        .as_array()
        .unwrap()
        .iter()
        .find(|check| check["id"] == "sso_route.corp")
        .unwrap();
    assert_eq!(route["ok"], json!(false));
    assert!(route["fix"].as_str().unwrap().contains(&line), "{route}");
    let _: Value = scene.person.ok(&["set", "harbour", "--relay", "off"], "");
    let _ = scene
        .person
        .fails_with(&super::scene::LOGIN, "", 1, "NO_COMPANION");
}
