//! The main tasks by the keyboard alone, in a real window: add an instance, sign in with a one-time code, sign out,
//! begin to sign in through the browser and cancel, set a new password by the pasted link of the mail. No mouse is
//! moved. Pictures of the steps are kept below `target/tmp/window`.
//!
//! A test cannot ask what has the focus, as the window has no accessibility tree yet. So a control is looked for as a
//! person without sight would: from the screen's first field some steps with Tab, then Enter, and the window's title,
//! the server or a file shows whether that was the right one. No number of steps is written down.

use super::bench::{
    Directus, Display, Idp, Keyring, Mail, Sandbox, Server, SessionBus, Version, free_port, openid,
    totp, wait_until,
};
use super::sso::scene::{Scene, is_open};
use super::sso_window::{WAITING, addresses, install_noting_opener};

use std::path::PathBuf;
use std::thread;
use std::time::{Duration, Instant};

const TEST_TIMEOUT: Duration = Duration::from_secs(60);
/// How long a screen may take to come after its button.
const SCREEN_CHANGE_TIMEOUT: Duration = Duration::from_secs(3);
/// Upper limit for the controls of one screen.
const MAX_CONTROLS: usize = 14;
const NEW: &str = "Typed-by-hand-alone-7";
const SIGN_IN: &str = "Sign in";
const ACCOUNT: &str = "Account";

struct Desktop {
    name: &'static str,
    display: Display,
    sandbox: Sandbox,
    noted: PathBuf,
    pictures: std::cell::Cell<u32>,
}

impl Desktop {
    fn new(name: &'static str, bus: &SessionBus) -> Self {
        let display = Display::start();
        let mut sandbox = Sandbox::new().join(bus).join(&display);
        let noted = install_noting_opener(&mut sandbox);

        Self {
            name,
            display,
            sandbox,
            noted,
            pictures: 0.into(),
        }
    }

    fn title(&self) -> String {
        self.display.window_title()
    }

    /// Waits until the window has this title and its picture no longer changes.
    #[track_caller]
    fn wait_for_title(&self, part: &str) {
        self.display.wait_for_title(part, TEST_TIMEOUT);
        self.wait_until_still();
        self.picture(part);
    }

    fn picture(&self, what: &str) {
        let number = self.pictures.get() + 1;
        self.pictures.set(number);
        let name = what.to_lowercase().replace(' ', "-");
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR"))
            .join(format!("window/{}-{number:02}-{name}.png", self.name));
        self.display.screenshot(&path);
    }

    /// Waits until the screen has not changed for a second, apart from a blinking cursor. A screen shows that work is
    /// in progress, except in the moment before it begins to.
    fn wait_until_still(&self) {
        let limit = Instant::now() + TEST_TIMEOUT;
        let mut before = self.pixels();
        let mut since = Instant::now();
        while since.elapsed() < Duration::from_secs(1) {
            assert!(Instant::now() < limit, "the screen does not come to rest");
            thread::sleep(Duration::from_millis(100));
            let now = self.pixels();
            if differing(&before, &now) > 200 {
                before = now;
                since = Instant::now();
            }
        }
    }

    fn pixels(&self) -> Vec<u8> {
        let mut command = self.display.command("import");
        let output = command
            .args(["-window", "root", "-depth", "8", "rgb:-"])
            .output()
            .expect("the package imagemagick is installed");
        assert!(output.status.success(), "{output:?}");

        output.stdout
    }

    fn tab(&self, times: usize) {
        for _ in 0..times {
            self.display.key("Tab");
        }
    }

    /// Replaces the text of the field that has the focus.
    fn replace(&self, text: &str) {
        self.display.key("ctrl+a");
        self.display.type_text(text);
    }

    /// Looks for the control that does what `is_done` waits for: from the first field of the screen that `home` brings,
    /// one more step with Tab each time, then Enter.
    fn press(&self, what: &str, home: impl Fn(), is_done: impl Fn() -> bool) {
        for steps in 1..MAX_CONTROLS {
            home();
            self.tab(steps);
            self.display.key("Return");
            // What was pressed has done what it does once nothing moves any more: no control takes a fixed time.
            self.wait_until_still();
            if wait_until(Duration::from_millis(300), &is_done) {
                self.wait_until_still();
                self.picture(what);
                return;
            }
        }
        self.picture("lost");
        panic!(
            "no control leads to “{what}”; the title is “{}”",
            self.title()
        );
    }

