//! Starts the desktop's opener. The launchers and their order are `open`'s; they are started here, and not by its
//! `that_detached`, because the activation token of our own start must not reach the browser: it would spend it
//! (startup-notification and xdg-activation specifications).

#![expect(
    clippy::disallowed_types,
    reason = "owns what this system does its own way"
)]

use std::{
    io,
    os::unix::process::CommandExt,
    process::{Child, Command, ExitStatus, Stdio},
    thread,
    time::{Duration, Instant},
};

use super::super::Error;

/// How long a launcher is watched for a failure; one that still runs then has started the browser.
const LAUNCHER_WATCH_TIME: Duration = Duration::from_millis(250);

pub(in super::super) fn open_browser(address: &url::Url) -> Result<(), Error> {
    launch(open::commands(address.as_str()), LAUNCHER_WATCH_TIME)
}

/// Tries one launcher after the other, all within `limit`.
fn launch(launchers: Vec<Command>, limit: Duration) -> Result<(), Error> {
    let deadline = Instant::now() + limit;
    let mut failure = None;
    for mut launcher in launchers {
        let _ = launcher
            .env_remove("XDG_ACTIVATION_TOKEN")
            .env_remove("DESKTOP_STARTUP_ID")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            // Ctrl-C in our terminal is not meant for the browser.
            .process_group(0);
        let name = launcher.get_program().to_string_lossy().into_owned();
        match launcher.spawn().and_then(|child| watch(child, deadline)) {
            Ok(None) => return Ok(()),
            Ok(Some(status)) if status.success() => return Ok(()),
            // A launcher's own failure says more than that another one is not installed.
            Ok(Some(status)) => failure = Some(format!("{name}: {status}")),
            Err(error) => failure = failure.or_else(|| Some(format!("{name}: {error}"))),
        }
    }

    Err(Error::NoBrowser(
        failure.unwrap_or_else(|| "nothing to open it with".to_owned()),
    ))
}

/// The launcher's exit status if it ends before the deadline. After that a thread waits for it, so that it does not
/// become a zombie.
fn watch(mut child: Child, deadline: Instant) -> io::Result<Option<ExitStatus>> {
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        if Instant::now() >= deadline {
            let reaper = thread::Builder::new().name("browser".to_owned());
            let _detached = reaper.spawn(move || child.wait());
            return Ok(None);
        }
        thread::sleep(Duration::from_millis(5));
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::panic, reason = "a test may stop at once")]

    use super::*;

    fn shell(script: &str) -> Command {
        let mut command = Command::new("sh");
        let _ = command.args(["-c", script]);

        command
    }

    #[test]
    fn r_33_a_failing_launcher_is_followed_by_the_next_and_the_last_is_told() {
        let missing = || Command::new("/nonexistent/opener");

        assert!(
            launch(
                vec![missing(), shell("exit 3"), shell("exit 0")],
                LAUNCHER_WATCH_TIME
            )
            .is_ok()
        );
        for (launchers, expected) in [
            (vec![shell("exit 3"), missing()], "exit status: 3"),
            (vec![missing()], "/nonexistent/opener"),
            (vec![], "nothing"),
        ] {
            let Err(Error::NoBrowser(reason)) = launch(launchers, LAUNCHER_WATCH_TIME) else {
                panic!("opened by nothing");
            };
            assert!(reason.contains(expected), "{reason}");
        }
    }

    #[test]
    fn r_33_a_launcher_that_stays_is_not_waited_for() {
        let started = Instant::now();

        assert!(launch(vec![shell("sleep 5")], LAUNCHER_WATCH_TIME).is_ok());
        assert!(
            started.elapsed() >= LAUNCHER_WATCH_TIME && started.elapsed() < Duration::from_secs(2)
        );
    }

    #[test]
    fn x_05_the_activation_token_does_not_reach_the_browser() {
        let mut launcher = shell("test -z \"$XDG_ACTIVATION_TOKEN$DESKTOP_STARTUP_ID\"");
        let _ = launcher
            .env("XDG_ACTIVATION_TOKEN", "spent")
            .env("DESKTOP_STARTUP_ID", "spent");

        assert!(launch(vec![launcher], Duration::from_secs(5)).is_ok());
    }
}
