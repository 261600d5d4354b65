//! Beginning a relayed round: the server is asked under the relay's own name, and what it says decides. Owns the lines
//! for the administrator; the requests are `directus`'s.

use url::Url;

use super::{Error, NoRouteReason, SsoError};
use crate::{
    directus::{Client, RelayAttempt, RelayStart},
    loopback::Binding,
    secret::Secret,
};

/// The round, or why the provider's answer would not come here.
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
