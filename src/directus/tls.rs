//! TLS for the client: the operating system's trust store plus the profile's own authorities (S-33), and what is
//! worth telling of a certificate that was refused. Nothing here accepts what the system refuses, but the very
//! certificate a person put into the profile's file.

use std::{fmt, sync::Arc};

use rustls::{
    CertificateError, ClientConfig, DigitallySignedStruct, OtherError, RootCertStore,
    SignatureScheme,
    client::{
        danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier},
        verify_server_name,
    },
    crypto::ring::default_provider,
    pki_types::{CertificateDer, ServerName, UnixTime, pem::PemObject},
    server::ParsedCertificate,
};
use rustls_platform_verifier::Verifier;

use super::{Error, TlsFault};

/// TLS settings of one client. `https` is whether the instance is reached by https: only then is it an error that
/// this machine knows no authorities at all.
pub(super) fn config(ca_pem: Option<&[u8]>, https: bool) -> Result<ClientConfig, Error> {
    // The provider is handed over instead of installed: no process-wide state, nothing to be installed twice.
    let provider = Arc::new(default_provider());
    let builder = ClientConfig::builder_with_provider(Arc::clone(&provider))
        .with_safe_default_protocol_versions()
        .map_err(|error| setup_error(&error))?;

    let own = ca_pem.map_or_else(|| Ok(Vec::new()), certificates)?;
    let verifier = if own.is_empty() {
        Verifier::new(provider)
    } else {
        Verifier::new_with_extra_roots(own.clone(), provider)
    };
    let mut config = match verifier {
        Ok(system) => {
            let telling = Arc::new(ReportingVerifier {
                system,
                own_certificates: own,
            });
            builder
                .dangerous()
                .with_custom_certificate_verifier(telling)
        }
        Err(error) if https => return Err(setup_error(&error)),
        Err(_) => builder.with_root_certificates(RootCertStore::empty()),
    }
    .with_no_client_auth();
    config.alpn_protocols = vec![b"http/1.1".to_vec()];

    Ok(config)
}

fn setup_error(error: &rustls::Error) -> Error {
    Error::Setup(error.to_string())
}

/// The certificates of a PEM file; keys and comments in it are passed over.
fn certificates(pem: &[u8]) -> Result<Vec<CertificateDer<'static>>, Error> {
    let read: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(pem).collect();
    match read {
        Ok(list) if list.is_empty() => Err(Error::Setup(
            "there is no certificate in the file".to_owned(),
        )),
        Ok(list) => Ok(list),
        Err(_) => Err(Error::Setup("the certificate file is damaged".to_owned())),
    }
}

/// The system's verifier. Its errors carry the certificate that was refused.
#[derive(Debug)]
struct ReportingVerifier {
    system: Verifier,
    /// The certificates of the profile's file.
    own_certificates: Vec<CertificateDer<'static>>,
}

impl ReportingVerifier {
    /// Accepts a refused certificate if it is, byte for byte, one the person gave for this profile, made for this
    /// host and valid now, and was refused for one thing only: that it is an authority's own. `openssl req -x509`
    /// marks every certificate so, and people have such a one for their own server (S-33).
    fn accept_own_certificate(
        &self,
        error: rustls::Error,
        leaf: &CertificateDer<'_>,
        name: &ServerName<'_>,
    ) -> Result<ServerCertVerified, rustls::Error> {
        // The verifier reports this after it has checked the time of validity and before it checks the name.
        let marked = matches!(
            &error,
            rustls::Error::InvalidCertificate(CertificateError::Other(reason))
                if reason.0.to_string() == "CaUsedAsEndEntity"
        );
        if !marked || !self.own_certificates.iter().any(|own| own == leaf) {
            return Err(error);
        }
        verify_server_name(&ParsedCertificate::try_from(leaf)?, name)?;

        Ok(ServerCertVerified::assertion())
    }
}

impl ServerCertVerifier for ReportingVerifier {
    fn verify_server_cert(
        &self,
        leaf: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        name: &ServerName<'_>,
        ocsp: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        self.system
            .verify_server_cert(leaf, intermediates, name, ocsp, now)
            .or_else(|error| self.accept_own_certificate(error, leaf, name))
            .map_err(|error| {
                let refused = RefusedCertificate {
                    fault: certificate_fault(&error, leaf),
                    fingerprint: fingerprint(leaf),
                };
                rustls::Error::InvalidCertificate(CertificateError::Other(OtherError(Arc::new(
                    refused,
                ))))
            })
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        self.system
            .verify_tls12_signature(message, certificate, signature)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        self.system
            .verify_tls13_signature(message, certificate, signature)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.system.supported_verify_schemes()
    }
}

/// Travels inside the TLS library's error, so that the very certificate that was refused is shown: asking for it
/// again could show another one, and would go around the proxy.
#[derive(Debug)]
struct RefusedCertificate {
    fault: TlsFault,
    fingerprint: String,
}

impl fmt::Display for RefusedCertificate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.fault.fmt(f)
    }
}

impl std::error::Error for RefusedCertificate {}

/// What a failed handshake says, and the fingerprint of the certificate if that was the reason.
pub(super) fn handshake_fault(error: &rustls::Error) -> (TlsFault, Option<String>) {
    use rustls::AlertDescription as Alert;

    match error {
        rustls::Error::InvalidCertificate(CertificateError::Other(other)) => {
            match other.0.downcast_ref::<RefusedCertificate>() {
                Some(refused) => (refused.fault.clone(), Some(refused.fingerprint.clone())),
                None => (TlsFault::Other(error.to_string()), None),
            }
        }
        rustls::Error::InvalidMessage(_)
        | rustls::Error::PeerIncompatible(_)
        | rustls::Error::AlertReceived(
            Alert::HandshakeFailure | Alert::ProtocolVersion | Alert::InsufficientSecurity,
        ) => (TlsFault::NotTls, None),
        other => (TlsFault::Other(other.to_string()), None),
    }
}

