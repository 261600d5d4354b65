//! A small machine to break: a home, a session bus and a keyring daemon that nothing else uses.

#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test brings its own servers, processes and files"
)]

use std::{
    fs,
    io::{BufRead, BufReader, Write},
    os::unix::fs::PermissionsExt,
    path::Path,
    process::{Child, Command, Output, Stdio},
    time::{Duration, Instant},
};

use crate::probe::Probe;

/// The password of the login keyring.
const PASSWORD: &str = "keyring password";

/// Everything in it ends with it.
pub(crate) struct Machine {
    home: tempfile::TempDir,
    environment: Vec<(String, String)>,
    bus: Option<Child>,
    keyring: Option<Child>,
    display: Option<Child>,
}

impl Machine {
    /// A home without any bus.
    pub(crate) fn bare() -> Self {
        let home = tempfile::Builder::new()
            .prefix("lk-keyring-")
            .tempdir()
            .unwrap();
        let at = |name: &str| home.path().join(name).to_str().unwrap().to_owned();
        let runtime = at("run");
        fs::create_dir(&runtime).unwrap();
        fs::set_permissions(&runtime, fs::Permissions::from_mode(0o700)).unwrap();
        let environment = [
            ("HOME", at("")),
            ("PATH", std::env::var("PATH").unwrap()),
            ("XDG_CACHE_HOME", at("cache")),
            ("XDG_CONFIG_HOME", at("config")),
            ("XDG_DATA_HOME", at("data")),
            ("XDG_RUNTIME_DIR", runtime),
        ];

        Self {
            environment: environment
                .map(|(name, value)| (name.to_owned(), value))
                .to_vec(),
            home,
            bus: None,
            keyring: None,
            display: None,
        }
    }

    /// A session bus that can start nothing by itself.
    pub(crate) fn with_bus() -> Self {
        let mut machine = Self::bare();
        machine.start_bus("");

        machine
    }

    /// A bus and an unlocked login keyring.
    pub(crate) fn with_keyring() -> Self {
        let mut machine = Self::with_bus();
        machine.start_keyring();

        machine
    }

    /// The same with a screen on which the system's unlock prompt can appear.
    pub(crate) fn with_display() -> Self {
        let mut machine = Self::bare();
        machine.start_display();
        let services = machine.home.path().join("services");
        fs::create_dir(&services).unwrap();
        for name in [
            "org.gnome.keyring.PrivatePrompter",
            "org.gnome.keyring.SystemPrompter",
        ] {
            fs::write(
                services.join(format!("{name}.service")),
                format!("[D-BUS Service]\nName={name}\nExec=/usr/libexec/gcr-prompter\n"),
            )
            .unwrap();
        }
        machine.start_bus(&format!("<servicedir>{}</servicedir>", services.display()));
        machine.start_keyring();

        machine
    }

    pub(crate) fn probe(&self) -> Probe {
        Probe::start(&self.environment)
    }

