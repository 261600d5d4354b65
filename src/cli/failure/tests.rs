//! The exit statuses of the contract, and that every failure of the command line has a code and a next step.

use super::*;
use crate::{
    address::ServerUrlError,
    directus::{self, Refusal, TlsFault, Unreachable},
    link::LinkError,
    platform,
    service::{Error, NoRouteReason, SessionEnd},
    store, vault,
};

fn refused(code: ErrorCode) -> Error {
    Error::Directus(directus::Error::Refused(Refusal {
        status: 401,
        code,
        message: String::new(),
        subject: None,
        retry_after: None,
    }))
}

fn exit_codes_of_the_service() -> Vec<(Error, u8)> {
    let host = || "cms.example.com".to_owned();

    vec![
        (refused(ErrorCode::InvalidCredentials), 1),
        (refused(ErrorCode::FailedValidation), 1),
        (refused(ErrorCode::Forbidden), 1),
        (refused(ErrorCode::RequestsExceeded), 1),
        (refused(ErrorCode::Other("NEW".to_owned())), 1),
        (Error::AlreadyAdded("Blog".to_owned()), 1),
        (Error::NoProfileForLink, 1),
        (Error::Store(store::Error::NoHome), 1),
        (Error::Record(RecordError::Newer(2)), 1),
        (Error::Address(ServerUrlError::Empty), 2),
        (Error::Link(LinkError::Malformed), 2),
        (Error::Find(FindError::NotFound("x".to_owned())), 2),
        (Error::Find(FindError::Ambiguous("x".to_owned(), vec![])), 2),
        (Error::SeveralProfilesForLink(vec![]), 2),
        (Error::NotSignedIn, 3),
        (Error::SessionEnded(SessionEnd::OnServer), 3),
        (Error::SessionEnded(SessionEnd::RenewalInterrupted), 3),
        (Error::SessionEnded(SessionEnd::Suspended), 3),
        (Error::Record(RecordError::Damaged), 3),
        (
            Error::Directus(directus::Error::Unreachable {
                host: host(),
                kind: Unreachable::Refused,
            }),
            4,
        ),
        (
            Error::Directus(directus::Error::Tls {
                host: host(),
                fault: TlsFault::Expired,
                fingerprint: None,
            }),
            4,
        ),
        (
            Error::Directus(directus::Error::TimedOut { host: host() }),
            4,
        ),
        (
            Error::Directus(directus::Error::Interrupted { host: host() }),
            4,
        ),
        (
            Error::Directus(directus::Error::NotDirectus {
                host: host(),
                status: 200,
                what: "HTML",
            }),
            4,
        ),
        (refused(ErrorCode::ServiceUnavailable), 4),
        (Error::Vault(vault::Error::Locked), 5),
        (Error::Vault(vault::Error::Denied), 5),
        (Error::Vault(vault::Error::TimedOut), 5),
        (Error::Vault(vault::Error::Unavailable(String::new())), 5),
        (refused(ErrorCode::InvalidOtp), 6),
    ]
}

fn exit_codes_of_sso() -> Vec<(Error, u8)> {
    vec![
        (
            Error::Sso(SsoError::Refused(ErrorCode::InvalidCredentials)),
            1,
        ),
        (Error::Sso(SsoError::Refused(ErrorCode::InvalidProvider)), 1),
        (Error::Sso(SsoError::NoRoute(NoRouteReason::NoCompanion)), 1),
        (Error::Sso(SsoError::PortsTaken(vec![28_517])), 1),
        (Error::Sso(SsoError::OtherIssuer), 1),
        (
            Error::Sso(SsoError::Refused(ErrorCode::ServiceUnavailable)),
            4,
        ),
        (
            Error::Directus(directus::Error::Grant(GrantError::Unavailable)),
            4,
        ),
        (
            Error::Directus(directus::Error::Grant(GrantError::Invalid)),
            1,
        ),
        (Error::Sso(SsoError::Refused(ErrorCode::InvalidOtp)), 6),
        (
            Error::Sso(SsoError::Refused(ErrorCode::from("access_denied"))),
            7,
        ),
        (Error::Sso(SsoError::TimedOut(None)), 7),
    ]
}

#[test]
fn exit_codes_of_the_contract() {
    for (error, code) in exit_codes_of_the_service()
        .into_iter()
        .chain(exit_codes_of_sso())
    {
        assert_eq!(exit_code(&error), code, "{error:?}");
    }
    assert_eq!(Failure::Usage("", "").exit_code(), 2);
    assert_eq!(
        Failure::SessionNotStored(vault::Error::Locked, true).exit_code(),
        5
    );
    assert_eq!(Failure::Cancelled.exit_code(), 7);
    assert_eq!(Failure::Interrupted.exit_code(), 7);
    assert_eq!(Failure::NoDisplay.exit_code(), 1);
}

#[test]
fn own_failures_have_a_code_and_a_next_step() {
    let error = || Arc::new(io::Error::other("full"));
    let all = [
        Failure::WindowNotResponding,
        Failure::Usage("A.", "B."),
        Failure::SessionNotStored(vault::Error::Locked, true),
        Failure::SessionNotStored(vault::Error::Locked, false),
        Failure::NoDisplay,
        Failure::NoSsoRoute(
            Box::new(Error::Sso(SsoError::NoRoute(NoRouteReason::NoCompanion))),
            vec!["A=B.".to_owned()],
        ),
        Failure::Window("x".to_owned()),
        Failure::PasswordsDiffer,
        Failure::Cancelled,
        Failure::Interrupted,
        Failure::Input(error()),
        Failure::Output(error()),
        Failure::Exec("x".to_owned(), error()),
        Failure::Platform(platform::Error::NotWeb),
        Failure::Platform(platform::Error::Register("x".to_owned())),
    ];

    for failure in all {
        let notice = failure.notice();
        assert!(notice.message.ends_with('.'), "{notice:?}");
        assert!(
            notice.hint.is_some_and(|hint| hint.ends_with('.')),
            "{failure:?}"
        );
        assert_eq!(notice.code, notice.code.to_uppercase());
    }
}
