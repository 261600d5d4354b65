//! The settings of an added instance: its name and place in the list, how a sign-in through the browser may come back,
//! and how its server is connected to. Owns the change; which values are allowed is `profile`'s.

use std::path::PathBuf;

use super::{
    clients::{Clients, ConnectionSettings},
    disk::Disk,
    error::Error,
};
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
    /// Certificate authorities for this instance only, as an absolute path; `Some(None)` trusts the system's alone
    /// (S-33).
    pub ca_file: Option<Option<PathBuf>>,
    /// The proxy for this instance.
    pub proxy: Option<ProxySetting>,
    /// The place in the person's order, from 0; one beyond the end is the last.
    pub position: Option<usize>,
}

#[derive(Debug, Clone)]
pub(super) struct ProfileSettings {
    pub(super) disk: Disk,
    pub(super) clients: Clients,
}

impl ProfileSettings {
    /// Changes the settings and returns the profile as it is stored now. [`Error::ProfileRemoved`] when there is no such
    /// profile any more; [`Error::CaFile`] and [`Error::Directus`] when the certificate file cannot be used, and then
    /// nothing is changed.
    pub(super) async fn change(
        &self,
        id: &ProfileId,
        changes: ProfileChanges,
    ) -> Result<Profile, Error> {
        let key = id.clone();

        if let Some(Some(_)) = &changes.ca_file {
            let profile = self.disk.profile(id).await?;
            let settings = ConnectionSettings {
                ca_file: changes.ca_file.clone().flatten(),
                proxy: profile.proxy(),
            };
            let _ = self.clients.build(profile.url.clone(), settings).await?;
        }

        self.disk
            .edit_profiles(move |profiles| {
                let mut profile = profiles.get(&key)?.clone();

                if let Some(name) = changes.name {
                    profile.name = name;
                }
                if let Some(ports) = changes.sso_ports {
                    profile.set_sso_ports(ports.as_ref());
                }
                if let Some(is_on) = changes.sso_relay {
                    profile.set_sso_relay(is_on);
                }
                if let Some(ca_file) = changes.ca_file {
                    profile.ca_file = ca_file;
                }
                if let Some(proxy) = changes.proxy {
                    profile.set_proxy(&proxy);
                }

                let profile = profiles.put(profile).clone();
                if let Some(position) = changes.position {
                    let _ = profiles.reorder(&key, position);
                }

                Some(profile)
            })
            .await?
            .ok_or(Error::ProfileRemoved)
    }

    /// Moves an instance to where `other` is in the person's order; `other` and those between make room.
    /// [`Error::ProfileRemoved`] when one of them does not exist any more.
    pub(super) async fn move_to_place_of(
        &self,
        id: &ProfileId,
        other: &ProfileId,
    ) -> Result<(), Error> {
        let (id, other) = (id.clone(), other.clone());

        self.disk
            .edit_profiles(move |profiles| profiles.move_to_place_of(&id, &other))
            .await?
            .then_some(())
            .ok_or(Error::ProfileRemoved)
    }
}
