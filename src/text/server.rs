//! The words for the way to a server and for what it said.

use super::{Notice, span};
use crate::directus::{Code, Error, Refusal, TlsFault, Unreachable};

pub(super) fn notice(error: &Error) -> Notice {
    match error {
        Error::Unreachable { host, kind } => unreachable(host, *kind),
        Error::Tls { host, fault, fingerprint } => {
            let notice = tls(host, fault);

            match fingerprint {
                Some(fingerprint) => notice.detail(format!("SHA-256 of the certificate: {fingerprint}")),
                None => notice,
            }
        }
        Error::Interrupted { host } => Notice::new(
            "INTERRUPTED",
            format!("The connection to {host} ended before the answer, so it is not known whether it worked."),
        )
        .hint("Try again when you are ready; nothing is repeated by itself."),
        Error::TimedOut { host } => Notice::new("TIMED_OUT", format!("{host} did not answer in time."))
            .hint("Try again in a moment."),
        Error::ProxyCredentials => Notice::new(
            "PROXY_CREDENTIALS",
            "The proxy of this network asks for a name and password.",
        )
        .hint("Set HTTPS_PROXY with them, or ask whoever runs the network.")
        .detail("HTTP 407"),
        Error::NotDirectus { host, status, what } => Notice::new(
            "NOT_DIRECTUS",
            format!("Something answers at {host}, but not as Directus does."),
        )
        .hint("Check the address and its sub-path. A proxy, a maintenance page or a sign-in page in front of the server also looks like this.")
        .detail(format!("HTTP {status}, {what}")),
        Error::Redirected { host, to } => Notice::new(
            "REDIRECTED",
            format!("{host} sends us on to {to}. Latchkey follows no one with your password."),
        )
        .hint("If that address is right, add it as an instance. A network's own sign-in page also looks like this: open it in your browser first."),
        Error::TooLarge { host } => Notice::new("TOO_LARGE", format!("The answer of {host} is far too large."))
            .hint("Check the address; a Directus does not do this."),
        Error::Refused(refusal) => refused(refusal),
        Error::Grant(grant) => super::browser::grant(grant),
        Error::Setup(reason) => Notice::new("SETUP", "The connection could not be set up.")
            .hint("Check the certificate file of this instance, if it has one, and that the system's certificates are installed (ca-certificates).")
            .detail(reason),
    }
}

fn unreachable(host: &str, kind: Unreachable) -> Notice {
    let (message, hint) = match kind {
        Unreachable::Refused => (
            format!("Nothing answers at {host}."),
            "Is the server running, and is the port right?",
        ),
        Unreachable::Name => (
            format!("The name of {host} is not known."),
            "Check the spelling, your connection and, for company servers, the VPN.",
        ),
        Unreachable::NoRoute => (
            format!("There is no way to {host} from this network."),
            "Check your connection and, for company servers, the VPN.",
        ),
        Unreachable::NoAnswer => (
            format!("{host} does not answer."),
            "Check your connection, then try again.",
        ),
        Unreachable::Other => (
            format!("{host} cannot be reached."),
            "Check your connection, then try again.",
        ),
    };

    Notice::new("UNREACHABLE", message).hint(hint).detail(kind)
}

fn tls(host: &str, fault: &TlsFault) -> Notice {
    let (message, hint) = match fault {
        TlsFault::Expired => (
            format!("The certificate of {host} is not valid today."),
            "Check this machine's date and time; if they are right, tell the server's administrator.",
        ),
        TlsFault::WrongHost => (
            format!("{host} shows a certificate that was made for another name."),
            "Check the address; if it is right, tell the server's administrator.",
        ),
        TlsFault::SelfSigned => (
            format!("{host} signed its certificate itself, so nobody vouches for it."),
            "If it is your own server, give Latchkey its certificate: `latchkey add ADDRESS --ca-file FILE.pem`.",
        ),
        TlsFault::UnknownAuthority => (
            format!(
                "The certificate of {host} comes from an authority this machine does not know."
            ),
            "If your company runs its own authority, give Latchkey its certificate: `latchkey add ADDRESS --ca-file FILE.pem`. On a strange network, someone may be reading along.",
        ),
        TlsFault::Revoked => (
            format!("The certificate of {host} was taken back."),
            "Do not sign in; tell the server's administrator.",
        ),
        TlsFault::NotTls => (
            format!("{host} does not speak https on this port."),
            "Check the port, or ask the server's administrator.",
        ),
        TlsFault::Other(_) => (
            format!("No secure connection to {host} came about."),
            "Try again; if it stays, tell the server's administrator.",
        ),
    };
    let notice = Notice::new("TLS", message).hint(hint);

    match fault {
        TlsFault::Other(reason) => notice.detail(reason),
        _ => notice,
    }
}

