//! The command line: the same service as the window, for people without a display and for programs. Owns the arguments,
//! what is printed and the exit status; decides nothing about sessions. It does not name `app`: `main` joins the two.

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
    service::{Service, system},
};

pub use opening::{WindowLaunch, WindowSignIn};

/// How long a command may still run after Ctrl-C (R-42: a stop loses no session): a token that the server has just
/// renewed must also reach the keyring.
const INTERRUPT_GRACE_PERIOD: Duration = Duration::from_secs(2);

/// What the program does next.
#[derive(Debug)]
pub enum NextStep {
    /// Ends with this status.
    Exit(ExitCode),
    /// Opens the window.
    OpenWindow(WindowLaunch),
}

/// Runs the command line, except for the window.
pub fn handle_arguments(line: impl IntoIterator<Item = OsString>) -> NextStep {
    let line: Vec<_> = line.into_iter().collect();
    let arguments = match Arguments::try_parse_from(&line) {
        Ok(arguments) => arguments,
        Err(error) => return NextStep::Exit(print_usage(&error, &line)),
    };
    log::start();
    let json = arguments.json;

    match arguments.command {
        Some(_) if arguments.link.is_some() => NextStep::Exit(report_failure(
            &Failure::Usage(
                "A link and a command cannot be given together.",
                "Give the link alone to open it in the window.",
            ),
            json,
        )),
        Some(command) => {
            // This holds for this process only and not for a program that `exec` starts. The window does it later, when
            // the desktop portal has answered (`app/preferences.rs`).
            if !command.may_open_window() {
                system::refuse_debuggers();
            }

            run_command(command, json)
        }
        None => match opening::claim_or_hand_over(arguments.link, arguments.new_window) {
            Ok(Some(launch)) => NextStep::OpenWindow(launch),
            Ok(None) => NextStep::Exit(status::DONE.into()),
            Err(failure) => NextStep::Exit(report_failure(&failure, json)),
        },
    }
}

/// The exit status after the window, with the sentence when it ended badly. One that was opened for a sign-in is
/// followed by what `login` says.
pub fn report_window_end(
    error: Option<&dyn std::error::Error>,
    service: &Service,
    sign_in: Option<WindowSignIn>,
) -> ExitCode {
    let json = sign_in.as_ref().is_some_and(|sign_in| sign_in.json);
    // The window may have switched to another language; the command line speaks English only.
    language::speak(Language::English);

    match (error, sign_in) {
        (Some(error), _) => report_failure(&Failure::Window(error.to_string()), json),
        (None, None) => status::DONE.into(),
        (None, Some(sign_in)) => match sign_in_answer(service, &sign_in) {
            Ok(answer) => print_answer(&answer, json),
            Err(failure) => report_failure(&failure, json),
        },
    }
}