fn certificate_fault(error: &rustls::Error, leaf: &CertificateDer<'_>) -> TlsFault {
    let rustls::Error::InvalidCertificate(reason) = error else {
        return TlsFault::Other(error.to_string());
    };

    match reason {
        CertificateError::Expired
        | CertificateError::ExpiredContext { .. }
        | CertificateError::NotValidYet
        | CertificateError::NotValidYetContext { .. } => TlsFault::Expired,
        CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
            TlsFault::WrongHost
        }
        CertificateError::Revoked => TlsFault::Revoked,
        // A certificate signed by itself is refused for its unknown issuer, or for being an authority's own.
        CertificateError::UnknownIssuer | CertificateError::Other(_) if is_self_signed(leaf) => {
            TlsFault::SelfSigned
        }
        CertificateError::UnknownIssuer => TlsFault::UnknownAuthority,
        other => TlsFault::Other(other.to_string()),
    }
}

/// SHA-256 as people compare it: `AB:CD:…`.
fn fingerprint(certificate: &CertificateDer<'_>) -> String {
    let digest = ring::digest::digest(&ring::digest::SHA256, certificate);
    let pairs: Vec<_> = digest
        .as_ref()
        .iter()
        .map(|byte| format!("{byte:02X}"))
        .collect();

    pairs.join(":")
}

/// Whether issuer and subject are the same name (RFC 5280 §4.1.2: version, serial, signature, issuer, validity,
/// subject). Only chooses the sentence a person reads; trust was refused before.
fn is_self_signed(certificate: &[u8]) -> bool {
    const SEQUENCE: u8 = 0x30;
    const VERSION: u8 = 0xa0;

    let names = || {
        let (_, outer, _) = der_element(certificate)?;
        let (_, to_be_signed, _) = der_element(outer)?;
        let (first, _, after_version) = der_element(to_be_signed)?;
        let fields = if first == VERSION {
            after_version
        } else {
            to_be_signed
        };
        let (_, _, rest) = der_element(fields)?;
        let (_, _, rest) = der_element(rest)?;
        let (issuer_tag, issuer, rest) = der_element(rest)?;
        let (_, _, rest) = der_element(rest)?;
        let (subject_tag, subject, _) = der_element(rest)?;

        (issuer_tag == SEQUENCE && subject_tag == SEQUENCE).then_some((issuer, subject))
    };

    names().is_some_and(|(issuer, subject)| issuer == subject)
}

/// One DER element: tag, content, what follows.
fn der_element(der: &[u8]) -> Option<(u8, &[u8], &[u8])> {
    let (&[tag, short], rest) = der.split_first_chunk::<2>()?;
    let (length, rest) = if short < 0x80 {
        (usize::from(short), rest)
    } else {
        let (digits, rest) = rest.split_at_checked(usize::from(short & 0x7f))?;
        let fits = (1..=4).contains(&digits.len());
        let length = digits
            .iter()
            .fold(0, |length, digit| length << 8 | usize::from(*digit));
        (fits.then_some(length)?, rest)
    };
    let (content, rest) = rest.split_at_checked(length)?;

    Some((tag, content, rest))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may stop at once")]

    use rcgen::{CertificateParams, CertifiedIssuer, KeyPair};

    use super::*;

    #[test]
    fn r_07_self_signed_is_read_from_the_names() {
        let own = rcgen::generate_simple_self_signed(["a.test".to_owned()]).unwrap();
        assert!(is_self_signed(own.cert.der()));

        let key = KeyPair::generate().unwrap();
        let mut params = CertificateParams::new(Vec::new()).unwrap();
        params
            .distinguished_name
            .push(rcgen::DnType::CommonName, "Private CA");
        let authority = CertifiedIssuer::self_signed(params, key).unwrap();
        let leaf = CertificateParams::new(vec!["a.test".to_owned()]).unwrap();
        let issued = leaf
            .signed_by(&KeyPair::generate().unwrap(), &authority)
            .unwrap();
        assert!(!is_self_signed(issued.der()));
    }

    #[test]
    fn r_07_broken_certificates_are_not_read_past_their_end() {
        let own = rcgen::generate_simple_self_signed(["a.test".to_owned()]).unwrap();
        let der = own.cert.der();

        for end in 0..der.len() {
            assert!(!is_self_signed(&der[..end]), "{end}");
        }
        assert!(!is_self_signed(&[0x30, 0xff, 1, 2, 3]));
        assert!(!is_self_signed(&[0x30, 0x80]));
    }

    #[test]
    fn r_07_fingerprint_is_sha_256_in_pairs() {
        let empty = fingerprint(&CertificateDer::from(Vec::new()));

        assert!(empty.starts_with("E3:B0:C4:42:98:FC:1C:14:"), "{empty}");
        assert_eq!(empty.len(), 95);
    }

    #[test]
    fn a_certificate_file_without_certificate_is_refused() {
        for bad in [
            "",
            "nothing",
            "-----BEGIN CERTIFICATE-----\n!!!\n-----END CERTIFICATE-----\n",
        ] {
            assert!(
                matches!(config(Some(bad.as_bytes()), true), Err(Error::Setup(_))),
                "{bad:?}"
            );
        }
    }
}
