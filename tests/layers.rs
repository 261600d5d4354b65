//! The arrows between the layers, checked on the source text: who may name which module and which crate. The picture of
//! it is in the crate's own documentation (`src/lib.rs`); what holds for every file is in `tests/house.rs`.
//!
//! Test modules are left out: a test may reach for anything.

#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may stop at once, and this one reads the source"
)]

mod support {
    pub(crate) mod paths;
    pub(crate) mod sources;
}

use std::{collections::BTreeSet, fs, path::Path};

use support::{
    paths::{paths_named, without_tests},
    sources::{Source, report, sources},
};

/// Data without effects: nothing but each other and a few crates that compute.
const PURE: &[&str] = &[
    "identity",
    "language",
    "link",
    "preferences",
    "profile",
    "secret",
    "session",
    "sso",
];
const PURE_CRATES: &[&str] = &[
    "std",
    "core",
    "url",
    "serde",
    "serde_json",
    "thiserror",
    "secrecy",
    "zeroize",
    "base64",
    "getrandom",
    "ring",
    "idna",
    "unicode_script",
    "icu_normalizer",
    "pulldown_cmark",
    "fluent_bundle",
    "fluent_syntax",
    "include_dir",
    "unic_langid",
];

/// Which of this crate's modules a module may name beside itself and the pure ones.
const ARROWS: &[(&str, &[&str])] = &[
    ("identity", &[]),
    ("language", &[]),
    ("link", &[]),
    ("preferences", &[]),
    ("profile", &[]),
    ("secret", &[]),
    ("session", &[]),
    ("sso", &[]),
    ("directus", &[]),
    ("vault", &[]),
    ("store", &[]),
    ("platform", &[]),
    ("loopback", &[]),
    ("handover", &["store"]),
    (
        "service",
        &["directus", "vault", "store", "loopback", "platform"],
    ),
    // The words for every error below it.
    (
        "text",
        &[
            "service", "directus", "vault", "store", "platform", "handover",
        ],
    ),
    ("ui", &["text"]),
    // `directus`, `store` and `vault` for what their errors and answers are made of, never for their calls: see
    // `FORBIDDEN`.
    (
        "screen",
        &["ui", "text", "service", "directus", "store", "vault"],
    ),
    (
        "app",
        &[
            "screen", "ui", "text", "service", "directus", "store", "vault", "handover", "platform",
        ],
    ),
    (
        "cli",
        &[
            "text", "service", "directus", "store", "vault", "handover", "platform",
        ],
    ),
    ("main", &["app", "cli", "platform"]),
    ("lib", &[]),
];

/// Crates and parts of `std` that only their owners may name.
const OWNED: &[(&str, &[&str])] = &[
    ("reqwest", &["directus"]),
    ("rustls", &["directus"]),
    ("rustls_platform_verifier", &["directus"]),
    ("bytes", &["directus"]),
    // `sso` for SHA-256 alone.
    ("ring", &["directus", "handover", "sso"]),
    ("tiny_http", &["loopback"]),
    ("fluent_bundle", &["language"]),
    ("fluent_syntax", &["language"]),
    ("include_dir", &["language"]),
    ("unic_langid", &["language"]),
    ("idna", &["profile"]),
    ("unicode_script", &["profile"]),
    ("icu_normalizer", &["profile"]),
    ("pulldown_cmark", &["profile"]),
    ("keyring", &["vault"]),
    ("keyring_core", &["vault"]),
    ("zbus_secret_service_keyring_store", &["vault"]),
    ("secret_service", &["vault"]),
    ("zbus", &["vault", "platform"]),
    ("iced", &["app", "screen", "ui"]),
    ("clap", &["cli"]),
    ("rpassword", &["cli"]),
    ("tracing_subscriber", &["cli"]),
    ("open", &["platform"]),
    ("windows_registry", &["platform"]),
    ("windows_sys", &["handover", "loopback"]),
    ("objc2", &["platform"]),
    ("objc2_app_kit", &["platform"]),
    ("objc2_foundation", &["platform"]),
    ("directories", &["store", "platform"]),
    ("tempfile", &["store", "platform"]),
    ("image", &["ui"]),
    ("resvg", &["ui"]),
    ("qrcode", &["ui"]),
    ("zxcvbn", &["ui"]),
    ("rustix", &["handover", "platform", "store", "cli"]),
    ("std::fs", &["store", "handover", "platform"]),
    ("std::net", &["directus", "loopback", "profile"]),
    ("std::os::unix::net", &["handover"]),
    ("tokio::net", &["handover", "loopback"]),
    (
        "std::env",
        &["store", "platform", "handover", "cli", "main"],
    ),
    ("std::process::Command", &["cli", "platform"]),
    // Only for a process that no longer follows, where no signal can end it.
    ("std::process::exit", &["platform"]),
    ("std::process::abort", &[]),
];

/// What a module may not name although the arrow is there: a screen may match on an error, not cause one.
const FORBIDDEN: &[(&str, &str)] = &[
    ("screen", "crate::directus::Client"),
    ("screen", "crate::store::Store"),
    ("screen", "crate::vault::Vault"),
    ("app", "crate::directus::Client"),
    ("cli", "crate::directus::Client"),
    ("screen", "std::thread"),
];

