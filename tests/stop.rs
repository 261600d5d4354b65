//! A process that was asked to stop and does not follow: hearing the request must not make it immortal. The child
//! is this same program, started again on the `part_…` function.

#![expect(clippy::disallowed_types, reason = "a test brings its own processes")]
#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test may stop at once")]

use std::{
    env,
    io::{BufRead, BufReader},
    os::unix::process::ExitStatusExt,
    process::{Child, ChildStdout, Command, Stdio},
    time::{Duration, Instant},
};

use latchkey::platform::{self, StopSignal};
use rustix::process::{Pid, Signal, kill_process};

/// Marks the child's own lines among those of the test harness.
const MARK: &str = "part: ";

struct StuckProcess {
    child: Child,
    lines: BufReader<ChildStdout>,
}

impl StuckProcess {
    fn start() -> Self {
        let mut child = Command::new(env::current_exe().unwrap())
            .args([
                "--exact",
                "part_hears_and_stays",
                "--ignored",
                "--nocapture",
            ])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap());
        let mut stuck = Self { child, lines };
        assert_eq!(stuck.line(), "listening");

        stuck
    }

    fn line(&mut self) -> String {
        loop {
            let mut line = String::new();
            assert!(self.lines.read_line(&mut line).unwrap() > 0, "it ended");
            if let Some((_, said)) = line.trim_end().split_once(MARK) {
                return said.to_owned();
            }
        }
    }

    fn signal(&self, signal: Signal) {
        kill_process(Pid::from_child(&self.child), signal).unwrap();
    }

    /// The signal that ended it, and how long that took.
    fn wait(mut self) -> (Option<i32>, Duration) {
        let begun = Instant::now();
        let status = self.child.wait().unwrap();

        (status.signal(), begun.elapsed())
    }
}

#[test]
fn r_42_one_that_is_stuck_is_ended_after_its_patience() {
    let mut stuck = StuckProcess::start();
    stuck.signal(Signal::TERM);
    assert_eq!(stuck.line(), "Terminate");

    let (signal, took) = stuck.wait();
    assert_eq!(signal, Some(9));
    // Long enough for the two seconds of bookkeeping, short enough for a log-off.
    assert!(
        took > Duration::from_secs(3) && took < Duration::from_secs(20),
        "{took:?}"
    );
}

#[test]
fn r_42_asked_twice_it_ends_at_once() {
    for (first, heard) in [(Signal::HUP, "HangUp"), (Signal::INT, "Interrupt")] {
        let mut stuck = StuckProcess::start();
        stuck.signal(first);
        assert_eq!(stuck.line(), heard);
        stuck.signal(Signal::TERM);

        let (signal, took) = stuck.wait();
        assert_eq!(signal, Some(9));
        assert!(took < Duration::from_secs(3), "{took:?}");
    }
}

#[test]
fn the_exit_status_is_the_one_of_a_shell() {
    let all = [
        StopSignal::HangUp,
        StopSignal::Interrupt,
        StopSignal::Terminate,
    ]
    .map(StopSignal::exit_status);

    assert_eq!(all, [129, 130, 143]);
}

#[test]
#[ignore = "the child process of the other tests"]
#[expect(clippy::print_stdout, reason = "this is how it talks to its parent")]
fn part_hears_and_stays() {
    let mut stops = platform::stop_requests();
    println!("{MARK}listening");
    while let Some(stop) = stops.blocking_recv() {
        println!("{MARK}{stop:?}");
    }
    std::thread::sleep(Duration::from_secs(120));
}
