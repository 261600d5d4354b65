//! Faults of the file system, in a mount namespace of the child's own: nothing is left mounted.

use std::{
    fs,
    path::Path,
    process::{Child, Command, Stdio},
};

use latchkey::store::{Error, Store};

use crate::{HOME_VARIABLE, child_test, put, store_of_child, succeed, temporary_files};

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
            let part = child_test(name, home, 0);
            return Command::new("unshare")
                .args([flags, "--"])
                .arg(part.get_program())
                .args(part.get_args())
                .env(HOME_VARIABLE, home)
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
        set_aside_as: file.clone(),
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
