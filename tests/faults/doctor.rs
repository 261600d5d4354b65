//! Looking an instance over that is broken on purpose: each fault is a finding of its own, a slow answer holds no
//! other, and nothing is sent but questions.

#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test brings its own servers, processes and files"
)]

use std::{env, fs, io, io::Write, net::TcpListener, thread, time::Duration, time::Instant};

use latchkey::{
    directus::{self, Generation, TlsFault, Unreachable},
    profile::{Profile, ProfileId, Project},
    service::{
        CompanionState, Error, InstanceCheck, MailedLink, PATIENCE, Protection, ResetLink, Service,
    },
    store::{Paths, Store},
    text::{Level, instance_finding},
    vault::Vault,
};
use rcgen::{KeyPair, date_time_ymd};

use crate::{
    address, alone,
    certificates::{HERE, authority, config, params},
    server::{self, HTML, JSON, Request, Server, answer},
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
        id: ProfileId::parse("0123456789abcdef").unwrap(),
        name: "Harbour".to_owned(),
        url: address(url),
        allow_http: true,
        ca_file: None,
        project: Project::default(),
        last_email: None,
        account: None,
        unknown: serde_json::Map::new(),
    }
}

/// What the checks of one instance found.
struct Found {
    profile: Profile,
    checks: Vec<InstanceCheck>,
}

impl Found {
    async fn at(url: &str) -> Self {
        Self::of(profile(url)).await
    }