fn sign_in_answer(service: &Service, sign_in: &WindowSignIn) -> Result<report::Answer, Failure> {
    runtime()?.block_on(async {
        let profile = service.find(sign_in.profile.as_str()).await?;

        commands::window::sign_in_result(service, profile, false).await
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

fn run_command(command: Command, json: bool) -> NextStep {
    let runtime = match runtime() {
        Ok(runtime) => runtime,
        Err(failure) => return NextStep::Exit(report_failure(&failure, json)),
    };
    let result = runtime.block_on(interruptible(async {
        // On the heap: the future holds the state of every command and would take much of a small stack.
        Box::pin(commands::run(&Service::of_this_user()?, command)).await
    }));
    // A thread may still block on standard input or on the keyring; it ends with the process.
    runtime.shutdown_background();

    NextStep::Exit(match result {
        Ok(Outcome::Window(mut opening)) => {
            if let Some(sign_in) = &mut opening.sign_in {
                sign_in.json = json;
            }
            return NextStep::OpenWindow(*opening);
        }
        Ok(Outcome::Answer(answer)) => print_answer(&answer, json),
        Ok(Outcome::Exec(ready)) => run_program(ready, json),
        Err(failure) => report_failure(&failure, json),
    })
}

/// Ends `work` when this process is asked to stop; what it has begun gets [`INTERRUPT_GRACE_PERIOD`] to be kept.
async fn interruptible<T>(work: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
    until_stopped(work, terminal::stop_requested).await
}

async fn until_stopped<T>(
    work: impl Future<Output = Result<T, Failure>>,
    stop: impl AsyncFn(),
) -> Result<T, Failure> {
    let mut work = std::pin::pin!(work);
    tokio::select! {
        result = &mut work => result,
        () = stop() => {
            tokio::select! {
                ended = tokio::time::timeout(INTERRUPT_GRACE_PERIOD, work) => match ended {
                    // The command was waiting for the person to answer a question, so nothing was under way.
                    Ok(Err(Failure::Cancelled)) => Err(Failure::Cancelled),
                    _ => Err(Failure::Interrupted),
                },
                // A second request to stop ends the grace period.
                () = stop() => Err(Failure::Interrupted),
            }
        }
    }
}

fn print_answer(answer: &report::Answer, json: bool) -> ExitCode {
    let printed = if json {
        terminal::print(&answer.document().to_string())
    } else {
        terminal::print(&terminal::without_control_characters(&answer.text))
    };
    if let Err(failure) = printed {
        return report_failure(&failure, false);
    }

    match &answer.failure {
        None => status::DONE.into(),
        Some(failure) => {
            print_failure(failure);
            failure.exit_code().into()
        }
    }
}

#[cfg(unix)]
fn run_program(ready: exec::PreparedProgram, json: bool) -> ExitCode {
    report_failure(&ready.run(), json)
}

#[cfg(not(unix))]
fn run_program(ready: exec::Ready, json: bool) -> ExitCode {
    match ready.run() {
        // On Windows an exit status has 32 bits, but an `ExitCode` holds one byte.
        Ok(code) => u8::try_from(code).unwrap_or(status::FAILED).into(),
        Err(failure) => fail(&failure, json),
    }
}

fn report_failure(failure: &Failure, json: bool) -> ExitCode {
    print_failure(failure);
    if json {
        let _ = terminal::print(&report::error_document(&failure.notice()).to_string());
    }

    failure.exit_code().into()
}

fn print_failure(failure: &Failure) {
    let notice = failure.notice();
    tracing::debug!(code = notice.code, detail = notice.detail, "failed");
    terminal::print_labelled(Label::Error, &notice.message);
    if let Some(hint) = &notice.hint {
        terminal::print_labelled(Label::Hint, hint);
    }
}

/// Prints help, the version, or what is wrong with the arguments, without repeating one that may be a secret.
fn print_usage(error: &clap::Error, line: &[OsString]) -> ExitCode {
    let text = redact_secrets(&error.render().to_string(), line);
    if !error.use_stderr() {
        return match terminal::print(text.trim_end()) {
            Ok(()) => status::DONE.into(),
            Err(failure) => report_failure(&failure, false),
        };
    }
    terminal::print_notice(text.trim_end());
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

/// Replaces links and tokens in clap's message, which repeats the arguments (S-40: no secret is printed).
fn redact_secrets(message: &str, line: &[OsString]) -> String {
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

        assert!(!redact_secrets(&error.render().to_string(), &line).contains("eyJsecret"));
    }

    #[tokio::test]
    async fn what_is_stopped_under_way_is_not_said_to_be_undone() {
        let unknown = "It is not known whether the server had done it.";
        let undone = "Nothing was changed. Run the command again when you like.";

        for (ends_with, stops, expected) in [
            (Ok(()), 1, unknown),
            (Err(Failure::PasswordsDiffer), 1, unknown),
            (Err(Failure::Cancelled), 1, undone),
            (Ok(()), 2, unknown),
        ] {
            let asked = std::cell::Cell::new(0);
            let work = async {
                tokio::time::sleep(Duration::from_millis(100)).await;
                ends_with
            };
            let stopped = until_stopped(work, async || {
                asked.set(asked.get() + 1);
                if asked.get() > stops {
                    std::future::pending::<()>().await;
                }
            })
            .await;

            let hint = stopped.err().and_then(|failure| failure.notice().hint);
            assert_eq!(hint.as_deref(), Some(expected), "stopped {stops} times");
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
