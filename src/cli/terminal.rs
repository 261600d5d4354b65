//! Standard input, output and error: asks questions, reads lines, prints answers and warnings, hears signals. Owns no
//! wording of errors (`failure`) and no shape of answers (`report`).

use std::{
    io::{self, BufRead, IsTerminal, Read, Write},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use zeroize::Zeroizing;

use super::failure::Failure;
use crate::secret::Secret;

/// Longest line taken as a password or a link, in bytes.
const MAX_LINE_BYTES: usize = 4096;
/// Longest mail text taken for a link, in bytes: a link may be wrapped over several lines.
const MAX_MAIL_BYTES: usize = 16 * 1024;

/// Whether a piped standard input was read. A question may then still go to the terminal, if standard error is one.
static STDIN_CONSUMED: AtomicBool = AtomicBool::new(false);

/// Whether a question can reach a person and an answer come back.
pub(super) fn can_ask() -> bool {
    io::stdin().is_terminal()
        || (STDIN_CONSUMED.load(Ordering::Relaxed) && io::stderr().is_terminal())
}

/// Whether the answer is printed on a terminal, where others may read it and a scrollback keeps it.
pub(super) fn stdout_is_terminal() -> bool {
    io::stdout().is_terminal()
}

/// Whether a person can see what is printed on standard error.
pub(super) fn stderr_is_terminal() -> bool {
    io::stderr().is_terminal()
}

/// Resolves when the person or the system asks this process to stop.
pub(super) async fn stop_requested() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};

        let (Ok(mut int), Ok(mut term), Ok(mut hang_up)) = (
            signal(SignalKind::interrupt()),
            signal(SignalKind::terminate()),
            signal(SignalKind::hangup()),
        ) else {
            return std::future::pending().await;
        };
        tokio::select! {
            _ = int.recv() => {}
            _ = term.recv() => {}
            _ = hang_up.recv() => {}
        }
    }
    #[cfg(windows)]
    {
        use tokio::signal::windows::{ctrl_break, ctrl_c, ctrl_close};

        let (Ok(mut int), Ok(mut stop), Ok(mut close)) = (ctrl_c(), ctrl_break(), ctrl_close())
        else {
            return std::future::pending().await;
        };
        tokio::select! {
            _ = int.recv() => {}
            _ = stop.recv() => {}
            _ = close.recv() => {}
        }
    }
}

/// Asks for a password, a code or a link without showing what is typed.
pub(super) async fn ask_hidden(question: &str) -> Result<Secret, Failure> {
    let question = format!("{question}: ");
    // Switches echo back on however this future ends, also when the reading thread still blocks in its read.
    let _echo = echo::TerminalSettings::save();

    let answer = blocking_read(move || rpassword::prompt_password(question).map(Secret::new)).await;

    answer.inspect_err(|_| end_prompt_line())
}

/// Asks for something that may be shown; an empty line stands for `default`.
pub(super) async fn ask(question: &str, default: Option<&str>) -> Result<String, Failure> {
    let question = match default {
        Some(default) => format!("{question} [{}]: ", without_control_characters(default)),
        None => format!("{question}: "),
    };
    let answer = blocking_read(move || {
        write!(io::stderr(), "{question}")?;
        io::stderr().flush()?;
        limited_line(&mut io::stdin().lock())
    })
    .await
    .inspect_err(|_| end_prompt_line())?;
    let answer = answer.expose().trim();

    Ok(match (answer, default) {
        ("", Some(default)) => default.to_owned(),
        (answer, _) => answer.to_owned(),
    })
}

/// Ends the line of a question that was cancelled.
fn end_prompt_line() {
    let _ = writeln!(io::stderr());
}

/// The next line of standard input, without its line end.
pub(super) async fn read_line() -> Result<Secret, Failure> {
    STDIN_CONSUMED.store(true, Ordering::Relaxed);

    blocking_read(|| limited_line(&mut io::stdin().lock())).await
}

/// The link on standard input of a restarted process (`exec::restart_with_link_on_stdin`). Blocks: there is no runtime
/// yet.
pub(super) fn read_piped_link() -> Result<Secret, Failure> {
    limited_line(&mut io::stdin().lock()).map_err(|error| Failure::Input(Arc::new(error)))
}

