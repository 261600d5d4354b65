//! The one message of the hand-over: a line of JSON. It can ask for three things and no more: open this link, show this
//! profile, come to the front (a message without either). It can also ask for a notice when that profile is signed in.

use std::io;

use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::secret::Secret;

use super::{MAX_MESSAGE_BYTES, Request, SignInNotifier};

/// Raised by a change that an older reader would misunderstand.
const PROTOCOL_VERSION: u32 = 1;
/// The answer to a request that was taken.
pub(super) const ACKNOWLEDGED: &[u8] = b"ok\n";
/// The answer to anything that is not a request.
pub(super) const REFUSED: &[u8] = b"no\n";
/// The notice that the profile is signed in, for a sender that asked for it.
pub(super) const SIGNED_IN: &[u8] = b"in\n";

#[derive(Serialize)]
struct OutgoingRequest<'a> {
    v: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    link: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    profile: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    activation: Option<&'a str>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    wait: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct IncomingRequest {
    v: u32,
    #[serde(default)]
    link: Option<Secret>,
    #[serde(default)]
    profile: Option<String>,
    #[serde(default)]
    activation: Option<String>,
    #[serde(default)]
    wait: bool,
}

/// The request as one line. Written into a buffer of its full size, so that no copy of a link is left behind.
pub(super) fn encode(request: &Request) -> io::Result<Zeroizing<Vec<u8>>> {
    let mut buffer = Zeroizing::new(vec![0; MAX_MESSAGE_BYTES]);
    let mut rest = &mut buffer[..MAX_MESSAGE_BYTES - 1];
    serde_json::to_writer(
        &mut rest,
        &OutgoingRequest {
            v: PROTOCOL_VERSION,
            link: request.link.as_ref().map(Secret::expose),
            profile: request.profile.as_deref(),
            activation: request.activation.as_deref(),
            wait: request.sign_in_notifier.is_some(),
        },
    )
    .map_err(|_| io::Error::new(io::ErrorKind::InvalidInput, "the link is too long"))?;
    let written = MAX_MESSAGE_BYTES - 1 - rest.len();
    buffer[written] = b'\n';
    buffer.truncate(written + 1);

    Ok(buffer)
}

/// The line without its end as a request; `None` for anything else.
pub(super) fn decode(line: &[u8]) -> Option<Request> {
    let incoming: IncomingRequest = serde_json::from_slice(line).ok()?;

    (incoming.v == PROTOCOL_VERSION).then_some(Request {
        link: incoming.link,
        profile: incoming.profile,
        activation: incoming.activation,
        sign_in_notifier: incoming.wait.then(SignInNotifier::default),
    })
}

/// The request in a line, and that request encoded again; `None` when the line is no request. For `tests/fuzz`, which has
/// no socket.
pub fn decode_and_encode(line: &[u8]) -> Option<(Request, io::Result<Zeroizing<Vec<u8>>>)> {
    let request = decode(line)?;
    let again = encode(&request);

    Some((request, again))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may stop at once")]

    use super::*;

    fn request(link: &str) -> Request {
        Request {
            link: Some(Secret::from(link)),
            profile: Some("00000000000000a1".to_owned()),
            activation: None,
            sign_in_notifier: None,
        }
    }

    #[test]
    fn who_waits_is_told_apart() {
        for waiting in [None, Some(SignInNotifier::default())] {
            let waits = waiting.is_some();
            let line = encode(&Request {
                sign_in_notifier: waiting,
                ..request("")
            })
            .unwrap();

            let read = decode(line.strip_suffix(b"\n").unwrap()).unwrap();
            assert_eq!(read.sign_in_notifier.is_some(), waits);
        }
    }

    #[test]
    fn a_request_survives_the_way() {
        for link in [
            "app.latchkey://auth/reset-password?token=a",
            "with \"quotes\"\nand lines ü",
            "",
        ] {
            let line = encode(&request(link)).unwrap();
            let end = line.iter().position(|byte| *byte == b'\n');
            assert_eq!(end, Some(line.len() - 1), "one line, whatever is in it");

            let read = decode(line.strip_suffix(b"\n").unwrap()).unwrap();
            assert_eq!(read.link.unwrap().expose(), link);
            assert_eq!(read.profile.unwrap(), "00000000000000a1");
            assert_eq!(read.activation, None);
        }
    }

    #[test]
    fn s_29_only_our_three_verbs_of_this_version_are_understood() {
        assert!(decode(br#"{"v":1}"#).is_some());
        for line in [
            r#"{"v":2}"#,
            "{}",
            "",
            "[]",
            "null",
            r#"{"v":1,"run":"x"}"#,
            r#"{"v":1,"link":["x"]}"#,
            r#"{"v":1,"v":1}"#,
            r#"{"v":1} {"v":1}"#,
            "GET / HTTP/1.1",
        ] {
            assert!(decode(line.as_bytes()).is_none(), "{line}");
        }
        assert!(decode(&[0xff; 64]).is_none());
        assert!(decode(&b"[".repeat(MAX_MESSAGE_BYTES)).is_none());
    }

    #[test]
    fn s_29_a_message_is_limited() {
        let frame = encode(&request("")).unwrap().len();

        assert_eq!(
            encode(&request(&"x".repeat(MAX_MESSAGE_BYTES - frame)))
                .unwrap()
                .len(),
            MAX_MESSAGE_BYTES
        );
        assert!(encode(&request(&"x".repeat(MAX_MESSAGE_BYTES - frame + 1))).is_err());
        // JSON writes each of these characters as six.
        assert!(encode(&request(&"\u{1}".repeat(MAX_MESSAGE_BYTES / 4))).is_err());
    }
}
