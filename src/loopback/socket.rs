//! The listening sockets: which address and port, and what to do when a port is taken.
//!
//! No `SO_REUSEADDR` and no `SO_REUSEPORT` (S-09: no other program shares the port). `connection` closes in an order
//! that leaves the port free for the next attempt all the same.
//!
//! On Windows exclusive use must be asked for (`exclusive`): there a program of the same user that sets `SO_REUSEADDR`
//! could bind to the port of a listening socket.

use std::{io, net::SocketAddr, time::Duration};

use tokio::net::{TcpListener, TcpSocket, TcpStream};
use url::Url;

use crate::{
    address::{ProviderName, ServerUrl},
    session::SESSION_COOKIES,
};

use super::CALLBACK_PATH;
#[cfg(windows)]
use super::exclusive;

/// Ports for routes whose redirect must be on a server's allow list: outside of what Linux, macOS and Windows
/// hand out to clients.
pub const PINNED_PORTS: [u16; 3] = [28_517, 28_518, 28_519];

/// Connections that the system queues until they are accepted.
const BACKLOG: u32 = 128;
/// How often all ports are tried, and the pause between. A sign-in that was just cancelled may hold a port until its
/// browser has closed the connection, and a port may be free in one address family only.
const BIND_ATTEMPTS: usize = 6;
const BIND_RETRY_DELAY: Duration = Duration::from_millis(200);

/// The name under which the browser reaches this machine. Cookies belong to a name, so a sign-in on the same host has
/// to use that of its instance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Host {
    /// `127.0.0.1`, the rule (RFC 8252 §8.3).
    V4,
    /// `[::1]`.
    V6,
    /// `localhost`: both address families are bound, so that no other program answers under the other one (S-10).
    Localhost,
}

/// Which ports may be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ports {
    /// Any free one.
    Any,
    /// The first free one of these.
    Pinned(Vec<u16>),
}

/// Where to listen, and what to take from a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binding {
    /// The name.
    pub host: Host,
    /// The ports.
    pub ports: Ports,
    /// The cookies to hand on; all others are dropped unread.
    pub cookies: &'static [&'static str],
    /// The only path that is answered.
    pub path: String,
}

/// Why nothing listens.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// Other programs hold every pinned port (R-34: the ports are named).
    #[error("every port for the sign-in is taken: {0:?}")]
    PortsTaken(Vec<u16>),
    /// The system does not let us listen on its loopback address.
    #[error("cannot listen on {address}: {reason}")]
    CannotListen {
        /// The address.
        address: String,
        /// In the system's words.
        reason: String,
    },
}

impl Host {
    /// The name by which `instance` is this machine, if a listener can share it.
    pub fn of(instance: &ServerUrl) -> Option<Self> {
        match instance.url().host_str()? {
            "127.0.0.1" => Some(Self::V4),
            "[::1]" => Some(Self::V6),
            "localhost" => Some(Self::Localhost),
            _ => None,
        }
    }

    /// `Host` as a browser sends it.
    pub(super) fn authority(self, port: u16) -> String {
        let name = match self {
            Self::V4 => "127.0.0.1",
            Self::V6 => "[::1]",
            Self::Localhost => "localhost",
        };

        format!("{name}:{port}")
    }

    fn redirect_uri(self, port: u16, path: &str) -> String {
        format!("http://{}{path}", self.authority(port))
    }
}

impl Binding {
    /// For the hand-off: any port of `127.0.0.1`, no cookie.
    pub fn hand_off() -> Self {
        Self {
            host: Host::V4,
            ports: Ports::Any,
            cookies: &[],
            path: CALLBACK_PATH.to_owned(),
        }
    }

    /// For the relay: this port of `127.0.0.1`, at the path where Directus would receive this provider's answer. `None`
    /// when the provider's name cannot be one segment of a path, or only percent-encoded: the listener compares paths
    /// as they arrive, and a browser may encode differently.
    pub fn relay(provider: &str, port: u16) -> Option<Self> {
        let name = ProviderName::parse(provider).ok()?;

        name.is_unencoded().then(|| Self {
            host: Host::V4,
            ports: Ports::Pinned(vec![port]),
            cookies: &[],
            path: format!("/auth/login/{}/callback", name.segment()),
        })
    }

