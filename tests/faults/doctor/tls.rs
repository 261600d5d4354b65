//! What is wrong with a certificate, and what the profile itself trusts.

use std::fs;

use latchkey::{
    directus::{self, TlsFault},
    service::{Error, InstanceCheck, Protection},
    text::Level,
};
use rcgen::{KeyPair, date_time_ymd};

use super::{CHECKS_OF_DIRECTUS, CheckResults, profile};
use crate::{
    certificates::{HERE, authority, config, params},
    server::{self, Server},
};

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
            params("other.invalid").signed_by(&other_key, &ours),
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
        assert_eq!(found.level("reachable"), Level::Passed);
        found.skips(&["directus"]);
        found.skips(&CHECKS_OF_DIRECTUS);
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
    assert_eq!(found.level("directus"), Level::Passed);

    let seen = server.requests().len();
    let mut without = profile(&server.url());
    without.ca_file = Some("/nonexistent/authority.pem".into());
    let found = CheckResults::of(without).await;
    assert_eq!(found.level("tls"), Level::Failed);
    found.skips(&["reachable", "directus"]);
    assert_eq!(server.requests().len(), seen);
}

/// Looks at `url` with a profile that trusts only this authority.
async fn trusting(url: &str, pem: &str) -> CheckResults {
    let file = tempfile::NamedTempFile::new().unwrap();
    fs::write(file.path(), pem).unwrap();
    let mut profile = profile(url);
    profile.ca_file = Some(file.path().to_owned());

    CheckResults::of(profile).await
}