/// What Directus refused. The same code means different things at different endpoints only for tokens of mails:
/// see [`mailed`].
fn refused(refusal: &Refusal) -> Notice {
    let notice = match &refusal.code {
        Code::InvalidCredentials => Notice::new("INVALID_CREDENTIALS", "The e-mail or the password is wrong.").hint(
            "Too many wrong attempts suspend an account. If you usually sign in through a provider, this account has no password here.",
        ),
        Code::InvalidOtp => Notice::new("INVALID_OTP", "A one-time code is needed, or this one was not right.")
            .hint("Enter the current code of your authenticator app; if it is refused again, check this machine's and the phone's clock."),
        Code::UserSuspended => Notice::new("USER_SUSPENDED", "This account is suspended.")
            .hint("Only an administrator of the project can lift that."),
        Code::TokenExpired => Notice::new("TOKEN_EXPIRED", "This has expired.")
            .hint("Ask for a new link, or sign in again."),
        Code::InvalidToken => Notice::new("INVALID_TOKEN", "The server does not know this token.")
            .hint("Ask for a new link, or sign in again."),
        Code::Forbidden => Notice::new("FORBIDDEN", "The server does not allow this.")
            .hint("Ask an administrator of the project if you think it should."),
        Code::InvalidPayload => Notice::new("INVALID_PAYLOAD", "The server does not accept what was entered.")
            .hint("Check the e-mail address and try again."),
        Code::FailedValidation => Notice::new(
            "FAILED_VALIDATION",
            "The server's password rules do not allow this password.",
        )
        .hint("Try a longer one that mixes letters, digits and signs. The link stays usable."),
        Code::InvalidInvite => Notice::new("INVALID_INVITE", "This invitation was accepted already.")
            .hint("Sign in; if you do not know the password, reset it."),
        Code::InvalidProvider => Notice::new("INVALID_PROVIDER", "This account signs in another way.")
            .hint("Use the provider it was made with."),
        Code::RouteNotFound => Notice::new("ROUTE_NOT_FOUND", "This server does not offer this way in.")
            .hint("Its settings may have changed: go back and look again."),
        Code::RequestsExceeded => Notice::new("REQUESTS_EXCEEDED", "The server asks us to slow down.").hint(
            match refusal.retry_after {
                Some(wait) => format!("Try again in {}.", span(wait)),
                None => "Try again in a minute.".to_owned(),
            },
        ),
        Code::EmailLimitExceeded => Notice::new("EMAIL_LIMIT_EXCEEDED", "The server has sent too many mails for now.")
            .hint("Try again later, or ask an administrator of the project."),
        Code::ServiceUnavailable => Notice::new(
            "SERVICE_UNAVAILABLE",
            "The server cannot reach something it needs for this.",
        )
        .hint("Try again in a while; nothing is lost."),
        Code::ResourceRestricted => Notice::new(
            "RESOURCE_RESTRICTED",
            "The licence of this project does not let this account in at the moment.",
        )
        .hint("Ask an administrator of the project: administrators can still sign in."),
        Code::ProjectLocked => Notice::new(
            "PROJECT_LOCKED",
            "The project is locked because of its licence.",
        )
        .hint("Ask an administrator of the project: administrators can still sign in."),
        Code::LimitExceeded => Notice::new(
            "LIMIT_EXCEEDED",
            "The licence of this project has no room for another account.",
        )
        .hint("Ask an administrator of the project. The link stays usable."),
        Code::Internal => Notice::new("INTERNAL_SERVER_ERROR", "The server ran into a fault of its own.")
            .hint("Try again in a while; nothing is lost."),
        Code::Other(code) => Notice::new(code, format!("The server refused with the code {code}."))
            .hint("Ask an administrator of the project what it means."),
    };
    let mut detail = format!("HTTP {}, {}", refusal.status, refusal.code);

    if !refusal.message.is_empty() {
        detail = format!("{detail}: {}", refusal.message);
    }

    if let Some(about) = &refusal.about {
        detail = format!("{detail} ({about})");
    }

    notice.detail(detail)
}

/// What the server said about the link of a mail. `None` when the refusal is not about the link itself.
pub(super) fn mailed(refusal: &Refusal) -> Option<Notice> {
    let notice = match refusal.code {
        Code::TokenExpired => Notice::new("TOKEN_EXPIRED", "This link has expired."),
        Code::InvalidToken => Notice::new(
            "INVALID_TOKEN",
            "The server does not recognise this link: it is incomplete, or another server made it.",
        ),
        Code::Forbidden => Notice::new(
            "FORBIDDEN",
            "This link was used already, or the password was changed since it was sent.",
        ),
        _ => return None,
    };

    Some(
        notice
            .hint("Send a new link.")
            .detail(format!("HTTP {}, {}", refusal.status, refusal.code)),
    )
}
