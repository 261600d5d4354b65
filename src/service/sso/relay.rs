//! Beginning a relayed round: the server is asked under the relay's own name, and what it says decides. Owns the lines
//! for the administrator; the requests are `directus`'s.

use url::Url;

use super::{Error, SsoError, WhyNot};
use crate::{
    directus::{Client, RelayBegun, RelayStart},
    loopback::Binding,
    secret::Secret,
};

/// The round, or why the provider's answer would not come here.
pub(super) async fn begin(
    client: &Client,
    provider: &str,
    binding: &Binding,
    otp: Option<&Secret>,
) -> Result<Result<RelayBegun, WhyNot>, Error> {
    let callback = binding
        .redirects()
        .first()
        .and_then(|redirect| Url::parse(redirect).ok())
        .ok_or(SsoError::ProviderName)?;

    Ok(match client.relay_begin(provider, &callback, otp).await? {
        RelayStart::Begun(begun) => Ok(*begun),
        RelayStart::Elsewhere => Err(WhyNot::NotRelayed {
            line: format!(
                "AUTH_ALLOWED_PUBLIC_URLS={}",
                callback.origin().ascii_serialization()
            ),
            callback: callback.into(),
        }),
        RelayStart::NotOffered => Err(WhyNot::NotOffered),
    })
}
