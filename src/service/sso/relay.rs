//! Beginning a relayed sign-in: the server is asked under the address of Latchkey's own port, and its answer decides
//! whether the provider would answer there. Owns the lines for the administrator; the requests are `directus`'s.

use url::Url;

use crate::{
    directus::{Client, RelayAttempt, RelayStart},
    loopback::Binding,
    secret::Secret,
    service::error::{Error, NoRouteReason, SsoError},
};

/// The attempt, or why the provider's answer would not come here.
pub(super) async fn begin_relay(
    client: &Client,
    provider: &str,
    binding: &Binding,
    otp: Option<&Secret>,
) -> Result<Result<RelayAttempt, NoRouteReason>, Error> {
    let callback = binding
        .redirect_uris()
        .first()
        .and_then(|redirect| Url::parse(redirect).ok())
        .ok_or(SsoError::ProviderName)?;

    Ok(match client.start_relay(provider, &callback, otp).await? {
        RelayStart::Started(begun) => Ok(*begun),
        RelayStart::NotRelayable => Err(NoRouteReason::NotRelayed {
            line: format!(
                "AUTH_ALLOWED_PUBLIC_URLS={}",
                callback.origin().ascii_serialization()
            ),
            callback: callback.into(),
        }),
        RelayStart::UnknownProvider => Err(NoRouteReason::NotOffered),
    })
}
