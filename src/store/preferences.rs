//! The files of the window as a whole: what the person chose (`preferences.json` among the configuration) and what
//! the window remembers (`window.json` among the state). What they say is `preferences`' own.

use std::{
    path::PathBuf,
    sync::{Mutex, PoisonError},
};

use serde_json::{Map, Value};

use super::{EDIT_WAIT, Error, Store, disk, lock};
use crate::preferences::{Preferences, Remembered};

/// Longest file read, in bytes; what this version writes stays below one kibibyte.
const MAX_FILE: u64 = 256 * 1024;
/// The version of the preferences this program writes; a file without one was written by hand.
const VERSION: u64 = 1;

impl Store {
    /// What the person chose. A file that is missing, damaged or cannot be read is no choice, and stays as it is: a
    /// window opens in any case.
    pub fn preferences(&self) -> Preferences {
        let path = self.preferences_file();

        match disk::read(&path, MAX_FILE) {
            Ok(bytes) => Preferences::of(object(bytes.as_deref()).unwrap_or_else(|| {
                tracing::warn!(?path, "the preferences are damaged");
                Map::new()
            })),
            Err(error) => {
                tracing::warn!(%error, "the preferences cannot be read");
                Preferences::default()
            }
        }
    }

    /// Changes the choices, under a lock and atomically (0600); two processes that change at once both keep their
    /// change. A damaged file is set aside first, one of a newer version is left alone.
    pub fn edit_preferences(
        &self,
        change: impl FnOnce(&mut Preferences),
    ) -> Result<Preferences, Error> {
        let path = self.preferences_file();
        let lock = self.paths.config.join("preferences.json.lock");
        disk::private_dir(&self.paths.config).map_err(|source| Error::write(&path, source))?;
        let _held = lock::acquire(&lock, EDIT_WAIT)?;
        disk::sweep(&path);

        let bytes = disk::read(&path, MAX_FILE).map_err(|source| Error::read(&path, source))?;
        let file = if let Some(file) = object(bytes.as_deref()) {
            file
        } else {
            let kept_as = disk::set_aside(&path, &bytes.unwrap_or_default())
                .map_err(|source| Error::write(&path, source))?;
            tracing::warn!(?kept_as, "the preferences were damaged and are set aside");
            Map::new()
        };
        if let Some(version) = file
            .get("version")
            .and_then(Value::as_u64)
            .filter(|version| *version > VERSION)
        {
            return Err(Error::Newer { path, version });
        }

        let before = file.clone();
        let mut preferences = Preferences::of(file);
        change(&mut preferences);
        let mut after = preferences.to_file();
        if after != before {
            let _ = after.entry("version").or_insert_with(|| VERSION.into());
            disk::replace(&path, &json(&after)).map_err(|source| Error::write(&path, source))?;
        }

        Ok(preferences)
    }

    /// What the window remembers; whatever cannot be read is not remembered.
    pub fn remembered(&self) -> Remembered {
        let bytes = disk::read(&self.remembered_file(), MAX_FILE).ok().flatten();

        Remembered::of(object(bytes.as_deref()).unwrap_or_default())
    }

    /// Changes what the window remembers (0600). Of two windows that change at once, the later one counts. Best
    /// effort: a failure costs a convenience.
    pub fn remember(&self, change: impl FnOnce(&mut Remembered)) {
        /// One window remembers several things, each on a thread of its own.
        static ONE: Mutex<()> = Mutex::new(());

        let _one = ONE.lock().unwrap_or_else(PoisonError::into_inner);
        let path = self.remembered_file();
        disk::sweep(&path);
        let before = self.remembered();
        let mut after = before.clone();
        change(&mut after);
        if after == before {
            return;
        }

        let kept = disk::private_dir(&self.paths.state)
            .and_then(|()| disk::replace(&path, &json(&after.to_file())));
        if let Err(error) = kept {
            tracing::debug!(%error, "the window is not remembered");
        }
    }

    fn preferences_file(&self) -> PathBuf {
        self.paths.config.join("preferences.json")
    }

    fn remembered_file(&self) -> PathBuf {
        self.paths.state.join("window.json")
    }
}

/// No file is an empty object; what is not an object is damaged.
fn object(bytes: Option<&[u8]>) -> Option<Map<String, Value>> {
    let Some(bytes) = bytes else {
        return Some(Map::new());
    };
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);

    serde_json::from_slice(bytes).ok()
}

fn json(file: &Map<String, Value>) -> Vec<u8> {
    let mut text = format!("{:#}", Value::Object(file.clone())).into_bytes();
    text.push(b'\n');

    text
}
