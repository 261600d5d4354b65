//! Locks between processes: a file, locked by the operating system, which lets go when the holder dies.
//! Owns the waiting, the holder's process id for those who wait, and a memo that outlives a holder whose process died;
//! what a lock protects and what a memo means is the caller's.

#![expect(clippy::disallowed_types, reason = "owns the disk")]

use std::{
    fs::{self, File, OpenOptions, TryLockError},
    io::{self, Read, Seek, Write},
    path::Path,
    process, thread,
    time::{Duration, Instant},
};

use super::{Error, disk};

/// Time between two attempts. Waiting by the system itself cannot be limited.
const RETRY_INTERVAL: Duration = Duration::from_millis(20);

/// Longest content looked at, in bytes.
const MAX_CONTENT_BYTES: u64 = 64;

/// A lock that is held until this is dropped or the process ends.
#[derive(Debug)]
pub(super) struct FileLock {
    file: File,
    memo: Option<u64>,
}

impl FileLock {
    /// What the last holder left and never removed, because it died or did not finish.
    pub(super) fn memo(&self) -> Option<u64> {
        self.memo
    }

    /// Leaves a number for the next holder, or removes it. It is on the disk when this returns. Best effort: on a full
    /// disk there is no memo.
    pub(super) fn set_memo(&mut self, memo: Option<u64>) {
        if self.memo != memo {
            self.memo = memo;
            let written = self.write_content().and_then(|()| self.file.sync_data());
            if let Err(error) = written {
                tracing::debug!(%error, "the lock's memo is not written");
            }
        }
    }

    /// Writes the process id, and the memo if there is one.
    fn write_content(&mut self) -> io::Result<()> {
        let pid = process::id();
        let text = match self.memo {
            Some(memo) => format!("{pid} {memo}\n"),
            None => format!("{pid}\n"),
        };
        // Overwrites in place and truncates afterwards: that also works on a full disk.
        self.file.rewind()?;
        self.file.write_all(text.as_bytes())?;

        self.file
            .set_len(u64::try_from(text.len()).unwrap_or(MAX_CONTENT_BYTES))
    }

    fn new(mut file: File) -> Self {
        let (_, memo) = read_content(&mut file);
        let mut lock = Self { file, memo };
        // The process id only improves the error of those who wait for the lock.
        let _ = lock.write_content();

        lock
    }
}

/// Process id and memo of a lock file. Earlier versions wrote neither.
fn read_content(file: &mut File) -> (Option<u32>, Option<u64>) {
    let mut text = String::new();
    if file
        .take(MAX_CONTENT_BYTES)
        .read_to_string(&mut text)
        .is_err()
    {
        return (None, None);
    }
    let mut words = text.split_whitespace();

    (
        words.next().and_then(|word| word.parse().ok()),
        words.next().and_then(|word| word.parse().ok()),
    )
}

/// Waits up to `wait` for the lock.
pub(super) fn acquire(path: &Path, wait: Duration) -> Result<FileLock, Error> {
    let start = Instant::now();
    loop {
        let mut file = open(path).map_err(|source| Error::write(path, source))?;
        match file.try_lock() {
            Ok(()) if is_still_at(&file, path) => return Ok(FileLock::new(file)),
            // The file was removed between opening and locking: what is locked now is nobody's lock.
            Ok(()) => continue,
            Err(TryLockError::WouldBlock) => {}
            Err(TryLockError::Error(source)) => return Err(Error::write(path, source)),
        }
        let left = wait.saturating_sub(start.elapsed());
        if left.is_zero() {
            return Err(Error::Busy {
                path: path.to_owned(),
                holder: read_content(&mut file).0,
            });
        }
        thread::sleep(RETRY_INTERVAL.min(left));
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
