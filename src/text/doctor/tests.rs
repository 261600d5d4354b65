//! Every finding has a sentence, and each that can be mended says how.

#![expect(clippy::unwrap_used, reason = "a test may stop at once")]

use super::*;
use crate::{
    address::{HttpPolicy, ServerUrl},
    directus::{self, Generation, Provider, Providers, TlsFault, Unreachable},
    platform::SchemeStatus,
    profile::{Profile, ProfileId},
    service::{
        ClockOffset, CompanionState, InstanceCheck, MachineCheck, MailedLinkKind, NoRouteReason,
        Protection, ResetLink, ServerSeen, SignInOptions, SsoRoute,
    },
    vault,
};

fn profile(name: &str) -> Profile {
    Profile::new(
        ProfileId::parse("0123456789abcdef").unwrap(),
        name.to_owned(),
        ServerUrl::parse("https://cms.example.com/sub", HttpPolicy::LoopbackOnly).unwrap(),
    )
}

fn finding_of(check: &InstanceCheck) -> Finding {
    instance_finding(check, &profile("Blog"))
}

fn lines(finding: &Finding) -> &[String] {
    match &finding.fix {
        Some(Fix::Lines(lines)) => lines,
        _ => &[],
    }
}

fn error(error: directus::Error) -> Error {
    Error::Directus(error)
}

fn host() -> String {
    "cms.example.com".to_owned()
}

fn provider(driver: &str) -> Provider {
    Provider {
        name: "corp".to_owned(),
        label: "Corp ID".to_owned(),
        driver: driver.to_owned(),
        icon: None,
    }
}

fn sso(route: SsoRoute) -> InstanceCheck {
    InstanceCheck::SsoRoute(provider("openid"), Some(Ok(route)))
}

fn companion(state: CompanionState) -> InstanceCheck {
    InstanceCheck::Companion(Some(Ok(state)))
}

fn ways(list: Vec<Provider>, default_disabled: bool, is_licensed: Option<bool>) -> InstanceCheck {
    InstanceCheck::SignIn(Some(Ok(SignInOptions {
        providers: Providers {
            list,
            default_disabled,
        },
        is_licensed,
    })))
}

fn tls(fault: TlsFault) -> InstanceCheck {
    InstanceCheck::Tls(Some(Err(error(directus::Error::Tls {
        host: host(),
        fault,
        fingerprint: Some("AB:CD".to_owned()),
    }))))
}

fn mailed(link: MailedLinkKind, has_page: bool) -> InstanceCheck {
    InstanceCheck::ResetLink(Some(Ok(ResetLink::Mailed { link, has_page })))
}

fn connection_checks() -> Vec<InstanceCheck> {
    let unreachable = |kind| {
        InstanceCheck::Reachable(Some(Err(error(directus::Error::Unreachable {
            host: host(),
            kind,
        }))))
    };
    let seen = |generation, is_licensed| {
        InstanceCheck::Directus(Some(Ok(ServerSeen {
            generation,
            is_licensed,
        })))
    };
    let page = |status| {
        InstanceCheck::Directus(Some(Err(error(directus::Error::NotDirectus {
            host: host(),
            status,
            what: "HTML",
        }))))
    };
    let protection = |protection| InstanceCheck::Tls(Some(Ok(protection)));

    vec![
        InstanceCheck::Reachable(Some(Ok(()))),
        InstanceCheck::Reachable(None),
        unreachable(Unreachable::Refused),
        unreachable(Unreachable::Name),
        InstanceCheck::Reachable(Some(Err(error(directus::Error::ProxyCredentials)))),
        InstanceCheck::Reachable(Some(Err(error(directus::Error::TimedOut { host: host() })))),
        protection(Protection::Tls),
        protection(Protection::OwnAuthority),
        protection(Protection::SameMachine),
        protection(Protection::None),
        InstanceCheck::Tls(None),
        tls(TlsFault::Expired),
        tls(TlsFault::WrongHost),
        tls(TlsFault::SelfSigned),
        tls(TlsFault::UnknownAuthority),
        tls(TlsFault::NotTls),
        tls(TlsFault::Revoked),
        InstanceCheck::Clock(ClockOffset::NotAsked),
        InstanceCheck::Clock(ClockOffset::NotReported),
        InstanceCheck::Clock(ClockOffset::Ahead(0)),
        InstanceCheck::Clock(ClockOffset::Ahead(-7_200)),
        seen(Generation::V11, None),
        seen(Generation::V12, Some(false)),
        seen(Generation::Unknown, None),
        page(200),
        page(503),
        InstanceCheck::Directus(None),
    ]
}

