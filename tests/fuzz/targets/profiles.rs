//! The profile file: reading it and writing it again changes nothing more the second time, no entry is lost, and what
//! is kept through the program has one clean name each.

use std::collections::HashSet;

use super::assert_line;
use latchkey::{
    profile::{MAX_NAME, Profile, Profiles},
    store::rewritten,
};
use serde_json::Value;

/// Whether the input was read at all.
pub fn fuzz(input: &[u8]) -> bool {
    let Some((profiles, broken, file)) = rewritten(input) else {
        return true;
    };
    let entries = entries(input);
    assert_eq!(profiles.len() + broken, entries.len(), "an entry is lost");
    let (again, still_broken, second) = rewritten(&file).expect("what was written is good");
    assert_eq!(again, profiles);
    assert_eq!(still_broken, broken);
    assert_eq!(second, file, "the file changes with every edit");
    kept(&entries, &self::entries(&file));

    for profile in profiles.iter() {
        settings(profile);
    }
    named(&profiles);

    true
}

fn entries(file: &[u8]) -> Vec<Value> {
    let file = file.strip_prefix(b"\xef\xbb\xbf").unwrap_or(file);
    let file: Value = serde_json::from_slice(file).expect("it was read");

    file.get("profiles")
        .and_then(Value::as_array)
        .cloned()
        .unwrap_or_default()
}

/// Every key of every entry is still there, in the same place.
fn kept(before: &[Value], after: &[Value]) {
    assert_eq!(before.len(), after.len());
    for (before, after) in before.iter().zip(after) {
        let Some(before) = before.as_object() else {
            assert_eq!(before, after);
            continue;
        };
        for (key, value) in before {
            let is_default = value.is_null() || value == &Value::Bool(false);
            assert!(is_default || after.get(key).is_some(), "{key:?} is lost");
        }
    }
}

fn settings(profile: &Profile) {
    let mut other = profile.clone();
    other.set_proxy(&profile.proxy());
    other.set_sso_ports(profile.sso_ports().as_ref());
    other.set_sso_relay(profile.sso_relay());
    assert_eq!(other.proxy(), profile.proxy());
    assert_eq!(other.sso_ports(), profile.sso_ports());
    assert_eq!(other.sso_relay(), profile.sso_relay());
    if let Some(account) = &profile.account {
        assert_line(&account.display_name(), 100);
    }
}

fn named(profiles: &Profiles) {
    let mut kept = Profiles::default();
    for profile in profiles.iter().take(32) {
        let name = kept.put(profile.clone()).name.clone();
        // With a number behind it.
        assert_line(&name, MAX_NAME.max(300) + 4);
    }
    let mut names = HashSet::new();
    for profile in kept.iter() {
        assert!(names.insert(profile.name.to_lowercase()), "one name twice");
        assert_eq!(kept.find(profile.id.as_str()).ok(), Some(profile));
    }
}
