//! Where files belong on each system. Owns the choice of directories; creates none.

#![expect(clippy::disallowed_methods, reason = "owns the disk")]

use std::{
    env,
    ffi::OsString,
    path::{Path, PathBuf},
};

use directories::BaseDirs;

use super::Error;
use crate::identity::APP_ID;

/// Where Latchkey keeps things. `LATCHKEY_CONFIG_DIR` and `LATCHKEY_STATE_DIR` override the first two.
///
/// A copy that keeps its files elsewhere is a copy of its own: cache and runtime directory then lie below its
/// state, and with `LATCHKEY_CONFIG_DIR` alone the state lies below that. So its window never takes a link from, or
/// hands one to, a copy with other profiles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paths {
    /// Profiles (`$XDG_CONFIG_HOME/app.latchkey.Latchkey`).
    pub config: PathBuf,
    /// Locks and what may be lost (`$XDG_STATE_HOME/…`).
    pub state: PathBuf,
    /// Logos (`$XDG_CACHE_HOME/…`).
    pub cache: PathBuf,
    /// The hand-over socket (`$XDG_RUNTIME_DIR/…`, within a Flatpak in what its starts share; else below `state`).
    pub runtime: PathBuf,
}

impl Paths {
    /// The places of this user on this system.
    pub fn discover() -> Result<Self, Error> {
        let override_of = |name| env::var_os(name).and_then(absolute_override);
        let system = BaseDirs::new().map(|dirs| Self::of_system(&dirs));

        Self::arrange(
            override_of("LATCHKEY_CONFIG_DIR"),
            override_of("LATCHKEY_STATE_DIR"),
            system,
        )
    }

    fn arrange(
        config: Option<PathBuf>,
        state: Option<PathBuf>,
        system: Option<Self>,
    ) -> Result<Self, Error> {
        let (config, state) = match (config, state) {
            (None, None) => return system.ok_or(Error::NoHome),
            (Some(config), None) => {
                let state = config.join("state");
                (config, state)
            }
            (None, Some(state)) => (system.ok_or(Error::NoHome)?.config, state),
            (Some(config), Some(state)) => (config, state),
        };

        Ok(Self {
            cache: state.join("cache"),
            runtime: state.join("run"),
            config,
            state,
        })
    }

    fn of_system(dirs: &BaseDirs) -> Self {
        let ours = |base: &Path| base.join(APP_ID);
        // Only Linux has a place for state; only Windows keeps the cache in the same place.
        let state = match dirs.state_dir() {
            Some(base) => ours(base),
            None => ours(dirs.data_local_dir()).join("state"),
        };
        let cache = if cfg!(windows) {
            ours(dirs.cache_dir()).join("cache")
        } else {
            ours(dirs.cache_dir())
        };

        Self {
            config: ours(dirs.config_dir()),
            cache,
            runtime: dirs.runtime_dir().map_or_else(
                || state.join("run"),
                |base| ours(&shared_runtime(base, env::var_os("FLATPAK_ID"))),
            ),
            state,
        }
    }
}

/// Where the processes of this user's Latchkey find each other below `$XDG_RUNTIME_DIR`. Each start of a Flatpak has a
/// runtime directory of its own, of which only `app/$FLATPAK_ID` is common to all: with the socket elsewhere a clicked
/// link would never reach the window that runs.
fn shared_runtime(base: &Path, flatpak: Option<OsString>) -> PathBuf {
    flatpak
        .filter(|id| id == APP_ID)
        .map(|id| base.join("app").join(id))
        .filter(|shared| shared.is_dir())
        .unwrap_or_else(|| base.to_owned())
}

/// An override that is empty is none; one that is relative means the directory of now, also later.
fn absolute_override(value: OsString) -> Option<PathBuf> {
    if value.is_empty() {
        return None;
    }

    std::path::absolute(PathBuf::from(value)).ok()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may stop at once")]

    use std::fs;

    use super::*;

    fn paths(config: &str, state: &str, cache: &str, runtime: &str) -> Paths {
        Paths {
            config: config.into(),
            state: state.into(),
            cache: cache.into(),
            runtime: runtime.into(),
        }
    }

    #[test]
    fn a_copy_with_files_of_its_own_shares_no_socket() {
        let system = paths("/h/config", "/h/state", "/h/cache", "/run/1/x");
        let of = |config: Option<&str>, state: Option<&str>, system: Option<Paths>| {
            Paths::arrange(config.map(PathBuf::from), state.map(PathBuf::from), system)
        };

        assert_eq!(of(None, None, Some(system.clone())).unwrap(), system);
        assert_eq!(
            of(Some("/c"), Some("/s"), Some(system.clone())).unwrap(),
            paths("/c", "/s", "/s/cache", "/s/run")
        );
        assert_eq!(
            of(Some("/c"), None, Some(system.clone())).unwrap(),
            paths("/c", "/c/state", "/c/state/cache", "/c/state/run")
        );
        assert_eq!(
            of(None, Some("/s"), Some(system)).unwrap(),
            paths("/h/config", "/s", "/s/cache", "/s/run")
        );
        assert!(
            of(Some("/c"), Some("/s"), None).is_ok(),
            "no home is needed then"
        );
        assert!(matches!(of(None, Some("/s"), None), Err(Error::NoHome)));
        assert!(matches!(of(None, None, None), Err(Error::NoHome)));
    }

    #[test]
    fn r_26_the_starts_of_a_flatpak_find_each_other() {
        let sandbox = tempfile::tempdir().unwrap();
        let base = sandbox.path();
        let shared = base.join("app").join(APP_ID);
        let of = |id: Option<&str>| shared_runtime(base, id.map(OsString::from));

        assert_eq!(of(Some(APP_ID)), base, "no sandbox made it");
        fs::create_dir_all(&shared).unwrap();
        assert_eq!(of(Some(APP_ID)), shared);
        // As in the terminal of another Flatpak's editor.
        assert_eq!(of(Some("org.example.Editor")), base);
        assert_eq!(of(None), base);
    }

    #[test]
    fn an_override_is_made_absolute_and_an_empty_one_ignored() {
        assert_eq!(absolute_override(OsString::new()), None);
        let here = env::current_dir().unwrap();
        assert_eq!(absolute_override("a/b".into()), Some(here.join("a/b")));
    }
}
