//! Single files: read with a limit, replaced atomically, kept from other users. Owns no format.

#![expect(clippy::disallowed_types, reason = "owns the disk")]

use std::{
    fs::{self, DirBuilder, File},
    io::{self, Read as _, Write as _},
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
};

/// Links followed from a file that may be one; Linux itself follows 40.
const MAX_LINKS: usize = 40;
/// The coarsest step in which a file system counts time.
const COARSEST_TIMESTAMP: Duration = Duration::from_secs(2);

/// What tells whether a file is still the one that was read, without reading it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FileStamp {
    length: u64,
    modified: SystemTime,
    #[cfg(unix)]
    identity: (u64, u64, i64, i64),
}

impl FileStamp {
    /// Of the file at this path; `None` when there is none, or the system does not say.
    pub(super) fn of(path: &Path) -> Option<Self> {
        Self::from_metadata(&fs::metadata(path).ok()?)
    }

    fn from_metadata(metadata: &fs::Metadata) -> Option<Self> {
        #[cfg(unix)]
        use std::os::unix::fs::MetadataExt as _;

        Some(Self {
            length: metadata.len(),
            modified: metadata.modified().ok()?,
            #[cfg(unix)]
            identity: (
                metadata.dev(),
                metadata.ino(),
                metadata.ctime(),
                metadata.ctime_nsec(),
            ),
        })
    }

    /// Whether a later change of the file is sure to change the stamp: file systems count time in steps, of two
    /// seconds at the worst.
    pub(super) fn detects_every_change(&self) -> bool {
        SystemTime::now()
            .duration_since(self.modified)
            .is_ok_and(|age| age > COARSEST_TIMESTAMP)
    }

    pub(super) fn length(&self) -> u64 {
        self.length
    }
}

/// The whole file; `None` when there is none. More than `limit` bytes, a directory or a device is an error.
pub(super) fn read(path: &Path, limit: u64) -> io::Result<Option<Vec<u8>>> {
    Ok(read_with_stamp(path, limit)?.map(|(bytes, _)| bytes))
}

/// The same with the file's stamp from before reading. When the file changes in between, the stamp is older than the
/// bytes, so the file is read once more than needed and never once too few.
pub(super) fn read_with_stamp(
    path: &Path,
    limit: u64,
) -> io::Result<Option<(Vec<u8>, Option<FileStamp>)>> {
    let metadata = match fs::metadata(path) {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    if !metadata.is_file() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "not a file"));
    }
    let expected = usize::try_from(metadata.len().min(limit)).unwrap_or_default();
    let mut bytes = Vec::with_capacity(expected.saturating_add(1));
    let length = File::open(path)?.take(limit + 1).read_to_end(&mut bytes)?;
    if u64::try_from(length).is_ok_and(|length| length > limit) {
        return Err(io::ErrorKind::FileTooLarge.into());
    }

    Ok(Some((bytes, FileStamp::from_metadata(&metadata))))
}

/// Replaces the file as a whole, readable by its owner only: a reader, or a crash at any moment, finds the old
/// bytes or the new ones. A symbolic link stays, and what it points to is replaced.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let target = resolve_links(path)?;
    let directory = target.parent().ok_or(io::ErrorKind::InvalidInput)?;
    let mut file = tempfile::Builder::new()
        .prefix(&temporary_prefix(&target))
        .suffix(TEMPORARY_SUFFIX)
        .tempfile_in(directory)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    let _ = file.persist(&target).map_err(|error| error.error)?;
    sync_directory(directory);

    Ok(())
}

/// Keeps bytes beside `path` under a dated name that is still free.
pub(super) fn set_aside(path: &Path, bytes: &[u8]) -> io::Result<PathBuf> {
    let directory = path.parent().ok_or(io::ErrorKind::InvalidInput)?;
    let date = jiff::Timestamp::now()
        .to_zoned_datetime(jiff::tz::TimeZone::system())
        .strftime("%Y%m%d-%H%M%S")
        .to_string();
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let mut file = tempfile::Builder::new()
        .prefix(&temporary_prefix(path))
        .suffix(TEMPORARY_SUFFIX)
        .tempfile_in(directory)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;

    let mut number = 1;
    loop {
        let kept_as = directory.join(match number {
            1 => format!("{name}.damaged-{date}"),
            _ => format!("{name}.damaged-{date}-{number}"),
        });
        match file.persist_noclobber(&kept_as) {
            Ok(_) => {
                sync_directory(directory);
                return Ok(kept_as);
            }
            Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists && number < 1000 => {
                file = error.file;
                number += 1;
            }
            Err(error) => return Err(error.error),
        }
    }
}

/// Removes what killed processes left behind while replacing `path`. The lock is held, so no running process is writing
/// one of these files. Best effort.
pub(super) fn remove_leftovers(path: &Path) {
    let prefix = temporary_prefix(path);
    let Some(entries) = path
        .parent()
        .and_then(|directory| fs::read_dir(directory).ok())
    else {
        return;
    };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with(&prefix) && name.ends_with(TEMPORARY_SUFFIX) {
            remove(&entry.path());
        }
    }
}

/// Removes a file. Best effort.
pub(super) fn remove(path: &Path) {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            tracing::debug!(%error, ?path, "a file cannot be removed");
        }
        _ => {}
    }
}

/// Removes the files of a directory whose names begin with `prefix`, all but one. Best effort.
pub(super) fn remove_with_prefix(directory: &Path, prefix: &str, but: Option<&Path>) {
    for entry in fs::read_dir(directory).into_iter().flatten().flatten() {
        let path = entry.path();
        if entry.file_name().to_string_lossy().starts_with(prefix) && Some(path.as_path()) != but {
            remove(&path);
        }
    }
}

/// Makes sure the directory is there. What is created is for its owner only; what exists is left as it is, since
/// it may be shared on purpose.
pub(super) fn create_private_dir(path: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    let _ = builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt as _;
        let _ = builder.mode(0o700);
    }

    builder.create(path)
}

const TEMPORARY_SUFFIX: &str = ".tmp";

/// Every name beside the profile file begins with its name, so that one sweep finds the leftovers of all.
fn temporary_prefix(path: &Path) -> String {
    format!(
        ".{}.",
        path.file_name().unwrap_or_default().to_string_lossy()
    )
}

/// Where a link leads in the end, also when nothing is there yet.
fn resolve_links(path: &Path) -> io::Result<PathBuf> {
    let mut target = path.to_owned();
    for _ in 0..MAX_LINKS {
        match fs::read_link(&target) {
            Ok(next) => {
                let directory = target.parent().unwrap_or(Path::new("/"));
                target = directory.join(next);
            }
            Err(_) => return Ok(target),
        }
    }

    Err(io::Error::new(
        io::ErrorKind::InvalidInput,
        "too many links",
    ))
}

/// Makes the new name last through a power cut. Best effort: not every file system can, and the file is in place.
fn sync_directory(directory: &Path) {
    #[cfg(unix)]
    if let Err(error) = File::open(directory).and_then(|directory| directory.sync_all()) {
        tracing::debug!(%error, "the directory is not synced");
    }
    #[cfg(not(unix))]
    let _ = directory;
}
