//! A renewal that is cut off at one step: by the connection, a kill, the keyring or a request to
//! stop. A session that can survive this does; the loss of one that cannot is reported with its reason. Kills at
//! any moment are in `kills`.

use super::{Scene, TOKEN, renewal_proxy::Rule};
use crate::bench::{Keyring, Reply, SessionBus, wait_until};

use rustix::process::Signal;
use serde_json::json;

use std::time::Duration;

const TEST_TIMEOUT: Duration = Duration::from_secs(20);

impl Scene {
    /// The session is over because its renewal was cut off, which is said once; then nobody is signed in.
    fn demand_cut_off_reported(&self) {
        let told = self.person.fails_with(&TOKEN, "", 3, "SESSION_CUT_OFF");
        assert!(told.stderr.contains("cut off"), "{told:?}");
        let _ = self.person.fails_with(&TOKEN, "", 3, "NOT_SIGNED_IN");
        self.sign_in();
    }
}

#[test]
fn r_03_a_connection_that_dies_in_a_renewal() {
    let bus = SessionBus::start();
    let keyring = Keyring::start(&bus);
    let scene = Scene::new(&bus, &[]);

    // Before the server: the old token is kept, and the next call tries it.
    scene.expire(&keyring);
    scene.proxy.set_rule(Rule::Lose);
    let before = scene.record(&keyring);
    let _ = scene.person.fails_with(&TOKEN, "", 4, "INTERRUPTED");
    assert_eq!(scene.record(&keyring), before);
    scene.proxy.set_rule(Rule::Pass);
    scene.demand_token();

    // After the server, with none or half of the answer: Directus has made the next token and no longer accepts this
    // one. The old token is kept all the same until the server itself refuses it.
    for bytes in [0, 40] {
        scene.expire(&keyring);
        scene.proxy.set_rule(Rule::Cut(bytes));
        let before = scene.record(&keyring);
        let _ = scene.person.fails_with(&TOKEN, "", 4, "INTERRUPTED");
        assert_eq!(scene.record(&keyring), before);
        scene.proxy.set_rule(Rule::Pass);
        scene.demand_cut_off_reported();
    }

    // A cut without harm is forgotten with the next renewal: a later end of the session is reported with its own
    // reason.
    scene.expire(&keyring);
    scene.proxy.set_rule(Rule::Lose);
    let _ = scene.person.fails_with(&TOKEN, "", 4, "INTERRUPTED");
    scene.proxy.set_rule(Rule::Pass);
    scene.demand_token();
    scene.expire(&keyring);
    let refresh = scene.record(&keyring)["refresh"].clone();
    let logout = json!({ "refresh_token": refresh, "mode": "json" });
    let _ = scene
        .directus
        .anonymous("POST", "/auth/logout", Some(&logout));
    let _ = scene.person.fails_with(&TOKEN, "", 3, "SESSION_ENDED");

    // A renewal that certainly did not reach the server, or was refused unread, is not reported as cut off.
    scene.sign_in();
    scene.expire(&keyring);
    scene
        .proxy
        .set_rule(Rule::AnswerWith(Reply::too_many(Some("1"))));
    let _ = scene.person.fails_with(&TOKEN, "", 1, "REQUESTS_EXCEEDED");
    let refresh = scene.record(&keyring)["refresh"].clone();
    let logout = json!({ "refresh_token": refresh, "mode": "json" });
    let _ = scene
        .directus
        .anonymous("POST", "/auth/logout", Some(&logout));
    scene.proxy.set_rule(Rule::Pass);
    let _ = scene.person.fails_with(&TOKEN, "", 3, "SESSION_ENDED");
}

