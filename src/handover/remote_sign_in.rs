//! Waiting for a sign-in in another process's window: the sender's side and the window's. The connection is `unix`'s or
//! `windows`'; what a sign-in is, this does not know.

use std::io::Read;

use tokio::sync::watch;

use super::{message, system};

/// The window's side: notifies the waiting sender once. If it is dropped before, the connection ends, and the sender
/// knows that the window is gone.
#[derive(Debug, Clone)]
pub struct SignInNotifier(watch::Sender<bool>);

impl Default for SignInNotifier {
    fn default() -> Self {
        Self(watch::Sender::new(false))
    }
}

impl SignInNotifier {
    /// Notifies the sender that the profile is signed in.
    pub fn notify_signed_in(&self) {
        let _ = self.0.send_replace(true);
    }

    pub(super) fn subscribe(&self) -> SignInSubscription {
        SignInSubscription(self.0.subscribe())
    }
}

/// A connection's subscription to a [`SignInNotifier`].
pub(super) struct SignInSubscription(watch::Receiver<bool>);

impl SignInSubscription {
    /// `true` when the profile is signed in, `false` when every notifier was dropped without that.
    pub(super) async fn wait(mut self) -> bool {
        self.0.wait_for(|is_signed_in| *is_signed_in).await.is_ok()
    }
}

/// The sender's side, after the running window took the request.
#[derive(Debug)]
pub struct RemoteSignIn(system::Connection);

impl RemoteSignIn {
    pub(super) fn new(connection: system::Connection) -> Self {
        Self(connection)
    }

    /// Blocks until the profile is signed in (`true`), or the window is closed without that. For a request with
    /// [`SignInNotifier`]; for any other the answer is `false`.
    pub fn wait(mut self) -> bool {
        let mut notice = [0; message::SIGNED_IN.len()];

        self.0.read_exact(&mut notice).is_ok() && notice == message::SIGNED_IN
    }
}
