//! Answers that are not those of a Directus, redirects, and refusals.

use std::time::Duration;

use latchkey::{
    directus::{Endpoint, Error, ErrorCode},
    secret::Secret,
};

use crate::{
    client,
    endpoints::{call, expects_found, reads_only_the_date, requests_of},
    login, refusal,
    server::{self, HTML, JSON, Server, answer},
};

const TEXT: (&str, &str) = ("content-type", "text/plain");

#[tokio::test]
async fn r_05_what_is_no_directus_is_told_with_its_status() {
    for (status, headers, body, what) in [
        (502, &[HTML][..], "<html><h1>502 Bad Gateway</h1>", "HTML"),
        (503, &[HTML][..], "<html>maintenance", "HTML"),
        (504, &[TEXT][..], "upstream timed out", "text"),
        (404, &[HTML][..], "<html>nginx", "HTML"),
        (
            200,
            &[HTML][..],
            "<!DOCTYPE html><title>Data Studio</title>",
            "HTML",
        ),
        (
            200,
            &[JSON][..],
            r#"{"status":"ok"}"#,
            "JSON of another shape",
        ),
        (200, &[JSON][..], "{\"data\":", "JSON of another shape"),
        (
            500,
            &[JSON][..],
            r#"{"error":"oops"}"#,
            "JSON of another shape",
        ),
        (200, &[TEXT][..], "pongo", "text"),
        (200, &[][..], "", "empty"),
        (
            200,
            &[("content-encoding", "gzip"), JSON][..],
            "\u{1f}",
            "compressed content",
        ),
    ] {
        let other = Server::new(move |_, out| answer(out, status, headers, body));
        let client = client(&other.url());
        for error in [
            client.server_info().await.map(drop),
            client.providers().await.map(drop),
            login(&client).await,
        ] {
            let Err(Error::NotDirectus {
                status: told,
                what: seen,
                ..
            }) = error
            else {
                panic!("{status} {body}: {error:?}");
            };
            assert_eq!((told, seen), (status, what), "{body}");
        }
    }
}

#[tokio::test]
async fn r_05_a_good_ping_is_not_enough() {
    let half = Server::new(|request, out| match request.target.as_str() {
        "/server/ping" => answer(out, 200, &[HTML], "pong"),
        _ => answer(out, 200, &[HTML], "<html>"),
    });
    let error = client(&half.url()).server_info().await;

    assert!(
        matches!(
            error,
            Err(Error::NotDirectus {
                status: 200,
                what: "HTML",
                ..
            })
        ),
        "{error:?}"
    );
}

#[tokio::test]
async fn r_05_no_http_at_all() {
    let smtp = Server::raw(|mut stream, _| {
        let _ = std::io::Write::write_all(&mut stream, b"220 mail.invalid ESMTP\r\n");
        std::thread::sleep(Duration::from_millis(200));
    });
    let error = login(&client(&smtp.url())).await;

    assert!(
        matches!(
            error,
            Err(Error::NotDirectus {
                status: 0,
                what: "not HTTP",
                ..
            })
        ),
        "{error:?}"
    );
}

#[tokio::test]
async fn r_05_a_page_is_no_success_where_nothing_is_expected() {
    let portal = Server::new(|_, out| answer(out, 200, &[HTML], "<html>welcome to the hotel"));
    let client = client(&portal.url());
    let (token, password) = (Secret::from("T"), Secret::from("P"));

    for result in [
        client.request_password_reset("amy@example.com", None).await,
        client.reset_password(&token, &password).await,
        client.accept_invite(&token, &password).await,
        client.verify_email(&token).await,
        client.logout(&token).await,
    ] {
        assert!(
            matches!(
                result,
                Err(Error::NotDirectus {
                    status: 200,
                    what: "HTML",
                    ..
                })
            ),
            "{result:?}"
        );
    }
}

#[tokio::test]
async fn r_06_a_portal_is_recognised_by_its_redirect() {
    let portal = Server::new(|_, out| {
        answer(
            out,
            302,
            &[("location", "https://login.hotel.invalid/start?back=cms#top")],
            "",
        )
    });
    let error = client(&portal.url()).server_info().await;

    let Err(Error::Redirected { to, .. }) = error else {
        panic!("{error:?}");
    };
    assert_eq!(to.as_str(), "https://login.hotel.invalid/start");
}

#[tokio::test]
async fn r_06_a_portal_does_not_verify_an_address() {
    let portal = Server::new(|_, out| {
        answer(
            out,
            302,
            &[("location", "https://login.hotel.invalid/?u=1")],
            "",
        )
    });
    let instance = Server::new(server::directus);
    let token = Secret::from("T");

    assert!(client(&instance.url()).verify_email(&token).await.is_ok());
    let error = client(&portal.url()).verify_email(&token).await;
    assert!(matches!(error, Err(Error::Redirected { .. })), "{error:?}");
}

