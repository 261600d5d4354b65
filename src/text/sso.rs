//! The sentences about a sign-in through the browser: why it cannot begin or why it failed, and the exact lines that an
//! administrator needs.

use super::Notice;
use crate::{
    address::ServerUrl,
    identity::COMPANION_PATH,
    say,
    service::{ErrorCode, GrantError, NoRouteReason, SsoError},
};

/// Installs the companion, in the directory in which Directus starts (its README has the other ways).
pub const INSTALL_COMPANION: &str = "npm install ./directus-extension-latchkey-1.0.0.tgz";

/// Why a provider's sign-in has no route back to this machine.
pub(super) fn no_sso_route(why: &NoRouteReason) -> Notice {
    match why {
        NoRouteReason::NoCompanion => Notice::new("NO_COMPANION", say!("error-no-companion"))
            .hint(say!("error-no-companion.hint")),
        NoRouteReason::CompanionVersion(version) => {
            Notice::new("COMPANION_VERSION", say!("error-companion-version"))
                .hint(say!("error-companion-version.hint"))
                .detail(format!("protocol version {version}"))
        }
        NoRouteReason::RedirectNotAllowed { line } => {
            Notice::new("REDIRECT_NOT_ALLOWED", say!("error-redirect-not-allowed"))
                .hint(say!("error-redirect-not-allowed.hint"))
                .detail(line)
        }
        NoRouteReason::NotRelayed { callback, .. } => {
            Notice::new("NOT_RELAYED", say!("error-not-relayed"))
                .hint(say!("error-not-relayed.hint", callback = callback))
        }
        NoRouteReason::NotOffered => {
            Notice::new("PROVIDER_NOT_OFFERED", say!("error-provider-not-offered"))
                .hint(say!("error-provider-not-offered.hint"))
        }
    }
}

/// The lines an administrator types or sets so that the sign-in works the next time; for copying. Empty where none can
/// help.
pub fn administrator_lines(why: &NoRouteReason, instance: &ServerUrl) -> Vec<String> {
    let reset = instance.join(&format!("{COMPANION_PATH}/reset-password"));

    match why {
        NoRouteReason::NoCompanion | NoRouteReason::CompanionVersion(_) => vec![
            INSTALL_COMPANION.to_owned(),
            // Only mailed links need this one, but both take effect with the same restart of the server.
            format!(
                "PASSWORD_RESET_URL_ALLOW_LIST={reset},{}",
                crate::identity::RESET_URL
            ),
        ],
        NoRouteReason::RedirectNotAllowed { line } | NoRouteReason::NotRelayed { line, .. } => {
            vec![line.clone()]
        }
        NoRouteReason::NotOffered => Vec::new(),
    }
}

pub(super) fn sso(error: &SsoError) -> Notice {
    match error {
        SsoError::NoRoute(why) => no_sso_route(why),
        SsoError::OtherAddress(issuer) => Notice::new("OTHER_ADDRESS", say!("error-other-address"))
            .hint(say!(
                "error-other-address.hint",
                address = issuer
                    .strip_suffix(COMPANION_PATH)
                    .unwrap_or(issuer)
                    .trim_end_matches('/')
            ))
            .detail(issuer),
        SsoError::NoS256 => {
            Notice::new("NO_S256", say!("error-no-s256")).hint(say!("error-no-s256.hint"))
        }
        SsoError::ProviderName => Notice::new("PROVIDER_NAME", say!("error-provider-name"))
            .hint(say!("error-provider-name.hint")),
        SsoError::PortsTaken(ports) => {
            let ports: Vec<_> = ports.iter().map(u16::to_string).collect();

            Notice::new("PORTS_TAKEN", say!("error-ports-taken"))
                .hint(say!("error-ports-taken.hint"))
                .detail(format!("127.0.0.1, ports {}", ports.join(", ")))
        }
        SsoError::CannotListen { address, reason } => {
            Notice::new("CANNOT_LISTEN", say!("error-cannot-listen"))
                .hint(say!("error-cannot-listen.hint"))
                .detail(format!("{address}: {reason}"))
        }
        SsoError::Refused(code) => sso_refusal_notice(code),
        SsoError::OtherIssuer => Notice::new("OTHER_ISSUER", say!("error-other-issuer"))
            .hint(say!("error-other-issuer.hint")),
        SsoError::NoSession => {
            Notice::new("NO_SESSION", say!("error-no-session")).hint(say!("error-no-session.hint"))
        }
        SsoError::TimedOut(reported) => {
            let notice = Notice::new("BROWSER_TIMED_OUT", say!("error-browser-timed-out"))
                .hint(say!("error-browser-timed-out.hint"));

            match reported {
                Some(code) => notice.detail(format!("the server may have reported {code}")),
                None => notice,
            }
        }
        SsoError::AlreadyFinished => Notice::new("SIGN_IN_OVER", say!("error-sign-in-over"))
            .hint(say!("error-sign-in-over.hint")),
    }
}

