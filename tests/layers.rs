//! Which module may name which other module and which crate, checked on the source text. The rules are the tables
//! below; the crate's documentation (`src/lib.rs`) shows the first of them, and a test compares the two. What holds for
//! every file is in `tests/house.rs`.
//!
//! Test modules are left out: they may name anything.

#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may stop at once, and this one reads the source"
)]

mod support {
    pub(crate) mod paths;
    pub(crate) mod sources;
}

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use support::{
    paths::{paths_named, without_tests},
    sources::{Source, report, sources},
};

/// Modules of data without effects. They name only each other and the crates below, which compute and nothing else;
/// every module may name them.
const PURE: &[&str] = &[
    "address",
    "identity",
    "import",
    "language",
    "link",
    "preferences",
    "profile",
    "secret",
    "session",
    "sso",
    "unicode",
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

/// The layers from above: which modules a module may name beside itself and the pure ones. The two faces, `app` with
/// its screens and `cli`, name nothing below `service`: what they need of an error, a provider or the system is
/// re-exported there. `src/lib.rs` shows this table.
const MAY_NAME: &[(&str, &[&str])] = &[
    ("main", &["app", "cli", "service"]),
    ("app", &["screen", "ui", "text", "service", "handover"]),
    ("screen", &["ui", "text", "service"]),
    ("ui", &[]),
    ("cli", &["text", "service", "handover"]),
    ("text", &["service"]),
    (
        "service",
        &["directus", "vault", "store", "loopback", "platform"],
    ),
    ("handover", &["store"]),
    ("directus", &[]),
    ("vault", &[]),
    ("store", &[]),
    ("loopback", &[]),
    ("platform", &[]),
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
    ("idna", &["address"]),
    ("unicode_script", &["address"]),
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
    ("std::net", &["address", "directus", "loopback"]),
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

/// What a module may not name although a table above allows it: screens ask for effects and cause none.
const MAY_NOT_NAME: &[(&str, &str)] = &[
    ("screen", "crate::service::Service"),
    ("screen", "crate::service::system"),
    ("screen", "std::thread"),
    ("text", "crate::service::Service"),
    ("text", "crate::service::system"),
];

/// What `service` keeps to itself: re-exported, the faces could go around it.
const KEPT_BY_SERVICE: &[&str] = &[
    "crate::directus::Client",
    "crate::loopback::Listener",
    "crate::store::Store",
    "crate::vault::Vault",
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
    let mut faults = Vec::new();
    for (source, paths) in code() {
        let module = source.module.as_str();
        // `lib.rs` declares all of them.
        if module == "lib" {
            continue;
        }
        let Some(allowed) = may_name(module) else {
            faults.push(format!(
                "{}: the module has no layer",
                source.path.display()
            ));
            continue;
        };
        for path in &paths {
            let Some(other) = path
                .strip_prefix("crate::")
                .or_else(|| path.strip_prefix("latchkey::"))
                .and_then(|path| path.split("::").next())
            else {
                continue;
            };
            let fits = other == module || PURE.contains(&other) || allowed.contains(&other);
            if may_name(other).is_some() && !fits {
                faults.push(format!("{}: names {path}", source.path.display()));
            }
        }
    }

    report(&faults);
}

/// Seen to fail with `session` naming `profile`, which names the account of `session`.
#[test]
fn no_pure_modules_need_each_other() {
    let mut named: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (source, paths) in code().filter(|(source, _)| PURE.contains(&source.module.as_str())) {
        let others = paths
            .iter()
            .filter_map(|path| path.strip_prefix("crate::")?.split("::").next())
            .filter(|other| *other != source.module && PURE.contains(other))
            .map(str::to_owned);
        named
            .entry(source.module.clone())
            .or_default()
            .extend(others);
    }
    // What names nothing that is left is taken out, until nothing is left or each names another.
    loop {
        let free: Vec<_> = named
            .iter()
            .filter(|(_, others)| !others.iter().any(|other| named.contains_key(other)))
            .map(|(module, _)| module.clone())
            .collect();
        if free.is_empty() {
            break;
        }
        named.retain(|module, _| !free.contains(module));
    }

    assert!(named.is_empty(), "these need each other: {named:?}");
}

/// The modules that `module` may name beside itself and the pure ones; `None` for what is no module of the crate.
fn may_name(module: &str) -> Option<&'static [&'static str]> {
    MAY_NAME
        .iter()
        .find(|(name, _)| *name == module)
        .map(|(_, allowed)| *allowed)
        .or_else(|| PURE.contains(&module).then_some(&[]))
}

/// Every module has its layer, and the map shows the rules as they are.
#[test]
fn the_map_shows_these_rules() {
    let map = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs")).unwrap();
    let lines: Vec<_> = map.lines().collect();
    let shown: Vec<_> = lines
        .iter()
        .filter_map(|line| line.strip_prefix("//! ")?.split_once(" → "))
        .map(|(module, names)| {
            let names: Vec<_> = names
                .split("  ")
                .next()
                .unwrap_or_default()
                .split(", ")
                .map(str::trim)
                .filter(|name| *name != "-")
                .collect();

            (module.trim(), names)
        })
        .collect();
    let rules: Vec<_> = MAY_NAME
        .iter()
        .map(|(module, names)| (*module, names.to_vec()))
        .collect();
    assert_eq!(shown, rules);

    let declared = lines
        .iter()
        .filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    let faults: Vec<_> = declared
        .filter(|module| {
            may_name(module).is_none()
                || !lines
                    .iter()
                    .any(|line| line.starts_with(&format!("//! | [`{module}`] |")))
        })
        .map(|module| format!("{module}: no layer, or no row in the map"))
        .collect();
    report(&faults);
}

#[test]
fn the_service_keeps_its_parts_to_itself() {
    let mut faults = Vec::new();
    let mut exports = 0;
    for source in sources()
        .into_iter()
        .filter(|source| source.module == "service")
    {
        let code = without_tests(&source.text);
        for (at, _) in code.match_indices("pub use ") {
            let statement = code[at..].split_inclusive(';').next().unwrap_or_default();
            let paths = paths_named(statement.trim_start_matches("pub "), &source.path);
            exports += paths.len();
            faults.extend(
                paths
                    .iter()
                    .filter(|path| KEPT_BY_SERVICE.iter().any(|kept| names(path, kept)))
                    .map(|path| format!("{}: re-exports {path}", source.path.display())),
            );
        }
    }

    assert!(exports > 20, "{exports}");
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
            for (module, what) in MAY_NOT_NAME {
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
