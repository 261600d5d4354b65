//! Answers without end (S-37), and images that are too large or no images (S-35).

use std::{
    io::{self, Write},
    time::{Duration, Instant},
};

use latchkey::{
    directus::{Endpoint, Error, MAX_IMAGE_BYTES, MAX_JSON_BYTES},
    secret::Secret,
};

use crate::{
    client,
    endpoints::{call, reads_only_the_date},
    login,
    server::{JSON, Request, Server, answer},
};

const REFUSED: &str =
    r#"{"errors":[{"message":"Bad key.","extensions":{"code":"INVALID_QUERY"}}]}"#;
const ASSET: &str = "0f8fad5b-d9cb-469f-a165-70867728950e";

#[tokio::test]
async fn s_37_two_mebibytes_of_json_are_too_large() {
    let large = Server::new(|_, out| answer(out, 200, &[JSON], &filler(2 * MAX_JSON_BYTES)));
    let error = client(&large.url()).providers().await;

    assert!(matches!(error, Err(Error::TooLarge { .. })), "{error:?}");
}

#[tokio::test]
async fn s_37_a_full_mebibyte_is_not() {
    let full = Server::new(|_, out| answer(out, 200, &[JSON], &filler(MAX_JSON_BYTES)));

    assert!(client(&full.url()).providers().await.is_ok());
}

#[tokio::test]
async fn s_37_an_endless_stream_is_cut_off() {
    for status in [200, 403] {
        let endless = Server::new(move |_, out| {
            write!(
                out,
                "HTTP/1.1 {status} X\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n"
            )?;
            loop {
                write!(out, "1000\r\n{}\r\n", " ".repeat(0x1000))?;
            }
        });
        let begun = Instant::now();
        let error = login(&client(&endless.url())).await;

        assert!(matches!(error, Err(Error::TooLarge { .. })), "{error:?}");
        assert!(begun.elapsed() < Duration::from_secs(10));
    }
}

/// As far as they read the answer at all.
#[tokio::test]
async fn s_37_a_refusal_beyond_the_limit_is_too_large_whatever_was_asked() {
    for endpoint in Endpoint::ALL {
        let large = Server::new(|_, out| answer(out, 400, &[JSON], &filler(MAX_JSON_BYTES + 1)));
        let result = call(&client(&large.url()), *endpoint).await;

        if reads_only_the_date(*endpoint) {
            assert!(result.is_ok(), "{endpoint:?}: {result:?}");
        } else {
            assert!(
                matches!(result, Err(Error::TooLarge { .. })),
                "{endpoint:?}: {result:?}"
            );
        }
    }
}

