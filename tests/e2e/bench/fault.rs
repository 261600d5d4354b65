//! An HTTP/1.1 server for faults that a real one cannot be made to show: slow, malformed and lost answers, cut
//! connections. It stands alone, or in front of a real Directus and changes some of its answers. Deliberately no fake
//! Directus: every answer that is not changed comes from the real one.

use super::tls::Identity;

use serde_json::Value;

use std::fmt::Write as _;
use std::io::{BufRead as _, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// A request as it came in.
#[derive(Debug, Clone)]
pub(crate) struct Request {
    /// The method.
    pub(crate) method: String,
    /// Path and query.
    pub(crate) path: String,
    /// Header names in lower case.
    pub(crate) headers: Vec<(String, String)>,
    /// The body.
    pub(crate) body: Vec<u8>,
}

impl Request {
    /// A header by its lower-case name, empty when absent.
    pub(crate) fn header(&self, name: &str) -> &str {
        let found = self.headers.iter().find(|(known, _)| known == name);
        found.map_or("", |(_, value)| value)
    }
}

/// How an answer is sent.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Pace {
    /// As fast as it can.
    AtOnce,
    /// After a delay.
    After(Duration),
    /// Byte by byte with a pause after each.
    ByteEach(Duration),
    /// The head and so many bytes of the body; then the connection is cut.
    CutAfter(usize),
    /// When [`FaultServer::release`] is called.
    Held,
    /// Not at all: the connection stays open and silent.
    Never,
    /// Not at all: the connection is cut.
    HangUp,
}

/// An answer.
#[derive(Debug, Clone)]
pub(crate) struct Reply {
    content: Content,
    pace: Pace,
}

#[derive(Debug, Clone)]
enum Content {
    Bytes { head: String, body: Vec<u8> },
    Forward,
}

impl Reply {
    /// The real server's answer; only where there is one.
    pub(crate) fn forward() -> Self {
        Self {
            content: Content::Forward,
            pace: Pace::AtOnce,
        }
    }

    /// A body with its content type.
    pub(crate) fn new(status: u16, content_type: &str, body: impl Into<Vec<u8>>) -> Self {
        let body = body.into();
        let head = format!(
            "HTTP/1.1 {status} Status\r\nContent-Type: {content_type}\r\nContent-Length: {}\r\n",
            body.len()
        );
        Self {
            content: Content::Bytes { head, body },
            pace: Pace::AtOnce,
        }
    }

    /// JSON.
    pub(crate) fn json(status: u16, body: &Value) -> Self {
        Self::new(status, "application/json; charset=utf-8", body.to_string())
    }

    /// A page, as a proxy or a captive portal sends it.
    pub(crate) fn html(status: u16, title: &str) -> Self {
        let page = format!("<!doctype html><title>{title}</title><h1>{title}</h1>");
        Self::new(status, "text/html; charset=utf-8", page)
    }

    /// A redirect (302) to anywhere.
    pub(crate) fn redirect(location: &str) -> Self {
        Self::new(302, "text/plain", "").header("Location", location)
    }

    /// 429 as Directus says it, with `Retry-After` in the form given, or without.
    pub(crate) fn too_many(retry_after: Option<&str>) -> Self {
        let error = serde_json::json!({"errors": [{
            "message": "Too many requests, retry after 4s.",
            "extensions": {"limit": 40, "code": "REQUESTS_EXCEEDED"},
        }]});
        let reply = Self::json(429, &error);
        match retry_after {
            Some(value) => reply.header("Retry-After", value),
            None => reply,
        }
    }

    /// A valid JSON document of at least so many bytes.
    pub(crate) fn huge(bytes: usize) -> Self {
        let filler = "x".repeat(bytes);
        Self::json(200, &serde_json::json!({"data": {"filler": filler}}))
    }

    /// Bytes that need not be HTTP at all.
    pub(crate) fn raw(bytes: impl Into<Vec<u8>>) -> Self {
        Self {
            content: Content::Bytes {
                head: String::new(),
                body: bytes.into(),
            },
            pace: Pace::AtOnce,
        }
    }

