//! Many renewals in a short time, by several programs and the window, with the count told: nothing may be lost, and
//! the server is asked no more than tokens end.

use super::{Scene, rounds};
use crate::bench::{Display, Keyring, Server, SessionBus, wait_until};

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// Life of an access token, and what a program needs of it: for two seconds nobody has to renew.
const LIFE: &str = "3s";
const NEEDED: [&str; 4] = ["token", "harbour", "--min-validity", "1s"];
const SPACING: Duration = Duration::from_secs(2);

#[test]
fn r_19_renewals_by_several_programs_and_the_window_lose_nothing() {
    let bus = SessionBus::start();
    let _keyring = Keyring::start(&bus);
    let display = Display::start();
    let mut scene = Scene::new(&bus, &[("ACCESS_TOKEN_TTL", LIFE)]);
    scene.person.sandbox = scene.person.sandbox.join(&display);
    let wanted = rounds("LATCHKEY_TEST_RENEWALS", 8);
    let (is_over, asked, windows) = (
        AtomicBool::new(false),
        AtomicUsize::new(0),
        AtomicUsize::new(0),
    );
    let begun = Instant::now();

    std::thread::scope(|scope| {
        for _ in 0..2 {
            let _ = scope.spawn(|| {
                while !is_over.load(Ordering::Relaxed) {
                    scene.use_token();
                    let _ = asked.fetch_add(1, Ordering::Relaxed);
                }
            });
        }
        let _ = scope.spawn(|| {
            while !is_over.load(Ordering::Relaxed) {
                scene.look_with_the_window(&display);
                let _ = windows.fetch_add(1, Ordering::Relaxed);
                std::thread::sleep(SPACING);
            }
        });
        let limit = Duration::from_secs(60) + SPACING * u32::try_from(wanted).unwrap() * 3;
        let came = wait_until(limit, || scene.way.renewals() >= wanted);
        is_over.store(true, Ordering::Relaxed);
        assert!(came, "only {} renewals in {limit:?}", scene.way.renewals());
    });

    let (took, renewals) = (begun.elapsed(), scene.way.renewals());
    eprintln!(
        "{renewals} renewals in {took:?}: {asked:?} tokens for programs, {windows:?} windows, nothing lost"
    );
    // A renewal is due after two seconds, not before. The window wants more than any token here has left.
    let due = took.as_secs_f64() / SPACING.as_secs_f64();
    let by_windows = 2 * windows.load(Ordering::Relaxed) + 4;
    assert!(renewals < due.ceil() as usize + by_windows, "{renewals}");
    assert_eq!(
        scene.directus.count(
            "directus_sessions",
            "user",
            scene.directus.id("person_user")
        ),
        1
    );
}

impl Scene {
    fn use_token(&self) {
        let token = self.person.ok(&NEEDED, "");
        assert!(self.is_good(&token), "a dead token was handed out");
    }

    /// Opens the window, lets it look at the session, and closes it.
    fn look_with_the_window(&self, display: &Display) {
        let questions = self.way.count("/users/me");
        let log = self.person.sandbox.home().join("window.log");
        let mut window = Server::start("Latchkey", self.person.sandbox.command(), &log);
        display.wait_for_title("Account", Duration::from_secs(60));
        assert!(wait_until(Duration::from_secs(60), || {
            self.way.count("/users/me") > questions
        }));
        display.key("ctrl+q");
        assert!(wait_until(Duration::from_secs(20), || !window.is_running()));
    }
}
