//! The hand-over between real processes: this program starts itself as first and second instances (R-26, R-27,
//! S-29).

#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test brings its own servers, processes and files"
)]
#![cfg(unix)]
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test may stop at once, and measured times are worth a line"
)]

use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    os::unix::{
        fs::{FileTypeExt, PermissionsExt, symlink},
        net::{UnixListener, UnixStream},
    },
    path::{Path, PathBuf},
    process::{Child, ChildStdout, Command, ExitStatus, Stdio},
    time::{Duration, Instant},
};

use latchkey::{
    handover::{self, Claim, Error, PATIENCE, Request},
    secret::Secret,
    store::Paths,
};

/// `first MILLISECONDS` (serves after that time), `second LINK`.
const ROLE: &str = "LATCHKEY_TEST_ROLE";
const DIRECTORY: &str = "LATCHKEY_TEST_DIRECTORY";
const MARK: &str = "helper: ";

fn paths(runtime: &Path) -> Paths {
    Paths {
        config: PathBuf::new(),
        state: PathBuf::new(),
        cache: PathBuf::new(),
        runtime: runtime.to_owned(),
    }
}

fn link(text: &str) -> Request {
    Request {
        link: Some(Secret::from(text)),
        ..Request::default()
    }
}

/// A directory that does not exist yet, short enough for a socket's path.
fn place() -> (tempfile::TempDir, PathBuf) {
    let parent = tempfile::Builder::new().prefix("lk").tempdir().unwrap();
    let runtime = parent.path().join("run");

    (parent, runtime)
}

