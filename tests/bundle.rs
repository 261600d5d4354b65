//! The application bundle of macOS, laid out by `packaging/macos/bundle.sh` around a stand-in program and read by a
//! parser of property lists that is not ours.
#![cfg(target_os = "linux")]
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_types,
    clippy::disallowed_methods,
    reason = "a test may stop at once; this one runs a script and reads what it made"
)]

use std::{
    fs,
    os::unix::fs::{PermissionsExt, symlink},
    path::Path,
    process::Command,
};

use latchkey::identity;
use serde_json::Value;

/// A program that says its name and arguments.
const STAND_IN: &str = "#!/bin/sh\necho \"$0\" \"$@\"\n";

fn output(command: &mut Command) -> String {
    let output = command.output().unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );

    String::from_utf8(output.stdout).unwrap()
}

fn plist(path: &Path) -> Value {
    let read =
        "import json, plistlib, sys; print(json.dumps(plistlib.load(open(sys.argv[1], 'rb'))))";
    let json = output(Command::new("python3").args(["-c", read]).arg(path));

    serde_json::from_str(&json).unwrap()
}

fn laid_out(place: &Path) {
    let program = place.join("program");
    fs::write(&program, STAND_IN).unwrap();
    let _ = output(
        Command::new("packaging/macos/bundle.sh")
            .arg(place)
            .env("PROGRAM", program),
    );
}

#[test]
fn the_bundle_says_what_the_program_says() {
    let place = tempfile::tempdir().unwrap();
    laid_out(place.path());
    let contents = place.path().join("Latchkey.app/Contents");
    let info = plist(&contents.join("Info.plist"));

    for (key, value) in [
        ("CFBundleIdentifier", identity::APP_ID),
        ("CFBundleName", identity::PRODUCT),
        ("CFBundleExecutable", identity::BINARY),
        ("CFBundleShortVersionString", identity::VERSION),
        ("CFBundleVersion", identity::VERSION),
        ("CFBundlePackageType", "APPL"),
    ] {
        assert_eq!(info[key], value, "{key}");
    }
    let types = info["CFBundleURLTypes"].as_array().unwrap();
    assert_eq!(types.len(), 1);
    assert_eq!(
        types[0]["CFBundleURLSchemes"],
        serde_json::json!([identity::SCHEME])
    );
    assert_eq!(info["NSHighResolutionCapable"], true);

    let mut languages: Vec<_> = fs::read_dir("assets/languages")
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    languages.sort();
    let mut listed: Vec<_> = info["CFBundleLocalizations"]
        .as_array()
        .unwrap()
        .iter()
        .map(|language| language.as_str().unwrap())
        .collect();
    listed.sort_unstable();
    assert_eq!(listed, languages);

    for (file, original) in [
        ("Resources/latchkey.icns", "packaging/icons/latchkey.icns"),
        ("Resources/man/man1/latchkey.1", "packaging/man/latchkey.1"),
        (
            "Resources/completions/_latchkey",
            "packaging/completions/_latchkey",
        ),
        ("Resources/LICENSE", "LICENSE"),
    ] {
        assert_eq!(
            fs::read(contents.join(file)).unwrap(),
            fs::read(original).unwrap(),
            "{file}"
        );
    }
    let icon = info["CFBundleIconFile"].as_str().unwrap();
    assert!(contents.join(format!("Resources/{icon}.icns")).is_file());
    let program = fs::metadata(contents.join("MacOS").join(identity::BINARY)).unwrap();
    assert_eq!(program.permissions().mode() & 0o777, 0o755);
}

#[test]
fn the_hardened_runtime_has_no_exception() {
    let entitlements = plist(Path::new("packaging/macos/entitlements.plist"));

    assert_eq!(entitlements, serde_json::json!({}));
}

#[test]
fn the_command_for_terminals_starts_the_program_in_the_bundle() {
    let place = tempfile::tempdir().unwrap();
    laid_out(place.path());
    // As a person links to it, and as a package manager links to that.
    let app = place.path().join("Latchkey.app");
    let [near, far] = ["near", "far"].map(|name| place.path().join(name));
    symlink("Latchkey.app/Contents/Resources/bin/latchkey", &near).unwrap();
    symlink(&near, &far).unwrap();

    let program = app.canonicalize().unwrap().join("Contents/MacOS/latchkey");
    for command in [app.join("Contents/Resources/bin/latchkey"), near, far] {
        assert_eq!(
            output(Command::new(command).args(["token", "a b"])),
            format!("{} token a b\n", program.display())
        );
    }
}
