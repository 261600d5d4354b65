//! The disk: where files belong, the profile file, locks, the logo cache. The only module that names `std::fs`
//! (with `handover` and `platform`, which own a socket and a desktop file). No secret ever passes through here.

use std::{path::PathBuf, time::Duration};

use crate::profile::{ProfileId, Profiles};

/// Where Latchkey keeps things. `LATCHKEY_CONFIG_DIR` and `LATCHKEY_STATE_DIR` override the first two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paths {
    /// Profiles (`$XDG_CONFIG_HOME/app.latchkey.Latchkey`).
    pub config: PathBuf,
    /// Locks and what may be lost (`$XDG_STATE_HOME/…`).
    pub state: PathBuf,
    /// Logos (`$XDG_CACHE_HOME/…`).
    pub cache: PathBuf,
    /// The hand-over socket (`$XDG_RUNTIME_DIR/…`, else below `state`).
    pub runtime: PathBuf,
}

impl Paths {
    /// The places of this user on this system.
    pub fn discover() -> Result<Self, Error> {
        todo!()
    }
}

/// What went wrong on the disk. The old file is intact in every case.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Error {
    /// The system does not say where this user's files belong: the caller names `LATCHKEY_CONFIG_DIR`.
    #[error("no home directory")]
    NoHome,
    /// Reading failed: the caller shows it and offers to try again.
    #[error("cannot read {path:?}: {source}")]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::sync::Arc<std::io::Error>,
    },
    /// Writing failed (full, read-only, no permission): the caller goes on in memory and says so.
    #[error("cannot write {path:?}: {source}")]
    Write {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::sync::Arc<std::io::Error>,
    },
    /// The file was written by a newer version: nothing is changed.
    #[error("{path:?} was written by a newer version ({version})")]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its version.
        version: u64,
    },
    /// Another process holds the lock for too long.
    #[error("locked by another process: {path:?}")]
    Busy {
        /// The lock file.
        path: PathBuf,
    },
}

/// What was found when the profiles were read.
#[derive(Debug, Clone, Default)]
pub struct Loaded {
    /// The profiles.
    pub profiles: Profiles,
    /// Something the person should know.
    pub notice: Option<LoadNotice>,
}

/// What the person is told after a tolerant read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LoadNotice {
    /// The file was damaged and set aside under this name; `recovered` profiles were taken from the last good copy.
    Damaged {
        /// The dated name it has now.
        kept_as: PathBuf,
        /// How many profiles the last good copy had.
        recovered: usize,
    },
    /// Written by a newer version: shown, never rewritten.
    Newer {
        /// Its version.
        version: u64,
    },
    /// Entries that could not be read were skipped and are kept in the file as they are.
    Skipped {
        /// How many.
        count: usize,
    },
}

/// The files of one user.
#[derive(Debug, Clone)]
pub struct Store {
    paths: Paths,
}

/// Held while a profile's tokens are being changed; released when dropped or when the process dies.
#[derive(Debug)]
pub struct ProfileLock {
    _file: std::fs::File,
}

impl Store {
    /// A store at these places; nothing is touched yet.
    pub fn new(paths: Paths) -> Self {
        Self { paths }
    }

    /// Where things are.
    pub fn paths(&self) -> &Paths {
        &self.paths
    }

    /// Reads the profiles. A missing file is an empty list; a damaged one is set aside.
    pub fn load(&self) -> Result<Loaded, Error> {
        todo!()
    }

    /// Changes the profiles: takes the file lock, reads what is there now, applies `change`, replaces the file
    /// atomically (0600). Two processes that edit at once both keep their changes.
    pub fn edit<T>(&self, change: impl FnOnce(&mut Profiles) -> T) -> Result<(T, Profiles), Error> {
        let _ = change;
        todo!()
    }

    /// The cross-process lock of one profile's tokens; gives up after `wait`. Blocks: call it off
    /// the UI thread.
    pub fn lock_profile(&self, id: &ProfileId, wait: Duration) -> Result<ProfileLock, Error> {
        let _ = (id, wait);
        todo!()
    }

    /// Reads a file of certificates the person named, at most 1 MiB.
    pub fn read_certificates(&self, path: &std::path::Path) -> std::io::Result<Vec<u8>> {
        let _ = path;
        todo!()
    }

    /// A logo kept from an earlier visit. Best effort.
    pub fn cached_logo(&self, id: &ProfileId) -> Option<Vec<u8>> {
        let _ = id;
        todo!()
    }

    /// Keeps a logo. Best effort: a failure costs the picture, nothing else.
    pub fn cache_logo(&self, id: &ProfileId, bytes: &[u8]) {
        let _ = (id, bytes);
        todo!()
    }

    /// Forgets what is cached and locked for a removed profile. Best effort.
    pub fn forget(&self, id: &ProfileId) {
        let _ = id;
        todo!()
    }
}
