//! The main job in a real window on a real desktop: mail, click, form, new password, signed in. Pictures of each
//! step are kept below `target/tmp/window`.

use super::bench::{
    Directus, Display, Keyring, Mail, ProcessWatch, Server, SessionBus, Version, wait_until,
};
use super::person::Person;

use std::path::PathBuf;
use std::time::Duration;

const NEW: &str = "Typed-into-a-window-6";
/// Generous: the tests show that something happens, not how fast, and the machine may be busy.
const TEST_TIMEOUT: Duration = Duration::from_secs(60);

/// A desktop with one kept instance; the bus and its keyring stay with the test.
struct Desktop {
    display: Display,
    mail: Mail,
    directus: Directus,
    person: Person,
}

impl Desktop {
    fn new(bus: &SessionBus) -> Self {
        let display = Display::start();
        let mail = Mail::start();
        let directus = Directus::start(Version::V12, Some(&mail), &[]);
        let mut person = Person::keeping(&directus, bus);
        person.sandbox = person.sandbox.join(&display);
        let registered = person.run(&["scheme", "register"], "");
        assert_eq!(registered.code, Some(0), "{registered:?}");
        Self {
            display,
            mail,
            directus,
            person,
        }
    }

    /// Starts Latchkey as a click on its icon does.
    fn launch(&self) -> Server {
        let log = self.person.sandbox.home().join("window.log");
        Server::start("Latchkey", self.person.sandbox.command(), &log)
    }

    /// Clicks the link of a mail, as far as the desktop is concerned. `xdg-open` stays with the program it starts,
    /// so it ends at once only where one runs already; kept, it ends with the test.
    fn click(&self, link: &str) -> Server {
        let mut command = self.person.sandbox.program("xdg-open");
        let _ = command.arg(link);
        Server::start(
            "xdg-open",
            command,
            &self.person.sandbox.home().join("xdg-open.log"),
        )
    }

    /// The new password twice; between the fields lies the button that reveals it.
    fn type_new_password(&self) {
        self.display.type_text(NEW);
        self.display.key("Tab");
        self.display.key("Tab");
        self.display.type_text(NEW);
    }

    fn picture(&self, name: &str) {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("window/{name}.png"));
        self.display.screenshot(&path);
    }

    fn wait_for_title(&self, what: &str) {
        self.display.wait_for_title(what, TEST_TIMEOUT);
        // The title is set before the frame with its fields is painted and the focus is in one of them.
        std::thread::sleep(Duration::from_millis(500));
    }
}

#[test]
fn from_a_forgotten_password_to_signed_in() {
    let bus = SessionBus::start();
    let keyring = Keyring::start(&bus);
    let desktop = Desktop::new(&bus);
    let (email, _) = desktop.directus.person();
    let _window = desktop.launch();
    desktop.wait_for_title("Sign in");
    desktop.picture("1-sign-in");

    let _ = desktop.person.ok(&["forgot", "harbour", email], "");
    let link = desktop.mail.wait_for(email).link().to_owned();
    // The window is out of sight when the mail is read.
    desktop.display.minimize();
    let _click = desktop.click(&link);
    desktop.wait_for_title("New password");
    desktop.picture("2-new-password");

    desktop.type_new_password();
    desktop.display.key("Return");
    desktop.wait_for_title("Sign in");
    desktop.picture("3-sign-in-again");
    assert_eq!(desktop.directus.login(email, NEW, None).status, 200);

    // The e-mail is filled in, the password has the focus.
    desktop.display.type_text(NEW);
    desktop.display.key("Return");
    desktop.wait_for_title("Account");
    // What the title says is painted a frame later.
    assert!(wait_until(TEST_TIMEOUT, || keyring
        .lookup(&desktop.person.item())
        .is_some()));
    desktop.picture("4-account");
}

#[test]
fn r_27_a_link_starts_latchkey_when_it_does_not_run() {
    let bus = SessionBus::start();
    let _keyring = Keyring::start(&bus);
    let desktop = Desktop::new(&bus);
    let (email, _) = desktop.directus.person();
    let _ = desktop.person.ok(&["forgot", "harbour", email], "");
    let link = desktop.mail.wait_for(email).link().to_owned();

    let _first = desktop.click(&link);
    desktop.wait_for_title("New password");
    desktop.picture("5-cold-start");
    // The desktop passes the link as an argument; the process that stays has no token in its arguments (S-27).
    let watch = ProcessWatch::start(&[link.split_once("token=").unwrap().1]);
    std::thread::sleep(Duration::from_millis(200));
    let seen: Vec<_> = watch
        .finish()
        .into_iter()
        .filter(|seen| seen.starts_with("latchkey"))
        .collect();
    assert_eq!(seen, Vec::<String>::new());

    // There is one window for each user, however often the link is clicked.
    let _again = desktop.click(&link);
    let second = desktop.person.sandbox.command().output().unwrap();
    assert!(second.status.success(), "{second:?}");
    std::thread::sleep(Duration::from_millis(500));
    assert_eq!(
        desktop.display.windows().len(),
        1,
        "{:?}",
        desktop.display.windows()
    );

    desktop.type_new_password();
    desktop.picture("6-typed");
    desktop.display.key("Return");
    desktop.wait_for_title("Sign in");
    assert_eq!(desktop.directus.login(email, NEW, None).status, 200);
    desktop.display.key("ctrl+q");
    assert!(wait_until(TEST_TIMEOUT, || desktop
        .display
        .windows()
        .is_empty()));
}

/// A window that is closed with a copied token ends once the token is off the clipboard (S-49), whichever way it was
/// closed.
#[test]
fn s_49_a_window_with_a_copied_token_closes_when_it_is_told_to() {
    let bus = SessionBus::start();
    let _keyring = Keyring::start(&bus);
    let desktop = Desktop::new(&bus);
    let (email, password) = desktop.directus.person();
    let _ = desktop.person.sign_in(email, password);

    for close in ["alt+F4", "ctrl+q"] {
        let window = desktop.launch();
        desktop.wait_for_title("Account");
        // Back, the Data Studio, the token.
        for _ in 0..3 {
            desktop.display.key("Tab");
        }
        desktop.display.key("Return");
        std::thread::sleep(Duration::from_millis(500));
        desktop.picture("7-copied");
        desktop.display.key(close);
        assert!(wait_until(TEST_TIMEOUT, || desktop
            .display
            .windows()
            .is_empty()));
        drop(window);
    }
}
