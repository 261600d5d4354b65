//! The pages and their headers: no content of a request (S-13), nothing loaded or sent (S-14).

#![expect(clippy::unwrap_used, reason = "a test may stop at once")]

use base64::{Engine, engine::general_purpose::STANDARD};

use super::*;

const PAGES: [Page; 4] = [
    Page::Done,
    Page::Failed,
    Page::ReturnToApp,
    Page::AlreadyDone,
];

fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let (_, rest) = text.split_once(start).unwrap();

    rest.split_once(end).unwrap().0
}

fn hash(text: &str) -> String {
    let digest = ring::digest::digest(&ring::digest::SHA256, text.as_bytes());

    format!("sha256-{}", STANDARD.encode(digest))
}

/// Seen to fail with one blank added to one page's style.
#[test]
fn the_hashes_in_the_policy_are_those_of_every_page() {
    for page in PAGES {
        let html = page.html();

        assert_eq!(html.matches("<style").count(), 1, "{page:?}");
        assert_eq!(html.matches("<script").count(), 1, "{page:?}");
        assert_eq!(
            hash(between(html, "<style>", "</style>")),
            STYLE_HASH,
            "{page:?}"
        );
        assert_eq!(
            hash(between(html, "<script>", "</script>")),
            SCRIPT_HASH,
            "{page:?}"
        );
    }
}

/// Seen to fail with a link to an icon in one page.
#[test]
fn s_14_a_page_loads_nothing_sends_nothing_and_does_not_close_itself() {
    for page in PAGES {
        let html = page.html();

        for word in [
            "http:",
            "https:",
            "//",
            "src=",
            "href=",
            "url(",
            "@import",
            "<form",
            "<link",
            "<img",
            "onload",
            "style=",
            "close()",
            "http-equiv",
        ] {
            assert!(!html.contains(word), "{page:?}: {word}");
        }
        assert!(html.contains("eturn to Latchkey"), "{page:?}");
        assert!(html.is_ascii() || html.contains("charset=\"utf-8\""));
    }
}

/// Seen to fail without `X-Content-Type-Options`.
#[test]
fn s_13_every_response_carries_the_whole_set_of_headers() {
    let responses = PAGES
        .iter()
        .map(|page| page.response(200))
        .chain([400, 403, 404, 405, 421, 431].map(plain_text));

    for response in responses {
        let response = String::from_utf8(response).unwrap();
        let (head, body) = response.split_once("\r\n\r\n").unwrap();

        for line in [
            "Connection: close",
            "X-Content-Type-Options: nosniff",
            "Referrer-Policy: no-referrer",
            "Cache-Control: no-store",
            "Server: Latchkey",
            &format!("Content-Length: {}", body.len()),
        ] {
            assert_eq!(
                head.lines().filter(|at| *at == line).count(),
                1,
                "{line}\n{head}"
            );
        }

        let policy = between(head, "Content-Security-Policy: ", "\r\n");
        assert!(policy.starts_with("default-src 'none'; "));
        assert!(policy.contains("frame-ancestors 'none'"));
        assert!(!policy.contains("unsafe"));
        assert!(!head.to_ascii_lowercase().contains("access-control"));
        assert!(!head.contains("Transfer-Encoding"));
    }
}

#[test]
fn a_405_says_what_is_allowed() {
    let response = String::from_utf8(plain_text(405)).unwrap();

    assert!(response.starts_with("HTTP/1.1 405 Method Not Allowed\r\nConnection: close\r\n"));
    assert!(response.contains("\r\nAllow: GET\r\n"));
}
