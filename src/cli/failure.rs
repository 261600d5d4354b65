//! Why a command failed: its sentence, its stable code and its exit status. `text` has the sentences of
//! `service::Error`; here are those of failures that only the command line has.

mod system;

use std::{io, sync::Arc};

use crate::{
    address::ServerUrlError,
    handover, identity,
    link::TokenPurpose,
    profile::FindError,
    service::{
        self, ErrorCode, GrantError, KeyringError, ServerError, SessionEnd, SsoError, SystemError,
    },
    session::RecordError,
    text::{self, Notice},
};

/// Exit statuses of the contract.
pub(super) mod status {
    pub(crate) const DONE: u8 = 0;
    pub(crate) const FAILED: u8 = 1;
    pub(crate) const USAGE: u8 = 2;
    pub(crate) const SIGNED_OUT: u8 = 3;
    pub(crate) const UNREACHABLE: u8 = 4;
    pub(crate) const KEYRING: u8 = 5;
    pub(crate) const CODE_NEEDED: u8 = 6;
    pub(crate) const CANCELLED: u8 = 7;
}

#[derive(Debug, Clone)]
pub(super) enum Failure {
    /// An error of the service.
    Service(service::Error),
    /// An error of the service while a mailed link was used, where the server's codes mean something else (R-28: a used
    /// or expired link is named as such).
    MailedLink(service::Error, TokenPurpose),
    /// A provider's sign-in cannot come back to this machine; the lines are what an administrator sets to change that.
    NoSsoRoute(Box<service::Error>, Vec<String>),
    /// The operating system refused something about the scheme or the browser.
    Platform(SystemError),
    /// Another window runs and does not answer (R-26: a second one is offered).
    WindowNotResponding,
    /// The arguments are wrong: sentence and next step.
    Usage(&'static str, &'static str),
    /// The session could not be stored and would have ended with this process; the flag says whether the server was
    /// asked to end it.
    SessionNotStored(KeyringError, bool),
    /// This many checks of `doctor` found something to mend.
    ChecksFailed(usize),
    /// No window can be opened because there is no display.
    NoDisplay,
    /// The window could not be opened or ended badly.
    Window(String),
    /// A settings file names no instance.
    NothingToImport,
    PasswordsDiffer,
    /// The person cancelled a question, before anything was sent that matters.
    Cancelled,
    /// The window was closed without a sign-in to this host.
    NotSignedIn(String),
    /// Ctrl-C or another signal asked to stop while something was under way.
    Interrupted,
    /// Standard input, the terminal or the runtime failed.
    Input(Arc<io::Error>),
    /// Standard output failed (a full disk; a closed pipe is not a failure).
    Output(Arc<io::Error>),
    /// The program of `exec` could not be started.
    Exec(String, Arc<io::Error>),
}

impl From<service::Error> for Failure {
    fn from(error: service::Error) -> Self {
        Self::Service(error)
    }
}

impl From<SystemError> for Failure {
    fn from(error: SystemError) -> Self {
        Self::Platform(error)
    }
}

impl From<handover::Error> for Failure {
    fn from(error: handover::Error) -> Self {
        match error {
            handover::Error::NotResponding => Self::WindowNotResponding,
            other => Self::Window(other.to_string()),
        }
    }
}

impl Failure {
    /// The exit status of the contract.
    pub(super) fn exit_code(&self) -> u8 {
        match self {
            Self::Service(error) | Self::MailedLink(error, _) => exit_code(error),
            Self::NoSsoRoute(error, _) => exit_code(error),
            Self::Usage(..) => status::USAGE,
            Self::SessionNotStored(..) => status::KEYRING,
            Self::Cancelled | Self::NotSignedIn(_) | Self::Interrupted => status::CANCELLED,
            Self::Platform(_)
            | Self::WindowNotResponding
            | Self::ChecksFailed(_)
            | Self::NoDisplay
            | Self::Window(_)
            | Self::NothingToImport
            | Self::PasswordsDiffer
            | Self::Input(_)
            | Self::Output(_)
            | Self::Exec(..) => status::FAILED,
        }
    }