    /// For an instance on this machine: its own name, these ports, the cookies Directus keeps a session in.
    /// `None` when the instance is not reached by a name of this machine that can be listened on.
    pub fn same_host(instance: &ServerUrl, ports: &[u16]) -> Option<Self> {
        Some(Self {
            host: Host::of(instance)?,
            ports: Ports::Pinned(ports.to_vec()),
            cookies: SESSION_COOKIES,
            path: CALLBACK_PATH.to_owned(),
        })
    }

    /// The redirects this binding may use, as an allow list must name them; empty when any port will do.
    pub fn redirect_uris(&self) -> Vec<String> {
        match &self.ports {
            Ports::Any => Vec::new(),
            Ports::Pinned(ports) => ports
                .iter()
                .map(|port| self.host.redirect_uri(*port, &self.path))
                .collect(),
        }
    }
}

/// One listening socket, or one for each family of `localhost`.
#[derive(Debug)]
pub(super) struct Sockets {
    port: u16,
    redirect_uri: Url,
    first: TcpListener,
    second: Option<TcpListener>,
}

impl Sockets {
    pub(super) fn port(&self) -> u16 {
        self.port
    }

    pub(super) fn redirect_uri(&self) -> &Url {
        &self.redirect_uri
    }

    pub(super) async fn accept(&self) -> io::Result<(TcpStream, SocketAddr)> {
        match &self.second {
            None => self.first.accept().await,
            Some(second) => tokio::select! {
                accepted = self.first.accept() => accepted,
                accepted = second.accept() => accepted,
            },
        }
    }
}

pub(super) async fn bind(binding: &Binding) -> Result<Sockets, Error> {
    let host = binding.host;
    let (ports, taken): (&[u16], _) = match &binding.ports {
        Ports::Any => (&[0], Vec::new()),
        Ports::Pinned(ports) => (ports, ports.clone()),
    };

    for attempt in 0..BIND_ATTEMPTS {
        if attempt > 0 {
            tokio::time::sleep(BIND_RETRY_DELAY).await;
        }

        for &port in ports {
            match bind_port(host, port, &binding.path) {
                Ok(sockets) => return Ok(sockets),
                Err(error) if is_taken(&error) => {}
                Err(error) => {
                    return Err(Error::CannotListen {
                        address: host.authority(port),
                        reason: error.to_string(),
                    });
                }
            }
        }
    }

    Err(Error::PortsTaken(taken))
}

fn bind_port(host: Host, port: u16, path: &str) -> io::Result<Sockets> {
    let first = match host {
        Host::V4 | Host::Localhost => bind_address(SocketAddr::from(([127, 0, 0, 1], port)))?,
        Host::V6 => bind_address(SocketAddr::from((LOOPBACK_V6, port)))?,
    };
    let port = first.local_addr()?.port();
    let second = match host {
        Host::V4 | Host::V6 => None,
        Host::Localhost => match bind_address(SocketAddr::from((LOOPBACK_V6, port))) {
            Ok(second) => Some(second),
            // Someone may be waiting there for our callback (S-10).
            Err(error) if is_taken(&error) => return Err(error),
            // No IPv6 on this machine: then nobody else can listen there either.
            Err(_) => None,
        },
    };

    Ok(Sockets {
        port,
        redirect_uri: Url::parse(&host.redirect_uri(port, path)).map_err(io::Error::other)?,
        first,
        second,
    })
}

/// Windows has a word of its own for a port that another socket holds exclusively, or that the system keeps for
/// itself: `WSAEACCES` (Microsoft, "bind function (winsock.h)",
/// <https://learn.microsoft.com/windows/win32/api/winsock/nf-winsock-bind>). There no port of ours needs a right.
fn is_taken(error: &io::Error) -> bool {
    match error.kind() {
        io::ErrorKind::AddrInUse => true,
        kind => cfg!(windows) && kind == io::ErrorKind::PermissionDenied,
    }
}

const LOOPBACK_V6: [u16; 8] = [0, 0, 0, 0, 0, 0, 0, 1];

fn bind_address(address: SocketAddr) -> io::Result<TcpListener> {
    let socket = match address {
        SocketAddr::V4(_) => TcpSocket::new_v4()?,
        SocketAddr::V6(_) => TcpSocket::new_v6()?,
    };

    #[cfg(windows)]
    exclusive::set_exclusive(&socket)?;
    socket.bind(address)?;
    socket.listen(BACKLOG)
}
