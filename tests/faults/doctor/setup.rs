//! What can be seen of an instance's settings from outside: which link its mails hold, and its companion.

use std::{io, io::Write};

use latchkey::service::{CompanionState, MailedLinkKind, ResetLink};
use latchkey::text::Level;

use super::CheckResults;
use crate::server::{self, HTML, JSON, Request, Server, answer};

/// A Directus that allows exactly these addresses in mails.
pub(super) fn directus_with_list(
    request: &Request,
    out: &mut dyn Write,
    list: &str,
) -> io::Result<()> {
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

fn own_address(request: &Request) -> String {
    format!(
        "http://{}/latchkey",
        request.header("host").unwrap_or_default()
    )
}

#[tokio::test]
async fn r_31_the_first_link_on_the_servers_list_is_the_one_told() {
    const SCHEME: &str = "app.latchkey://auth/reset-password";

    for (has_page, on_list, expected) in [
        (true, true, MailedLinkKind::CompanionPage),
        (true, false, MailedLinkKind::CustomScheme),
        (false, false, MailedLinkKind::CustomScheme),
    ] {
        let server = Server::new(move |request, out| match request.target.as_str() {
            "/latchkey" if has_page => companion(out, &own_address(request), 1, "S256"),
            _ => {
                let page = format!("{}/reset-password", own_address(request));
                let list = if on_list {
                    format!("{SCHEME},{page}")
                } else {
                    SCHEME.to_owned()
                };
                directus_with_list(request, out, &list)
            }
        });
        let found = CheckResults::at(&server.url()).await;

        assert!(
            matches!(found.reset_link(), Some(Ok(ResetLink::Mailed { link, .. })) if *link == expected),
            "{expected:?}: {:?}",
            found.reset_link()
        );
        assert_eq!(found.level("reset_link"), Level::Passed);
    }

    let stock = Server::new(|request, out| directus_with_list(request, out, ""));
    let found = CheckResults::at(&stock.url()).await;
    assert!(matches!(
        found.reset_link(),
        Some(Ok(ResetLink::Mailed {
            link: MailedLinkKind::DataStudio,
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
    // An older one that reads its list only for accounts that exist, and one that refuses the e-mail address itself.
    let old = Server::new(server::directus);
    let strict = Server::new(|request, out| match request.target.as_str() {
        "/auth/password/request" => refuse(out),
        _ => server::directus(request, out),
    });
    for server in [&old, &strict] {
        let found = CheckResults::at(&server.url()).await;

        assert!(matches!(found.reset_link(), Some(Ok(ResetLink::Unknown))));
        found.skips(&["reset_link"]);
    }
}

#[tokio::test]
async fn the_companion_in_each_state() {
    type Behave = fn(&Request, &mut dyn Write) -> io::Result<()>;
    let states: [(Behave, CompanionState); 6] = [
        (
            |request, out| companion(out, &own_address(request), 1, "S256"),
            CompanionState::Ready,
        ),
        (
            |request, out| companion(out, &own_address(request), 2, "S256"),
            CompanionState::OtherVersion(2),
        ),
        (
            |request, out| companion(out, &own_address(request), 1, "plain"),
            CompanionState::NoS256,
        ),
        (
            |_, out| companion(out, "https://cms.invalid/latchkey", 1, "S256"),
            CompanionState::OtherAddress("https://cms.invalid/latchkey".to_owned()),
        ),
        (
            |_, out| {
                let body = r#"{"errors":[{"message":"Latchkey: Restart Directus.","extensions":{"code":"SERVICE_UNAVAILABLE"}}]}"#;
                answer(out, 503, &[JSON], body)
            },
            CompanionState::NotReady("Latchkey: Restart Directus.".to_owned()),
        ),
        (
            |_, out| answer(out, 200, &[HTML], "<html>Data Studio"),
            CompanionState::Absent { is_needed: false },
        ),
    ];

    for (behave, expected) in states {
        let server = Server::new(move |request, out| match request.target.as_str() {
            "/latchkey" => behave(request, out),
            _ => directus_with_list(request, out, ""),
        });
        let found = CheckResults::at(&server.url()).await;

        assert!(
            matches!(found.companion(), Some(Ok(state)) if *state == expected),
            "{expected:?}: {:?}",
            found.companion()
        );
    }
}
