//! The words for a sign-in through the browser: why it cannot begin, why it did not end well, and the exact lines
//! that an administrator needs.

use super::Notice;
use crate::{
    directus::{Code, Grant},
    identity::COMPANION_PATH,
    profile::ServerUrl,
    service::{SsoError, WhyNot},
};

/// Installs the companion, in the directory in which Directus starts (its README has the other ways).
pub const INSTALL_COMPANION: &str = "npm install ./directus-extension-latchkey-1.0.0.tgz";

/// Why a provider's sign-in cannot come back to this machine.
pub(super) fn why_not(why: &WhyNot) -> Notice {
    match why {
        WhyNot::NoCompanion => Notice::new(
            "NO_COMPANION",
            "This server cannot hand a browser sign-in over to programs yet.",
        )
        .hint(
            "Ask an administrator of the project to install directus-extension-latchkey and restart Directus, or sign in with a password.",
        ),
        WhyNot::CompanionVersion(version) => Notice::new(
            "COMPANION_VERSION",
            "The Latchkey extension on this server speaks another version than this Latchkey.",
        )
        .hint("Update Latchkey; if it is up to date, ask an administrator to update directus-extension-latchkey.")
        .detail(format!("protocol version {version}")),
        WhyNot::NotAllowed { line } => Notice::new(
            "REDIRECT_NOT_ALLOWED",
            "This server does not let the browser come back to Latchkey for this provider.",
        )
        .hint("Add the line below to the server's environment and restart Directus, or install directus-extension-latchkey.")
        .detail(line),
        WhyNot::NotRelayed { callback, .. } => Notice::new(
            "NOT_RELAYED",
            "This server does not let Latchkey receive this provider's answer in its place.",
        )
        .hint(format!(
            "Add the line below to the server's environment, register {callback} at the provider, and restart Directus. It works for OpenID and OAuth 2.0, from Directus 11.14.1 on, where the server is reached without TLS in front."
        )),
        WhyNot::NotOffered => Notice::new(
            "PROVIDER_NOT_OFFERED",
            "This server does not offer this provider.",
        )
        .hint(
            "Its settings may have changed: look at the list again. Directus 12 offers single sign-on only with a licence that includes it.",
        ),
    }
}

/// What an administrator types, line by line, so that it works the next time; for copying. Empty where nothing can
/// be typed.
pub fn administrator_lines(why: &WhyNot, instance: &ServerUrl) -> Vec<String> {
    let reset = instance.join(&format!("{COMPANION_PATH}/reset-password"));

    match why {
        WhyNot::NoCompanion | WhyNot::CompanionVersion(_) => vec![
            INSTALL_COMPANION.to_owned(),
            // Not needed for the sign-in, but nobody wants to restart twice.
            format!(
                "PASSWORD_RESET_URL_ALLOW_LIST={reset},{}",
                crate::identity::RESET_URL
            ),
        ],
        WhyNot::NotAllowed { line } | WhyNot::NotRelayed { line, .. } => vec![line.clone()],
        WhyNot::NotOffered => Vec::new(),
    }
}