#[tokio::test]
async fn s_37_content_length_is_not_believed() {
    // `Content-Length` is smaller than the body: the rest is no part of the answer.
    let little = Server::new(|_, out| with_length(out, 10, &filler(2 * MAX_JSON_BYTES)));
    let error = client(&little.url()).providers().await;
    assert!(matches!(error, Err(Error::NotDirectus { .. })), "{error:?}");

    // `Content-Length` is larger than the limit, and the body small.
    let much = Server::new(|_, out| with_length(out, 1 << 40, "{}"));
    let error = client(&much.url()).providers().await;
    assert!(matches!(error, Err(Error::TooLarge { .. })), "{error:?}");

    // `Content-Length` is within the limit, and the connection ends early.
    let early = Server::new(|_, out| with_length(out, 1000, r#"{"data":[]}"#));
    let error = client(&early.url()).providers().await;
    assert!(matches!(error, Err(Error::Interrupted { .. })), "{error:?}");
}

#[tokio::test]
async fn s_37_a_head_without_end_is_cut_off() {
    let endless = Server::new(|_, out| {
        write!(out, "HTTP/1.1 200 OK\r\n")?;
        loop {
            write!(out, "x-filler: {}\r\n", "x".repeat(1000))?;
        }
    });
    let error = login(&client(&endless.url())).await;

    assert!(
        matches!(
            error,
            Err(Error::TooLarge { .. } | Error::NotDirectus { .. })
        ),
        "{error:?}"
    );
}

#[tokio::test]
async fn s_37_deep_json_is_no_answer() {
    let depth = 200_000;
    let body = format!(r#"{{"data":{}{}}}"#, "[".repeat(depth), "]".repeat(depth));
    for status in [200, 400] {
        let body = body.clone();
        let deep = Server::new(move |_, out| answer(out, status, &[JSON], &body));
        let error = client(&deep.url()).providers().await;

        assert!(matches!(error, Err(Error::NotDirectus { .. })), "{error:?}");
    }
}

#[tokio::test]
async fn s_35_an_image_has_its_own_limit() {
    for (length, fits) in [
        (3, true),
        (MAX_IMAGE_BYTES, true),
        (MAX_IMAGE_BYTES + 1, false),
    ] {
        let server = Server::new(move |_, out| {
            answer(
                out,
                200,
                &[("content-type", "image/png")],
                &"x".repeat(length),
            )
        });
        let result = client(&server.url()).asset(ASSET).await;
        match result {
            Ok(image) => assert!(fits && image.len() == length),
            Err(Error::TooLarge { .. }) => assert!(!fits, "{length}"),
            other => panic!("{other:?}"),
        }
    }
}

#[tokio::test]
async fn s_35_a_persons_picture_is_asked_for_scaled_and_whole_only_if_it_must() {
    for is_scaling in [true, false] {
        let server = Server::new(move |request, out| {
            if request.target.contains('?') && !is_scaling {
                return answer(out, 400, &[JSON], REFUSED);
            }
            answer(out, 200, &[("content-type", "image/png")], "x")
        });
        let access = Secret::from("At-amy");
        let image = client(&server.url())
            .scaled_asset_with_token(&access, ASSET)
            .await;
        assert_eq!(image.unwrap(), b"x");

        let (scaled, whole) = (
            format!("/assets/{ASSET}?key=system-large-contain"),
            format!("/assets/{ASSET}"),
        );
        let asked = server.requests();
        let targets = asked.iter().map(|request| request.target.clone());
        let expected = if is_scaling {
            vec![scaled]
        } else {
            vec![scaled, whole]
        };
        assert_eq!(targets.collect::<Vec<_>>(), expected);
        let signed = |request: &Request| request.header("authorization") == Some("Bearer At-amy");
        assert!(asked.iter().all(signed));
    }
}

#[tokio::test]
async fn s_35_only_images_are_taken_as_such() {
    for (kind, taken) in [
        ("image/svg+xml", true),
        ("text/html", false),
        ("video/mp4", false),
    ] {
        let server =
            Server::new(move |_, out| answer(out, 200, &[("content-type", kind)], "<svg/>"));
        assert_eq!(
            client(&server.url()).asset(ASSET).await.is_ok(),
            taken,
            "{kind}"
        );
    }

    let moved = Server::new(|_, out| {
        answer(
            out,
            302,
            &[("location", "https://tracker.invalid/x.png")],
            "",
        )
    });
    let error = client(&moved.url()).asset(ASSET).await;
    assert!(matches!(error, Err(Error::Redirected { .. })), "{error:?}");

    let error = client(&moved.url()).asset("../users/me").await;
    assert!(matches!(error, Err(Error::Setup(_))), "{error:?}");
    assert_eq!(moved.requests().len(), 1);
}

/// A list of providers of exactly `length` bytes.
fn filler(length: usize) -> String {
    let (start, end) = (r#"{"data":[]"#, "}");
    format!(
        "{start}{}{end}",
        " ".repeat(length - start.len() - end.len())
    )
}

fn with_length(out: &mut dyn Write, length: u64, body: &str) -> io::Result<()> {
    write!(
        out,
        "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n\r\n{body}"
    )
}
