//! Many renewals in a short time, by several programs and the window, with the figures printed: no session may be lost,
//! and there is no more than one renewal for each expired token.

use super::{Scene, print_figures, rounds};
use crate::bench::{Display, Keyring, Server, SessionBus, wait_until};

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// Life of an access token, and what a program needs of it: for three seconds nobody has to renew.
const LIFE: &str = "5s";
const TOKEN: [&str; 4] = ["token", "harbour", "--min-validity", "2s"];
const NEEDED: Duration = Duration::from_secs(2);
const SPACING: Duration = Duration::from_secs(3);

#[derive(Debug, Default)]
struct Count {
    tokens: AtomicUsize,
    /// The machine was too busy for tokens that live for seconds.
    late: AtomicUsize,
    windows: AtomicUsize,
    /// The keyring's own daemon had ended.
    without_keyring: AtomicUsize,
}

fn add(count: &AtomicUsize) {
    let _ = count.fetch_add(1, Ordering::Relaxed);
}

#[test]
fn r_19_renewals_by_several_programs_and_the_window_lose_nothing() {
    let bus = SessionBus::start();
    let mut keyring = Keyring::start(&bus);
    let display = Display::start();
    let mut scene = Scene::new(&bus, &[("ACCESS_TOKEN_TTL", LIFE)]);
    scene.person.sandbox = scene.person.sandbox.join(&display);
    let wanted = rounds("LATCHKEY_TEST_RENEWALS", 6);
    let (is_over, count) = (AtomicBool::new(false), Count::default());
    let begun = Instant::now();
    let limit = Duration::from_secs(60) + SPACING * u32::try_from(wanted).unwrap() * 2;

    let goes_on = || !is_over.load(Ordering::Relaxed);

    std::thread::scope(|scope| {
        let programs = [(); 2].map(|()| {
            scope.spawn(|| {
                while goes_on() {
                    add(scene.use_token(&count));
                }
            })
        });
        let windows = scope.spawn(|| {
            while goes_on() {
                scene.check_with_the_window(&display);
                add(&count.windows);
                std::thread::sleep(SPACING);
            }
        });
        let _ = wait_until(limit, || {
            // gnome-keyring may end by a known fault of its own (a client it has forgotten); a desktop starts it again.
            if !keyring.is_running() {
                keyring.kill();
                keyring = Keyring::start(&bus);
            }
            let is_broken = windows.is_finished()
                || programs
                    .iter()
                    .any(std::thread::ScopedJoinHandle::is_finished);
            is_broken || scene.proxy.renewals() >= wanted
        });
        is_over.store(true, Ordering::Relaxed);
    });

    let (took, renewals) = (begun.elapsed(), scene.proxy.renewals());
    print_figures(&format!(
        "{renewals} renewals in {took:?}, access tokens live for {LIFE}, none lost: {count:?}"
    ));
    assert!(renewals >= wanted, "only {renewals} renewals in {took:?}");
    // A renewal is due after three seconds, not before. The window wants more than any token here has left.
    let due = took.as_secs_f64() / SPACING.as_secs_f64();
    let by_windows = 2 * count.windows.into_inner() + 4;
    let most = due + f64::from(u32::try_from(by_windows).unwrap());
    assert!(
        f64::from(u32::try_from(renewals).unwrap()) < most,
        "{renewals}, not {most}"
    );
    let user = scene.directus.id("person_user");
    assert_eq!(scene.directus.count("directus_sessions", "user", user), 1);
}

impl Scene {
    /// Gets a token, uses it, and says which count that belongs to. Whatever ends the session fails the test.
    fn use_token<'a>(&self, count: &'a Count) -> &'a AtomicUsize {
        let ran = self.person.run(&TOKEN, "");
        let handed = Instant::now();
        match ran.json()["error"]["code"].as_str() {
            None => {}
            Some("SHORT_LIVED") => return &count.late,
            Some("KEYRING_ABSENT") => {
                std::thread::sleep(SPACING);
                return &count.without_keyring;
            }
            Some(_) => panic!("{ran:?}"),
        }
        if self.is_good(&ran.json()) {
            &count.tokens
        } else {
            assert!(
                handed.elapsed() > NEEDED,
                "a dead token was handed out: {ran:?}"
            );
            &count.late
        }
    }

    /// Opens the window, lets it look at the session, and closes it.
    fn check_with_the_window(&self, display: &Display) {
        let questions = self.proxy.count("/users/me");
        let log = self.person.sandbox.home().join("window.log");
        let mut window = Server::start("Latchkey", self.person.sandbox.command(), &log);
        display.wait_for_title("Account", Duration::from_secs(60));
        let _ = wait_until(Duration::from_secs(20), || {
            self.proxy.count("/users/me") > questions
        });
        display.key("ctrl+q");
        assert!(wait_until(Duration::from_secs(20), || !window.is_running()));
    }
}
