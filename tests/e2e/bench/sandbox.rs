//! A home directory of its own for one person's Latchkey, and the search for secrets in all that a
//! run left behind. Owns the clean environment; knows nothing of what the program does.

use super::process::wait_until;
use super::{Environment, files};

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD};
use rustix::process::{Pid, Signal, kill_process};
use serde_json::Value;
use tempfile::TempDir;

use std::ffi::OsStr;
use std::fs;
use std::io::Write as _;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;

const DIRECTORIES: [(&str, &str); 5] = [
    ("XDG_CONFIG_HOME", ".config"),
    ("XDG_STATE_HOME", ".local/state"),
    ("XDG_CACHE_HOME", ".cache"),
    ("XDG_DATA_HOME", ".local/share"),
    ("XDG_RUNTIME_DIR", "run"),
];

/// How a program ended.
#[derive(Debug, Clone)]
pub(crate) struct Finished {
    /// The exit code; `None` when a signal ended it.
    pub(crate) code: Option<i32>,
    /// Standard output.
    pub(crate) stdout: String,
    /// Standard error.
    pub(crate) stderr: String,
}

impl Finished {
    /// Standard output as one JSON document.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }
}

/// A home of its own with all XDG directories; deleted when dropped.
#[derive(Debug)]
pub(crate) struct Sandbox {
    home: TempDir,
    environment: Vec<(String, String)>,
}

impl Sandbox {
    /// An empty home, without display and without session bus.
    pub(crate) fn new() -> Self {
        let home = tempfile::tempdir().expect("a temporary directory");
        let mut environment = vec![
            ("HOME".to_owned(), home.path().display().to_string()),
            ("PATH".to_owned(), "/usr/bin:/bin".to_owned()),
            ("LANG".to_owned(), "C.UTF-8".to_owned()),
        ];
        for (name, directory) in DIRECTORIES {
            let path = home.path().join(directory);
            fs::create_dir_all(&path).expect("a directory");
            environment.push((name.to_owned(), path.display().to_string()));
        }
        let runtime = home.path().join("run");
        fs::set_permissions(runtime, fs::Permissions::from_mode(0o700)).expect("mode 0700");
        Self { home, environment }
    }

    /// The same home on a bus or a display.
    pub(crate) fn join(mut self, part: &impl Environment) -> Self {
        for (name, value) in part.env() {
            self.set(name, &value);
        }
        self
    }

    /// A second home like this one, on the same parts, with a text replaced in each of its files.
    pub(crate) fn copy(&self, from: &str, to: &str) -> Self {
        let mut copy = Self::new();
        files::copy_tree(self.home(), copy.home());
        for path in files::below(copy.home()) {
            if let Ok(text) = fs::read_to_string(&path) {
                fs::write(&path, text.replace(from, to)).expect("a file");
            }
        }
        for (name, value) in &self.environment {
            if !copy.environment.iter().any(|(own, _)| own == name) {
                copy.set(name, value);
            }
        }
        copy
    }

    /// Sets a variable for every later command.
    pub(crate) fn set(&mut self, name: &str, value: &str) {
        self.environment.retain(|(known, _)| known != name);
        self.environment.push((name.to_owned(), value.to_owned()));
    }

    /// The home directory.
    pub(crate) fn home(&self) -> &Path {
        self.home.path()
    }

    /// One of the XDG directories by its variable, or any other variable that holds a path.
    pub(crate) fn directory(&self, variable: &str) -> PathBuf {
        let found = self.environment.iter().find(|(name, _)| name == variable);
        PathBuf::from(&found.expect("a variable of the sandbox").1)
    }

    /// Latchkey in this home: as it was built with the tests, or another build that `LATCHKEY_PROGRAM` names.
    pub(crate) fn command(&self) -> Command {
        let other = std::env::var_os("LATCHKEY_PROGRAM");

        self.program(other.unwrap_or_else(|| env!("CARGO_BIN_EXE_latchkey").into()))
    }

    /// Any program in this home, with nothing of the test's own environment.
    pub(crate) fn program(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        let _ = command
            .env_clear()
            .envs(self.environment.iter().map(|(name, value)| (name, value)))
            .current_dir(self.home.path());
        command
    }

    /// Runs Latchkey to its end, with `input` at standard input. Killed, and the test failed, after
    /// a minute.
    pub(crate) fn run(&self, arguments: &[&str], input: &str) -> Finished {
        let mut command = self.command();
        let _ = command.args(arguments);
        run(command, input)
    }

    /// Starts Latchkey and lets it run.
    pub(crate) fn begin(&self, arguments: &[&str]) -> Running {
        let mut command = self.command();
        let _ = command.args(arguments);
        Running::start(command, "")
    }

    /// The files below this home that contain a secret as it is, in base64, or percent-encoded.
    pub(crate) fn grep_for(&self, secret: &str) -> Vec<PathBuf> {
        let forms = encodings_of(secret);
        files::below(self.home.path())
            .into_iter()
            .filter(|path| fs::read(path).is_ok_and(|bytes| contains_any(&bytes, &forms)))
            .collect()
    }
}

/// Runs a command to its end; killed, and the test failed, after a minute.
fn run(command: Command, input: &str) -> Finished {
    Running::start(command, input).wait()
}

