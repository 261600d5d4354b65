//! The profile file under real processes: edits at once, kill -9, a full disk, a read-only directory.
//! The children are this same test program, started again on one of the `part_…` functions; each file holds its own.

#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test brings its own servers, processes and files"
)]
#![cfg(unix)]
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may stop at once"
)]

mod edits;
mod kills;
#[cfg(target_os = "linux")]
mod mounted;

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use latchkey::{
    address::{HttpPolicy, ServerUrl},
    profile::{Profile, ProfileId, Profiles},
    store::{Error, Paths, Store},
};

/// Where the children find the store.
const HOME_VARIABLE: &str = "LATCHKEY_TEST_HOME";
/// Which of several children one is.
const NUMBER_VARIABLE: &str = "LATCHKEY_TEST_NUMBER";

fn store_in(home: &Path) -> Store {
    Store::new(Paths {
        config: home.join("config"),
        state: home.join("state"),
        cache: home.join("cache"),
        runtime: home.join("run"),
    })
}

fn store_of_child() -> Store {
    store_in(&PathBuf::from(
        env::var_os(HOME_VARIABLE).expect("a part is started by its test"),
    ))
}

fn id(number: u64) -> ProfileId {
    ProfileId::parse(&format!("{number:016x}")).unwrap()
}

fn profile(number: u64) -> Profile {
    let host = format!("{number}.example.com");

    Profile::new(
        id(number),
        host.clone(),
        ServerUrl::parse(&host, HttpPolicy::LoopbackOnly).unwrap(),
    )
}

fn put(store: &Store, number: u64) -> Result<Profiles, Error> {
    store
        .edit(|profiles| profiles.put(profile(number)).id.clone())
        .map(|(_, profiles)| profiles)
}

/// This program again, on one ignored test.
fn child_test(name: &str, home: &Path, number: u64) -> Command {
    let mut command = Command::new(env::current_exe().unwrap());
    let _ = command
        .args(["--exact", name, "--ignored", "--nocapture"])
        .env(HOME_VARIABLE, home)
        .env(NUMBER_VARIABLE, number.to_string())
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

fn start(name: &str, home: &Path, number: u64) -> Child {
    child_test(name, home, number).spawn().unwrap()
}

fn succeed(child: Child) {
    let output = child.wait_with_output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned()
        + &String::from_utf8_lossy(&output.stderr);

    assert!(output.status.success(), "{said}");
    assert!(said.contains("1 passed"), "the part did not run: {said}");
}

fn wait_until(what: &str, mut done: impl FnMut() -> bool) {
    let start = Instant::now();
    while !done() {
        assert!(
            start.elapsed() < Duration::from_secs(60),
            "{what} takes too long"
        );
        thread::sleep(Duration::from_millis(5));
    }
}

fn temporary_files(home: &Path) -> usize {
    fs::read_dir(home.join("config"))
        .unwrap()
        .filter(|entry| {
            entry
                .as_ref()
                .unwrap()
                .file_name()
                .to_string_lossy()
                .ends_with(".tmp")
        })
        .count()
}
