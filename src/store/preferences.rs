//! The files of the window as a whole: what the person chose (`preferences.json` among the configuration) and what
//! the window remembers (`window.json` among the state). What they say is `preferences`' own.

use std::{
    path::PathBuf,
    sync::{Mutex, PoisonError},
};

use serde_json::{Map, Value};

use super::{EDIT_LOCK_TIMEOUT, Error, Store, disk, lock};
use crate::preferences::{Preferences, WindowState};

/// Longest file read, in bytes; what this version writes stays below one kibibyte.
const MAX_PREFERENCES_BYTES: u64 = 256 * 1024;
/// The version of the preferences this program writes; a file without one was written by hand.
const VERSION: u64 = 1;

impl Store {
    /// What the person chose. A file that is missing, damaged or cannot be read is no choice, and stays as it is: a
    /// window opens in any case.
    pub fn preferences(&self) -> Preferences {
        let path = self.preferences_path();

        match disk::read(&path, MAX_PREFERENCES_BYTES) {
            Ok(bytes) => {
                Preferences::from_file(parse_object(bytes.as_deref()).unwrap_or_else(|| {
                    tracing::warn!(?path, "the preferences are damaged");
                    Map::new()
                }))
            }
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
        let path = self.preferences_path();
        let lock = self.paths.config.join("preferences.json.lock");
        disk::create_private_dir(&self.paths.config)
            .map_err(|source| Error::write(&path, source))?;
        let _held = lock::acquire(&lock, EDIT_LOCK_TIMEOUT)?;
        disk::remove_leftovers(&path);

        let bytes = disk::read(&path, MAX_PREFERENCES_BYTES)
            .map_err(|source| Error::read(&path, source))?;
        let file = if let Some(file) = parse_object(bytes.as_deref()) {
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
        let mut preferences = Preferences::from_file(file);
        change(&mut preferences);
        let mut after = preferences.to_file();
        if after != before {
            let _ = after.entry("version").or_insert_with(|| VERSION.into());
            disk::replace(&path, &to_json(&after)).map_err(|source| Error::write(&path, source))?;
        }

        Ok(preferences)
    }

    /// What the window remembers; whatever cannot be read is not remembered.
    pub fn window_state(&self) -> WindowState {
        let bytes = disk::read(&self.window_state_path(), MAX_PREFERENCES_BYTES)
            .ok()
            .flatten();

        WindowState::from_file(parse_object(bytes.as_deref()).unwrap_or_default())
    }

    /// Changes what the window remembers (0600). Of two windows that change at once, the later one counts. Best
    /// effort: a failure costs a convenience.
    pub fn edit_window_state(&self, change: impl FnOnce(&mut WindowState)) {
        /// One window remembers several things, each on a thread of its own.
        static ONE: Mutex<()> = Mutex::new(());

        let _one = ONE.lock().unwrap_or_else(PoisonError::into_inner);
        let path = self.window_state_path();
        disk::remove_leftovers(&path);
        let before = self.window_state();
        let mut after = before.clone();
        change(&mut after);
        if after == before {
            return;
        }

        let kept = disk::create_private_dir(&self.paths.state)
            .and_then(|()| disk::replace(&path, &to_json(&after.to_file())));
        if let Err(error) = kept {
            tracing::debug!(%error, "the window is not remembered");
        }
    }

    fn preferences_path(&self) -> PathBuf {
        self.paths.config.join("preferences.json")
    }

    fn window_state_path(&self) -> PathBuf {
        self.paths.state.join("window.json")
    }
}

/// No file is an empty object; what is not an object is damaged.
fn parse_object(bytes: Option<&[u8]>) -> Option<Map<String, Value>> {
    let Some(bytes) = bytes else {
        return Some(Map::new());
    };
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);

    serde_json::from_slice(bytes).ok()
}

fn to_json(file: &Map<String, Value>) -> Vec<u8> {
    let mut text = format!("{:#}", Value::Object(file.clone())).into_bytes();
    text.push(b'\n');

    text
}
