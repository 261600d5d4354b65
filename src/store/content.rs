//! The text of the profile file: `{"version":1,"profiles":[…]}`. Owns the tolerant reading and the keeping
//! of what this version does not understand; the file itself is the parent's.

use std::collections::HashSet;

use serde::Deserialize as _;
use serde_json::{Map, Value};

use super::{LoadNotice, LoadedProfiles};
use crate::profile::{Profile, Profiles};

/// What this version writes.
const VERSION: u64 = 1;

/// What was found in the bytes of the file.
#[derive(Debug)]
pub(super) enum ReadOutcome {
    Good(FileContents),
    Newer(u64, FileContents),
    Damaged,
}

/// The profiles, and the entries that could not be read, each with its place in the list.
#[derive(Debug, Default)]
pub(super) struct FileContents {
    pub(super) profiles: Profiles,
    unreadable: Vec<(usize, Value)>,
}

#[derive(serde::Serialize)]
struct FileJson<'a> {
    version: u64,
    profiles: Vec<EntryJson<'a>>,
    #[serde(flatten)]
    unknown: &'a Map<String, Value>,
}

#[derive(serde::Serialize)]
#[serde(untagged)]
enum EntryJson<'a> {
    Profile(&'a Profile),
    Unreadable(&'a Value),
}

/// No file is an empty list. An empty file is damaged: this program never writes one.
pub(super) fn parse(bytes: Option<&[u8]>) -> ReadOutcome {
    let Some(bytes) = bytes else {
        return ReadOutcome::Good(FileContents::default());
    };
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let Ok(Value::Object(mut top)) = serde_json::from_slice(bytes) else {
        return ReadOutcome::Damaged;
    };
    let version = match top.remove("version") {
        // Written by hand.
        None => VERSION,
        Some(version) => match version.as_u64() {
            Some(version) if version > 0 => version,
            _ => return ReadOutcome::Damaged,
        },
    };
    let entries = match top.remove("profiles") {
        None => Vec::new(),
        Some(Value::Array(entries)) => entries,
        // A newer version may store the list in another form.
        Some(_) if version > VERSION => Vec::new(),
        Some(_) => return ReadOutcome::Damaged,
    };
    let contents = FileContents::from_entries(entries, top);

    if version > VERSION {
        ReadOutcome::Newer(version, contents)
    } else {
        ReadOutcome::Good(contents)
    }
}

impl FileContents {
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
            unreadable: broken,
        }
    }

    pub(super) fn into_loaded(self) -> LoadedProfiles {
        let count = self.unreadable.len();

        LoadedProfiles {
            profiles: self.profiles,
            notice: (count > 0).then_some(LoadNotice::Skipped { count }),
        }
    }

    pub(super) fn to_json(&self) -> std::io::Result<Vec<u8>> {
        let mut profiles: Vec<EntryJson<'_>> =
            self.profiles.iter().map(EntryJson::Profile).collect();
        for (place, entry) in &self.unreadable {
            profiles.insert((*place).min(profiles.len()), EntryJson::Unreadable(entry));
        }
        let file = FileJson {
            version: VERSION,
            profiles,
            unknown: &self.profiles.unknown,
        };
        let mut json = serde_json::to_vec_pretty(&file)?;
        json.push(b'\n');

        Ok(json)
    }
}

/// The profiles of a file with these bytes, how many entries could not be read, and the file as an edit writes it;
/// `None` for one that is damaged or newer. For `tests/fuzz`, which has no disk.
pub fn rewritten(bytes: &[u8]) -> Option<(Profiles, usize, Vec<u8>)> {
    match parse(Some(bytes)) {
        ReadOutcome::Good(contents) => {
            let json = contents.to_json().ok()?;

            Some((contents.profiles, contents.unreadable.len(), json))
        }
        ReadOutcome::Newer(..) | ReadOutcome::Damaged => None,
    }
}
