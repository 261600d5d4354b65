//! Linux: the scheme by a desktop file (`scheme`), the browser by the desktop's opener (`browser`).

mod browser;
mod desktop_entry;
mod mime_defaults;
mod scheme;

use std::path::PathBuf;

use rustix::process::{DumpableBehavior, Resource, Rlimit, set_dumpable_behavior, setrlimit};

use crate::secret::Secret;

use super::{Error, SchemeStatus};

use scheme::Places;

pub(super) use browser::open_browser;

pub(super) fn scheme_status() -> SchemeStatus {
    match Places::discover() {
        Ok(places) => places.status(),
        Err(reason) => SchemeStatus::Unknown(reason),
    }
}

pub(super) fn register_scheme() -> Result<Vec<PathBuf>, Error> {
    Places::discover().map_err(Error::Register)?.register()
}

pub(super) fn unregister_scheme() -> Result<(), Error> {
    Places::discover().map_err(Error::Register)?.unregister()
}

pub(super) fn harden() {
    let none = Rlimit {
        current: Some(0),
        maximum: Some(0),
    };
    let _ = setrlimit(Resource::Core, none);
    // A limit alone does not stop a core handler that is a program (core(5)), nor a debugger (ptrace(2)).
    let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
}

/// Links come as an argument, through the hand-over.
pub(super) fn install_link_delegate() -> tokio::sync::mpsc::UnboundedReceiver<Secret> {
    super::silent_receiver()
}
