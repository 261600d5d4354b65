//! A real Directus on a free loopback port, started from a copy of the seeded database. Owns the server's settings and
//! what only an administrator can do to it; what a client does is left to the tests.

use super::http::{Answer, request};
use super::mail::Mail;
use super::process::{Server, free_port};
use super::{files, installed, source, token};

use serde_json::{Value, json};
use tempfile::TempDir;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::net::TcpStream;
use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;
use std::time::Duration;

/// Which Directus.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Version {
    /// 11.17.4: single sign-on works without a licence.
    V11,
    /// 12.4.0, unlicensed: three seats of which the seed takes two, no single sign-on.
    V12,
}

impl Version {
    fn number(self) -> &'static str {
        match self {
            Self::V11 => "11",
            Self::V12 => "12",
        }
    }
}

/// A running Directus; stopped, and its data deleted, when dropped.
#[derive(Debug)]
pub(crate) struct Directus {
    version: Version,
    url: String,
    settings: BTreeMap<String, String>,
    seed: Value,
    admin_token: OnceLock<String>,
    server: Option<Server>,
    data: TempDir,
}

impl Directus {
    /// Starts one. Its mails go to `mail` when there is one, else nowhere. `settings` are Directus's
    /// own variables (`PASSWORD_RESET_URL_ALLOW_LIST`, …) and win over those of `directus.env`; an
    /// empty value takes a variable away. `{url}` in a value stands for the server's own address,
    /// `{person_role}` for the id of that role.
    pub(crate) fn start(version: Version, mail: Option<&Mail>, settings: &[(&str, &str)]) -> Self {
        Self::start_on(free_port(), version, mail, settings, false)
    }

    /// The same on a port that is known before, perhaps with Latchkey's companion installed as an
    /// administrator would.
    pub(crate) fn start_on(
        port: u16,
        version: Version,
        mail: Option<&Mail>,
        settings: &[(&str, &str)],
        companion: bool,
    ) -> Self {
        let data = tempfile::tempdir().expect("a temporary directory");
        let template = installed(&format!("BENCH_TEMPLATE_{}", version.number()));
        files::copy_tree(template, data.path());
        if companion {
            install_companion(data.path());
        }
        let url = format!("http://127.0.0.1:{port}");
        let seed = std::fs::read(data.path().join("seed.json")).expect("the seed's ids");
        let seed: Value = serde_json::from_slice(&seed).expect("JSON");
        let role = seed["person_role"].as_str().expect("an id of the seed");
        let mut settings = all_settings(data.path(), port, mail, settings);
        for value in settings.values_mut() {
            *value = value.replace("{person_role}", role);
        }
        let mut directus = Self {
            version,
            settings,
            url,
            seed,
            admin_token: OnceLock::new(),
            server: None,
            data,
        };
        directus.resume();
        directus
    }

    /// Starts it again, on the same port and data, after [`Directus::stop`].
    pub(crate) fn resume(&mut self) {
        let data = self.data.path();
        let mut file = String::new();
        for (name, value) in &self.settings {
            // What follows a bare `#` would be a comment, and the metadata of SAML has some.
            let quote = if value.contains('#') { "'" } else { "" };
            writeln!(file, "{name}={quote}{value}{quote}").expect("a string");
        }
        files::write_private(&data.join("settings.env"), &file);
        let node = installed("BENCH_NODE");
        // Not Directus's `cli.js`: that asks the package registry for news at each start.
        let program = installed(&format!("BENCH_DIRECTUS_{}", self.version.number()))
            .join("node_modules/@directus/api/dist/cli/run.js");
        let mut command = Command::new(node);
        let _ = command
            .arg(program)
            .arg("start")
            .current_dir(data)
            .env("CONFIG_PATH", data.join("settings.env"))
            .env("NODE_ENV", "production")
            .env("HOME", data)
            .env("PATH", "/usr/bin:/bin");
        let mut server = Server::start("Directus", command, &data.join("log"));
        let ping = format!("{}/server/ping", self.url);
        let address = self.url.trim_start_matches("http://");
        server.wait_until(Duration::from_secs(90), || {
            TcpStream::connect(address).is_ok()
                && request("GET", &ping, None, None).is_some_and(|answer| answer.status == 200)
        });
        self.server = Some(server);
    }

    /// Stops it; the port then refuses connections.
    pub(crate) fn stop(&mut self) {
        self.server = None;
    }

