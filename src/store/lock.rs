//! Locks between processes: a file, locked by the operating system, which lets go when the holder dies.
//! Owns the waiting; what a lock protects is the caller's.

#![expect(clippy::disallowed_types, reason = "owns the disk")]

use std::{
    fs::{self, File, OpenOptions, TryLockError},
    io,
    path::Path,
    thread,
    time::{Duration, Instant},
};

use super::{Error, disk};

/// Time between two attempts. Waiting by the system itself cannot be limited.
const PAUSE: Duration = Duration::from_millis(20);

/// A lock that is held until this is dropped or the process ends.
#[derive(Debug)]
pub(super) struct Held {
    _file: File,
}

/// Waits up to `wait` for the lock.
pub(super) fn acquire(path: &Path, wait: Duration) -> Result<Held, Error> {
    let start = Instant::now();
    loop {
        let file = open(path).map_err(|source| Error::write(path, source))?;
        match file.try_lock() {
            Ok(()) if is_still_at(&file, path) => return Ok(Held { _file: file }),
            // The file was removed between opening and locking: what is locked now is nobody's lock.
            Ok(()) => continue,
            Err(TryLockError::WouldBlock) => {}
            Err(TryLockError::Error(source)) => return Err(Error::write(path, source)),
        }
        let left = wait.saturating_sub(start.elapsed());
        if left.is_zero() {
            return Err(Error::Busy {
                path: path.to_owned(),
            });
        }
        thread::sleep(PAUSE.min(left));
    }
}

/// Removes a lock file that nobody holds. Best effort.
pub(super) fn remove(path: &Path) {
    // Where a removed file cannot be told from its successor, an empty file stays.
    if cfg!(unix)
        && fs::exists(path).unwrap_or(false)
        && let Ok(_held) = acquire(path, Duration::ZERO)
    {
        disk::remove(path);
    }
}

fn open(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    let _ = options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        let _ = options.mode(0o600);
    }

    options.open(path)
}

#[cfg(unix)]
fn is_still_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;

    match (file.metadata(), fs::metadata(path)) {
        (Ok(held), Ok(there)) => (held.dev(), held.ino()) == (there.dev(), there.ino()),
        _ => false,
    }
}

#[cfg(not(unix))]
fn is_still_at(_file: &File, _path: &Path) -> bool {
    true
}
