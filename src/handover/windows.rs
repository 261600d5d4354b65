//! The hand-over on Windows: a lock file in the user's own directory and a named pipe.
//!
//! The pipe opens for this user only (`own_pipe`), and not from another machine. That does not keep another user from
//! making a pipe of the same name after a crash; so the pipe has a random name for each run, and before a message is
//! sent the other end proves that it knows the key which lies beside the lock, where only this user can read it.

#![expect(
    clippy::disallowed_types,
    clippy::disallowed_methods,
    reason = "owns the hand-over's lock and pipe"
)]

use std::{
    fs::{self, File, OpenOptions, TryLockError},
    io::{self, ErrorKind, Read, Write},
    os::windows::fs::OpenOptionsExt,
    path::{Path, PathBuf},
    sync::{Arc, mpsc as channel},
    thread,
    time::{Duration, Instant},
};

use ring::hmac;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::windows::named_pipe::{NamedPipeServer, ServerOptions},
    sync::{Semaphore, mpsc},
    time::timeout,
};
use zeroize::Zeroizing;

use super::{ACKNOWLEDGEMENT_TIMEOUT, Error, Request, message, own_pipe::PipeAccess, receive};

const RETRY_INTERVAL: Duration = Duration::from_millis(5);
/// `SECURITY_IDENTIFICATION`: the other end may learn who we are and not act as us.
const SECURITY_IDENTIFICATION: u32 = 0x0001_0000;
/// `ERROR_PIPE_BUSY`: every instance of the pipe is taken for a moment.
const ERROR_PIPE_BUSY: i32 = 231;
const CHALLENGE_BYTES: usize = 16;
const PROOF_BYTES: usize = 32;

/// The lock, held until the end, and the pipe's name and key.
#[derive(Debug)]
pub(super) struct Primary {
    name: String,
    key: Box<hmac::Key>,
    ownership: Ownership,
}

/// Dropped in this order: the file with the pipe's name is removed while the lock still keeps others from writing
/// theirs.
#[derive(Debug)]
struct Ownership {
    _pipe_file: PipeFile,
    _lock: File,
}

#[derive(Debug)]
struct PipeFile(PathBuf);

impl Drop for PipeFile {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

/// The connection to the running instance.
pub(super) type Connection = File;

/// Who owns the window.
pub(super) enum ClaimOutcome {
    /// This process.
    Primary(Primary),
    /// The running instance, which took the message over this connection.
    HandedOver(Connection),
}

pub(super) fn claim(directory: &Path, message: &[u8]) -> Result<ClaimOutcome, Error> {
    fs::create_dir_all(directory)?;
    let deadline = Instant::now() + ACKNOWLEDGEMENT_TIMEOUT;
    loop {
        let left = deadline.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(Error::NotResponding);
        }
        if let Some((pipe, key)) = connect(directory)? {
            match hand_over(pipe, key, message, left) {
                Ok(pipe) => return Ok(ClaimOutcome::HandedOver(pipe)),
                Err(error)
                    if matches!(
                        error.kind(),
                        ErrorKind::UnexpectedEof | ErrorKind::BrokenPipe
                    ) => {}
                Err(error) if error.kind() == ErrorKind::TimedOut => {
                    return Err(Error::NotResponding);
                }
                Err(error) => return Err(error.into()),
            }
        }
        let lock = OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(false)
            .open(directory.join("instance.lock"))?;
        match lock.try_lock() {
            Ok(()) => return publish_pipe(directory, lock).map(ClaimOutcome::Primary),
            Err(TryLockError::WouldBlock) => thread::sleep(RETRY_INTERVAL),
            Err(TryLockError::Error(error)) => return Err(error.into()),
        }
    }
}

/// Writes the file with the pipe's name and key for later processes. The pipe itself needs a runtime and is made by
/// [`Primary::serve`]; until then later processes try again.
fn publish_pipe(directory: &Path, lock: File) -> Result<Primary, Error> {
    let mut random = Zeroizing::new([0; PROOF_BYTES + 16]);
    getrandom::fill(&mut *random).map_err(io::Error::other)?;
    let (key, name) = random.split_at(PROOF_BYTES);
    let pipe_file = PipeFile(directory.join("instance.pipe"));
    fs::write(&pipe_file.0, *random)?;

    Ok(Primary {
        name: pipe_name(name),
        key: Box::new(hmac::Key::new(hmac::HMAC_SHA256, key)),
        ownership: Ownership {
            _pipe_file: pipe_file,
            _lock: lock,
        },
    })
}

