//! Just enough of an HTTP client: it sends exactly the bytes it is told to, and closes when it has the response,
//! as browsers do after `Connection: close`.

use std::time::Duration;

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

#[derive(Debug)]
pub(crate) struct Page {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: String,
}

/// What Chromium sends for a redirect from another site, shortened.
pub(crate) fn request(port: u16, method: &str, target: &str, more: &str) -> String {
    format!(
        "{method} {target} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: keep-alive\r\n{more}\r\n"
    )
}

pub(crate) async fn navigate(port: u16, query: &str) -> Page {
    let request = request(
        port,
        "GET",
        &format!("/callback?{query}"),
        "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document\r\n",
    );

    send(port, &request).await.unwrap()
}

/// `None` when the connection ended without a response.
pub(crate) async fn send(port: u16, bytes: &str) -> Option<Page> {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
    // A listener that cuts a long request short is no reason to stop before its response was read.
    let _ = stream.write_all(bytes.as_bytes()).await;

    receive(&mut stream).await
}

pub(crate) async fn receive(stream: &mut TcpStream) -> Option<Page> {
    tokio::time::timeout(Duration::from_secs(20), read_response(stream))
        .await
        .unwrap()
}

async fn read_response(stream: &mut TcpStream) -> Option<Page> {
    let mut bytes = Vec::new();

    loop {
        if let Some(page) = parse(&bytes) {
            return Some(page);
        }
        match stream.read_buf(&mut bytes).await {
            Ok(0) | Err(_) => return None,
            Ok(_) => {}
        }
    }
}

fn parse(bytes: &[u8]) -> Option<Page> {
    let text = std::str::from_utf8(bytes).ok()?;
    let (head, body) = text.split_once("\r\n\r\n")?;
    let length: usize = head
        .lines()
        .find_map(|line| line.strip_prefix("Content-Length: "))?
        .parse()
        .ok()?;

    (body.len() == length).then(|| Page {
        status: head.get(9..12).unwrap().parse().unwrap(),
        head: head.to_owned(),
        body: body.to_owned(),
    })
}
