//! The commands: each calls the service and turns the result into an answer to print. Owns the order of the questions
//! to the person; the service decides what is kept when.

mod doctor;
mod import;
mod mailed_links;
mod one_time_code;
mod profile_settings;
mod sign_in;
mod sso;
pub(super) mod window;

use std::time::Duration;

use tokio::task::JoinSet;

use super::{
    arguments::{Add, Command, Exec, ProfileArgument, Scheme, SchemeAction, Status, Token},
    exec::PreparedProgram,
    failure::Failure,
    opening::WindowLaunch,
    report::{self, Answer},
    terminal::{self, Label},
};
use crate::{
    link::TokenPurpose,
    profile::Profile,
    secret::Secret,
    service::{self, AddOptions, ErrorCode, ServerError, Service, StoredIn, Unlock},
    session::AccessToken,
};

/// How often a person may enter a code or a password within one command.
const MAX_ATTEMPTS: usize = 3;
/// How long the token for a program that `exec` starts is valid at least.
const EXEC_MIN_VALIDITY: Duration = Duration::from_secs(60);

const NO_TERMINAL: Failure = Failure::Usage(
    "There is no terminal to ask for the password on.",
    "Give it as the first line of standard input with --password-stdin.",
);

/// What a command leads to.
#[derive(Debug)]
pub(super) enum Outcome {
    Answer(Answer),
    Exec(PreparedProgram),
    Window(Box<WindowLaunch>),
}

/// Runs a command. If the profile file was damaged or read in part, a warning is printed first, whatever the command,
/// because the next read no longer knows of it. A file that cannot be read at all is reported by the commands that need
/// it.
pub(super) async fn run(service: &Service, command: Command) -> Result<Outcome, Failure> {
    if let Ok(loaded) = service.profiles().await
        && let Some(notice) = &loaded.notice
    {
        terminal::print_labelled(Label::Warning, &report::load_notice(notice));
    }
    let answer = match command {
        Command::Add(arguments) => add(service, arguments).await,
        Command::Profiles => profiles(service).await,
        Command::Remove(arguments) => remove(service, arguments).await,
        Command::Set(arguments) => profile_settings::set(service, arguments).await,
        Command::Login(arguments) if arguments.window => {
            let profile = service.find(&arguments.profile).await?;
            return window::login(service, profile).await;
        }
        Command::Login(arguments) => sign_in::login(service, arguments).await,
        Command::Forgot(arguments) => mailed_links::forgot(service, arguments).await,
        Command::Reset(arguments) => {
            mailed_links::set_password(service, arguments, TokenPurpose::ResetPassword).await
        }
        Command::AcceptInvite(arguments) => {
            mailed_links::set_password(service, arguments, TokenPurpose::AcceptInvite).await
        }
        Command::VerifyEmail(arguments) => mailed_links::verify_email(service, arguments).await,
        Command::Token(arguments) => token(service, arguments).await,
        Command::Exec(arguments) => return exec(service, arguments).await.map(Outcome::Exec),
        Command::Status(arguments) => status(service, arguments).await,
        Command::Logout(arguments) => logout(service, arguments).await,
        Command::Doctor(arguments) => doctor::run_checks(service, arguments).await,
        Command::Scheme(arguments) => scheme(service, &arguments).await,
    };

    answer.map(Outcome::Answer)
}

async fn add(service: &Service, arguments: Add) -> Result<Answer, Failure> {
    if let Some(path) = arguments.from {
        return import::import(service, path, arguments.yes).await;
    }
    let options = AddOptions {
        allow_http: arguments.allow_http,
        ca_file: arguments
            .ca_file
            .map(profile_settings::absolute_path)
            .transpose()?,
        proxy: profile_settings::parse_proxy(arguments.proxy.as_deref())?.unwrap_or_default(),
    };
    let address = arguments.address.unwrap_or_default();
    let preview = service.probe(&address, options).await?;
    let profile = service.add(preview, arguments.name).await?;

    Ok(report::added(&profile))
}

async fn load_profiles(service: &Service) -> Result<Vec<Profile>, Failure> {
    let loaded = service.profiles().await?;

    Ok(loaded.profiles.iter().cloned().collect())
}

async fn profiles(service: &Service) -> Result<Answer, Failure> {
    let rows = for_each_profile(
        service,
        load_profiles(service).await?,
        |service, profile| async move {
            let signed_in = service.has_session(&profile.id).await;

            (profile, signed_in)
        },
    )
    .await;

    Ok(report::profiles(&rows))
}

async fn remove(service: &Service, arguments: ProfileArgument) -> Result<Answer, Failure> {
    let profile = service.find(&arguments.profile).await?;
    let how = service.remove(&profile.id).await?;

    Ok(report::signed_out(
        &how,
        Some(&format!("{} is forgotten.", profile.name)),
    ))
}

