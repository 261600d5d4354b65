//! The first instance's side of one connection, whatever carries it. A caller that sends rubbish, too much or
//! nothing costs a bounded buffer for a bounded time.

use std::io;

use tokio::{
    io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt},
    sync::mpsc,
    time::timeout,
};
use zeroize::Zeroizing;

use super::{MAX_MESSAGE, PATIENCE, Request, message};

/// Acknowledged requests the window has not looked at yet; a window that does not look is hung.
pub(super) const MAX_WAITING: usize = 16;
/// Connections served at the same time; more wait in the system's backlog.
pub(super) const MAX_OPEN: usize = 64;

/// Reads one request, makes room for it, acknowledges it, passes it on: in this order, so that a request is
/// never acknowledged and lost, and never acted on after its sender has given up and gone elsewhere.
pub(super) async fn converse<S>(mut stream: S, requests: mpsc::Sender<Request>)
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let conversation = async {
        let Some(request) = read(&mut stream).await? else {
            return stream.write_all(message::REFUSED).await;
        };
        let Ok(room) = requests.reserve().await else {
            return Ok(());
        };
        stream.write_all(message::ACKNOWLEDGED).await?;
        room.send(request);
        stream.shutdown().await
    };
    match timeout(PATIENCE, conversation).await {
        Ok(Ok(())) => {}
        Ok(Err(error)) => tracing::debug!(%error, "a hand-over broke off"),
        Err(_) => tracing::debug!("a hand-over took too long"),
    }
}

/// One line as a request; `None` when it is not one, or is longer than it may be.
async fn read(stream: &mut (impl AsyncRead + Unpin)) -> io::Result<Option<Request>> {
    let mut buffer = Zeroizing::new(vec![0; MAX_MESSAGE]);
    let mut filled = 0;
    loop {
        if let Some(end) = buffer[..filled].iter().position(|byte| *byte == b'\n') {
            return Ok(message::decode(&buffer[..end]));
        }
        let read = stream.read(&mut buffer[filled..]).await?;
        if read == 0 {
            return Ok(None);
        }
        filled += read;
    }
}
