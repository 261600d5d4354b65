//! Requests that are not the awaited answer: forged, foreign, late, or meant for something else.

use std::time::Duration;

use latchkey::sso::Outcome;

use crate::{
    browser::{self, navigate, request, send},
    sign_in::SignIn,
};

/// Seen to fail with the comparison of states removed from `sso::callback::read`.
#[tokio::test]
async fn s_03_a_forged_callback_comes_first_and_the_real_one_wins() {
    let sign_in = SignIn::hand_off().await;
    let port = sign_in.port;

    for query in [
        "",
        "code=theirs",
        "code=theirs&state=",
        "code=theirs&state=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "error=access_denied&state=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "code=a&state=b&state=c",
    ] {
        let page = navigate(port, query).await;

        assert_eq!(page.status, 400, "{query}");
        assert!(page.body.contains("Return to Latchkey"), "{query}");
    }
    // More of them than are logged, and than there may be connections.
    for _ in 0..50 {
        let _ = navigate(port, "code=theirs&state=x").await;
    }
    sign_in.finishes().await;
}

/// Seen to fail with the comparison of states removed, as `s_03`.
#[tokio::test]
async fn s_04_a_login_that_someone_else_finished_is_not_taken() {
    let theirs = SignIn::hand_off().await;
    let ours = SignIn::hand_off().await;

    assert_eq!(navigate(ours.port, &theirs.valid_query()).await.status, 400);
    ours.finishes().await;
    theirs.finishes().await;
}

/// Seen to fail with `Judgement::Accept` for a reason without a state.
#[tokio::test]
async fn s_05_a_reason_without_state_is_told_and_ends_nothing() {
    let sign_in = SignIn::hand_off().await;
    let page = navigate(sign_in.port, "reason=INVALID_PROVIDER").await;

    assert!(page.body.contains("did not finish"));
    assert!(!page.body.contains("INVALID_PROVIDER"));
    assert_eq!(
        *sign_in.unverified_error.lock().unwrap(),
        ["INVALID_PROVIDER"]
    );
    sign_in.finishes().await;
}

/// Seen to fail with the comparison of `Host` removed from `Rules::read`.
#[tokio::test]
async fn s_06_a_name_that_was_rebound_to_this_machine_is_misdirected() {
    let sign_in = SignIn::hand_off().await;
    let (port, query) = (sign_in.port, sign_in.valid_query());

    for host in [
        format!("evil.example:{port}"),
        format!("127.0.0.1.evil.example:{port}"),
        format!("localhost:{port}"),
        format!("[::1]:{port}"),
        "127.0.0.1".to_owned(),
        "127.0.0.1:1".to_owned(),
    ] {
        let bytes = format!("GET /callback?{query} HTTP/1.1\r\nHost: {host}\r\n\r\n");

        assert_eq!(send(port, &bytes).await.unwrap().status, 421, "{host}");
    }
    sign_in.finishes().await;
}

/// Seen to fail with the check of the method, and with that of `Sec-Fetch-*`, removed from `Rules::read`.
#[tokio::test]
async fn s_07_a_web_page_cannot_call_it() {
    let sign_in = SignIn::hand_off().await;
    let port = sign_in.port;
    let target = format!("/callback?{}", sign_in.valid_query());

    for (method, more, status) in [
        (
            "GET",
            "Origin: https://evil.example\r\nSec-Fetch-Mode: cors\r\n",
            403,
        ),
        (
            "GET",
            "Sec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: iframe\r\n",
            403,
        ),
        (
            "GET",
            "Sec-Fetch-Mode: no-cors\r\nSec-Fetch-Dest: image\r\n",
            403,
        ),
        (
            "GET",
            "Sec-Fetch-Mode: websocket\r\nUpgrade: websocket\r\n",
            403,
        ),
        ("HEAD", "", 405),
        ("PUT", "", 405),
        ("BREW", "", 405),
        (
            "POST",
            "Content-Length: 0\r\nSec-Fetch-Mode: navigate\r\n",
            405,
        ),
        (
            "POST",
            "Content-Length: 3\r\nContent-Type: text/plain\r\n",
            400,
        ),
        (
            "OPTIONS",
            "Origin: https://evil.example\r\nAccess-Control-Request-Method: GET\r\n\
             Access-Control-Request-Private-Network: true\r\nAccess-Control-Request-Local-Network: true\r\n",
            405,
        ),
    ] {
        let page = send(port, &request(port, method, &target, more))
            .await
            .unwrap();
        let head = page.head.to_ascii_lowercase();

        assert_eq!(page.status, status, "{method} {more}");
        assert!(!head.contains("access-control"), "{head}");
        assert!(head.contains("cross-origin-resource-policy: same-origin"));
    }
    sign_in.finishes().await;
}

