//! The profile file under real processes: edits at once, kill -9, a full disk, a read-only directory.
//! The children are this same test program, started again on one of the `part_…` functions.

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

use std::{
    env, fs,
    os::unix::process::ExitStatusExt as _,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use latchkey::{
    profile::{HttpPolicy, Profile, ProfileId, Profiles, Project, ServerUrl},
    store::{Error, Paths, Store},
};
use serde_json::{Map, Value};

/// Where the children find the store.
const HOME: &str = "LATCHKEY_TEST_HOME";
/// Which of several children one is.
const NUMBER: &str = "LATCHKEY_TEST_NUMBER";
/// How many profiles the file of the kill test has.
const FULL: u64 = 60;

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
        env::var_os(HOME).expect("a part is started by its test"),
    ))
}

fn id(number: u64) -> ProfileId {
    ProfileId::parse(&format!("{number:016x}")).unwrap()
}

fn profile(number: u64) -> Profile {
    let host = format!("{number}.example.com");

    Profile {
        id: id(number),
        name: host.clone(),
        url: ServerUrl::parse(&host, HttpPolicy::LoopbackOnly).unwrap(),
        allow_http: false,
        ca_file: None,
        project: Project::default(),
        last_email: None,
        account: None,
        unknown: Map::new(),
    }
}

fn put(store: &Store, number: u64) -> Result<Profiles, Error> {
    store
        .edit(|profiles| profiles.put(profile(number)).id.clone())
        .map(|(_, profiles)| profiles)
}

