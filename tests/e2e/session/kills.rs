//! Kills at any moment of a renewal, many times, and how many sessions they cost. How often a session is lost
//! depends on the protocol and the machine's speed; the test demands that every loss is reported.

use super::{Scene, TOKEN, print_figures, rounds};
use crate::bench::{Keyring, SessionBus};

use rustix::process::Signal;

use std::time::{Duration, Instant};

#[derive(Debug, Default)]
struct Count {
    /// Ended by itself before the kill came.
    finished: usize,
    /// Killed, and the server had not been asked.
    before: usize,
    /// Killed, and the new token was in the keyring.
    after: usize,
    /// Killed in between, and the old token still lived.
    unharmed: usize,
    /// Killed in between, and the session was lost and reported.
    lost: usize,
}

#[test]
fn r_17_kills_at_any_moment_lose_what_the_protocol_loses_and_nothing_silently() {
    let bus = SessionBus::start();
    let keyring = Keyring::start(&bus);
    let scene = Scene::new(&bus, &[]);
    let rounds = rounds("LATCHKEY_TEST_KILLS", 10);
    let ask = || scene.person.sandbox.begin(&["--json", "token", "harbour"]);
    // How long a whole renewal takes.
    let mut whole = Duration::ZERO;
    for _ in 0..3 {
        scene.expire(&keyring);
        let begun = Instant::now();
        assert_eq!(ask().wait().code, Some(0));
        whole = whole.max(begun.elapsed());
    }

    let (mut anywhere, mut within) = (Count::default(), Count::default());
    for round in 0..rounds {
        scene.expire(&keyring);
        let old = scene.record(&keyring)["refresh"].clone();
        let renewals = scene.proxy.renewals();
        let part = f64::from(u32::try_from(round / 2).unwrap()) + 0.5;
        let part = part / f64::from(u32::try_from(rounds.div_ceil(2)).unwrap());
        let killed = ask();
        // Every second one from the moment the request arrives, where the danger is.
        let count = if round % 2 == 0 {
            std::thread::sleep(whole.mul_f64(part));
            &mut anywhere
        } else {
            while scene.proxy.renewals() == renewals {
                std::thread::sleep(Duration::from_micros(200));
            }
            std::thread::sleep(whole.mul_f64(part));
            &mut within
        };
        killed.signal(Signal::KILL);
        let is_finished = killed.wait().code.is_some();
        let has_asked = scene.proxy.renewals() > renewals;
        let is_kept = scene.record(&keyring)["refresh"] != old;

        let next = scene.person.run(&TOKEN, "");
        match next.code {
            Some(0) => {
                assert!(scene.is_good(&next.json()), "round {round}: a dead token");
                match (is_finished, has_asked, is_kept) {
                    (true, ..) => count.finished += 1,
                    (_, false, _) => count.before += 1,
                    (.., true) => count.after += 1,
                    _ => count.unharmed += 1,
                }
            }
            Some(3) => {
                let code = next.json()["error"]["code"].clone();
                assert_eq!(code, "SESSION_CUT_OFF", "round {round}: {next:?}");
                assert!(has_asked && !is_kept, "round {round}: lost for no reason");
                count.lost += 1;
                scene.sign_in();
            }
            _ => panic!("round {round}: {next:?}"),
        }
    }

    print_figures(&format!(
        "{rounds} kills; a renewal takes {whole:?}\nat any moment: {anywhere:?}\nafter the request: {within:?}"
    ));
}
