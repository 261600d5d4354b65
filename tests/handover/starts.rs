//! A second start: handed over, in place of a crashed first one, beside a hung one, and while the first is being built.

use std::{
    fs,
    os::unix::fs::{FileTypeExt, PermissionsExt},
    time::{Duration, Instant},
};

use latchkey::handover::{ACKNOWLEDGEMENT_TIMEOUT, Error};

use crate::process::{
    FirstInstance, command, run_second_instance, runtime_directory, second_instance_result,
};

#[test]
fn r_26_a_second_process_hands_its_link_over_and_ends() {
    let (_parent, runtime) = runtime_directory();
    let mut first = FirstInstance::start(&runtime, Duration::ZERO);

    let mut times = Vec::new();
    for number in 0..20 {
        let link = format!("app.latchkey://auth/{number}");
        let started = Instant::now();
        let (outcome, micros, status) = run_second_instance(&runtime, &link);
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
    let (_parent, runtime) = runtime_directory();
    let first = FirstInstance::start(&runtime, Duration::ZERO);
    first.signal("-KILL");
    drop(first);
    assert!(
        fs::symlink_metadata(runtime.join("instance.sock"))
            .unwrap()
            .file_type()
            .is_socket()
    );

    let mut next = FirstInstance::start(&runtime, Duration::ZERO);
    assert_eq!(run_second_instance(&runtime, "after").0, "handed over");
    assert_eq!(next.line(), "got after");
}

#[test]
fn r_26_a_hung_instance_is_told_and_never_robbed() {
    let (_parent, runtime) = runtime_directory();
    let mut first = FirstInstance::start(&runtime, Duration::ZERO);
    first.signal("-STOP");

    let (outcome, micros, _) = run_second_instance(&runtime, "lost");
    assert_eq!(outcome, Error::NotResponding.to_string());
    let took = Duration::from_micros(micros);
    assert!(
        took >= ACKNOWLEDGEMENT_TIMEOUT
            && took < ACKNOWLEDGEMENT_TIMEOUT + Duration::from_millis(700),
        "{took:?}"
    );

    // The sender gave up, so this link is not acted on late. The window still belongs to the first process.
    first.signal("-CONT");
    assert_eq!(run_second_instance(&runtime, "kept").0, "handed over");
    assert_eq!(first.line(), "got kept");
}

#[test]
fn r_27_a_link_that_comes_while_the_window_is_built_is_not_lost() {
    let (_parent, runtime) = runtime_directory();
    let mut first = FirstInstance::start(&runtime, Duration::from_millis(600));

    assert_eq!(run_second_instance(&runtime, "early").0, "handed over");
    assert_eq!(first.line(), "got early");
}

#[test]
fn r_27_a_second_process_waits_while_the_first_holds_the_lock_and_has_no_socket_yet() {
    let (_parent, runtime) = runtime_directory();
    fs::create_dir(&runtime).unwrap();
    fs::set_permissions(&runtime, fs::Permissions::from_mode(0o700)).unwrap();
    let lock = fs::File::create(runtime.join("instance.lock")).unwrap();
    lock.lock().unwrap();
    let waiting = command("second early", &runtime).spawn().unwrap();
    std::thread::sleep(Duration::from_millis(300));
    lock.unlock().unwrap();

    assert_eq!(second_instance_result(waiting).0, "primary");
}