/// This program again, on one ignored test.
fn part(name: &str, home: &Path, number: u64) -> Command {
    let mut command = Command::new(env::current_exe().unwrap());
    let _ = command
        .args(["--exact", name, "--ignored", "--nocapture"])
        .env(HOME, home)
        .env(NUMBER, number.to_string())
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

fn start(name: &str, home: &Path, number: u64) -> Child {
    part(name, home, number).spawn().unwrap()
}

fn succeed(child: Child) {
    let output = child.wait_with_output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned()
        + &String::from_utf8_lossy(&output.stderr);

    assert!(output.status.success(), "{said}");
    assert!(said.contains("1 passed"), "the part did not run: {said}");
}

fn until(what: &str, mut done: impl FnMut() -> bool) {
    let start = Instant::now();
    while !done() {
        assert!(
            start.elapsed() < Duration::from_secs(60),
            "{what} takes too long"
        );
        thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn r_25_processes_and_threads_that_edit_at_once_lose_nothing() {
    const PROCESSES: u64 = 4;
    const THREADS: u64 = 4;
    let home = tempfile::tempdir().unwrap();

    let children: Vec<Child> = (0..PROCESSES)
        .map(|number| start("part_puts_ten", home.path(), number))
        .collect();
    let threads: Vec<_> = (PROCESSES..PROCESSES + THREADS)
        .map(|number| {
            let store = store_in(home.path());
            thread::spawn(move || puts_ten(&store, number))
        })
        .collect();
    for thread in threads {
        thread.join().unwrap();
    }
    for child in children {
        succeed(child);
    }

    let profiles = store_in(home.path()).load().unwrap().profiles;
    assert_eq!(
        u64::try_from(profiles.len()).unwrap(),
        10 * (PROCESSES + THREADS)
    );
    for number in 0..10 * (PROCESSES + THREADS) {
        assert!(
            profiles.get(&id(number)).is_some(),
            "profile {number} vanished"
        );
    }
}

fn puts_ten(store: &Store, number: u64) {
    for offset in 0..10 {
        let _ = put(store, 10 * number + offset).unwrap();
    }
}

#[test]
#[ignore = "a child process of r_25_…"]
fn part_puts_ten() {
    let number = env::var(NUMBER).unwrap().parse().unwrap();

    puts_ten(&store_of_child(), number);
}

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
        let mut child = start("part_writes_generations", home.path(), 0);
        until("the first write", || whole_list(&file) > last);
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
    let mut child = start("part_holds_a_lock", home.path(), 0);
    until("the child's lock", || home.path().join("held").exists());

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
    fs::write(PathBuf::from(env::var_os(HOME).unwrap()).join("held"), "").unwrap();

    thread::sleep(Duration::from_secs(120));
}

#[cfg(target_os = "linux")]
mod mounted {
    //! Faults of the file system, in a mount namespace of the child's own: nothing is left mounted.

    use super::*;

    /// Starts a part where it may mount: as root directly, else as root of a user namespace.
    fn start_where_mounting_works(name: &str, home: &Path) -> Child {
        for flags in ["-m", "-rm"] {
            let mut probe = Command::new("unshare");
            let probe = probe
                .args([flags, "--", "mount", "-t", "tmpfs", "tmpfs"])
                .arg(home)
                .stderr(Stdio::null())
                .status();
            if probe.is_ok_and(|status| status.success()) {
                let part = part(name, home, 0);
                return Command::new("unshare")
                    .args([flags, "--"])
                    .arg(part.get_program())
                    .args(part.get_args())
                    .env(HOME, home)
                    .stdout(Stdio::piped())
                    .stderr(Stdio::piped())
                    .spawn()
                    .unwrap();
            }
        }

        panic!(
            "this test fills a small file system of its own and needs `unshare` and `mount`: \
             run it as root, or allow user namespaces"
        );
    }

    fn mount(arguments: &[&str], place: &Path) {
        let status = Command::new("mount")
            .args(arguments)
            .arg(place)
            .status()
            .unwrap();

        assert!(status.success(), "mount {arguments:?} {}", place.display());
    }

    #[test]
    fn r_24_a_full_disk_costs_the_change_and_nothing_else() {
        let home = tempfile::tempdir().unwrap();

        succeed(start_where_mounting_works(
            "mounted::part_fills_the_disk",
            home.path(),
        ));
    }

    #[test]
    #[ignore = "a child process of r_24_…"]
    fn part_fills_the_disk() {
        let store = store_of_child();
        let config = store.paths().config.clone();
        fs::create_dir_all(&config).unwrap();
        mount(
            &["-t", "tmpfs", "-o", "size=128k,mode=0700", "tmpfs"],
            &config,
        );
        let file = config.join("profiles.json");

        let mut number = 0;
        let (refused, kept) = loop {
            let before = fs::read(&file).unwrap_or_default();
            match put(&store, number) {
                Ok(_) => number += 1,
                Err(error) => break (error, before),
            }
            assert!(number < 5000, "the disk never fills");
        };

        let Error::Write { path, source } = &refused else {
            panic!("{refused:?}");
        };
        assert_eq!(path, &file);
        assert_eq!(source.kind(), std::io::ErrorKind::StorageFull, "{refused}");
        assert!(number > 20, "only {number} profiles fitted");
        still_good(&store, &file, &kept, number);
        assert_eq!(
            temporary_files(config.parent().unwrap()),
            0,
            "what did not fit is gone"
        );

        fs::remove_file(config.join("profiles.json.last-good")).unwrap();
        let _ = put(&store, number).expect("with room again the same edit works");
    }

    #[test]
    fn r_24_a_read_only_directory_costs_the_change_and_nothing_else() {
        let home = tempfile::tempdir().unwrap();

        succeed(start_where_mounting_works(
            "mounted::part_is_read_only",
            home.path(),
        ));
    }

    #[test]
    #[ignore = "a child process of r_24_…"]
    fn part_is_read_only() {
        let store = store_of_child();
        let config = store.paths().config.clone();
        let file = config.join("profiles.json");
        let _ = put(&store, 0).unwrap();
        let kept = fs::read(&file).unwrap();
        mount(&["--bind", config.to_str().unwrap()], &config);
        mount(&["-o", "remount,ro,bind"], &config);

        let refused = put(&store, 1).unwrap_err();

        let Error::Write { source, .. } = &refused else {
            panic!("{refused:?}");
        };
        assert_eq!(
            source.kind(),
            std::io::ErrorKind::ReadOnlyFilesystem,
            "{refused}"
        );
        still_good(&store, &file, &kept, 1);
    }

    #[test]
    fn r_22_a_damaged_file_that_cannot_be_set_aside_is_still_read_around() {
        let home = tempfile::tempdir().unwrap();

        succeed(start_where_mounting_works(
            "mounted::part_is_damaged_and_read_only",
            home.path(),
        ));
    }

    #[test]
    #[ignore = "a child process of r_22_…"]
    fn part_is_damaged_and_read_only() {
        let store = store_of_child();
        let config = store.paths().config.clone();
        let file = config.join("profiles.json");
        let _ = put(&store, 0).unwrap();
        fs::write(&file, "{").unwrap();
        mount(&["--bind", config.to_str().unwrap()], &config);
        mount(&["-o", "remount,ro,bind"], &config);

        let loaded = store.load().unwrap();

        assert_eq!(loaded.profiles.len(), 1, "from the last good copy");
        let notice = latchkey::store::LoadNotice::Damaged {
            kept_as: file.clone(),
            recovered: 1,
        };
        assert_eq!(loaded.notice, Some(notice));
        assert!(put(&store, 1).is_err());
        assert_eq!(fs::read(&file).unwrap(), b"{");
    }

    fn still_good(store: &Store, file: &Path, kept: &[u8], count: u64) {
        assert_eq!(fs::read(file).unwrap(), kept, "the old file is intact");
        let loaded = store.load().unwrap();
        assert_eq!(loaded.notice, None);
        assert_eq!(u64::try_from(loaded.profiles.len()).unwrap(), count);
    }
}
