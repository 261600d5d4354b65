//! A session bus of its own and a real Secret Service (gnome-keyring) on it, in each state a person
//! can have it. Owns the states; what Latchkey stores is looked up with `secret-tool` from outside.
//!
//! Absent: a bus without a [`Keyring`]. No bus at all: a sandbox that joined none. Late: start the
//! [`Keyring`] afterwards. Denied: a bus with a display, locked, and Escape in the prompt.

use super::process::{Server, wait_until};
use super::{Display, Environment, files};

use tempfile::TempDir;

use std::fs;
use std::io::{Read as _, Write as _};
use std::os::unix::fs::PermissionsExt as _;
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::Duration;

/// What unlocks the login keyring.
const PASSWORD: &str = "keyring password of the bench";
const PROMPTER: &str = "/usr/share/dbus-1/services/org.gnome.keyring.SystemPrompter.service";
const LOGIN: &str = "/org/freedesktop/secrets/collection/login";

/// A private `dbus-daemon`. It activates nothing, except the keyring's prompt if it has a display.
#[derive(Debug)]
pub(crate) struct SessionBus {
    environment: Vec<(&'static str, String)>,
    home: TempDir,
    _server: Server,
}

impl SessionBus {
    /// A bus on which nobody can be asked: unlocking fails at once.
    pub(crate) fn start() -> Self {
        Self::launch(None)
    }

    /// A bus whose keyring asks for its password in a window on `display`.
    pub(crate) fn start_with_prompts_on(display: &Display) -> Self {
        Self::launch(Some(display))
    }

    fn launch(display: Option<&Display>) -> Self {
        let home = tempfile::tempdir().expect("a temporary directory");
        let (services, runtime) = (home.path().join("services"), home.path().join("run"));
        for directory in [&services, &runtime] {
            fs::create_dir(directory).expect("a directory");
        }
        fs::set_permissions(&runtime, fs::Permissions::from_mode(0o700)).expect("mode 0700");
        if display.is_some() {
            let name = Path::new(PROMPTER).file_name().expect("a file name");
            let _ = fs::copy(PROMPTER, services.join(name)).expect("the package gcr is installed");
        }
        let socket = runtime.join("bus");
        let mut environment = vec![
            ("HOME", home.path().display().to_string()),
            ("XDG_RUNTIME_DIR", runtime.display().to_string()),
            ("DBUS_SESSION_BUS_ADDRESS", address(&socket)),
            ("PATH", "/usr/bin:/bin".to_owned()),
            ("LANG", "C.UTF-8".to_owned()),
        ];
        environment.extend(display.into_iter().flat_map(Environment::env));
        let config = home.path().join("bus.conf");
        files::write_private(&config, &configuration(&socket, &services));
        let mut command = Command::new("dbus-daemon");
        let _ = command
            .args(["--nofork", "--nopidfile"])
            .arg(format!("--config-file={}", config.display()))
            .envs(environment.iter().cloned());
        let mut server = Server::start("dbus-daemon", command, &home.path().join("bus.log"));
        server.wait_until(Duration::from_secs(10), || {
            UnixStream::connect(&socket).is_ok()
        });
        Self {
            environment,
            home,
            _server: server,
        }
    }

    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        let _ = command.env_clear().envs(self.environment.iter().cloned());
        command
    }
}

impl Environment for SessionBus {
    fn env(&self) -> Vec<(&'static str, String)> {
        self.environment
            .iter()
            .filter(|(name, _)| *name == "DBUS_SESSION_BUS_ADDRESS")
            .cloned()
            .collect()
    }
}

fn address(socket: &Path) -> String {
    format!("unix:path={}", socket.display())
}

fn configuration(socket: &Path, services: &Path) -> String {
    format!(
        "<busconfig><type>session</type><listen>{}</listen><auth>EXTERNAL</auth>\
         <servicedir>{}</servicedir><policy context=\"default\">\
         <allow send_destination=\"*\" eavesdrop=\"true\"/><allow eavesdrop=\"true\"/>\
         <allow own=\"*\"/></policy></busconfig>",
        address(socket),
        services.display()
    )
}

/// A running gnome-keyring with a login keyring; gone from the bus when dropped.
#[derive(Debug)]
pub(crate) struct Keyring<'bus> {
    bus: &'bus SessionBus,
    server: Server,
}

impl<'bus> Keyring<'bus> {
    /// Starts it, unlocked. What an earlier one on the same bus kept is still there.
    pub(crate) fn start(bus: &'bus SessionBus) -> Self {
        let mut command = Command::new("gnome-keyring-daemon");
        let _ = command
            .args(["--foreground", "--components=secrets", "--unlock"])
            .envs(bus.environment.iter().cloned());
        let log = bus.home.path().join("keyring.log");
        let mut server = Server::start_piped("gnome-keyring-daemon", command, &log);
        give_password(server.child().stdin.take());
        let mut keyring = Self { bus, server };
        let ready = wait_until(Duration::from_secs(10), || {
            keyring.server.is_running() && keyring.locked() == Some(false)
        });
        assert!(ready, "the keyring did not open: {}", keyring.server.log());
        keyring
    }

