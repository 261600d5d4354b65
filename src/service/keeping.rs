//! Keeping a session: in the keyring, or for this run only when the keyring cannot. Owns that choice and the
//! reading back; the record's form is `session`'s, the keyring `vault`'s.

use std::time::Duration;

use super::{Error, Service, StoredIn, locked};
use crate::{
    profile::{Profile, ProfileId},
    session::Session,
    vault::{Lookup, Trouble},
};

/// How long a fresh session may wait for the keyring, unlock prompt included, before it is kept in memory.
const KEEP_LIMIT: Duration = Duration::from_secs(30);

/// A session the keyring could not keep, and why.
#[derive(Debug, Clone)]
pub(super) struct Unkept {
    session: Session,
    why: Trouble,
}

/// A session and where it is kept.
#[derive(Debug, Clone)]
pub(super) struct Kept {
    pub(super) session: Session,
    pub(super) stored_in: StoredIn,
}

impl Service {
    /// Keeps `session`. Never fails: what the keyring refuses stays in memory, and the caller says so.
    pub(super) async fn keep(&self, profile: &Profile, session: Session) -> Kept {
        let written = self
            .inner
            .vault
            .write(
                &profile.id,
                &session.to_record(),
                &format!("{}: {}", crate::identity::PRODUCT, profile.name),
                KEEP_LIMIT,
            )
            .await;

        match written {
            Ok(()) => {
                let _ = locked(&self.inner.unkept).remove(&profile.id);

                Kept {
                    session,
                    stored_in: StoredIn::Keyring,
                }
            }
            Err(why) => {
                tracing::warn!(%why, "the session is kept in memory only");
                let unkept = Unkept {
                    session: session.clone(),
                    why: why.clone(),
                };
                let _ = locked(&self.inner.unkept).insert(profile.id.clone(), unkept);

                Kept {
                    session,
                    stored_in: StoredIn::Memory(why),
                }
            }
        }
    }

    /// The profile's session: the one this run holds for a keyring that refused it, else the keyring's.
    /// `Ok(None)` only when the keyring itself said that there is none.
    pub(super) async fn kept(
        &self,
        profile: &Profile,
        limit: Duration,
    ) -> Result<Option<Kept>, Error> {
        let unkept = locked(&self.inner.unkept).get(&profile.id).cloned();

        if let Some(Unkept { session, why }) = unkept {
            return Ok(Some(Kept {
                session,
                stored_in: StoredIn::Memory(why),
            }));
        }

        match self.inner.vault.read(&profile.id, limit).await {
            Lookup::Found(record) => Ok(Some(Kept {
                session: Session::from_record(&record, &profile.url)?,
                stored_in: StoredIn::Keyring,
            })),
            Lookup::Absent => Ok(None),
            Lookup::Trouble(trouble) => Err(Error::Vault(trouble)),
        }
    }

    /// Tries once more to put a session the keyring refused into it, for the moment it is unlocked or back.
    pub(super) async fn keep_again(&self, profile: &Profile) {
        let unkept = locked(&self.inner.unkept).get(&profile.id).cloned();

        if let Some(Unkept { session, .. }) = unkept {
            let _ = self.keep(profile, session).await;
        }
    }

    /// Drops the session here: memory and keyring.
    pub(super) async fn drop_kept(&self, id: &ProfileId, limit: Duration) -> Result<(), Trouble> {
        let _ = locked(&self.inner.unkept).remove(id);

        self.inner.vault.delete(id, limit).await
    }

    /// What the keyring alone says; no network, no prompt longer than the silent limit. `None` when it cannot say.
    pub async fn has_session(&self, id: &ProfileId) -> Option<bool> {
        if locked(&self.inner.unkept).contains_key(id) {
            return Some(true);
        }

        match self.inner.vault.read(id, crate::vault::SILENT).await {
            Lookup::Found(_) => Some(true),
            Lookup::Absent => Some(false),
            Lookup::Trouble(_) => None,
        }
    }
}
