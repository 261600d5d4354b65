//! The steps in the window until the browser takes over, which many tests repeat, and pictures of it below
//! `target/tmp/window`. Each test states the expected outcome itself.

use crate::bench::{Display, Server, wait_until};
use crate::person::Person;

use std::path::PathBuf;
use std::thread;
use std::time::Duration;

/// Generous: the tests show that something happens, not how fast, and the machine may be busy.
pub(super) const TEST_TIMEOUT: Duration = Duration::from_secs(60);
/// In the title while the browser has the sign-in.
pub(super) const WAITING: &str = "Sign in through the browser";

/// Starts the window, and waits for the form of the one kept instance.
pub(super) fn launch(person: &Person, display: &Display) -> Server {
    let log = person.sandbox.home().join("window.log");
    let window = Server::start("Latchkey", person.sandbox.command(), &log);
    wait_for_form(display);
    window
}

/// Waits until the browser's part is over, one way or another, and what came of it is painted.
pub(super) fn wait_for_form(display: &Display) {
    let is_there = || {
        let title = display.window_title();
        title.contains("Sign in") && !title.contains(WAITING)
    };
    assert!(
        wait_until(TEST_TIMEOUT, is_there),
        "{}",
        display.window_title()
    );
    thread::sleep(Duration::from_millis(700));
}

/// From the e-mail field to the first provider's button below the form.
pub(super) fn press_provider(display: &Display, name: &str) {
    // The buttons come with the server's answer, a moment after the form.
    thread::sleep(Duration::from_secs(2));
    for _ in 0..5 {
        display.key("Tab");
    }
    picture(display, &format!("{name}-button"));
    display.key("Return");
    display.wait_for_title(WAITING, TEST_TIMEOUT);
}

/// A picture for people to look at, of what the last key or answer led to.
pub(super) fn picture(display: &Display, name: &str) {
    thread::sleep(Duration::from_millis(400));
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("window/sso-{name}.png"));
    display.screenshot(&path);
}
