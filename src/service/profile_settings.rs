//! A kept instance's settings: its name and place in the list, how a sign-in through the browser may come back, and the
//! way to the server. Owns their change; what they may be is `profile`'s.

use std::path::PathBuf;

use super::{ConnectionSettings, Error, Service};
use crate::{
    address::ProxySetting,
    profile::{Profile, ProfileId, SsoPorts},
};

/// What is to be different. `None` leaves a setting as it is.
#[derive(Debug, Clone, Default)]
pub struct ProfileChanges {
    /// The person's own name for the instance; one that is taken gets a number behind it.
    pub name: Option<String>,
    /// The loopback ports for a sign-in on the same host; `Some(None)` goes back to the built-in ones.
    pub sso_ports: Option<Option<SsoPorts>>,
    /// Whether a sign-in through the browser may be relayed.
    pub sso_relay: Option<bool>,
    /// Certificate authorities for this instance only (S-33), as an absolute path; `Some(None)` trusts the system's
    /// alone.
    pub ca_file: Option<Option<PathBuf>>,
    /// The proxy for this instance.
    pub proxy: Option<ProxySetting>,
    /// The place in the person's order, from 0; one beyond the end is the last.
    pub position: Option<usize>,
}

impl Service {
    /// Changes the settings of a kept instance and gives it back as it is kept now. [`Error::ProfileRemoved`] when it is no
    /// longer there, [`Error::CaFile`] and [`Error::Directus`] when the file of certificates cannot be used: then
    /// nothing is changed.
    pub async fn change_profile(
        &self,
        id: &ProfileId,
        change: ProfileChanges,
    ) -> Result<Profile, Error> {
        let key = id.clone();

        if let Some(Some(_)) = &change.ca_file {
            let profile = self.profile(id).await?;
            let reach = ConnectionSettings {
                ca_file: change.ca_file.clone().flatten(),
                proxy: profile.proxy(),
            };
            let _ = self.new_client(profile.url.clone(), reach).await?;
        }

        self.edit_profiles(move |profiles| {
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
            if let Some(ca_file) = change.ca_file {
                profile.ca_file = ca_file;
            }
            if let Some(proxy) = change.proxy {
                profile.set_proxy(&proxy);
            }

            let profile = profiles.put(profile).clone();
            if let Some(position) = change.position {
                let _ = profiles.reorder(&key, position);
            }

            Some(profile)
        })
        .await?
        .ok_or(Error::ProfileRemoved)
    }

    /// Moves a kept instance to where `other` is in the person's order; that one and those between make room.
    /// [`Error::ProfileRemoved`] when one of them is no longer there.
    pub async fn move_to_place_of(&self, id: &ProfileId, other: &ProfileId) -> Result<(), Error> {
        let (id, other) = (id.clone(), other.clone());

        self.edit_profiles(move |profiles| profiles.move_to_place_of(&id, &other))
            .await?
            .then_some(())
            .ok_or(Error::ProfileRemoved)
    }
}
