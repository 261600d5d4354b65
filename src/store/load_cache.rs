//! A cache of the profile file, used while the file is unchanged: a window with a thousand instances asks for each of
//! them. Owns the decision whether the cached content is still current; reads no file itself.

use std::{
    path::Path,
    sync::{Arc, Mutex, PoisonError},
};

use super::{LoadedProfiles, disk::FileStamp};

/// Longest file that is remembered, in bytes: a longer one is mostly notes, which are not worth the memory.
const MAX_CACHED_BYTES: u64 = 1024 * 1024;

/// What was read last. All clones are the same.
#[derive(Debug, Clone, Default)]
pub(super) struct LoadCache {
    last: Arc<Mutex<Option<CachedLoad>>>,
}

#[derive(Debug)]
struct CachedLoad {
    stamp: FileStamp,
    loaded: Arc<LoadedProfiles>,
}

impl LoadCache {
    /// What the file at this path said and still says.
    pub(super) fn get(&self, path: &Path) -> Option<Arc<LoadedProfiles>> {
        let last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        let last = last.as_ref()?;

        (FileStamp::of(path).as_ref() == Some(&last.stamp)).then(|| Arc::clone(&last.loaded))
    }

    /// Remembers what the file with this stamp says, unless it could change without another stamp.
    pub(super) fn put(&self, stamp: Option<FileStamp>, loaded: &Arc<LoadedProfiles>) {
        let last = stamp
            .filter(|stamp| stamp.detects_every_change() && stamp.length() <= MAX_CACHED_BYTES)
            .map(|stamp| CachedLoad {
                stamp,
                loaded: Arc::clone(loaded),
            });
        *self.last.lock().unwrap_or_else(PoisonError::into_inner) = last;
    }
}