pub(super) fn sso(error: &SsoError) -> Notice {
    match error {
        SsoError::NoRoute(why) => why_not(why),
        SsoError::OtherAddress(issuer) => Notice::new(
            "OTHER_ADDRESS",
            "This server calls itself by another address than the one you keep, so a browser sign-in would not find back.",
        )
        .hint(format!(
            "Add it under its own address: {}. If that one is wrong, an administrator has to correct PUBLIC_URL.",
            issuer
                .strip_suffix(COMPANION_PATH)
                .unwrap_or(issuer)
                .trim_end_matches('/')
        ))
        .detail(issuer),
        SsoError::NoS256 => Notice::new(
            "NO_S256",
            "The Latchkey extension on this server does not protect the sign-in as it must, so nothing was opened.",
        )
        .hint("Ask an administrator to update directus-extension-latchkey."),
        SsoError::ProviderName => Notice::new(
            "PROVIDER_NAME",
            "The name of this provider would lead the browser elsewhere, so nothing was opened.",
        )
        .hint("Tell an administrator of the project."),
        SsoError::PortsTaken(ports) => {
            let ports: Vec<_> = ports.iter().map(u16::to_string).collect();

            Notice::new(
                "PORTS_TAKEN",
                "Other programs hold every port the browser may come back to.",
            )
            .hint("Close another sign-in that still waits, or the program that holds these ports, and try again.")
            .detail(format!("127.0.0.1, ports {}", ports.join(", ")))
        }
        SsoError::CannotListen { address, reason } => Notice::new(
            "CANNOT_LISTEN",
            "The system does not let Latchkey wait for the browser on this machine.",
        )
        .hint("Check this machine's firewall and try again.")
        .detail(format!("{address}: {reason}")),
        SsoError::Refused(code) => refused(code),
        SsoError::OtherIssuer => Notice::new(
            "OTHER_ISSUER",
            "The answer came from another server than the one you signed in at. It was not used.",
        )
        .hint("Try again; if it happens twice, tell an administrator of the project."),
        SsoError::NoSession => Notice::new(
            "NO_SESSION",
            "The browser came back, but without a session.",
        )
        .hint("Use the very address that the server has as its PUBLIC_URL: localhost and 127.0.0.1 are two different ones to a browser."),
        SsoError::TimedOut(hearsay) => {
            let notice = Notice::new("BROWSER_TIMED_OUT", "Nobody came back from the browser in time.")
                .hint("Try again when you are ready; nothing was changed.");

            match hearsay {
                Some(code) => notice.detail(format!("the server may have reported {code}")),
                None => notice,
            }
        }
        SsoError::Over => Notice::new("SIGN_IN_OVER", "This sign-in is over.").hint("Begin a new one."),
    }
}

/// What the server said to the sign-in itself. The same codes mean something else where a password was typed.
fn refused(code: &Code) -> Notice {
    let (message, hint) = match code {
        Code::InvalidOtp => (
            "A one-time code is needed, or this one was not right.",
            "Enter the current code of your authenticator app and sign in again; if it is refused again, check this machine's and the phone's clock.",
        ),
        Code::InvalidProvider => (
            "The account of this address signs in another way.",
            "Use the provider or the password it was made with, or ask an administrator of the project to change that.",
        ),
        Code::InvalidCredentials => (
            "The sign-in was refused or cancelled at the provider, or there is no account for you here.",
            "Try again; if it stays, ask an administrator of the project.",
        ),
        Code::FailedValidation => (
            "The project does not take the details the provider gave about you.",
            "Ask an administrator of the project: often it is the e-mail address.",
        ),
        Code::UserSuspended => (
            "This account is suspended.",
            "Only an administrator of the project can lift that.",
        ),
        Code::ResourceRestricted | Code::ProjectLocked | Code::LimitExceeded => (
            "The licence of this project does not let this account in at the moment.",
            "Ask an administrator of the project: administrators can still sign in.",
        ),
        Code::ServiceUnavailable => (
            "The provider cannot be reached by the server at the moment.",
            "Try again in a while.",
        ),
        Code::Other(name) if name == "access_denied" => (
            "You said no on the page in the browser. Nobody was signed in.",
            "Sign in again if that was not meant.",
        ),
        Code::Other(name) if name == "SESSION_MISSING" => (
            "The browser came back without a session.",
            "If the project asked you to set up two-factor, finish that in the browser and sign in again.",
        ),
        Code::Other(name) if name == "SSO_DISABLED" || name == "SSO_NON_ADMIN" => (
            "The licence of this project does not include single sign-on.",
            "Ask an administrator of the project, or sign in with a password.",
        ),
        Code::Other(name) if name == "UNKNOWN_EXCEPTION" => (
            "The server does not say why the sign-in failed.",
            "Try again; if it stays, an administrator finds the reason in the server's log.",
        ),
        Code::Internal => (
            "The server ran into a fault of its own.",
            "Try again in a while; nothing is lost.",
        ),
        Code::TokenExpired
        | Code::InvalidToken
        | Code::Forbidden
        | Code::InvalidPayload
        | Code::InvalidInvite
        | Code::RouteNotFound
        | Code::RequestsExceeded
        | Code::EmailLimitExceeded
        | Code::Other(_) => {
            return Notice::new(
                &code.as_str().to_uppercase(),
                format!("The server refused the sign-in with the code {code}."),
            )
            .hint("Ask an administrator of the project what it means.");
        }
    };

    Notice::new(&code.as_str().to_uppercase(), message)
        .hint(hint)
        .detail(code)
}

