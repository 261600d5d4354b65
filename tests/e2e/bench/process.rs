//! Starting and ending the programs of the bench. Owns: that none outlives the test, whatever
//! happens to it; free ports; waiting. Knows nothing of what a program is.

use rustix::process::{Pid, Signal, kill_process};

use std::fs::File;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU16, Ordering};
use std::sync::{Mutex, OnceLock, mpsc};
use std::time::{Duration, Instant};

/// A running program that ends when this value is dropped, and also when the test process is killed.
#[derive(Debug)]
pub(crate) struct Server {
    child: Child,
    name: String,
    log: PathBuf,
}

impl Server {
    /// Starts a program; what it prints goes to `log`, standard input is closed.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "a command is made for one start"
    )]
    pub(crate) fn start(name: &str, command: Command, log: &Path) -> Self {
        let output = File::create(log).unwrap_or_else(|error| panic!("{}: {error}", log.display()));
        Self::launch(name, &command, log, |command| {
            let _ = command
                .stdin(Stdio::null())
                .stdout(output.try_clone().expect("the log file can be shared"))
                .stderr(output);
        })
    }

    /// As [`Server::start`], with a pipe at standard input and output to talk to the program.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "a command is made for one start"
    )]
    pub(crate) fn start_piped(name: &str, command: Command, log: &Path) -> Self {
        let errors = File::create(log).unwrap_or_else(|error| panic!("{}: {error}", log.display()));
        Self::launch(name, &command, log, |command| {
            let _ = command
                .stdin(Stdio::piped())
                .stdout(Stdio::piped())
                .stderr(errors);
        })
    }

    fn launch(name: &str, inner: &Command, log: &Path, wire: impl FnOnce(&mut Command)) -> Self {
        // The kernel sends SIGTERM to the program when the thread that started it ends.
        let mut command = Command::new("setpriv");
        let _ = command
            .args(["--pdeathsig", "TERM", "--"])
            .arg(inner.get_program())
            .args(inner.get_args())
            .env_clear();
        for (name, value) in inner.get_envs() {
            if let Some(value) = value {
                let _ = command.env(name, value);
            }
        }
        if let Some(directory) = inner.get_current_dir() {
            let _ = command.current_dir(directory);
        }
        wire(&mut command);
        let child = spawn_from_lasting_thread(command)
            .unwrap_or_else(|error| panic!("{name} cannot be started with setpriv: {error}"));
        Self {
            child,
            name: name.to_owned(),
            log: log.to_owned(),
        }
    }

    /// The pipes of a program started by [`Server::start_piped`].
    pub(crate) fn child(&mut self) -> &mut Child {
        &mut self.child
    }

    /// The process id.
    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    /// Whether it still runs.
    pub(crate) fn is_running(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(None))
    }

    /// Everything it has printed so far.
    pub(crate) fn log(&self) -> String {
        String::from_utf8_lossy(&std::fs::read(&self.log).unwrap_or_default()).into_owned()
    }

    /// Waits until `ready`, and fails the test with the end of the log when that does not come.
    pub(crate) fn wait_until(&mut self, limit: Duration, mut ready: impl FnMut() -> bool) {
        let mut running = true;
        let came = wait_until(limit, || {
            running = self.is_running();
            !running || ready()
        });
        if !came || !running {
            let log = self.log();
            let lines: Vec<_> = log.lines().collect();
            let tail = lines[lines.len().saturating_sub(40)..].join("\n");
            let what = if running {
                "was not ready in time"
            } else {
                "ended at once"
            };
            panic!("{} {what}. The end of its log:\n{tail}", self.name);
        }
    }

    /// Ends it the hard way, as a crash would, and waits until it is gone.
    pub(crate) fn kill(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    /// Sends it a signal.
    pub(crate) fn signal(&self, signal: Signal) {
        kill_process(Pid::from_child(&self.child), signal).expect("it runs");
    }

    /// Waits until it ends by itself, and gives its exit status: `None` when a signal ended it.
    pub(crate) fn wait_for_exit(&mut self, limit: Duration) -> Option<i32> {
        let ended = wait_until(limit, || !self.is_running());
        assert!(ended, "{} goes on: {}", self.name, self.log());
        self.child.wait().expect("a status").code()
    }

    /// Asks it to end, and waits; the hard way after three seconds.
    pub(crate) fn stop(&mut self) {
        if self.is_running() {
            let _ = kill_process(Pid::from_child(&self.child), Signal::TERM);
            if !wait_until(Duration::from_secs(3), || !self.is_running()) {
                self.kill();
            }
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

/// A test's own thread ends with the test, while a server may be shared by several tests; so one
/// thread that never ends starts them all.
fn spawn_from_lasting_thread(command: Command) -> std::io::Result<Child> {
    type Job = (Command, mpsc::Sender<std::io::Result<Child>>);
    static JOBS: OnceLock<Mutex<mpsc::Sender<Job>>> = OnceLock::new();
    let jobs = JOBS.get_or_init(|| {
        let (sender, jobs) = mpsc::channel::<Job>();
        let _ = std::thread::spawn(move || {
            for (mut command, reply) in jobs {
                let _ = reply.send(command.spawn());
            }
        });
        Mutex::new(sender)
    });
    let (reply, child) = mpsc::channel();
    jobs.lock()
        .expect("no starter panics")
        .send((command, reply))
        .expect("the starting thread lives");
    child.recv().expect("the starting thread answers")
}

/// Asks `ready` every 20 ms; whether it came true in time.
pub(crate) fn wait_until(limit: Duration, mut ready: impl FnMut() -> bool) -> bool {
    let deadline = Instant::now() + limit;
    loop {
        if ready() {
            return true;
        }
        if Instant::now() >= deadline {
            return false;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// A loopback port that nobody uses. Below the range from which the kernel takes the ports of
/// outgoing connections, so that none of those comes between this answer and its use.
pub(crate) fn free_port() -> u16 {
    static NEXT: AtomicU16 = AtomicU16::new(0);
    let first = u16::try_from(std::process::id() % 120).unwrap_or(0) * 100;
    for _ in 0..12_000 {
        let offset = (first + NEXT.fetch_add(1, Ordering::Relaxed)) % 12_000;
        if TcpListener::bind(("127.0.0.1", 20_000 + offset)).is_ok() {
            return 20_000 + offset;
        }
    }
    panic!("no free loopback port");
}
