//! The window on Wayland: a real compositor without a screen (weston) takes its frames, under the name that desktops
//! group and draw windows by. There is no X server at all. What passes between the two is read from the log that
//! libwayland writes; the frames themselves are looked at on X11, which paints the same (weston 10's renderer for
//! pictures stumbles over the frame that Latchkey draws around itself where a desktop has none).

use super::bench::{Directus, Keyring, Sandbox, Server, SessionBus, Version, wait_until};
use super::person::Person;

use std::time::Duration;

const TEST_TIMEOUT: Duration = Duration::from_secs(60);
const SOCKET: &str = "wayland-test";

/// Weston in the sandbox's own runtime directory.
fn weston(sandbox: &mut Sandbox) -> Server {
    let mut command = sandbox.program("weston");
    let _ = command
        .args(["--backend=headless-backend.so", "--no-config"])
        .args(["--idle-time=0", "--width=900", "--height=760"])
        .arg(format!("--socket={SOCKET}"));
    let log = sandbox.home().join("weston.log");
    let mut server = Server::start("weston", command, &log);
    let socket = sandbox.directory("XDG_RUNTIME_DIR").join(SOCKET);
    server.wait_until(TEST_TIMEOUT, || socket.exists());
    sandbox.set("WAYLAND_DISPLAY", SOCKET);

    server
}

/// The text between two others, at their first place in the log.
fn between<'a>(log: &'a str, before: &str, after: &str) -> Option<&'a str> {
    let (_, rest) = log.split_once(before)?;

    Some(rest.split_once(after)?.0)
}

#[test]
fn a_wayland_desktop_is_given_frames_under_the_windows_name() {
    let bus = SessionBus::start();
    let _keyring = Keyring::start(&bus);
    let directus = Directus::start(Version::V12, None, &[]);
    let mut person = Person::keeping(&directus, &bus);
    let mut weston = weston(&mut person.sandbox);
    let mut command = person.sandbox.command();
    let _ = command.env("WAYLAND_DEBUG", "client");
    let log = person.sandbox.home().join("window.log");
    let mut window = Server::start("Latchkey", command, &log);

    // The form for the only instance that is kept.
    let is_titled = |line: &str| line.contains(".set_title(") && line.contains("Sign in");
    let came = wait_until(TEST_TIMEOUT, || window.log().lines().any(is_titled));
    let log = window.log();
    assert!(came, "{log}");
    assert!(
        log.contains(r#".set_app_id("app.latchkey.Latchkey")"#),
        "{log}"
    );

    // Its surface, a frame on it after the title, and the compositor's message that the frame was shown.
    let surface = between(&log, ".get_xdg_surface(new id xdg_surface@", ")")
        .and_then(|made| made.split_once("wl_surface@"))
        .map_or_else(
            || panic!("no surface: {log}"),
            |(_, number)| format!("wl_surface@{number}"),
        );
    let is_shown = wait_until(TEST_TIMEOUT, || {
        let log = window.log();
        let since = log.find("Sign in").map_or("", |at| &log[at..]);
        let frame = between(since, &format!("{surface}.frame(new id "), ")");
        let has_turned = frame.is_some_and(|frame| since.contains(&format!("{frame}.done(")));

        has_turned
            && since.contains(&format!("{surface}.attach(wl_buffer@"))
            && since.contains(&format!("{surface}.commit()"))
    });
    assert!(is_shown, "{}", window.log());
    assert!(window.is_running() && weston.is_running());
}
