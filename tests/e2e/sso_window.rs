//! A sign-in through the browser in a real window: the button, the wait, the account. The browser is asked for as on
//! any desktop; a small one takes the address from there. Pictures are kept below `target/tmp/window`.

use super::bench::{Browser, Display, Keyring, Sandbox, Server, SessionBus, wait_until};
use super::sso::GRACE;
use super::sso::scene::{Scene, Setup, at_provider, is_open};

use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::time::Duration;
use std::{fs, thread};

const TEST_TIMEOUT: Duration = Duration::from_secs(30);
pub(crate) const WAITING: &str = "Sign in through the browser";

pub(crate) fn note_addresses(scene: &mut Scene) -> PathBuf {
    install_noting_opener(&mut scene.person.sandbox)
}

/// Takes the place of the desktop's opener, and notes each address it is given.
pub(crate) fn install_noting_opener(sandbox: &mut Sandbox) -> PathBuf {
    let home = sandbox.home().to_owned();
    let (programs, noted) = (home.join("bin"), home.join("addresses"));
    let opener = programs.join("xdg-open");
    let body = format!(
        "#!/bin/sh\nprintf '%s\\n' \"$1\" >> '{}'\n",
        noted.display()
    );
    fs::create_dir_all(&programs).unwrap();
    fs::write(&opener, body).unwrap();
    fs::set_permissions(&opener, fs::Permissions::from_mode(0o755)).unwrap();
    let path = format!("{}:/usr/bin:/bin", programs.display());
    sandbox.set("PATH", &path);

    noted
}

pub(crate) fn addresses(noted: &Path) -> Vec<String> {
    fs::read_to_string(noted)
        .unwrap_or_default()
        .lines()
        .map(str::to_owned)
        .collect()
}

fn picture(display: &Display, name: &str) {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("window/sso-{name}.png"));
    display.screenshot(&path);
}

/// From the e-mail field to the provider's button below the form.
pub(crate) fn press_provider(display: &Display) {
    // The buttons come with the server's answer, a moment after the form.
    thread::sleep(Duration::from_secs(2));
    for _ in 0..5 {
        display.key("Tab");
    }
    picture(display, "1-button");
    display.key("Return");
    display.wait_for_title(WAITING, TEST_TIMEOUT);
}

#[test]
fn from_the_button_over_a_cancelled_wait_to_the_account() {
    let bus = SessionBus::start();
    let keyring = Keyring::start(&bus);
    let display = Display::start();
    let mut scene = Scene::new(&bus, &Setup::default());
    let noted = note_addresses(&mut scene);
    scene.person.sandbox = scene.person.sandbox.join(&display);
    let log = scene.person.sandbox.home().join("window.log");
    let _window = Server::start("Latchkey", scene.person.sandbox.command(), &log);
    display.wait_for_title("Sign in", TEST_TIMEOUT);

    press_provider(&display);
    assert!(wait_until(TEST_TIMEOUT, || addresses(&noted).len() == 1));
    thread::sleep(Duration::from_millis(700));
    picture(&display, "2-waiting");
    let first = Scene::listener(&addresses(&noted)[0]);
    assert!(is_open(&first));

    // Esc ends the wait and closes the port.
    display.key("Escape");
    assert!(
        wait_until(TEST_TIMEOUT, || !is_open(&first)),
        "the port stays open"
    );
    assert!(!display.window_title().contains(WAITING));

    press_provider(&display);
    assert!(wait_until(TEST_TIMEOUT, || addresses(&noted).len() == 2));
    let address = addresses(&noted)[1].clone();
    let mut browser = Browser::new();
    let page = at_provider(&mut browser, &address, GRACE);
    display.minimize();
    let page = browser.submit(&page, &[("answer", "yes")]);
    assert!(page.text.contains("Signed in"), "{page:?}");

    display.wait_for_title("Account", TEST_TIMEOUT);
    assert!(wait_until(TEST_TIMEOUT, || keyring
        .lookup(&scene.person.item())
        .is_some()));
    thread::sleep(Duration::from_millis(700));
    picture(&display, "3-account");
    assert!(!is_open(&Scene::listener(&address)));
}
