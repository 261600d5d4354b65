//! Keeping a session: in the keyring, or for this run only when the keyring cannot. Owns that choice and the
//! reading back; the record's form is `session`'s, the keyring `vault`'s.

use std::time::Duration;

use super::{Error, Service, StoredIn, lock_ignoring_poison};
use crate::{
    profile::{Profile, ProfileId},
    secret::Secret,
    session::Session,
    vault::{self, Lookup, Unlock},
};

/// How long storing a session once more may wait for the profile's lock. Nothing depends on it: the next check of the
/// session tries again.
const RETRY_LOCK_TIMEOUT: Duration = Duration::from_secs(3);

/// A session the keyring could not keep, and why.
#[derive(Debug, Clone)]
pub(super) struct InMemorySession {
    session: Session,
    reason: vault::Error,
}

impl InMemorySession {
    pub(super) fn refresh_token(&self) -> Option<&Secret> {
        self.session.refresh.as_ref()
    }
}

/// A session and where it is kept.
#[derive(Debug, Clone)]
pub(super) struct StoredSession {
    pub(super) session: Session,
    pub(super) stored_in: StoredIn,
}

impl Service {
    /// Keeps `session`. Never fails: what the keyring refuses stays in memory, and the caller says so.
    pub(super) async fn store_session(&self, profile: &Profile, session: Session) -> StoredSession {
        let written = self
            .inner
            .vault
            .write(
                &profile.id,
                &session.to_record(),
                &profile.name,
                Unlock::MayPromptBriefly,
            )
            .await;

        match written {
            Ok(()) => {
                let _ = lock_ignoring_poison(&self.inner.in_memory_sessions).remove(&profile.id);

                StoredSession {
                    session,
                    stored_in: StoredIn::Keyring,
                }
            }
            Err(why) => {
                tracing::warn!(%why, "the session is kept in memory only");
                let unkept = InMemorySession {
                    session: session.clone(),
                    reason: why.clone(),
                };
                let _ = lock_ignoring_poison(&self.inner.in_memory_sessions)
                    .insert(profile.id.clone(), unkept);

                StoredSession {
                    session,
                    stored_in: StoredIn::Memory(why),
                }
            }
        }
    }

    /// The profile's session: the keyring's, or the one this run holds for a keyring that refused it. Of two the
    /// later one counts, since another process may have signed in or renewed meanwhile. `Ok(None)` only when the
    /// keyring itself said that there is none.
    pub(super) async fn load_session(
        &self,
        profile: &Profile,
        unlock: Unlock,
    ) -> Result<Option<StoredSession>, Error> {
        let unkept = lock_ignoring_poison(&self.inner.in_memory_sessions)
            .get(&profile.id)
            .cloned();
        // What is in hand needs no prompt.
        let unlock = if unkept.is_some() {
            Unlock::Never
        } else {
            unlock
        };
        let stored = self.load_from_keyring(profile, unlock).await;

        match (unkept, stored) {
            (Some(InMemorySession { session, .. }), Ok(Some(stored)))
                if !stored.obtained_at.is_before(&session.obtained_at) =>
            {
                let _ = lock_ignoring_poison(&self.inner.in_memory_sessions).remove(&profile.id);

                Ok(Some(StoredSession {
                    session: stored,
                    stored_in: StoredIn::Keyring,
                }))
            }
            (
                Some(InMemorySession {
                    session,
                    reason: why,
                }),
                _,
            ) => Ok(Some(StoredSession {
                session,
                stored_in: StoredIn::Memory(why),
            })),
            (None, stored) => Ok(stored?.map(|session| StoredSession {
                session,
                stored_in: StoredIn::Keyring,
            })),
        }
    }

    /// What the keyring has for this profile.
    async fn load_from_keyring(
        &self,
        profile: &Profile,
        unlock: Unlock,
    ) -> Result<Option<Session>, Error> {
        match self.inner.vault.read(&profile.id, unlock).await {
            Lookup::Found(record) => Ok(Some(Session::from_record(&record, &profile.url)?)),
            Lookup::Absent => Ok(None),
            Lookup::Failed(trouble) => Err(Error::Vault(trouble)),
        }
    }

