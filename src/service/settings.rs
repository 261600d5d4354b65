//! A kept instance's settings: its name, and how a sign-in through the browser may come back. Owns their
//! change; what they may be is `profile`'s.

use super::{Error, Service};
use crate::profile::{Profile, ProfileId, SsoPorts};

/// What is to be different. `None` leaves a setting as it is.
#[derive(Debug, Clone, Default)]
pub struct Change {
    /// The person's own name for the instance; one that is taken gets a number behind it.
    pub name: Option<String>,
    /// The loopback ports for a sign-in on the same host; `Some(None)` goes back to the built-in ones.
    pub sso_ports: Option<Option<SsoPorts>>,
    /// Whether a sign-in through the browser may be relayed.
    pub sso_relay: Option<bool>,
}

impl Service {
    /// Changes the settings of a kept instance and gives it back as it is kept now. [`Error::Gone`] when it is no
    /// longer there.
    pub async fn change(&self, id: &ProfileId, change: Change) -> Result<Profile, Error> {
        let key = id.clone();

        self.edit(move |profiles| {
            let mut profile = profiles.get(&key)?.clone();

            if let Some(name) = change.name {
                profile.name = name;
            }
            if let Some(ports) = change.sso_ports {
                profile.set_sso_ports(ports.as_ref());
            }
            if let Some(is_on) = change.sso_relay {
                profile.set_sso_relay(is_on);
            }

            Some(profiles.put(profile).clone())
        })
        .await?
        .ok_or(Error::Gone)
    }
}
