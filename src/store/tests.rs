#![expect(clippy::disallowed_methods, reason = "owns the disk")]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may stop at once")]

use std::{fs, thread, time::Instant};

use serde_json::{Map, Value, json};

use super::*;
use crate::profile::{HttpPolicy, Profile, Project, ServerUrl};

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
    fs::write(store.profiles_file(), text).unwrap();
}

fn on_disk(store: &Store) -> Value {
    serde_json::from_slice(&fs::read(store.profiles_file()).unwrap()).unwrap()
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
fn r_22_a_damaged_file_is_set_aside_and_the_last_good_copy_taken() {
    let good = r#"{"version":1,"profiles":[{"id":"00000000000000aa","name":"A","url":"https://a.example.com"}]}"#;
    for damaged in [
        Vec::new(),
        b" \n".to_vec(),
        good.as_bytes()[..good.len() / 2].to_vec(),
        good.as_bytes()[..good.len() - 1].to_vec(),
        vec![0; 300],
        b"\xff\xfe{\0}\0".to_vec(),
        b"[]".to_vec(),
        b"null".to_vec(),
        b"\"text\"".to_vec(),
        br#"{"version":"one","profiles":[]}"#.to_vec(),
        br#"{"version":0,"profiles":[]}"#.to_vec(),
        br#"{"version":-1,"profiles":[]}"#.to_vec(),
        br#"{"version":1,"profiles":{}}"#.to_vec(),
        br#"{"version":1,"profiles":null}"#.to_vec(),
        [good.as_bytes(), b"}"].concat(),
        "[".repeat(100_000).into_bytes(),
    ] {
        let shown = String::from_utf8_lossy(&damaged[..damaged.len().min(60)]).into_owned();
        let (_home, store) = store();
        let _ = put(&store, 1);
        let profiles = put(&store, 2);
        write(&store, &damaged);

        let loaded = store.load().unwrap();

        let Some(LoadNotice::Damaged {
            kept_as,
            recovered: 2,
        }) = loaded.notice
        else {
            panic!("{shown}: {:?}", loaded.notice);
        };
        assert_eq!(loaded.profiles, profiles, "{shown}");
        assert_eq!(fs::read(&kept_as).unwrap(), damaged, "{shown}");
        let name = kept_as.file_name().unwrap().to_str().unwrap();
        assert!(
            name.starts_with("profiles.json.damaged-2") && name.len() == 37,
            "{name}"
        );
        assert_eq!(store.load().unwrap().notice, None, "told once");

        // The same before an edit; a second one in the same second gets another name.
        write(&store, &damaged);
        assert_eq!(numbers(&put(&store, 3)), [1, 2, 3], "{shown}");
        let aside = names_beside(&store);
        assert_eq!(
            aside.iter().filter(|name| name.contains("damaged")).count(),
            2,
            "{aside:?}"
        );
    }
}

#[test]
fn r_22_without_a_last_good_copy_the_list_is_empty_and_nothing_is_lost() {
    let (_home, store) = store();
    write(&store, "{");

    let loaded = store.load().unwrap();

    let Some(LoadNotice::Damaged {
        kept_as,
        recovered: 0,
    }) = loaded.notice
    else {
        panic!("{:?}", loaded.notice);
    };
    assert_eq!(fs::read(kept_as).unwrap(), b"{");
    assert_eq!(numbers(&put(&store, 1)), [1]);
}

#[test]
fn r_22_what_a_hand_may_write_is_read() {
    let entry = r#"{"id":"00000000000000aa","name":"A","url":"a.example.com/admin"}"#;
    for (text, count) in [
        (
            format!("\u{feff}{{\"version\":1,\"profiles\":[{entry}]}}\r\n"),
            1,
        ),
        (format!("{{\"profiles\":[{entry}]}}"), 1),
        ("{\"version\":1}".to_owned(), 0),
        ("{}".to_owned(), 0),
    ] {
        let (_home, store) = store();
        write(&store, &text);

        let loaded = store.load().unwrap();

        assert_eq!(
            (loaded.profiles.len(), loaded.notice),
            (count, None),
            "{text}"
        );
        if count == 1 {
            let url = loaded.profiles.iter().next().unwrap().url.to_string();
            assert_eq!(url, "https://a.example.com");
        }
    }
}

#[test]
fn r_22_one_broken_entry_does_not_cost_the_others() {
    let (_home, store) = store();
    let broken = [
        json!({"id": "not an id", "name": "B", "url": "https://b.example.com", "note": [1, 2.5, null]}),
        json!({"id": "0000000000000002", "name": "C", "url": "https://user:pass@c.example.com"}),
        json!("a string"),
        json!({"id": "0000000000000001", "name": "Twin", "url": "https://twin.example.com"}),
    ];
    let entry = |number| serde_json::to_value(profile(number)).unwrap();
    let file = json!({"version": 1, "profiles": [broken[0], entry(1), broken[1], broken[2], entry(3), broken[3]]});
    write(&store, file.to_string());

    let loaded = store.load().unwrap();
    assert_eq!(numbers(&loaded.profiles), [1, 3]);
    assert_eq!(loaded.notice, Some(LoadNotice::Skipped { count: 4 }));

    assert_eq!(numbers(&put(&store, 4)), [1, 3, 4]);
    let entries = on_disk(&store)["profiles"].as_array().unwrap().clone();
    assert_eq!(entries.len(), 7);
    for (place, entry) in [
        (0, &broken[0]),
        (2, &broken[1]),
        (3, &broken[2]),
        (5, &broken[3]),
    ] {
        assert_eq!(&entries[place], entry);
    }

    let _ = store.edit(|profiles| profiles.remove(&id(3))).unwrap();
    let _ = store.edit(|profiles| profiles.remove(&id(4))).unwrap();
    let left = on_disk(&store)["profiles"].clone();
    assert_eq!(
        left,
        json!([broken[0], entry(1), broken[1], broken[2], broken[3]])
    );
}

#[test]
fn r_23_keys_of_other_versions_stay_at_both_levels() {
    let (_home, store) = store();
    let mut entry = serde_json::to_value(profile(1)).unwrap();
    entry["pinned"] = json!({"deep": [1, "two", null]});
    let file =
        json!({"version": 1, "profiles": [entry], "window": {"width": 420}, "theme": "dark"});
    write(&store, file.to_string());

    let _ = put(&store, 2);

    let now = on_disk(&store);
    assert_eq!(
        (&now["window"], &now["theme"]),
        (&file["window"], &file["theme"])
    );
    assert_eq!(now["profiles"][0], entry);
    assert_eq!(now["version"], 1);
}

#[test]
fn r_23_a_newer_file_is_shown_and_never_written() {
    let (_home, store) = store();
    for profiles in [
        json!([serde_json::to_value(profile(1)).unwrap(), {"kind": "group"}]),
        json!({"by": "id"}),
    ] {
        let text = json!({"version": 2, "profiles": profiles}).to_string();
        write(&store, &text);

        let loaded = store.load().unwrap();
        assert_eq!(loaded.notice, Some(LoadNotice::Newer { version: 2 }));
        assert_eq!(loaded.profiles.len(), usize::from(profiles.is_array()));

        let mut called = false;
        let refused = store.edit(|_| called = true).unwrap_err();
        assert!(
            matches!(refused, Error::Newer { version: 2, .. }),
            "{refused}"
        );
        assert!(!called);
        assert_eq!(fs::read_to_string(store.profiles_file()).unwrap(), text);
    }
}

#[test]
fn an_edit_that_changes_nothing_writes_nothing() {
    let (_home, store) = store();
    let _ = put(&store, 1);
    write(
        &store,
        fs::read_to_string(store.profiles_file())
            .unwrap()
            .replace("  ", "\t"),
    );
    let before = fs::read(store.profiles_file()).unwrap();

    let (found, _) = store.edit(|profiles| profiles.len()).unwrap();

    assert_eq!(found, 1);
    assert_eq!(fs::read(store.profiles_file()).unwrap(), before);
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
    fs::create_dir_all(store.profiles_file()).unwrap();

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
        symlink("../dotfiles/latchkey.json", store.profiles_file()).unwrap();
        if exists {
            fs::write(dotfiles.join("latchkey.json"), "{}").unwrap();
        }

        let _ = put(&store, 1);

        assert!(
            fs::symlink_metadata(store.profiles_file())
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
    symlink("profiles.json", store.profiles_file()).unwrap();
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
fn a_forgotten_profile_leaves_nothing_but_a_held_lock() {
    let (_home, store) = store();
    store.cache_logo(&id(1), b"logo");
    let held = store.lock_profile(&id(1), Duration::ZERO).unwrap();

    store.forget(&id(1));
    assert_eq!(store.cached_logo(&id(1)), None);
    let refused = store.lock_profile(&id(1), Duration::ZERO);
    assert!(
        matches!(refused, Err(Error::Busy { .. })),
        "the lock still holds"
    );

    drop(held);
    store.forget(&id(1));
    assert_eq!(fs::exists(store.lock_of(&id(1))).unwrap(), !cfg!(unix));
    store.forget(&id(9));
}

#[test]
fn a_logo_is_kept_privately_and_within_limits() {
    let (_home, store) = store();
    assert_eq!(store.cached_logo(&id(1)), None);

    store.cache_logo(&id(1), b"logo");
    store.cache_logo(&id(1), &vec![0; 2 * 1024 * 1024 + 1]);

    assert_eq!(store.cached_logo(&id(1)).unwrap(), b"logo");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = fs::metadata(store.logo_of(&id(1)))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    fs::write(store.logo_of(&id(1)), vec![0; 2 * 1024 * 1024 + 1]).unwrap();
    assert_eq!(store.cached_logo(&id(1)), None);
}