/// The companion gave no tokens for the code.
pub(super) fn grant(grant: &Grant) -> Notice {
    match grant {
        Grant::Invalid => Notice::new(
            "INVALID_GRANT",
            "The sign-in came back too late, or was used already.",
        )
        .hint("Sign in again."),
        Grant::Unavailable => Notice::new(
            "TEMPORARILY_UNAVAILABLE",
            "The server or the provider cannot finish the sign-in at the moment.",
        )
        .hint("Sign in again in a while."),
        Grant::Other(code) => Notice::new(
            "GRANT_REFUSED",
            "The Latchkey extension on this server refused the sign-in.",
        )
        .hint("Sign in again; if it stays, ask an administrator to update directus-extension-latchkey.")
        .detail(code),
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may stop at once")]

    use super::*;
    use crate::profile::HttpPolicy;

    #[test]
    fn every_end_has_a_sentence_and_a_next_step() {
        let refusals = [
            "INVALID_OTP",
            "INVALID_PROVIDER",
            "INVALID_CREDENTIALS",
            "FAILED_VALIDATION",
            "USER_SUSPENDED",
            "RESOURCE_RESTRICTED",
            "SSO_DISABLED",
            "UNKNOWN_EXCEPTION",
            "SERVICE_UNAVAILABLE",
            "SESSION_MISSING",
            "access_denied",
            "SOMETHING_NEW",
        ]
        .map(|code| SsoError::Refused(Code::from(code)));
        let ends = [
            SsoError::NoRoute(WhyNot::NoCompanion),
            SsoError::NoRoute(WhyNot::CompanionVersion(2)),
            SsoError::NoRoute(WhyNot::NotOffered),
            SsoError::NoRoute(WhyNot::NotAllowed {
                line: "A=B".to_owned(),
            }),
            SsoError::OtherAddress("https://cms.example.com/latchkey".to_owned()),
            SsoError::NoS256,
            SsoError::ProviderName,
            SsoError::PortsTaken(vec![28_517]),
            SsoError::CannotListen {
                address: "127.0.0.1:0".to_owned(),
                reason: "denied".to_owned(),
            },
            SsoError::OtherIssuer,
            SsoError::NoSession,
            SsoError::TimedOut(None),
            SsoError::TimedOut(Some(Code::InvalidOtp)),
            SsoError::Over,
        ];

        let mut messages = std::collections::BTreeSet::new();
        for error in ends.iter().chain(&refusals) {
            let notice = sso(error);

            assert!(notice.message.ends_with('.'), "{notice:?}");
            assert!(
                notice.hint.is_some_and(|hint| hint.ends_with('.')),
                "{error:?}"
            );
            assert_eq!(notice.code, notice.code.to_uppercase());
            let _ = messages.insert(notice.message);
        }
        // Only the two timeouts and the two missing sessions may share their words.
        assert!(
            messages.len() + 2 >= ends.len() + refusals.len(),
            "{messages:#?}"
        );
    }

    #[test]
    fn an_unknown_code_is_shown() {
        let notice = sso(&SsoError::Refused(Code::from("SOMETHING_NEW")));

        assert_eq!(notice.code, "SOMETHING_NEW");
        assert!(notice.message.contains("SOMETHING_NEW"), "{notice:?}");
    }

    #[test]
    fn the_address_to_add_instead_is_named() {
        let notice = sso(&SsoError::OtherAddress(
            "https://cms.example.com/sub/latchkey".to_owned(),
        ));

        assert!(
            notice
                .hint
                .unwrap()
                .contains(": https://cms.example.com/sub."),
            "the companion's own path is no part of it"
        );
    }

    #[test]
    fn r_35_the_administrators_lines_name_this_instance() {
        let instance =
            ServerUrl::parse("https://example.com/cms", HttpPolicy::LoopbackOnly).unwrap();
        let lines = administrator_lines(&WhyNot::NoCompanion, &instance);

        assert_eq!(lines.len(), 2);
        assert!(
            lines[1].contains("=https://example.com/cms/latchkey/reset-password,app.latchkey://"),
            "{lines:?}"
        );
        let line = "AUTH_CORP_REDIRECT_ALLOW_LIST=http://127.0.0.1:28517/callback".to_owned();
        assert_eq!(
            administrator_lines(&WhyNot::NotAllowed { line: line.clone() }, &instance),
            [line]
        );
        assert!(administrator_lines(&WhyNot::NotOffered, &instance).is_empty());
    }
}
