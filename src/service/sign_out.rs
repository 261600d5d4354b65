//! Signing out: the server first, then here in any case. Owns what is ended where, also for a session that could not be
//! kept.

use super::{Error, Service, StoredIn, keeping, lock_ignoring_poison, turn::Operation};
use crate::{
    directus,
    profile::{Profile, ProfileId},
    secret::Secret,
    session::RecordError,
    vault::Unlock,
};

/// How a sign-out went (S-50).
#[derive(Debug, Clone)]
pub enum SignOutOutcome {
    /// The server ended the session, and nothing is kept here.
    Everywhere,
    /// Nothing is kept here; the server was not told and keeps the session until it runs out (7 days unless the
    /// server is set otherwise).
    HereOnly(directus::Error),
    /// Nothing is kept here; the static token it was works until it is removed in the Data Studio.
    StaticTokenRemains,
    /// There was nothing to sign out of.
    NoSession,
}

impl Service {
    /// Signs out: the server first, then here in any case (S-50). A refresh that is under way elsewhere is waited
    /// for: it would bring the session back.
    pub async fn sign_out(&self, id: &ProfileId) -> Result<SignOutOutcome, Error> {
        let act = self.begin_operation(id);
        let profile = self.profile(id).await?;
        let service = self.clone();

        self.run_to_completion(async move { service.sign_out_now(act, &profile).await })
            .await
    }

    async fn sign_out_now(
        &self,
        act: Operation,
        profile: &Profile,
    ) -> Result<SignOutOutcome, Error> {
        let _turn = self.acquire_profile(act, profile).await?;
        let (outcome, stored_in) = match self.load_session(profile, Unlock::MayPrompt).await {
            Ok(Some(kept)) => {
                let outcome = match &kept.session.refresh {
                    Some(refresh) => self
                        .end_on_server(profile, refresh)
                        .await
                        .err()
                        .map_or(SignOutOutcome::Everywhere, SignOutOutcome::HereOnly),
                    None => SignOutOutcome::StaticTokenRemains,
                };
                (outcome, kept.stored_in)
            }
            Ok(None) => (SignOutOutcome::NoSession, StoredIn::Keyring),
            // Another version's session is not ours to throw away.
            Err(Error::Record(RecordError::Newer(version))) => {
                return Err(Error::Record(RecordError::Newer(version)));
            }
            // Nothing to tell the server with; the entry goes all the same, since the person asked for it.
            Err(Error::Record(damage)) => (
                SignOutOutcome::HereOnly(directus::Error::Setup(damage.to_string())),
                StoredIn::Keyring,
            ),
            Err(error) => return Err(error),
        };

        match stored_in {
            StoredIn::Keyring => self.delete_session(&profile.id, Unlock::MayPrompt).await?,
            // A keyring that did not take the session may hold an older one, or not answer at all.
            StoredIn::Memory(_) => {
                let _ = self.delete_session(&profile.id, Unlock::Never).await;
            }
        }

        self.update_details(&profile.id, |profile| profile.account = None)
            .await;

        Ok(outcome)
    }

    /// Ends a session that could not be kept, and only it: what the keyring holds stays. Whether the server was
    /// told.
    pub async fn discard_in_memory_session(&self, id: &ProfileId) -> bool {
        let Ok(profile) = self.profile(id).await else {
            return false;
        };
        let unkept = lock_ignoring_poison(&self.inner.in_memory_sessions).remove(id);

        match unkept
            .as_ref()
            .and_then(keeping::InMemorySession::refresh_token)
        {
            Some(refresh) => self.end_on_server(&profile, refresh).await.is_ok(),
            None => false,
        }
    }

    pub(super) async fn end_on_server(
        &self,
        profile: &Profile,
        refresh: &Secret,
    ) -> Result<(), directus::Error> {
        match self.client(profile).await {
            Ok(client) => client.logout(refresh).await,
            Err(Error::Directus(error)) => Err(error),
            Err(error) => Err(directus::Error::Setup(error.to_string())),
        }
    }
}
