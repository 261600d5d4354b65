//! One window a user: the second process hands its link (or only "show yourself") to the first and ends, or stays
//! to be told when a profile is signed in. Owns the lock, the socket and its protocol (S-29, R-26); knows nothing of
//! windows. What a link means is `link`'s.
//!
//! The lock file is the only arbiter of who is first: the system frees it however its holder ends, and only its
//! holder replaces a socket. The socket is bound before [`claim`] returns, so a link that arrives while the
//! window is still being built waits in the backlog and is not lost.

mod message;
#[cfg(windows)]
mod own_pipe;
mod receive;
mod remote_sign_in;
#[cfg(unix)]
#[path = "handover/unix.rs"]
mod system;
#[cfg(windows)]
#[path = "handover/windows.rs"]
mod system;

use std::time::Duration;

pub use message::decode_and_encode;
pub use remote_sign_in::{RemoteSignIn, SignInNotifier};

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
    /// The sender stays to be told when the profile is signed in.
    pub sign_in_notifier: Option<SignInNotifier>,
}

/// The outcome of [`claim`].
#[derive(Debug)]
pub enum Claim {
    /// This process owns the window.
    Primary(Primary),
    /// The running one took the request and acknowledged it. Nothing is left to do, but for who waits to hear of
    /// the sign-in.
    HandedOver(RemoteSignIn),
}

/// Why the window was neither claimed nor the request handed over.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Error {
    /// The running instance does not answer within [`ACKNOWLEDGEMENT_TIMEOUT`]: the caller offers to start anyway
    /// . The request was not taken and will not be.
    #[error("the running instance does not answer")]
    NotResponding,
    /// The runtime directory, or what lies in it, is not ours or open to others: nothing is sent (S-29).
    #[error("{path:?} is not private to this user")]
    NotPrivate {
        /// The directory or file.
        path: std::path::PathBuf,
    },
    /// The system refused, or the running instance is of another version and does not understand the request.
    #[error("{0}")]
    System(std::sync::Arc<std::io::Error>),
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        Self::System(std::sync::Arc::new(error))
    }
}

/// How long a second process waits for the first's acknowledgement.
pub const ACKNOWLEDGEMENT_TIMEOUT: Duration = Duration::from_secs(2);
/// Longest message either way, in bytes.
pub const MAX_MESSAGE_BYTES: usize = 16 * 1024;

/// The right to own the window. When it is dropped, the next process may claim it.
#[derive(Debug)]
pub struct Primary(system::Primary);

/// Claims the window or hands `request` over. The first thing a windowed start does: no runtime, no fonts, no
/// keyring before it. Returns within [`ACKNOWLEDGEMENT_TIMEOUT`].
pub fn claim(paths: &Paths, request: &Request) -> Result<Claim, Error> {
    let message = message::encode(request)?;

    Ok(match system::claim(&paths.runtime, &message)? {
        system::ClaimOutcome::Primary(primary) => Claim::Primary(Primary(primary)),
        system::ClaimOutcome::HandedOver(connection) => {
            Claim::HandedOver(RemoteSignIn::new(connection))
        }
    })
}

impl Primary {
    /// Requests of later processes, each already acknowledged. Runs on tokio (call it within a runtime) until the
    /// receiver is dropped; then the next process may claim the window.
    pub fn requests(self) -> tokio::sync::mpsc::Receiver<Request> {
        let (requests, receiver) = tokio::sync::mpsc::channel(receive::MAX_UNREAD_REQUESTS);
        drop(tokio::spawn(self.0.serve(requests)));

        receiver
    }
}
