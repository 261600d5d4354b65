//! One connection: one request in, one response out, closed. Owns the limits of time and size.

use std::{sync::Arc, time::Duration};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::timeout,
};
use zeroize::Zeroizing;

use super::{
    MAX_HEAD_BYTES, REQUEST_TIMEOUT,
    page::{Page, plain_text},
    request::{Hit, Refusal, Rules, is_complete},
};

/// Time to write a response, which fits into any socket buffer.
const WRITE_TIMEOUT: Duration = Duration::from_secs(2);
/// Time for the other side to close: once by itself, and once more after our side was shut down.
const CLOSE_TIMEOUT: Duration = Duration::from_millis(500);
/// How much is read and thrown away meanwhile, in bytes.
const MAX_DRAINED_BYTES: usize = 64 * 1024;

/// A well-formed GET of the one path, waiting to be judged.
#[derive(Debug)]
pub(super) struct ReceivedHit {
    pub(super) stream: TcpStream,
    pub(super) hit: Hit,
}

/// Reads one request. Whatever is not a hit is answered here, or just closed when nothing complete arrived in
/// time: browsers open connections they may never use.
pub(super) async fn read_request(mut stream: TcpStream, rules: Arc<Rules>) -> Option<ReceivedHit> {
    // Whatever happens below, dropping the stream leaves no TIME_WAIT on our port: without SO_REUSEADDR that
    // would keep a pinned port from the next attempt for a minute.
    let _ = stream.set_zero_linger();

    let refusal = match timeout(REQUEST_TIMEOUT, read_head(&mut stream)).await {
        Err(_) => {
            rules.log_refusal("no request in time");
            return None;
        }
        Ok(None) => return None,
        Ok(Some(Err(refusal))) => refusal,
        Ok(Some(Ok(head))) => match rules.read(&head) {
            Ok(hit) => return Some(ReceivedHit { stream, hit }),
            Err(refusal) => refusal,
        },
    };

    rules.log_refusal(refusal.reason());

    let response = match refusal {
        Refusal::Prefetch | Refusal::NotNavigation => Page::AlreadyDone.response(refusal.status()),
        _ => plain_text(refusal.status()),
    };

    write_response(stream, response).await;
    None
}

/// The bytes up to the empty line. `None` when the other side left before.
async fn read_head(stream: &mut TcpStream) -> Option<Result<Zeroizing<Vec<u8>>, Refusal>> {
    let mut head = Zeroizing::new(Vec::with_capacity(MAX_HEAD_BYTES));

    loop {
        let seen = head.len();
        let room = MAX_HEAD_BYTES - seen;
        if room == 0 {
            return Some(Err(Refusal::TooLong));
        }

        match (&mut *stream).take(room as u64).read_buf(&mut *head).await {
            Ok(0) | Err(_) => return None,
            Ok(_) => match is_complete(&head, seen) {
                Ok(false) => {}
                Ok(true) => return Some(Ok(head)),
                Err(refusal) => return Some(Err(refusal)),
            },
        }
    }
}

/// Writes a whole response and sees the connection closed.
pub(super) async fn write_response(mut stream: TcpStream, response: Vec<u8>) {
    let written = timeout(WRITE_TIMEOUT, stream.write_all(&response)).await;

    if !matches!(written, Ok(Ok(()))) {
        return;
    }

    // A browser closes by itself after `Connection: close`. Closing first would leave TIME_WAIT on our port, and
    // closing with unread bytes would take the response away from it again.
    let mut left = MAX_DRAINED_BYTES;
    if !drain(&mut stream, &mut left).await && left > 0 {
        let _ = stream.shutdown().await;
        let _ = drain(&mut stream, &mut left).await;
    }
}

/// Reads until the other side closes; false when it does not.
async fn drain(stream: &mut TcpStream, left: &mut usize) -> bool {
    let drain = async {
        let mut waste = [0; 1024];

        while *left > 0 {
            match stream.read(&mut waste).await {
                Ok(0) | Err(_) => return true,
                Ok(read) => *left = left.saturating_sub(read),
            }
        }

        false
    };

    timeout(CLOSE_TIMEOUT, drain).await.unwrap_or(false)
}
