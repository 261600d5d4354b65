//! Records as they are written and read back, and what is no record.

#![expect(clippy::unwrap_used, reason = "a test may stop at once")]

use super::*;
use crate::{address::HttpPolicy, session::Tokens};

const START: SystemTime = SystemTime::UNIX_EPOCH;

fn url(text: &str) -> ServerUrl {
    ServerUrl::parse(text, HttpPolicy::LoopbackOnly).unwrap()
}

fn session(access: &str, refresh: &str, name: &str) -> Session {
    let account = Account {
        id: "3f2a".to_owned(),
        email: Some("ada@example.com".to_owned()),
        first_name: Some(name.to_owned()),
        ..Account::default()
    };
    let tokens = Tokens {
        access: Secret::from(access),
        refresh: Secret::from(refresh),
        expires_in: Duration::from_millis(900_001),
    };

    Session::new(
        &url("cms.example.com/blog"),
        "corp",
        account,
        tokens,
        Moment {
            wall: START + Duration::from_millis(1_760_000_000_123),
            uptime: Some(Uptime {
                boot_id: "993510fc-289b-4fe8-b7ad-f6b45d5ff610".to_owned(),
                elapsed: Duration::from_millis(86_400_123),
            }),
        },
    )
}

#[test]
fn a_session_survives_the_keyring() {
    let kept = session("access", "refresh", "Adä \"L\"");

    let read =
        Session::from_record(&kept.to_record(), &url("https://cms.example.com/blog/")).unwrap();

    assert_eq!(read.account, kept.account);
    assert!(read.has_credential(&Secret::from("refresh")) && !read.is_static());
    assert_eq!((read.origin, read.provider), (kept.origin, kept.provider));
    let (read, kept) = (read.access.unwrap(), kept.access.unwrap());
    assert_eq!(read.token.expose(), "access");
    assert_eq!(
        (read.obtained_at, read.expires_at),
        (kept.obtained_at, kept.expires_at)
    );
}

#[test]
fn s_43_a_static_token_has_a_version_of_its_own() {
    let place = url("cms.example.com");
    let account = Account {
        id: "3f2a".to_owned(),
        first_name: Some("x".repeat(MAX_RECORD_BYTES)),
        ..Account::default()
    };
    let kept = Session::with_static_token(
        &place,
        account,
        Secret::from("by-hand"),
        Moment::from(START + Duration::from_millis(1_760_000_000_123)),
    );
    let record = kept.to_record();
    assert!(
        record.expose().len() <= MAX_RECORD_BYTES,
        "what is known of the account gives way"
    );
    assert!(record.expose().contains("\"version\":2"));

    let read = Session::from_record(&record, &place).unwrap();
    assert!(read.is_static() && read.has_credential(&Secret::from("by-hand")));
    assert_eq!(read.obtained_at, kept.obtained_at);
    for broken in [
        record.expose().replace("\"static_token\"", "\"other\""),
        record.expose().replace("by-hand", ""),
        record.expose().replace("\"version\":2", "\"version\":1"),
    ] {
        let read = Session::from_record(&Secret::from(broken), &place);
        assert_eq!(read.map(|_| ()), Err(RecordError::Damaged));
    }
}

#[test]
fn r_09_a_record_keeps_both_clocks_and_reads_one_without_the_other() {
    let kept = session("access", "refresh", "Ada");
    let record = kept.to_record();
    let read = Session::from_record(&record, &url("cms.example.com/blog")).unwrap();
    assert_eq!(read.obtained_at, kept.obtained_at);
    assert!(read.obtained_at.uptime.is_some());

    // As an earlier version wrote it: the session is whole, the token's age is not known on a machine with both.
    let before = record.expose().replace("\"uptime\"", "\"earlier\"");
    let read = Session::from_record(&Secret::from(before), &url("cms.example.com/blog")).unwrap();
    assert_eq!(read.obtained_at.uptime, None);
    assert!(read.has_credential(&Secret::from("refresh")));
    assert!(
        read.valid_access(&kept.obtained_at, Duration::ZERO)
            .is_none()
    );
}

