//! The hand-over on Unix: a socket and a lock file in a directory of mode 0700 that is ours. Who is on the other
//! end is checked on both ends.

#![expect(
    clippy::disallowed_types,
    reason = "owns the hand-over's lock and socket"
)]

use std::{
    fs::{self, DirBuilder, File, OpenOptions, TryLockError},
    io::{self, ErrorKind, Read, Write},
    os::unix::{
        fs::{DirBuilderExt, FileTypeExt, MetadataExt, OpenOptionsExt, PermissionsExt},
        net::{UnixListener, UnixStream},
    },
    path::{Path, PathBuf},
    sync::Arc,
    thread,
    time::{Duration, Instant},
};

use rustix::{fs::OFlags, process::geteuid};
use tokio::sync::{Semaphore, mpsc};

use super::{ACKNOWLEDGEMENT_TIMEOUT, Error, Request, message, receive};

/// The pause before the next attempt, while the first instance has its lock but not yet its socket.
const RETRY_INTERVAL: Duration = Duration::from_millis(5);

/// The lock, held until the end, and the bound socket.
#[derive(Debug)]
pub(super) struct Primary {
    listener: UnixListener,
    ownership: Ownership,
}

/// Dropped in this order: the socket's file is removed while the lock still keeps others from making theirs.
#[derive(Debug)]
struct Ownership {
    _socket: SocketFile,
    _lock: File,
}

/// Removes the socket's file; only its owner, who holds the lock, has one of these.
#[derive(Debug)]
struct SocketFile(PathBuf);

impl Drop for SocketFile {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

/// The connection to the running instance.
pub(super) type Connection = UnixStream;

/// Who owns the window.
pub(super) enum ClaimOutcome {
    /// This process.
    Primary(Primary),
    /// The running instance, which took the message over this connection.
    HandedOver(Connection),
}

pub(super) fn claim(directory: &Path, message: &[u8]) -> Result<ClaimOutcome, Error> {
    make_private(directory)?;
    let socket = directory.join("instance.sock");
    let lock = directory.join("instance.lock");
    let deadline = Instant::now() + ACKNOWLEDGEMENT_TIMEOUT;
    loop {
        let left = deadline.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(Error::NotResponding);
        }
        if let Some(stream) = connect(&socket, left)? {
            match hand_over(&stream, message, deadline) {
                Ok(()) => return Ok(ClaimOutcome::HandedOver(stream)),
                // It ended before it took the message: perhaps this process is the first now.
                Err(error) if is_disconnected(error.kind()) => {}
                Err(error) if is_timeout(error.kind()) => return Err(Error::NotResponding),
                Err(error) => return Err(error.into()),
            }
        }
        if let Some(lock) = try_lock_file(&lock)? {
            return bind_socket(socket, lock).map(ClaimOutcome::Primary);
        }
        thread::sleep(RETRY_INTERVAL);
    }
}

/// Makes the directory if it is missing. One that was there must be ours, a real directory, and closed to others;
/// if others could only look into it, it is closed now.
fn make_private(directory: &Path) -> Result<(), Error> {
    DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(directory)
        .or_else(|error| match error.kind() {
            // A file or a dangling link in its place is reported below.
            ErrorKind::AlreadyExists => Ok(()),
            _ => Err(error),
        })?;
    let found = fs::symlink_metadata(directory)?;
    let ours = found.is_dir() && found.uid() == geteuid().as_raw();
    if !ours || found.mode() & 0o022 != 0 {
        return Err(Error::NotPrivate {
            path: directory.to_owned(),
        });
    }
    if found.mode() & 0o777 != 0o700 {
        fs::set_permissions(directory, fs::Permissions::from_mode(0o700))?;
    }

    Ok(())
}

