//! The JSON documents and sentences of the contract, made from values without a service.

#![expect(clippy::unwrap_used, reason = "a test may stop at once")]

use std::time::{Duration, UNIX_EPOCH};

use super::*;
use crate::{
    address::HttpPolicy,
    directus::{self, Unreachable},
    platform::SchemeStatus,
    profile::{ProfileId, Project},
    secret::Secret,
    service::{self, SessionEnd},
    session::RecordError,
    vault,
};

fn sample_profile() -> Profile {
    Profile {
        project: Project {
            name: Some("The Blog".to_owned()),
            ..Project::default()
        },
        account: Some(sample_account()),
        ..Profile::new(
            ProfileId::parse("0123456789abcdef").unwrap(),
            "Blog".to_owned(),
            ServerUrl::parse("https://cms.example.com/api", HttpPolicy::LoopbackOnly).unwrap(),
        )
    }
}

fn sample_account() -> Account {
    Account {
        id: "7f".to_owned(),
        email: Some("ada@example.com".to_owned()),
        first_name: Some("Ada".to_owned()),
        last_name: None,
        role: Some("r1".to_owned()),
    }
}

fn sample_session(stored_in: StoredIn) -> SessionInfo {
    SessionInfo {
        is_static: false,
        account: sample_account(),
        provider: "default".to_owned(),
        expires_at: Some(UNIX_EPOCH + Duration::from_millis(1_795_000_000_999)),
        stored_in,
        enforce_tfa: false,
    }
}

fn unreachable() -> directus::Error {
    directus::Error::Unreachable {
        host: "cms.example.com".to_owned(),
        kind: Unreachable::Refused,
    }
}

fn keys(value: &Value) -> Vec<&str> {
    let mut keys: Vec<_> = value
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    keys.sort_unstable();

    keys
}

#[test]
fn a_changed_profile_is_told_with_its_ports() {
    let mut blog = sample_profile();
    assert_eq!(settings_changed(&blog, None).json["sso_ports"], Value::Null);

    let ports = crate::profile::SsoPorts::new(&[47_801, 47_802]).unwrap();
    blog.set_sso_ports(Some(&ports));
    let answer = settings_changed(&blog, Some(true));
    assert_eq!(answer.json["sso_ports"], json!([47_801, 47_802]));
    assert_eq!(answer.json["name"], "Blog");
    assert_eq!(answer.json["signed_in"], true);
    assert!(answer.text.ends_with("port 47801, then 47802."));
    assert_eq!(answer.json["proxy"], "system");

    blog.set_proxy(&crate::address::ProxySetting::parse("p.test:3128").unwrap());
    blog.ca_file = Some("/etc/own.pem".into());
    let answer = settings_changed(&blog, Some(true));
    assert_eq!(answer.json["proxy"], "http://p.test:3128");
    assert_eq!(answer.json["ca_file"], "/etc/own.pem");
    assert!(answer.text.contains("the proxy http://p.test:3128."));
}

#[test]
fn row_of_a_profile() {
    assert_eq!(
        added(&sample_profile()).json,
        json!({
            "id": "0123456789abcdef",
            "name": "Blog",
            "url": "https://cms.example.com/api",
            "project": "The Blog",
            "signed_in": false,
            "account": {
                "id": "7f",
                "email": "ada@example.com",
                "first_name": "Ada",
                "last_name": null,
                "role": "r1",
            },
        })
    );
}

#[test]
fn profiles_tell_unknown_from_signed_out() {
    let answer = profiles(&[
        (sample_profile(), Some(true)),
        (sample_profile(), Some(false)),
        (sample_profile(), None),
    ]);

    let signed_in: Vec<_> = answer
        .json
        .as_array()
        .unwrap()
        .iter()
        .map(|row| &row["signed_in"])
        .collect();
    assert_eq!(signed_in, [&json!(true), &json!(false), &Value::Null]);
    assert!(answer.text.lines().nth(2).unwrap().contains("cannot say"));
    assert_eq!(profiles(&[]).json, json!([]));
}