/// All of standard input, for a link wrapped over several lines.
pub(super) async fn read_all() -> Result<Secret, Failure> {
    STDIN_CONSUMED.store(true, Ordering::Relaxed);

    blocking_read(|| limited_text(&mut io::stdin().lock(), MAX_MAIL_BYTES)).await
}

/// Runs a blocking read on another thread. Ctrl-C ends the wait for it; the read itself goes on until the process ends.
async fn blocking_read<T: Send + 'static>(
    read: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> Result<T, Failure> {
    tokio::select! {
        result = tokio::task::spawn_blocking(read) => match result {
            Ok(Ok(value)) => Ok(value),
            Ok(Err(error)) => Err(match error.kind() {
                io::ErrorKind::Interrupted | io::ErrorKind::UnexpectedEof => Failure::Cancelled,
                _ => Failure::Input(Arc::new(error)),
            }),
            Err(_) => Err(Failure::Service(crate::service::Error::Internal)),
        },
        () = stop_requested() => Err(Failure::Cancelled),
    }
}

fn limited_line(input: &mut impl BufRead) -> io::Result<Secret> {
    let mut bytes = Zeroizing::new(Vec::with_capacity(MAX_LINE_BYTES + 2));
    // Two bytes more than allowed: one for the line end, one to see that the line is too long.
    let read = input
        .by_ref()
        .take(MAX_LINE_BYTES as u64 + 2)
        .read_until(b'\n', &mut bytes)?;
    if read == 0 {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    let line = bytes.strip_suffix(b"\n").unwrap_or(&bytes);
    let line = line.strip_suffix(b"\r").unwrap_or(line);

    into_secret(line, MAX_LINE_BYTES)
}

fn limited_text(input: &mut impl BufRead, most: usize) -> io::Result<Secret> {
    let mut bytes = Zeroizing::new(Vec::with_capacity(most + 1));
    let _ = input
        .by_ref()
        .take(most as u64 + 1)
        .read_to_end(&mut bytes)?;

    into_secret(&bytes, most)
}

fn into_secret(bytes: &[u8], most: usize) -> io::Result<Secret> {
    if bytes.len() > most {
        return Err(io::Error::new(
            io::ErrorKind::InvalidData,
            format!("more than {most} bytes"),
        ));
    }

    std::str::from_utf8(bytes)
        .map(Secret::from)
        .map_err(|_| io::Error::new(io::ErrorKind::InvalidData, "not UTF-8"))
}

/// Prints an answer on standard output. A closed pipe is no failure.
pub(super) fn print(text: &str) -> Result<(), Failure> {
    let mut output = io::stdout().lock();
    let written = writeln!(output, "{text}").and_then(|()| output.flush());

    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::Output(Arc::new(error)))
        }
        _ => Ok(()),
    }
}

/// Prints a labelled sentence on standard error and ignores a failure to do so.
pub(super) fn print_labelled(label: Label, sentence: &str) {
    let (name, colour) = match label {
        Label::Error => ("error", "\x1b[1;31m"),
        Label::Warning => ("warning", "\x1b[1;33m"),
        Label::Hint => ("hint", "\x1b[1m"),
    };
    let sentence = without_control_characters(sentence);
    let mut output = io::stderr().lock();
    let _ = if output.is_terminal() && !super::environment::no_color() {
        writeln!(output, "{colour}{name}:\x1b[0m {sentence}")
    } else {
        writeln!(output, "{name}: {sentence}")
    };
}

/// Prints a sentence on standard error that a person needs before they answer.
pub(super) fn print_notice(sentence: &str) {
    let _ = writeln!(io::stderr(), "{}", without_control_characters(sentence));
}

/// What kind of sentence is printed on standard error.
#[derive(Debug, Clone, Copy)]
pub(super) enum Label {
    Error,
    /// The command goes on, but the person should know something.
    Warning,
    Hint,
}

