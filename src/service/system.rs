//! What the operating system does for Latchkey. Owns the calls about the URL scheme, which run off the thread that
//! paints, and the list of what the faces may use of `platform` directly: calls about this process and its window.

use std::path::PathBuf;

use super::{SchemeStatus, Service, SystemError};
use crate::platform;

pub use crate::platform::{
    StopSignal, disable_core_dumps, high_contrast_changes, install_link_delegate, is_wayland,
    languages, refuse_debuggers, stop_requests,
};

impl Service {
    /// Who opens `app.latchkey:` links for this user.
    pub async fn scheme_status(&self) -> SchemeStatus {
        tokio::task::spawn_blocking(platform::scheme_status)
            .await
            .unwrap_or_else(|error| SchemeStatus::Unknown(error.to_string()))
    }

    /// Makes this program the one that opens them, for this user. Returns the files that were written.
    pub async fn register_scheme(&self) -> Result<Vec<PathBuf>, SystemError> {
        tokio::task::spawn_blocking(platform::register_scheme)
            .await
            .unwrap_or_else(|error| Err(SystemError::Register(error.to_string())))
    }

    /// Undoes [`Self::register_scheme`]; leaves another program's registration alone.
    pub async fn unregister_scheme(&self) -> Result<(), SystemError> {
        tokio::task::spawn_blocking(platform::unregister_scheme)
            .await
            .unwrap_or_else(|error| Err(SystemError::Register(error.to_string())))
    }
}
