//! What the operating system does for Latchkey: it opens the browser, and knows who opens our links. Owns that these
//! calls, which block, are made on threads that may block, and the list of what the faces may use of `platform`
//! directly: calls about this process and its window.

use std::path::PathBuf;

use url::Url;

use crate::platform::{self, SchemeStatus};

pub use crate::platform::{
    StopSignal, disable_core_dumps, high_contrast_changes, install_link_delegate, is_wayland,
    languages, refuse_debuggers, stop_requests,
};

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

pub(super) async fn register_scheme() -> Result<Vec<PathBuf>, platform::Error> {
    tokio::task::spawn_blocking(platform::register_scheme)
        .await
        .unwrap_or_else(|error| Err(platform::Error::Register(error.to_string())))
}

pub(super) async fn unregister_scheme() -> Result<(), platform::Error> {
    tokio::task::spawn_blocking(platform::unregister_scheme)
        .await
        .unwrap_or_else(|error| Err(platform::Error::Register(error.to_string())))
}
