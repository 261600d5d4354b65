//! A whole acquaintance with the keyboard alone, in a real window: add an instance, sign in with a one-time code, sign
//! out, begin in the browser and change one's mind, forget the password and set a new one from the pasted link. No mouse
//! is moved. Pictures of the steps are kept below `target/tmp/window`.
//!
//! Nothing tells a test what has the keyboard, as the window has no accessibility tree yet. So a control is looked for as
//! a person without sight would: from the screen's first field some steps with Tab, then Enter, and the window's title or
//! the world outside says whether that was it. How many steps it takes is nowhere written down.

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
/// So many controls a screen may have.
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

    /// Until the window has this title and its picture has come to rest.
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

    /// Until nothing moves on the screen for a second but the cursor of a field. While something is under way a screen
    /// shows it, but for the moment before it does.
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

    /// In place of what the field holds.
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

    /// Back to the only instance, from wherever that is: up to the list, and down again.
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

    /// The word `status` has for it.
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
        // With the sixth digit it goes off by itself.
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
fn a1_everything_is_done_without_a_mouse() {
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
    let desk = Desktop::new("keyboard", &bus);
    let log = desk.sandbox.home().join("window.log");
    let _window = Server::start("Latchkey", desk.sandbox.command(), &log);
    desk.wait_for_title("Latchkey");

    // Add: Enter looks at the address, and Enter again keeps what was found.
    desk.display.key("ctrl+n");
    desk.wait_for_title("Add an instance");
    desk.display.type_text(&address);
    let is_kept = || {
        let kept = desk.sandbox.run(&["--json", "profiles"], "");
        kept.stdout.contains(&address)
    };
    let mut presses = 0;
    while !is_kept() {
        presses += 1;
        assert!(
            presses < 5,
            "Enter does not keep the instance: {}",
            desk.title()
        );
        desk.display.key("Return");
        desk.wait_until_still();
        desk.picture("added");
    }

    // Sign in, with a code.
    desk.go_to_form(SIGN_IN);
    desk.picture(SIGN_IN);
    desk.replace(email);
    desk.tab(1);
    desk.sign_in(password, &tfa);
    desk.sign_out();

    // Through the browser, and back before anything came of it.
    let is_waiting = || desk.title().contains(WAITING);
    desk.press("browser", || desk.go_to_form(SIGN_IN), is_waiting);
    assert!(wait_until(TEST_TIMEOUT, || !addresses(&desk.noted).is_empty()));
    let sent = addresses(&desk.noted);
    let listener = Scene::listener(sent.last().unwrap());
    assert!(is_open(&listener));
    desk.display.key("Escape");
    assert!(
        wait_until(TEST_TIMEOUT, || !is_open(&listener)),
        "the port stays open"
    );
    desk.wait_for_title(SIGN_IN);
    assert!(!desk.title().contains(WAITING));
    assert!(!desk.is_signed_in());

    desk.display.key("ctrl+q");
    assert!(wait_until(TEST_TIMEOUT, || desk
        .display
        .windows()
        .is_empty()));
}

#[test]
fn a1_a_forgotten_password_is_replaced_without_a_mouse() {
    let bus = SessionBus::start();
    let _keyring = Keyring::start(&bus);
    let mail = Mail::start();
    let directus = Directus::start(Version::V12, Some(&mail), &[]);
    let (email, password) = directus.person();
    let tfa = directus.enable_tfa(directus.id("person_user"), email, password);
    let desk = Desktop::new("forgotten", &bus);
    let added = desk
        .sandbox
        .run(&["add", directus.url(), "--name", "Harbour"], "");
    assert_eq!(added.code, Some(0), "{added:?}");
    let log = desk.sandbox.home().join("window.log");
    let _window = Server::start("Latchkey", desk.sandbox.command(), &log);
    desk.wait_for_title(SIGN_IN);

    // The mail is asked for, and its link pasted: the field for it has the keyboard.
    let is_asked = || desk.title().contains("Forgot");
    desk.press("forgot", || desk.go_to_form(SIGN_IN), is_asked);
    desk.replace(email);
    desk.display.key("Return");
    let link = mail.wait_for(email).link().to_owned();
    desk.wait_until_still();
    desk.picture("asked");
    let _copied = desk.copy(&link);
    desk.display.key("ctrl+v");
    desk.wait_for_title("New password");

    // Twice; between the fields lies the button that reveals it.
    desk.display.type_text(NEW);
    desk.tab(2);
    desk.display.type_text(NEW);
    desk.picture("typed");
    desk.display.key("Return");
    desk.wait_for_title(SIGN_IN);

    // The e-mail is known here, and the password has the keyboard.
    desk.sign_in(NEW, &tfa);
    desk.display.key("ctrl+q");
    assert!(wait_until(TEST_TIMEOUT, || desk
        .display
        .windows()
        .is_empty()));
}

#[test]
fn a1_enter_right_after_tab_goes_to_the_next_control() {
    let bus = SessionBus::start();
    let _keyring = Keyring::start(&bus);
    let desk = Desktop::new("tab", &bus);
    let log = desk.sandbox.home().join("window.log");
    let _window = Server::start("Latchkey", desk.sandbox.command(), &log);
    desk.wait_for_title("Latchkey");

    // More than once: what depends on how the threads take turns goes well now and then.
    for _ in 0..10 {
        desk.display.key("ctrl+n");
        desk.wait_for_title("Add an instance");
        // From the address back to the way back.
        let mut hands = desk.display.command("xdotool");
        let typed = hands.args(["key", "--delay", "0", "shift+Tab", "Return"]);
        assert!(typed.status().expect("xdotool").success());
        assert!(
            wait_until(SCREEN_CHANGE_TIMEOUT, || desk.title() == "Latchkey"),
            "Enter went to the control before"
        );
    }
}
