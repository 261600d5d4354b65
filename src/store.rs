//! The disk: where files belong, the profile file, the preferences, locks, instances' pictures. The only module that
//! names `std::fs`
//! (with `handover` and `platform`, which own a socket and a desktop file). No secret ever passes through here.

mod content;
mod disk;
mod load_cache;
mod lock;
mod paths;
mod picture;
mod preferences;

pub use content::rewritten;
pub use paths::Paths;
pub use picture::PictureKind;

use std::{
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use self::{
    content::{FileContents, ReadOutcome},
    load_cache::LoadCache,
};
use crate::profile::{ProfileId, Profiles};

/// Longest profile file read, in bytes; 200 profiles with long notes stay far below it.
const MAX_PROFILES_BYTES: u64 = 16 * 1024 * 1024;
/// Longest certificate file read, in bytes.
const MAX_CERTIFICATES_BYTES: u64 = 1024 * 1024;
/// Largest settings file of another tool.
const MAX_SETTINGS_BYTES: u64 = 1024 * 1024;
/// How long an edit waits for another process's edit, which takes milliseconds.
const EDIT_LOCK_TIMEOUT: Duration = Duration::from_secs(10);
/// How long reading a damaged file waits before it goes on without setting it aside.
const RECOVERY_LOCK_TIMEOUT: Duration = Duration::from_secs(2);

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
        /// The process that holds it, as far as it says.
        holder: Option<u32>,
    },
}

impl Error {
    fn read(path: &Path, source: std::io::Error) -> Self {
        Self::Read {
            path: path.to_owned(),
            source: Arc::new(source),
        }
    }

    fn write(path: &Path, source: std::io::Error) -> Self {
        Self::Write {
            path: path.to_owned(),
            source: Arc::new(source),
        }
    }
}

/// What was found when the profiles were read.
#[derive(Debug, Clone, Default)]
pub struct LoadedProfiles {
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
        /// The dated name it has now; the file itself when nothing can be written there.
        set_aside_as: PathBuf,
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
///
/// `profiles.json` may be a symbolic link (dotfile managers): what it points to is read and replaced, the link
/// stays. The lock and the copies lie beside the link.
///
/// What was read is remembered for as long as the file is the same: a window with a thousand instances asks for each of
/// them. All clones remember together.
#[derive(Debug, Clone)]
pub struct Store {
    paths: Paths,
    cache: LoadCache,
}

/// Held while a profile's tokens are being changed; released when dropped or when the process dies.
#[derive(Debug)]
pub struct ProfileLockFile {
    lock: lock::FileLock,
}

impl ProfileLockFile {
    /// The number of an operation that an earlier holder marked as started and never as finished, for example because
    /// its process died.
    pub fn interrupted_operation(&self) -> Option<u64> {
        self.lock.memo()
    }

    /// Records on the disk that the operation with this number starts. The number is no secret; it only tells
    /// operations apart.
    pub fn mark_started(&mut self, number: u64) {
        self.lock.set_memo(Some(number));
    }

    /// Removes the record: the operation is complete.
    pub fn mark_finished(&mut self) {
        self.lock.set_memo(None);
    }
}

impl Store {
    /// A store at these places; nothing is touched yet.
    pub fn new(paths: Paths) -> Self {
        Self {
            paths,
            cache: LoadCache::default(),
        }
    }

    /// Where things are.
    pub fn paths(&self) -> &Paths {
        &self.paths
    }

    /// Reads the profiles. A missing file is an empty list; a damaged one is set aside and replaced by the last
    /// good copy.
    pub fn load(&self) -> Result<LoadedProfiles, Error> {
        self.load_shared().map(Arc::unwrap_or_clone)
    }

    /// The same without a copy, for a caller that only reads.
    pub fn load_shared(&self) -> Result<Arc<LoadedProfiles>, Error> {
        let path = self.profiles_path();
        if let Some(loaded) = self.cache.get(&path) {
            return Ok(loaded);
        }
        let read = disk::read_with_stamp(&path, MAX_PROFILES_BYTES)
            .map_err(|source| Error::read(&path, source))?;
        let (bytes, stamp) = read.unzip();

        match content::parse(bytes.as_deref()) {
            ReadOutcome::Good(contents) => {
                let loaded = Arc::new(contents.into_loaded());
                self.cache.put(stamp.flatten(), &loaded);

                Ok(loaded)
            }
            ReadOutcome::Newer(version, contents) => Ok(Arc::new(LoadedProfiles {
                profiles: contents.profiles,
                notice: Some(LoadNotice::Newer { version }),
            })),
            ReadOutcome::Damaged => Ok(Arc::new(self.load_damaged())),
        }
    }

    /// Changes the profiles: takes the file lock, reads what is there now, applies `change`, replaces the file
    /// atomically (0600). Two processes that edit at once both keep their changes. A change that changes
    /// nothing writes nothing.
    pub fn edit<T>(&self, change: impl FnOnce(&mut Profiles) -> T) -> Result<(T, Profiles), Error> {
        let path = self.profiles_path();
        let _held = self.lock_profiles(EDIT_LOCK_TIMEOUT)?;
        disk::remove_leftovers(&path);

        let bytes =
            disk::read(&path, MAX_PROFILES_BYTES).map_err(|source| Error::read(&path, source))?;
        let mut contents = match content::parse(bytes.as_deref()) {
            ReadOutcome::Good(contents) => contents,
            ReadOutcome::Newer(version, _) => return Err(Error::Newer { path, version }),
            ReadOutcome::Damaged => self.recover(&bytes.unwrap_or_default())?.0,
        };

        let before = contents.profiles.clone();
        let outcome = change(&mut contents.profiles);
        if contents.profiles != before {
            self.write_profiles(&contents)?;
        }

        Ok((outcome, contents.profiles))
    }

