//! The whole way as a person goes it: the real window, the desktop's own way to the browser, Chromium with its window,
//! the provider, the companion's question, and back. Directus has another host name than the listener, so that no
//! cookie can help.

use super::fleet::Fleet;
use super::window::{TEST_TIMEOUT, WAITING, launch, picture, press_provider};
use crate::bench::{Display, IDP_PASSWORD, Keyring, SessionBus, SystemBrowser, claims, wait_until};

use std::path::PathBuf;
use std::thread;
use std::time::Duration;

#[test]
fn from_the_window_through_chromium_to_signing_out() {
    let bus = SessionBus::start();
    let keyring = Keyring::start(&bus);
    let display = Display::start();
    let fleet = Fleet::shared();
    let mut person = fleet.person(&bus);
    let browser = SystemBrowser::enter(&person.sandbox, "dx.test");
    person.sandbox = person.sandbox.join(&display);
    let _window = launch(&person, &display);

    // The browser is closed during the wait: Latchkey goes on waiting, and opens it again.
    press_provider(&display, "chromium-1");
    assert!(wait_until(TEST_TIMEOUT, || browser.starts() == 1));
    browser.close();
    display.wait_for_title(WAITING, TEST_TIMEOUT);
    display.key("Tab");
    display.key("Tab");
    picture(&display, "chromium-2-closed");
    display.key("Return");
    assert!(wait_until(TEST_TIMEOUT, || browser.starts() == 2));

    let email = "visitor-131@example.com";
    let asked = browser.perform(&["provider", email, IDP_PASSWORD, "asked"]);
    assert!(asked.contains(email), "{asked}");
    picture(&display, "chromium-3-asked");
    let last = browser.perform(&["yes", "landed"]);
    assert!(last.contains("You are signed in"), "{last}");
    // No code and no state stay in the browser's address (S-14).
    let landed = last.lines().next().unwrap();
    assert!(landed.ends_with("/callback"), "{landed}");
    // The window comes to the front by itself.
    display.wait_for_title("Account", TEST_TIMEOUT);
    assert!(wait_until(TEST_TIMEOUT, || keyring
        .lookup(&person.item())
        .is_some()));
    thread::sleep(Duration::from_millis(700));
    picture(&display, "chromium-4-account");

    let session = person.ok(&["status", "harbour"], "");
    assert_eq!(session["account"]["email"], email);
    assert_eq!(session["stored_in"], "keyring");
    let user = session["account"]["id"].as_str().unwrap();
    let first = person.ok(&["token", "harbour"], "");
    let renewed = wait_until(TEST_TIMEOUT, || {
        let now = person.ok(&["token", "harbour", "--min-validity", "899s"], "");
        let access = now["access_token"].as_str().unwrap();
        assert_eq!(claims(access)["id"], user);
        now["access_token"] != first["access_token"]
    });
    assert!(renewed);
    // What was typed in the browser is nowhere in Latchkey's home (S-17).
    assert_eq!(person.sandbox.grep_for(IDP_PASSWORD), [] as [PathBuf; 0]);

    let node = &fleet.nodes[0];
    assert_eq!(node.count("directus_sessions", "user", user), 1);
    // Tab past Back, the Data Studio and the token to Sign out.
    for _ in 0..4 {
        display.key("Tab");
    }
    picture(&display, "chromium-5-sign-out");
    display.key("Return");
    assert!(wait_until(TEST_TIMEOUT, || keyring
        .lookup(&person.item())
        .is_none()));
    assert_eq!(node.count("directus_sessions", "user", user), 0);
}
