//! The exit statuses of the contract, and that every failure of our own has its words.

use super::*;
use crate::{
    directus::{Refusal, TlsFault, Unreachable},
    link::LinkError,
    profile::ServerUrlError,
    service::{End, Error, WhyNot},
    store,
    vault::Trouble,
};

fn refused(code: Code) -> Error {
    Error::Directus(directus::Error::Refused(Refusal {
        status: 401,
        code,
        message: String::new(),
        about: None,
        retry_after: None,
    }))
}

#[test]
fn exit_codes_of_the_contract() {
    let host = || "cms.example.com".to_owned();
    let table = [
        (refused(Code::InvalidCredentials), 1),
        (refused(Code::FailedValidation), 1),
        (refused(Code::Forbidden), 1),
        (refused(Code::RequestsExceeded), 1),
        (refused(Code::Other("NEW".to_owned())), 1),
        (Error::AlreadyKept("Blog".to_owned()), 1),
        (Error::ForeignLink, 1),
        (Error::Store(store::Error::NoHome), 1),
        (Error::Record(RecordError::Newer(2)), 1),
        (Error::Address(ServerUrlError::Empty), 2),
        (Error::Link(LinkError::Malformed), 2),
        (Error::Find(FindError::None("x".to_owned())), 2),
        (Error::Find(FindError::Several("x".to_owned(), vec![])), 2),
        (Error::SeveralForLink(vec![]), 2),
        (Error::SignedOut, 3),
        (Error::Ended(End::OnServer), 3),
        (Error::Ended(End::CutOff), 3),
        (Error::Ended(End::Suspended), 3),
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
        (refused(Code::ServiceUnavailable), 4),
        (Error::Vault(Trouble::Locked), 5),
        (Error::Vault(Trouble::Denied), 5),
        (Error::Vault(Trouble::TimedOut), 5),
        (Error::Vault(Trouble::Unavailable(String::new())), 5),
        (refused(Code::InvalidOtp), 6),
        (Error::Sso(SsoError::Refused(Code::InvalidCredentials)), 1),
        (Error::Sso(SsoError::Refused(Code::InvalidProvider)), 1),
        (Error::Sso(SsoError::NoRoute(WhyNot::NoCompanion)), 1),
        (Error::Sso(SsoError::PortsTaken(vec![28_517])), 1),
        (Error::Sso(SsoError::OtherIssuer), 1),
        (Error::Sso(SsoError::Refused(Code::ServiceUnavailable)), 4),
        (
            Error::Directus(directus::Error::Grant(Grant::Unavailable)),
            4,
        ),
        (Error::Directus(directus::Error::Grant(Grant::Invalid)), 1),
        (Error::Sso(SsoError::Refused(Code::InvalidOtp)), 6),
        (
            Error::Sso(SsoError::Refused(Code::from("access_denied"))),
            7,
        ),
        (Error::Sso(SsoError::TimedOut(None)), 7),
    ];

    for (error, code) in table {
        assert_eq!(exit_code(&error), code, "{error:?}");
    }
    assert_eq!(Failure::Usage("", "").exit_code(), 2);
    assert_eq!(Failure::NotKept(Trouble::Locked, true).exit_code(), 5);
    assert_eq!(Failure::Cancelled.exit_code(), 7);
    assert_eq!(Failure::Interrupted.exit_code(), 7);
    assert_eq!(Failure::NoDisplay.exit_code(), 1);
}

#[test]
fn own_failures_have_a_code_and_a_next_step() {
    let error = || Arc::new(io::Error::other("full"));
    let all = [
        Failure::Hung,
        Failure::Usage("A.", "B."),
        Failure::NotKept(Trouble::Locked, true),
        Failure::NotKept(Trouble::Locked, false),
        Failure::NoDisplay,
        Failure::NoWay(
            Box::new(Error::Sso(SsoError::NoRoute(WhyNot::NoCompanion))),
            vec!["A=B.".to_owned()],
        ),
        Failure::Window("x".to_owned()),
        Failure::Differ,
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
