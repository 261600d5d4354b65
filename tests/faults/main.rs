//! The client, and the service above it, against servers that are broken or slow in ways a real Directus cannot be made
//! to be. The numbers in the tests' names are entries of `.github/THREATS.md`.

#![expect(
    clippy::disallowed_types,
    reason = "a test brings its own servers, processes and files"
)]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may stop at once")]

mod answers;
mod certificates;
mod clock;
mod doctor;
mod endpoints;
mod fixture;
mod later;
mod limits;
mod network;
mod once;
mod ports;
mod round;
mod secrets;
mod server;

use std::{env, process::Command, time::Duration};

use latchkey::{
    address::{HttpPolicy, ServerUrl},
    directus::{Client, Error, Refusal},
    secret::Secret,
};

/// Longer than any test that does not wait on purpose.
const AMPLE_TIMEOUT: Duration = Duration::from_secs(20);

fn address(text: &str) -> ServerUrl {
    ServerUrl::parse(text, HttpPolicy::Allowed).unwrap()
}

fn client(text: &str) -> Client {
    Client::with_timeouts(&address(text), None, AMPLE_TIMEOUT, AMPLE_TIMEOUT).unwrap()
}

/// A client that waits `total` for an answer, and no longer for a connection.
fn client_with_timeout(text: &str, ca_pem: Option<&[u8]>, total: Duration) -> Client {
    Client::with_timeouts(&address(text), ca_pem, total, total * 2).unwrap()
}

/// Signs in with fixed credentials.
async fn login(client: &Client) -> Result<(), Error> {
    let password = Secret::from(PASSWORD);
    client
        .login("amy@example.com", &password, None)
        .await
        .map(drop)
}

/// Appears nowhere else, so that it can be searched for.
const PASSWORD: &str = "Vq7-correct-horse-battery";

fn refusal<T: std::fmt::Debug>(result: Result<T, Error>) -> Refusal {
    match result {
        Err(Error::Refused(refusal)) => refusal,
        other => panic!("no refusal: {other:?}"),
    }
}

/// Runs one ignored test in a process of its own, without proxy settings but with `settings`; what it printed.
fn run_in_own_process(name: &str, settings: &[(&str, &str)]) -> String {
    let mut command = Command::new(env::current_exe().unwrap());
    let _ = command.args(["--exact", name, "--ignored", "--nocapture"]);
    for name in ["http_proxy", "https_proxy", "all_proxy", "no_proxy"] {
        let _ = command.env_remove(name).env_remove(name.to_uppercase());
    }
    let output = command.envs(settings.iter().copied()).output().unwrap();
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let complaint = String::from_utf8_lossy(&output.stderr);

    assert!(text.contains("1 passed"), "{text}\n{complaint}");
    text
}