    /// Locks the login keyring.
    pub(crate) fn lock(&self) {
        let output = self.call(
            "/org/freedesktop/secrets",
            "org.freedesktop.Secret.Service.Lock",
            &[&format!("array:objpath:{LOGIN}")],
        );
        assert!(output.status.success(), "{output:?}");
        assert_eq!(self.locked(), Some(true));
    }

    /// Unlocks it, as signing in to the desktop does: over the socket that gnome-keyring keeps for
    /// its PAM module (a zero byte, then length, operation and password, and a result in return).
    pub(crate) fn unlock(&self) {
        let socket = self.bus.home.path().join("run/keyring/control");
        let mut stream = UnixStream::connect(socket).expect("the control socket");
        let password = PASSWORD.as_bytes();
        let length = u32::try_from(password.len()).expect("a short password");
        let mut message = vec![0];
        for number in [12 + length, 1, length] {
            message.extend(number.to_be_bytes());
        }
        message.extend(password);
        stream.write_all(&message).expect("the keyring reads");
        let mut answer = [0; 8];
        stream.read_exact(&mut answer).expect("the keyring answers");
        assert_eq!(answer, [0, 0, 0, 8, 0, 0, 0, 0], "unlocking was refused");
        assert_eq!(self.locked(), Some(false));
    }

    /// Whether the login keyring is locked; `None` when nobody answers.
    pub(crate) fn locked(&self) -> Option<bool> {
        let output = self.call(
            LOGIN,
            "org.freedesktop.DBus.Properties.Get",
            &["string:org.freedesktop.Secret.Collection", "string:Locked"],
        );
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        if text.contains("boolean true") {
            Some(true)
        } else if text.contains("boolean false") {
            Some(false)
        } else {
            None
        }
    }

    /// Whether the service still runs.
    pub(crate) fn is_running(&mut self) -> bool {
        self.server.is_running()
    }

    /// Ends the service as a crash would.
    pub(crate) fn kill(&mut self) {
        self.server.kill();
    }

    /// Stops the service where it is: it stays on the bus and answers nothing, until [`Keyring::thaw`].
    pub(crate) fn freeze(&self) {
        self.signal("STOP");
    }

    /// Lets it go on.
    pub(crate) fn thaw(&self) {
        self.signal("CONT");
    }

    /// The secret stored under these attributes (`service`, `username`, …).
    pub(crate) fn lookup(&self, attributes: &[(&str, &str)]) -> Option<String> {
        // It waits for as long as a prompt is open.
        let mut command = self.bus.command("timeout");
        let _ = command
            .args(["20", "secret-tool", "lookup"])
            .args(flatten(attributes));
        let output = command.output().expect("secret-tool");
        let found = output.status.success() && !output.stdout.is_empty();
        found.then(|| String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// Stores a secret as another program would.
    pub(crate) fn store(&self, label: &str, attributes: &[(&str, &str)], secret: &str) {
        let mut child = self
            .bus
            .command("secret-tool")
            .args(["store", "--label", label])
            .args(flatten(attributes))
            .stdin(Stdio::piped())
            .spawn()
            .expect("secret-tool");
        let mut input = child.stdin.take().expect("a pipe");
        input
            .write_all(secret.as_bytes())
            .expect("secret-tool reads");
        drop(input);
        assert!(child.wait().expect("secret-tool").success());
    }

    /// Deletes what is stored under these attributes, as a person does with another program.
    pub(crate) fn clear(&self, attributes: &[(&str, &str)]) {
        let mut command = self.bus.command("secret-tool");
        let _ = command.arg("clear").args(flatten(attributes));
        let output = command.output().expect("secret-tool");
        assert!(output.status.success(), "{output:?}");
        assert_eq!(self.lookup(attributes), None);
    }

    /// Where it keeps its own, encrypted files.
    pub(crate) fn directory(&self) -> PathBuf {
        self.bus.home.path().join(".local/share/keyrings")
    }

    fn call(&self, path: &str, method: &str, arguments: &[&str]) -> Output {
        self.bus
            .command("dbus-send")
            .args(["--session", "--print-reply", "--reply-timeout=5000"])
            .args(["--dest=org.freedesktop.secrets", path, method])
            .args(arguments)
            .output()
            .expect("dbus-send")
    }

    fn signal(&self, signal: &str) {
        let sent = Command::new("kill")
            .arg(format!("-{signal}"))
            .arg(self.server.id().to_string())
            .status();
        assert!(sent.is_ok_and(|status| status.success()));
    }
}

impl Drop for Keyring<'_> {
    fn drop(&mut self) {
        // A frozen one would not heed the request to end.
        if self.server.is_running() {
            self.thaw();
        }
    }
}

fn flatten<'a>(attributes: &[(&'a str, &'a str)]) -> Vec<&'a str> {
    attributes
        .iter()
        .flat_map(|(name, value)| [*name, *value])
        .collect()
}

fn give_password(input: Option<impl std::io::Write>) {
    input
        .expect("a pipe")
        .write_all(PASSWORD.as_bytes())
        .expect("the keyring reads its password");
}
