//! `login --window` on a real desktop: a program asks for a sign-in, the person does it in the window, the program
//! goes on. In a window that runs already, and in one that is opened for it.

use super::bench::{Directus, Display, Keyring, Server, SessionBus, Version, wait_until};
use super::person::Person;

use std::thread;
use std::time::Duration;

const TEST_TIMEOUT: Duration = Duration::from_secs(60);
const LOGIN: [&str; 4] = ["--json", "login", "harbour", "--window"];

/// The password goes into the form, whose e-mail is known from the last sign-in.
fn sign_in(display: &Display, password: &str) {
    // The title is set before the frame with its fields is painted and the focus is in one of them.
    thread::sleep(Duration::from_millis(700));
    display.type_text(password);
    display.key("Return");
}

#[test]
fn the_command_ends_with_the_sign_in_or_with_the_window() {
    let bus = SessionBus::start();
    let keyring = Keyring::start(&bus);
    let display = Display::start();
    let directus = Directus::start(Version::V12, None, &[]);
    let mut person = Person::keeping(&directus, &bus);
    person.sandbox = person.sandbox.join(&display);
    let (email, password) = directus.person();
    let _ = person.sign_in(email, password);

    // Signed in already: reported at once, and no window opens.
    let told = person.ok(&["login", "harbour", "--window"], "");
    assert_eq!(told["signed_in"], true);
    assert_eq!(told["account"]["email"], email);
    assert!(display.windows().is_empty(), "{:?}", display.windows());
    let _ = person.ok(&["logout", "harbour"], "");

    // A window that was opened for this sign-in closes after it.
    let waiting = person.sandbox.begin(&LOGIN);
    display.wait_for_title("Sign in", TEST_TIMEOUT);
    sign_in(&display, password);
    let ended = waiting.wait();
    assert_eq!(ended.code, Some(0), "{ended:?}");
    assert_eq!(ended.json()["account"]["email"], email);
    assert_eq!(ended.json()["stored_in"], "keyring");
    assert!(keyring.lookup(&person.item()).is_some());
    assert!(wait_until(TEST_TIMEOUT, || display.windows().is_empty()));
    let _ = person.ok(&["logout", "harbour"], "");

    // Closed without a sign-in.
    let waiting = person.sandbox.begin(&LOGIN);
    display.wait_for_title("Sign in", TEST_TIMEOUT);
    display.key("ctrl+q");
    let ended = waiting.wait();
    assert_eq!(ended.code, Some(7), "{ended:?}");
    assert_eq!(ended.json()["error"]["code"], "CANCELLED");

    // In the window that runs already, which stays.
    let log = person.sandbox.home().join("window.log");
    let mut window = Server::start("Latchkey", person.sandbox.command(), &log);
    display.wait_for_title("Sign in", TEST_TIMEOUT);
    display.key("Escape");
    // Only a window that exists can be brought to the front.
    display.wait_for_title("Latchkey", TEST_TIMEOUT);
    let mut waiting = person.sandbox.begin(&LOGIN);
    let _ = waiting.wait_for_line(|line| line.contains("The window asks you"));
    display.wait_for_title("Sign in", TEST_TIMEOUT);
    sign_in(&display, password);
    let ended = waiting.wait();
    assert_eq!(ended.code, Some(0), "{ended:?}");
    assert_eq!(ended.json()["signed_in"], true);
    display.wait_for_title("Account", TEST_TIMEOUT);
    let _ = person.ok(&["logout", "harbour"], "");

    // Ctrl-C stops waiting and leaves the window; the end of the window ends the waiting.
    let mut waiting = person.sandbox.begin(&LOGIN);
    let _ = waiting.wait_for_line(|line| line.contains("The window asks you"));
    waiting.interrupt();
    assert_eq!(waiting.wait().code, Some(7));
    assert!(window.is_running());
    let mut waiting = person.sandbox.begin(&LOGIN);
    let _ = waiting.wait_for_line(|line| line.contains("The window asks you"));
    window.kill();
    let ended = waiting.wait();
    assert_eq!(ended.code, Some(7), "{ended:?}");
}
