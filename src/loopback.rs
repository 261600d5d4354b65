//! The loopback listener of RFC 8252 §7.3: the one place where a browser can reach Latchkey. It owns the socket,
//! every limit on what may be sent to it, and the pages it answers with. What a hit means is judged by the caller
//! (`sso` knows); what follows from it is the caller's to do.
//!
//! Anyone on this machine and any web page can send requests here, so a hit that is not the awaited answer costs
//! a seat for at most [`REQUEST_TIMEOUT`] and changes nothing.

mod connection;
mod crowd;
#[cfg(windows)]
mod exclusive;
mod page;
mod request;
mod socket;

pub use request::Hit;
pub use request::parse_pieces;
pub use socket::{Binding, Error, Host, PINNED_PORTS, Ports};

use std::{sync::Arc, time::Duration};

use tokio::{net::TcpStream, sync::oneshot, task::JoinHandle};
use url::Url;

use self::{
    connection::ReceivedHit, crowd::Connections, page::Page, request::Rules, socket::Sockets,
};

/// The one path that counts, but for the relay.
pub const CALLBACK_PATH: &str = "/callback";
/// Longest request head, in bytes (S-11).
pub const MAX_HEAD_BYTES: usize = 8 * 1024;
/// Time for one request to arrive (S-11).
pub const REQUEST_TIMEOUT: Duration = Duration::from_secs(5);
/// Connections at once; a further one takes the place of the oldest (S-11).
pub const MAX_CONNECTIONS: usize = 16;
/// How long the browser of an accepted callback waits for word of the exchange before it is sent home without.
pub const RESPONSE_TIMEOUT: Duration = Duration::from_secs(15);

/// A bound listener. Dropping it, or the future of [`Listener::callback`], closes every socket (S-02).
#[derive(Debug)]
pub struct Listener {
    sockets: Sockets,
    connections: Connections,
    response_timeout: Duration,
}

/// What the caller makes of a [`Hit`].
#[derive(Debug)]
pub enum Judgement<T> {
    /// The awaited answer: the wait is over.
    Accept(T),
    /// Perhaps a failure the server reported: the browser is sent back to Latchkey, the wait goes on (S-05).
    UnverifiedError,
    /// Something else, late or forged: the wait goes on (S-03).
    Refuse,
}

/// The accepted callback.
#[derive(Debug)]
pub struct Callback<T> {
    /// What the judge made of it.
    pub value: T,
    /// The browser, still waiting.
    pub response: PendingResponse,
}

/// The browser of an accepted callback, held until it is known how the exchange went. Dropped without a word, it
/// gets a page that only says to return to Latchkey, as it does after [`RESPONSE_TIMEOUT`].
///
/// The port stays open as long as the browser is held, and answers every further hit with “already done” (S-08):
/// a browser that loads the address twice must not end on its own error page.
#[derive(Debug)]
#[must_use = "the browser waits for an answer"]
pub struct PendingResponse {
    page_sender: oneshot::Sender<Page>,
    task: JoinHandle<()>,
}

impl Listener {
    /// Takes the port. Done before the browser opens (S-02). Takes about a second when every port is held.
    pub async fn bind(binding: &Binding) -> Result<Self, Error> {
        let sockets = socket::bind(binding).await?;
        let rules = Rules::new(
            binding.host.authority(sockets.port()),
            binding.path.clone(),
            binding.cookies,
        );

        Ok(Self {
            sockets,
            connections: Connections::new(Arc::new(rules)),
            response_timeout: RESPONSE_TIMEOUT,
        })
    }

    /// The same with another time in the place of [`RESPONSE_TIMEOUT`], for tests that cannot wait that long.
    #[must_use]
    pub fn with_response_timeout(mut self, timeout: Duration) -> Self {
        self.response_timeout = timeout;
        self
    }

    /// The port that was taken.
    pub fn port(&self) -> u16 {
        self.sockets.port()
    }

    /// What the browser is told to come back to.
    pub fn redirect_uri(&self) -> &Url {
        self.sockets.redirect_uri()
    }

    /// Waits for the hit that `judge` accepts; for ever, the deadline is the caller's.
    pub async fn callback<T>(mut self, mut judge: impl FnMut(&Hit) -> Judgement<T>) -> Callback<T> {
        loop {
            let ReceivedHit { stream, hit } = self.connections.next(&self.sockets).await;

            match judge(&hit) {
                Judgement::Accept(value) => {
                    return Callback {
                        value,
                        response: self.keep_browser_waiting(stream),
                    };
                }
                Judgement::UnverifiedError => self.connections.respond(stream, Page::Failed, 400),
                Judgement::Refuse => {
                    self.connections.log_refusal("not the awaited answer");
                    self.connections.respond(stream, Page::AlreadyDone, 400);
                }
            }
        }
    }

    fn keep_browser_waiting(self, stream: TcpStream) -> PendingResponse {
        let (word, awaited) = oneshot::channel();

        PendingResponse {
            page_sender: word,
            task: tokio::spawn(serve_until_answered(self, stream, awaited)),
        }
    }
}

impl PendingResponse {
    /// The tokens are stored: shows the page that says so. Returns when the browser has it and the port is free.
    pub async fn succeeded(self) {
        self.send(Page::Done).await;
    }

    /// The sign-in did not work out; Latchkey's window says why.
    pub async fn failed(self) {
        self.send(Page::Failed).await;
    }

    async fn send(self, page: Page) {
        // Too late or the browser is gone: then there is nobody to tell.
        let _ = self.page_sender.send(page);
        let _ = self.task.await;
    }
}

/// Keeps the accepted browser waiting for `word`, and tells every other hit that it comes too late.
async fn serve_until_answered(
    listener: Listener,
    stream: TcpStream,
    word: oneshot::Receiver<Page>,
) {
    let Listener {
        sockets,
        mut connections,
        response_timeout,
    } = listener;
    let word = tokio::time::timeout(response_timeout, word);

    tokio::pin!(word);

    let page = loop {
        tokio::select! {
            biased;
            word = &mut word => break word.ok().and_then(Result::ok).unwrap_or(Page::ReturnToApp),
            late = connections.next(&sockets) => connections.respond(late.stream, Page::AlreadyDone, 200),
        }
    };

    drop(sockets);
    connection::write_response(stream, page.response(200)).await;
    connections.close().await;
}
