//! What the system does for Latchkey, asked off the thread that paints: who opens our links.

use super::Service;
use crate::platform::{self, SchemeStatus};

impl Service {
    /// Who opens `app.latchkey:` links for this person.
    pub async fn scheme_status(&self) -> SchemeStatus {
        tokio::task::spawn_blocking(platform::scheme_status)
            .await
            .unwrap_or_else(|error| SchemeStatus::Unknown(error.to_string()))
    }

    /// Makes this program the one that opens them, because the person asked for it.
    pub async fn register_scheme(&self) -> Result<(), platform::Error> {
        tokio::task::spawn_blocking(platform::register_scheme)
            .await
            .unwrap_or_else(|error| Err(platform::Error::Register(error.to_string())))
            .map(drop)
    }
}
