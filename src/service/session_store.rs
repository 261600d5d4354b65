//! Storing sessions: in the keyring, or in memory for this run when the keyring cannot take them. Owns that choice and
//! the reading back; the record's format is `session`'s, the keyring `vault`'s.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
    time::{Duration, SystemTime},
};

use super::{disk::Disk, error::Error, mutex::lock_ignoring_poison, profile_lock::ProfileLocks};
use crate::{
    profile::{Profile, ProfileId},
    secret::Secret,
    session::{Account, Moment, Session},
    vault::{self, Lookup, Unlock, Vault},
};

/// How long storing a session once more may wait for the profile's lock. Nothing depends on it: the next check of the
/// session tries again.
const RETRY_LOCK_TIMEOUT: Duration = Duration::from_secs(3);

/// Where a session is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StoredIn {
    /// In the operating system's keyring.
    Keyring,
    /// In this process only, and why.
    Memory(vault::Error),
}

/// A session without its secrets, as people and programs are told of it.
#[derive(Debug, Clone)]
pub struct SessionInfo {
    /// Whose session it is.
    pub account: Account,
    /// Directus provider; `default` for e-mail and password, empty for a static token.
    pub provider: String,
    /// It is a static token that a person made in the Data Studio: it does not end by itself, and signing out here
    /// does not end it.
    pub is_static: bool,
    /// When the current access token ends; `None` when there is no valid one, or when it does not end by itself.
    pub expires_at: Option<SystemTime>,
    /// Where the session is stored.
    pub stored_in: StoredIn,
    /// The project demands two-factor authentication and this account has not set it up. Known only right after
    /// signing in: the access token of a renewal does not say so.
    pub enforce_tfa: bool,
}

/// A session the keyring could not take, and why.
#[derive(Debug, Clone)]
struct InMemorySession {
    session: Session,
    reason: vault::Error,
}

/// A session and where it is stored.
#[derive(Debug, Clone)]
pub(super) struct StoredSession {
    pub(super) session: Session,
    pub(super) stored_in: StoredIn,
}

impl StoredSession {
    pub(super) fn into_info(self, now: &Moment, enforce_tfa: bool) -> SessionInfo {
        let Self { session, stored_in } = self;
        let access = session.valid_access(now, Duration::ZERO);

        SessionInfo {
            is_static: session.is_static(),
            account: session.account,
            provider: session.provider,
            expires_at: access.and_then(|access| access.expires_at),
            stored_in,
            enforce_tfa,
        }
    }
}

/// The sessions of all profiles. All clones share the ones in memory.
#[derive(Debug, Clone)]
pub(super) struct SessionStore {
    disk: Disk,
    locks: ProfileLocks,
    vault: Vault,
    in_memory: Arc<Mutex<HashMap<ProfileId, InMemorySession>>>,
}

impl SessionStore {
    pub(super) fn new(disk: Disk, locks: ProfileLocks, vault: Vault) -> Self {
        Self {
            disk,
            locks,
            vault,
            in_memory: Arc::default(),
        }
    }