fn command(role: &str, runtime: &Path) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    let _ = command
        .args([
            "--exact",
            "helper",
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
struct First {
    child: Child,
    lines: BufReader<ChildStdout>,
}

impl First {
    fn start(runtime: &Path, serves_after: Duration) -> Self {
        let mut child = command(&format!("first {}", serves_after.as_millis()), runtime)
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap());
        let mut first = Self { child, lines };
        assert_eq!(first.line(), "claimed");

        first
    }

    fn line(&mut self) -> String {
        said(&mut self.lines)
    }

    fn signal(&self, name: &str) {
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

impl Drop for First {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The helper's next line; the test harness may have written something before it.
fn said(lines: &mut impl BufRead) -> String {
    loop {
        let mut line = String::new();
        assert!(lines.read_line(&mut line).unwrap() > 0, "the helper ended");
        if let Some((_, said)) = line.trim_end().split_once(MARK) {
            return said.to_owned();
        }
    }
}

/// What a second process came to, in how many microseconds (of `claim` alone).
fn second(child: Child) -> (String, u64, ExitStatus) {
    let done = child.wait_with_output().unwrap();
    let said = said(&mut &done.stdout[..]);
    let (micros, outcome) = said.split_once(' ').unwrap();

    (outcome.to_owned(), micros.parse().unwrap(), done.status)
}

fn start_second(runtime: &Path, link: &str) -> (String, u64, ExitStatus) {
    second(command(&format!("second {link}"), runtime).spawn().unwrap())
}

#[test]
#[ignore = "the child process of the other tests"]
fn helper() {
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

#[test]
fn r_26_a_second_process_hands_its_link_over_and_ends() {
    let (_parent, runtime) = place();
    let mut first = First::start(&runtime, Duration::ZERO);

    let mut times = Vec::new();
    for number in 0..20 {
        let link = format!("app.latchkey://auth/{number}");
        let started = Instant::now();
        let (outcome, micros, status) = start_second(&runtime, &link);
        assert!(started.elapsed() < Duration::from_secs(1) && status.success());
        assert_eq!(outcome, "handed over");
        assert_eq!(first.line(), format!("got {link}"));
        times.push(micros);
    }
    times.sort_unstable();
    eprintln!(
        "hand-over: median {} µs, slowest {} µs",
        times[10], times[19]
    );
    assert!(times[10] < 5_000, "{times:?}");
}

#[test]
fn r_26_the_socket_a_crash_left_is_replaced() {
    let (_parent, runtime) = place();
    let first = First::start(&runtime, Duration::ZERO);
    first.signal("-KILL");
    drop(first);
    assert!(
        fs::symlink_metadata(runtime.join("instance.sock"))
            .unwrap()
            .file_type()
            .is_socket()
    );

    let mut next = First::start(&runtime, Duration::ZERO);
    assert_eq!(start_second(&runtime, "after").0, "handed over");
    assert_eq!(next.line(), "got after");
}

#[test]
fn r_26_a_hung_instance_is_told_and_never_robbed() {
    let (_parent, runtime) = place();
    let mut first = First::start(&runtime, Duration::ZERO);
    first.signal("-STOP");

    let (outcome, micros, _) = start_second(&runtime, "lost");
    assert_eq!(outcome, Error::Hung.to_string());
    let took = Duration::from_micros(micros);
    assert!(
        took >= PATIENCE && took < PATIENCE + Duration::from_millis(700),
        "{took:?}"
    );

    // Its sender took the link elsewhere: it is not acted on late. The window is still the first one's.
    first.signal("-CONT");
    assert_eq!(start_second(&runtime, "kept").0, "handed over");
    assert_eq!(first.line(), "got kept");
}

#[test]
fn r_27_a_link_that_comes_while_the_window_is_built_is_not_lost() {
    let (_parent, runtime) = place();
    let mut first = First::start(&runtime, Duration::from_millis(600));

    assert_eq!(start_second(&runtime, "early").0, "handed over");
    assert_eq!(first.line(), "got early");
}

#[test]
fn r_27_a_second_process_waits_while_the_first_holds_the_lock_and_has_no_socket_yet() {
    let (_parent, runtime) = place();
    fs::create_dir(&runtime).unwrap();
    fs::set_permissions(&runtime, fs::Permissions::from_mode(0o700)).unwrap();
    let lock = fs::File::create(runtime.join("instance.lock")).unwrap();
    lock.lock().unwrap();
    let waiting = command("second early", &runtime).spawn().unwrap();
    std::thread::sleep(Duration::from_millis(300));
    lock.unlock().unwrap();

    assert_eq!(second(waiting).0, "primary");
}

#[test]
fn s_29_a_hundred_at_once_are_all_acknowledged_and_all_arrive() {
    let (_parent, runtime) = place();
    let mut first = First::start(&runtime, Duration::ZERO);

    let all: Vec<Child> = (0..100)
        .map(|number| {
            command(&format!("second {number:03}"), &runtime)
                .spawn()
                .unwrap()
        })
        .collect();
    for child in all {
        assert_eq!(second(child).0, "handed over");
    }
    let mut arrived: Vec<String> = (0..100).map(|_| first.line()).collect();
    arrived.sort_unstable();
    let expected: Vec<String> = (0..100).map(|number| format!("got {number:03}")).collect();
    assert_eq!(arrived, expected);
}

#[test]
fn s_29_of_many_that_start_at_once_one_is_the_first() {
    let (_parent, runtime) = place();
    let mut all: Vec<Child> = (0..20)
        .map(|_| command("first 0", &runtime).spawn().unwrap())
        .collect();

    // Each that finds another one ends by itself; the last goes on.
    let started = Instant::now();
    while all.len() > 1 && started.elapsed() < Duration::from_secs(10) {
        all.retain_mut(|child| child.try_wait().unwrap().is_none());
        std::thread::sleep(Duration::from_millis(10));
    }
    assert_eq!(all.len(), 1);
    let mut last = all.remove(0);
    assert_eq!(start_second(&runtime, "to the one").0, "handed over");
    last.kill().unwrap();
    let _ = last.wait().unwrap();
}

#[test]
fn s_29_garbage_oversize_silence_and_many_connections_do_not_stop_it() {
    let (_parent, runtime) = place();
    let mut first = First::start(&runtime, Duration::ZERO);
    let socket = runtime.join("instance.sock");
    let mut answers = Vec::new();
    for garbage in [
        &b"\n"[..],
        b"hello\n",
        b"{\"v\":1,\"run\":\"/bin/sh\"}\n",
        b"{\"v\":9}\n",
        &[0xff; 64],
        b"{\"v\":1",
        &b"x".repeat(handover::MAX_MESSAGE + 1),
    ] {
        let mut stream = UnixStream::connect(&socket).unwrap();
        let _ = stream.write_all(garbage);
        let _ = stream.shutdown(std::net::Shutdown::Write);
        let mut answer = String::new();
        let _ = stream.read_to_string(&mut answer);
        answers.push(answer);
    }
    assert!(answers.iter().all(|answer| answer == "no\n"), "{answers:?}");

    let silent: Vec<UnixStream> = (0..50)
        .map(|_| UnixStream::connect(&socket).unwrap())
        .collect();
    assert_eq!(start_second(&runtime, "through").0, "handed over");
    assert_eq!(
        first.line(),
        "got through",
        "and none of the garbage was passed on"
    );

    std::thread::sleep(PATIENCE + Duration::from_millis(300));
    for mut stream in silent {
        assert_eq!(
            stream.read(&mut [0]).unwrap(),
            0,
            "a silent caller is closed after its time"
        );
    }
}

#[test]
fn s_29_the_directory_is_private_or_nothing_is_sent() {
    let (parent, runtime) = place();
    let refused = |what: &str| {
        let claimed = handover::claim(&paths(&runtime), &link("secret"));
        assert!(
            matches!(claimed, Err(Error::NotPrivate { .. })),
            "{what}: {claimed:?}"
        );
    };
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;

    let Claim::Primary(primary) = handover::claim(&paths(&runtime), &Request::default()).unwrap()
    else {
        panic!("nobody else is there");
    };
    assert_eq!(mode(&runtime), 0o700);
    assert_eq!(mode(&runtime.join("instance.sock")), 0o600);
    assert_eq!(mode(&runtime.join("instance.lock")), 0o600);
    drop(primary);
    assert!(
        !runtime.join("instance.sock").exists(),
        "the socket goes with its owner"
    );

    fs::set_permissions(&runtime, fs::Permissions::from_mode(0o755)).unwrap();
    assert!(handover::claim(&paths(&runtime), &Request::default()).is_ok());
    assert_eq!(
        mode(&runtime),
        0o700,
        "a directory others could look into is closed"
    );

    fs::set_permissions(&runtime, fs::Permissions::from_mode(0o770)).unwrap();
    refused("a directory others could write to");
    fs::remove_dir_all(&runtime).unwrap();

    let elsewhere = parent.path().join("elsewhere");
    fs::create_dir(&elsewhere).unwrap();
    symlink(&elsewhere, &runtime).unwrap();
    refused("a link in place of the directory");
    fs::remove_file(&runtime).unwrap();

    fs::write(&runtime, "").unwrap();
    refused("a file in place of the directory");
    fs::remove_file(&runtime).unwrap();

    fs::create_dir(&runtime).unwrap();
    let trap = parent.path().join("trap.sock");
    let listener = UnixListener::bind(&trap).unwrap();
    listener.set_nonblocking(true).unwrap();
    symlink(&trap, runtime.join("instance.sock")).unwrap();
    refused("a link in place of the socket");
    assert!(listener.accept().is_err(), "nothing was sent through it");
    fs::remove_file(runtime.join("instance.sock")).unwrap();

    symlink(parent.path().join("victim"), runtime.join("instance.lock")).unwrap();
    refused("a link in place of the lock");
    assert!(!parent.path().join("victim").exists());
}

/// Needs root, as test machines of containers have; elsewhere nothing can be given to another user.
#[test]
fn s_29_a_directory_or_socket_of_another_user_is_refused() {
    let (_parent, runtime) = place();
    fs::create_dir(&runtime).unwrap();
    fs::set_permissions(&runtime, fs::Permissions::from_mode(0o700)).unwrap();
    let nobody = Some(65_534);
    if std::os::unix::fs::chown(&runtime, nobody, None).is_err() {
        eprintln!("not run: only root can give a directory to another user");
        return;
    }
    let claimed = handover::claim(&paths(&runtime), &link("secret"));
    assert!(
        matches!(claimed, Err(Error::NotPrivate { .. })),
        "{claimed:?}"
    );

    std::os::unix::fs::chown(&runtime, Some(0), None).unwrap();
    let listener = UnixListener::bind(runtime.join("instance.sock")).unwrap();
    listener.set_nonblocking(true).unwrap();
    std::os::unix::fs::chown(runtime.join("instance.sock"), nobody, None).unwrap();
    let claimed = handover::claim(&paths(&runtime), &link("secret"));
    assert!(
        matches!(claimed, Err(Error::NotPrivate { .. })),
        "{claimed:?}"
    );
    assert!(listener.accept().is_err(), "nothing was sent");
}
