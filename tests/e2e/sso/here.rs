//! An instance on this machine, in a real window: a directory in the form, and a provider whose browser comes back to
//! the same host name. No companion.

use super::GRACE;
use super::scene::{at_provider, begin, keeping};
use super::window::{TEST_TIMEOUT, WAITING, launch, picture, press_provider};
use crate::bench::{
    Browser, Directus, Display, IRIS, Idp, Keyring, Ldap, Opener, SessionBus, Version, free_port,
    openid, wait_until,
};

use std::thread;
use std::time::Duration;

const NOOR: &str = "noor@example.com";
const LIST: &str = "http://127.0.0.1:28517/callback,http://127.0.0.1:28518/callback,http://127.0.0.1:28519/callback";

/// An instance with a provider of the browser and a directory.
fn instance(idp: &Idp, ldap: &Ldap, port: u16) -> Directus {
    let mut settings = openid("corp", idp);
    settings.extend(openid("old_mode", idp));
    settings.extend(ldap.settings("directory"));
    let more = [
        ("AUTH_PROVIDERS", "corp,old_mode,directory"),
        ("AUTH_CORP_REDIRECT_ALLOW_LIST", LIST),
        ("AUTH_OLD_MODE_REDIRECT_ALLOW_LIST", LIST),
        ("AUTH_OLD_MODE_MODE", "cookie"),
        ("PRESSURE_LIMITER_ENABLED", "false"),
    ];
    settings.extend(more.map(|(name, value)| (name.to_owned(), value.to_owned())));
    let settings: Vec<_> = settings
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    Directus::start_on(port, Version::V11, None, &settings, false)
}

#[test]
fn a_directory_and_a_provider_of_this_machine_in_the_window() {
    let bus = SessionBus::start();
    let keyring = Keyring::start(&bus);
    let display = Display::start();
    let ldap = Ldap::start();
    let port = free_port();
    let url = format!("http://127.0.0.1:{port}");
    let callback = |name| format!("{url}/auth/login/{name}/callback");
    let idp = Idp::start(&["corp", "old_mode"].map(callback), &[]);
    let directus = instance(&idp, &ldap, port);
    assert_eq!(directus.url(), url);

    // The directory: chosen above the form, then its own kind of name.
    let mut iris = keeping(&bus, &url, port);
    iris.sandbox = iris.sandbox.join(&display);
    let window = launch(&iris, &display);
    // The choice comes with the server's answer.
    thread::sleep(Duration::from_secs(2));
    display.key("shift+Tab");
    picture(&display, "here-0-choice");
    display.key("Return");
    thread::sleep(Duration::from_millis(500));
    display.type_text(IRIS.0);
    display.key("Tab");
    display.type_text(IRIS.1);
    picture(&display, "here-1-directory");
    display.key("Return");
    display.wait_for_title("Account", TEST_TIMEOUT);
    assert!(wait_until(TEST_TIMEOUT, || keyring
        .lookup(&iris.item())
        .is_some()));
    thread::sleep(Duration::from_millis(700));
    picture(&display, "here-2-account");
    drop(window);
    let status = iris.ok(&["status", "harbour"], "");
    assert_eq!(status["account"]["email"], "iris@example.com");
    assert_eq!(status["provider"], "directory");

    // The provider, and No at first. Directus then drops the state, so the window shows the reason without believing it
    // (S-05).
    let mut noor = keeping(&bus, &url, port);
    let opener = Opener::enter(&mut noor.sandbox);
    noor.sandbox = noor.sandbox.join(&display);
    let _window = launch(&noor, &display);
    press_provider(&display, "here-3");
    let first = opener.address(1);
    let mut browser = Browser::new();
    let page = browser.visit(&first);
    let page = browser.submit(&page, &[("answer", "cancel")]);
    assert!(page.text.contains("did not finish"), "{page:?}");
    // The report is painted with the next tick of the clock.
    thread::sleep(Duration::from_secs(2));
    assert!(display.window_title().contains(WAITING));
    picture(&display, "here-4-unverified-error");

    // The recommended step is the first control after it.
    display.key("Tab");
    display.key("Tab");
    picture(&display, "here-5-try-again");
    display.key("Return");
    let again = opener.address(2);
    thread::sleep(Duration::from_secs(2));
    picture(&display, "here-6-again");
    let page = at_provider(&mut browser, &again, NOOR);
    assert!(page.text.contains("Signed in"), "{page:?}");
    display.wait_for_title("Account", TEST_TIMEOUT);
    assert!(wait_until(TEST_TIMEOUT, || keyring
        .lookup(&noor.item())
        .is_some()));
    let status = noor.ok(&["status", "harbour"], "");
    assert_eq!(status["account"]["email"], NOOR);

    // A provider in cookie mode leaves another cookie.
    let grace = keeping(&bus, &url, port);
    let (running, address) = begin(&grace, &url, "old_mode", &[]);
    let page = at_provider(&mut Browser::new(), &address, GRACE);
    assert!(page.text.contains("Signed in"), "{page:?}");
    let ran = running.wait();
    assert_eq!(ran.json()["account"]["email"], GRACE, "{ran:?}");
    let _ = grace.ok(&["token", "harbour", "--min-validity", "800s"], "");
}