fn sign_in_checks() -> Vec<InstanceCheck> {
    vec![
        mailed(MailedLinkKind::CompanionPage, true),
        mailed(MailedLinkKind::CustomScheme, false),
        mailed(MailedLinkKind::DataStudio, false),
        InstanceCheck::ResetLink(Some(Ok(ResetLink::Unknown))),
        InstanceCheck::ResetLink(Some(Err(error(directus::Error::TimedOut { host: host() })))),
        ways(Vec::new(), false, Some(false)),
        ways(Vec::new(), true, None),
        sso(SsoRoute::HandOff),
        sso(SsoRoute::SameHost),
        sso(SsoRoute::None(NoRouteReason::NoCompanion)),
        sso(SsoRoute::None(NoRouteReason::NotOffered)),
        sso(SsoRoute::None(NoRouteReason::CompanionVersion(2))),
        InstanceCheck::SsoRoute(provider("ldap"), None),
        InstanceCheck::SsoRoute(provider("passkey"), Some(Ok(SsoRoute::HandOff))),
        companion(CompanionState::Ready),
        companion(CompanionState::Absent { is_needed: true }),
        companion(CompanionState::Absent { is_needed: false }),
        companion(CompanionState::OtherVersion(2)),
        companion(CompanionState::OtherAddress(
            "https://x.example.com/latchkey".to_owned(),
        )),
        companion(CompanionState::NoS256),
        companion(CompanionState::NotReady(
            "Latchkey: Restart Directus.".to_owned(),
        )),
    ]
}

fn machine_checks() -> Vec<MachineCheck> {
    vec![
        MachineCheck::Keyring(Ok(Some("KWallet"))),
        MachineCheck::Keyring(Ok(None)),
        MachineCheck::Keyring(Err(vault::Error::Locked)),
        MachineCheck::Keyring(Err(vault::Error::Denied)),
        MachineCheck::Keyring(Err(vault::Error::TimedOut)),
        MachineCheck::Keyring(Err(vault::Error::Unavailable("no bus".to_owned()))),
        MachineCheck::Keyring(Err(vault::Error::Refused("read-only".to_owned()))),
        MachineCheck::SchemeHandler(SchemeStatus::Ours),
        MachineCheck::SchemeHandler(SchemeStatus::Nobody),
        MachineCheck::SchemeHandler(SchemeStatus::Other("Other".to_owned())),
        MachineCheck::SchemeHandler(SchemeStatus::ProgramMissing("/opt/latchkey".to_owned())),
        MachineCheck::SchemeHandler(SchemeStatus::Unknown("a sandbox".to_owned())),
    ]
}

fn all_findings() -> Vec<Finding> {
    connection_checks()
        .iter()
        .chain(&sign_in_checks())
        .map(finding_of)
        .chain(machine_checks().iter().map(machine_finding))
        .collect()
}

#[test]
fn what_is_wrong_says_what_mends_it_and_what_is_well_does_not() {
    for finding in all_findings() {
        let is_to_be_mended = finding.level.has_passed() == Some(false);

        assert_eq!(finding.fix.is_some(), is_to_be_mended, "{finding:?}");
        assert!(finding.detail.ends_with(['.', ')', '”']), "{finding:?}");
        assert!(!finding.title.is_empty(), "{finding:?}");
    }
}

#[test]
fn the_names_for_programs_are_those_of_the_contract() {
    let known = [
        "reachable",
        "tls",
        "clock",
        "directus",
        "reset_link",
        "sign_in",
        "sso_route.corp",
        "companion",
        "keyring",
        "scheme_handler",
    ];
    let mut seen: Vec<_> = all_findings()
        .into_iter()
        .map(|finding| finding.id)
        .collect();
    seen.dedup();

    assert_eq!(seen, known);
}