/// The text without control characters and bidirectional marks: a name may come from a server, and must not control the
/// terminal or reverse the text (S-34: a server's words look like nothing of Latchkey's).
pub(super) fn without_control_characters(text: &str) -> String {
    text.chars()
        .filter(|character| *character == '\n' || !character.is_control())
        .filter(|character| !matches!(character, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'))
        .collect()
}

/// Saves the terminal's settings while a question is open and restores them on drop.
mod echo {
    #[cfg(unix)]
    pub(super) struct TerminalSettings(Option<(rustix::fd::OwnedFd, rustix::termios::Termios)>);

    #[cfg(unix)]
    impl TerminalSettings {
        pub(super) fn save() -> Self {
            use rustix::fs::{Mode, OFlags};

            let terminal = rustix::fs::open(
                "/dev/tty",
                OFlags::RDWR | OFlags::CLOEXEC | OFlags::NOCTTY,
                Mode::empty(),
            );

            Self(terminal.ok().and_then(|terminal| {
                let settings = rustix::termios::tcgetattr(&terminal).ok()?;

                Some((terminal, settings))
            }))
        }
    }

    #[cfg(unix)]
    impl Drop for TerminalSettings {
        fn drop(&mut self) {
            if let Some((terminal, settings)) = &self.0 {
                let _ = rustix::termios::tcsetattr(
                    terminal,
                    rustix::termios::OptionalActions::Now,
                    settings,
                );
            }
        }
    }

    /// Saves nothing: a Windows console is restored by the reading thread, or ends with the process.
    #[cfg(not(unix))]
    pub(super) struct TerminalSettings;

    #[cfg(not(unix))]
    impl TerminalSettings {
        pub(super) fn save() -> Self {
            Self
        }
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may stop at once")]

    use super::*;

    #[test]
    fn a_line_loses_only_its_end() {
        for (input, expected) in [
            ("secret\n", "secret"),
            ("secret\r\n", "secret"),
            ("secret", "secret"),
            (" two words \nnext", " two words "),
            ("\r\r\n", "\r"),
            ("\n", ""),
        ] {
            assert_eq!(
                limited_line(&mut input.as_bytes()).unwrap().expose(),
                expected,
                "{input:?}"
            );
        }
    }

    #[test]
    fn two_lines_are_read_one_after_the_other() {
        let mut input = "link\npassword\n".as_bytes();

        assert_eq!(limited_line(&mut input).unwrap().expose(), "link");
        assert_eq!(limited_line(&mut input).unwrap().expose(), "password");
    }

    #[test]
    fn input_is_bounded_and_strict() {
        let just = format!("{}\r\n", "x".repeat(MAX_LINE_BYTES));
        assert_eq!(
            limited_line(&mut just.as_bytes()).unwrap().expose().len(),
            MAX_LINE_BYTES
        );

        let long = "x".repeat(MAX_LINE_BYTES + 1);
        assert_eq!(
            limited_line(&mut long.as_bytes()).unwrap_err().kind(),
            io::ErrorKind::InvalidData
        );
        assert_eq!(
            limited_line(&mut io::repeat(b'x').take(u64::MAX).reader())
                .unwrap_err()
                .kind(),
            io::ErrorKind::InvalidData
        );
        assert_eq!(
            limited_line(&mut &b"\xff\n"[..]).unwrap_err().kind(),
            io::ErrorKind::InvalidData
        );
        assert_eq!(
            limited_line(&mut &b""[..]).unwrap_err().kind(),
            io::ErrorKind::UnexpectedEof
        );
        assert!(
            limited_text(
                &mut "x".repeat(MAX_MAIL_BYTES + 1).as_bytes(),
                MAX_MAIL_BYTES
            )
            .is_err()
        );
    }

    trait Reader: Read + Sized {
        fn reader(self) -> io::BufReader<Self> {
            io::BufReader::new(self)
        }
    }

    impl<R: Read> Reader for R {}

    #[test]
    fn s_34_names_cannot_steer_the_terminal() {
        assert_eq!(
            without_control_characters("Blog\x1b[2J\u{9b}31m\r\u{202e}x\nnext"),
            "Blog[2J31mx\nnext"
        );
    }
}
