//! What each operating system does in its own way, behind one signature: the URL scheme, the browser, core dumps and
//! debuggers, the clocks, the setting for high contrast, the languages. One file a system, and one for the signals;
//! nothing here decides what is done when.

#[cfg(target_os = "linux")]
mod languages;
#[cfg(target_os = "linux")]
mod linux;
#[cfg(target_os = "macos")]
mod macos;
#[cfg(any(windows, test))]
mod scheme_class;
mod stop;
#[cfg(windows)]
mod windows;

#[cfg(target_os = "linux")]
use linux as system;
#[cfg(target_os = "macos")]
use macos as system;
#[cfg(windows)]
use windows as system;

pub use stop::StopSignal;

use std::{
    path::PathBuf,
    time::{Duration, SystemTime},
};

use crate::{secret::Secret, session::Moment};

/// Who opens `app.latchkey:` links for this user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SchemeStatus {
    /// This very program.
    Ours,
    /// No program: mailed links do nothing.
    Nobody,
    /// Another program, or another copy of this one; its name or path as the system gives it.
    Other(String),
    /// This program, at a path where it no longer is: mailed links do nothing. The path as it was registered.
    ProgramMissing(String),
    /// Not known, or not possible here (no bundle, sandbox): the reason.
    Unknown(String),
}

/// What the system refused.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Error {
    /// A file could not be written or a registry key not set.
    #[error("cannot register: {0}")]
    Register(String),
    /// No browser could be started: the caller shows the address to copy (R-33: a sign-in works without an opener).
    #[error("no browser: {0}")]
    NoBrowser(String),
    /// Only http and https addresses are opened (S-36).
    #[error("not a web address")]
    NotWeb,
    /// This system allows it at install time only.
    #[error("not possible on this system: {0}")]
    Unsupported(&'static str),
}

/// Who opens our links. Cheap: reads files, starts no program.
pub fn scheme_status() -> SchemeStatus {
    system::scheme_status()
}

/// Makes this program the one that opens our links, for this user only. Returns what was written; on Windows,
/// where it is a registry key, nothing.
///
/// The path of this program is what gets registered, so move it to its place first. Some openers on Linux
/// (`xdg-open` 1.1 outside of a desktop) cannot start a program whose path needs quoting, as one with a blank does.
pub fn register_scheme() -> Result<Vec<PathBuf>, Error> {
    system::register_scheme()
}

/// Undoes [`register_scheme`]; leaves another program's registration alone.
pub fn unregister_scheme() -> Result<(), Error> {
    system::unregister_scheme()
}

/// Opens a web address in the person's own browser. Blocks up to a quarter of a second: call it off the UI thread.
/// `Ok` means that a browser was asked, not that it opened (no system tells): always show the address as well.
pub fn open_browser(address: &url::Url) -> Result<(), Error> {
    if !matches!(address.scheme(), "http" | "https") {
        return Err(Error::NotWeb);
    }

    system::open_browser(address)
}

/// Switches core dumps of this process off, because they hold tokens (S-40). Best effort. Called before the window
/// opens. A command of the command line does not call it: the program that `exec` starts would inherit the limit. It
/// calls [`refuse_debuggers`], which on Linux prevents core dumps as well; elsewhere the system's own limit holds.
pub fn disable_core_dumps() {
    system::disable_core_dumps();
}

/// Keeps debuggers of the same user out of this process (S-40: no secret is read from memory). Best effort.
///
/// On Linux the desktop portal can then no longer identify its caller and refuses ("Unable to open /proc/PID/root",
/// measured with xdg-desktop-portal 1.16), and the portal has the colour scheme (light or dark) and the contrast. So
/// the command line calls this at once, but the window only when the portal has answered both.
pub fn refuse_debuggers() {
    system::refuse_debuggers();
}

