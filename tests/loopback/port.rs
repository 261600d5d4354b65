//! The port: who can reach it, when it is there, what happens when it is taken.

use std::{
    io,
    net::{IpAddr, TcpListener, TcpStream, UdpSocket},
    time::Duration,
};

use latchkey::{
    address::{HttpPolicy, ServerUrl},
    loopback::{Binding, Error, Host, Listener, Ports},
    sso::{Outcome, Route},
};

use crate::{browser, sign_in::SignIn};

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port()
}

fn on(host: Host, ports: &[u16]) -> Binding {
    Binding {
        host,
        ports: Ports::Pinned(ports.to_vec()),
        cookies: &[],
        path: latchkey::loopback::CALLBACK_PATH.to_owned(),
    }
}

/// Local addresses in LISTEN state with this port, as the kernel lists them.
fn listening(port: u16) -> Vec<String> {
    sockets(port, &["0A"])
}

/// The same, in any state.
fn sockets_on(port: u16) -> Vec<String> {
    sockets(port, &[])
}

fn sockets(port: u16, states: &[&str]) -> Vec<String> {
    ["/proc/net/tcp", "/proc/net/tcp6"]
        .iter()
        .flat_map(|path| {
            let table = std::fs::read_to_string(path).unwrap_or_default();

            table
                .lines()
                .skip(1)
                .filter_map(|line| {
                    let mut fields = line.split_whitespace().skip(1);
                    let (local, _, state) = (fields.next()?, fields.next()?, fields.next()?);

                    ((states.is_empty() || states.contains(&state))
                        && local.ends_with(&format!(":{port:04X}")))
                    .then(|| local.to_owned())
                })
                .collect::<Vec<_>>()
        })
        .collect()
}

