//! Many requests at once, and input that is no request.

use std::{
    io::{Read, Write},
    os::unix::net::UnixStream,
    process::Child,
    time::{Duration, Instant},
};

use latchkey::handover::{self, ACKNOWLEDGEMENT_TIMEOUT};

use crate::process::{
    FirstInstance, command, run_second_instance, runtime_directory, second_instance_result,
};

#[test]
fn s_29_a_hundred_at_once_are_all_acknowledged_and_all_arrive() {
    let (_parent, runtime) = runtime_directory();
    let mut first = FirstInstance::start(&runtime, Duration::ZERO);

    let all: Vec<Child> = (0..100)
        .map(|number| {
            command(&format!("second {number:03}"), &runtime)
                .spawn()
                .unwrap()
        })
        .collect();
    for child in all {
        assert_eq!(second_instance_result(child).0, "handed over");
    }
    let mut arrived: Vec<String> = (0..100).map(|_| first.line()).collect();
    arrived.sort_unstable();
    let expected: Vec<String> = (0..100).map(|number| format!("got {number:03}")).collect();
    assert_eq!(arrived, expected);
}

#[test]
fn s_29_of_many_that_start_at_once_one_is_the_first() {
    let (_parent, runtime) = runtime_directory();
    let mut all: Vec<Child> = (0..20)
        .map(|_| command("first 0", &runtime).spawn().unwrap())
        .collect();

    // Each process that finds another one ends by itself; one goes on.
    let started = Instant::now();
    while all.len() > 1 && started.elapsed() < Duration::from_secs(10) {
        all.retain_mut(|child| child.try_wait().unwrap().is_none());
        std::thread::sleep(Duration::from_millis(10));
    }
    assert_eq!(all.len(), 1);
    let mut last = all.remove(0);
    assert_eq!(run_second_instance(&runtime, "to the one").0, "handed over");
    last.kill().unwrap();
    let _ = last.wait().unwrap();
}

#[test]
fn s_29_garbage_oversize_silence_and_many_connections_do_not_stop_it() {
    let (_parent, runtime) = runtime_directory();
    let mut first = FirstInstance::start(&runtime, Duration::ZERO);
    let socket = runtime.join("instance.sock");
    let mut answers = Vec::new();
    for garbage in [
        &b"\n"[..],
        b"hello\n",
        b"{\"v\":1,\"run\":\"/bin/sh\"}\n",
        b"{\"v\":9}\n",
        &[0xff; 64],
        b"{\"v\":1",
        &b"x".repeat(handover::MAX_MESSAGE_BYTES + 1),
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
    assert_eq!(run_second_instance(&runtime, "through").0, "handed over");
    assert_eq!(
        first.line(),
        "got through",
        "and none of the garbage was passed on"
    );

    std::thread::sleep(ACKNOWLEDGEMENT_TIMEOUT + Duration::from_millis(300));
    for mut stream in silent {
        assert_eq!(
            stream.read(&mut [0]).unwrap(),
            0,
            "a silent caller is closed after its time"
        );
    }
}