/// The present moment by every clock of this machine, to the millisecond, which is what the keyring record stores.
///
/// On Linux that is the wall clock and the time since the machine started (`CLOCK_BOOTTIME`, with the kernel's id of
/// that start), which counts while the machine sleeps and cannot be set. macOS and Windows offer no such clock that two
/// processes could compare without `unsafe` code. There only the wall clock is used, and a clock that is set back by
/// less than the age of a token makes that token look younger than it is.
pub fn now() -> Moment {
    let wall = SystemTime::now();
    let beyond = wall
        .duration_since(SystemTime::UNIX_EPOCH)
        .map_or(0, |since| since.subsec_nanos() % 1_000_000);

    Moment {
        wall: wall - Duration::from_nanos(u64::from(beyond)),
        uptime: system::uptime(),
    }
}

/// Links that the system delivers by an event: macOS's open-URL event, also for the link that started the program. Call
/// it once, on the main thread, when the event loop exists and before it runs (in iced's boot function). On other
/// systems links come as an argument or by the hand-over, and the receiver never yields.
pub fn install_link_delegate() -> tokio::sync::mpsc::UnboundedReceiver<Secret> {
    system::install_link_delegate()
}

/// The system's requests to stop this process (R-42: a stop loses no session). From this call on they no longer end the
/// process by themselves, so the caller must end it soon: a second request, or five seconds, kill it. Call it once.
pub fn stop_requests() -> tokio::sync::mpsc::UnboundedReceiver<StopSignal> {
    stop::requests()
}

/// Whether the system asks for high contrast: the present setting, then each change (reported on Linux only). Reads it
/// off the calling thread. On a system that does not answer, the first value is `false` or never comes.
pub fn high_contrast_changes() -> tokio::sync::mpsc::UnboundedReceiver<bool> {
    system::high_contrast_changes()
}

/// Whether windows are shown through Wayland, where a clipboard's contents end with the program that put them there.
pub fn is_wayland() -> bool {
    system::is_wayland()
}

/// The languages the system says this person wants, the most wanted first, as tags or locales.
pub fn languages() -> Vec<String> {
    system::languages()
}

/// A receiver of one value, for systems that report no change.
#[cfg(not(target_os = "linux"))]
fn single_value(is_high: bool) -> tokio::sync::mpsc::UnboundedReceiver<bool> {
    let (sender, receiver) = tokio::sync::mpsc::unbounded_channel();
    let _ = sender.send(is_high);
    std::mem::forget(sender);

    receiver
}

/// A receiver that never yields, for systems that deliver no links by an event.
fn pending_receiver() -> tokio::sync::mpsc::UnboundedReceiver<Secret> {
    let (sender, receiver) = tokio::sync::mpsc::unbounded_channel();
    // Dropping the sender would end the stream.
    std::mem::forget(sender);

    receiver
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may stop at once")]
    #![cfg_attr(
        target_os = "linux",
        expect(clippy::panic, reason = "a test may stop at once")
    )]

    use super::*;

    #[test]
    fn s_36_only_web_addresses_are_opened() {
        for address in [
            "file:///etc/passwd",
            "javascript:alert(1)",
            "ms-settings:about",
            "smb://host/share",
            "mailto:a@b.c",
            "app.latchkey://auth/add?url=x",
            "data:text/html,x",
        ] {
            let refused = open_browser(&url::Url::parse(address).unwrap());
            assert!(matches!(refused, Err(Error::NotWeb)), "{address}");
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn r_09_the_clock_nobody_sets_goes_on_within_one_start_of_the_machine() {
        let (first, second) = (now(), now());
        let (Some(one), Some(two)) = (&first.uptime, &second.uptime) else {
            panic!("Linux has this clock: {first:?}");
        };

        assert_eq!(one.boot_id, two.boot_id);
        assert!(
            one.boot_id.len() == 36 && one.elapsed > Duration::ZERO,
            "{one:?}"
        );
        assert!(
            first
                .age(&second)
                .is_some_and(|age| age < Duration::from_secs(5))
        );
        assert_eq!(one.elapsed.subsec_nanos() % 1_000_000, 0);
    }

    #[cfg(not(target_os = "macos"))]
    #[tokio::test]
    async fn where_links_come_otherwise_the_delegate_stays_silent() {
        let mut links = install_link_delegate();
        let waited = tokio::time::timeout(std::time::Duration::from_millis(20), links.recv()).await;

        assert!(waited.is_err(), "neither a link nor the end");
    }
}
