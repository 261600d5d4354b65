//! Headers of an answer: one as text, an HTTP date, and how long a server asks to be left alone (`Retry-After`). Who
//! waits, and with what words, is the caller's.

use std::time::Duration;

use jiff::{Timestamp, fmt::rfc2822::DateTimeParser};
use reqwest::header::{DATE, HeaderMap, HeaderName, RETRY_AFTER};

/// Longest wait a server may ask for.
const MAX_WAIT: Duration = Duration::from_secs(3600);

/// The value of a header, if it is there and ASCII.
pub(super) fn header<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

/// `Retry-After` (RFC 9110 §10.2.3) in seconds or as a date, at most an hour; `None` when it cannot be read. A
/// date is compared with the server's own `Date` where there is one: this machine's clock may be wrong.
pub(super) fn retry_after(headers: &HeaderMap, now: Timestamp) -> Option<Duration> {
    let text = header(headers, &RETRY_AFTER)?.trim();
    if !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit()) {
        // More digits than fit are absurd as well.
        return Some(
            text.parse()
                .map_or(MAX_WAIT, Duration::from_secs)
                .min(MAX_WAIT),
        );
    }

    let until = parse_http_date(text)?;
    let now = header(headers, &DATE)
        .and_then(parse_http_date)
        .unwrap_or(now);
    let wait = Duration::try_from(until.duration_since(now)).unwrap_or_default();

    Some(wait.min(MAX_WAIT))
}

pub(super) fn parse_http_date(text: &str) -> Option<Timestamp> {
    DateTimeParser::new().parse_timestamp(text).ok()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may stop at once")]

    use super::*;

    fn headers(pairs: &[(HeaderName, &str)]) -> HeaderMap {
        pairs
            .iter()
            .map(|(name, value)| (name.clone(), value.parse().unwrap()))
            .collect()
    }

    #[test]
    fn r_10_retry_after_is_read_in_both_forms_and_capped() {
        let now: Timestamp = "2026-11-24T12:00:00Z".parse().unwrap();
        for (value, wait) in [
            ("4", Some(4)),
            ("0", Some(0)),
            ("86400", Some(3600)),
            ("99999999999999999999999999", Some(3600)),
            ("Tue, 24 Nov 2026 12:01:30 GMT", Some(90)),
            ("Tue, 24 Nov 2026 11:00:00 GMT", Some(0)),
            ("Fri, 24 Nov 2090 12:00:00 GMT", Some(3600)),
            ("-5", None),
            ("4.5", None),
            ("soon", None),
            ("", None),
        ] {
            let read = retry_after(&headers(&[(RETRY_AFTER, value)]), now);
            assert_eq!(read.map(|wait| wait.as_secs()), wait, "{value:?}");
        }
        assert_eq!(retry_after(&HeaderMap::new(), now), None);
    }

    #[test]
    fn r_09_a_date_is_compared_with_the_servers_clock() {
        let wrong: Timestamp = "2001-01-01T00:00:00Z".parse().unwrap();
        let both = headers(&[
            (RETRY_AFTER, "Tue, 24 Nov 2026 12:01:30 GMT"),
            (DATE, "Tue, 24 Nov 2026 12:01:00 GMT"),
        ]);

        assert_eq!(retry_after(&both, wrong), Some(Duration::from_secs(30)));
    }
}