#[test]
fn status_of_a_session() {
    let answer = status(
        &sample_profile(),
        &SessionStatus::SignedIn(sample_session(StoredIn::Keyring)),
    );

    assert_eq!(
        answer.document(),
        json!({
            "profile": "Blog",
            "url": "https://cms.example.com/api",
            "signed_in": true,
            "account": {
                "id": "7f",
                "email": "ada@example.com",
                "first_name": "Ada",
                "last_name": null,
                "role": "r1",
            },
            "provider": "default",
            "expires_at": "2026-11-18T11:06:40Z",
            "stored_in": "keyring",
            "static_token": false,
        })
    );
    assert!(answer.failure.is_none());
    let memory = status(
        &sample_profile(),
        &SessionStatus::SignedIn(sample_session(StoredIn::Memory(vault::Error::Locked))),
    );
    assert_eq!(memory.json["stored_in"], "memory");
}

#[test]
fn r_13_trouble_is_never_signed_out() {
    let table = [
        (
            SessionStatus::SignedIn(sample_session(StoredIn::Keyring)),
            json!(true),
            0,
        ),
        (
            SessionStatus::Unconfirmed(sample_session(StoredIn::Keyring), unreachable()),
            json!(true),
            4,
        ),
        (SessionStatus::SignedOut, json!(false), 3),
        (SessionStatus::Ended(SessionEnd::OnServer), json!(false), 3),
        (
            SessionStatus::KeyringError(vault::Error::Locked),
            Value::Null,
            5,
        ),
        (
            SessionStatus::UnusableRecord(RecordError::Damaged),
            Value::Null,
            3,
        ),
    ];

    for (session, signed_in, code) in table {
        let answer = status(&sample_profile(), &session);
        assert_eq!(answer.json["signed_in"], signed_in, "{session:?}");
        assert_eq!(
            answer.failure.map_or(0, |failure| failure.exit_code()),
            code,
            "{session:?}"
        );
        assert_eq!(
            keys(&answer.json),
            [
                "account",
                "expires_at",
                "profile",
                "provider",
                "signed_in",
                "static_token",
                "stored_in",
                "url"
            ]
        );
    }
}

#[test]
fn a_failure_goes_into_the_one_document() {
    let answer = Answer {
        failure: Some(Failure::Cancelled),
        ..Answer::new("", json!({ "done": true }))
    };

    let document = answer.document();
    assert_eq!(document["done"], true);
    assert_eq!(keys(&document["error"]), ["code", "hint", "message"]);
    assert_eq!(document["error"]["code"], "CANCELLED");
}

#[test]
fn a_profile_that_cannot_be_asked_keeps_its_row_among_the_others() {
    let error = service::Error::CaFile {
        path: "/gone.pem".into(),
        reason: "no such file".to_owned(),
    };
    let answer = status_of_all(&[
        status_unknown(&sample_profile(), error),
        status(
            &sample_profile(),
            &SessionStatus::SignedIn(sample_session(StoredIn::Keyring)),
        ),
    ]);

    assert_eq!(answer.json[0]["signed_in"], Value::Null);
    assert_eq!(keys(&answer.json[0]["error"]), ["code", "hint", "message"]);
    assert_eq!(answer.json[1]["signed_in"], true);
    assert!(answer.text.contains("/gone.pem"), "{}", answer.text);
}

#[test]
fn mailed_links_have_their_names() {
    for (link, name) in [
        (MailedLinkKind::CompanionPage, "bridge"),
        (MailedLinkKind::CustomScheme, "scheme"),
        (MailedLinkKind::DataStudio, "studio"),
    ] {
        assert_eq!(
            forgot(&sample_profile(), "ada@example.com", link).json,
            json!({ "sent": true, "link": name })
        );
    }
}

#[test]
fn s_26_the_answer_to_forgot_says_nothing_about_the_account() {
    let answer = forgot(
        &sample_profile(),
        "ada@example.com",
        MailedLinkKind::CustomScheme,
    );

    assert_eq!(
        answer.text.lines().next(),
        Some(
            "If ada@example.com has an account on cms.example.com whose password can be reset, a mail is on its way."
        )
    );
}

