//! A call that got no answer, sorted by what the caller may do next: nothing was sent (safe to repeat) or it is not
//! known whether it worked. Reads the chain of causes; the words are `text`'s.

use std::{error::Error as StdError, io};

use super::{Error, TlsFault, Unreachable, tls};

/// What `error` means for a call to `host`. `https` is whether TLS was asked for.
pub(super) fn classify(error: &reqwest::Error, host: &str, https: bool) -> Error {
    let host = host.to_owned();
    let causes = causes(error);

    if let Some(fault) = causes
        .iter()
        .find_map(|cause| cause.downcast_ref::<rustls::Error>())
    {
        let (fault, fingerprint) = tls::handshake_fault(fault);
        return Error::Tls {
            host,
            fault,
            fingerprint,
        };
    }
    if !error.is_connect() {
        return classify_after_sending(error, host, &causes);
    }
    // hyper-util's TunnelError is not exported; its words are the only mark.
    if any_cause_contains(&causes, "proxy authorization required") {
        return Error::ProxyCredentials;
    }

    // Each layer wraps the error below it as `ErrorKind::Other`, so the first other kind is the actual cause.
    let kind = causes
        .iter()
        .filter_map(|cause| cause.downcast_ref::<io::Error>().map(io::Error::kind))
        .find(|kind| *kind != io::ErrorKind::Other);
    // A server that hangs up on the TLS greeting does not speak TLS.
    if https && kind == Some(io::ErrorKind::UnexpectedEof) {
        return Error::Tls {
            host,
            fault: TlsFault::NotTls,
            fingerprint: None,
        };
    }
    let kind = if error.is_dns() {
        Unreachable::Name
    } else {
        unreachable_kind(kind, error.is_timeout())
    };

    Error::Unreachable { host, kind }
}

/// The request was, or may have been, sent.
fn classify_after_sending(
    error: &reqwest::Error,
    host: String,
    causes: &[&(dyn StdError + 'static)],
) -> Error {
    if error.is_timeout() {
        Error::TimedOut { host }
    } else if error.is_builder() {
        Error::Setup("this address cannot be asked".to_owned())
    } else if any_cause_contains(causes, "message head is too large") {
        Error::TooLarge { host }
    } else if any_cause_contains(causes, " parsed")
        || any_cause_contains(causes, "unexpected message")
    {
        // hyper's words for bytes that are no HTTP, as an answer or before anything was asked.
        Error::NotDirectus {
            host,
            status: 0,
            what: "not HTTP",
        }
    } else {
        Error::Interrupted { host }
    }
}

fn unreachable_kind(kind: Option<io::ErrorKind>, timed_out: bool) -> Unreachable {
    match kind {
        Some(io::ErrorKind::ConnectionRefused) => Unreachable::Refused,
        Some(
            io::ErrorKind::HostUnreachable
            | io::ErrorKind::NetworkUnreachable
            | io::ErrorKind::NetworkDown
            | io::ErrorKind::AddrNotAvailable,
        ) => Unreachable::NoRoute,
        Some(io::ErrorKind::TimedOut) => Unreachable::NoAnswer,
        _ if timed_out => Unreachable::NoAnswer,
        _ => Unreachable::Other,
    }
}

fn any_cause_contains(causes: &[&(dyn StdError + 'static)], words: &str) -> bool {
    causes.iter().any(|cause| cause.to_string().contains(words))
}

/// All causes, outermost first. `io::Error::source` passes over the error it wraps, so that one is visited too.
fn causes(error: &reqwest::Error) -> Vec<&(dyn StdError + 'static)> {
    let mut list = Vec::new();
    let mut next = error.source();
    while let Some(cause) = next {
        list.push(cause);
        next = match cause
            .downcast_ref::<io::Error>()
            .and_then(io::Error::get_ref)
        {
            Some(wrapped) => Some(wrapped),
            None => cause.source(),
        };
    }

    list
}

/// The causes in the libraries' words, for the log. They name hosts and reasons, never an address with its query:
/// only the outermost error holds that one, and it is left out.
pub(super) fn causes_text(error: &reqwest::Error) -> String {
    causes(error)
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join(": ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r_01_causes_are_named_apart() {
        for (kind, timed_out, named) in [
            (
                Some(io::ErrorKind::ConnectionRefused),
                false,
                Unreachable::Refused,
            ),
            (
                Some(io::ErrorKind::HostUnreachable),
                false,
                Unreachable::NoRoute,
            ),
            (
                Some(io::ErrorKind::NetworkUnreachable),
                false,
                Unreachable::NoRoute,
            ),
            (Some(io::ErrorKind::TimedOut), false, Unreachable::NoAnswer),
            (None, true, Unreachable::NoAnswer),
            (
                Some(io::ErrorKind::ConnectionReset),
                false,
                Unreachable::Other,
            ),
            (None, false, Unreachable::Other),
        ] {
            assert_eq!(unreachable_kind(kind, timed_out), named, "{kind:?}");
        }
    }
}
