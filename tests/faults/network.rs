//! Servers that are not there, do not answer or hang up; proxies.

#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test brings its own servers, processes and files"
)]

use std::{
    env, fs,
    net::TcpListener,
    thread,
    time::{Duration, Instant},
};

use latchkey::{
    address::ProxySetting,
    directus::{Client, Error, Unreachable},
};

use crate::{
    address, client, client_with_timeout, login, run_in_own_process,
    server::{self, HTML, JSON, Server, answer},
};

const SHORT_TIMEOUT: Duration = Duration::from_millis(300);

#[tokio::test]
async fn r_01_a_closed_port_is_refused() {
    let port = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port();
    let error = login(&client(&format!("http://127.0.0.1:{port}"))).await;

    let Err(Error::Unreachable { host, kind }) = error else {
        panic!("{error:?}");
    };
    assert_eq!(kind, Unreachable::Refused);
    assert_eq!(host, format!("127.0.0.1:{port}"));
}

#[test]
fn r_01_an_unknown_name_is_named() {
    // In a process without proxy settings: a proxy would look the name up.
    assert_eq!(
        providers_in_own_process("https://nothing.invalid", &[]),
        "Unreachable(Name)"
    );
}

#[tokio::test]
async fn r_01_a_server_that_never_greets_does_not_answer() {
    let silent = Server::raw(|stream, _| {
        thread::sleep(SHORT_TIMEOUT * 10);
        drop(stream);
    });
    let begun = Instant::now();
    let url = format!("https://127.0.0.1:{}", silent.port());
    let pem = rcgen::generate_simple_self_signed(["x.invalid".to_owned()])
        .unwrap()
        .cert
        .pem();
    let error = login(&client_with_timeout(
        &url,
        Some(pem.as_bytes()),
        SHORT_TIMEOUT,
    ))
    .await;

    assert!(
        matches!(
            error,
            Err(Error::Unreachable {
                kind: Unreachable::NoAnswer,
                ..
            })
        ),
        "{error:?}"
    );
    assert!(begun.elapsed() < SHORT_TIMEOUT * 5);
}

#[tokio::test]
async fn r_02_a_connection_cut_before_the_answer_is_interrupted() {
    for half in ["", "HTTP/1.1 200 OK\r\ncontent-type: app"] {
        let cut = Server::new(move |_, out| write!(out, "{half}"));
        let error = login(&client(&cut.url())).await;

        assert!(
            matches!(error, Err(Error::Interrupted { .. })),
            "{half:?}: {error:?}"
        );
        assert_eq!(cut.requests().len(), 1);
    }
}

#[tokio::test]
async fn r_02_a_connection_cut_within_the_answer_is_interrupted() {
    for head in ["content-length: 500", "transfer-encoding: chunked"] {
        let cut = Server::new(move |_, out| {
            write!(
                out,
                "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n{head}\r\n\r\n"
            )?;
            write!(out, "5\r\n{{\"dat")
        });
        let error = login(&client(&cut.url())).await;

        assert!(
            matches!(error, Err(Error::Interrupted { .. })),
            "{head}: {error:?}"
        );
        assert_eq!(cut.requests().len(), 1);
    }
}

#[tokio::test]
async fn r_04_slow_headers_time_out() {
    let slow = Server::new(|request, out| {
        thread::sleep(SHORT_TIMEOUT * 8);
        server::directus(request, out)
    });
    let begun = Instant::now();
    let error = login(&client_with_timeout(&slow.url(), None, SHORT_TIMEOUT)).await;

    assert!(matches!(error, Err(Error::TimedOut { .. })), "{error:?}");
    assert!(begun.elapsed() < SHORT_TIMEOUT * 6, "{:?}", begun.elapsed());
}