#[test]
fn set_passwords_and_tokens() {
    assert_eq!(
        mailed_link_used(
            &sample_profile(),
            TokenPurpose::ResetPassword,
            Some("ada@example.com")
        )
        .json,
        json!({ "done": true, "email": "ada@example.com" })
    );
    assert_eq!(
        mailed_link_used(&sample_profile(), TokenPurpose::AcceptInvite, None).json,
        json!({ "done": true, "email": null })
    );

    let access = AccessToken {
        token: Secret::from("eyJ"),
        obtained_at: UNIX_EPOCH.into(),
        expires_at: Some(UNIX_EPOCH + Duration::from_secs(60)),
    };
    let answer = token(&sample_profile().url, &access);
    assert_eq!(answer.text, "eyJ");
    assert!(
        !format!("{answer:?}").contains("eyJ"),
        "s_40: debug shows the token"
    );
    assert_eq!(
        answer.json,
        json!({
            "access_token": "eyJ",
            "expires_at": "1970-01-01T00:01:00Z",
            "url": "https://cms.example.com/api",
        })
    );
}

#[test]
fn s_50_a_sign_out_the_server_did_not_hear_of_is_not_silent() {
    let heard = signed_out(&crate::service::SignOutOutcome::Everywhere, None);
    assert!(heard.failure.is_none());
    assert_eq!(heard.json["server_told"], true);

    let unheard = signed_out(
        &crate::service::SignOutOutcome::HereOnly(unreachable()),
        None,
    );
    assert_eq!(unheard.json["server_told"], false);
    assert_eq!(unheard.failure.map(|failure| failure.exit_code()), Some(4));
}

#[test]
fn status_of_all_keeps_the_trouble_in_its_row() {
    let rows = [
        status(&sample_profile(), &SessionStatus::SignedOut),
        status(
            &sample_profile(),
            &SessionStatus::KeyringError(vault::Error::Locked),
        ),
    ];
    let answer = status_of_all(&rows);

    assert!(answer.failure.is_none());
    assert_eq!(answer.json.as_array().unwrap().len(), 2);
    assert!(answer.json[1]["error"]["code"].is_string());
}

#[test]
fn names_are_quoted_for_a_shell() {
    assert_eq!(shell_quoted("Blog-2.de"), "Blog-2.de");
    assert_eq!(shell_quoted("My Blog"), "'My Blog'");
    assert_eq!(shell_quoted("Ada's $(x)"), r"'Ada'\''s $(x)'");
}

#[test]
fn every_check_is_a_row_and_what_is_to_be_mended_decides() {
    use crate::service::{InstanceCheck, MachineCheck};

    let machine = |status| [MachineCheck::SchemeHandler(status)];
    let well = doctor(&[], &machine(SchemeStatus::Ours));
    assert!(well.failure.is_none());
    assert_eq!(
        well.json,
        json!({ "checks": [{
            "id": "scheme_handler",
            "ok": true,
            "detail": "A click on one opens this Latchkey.",
            "fix": null,
            "level": "ok",
            "profile": null,
        }] })
    );

    let down = service::Error::Directus(unreachable());
    let checks = vec![
        InstanceCheck::Reachable(Some(Err(down))),
        InstanceCheck::Directus(None),
    ];
    let answer = doctor(
        &[(sample_profile(), checks)],
        &machine(SchemeStatus::Nobody),
    );
    assert_eq!(answer.failure.as_ref().map(Failure::exit_code), Some(1));
    let document = answer.document();
    assert_eq!(document["error"]["code"], "FOUND");
    let rows = document["checks"].as_array().unwrap();
    let row = |at: usize| (&rows[at]["id"], &rows[at]["ok"], &rows[at]["profile"]);
    assert_eq!(
        row(0),
        (
            &json!("reachable"),
            &json!(false),
            &json!("0123456789abcdef")
        )
    );
    // A check that was skipped neither passed nor failed.
    assert_eq!(
        row(1),
        (&json!("directus"), &Value::Null, &json!("0123456789abcdef"))
    );
    assert_eq!(rows[2]["fix"], "latchkey scheme register");
    assert_eq!(
        answer.text,
        "Blog  https://cms.example.com/api\n\
         \u{20} failed   Connection: Nothing answers at cms.example.com. (connection refused)\n\
         \u{20}            Is the server running, and is the port right?\n\
         \u{20} -        Directus: Not looked at, because something before it failed.\n\n\
         This machine\n\
         \u{20} warning  Links of mails: A click on one does nothing; it can still be pasted.\n\
         \u{20}            latchkey scheme register"
    );
}
