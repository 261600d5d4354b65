//! The reverse proxy that administrators put in front of Directus: spreads requests over its nodes in turn and strips
//! a sub-path. It also stands where a name leads that this machine does not know, since it takes requests in absolute
//! form. Owns no part of any answer.

use super::fault::{Request, read_request};

use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread::JoinHandle;

#[derive(Debug)]
struct Shared {
    path: String,
    nodes: Vec<u16>,
    served: Vec<AtomicUsize>,
    turn: AtomicUsize,
    stopping: AtomicBool,
}

/// A running proxy; stopped when dropped.
#[derive(Debug)]
pub(crate) struct Proxy {
    port: u16,
    shared: Arc<Shared>,
    accepting: Option<JoinHandle<()>>,
}

impl Proxy {
    /// Listens on `port` and leads what is below `path` to the ports `nodes` of this machine.
    pub(crate) fn start(port: u16, path: &str, nodes: &[u16]) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", port)).expect("the port is free");
        let shared = Arc::new(Shared {
            path: path.to_owned(),
            nodes: nodes.to_vec(),
            served: nodes.iter().map(|_| AtomicUsize::new(0)).collect(),
            turn: AtomicUsize::new(0),
            stopping: AtomicBool::new(false),
        });
        let for_thread = Arc::clone(&shared);
        let accepting = std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if for_thread.stopping.load(Ordering::Relaxed) {
                    return;
                }
                let shared = Arc::clone(&for_thread);
                // A client that leaves early is no concern of the proxy's.
                let _ = std::thread::spawn(move || shared.serve(stream));
            }
        });
        Self {
            port,
            shared,
            accepting: Some(accepting),
        }
    }

    /// How many requests each node got so far.
    pub(crate) fn served(&self) -> Vec<usize> {
        let served = self.shared.served.iter();
        served.map(|count| count.load(Ordering::Relaxed)).collect()
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.shared.stopping.store(true, Ordering::Relaxed);
        // Wakes the accepting thread.
        let _ = TcpStream::connect(("127.0.0.1", self.port));
        if let Some(thread) = self.accepting.take() {
            let _ = thread.join();
        }
    }
}

impl Shared {
    fn serve(&self, mut client: TcpStream) -> io::Result<()> {
        let Some(request) = read_request(&mut client) else {
            return Ok(());
        };
        let Some(path) = below(&self.path, &request.path) else {
            return client.write_all(
                b"HTTP/1.1 404 Not Found\r\nContent-Length: 12\r\nConnection: close\r\n\r\nanother site",
            );
        };
        let turn = self.turn.fetch_add(1, Ordering::Relaxed) % self.nodes.len();
        let _ = self.served[turn].fetch_add(1, Ordering::Relaxed);
        let mut node = TcpStream::connect(("127.0.0.1", self.nodes[turn]))?;
        node.write_all(head(&request, path).as_bytes())?;
        node.write_all(&request.body)?;
        let _ = io::copy(&mut node, &mut client)?;
        Ok(())
    }
}

fn head(request: &Request, path: &str) -> String {
    let mut head = format!("{} {path} HTTP/1.1\r\n", request.method);
    for (name, value) in &request.headers {
        if !["connection", "proxy-connection"].contains(&name.as_str()) {
            write!(head, "{name}: {value}\r\n").expect("a string");
        }
    }
    head + "connection: close\r\n\r\n"
}

/// The rest of a request's target below `path`, whichever host an absolute one names.
fn below<'a>(path: &str, target: &'a str) -> Option<&'a str> {
    let target = match target.strip_prefix("http://") {
        Some(absolute) => &absolute[absolute.find('/')?..],
        None => target,
    };
    match target.strip_prefix(path)? {
        "" => Some("/"),
        rest => rest.starts_with(['/', '?']).then_some(rest),
    }
}

#[test]
fn what_is_below_the_path_is_led_on_without_it() {
    for (target, led) in [
        ("/cms", Some("/")),
        ("/cms/auth?x=/y", Some("/auth?x=/y")),
        ("http://dx.test:8055/cms/auth", Some("/auth")),
        ("/cmsx", None),
        ("/", None),
    ] {
        assert_eq!(below("/cms", target), led, "{target}");
    }
}
