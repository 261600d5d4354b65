//! Keeping a session: in the keyring, or for this run only when the keyring cannot. Owns that choice and the
//! reading back; the record's form is `session`'s, the keyring `vault`'s.

use std::time::Duration;

use super::{Error, Service, StoredIn, locked};
use crate::{
    profile::{Profile, ProfileId},
    secret::Secret,
    session::Session,
    vault::{Lookup, SILENT, Trouble},
};

/// How long a fresh session may wait for the keyring, unlock prompt included, before it is kept in memory.
const KEEP_LIMIT: Duration = Duration::from_secs(30);

/// A session the keyring could not keep, and why.
#[derive(Debug, Clone)]
pub(super) struct Unkept {
    session: Session,
    why: Trouble,
}

impl Unkept {
    pub(super) fn refresh(&self) -> Option<&Secret> {
        self.session.refresh.as_ref()
    }
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
            .write(&profile.id, &session.to_record(), &profile.name, KEEP_LIMIT)
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

    /// The profile's session: the keyring's, or the one this run holds for a keyring that refused it. Of two the
    /// later one counts, since another process may have signed in or renewed meanwhile. `Ok(None)` only when the
    /// keyring itself said that there is none.
    pub(super) async fn kept(
        &self,
        profile: &Profile,
        limit: Duration,
    ) -> Result<Option<Kept>, Error> {
        let unkept = locked(&self.inner.unkept).get(&profile.id).cloned();
        // What is in hand needs no prompt.
        let limit = if unkept.is_some() {
            limit.min(SILENT)
        } else {
            limit
        };
        let stored = self.stored(profile, limit).await;

        match (unkept, stored) {
            (Some(Unkept { session, .. }), Ok(Some(stored)))
                if !stored.since.is_before(&session.since) =>
            {
                let _ = locked(&self.inner.unkept).remove(&profile.id);

                Ok(Some(Kept {
                    session: stored,
                    stored_in: StoredIn::Keyring,
                }))
            }
            (Some(Unkept { session, why }), _) => Ok(Some(Kept {
                session,
                stored_in: StoredIn::Memory(why),
            })),
            (None, stored) => Ok(stored?.map(|session| Kept {
                session,
                stored_in: StoredIn::Keyring,
            })),
        }
    }

    /// What the keyring has for this profile.
    async fn stored(&self, profile: &Profile, limit: Duration) -> Result<Option<Session>, Error> {
        match self.inner.vault.read(&profile.id, limit).await {
            Lookup::Found(record) => Ok(Some(Session::from_record(&record, &profile.url)?)),
            Lookup::Absent => Ok(None),
            Lookup::Trouble(trouble) => Err(Error::Vault(trouble)),
        }
    }

    /// Tries once more to put a session the keyring refused into it, for the moment it is unlocked or back. Under
    /// the profile's lock, so that nothing newer is overwritten.
    pub(super) async fn keep_again(&self, profile: &Profile) {
        if !locked(&self.inner.unkept).contains_key(&profile.id) {
            return;
        }
        let Ok(_lock) = self.lock(&profile.id, SILENT).await else {
            return;
        };

        if let Ok(Some(Kept {
            session,
            stored_in: StoredIn::Memory(_),
        })) = self.kept(profile, SILENT).await
        {
            let _ = self.keep(profile, session).await;
        }
    }

    /// Drops the session here: memory and keyring.
    pub(super) async fn drop_kept(&self, id: &ProfileId, limit: Duration) -> Result<(), Trouble> {
        let _ = locked(&self.inner.unkept).remove(id);

        self.inner.vault.delete(id, limit).await
    }

