//! Certificates and TLS that are wrong on purpose. Nothing may be sent to such a server.

use std::{io::Read, sync::Arc};

use latchkey::directus::{Client, Error, TlsFault};
use rcgen::{
    BasicConstraints, Certificate, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair,
    date_time_ymd,
};
use rustls::{
    ServerConfig,
    crypto::ring::default_provider,
    pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer},
};

use crate::{
    AMPLE_TIMEOUT, address, login,
    server::{self, Server},
};

pub(crate) type Authority = CertifiedIssuer<'static, KeyPair>;

pub(crate) const HERE: &str = "127.0.0.1";

#[tokio::test]
async fn r_07_expired() {
    let authority = authority("Ours");
    for (from, until) in [(2019, 2020), (2090, 2091)] {
        let mut params = params(HERE);
        params.not_before = date_time_ymd(from, 1, 1);
        params.not_after = date_time_ymd(until, 1, 1);

        assert_eq!(
            fault(&params, &authority).await,
            TlsFault::Expired,
            "{from}"
        );
    }
}

#[tokio::test]
async fn r_07_made_for_another_host() {
    assert_eq!(
        fault(&params("other.invalid"), &authority("Ours")).await,
        TlsFault::WrongHost
    );
}

#[tokio::test]
async fn r_07_unknown_authority() {
    let stranger = authority("Theirs");
    let key = KeyPair::generate().unwrap();
    let leaf = params(HERE).signed_by(&key, &stranger).unwrap();

    let found = refused_by(&leaf, &key, &authority("Ours").pem()).await;
    assert_eq!(found, TlsFault::UnknownAuthority);
}

#[tokio::test]
async fn r_07_signed_by_itself() {
    for is_ca in [IsCa::NoCa, IsCa::Ca(BasicConstraints::Unconstrained)] {
        let mut params = params(HERE);
        params.is_ca = is_ca;
        let key = KeyPair::generate().unwrap();
        let leaf = params.self_signed(&key).unwrap();

        let found = refused_by(&leaf, &key, &authority("Ours").pem()).await;
        assert_eq!(found, TlsFault::SelfSigned, "{:?}", params.is_ca);
    }
}

#[tokio::test]
async fn r_07_no_tls_at_all() {
    let plain = Server::new(server::directus);
    let mute = Server::raw(|mut stream, _| {
        let greeting = stream.read(&mut [0; 4096]);
        assert!(greeting.is_ok_and(|length| length > 0));
    });
    for port in [plain.port(), mute.port()] {
        let pem = authority("Ours").pem();
        let error = login(&trusting(&format!("https://{HERE}:{port}"), &pem)).await;
        let Err(Error::Tls {
            host,
            fault,
            fingerprint,
        }) = error
        else {
            panic!("{error:?}");
        };
        assert_eq!(
            (host, fault, fingerprint),
            (format!("{HERE}:{port}"), TlsFault::NotTls, None)
        );
    }
    assert_eq!(plain.requests().len(), 0);
}

#[tokio::test]
async fn r_07_a_private_authority_works_for_its_profile_only() {
    let authority = authority("Ours");
    let key = KeyPair::generate().unwrap();
    let leaf = params(HERE).signed_by(&key, &authority).unwrap();
    let server = Server::tls(config(&leaf, &key), server::directus);

    let info = trusting(&server.url(), &authority.pem())
        .server_info()
        .await
        .unwrap();
    assert_eq!(info.project.name.as_deref(), Some("Acme"));

    let seen = server.requests().len();
    let stranger = self::authority("Theirs").pem();
    assert!(
        trusting(&server.url(), &stranger)
            .server_info()
            .await
            .is_err()
    );
    assert_eq!(server.requests().len(), seen);
}

#[tokio::test]
async fn s_33_a_certificate_signed_by_itself_can_be_trusted_for_its_profile() {
    // Without the mark of an authority, as careful tools make certificates, and with it, as `openssl req -x509` does.
    for is_ca in [IsCa::NoCa, IsCa::Ca(BasicConstraints::Unconstrained)] {
        let mut params = params(HERE);
        params.is_ca = is_ca;
        let key = KeyPair::generate().unwrap();
        let own = params.self_signed(&key).unwrap();
        let server = Server::tls(config(&own, &key), server::directus);

        let info = trusting(&server.url(), &own.pem()).server_info().await;
        assert!(info.is_ok(), "{:?}: {info:?}", params.is_ca);
    }
}

#[tokio::test]
async fn s_33_a_trusted_certificate_is_still_held_to_host_and_time() {
    let own_authority = |name: &str, until: i32| {
        let mut params = params(name);
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        params.not_before = date_time_ymd(2019, 1, 1);
        params.not_after = date_time_ymd(until, 1, 1);
        let key = KeyPair::generate().unwrap();
        (params.self_signed(&key).unwrap(), key)
    };

    let (expired, key) = own_authority(HERE, 2020);
    assert_eq!(
        refused_by(&expired, &key, &expired.pem()).await,
        TlsFault::Expired
    );

    let (elsewhere, key) = own_authority("other.invalid", 2090);
    assert_eq!(
        refused_by(&elsewhere, &key, &elsewhere.pem()).await,
        TlsFault::WrongHost
    );

    // Another certificate for the same names.
    let (given, _) = own_authority(HERE, 2090);
    let (presented, key) = own_authority(HERE, 2090);
    assert_eq!(
        refused_by(&presented, &key, &given.pem()).await,
        TlsFault::SelfSigned
    );
}

pub(crate) fn authority(name: &str) -> Authority {
    let mut params = params("ca.invalid");
    params.distinguished_name.push(DnType::CommonName, name);
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);

    CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap()
}

pub(crate) fn params(name: &str) -> CertificateParams {
    let mut params = CertificateParams::new(vec![name.to_owned()]).unwrap();
    params
        .distinguished_name
        .push(DnType::OrganizationName, "Latchkey tests");
    params
}

pub(crate) fn config(leaf: &Certificate, key: &KeyPair) -> Arc<ServerConfig> {
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(key.serialize_der()));
    let builder = ServerConfig::builder_with_provider(Arc::new(default_provider()));
    let config = builder
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![leaf.der().clone()], key);

    Arc::new(config.unwrap())
}

fn trusting(url: &str, pem: &str) -> Client {
    Client::with_timeouts(
        &address(url),
        Some(pem.as_bytes()),
        AMPLE_TIMEOUT,
        AMPLE_TIMEOUT,
    )
    .unwrap()
}

/// The fault of a certificate issued by an authority that is trusted.
async fn fault(params: &CertificateParams, authority: &Authority) -> TlsFault {
    let key = KeyPair::generate().unwrap();
    let leaf = params.signed_by(&key, authority).unwrap();

    refused_by(&leaf, &key, &authority.pem()).await
}

/// Signs in at a server with `leaf`: it must be refused, shown by its fingerprint, and nothing sent.
async fn refused_by(leaf: &Certificate, key: &KeyPair, trusted: &str) -> TlsFault {
    let server = Server::tls(config(leaf, key), server::directus);
    let error = login(&trusting(&server.url(), trusted)).await;
    let Err(Error::Tls {
        fault, fingerprint, ..
    }) = error
    else {
        panic!("{error:?}");
    };

    let digest = ring::digest::digest(&ring::digest::SHA256, leaf.der());
    let pairs: Vec<_> = digest
        .as_ref()
        .iter()
        .map(|byte| format!("{byte:02X}"))
        .collect();
    assert_eq!(fingerprint, Some(pairs.join(":")));
    assert_eq!((server.requests().len(), server.connections()), (0, 1));
    fault
}
