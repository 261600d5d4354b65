#![expect(clippy::unwrap_used, reason = "a test may stop at once")]

use super::*;

const COOKIES: &[&str] = &["directus_session_token", "directus_refresh_token"];

fn read(head: &str) -> Result<Hit, Refusal> {
    let bytes = head.as_bytes();

    match ended(bytes, 0)? {
        true => Rules::new("127.0.0.1:47801".to_owned(), COOKIES).read(bytes),
        false => panic!("not a whole head: {head:?}"),
    }
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

#[test]
fn only_the_named_cookies_are_taken_and_never_shown() {
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

/// Every line was seen to fail with its own check removed.
#[test]
fn everything_else_is_refused_with_its_own_status() {
    let host = "Host: 127.0.0.1:47801\r\n";

    for (head, refusal) in [
        (
            "GET /callback HTTP/1.1\r\n\r\n".to_owned(),
            Refusal::Malformed,
        ),
        (
            format!("GET /callback HTTP/1.1\r\n{host}{host}\r\n"),
            Refusal::Malformed,
        ),
        (
            format!("GET /callback HTTP/1.1\r\n{host}X: a\r\n b\r\n\r\n"),
            Refusal::Malformed,
        ),
        (
            format!("GET /callback HTTP/1.1\r\n{host} X: a\r\n\r\n"),
            Refusal::Malformed,
        ),
        (
            format!("GET /callback HTTP/1.1\r\n{host}X : a\r\n\r\n"),
            Refusal::Malformed,
        ),
        (
            format!("GET /callback HTTP/1.1\r\n{host}: a\r\n\r\n"),
            Refusal::Malformed,
        ),
        (
            format!("GET /callback HTTP/1.1\r\n{host}X(): a\r\n\r\n"),
            Refusal::Malformed,
        ),
        (
            format!("GET /callback HTTP/1.1\r\n{host}no colon\r\n\r\n"),
            Refusal::Malformed,
        ),
        (
            format!("GET /callback HTTP/1.1\r\n{host}X: a\u{1}\r\n\r\n"),
            Refusal::Malformed,
        ),
        (
            format!("GET /callback HTTP/1.1\r\n{host}X: a\0\r\n\r\n"),
            Refusal::Malformed,
        ),
        (
            format!("GET /callback HTTP/1.1\n{host}\n"),
            Refusal::Malformed,
        ),
        (
            format!("GET /callback HTTP/1.1\r\n{host}X: a\nY: b\r\n\r\n"),
            Refusal::Malformed,
        ),
        (
            format!("GET /callback HTTP/1.1\r\n{host}X: a\rY: b\r\n\r\n"),
            Refusal::Malformed,
        ),
        (
            format!("GET  /callback HTTP/1.1\r\n{host}\r\n"),
            Refusal::Malformed,
        ),
        (format!("GET /callback\r\n{host}\r\n"), Refusal::Malformed),
        (
            format!("GET /callback HTTP/2.0\r\n{host}\r\n"),
            Refusal::Malformed,
        ),
        (
            format!("GET /callback HTTP/1.1 x\r\n{host}\r\n"),
            Refusal::Malformed,
        ),
        (
            format!("GET /callback#x HTTP/1.1\r\n{host}\r\n"),
            Refusal::Malformed,
        ),
        (
            format!("GET callback HTTP/1.1\r\n{host}\r\n"),
            Refusal::Malformed,
        ),
        (
            format!("GET http://127.0.0.1:47801/callback HTTP/1.1\r\n{host}\r\n"),
            Refusal::Malformed,
        ),
        (
            format!("\r\nGET /callback HTTP/1.1\r\n{host}\r\n"),
            Refusal::Malformed,
        ),
        (
            format!("GET /callback HTTP/1.1\r\n{host}\r\nGET /"),
            Refusal::Framed,
        ),
        (
            format!("GET /callback HTTP/1.1\r\n{host}Transfer-Encoding: chunked\r\n\r\n"),
            Refusal::Framed,
        ),
        (
            format!("GET /callback HTTP/1.1\r\n{host}transfer-encoding: identity\r\n\r\n"),
            Refusal::Framed,
        ),
        (
            format!("GET /callback HTTP/1.1\r\n{host}Content-Length: 1\r\n\r\n"),
            Refusal::Framed,
        ),
        (
            format!("GET /callback HTTP/1.1\r\n{host}Content-Length: 0, 5\r\n\r\n"),
            Refusal::Framed,
        ),
        (
            format!("GET /callback HTTP/1.1\r\n{host}Content-Length: +0\r\n\r\n"),
            Refusal::Framed,
        ),
        (
            format!(
                "GET /callback HTTP/1.1\r\n{host}Content-Length: 0\r\nContent-Length: 9\r\n\r\n"
            ),
            Refusal::Framed,
        ),
        (
            "GET /callback HTTP/1.1\r\nHost: evil.example:47801\r\n\r\n".to_owned(),
            Refusal::OtherHost,
        ),
        (
            "GET /callback HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".to_owned(),
            Refusal::OtherHost,
        ),
        (
            "GET /callback HTTP/1.1\r\nHost: 127.0.0.1:47802\r\n\r\n".to_owned(),
            Refusal::OtherHost,
        ),
        (
            "GET /callback HTTP/1.1\r\nHost: localhost:47801\r\n\r\n".to_owned(),
            Refusal::OtherHost,
        ),
        (
            "GET /callback HTTP/1.1\r\nHost: 127.1:47801\r\n\r\n".to_owned(),
            Refusal::OtherHost,
        ),
        (
            "GET /callback HTTP/1.1\r\nHost: a@127.0.0.1:47801\r\n\r\n".to_owned(),
            Refusal::OtherHost,
        ),
        (
            "GET /callback HTTP/1.1\r\nHost:\r\n\r\n".to_owned(),
            Refusal::OtherHost,
        ),
        (
            format!("GET /favicon.ico HTTP/1.1\r\n{host}\r\n"),
            Refusal::OtherPath,
        ),
        (
            format!("GET /callback/ HTTP/1.1\r\n{host}\r\n"),
            Refusal::OtherPath,
        ),
        (
            format!("GET //callback HTTP/1.1\r\n{host}\r\n"),
            Refusal::OtherPath,
        ),
        (
            format!("GET /%63allback HTTP/1.1\r\n{host}\r\n"),
            Refusal::OtherPath,
        ),
        (
            format!("GET /x/../callback HTTP/1.1\r\n{host}\r\n"),
            Refusal::OtherPath,
        ),
        (format!("POST / HTTP/1.1\r\n{host}\r\n"), Refusal::OtherPath),
        (
            format!("POST /callback HTTP/1.1\r\n{host}\r\n"),
            Refusal::OtherMethod,
        ),
        (
            format!("HEAD /callback HTTP/1.1\r\n{host}\r\n"),
            Refusal::OtherMethod,
        ),
        (
            format!("OPTIONS /callback HTTP/1.1\r\n{host}\r\n"),
            Refusal::OtherMethod,
        ),
        (
            format!("get /callback HTTP/1.1\r\n{host}\r\n"),
            Refusal::OtherMethod,
        ),
        (
            format!("GET /callback HTTP/1.1\r\n{host}Sec-Fetch-Mode: cors\r\n\r\n"),
            Refusal::NotNavigation,
        ),
        (
            format!("GET /callback HTTP/1.1\r\n{host}Sec-Fetch-Mode: no-cors\r\n\r\n"),
            Refusal::NotNavigation,
        ),
        (
            format!(
                "GET /callback HTTP/1.1\r\n{host}Sec-Fetch-Mode: navigate\r\nSec-Fetch-Mode: cors\r\n\r\n"
            ),
            Refusal::NotNavigation,
        ),
        (
            format!("GET /callback HTTP/1.1\r\n{host}Sec-Purpose: prefetch;prerender\r\n\r\n"),
            Refusal::Prefetch,
        ),
    ] {
        assert_eq!(read(&head).err(), Some(refusal), "{head:?}");
    }
}

#[test]
fn a_head_is_found_however_it_is_cut() {
    let head = b"GET /callback HTTP/1.1\r\nHost: 127.0.0.1:47801\r\n\r\n";

    for cut in 1..head.len() {
        assert_eq!(ended(&head[..cut], 0), Ok(false), "{cut}");
        assert_eq!(ended(head, cut), Ok(true), "{cut}");
    }
    // A line's end that is cut in two is still seen for what it is.
    assert_eq!(ended(b"GET\rX", 4), Err(Refusal::Malformed));
    assert_eq!(ended(b"GET\nX", 3), Err(Refusal::Malformed));
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

        let _ = ended(&bytes, 0);
        let _ = Rules::new(String::new(), COOKIES).read(&bytes);
    }
}
