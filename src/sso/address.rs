//! The addresses the system browser is sent to. Built from the profile's own base and read back before they are
//! used, because a provider's name comes from the server (S-18).

use std::fmt::Write;

use url::Url;

use crate::{identity::COMPANION_PATH, secret::Secret};

use super::Plan;

/// Longest provider name that is believed, in bytes.
const MAX_PROVIDER_BYTES: usize = 128;

/// No browser is opened: the provider's name would lead elsewhere than to this instance's sign-in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the provider's name does not make an address of this instance")]
pub struct AddressError;

/// `BASE/latchkey/authorize?…` (the companion's protocol, RFC 6749 §4.1.1 with RFC 7636 §4.3).
pub(super) fn hand_off(
    plan: &Plan,
    state: &str,
    challenge: &str,
    otp: Option<&Secret>,
) -> Result<Url, AddressError> {
    let _ = segment(&plan.provider)?;
    let mut address = address_below(plan, &[COMPANION_PATH, "authorize"])?;
    let _ = address
        .query_pairs_mut()
        .append_pair("provider", &plan.provider)
        .append_pair("redirect_uri", plan.redirect_uri.as_str())
        .append_pair("state", state)
        .append_pair("code_challenge", challenge)
        .append_pair("code_challenge_method", "S256");

    Ok(with_otp(address, otp))
}

/// `BASE/auth/login/P?redirect=REDIRECT?state=…` (Directus keeps the redirect's query on success).
pub(super) fn same_host(
    plan: &Plan,
    state: &str,
    otp: Option<&Secret>,
) -> Result<Url, AddressError> {
    let mut address = address_below(plan, &["auth", "login", &segment(&plan.provider)?])?;
    let mut redirect = plan.redirect_uri.clone();
    let _ = redirect.query_pairs_mut().append_pair("state", state);
    let _ = address
        .query_pairs_mut()
        .append_pair("redirect", redirect.as_str());

    Ok(with_otp(address, otp))
}

fn with_otp(mut address: Url, otp: Option<&Secret>) -> Url {
    if let Some(otp) = otp {
        let _ = address.query_pairs_mut().append_pair("otp", otp.expose());
    }

    address
}

/// The address of these already encoded segments below the instance, proven to be just that.
fn address_below(plan: &Plan, segments: &[&str]) -> Result<Url, AddressError> {
    let base = plan.instance.url();
    let path = format!(
        "{}/{}",
        base.path().trim_end_matches('/'),
        segments.join("/")
    );
    let written = format!("{}{path}", base.origin().ascii_serialization());
    let read = Url::parse(&written).map_err(|_| AddressError)?;

    if read.origin() == base.origin()
        && read.path() == path
        && read.query().is_none()
        && read.fragment().is_none()
    {
        Ok(read)
    } else {
        Err(AddressError)
    }
}

/// One path segment: every byte but the unreserved ones of RFC 3986 §2.3 is percent-encoded. `.` and `..` have
/// no harmless form, WHATWG parsers read even `%2e` as a dot.
fn segment(name: &str) -> Result<String, AddressError> {
    if matches!(name, "" | "." | "..") || name.len() > MAX_PROVIDER_BYTES {
        return Err(AddressError);
    }

    let mut encoded = String::with_capacity(name.len());
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            // Writing to a string does not fail.
            let _ = write!(encoded, "%{byte:02X}");
        }
    }

    Ok(encoded)
}
