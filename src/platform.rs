//! What each operating system does its own way, behind one signature: the URL scheme, the browser, hardening.
//! One file a system; nothing here decides anything.

#[cfg(target_os = "linux")]
#[path = "platform/linux.rs"]
mod system;
#[cfg(target_os = "macos")]
#[path = "platform/macos.rs"]
mod system;
#[cfg(windows)]
#[path = "platform/windows.rs"]
mod system;

use std::path::PathBuf;

/// Who opens `app.latchkey:` links for this user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SchemeStatus {
    /// This very program.
    Ours,
    /// Nobody: mailed links do nothing.
    Nobody,
    /// Another program, or another copy of this one; its name or path as the system gives it.
    Other(String),
    /// The system cannot say or cannot register here (no bundle, sandbox): the reason.
    Unknown(String),
}

/// What went wrong in the system.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Error {
    /// A file could not be written or a registry key not set.
    #[error("cannot register: {0}")]
    Register(String),
    /// No browser could be started: the caller shows the address to copy.
    #[error("no browser: {0}")]
    NoBrowser(String),
    /// Only http and https addresses are opened (S-36).
    #[error("not a web address")]
    NotWeb,
    /// This system does it at install time only.
    #[error("not possible on this system: {0}")]
    Unsupported(&'static str),
}

/// Who opens our links. Cheap: reads files, starts no program.
pub fn scheme_status() -> SchemeStatus {
    system::scheme_status()
}

/// Makes this program the one that opens our links, for this user only. Returns what was written.
pub fn register_scheme() -> Result<Vec<PathBuf>, Error> {
    system::register_scheme()
}

/// Undoes [`register_scheme`]; leaves another program's registration alone.
pub fn unregister_scheme() -> Result<(), Error> {
    system::unregister_scheme()
}

/// Opens a web address in the person's own browser. Blocks up to a quarter of a second: call it off the UI thread.
pub fn open_browser(address: &url::Url) -> Result<(), Error> {
    let _ = address;
    todo!()
}

/// No core dump and no debugger of the same user may show what is in memory (S-40). Best effort.
pub fn harden() {
    system::harden();
}