/// The server's refusal of the sign-in itself (R-36: each refusal has its sentence). The same codes mean something else
/// after a password.
fn sso_refusal_notice(code: &ErrorCode) -> Notice {
    let (message, hint) = match code {
        ErrorCode::InvalidOtp => (
            say!("error-invalid-otp"),
            say!("error-sso-invalid-otp-hint"),
        ),
        ErrorCode::InvalidProvider => (
            say!("error-sso-invalid-provider"),
            say!("error-sso-invalid-provider.hint"),
        ),
        ErrorCode::InvalidCredentials => (
            say!("error-sso-invalid-credentials"),
            say!("error-sso-invalid-credentials.hint"),
        ),
        ErrorCode::FailedValidation => (
            say!("error-sso-failed-validation"),
            say!("error-sso-failed-validation.hint"),
        ),
        ErrorCode::UserSuspended => (
            say!("error-user-suspended"),
            say!("error-user-suspended.hint"),
        ),
        ErrorCode::ResourceRestricted | ErrorCode::ProjectLocked | ErrorCode::LimitExceeded => (
            say!("error-resource-restricted"),
            say!("error-licence-hint"),
        ),
        ErrorCode::ServiceUnavailable => (
            say!("error-sso-service-unavailable"),
            say!("error-sso-service-unavailable.hint"),
        ),
        ErrorCode::Other(name) if name == "access_denied" => (
            say!("error-sso-access-denied"),
            say!("error-sso-access-denied.hint"),
        ),
        ErrorCode::Other(name) if name == "SESSION_MISSING" => (
            say!("error-sso-session-missing"),
            say!("error-sso-session-missing.hint"),
        ),
        ErrorCode::Other(name) if name == "SSO_DISABLED" || name == "SSO_NON_ADMIN" => {
            (say!("error-sso-licence"), say!("error-sso-licence.hint"))
        }
        ErrorCode::Other(name) if name == "UNKNOWN_EXCEPTION" => (
            say!("error-sso-unknown-exception"),
            say!("error-sso-unknown-exception.hint"),
        ),
        ErrorCode::Internal => (
            say!("error-internal-server-error"),
            say!("error-service-unavailable.hint"),
        ),
        ErrorCode::TokenExpired
        | ErrorCode::InvalidToken
        | ErrorCode::Forbidden
        | ErrorCode::InvalidPayload
        | ErrorCode::InvalidInvite
        | ErrorCode::RouteNotFound
        | ErrorCode::RequestsExceeded
        | ErrorCode::EmailLimitExceeded
        | ErrorCode::Other(_) => {
            return Notice::new(
                &code.as_str().to_uppercase(),
                say!("error-sso-other", code = code.as_str()),
            )
            .hint(say!("error-other.hint"));
        }
    };

    Notice::new(&code.as_str().to_uppercase(), message)
        .hint(hint)
        .detail(code)
}

/// The companion refused to exchange the code for tokens.
pub(super) fn grant(grant: &GrantError) -> Notice {
    match grant {
        GrantError::Invalid => Notice::new("INVALID_GRANT", say!("error-invalid-grant"))
            .hint(say!("error-invalid-grant.hint")),
        GrantError::Unavailable => Notice::new(
            "TEMPORARILY_UNAVAILABLE",
            say!("error-temporarily-unavailable"),
        )
        .hint(say!("error-temporarily-unavailable.hint")),
        GrantError::Other(code) => Notice::new("GRANT_REFUSED", say!("error-grant-refused"))
            .hint(say!("error-grant-refused.hint"))
            .detail(code),
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may stop at once")]

    use super::*;
    use crate::address::HttpPolicy;

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
        .map(|code| SsoError::Refused(ErrorCode::from(code)));
        let ends = [
            SsoError::NoRoute(NoRouteReason::NoCompanion),
            SsoError::NoRoute(NoRouteReason::CompanionVersion(2)),
            SsoError::NoRoute(NoRouteReason::NotOffered),
            SsoError::NoRoute(NoRouteReason::RedirectNotAllowed {
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
            SsoError::TimedOut(Some(ErrorCode::InvalidOtp)),
            SsoError::AlreadyFinished,
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
        let notice = sso(&SsoError::Refused(ErrorCode::from("SOMETHING_NEW")));

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
        let lines = administrator_lines(&NoRouteReason::NoCompanion, &instance);

        assert_eq!(lines.len(), 2);
        assert!(
            lines[1].contains("=https://example.com/cms/latchkey/reset-password,app.latchkey://"),
            "{lines:?}"
        );
        let line = "AUTH_CORP_REDIRECT_ALLOW_LIST=http://127.0.0.1:28517/callback".to_owned();
        assert_eq!(
            administrator_lines(
                &NoRouteReason::RedirectNotAllowed { line: line.clone() },
                &instance
            ),
            [line]
        );
        assert!(administrator_lines(&NoRouteReason::NotOffered, &instance).is_empty());
    }
}
