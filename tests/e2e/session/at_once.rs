//! Many processes at once: one renewal for each session, and no endless wait for a process that holds the lock
//! . Renewals are counted at the proxy.

use super::{Scene, TOKEN, renewal_proxy::Rule};
use crate::bench::{Display, Keyring, Server, SessionBus, wait_until};

use rustix::process::Signal;
use serde_json::Value;

use std::time::{Duration, Instant};

/// Asks so many times at once; every answer, in no order.
fn tokens(scene: &Scene, count: usize) -> Vec<Value> {
    std::thread::scope(|scope| {
        let asked: Vec<_> = (0..count)
            .map(|_| scope.spawn(|| scene.person.ok(&TOKEN, "")))
            .collect();
        asked
            .into_iter()
            .map(|asked| asked.join().unwrap())
            .collect()
    })
}

#[test]
fn r_19_twenty_tokens_asked_for_at_once_cost_one_renewal() {
    let bus = SessionBus::start();
    let keyring = Keyring::start(&bus);
    let scene = Scene::new(&bus, &[]);
    scene.expire(&keyring);

    let tokens = tokens(&scene, 20);

    assert_eq!(scene.proxy.renewals(), 1, "{:?}", scene.proxy.requests());
    assert!(
        tokens
            .iter()
            .all(|token| token["access_token"] == tokens[0]["access_token"])
    );
    assert!(scene.is_good(&tokens[0]));
    // The refresh token that was stored is the valid one.
    scene.expire(&keyring);
    scene.demand_token();
    assert_eq!(scene.proxy.renewals(), 2);
}

#[test]
fn r_19_the_window_and_the_command_line_share_one_renewal() {
    let bus = SessionBus::start();
    let keyring = Keyring::start(&bus);
    let display = Display::start();
    let mut scene = Scene::new(&bus, &[]);
    scene.person.sandbox = scene.person.sandbox.join(&display);
    scene.expire(&keyring);
    scene.proxy.set_rule(Rule::Hold);
    let accounts = scene.proxy.count("/users/me");

    let log = scene.person.sandbox.home().join("window.log");
    let _window = Server::start("Latchkey", scene.person.sandbox.command(), &log);
    scene.proxy.wait_for_renewals(1);
    let tokens = std::thread::scope(|scope| {
        let asked = scope.spawn(|| tokens(&scene, 10));
        // By then they wait for the window's lock; one that comes later finds a fresh token.
        std::thread::sleep(Duration::from_millis(500));
        scene.proxy.set_rule(Rule::Pass);
        asked.join().unwrap()
    });

    assert!(
        tokens
            .iter()
            .all(|token| token["access_token"] == tokens[0]["access_token"])
    );
    assert!(scene.is_good(&tokens[0]));
    assert!(wait_until(Duration::from_secs(30), || {
        scene.proxy.count("/users/me") > accounts
    }));
    assert_eq!(scene.proxy.renewals(), 1, "{:?}", scene.proxy.requests());
}

#[test]
fn r_20_nobody_waits_for_ever_for_one_who_died_or_hangs() {
    let bus = SessionBus::start();
    let keyring = Keyring::start(&bus);
    let scene = Scene::new(&bus, &[]);
    let ask = || scene.person.sandbox.begin(&["--json", "token", "harbour"]);

    // Killed while it holds the lock, before the server had the request: the next one takes over at once.
    scene.expire(&keyring);
    scene.proxy.set_rule(Rule::Hold);
    let killed = ask();
    scene.proxy.wait_for_renewals(1);
    let waiting = ask();
    killed.signal(Signal::KILL);
    assert_eq!(killed.wait().code, None);
    scene.proxy.lose_held();
    scene.proxy.set_rule(Rule::Pass);
    let ran = waiting.wait();
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(scene.is_good(&ran.json()));

    // Stopped while it holds the lock: the others give up after ten seconds, and name the process.
    scene.expire(&keyring);
    scene.proxy.set_rule(Rule::Hold);
    let renewals = scene.proxy.renewals();
    let stopped = ask();
    scene.proxy.wait_for_renewals(renewals + 1);
    stopped.signal(Signal::STOP);
    let begun = Instant::now();
    let ran = scene.person.fails_with(&TOKEN, "", 1, "BUSY");
    let waited = begun.elapsed().as_secs_f64();
    assert!((10.0..14.0).contains(&waited), "{waited}");
    let message = ran.json()["error"]["message"].to_string();
    assert!(
        message.contains(&format!("process {}", stopped.id())),
        "{message}"
    );

    // It goes on, and nothing was lost.
    scene.proxy.set_rule(Rule::Pass);
    stopped.signal(Signal::CONT);
    let ran = stopped.wait();
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(scene.is_good(&ran.json()));
    assert_eq!(scene.proxy.renewals(), renewals + 1);
}
