//! Which route a provider's sign-in can take to this machine, found out without a browser. Owns the order in which the
//! routes are tried and the line an administrator would have to add.

use url::Url;

use crate::{
    directus::{Client, Companion, RedirectCheck},
    identity::COMPANION_PATH,
    loopback::{Binding, PINNED_PORTS},
    profile::Profile,
    service::error::{Error, NoRouteReason, SsoError},
};

/// The version of the companion's protocol that this Latchkey speaks.
pub(crate) const COMPANION_PROTOCOL: u64 = 1;

/// Which route a sign-in with a provider can take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SsoRoute {
    /// The companion answers: any loopback port.
    HandOff,
    /// The instance is on this machine, and the server lets the browser come back to a pinned port.
    SameHost,
    /// The server takes Latchkey's port for one of its own addresses, and the person said so.
    Relay,
    /// None of these; nothing was opened.
    None(NoRouteReason),
}

/// A route with what it takes to go it.
#[derive(Debug)]
pub(super) enum PlannedRoute {
    HandOff(Companion),
    SameHost(Binding),
    Relay(Binding),
    None(NoRouteReason),
}

/// The pinned ports for this instance: its own, or the built-in ones.
fn pinned_ports(profile: &Profile) -> Vec<u16> {
    profile
        .sso_ports()
        .map_or_else(|| PINNED_PORTS.to_vec(), |ports| ports.as_slice().to_vec())
}

pub(super) async fn plan_route(
    client: &Client,
    provider: &str,
    profile: &Profile,
) -> Result<PlannedRoute, Error> {
    let ports = pinned_ports(profile);
    let Some(companion) = client.companion().await? else {
        let relay = ports
            .first()
            .filter(|_| profile.sso_relay())
            .and_then(|port| Binding::relay(provider, *port));

        return match relay {
            Some(binding) => Ok(PlannedRoute::Relay(binding)),
            None => route_without_companion(client, provider, &ports).await,
        };
    };

    if companion.protocol_version != COMPANION_PROTOCOL {
        return Ok(PlannedRoute::None(NoRouteReason::CompanionVersion(
            companion.protocol_version,
        )));
    }
    if !companion.is_this_instance {
        return Err(SsoError::OtherAddress(companion.issuer).into());
    }
    if !companion.supports_s256 {
        return Err(SsoError::NoS256.into());
    }

    // Directus redirects to the companion's own page, which has Directus's own address and needs to be on no list. So
    // the only question is whether the server offers the provider.
    let finish = client.base().join(&format!("{COMPANION_PATH}/finish"));

    match client.check_redirect(provider, &finish).await? {
        RedirectCheck::Allowed => Ok(PlannedRoute::HandOff(companion)),
        RedirectCheck::UnknownProvider => Ok(PlannedRoute::None(NoRouteReason::NotOffered)),
        RedirectCheck::NotAllowed => Err(SsoError::OtherAddress(companion.issuer).into()),
    }
}

/// An instance on this machine may send the browser, and its cookie with it, to a port of the same host name.
async fn route_without_companion(
    client: &Client,
    provider: &str,
    ports: &[u16],
) -> Result<PlannedRoute, Error> {
    let Some(binding) = Binding::same_host(client.base(), ports) else {
        return Ok(PlannedRoute::None(
            match client.check_redirect(provider, client.base().url()).await? {
                RedirectCheck::UnknownProvider => NoRouteReason::NotOffered,
                RedirectCheck::Allowed | RedirectCheck::NotAllowed => NoRouteReason::NoCompanion,
            },
        ));
    };
    let mut allowed = Vec::new();

    for (&port, redirect) in ports.iter().zip(binding.redirect_uris()) {
        let Ok(redirect) = Url::parse(&redirect) else {
            continue;
        };

        match client.check_redirect(provider, &redirect).await? {
            RedirectCheck::Allowed => allowed.push(port),
            RedirectCheck::NotAllowed => {}
            RedirectCheck::UnknownProvider => {
                return Ok(PlannedRoute::None(NoRouteReason::NotOffered));
            }
        }
    }

    let allowed = Binding::same_host(client.base(), &allowed).filter(|_| !allowed.is_empty());

    Ok(allowed.map_or_else(
        || {
            PlannedRoute::None(NoRouteReason::RedirectNotAllowed {
                line: allow_list_line(provider, &binding.redirect_uris()),
            })
        },
        PlannedRoute::SameHost,
    ))
}

/// `AUTH_<PROVIDER>_REDIRECT_ALLOW_LIST=…`, as Directus spells the variable of a provider.
fn allow_list_line(provider: &str, redirects: &[String]) -> String {
    format!(
        "AUTH_{}_REDIRECT_ALLOW_LIST={}",
        provider.to_uppercase(),
        redirects.join(",")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r_35_the_line_to_add_is_the_whole_line() {
        assert_eq!(
            allow_list_line("corp", &["http://127.0.0.1:28517/callback".to_owned()]),
            "AUTH_CORP_REDIRECT_ALLOW_LIST=http://127.0.0.1:28517/callback"
        );
    }
}
