//! Everyone who is connected at the moment: at most [`SEATS`], the oldest gives way to the newest. An attacker
//! who holds connections open loses them; a browser needs its seat for a millisecond.

use std::{collections::VecDeque, io, sync::Arc, time::Duration};

use tokio::{
    net::TcpStream,
    task::{AbortHandle, JoinSet},
};

use super::{
    SEATS,
    connection::{self, Arrival},
    page::Page,
    request::Rules,
    socket::Sockets,
};

/// Pause after the system refused to accept, so that a shortage of descriptors does not become a busy loop.
const BREATH: Duration = Duration::from_millis(50);

#[derive(Debug)]
pub(super) struct Crowd {
    rules: Arc<Rules>,
    seats: JoinSet<Option<Arrival>>,
    /// In order of arrival.
    order: VecDeque<AbortHandle>,
}

impl Crowd {
    pub(super) fn new(rules: Arc<Rules>) -> Self {
        Self {
            rules,
            seats: JoinSet::new(),
            order: VecDeque::with_capacity(SEATS),
        }
    }

    /// The next well-formed GET of the one path. Can be dropped at any time without losing one.
    pub(super) async fn next(&mut self, sockets: &Sockets) -> Arrival {
        loop {
            tokio::select! {
                biased;
                Some(finished) = self.seats.join_next() => {
                    // An evicted task is an error here, and nothing else is.
                    if let Ok(Some(arrival)) = finished {
                        return arrival;
                    }
                }
                accepted = sockets.accept() => self.admit(accepted).await,
            }
        }
    }

    /// Sends a page and closes, without making anyone wait.
    pub(super) fn dismiss(&mut self, stream: TcpStream, page: Page, status: u16) {
        self.seat(async move {
            connection::answer(stream, page.response(status)).await;
            None
        });
    }

    /// Closes every connection, and returns when they are closed.
    pub(super) async fn leave(mut self) {
        self.seats.shutdown().await;
    }

    /// Logs that something was refused.
    pub(super) fn note(&self, what: &'static str) {
        self.rules.note(what);
    }

    async fn admit(&mut self, accepted: io::Result<(TcpStream, std::net::SocketAddr)>) {
        match accepted {
            Ok((stream, peer)) if peer.ip().is_loopback() => {
                self.seat(connection::attend(stream, Arc::clone(&self.rules)));
                // Whoever sends at once is read before the next one can take the seat.
                tokio::task::yield_now().await;
            }
            // The kernel does not deliver these to a loopback address; if it ever does, they get nothing.
            Ok(_) => self.rules.note("not from this machine"),
            Err(error) => {
                tracing::debug!(%error, "no connection accepted");
                tokio::time::sleep(BREATH).await;
            }
        }
    }

    fn seat(&mut self, task: impl Future<Output = Option<Arrival>> + Send + 'static) {
        self.order.retain(|seat| !seat.is_finished());

        if self.order.len() >= SEATS
            && let Some(oldest) = self.order.pop_front()
        {
            oldest.abort();
        }

        self.order.push_back(self.seats.spawn(task));
    }
}
