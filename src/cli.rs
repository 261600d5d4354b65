//! The command line: the same service as the window, for people without a display and for programs. Owns what is
//! typed, printed and returned (exit status); decides nothing about sessions. It does not name `app`: `main` joins
//! the two.

mod arguments;
mod commands;
mod environment;
mod exec;
mod failure;
mod log;
mod opening;
mod report;
mod terminal;

use std::{ffi::OsString, process::ExitCode, sync::Arc, time::Duration};

use clap::{CommandFactory, Parser};

use self::{
    arguments::{Arguments, Command},
    commands::Outcome,
    failure::{Failure, status},
    terminal::Label,
};
use crate::{
    language::{self, Language},
    platform,
    service::Service,
};

pub use opening::{ForSignIn, Opening};

/// How long a call may still finish its bookkeeping after Ctrl-C: a token that was renewed on the server
/// must also be kept.
const GRACE: Duration = Duration::from_secs(2);

/// What a start leads to.
#[derive(Debug)]
pub enum Start {
    /// Nothing is left to do.
    Done(ExitCode),
    /// The window is to be opened.
    Window(Opening),
}

/// Does what was typed, up to the window.
pub fn start(line: impl IntoIterator<Item = OsString>) -> Start {
    let line: Vec<_> = line.into_iter().collect();
    let arguments = match Arguments::try_parse_from(&line) {
        Ok(arguments) => arguments,
        Err(error) => return Start::Done(usage(&error, &line)),
    };
    log::start();
    let json = arguments.json;

    match arguments.command {
        Some(_) if arguments.link.is_some() => Start::Done(fail(
            &Failure::Usage(
                "A link and a command cannot be given together.",
                "Give the link alone to open it in the window.",
            ),
            json,
        )),
        Some(command) => {
            // Ends with this process: a program started by `exec` has the limits it would have anyway. A window
            // refuses them later, see there.
            if !command.may_open_window() {
                platform::refuse_debuggers();
            }

            run(command, json)
        }
        None => match opening::prepare(arguments.link, arguments.new_window) {
            Ok(Some(opening)) => Start::Window(opening),
            Ok(None) => Start::Done(status::DONE.into()),
            Err(failure) => Start::Done(fail(&failure, json)),
        },
    }
}

/// The exit status after the window, with the sentence when it ended badly. One that was opened for a sign-in is
/// followed by what `login` says.
pub fn window_ended(
    error: Option<&dyn std::error::Error>,
    service: &Service,
    sign_in: Option<ForSignIn>,
) -> ExitCode {
    let json = sign_in.as_ref().is_some_and(|sign_in| sign_in.json);
    // The window may have spoken another language; the command line has one.
    language::speak(Language::English);

    match (error, sign_in) {
        (Some(error), _) => fail(&Failure::Window(error.to_string()), json),
        (None, None) => status::DONE.into(),
        (None, Some(sign_in)) => match signed_in(service, &sign_in) {
            Ok(answer) => finish(&answer, json),
            Err(failure) => fail(&failure, json),
        },
    }
}

fn signed_in(service: &Service, sign_in: &ForSignIn) -> Result<report::Answer, Failure> {
    runtime()?.block_on(async {
        let profile = service.find(sign_in.profile.as_str()).await?;

        commands::window::ended(service, profile, false).await
    })
}

fn runtime() -> Result<tokio::runtime::Runtime, Failure> {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| Failure::Input(Arc::new(error)))
}

/// The definition of the command line, for the man page.
pub fn definition() -> clap::Command {
    Arguments::command()
}

fn run(command: Command, json: bool) -> Start {
    let runtime = match runtime() {
        Ok(runtime) => runtime,
        Err(failure) => return Start::Done(fail(&failure, json)),
    };
    let result = runtime.block_on(interruptible(async {
        // On the heap: every command with its questions would be a large piece of a small stack.
        Box::pin(commands::perform(&opening::service()?, command)).await
    }));
    // A thread may still wait for a line or for the keyring; it ends with the process.
    runtime.shutdown_background();

    Start::Done(match result {
        Ok(Outcome::Window(mut opening)) => {
            if let Some(sign_in) = &mut opening.sign_in {
                sign_in.json = json;
            }
            return Start::Window(*opening);
        }
        Ok(Outcome::Answer(answer)) => finish(&answer, json),
        Ok(Outcome::Exec(ready)) => take_over(ready, json),
        Err(failure) => fail(&failure, json),
    })
}

/// Ends `work` when this process is asked to stop; what it has begun gets [`GRACE`] to be kept.
async fn interruptible<T>(work: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
    stopped_by(work, terminal::interrupted).await
}