    /// With one more header. No effect on a forwarded or raw reply.
    pub(crate) fn header(mut self, name: &str, value: &str) -> Self {
        if let Content::Bytes { head, .. } = &mut self.content
            && !head.is_empty()
        {
            write!(head, "{name}: {value}\r\n").expect("a string");
        }
        self
    }

    /// The same reply, sent at this pace.
    pub(crate) fn pace(mut self, pace: Pace) -> Self {
        self.pace = pace;
        self
    }
}

type Handler = dyn Fn(&Request) -> Reply + Send + Sync;

struct Shared {
    handler: Box<Handler>,
    upstream: Option<String>,
    identity: Option<Identity>,
    requests: Mutex<Vec<Request>>,
    released: AtomicBool,
    stopping: AtomicBool,
}

/// A running fault server on a free loopback port; stopped when dropped.
pub(crate) struct FaultServer {
    port: u16,
    shared: Arc<Shared>,
    accepting: Option<JoinHandle<()>>,
}

impl FaultServer {
    /// One that answers by itself.
    pub(crate) fn start(handler: impl Fn(&Request) -> Reply + Send + Sync + 'static) -> Self {
        Self::launch(Box::new(handler), None, None)
    }

    /// The same over TLS.
    pub(crate) fn start_tls(
        identity: &Identity,
        handler: impl Fn(&Request) -> Reply + Send + Sync + 'static,
    ) -> Self {
        Self::launch(Box::new(handler), None, Some(identity.clone()))
    }

    /// One in front of a real server at `http://HOST:PORT`, for [`Reply::forward`].
    pub(crate) fn in_front_of(
        upstream: &str,
        identity: Option<&Identity>,
        handler: impl Fn(&Request) -> Reply + Send + Sync + 'static,
    ) -> Self {
        let upstream = upstream.trim_start_matches("http://").to_owned();
        Self::launch(Box::new(handler), Some(upstream), identity.cloned())
    }

    fn launch(handler: Box<Handler>, upstream: Option<String>, identity: Option<Identity>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        let shared = Arc::new(Shared {
            handler,
            upstream,
            identity,
            requests: Mutex::default(),
            released: AtomicBool::new(false),
            stopping: AtomicBool::new(false),
        });
        let for_thread = Arc::clone(&shared);
        let accepting = std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if for_thread.stopping.load(Ordering::Relaxed) {
                    return;
                }
                let shared = Arc::clone(&for_thread);
                let _ = std::thread::spawn(move || shared.serve(stream));
            }
        });
        Self {
            port,
            shared,
            accepting: Some(accepting),
        }
    }

    /// The address, with 127.0.0.1 as host.
    pub(crate) fn url(&self) -> String {
        let scheme = if self.shared.identity.is_some() {
            "https"
        } else {
            "http"
        };
        format!("{scheme}://127.0.0.1:{}", self.port)
    }

    /// Lets every answer go that is held, now and later.
    pub(crate) fn release(&self) {
        self.shared.released.store(true, Ordering::Relaxed);
    }

    /// What has been asked so far.
    pub(crate) fn requests(&self) -> Vec<Request> {
        self.shared
            .requests
            .lock()
            .expect("no writer panics")
            .clone()
    }
}

impl Drop for FaultServer {
    fn drop(&mut self) {
        self.shared.stopping.store(true, Ordering::Relaxed);
        // Wakes the accepting thread; those that serve see the flag by themselves.
        let _ = TcpStream::connect(("127.0.0.1", self.port));
        if let Some(thread) = self.accepting.take() {
            let _ = thread.join();
        }
    }
}

trait Stream: Read + Write {}
impl<T: Read + Write> Stream for T {}

