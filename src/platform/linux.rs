//! Linux: the scheme by a desktop file (`scheme`), the browser by the desktop's opener (`browser`), the clock that
//! cannot be set (`clock`), the contrast by the settings portal (`appearance`).

#![cfg_attr(
    test,
    expect(
        clippy::disallowed_methods,
        clippy::disallowed_types,
        reason = "owns what this system does its own way"
    )
)]

mod appearance;
mod browser;
mod clock;
mod desktop_entry;
mod mime_defaults;
mod scheme;

use std::path::PathBuf;

use rustix::process::{DumpableBehavior, Resource, Rlimit, set_dumpable_behavior, setrlimit};

use crate::secret::Secret;

use super::{Error, SchemeStatus};

use scheme::XdgDirectories;

pub(super) use appearance::high_contrast_changes;
pub(super) use browser::open_browser;
pub(super) use clock::uptime;

#[expect(
    clippy::disallowed_methods,
    reason = "where a display is told is the environment"
)]
pub(super) fn is_wayland() -> bool {
    ["WAYLAND_DISPLAY", "WAYLAND_SOCKET"]
        .into_iter()
        .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}

pub(super) fn languages() -> Vec<String> {
    super::languages::from_environment()
}

pub(super) fn scheme_status() -> SchemeStatus {
    match XdgDirectories::discover() {
        Ok(places) => places.status(),
        Err(reason) => SchemeStatus::Unknown(reason),
    }
}

pub(super) fn register_scheme() -> Result<Vec<PathBuf>, Error> {
    XdgDirectories::discover()
        .map_err(Error::Register)?
        .register()
}

pub(super) fn unregister_scheme() -> Result<(), Error> {
    XdgDirectories::discover()
        .map_err(Error::Register)?
        .unregister()
}

pub(super) fn disable_core_dumps() {
    // Not 0: a core handler that is a program gets the dump of a process with limit 0 (core(5)). The kernel takes 1
    // as "no dump" for handlers too (do_coredump in fs/coredump.c), and it is too small for a file.
    let none = Rlimit {
        current: Some(1),
        maximum: Some(1),
    };
    let _ = setrlimit(Resource::Core, none);
}

pub(super) fn refuse_debuggers() {
    let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
}

/// Links come as an argument, through the hand-over.
pub(super) fn install_link_delegate() -> tokio::sync::mpsc::UnboundedReceiver<Secret> {
    super::pending_receiver()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may stop at once")]

    use std::{
        env, fs,
        os::unix::process::ExitStatusExt,
        process::{Command, Stdio},
    };

    use super::*;

    const ROLE: &str = "LATCHKEY_TEST_HARDENED";

    #[test]
    fn s_40_a_crash_leaves_no_core_and_no_debugger_may_attach() {
        // It cannot be undone, so it is done in a process of its own.
        let child = Command::new(env::current_exe().unwrap())
            .args([
                "--exact",
                "platform::linux::tests::hardened_helper",
                "--ignored",
            ])
            .env(ROLE, "1")
            .stdout(Stdio::null())
            .status()
            .unwrap();

        assert_eq!(
            child.signal(),
            Some(6),
            "the helper passes its checks and then aborts: {child}"
        );
        assert!(!child.core_dumped());
    }

    #[test]
    #[ignore = "the child process of the test above"]
    fn hardened_helper() {
        if env::var_os(ROLE).is_none() {
            return;
        }
        super::super::disable_core_dumps();
        super::super::refuse_debuggers();
        let limits = fs::read_to_string("/proc/self/limits").unwrap();
        let core = limits
            .lines()
            .find(|line| line.starts_with("Max core file size"))
            .unwrap();
        assert_eq!(
            core.split_whitespace().skip(4).take(2).collect::<Vec<_>>(),
            ["1", "1"]
        );
        assert_eq!(
            rustix::process::dumpable_behavior().unwrap(),
            DumpableBehavior::NotDumpable
        );
        // What the program needs of itself still works.
        assert!(env::current_exe().unwrap().is_file());
        std::process::abort();
    }
}