    /// Its sentence, next step and code.
    pub(super) fn notice(&self) -> Notice {
        match self {
            Self::Service(error) => service_notice(error),
            Self::MailedLink(error, purpose) => mailed_link_notice(error, *purpose),
            Self::NoSsoRoute(error, lines) => no_sso_route_notice(error, lines),
            Self::Platform(error) => system::platform_notice(error),
            Self::SessionNotStored(error, is_ended) => not_stored_notice(error, *is_ended),
            Self::Cancelled | Self::NotSignedIn(_) | Self::Interrupted => self.cancelled_notice(),
            Self::WindowNotResponding => notice_with_hint(
                "HUNG",
                format!(
                    "Another {} is running but does not answer.",
                    identity::PRODUCT
                ),
                "Wait a moment and try again, or open a second window with `latchkey --new-window`.",
            ),
            Self::Usage(message, hint) => notice_with_hint("USAGE", (*message).to_owned(), hint),
            Self::ChecksFailed(count) => notice_with_hint(
                "FOUND",
                match count {
                    1 => "One check found something to mend.".to_owned(),
                    count => format!("{count} checks found something to mend."),
                },
                "What mends it stands with each.",
            ),
            Self::NoDisplay => notice_with_hint(
                "NO_DISPLAY",
                "There is no display to open a window on.".to_owned(),
                "These work without one: add, profiles, login, forgot, reset, accept-invite, verify-email, token, \
                 exec, status, logout, doctor. `latchkey --help` explains them.",
            ),
            Self::Window(reason) => notice_with_hint(
                "NO_WINDOW",
                format!("The window cannot be opened: {reason}."),
                "Every flow also works on the command line: `latchkey --help`.",
            ),
            Self::NothingToImport => notice_with_hint(
                "NOTHING_FOUND",
                "No address of an instance is in that file.".to_owned(),
                "Looked for: DIRECTUS_URL and the like, directusUrl, and the profiles of directus.config.json; https, \
                 or this machine.",
            ),
            Self::PasswordsDiffer => notice_with_hint(
                "DIFFERENT",
                "The two passwords are not the same; nothing was sent.".to_owned(),
                "Run the command again; the link can still be used.",
            ),
            Self::Input(error) => notice_with_hint(
                "INPUT",
                format!("The input cannot be read: {error}."),
                "Use --password-stdin where there is no terminal.",
            ),
            Self::Output(error) => notice_with_hint(
                "OUTPUT",
                format!("The output cannot be written: {error}."),
                "Free some space or write it elsewhere, and run the command again.",
            ),
            Self::Exec(program, error) => notice_with_hint(
                "EXEC",
                format!("`{program}` cannot be started: {error}."),
                "Check its name and that it may be run.",
            ),
        }
    }

    fn cancelled_notice(&self) -> Notice {
        let (message, hint) = match self {
            Self::NotSignedIn(host) => (
                format!("The window was closed before anyone signed in to {host}."),
                "Run the command again when you like.",
            ),
            Self::Interrupted => (
                "Cancelled.".to_owned(),
                "It is not known whether the server had done it.",
            ),
            _ => (
                "Cancelled.".to_owned(),
                "Nothing was changed. Run the command again when you like.",
            ),
        };

        notice_with_hint("CANCELLED", message, hint)
    }
}

fn no_sso_route_notice(error: &service::Error, lines: &[String]) -> Notice {
    let notice = service_notice(error);
    let hint = notice.hint.unwrap_or_default();

    Notice {
        hint: Some(format!(
            "{hint}\nFor the administrator:\n  {}",
            lines.join("\n  ")
        )),
        ..notice
    }
}

fn not_stored_notice(error: &KeyringError, is_ended: bool) -> Notice {
    let keyring = text::keyring(error);
    let ended = if is_ended {
        "The server was asked to end it again."
    } else {
        "The server could not be asked to end it again: there it runs out by itself."
    };

    Notice {
        message: format!(
            "The password was right, but the session would end with this command. {} {ended}",
            keyring.message
        ),
        code: "NOT_KEPT".to_owned(),
        ..keyring
    }
}

fn notice_with_hint(code: &str, message: String, hint: &str) -> Notice {
    Notice {
        message,
        hint: Some(hint.to_owned()),
        detail: None,
        code: code.to_owned(),
    }
}

/// The words of `text`, but with the next step as a command where the window would offer a button.
fn service_notice(error: &service::Error) -> Notice {
    use service::Error;

    let notice = text::notice(error);
    let hint = match error {
        Error::Address(ServerUrlError::PlainHttp { .. }) => {
            "Use https://, or add --allow-http if you accept that.".to_owned()
        }
        Error::NotSignedIn | Error::SessionEnded(SessionEnd::OnServer | SessionEnd::StaticTokenRevoked) => {
            "Sign in with `latchkey login PROFILE`.".to_owned()
        }
        Error::SessionEnded(SessionEnd::RenewalInterrupted) => {
            "Sign in with `latchkey login PROFILE`. The renewed token did not arrive here or was not kept.".to_owned()
        }
        Error::AlreadyAdded(_) => "`latchkey profiles` lists them.".to_owned(),
        Error::SeveralProfilesForLink(profiles) => {
            let names: Vec<_> = profiles
                .iter()
                .map(|profile| profile.name.as_str())
                .collect();
            format!("Say which with --profile: {}.", names.join(", "))
        }
        Error::WrongLinkPurpose => {
            "`reset`, `accept-invite` and `verify-email` each take the link of their own mail."
                .to_owned()
        }
        _ => return notice,
    };

    Notice {
        hint: Some(hint),
        ..notice
    }
}