fn is_test(source: &Source) -> bool {
    source.path.components().any(|part| {
        Path::new(part.as_os_str())
            .file_stem()
            .is_some_and(|stem| stem == "tests")
    })
}

fn code() -> impl Iterator<Item = (Source, BTreeSet<String>)> {
    sources()
        .into_iter()
        .filter(|source| !is_test(source))
        .map(|source| {
            let paths = paths_named(&without_tests(&source.text), &source.path);
            (source, paths)
        })
}

fn names(path: &str, what: &str) -> bool {
    path == what
        || path
            .strip_prefix(what)
            .is_some_and(|rest| rest.starts_with("::"))
}

#[test]
fn modules_name_only_what_lies_below_them() {
    let modules: BTreeSet<&str> = ARROWS.iter().map(|(module, _)| *module).collect();
    let mut faults = Vec::new();
    for (source, paths) in code() {
        let Some((_, allowed)) = ARROWS.iter().find(|(module, _)| *module == source.module) else {
            faults.push(format!(
                "{}: the module has no place among the layers",
                source.path.display()
            ));
            continue;
        };
        // `lib.rs` declares all of them.
        for path in paths.iter().filter(|_| source.module != "lib") {
            let Some(other) = path
                .strip_prefix("crate::")
                .or_else(|| path.strip_prefix("latchkey::"))
            else {
                continue;
            };
            let other = other.split("::").next().unwrap();
            let fits = other == source.module || PURE.contains(&other) || allowed.contains(&other);
            if modules.contains(other) && !fits {
                faults.push(format!("{}: names {path}", source.path.display()));
            }
        }
    }

    report(&faults);
}

#[test]
fn pure_modules_name_only_what_computes() {
    let known = dependencies();
    let mut faults = Vec::new();
    for (source, paths) in code().filter(|(source, _)| PURE.contains(&source.module.as_str())) {
        for path in &paths {
            let first = path.split("::").next().unwrap();
            if known.contains(first) && !PURE_CRATES.contains(&first) {
                faults.push(format!("{}: names {path}", source.path.display()));
            }
        }
    }

    report(&faults);
}

#[test]
fn effects_stay_with_their_owners() {
    let mut faults = Vec::new();
    for (source, paths) in code() {
        for path in &paths {
            for (what, owners) in OWNED {
                if names(path, what) && !owners.contains(&source.module.as_str()) {
                    faults.push(format!("{}: names {path}", source.path.display()));
                }
            }
            for (module, what) in FORBIDDEN {
                if source.module == *module && names(path, what) {
                    faults.push(format!("{}: names {path}", source.path.display()));
                }
            }
        }
    }

    report(&faults);
}

#[test]
fn every_dependency_is_accounted_for() {
    // A new crate must be thought about here, not only in Cargo.toml.
    let everywhere = [
        "tokio",
        "tracing",
        "jiff",
        "url",
        "serde",
        "serde_json",
        "thiserror",
        "secrecy",
        "zeroize",
        "base64",
        "getrandom",
    ];
    let unknown: Vec<_> = dependencies()
        .into_iter()
        .filter(|name| !["std", "core"].contains(&name.as_str()))
        .filter(|name| {
            !everywhere.contains(&name.as_str()) && !OWNED.iter().any(|(owned, _)| owned == name)
        })
        .collect();

    assert!(unknown.is_empty(), "who may name {unknown:?}?");
}

/// A provider's password is typed in the system's browser and nowhere else, so nothing here can show a web page or
/// drive a browser. Seen to fail with `url` among the names.
#[test]
fn s_17_no_crate_shows_web_pages() {
    let lock =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.lock")).unwrap();
    let crates = lock.lines().filter_map(|line| line.strip_prefix("name = "));
    let shows_pages = |name: &&str| {
        let name = name.trim_matches('"');
        [
            "wry",
            "tauri",
            "cef",
            "servo",
            "webview",
            "web-view",
            "webkit",
            "webengine",
            "javascriptcore",
            "fantoccini",
            "headless_chrome",
            "chromiumoxide",
            "thirtyfour",
        ]
        .iter()
        .any(|page| name.starts_with(page))
    };
    let found: Vec<_> = crates.filter(shows_pages).collect();

    assert!(
        lock.contains("name = \"url\""),
        "the lock file was not read"
    );
    assert!(found.is_empty(), "{found:?}");
}

/// The crates of `[dependencies]` and of the target tables, as they are named in code.
fn dependencies() -> BTreeSet<String> {
    let manifest =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml")).unwrap();
    let mut names = BTreeSet::from(["std".to_owned(), "core".to_owned()]);
    let mut inside = false;
    for line in manifest.lines() {
        if line.starts_with('[') {
            inside = line == "[dependencies]"
                || line.starts_with("[target.") && line.ends_with("dependencies]");
        } else if let Some((name, _)) = line
            .split_once('=')
            .filter(|_| inside && !line.starts_with('#'))
        {
            let _ = names.insert(name.trim().replace('-', "_"));
        }
    }

    names
}