    /// Goes to the only instance from any screen: up to the list, and down again.
    fn go_to_form(&self, title: &str) {
        for _ in 0..6 {
            if self.title() == "Latchkey" {
                break;
            }
            self.display.key("Escape");
            let before = self.title();
            let _ = wait_until(Duration::from_millis(400), || self.title() != before);
        }
        self.display.key("ctrl+1");
        self.display.wait_for_title(title, TEST_TIMEOUT);
        self.wait_until_still();
    }

    /// What `status` says of being signed in.
    fn is_signed_in(&self) -> bool {
        let status = self.sandbox.run(&["--json", "status"], "");

        status.stdout.contains(r#""signed_in":true"#)
            || status.stdout.contains(r#""signed_in": true"#)
    }

    /// With the password in the form, and the code that is asked for then.
    fn sign_in(&self, password: &str, tfa: &str) {
        self.replace(password);
        self.display.key("Return");
        self.wait_until_still();
        self.picture("code");
        // The form sends itself with the sixth digit.
        self.display.type_text(&totp(tfa));
        if !wait_until(SCREEN_CHANGE_TIMEOUT, || self.title().contains(ACCOUNT)) {
            self.display.key("Return");
        }
        self.wait_for_title(ACCOUNT);
        assert!(wait_until(TEST_TIMEOUT, || self.is_signed_in()));
    }

    fn sign_out(&self) {
        let is_out = || !self.is_signed_in();
        self.press("signed out", || self.go_to_form(ACCOUNT), is_out);
    }

    /// Puts a text where Ctrl+V finds it, as copying it in a mail program does.
    fn copy(&self, text: &str) -> Server {
        let file = self.sandbox.home().join("copied");
        std::fs::write(&file, text).expect("a file");
        let mut command = self.display.command("xclip");
        let _ = command
            .args(["-quiet", "-selection", "clipboard", "-in"])
            .arg(&file);
        let log = self.sandbox.home().join("xclip.log");
        let mut server = Server::start("xclip", command, &log);
        // Printed once it has the clipboard.
        server.wait_until(TEST_TIMEOUT, || {
            std::fs::read_to_string(&log).is_ok_and(|log| log.contains("Waiting"))
        });

        server
    }
}

fn differing(one: &[u8], other: &[u8]) -> usize {
    let pixels = one.chunks_exact(3).zip(other.chunks_exact(3));

    pixels.filter(|(one, other)| one != other).count()
}

#[test]
fn everything_is_done_without_a_mouse() {
    let bus = SessionBus::start();
    let _keyring = Keyring::start(&bus);
    let port = free_port();
    let address = format!("http://127.0.0.1:{port}");
    let idp = Idp::start(&[format!("{address}/auth/login/corp/callback")], &[]);
    let mut settings = openid("corp", &idp);
    settings.push(("PUBLIC_URL".to_owned(), address.clone()));
    let settings: Vec<_> = settings
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    let directus = Directus::start_on(port, Version::V11, None, &settings, true);
    let (email, password) = directus.person();
    let tfa = directus.enable_tfa(directus.id("person_user"), email, password);
    let desktop = Desktop::new("keyboard", &bus);
    let log = desktop.sandbox.home().join("window.log");
    let _window = Server::start("Latchkey", desktop.sandbox.command(), &log);
    desktop.wait_for_title("Latchkey");

    // Add: Enter looks at the address, and Enter again keeps what was found.
    desktop.display.key("ctrl+n");
    desktop.wait_for_title("Add an instance");
    desktop.display.type_text(&address);
    let is_kept = || {
        let kept = desktop.sandbox.run(&["--json", "profiles"], "");
        kept.stdout.contains(&address)
    };
    let mut presses = 0;
    while !is_kept() {
        presses += 1;
        assert!(
            presses < 5,
            "Enter does not keep the instance: {}",
            desktop.title()
        );
        desktop.display.key("Return");
        desktop.wait_until_still();
        desktop.picture("added");
    }

    // Sign in, with a code.
    desktop.go_to_form(SIGN_IN);
    desktop.picture(SIGN_IN);
    desktop.replace(email);
    desktop.tab(1);
    desktop.sign_in(password, &tfa);
    desktop.sign_out();

    // Through the browser, and back before anything came of it.
    let is_waiting = || desktop.title().contains(WAITING);
    desktop.press("browser", || desktop.go_to_form(SIGN_IN), is_waiting);
    assert!(wait_until(TEST_TIMEOUT, || !addresses(&desktop.noted).is_empty()));
    let sent = addresses(&desktop.noted);
    let listener = Scene::listener(sent.last().unwrap());
    assert!(is_open(&listener));
    desktop.display.key("Escape");
    assert!(
        wait_until(TEST_TIMEOUT, || !is_open(&listener)),
        "the port stays open"
    );
    desktop.wait_for_title(SIGN_IN);
    assert!(!desktop.title().contains(WAITING));
    assert!(!desktop.is_signed_in());

    desktop.display.key("ctrl+q");
    assert!(wait_until(TEST_TIMEOUT, || desktop
        .display
        .windows()
        .is_empty()));
}

#[test]
fn a_forgotten_password_is_replaced_without_a_mouse() {
    let bus = SessionBus::start();
    let _keyring = Keyring::start(&bus);
    let mail = Mail::start();
    let directus = Directus::start(Version::V12, Some(&mail), &[]);
    let (email, password) = directus.person();
    let tfa = directus.enable_tfa(directus.id("person_user"), email, password);
    let desktop = Desktop::new("forgotten", &bus);
    let added = desktop
        .sandbox
        .run(&["add", directus.url(), "--name", "Harbour"], "");
    assert_eq!(added.code, Some(0), "{added:?}");
    let log = desktop.sandbox.home().join("window.log");
    let _window = Server::start("Latchkey", desktop.sandbox.command(), &log);
    desktop.wait_for_title(SIGN_IN);

    // The mail is asked for, and its link pasted: the field for it has the keyboard.
    let is_asked = || desktop.title().contains("Forgot");
    desktop.press("forgot", || desktop.go_to_form(SIGN_IN), is_asked);
    desktop.replace(email);
    desktop.display.key("Return");
    let link = mail.wait_for(email).link().to_owned();
    desktop.wait_until_still();
    desktop.picture("asked");
    let _copied = desktop.copy(&link);
    desktop.display.key("ctrl+v");
    desktop.wait_for_title("New password");

    // Typed twice; the button that reveals it lies between the two fields.
    desktop.display.type_text(NEW);
    desktop.tab(2);
    desktop.display.type_text(NEW);
    desktop.picture("typed");
    desktop.display.key("Return");
    desktop.wait_for_title(SIGN_IN);

    // The e-mail is known here, and the password has the keyboard.
    desktop.sign_in(NEW, &tfa);
    desktop.display.key("ctrl+q");
    assert!(wait_until(TEST_TIMEOUT, || desktop
        .display
        .windows()
        .is_empty()));
}

#[test]
fn enter_right_after_tab_goes_to_the_next_control() {
    let bus = SessionBus::start();
    let _keyring = Keyring::start(&bus);
    let desktop = Desktop::new("tab", &bus);
    let log = desktop.sandbox.home().join("window.log");
    let _window = Server::start("Latchkey", desktop.sandbox.command(), &log);
    desktop.wait_for_title("Latchkey");

    // Repeated, because a fault that depends on the order of threads does not show each time.
    for _ in 0..10 {
        desktop.display.key("ctrl+n");
        desktop.wait_for_title("Add an instance");
        // Tab backwards, from the address to the Back button.
        let mut hands = desktop.display.command("xdotool");
        let typed = hands.args(["key", "--delay", "0", "shift+Tab", "Return"]);
        assert!(typed.status().expect("xdotool").success());
        assert!(
            wait_until(SCREEN_CHANGE_TIMEOUT, || desktop.title() == "Latchkey"),
            "Enter went to the control before"
        );
    }
}