    /// Tries once more to put a session the keyring refused into it, for the moment it is unlocked or back. Under
    /// the profile's lock, so that nothing newer is overwritten.
    pub(super) async fn store_in_keyring_again(&self, profile: &Profile) {
        if !lock_ignoring_poison(&self.inner.in_memory_sessions).contains_key(&profile.id) {
            return;
        }
        let Ok(_lock) = self.lock_profile(&profile.id, RETRY_LOCK_TIMEOUT).await else {
            return;
        };

        if let Ok(Some(StoredSession {
            session,
            stored_in: StoredIn::Memory(_),
        })) = self.load_session(profile, Unlock::Never).await
        {
            let _ = self.store_session(profile, session).await;
        }
    }

    /// Drops the session here: memory and keyring.
    pub(super) async fn delete_session(
        &self,
        id: &ProfileId,
        unlock: Unlock,
    ) -> Result<(), vault::Error> {
        let _ = lock_ignoring_poison(&self.inner.in_memory_sessions).remove(id);

        self.inner.vault.delete(id, unlock).await
    }

    /// Drops the session of this refresh or static token, and only it: another process may have begun a new one.
    pub(super) async fn delete_session_of(&self, profile: &Profile, credential: &Secret) {
        let is_it = |session: &Session| session.has_credential(credential);

        {
            let mut unkept = lock_ignoring_poison(&self.inner.in_memory_sessions);
            if unkept
                .get(&profile.id)
                .is_some_and(|unkept| is_it(&unkept.session))
            {
                let _ = unkept.remove(&profile.id);
            }
        }

        if !matches!(self.load_from_keyring(profile, Unlock::Never).await, Ok(Some(stored)) if is_it(&stored))
        {
            return;
        }
        if let Err(trouble) = self.inner.vault.delete(&profile.id, Unlock::Never).await {
            tracing::warn!(%trouble, "the ended session's keyring entry was not deleted");
        }
    }

    /// What the keyring alone says; no network, no prompt longer than the silent limit. `None` when it cannot say.
    pub async fn has_session(&self, id: &ProfileId) -> Option<bool> {
        if lock_ignoring_poison(&self.inner.in_memory_sessions).contains_key(id) {
            return Some(true);
        }

        match self.inner.vault.read(id, crate::vault::Unlock::Never).await {
            Lookup::Found(_) => Some(true),
            Lookup::Absent => Some(false),
            Lookup::Failed(_) => None,
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
        let kept = service
            .load_session(profile, Unlock::Never)
            .await
            .unwrap()
            .unwrap();

        kept.session.refresh.unwrap().expose().to_owned()
    }

    #[tokio::test]
    async fn r_18_what_the_keyring_refused_is_kept_in_memory_and_put_there_later() {
        let home = tempfile::tempdir().unwrap();
        let vault = Vault::in_memory();
        let (window, other) = two_services(&vault, home.path());
        let profile = profile();

        vault.set_error(Some(vault::Error::Locked));
        let kept = window
            .store_session(&profile, session(&profile, "first", Duration::ZERO))
            .await;
        assert_eq!(kept.stored_in, StoredIn::Memory(vault::Error::Locked));
        assert_eq!(refresh_of(&window, &profile).await, "first");
        assert!(other.load_session(&profile, Unlock::Never).await.is_err());

        vault.set_error(None);
        window.store_in_keyring_again(&profile).await;
        assert_eq!(refresh_of(&other, &profile).await, "first");
    }

    #[tokio::test]
    async fn r_19_an_older_copy_in_memory_never_wins_over_a_newer_session() {
        let home = tempfile::tempdir().unwrap();
        let vault = Vault::in_memory();
        let (window, other) = two_services(&vault, home.path());
        let profile = profile();
        let old = session(&profile, "old", Duration::from_secs(60));

        vault.set_error(Some(vault::Error::TimedOut));
        let _ = window.store_session(&profile, old).await;
        vault.set_error(None);
        let _ = other
            .store_session(&profile, session(&profile, "new", Duration::ZERO))
            .await;

        window.store_in_keyring_again(&profile).await;
        assert_eq!(refresh_of(&window, &profile).await, "new");
        // Nor does the end of the old one take the new one with it.
        window
            .delete_session_of(&profile, &Secret::from("old"))
            .await;
        assert_eq!(refresh_of(&other, &profile).await, "new");
        window
            .delete_session_of(&profile, &Secret::from("new"))
            .await;
        assert!(
            other
                .load_session(&profile, Unlock::Never)
                .await
                .unwrap()
                .is_none()
        );
    }
}