    /// Drops the session of this refresh or static token, and only it: another process may have begun a new one.
    pub(super) async fn drop_session(&self, profile: &Profile, credential: &Secret) {
        let is_it = |session: &Session| session.is_of(credential);

        {
            let mut unkept = locked(&self.inner.unkept);
            if unkept
                .get(&profile.id)
                .is_some_and(|unkept| is_it(&unkept.session))
            {
                let _ = unkept.remove(&profile.id);
            }
        }

        if !matches!(self.stored(profile, SILENT).await, Ok(Some(stored)) if is_it(&stored)) {
            return;
        }
        if let Err(trouble) = self.inner.vault.delete(&profile.id, SILENT).await {
            tracing::warn!(%trouble, "the ended session's keyring entry was not deleted");
        }
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

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may stop at once")]

    use std::time::SystemTime;

    use super::*;
    use crate::{
        profile::{HttpPolicy, Project, ServerUrl},
        session::{Account, Tokens},
        store::{Paths, Store},
        vault::Vault,
    };

    /// Two processes with one keyring between them.
    fn two_services(vault: &Vault, home: &std::path::Path) -> (Service, Service) {
        let paths = Paths {
            config: home.join("config"),
            state: home.join("state"),
            cache: home.join("cache"),
            runtime: home.join("run"),
        };

        (
            Service::new(Store::new(paths.clone()), vault.clone()),
            Service::new(Store::new(paths), vault.clone()),
        )
    }

    fn profile() -> Profile {
        Profile {
            id: ProfileId::parse("0123456789abcdef").unwrap(),
            name: "harbour".to_owned(),
            url: ServerUrl::parse("https://cms.example.com", HttpPolicy::LoopbackOnly).unwrap(),
            allow_http: false,
            ca_file: None,
            project: Project::default(),
            last_email: None,
            account: None,
            unknown: serde_json::Map::new(),
        }
    }

    fn session(profile: &Profile, refresh: &str, age: Duration) -> Session {
        let tokens = Tokens {
            access: Secret::from("access"),
            refresh: Secret::from(refresh),
            expires_in: Duration::from_secs(900),
        };

        Session::new(
            &profile.url,
            "default",
            Account::default(),
            tokens,
            (SystemTime::now() - age).into(),
        )
    }

    async fn refresh_of(service: &Service, profile: &Profile) -> String {
        let kept = service.kept(profile, SILENT).await.unwrap().unwrap();

        kept.session.refresh.unwrap().expose().to_owned()
    }

    #[tokio::test]
    async fn r_18_what_the_keyring_refused_is_kept_in_memory_and_put_there_later() {
        let home = tempfile::tempdir().unwrap();
        let vault = Vault::in_memory();
        let (window, other) = two_services(&vault, home.path());
        let profile = profile();

        vault.set_trouble(Some(Trouble::Locked));
        let kept = window
            .keep(&profile, session(&profile, "first", Duration::ZERO))
            .await;
        assert_eq!(kept.stored_in, StoredIn::Memory(Trouble::Locked));
        assert_eq!(refresh_of(&window, &profile).await, "first");
        assert!(other.kept(&profile, SILENT).await.is_err());

        vault.set_trouble(None);
        window.keep_again(&profile).await;
        assert_eq!(refresh_of(&other, &profile).await, "first");
    }

    #[tokio::test]
    async fn r_19_an_older_copy_in_memory_never_wins_over_a_newer_session() {
        let home = tempfile::tempdir().unwrap();
        let vault = Vault::in_memory();
        let (window, other) = two_services(&vault, home.path());
        let profile = profile();
        let old = session(&profile, "old", Duration::from_secs(60));

        vault.set_trouble(Some(Trouble::TimedOut));
        let _ = window.keep(&profile, old).await;
        vault.set_trouble(None);
        let _ = other
            .keep(&profile, session(&profile, "new", Duration::ZERO))
            .await;

        window.keep_again(&profile).await;
        assert_eq!(refresh_of(&window, &profile).await, "new");
        // Nor does the end of the old one take the new one with it.
        window.drop_session(&profile, &Secret::from("old")).await;
        assert_eq!(refresh_of(&other, &profile).await, "new");
        window.drop_session(&profile, &Secret::from("new")).await;
        assert!(other.kept(&profile, SILENT).await.unwrap().is_none());
    }
}
