//! Doctor's checks of an instance that is broken on purpose: each fault has a finding of its own, a slow answer delays
//! no other check, and nothing is changed on the server.

#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test brings its own servers, processes and files"
)]

mod setup;
mod tls;

use std::{env, net::TcpListener, thread, time::Duration, time::Instant};

use self::setup::directus_with_list;
use latchkey::{
    directus::{self, Generation, Unreachable},
    profile::{Profile, ProfileId},
    service::{CHECK_TIMEOUT, CompanionState, Error, InstanceCheck, ResetLink, Service},
    store::{Paths, Store},
    text::{Level, instance_finding},
    vault::Vault,
};

use crate::{
    address, run_in_own_process,
    server::{self, HTML, JSON, Server, answer},
};

const NOBODY: &str = "nobody@latchkey.invalid";

fn service() -> Service {
    let nowhere = env::temp_dir().join("latchkey-nothing-is-here");
    let paths = Paths {
        config: nowhere.clone(),
        state: nowhere.clone(),
        cache: nowhere.clone(),
        runtime: nowhere,
    };

    Service::new(Store::new(paths), Vault::in_memory())
}

fn profile(url: &str) -> Profile {
    Profile {
        allow_http: true,
        ..Profile::new(
            ProfileId::parse("0123456789abcdef").unwrap(),
            "Harbour".to_owned(),
            address(url),
        )
    }
}

/// What the checks of one instance found.
struct CheckResults {
    profile: Profile,
    checks: Vec<InstanceCheck>,
}

impl CheckResults {
    async fn at(url: &str) -> Self {
        Self::of(profile(url)).await
    }

    async fn of(profile: Profile) -> Self {
        Self::within(profile, CHECK_TIMEOUT).await
    }

    async fn within(profile: Profile, timeout: Duration) -> Self {
        let checks = service().check_instance_within(&profile, timeout).await;
        let found = Self { profile, checks };
        // Whatever the server answered, every check is there once, in a fixed order.
        let ids: Vec<_> = found
            .checks
            .iter()
            .map(|check| instance_finding(check, &found.profile).id)
            .collect();
        assert_eq!(
            ids,
            [
                "reachable",
                "tls",
                "clock",
                "directus",
                "reset_link",
                "sign_in",
                "companion"
            ]
        );

        found
    }

    fn level(&self, id: &str) -> Level {
        self.finding(id).level
    }

    fn finding(&self, id: &str) -> latchkey::text::Finding {
        self.checks
            .iter()
            .map(|check| instance_finding(check, &self.profile))
            .find(|finding| finding.id == id)
            .unwrap()
    }

    fn reset_link(&self) -> Option<&Result<ResetLink, Error>> {
        self.checks.iter().find_map(|check| match check {
            InstanceCheck::ResetLink(link) => link.as_ref(),
            _ => None,
        })
    }

    fn companion(&self) -> Option<&Result<CompanionState, Error>> {
        self.checks.iter().find_map(|check| match check {
            InstanceCheck::Companion(state) => state.as_ref(),
            _ => None,
        })
    }

    /// These checks were skipped, so nothing more was asked.
    fn skips(&self, ids: &[&str]) {
        for id in ids {
            assert_eq!(self.level(id), Level::Skipped, "{id}");
        }
    }
}

const CHECKS_OF_DIRECTUS: [&str; 3] = ["reset_link", "sign_in", "companion"];

#[tokio::test]
async fn r_01_a_closed_port_is_told_and_nothing_else_is_asked() {
    let port = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port();
    let found = CheckResults::at(&format!("http://127.0.0.1:{port}")).await;

    assert!(matches!(
        found.checks[0],
        InstanceCheck::Reachable(Some(Err(Error::Directus(directus::Error::Unreachable {
            kind: Unreachable::Refused,
            ..
        }))))
    ));
    found.skips(&["tls", "clock", "directus"]);
    found.skips(&CHECKS_OF_DIRECTUS);
}

#[test]
fn r_01_r_08_names_and_proxies_are_told_apart() {
    let proxy =
        Server::new(|_, out| answer(out, 407, &[HTML, ("proxy-authenticate", "Basic")], "<html>"));
    let url = proxy.url();

    let unknown = connection_in_own_process("http://nothing.invalid", &[]);
    assert!(unknown.contains("name of nothing.invalid"), "{unknown}");
    let wants = connection_in_own_process("http://cms.invalid", &[("http_proxy", &url)]);
    assert!(
        wants.contains("HTTP_PROXY=http://NAME:PASSWORD@"),
        "{wants}"
    );
}

/// The finding about the connection, made in a process of its own, since proxy settings belong to a process.
fn connection_in_own_process(url: &str, settings: &[(&str, &str)]) -> String {
    let own = [("LATCHKEY_TEST_URL", url)];

    run_in_own_process("doctor::in_a_child", &[&own, settings].concat())
}