    /// Stores `session`. Never fails: what the keyring refuses stays in memory, and the caller says so.
    pub(super) async fn store(&self, profile: &Profile, session: Session) -> StoredSession {
        let written = self
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
                let _ = lock_ignoring_poison(&self.in_memory).remove(&profile.id);

                StoredSession {
                    session,
                    stored_in: StoredIn::Keyring,
                }
            }
            Err(reason) => {
                tracing::warn!(%reason, "the session is stored in memory only");
                let in_memory = InMemorySession {
                    session: session.clone(),
                    reason: reason.clone(),
                };
                let _ = lock_ignoring_poison(&self.in_memory).insert(profile.id.clone(), in_memory);

                StoredSession {
                    session,
                    stored_in: StoredIn::Memory(reason),
                }
            }
        }
    }

    /// The profile's session: the keyring's, or the one in memory that a keyring refused. If there are both, the later
    /// one counts, since another process may have signed in or renewed meanwhile. `Ok(None)` only when the keyring
    /// itself said that there is none.
    pub(super) async fn load(
        &self,
        profile: &Profile,
        unlock: Unlock,
    ) -> Result<Option<StoredSession>, Error> {
        let in_memory = lock_ignoring_poison(&self.in_memory)
            .get(&profile.id)
            .cloned();
        // With a session in memory, the person need not be asked to unlock the keyring.
        let unlock = if in_memory.is_some() {
            Unlock::Never
        } else {
            unlock
        };
        let in_keyring = self.load_from_keyring(profile, unlock).await;

        match (in_memory, in_keyring) {
            (Some(InMemorySession { session, .. }), Ok(Some(in_keyring)))
                if !in_keyring.obtained_at.is_before(&session.obtained_at) =>
            {
                let _ = lock_ignoring_poison(&self.in_memory).remove(&profile.id);

                Ok(Some(StoredSession {
                    session: in_keyring,
                    stored_in: StoredIn::Keyring,
                }))
            }
            (Some(InMemorySession { session, reason }), _) => Ok(Some(StoredSession {
                session,
                stored_in: StoredIn::Memory(reason),
            })),
            (None, in_keyring) => Ok(in_keyring?.map(|session| StoredSession {
                session,
                stored_in: StoredIn::Keyring,
            })),
        }
    }

    async fn load_from_keyring(
        &self,
        profile: &Profile,
        unlock: Unlock,
    ) -> Result<Option<Session>, Error> {
        match self.vault.read(&profile.id, unlock).await {
            Lookup::Found(record) => Ok(Some(Session::from_record(&record, &profile.url)?)),
            Lookup::Absent => Ok(None),
            Lookup::Failed(error) => Err(Error::Vault(error)),
        }
    }

    /// Tries once more to put a session that the keyring refused into it, for the moment it is unlocked or back. Under
    /// the profile's lock, so that nothing newer is overwritten.
    pub(super) async fn store_in_keyring_again(&self, profile: &Profile) {
        if !lock_ignoring_poison(&self.in_memory).contains_key(&profile.id) {
            return;
        }
        let Ok(_lock) = self.locks.acquire(&profile.id, RETRY_LOCK_TIMEOUT).await else {
            return;
        };

        if let Ok(Some(StoredSession {
            session,
            stored_in: StoredIn::Memory(_),
        })) = self.load(profile, Unlock::Never).await
        {
            let _ = self.store(profile, session).await;
        }
    }

    /// Deletes the session here, from memory and keyring.
    pub(super) async fn delete(&self, id: &ProfileId, unlock: Unlock) -> Result<(), vault::Error> {
        let _ = lock_ignoring_poison(&self.in_memory).remove(id);

        self.vault.delete(id, unlock).await
    }

    /// Deletes what is left of a session that the server has ended, and who was signed in.
    pub(super) async fn delete_ended(&self, profile: &Profile, refresh: &Secret) {
        self.delete_of(profile, refresh).await;
        self.disk
            .update_details(&profile.id, |profile| profile.account = None)
            .await;
    }

    /// Deletes the session of this refresh or static token and no other: another process may have begun a new one.
    async fn delete_of(&self, profile: &Profile, credential: &Secret) {
        {
            let mut in_memory = lock_ignoring_poison(&self.in_memory);
            if in_memory
                .get(&profile.id)
                .is_some_and(|in_memory| in_memory.session.has_credential(credential))
            {
                let _ = in_memory.remove(&profile.id);
            }
        }

        let in_keyring = self.load_from_keyring(profile, Unlock::Never).await;
        if !matches!(in_keyring, Ok(Some(session)) if session.has_credential(credential)) {
            return;
        }
        if let Err(error) = self.vault.delete(&profile.id, Unlock::Never).await {
            tracing::warn!(%error, "the ended session's keyring entry was not deleted");
        }
    }

    /// Forgets the session in memory, if there is one, and leaves the keyring as it is.
    pub(super) fn take_from_memory(&self, id: &ProfileId) -> Option<Session> {
        lock_ignoring_poison(&self.in_memory)
            .remove(id)
            .map(|in_memory| in_memory.session)
    }

    /// Whether there is a session, as far as is known without a prompt and without the network. `None` when the keyring
    /// cannot say.
    pub(super) async fn has_session(&self, id: &ProfileId) -> Option<bool> {
        if lock_ignoring_poison(&self.in_memory).contains_key(id) {
            return Some(true);
        }

        match self.vault.read(id, Unlock::Never).await {
            Lookup::Found(_) => Some(true),
            Lookup::Absent => Some(false),
            Lookup::Failed(_) => None,
        }
    }

    /// The person asked to try the keyring again, perhaps after declining to unlock it.
    pub(super) fn allow_prompts(&self) {
        self.vault.allow_prompts();
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may stop at once")]

    use std::path::Path;

    use super::*;
    use crate::{
        address::{HttpPolicy, ServerUrl},
        platform,
        session::Tokens,
        store::{Paths, Store},
    };

    /// Two processes with one keyring between them.
    fn two_processes(vault: &Vault, home: &Path) -> (SessionStore, SessionStore) {
        let paths = Paths {
            config: home.join("config"),
            state: home.join("state"),
            cache: home.join("cache"),
            runtime: home.join("run"),
        };
        let process = |paths| {
            let disk = Disk::new(Store::new(paths));
            let locks = ProfileLocks::new(disk.clone(), platform::now);

            SessionStore::new(disk, locks, vault.clone())
        };

        (process(paths.clone()), process(paths))
    }

    fn profile() -> Profile {
        Profile::new(
            ProfileId::parse("0123456789abcdef").unwrap(),
            "harbour".to_owned(),
            ServerUrl::parse("https://cms.example.com", HttpPolicy::LoopbackOnly).unwrap(),
        )
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

    async fn refresh_of(sessions: &SessionStore, profile: &Profile) -> String {
        let stored = sessions.load(profile, Unlock::Never).await.unwrap();

        stored.unwrap().session.refresh.unwrap().expose().to_owned()
    }

    #[tokio::test]
    async fn r_18_what_the_keyring_refused_is_kept_in_memory_and_put_there_later() {
        let home = tempfile::tempdir().unwrap();
        let vault = Vault::in_memory();
        let (window, other) = two_processes(&vault, home.path());
        let profile = profile();

        vault.set_error(Some(vault::Error::Locked));
        let stored = window
            .store(&profile, session(&profile, "first", Duration::ZERO))
            .await;
        assert_eq!(stored.stored_in, StoredIn::Memory(vault::Error::Locked));
        assert_eq!(refresh_of(&window, &profile).await, "first");
        assert!(other.load(&profile, Unlock::Never).await.is_err());

        vault.set_error(None);
        window.store_in_keyring_again(&profile).await;
        assert_eq!(refresh_of(&other, &profile).await, "first");
    }

    #[tokio::test]
    async fn r_19_an_older_copy_in_memory_never_wins_over_a_newer_session() {
        let home = tempfile::tempdir().unwrap();
        let vault = Vault::in_memory();
        let (window, other) = two_processes(&vault, home.path());
        let profile = profile();
        let old = session(&profile, "old", Duration::from_secs(60));

        vault.set_error(Some(vault::Error::TimedOut));
        let _ = window.store(&profile, old).await;
        vault.set_error(None);
        let _ = other
            .store(&profile, session(&profile, "new", Duration::ZERO))
            .await;

        window.store_in_keyring_again(&profile).await;
        assert_eq!(refresh_of(&window, &profile).await, "new");
        // Nor does the end of the old one take the new one with it.
        window.delete_of(&profile, &Secret::from("old")).await;
        assert_eq!(refresh_of(&other, &profile).await, "new");
        window.delete_of(&profile, &Secret::from("new")).await;
        assert!(other.load(&profile, Unlock::Never).await.unwrap().is_none());
    }
}