/// A connection to the running instance; `None` when there is none, or not yet.
fn connect(path: &Path, limit: Duration) -> Result<Option<UnixStream>, Error> {
    if !is_own_socket(path)? {
        return Ok(None);
    }
    match connect_within(path, limit) {
        Ok(stream) if is_same_user(&stream)? => Ok(Some(stream)),
        Ok(_) => Err(Error::NotPrivate {
            path: path.to_owned(),
        }),
        Err(error) if is_absent(error.kind()) || is_timeout(error.kind()) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Whether there is a socket; anything else in its place is refused, a link too.
fn is_own_socket(path: &Path) -> Result<bool, Error> {
    match fs::symlink_metadata(path) {
        Ok(found) if found.file_type().is_socket() && found.uid() == geteuid().as_raw() => Ok(true),
        Ok(_) => Err(Error::NotPrivate {
            path: path.to_owned(),
        }),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// Connects within a limit: a stopped instance with a full backlog would block a plain `connect` for good.
#[cfg(target_os = "linux")]
fn connect_within(path: &Path, limit: Duration) -> io::Result<UnixStream> {
    use rustix::net::{
        AddressFamily, SocketAddrUnix, SocketFlags, SocketType, socket_with,
        sockopt::{Timeout, set_socket_timeout},
    };

    let socket = socket_with(
        AddressFamily::UNIX,
        SocketType::STREAM,
        SocketFlags::CLOEXEC,
        None,
    )?;
    set_socket_timeout(&socket, Timeout::Send, Some(limit))?;
    rustix::net::connect(&socket, &SocketAddrUnix::new(path)?)?;

    Ok(UnixStream::from(socket))
}

/// Connects; here a full backlog refuses at once.
#[cfg(not(target_os = "linux"))]
fn connect_within(path: &Path, _limit: Duration) -> io::Result<UnixStream> {
    UnixStream::connect(path)
}

#[cfg(target_os = "linux")]
fn is_same_user(stream: &UnixStream) -> io::Result<bool> {
    Ok(rustix::net::sockopt::socket_peercred(stream)?.uid == geteuid())
}

/// The standard library cannot ask here; the socket file in the private directory was found to be ours.
#[cfg(not(target_os = "linux"))]
#[expect(
    clippy::unnecessary_wraps,
    reason = "the same signature as where it can be asked"
)]
fn is_same_user(_stream: &UnixStream) -> io::Result<bool> {
    Ok(true)
}

/// Sends the message and waits for the acknowledgement.
fn hand_over(mut stream: &UnixStream, message: &[u8], deadline: Instant) -> io::Result<()> {
    let left = || match deadline.saturating_duration_since(Instant::now()) {
        Duration::ZERO => Err(io::Error::from(ErrorKind::TimedOut)),
        left => Ok(Some(left)),
    };
    stream.set_write_timeout(left()?)?;
    stream.write_all(message)?;
    let mut answer = [0; message::ACKNOWLEDGED.len()];
    stream.set_read_timeout(left()?)?;
    stream.read_exact(&mut answer)?;
    // A sender that waits for the sign-in waits for as long as the person takes.
    stream.set_read_timeout(None)?;

    if answer == message::ACKNOWLEDGED {
        Ok(())
    } else {
        Err(io::Error::new(
            ErrorKind::InvalidData,
            "the running instance did not understand the request; it may be of another version",
        ))
    }
}

fn is_absent(kind: ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::NotFound | ErrorKind::ConnectionRefused | ErrorKind::Interrupted
    )
}

fn is_disconnected(kind: ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::UnexpectedEof
            | ErrorKind::BrokenPipe
            | ErrorKind::ConnectionReset
            | ErrorKind::NotConnected
    )
}

fn is_timeout(kind: ErrorKind) -> bool {
    matches!(kind, ErrorKind::WouldBlock | ErrorKind::TimedOut)
}

/// The lock, if nobody holds it. Its file is never removed: with a new file of that name two processes could each hold
/// a lock.
fn try_lock_file(path: &Path) -> Result<Option<File>, Error> {
    let no_link = i32::try_from(OFlags::NOFOLLOW.bits()).unwrap_or_default();
    let opened = OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(false)
        .mode(0o600)
        .custom_flags(no_link)
        .open(path);
    let file = match opened {
        Ok(file) => file,
        Err(error) if error.raw_os_error() == Some(rustix::io::Errno::LOOP.raw_os_error()) => {
            return Err(Error::NotPrivate {
                path: path.to_owned(),
            });
        }
        Err(error) => return Err(error.into()),
    };
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(error.into()),
    }
}

/// Binds the socket and replaces one that a crash left behind: holding the lock means that nobody listens on it.
fn bind_socket(path: PathBuf, lock: File) -> Result<Primary, Error> {
    if is_own_socket(&path)? {
        fs::remove_file(&path)?;
    }
    let listener = UnixListener::bind(&path)?;
    let socket = SocketFile(path);
    fs::set_permissions(&socket.0, fs::Permissions::from_mode(0o600))?;

    Ok(Primary {
        listener,
        ownership: Ownership {
            _socket: socket,
            _lock: lock,
        },
    })
}

impl Primary {
    /// Serves until nobody wants requests any more.
    pub(super) async fn serve(self, requests: mpsc::Sender<Request>) {
        let Self {
            listener,
            ownership: right,
        } = self;
        let listener = listener
            .set_nonblocking(true)
            .and_then(|()| tokio::net::UnixListener::from_std(listener));
        match listener {
            Ok(listener) => tokio::select! {
                () = accept_connections(&listener, &requests) => {}
                () = requests.closed() => {}
            },
            Err(error) => tracing::error!(%error, "later starts cannot reach this window"),
        }
        drop(right);
    }
}

async fn accept_connections(listener: &tokio::net::UnixListener, requests: &mpsc::Sender<Request>) {
    let slots = Arc::new(Semaphore::new(receive::MAX_CONNECTIONS));
    while let Ok(slot) = Arc::clone(&slots).acquire_owned().await {
        match listener.accept().await {
            Ok((stream, _)) => {
                let ours = stream
                    .peer_cred()
                    .is_ok_and(|peer| peer.uid() == geteuid().as_raw());
                if !ours {
                    tracing::warn!("a process of another user knocked and was refused");
                    continue;
                }
                let requests = requests.clone();
                drop(tokio::spawn(async move {
                    let follower = receive::serve_connection(stream, requests).await;
                    drop(slot);
                    receive::notify_when_signed_in(follower).await;
                }));
            }
            // Usually a shortage of file descriptors; the pause avoids a busy loop.
            Err(error) => {
                tracing::warn!(%error, "cannot accept a hand-over");
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        }
    }
}
