//! A screen of its own (Xvfb) with a window manager, operated as a person would: keys, mouse, window titles,
//! screenshots. Knows nothing of what is shown.

use super::Environment;
use super::process::{Server, wait_until};

use tempfile::TempDir;

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

/// A running X server with openbox; both stopped when dropped.
#[derive(Debug)]
pub(crate) struct Display {
    name: String,
    // Dropped in this order: the window manager before the server.
    _manager: Server,
    _server: Server,
    _home: TempDir,
}

impl Display {
    /// Starts one of 1280 × 900 pixels.
    pub(crate) fn start() -> Self {
        let home = tempfile::tempdir().expect("a temporary directory");
        let (name, server) = start_server(&home);
        // A window that comes up while openbox is still starting may be overlooked by it, so it tells
        // when it is done.
        let ready = home.path().join("ready");
        // Without animations: no window moves while a test asks for its place.
        let config = std::fs::read_to_string("/etc/xdg/openbox/rc.xml")
            .expect("the package openbox is installed")
            .replace("<animateIconify>yes", "<animateIconify>no");
        let config_file = home.path().join("rc.xml");
        std::fs::write(&config_file, config).expect("a file");
        let mut command = Command::new("openbox");
        let _ = command
            .args(["--sm-disable", "--startup"])
            .arg(format!("touch {}", ready.display()))
            .arg("--config-file")
            .arg(config_file)
            .env("DISPLAY", &name)
            .env("HOME", home.path())
            .env("PATH", "/usr/bin:/bin")
            .env("LANG", "C.UTF-8");
        let mut manager = Server::start("openbox", command, &home.path().join("openbox.log"));
        manager.wait_until(Duration::from_secs(10), || ready.exists());
        Self {
            name,
            _manager: manager,
            _server: server,
            _home: home,
        }
    }

    /// Presses a key or chord by its X name: `Return`, `Escape`, `ctrl+v`.
    pub(crate) fn key(&self, chord: &str) {
        let _ = self.xdotool(&["key", "--clearmodifiers", chord]);
    }

    /// Types text into the window with the focus. The text goes through a pipe, as the arguments of
    /// a program can be seen by every other. ASCII only: for another letter xdotool puts it on the
    /// keyboard for a moment, and takes it off again before a busy program has looked.
    pub(crate) fn type_text(&self, text: &str) {
        assert!(text.is_ascii(), "not on this keyboard: {text}");
        let mut child = self
            .command("xdotool")
            .args(["type", "--clearmodifiers", "--delay", "15", "--file", "-"])
            .stdin(Stdio::piped())
            .spawn()
            .expect("xdotool");
        let mut input = child.stdin.take().expect("a pipe");
        input.write_all(text.as_bytes()).expect("xdotool reads");
        drop(input);
        assert!(child.wait().expect("xdotool").success());
    }

    /// Clicks at a place of the screen.
    pub(crate) fn click(&self, x: i32, y: i32) {
        let (x, y) = (x.to_string(), y.to_string());
        let _ = self.xdotool(&["mousemove", &x, &y, "click", "1"]);
    }

    /// The title of the active window, empty when there is none.
    pub(crate) fn window_title(&self) -> String {
        self.xdotool(&["getactivewindow", "getwindowname"])
            .unwrap_or_default()
    }

    /// Waits until the active window's title contains a text; fails the test after a time.
    pub(crate) fn wait_for_title(&self, part: &str, limit: Duration) {
        assert!(
            wait_until(limit, || self.window_title().contains(part)),
            "no window titled “{part}”; active is “{}”, there are {:?}",
            self.window_title(),
            self.windows()
        );
    }

    /// Id and title of every window that the window manager knows, minimised ones included.
    pub(crate) fn windows(&self) -> Vec<(String, String)> {
        let output = self
            .command("xprop")
            .args(["-root", "-notype", "_NET_CLIENT_LIST"])
            .output()
            .expect("the package x11-utils is installed");
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        let (_, list) = text.split_once('#').unwrap_or_default();
        list.split(',')
            .map(str::trim)
            .filter_map(|id| Some((id.to_owned(), self.xdotool(&["getwindowname", id])?)))
            .collect()
    }

    /// Gives the first window whose title contains a text the focus.
    pub(crate) fn focus(&self, part: &str) {
        let windows = self.windows();
        let found = windows.iter().find(|(_, title)| title.contains(part));
        let (id, _) = found.unwrap_or_else(|| panic!("no window “{part}” in {windows:?}"));
        let _ = self.xdotool(&["windowactivate", "--sync", id]);
    }

    /// Minimises the active window.
    pub(crate) fn minimize(&self) {
        let _ = self.xdotool(&["getactivewindow", "windowminimize"]);
    }

    /// Place and size of the active window: x, y, width, height.
    pub(crate) fn geometry(&self) -> Option<[i32; 4]> {
        let text = self.xdotool(&["getactivewindow", "getwindowgeometry", "--shell"])?;
        let value = |name: &str| {
            let line = text.lines().find_map(|line| line.strip_prefix(name));
            line.and_then(|value| value.trim_start_matches('=').parse().ok())
        };
        Some([value("X")?, value("Y")?, value("WIDTH")?, value("HEIGHT")?])
    }

    /// Saves a picture of the whole screen; directories are made.
    pub(crate) fn screenshot(&self, path: &Path) {
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent).expect("a directory");
        }
        let output = self
            .command("import")
            .args(["-window", "root"])
            .arg(path)
            .output()
            .expect("the package imagemagick is installed");
        assert!(output.status.success() && path.exists(), "{output:?}");
    }

    /// A program of this screen, for what the methods above do not offer.
    pub(crate) fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        let _ = command.env("DISPLAY", &self.name);
        command
    }

    fn xdotool(&self, arguments: &[&str]) -> Option<String> {
        let output = self
            .command("xdotool")
            .args(arguments)
            .output()
            .expect("the package xdotool is installed");
        let text = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        output.status.success().then_some(text)
    }
}

impl Environment for Display {
    fn env(&self) -> Vec<(&'static str, String)> {
        vec![("DISPLAY", self.name.clone())]
    }
}

/// The server picks a free number itself and prints it.
fn start_server(home: &TempDir) -> (String, Server) {
    let mut command = Command::new("Xvfb");
    let _ = command
        .args(["-displayfd", "1", "-screen", "0", "1280x900x24"])
        .args(["-nolisten", "tcp", "-noreset"])
        .env("PATH", "/usr/bin:/bin");
    let mut server = Server::start_piped("Xvfb", command, &home.path().join("xvfb.log"));
    let output = server.child().stdout.take().expect("a pipe");
    let mut number = String::new();
    let _ = BufReader::new(output)
        .read_line(&mut number)
        .expect("Xvfb prints its number");
    let number = number.trim();
    assert!(!number.is_empty(), "Xvfb did not start: {}", server.log());
    (format!(":{number}"), server)
}
