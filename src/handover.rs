//! One window a user: the second process hands its link (or only "show yourself") to the first and ends. Owns
//! the lock, the socket and its protocol (S-29, R-26); knows nothing of windows. What a link means is `link`'s.

use std::time::Duration;

use crate::{secret::Secret, store::Paths};

/// What the second process asks of the first.
#[derive(Debug, Clone, Default)]
pub struct Request {
    /// A link, exactly as it was received; parsed by the receiver.
    pub link: Option<Secret>,
    /// A profile to show, by id (`login --window`).
    pub profile: Option<String>,
    /// `XDG_ACTIVATION_TOKEN` (Wayland) or `DESKTOP_STARTUP_ID` (X11) of the click.
    pub activation: Option<String>,
}

/// The outcome of asking to be the one.
#[derive(Debug)]
pub enum Claim {
    /// This process owns the window.
    Primary(Primary),
    /// The running one took the request and acknowledged it: nothing is left to do.
    HandedOver,
}

/// Why neither happened.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Error {
    /// The running instance does not answer within [`PATIENCE`]: the caller offers to start anyway.
    #[error("the running instance does not answer")]
    Hung,
    /// The runtime directory is not ours or open to others: nothing is sent (S-29).
    #[error("{path:?} is not private to this user")]
    NotPrivate {
        /// The directory.
        path: std::path::PathBuf,
    },
    /// The system refused.
    #[error("{0}")]
    System(std::sync::Arc<std::io::Error>),
}

/// How long a second process waits for the first's acknowledgement.
pub const PATIENCE: Duration = Duration::from_secs(2);
/// Longest message either way, in bytes.
pub const MAX_MESSAGE: usize = 16 * 1024;

/// The right to own the window; dropped, the next process may claim it.
#[derive(Debug)]
pub struct Primary {}

/// Claims the window or hands `request` over. The first thing a windowed start does: no runtime, no fonts, no
/// keyring before it.
pub fn claim(paths: &Paths, request: &Request) -> Result<Claim, Error> {
    let _ = (paths, request);
    todo!()
}

impl Primary {
    /// Requests of later processes, each already acknowledged. Runs on tokio until the receiver is dropped.
    pub fn requests(self) -> tokio::sync::mpsc::Receiver<Request> {
        todo!()
    }
}
