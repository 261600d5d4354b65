//! The listener as a real browser meets it: Debian's Chromium, sent here by a redirect of another site.

use std::{path::Path, process::Stdio, time::Duration};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    process::{Child, Command},
};

use crate::sign_in::SignIn;

/// A site other than the listener's (`localhost` is not `127.0.0.1`), which redirects once.
async fn redirecting_to(target: String) -> String {
    let site = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://localhost:{}/", site.local_addr().unwrap().port());

    drop(tokio::spawn(async move {
        loop {
            let (mut stream, _) = site.accept().await.unwrap();
            let _ = stream.read(&mut [0; 4096]).await;
            let answer = format!(
                "HTTP/1.1 302 Found\r\nLocation: {target}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
            );
            let _ = stream.write_all(answer.as_bytes()).await;
        }
    }));

    address
}

fn chromium(profile: &Path, address: &str) -> Child {
    Command::new("chromium")
        .args([
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
        ])
        .args([
            "--password-store=basic",
            "--remote-debugging-port=0",
            "--enable-logging=stderr",
            "--no-proxy-server",
        ])
        .arg(format!("--user-data-dir={}", profile.display()))
        .arg(address)
        .stdout(Stdio::null())
        .stderr(std::fs::File::create(profile.join("console")).unwrap())
        .kill_on_drop(true)
        .spawn()
        .unwrap()
}

/// What Chromium says about its tabs, once it mentions `wanted`.
async fn tabs(profile: &Path, wanted: &str) -> String {
    let mut seen = String::new();

    for _ in 0..200 {
        tokio::time::sleep(Duration::from_millis(50)).await;

        // It may be there before it is written.
        let file = std::fs::read_to_string(profile.join("DevToolsActivePort")).unwrap_or_default();
        let Some(port) = file
            .lines()
            .next()
            .and_then(|port| port.parse::<u16>().ok())
        else {
            continue;
        };
        let mut stream = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
        let request = format!("GET /json/list HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n");
        stream.write_all(request.as_bytes()).await.unwrap();

        let mut bytes = Vec::new();
        let whole = stream.read_to_end(&mut bytes);
        let _ = tokio::time::timeout(Duration::from_millis(300), whole).await;
        seen = String::from_utf8(bytes).unwrap();
        if seen.contains(wanted) {
            break;
        }
    }

    seen
}

/// Seen to fail with a wrong `SCRIPT_HASH`: the address kept code and state. And with a wrong `STYLE_HASH`: the
/// console told of it.
#[tokio::test]
async fn s_14_in_chromium_the_code_leaves_the_address() {
    let profile = tempfile::tempdir().unwrap();
    let sign_in = SignIn::hand_off().await;
    let callback = format!("http://127.0.0.1:{}/callback", sign_in.port);
    let site = redirecting_to(format!("{callback}?{}", sign_in.valid_query())).await;

    let mut browser = chromium(profile.path(), &site);
    sign_in.accepted().await.response.succeeded().await;

    let tabs = tabs(profile.path(), "Signed in").await;
    assert!(tabs.contains(&format!("\"url\": \"{callback}\"")), "{tabs}");
    assert!(!tabs.contains("one-time"), "{tabs}");

    // The policy lets the page's own style through, too.
    let console = std::fs::read_to_string(profile.path().join("console")).unwrap();
    assert!(!console.contains("Content Security Policy"), "{console}");
    browser.kill().await.unwrap();
}
