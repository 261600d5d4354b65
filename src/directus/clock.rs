//! How far this machine's clock and the server's are apart. Owns reading `Date`; what a difference means (one-time
//! codes are refused, R-09) is the caller's.

use jiff::Timestamp;
use reqwest::header::{AGE, DATE, HeaderMap};

use super::{
    Client, Endpoint, Error,
    headers::{header, parse_http_date},
};

impl Client {
    /// By how many seconds this machine's clock is ahead of the server's `Date` (RFC 9110 §6.6.1), at least;
    /// negative when it is behind, `None` when the answer does not tell. The time of the round trip and the whole
    /// seconds of the header are allowed for, so a small difference is 0. `GET /server/ping`.
    pub async fn clock_skew_seconds(&self) -> Result<Option<i64>, Error> {
        let sent = Timestamp::now();
        let response = self.send(self.request(Endpoint::ClockSkew)).await?;
        let came = Timestamp::now();

        Ok(answer_date(response.headers()).map(|date| skew_seconds(sent, date, came)))
    }
}

/// When the answer was made; `None` for an answer out of a cache (`Age`), whose `Date` is that of the original answer.
fn answer_date(headers: &HeaderMap) -> Option<Timestamp> {
    if headers.contains_key(AGE) {
        return None;
    }

    header(headers, &DATE).and_then(parse_http_date)
}

/// The server wrote `date` between `sent` and `came`, cut to the whole second, so the true difference lies between two
/// bounds; the one nearer to zero is given.
fn skew_seconds(sent: Timestamp, date: Timestamp, came: Timestamp) -> i64 {
    let at_least = sent.as_second() - (date.as_second() + 1);
    let at_most = came.as_second() - date.as_second();

    if at_least > 0 {
        at_least
    } else {
        at_most.min(0)
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may stop at once")]

    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_795_000_000 + second).unwrap()
    }

    #[test]
    fn r_09_a_slow_answer_is_no_wrong_clock() {
        for (sent, date, came, expected) in [
            (0, 0, 0, 0),
            (0, 9, 20, 0),
            (1, 0, 1, 0),
            (0, 1, 0, -1),
            (100, 0, 100, 99),
            (100, 0, 130, 99),
            (0, 300, 20, -280),
        ] {
            assert_eq!(
                skew_seconds(at(sent), at(date), at(came)),
                expected,
                "{sent} {date} {came}"
            );
        }
    }

    #[test]
    fn a_cached_answer_tells_no_time() {
        let mut headers = HeaderMap::new();
        assert_eq!(answer_date(&headers), None);
        let _ = headers.insert(DATE, "Tue, 24 Nov 2026 12:00:00 GMT".parse().unwrap());
        assert!(answer_date(&headers).is_some());
        let _ = headers.insert(AGE, "30".parse().unwrap());
        assert_eq!(answer_date(&headers), None);
    }
}
