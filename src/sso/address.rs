//! The addresses the system browser is sent to. Built from the profile's own base and read back before they are
//! used, because a provider's name comes from the server (S-18).

use url::Url;

use crate::{address::ProviderName, identity::COMPANION_PATH, secret::Secret};

use super::Plan;

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
    let provider = ProviderName::parse(&plan.provider).map_err(|_| AddressError)?;
    let mut address = plan
        .instance
        .join_exactly(&format!("{COMPANION_PATH}/authorize"))
        .ok_or(AddressError)?;
    let _ = address
        .query_pairs_mut()
        .append_pair("provider", provider.as_str())
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
    let mut address = ProviderName::parse(&plan.provider)
        .and_then(|provider| provider.login_url(&plan.instance))
        .map_err(|_| AddressError)?;
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
