//! The files of one user: what is put is there again, edits, locks, logos. Tolerant reading is tested in
//! `tolerant`; several processes, kills and full disks in `tests/store.rs`.

#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "owns the disk"
)]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may stop at once")]

mod preferences;
mod tolerant;

use std::{
    fs, thread,
    time::{Instant, SystemTime},
};

use serde_json::{Value, json};

use super::*;
use crate::{
    address::{HttpPolicy, ServerUrl},
    profile::Profile,
};

fn store() -> (tempfile::TempDir, Store) {
    let home = tempfile::tempdir().unwrap();
    let paths = Paths {
        config: home.path().join("config"),
        state: home.path().join("state"),
        cache: home.path().join("cache"),
        runtime: home.path().join("run"),
    };

    (home, Store::new(paths))
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

fn put(store: &Store, number: u64) -> Profiles {
    let ((), profiles) = store
        .edit(|profiles| {
            let _ = profiles.put(profile(number));
        })
        .unwrap();

    profiles
}

fn numbers(profiles: &Profiles) -> Vec<u64> {
    profiles
        .iter()
        .map(|profile| u64::from_str_radix(profile.id.as_str(), 16).unwrap())
        .collect()
}

fn write(store: &Store, text: impl AsRef<[u8]>) {
    fs::create_dir_all(&store.paths.config).unwrap();
    fs::write(store.profiles_path(), text).unwrap();
}

fn on_disk(store: &Store) -> Value {
    serde_json::from_slice(&fs::read(store.profiles_path()).unwrap()).unwrap()
}

fn names_beside(store: &Store) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(&store.paths.config)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn what_is_put_is_there_again_and_private() {
    let (_home, store) = store();
    assert_eq!(store.load().unwrap().profiles.len(), 0);
    assert!(!store.paths.config.exists(), "reading creates nothing");

    let _ = put(&store, 1);
    let profiles = put(&store, 2);

    let loaded = store.load().unwrap();
    assert_eq!(loaded.profiles, profiles);
    assert_eq!(loaded.notice, None);
    assert_eq!(on_disk(&store)["version"], 1);
    assert_eq!(
        names_beside(&store),
        [
            "profiles.json",
            "profiles.json.last-good",
            "profiles.json.lock"
        ]
    );
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&store.paths.config), 0o700);
        for name in names_beside(&store) {
            assert_eq!(mode(&store.paths.config.join(&name)), 0o600, "{name}");
        }
    }
}

#[test]
fn an_edit_that_changes_nothing_writes_nothing() {
    let (_home, store) = store();
    let _ = put(&store, 1);
    write(
        &store,
        fs::read_to_string(store.profiles_path())
            .unwrap()
            .replace("  ", "\t"),
    );
    let before = fs::read(store.profiles_path()).unwrap();

    let (found, _) = store.edit(|profiles| profiles.len()).unwrap();

    assert_eq!(found, 1);
    assert_eq!(fs::read(store.profiles_path()).unwrap(), before);
}

#[test]
fn r_25_a_hand_edit_in_between_is_kept() {
    let (_home, store) = store();
    let _ = put(&store, 1);
    let mut file = on_disk(&store);
    file["profiles"][0]["name"] = json!("By hand");
    write(&store, file.to_string());

    let profiles = put(&store, 2);

    assert_eq!(profiles.get(&id(1)).unwrap().name, "By hand");
}

#[test]
fn what_is_no_file_is_an_error_and_not_an_empty_list() {
    let (_home, store) = store();
    fs::create_dir_all(store.profiles_path()).unwrap();

    assert!(matches!(store.load(), Err(Error::Read { .. })));
    assert!(matches!(store.edit(|_| ()), Err(Error::Read { .. })));
}

#[cfg(unix)]
#[test]
fn a_linked_profile_file_stays_linked() {
    use std::os::unix::fs::symlink;

    for exists in [true, false] {
        let (home, store) = store();
        let dotfiles = home.path().join("dotfiles");
        fs::create_dir_all(&dotfiles).unwrap();
        fs::create_dir_all(&store.paths.config).unwrap();
        symlink("../dotfiles/latchkey.json", store.profiles_path()).unwrap();
        if exists {
            fs::write(dotfiles.join("latchkey.json"), "{}").unwrap();
        }

        let _ = put(&store, 1);

        assert!(
            fs::symlink_metadata(store.profiles_path())
                .unwrap()
                .is_symlink()
        );
        assert_eq!(numbers(&store.load().unwrap().profiles), [1]);
        assert_eq!(
            fs::read_dir(&dotfiles).unwrap().count(),
            1,
            "no leftovers there"
        );
    }

    let (_home, store) = store();
    fs::create_dir_all(&store.paths.config).unwrap();
    symlink("profiles.json", store.profiles_path()).unwrap();
    assert!(
        store
            .edit(|profiles| profiles.put(profile(1)).id.clone())
            .is_err(),
        "a link to itself"
    );
}

#[test]
fn r_20_a_lock_is_waited_for_only_so_long() {
    let (_home, store) = store();
    let held = store.lock_profile(&id(1), Duration::ZERO).unwrap();
    let _other = store.lock_profile(&id(2), Duration::ZERO).unwrap();

    let start = Instant::now();
    let refused = store.lock_profile(&id(1), Duration::from_millis(200));
    let waited = start.elapsed();
    assert!(matches!(refused, Err(Error::Busy { .. })), "{refused:?}");
    assert!((200..1500).contains(&waited.as_millis()), "{waited:?}");

    let waiting = {
        let store = store.clone();
        thread::spawn(move || {
            store
                .lock_profile(&id(1), Duration::from_secs(20))
                .map(|_| Instant::now())
        })
    };
    thread::sleep(Duration::from_millis(100));
    let freed = Instant::now();
    drop(held);
    let got = waiting.join().unwrap().unwrap();
    assert!(got >= freed && got - freed < Duration::from_secs(2));
}

