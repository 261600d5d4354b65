//! The set-ups that administrators have, each through Latchkey: every kind of provider, two nodes, a sub-path, and many
//! people at the same moment.

use super::fleet::Fleet;
use super::scene::{Scene, Setup, at_provider, begin, demand_end, is_open};
use crate::bench::{Browser, Keyring, Page, SessionBus, claims, wait_until};
use crate::person::Person;

use serde_json::{Value, json};

use std::collections::BTreeSet;
use std::sync::Mutex;
use std::thread;
use std::time::Duration;

/// Browsers at the same time; one for each of a hundred would only wait for the processor.
const PARALLEL_BROWSERS: usize = 8;

/// To the provider and through its form, whatever it looks like.
fn sign_in_at_provider(browser: &mut Browser, provider: &str, address: &str, email: &str) -> Page {
    if provider != "paper" {
        return at_provider(browser, address, email);
    }
    let page = browser.visit(address);
    assert!(page.text.contains("Harbour SAML"), "{page:?}");
    browser.submit(&page, &[])
}

#[test]
fn every_kind_of_provider_through_two_nodes_below_a_path() {
    let bus = SessionBus::start();
    let keyring = Keyring::start(&bus);
    let fleet = Fleet::shared();
    let node = &fleet.nodes[0];

    for (provider, email) in [
        ("corp", "visitor-101@example.com"),
        ("plain", "visitor-102@example.com"),
        ("old_mode", "visitor-103@example.com"),
        ("paper", "noor@example.com"),
    ] {
        let person = fleet.person(&bus);
        let (running, address) = fleet.begin(&person, provider, &[]);
        let mut browser = Browser::new();
        let page = sign_in_at_provider(&mut browser, provider, &address, email);
        assert!(page.text.contains(email), "{provider}: {page:?}");
        let page = browser.submit(&page, &[("answer", "yes")]);
        assert!(page.text.contains("Signed in"), "{provider}: {page:?}");
        let ran = running.wait();
        assert_eq!(ran.code, Some(0), "{provider}: {ran:?}");
        let session = ran.json();
        assert_eq!(session["account"]["email"], email, "{session}");
        assert_eq!(session["provider"], provider);
        assert_eq!(session["stored_in"], "keyring");
        // The browser holds no cookie of the session.
        for cookie in ["directus_session_token", "directus_refresh_token"] {
            assert_eq!(browser.cookie(cookie), None, "{provider}");
        }

        let user = session["account"]["id"].as_str().unwrap();
        let first = person.ok(&["token", "harbour"], "");
        let mut token = Value::Null;
        let renewed = wait_until(Duration::from_secs(20), || {
            token = person.ok(&["token", "harbour", "--min-validity", "899s"], "");
            token["access_token"] != first["access_token"]
        });
        assert!(renewed, "{provider}: {token}");
        let token = token["access_token"].as_str().unwrap();
        let me = node.api_as(token, "GET", "/users/me?fields=id", None);
        assert_eq!(me.data(), json!({ "id": user }), "{provider}");

        assert_eq!(node.count("directus_sessions", "user", user), 1);
        let _ = person.ok(&["logout", "harbour"], "");
        assert_eq!(node.count("directus_sessions", "user", user), 0);
        assert_eq!(keyring.lookup(&person.item()), None);

        // A No at the provider comes back with the attempt's own state, although Directus drops parameters.
        if provider != "paper" {
            let (running, address) = fleet.begin(&person, provider, &[]);
            let mut browser = Browser::new();
            let page = browser.visit(&address);
            let _ = browser.submit(&page, &[("answer", "cancel")]);
            let _ = demand_end(running, 1, "INVALID_CREDENTIALS");
        }
    }

    let served = fleet.proxy.served();
    assert!(served.iter().all(|count| *count > 40), "{served:?}");
}

/// Takes the jobs one after the other, several at the same time.
fn side_by_side<T: Send>(jobs: Vec<T>, work: impl Fn(T) + Sync) {
    let jobs = Mutex::new(jobs.into_iter());
    thread::scope(|scope| {
        for _ in 0..PARALLEL_BROWSERS {
            let _ = scope.spawn(|| {
                loop {
                    let next = jobs.lock().expect("taking one does not panic").next();
                    let Some(job) = next else { return };
                    work(job);
                }
            });
        }
    });
}

/// Seen to fail with the sessions of two people exchanged in the companion's `consent`: everything passed except the
/// owner of each session.
#[test]
fn s_15_a_hundred_at_the_same_time_end_each_with_its_own_account() {
    let bus = SessionBus::start();
    let keyring = Keyring::start(&bus);
    // One node: two of them on one SQLite database get in each other's way when so many write.
    let scene = Scene::new(
        &bus,
        &Setup {
            directus: &[("LATCHKEY_REQUESTS_PER_MINUTE", "100000")],
            ..Setup::default()
        },
    );
    let model = &scene.person;
    let people: Vec<_> = (1..=100)
        .map(|number| {
            let profile = format!("{number:016x}");
            let sandbox = model.sandbox.copy(&model.profile, &profile);
            (number, Person { sandbox, profile })
        })
        .collect();

    // Everyone waits before the first browser is done.
    let waiting = Mutex::new(Vec::new());
    side_by_side(people.iter().collect(), |(number, person)| {
        let (running, address) = begin(person, &scene.address, "corp", &[]);
        waiting.lock().unwrap().push((*number, running, address));
    });
    let mut waiting = waiting.into_inner().unwrap();
    assert_eq!(waiting.len(), 100);
    let listeners: BTreeSet<_> = waiting
        .iter()
        .map(|(_, _, address)| Scene::listener(address))
        .collect();
    assert_eq!(listeners.len(), 100);
    assert!(listeners.iter().all(|listener| is_open(listener)));

    // In another order than they began.
    waiting.sort_by_key(|(number, ..)| number * 37 % 101);
    let ended = Mutex::new(Vec::new());
    side_by_side(waiting, |(number, running, address)| {
        let mut browser = Browser::new();
        let email = format!("visitor-{number}@example.com");
        let page = at_provider(&mut browser, &address, &email);
        let page = browser.submit(&page, &[("answer", "yes")]);
        assert!(page.text.contains("Signed in"), "{number}: {page:?}");
        let ran = running.wait();
        assert_eq!(ran.code, Some(0), "{number}: {ran:?}");
        ended.lock().unwrap().push((number, ran.json()));
    });

    let ended = ended.into_inner().unwrap();
    assert_eq!(ended.len(), 100);
    let mut refresh_tokens = BTreeSet::new();
    for (number, session) in &ended {
        let email = format!("visitor-{number}@example.com");
        assert_eq!(session["account"]["email"], *email, "{session}");
        let (_, person) = &people[number - 1];
        let record = keyring.lookup(&person.item()).unwrap();
        let record: Value = serde_json::from_str(&record).unwrap();
        let access = record["access"]["token"].as_str().unwrap();
        assert_eq!(claims(access)["id"], session["account"]["id"], "{number}");
        let refresh = record["refresh"].as_str().unwrap().to_owned();
        assert!(refresh_tokens.insert(refresh), "{number}");
    }
    // The stored session is valid, and belongs to that account.
    for (number, session) in ended.iter().step_by(20) {
        let (_, person) = &people[number - 1];
        let status = person.ok(&["status", "harbour"], "");
        assert_eq!(status["account"], session["account"]);
    }
}