#[tokio::test]
async fn s_31_no_redirect_is_followed_with_a_secret() {
    let other = Server::new(server::directus);
    for status in [301, 302, 303, 307, 308] {
        for endpoint in Endpoint::ALL {
            let target = format!("{}/auth/login?x=1", other.url());
            let here = Server::new(move |_, out| answer(out, status, &[("location", &target)], ""));
            let result = call(&client(&here.url()), *endpoint).await;

            if reads_only_the_date(*endpoint) || status == 302 && expects_found(*endpoint) {
                assert!(result.is_ok(), "{status} {endpoint:?}: {result:?}");
            } else {
                assert!(
                    matches!(result, Err(Error::Redirected { .. })),
                    "{status} {endpoint:?}: {result:?}"
                );
            }
            let sent = requests_of(*endpoint);
            assert_eq!(here.requests().len(), sent, "{status} {endpoint:?}");
        }
    }
    assert_eq!((other.requests().len(), other.connections()), (0, 0));
}

#[tokio::test]
async fn r_10_the_wait_a_server_asks_for_is_kept() {
    for (status, wait, read) in [
        (429, Some("4"), Some(4)),
        (429, Some("Tue, 24 Nov 2026 12:01:30 GMT"), Some(90)),
        (429, Some("1000000"), Some(3600)),
        (429, Some("later"), None),
        (429, None, None),
        (503, Some("7"), Some(7)),
    ] {
        let code = if status == 429 {
            "REQUESTS_EXCEEDED"
        } else {
            "SERVICE_UNAVAILABLE"
        };
        let body =
            format!(r#"{{"errors":[{{"message":"Retry.","extensions":{{"code":"{code}"}}}}]}}"#);
        let busy = Server::new(move |_, out| {
            let mut headers = vec![JSON, ("date", "Tue, 24 Nov 2026 12:00:00 GMT")];
            headers.extend(wait.map(|wait| ("retry-after", wait)));
            answer(out, status, &headers, &body)
        });
        let refusal = refusal(login(&client(&busy.url())).await);

        assert_eq!((refusal.status, refusal.code.as_str()), (status, code));
        assert_eq!(
            refusal.retry_after,
            read.map(Duration::from_secs),
            "{wait:?}"
        );
        assert_eq!(busy.requests().len(), 1);
    }
}

#[tokio::test]
async fn r_10_a_proxy_that_says_429_in_its_own_way_is_heard_as_well() {
    for (kind, body) in [
        (HTML, "<html>slow down"),
        (TEXT, "slow down"),
        (JSON, r#"{"message":"API rate limit exceeded"}"#),
        (JSON, "not even JSON"),
    ] {
        for (wait, read) in [
            (Some("9"), Some(9)),
            (Some("Tue, 24 Nov 2026 12:01:30 GMT"), Some(90)),
            (Some("1000000"), Some(3600)),
            (Some("later"), None),
            (None, None),
        ] {
            let proxy = Server::new(move |_, out| {
                let mut headers = vec![kind, ("date", "Tue, 24 Nov 2026 12:00:00 GMT")];
                headers.extend(wait.map(|wait| ("retry-after", wait)));
                answer(out, 429, &headers, body)
            });
            let client = client(&proxy.url());
            for endpoint in Endpoint::ALL {
                if reads_only_the_date(*endpoint) {
                    continue;
                }
                let refused = call(&client, *endpoint).await;
                let refusal = refusal(refused);

                assert_eq!(
                    (refusal.status, &refusal.code),
                    (429, &ErrorCode::RequestsExceeded),
                    "{endpoint:?} {body}"
                );
                assert_eq!(
                    refusal.retry_after,
                    read.map(Duration::from_secs),
                    "{endpoint:?} {body}"
                );
                // Nothing of a page is shown.
                assert_eq!(refusal.message, "");
            }
        }
    }
}

#[tokio::test]
async fn an_ended_session_counts_as_signed_out() {
    let refusing = |code: &'static str| {
        Server::new(move |_, out| {
            let body =
                format!(r#"{{"errors":[{{"message":"No.","extensions":{{"code":"{code}"}}}}]}}"#);
            answer(out, 401, &[JSON], &body)
        })
    };
    let (ended, broken) = (
        refusing("INVALID_CREDENTIALS"),
        refusing("INTERNAL_SERVER_ERROR"),
    );
    let token = Secret::from("T");

    assert!(client(&ended.url()).logout(&token).await.is_ok());
    assert_eq!(
        refusal(client(&broken.url()).logout(&token).await).code,
        ErrorCode::Internal
    );
}
