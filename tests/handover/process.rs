//! The processes: this program again, as a first instance that says what it receives or as a second one that says what
//! came of its claim.

use std::{
    io::{BufRead, BufReader, Write},
    path::{Path, PathBuf},
    process::{Child, ChildStdout, Command, ExitStatus, Stdio},
    time::{Duration, Instant},
};

use latchkey::{
    handover::{self, Claim, Request},
    secret::Secret,
    store::Paths,
};

/// `first MILLISECONDS` (serves after that time), `second LINK_FIELD`.
const ROLE: &str = "LATCHKEY_TEST_ROLE";
const DIRECTORY: &str = "LATCHKEY_TEST_DIRECTORY";
const MARK: &str = "part: ";

pub(crate) fn paths(runtime: &Path) -> Paths {
    Paths {
        config: PathBuf::new(),
        state: PathBuf::new(),
        cache: PathBuf::new(),
        runtime: runtime.to_owned(),
    }
}

pub(crate) fn link(text: &str) -> Request {
    Request {
        link: Some(Secret::from(text)),
        ..Request::default()
    }
}

/// A directory that does not exist yet, short enough for a socket's path.
pub(crate) fn runtime_directory() -> (tempfile::TempDir, PathBuf) {
    let parent = tempfile::Builder::new().prefix("lk").tempdir().unwrap();
    let runtime = parent.path().join("run");

    (parent, runtime)
}

pub(crate) fn command(role: &str, runtime: &Path) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    let _ = command
        .args([
            "--exact",
            "process::part_first_or_second",
            "--ignored",
            "--nocapture",
            "--test-threads=1",
        ])
        .env(ROLE, role)
        .env(DIRECTORY, runtime)
        .stdout(Stdio::piped());

    command
}

/// A process that owns the window and says which links it received.
pub(crate) struct FirstInstance {
    child: Child,
    lines: BufReader<ChildStdout>,
}

impl FirstInstance {
    pub(crate) fn start(runtime: &Path, serves_after: Duration) -> Self {
        let mut child = command(&format!("first {}", serves_after.as_millis()), runtime)
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap());
        let mut first = Self { child, lines };
        assert_eq!(first.line(), "claimed");

        first
    }

    pub(crate) fn line(&mut self) -> String {
        next_line(&mut self.lines)
    }

    pub(crate) fn signal(&self, name: &str) {
        let id = self.child.id().to_string();
        assert!(
            Command::new("kill")
                .args([name, &id])
                .status()
                .unwrap()
                .success()
        );
    }
}

impl Drop for FirstInstance {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The part's next line; the test harness may have written something before it.
pub(crate) fn next_line(lines: &mut impl BufRead) -> String {
    loop {
        let mut line = String::new();
        assert!(lines.read_line(&mut line).unwrap() > 0, "the part ended");
        if let Some((_, said)) = line.trim_end().split_once(MARK) {
            return said.to_owned();
        }
    }
}

/// The outcome of a second process, and how many microseconds its call of `claim` took.
pub(crate) fn second_instance_result(child: Child) -> (String, u64, ExitStatus) {
    let done = child.wait_with_output().unwrap();
    let said = next_line(&mut &done.stdout[..]);
    let (micros, outcome) = said.split_once(' ').unwrap();

    (outcome.to_owned(), micros.parse().unwrap(), done.status)
}

pub(crate) fn run_second_instance(runtime: &Path, link: &str) -> (String, u64, ExitStatus) {
    second_instance_result(command(&format!("second {link}"), runtime).spawn().unwrap())
}

#[test]
#[ignore = "the child process of the other tests"]
fn part_first_or_second() {
    let Ok(role) = std::env::var(ROLE) else {
        return;
    };
    let say = |text: String| writeln!(std::io::stdout(), "{MARK}{text}").unwrap();
    let paths = paths(Path::new(&std::env::var_os(DIRECTORY).unwrap()));
    let started = Instant::now();
    match role.split_once(' ').unwrap() {
        ("first", pause) => {
            let Claim::Primary(primary) = handover::claim(&paths, &Request::default()).unwrap()
            else {
                return say("another is".to_owned());
            };
            say("claimed".to_owned());
            std::thread::sleep(Duration::from_millis(pause.parse().unwrap()));
            tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .unwrap()
                .block_on(async {
                    let mut requests = primary.requests();
                    while let Some(request) = requests.recv().await {
                        say(format!("got {}", request.link.unwrap_or_default().expose()));
                    }
                });
        }
        (_, text) => {
            let claim = handover::claim(&paths, &link(text));
            let took = started.elapsed().as_micros();
            let outcome = match claim {
                Ok(Claim::Primary(_)) => "primary".to_owned(),
                Ok(Claim::HandedOver(_)) => "handed over".to_owned(),
                Err(error) => error.to_string(),
            };
            say(format!("{took} {outcome}"));
        }
    }
}
