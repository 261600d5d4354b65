//! What the profile file costs with one to a thousand instances: `cargo bench --bench profiles`. Prints and judges nothing.
//!
//! “read” is the first look at a file, “again” one at a file that has not changed since, “one” a single instance of it,
//! “write” a change of one instance: read, replaced on the disk and made sure of, twice with the last good copy.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::disallowed_types,
    reason = "a bench prints, touches the disk, and may stop at once"
)]

use std::{
    fs::File,
    time::{Duration, Instant, SystemTime},
};

use latchkey::{
    address::{HttpPolicy, ServerUrl},
    profile::{Profile, ProfileId, Profiles, Project},
    store::{Paths, Store},
};

const ROUNDS: usize = 20;

fn main() {
    // `cargo test --benches` only wants to know that it can be built.
    if std::env::args().any(|argument| argument == "--test") {
        return;
    }
    println!(
        "{:<10} {:>10} {:>11} {:>11} {:>11} {:>11} {:>11}",
        "instances", "bytes", "read", "again", "one", "find", "write"
    );
    for count in [1, 10, 100, 1_000] {
        measure(count);
    }
}

fn measure(count: u64) {
    let home = tempfile::tempdir().unwrap();
    let paths = Paths {
        config: home.path().join("config"),
        state: home.path().join("state"),
        cache: home.path().join("cache"),
        runtime: home.path().join("run"),
    };
    let store = Store::new(paths.clone());
    let _ = store.edit(|profiles| fill(profiles, count)).unwrap();
    let path = paths.config.join("profiles.json");
    let bytes = std::fs::metadata(&path).unwrap().len();

    let mut last = count;
    let write = median(|| {
        last += 1;
        let email = format!("ada{last}@example.com");
        let _ = store
            .edit(|profiles| profiles.get_mut(&id(count / 2)).unwrap().last_email = Some(email))
            .unwrap();
    });
    // As it lies there when the program starts: not just written.
    let before = SystemTime::now() - Duration::from_secs(60);
    File::options()
        .write(true)
        .open(&path)
        .unwrap()
        .set_modified(before)
        .unwrap();
    let read = median(|| drop(Store::new(paths.clone()).load().unwrap()));
    drop(store.load().unwrap());
    let again = median(|| drop(store.load().unwrap()));
    let wanted = id(count / 2);
    let one = median(|| {
        let current = store.load_shared().unwrap();
        drop(current.profiles.get(&wanted).cloned().unwrap());
    });
    let name = format!("Instance {}", count / 2);
    let find = median(|| {
        let current = store.load_shared().unwrap();
        drop(current.profiles.find(&name).unwrap().clone());
    });

    println!(
        "{count:<10} {bytes:>10} {read:>11.1?} {again:>11.1?} {one:>11.1?} {find:>11.1?} {write:>11.1?}"
    );
}

fn id(number: u64) -> ProfileId {
    ProfileId::parse(&format!("{number:016x}")).unwrap()
}

fn fill(profiles: &mut Profiles, count: u64) {
    for number in 0..count {
        let host = format!("https://cms-{number}.example.com/one/of/many");
        let _ = profiles.put(Profile {
            project: Project {
                name: Some(format!("Project {number}")),
                color: Some("#0E7490".to_owned()),
                note: Some("Open from nine to five.".to_owned()),
                ..Project::default()
            },
            last_email: Some(format!("ada{number}@example.com")),
            ..Profile::new(
                id(number),
                format!("Instance {number}"),
                ServerUrl::parse(&host, HttpPolicy::LoopbackOnly).unwrap(),
            )
        });
    }
}

fn median(mut once: impl FnMut()) -> Duration {
    let mut times: Vec<_> = (0..ROUNDS)
        .map(|_| {
            let begun = Instant::now();
            once();
            begun.elapsed()
        })
        .collect();
    times.sort();

    times[times.len() / 2]
}