/// A Latchkey that waits for something.
#[derive(Debug)]
pub(crate) struct Running {
    child: Child,
    command: String,
    said: Arc<Mutex<Vec<u8>>>,
    stdout: JoinHandle<()>,
    stderr: JoinHandle<()>,
    printed: Arc<Mutex<Vec<u8>>>,
}

impl Running {
    fn start(mut command: Command, input: &str) -> Self {
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap_or_else(|error| panic!("{command:?}: {error}"));
        // The program may end without reading.
        let mut stdin = child.stdin.take().expect("a pipe");
        let _ = stdin.write_all(input.as_bytes());
        drop(stdin);
        let (printed, said) = (Arc::default(), Arc::default());
        Self {
            command: format!("{command:?}"),
            stdout: drain(child.stdout.take().expect("a pipe"), &printed),
            stderr: drain(child.stderr.take().expect("a pipe"), &said),
            child,
            said,
            printed,
        }
    }

    /// What it has written to standard error so far.
    pub(crate) fn stderr_so_far(&self) -> String {
        text(&self.said)
    }

    /// The first line on standard error that `wanted` picks; fails the test when it does not come.
    pub(crate) fn wait_for_line(&mut self, wanted: impl Fn(&str) -> bool) -> String {
        let mut found = None;
        let _ = wait_until(Duration::from_secs(40), || {
            let said = self.stderr_so_far();
            found = said.lines().find(|line| wanted(line)).map(str::to_owned);
            found.is_some() || !matches!(self.child.try_wait(), Ok(None))
        });
        found.unwrap_or_else(|| panic!("{}: {}", self.command, self.stderr_so_far()))
    }

    /// Sends it the signal of Ctrl-C.
    pub(crate) fn interrupt(&self) {
        self.signal(Signal::INT);
    }

    /// Sends it any signal.
    pub(crate) fn signal(&self, signal: Signal) {
        kill_process(Pid::from_child(&self.child), signal).expect("a signal");
    }

    /// The process id.
    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    /// Waits for its end; killed, and the test failed, after a minute.
    pub(crate) fn wait(mut self) -> Finished {
        let ended = wait_until(Duration::from_secs(60), || {
            !matches!(self.child.try_wait(), Ok(None))
        });
        if !ended {
            let _ = self.child.kill();
        }
        let status = self.child.wait().expect("an exit status");
        self.stdout.join().expect("a reader");
        self.stderr.join().expect("a reader");
        let ran = Finished {
            code: status.code(),
            stdout: text(&self.printed),
            stderr: text(&self.said),
        };
        assert!(ended, "{} did not end: {ran:?}", self.command);
        ran
    }
}

fn text(bytes: &Mutex<Vec<u8>>) -> String {
    String::from_utf8_lossy(&bytes.lock().expect("no reader panics")).into_owned()
}

fn drain(
    mut pipe: impl std::io::Read + Send + 'static,
    into: &Arc<Mutex<Vec<u8>>>,
) -> JoinHandle<()> {
    let into = Arc::clone(into);
    std::thread::spawn(move || {
        let mut part = [0; 4096];
        while let Ok(read @ 1..) = pipe.read(&mut part) {
            into.lock()
                .expect("no reader panics")
                .extend_from_slice(&part[..read]);
        }
    })
}

/// As text, because searching in text is compiled with optimisation even in a debug build.
pub(super) fn contains_any(bytes: &[u8], forms: &[String]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    forms.iter().any(|form| text.contains(form))
}

/// A secret as it is, percent-encoded in either case, in UTF-16, and in base64 at each of the three
/// places it can have within a longer encoded text.
pub(super) fn encodings_of(secret: &str) -> Vec<String> {
    assert!(secret.len() >= 6, "too short to be searched for");
    let percent = |upper: bool| -> String {
        let encode = |byte: u8| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                char::from(byte).to_string()
            }
            _ if upper => format!("%{byte:02X}"),
            _ => format!("%{byte:02x}"),
        };
        secret.bytes().map(encode).collect()
    };
    let wide: String = secret
        .chars()
        .flat_map(|letter| [letter, '\0'])
        .collect::<String>()
        .trim_end_matches('\0')
        .to_owned();
    let mut forms = vec![secret.to_owned(), percent(true), percent(false), wide];
    for before in 0..3 {
        let mut bytes = vec![0; before];
        bytes.extend(secret.bytes());
        // Only the letters that depend on nothing but the secret.
        let letters = (before * 8).div_ceil(6)..bytes.len() * 8 / 6;
        for engine in [&STANDARD_NO_PAD, &URL_SAFE_NO_PAD] {
            forms.push(engine.encode(&bytes)[letters.clone()].to_owned());
        }
    }
    forms
}

#[test]
fn finds_a_secret_in_each_form() {
    let sandbox = Sandbox::new();
    let secret = "Tide & time/1+";
    let long = STANDARD_NO_PAD.encode(format!("{{\"password\":\"{secret}\"}}"));
    for (name, text) in [
        ("plain", format!("x{secret}x")),
        ("percent", "a=Tide%20%26%20time%2f1%2b".to_owned()),
        ("base64", long),
        ("clean", "Tide & time".to_owned()),
    ] {
        fs::write(sandbox.directory("XDG_STATE_HOME").join(name), text).unwrap();
    }
    let found = sandbox.grep_for(secret);
    let mut names: Vec<_> = found.iter().filter_map(|path| path.file_name()).collect();
    names.sort_unstable();
    assert_eq!(names, ["base64", "percent", "plain"]);
}