impl Shared {
    fn serve(&self, stream: TcpStream) {
        // A client that says nothing does not hold the thread for ever.
        let _ = stream.set_read_timeout(Some(Duration::from_secs(20)));
        let mut stream: Box<dyn Stream> = match &self.identity {
            None => Box::new(stream),
            Some(identity) => {
                let session = rustls::ServerConnection::new(identity.config());
                Box::new(rustls::StreamOwned::new(
                    session.expect("a session"),
                    stream,
                ))
            }
        };
        let Some(request) = read_request(&mut stream) else {
            return;
        };
        let mut requests = self.requests.lock().expect("no reader panics");
        requests.push(request.clone());
        drop(requests);
        let reply = (self.handler)(&request);
        let (mut bytes, body_at) = match reply.content {
            Content::Bytes { head, body } if head.is_empty() => (body, 0),
            Content::Bytes { head, body } => {
                let mut bytes = format!("{head}Connection: close\r\n\r\n").into_bytes();
                let body_at = bytes.len();
                bytes.extend(body);
                (bytes, body_at)
            }
            Content::Forward => self.forward(&request),
        };
        match reply.pace {
            Pace::AtOnce => {}
            Pace::After(delay) => self.pause(delay),
            Pace::ByteEach(gap) => {
                for byte in std::mem::take(&mut bytes) {
                    if stream
                        .write_all(&[byte])
                        .and_then(|()| stream.flush())
                        .is_err()
                    {
                        return;
                    }
                    self.pause(gap);
                }
            }
            Pace::CutAfter(length) => bytes.truncate(body_at + length),
            Pace::Held => {
                while !self.released.load(Ordering::Relaxed)
                    && !self.stopping.load(Ordering::Relaxed)
                {
                    std::thread::sleep(Duration::from_millis(5));
                }
            }
            Pace::Never => self.pause(Duration::from_secs(600)),
            Pace::HangUp => bytes.clear(),
        }
        let _ = stream.write_all(&bytes);
        let _ = stream.flush();
    }

    /// Sleeps, but not past the end of the server.
    fn pause(&self, time: Duration) {
        let until = Instant::now() + time;
        while Instant::now() < until && !self.stopping.load(Ordering::Relaxed) {
            let left = until.saturating_duration_since(Instant::now());
            std::thread::sleep(left.min(Duration::from_millis(20)));
        }
    }

    /// The real server's whole answer, and where its body begins.
    fn forward(&self, request: &Request) -> (Vec<u8>, usize) {
        let upstream = self.upstream.as_ref().expect("a server to forward to");
        let mut stream = TcpStream::connect(upstream).expect("the real server listens");
        let mut head = format!("{} {} HTTP/1.1\r\n", request.method, request.path);
        for (name, value) in &request.headers {
            if name != "connection" && name != "host" {
                write!(head, "{name}: {value}\r\n").expect("a string");
            }
        }
        write!(head, "host: {upstream}\r\nconnection: close\r\n\r\n").expect("a string");
        let mut answer = Vec::new();
        stream
            .write_all(head.as_bytes())
            .and_then(|()| stream.write_all(&request.body))
            .and_then(|()| stream.read_to_end(&mut answer))
            .map_or_else(|error| panic!("{upstream}: {error}"), |_| ());
        let end = answer.windows(4).position(|window| window == b"\r\n\r\n");
        let body_at = end.map_or(answer.len(), |end| end + 4);
        (answer, body_at)
    }
}

pub(super) fn read_request(stream: &mut impl Read) -> Option<Request> {
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    let _ = reader.read_line(&mut line).ok()?;
    let mut words = line.split_whitespace();
    let (method, path) = (words.next()?.to_owned(), words.next()?.to_owned());
    let mut headers = Vec::new();
    loop {
        line.clear();
        let _ = reader.read_line(&mut line).ok()?;
        let Some((name, value)) = line.trim_end().split_once(':') else {
            break;
        };
        headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
    }
    let mut request = Request {
        method,
        path,
        headers,
        body: Vec::new(),
    };
    request.body = vec![0; request.header("content-length").parse().unwrap_or(0)];
    reader.read_exact(&mut request.body).ok()?;
    Some(request)
}