fn pipe_name(random: &[u8]) -> String {
    let digits = random
        .iter()
        .fold(0_u128, |number, byte| number << 8 | u128::from(*byte));

    format!(r"\\.\pipe\{}-{digits:032x}", crate::identity::APP_ID)
}

fn connect(directory: &Path) -> Result<Option<(File, hmac::Key)>, Error> {
    let content = match fs::read(directory.join("instance.pipe")) {
        Ok(content) if content.len() == PROOF_BYTES + 16 => Zeroizing::new(content),
        Ok(_) => return Ok(None),
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    let (key, name) = content.split_at(PROOF_BYTES);
    let opened = OpenOptions::new()
        .read(true)
        .write(true)
        .security_qos_flags(SECURITY_IDENTIFICATION)
        .open(pipe_name(name));
    match opened {
        Ok(pipe) => Ok(Some((pipe, hmac::Key::new(hmac::HMAC_SHA256, key)))),
        Err(error)
            if error.kind() == ErrorKind::NotFound
                || error.raw_os_error() == Some(ERROR_PIPE_BUSY) =>
        {
            Ok(None)
        }
        Err(error) => Err(error.into()),
    }
}

/// Runs on a thread of its own, because reads of a pipe have no time limit.
fn hand_over(mut pipe: File, key: hmac::Key, message: &[u8], limit: Duration) -> io::Result<File> {
    let message = Zeroizing::new(message.to_vec());
    let (done, outcome) = channel::channel();
    drop(thread::spawn(move || {
        let talk = move || -> io::Result<File> {
            let mut challenge = [0; CHALLENGE_BYTES];
            getrandom::fill(&mut challenge).map_err(io::Error::other)?;
            pipe.write_all(&challenge)?;
            let mut proof = [0; PROOF_BYTES];
            pipe.read_exact(&mut proof)?;
            hmac::verify(&key, &challenge, &proof).map_err(|_| {
                io::Error::new(
                    ErrorKind::PermissionDenied,
                    "another program holds the pipe",
                )
            })?;
            pipe.write_all(&message)?;
            let mut answer = [0; message::ACKNOWLEDGED.len()];
            pipe.read_exact(&mut answer)?;
            if answer == message::ACKNOWLEDGED {
                Ok(pipe)
            } else {
                Err(io::Error::new(
                    ErrorKind::InvalidData,
                    "the running instance did not understand the request; it may be of another version",
                ))
            }
        };
        // The receiver is gone if the time limit was reached.
        let _ = done.send(talk());
    }));

    outcome
        .recv_timeout(limit)
        .unwrap_or_else(|_| Err(io::Error::from(ErrorKind::TimedOut)))
}

impl Primary {
    /// Serves until nobody wants requests any more.
    pub(super) async fn serve(self, requests: mpsc::Sender<Request>) {
        let Self {
            name,
            key,
            ownership,
        } = self;
        tokio::select! {
            served = accept_connections(&name, &key, &requests) => {
                if let Err(error) = served {
                    tracing::error!(%error, "later starts cannot reach this window");
                }
            }
            () = requests.closed() => {}
        }
        drop(ownership);
    }
}

async fn accept_connections(
    name: &str,
    key: &hmac::Key,
    requests: &mpsc::Sender<Request>,
) -> io::Result<()> {
    let slots = Arc::new(Semaphore::new(receive::MAX_CONNECTIONS));
    let access = PipeAccess::for_current_user()?;
    let mut options = ServerOptions::new();
    let _ = options.reject_remote_clients(true);
    let mut waiting = access.create(options.first_pipe_instance(true), name)?;
    while let Ok(slot) = Arc::clone(&slots).acquire_owned().await {
        waiting.connect().await?;
        // The next instance exists before this one is served, so that no caller finds none.
        let connected = std::mem::replace(
            &mut waiting,
            access.create(options.first_pipe_instance(false), name)?,
        );
        let (key, requests) = (key.clone(), requests.clone());
        drop(tokio::spawn(async move {
            if let Ok(Ok(connected)) =
                timeout(ACKNOWLEDGEMENT_TIMEOUT, answer_challenge(connected, &key)).await
            {
                let follower = receive::serve_connection(connected, requests).await;
                drop(slot);
                receive::notify_when_signed_in(follower).await;
            }
        }));
    }

    Ok(())
}

async fn answer_challenge(
    mut pipe: NamedPipeServer,
    key: &hmac::Key,
) -> io::Result<NamedPipeServer> {
    let mut challenge = [0; CHALLENGE_BYTES];
    let _ = pipe.read_exact(&mut challenge).await?;
    pipe.write_all(hmac::sign(key, &challenge).as_ref()).await?;

    Ok(pipe)
}
