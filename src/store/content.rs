//! The text of the profile file: `{"version":1,"profiles":[…]}`. Owns the tolerant reading and the keeping
//! of what this version does not understand; the file itself is the parent's.

use std::collections::HashSet;

use serde::Deserialize as _;
use serde_json::{Map, Value};

use super::{LoadNotice, Loaded};
use crate::profile::{Profile, Profiles};

/// What this version writes.
const VERSION: u64 = 1;

/// What the bytes are.
#[derive(Debug)]
pub(super) enum Reading {
    Good(Contents),
    Newer(u64, Contents),
    Damaged,
}

/// The profiles, and the entries that could not be read, each with its place in the list.
#[derive(Debug, Default)]
pub(super) struct Contents {
    pub(super) profiles: Profiles,
    broken: Vec<(usize, Value)>,
}

#[derive(serde::Serialize)]
struct File<'a> {
    version: u64,
    profiles: Vec<Entry<'a>>,
    #[serde(flatten)]
    unknown: &'a Map<String, Value>,
}

#[derive(serde::Serialize)]
#[serde(untagged)]
enum Entry<'a> {
    Profile(&'a Profile),
    Broken(&'a Value),
}

/// No file is an empty list. An empty file is damaged: this program never writes one.
pub(super) fn read(bytes: Option<&[u8]>) -> Reading {
    let Some(bytes) = bytes else {
        return Reading::Good(Contents::default());
    };
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let Ok(Value::Object(mut top)) = serde_json::from_slice(bytes) else {
        return Reading::Damaged;
    };
    let version = match top.remove("version") {
        // Written by hand.
        None => VERSION,
        Some(version) => match version.as_u64() {
            Some(version) if version > 0 => version,
            _ => return Reading::Damaged,
        },
    };
    let entries = match top.remove("profiles") {
        None => Vec::new(),
        Some(Value::Array(entries)) => entries,
        // A newer version may have reasons.
        Some(_) if version > VERSION => Vec::new(),
        Some(_) => return Reading::Damaged,
    };
    let contents = Contents::from_entries(entries, top);

    if version > VERSION {
        Reading::Newer(version, contents)
    } else {
        Reading::Good(contents)
    }
}

impl Contents {
    fn from_entries(entries: Vec<Value>, unknown: Map<String, Value>) -> Self {
        let mut seen = HashSet::new();
        let mut list: Vec<Profile> = Vec::with_capacity(entries.len());
        let mut broken = Vec::new();
        for (place, entry) in entries.into_iter().enumerate() {
            match Profile::deserialize(&entry) {
                Ok(profile) if seen.insert(profile.id.clone()) => list.push(profile),
                _ => broken.push((place, entry)),
            }
        }

        Self {
            profiles: Profiles::from_parts(list, unknown),
            broken,
        }
    }

    pub(super) fn loaded(self) -> Loaded {
        let count = self.broken.len();

        Loaded {
            profiles: self.profiles,
            notice: (count > 0).then_some(LoadNotice::Skipped { count }),
        }
    }

    pub(super) fn to_json(&self) -> std::io::Result<Vec<u8>> {
        let mut profiles: Vec<Entry<'_>> = self.profiles.iter().map(Entry::Profile).collect();
        for (place, entry) in &self.broken {
            profiles.insert((*place).min(profiles.len()), Entry::Broken(entry));
        }
        let file = File {
            version: VERSION,
            profiles,
            unknown: &self.profiles.unknown,
        };
        let mut json = serde_json::to_vec_pretty(&file)?;
        json.push(b'\n');

        Ok(json)
    }
}
