//! Signing out: on the server first, then here in any case. Owns what is ended where, also for a session that could not
//! be stored.

use super::{
    background::BackgroundWork,
    clients::Clients,
    disk::Disk,
    error::Error,
    operation::{Operation, Operations},
    session_store::{SessionStore, StoredIn},
};
use crate::{
    directus,
    profile::{Profile, ProfileId},
    session::RecordError,
    vault::Unlock,
};

/// How a sign-out went (S-50).
#[derive(Debug, Clone)]
pub enum SignOutOutcome {
    /// The server ended the session, and nothing is stored here.
    Everywhere,
    /// Nothing is stored here. The server could not be told and keeps the session until it runs out (7 days unless the
    /// server is set otherwise).
    HereOnly(directus::Error),
    /// Nothing is stored here. The session was a static token, which works until it is removed in the Data Studio.
    StaticTokenRemains,
    /// There was nothing to sign out of.
    NoSession,
}

#[derive(Debug, Clone)]
pub(super) struct SignOut {
    pub(super) disk: Disk,
    pub(super) clients: Clients,
    pub(super) operations: Operations,
    pub(super) sessions: SessionStore,
    pub(super) background: BackgroundWork,
}

impl SignOut {
    /// Ends the session on the server, then here in any case (S-50). A renewal that is under way elsewhere is waited
    /// for: it would bring the session back.
    pub(super) async fn run(&self, id: &ProfileId) -> Result<SignOutOutcome, Error> {
        let operation = self.operations.begin(id);
        let profile = self.disk.profile(id).await?;
        let sign_out = self.clone();

        self.background
            .run_to_completion(async move { sign_out.run_under_lock(operation, &profile).await })
            .await
    }

    async fn run_under_lock(
        &self,
        operation: Operation,
        profile: &Profile,
    ) -> Result<SignOutOutcome, Error> {
        let _guard = self.operations.acquire(operation).await?;
        let (outcome, stored_in) = match self.sessions.load(profile, Unlock::MayPrompt).await {
            Ok(Some(stored)) => {
                let outcome = match &stored.session.refresh {
                    Some(refresh) => self
                        .clients
                        .end_session(profile, refresh)
                        .await
                        .err()
                        .map_or(SignOutOutcome::Everywhere, SignOutOutcome::HereOnly),
                    None => SignOutOutcome::StaticTokenRemains,
                };
                (outcome, stored.stored_in)
            }
            Ok(None) => (SignOutOutcome::NoSession, StoredIn::Keyring),
            // The session of a later version of Latchkey is not this one's to throw away.
            Err(Error::Record(RecordError::Newer(version))) => {
                return Err(Error::Record(RecordError::Newer(version)));
            }
            // There is no token to end the session with. The entry is deleted all the same, since the person asked for
            // it.
            Err(Error::Record(error)) => (
                SignOutOutcome::HereOnly(directus::Error::Setup(error.to_string())),
                StoredIn::Keyring,
            ),
            Err(error) => return Err(error),
        };

        match stored_in {
            StoredIn::Keyring => {
                self.sessions.delete(&profile.id, Unlock::MayPrompt).await?;
            }
            // A keyring that did not take the session may hold an older one, or not answer at all.
            StoredIn::Memory(_) => {
                let _ = self.sessions.delete(&profile.id, Unlock::Never).await;
            }
        }

        self.disk
            .update_details(&profile.id, |profile| profile.account = None)
            .await;

        Ok(outcome)
    }

    /// Ends a session that could not be stored in the keyring, and no other: what the keyring holds stays. Whether the
    /// server ended it.
    pub(super) async fn discard_in_memory_session(&self, id: &ProfileId) -> bool {
        let Ok(profile) = self.disk.profile(id).await else {
            return false;
        };
        let session = self.sessions.take_from_memory(id);

        match session.and_then(|session| session.refresh) {
            Some(refresh) => self.clients.end_session(&profile, &refresh).await.is_ok(),
            None => false,
        }
    }
}
