//! Signing out: the server first, then here in any case. Owns what is ended where, also for a session that could not be
//! kept.

use super::{Error, Service, StoredIn, keeping, locked, turn::Act};
use crate::{
    directus,
    profile::{Profile, ProfileId},
    secret::Secret,
    session::RecordError,
    vault::{PROMPTED, SILENT},
};

/// How a sign-out went (S-50).
#[derive(Debug, Clone)]
pub enum SignedOut {
    /// The server ended the session, and nothing is kept here.
    Everywhere,
    /// Nothing is kept here; the server was not told and keeps the session until it runs out (7 days unless the
    /// server is set otherwise).
    HereOnly(directus::Error),
    /// Nothing is kept here; the static token it was works until it is removed in the Data Studio.
    TokenStays,
    /// There was nothing to sign out of.
    Nothing,
}

impl Service {
    /// Signs out: the server first, then here in any case (S-50). A refresh that is under way elsewhere is waited
    /// for: it would bring the session back.
    pub async fn sign_out(&self, id: &ProfileId) -> Result<SignedOut, Error> {
        let act = self.act(id);
        let profile = self.profile(id).await?;
        let service = self.clone();

        self.to_the_end(async move { service.sign_out_now(act, &profile).await })
            .await
    }

    async fn sign_out_now(&self, act: Act, profile: &Profile) -> Result<SignedOut, Error> {
        let _turn = self.turn(act, profile).await?;
        let (outcome, stored_in) = match self.kept(profile, PROMPTED).await {
            Ok(Some(kept)) => {
                let outcome = match &kept.session.refresh {
                    Some(refresh) => self
                        .end_on_server(profile, refresh)
                        .await
                        .err()
                        .map_or(SignedOut::Everywhere, SignedOut::HereOnly),
                    None => SignedOut::TokenStays,
                };
                (outcome, kept.stored_in)
            }
            Ok(None) => (SignedOut::Nothing, StoredIn::Keyring),
            // Another version's session is not ours to throw away.
            Err(Error::Record(RecordError::Newer(version))) => {
                return Err(Error::Record(RecordError::Newer(version)));
            }
            // Nothing to tell the server with; the entry goes all the same, since the person asked for it.
            Err(Error::Record(damage)) => (
                SignedOut::HereOnly(directus::Error::Setup(damage.to_string())),
                StoredIn::Keyring,
            ),
            Err(error) => return Err(error),
        };

        match stored_in {
            StoredIn::Keyring => self.drop_kept(&profile.id, PROMPTED).await?,
            // A keyring that did not take the session may hold an older one, or not answer at all.
            StoredIn::Memory(_) => {
                let _ = self.drop_kept(&profile.id, SILENT).await;
            }
        }

        self.note(&profile.id, |profile| profile.account = None)
            .await;

        Ok(outcome)
    }

    /// Ends a session that could not be kept, and only it: what the keyring holds stays. Whether the server was
    /// told.
    pub async fn discard_unkept(&self, id: &ProfileId) -> bool {
        let Ok(profile) = self.profile(id).await else {
            return false;
        };
        let unkept = locked(&self.inner.unkept).remove(id);

        match unkept.as_ref().and_then(keeping::Unkept::refresh) {
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
