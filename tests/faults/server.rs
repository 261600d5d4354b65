//! A small HTTP/1.1 server that does exactly what a test says, down to the byte. One thread a connection; it ends
//! with its value.

#![expect(
    clippy::disallowed_types,
    reason = "a test brings its own servers, processes and files"
)]

use std::{
    io::{self, BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpListener, TcpStream},
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    thread,
    time::Duration,
};

use rustls::{ServerConfig, ServerConnection, StreamOwned};

/// What arrived.
#[derive(Debug, Clone)]
pub(crate) struct Request {
    pub(crate) method: String,
    pub(crate) target: String,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: String,
    /// Counted from zero.
    pub(crate) connection: usize,
}

impl Request {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.as_str())
    }
}

/// Whether the connection may carry another request.
pub(crate) enum KeepAlive {
    Open,
    Close,
}

type Behaviour = dyn Fn(&Request, &mut dyn Write) -> io::Result<KeepAlive> + Send + Sync;

/// Listens on a free port of 127.0.0.1 until dropped.
pub(crate) struct Server {
    address: SocketAddr,
    tls: bool,
    ending: Arc<AtomicBool>,
    connections: Arc<AtomicUsize>,
    requests: Arc<Mutex<Vec<Request>>>,
}

impl Server {
    /// Answers every request with what `answer` writes, and closes.
    pub(crate) fn new(
        answer: impl Fn(&Request, &mut dyn Write) -> io::Result<()> + Send + Sync + 'static,
    ) -> Self {
        Self::start(None, move |request, out| {
            answer(request, out).map(|()| KeepAlive::Close)
        })
    }

    /// The same over TLS.
    pub(crate) fn tls(
        config: Arc<ServerConfig>,
        answer: impl Fn(&Request, &mut dyn Write) -> io::Result<()> + Send + Sync + 'static,
    ) -> Self {
        Self::start(Some(config), move |request, out| {
            answer(request, out).map(|()| KeepAlive::Close)
        })
    }

    /// The same; the answer says whether the connection stays open.
    pub(crate) fn start(
        config: Option<Arc<ServerConfig>>,
        answer: impl Fn(&Request, &mut dyn Write) -> io::Result<KeepAlive> + Send + Sync + 'static,
    ) -> Self {
        let tls = config.is_some();
        let requests = Arc::new(Mutex::new(Vec::new()));
        let answer: Box<Behaviour> = Box::new(answer);
        let log = Arc::clone(&requests);
        let mut server = Self::raw(move |stream, connection| {
            // The peer may hang up at any time: that is what is tested.
            let _ = match &config {
                None => serve(stream, connection, &log, &*answer),
                Some(config) => ServerConnection::new(Arc::clone(config))
                    .map_err(io::Error::other)
                    .and_then(|tls| {
                        serve(StreamOwned::new(tls, stream), connection, &log, &*answer)
                    }),
            };
        });
        server.tls = tls;
        server.requests = requests;
        server
    }

    /// Hands every connection over as it is.
    pub(crate) fn raw(handle: impl Fn(TcpStream, usize) + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let server = Self {
            address: listener.local_addr().unwrap(),
            tls: false,
            ending: Arc::default(),
            connections: Arc::default(),
            requests: Arc::default(),
        };
        let (ending, connections) = (Arc::clone(&server.ending), Arc::clone(&server.connections));
        let handle = Arc::new(handle);
        let _ = thread::spawn(move || {
            for stream in listener.incoming() {
                if ending.load(Ordering::SeqCst) {
                    return;
                }
                let Ok(stream) = stream else { continue };
                stream
                    .set_read_timeout(Some(Duration::from_secs(30)))
                    .unwrap();
                let number = connections.fetch_add(1, Ordering::SeqCst);
                let handle = Arc::clone(&handle);
                let _ = thread::spawn(move || handle(stream, number));
            }
        });

        server
    }

    pub(crate) fn port(&self) -> u16 {
        self.address.port()
    }

    /// Its address with the scheme it speaks.
    pub(crate) fn url(&self) -> String {
        let scheme = if self.tls { "https" } else { "http" };
        format!("{scheme}://{}", self.address)
    }

    /// Everything that arrived so far.
    pub(crate) fn requests(&self) -> Vec<Request> {
        self.requests.lock().unwrap().clone()
    }