    async fn of(profile: Profile) -> Self {
        let checks = service().check_instance(&profile).await;
        let found = Self { profile, checks };
        // Whatever came: every check is there once, in one order.
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

    /// Nothing beyond this was asked.
    fn skips(&self, ids: &[&str]) {
        for id in ids {
            assert_eq!(self.level(id), Level::Skipped, "{id}");
        }
    }
}

const INSIDE: [&str; 3] = ["reset_link", "sign_in", "companion"];

#[tokio::test]
async fn r_01_a_closed_port_is_told_and_nothing_else_is_asked() {
    let port = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port();
    let found = Found::at(&format!("http://127.0.0.1:{port}")).await;

    assert!(matches!(
        found.checks[0],
        InstanceCheck::Reachable(Some(Err(Error::Directus(directus::Error::Unreachable {
            kind: Unreachable::Refused,
            ..
        }))))
    ));
    found.skips(&["tls", "clock", "directus"]);
    found.skips(&INSIDE);
}

#[test]
fn r_01_r_08_names_and_proxies_are_told_apart() {
    let proxy =
        Server::new(|_, out| answer(out, 407, &[HTML, ("proxy-authenticate", "Basic")], "<html>"));
    let url = proxy.url();

    let unknown = child("http://nothing.invalid", &[]);
    assert!(unknown.contains("name of nothing.invalid"), "{unknown}");
    let wants = child("http://cms.test", &[("http_proxy", &url)]);
    assert!(
        wants.contains("HTTP_PROXY=http://NAME:PASSWORD@"),
        "{wants}"
    );
}

/// The finding about the connection, made in a process of its own, since proxy settings belong to a process.
fn child(url: &str, settings: &[(&str, &str)]) -> String {
    let own = [("LATCHKEY_TEST_URL", url)];

    alone("doctor::in_a_child", &[&own, settings].concat())
}

#[tokio::test]
#[ignore = "only run by `child`"]
#[expect(clippy::print_stdout, reason = "the parent reads it")]
async fn in_a_child() {
    let Ok(url) = env::var("LATCHKEY_TEST_URL") else {
        return;
    };
    println!("{:?}", Found::at(&url).await.finding("reachable"));
}

#[tokio::test]
async fn r_04_what_never_answers_costs_its_own_finding_only() {
    let half = Server::new(|request, out| {
        if request.target == "/auth/password/request" {
            thread::sleep(PATIENCE * 2);
        }
        directus_with_list(request, out, "")
    });
    let begun = Instant::now();
    let found = Found::at(&half.url()).await;

    assert!(begun.elapsed() < PATIENCE + Duration::from_secs(4));
    assert!(matches!(
        found.reset_link(),
        Some(Err(Error::Directus(directus::Error::TimedOut { .. })))
    ));
    for id in ["reachable", "directus", "sign_in"] {
        assert_eq!(found.level(id), Level::Fine, "{id}");
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
        let found = Found::at(&page.url()).await;
        let directus = found.finding("directus");

        assert_eq!(found.level("reachable"), Level::Fine);
        assert_eq!(directus.level, Level::Failed);
        assert!(
            directus.detail.contains(&format!("HTTP {status}, HTML")),
            "{directus:?}"
        );
        assert!(directus.fix.unwrap().text().contains(step), "{status}");
        found.skips(&INSIDE);
    }
}

#[tokio::test]
async fn r_06_a_portal_is_told_with_its_address() {
    let portal = Server::new(|_, out| {
        answer(
            out,
            302,
            &[("location", "https://login.hotel.test/start?back=1")],
            "",
        )
    });
    let found = Found::at(&portal.url()).await;
    let fix = found.finding("directus").fix.unwrap().text();

    assert_eq!(fix, "latchkey add https://login.hotel.test/start");
    found.skips(&INSIDE);
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
    let found = Found::at(&busy.url()).await;

    assert_eq!(found.level("directus"), Level::Failed);
    assert!(
        found
            .finding("directus")
            .detail
            .contains("SERVICE_UNAVAILABLE")
    );
}

#[tokio::test]
async fn r_07_each_fault_of_tls_has_its_own_words_and_nothing_is_sent() {
    let ours = authority("Ours");
    let key = || KeyPair::generate().unwrap();
    let (expired_key, other_key, strange_key, own_key) = (key(), key(), key(), key());
    let mut expired = params(HERE);
    expired.not_before = date_time_ymd(2019, 1, 1);
    expired.not_after = date_time_ymd(2020, 1, 1);
    let mut words = Vec::new();

    for (leaf, key, expected) in [
        (
            expired.signed_by(&expired_key, &ours),
            &expired_key,
            TlsFault::Expired,
        ),
        (
            params("other.test").signed_by(&other_key, &ours),
            &other_key,
            TlsFault::WrongHost,
        ),
        (
            params(HERE).signed_by(&strange_key, &authority("Theirs")),
            &strange_key,
            TlsFault::UnknownAuthority,
        ),
        (
            params(HERE).self_signed(&own_key),
            &own_key,
            TlsFault::SelfSigned,
        ),
    ] {
        let server = Server::tls(config(&leaf.unwrap(), key), server::directus);
        let found = trusting(&server.url(), &ours.pem()).await;

        let InstanceCheck::Tls(Some(Err(Error::Directus(directus::Error::Tls { fault, .. })))) =
            &found.checks[1]
        else {
            panic!("{expected:?}: {:?}", found.checks[1]);
        };
        assert_eq!(*fault, expected);
        assert_eq!(found.level("reachable"), Level::Fine);
        found.skips(&["directus"]);
        found.skips(&INSIDE);
        assert_eq!(server.requests().len(), 0);
        let told = found.finding("tls");
        assert!(
            told.detail.contains("SHA-256 of the certificate: "),
            "{told:?}"
        );
        let can_be_trusted = matches!(expected, TlsFault::SelfSigned | TlsFault::UnknownAuthority);
        assert_eq!(
            told.fix.unwrap().text().contains("--ca-file FILE.pem"),
            can_be_trusted
        );
        words.push(told.detail);
    }

    let plain = Server::new(server::directus);
    let found = trusting(&format!("https://127.0.0.1:{}", plain.port()), &ours.pem()).await;
    words.push(found.finding("tls").detail);
    words.sort();
    words.dedup();
    assert_eq!(words.len(), 5, "{words:#?}");
}

#[tokio::test]
async fn s_33_an_authority_of_the_profile_is_told_and_a_file_that_is_gone_too() {
    let ours = authority("Ours");
    let key = KeyPair::generate().unwrap();
    let leaf = params(HERE).signed_by(&key, &ours).unwrap();
    let server = Server::tls(config(&leaf, &key), server::directus);

    let found = trusting(&server.url(), &ours.pem()).await;
    assert!(matches!(
        found.checks[1],
        InstanceCheck::Tls(Some(Ok(Protection::OwnAuthority)))
    ));
    assert_eq!(found.level("directus"), Level::Fine);

    let seen = server.requests().len();
    let mut without = profile(&server.url());
    without.ca_file = Some("/nonexistent/authority.pem".into());
    let found = Found::of(without).await;
    assert_eq!(found.level("tls"), Level::Failed);
    found.skips(&["reachable", "directus"]);
    assert_eq!(server.requests().len(), seen);
}

/// Looks at `url` with a profile that trusts only this authority.
async fn trusting(url: &str, pem: &str) -> Found {
    let file = tempfile::NamedTempFile::new().unwrap();
    fs::write(file.path(), pem).unwrap();
    let mut profile = profile(url);
    profile.ca_file = Some(file.path().to_owned());

    Found::of(profile).await
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
    let found = Found::at(&early.url()).await;

    let clock = found.finding("clock");
    assert_eq!(clock.level, Level::Warning);
    assert!(clock.detail.contains("ahead of the server's"), "{clock:?}");
}

/// A Directus on whose list are these addresses, and nothing else.
fn directus_with_list(request: &Request, out: &mut dyn Write, list: &str) -> io::Result<()> {
    if request.target != "/auth/password/request" {
        return server::directus(request, out);
    }
    let body: serde_json::Value = serde_json::from_str(&request.body)?;
    let is_listed = body["reset_url"].as_str().is_none_or(|url| {
        let url = url.split('?').next().unwrap_or_default();
        list.split(',').any(|entry| entry == url)
    });

    if is_listed {
        answer(out, 204, &[], "")
    } else {
        refuse(out)
    }
}

fn refuse(out: &mut dyn Write) -> io::Result<()> {
    answer(
        out,
        400,
        &[JSON],
        r#"{"errors":[{"message":"No.","extensions":{"code":"INVALID_PAYLOAD"}}]}"#,
    )
}

/// The companion as it is at `issuer`.
fn companion(out: &mut dyn Write, issuer: &str, version: u64, method: &str) -> io::Result<()> {
    let document = serde_json::json!({ "data": {
        "name": "latchkey",
        "version": version,
        "issuer": issuer,
        "code_challenge_methods": [method],
        "reset_password": format!("{issuer}/reset-password"),
    } });

    answer(out, 200, &[JSON], &document.to_string())
}

fn here(request: &Request) -> String {
    format!(
        "http://{}/latchkey",
        request.header("host").unwrap_or_default()
    )
}

#[tokio::test]
async fn r_31_the_first_link_on_the_servers_list_is_the_one_told() {
    const SCHEME: &str = "app.latchkey://auth/reset-password";

    for (has_page, on_list, expected) in [
        (true, true, MailedLink::Bridge),
        (true, false, MailedLink::Scheme),
        (false, false, MailedLink::Scheme),
    ] {
        let server = Server::new(move |request, out| match request.target.as_str() {
            "/latchkey" if has_page => companion(out, &here(request), 1, "S256"),
            _ => {
                let page = format!("{}/reset-password", here(request));
                let list = if on_list {
                    format!("{SCHEME},{page}")
                } else {
                    SCHEME.to_owned()
                };
                directus_with_list(request, out, &list)
            }
        });
        let found = Found::at(&server.url()).await;

        assert!(
            matches!(found.reset_link(), Some(Ok(ResetLink::Mailed { link, .. })) if *link == expected),
            "{expected:?}: {:?}",
            found.reset_link()
        );
        assert_eq!(found.level("reset_link"), Level::Fine);
    }

    let stock = Server::new(|request, out| directus_with_list(request, out, ""));
    let found = Found::at(&stock.url()).await;
    assert!(matches!(
        found.reset_link(),
        Some(Ok(ResetLink::Mailed {
            link: MailedLink::Studio,
            has_page: false
        }))
    ));
    assert_eq!(
        found.finding("reset_link").fix.unwrap().text(),
        format!("PASSWORD_RESET_URL_ALLOW_LIST={SCHEME}")
    );
}

#[tokio::test]
async fn r_31_a_server_whose_answers_say_nothing_is_not_believed() {
    // One that looks at its list only for accounts that exist, and one that refuses the address itself.
    let old = Server::new(server::directus);
    let strict = Server::new(|request, out| match request.target.as_str() {
        "/auth/password/request" => refuse(out),
        _ => server::directus(request, out),
    });
    for server in [&old, &strict] {
        let found = Found::at(&server.url()).await;

        assert!(matches!(found.reset_link(), Some(Ok(ResetLink::Untold))));
        found.skips(&["reset_link"]);
    }
}

#[tokio::test]
async fn the_companion_in_each_state() {
    type Behave = fn(&Request, &mut dyn Write) -> io::Result<()>;
    let states: [(Behave, CompanionState); 6] = [
        (
            |request, out| companion(out, &here(request), 1, "S256"),
            CompanionState::Ready,
        ),
        (
            |request, out| companion(out, &here(request), 2, "S256"),
            CompanionState::OtherVersion(2),
        ),
        (
            |request, out| companion(out, &here(request), 1, "plain"),
            CompanionState::NoS256,
        ),
        (
            |_, out| companion(out, "https://cms.test/latchkey", 1, "S256"),
            CompanionState::OtherAddress("https://cms.test/latchkey".to_owned()),
        ),
        (
            |_, out| {
                let body = r#"{"errors":[{"message":"Latchkey: Restart Directus.","extensions":{"code":"SERVICE_UNAVAILABLE"}}]}"#;
                answer(out, 503, &[JSON], body)
            },
            CompanionState::Unfinished("Latchkey: Restart Directus.".to_owned()),
        ),
        (
            |_, out| answer(out, 200, &[HTML], "<html>Data Studio"),
            CompanionState::Absent { is_missed: false },
        ),
    ];

    for (behave, expected) in states {
        let server = Server::new(move |request, out| match request.target.as_str() {
            "/latchkey" => behave(request, out),
            _ => directus_with_list(request, out, ""),
        });
        let found = Found::at(&server.url()).await;

        assert!(
            matches!(found.companion(), Some(Ok(state)) if *state == expected),
            "{expected:?}: {:?}",
            found.companion()
        );
    }
}

#[tokio::test]
async fn nothing_is_sent_but_questions_and_nobody_is_named() {
    let server = Server::new(|request, out| directus_with_list(request, out, ""));
    let found = Found::at(&server.url()).await;
    assert!(matches!(
        found.checks[3],
        InstanceCheck::Directus(Some(Ok(seen))) if seen.generation == Generation::Eleven
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