    /// Changes one of its settings, from the next [`Directus::resume`] on.
    pub(crate) fn set(&mut self, name: &str, value: &str) {
        let _ = self.settings.insert(name.to_owned(), value.to_owned());
    }

    /// The address, `http://127.0.0.1:PORT`.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// The value of one of its settings.
    pub(crate) fn setting(&self, name: &str) -> &str {
        self.settings.get(name).map_or("", String::as_str)
    }

    /// The key that it signs tokens with.
    pub(crate) fn secret(&self) -> &str {
        self.setting("SECRET")
    }

    /// E-mail and password of the seeded administrator.
    pub(crate) fn admin(&self) -> (&str, &str) {
        (self.setting("ADMIN_EMAIL"), self.setting("ADMIN_PASSWORD"))
    }

    /// E-mail and password of the seeded plain user.
    pub(crate) fn person(&self) -> (&str, &str) {
        (
            self.setting("PERSON_EMAIL"),
            self.setting("PERSON_PASSWORD"),
        )
    }

    /// An id the seed made: `logo`, `admin_user`, `admin_role`, `person_user`, `person_role`.
    pub(crate) fn id(&self, name: &str) -> &str {
        self.seed[name].as_str().expect("an id of the seed")
    }

    /// What it has logged since its last start.
    pub(crate) fn log(&self) -> String {
        self.server.as_ref().map_or_else(String::new, Server::log)
    }

    /// One request without a token.
    pub(crate) fn anonymous(&self, method: &str, path: &str, body: Option<&Value>) -> Answer {
        self.send(method, path, None, body)
    }

    /// One request as the administrator.
    pub(crate) fn api(&self, method: &str, path: &str, body: Option<&Value>) -> Answer {
        self.send(method, path, Some(self.admin_token()), body)
    }

    /// One request with a token of the test's own.
    pub(crate) fn api_as(
        &self,
        token: &str,
        method: &str,
        path: &str,
        body: Option<&Value>,
    ) -> Answer {
        self.send(method, path, Some(token), body)
    }

    /// A token of the administrator, kept, as each sign-in takes half a second. A static one, as a test may have cut
    /// the others short.
    fn admin_token(&self) -> &str {
        self.admin_token.get_or_init(|| {
            let (email, password) = self.admin();
            let token = "a-static-token-of-the-bench".to_owned();
            let body = json!({ "token": token });
            let own = self.access_token(email, password);
            let _ = self.api_as(&own, "PATCH", "/users/me", Some(&body)).data();
            token
        })
    }

    /// Signs in with a password and gives the access token.
    pub(crate) fn access_token(&self, email: &str, password: &str) -> String {
        let answer = self.login(email, password, None).data();
        answer["access_token"].as_str().expect("a token").to_owned()
    }

    /// `POST /auth/login`, for asking whether a password holds.
    pub(crate) fn login(&self, email: &str, password: &str, otp: Option<&str>) -> Answer {
        let mut body = json!({ "email": email, "password": password });
        if let Some(otp) = otp {
            body["otp"] = otp.into();
        }
        self.anonymous("POST", "/auth/login", Some(&body))
    }

    /// Creates a user with app access and gives the id. Mind the seats of [`Version::V12`].
    pub(crate) fn create_user(&self, email: &str, password: &str) -> String {
        let user = json!({ "email": email, "password": password, "role": self.id("person_role") });
        let answer = self.api("POST", "/users", Some(&user)).data();
        answer["id"].as_str().expect("an id").to_owned()
    }

    /// Changes a user, e.g. `{"status":"suspended"}`.
    pub(crate) fn update_user(&self, id: &str, change: &Value) {
        let path = format!("/users/{id}");
        let _ = self.api("PATCH", &path, Some(change)).data();
    }

    /// Turns the one-time code on for a user and gives the secret for [`token::totp`].
    ///
    /// Only a user can do it, and a plain one may not: so the user is an administrator meanwhile.
    pub(crate) fn enable_tfa(&self, id: &str, email: &str, password: &str) -> String {
        let path = format!("/users/{id}?fields=role");
        let role = self.api("GET", &path, None).data();
        self.update_user(id, &json!({ "role": self.id("admin_role") }));
        let token = self.access_token(email, password);
        let body = json!({ "password": password });
        let generated = self
            .api_as(&token, "POST", "/users/me/tfa/generate", Some(&body))
            .data();
        let secret = generated["secret"].as_str().expect("a secret").to_owned();
        // The code may be waited for longer than a token lives that a test has cut short.
        let body = json!({ "secret": secret, "otp": token::totp(&secret) });
        let token = self.access_token(email, password);
        let _ = self
            .api_as(&token, "POST", "/users/me/tfa/enable", Some(&body))
            .data();
        self.update_user(id, &role);
        secret
    }

