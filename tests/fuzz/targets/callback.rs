//! The bytes of a request to the loopback listener, and what the sign-in makes of them: only a navigation to the very
//! address is taken, however its bytes arrive, and only this attempt's own state brings anything (S-03 to S-08, S-12).

use std::time::{Duration, Instant};

use super::assert_line;
use latchkey::{
    address::{HttpPolicy, ServerUrl},
    loopback::{Hit, MAX_HEAD_BYTES, parse_pieces},
    profile::ProfileId,
    sso::{ATTEMPT_TIMEOUT, Attempt, Outcome, Plan, RandomValues, Route, Verdict},
};
use url::{Url, form_urlencoded};

const AUTHORITY: &str = "127.0.0.1:47801";
const PATH: &str = "/callback";
const COOKIES: &[&str] = &["directus_session_token", "directus_refresh_token"];
const ISSUER: &str = "https://cms.example.com/latchkey";
/// 32 zero bytes, as they are sent.
const STATE: &str = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// True for every input.
pub fn fuzz(input: &[u8]) -> bool {
    let hit = listen([input]);
    // Whatever comes first ends the request, so what is behind it may or may not have come along.
    if let Some(whole) = &hit {
        let half = input.len() / 2;
        for pieces in [
            vec![&input[..half], &input[half..]],
            input.chunks(1).collect(),
        ] {
            let other = listen(pieces).expect("the same bytes in pieces are the same request");
            assert_eq!(other.query(), whole.query());
        }
        sound(input, whole);
    }
    let query = hit.as_ref().map_or_else(
        || String::from_utf8_lossy(input).into_owned(),
        |hit| hit.query().to_owned(),
    );
    for route in [Route::HandOff, Route::SameHost, Route::Relay] {
        judged(&query, route);
    }

    true
}

fn listen<'a>(pieces: impl IntoIterator<Item = &'a [u8]>) -> Option<Hit> {
    parse_pieces(pieces, AUTHORITY, PATH, COOKIES)
}

fn sound(input: &[u8], hit: &Hit) {
    assert!(input.len() <= MAX_HEAD_BYTES && input.ends_with(b"\r\n\r\n"));
    assert!(
        input.starts_with(b"GET /callback"),
        "another method or path"
    );
    assert!(!input.contains(&0));
    let head = String::from_utf8_lossy(input).to_ascii_lowercase();
    let hosts: Vec<_> = head
        .lines()
        .filter(|line| line.starts_with("host:"))
        .collect();
    assert_eq!(hosts.len(), 1, "one host: {hosts:?}");
    assert_eq!(hosts[0]["host:".len()..].trim(), AUTHORITY);
    assert!(hit.query().bytes().all(|byte| byte.is_ascii_graphic()));
    for name in COOKIES {
        if let Some(cookie) = hit.cookie(name) {
            assert!(!cookie.is_empty() && !cookie.expose().contains([';', '\r', '\n']));
        }
    }
    // Names of cookies and nothing of what came.
    let debug = COOKIES.iter().fold(format!("{hit:?}"), |debug, name| {
        debug.replace(&format!("(\"{name}\", Secret(redacted))"), "")
    });
    assert!(
        debug.replace(", ", "") == "Hit { query: Secret(redacted)cookies: [] }",
        "{debug}"
    );
}

fn judged(query: &str, route: Route) {
    let now = Instant::now();
    let states = parameters(query, "state");
    let is_ours = states == [STATE];

    let mut attempt = attempt(route, 0, now);
    let verdict = attempt.read(query, now);
    match &verdict {
        Verdict::Answer(outcome) => {
            assert!(is_ours, "taken with the states {states:?}");
            brought(outcome, query, route);
        }
        Verdict::Unverified(reason) => {
            assert!(states.is_empty());
            word(reason.code());
        }
        Verdict::Unrelated(_) => {}
    }

    let again = attempt.read(query, now);
    assert!(!matches!(again, Verdict::Answer(_)), "answered twice");
    let late =
        self::attempt(route, 0, now).read(query, now + ATTEMPT_TIMEOUT + Duration::from_secs(1));
    assert!(!matches!(late, Verdict::Answer(_)), "taken after its time");
    let other = self::attempt(route, 1, now).read(query, now);
    assert!(
        !is_ours || !matches!(other, Verdict::Answer(_)),
        "another attempt's answer was taken"
    );
}

fn brought(outcome: &Outcome, query: &str, route: Route) {
    match outcome {
        Outcome::Code(code) => {
            assert_eq!(route, Route::HandOff);
            assert_eq!(parameters(query, "code"), [code.expose()]);
            assert_eq!(parameters(query, "iss"), [ISSUER]);
            assert!(parameters(query, "error").is_empty());
            assert!((1..=4096).contains(&code.expose().len()));
            assert_line(code.expose(), 4096);
            assert_eq!(format!("{outcome:?}"), "Code(Secret(redacted))");
        }
        Outcome::Returned => assert_ne!(route, Route::HandOff),
        Outcome::Refused(reason) => word(reason.code()),
        Outcome::OtherIssuer => assert_ne!(parameters(query, "iss"), [ISSUER]),
    }
}

fn word(code: &str) {
    assert!((1..=64).contains(&code.len()));
    assert!(code.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_'));
}

fn parameters(query: &str, name: &str) -> Vec<String> {
    form_urlencoded::parse(query.as_bytes())
        .filter(|(key, _)| key == name)
        .map(|(_, value)| value.into_owned())
        .collect()
}

fn attempt(route: Route, state: u8, now: Instant) -> Attempt {
    let plan = Plan {
        profile: ProfileId::parse("0123456789abcdef").expect("an id"),
        provider: "corp".to_owned(),
        instance: ServerUrl::parse("https://cms.example.com", HttpPolicy::LoopbackOnly)
            .expect("an address"),
        route,
        redirect_uri: Url::parse("http://127.0.0.1:47801/callback").expect("an address"),
        issuer: ISSUER.to_owned(),
    };
    let draw = RandomValues {
        state: [state; 32],
        verifier: [7; 32],
    };

    Attempt::with_random_values(plan, draw, now)
}