#[test]
fn a_record_fits_every_keyring() {
    let long = "x".repeat(2260);
    for (access, refresh, name, keeps_access, keeps_name) in [
        ("x", "r", "Ada", true, true),
        (long.as_str(), "r", "Ada", false, true),
        ("x", "r", long.as_str(), false, true),
        ("x", "r", &"x".repeat(3000), false, false),
        ("x", &"r".repeat(2180), "Ada", true, true),
        ("x", &"r".repeat(2270), &"x".repeat(100), false, false),
    ] {
        let record = session(access, refresh, name).to_record();
        assert!(record.expose().len() <= MAX_RECORD_BYTES);

        let read = Session::from_record(&record, &url("cms.example.com/blog")).unwrap();
        assert!(read.has_credential(&Secret::from(refresh)));
        assert_eq!(read.account.id, "3f2a");
        assert_eq!(
            (read.access.is_some(), read.account.first_name.is_some()),
            (keeps_access, keeps_name)
        );
    }
}

#[test]
fn s_41_tokens_of_another_address_are_refused() {
    let record = session("a", "r", "Ada").to_record();

    for other in [
        "cms.example.com",
        "cms.example.com/blog2",
        "cms.example.com:8443/blog",
        "evil.example.com/blog",
    ] {
        let refused = Session::from_record(&record, &url(other)).unwrap_err();
        assert_eq!(refused, RecordError::OtherOrigin, "{other}");
    }
}

#[test]
fn s_43_a_record_that_is_not_ours_is_told_apart() {
    let good = session("a", "r", "Ada").to_record();
    let good = good.expose();
    for (text, expected) in [
        (String::new(), RecordError::Damaged),
        (
            "a token of another program".to_owned(),
            RecordError::Damaged,
        ),
        ("[]".to_owned(), RecordError::Damaged),
        ("null".to_owned(), RecordError::Damaged),
        ("{}".to_owned(), RecordError::Damaged),
        (r#"{"version":1}"#.to_owned(), RecordError::Damaged),
        (r#"{"version":"1"}"#.to_owned(), RecordError::Damaged),
        (good[..good.len() / 2].to_owned(), RecordError::Damaged),
        (
            good.replace("\"version\":1", "\"version\":0"),
            RecordError::Damaged,
        ),
        (
            good.replace("\"refresh\":\"r\"", "\"refresh\":\"\""),
            RecordError::Damaged,
        ),
        (
            good.replace("\"refresh\":\"r\"", "\"refresh\":7"),
            RecordError::Damaged,
        ),
        (
            format!("{good}{}", " ".repeat(70_000)),
            RecordError::Damaged,
        ),
        (
            format!("{}{}", "[".repeat(30_000), "]".repeat(30_000)),
            RecordError::Damaged,
        ),
        (
            good.replace("\"version\":1", "\"version\":3"),
            RecordError::Newer(3),
        ),
        (
            r#"{"version":9,"vault":"another form"}"#.to_owned(),
            RecordError::Newer(9),
        ),
    ] {
        let read = Session::from_record(&Secret::from(text.clone()), &url("cms.example.com/blog"));
        assert_eq!(read.unwrap_err(), expected, "{text:.80}");
    }
}

#[test]
fn s_43_impossible_times_cost_the_access_token_only() {
    let good = session("a", "r", "Ada").to_record();
    for (from, to) in [
        ("1760000900124", "1"),
        ("1760000900124", "18446744073709551615"),
        // Another moment than the refresh token's.
        (
            "\"obtained_at\":1760000000123",
            "\"obtained_at\":1760000000124",
        ),
        ("\"token\":\"a\"", "\"token\":\"\""),
    ] {
        assert!(good.expose().contains(from));
        let text = good.expose().replace(from, to);
        let read = Session::from_record(&Secret::from(text), &url("cms.example.com/blog"));
        let access = read.unwrap().access;
        assert!(access.is_none(), "{to}");
    }
}
