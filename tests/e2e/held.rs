//! The window while the server holds its answer back: a sign-in that has begun is not lost by a log-off, and does not
//! replace what the person does afterwards.

use super::bench::{
    Directus, Display, FaultServer, Keyring, Pace, Reply, Sandbox, Server, SessionBus, Version,
    wait_until,
};
use super::person::Person;
use super::sso::scene::{Scene, Setup, is_open};
use super::sso_window::{WAITING, addresses, note_addresses, press_provider};

use rustix::process::Signal;

use std::path::PathBuf;
use std::thread;
use std::time::Duration;

/// Generous: the tests show that something happens, not how fast, and the machine may be busy.
const TEST_TIMEOUT: Duration = Duration::from_secs(60);

fn launch(person: &Person) -> Server {
    let log = person.sandbox.home().join("window.log");
    Server::start("Latchkey", person.sandbox.command(), &log)
}

/// Where later processes find the window.
fn socket(person: &Person) -> PathBuf {
    let runtime = person.sandbox.directory("XDG_RUNTIME_DIR");
    runtime.join("app.latchkey.Latchkey/instance.sock")
}

fn wait_for_title(display: &Display, what: &str) {
    display.wait_for_title(what, TEST_TIMEOUT);
    // The title is set before the frame with its fields is painted and the focus is in one of them.
    thread::sleep(Duration::from_millis(500));
}

/// Fills the empty form and sends it.
fn sign_in(display: &Display, email: &str, password: &str) {
    display.type_text(email);
    display.key("Tab");
    display.type_text(password);
    display.key("Return");
}

fn sessions(directus: &Directus, user: &str) -> usize {
    directus.count("directus_sessions", "user", user)
}

/// The end of the session or a signal during a sign-in: the server has created the session, and its answer comes
/// only after the window was closed.
fn a_sign_in_on_its_way_is_kept(signal: Signal, status: i32) {
    let bus = SessionBus::start();
    let keyring = Keyring::start(&bus);
    let display = Display::start();
    let directus = Directus::start(Version::V11, None, &[]);
    let front = FaultServer::in_front_of(directus.url(), None, |request| {
        if request.path == "/auth/login" {
            Reply::forward().pace(Pace::Held)
        } else {
            Reply::forward()
        }
    });
    let sandbox = Sandbox::new().join(&bus).join(&display);
    let person = Person::at_address(sandbox, &front.url());
    let (email, password) = directus.person();
    let user = directus.id("person_user");
    let mut window = launch(&person);
    wait_for_title(&display, "Sign in");
    assert!(socket(&person).exists());

    sign_in(&display, email, password);
    assert!(wait_until(TEST_TIMEOUT, || sessions(&directus, user) == 1));
    assert_eq!(keyring.lookup(&person.item()), None);
    window.signal(signal);
    assert!(wait_until(TEST_TIMEOUT, || display.windows().is_empty()));
    front.release();

    assert_eq!(
        window.wait_for_exit(TEST_TIMEOUT),
        Some(status),
        "{}",
        window.log()
    );
    assert!(keyring.lookup(&person.item()).is_some(), "{}", window.log());
    assert!(!socket(&person).exists());
    let token = person.ok(&["token", "harbour"], "");
    let token = token["access_token"].as_str().unwrap();
    let me = directus.api_as(token, "GET", "/users/me?fields=email", None);
    assert_eq!(me.data()["email"], email);
    assert_eq!(sessions(&directus, user), 1);

    // The next start finds nothing in its way, and a window with nothing to finish ends the same way.
    let mut window = launch(&person);
    wait_for_title(&display, "Account");
    window.signal(signal);
    assert_eq!(
        window.wait_for_exit(TEST_TIMEOUT),
        Some(status),
        "{}",
        window.log()
    );
    assert!(!socket(&person).exists());
}

#[test]
fn r_42_a_sign_in_on_its_way_outlives_sigterm() {
    a_sign_in_on_its_way_is_kept(Signal::TERM, 143);
}

#[test]
fn r_42_a_sign_in_on_its_way_outlives_the_end_of_the_session() {
    a_sign_in_on_its_way_is_kept(Signal::HUP, 129);
}

#[test]
fn r_42_ctrl_c_closes_the_port_of_a_browser_round() {
    let bus = SessionBus::start();
    let _keyring = Keyring::start(&bus);
    let display = Display::start();
    let mut scene = Scene::new(&bus, &Setup::default());
    let noted = note_addresses(&mut scene);
    scene.person.sandbox = scene.person.sandbox.join(&display);
    let mut window = launch(&scene.person);
    display.wait_for_title("Sign in", TEST_TIMEOUT);
    press_provider(&display);
    display.wait_for_title(WAITING, TEST_TIMEOUT);
    assert!(wait_until(TEST_TIMEOUT, || addresses(&noted).len() == 1));
    let listener = Scene::listener(&addresses(&noted)[0]);
    assert!(is_open(&listener));

    window.signal(Signal::INT);
    assert_eq!(
        window.wait_for_exit(TEST_TIMEOUT),
        Some(130),
        "{}",
        window.log()
    );
    assert!(!is_open(&listener));
    assert!(!socket(&scene.person).exists());
}

#[test]
fn r_37_the_answer_of_a_sign_in_that_was_left_does_not_replace_the_next_one() {
    let bus = SessionBus::start();
    let keyring = Keyring::start(&bus);
    let display = Display::start();
    let directus = Directus::start(Version::V11, None, &[]);
    let (email, password) = directus.person();
    let (other, typed) = ("grace@example.com", "Another-account-7");
    let other_user = directus.create_user(other, typed);
    let user = directus.id("person_user");
    let held = email.to_owned();
    let front = FaultServer::in_front_of(directus.url(), None, move |request| {
        let is_first = String::from_utf8_lossy(&request.body).contains(&held);
        if request.path == "/auth/login" && is_first {
            Reply::forward().pace(Pace::Held)
        } else {
            Reply::forward()
        }
    });
    let sandbox = Sandbox::new().join(&bus).join(&display);
    let person = Person::at_address(sandbox, &front.url());
    let _window = launch(&person);
    wait_for_title(&display, "Sign in");

    sign_in(&display, email, password);
    assert!(wait_until(TEST_TIMEOUT, || sessions(&directus, user) == 1));
    // Escape cancels the request: the form is filled again, and the password field has the focus.
    display.key("Escape");
    thread::sleep(Duration::from_millis(500));
    display.key("shift+Tab");
    display.key("ctrl+a");
    display.type_text(other);
    display.key("Tab");
    display.key("ctrl+a");
    display.type_text(typed);
    display.key("Return");
    wait_for_title(&display, "Account");
    assert!(wait_until(TEST_TIMEOUT, || keyring
        .lookup(&person.item())
        .is_some()));
    let kept = keyring.lookup(&person.item());

    front.release();
    assert!(
        wait_until(TEST_TIMEOUT, || sessions(&directus, user) == 0),
        "a session that nobody holds was left on the server"
    );
    assert_eq!(sessions(&directus, &other_user), 1);
    assert_eq!(keyring.lookup(&person.item()), kept);
    assert_eq!(
        person.ok(&["status", "harbour"], "")["account"]["email"],
        other
    );
}