async fn token(service: &Service, arguments: Token) -> Result<Answer, Failure> {
    let profile = service.find(&arguments.profile).await?;
    let access = issue_token(service, &profile, arguments.min_validity).await?;
    if terminal::stdout_is_terminal() {
        terminal::print_labelled(
            Label::Warning,
            "This token lets anyone act as you until it ends; `latchkey exec` hands it over without showing it.",
        );
    }

    Ok(report::token(&profile.url, &access))
}

/// A valid access token. Warns when the renewed session could not be kept, because it ends with this command (R-18: a
/// token that is not stored is reported).
async fn issue_token(
    service: &Service,
    profile: &Profile,
    at_least: Duration,
) -> Result<AccessToken, Failure> {
    let issued = service
        .access_token(&profile.id, at_least, unlock())
        .await?;
    if let StoredIn::Memory(error) = &issued.stored_in {
        terminal::print_labelled(
            Label::Warning,
            &format!(
                "{} The renewed session could not be kept: sign in again when this token has ended.",
                crate::text::keyring(error).message
            ),
        );
    }

    Ok(issued.access)
}

async fn exec(service: &Service, arguments: Exec) -> Result<PreparedProgram, Failure> {
    let profile = service.find(&arguments.profile).await?;
    let access = issue_token(service, &profile, EXEC_MIN_VALIDITY).await?;

    PreparedProgram::new(
        arguments.command,
        profile.url.as_str().to_owned(),
        access.token,
    )
    .ok_or(Failure::Usage(
        "There is no program to run.",
        "Put it after the dashes: latchkey exec PROFILE -- COMMAND.",
    ))
}

async fn status(service: &Service, arguments: Status) -> Result<Answer, Failure> {
    if let Some(text) = arguments.profile {
        let profile = service.find(&text).await?;
        let session = service.session_status(&profile.id, Unlock::Never).await?;

        return Ok(report::status(&profile, &session));
    }

    let answers = for_each_profile(
        service,
        load_profiles(service).await?,
        |service, profile| async move {
            match service.session_status(&profile.id, Unlock::Never).await {
                Ok(session) => report::status(&profile, &session),
                // One profile that cannot be asked gets a row of its own and hides no other.
                Err(error) => report::status_unknown(&profile, error),
            }
        },
    )
    .await;

    Ok(report::status_of_all(&answers))
}

async fn logout(service: &Service, arguments: ProfileArgument) -> Result<Answer, Failure> {
    let profile = service.find(&arguments.profile).await?;
    let how = service.sign_out(&profile.id).await?;

    Ok(report::signed_out(&how, None))
}

async fn scheme(service: &Service, arguments: &Scheme) -> Result<Answer, Failure> {
    let written = match arguments.action {
        SchemeAction::Register => service.register_scheme().await?,
        SchemeAction::Unregister => {
            service.unregister_scheme().await?;
            Vec::new()
        }
        SchemeAction::Status => Vec::new(),
    };

    Ok(report::scheme(&service.scheme_status().await, &written))
}

async fn read_password(from_input: bool, question: &str) -> Result<Secret, Failure> {
    let password = if from_input {
        terminal::read_line().await?
    } else if terminal::can_ask() {
        terminal::ask_hidden(question).await?
    } else {
        return Err(NO_TERMINAL);
    };
    if password.is_empty() {
        return Err(Failure::Usage(
            "The password is empty.",
            "Enter it and try again.",
        ));
    }

    Ok(password)
}

/// A person at the desktop may be typing the keyring's password even if nobody reads the terminal, but a machine without
/// a person must not wait for minutes.
fn unlock() -> Unlock {
    if terminal::stderr_is_terminal() {
        Unlock::MayPrompt
    } else {
        Unlock::MayPromptBriefly
    }
}

/// Whether Directus refused with this code.
fn is_refused_with(error: &service::Error, code: &ErrorCode) -> bool {
    matches!(error, service::Error::Directus(ServerError::Refused(refusal)) if refusal.code == *code)
}

/// Runs `work` for all profiles at the same time, so that a slow keyring or server costs its time limit only once. The
/// answers are in the order of the profiles.
async fn for_each_profile<T, W>(
    service: &Service,
    profiles: Vec<Profile>,
    work: impl Fn(Service, Profile) -> W,
) -> Vec<T>
where
    W: Future<Output = T> + Send + 'static,
    T: Send + 'static,
{
    let mut running = JoinSet::new();
    for (index, profile) in profiles.into_iter().enumerate() {
        let work = work(service.clone(), profile);
        let _ = running.spawn(async move { (index, work.await) });
    }

    let mut answers = Vec::new();
    while let Some(answer) = running.join_next().await {
        answers.extend(answer);
    }
    answers.sort_by_key(|(index, _)| *index);

    answers.into_iter().map(|(_, answer)| answer).collect()
}
