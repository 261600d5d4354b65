//! Requests that are taken, and those that are refused for their host (S-06), method or kind (S-07) or framing (S-12).

#![expect(clippy::unwrap_used, reason = "a test may stop at once")]

use super::*;
use crate::loopback::CALLBACK_PATH;

const COOKIES: &[&str] = &["directus_session_token", "directus_refresh_token"];

fn read(head: &str) -> Result<Hit, Refusal> {
    let bytes = head.as_bytes();

    assert!(is_complete(bytes, 0)?, "not a whole head: {head:?}");

    Rules::new(
        "127.0.0.1:47801".to_owned(),
        CALLBACK_PATH.to_owned(),
        COOKIES,
    )
    .read(bytes)
}

fn with(headers: &str) -> Result<Hit, Refusal> {
    read(&format!(
        "GET /callback?state=a%20b&x HTTP/1.1\r\nHost: 127.0.0.1:47801\r\n{headers}\r\n"
    ))
}

#[test]
fn what_a_browser_sends_is_heard() {
    let hit = with(
        "Connection: keep-alive\r\nUpgrade-Insecure-Requests: 1\r\nUser-Agent: Mozilla/5.0 (X11; Linux x86_64)\r\n\
         Accept: text/html,*/*;q=0.8\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\n\
         Sec-Fetch-Dest: document\r\nContent-Length: 0\r\nAccept-Language: de,en;q=0.5\r\n",
    )
    .unwrap();

    assert_eq!(hit.query(), "state=a%20b&x");
    assert!(hit.cookie("directus_session_token").is_none());
    assert!(
        read("GET /callback HTTP/1.0\r\nhost: 127.0.0.1:47801\r\n\r\n")
            .unwrap()
            .query()
            .is_empty()
    );
}

/// On this machine a browser sends the provider's cookies along, as cookies ignore ports. Seen to fail with the first
/// cookie of any name taken in `take_cookies`.
#[test]
fn s_17_only_the_named_cookies_are_taken_and_never_shown() {
    let hit = with(
        "Cookie: other=1; directus_session_token=ey.J; xdirectus_session_token=2;directus_refresh_token=; broken\r\n\
         Cookie: directus_session_token=second; app=\u{fc}\u{f6}\r\n",
    )
    .unwrap();

    assert_eq!(
        hit.cookie("directus_session_token").unwrap().expose(),
        "ey.J"
    );
    assert!(hit.cookie("directus_refresh_token").is_none());
    assert!(hit.cookie("other").is_none());
    assert!(!format!("{hit:?}").contains("ey.J"));
    assert!(!format!("{hit:?}").contains("state"));
}