    /// The cross-process lock of one profile's tokens; gives up after `wait`. Blocks: call it off
    /// the UI thread.
    pub fn lock_profile(&self, id: &ProfileId, wait: Duration) -> Result<ProfileLockFile, Error> {
        let path = self.lock_path(id);
        if let Some(directory) = path.parent() {
            disk::create_private_dir(directory).map_err(|source| Error::write(&path, source))?;
        }

        lock::acquire(&path, wait).map(|lock| ProfileLockFile { lock })
    }

    /// Reads a file of certificates the person named, at most 1 MiB.
    pub fn read_certificates(&self, path: &Path) -> std::io::Result<Vec<u8>> {
        disk::read(path, MAX_CERTIFICATES_BYTES)?.ok_or_else(|| std::io::ErrorKind::NotFound.into())
    }

    /// Reads another tool's settings file that the person named, at most 1 MiB of text.
    pub fn read_settings(&self, path: &Path) -> std::io::Result<String> {
        let bytes = disk::read(path, MAX_SETTINGS_BYTES)?.ok_or(std::io::ErrorKind::NotFound)?;

        String::from_utf8(bytes).map_err(|_| std::io::ErrorKind::InvalidData.into())
    }

    /// Forgets what is cached and locked for a removed profile. Best effort: a lock that is held is left alone.
    pub fn delete_files_of(&self, id: &ProfileId) {
        self.delete_pictures_of(id);
        lock::remove(&self.lock_path(id));
    }

    fn profiles_path(&self) -> PathBuf {
        self.paths.config.join("profiles.json")
    }

    fn last_good_path(&self) -> PathBuf {
        self.paths.config.join("profiles.json.last-good")
    }

    fn lock_path(&self, id: &ProfileId) -> PathBuf {
        let name = format!("{}.lock", id.as_str());
        self.paths.state.join("locks").join(name)
    }

    fn lock_profiles(&self, wait: Duration) -> Result<lock::FileLock, Error> {
        let path = self.paths.config.join("profiles.json.lock");
        disk::create_private_dir(&self.paths.config)
            .map_err(|source| Error::write(&path, source))?;

        lock::acquire(&path, wait)
    }

    /// Writes the file, then the last good copy. The copy may fail: the file itself is good.
    fn write_profiles(&self, contents: &FileContents) -> Result<(), Error> {
        let path = self.profiles_path();
        let bytes = contents
            .to_json()
            .map_err(|source| Error::write(&path, source))?;
        disk::replace(&path, &bytes).map_err(|source| Error::write(&path, source))?;
        if let Err(error) = disk::replace(&self.last_good_path(), &bytes) {
            tracing::warn!(%error, "the last good copy of the profiles is not kept");
        }

        Ok(())
    }

    /// What can be shown of a damaged file, set aside if that is possible.
    fn load_damaged(&self) -> LoadedProfiles {
        let path = self.profiles_path();
        let recovered = self.lock_profiles(RECOVERY_LOCK_TIMEOUT).and_then(|_held| {
            let bytes = disk::read(&path, MAX_PROFILES_BYTES)
                .map_err(|source| Error::read(&path, source))?;
            match content::parse(bytes.as_deref()) {
                ReadOutcome::Damaged => {
                    self.recover(&bytes.unwrap_or_default())
                        .map(|(contents, notice)| LoadedProfiles {
                            profiles: contents.profiles,
                            notice: Some(notice),
                        })
                }
                // Another process was quicker.
                ReadOutcome::Good(contents) => Ok(contents.into_loaded()),
                ReadOutcome::Newer(version, contents) => Ok(LoadedProfiles {
                    profiles: contents.profiles,
                    notice: Some(LoadNotice::Newer { version }),
                }),
            }
        });

        recovered.unwrap_or_else(|error| {
            tracing::warn!(%error, "the damaged profile file is not set aside");
            let profiles = self.last_good().profiles;
            let notice = LoadNotice::Damaged {
                set_aside_as: path,
                recovered: profiles.len(),
            };
            LoadedProfiles {
                profiles,
                notice: Some(notice),
            }
        })
    }

    /// Keeps the damaged bytes under a dated name and puts the last good copy in their place. In this order: a
    /// crash between the steps leaves one copy too many, never one too few. The lock is held.
    fn recover(&self, damaged: &[u8]) -> Result<(FileContents, LoadNotice), Error> {
        let path = self.profiles_path();
        let kept_as =
            disk::set_aside(&path, damaged).map_err(|source| Error::write(&path, source))?;
        let contents = self.last_good();
        let bytes = contents
            .to_json()
            .map_err(|source| Error::write(&path, source))?;
        disk::replace(&path, &bytes).map_err(|source| Error::write(&path, source))?;
        tracing::warn!(?kept_as, "the profile file was damaged and is set aside");
        let recovered = contents.profiles.len();

        Ok((
            contents,
            LoadNotice::Damaged {
                set_aside_as: kept_as,
                recovered,
            },
        ))
    }

    fn last_good(&self) -> FileContents {
        let bytes = disk::read(&self.last_good_path(), MAX_PROFILES_BYTES)
            .ok()
            .flatten();

        match content::parse(bytes.as_deref()) {
            ReadOutcome::Good(contents) => contents,
            ReadOutcome::Newer(..) | ReadOutcome::Damaged => FileContents::default(),
        }
    }
}

#[cfg(test)]
mod tests;
