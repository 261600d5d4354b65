//! The open connections: at most [`MAX_CONNECTIONS`], and a further one closes the oldest. So an attacker who holds
//! connections open loses them, while a browser needs its own for a millisecond.

use std::{collections::VecDeque, io, sync::Arc, time::Duration};

use tokio::{
    net::TcpStream,
    task::{AbortHandle, JoinSet},
};

use super::{
    MAX_CONNECTIONS,
    connection::{self, ReceivedHit},
    page::Page,
    request::Rules,
    socket::Sockets,
};

/// Pause after a failed accept, so that a shortage of descriptors does not become a busy loop.
const ACCEPT_RETRY_DELAY: Duration = Duration::from_millis(50);

#[derive(Debug)]
pub(super) struct Connections {
    rules: Arc<Rules>,
    tasks: JoinSet<Option<ReceivedHit>>,
    /// In order of arrival.
    order: VecDeque<AbortHandle>,
}

impl Connections {
    pub(super) fn new(rules: Arc<Rules>) -> Self {
        Self {
            rules,
            tasks: JoinSet::new(),
            order: VecDeque::with_capacity(MAX_CONNECTIONS),
        }
    }

    /// The next well-formed GET of the one path. Can be dropped at any time without losing one.
    pub(super) async fn next(&mut self, sockets: &Sockets) -> ReceivedHit {
        loop {
            tokio::select! {
                biased;
                Some(finished) = self.tasks.join_next() => {
                    // An error means that the connection was closed for a newer one.
                    if let Ok(Some(arrival)) = finished {
                        return arrival;
                    }
                }
                accepted = sockets.accept() => self.handle_accepted(accepted).await,
            }
        }
    }

    /// Sends a page and closes the connection, in a task of its own.
    pub(super) fn respond(&mut self, stream: TcpStream, page: Page, status: u16) {
        self.spawn(async move {
            connection::write_response(stream, page.response(status)).await;
            None
        });
    }

    /// Closes every connection, and returns when they are closed.
    pub(super) async fn close(mut self) {
        self.tasks.shutdown().await;
    }

    /// Logs that something was refused.
    pub(super) fn log_refusal(&self, what: &'static str) {
        self.rules.log_refusal(what);
    }

    async fn handle_accepted(&mut self, accepted: io::Result<(TcpStream, std::net::SocketAddr)>) {
        match accepted {
            Ok((stream, peer)) if peer.ip().is_loopback() => {
                self.spawn(connection::read_request(stream, Arc::clone(&self.rules)));
                // Lets the new task read what has arrived already, before a further connection can replace it.
                tokio::task::yield_now().await;
            }
            // The kernel delivers no such connection to a loopback address; if it ever does, it is closed unread.
            Ok(_) => self.rules.log_refusal("not from this machine"),
            Err(error) => {
                tracing::debug!(%error, "no connection accepted");
                tokio::time::sleep(ACCEPT_RETRY_DELAY).await;
            }
        }
    }

    fn spawn(&mut self, task: impl Future<Output = Option<ReceivedHit>> + Send + 'static) {
        self.order.retain(|seat| !seat.is_finished());

        if self.order.len() >= MAX_CONNECTIONS
            && let Some(oldest) = self.order.pop_front()
        {
            oldest.abort();
        }

        self.order.push_back(self.tasks.spawn(task));
    }
}