/// Seen to fail with the check of the path removed from `Rules::read`, and with that of `Sec-TokenPurpose`.
#[tokio::test]
async fn s_08_icons_and_prefetches_end_nothing() {
    let sign_in = SignIn::hand_off().await;
    let port = sign_in.port;
    let query = sign_in.valid_query();

    for path in [
        "/",
        "/favicon.ico",
        "/robots.txt",
        "/callback/",
        "/CALLBACK",
        "//callback",
    ] {
        let target = format!("{path}?{query}");
        let page = send(port, &request(port, "GET", &target, ""))
            .await
            .unwrap();

        assert_eq!(page.status, 404, "{path}");
    }

    let target = format!("/callback?{query}");
    let prefetch = request(port, "GET", &target, "Sec-Purpose: prefetch\r\n");
    assert_eq!(send(port, &prefetch).await.unwrap().status, 403);
    sign_in.finishes().await;
}

/// Seen to fail with `hold` waiting for the word only: the second navigation then hung.
#[tokio::test]
async fn s_08_the_same_callback_twice_is_accepted_once() {
    let sign_in = SignIn::hand_off().await;
    let (port, query) = (sign_in.port, sign_in.valid_query());
    let again = query.clone();

    let first = tokio::spawn(async move { navigate(port, &query).await });
    let callback = sign_in.accepted().await;

    let second = navigate(port, &again).await;
    assert_eq!(second.status, 200);
    assert!(second.body.contains("answered already"));
    assert!(!first.is_finished(), "no success before the exchange");

    callback.response.succeeded().await;
    assert!(first.await.unwrap().body.contains("You are signed in"));
}

/// Seen to fail with the comparison of states removed, as `s_03`: the late callback ended the new attempt.
#[tokio::test]
async fn r_37_a_late_callback_finds_a_friendly_page_and_the_next_attempt_unharmed() {
    let port = std::net::TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port();

    let cancelled = SignIn::pinned(port).await;
    let late = format!("state={}", cancelled.state);
    cancelled.cancel().await;

    let sign_in = SignIn::pinned(port).await;
    let page = navigate(port, &late).await;
    assert_eq!(page.status, 400);
    assert!(page.body.contains("no longer waits for it"));
    assert!(sign_in.is_waiting());

    // The next attempt gets its own answer, with the cookie it asked for and no other.
    let bytes = request(
        port,
        "GET",
        &format!("/callback?state={}", sign_in.state),
        "Cookie: a=b; directus_session_token=jwt\r\nSec-Fetch-Mode: navigate\r\n",
    );
    let browser = tokio::spawn(async move { browser::send(port, &bytes).await });
    let callback = sign_in.accepted().await;
    assert!(matches!(callback.value, (Outcome::Returned, Some(ref jwt)) if jwt == "jwt"));
    callback.response.succeeded().await;
    assert_eq!(browser.await.unwrap().unwrap().status, 200);
}

/// Tests no guard, only that nothing hangs: a browser that is closed while the exchange runs harms nobody.
#[tokio::test]
async fn the_browser_may_leave_before_it_is_answered() {
    let sign_in = SignIn::hand_off().await;
    let (port, query) = (sign_in.port, sign_in.valid_query());

    let browser = tokio::spawn(async move { navigate(port, &query).await });
    let callback = sign_in.accepted().await;
    browser.abort();
    assert!(browser.await.unwrap_err().is_cancelled());

    tokio::time::timeout(Duration::from_secs(1), callback.response.succeeded())
        .await
        .unwrap();
}
