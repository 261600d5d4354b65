//! The seeds of the fuzzer as ordinary tests: what it once found stays mended, and every target still holds for what it
//! starts from. `tests/fuzz.sh` searches for more.

#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may stop at once, and reads its own files"
)]

#[expect(
    clippy::expect_used,
    clippy::panic,
    unreachable_pub,
    reason = "what does not hold is a panic, and the fuzzer's programs call it as well"
)]
#[path = "fuzz/targets/lib.rs"]
mod targets;

use std::{
    fs, panic,
    path::{Path, PathBuf},
};

macro_rules! targets {
    ($($name:ident)*) => {
        const TARGETS: &[&str] = &[$(stringify!($name)),*];

        $(
            #[test]
            fn $name() {
                hold(stringify!($name), targets::$name::fuzz);
            }
        )*
    };
}

targets! {
    address
    callback
    handover
    headers
    instance
    link
    note
    picture
    preferences
    profiles
    record
    refusal
    settings
    token
}

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus")
}

/// The names in a directory, in order.
fn names(directory: &Path) -> Vec<String> {
    let entries = fs::read_dir(directory).unwrap();
    let mut names: Vec<_> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort_unstable();

    names
}

/// All seeds are tried, so that one run names every one that fails.
fn hold(target: &str, fuzz: fn(&[u8]) -> bool) {
    let directory = corpus().join(target);
    let failed: Vec<_> = names(&directory)
        .into_iter()
        .filter(|name| {
            let input = fs::read(directory.join(name)).unwrap();

            panic::catch_unwind(|| fuzz(&input)).is_err()
        })
        .collect();

    assert!(failed.is_empty(), "{}: {failed:?}", directory.display());
}

#[test]
fn every_target_has_seeds_and_every_seed_a_target() {
    assert_eq!(names(&corpus()), TARGETS);
    for target in TARGETS {
        assert!(!names(&corpus().join(target)).is_empty(), "{target}");
    }
}
