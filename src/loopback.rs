//! The loopback listener of RFC 8252 §7.3: the one place where a browser can reach Latchkey. It owns the socket,
//! every limit on what may be sent to it, and the pages it answers with. The caller judges what a hit means (`sso` has
//! the rules) and acts on it.
//!
//! Anyone on this machine and any web page can send requests here, so a hit that is not the awaited answer costs
//! a seat for at most [`REQUEST_TIMEOUT`] and changes nothing.

mod connection;
mod connections;
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
    connection::ReceivedHit, connections::Connections, page::Page, request::Rules, socket::Sockets,
};

/// The only path that is answered, unless the binding is for the relay.
pub const CALLBACK_PATH: &str = "/callback";
/// Longest request head, in bytes; this limit and the next two keep a flood of requests cheap (S-11).
pub const MAX_HEAD_BYTES: usize = 8 * 1024;
/// Time for one request to arrive (S-11).
pub const REQUEST_TIMEOUT: Duration = Duration::from_secs(5);
/// Connections at once; a further one takes the place of the oldest (S-11).
pub const MAX_CONNECTIONS: usize = 16;
/// How long the browser of an accepted callback waits for the end of the exchange before it gets a page without it.
pub const RESPONSE_TIMEOUT: Duration = Duration::from_secs(15);

/// A bound listener. Dropping it, or the future of [`Listener::callback`], closes every socket (S-02: no socket
/// outlives the sign-in).
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
    /// An error without this attempt's state, which the server or anyone else may have sent: the browser gets the page
    /// for a failure, the wait goes on (S-05).
    UnverifiedError,
    /// Something else, late or forged: the wait goes on (S-03: a forged callback ends nothing).
    Refuse,
}

/// The accepted callback.
#[derive(Debug)]
pub struct Callback<T> {
    /// What the judge made of it.
    pub value: T,
    /// The browser, which still waits for its page.
    pub response: PendingResponse,
}

/// The browser of an accepted callback, which waits until it is known how the exchange went. If this is dropped, or
/// after [`RESPONSE_TIMEOUT`], the browser gets a page that only says to return to Latchkey.
///
/// The port stays open until the browser has its page, and answers every further hit with “already done” (S-08): a
/// browser that loads the address twice must not end on its own error page.
#[derive(Debug)]
#[must_use = "the browser waits for an answer"]
pub struct PendingResponse {
    page_sender: oneshot::Sender<Page>,
    task: JoinHandle<()>,
}

impl Listener {
    /// Binds the port, before the browser is opened. Takes about a second when every port is taken.
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

    /// The port that was bound.
    pub fn port(&self) -> u16 {
        self.sockets.port()
    }

    /// The address the browser is to come back to.
    pub fn redirect_uri(&self) -> &Url {
        self.sockets.redirect_uri()
    }

    /// Waits for the hit that `judge` accepts, without a time limit: the deadline is the caller's.
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
        let (answer, receiver) = oneshot::channel();

        PendingResponse {
            page_sender: answer,
            task: tokio::spawn(serve_until_answered(self, stream, receiver)),
        }
    }
}

impl PendingResponse {
    /// Shows the page that says that the sign-in is done. Returns when the browser has it and the port is free.
    pub async fn succeeded(self) {
        self.send(Page::Done).await;
    }

    /// Shows the page that says that the sign-in failed; why, Latchkey itself says.
    pub async fn failed(self) {
        self.send(Page::Failed).await;
    }

    async fn send(self, page: Page) {
        // The task has ended when the time is up or the browser has left; then no page can be sent.
        let _ = self.page_sender.send(page);
        let _ = self.task.await;
    }
}

/// Keeps the accepted browser waiting for its page, and answers every other hit with “already done”.
async fn serve_until_answered(
    listener: Listener,
    stream: TcpStream,
    answer: oneshot::Receiver<Page>,
) {
    let Listener {
        sockets,
        mut connections,
        response_timeout,
    } = listener;
    let answer = tokio::time::timeout(response_timeout, answer);

    tokio::pin!(answer);

    let page = loop {
        tokio::select! {
            biased;
            answer = &mut answer => break answer.ok().and_then(Result::ok).unwrap_or(Page::ReturnToApp),
            late = connections.next(&sockets) => connections.respond(late.stream, Page::AlreadyDone, 200),
        }
    };

    drop(sockets);
    connection::write_response(stream, page.response(200)).await;
    connections.close().await;
}