    /// How many connections were made so far.
    pub(crate) fn connections(&self) -> usize {
        self.connections.load(Ordering::SeqCst)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.ending.store(true, Ordering::SeqCst);
        // Wakes the listening thread.
        let _ = TcpStream::connect(self.address);
    }
}

fn serve(
    stream: impl Read + Write,
    connection: usize,
    log: &Mutex<Vec<Request>>,
    behave: &Behaviour,
) -> io::Result<()> {
    let mut stream = BufReader::new(stream);
    loop {
        let request = match read(&mut stream, connection) {
            Ok(request) => request,
            // Web servers answer so when a client speaks TLS to a port without it.
            Err(error) if error.kind() == io::ErrorKind::InvalidData => {
                return answer(stream.get_mut(), 400, &[HTML], "<h1>Bad Request</h1>");
            }
            Err(error) => return Err(error),
        };
        log.lock().unwrap().push(request.clone());
        let next = behave(&request, stream.get_mut());
        stream.get_mut().flush()?;
        if let KeepAlive::Close = next? {
            return Ok(());
        }
    }
}

fn read(stream: &mut impl BufRead, connection: usize) -> io::Result<Request> {
    let mut line = || {
        let mut text = String::new();
        match stream.read_line(&mut text)? {
            0 => Err(io::Error::from(io::ErrorKind::UnexpectedEof)),
            _ => Ok(text.trim_end().to_owned()),
        }
    };
    let first = line()?;
    let mut words = first.split(' ').map(str::to_owned);
    let (method, target) = (
        words.next().unwrap_or_default(),
        words.next().unwrap_or_default(),
    );
    let mut headers = Vec::new();
    loop {
        let text = line()?;
        let Some((name, value)) = text.split_once(':') else {
            break;
        };
        headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
    }

    let mut request = Request {
        method,
        target,
        headers,
        body: String::new(),
        connection,
    };
    let length = request
        .header("content-length")
        .map_or(0, |text| text.parse().unwrap());
    let mut body = vec![0; length];
    stream.read_exact(&mut body)?;
    request.body = String::from_utf8(body).unwrap();

    Ok(request)
}

/// Writes a complete answer.
pub(crate) fn answer(
    out: &mut dyn Write,
    status: u16,
    headers: &[(&str, &str)],
    body: &str,
) -> io::Result<()> {
    write!(
        out,
        "HTTP/1.1 {status} Because\r\ncontent-length: {}\r\n",
        body.len()
    )?;
    for (name, value) in headers {
        write!(out, "{name}: {value}\r\n")?;
    }
    write!(out, "\r\n{body}")
}

pub(crate) const JSON: (&str, &str) = ("content-type", "application/json; charset=utf-8");
pub(crate) const HTML: (&str, &str) = ("content-type", "text/html; charset=utf-8");

/// Answers as a healthy Directus does, as far as the tests go.
pub(crate) fn directus(request: &Request, out: &mut dyn Write) -> io::Result<()> {
    let path = request.target.split('?').next().unwrap_or_default();
    match (request.method.as_str(), path) {
        ("GET", "/server/ping") => answer(out, 200, &[HTML], "pong"),
        ("GET", "/server/info") => answer(
            out,
            200,
            &[JSON],
            r##"{"data":{"project":{"project_name":"Acme","project_color":"#6644FF"},"setupCompleted":true}}"##,
        ),
        ("GET", "/auth") => answer(out, 200, &[JSON], r#"{"data":[],"disableDefault":false}"#),
        ("POST", "/auth/refresh") => answer(out, 200, &[JSON], TOKENS),
        ("POST", login) if login.starts_with("/auth/login") => answer(out, 200, &[JSON], TOKENS),
        ("GET", "/users/me") => answer(
            out,
            200,
            &[JSON],
            r#"{"data":{"id":"u-1","email":"amy@example.com"}}"#,
        ),
        ("GET", "/users/register/verify-email") => answer(
            out,
            302,
            &[("location", "http://cms.invalid/admin/users/u-1")],
            "",
        ),
        ("POST", _) => write!(out, "HTTP/1.1 204 No Content\r\n\r\n"),
        _ => answer(
            out,
            404,
            &[JSON],
            r#"{"errors":[{"message":"Route doesn't exist.","extensions":{"code":"ROUTE_NOT_FOUND"}}]}"#,
        ),
    }
}

pub(crate) const TOKENS: &str = r#"{"data":{"expires":900000,"refresh_token":"Rt-9c1f-marked","access_token":"At-77de-marked"}}"#;
