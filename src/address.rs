//! Addresses: of an instance as a person types it, of a proxy, of a provider's sign-in, and a host name as it may be
//! shown. Pure: nothing is looked up or contacted here.

mod host;
mod provider_name;
mod proxy;
mod server_url;

pub(crate) use host::display_domain;
pub use provider_name::{ProviderName, ProviderNameError};
pub use proxy::{ProxyAddress, ProxyError, ProxySetting};
pub use server_url::{HttpPolicy, ServerUrl, ServerUrlError};