#[tokio::test]
#[ignore = "only run by `child`"]
#[expect(clippy::print_stdout, reason = "the parent reads it")]
async fn in_a_child() {
    let Ok(url) = env::var("LATCHKEY_TEST_URL") else {
        return;
    };
    println!("{:?}", CheckResults::at(&url).await.finding("reachable"));
}

#[tokio::test]
async fn r_04_what_never_answers_costs_its_own_finding_only() {
    let timeout = Duration::from_secs(3);
    let half = Server::new(move |request, out| {
        if request.target == "/auth/password/request" {
            thread::sleep(timeout * 2);
        }
        directus_with_list(request, out, "")
    });
    let begun = Instant::now();
    let found = CheckResults::within(profile(&half.url()), timeout).await;

    assert!(begun.elapsed() < timeout + Duration::from_secs(4));
    assert!(matches!(
        found.reset_link(),
        Some(Err(Error::Directus(directus::Error::TimedOut { .. })))
    ));
    for id in ["reachable", "directus", "sign_in"] {
        assert_eq!(found.level(id), Level::Passed, "{id}");
    }
    assert_eq!(found.level("companion"), Level::Warning);
}

#[tokio::test]
async fn r_05_a_page_instead_of_directus_is_told_as_one() {
    for (status, step) in [
        (200, "sub-path"),
        (404, "sub-path"),
        (502, "maintenance"),
        (503, "maintenance"),
    ] {
        let page = Server::new(move |_, out| answer(out, status, &[HTML], "<html>Sorry"));
        let found = CheckResults::at(&page.url()).await;
        let directus = found.finding("directus");

        assert_eq!(found.level("reachable"), Level::Passed);
        assert_eq!(directus.level, Level::Failed);
        assert!(
            directus.detail.contains(&format!("HTTP {status}, HTML")),
            "{directus:?}"
        );
        assert!(directus.fix.unwrap().text().contains(step), "{status}");
        found.skips(&CHECKS_OF_DIRECTUS);
    }
}

#[tokio::test]
async fn r_06_a_portal_is_told_with_its_address() {
    let portal = Server::new(|_, out| {
        answer(
            out,
            302,
            &[("location", "https://login.hotel.invalid/start?back=1")],
            "",
        )
    });
    let found = CheckResults::at(&portal.url()).await;
    let fix = found.finding("directus").fix.unwrap().text();

    assert_eq!(fix, "latchkey add https://login.hotel.invalid/start");
    found.skips(&CHECKS_OF_DIRECTUS);
}

#[tokio::test]
async fn r_39_a_directus_under_pressure_says_so_itself() {
    let busy = Server::new(|_, out| {
        answer(
            out,
            503,
            &[JSON],
            r#"{"errors":[{"message":"Under pressure","extensions":{"code":"SERVICE_UNAVAILABLE"}}]}"#,
        )
    });
    let found = CheckResults::at(&busy.url()).await;

    assert_eq!(found.level("directus"), Level::Failed);
    assert!(
        found
            .finding("directus")
            .detail
            .contains("SERVICE_UNAVAILABLE")
    );
}

#[tokio::test]
async fn r_09_a_clock_that_is_wrong_is_told() {
    let early = Server::new(|request, out| {
        if request.target == "/server/ping" {
            return answer(
                out,
                200,
                &[HTML, ("date", "Mon, 01 Jan 2024 12:00:00 GMT")],
                "pong",
            );
        }
        server::directus(request, out)
    });
    let found = CheckResults::at(&early.url()).await;

    let clock = found.finding("clock");
    assert_eq!(clock.level, Level::Warning);
    assert!(clock.detail.contains("ahead of the server's"), "{clock:?}");
}

#[tokio::test]
async fn nothing_is_sent_but_questions_and_nobody_is_named() {
    let server = Server::new(|request, out| directus_with_list(request, out, ""));
    let found = CheckResults::at(&server.url()).await;
    assert!(matches!(
        found.checks[3],
        InstanceCheck::Directus(Some(Ok(seen))) if seen.generation == Generation::V11
    ));

    for request in server.requests() {
        for secret in ["authorization", "cookie"] {
            assert_eq!(request.header(secret), None, "{request:?}");
        }
        match (request.method.as_str(), request.target.as_str()) {
            ("GET", "/server/ping" | "/server/info" | "/auth" | "/latchkey") => {
                assert_eq!(request.body, "");
            }
            ("POST", "/auth/password/request") => {
                let body: serde_json::Value = serde_json::from_str(&request.body).unwrap();
                assert_eq!(body["email"], NOBODY, "{request:?}");
            }
            _ => panic!("{request:?}"),
        }
    }
}
