//! What the operating system does for Latchkey: it opens the browser, and knows who opens our links. Owns that these
//! calls, which block, are made on threads that may block.

use url::Url;

use crate::platform::{self, SchemeStatus};

pub(super) async fn open_browser(address: Url) -> Result<(), platform::Error> {
    tokio::task::spawn_blocking(move || platform::open_browser(&address))
        .await
        .unwrap_or_else(|error| Err(platform::Error::NoBrowser(error.to_string())))
}

pub(super) async fn scheme_status() -> SchemeStatus {
    tokio::task::spawn_blocking(platform::scheme_status)
        .await
        .unwrap_or_else(|error| SchemeStatus::Unknown(error.to_string()))
}

pub(super) async fn register_scheme() -> Result<(), platform::Error> {
    tokio::task::spawn_blocking(platform::register_scheme)
        .await
        .unwrap_or_else(|error| Err(platform::Error::Register(error.to_string())))
        .map(drop)
}