#[test]
fn r_20_who_waits_is_told_which_process_holds_the_lock() {
    let (_home, store) = store();
    let held = store.lock_profile(&id(1), Duration::ZERO).unwrap();
    let refused = store.lock_profile(&id(1), Duration::ZERO);

    let Err(Error::Busy { holder, .. }) = refused else {
        panic!("{refused:?}");
    };
    // Windows lets nobody read a locked file.
    assert_eq!(holder, cfg!(unix).then(std::process::id));
    drop(held);
}

#[test]
fn r_17_what_was_begun_and_not_finished_is_known_to_the_next_holder() {
    let (_home, store) = store();
    let lock = |number| store.lock_profile(&id(number), Duration::ZERO).unwrap();
    assert_eq!(lock(1).interrupted_operation(), None);

    lock(1).mark_started(1_760_000_000_123);
    assert_eq!(lock(1).interrupted_operation(), Some(1_760_000_000_123));
    assert_eq!(lock(2).interrupted_operation(), None, "another profile's");

    // Longer and shorter notes replace each other whole.
    lock(1).mark_started(7);
    assert_eq!(lock(1).interrupted_operation(), Some(7));
    lock(1).mark_finished();
    assert_eq!(lock(1).interrupted_operation(), None);

    // The empty file of an earlier version, and one that is no note at all.
    for text in ["", "\n", "x y z", "12 -3", "1 99999999999999999999999"] {
        fs::write(store.lock_path(&id(1)), text).unwrap();
        assert_eq!(lock(1).interrupted_operation(), None, "{text:?}");
    }
}

#[test]
fn a_forgotten_profile_leaves_nothing_but_a_held_lock() {
    let (_home, store) = store();
    store.cache_picture(&id(1), PictureKind::Logo, "logo", b"logo");
    let held = store.lock_profile(&id(1), Duration::ZERO).unwrap();

    store.delete_files_of(&id(1));
    assert_eq!(
        store.cached_picture(&id(1), PictureKind::Logo, "logo"),
        None
    );
    let refused = store.lock_profile(&id(1), Duration::ZERO);
    assert!(
        matches!(refused, Err(Error::Busy { .. })),
        "the lock still holds"
    );

    drop(held);
    store.delete_files_of(&id(1));
    assert_eq!(fs::exists(store.lock_path(&id(1))).unwrap(), !cfg!(unix));
    store.delete_files_of(&id(9));
}

#[test]
fn a_logo_is_kept_privately_and_within_limits() {
    let (_home, store) = store();
    assert_eq!(
        store.cached_picture(&id(1), PictureKind::Logo, "logo"),
        None
    );

    store.cache_picture(&id(1), PictureKind::Logo, "logo", b"logo");
    store.cache_picture(
        &id(1),
        PictureKind::Logo,
        "logo",
        &vec![0; 2 * 1024 * 1024 + 1],
    );

    assert_eq!(
        store
            .cached_picture(&id(1), PictureKind::Logo, "logo")
            .unwrap(),
        b"logo"
    );
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = fs::metadata(
            store
                .picture_path(&id(1), PictureKind::Logo, "logo")
                .unwrap(),
        )
        .unwrap()
        .permissions()
        .mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    fs::write(
        store
            .picture_path(&id(1), PictureKind::Logo, "logo")
            .unwrap(),
        vec![0; 2 * 1024 * 1024 + 1],
    )
    .unwrap();
    assert_eq!(
        store.cached_picture(&id(1), PictureKind::Logo, "logo"),
        None
    );
}

#[test]
fn r_25_a_file_that_was_changed_elsewhere_is_read_again() {
    let (_home, store) = store();
    let _ = put(&store, 1);
    let other = Store::new(store.paths().clone());
    let path = store.profiles_path();
    let now = SystemTime::now();
    let date = |time: SystemTime| {
        let file = fs::File::options().write(true).open(&path).unwrap();
        file.set_modified(time).unwrap();
    };
    let old = now - Duration::from_secs(60);
    let name = |store: &Store| {
        let loaded = store.load_shared().unwrap();
        loaded.profiles.get(&id(1)).unwrap().name.clone()
    };

    // Old enough: read once, for every clone.
    date(old);
    let first = store.load_shared().unwrap();
    assert!(Arc::ptr_eq(&first, &store.clone().load_shared().unwrap()));

    // Replaced by another process.
    let _ = other
        .edit(|profiles| profiles.get_mut(&id(1)).unwrap().name = "other".to_owned())
        .unwrap();
    assert_eq!(name(&store), "other");

    // Written in place, as long as before, by an editor that puts the time back.
    date(old);
    assert_eq!(name(&store), "other");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace("other", "again")).unwrap();
    date(if cfg!(unix) { old } else { now });
    assert_eq!(name(&store), "again");

    // Just written: the next change may come within the same step of the clock, so nothing is remembered.
    date(now);
    let just_now = store.load_shared().unwrap();
    assert!(!Arc::ptr_eq(&just_now, &store.load_shared().unwrap()));

    fs::remove_file(&path).unwrap();
    assert!(store.load_shared().unwrap().profiles.is_empty());
}