#[test]
fn r_17_a_process_that_is_killed_in_a_renewal() {
    let bus = SessionBus::start();
    let keyring = Keyring::start(&bus);
    let scene = Scene::new(&bus, &[]);
    let ask = || scene.person.sandbox.begin(&["--json", "token", "harbour"]);

    // The request is on its way and never arrives.
    scene.expire(&keyring);
    scene.proxy.set_rule(Rule::Hold);
    let killed = ask();
    scene.proxy.wait_for_renewals(1);
    killed.signal(Signal::KILL);
    let _ = killed.wait();
    scene.proxy.lose_held();
    scene.proxy.set_rule(Rule::Pass);
    scene.demand_token();

    // It is still on its way when the next process comes, which lets it arrive first: Directus answers two at once with
    // one token, and one of the answers is worth nothing.
    scene.expire(&keyring);
    scene.proxy.set_rule(Rule::Hold);
    let renewals = scene.proxy.renewals();
    let killed = ask();
    scene.proxy.wait_for_renewals(renewals + 1);
    killed.signal(Signal::KILL);
    let _ = killed.wait();
    let next = ask();
    std::thread::sleep(Duration::from_millis(700));
    assert_eq!(scene.proxy.renewals(), renewals + 1);
    scene.proxy.set_rule(Rule::Pass);
    let ran = next.wait();
    assert_eq!(ran.json()["error"]["code"], "SESSION_CUT_OFF", "{ran:?}");
    scene.sign_in();

    // The server has renewed, and the answer is on its way.
    scene.expire(&keyring);
    scene.proxy.set_rule(Rule::Delay(Duration::from_secs(10)));
    let refresh = scene.record(&keyring)["refresh"]
        .as_str()
        .unwrap()
        .to_owned();
    let killed = ask();
    assert!(wait_until(TEST_TIMEOUT, || !scene.is_known(&refresh)));
    killed.signal(Signal::KILL);
    let _ = killed.wait();
    scene.proxy.set_rule(Rule::Pass);
    scene.demand_cut_off_reported();

    // The answer is here, and the keyring is about to take it.
    scene.expire(&keyring);
    scene.proxy.set_rule(Rule::Hold);
    let refresh = scene.record(&keyring)["refresh"]
        .as_str()
        .unwrap()
        .to_owned();
    let renewals = scene.proxy.renewals();
    let killed = ask();
    scene.proxy.wait_for_renewals(renewals + 1);
    keyring.freeze();
    scene.proxy.set_rule(Rule::Pass);
    assert!(wait_until(TEST_TIMEOUT, || !scene.is_known(&refresh)));
    std::thread::sleep(Duration::from_millis(500));
    killed.signal(Signal::KILL);
    let _ = killed.wait();
    keyring.thaw();
    scene.demand_cut_off_reported();
}

#[test]
fn r_18_r_42_a_renewal_waits_for_the_keyring_and_outlives_a_request_to_end() {
    let bus = SessionBus::start();
    let keyring = Keyring::start(&bus);
    let scene = Scene::new(&bus, &[]);

    for (asked_to_end, code) in [
        (None, 0),
        (Some(Signal::TERM), 7),
        (Some(Signal::HUP), 7),
        (Some(Signal::INT), 7),
    ] {
        scene.expire(&keyring);
        scene.proxy.set_rule(Rule::Hold);
        let renewals = scene.proxy.renewals();
        let before = scene.record(&keyring)["refresh"].clone();
        let running = scene.person.sandbox.begin(&["--json", "token", "harbour"]);
        scene.proxy.wait_for_renewals(renewals + 1);
        keyring.freeze();
        scene.proxy.set_rule(Rule::Pass);
        assert!(wait_until(TEST_TIMEOUT, || !scene.is_known(before.as_str().unwrap())));
        if let Some(signal) = asked_to_end {
            running.signal(signal);
        }
        // Less than the time that a process has to finish after a request to stop.
        std::thread::sleep(Duration::from_millis(800));
        keyring.thaw();

        let ran = running.wait();
        assert_eq!(ran.code, Some(code), "{asked_to_end:?}: {ran:?}");
        let after = scene.record(&keyring)["refresh"].clone();
        assert_ne!(
            after, before,
            "{asked_to_end:?}: the new token was not kept"
        );
        assert!(scene.is_known(after.as_str().unwrap()), "{asked_to_end:?}");
        scene.demand_token();
        assert_eq!(scene.proxy.renewals(), renewals + 1, "{asked_to_end:?}");
    }
}

#[test]
fn r_18_a_keyring_that_takes_no_more_costs_no_token_and_is_told() {
    let bus = SessionBus::start();
    let keyring = Keyring::start(&bus);
    let scene = Scene::new(&bus, &[]);

    // Locked after it was read.
    scene.expire(&keyring);
    scene.proxy.set_rule(Rule::Hold);
    let running = scene.person.sandbox.begin(&["--json", "token", "harbour"]);
    scene.proxy.wait_for_renewals(1);
    keyring.lock();
    scene.proxy.set_rule(Rule::Pass);
    let ran = running.wait();
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(scene.is_good(&ran.json()), "the token in hand is good");
    assert!(ran.stderr.contains("could not be kept"), "{ran:?}");

    // That process has ended, and the session with it: reported once the keyring can be read again.
    let _ = scene.person.fails_with(&TOKEN, "", 5, "KEYRING_LOCKED");
    keyring.unlock();
    scene.demand_cut_off_reported();
}