#[tokio::test]
async fn r_04_a_trickling_body_times_out() {
    let trickle = Server::new(|_, out| {
        write!(
            out,
            "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n"
        )?;
        for _ in 0..50 {
            out.write_all(b" ")?;
            out.flush()?;
            thread::sleep(Duration::from_millis(50));
        }
        Ok(())
    });
    let begun = Instant::now();
    let error = login(&client_with_timeout(&trickle.url(), None, SHORT_TIMEOUT)).await;

    assert!(matches!(error, Err(Error::TimedOut { .. })), "{error:?}");
    assert!(begun.elapsed() < SHORT_TIMEOUT * 6, "{:?}", begun.elapsed());
}

#[tokio::test]
async fn r_04_the_stall_of_every_login_is_not_slow() {
    let stalling = Server::new(|request, out| {
        thread::sleep(Duration::from_millis(700));
        server::directus(request, out)
    });

    assert!(login(&client(&stalling.url())).await.is_ok());
}

#[tokio::test]
async fn r_04_a_dropped_call_ends_at_once() {
    let (told, ended) = std::sync::mpsc::channel();
    let slow = Server::raw(move |mut stream, _| {
        let mut sink = [0; 4096];
        while std::io::Read::read(&mut stream, &mut sink).is_ok_and(|n| n > 0) {}
        let _ = told.send(());
    });
    let client = client(&slow.url());
    let call = tokio::spawn(async move { login(&client).await });
    while slow.connections() == 0 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    call.abort();

    assert!(call.await.unwrap_err().is_cancelled());
    let seen = tokio::task::spawn_blocking(move || ended.recv_timeout(Duration::from_secs(5)));
    assert!(seen.await.unwrap().is_ok(), "the connection stayed open");
}

#[test]
fn r_08_a_proxy_that_wants_credentials_is_told() {
    let proxy =
        Server::new(|_, out| answer(out, 407, &[HTML, ("proxy-authenticate", "Basic")], "<html>"));
    let url = proxy.url();
    let settings = [("http_proxy", url.as_str()), ("https_proxy", url.as_str())];

    assert_eq!(
        providers_in_own_process("http://cms.invalid", &settings),
        "ProxyCredentials"
    );
    assert_eq!(
        providers_in_own_process("https://cms.invalid", &settings),
        "ProxyCredentials"
    );
    let asked: Vec<_> = proxy
        .requests()
        .iter()
        .map(|r| format!("{} {}", r.method, r.target))
        .collect();
    assert!(
        asked.contains(&"GET http://cms.invalid/auth".to_owned()),
        "{asked:?}"
    );
    assert!(
        asked.contains(&"CONNECT cms.invalid:443".to_owned()),
        "{asked:?}"
    );
}