    fn start_bus(&mut self, services: &str) {
        let config = self.home.path().join("bus.conf");
        let listen = self.home.path().join("run/bus");
        fs::write(
            &config,
            format!(
                "<!DOCTYPE busconfig PUBLIC \"-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN\" \
                 \"http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd\"><busconfig><type>session</type>\
                 <listen>unix:path={}</listen><auth>EXTERNAL</auth>{services}<policy context=\"default\">\
                 <allow send_destination=\"*\" eavesdrop=\"true\"/><allow eavesdrop=\"true\"/><allow own=\"*\"/>\
                 </policy></busconfig>",
                listen.display()
            ),
        )
        .unwrap();
        let mut bus = self
            .command("dbus-daemon")
            .args(["--nofork", "--nopidfile", "--print-address"])
            .arg(format!("--config-file={}", config.display()))
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("dbus-daemon (Debian: dbus): {error}"));
        let mut address = String::new();
        let _ = BufReader::new(bus.stdout.take().unwrap())
            .read_line(&mut address)
            .unwrap();
        self.bus = Some(bus);
        self.environment.push((
            "DBUS_SESSION_BUS_ADDRESS".to_owned(),
            address.trim_end().to_owned(),
        ));
    }

    fn start_display(&mut self) {
        let mut display = self
            .command("Xvfb")
            .args([
                "-displayfd",
                "1",
                "-screen",
                "0",
                "800x600x24",
                "-nolisten",
                "tcp",
            ])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("Xvfb (Debian: xvfb): {error}"));
        let mut number = String::new();
        let _ = BufReader::new(display.stdout.take().unwrap())
            .read_line(&mut number)
            .unwrap();
        self.display = Some(display);
        self.environment
            .push(("DISPLAY".to_owned(), format!(":{}", number.trim_end())));
    }

    /// Starts the daemon; the login keyring is made, or unlocked, with its password.
    pub(crate) fn start_keyring(&mut self) {
        let mut keyring = self
            .command("gnome-keyring-daemon")
            .args(["--foreground", "--components=secrets", "--unlock"])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| {
                panic!("gnome-keyring-daemon (Debian: gnome-keyring): {error}")
            });
        keyring
            .stdin
            .take()
            .unwrap()
            .write_all(PASSWORD.as_bytes())
            .unwrap();
        self.keyring = Some(keyring);
        eventually("the keyring is on the bus", || {
            self.has_owner("org.freedesktop.secrets")
        });
    }

    /// Ends the daemon as a crash would.
    pub(crate) fn kill_keyring(&mut self) {
        let mut keyring = self.keyring.take().unwrap();
        keyring.kill().unwrap();
        let _ = keyring.wait().unwrap();
        eventually("the bus notices", || {
            !self.has_owner("org.freedesktop.secrets")
        });
    }

    pub(crate) fn kill_bus(&mut self) {
        let mut bus = self.bus.take().unwrap();
        bus.kill().unwrap();
        let _ = bus.wait().unwrap();
    }

    /// `STOP` makes the daemon hang, `CONT` lets it go on.
    pub(crate) fn signal_keyring(&self, signal: &str) {
        let id = self.keyring.as_ref().unwrap().id().to_string();
        assert!(
            Command::new("kill")
                .arg(format!("-{signal}"))
                .arg(id)
                .status()
                .unwrap()
                .success()
        );
    }

    /// Locks the login keyring, as the system does when asked to.
    pub(crate) fn lock(&self) {
        let locked = self.secrets(
            "Lock",
            "array:objpath:/org/freedesktop/secrets/collection/login",
        );
        assert!(locked.status.success(), "{locked:?}");
    }

    /// What `secret-tool` finds for an account of ours.
    pub(crate) fn secret_tool(&self, account: &str) -> String {
        let found = self
            .command("secret-tool")
            .args([
                "search",
                "--all",
                "service",
                "app.latchkey.Latchkey",
                "username",
                account,
            ])
            .output()
            .unwrap_or_else(|error| panic!("secret-tool (Debian: libsecret-tools): {error}"));

        format!(
            "{}{}",
            String::from_utf8_lossy(&found.stdout),
            String::from_utf8_lossy(&found.stderr)
        )
    }

    /// Stores an entry as another program would.
    pub(crate) fn store_foreign(&self, account: &str, extra: &str) {
        let mut store = self
            .command("secret-tool")
            .args([
                "store",
                "--label",
                "foreign",
                "service",
                "app.latchkey.Latchkey",
            ])
            .args(["username", account, "copy", extra])
            .stdin(Stdio::piped())
            .spawn()
            .unwrap();
        store.stdin.take().unwrap().write_all(b"foreign").unwrap();
        assert!(store.wait().unwrap().success());
    }

    /// Whether the unlock prompt is on the screen; presses Escape in it when asked to.
    pub(crate) fn prompt(&self, escape: bool) -> bool {
        let mut search = self.command("xdotool");
        let _ = search.args(["search", "--onlyvisible", "--class", "gcr-prompter"]);
        if escape {
            let _ = search.args(["windowfocus", "key", "Escape"]);
        }
        let found = search
            .output()
            .unwrap_or_else(|error| panic!("xdotool (Debian: xdotool): {error}"));

        found.status.success()
    }

    pub(crate) fn home(&self) -> &Path {
        self.home.path()
    }

    fn secrets(&self, method: &str, argument: &str) -> Output {
        self.command("dbus-send")
            .args([
                "--session",
                "--print-reply",
                "--dest=org.freedesktop.secrets",
            ])
            .args([
                "/org/freedesktop/secrets",
                &format!("org.freedesktop.Secret.Service.{method}"),
                argument,
            ])
            .output()
            .unwrap()
    }

    fn has_owner(&self, name: &str) -> bool {
        let asked = self
            .command("dbus-send")
            .args([
                "--session",
                "--print-reply",
                "--dest=org.freedesktop.DBus",
                "/org/freedesktop/DBus",
            ])
            .args([
                "org.freedesktop.DBus.NameHasOwner",
                &format!("string:{name}"),
            ])
            .output()
            .unwrap();

        String::from_utf8_lossy(&asked.stdout).contains("boolean true")
    }

    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        let _ = command.env_clear().envs(self.environment.iter().cloned());

        command
    }
}

impl Drop for Machine {
    fn drop(&mut self) {
        let children = [&mut self.keyring, &mut self.bus, &mut self.display];
        for child in children.into_iter().flatten() {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

/// Waits for something that takes a moment.
pub(crate) fn eventually(what: &str, mut holds: impl FnMut() -> bool) {
    let started = Instant::now();
    while !holds() {
        assert!(
            started.elapsed() < Duration::from_secs(10),
            "never came true: {what}"
        );
        std::thread::sleep(Duration::from_millis(20));
    }
}