async fn stopped_by<T>(
    work: impl Future<Output = Result<T, Failure>>,
    stop: impl AsyncFn(),
) -> Result<T, Failure> {
    let mut work = std::pin::pin!(work);
    tokio::select! {
        result = &mut work => result,
        () = stop() => {
            tokio::select! {
                ended = tokio::time::timeout(GRACE, work) => match ended {
                    // It was waiting for an answer of the person.
                    Ok(Err(Failure::Cancelled)) => Err(Failure::Cancelled),
                    _ => Err(Failure::Interrupted),
                },
                // Asked twice: they mean it.
                () = stop() => Err(Failure::Interrupted),
            }
        }
    }
}

fn finish(answer: &report::Answer, json: bool) -> ExitCode {
    let printed = if json {
        terminal::print(&answer.document().to_string())
    } else {
        terminal::print(&terminal::plain(&answer.text))
    };
    if let Err(failure) = printed {
        return fail(&failure, false);
    }

    match &answer.failure {
        None => status::DONE.into(),
        Some(failure) => {
            complain(failure);
            failure.exit_code().into()
        }
    }
}

#[cfg(unix)]
fn take_over(ready: exec::Ready, json: bool) -> ExitCode {
    fail(&ready.run(), json)
}

#[cfg(not(unix))]
fn take_over(ready: exec::Ready, json: bool) -> ExitCode {
    match ready.run() {
        // A process may end with any 32-bit number there, an `ExitCode` holds one byte.
        Ok(code) => u8::try_from(code).unwrap_or(status::FAILED).into(),
        Err(failure) => fail(&failure, json),
    }
}

fn fail(failure: &Failure, json: bool) -> ExitCode {
    complain(failure);
    if json {
        let _ = terminal::print(&report::error(&failure.notice()).to_string());
    }

    failure.exit_code().into()
}

fn complain(failure: &Failure) {
    let notice = failure.notice();
    tracing::debug!(code = notice.code, detail = notice.detail, "failed");
    terminal::say(Label::Error, &notice.message);
    if let Some(hint) = &notice.hint {
        terminal::say(Label::Hint, hint);
    }
}

/// Help, version, or what is wrong with the line, without repeating what may be a secret in it.
fn usage(error: &clap::Error, line: &[OsString]) -> ExitCode {
    let text = hide(&error.render().to_string(), line);
    if !error.use_stderr() {
        return match terminal::print(text.trim_end()) {
            Ok(()) => status::DONE.into(),
            Err(failure) => fail(&failure, false),
        };
    }
    terminal::tell(text.trim_end());
    if line.iter().any(|word| word == "--json") {
        let lines = text
            .lines()
            .take_while(|line| !line.is_empty())
            .map(str::trim);
        let message = lines.collect::<Vec<_>>().join(" ");
        let message = message.trim_start_matches("error: ");
        let _ = terminal::print(
            &serde_json::json!({
                "error": { "code": "USAGE", "message": message, "hint": "`latchkey --help` explains the command line." }
            })
            .to_string(),
        );
    }

    status::USAGE.into()
}

/// Takes links and tokens out of a message about the line that holds them (S-40).
fn hide(message: &str, line: &[OsString]) -> String {
    line.iter()
        .filter_map(|word| word.to_str())
        .filter(|word| {
            word.len() > 40
                || word.contains("token=")
                || word.contains("password") && word.contains('=')
        })
        .fold(message.to_owned(), |message, word| {
            message.replace(word, "[hidden]")
        })
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may stop at once")]

    use super::*;

    #[test]
    fn s_40_usage_errors_do_not_repeat_a_link() {
        let line: Vec<OsString> = [
            "latchkey",
            "reset",
            "-",
            "https://x/admin/reset-password?token=eyJsecret",
        ]
        .map(Into::into)
        .to_vec();
        let error = Arguments::try_parse_from(&line).unwrap_err();
        assert!(
            error.render().to_string().contains("eyJsecret"),
            "the case no longer shows anything"
        );

        assert!(!hide(&error.render().to_string(), &line).contains("eyJsecret"));
    }

    #[tokio::test]
    async fn what_is_stopped_under_way_is_not_said_to_be_undone() {
        let unknown = "It is not known whether the server had done it.";
        let undone = "Nothing was changed. Run the command again when you like.";

        for (ends_with, stops, told) in [
            (Ok(()), 1, unknown),
            (Err(Failure::Differ), 1, unknown),
            (Err(Failure::Cancelled), 1, undone),
            (Ok(()), 2, unknown),
        ] {
            let asked = std::cell::Cell::new(0);
            let work = async {
                tokio::time::sleep(Duration::from_millis(100)).await;
                ends_with
            };
            let stopped = stopped_by(work, async || {
                asked.set(asked.get() + 1);
                if asked.get() > stops {
                    std::future::pending::<()>().await;
                }
            })
            .await;

            let hint = stopped.err().and_then(|failure| failure.notice().hint);
            assert_eq!(hint.as_deref(), Some(told), "stopped {stops} times");
        }
    }

    #[tokio::test]
    async fn finished_work_is_not_touched() {
        assert_eq!(
            interruptible(async { Ok::<_, Failure>(1) }).await.unwrap(),
            1
        );
    }
}
