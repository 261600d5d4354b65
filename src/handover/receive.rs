//! The first instance's side of one connection, on every system. A caller that sends rubbish, too much or nothing costs
//! a bounded buffer for a bounded time.

use std::io;

use tokio::{
    io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt},
    sync::mpsc,
    time::timeout,
};
use zeroize::Zeroizing;

use super::{
    ACKNOWLEDGEMENT_TIMEOUT, MAX_MESSAGE_BYTES, Request, SignInNotifier, message,
    remote_sign_in::SignInSubscription,
};

/// Acknowledged requests that the window has not received yet. A window that receives none is hung.
pub(super) const MAX_UNREAD_REQUESTS: usize = 16;
/// Connections served at the same time; further ones wait in the system's backlog.
pub(super) const MAX_CONNECTIONS: usize = 64;

/// Reads one request, makes room for it, acknowledges it, passes it on: in this order, so that a request is
/// never acknowledged and lost, and never acted on after its sender has given up and gone elsewhere. Returns the
/// connection when its sender waits for more.
pub(super) async fn serve_connection<S>(
    mut stream: S,
    requests: mpsc::Sender<Request>,
) -> Option<WaitingClient<S>>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let conversation = async {
        let Some(request) = read_request(&mut stream).await? else {
            stream.write_all(message::REFUSED).await?;
            return Ok(None);
        };
        let Ok(room) = requests.reserve().await else {
            return Ok(None);
        };
        let subscription = request
            .sign_in_notifier
            .as_ref()
            .map(SignInNotifier::subscribe);
        stream.write_all(message::ACKNOWLEDGED).await?;
        room.send(request);
        if subscription.is_none() {
            stream.shutdown().await?;
        }
        Ok(subscription)
    };
    let ended: Result<io::Result<_>, _> = timeout(ACKNOWLEDGEMENT_TIMEOUT, conversation).await;
    match ended {
        Ok(Ok(subscription)) => subscription.map(|subscription| WaitingClient {
            stream,
            subscription,
        }),
        Ok(Err(error)) => {
            tracing::debug!(%error, "a hand-over broke off");
            None
        }
        Err(_) => {
            tracing::debug!("a hand-over took too long");
            None
        }
    }
}

/// A sender that waits for the sign-in.
pub(super) struct WaitingClient<S> {
    stream: S,
    subscription: SignInSubscription,
}

/// Notifies the sender when the profile is signed in. Ends without a notice when the window is gone or the sender
/// leaves.
pub(super) async fn notify_when_signed_in<S>(follower: Option<WaitingClient<S>>)
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let Some(WaitingClient {
        mut stream,
        subscription,
    }) = follower
    else {
        return;
    };
    let (mut reader, mut writer) = tokio::io::split(&mut stream);
    tokio::select! {
        is_signed_in = subscription.wait() => {
            if is_signed_in && let Err(error) = writer.write_all(message::SIGNED_IN).await {
                tracing::debug!(%error, "who waited for the sign-in has gone");
            }
        }
        // A sender has nothing more to send, so anything it sends, or its leaving, ends the wait.
        _ = reader.read_u8() => {}
    }
}

/// One line as a request; `None` when it is not one, or is longer than it may be.
async fn read_request(stream: &mut (impl AsyncRead + Unpin)) -> io::Result<Option<Request>> {
    let mut buffer = Zeroizing::new(vec![0; MAX_MESSAGE_BYTES]);
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

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may stop at once")]

    use tokio::io::DuplexStream;

    use super::*;

    /// A sender that waits, and the window's side of its connection.
    async fn waiting_client() -> (DuplexStream, Request, Option<WaitingClient<DuplexStream>>) {
        let (mut sender, window) = tokio::io::duplex(1024);
        let (requests, mut received) = mpsc::channel(1);
        let asked = Request {
            sign_in_notifier: Some(SignInNotifier::default()),
            ..Request::default()
        };
        sender
            .write_all(&message::encode(&asked).unwrap())
            .await
            .unwrap();
        let follower = serve_connection(window, requests).await;
        let mut answer = [0; message::ACKNOWLEDGED.len()];
        let _ = sender.read_exact(&mut answer).await.unwrap();
        assert_eq!(answer, message::ACKNOWLEDGED);

        (sender, received.recv().await.unwrap(), follower)
    }

    #[tokio::test]
    async fn who_waits_is_told_of_the_sign_in() {
        let (mut sender, request, follower) = waiting_client().await;
        let notified = tokio::spawn(notify_when_signed_in(follower));

        request.sign_in_notifier.unwrap().notify_signed_in();
        let mut notice = Vec::new();
        let _ = sender.read_to_end(&mut notice).await.unwrap();
        assert_eq!(notice, message::SIGNED_IN);
        notified.await.unwrap();
    }

    #[tokio::test]
    async fn who_waits_learns_that_the_window_is_gone() {
        let (mut sender, request, follower) = waiting_client().await;
        let notified = tokio::spawn(notify_when_signed_in(follower));

        drop(request);
        let mut notice = Vec::new();
        let _ = sender.read_to_end(&mut notice).await.unwrap();
        assert_eq!(notice, b"");
        notified.await.unwrap();
    }

    #[tokio::test]
    async fn a_sender_that_goes_is_not_waited_for() {
        let (sender, _request, follower) = waiting_client().await;
        let notified = tokio::spawn(notify_when_signed_in(follower));

        drop(sender);
        timeout(ACKNOWLEDGEMENT_TIMEOUT, notified)
            .await
            .unwrap()
            .unwrap();
    }
}