async fn wait_until_closed(port: u16) {
    for _ in 0..100 {
        if sockets_on(port).is_empty() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("{port} is still open: {:?}", sockets_on(port));
}

/// Seen to fail with `0.0.0.0` in `socket::both`: both connections were accepted.
#[tokio::test]
async fn s_01_nobody_outside_of_this_address_gets_in() {
    let sign_in = SignIn::hand_off().await;
    let port = sign_in.port;

    assert_eq!(listening(port), [format!("0100007F:{port:04X}")]);

    // No packet is sent: this only asks which address the machine would use.
    let route = UdpSocket::bind("0.0.0.0:0").unwrap();
    let own = route
        .connect("198.51.100.1:9")
        .and_then(|()| route.local_addr())
        .map(|address| address.ip());

    let mut outside = vec![IpAddr::from([127, 0, 0, 2])];
    outside.extend(own.ok().filter(|address| !address.is_loopback()));

    for address in outside {
        let error = TcpStream::connect_timeout(&(address, port).into(), Duration::from_secs(2))
            .unwrap_err();

        assert_eq!(error.kind(), io::ErrorKind::ConnectionRefused, "{address}");
    }
    sign_in.finishes().await;
}

/// Seen to fail with `sockets` forgotten instead of dropped in `hold`.
#[tokio::test]
async fn s_02_the_port_is_open_while_it_is_needed_and_not_longer() {
    let port = free_port();
    assert!(listening(port).is_empty());

    // Accepted: gone when the browser has its page.
    let sign_in = SignIn::pinned(port).await;
    assert_eq!(listening(port).len(), 1);
    let query = format!("state={}", sign_in.state);
    let browser = tokio::spawn(async move { browser::navigate(port, &query).await });
    let callback = sign_in.accepted().await;
    callback.response.succeeded().await;
    assert!(listening(port).is_empty());
    assert_eq!(browser.await.unwrap().status, 200);

    // Accepted, and the caller never says how it went.
    let sign_in = SignIn::pinned(port).await;
    let query = format!("state={}", sign_in.state);
    let browser = tokio::spawn(async move { browser::navigate(port, &query).await });
    drop(sign_in.accepted().await);
    assert!(browser.await.unwrap().body.contains("Return to Latchkey"));
    wait_until_closed(port).await;

    // Cancelled, with someone connected.
    let sign_in = SignIn::pinned(port).await;
    let idle = TcpStream::connect(("127.0.0.1", port)).unwrap();
    sign_in.cancel().await;
    wait_until_closed(port).await;
    drop(idle);

    // Timed out.
    let listener = Listener::bind(&on(Host::V4, &[port])).await.unwrap();
    let wait = listener.callback(|_| latchkey::loopback::Judgement::<()>::Refuse);
    assert!(
        tokio::time::timeout(Duration::from_millis(50), wait)
            .await
            .is_err()
    );
    assert!(listening(port).is_empty());

    // Dropped before it was ever used.
    let listener = Listener::bind(&on(Host::V4, &[port])).await.unwrap();
    assert_eq!(listening(port).len(), 1);
    drop(listener);
    assert!(listening(port).is_empty());
}

/// Seen to fail with the `AddrInUse` arm of `socket::bind` removed.
#[tokio::test]
async fn r_34_the_next_port_is_taken_when_one_is_held() {
    let first = TcpListener::bind("127.0.0.1:0").unwrap();
    let second = TcpListener::bind("127.0.0.1:0").unwrap();
    let taken = [&first, &second].map(|held| held.local_addr().unwrap().port());
    let free = free_port();

    let listener = Listener::bind(&on(Host::V4, &[taken[0], taken[1], free]))
        .await
        .unwrap();
    assert_eq!(listener.port(), free);
    assert_eq!(
        listener.redirect_uri().as_str(),
        format!("http://127.0.0.1:{free}/callback")
    );

    assert_eq!(
        Listener::bind(&on(Host::V4, &taken)).await.unwrap_err(),
        Error::PortsTaken(taken.to_vec())
    );
    assert_eq!(
        on(Host::V4, &taken).redirect_uris(),
        taken.map(|port| format!("http://127.0.0.1:{port}/callback"))
    );
}

/// Seen to fail with `shutdown` before `drained` in `connection::answer` (`TIME_WAIT` holds the port for a minute),
/// and with `set_zero_linger` removed.
#[tokio::test]
async fn r_34_a_pinned_port_is_free_again_at_once() {
    let port = free_port();

    for _ in 0..3 {
        let sign_in = SignIn::pinned(port).await;
        let idle = TcpStream::connect(("127.0.0.1", port)).unwrap();
        assert_eq!(browser::navigate(port, "state=wrong").await.status, 400);
        assert_eq!(
            browser::navigate(port, "reason=INVALID_OTP").await.status,
            400
        );

        let query = format!("state={}", sign_in.state);
        let browser = tokio::spawn(async move { browser::navigate(port, &query).await });
        let callback = sign_in.accepted().await;
        assert!(matches!(callback.value.0, Outcome::Returned));
        callback.response.failed().await;
        assert!(browser.await.unwrap().body.contains("did not finish"));
        drop(idle);
    }
}

/// Seen to fail with `set_reuseport(true)` on our socket: the squatter then got a share of the connections.
#[tokio::test]
async fn s_09_nobody_shares_our_port_and_we_share_nobodys() {
    let sign_in = SignIn::hand_off().await;

    for reuse in [false, true] {
        let squatter = tokio::net::TcpSocket::new_v4().unwrap();
        squatter.set_reuseaddr(reuse).unwrap();
        squatter.set_reuseport(reuse).unwrap();
        let error = squatter
            .bind(([127, 0, 0, 1], sign_in.port).into())
            .unwrap_err();

        assert_eq!(error.kind(), io::ErrorKind::AddrInUse);
    }

    // A port that another program holds and is willing to share is not taken.
    let squatter = tokio::net::TcpSocket::new_v4().unwrap();
    squatter.set_reuseaddr(true).unwrap();
    squatter.set_reuseport(true).unwrap();
    squatter.bind(([127, 0, 0, 1], 0).into()).unwrap();
    let squatter = squatter.listen(1).unwrap();
    let port = squatter.local_addr().unwrap().port();

    assert_eq!(
        Listener::bind(&on(Host::V4, &[port])).await.unwrap_err(),
        Error::PortsTaken(vec![port])
    );
    sign_in.finishes().await;
}

/// Seen to fail with the second family left out of `socket::both`.
#[tokio::test]
async fn s_10_localhost_is_held_in_both_families_or_not_at_all() {
    let port = free_port();
    let held = TcpListener::bind(("::1", port));

    if let Ok(held) = held {
        assert_eq!(
            Listener::bind(&on(Host::Localhost, &[port]))
                .await
                .unwrap_err(),
            Error::PortsTaken(vec![port])
        );
        drop(held);

        let listener = Listener::bind(&on(Host::Localhost, &[port])).await.unwrap();
        assert_eq!(listening(port).len(), 2);
        drop(listener);
        assert!(listening(port).is_empty());
    }

    let sign_in = SignIn::on(&on(Host::Localhost, &[port]), Route::SameHost).await;
    let query = format!("/callback?state={}", sign_in.state);
    let literal = browser::send(port, &browser::request(port, "GET", &query, "")).await;
    assert_eq!(literal.unwrap().status, 421);

    let by_name = format!("GET {query} HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n");
    let browser = tokio::spawn(async move { browser::send(port, &by_name).await });
    sign_in.accepted().await.response.succeeded().await;
    assert_eq!(browser.await.unwrap().unwrap().status, 200);
}

#[test]
fn a_same_host_sign_in_listens_under_the_instances_own_name() {
    for (instance, redirect) in [
        (
            "http://127.0.0.1:8055",
            Some("http://127.0.0.1:47801/callback"),
        ),
        (
            "http://localhost:8055/cms",
            Some("http://localhost:47801/callback"),
        ),
        ("http://[::1]:8055", Some("http://[::1]:47801/callback")),
        ("http://127.0.0.2:8055", None),
        ("http://cms.localhost:8055", None),
        ("https://example.com", None),
    ] {
        let instance = ServerUrl::parse(instance, HttpPolicy::LoopbackOnly).unwrap();
        let binding = Binding::same_host(&instance, &[47_801]);

        assert_eq!(
            binding.map(|binding| binding.redirect_uris()),
            redirect.map(|redirect| vec![redirect.to_owned()]),
            "{instance}"
        );
    }
}
