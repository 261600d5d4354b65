//! A small real SAML provider (`tests/bench/saml.mjs`) on a free loopback port, and Directus's settings for it. Owns
//! starting it; the provider signs everybody in as the same person, Noor.

use super::process::Server;
use super::{installed, source};

use serde_json::{Map, Value};
use tempfile::TempDir;

use std::process::Command;
use std::time::Duration;

/// A running provider; stopped when dropped.
#[derive(Debug)]
pub(crate) struct Saml {
    settings: Vec<(String, String)>,
    _home: TempDir,
    _server: Server,
}

impl Saml {
    /// Starts one that signs people in at the Directus whose `PUBLIC_URL` is `address`, under `name` there.
    pub(crate) fn start(name: &str, address: &str) -> Self {
        let home = tempfile::tempdir().expect("a temporary directory");
        let log = home.path().join("log");
        let mut command = Command::new(installed("BENCH_NODE"));
        let _ = command
            .arg(source("saml.mjs"))
            .arg(installed("BENCH_DIRECTUS_11"))
            .args([address, name, "{person_role}"])
            .current_dir(home.path())
            .env("TMPDIR", home.path())
            .env("PATH", "/usr/bin:/bin");
        let mut server = Server::start("the SAML provider", command, &log);
        server.wait_until(Duration::from_secs(60), || {
            std::fs::read_to_string(&log).is_ok_and(|log| log.ends_with("}\n"))
        });
        // Its library prints lines of its own first.
        let log = server.log();
        let line = log.lines().last().expect("a line");
        let settings: Map<String, Value> = serde_json::from_str(line).expect("JSON");
        let text = |value: &Value| value.as_str().expect("a text").to_owned();
        Self {
            settings: settings
                .iter()
                .map(|(name, value)| (name.clone(), text(value)))
                .collect(),
            _home: home,
            _server: server,
        }
    }

    /// Directus's settings for it, without the list of providers.
    pub(crate) fn settings(&self) -> &[(String, String)] {
        &self.settings
    }
}
