//! More than one attempt in a real window: no at the provider, then Directus's own one-time code, wrong and right.

use super::fleet::Fleet;
use super::scene::{Scene, at_provider, enable_tfa, is_open};
use super::window::{TEST_TIMEOUT, WAITING, launch, picture, press_provider, wait_for_form};
use crate::bench::{Browser, Display, IDP_PASSWORD, Keyring, Opener, SessionBus, totp, wait_until};

use std::thread;
use std::time::Duration;

/// Letters go where the focus is, once the screen is painted.
fn type_code(display: &Display, code: &str) {
    display.type_text(code);
    display.wait_for_title(WAITING, TEST_TIMEOUT);
}

#[test]
fn r_36_no_at_the_provider_then_a_wrong_code_then_the_right_one_in_the_window() {
    let bus = SessionBus::start();
    let keyring = Keyring::start(&bus);
    let display = Display::start();
    let fleet = Fleet::shared();
    let mut person = fleet.person(&bus);
    let email = "visitor-121@example.com";
    let (running, begun) = fleet.begin(&person, "corp", &[]);
    let mut browser = Browser::new();
    let page = at_provider(&mut browser, &begun, email);
    let _ = browser.submit(&page, &[("answer", "yes")]);
    let user = running.wait().json()["account"]["id"].take();
    let secret = enable_tfa(&fleet.nodes[0], &person, user.as_str().unwrap());
    let _ = person.ok(&["logout", "harbour"], "");

    let opener = Opener::enter(&mut person.sandbox);
    person.sandbox = person.sandbox.join(&display);
    let _window = launch(&person, &display);

    // Said no at the provider: back on the form, which says so.
    press_provider(&display, "rounds-1");
    let first = opener.address(1);
    let mut browser = Browser::new();
    let page = browser.visit(&first);
    let page = browser.submit(&page, &[("answer", "cancel")]);
    assert!(page.text.contains("did not finish"), "{page:?}");
    wait_for_form(&display);
    assert!(!is_open(&Scene::listener(&first)));
    picture(&display, "rounds-2-denied");

    // The provider lets the person in; Directus wants a code.
    press_provider(&display, "rounds-3");
    let page = at_provider(&mut browser, &opener.address(2), email);
    assert!(page.text.contains("did not finish"), "{page:?}");
    wait_for_form(&display);
    picture(&display, "rounds-4-code");

    // The same provider again, which asks for nothing more, with a wrong code and then with the right one.
    type_code(&display, "000000");
    let page = browser.visit(&opener.address(3));
    assert!(page.text.contains("did not finish"), "{page:?}");
    wait_for_form(&display);
    picture(&display, "rounds-5-wrong-code");
    type_code(&display, &totp(&secret));
    let page = browser.visit(&opener.address(4));
    assert!(page.text.contains(email), "{page:?}");
    let page = browser.submit(&page, &[("answer", "yes")]);
    assert!(page.text.contains("Signed in"), "{page:?}");
    display.wait_for_title("Account", TEST_TIMEOUT);
    assert!(wait_until(TEST_TIMEOUT, || keyring
        .lookup(&person.item())
        .is_some()));
    thread::sleep(Duration::from_millis(700));
    picture(&display, "rounds-6-account");
    // What was typed at the provider is nowhere in Latchkey's home (S-17).
    assert_eq!(
        person.sandbox.grep_for(IDP_PASSWORD),
        [] as [std::path::PathBuf; 0]
    );
}