/// The words about a mailed link that the server refused, with the way to a new one.
fn mailed_link_notice(error: &service::Error, purpose: TokenPurpose) -> Notice {
    let notice = text::mailed_link_error(error);
    let service::Error::Directus(ServerError::Refused(refusal)) = error else {
        return service_notice(error);
    };
    if !matches!(
        refusal.code,
        ErrorCode::TokenExpired | ErrorCode::InvalidToken | ErrorCode::Forbidden
    ) {
        return notice;
    }
    let hint = match purpose {
        TokenPurpose::ResetPassword => "Ask for a new one with `latchkey forgot PROFILE EMAIL`.",
        TokenPurpose::AcceptInvite => "Ask whoever invited you to send the invitation again.",
        TokenPurpose::VerifyEmail => "Register again, or ask an administrator of the project.",
    };

    Notice {
        hint: Some(hint.to_owned()),
        ..notice
    }
}

/// The exit status of an error of the service. The match is exhaustive, so a new error does not compile without one.
pub(super) fn exit_code(error: &service::Error) -> u8 {
    use service::Error;

    match error {
        Error::Address(_)
        | Error::Link(_)
        | Error::WrongLinkPurpose
        | Error::SeveralProfilesForLink(_)
        | Error::StaticToken(_)
        | Error::Find(FindError::NotFound(_) | FindError::Ambiguous(..)) => status::USAGE,
        Error::Directus(error) => directus_exit_code(error),
        Error::Vault(_) => status::KEYRING,
        Error::Sso(error) => sso_exit_code(error),
        Error::NotSignedIn
        | Error::SessionEnded(_)
        | Error::Record(RecordError::Damaged | RecordError::OtherOrigin) => status::SIGNED_OUT,
        Error::Record(RecordError::Newer(_))
        | Error::Store(_)
        | Error::ProfileRemoved
        | Error::TokenTooShortLived { .. }
        | Error::CaFile { .. }
        | Error::SettingsFile { .. }
        | Error::AlreadyAdded(_)
        | Error::NoProfileForLink
        | Error::StaticTokenRejected
        | Error::Superseded
        | Error::Random(_)
        | Error::Internal => status::FAILED,
    }
}

fn directus_exit_code(error: &ServerError) -> u8 {
    use ServerError as Error;

    match error {
        Error::Unreachable { .. }
        | Error::Tls { .. }
        | Error::Interrupted { .. }
        | Error::TimedOut { .. }
        | Error::ProxyCredentials
        | Error::NotDirectus { .. }
        | Error::Redirected { .. }
        | Error::TooLarge { .. }
        | Error::Grant(GrantError::Unavailable) => status::UNREACHABLE,
        Error::Setup(_) | Error::Grant(GrantError::Invalid | GrantError::Other(_)) => {
            status::FAILED
        }
        Error::Refused(refusal) => refused_exit_code(&refusal.code),
    }
}

fn sso_exit_code(error: &SsoError) -> u8 {
    match error {
        SsoError::TimedOut(_) => status::CANCELLED,
        SsoError::Refused(code) => refused_exit_code(code),
        SsoError::NoRoute(_)
        | SsoError::OtherAddress(_)
        | SsoError::NoS256
        | SsoError::ProviderName
        | SsoError::PortsTaken(_)
        | SsoError::CannotListen { .. }
        | SsoError::OtherIssuer
        | SsoError::NoSession
        | SsoError::AlreadyFinished => status::FAILED,
    }
}

fn refused_exit_code(code: &ErrorCode) -> u8 {
    match code {
        ErrorCode::InvalidOtp => status::CODE_NEEDED,
        // The person chose *No* on the companion's page.
        ErrorCode::Other(name) if name == "access_denied" => status::CANCELLED,
        // Directus answers this when it cannot reach the provider.
        ErrorCode::ServiceUnavailable => status::UNREACHABLE,
        ErrorCode::InvalidCredentials
        | ErrorCode::UserSuspended
        | ErrorCode::TokenExpired
        | ErrorCode::InvalidToken
        | ErrorCode::Forbidden
        | ErrorCode::InvalidPayload
        | ErrorCode::FailedValidation
        | ErrorCode::InvalidInvite
        | ErrorCode::InvalidProvider
        | ErrorCode::RouteNotFound
        | ErrorCode::RequestsExceeded
        | ErrorCode::EmailLimitExceeded
        | ErrorCode::ResourceRestricted
        | ErrorCode::ProjectLocked
        | ErrorCode::LimitExceeded
        | ErrorCode::Internal
        | ErrorCode::Other(_) => status::FAILED,
    }
}

#[cfg(test)]
mod tests;
