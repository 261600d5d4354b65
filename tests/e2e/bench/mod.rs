//! The test bench: real servers and a real desktop, each started by one call, each with its own
//! ports and directories, each gone when its value is dropped. Owns how the parts are started and
//! asked; deliberately knows nothing of what Latchkey should do with them.
//!
//! What it starts is installed by `tests/bench/install.sh`; a test that finds it missing fails and
//! says so.

mod browser;
mod directus;
mod display;
mod fault;
mod files;
mod http;
mod idp;
mod imap;
mod keyring;
mod ldap;
mod mail;
mod opener;
mod process;
mod proxy;
mod saml;
mod sandbox;
mod system_browser;
mod tls;
mod token;
mod watch;

pub(crate) use opener::Opener;
pub(crate) use proxy::Proxy;
pub(crate) use saml::Saml;
pub(crate) use system_browser::SystemBrowser;

pub(crate) use browser::{Browser, Page, chromium};
pub(crate) use directus::{Directus, Version};
pub(crate) use display::Display;
pub(crate) use fault::{FaultServer, Pace, Reply};
pub(crate) use files::Disk;
pub(crate) use http::request;
pub(crate) use idp::{IDP_PASSWORD, Idp, oauth2, openid};
pub(crate) use keyring::{Keyring, SessionBus};
pub(crate) use ldap::{IRIS, Ldap};
pub(crate) use mail::Mail;
pub(crate) use process::{Server, free_port, wait_until};
pub(crate) use sandbox::{Finished, Running, Sandbox};
pub(crate) use tls::{Certificate, Identity};
pub(crate) use token::{claims, resign, totp};
pub(crate) use watch::ProcessWatch;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// A part of the desktop that child processes find through environment variables.
pub(crate) trait Environment {
    /// The variables, ready to be set on a command.
    fn env(&self) -> Vec<(&'static str, String)>;
}

/// The path of a file of `tests/bench`.
fn source(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/bench")
        .join(name)
}

/// Directories of the programs: the bench's Node, and the Directus tools of npm (`tests/bench/tools`), installed when
/// they are first asked for.
pub(crate) fn npm_tools() -> (PathBuf, PathBuf) {
    let node = installed("BENCH_NODE").parent().expect("a directory");
    let output = Command::new("bash")
        .arg(source("tools/install.sh"))
        .output()
        .expect("bash");
    assert!(output.status.success(), "{output:?}");
    let tools = String::from_utf8_lossy(&output.stdout).trim().to_owned();

    (node.to_owned(), tools.into())
}

/// Where `install.sh` put a part; fails the test with the command to run when it is not there.
fn installed(name: &str) -> &'static Path {
    static PATHS: OnceLock<Result<BTreeMap<String, PathBuf>, String>> = OnceLock::new();
    let paths = PATHS.get_or_init(|| {
        let output = Command::new("bash")
            .arg(source("install.sh"))
            .arg("--paths")
            .output()
            .map_err(|error| format!("bash cannot be started: {error}"))?;
        if !output.status.success() {
            return Err(String::from_utf8_lossy(&output.stderr).into_owned());
        }
        let text = String::from_utf8_lossy(&output.stdout);
        Ok(text
            .lines()
            .filter_map(|line| line.split_once('='))
            .map(|(name, path)| (name.to_owned(), PathBuf::from(path)))
            .collect())
    });
    match paths {
        Ok(paths) => paths
            .get(name)
            .unwrap_or_else(|| panic!("install.sh --paths does not name {name}")),
        Err(message) => panic!("{message}"),
    }
}
