//! The pictures of instances as last seen, so that they look right offline. Owns their place and their names; bytes go
//! in and out as the server sent them, untrusted (`ui` decodes them).
//!
//! A file's name holds the id the server gives the picture: another picture is another file, so that what is kept is
//! never an old one.

use std::path::PathBuf;

use super::{Store, disk};
use crate::profile::ProfileId;

/// Longest picture kept, in bytes.
const MAX_PICTURE_BYTES: u64 = 2 * 1024 * 1024;
/// Longest id of a picture, in bytes; a UUID has 36.
const MAX_ASSET_ID_BYTES: usize = 64;

/// Which picture of an instance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureKind {
    /// `project_logo`.
    Logo,
    /// `public_background`.
    Background,
}

impl PictureKind {
    const fn name(self) -> &'static str {
        match self {
            Self::Logo => "logo",
            Self::Background => "background",
        }
    }
}

impl Store {
    /// A picture of an instance kept from an earlier visit, if it is this one: `asset` is the id the server gives it.
    /// Best effort.
    pub fn cached_picture(
        &self,
        id: &ProfileId,
        kind: PictureKind,
        asset: &str,
    ) -> Option<Vec<u8>> {
        let path = self.picture_path(id, kind, asset)?;

        disk::read(&path, MAX_PICTURE_BYTES).ok().flatten()
    }

    /// Keeps a picture in place of the one before it. Best effort: a failure costs the picture, nothing else.
    pub fn cache_picture(&self, id: &ProfileId, kind: PictureKind, asset: &str, bytes: &[u8]) {
        let Some(path) = self.picture_path(id, kind, asset) else {
            return;
        };
        let fits = u64::try_from(bytes.len()).is_ok_and(|length| length <= MAX_PICTURE_BYTES);
        let kept = match path.parent() {
            Some(directory) if fits => {
                disk::create_private_dir(directory).and_then(|()| disk::replace(&path, bytes))
            }
            _ => return,
        };

        match kept {
            Ok(()) => {
                let others = format!("{}.{}.", id.as_str(), kind.name());
                disk::remove_with_prefix(&self.pictures_dir(), &others, Some(&path));
            }
            Err(error) => tracing::debug!(%error, "the picture is not kept"),
        }
    }

    pub(super) fn delete_pictures_of(&self, id: &ProfileId) {
        disk::remove_with_prefix(&self.pictures_dir(), &format!("{}.", id.as_str()), None);
        // What a process that was killed had begun to write.
        disk::remove_with_prefix(&self.pictures_dir(), &format!(".{}.", id.as_str()), None);
        // Where versions before this one kept the logo.
        disk::remove(&self.paths.cache.join("logos").join(id.as_str()));
    }

    fn pictures_dir(&self) -> PathBuf {
        self.paths.cache.join("pictures")
    }

    /// `None` for what cannot be the id of an asset: it becomes part of a file's name.
    pub(super) fn picture_path(
        &self,
        id: &ProfileId,
        kind: PictureKind,
        asset: &str,
    ) -> Option<PathBuf> {
        let is_id = (1..=MAX_ASSET_ID_BYTES).contains(&asset.len())
            && asset
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');

        is_id.then(|| {
            self.pictures_dir()
                .join(format!("{}.{}.{asset}", id.as_str(), kind.name()))
        })
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may stop at once")]

    use super::*;
    use crate::store::Paths;

    const ONE: &str = "0f8fad5b-d9cb-469f-a165-70867728950e";
    const TWO: &str = "7c9e6679-7425-40de-944b-e07fc1f90ae7";

    fn store() -> (tempfile::TempDir, Store) {
        let home = tempfile::tempdir().unwrap();
        let place = |name: &str| home.path().join(name);
        let store = Store::new(Paths {
            config: place("config"),
            state: place("state"),
            cache: place("cache"),
            runtime: place("run"),
        });

        (home, store)
    }

    #[test]
    fn a_picture_is_kept_until_another_takes_its_place() {
        let (_home, store) = store();
        let [a, b] = ["a", "b"].map(|digit| ProfileId::parse(&digit.repeat(16)).unwrap());
        let (logo, background) = (PictureKind::Logo, PictureKind::Background);

        store.cache_picture(&a, logo, ONE, b"one");
        store.cache_picture(&a, background, ONE, b"wide");
        store.cache_picture(&b, logo, ONE, b"other");
        assert_eq!(store.cached_picture(&a, logo, ONE).unwrap(), b"one");
        assert_eq!(store.cached_picture(&a, background, ONE).unwrap(), b"wide");
        assert_eq!(store.cached_picture(&a, logo, TWO), None);

        store.cache_picture(&a, logo, TWO, b"two");
        assert_eq!(store.cached_picture(&a, logo, TWO).unwrap(), b"two");
        assert_eq!(store.cached_picture(&a, logo, ONE), None, "the old one");
        assert_eq!(store.cached_picture(&a, background, ONE).unwrap(), b"wide");

        store.delete_files_of(&a);
        assert_eq!(store.cached_picture(&a, logo, TWO), None);
        assert_eq!(store.cached_picture(&a, background, ONE), None);
        assert_eq!(store.cached_picture(&b, logo, ONE).unwrap(), b"other");
    }

    #[test]
    fn s_35_what_is_no_id_and_what_is_too_long_is_not_kept() {
        let (_home, store) = store();
        let a = ProfileId::parse("aaaaaaaaaaaaaaaa").unwrap();

        for asset in ["", "../../x", "a/b", "a.b", "a\0b", &"a".repeat(65)] {
            store.cache_picture(&a, PictureKind::Logo, asset, b"x");
            assert_eq!(store.cached_picture(&a, PictureKind::Logo, asset), None);
        }
        let long = vec![0; 2 * 1024 * 1024 + 1];
        store.cache_picture(&a, PictureKind::Logo, ONE, &long);
        assert_eq!(store.cached_picture(&a, PictureKind::Logo, ONE), None);
    }
}
