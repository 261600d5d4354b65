//! A session that other programs can rely on: what it survives, how its ends are reported, and how many requests it
//! costs. A real Directus stands behind a proxy that counts, holds and cuts renewals, a real keyring keeps the record.
//! Owns the scene; each file below holds the tests of one subject.
//!
//! Two of them repeat what can only be shown by repeating. Their rounds are few here; for the figures of `src/service/renewal.rs`:
//! `LATCHKEY_TEST_KILLS=200` and `LATCHKEY_TEST_RENEWALS=240` in the environment, `--nocapture` to read the count.

mod at_once;
mod clock;
mod cut_off;
mod ends;
mod idle;
mod kills;
mod modes;
mod renewal_proxy;
mod soak;

use super::bench::{Directus, Keyring, Sandbox, SessionBus, Version};
use super::person::Person;

use serde_json::Value;

use renewal_proxy::RenewalProxy;

const TOKEN: [&str; 2] = ["token", "harbour"];

/// A person who is signed in through the proxy that counts. The keyring stays with the test, since it borrows the bus.
struct Scene {
    person: Person,
    proxy: RenewalProxy,
    directus: Directus,
}

impl Scene {
    /// Adds a fresh Directus and signs in.
    fn new(bus: &SessionBus, settings: &[(&str, &str)]) -> Self {
        let directus = Directus::start(Version::V12, None, settings);
        let proxy = RenewalProxy::to(&directus);
        let scene = Self {
            person: Person::at_address(Sandbox::new().join(bus), &proxy.url()),
            proxy,
            directus,
        };
        scene.sign_in();
        scene
    }

    fn sign_in(&self) {
        let (email, password) = self.directus.person();
        let _ = self.person.sign_in(email, password);
    }

    /// What the keyring keeps.
    fn record(&self, keyring: &Keyring<'_>) -> Value {
        let record = keyring.lookup(&self.person.item()).expect("a record");
        serde_json::from_str(&record).expect("JSON")
    }

    /// Puts another record in its place.
    fn put(&self, keyring: &Keyring<'_>, record: &Value) {
        keyring.store(
            "Latchkey: harbour",
            &self.person.item(),
            &record.to_string(),
        );
    }

    /// Takes the access token out of the record, as if it had expired.
    fn expire(&self, keyring: &Keyring<'_>) {
        let mut record = self.record(keyring);
        let _ = record.as_object_mut().expect("an object").remove("access");
        self.put(keyring, &record);
    }

    /// Whether the server takes this token as the person's.
    fn is_good(&self, token: &Value) -> bool {
        let token = token["access_token"].as_str().expect("a token");
        let me = self
            .directus
            .api_as(token, "GET", "/users/me?fields=email", None);
        me.status == 200 && me.body["data"]["email"] == self.directus.person().0
    }

    /// Demands a token that the server takes.
    fn demand_token(&self) {
        let token = self.person.ok(&TOKEN, "");
        assert!(self.is_good(&token), "a dead token was handed out");
    }

    /// Whether the server knows this refresh token.
    fn is_known(&self, refresh: &str) -> bool {
        self.directus.count("directus_sessions", "token", refresh) == 1
    }
}

/// How many rounds a repeating test makes.
fn rounds(variable: &str, few: usize) -> usize {
    std::env::var(variable).map_or(few, |text| {
        text.parse()
            .unwrap_or_else(|_| panic!("{variable} is no number: {text}"))
    })
}

/// Prints the figures of a repeating test.
#[expect(clippy::print_stderr, reason = "read with --nocapture")]
fn print_figures(figures: &str) {
    eprintln!("{figures}");
}
