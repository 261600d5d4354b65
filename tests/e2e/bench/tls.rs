//! Certificates that are wrong on purpose, and a right one. Makes them; the fault server serves them.

use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair, date_time_ymd};
use rustls::ServerConfig;
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};

use std::sync::Arc;

/// What a certificate is like. All but [`Certificate::SelfSigned`] come from an authority of the
/// test's own, see [`Identity::authority_pem`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Certificate {
    /// Good for 127.0.0.1 and localhost, once the authority is trusted.
    Good,
    /// Good for the same names, signed by itself.
    SelfSigned,
    /// Ran out in 2020.
    Expired,
    /// Made out to another host.
    WrongHost,
}

/// A key with its certificate, ready to be served.
#[derive(Debug, Clone)]
pub(crate) struct Identity {
    config: Arc<ServerConfig>,
    authority: String,
}

impl Identity {
    /// Makes one.
    pub(crate) fn new(kind: Certificate) -> Self {
        let (authority, issuer) = authority();
        let names: &[&str] = match kind {
            Certificate::WrongHost => &["elsewhere.invalid"],
            _ => &["127.0.0.1", "localhost"],
        };
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        let mut params = CertificateParams::new(names).expect("host names");
        params
            .distinguished_name
            .push(DnType::CommonName, "latchkey bench server");
        params.not_before = date_time_ymd(2019, 1, 1);
        params.not_after = match kind {
            Certificate::Expired => date_time_ymd(2020, 1, 1),
            _ => date_time_ymd(2100, 1, 1),
        };
        let key = KeyPair::generate().expect("a key");
        let certificate = match kind {
            Certificate::SelfSigned => params.self_signed(&key),
            _ => params.signed_by(&key, &issuer),
        };
        let chain = vec![certificate.expect("a certificate").der().clone()];
        let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(key.serialize_der()));
        let _ = rustls::crypto::ring::default_provider().install_default();
        let config = ServerConfig::builder()
            .with_no_client_auth()
            .with_single_cert(chain, key)
            .expect("a server configuration");
        Self {
            config: Arc::new(config),
            authority,
        }
    }

    /// The certificate of the authority, to be trusted or not.
    pub(crate) fn authority_pem(&self) -> &str {
        &self.authority
    }

    pub(super) fn config(&self) -> Arc<ServerConfig> {
        Arc::clone(&self.config)
    }
}

fn authority() -> (String, Issuer<'static, KeyPair>) {
    let mut params = CertificateParams::new(Vec::new()).expect("no names");
    params
        .distinguished_name
        .push(DnType::CommonName, "latchkey bench authority");
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let key = KeyPair::generate().expect("a key");
    let certificate = params.self_signed(&key).expect("a certificate");
    (certificate.pem(), Issuer::new(params, key))
}