#[test]
fn r_31_the_line_for_mailed_links_is_the_whole_line() {
    assert_eq!(
        lines(&finding_of(&mailed(MailedLinkKind::DataStudio, false))),
        ["PASSWORD_RESET_URL_ALLOW_LIST=app.latchkey://auth/reset-password"]
    );
    assert_eq!(
        lines(&finding_of(&mailed(MailedLinkKind::DataStudio, true))),
        [
            "PASSWORD_RESET_URL_ALLOW_LIST=https://cms.example.com/sub/latchkey/reset-password,app.latchkey://auth/reset-password"
        ]
    );
}

#[test]
fn r_35_the_line_for_a_provider_is_its_own() {
    let line = "AUTH_CORP_REDIRECT_ALLOW_LIST=http://127.0.0.1:28517/callback";
    let found = finding_of(&sso(SsoRoute::None(NoRouteReason::RedirectNotAllowed {
        line: line.to_owned(),
    })));

    assert_eq!(lines(&found), [line]);
    assert_eq!(
        (found.id.as_str(), found.level),
        ("sso_route.corp", Level::Failed)
    );
}

#[test]
fn r_07_an_unknown_authority_shows_its_fingerprint_and_how_to_add_it() {
    for fault in [TlsFault::SelfSigned, TlsFault::UnknownAuthority] {
        let found = finding_of(&tls(fault));

        assert!(found.detail.contains("AB:CD"), "{found:?}");
        assert_eq!(
            lines(&found),
            [
                "latchkey remove 0123456789abcdef",
                "latchkey add https://cms.example.com/sub --name=Blog --ca-file FILE.pem"
            ]
        );
    }
}

#[test]
fn s_34_a_hostile_name_stays_one_word_of_the_line() {
    let hostile = profile("$(rm -rf ~)'; reboot #");
    let found = instance_finding(&tls(TlsFault::SelfSigned), &hostile);

    assert!(
        lines(&found)[1].contains(r"--name='$(rm -rf ~)'\''; reboot #' --ca-file"),
        "{found:?}"
    );
}

#[test]
fn r_09_a_minute_is_near_enough() {
    for (ahead, level, words) in [
        (60, Level::Passed, "agree"),
        (-60, Level::Passed, "agree"),
        (61, Level::Warning, "61 seconds ahead of"),
        (-7_200, Level::Warning, "2 hours behind"),
    ] {
        let found = finding_of(&InstanceCheck::Clock(ClockOffset::Ahead(ahead)));

        assert_eq!(found.level, level, "{ahead}");
        assert!(found.detail.contains(words), "{found:?}");
    }
}

#[test]
fn r_40_a_server_without_any_way_in_is_told() {
    let none = finding_of(&ways(Vec::new(), true, None));
    assert_eq!(none.level, Level::Failed);
    assert_eq!(lines(&none), ["AUTH_DISABLE_DEFAULT=false"]);

    let only_corp = finding_of(&ways(vec![provider("openid")], true, None));
    assert_eq!(
        (only_corp.level, only_corp.detail.as_str()),
        (Level::Passed, "Corp ID.")
    );

    // Without a licence there are no providers: the finding says so and is no failure.
    let unlicensed = finding_of(&ways(Vec::new(), false, Some(false)));
    assert_eq!(unlicensed.level, Level::Passed);
    assert!(unlicensed.detail.contains("licence"), "{unlicensed:?}");
}

#[test]
fn r_13_a_keyring_that_cannot_say_is_never_told_as_signed_out() {
    for trouble in [vault::Error::Locked, vault::Error::Denied] {
        let found = machine_finding(&MachineCheck::Keyring(Err(trouble)));

        assert_eq!(found.level, Level::Warning);
        let step = found.fix.unwrap().text();
        assert!(step.contains("Nobody is signed out"), "{step}");
    }
}

#[test]
fn what_the_companion_says_of_its_settings_leads_to_the_line() {
    let words = "Latchkey: PUBLIC_URL must be the absolute http(s) address of this server.";
    let found = finding_of(&companion(CompanionState::NotReady(words.to_owned())));

    assert!(found.detail.contains(words), "{found:?}");
    assert_eq!(lines(&found), ["PUBLIC_URL=https://cms.example.com/sub"]);
}
