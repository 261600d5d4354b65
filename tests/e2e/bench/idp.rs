//! A real `OpenID` provider (`tests/bench/idp`) on a free loopback port, and Directus's settings for it. Owns starting
//! it; who can sign in there is in `accounts.mjs`.

use super::process::{Server, free_port};
use super::{installed, source};

use tempfile::TempDir;

use std::process::Command;
use std::sync::OnceLock;
use std::time::Duration;

/// The password of everyone at the provider.
pub(crate) const IDP_PASSWORD: &str = "Harbour-gate-1";

/// A running provider; stopped when dropped. It forgets everything when it is stopped.
#[derive(Debug)]
pub(crate) struct Idp {
    port: u16,
    environment: Vec<(&'static str, String)>,
    home: TempDir,
    server: Option<Server>,
}

impl Idp {
    /// Starts one that knows these callbacks of Directus. `settings` as `idp.mjs` describes them.
    pub(crate) fn start(callbacks: &[String], settings: &[(&'static str, &str)]) -> Self {
        let port = free_port();
        let mut environment = vec![
            ("IDP_PORT", port.to_string()),
            ("IDP_REDIRECT_URIS", callbacks.join(" ")),
        ];
        environment.extend(
            settings
                .iter()
                .map(|(name, value)| (*name, (*value).to_owned())),
        );
        let mut idp = Self {
            port,
            environment,
            home: tempfile::tempdir().expect("a temporary directory"),
            server: None,
        };
        idp.resume();
        idp
    }

    /// Starts it again on the same port, after [`Idp::stop`].
    pub(crate) fn resume(&mut self) {
        let mut command = Command::new(installed("BENCH_NODE"));
        let _ = command
            .arg(program())
            .current_dir(self.home.path())
            .env("PATH", "/usr/bin:/bin")
            .envs(self.environment.iter().map(|(name, value)| (name, value)));
        let log = self.home.path().join("log");
        let mut server = Server::start("the OpenID provider", command, &log);
        server.wait_until(Duration::from_secs(60), || {
            std::fs::read_to_string(&log).is_ok_and(|log| log.contains("listening "))
        });
        self.server = Some(server);
    }

    /// Stops it; the port then refuses connections.
    pub(crate) fn stop(&mut self) {
        self.server = None;
    }

    /// The address, `http://127.0.0.1:PORT`.
    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

/// Directus's settings for one provider `name` that is `idp`, for people it did not know before, too.
pub(crate) fn openid(name: &str, idp: &Idp) -> Vec<(String, String)> {
    let discovery = format!("{}/.well-known/openid-configuration", idp.url());
    let mut settings = vec![("AUTH_PROVIDERS".to_owned(), name.to_owned())];
    settings.extend(client(
        name,
        &[
            ("DRIVER", "openid"),
            ("ISSUER_URL", &discovery),
            // Gives a refresh token where the provider is set to.
            ("SCOPE", "openid profile email offline_access"),
        ],
    ));
    settings
}

/// The same as plain OAuth 2.0, without the list of providers.
pub(crate) fn oauth2(name: &str, idp: &Idp) -> Vec<(String, String)> {
    let url = idp.url();
    client(
        name,
        &[
            ("DRIVER", "oauth2"),
            ("AUTHORIZE_URL", &format!("{url}/auth")),
            ("ACCESS_URL", &format!("{url}/token")),
            ("PROFILE_URL", &format!("{url}/profile")),
            ("SCOPE", "profile email"),
            ("EMAIL_KEY", "email"),
            ("FIRST_NAME_KEY", "given_name"),
            ("LAST_NAME_KEY", "family_name"),
        ],
    )
}

fn client(name: &str, more: &[(&str, &str)]) -> Vec<(String, String)> {
    let all = [
        ("CLIENT_ID", "directus"),
        ("CLIENT_SECRET", "directus-client-secret"),
        ("IDENTIFIER_KEY", "email"),
        ("ALLOW_PUBLIC_REGISTRATION", "true"),
        ("DEFAULT_ROLE_ID", "{person_role}"),
    ];
    let name = name.to_uppercase();
    all.iter()
        .chain(more)
        .map(|(key, value)| (format!("AUTH_{name}_{key}"), (*value).to_owned()))
        .collect()
}

/// Where the provider is installed, outside the checkout.
fn program() -> &'static str {
    static PROGRAM: OnceLock<String> = OnceLock::new();
    PROGRAM.get_or_init(|| {
        let output = Command::new("bash")
            .arg(source("idp/install.sh"))
            .output()
            .expect("bash");
        assert!(output.status.success(), "idp/install.sh: {output:?}");
        String::from_utf8_lossy(&output.stdout).trim().to_owned()
    })
}