    /// Sends an invitation. Without `invite_url` the link leads to the Data Studio.
    pub(crate) fn invite(&self, email: &str, invite_url: Option<&str>) {
        let mut body = json!({ "email": email, "role": self.id("person_role") });
        if let Some(url) = invite_url {
            body["invite_url"] = url.into();
        }
        let _ = self.api("POST", "/users/invite", Some(&body)).data();
    }

    /// Asks for the reset mail of a user, as any client does.
    pub(crate) fn request_reset(&self, email: &str, reset_url: Option<&str>) -> Answer {
        let mut body = json!({ "email": email });
        if let Some(url) = reset_url {
            body["reset_url"] = url.into();
        }
        self.anonymous("POST", "/auth/password/request", Some(&body))
    }

    /// How many rows of a table have a value in a column. Read from the database, as Directus shows
    /// some tables (`directus_sessions`) to nobody.
    pub(crate) fn count(&self, table: &str, column: &str, value: &str) -> usize {
        self.count_where(table, &format!("{column} = ?"), &[value])
    }

    /// How many rows a table has.
    pub(crate) fn rows(&self, table: &str) -> usize {
        self.count_where(table, "true", &[])
    }

    /// How many rows of a table meet a condition with these values.
    pub(crate) fn count_where(&self, table: &str, condition: &str, values: &[&str]) -> usize {
        let script = "import sqlite3, sys; file, query, *values = sys.argv[1:]; \
            print(sqlite3.connect(file, timeout=10).execute(query, values).fetchone()[0])";
        let output = Command::new(installed("BENCH_PYTHON"))
            .args(["-c", script])
            .arg(self.data.path().join("data.db"))
            .arg(format!("select count(*) from {table} where {condition}"))
            .args(values)
            .output()
            .expect("Python");
        let text = String::from_utf8_lossy(&output.stdout);
        text.trim()
            .parse()
            .unwrap_or_else(|_| panic!("{table} where {condition}: {output:?}"))
    }

    fn send(&self, method: &str, path: &str, token: Option<&str>, body: Option<&Value>) -> Answer {
        request(method, &format!("{}{path}", self.url), token, body)
            .unwrap_or_else(|| panic!("no answer to {method} {path}; log:\n{}", self.log()))
    }
}

/// The folder with what the package publishes, below the extensions.
fn install_companion(data: &Path) {
    let package = Path::new(env!("CARGO_MANIFEST_DIR")).join("packaging/directus");
    let target = data.join("extensions/directus-extension-latchkey");
    std::fs::create_dir_all(target.join("src")).expect("a directory");
    files::copy_tree(&package.join("src"), &target.join("src"));
    let _ = std::fs::copy(package.join("package.json"), target.join("package.json"))
        .expect("the companion's package.json");
    // Without one, Directus loads no extension.
    files::write_private(&data.join("package.json"), "{\"private\":true}\n");
}

/// `directus.env`, the places of this one server, and what the test asked for.
fn all_settings(
    data: &Path,
    port: u16,
    mail: Option<&Mail>,
    asked: &[(&str, &str)],
) -> BTreeMap<String, String> {
    let url = format!("http://127.0.0.1:{port}");
    let file = std::fs::read_to_string(source("directus.env")).expect("directus.env");
    let path = |name| data.join(name).display().to_string();
    // Port 9 of this machine: nobody listens there, and Directus answers all the same.
    let smtp_port = mail.map_or(9, Mail::smtp_port);
    let mut settings: BTreeMap<String, String> = file
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('='))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    settings.extend(
        [
            ("PORT", port.to_string()),
            ("PUBLIC_URL", url.clone()),
            ("EMAIL_SMTP_PORT", smtp_port.to_string()),
            ("DB_FILENAME", path("data.db")),
            ("STORAGE_LOCAL_ROOT", path("uploads")),
            ("EXTENSIONS_PATH", path("extensions")),
        ]
        .map(|(name, value)| (name.to_owned(), value)),
    );
    for (name, value) in asked {
        let _ = settings.insert((*name).to_owned(), value.replace("{url}", &url));
    }
    settings.retain(|_, value| !value.is_empty());
    settings
}
