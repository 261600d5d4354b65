//! An open window that nobody uses asks the server for nothing, also after sleep or a change of network. Tokens
//! expire meanwhile; they are renewed when somebody needs one, so waking machines do not crowd the server.

use super::Scene;
use crate::bench::{Display, Keyring, Server, SessionBus, wait_until};

use std::time::{Duration, Instant};

/// Several lives of an access token.
const IDLE: Duration = Duration::from_secs(8);

#[test]
fn r_38_an_open_window_asks_the_server_for_nothing() {
    let bus = SessionBus::start();
    let _keyring = Keyring::start(&bus);
    let display = Display::start();
    let mut scene = Scene::new(&bus, &[("ACCESS_TOKEN_TTL", "2s")]);
    scene.person.sandbox = scene.person.sandbox.join(&display);
    let questions = scene.proxy.count("/users/me");

    let log = scene.person.sandbox.home().join("window.log");
    let mut window = Server::start("Latchkey", scene.person.sandbox.command(), &log);
    assert!(wait_until(Duration::from_secs(60), || {
        scene.proxy.count("/users/me") > questions
    }));
    // The questions at its start are over when none has come for a while.
    let mut quiet = (scene.proxy.requests().len(), Instant::now());
    assert!(wait_until(Duration::from_secs(60), || {
        let asked = scene.proxy.requests().len();
        if asked != quiet.0 {
            quiet = (asked, Instant::now());
        }
        quiet.1.elapsed() > Duration::from_secs(2)
    }));

    // Stopped and continued, as on a suspended machine: the window has nothing to catch up with.
    let stop = |signal| {
        let process = rustix::process::Pid::from_raw(i32::try_from(window.id()).unwrap()).unwrap();
        rustix::process::kill_process(process, signal).unwrap();
    };
    stop(rustix::process::Signal::STOP);
    std::thread::sleep(IDLE / 4);
    stop(rustix::process::Signal::CONT);
    std::thread::sleep(IDLE);

    assert!(window.is_running());
    assert_eq!(
        scene.proxy.requests().len(),
        quiet.0,
        "{:?}",
        scene.proxy.requests()
    );
}
