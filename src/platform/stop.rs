//! The system's requests to stop: the signals of a log-off, a closed terminal, Ctrl-C. Reports them, and kills
//! the process if it does not end; what is done before the end is the caller's.

use std::{sync::mpsc, thread, time::Duration};

use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

/// A request to stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StopSignal {
    /// SIGHUP, or a console that is closed: the terminal or the session is gone.
    HangUp,
    /// SIGINT: Ctrl-C, and Ctrl-Break.
    Interrupt,
    /// SIGTERM: the system shuts down, or somebody asks this program to end.
    Terminate,
}

impl StopSignal {
    /// The exit status by which a shell tells that a program ended because of it: 128 and the signal's number.
    pub fn exit_status(self) -> u8 {
        match self {
            Self::HangUp => 128 + 1,
            Self::Interrupt => 128 + 2,
            Self::Terminate => 128 + 15,
        }
    }
}

/// How long a program that was asked to stop may take, with the two seconds for unfinished work. Without this limit a
/// program whose main thread is stuck could no longer be ended by SIGTERM.
const FORCED_EXIT_DELAY: Duration = Duration::from_secs(5);

/// Receives the requests to stop, which from now on no longer end this process by themselves. A second one kills it,
/// and so does the first one after [`FORCED_EXIT_DELAY`].
pub(super) fn requests() -> UnboundedReceiver<StopSignal> {
    let (sender, receiver) = unbounded_channel();
    let (ready, is_ready) = mpsc::channel();
    // A thread of its own receives signals also when every other thread is busy. It ends with the process.
    let hearing = thread::Builder::new()
        .name("signals".to_owned())
        .spawn(move || run_listener(&sender, ready));

    match hearing {
        // The thread drops the sender when it listens, or when it cannot.
        Ok(_) => drop(is_ready.recv()),
        Err(error) => tracing::warn!(%error, "a signal ends this process at once"),
    }

    receiver
}

fn run_listener(sender: &UnboundedSender<StopSignal>, ready: mpsc::Sender<()>) {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();

    match runtime {
        Ok(runtime) => runtime.block_on(listen(sender, ready)),
        Err(error) => tracing::warn!(%error, "a signal ends this process at once"),
    }
}

#[cfg(unix)]
async fn listen(sender: &UnboundedSender<StopSignal>, ready: mpsc::Sender<()>) {
    use rustix::process::{Signal, getpid, kill_process};
    use tokio::signal::unix::{SignalKind, signal};

    let (Ok(mut hang_up), Ok(mut int), Ok(mut term)) = (
        signal(SignalKind::hangup()),
        signal(SignalKind::interrupt()),
        signal(SignalKind::terminate()),
    ) else {
        return tracing::warn!("a signal ends this process at once");
    };
    drop(ready);
    let mut next = async || {
        tokio::select! {
            _ = hang_up.recv() => StopSignal::HangUp,
            _ = int.recv() => StopSignal::Interrupt,
            _ = term.recv() => StopSignal::Terminate,
        }
    };

    let stop = next().await;
    tracing::info!(?stop, "asked to stop");
    let _ = sender.send(stop);
    let _ = tokio::time::timeout(FORCED_EXIT_DELAY, next()).await;

    // Not the same signal again: this thread would receive it instead of the process ending.
    let _ = kill_process(getpid(), Signal::KILL);
}

/// The events of a console (Microsoft, "`HandlerRoutine` callback function",
/// <https://learn.microsoft.com/windows/console/handlerroutine>). A program with a window gets none for a log-off or a
/// shutdown: the system closes its windows.
#[cfg(windows)]
#[expect(
    clippy::disallowed_methods,
    reason = "there is no signal to send to oneself, and what follows would have been done by now"
)]
async fn listen(sender: &UnboundedSender<StopSignal>, ready: mpsc::Sender<()>) {
    use tokio::signal::windows::{ctrl_break, ctrl_c, ctrl_close};

    let (Ok(mut int), Ok(mut stop), Ok(mut close)) = (ctrl_c(), ctrl_break(), ctrl_close()) else {
        return tracing::warn!("Ctrl-C ends this process at once");
    };
    drop(ready);
    let mut next = async || {
        tokio::select! {
            _ = int.recv() => StopSignal::Interrupt,
            _ = stop.recv() => StopSignal::Interrupt,
            _ = close.recv() => StopSignal::HangUp,
        }
    };

    let stop = next().await;
    tracing::info!(?stop, "asked to stop");
    let _ = sender.send(stop);
    let _ = tokio::time::timeout(FORCED_EXIT_DELAY, next()).await;

    std::process::exit(i32::from(stop.exit_status()));
}