/// Requests by refusal; `{host}` is the header a browser would send.
const REFUSED: &[(Refusal, &[&str])] = &[
    (
        Refusal::Malformed,
        &[
            "GET /callback HTTP/1.1\r\n\r\n",
            "GET /callback HTTP/1.1\r\n{host}{host}\r\n",
            "GET /callback HTTP/1.1\r\n{host}X: a\r\n b\r\n\r\n",
            "GET /callback HTTP/1.1\r\n{host} X: a\r\n\r\n",
            "GET /callback HTTP/1.1\r\n{host}X : a\r\n\r\n",
            "GET /callback HTTP/1.1\r\n{host}: a\r\n\r\n",
            "GET /callback HTTP/1.1\r\n{host}X(): a\r\n\r\n",
            "GET /callback HTTP/1.1\r\n{host}no colon\r\n\r\n",
            "GET /callback HTTP/1.1\r\n{host}X: a\u{1}\r\n\r\n",
            "GET /callback HTTP/1.1\r\n{host}X: a\0\r\n\r\n",
            "GET /callback HTTP/1.1\n{host}\n",
            "GET /callback HTTP/1.1\r\n{host}X: a\nY: b\r\n\r\n",
            "GET /callback HTTP/1.1\r\n{host}X: a\rY: b\r\n\r\n",
            "GET  /callback HTTP/1.1\r\n{host}\r\n",
            "GET /callback\r\n{host}\r\n",
            "GET /callback HTTP/2.0\r\n{host}\r\n",
            "GET /callback HTTP/1.1 x\r\n{host}\r\n",
            "GET /callback#x HTTP/1.1\r\n{host}\r\n",
            "GET callback HTTP/1.1\r\n{host}\r\n",
            "GET http://127.0.0.1:47801/callback HTTP/1.1\r\n{host}\r\n",
            "\r\nGET /callback HTTP/1.1\r\n{host}\r\n",
        ],
    ),
    (
        Refusal::HasBody,
        &[
            "GET /callback HTTP/1.1\r\n{host}\r\nGET /",
            "GET /callback HTTP/1.1\r\n{host}Transfer-Encoding: chunked\r\n\r\n",
            "GET /callback HTTP/1.1\r\n{host}transfer-encoding: identity\r\n\r\n",
            "GET /callback HTTP/1.1\r\n{host}Content-Length: 1\r\n\r\n",
            "GET /callback HTTP/1.1\r\n{host}Content-Length: 0, 5\r\n\r\n",
            "GET /callback HTTP/1.1\r\n{host}Content-Length: +0\r\n\r\n",
            "GET /callback HTTP/1.1\r\n{host}Content-Length: 0\r\nContent-Length: 9\r\n\r\n",
        ],
    ),
    (
        Refusal::OtherHost,
        &[
            "GET /callback HTTP/1.1\r\nHost: evil.example:47801\r\n\r\n",
            "GET /callback HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
            "GET /callback HTTP/1.1\r\nHost: 127.0.0.1:47802\r\n\r\n",
            "GET /callback HTTP/1.1\r\nHost: localhost:47801\r\n\r\n",
            "GET /callback HTTP/1.1\r\nHost: 127.1:47801\r\n\r\n",
            "GET /callback HTTP/1.1\r\nHost: a@127.0.0.1:47801\r\n\r\n",
            "GET /callback HTTP/1.1\r\nHost:\r\n\r\n",
        ],
    ),
    (
        Refusal::OtherPath,
        &[
            "GET /favicon.ico HTTP/1.1\r\n{host}\r\n",
            "GET /callback/ HTTP/1.1\r\n{host}\r\n",
            "GET //callback HTTP/1.1\r\n{host}\r\n",
            "GET /%63allback HTTP/1.1\r\n{host}\r\n",
            "GET /x/../callback HTTP/1.1\r\n{host}\r\n",
            "POST / HTTP/1.1\r\n{host}\r\n",
        ],
    ),
    (
        Refusal::OtherMethod,
        &[
            "POST /callback HTTP/1.1\r\n{host}\r\n",
            "HEAD /callback HTTP/1.1\r\n{host}\r\n",
            "OPTIONS /callback HTTP/1.1\r\n{host}\r\n",
            "get /callback HTTP/1.1\r\n{host}\r\n",
        ],
    ),
    (
        Refusal::NotNavigation,
        &[
            "GET /callback HTTP/1.1\r\n{host}Sec-Fetch-Mode: cors\r\n\r\n",
            "GET /callback HTTP/1.1\r\n{host}Sec-Fetch-Mode: no-cors\r\n\r\n",
            "GET /callback HTTP/1.1\r\n{host}Sec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: iframe\r\n\r\n",
            "GET /callback HTTP/1.1\r\n{host}Sec-Fetch-Mode: cors\r\nSec-Fetch-Mode: navigate\r\n\r\n",
        ],
    ),
    (
        Refusal::Prefetch,
        &["GET /callback HTTP/1.1\r\n{host}Sec-Purpose: prefetch;prerender\r\n\r\n"],
    ),
];

/// Seen to fail with each check of `Rules::read`, that of tokens, that of the target's form and that of line ends
/// removed, one at a time. A NUL is caught twice: as soon as it arrives, and with the other control characters.
#[test]
fn everything_else_is_refused_with_its_own_status() {
    for (refusal, heads) in REFUSED {
        for head in *heads {
            let head = head.replace("{host}", "Host: 127.0.0.1:47801\r\n");

            assert_eq!(read(&head).err(), Some(*refusal), "{head:?}");
        }
    }
}

#[test]
fn a_head_is_found_however_it_is_cut() {
    let head = b"GET /callback HTTP/1.1\r\nHost: 127.0.0.1:47801\r\n\r\n";

    for cut in 1..head.len() {
        assert_eq!(is_complete(&head[..cut], 0), Ok(false), "{cut}");
        assert_eq!(is_complete(head, cut), Ok(true), "{cut}");
    }
    // A line end that arrives in two pieces is still recognised.
    assert_eq!(is_complete(b"GET\rX", 4), Err(Refusal::Malformed));
    assert_eq!(is_complete(b"GET\nX", 3), Err(Refusal::Malformed));
}

#[test]
fn no_bytes_at_all_make_it_panic() {
    let mut seed = 1_u64;
    let alphabet = b"GET /callback?HTTP1.:\r\n\r\n\0\xff Host";

    for _ in 0..20_000 {
        let bytes: Vec<u8> = (0..40)
            .map(|_| {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                alphabet[(seed >> 33) as usize % alphabet.len()]
            })
            .collect();

        let _ = is_complete(&bytes, 0);
        let _ = Rules::new(String::new(), CALLBACK_PATH.to_owned(), COOKIES).read(&bytes);
    }
}
