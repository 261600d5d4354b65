//! Processes that are killed while they write or hold a lock.

use std::{
    env, fs,
    os::unix::process::ExitStatusExt as _,
    path::{Path, PathBuf},
    thread,
    time::{Duration, Instant},
};

use latchkey::{profile::Profile, store::Error};
use serde_json::Value;

use crate::{
    HOME_VARIABLE, id, profile, put, start, store_in, store_of_child, temporary_files, wait_until,
};

/// How many profiles the file of the kill test has.
const FULL: u64 = 60;

#[test]
fn r_22_kill_9_during_writes_leaves_a_whole_list() {
    const KILLS: u64 = 40;
    let home = tempfile::tempdir().unwrap();
    let store = store_in(home.path());
    let file = store.paths().config.join("profiles.json");
    let _ = store
        .edit(|profiles| {
            for number in 0..FULL {
                let _ = profiles.put(generation(number, 0));
            }
        })
        .unwrap();

    let (mut last, mut leftovers) = (0, 0);
    for kill in 0..KILLS {
        let mut child = start("kills::part_writes_generations", home.path(), 0);
        wait_until("the first write", || whole_list(&file) > last);
        // Spread over the milliseconds one write takes.
        thread::sleep(Duration::from_micros(kill * 613 % 9000));
        child.kill().unwrap();
        assert_eq!(
            child.wait().unwrap().signal(),
            Some(9),
            "it was still writing"
        );

        let now = whole_list(&file);
        assert!(now >= last, "generation {now} after {last}");
        last = now;
        leftovers += temporary_files(home.path());
        let loaded = store.load().unwrap();
        assert_eq!(loaded.notice, None);
        assert_eq!(u64::try_from(loaded.profiles.len()).unwrap(), FULL);
    }

    assert!(
        leftovers > 0,
        "no kill fell into a write: the test tests nothing"
    );
    let _ = put(&store, FULL).unwrap();
    assert_eq!(temporary_files(home.path()), 0, "the next edit sweeps up");
}

fn generation(number: u64, generation: u64) -> Profile {
    Profile {
        last_email: Some(format!("{generation}@example.com")),
        ..profile(number)
    }
}

/// The generation of the file, read as raw JSON; every entry must be of the same one.
fn whole_list(file: &Path) -> u64 {
    let json: Value = serde_json::from_slice(&fs::read(file).unwrap()).unwrap();
    let entries = json["profiles"].as_array().unwrap();
    assert_eq!(u64::try_from(entries.len()).unwrap(), FULL);
    let generation = entries[0]["last_email"].as_str().unwrap();
    assert!(
        entries
            .iter()
            .all(|entry| entry["last_email"] == *generation)
    );

    generation.trim_end_matches("@example.com").parse().unwrap()
}

#[test]
#[ignore = "a child process of r_22_…, killed by it"]
fn part_writes_generations() {
    let store = store_of_child();
    let (mut next, _) = store
        .edit(|profiles| {
            let email = profiles
                .iter()
                .next()
                .and_then(|profile| profile.last_email.clone());
            let email = email.unwrap();
            email
                .trim_end_matches("@example.com")
                .parse::<u64>()
                .unwrap()
        })
        .unwrap();

    loop {
        next += 1;
        let _ = store
            .edit(|profiles| {
                for number in 0..FULL {
                    let _ = profiles.put(generation(number, next));
                }
            })
            .unwrap();
    }
}

#[test]
fn r_20_a_lock_frees_itself_when_its_holder_is_killed() {
    let home = tempfile::tempdir().unwrap();
    let store = store_in(home.path());
    let mut child = start("kills::part_holds_a_lock", home.path(), 0);
    wait_until("the child's lock", || home.path().join("held").exists());

    let refused = store.lock_profile(&id(1), Duration::from_millis(100));
    assert!(matches!(refused, Err(Error::Busy { .. })), "{refused:?}");

    child.kill().unwrap();
    let killed = Instant::now();
    let _lock = store.lock_profile(&id(1), Duration::from_secs(10)).unwrap();
    assert!(killed.elapsed() < Duration::from_secs(2));
    let _ = child.wait().unwrap();
}

#[test]
#[ignore = "a child process of r_20_…, killed by it"]
fn part_holds_a_lock() {
    let _lock = store_of_child()
        .lock_profile(&id(1), Duration::ZERO)
        .unwrap();
    fs::write(
        PathBuf::from(env::var_os(HOME_VARIABLE).unwrap()).join("held"),
        "",
    )
    .unwrap();

    thread::sleep(Duration::from_secs(120));
}