#[test]
fn r_08_the_proxy_of_the_system_is_used_and_no_proxy_heeded() {
    let proxy = Server::new(|request, out| match request.target.as_str() {
        "http://cms.invalid/auth" => answer(out, 200, &[JSON], r#"{"data":[]}"#),
        _ => answer(out, 500, &[HTML], ""),
    });
    let url = proxy.url();
    let through = [("http_proxy", url.as_str())];
    let around = [("http_proxy", url.as_str()), ("no_proxy", "cms.invalid")];

    assert_eq!(
        providers_in_own_process("http://cms.invalid", &through),
        "Ok"
    );
    let asked = proxy.requests().len();
    assert_eq!(
        providers_in_own_process("http://cms.invalid", &around),
        "Unreachable(Name)"
    );
    assert_eq!(proxy.requests().len(), asked);
}

#[test]
fn r_08_an_instance_has_a_proxy_of_its_own() {
    let [own, systems] = ["own", "system's"].map(|_| {
        Server::new(|request, out| match request.target.as_str() {
            "http://cms.invalid/auth" => answer(out, 200, &[JSON], r#"{"data":[]}"#),
            _ => answer(out, 404, &[HTML], ""),
        })
    });
    let (own_url, url) = (own.url(), systems.url());
    let chosen = |proxy| {
        [
            ("http_proxy", url.as_str()),
            ("no_proxy", "other.invalid"),
            ("LATCHKEY_TEST_PROXY", proxy),
        ]
    };

    // The profile's is asked although the system has one, and nobody else is.
    assert_eq!(
        providers_in_own_process("http://cms.invalid", &chosen(&own_url)),
        "Ok"
    );
    assert_eq!((own.requests().len(), systems.requests().len()), (1, 0));
    assert_eq!(
        providers_in_own_process("http://cms.invalid", &chosen("system")),
        "Ok"
    );
    assert_eq!((own.requests().len(), systems.requests().len()), (1, 1));
    assert_eq!(
        providers_in_own_process("http://cms.invalid", &chosen("none")),
        "Unreachable(Name)"
    );
    assert_eq!((own.requests().len(), systems.requests().len()), (1, 1));

    // And what runs on this machine is asked without it.
    let instance = Server::new(server::directus);
    assert_eq!(
        providers_in_own_process(&instance.url(), &chosen(&own_url)),
        "Ok"
    );
    assert_eq!(own.requests().len(), 1);
}

#[test]
fn r_08_this_machine_is_never_asked_through_a_proxy() {
    let proxy = Server::new(|_, out| answer(out, 407, &[HTML], ""));
    let instance = Server::new(server::directus);
    let url = proxy.url();
    let settings = [("http_proxy", url.as_str()), ("all_proxy", url.as_str())];

    for host in ["127.0.0.1", "localhost"] {
        let instance = format!("http://{host}:{}", instance.port());
        assert_eq!(
            providers_in_own_process(&instance, &settings),
            "Ok",
            "{host}"
        );
    }
    assert_eq!(proxy.connections(), 0);
}

#[test]
fn a_machine_without_authorities_says_so_and_still_reaches_itself() {
    let instance = Server::new(server::directus);
    let (file, directory) = (
        tempfile::NamedTempFile::new().unwrap(),
        tempfile::tempdir().unwrap(),
    );
    let none = [
        ("SSL_CERT_FILE", file.path().to_str().unwrap()),
        ("SSL_CERT_DIR", directory.path().to_str().unwrap()),
    ];

    assert_eq!(providers_in_own_process(&instance.url(), &none), "Ok");
    assert_eq!(
        providers_in_own_process("https://127.0.0.1:9", &none),
        "Setup"
    );
}

/// Asks `url` for its providers in a process of its own, since proxy settings belong to a process; the outcome in
/// a word.
fn providers_in_own_process(url: &str, settings: &[(&str, &str)]) -> String {
    // Not every machine that runs tests has authorities of its own.
    let file = tempfile::NamedTempFile::new().unwrap();
    let own = rcgen::generate_simple_self_signed(["x.invalid".to_owned()]).unwrap();
    fs::write(file.path(), own.cert.pem()).unwrap();
    let path = file.path().to_str().unwrap();
    let own = [("LATCHKEY_TEST_URL", url), ("SSL_CERT_FILE", path)];
    let settings = [&own, settings].concat();
    let text = run_in_own_process("network::in_a_child", &settings);

    let word = text
        .split("outcome=")
        .nth(1)
        .and_then(|rest| rest.split_whitespace().next());
    word.unwrap_or_else(|| panic!("{text}")).to_owned()
}

#[tokio::test]
#[ignore = "only run by `child`"]
#[expect(clippy::print_stdout, reason = "the parent reads it")]
async fn in_a_child() {
    let Ok(url) = env::var("LATCHKEY_TEST_URL") else {
        return;
    };
    let proxy = env::var("LATCHKEY_TEST_PROXY").map_or(ProxySetting::System, |text| {
        ProxySetting::parse(&text).unwrap()
    });
    let outcome = match Client::with_proxy(&address(&url), None, &proxy) {
        Ok(client) => client.providers().await.map(drop),
        Err(error) => Err(error),
    };
    let word = match outcome {
        Ok(()) => "Ok".to_owned(),
        Err(Error::Unreachable { kind, .. }) => format!("Unreachable({kind:?})"),
        Err(Error::Setup(_)) => "Setup".to_owned(),
        Err(Error::ProxyCredentials) => "ProxyCredentials".to_owned(),
        Err(other) => format!("{other:?}"),
    };
    println!("outcome={word} ");
}
