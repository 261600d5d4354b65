//! A signed-in person's own account: what is shown of it beside the session, a new password, the second factor. Owns
//! the order of steps and what of the session is left afterwards. What the server does not tell costs only the line it
//! would have filled.

use std::time::Duration;

use super::{Error, IssuedToken, Service, keeping::StoredSession, tokens::LOCK_TIMEOUT};
use crate::{
    directus::{self, Client, OwnAccount, OwnPermissions, SignInActivity, TwoFactorSetup},
    profile::{Profile, ProfileId},
    secret::Secret,
    session::Account,
    vault::Unlock,
};

/// An access token must outlive what is done with it.
const MIN_TOKEN_LIFETIME: Duration = Duration::from_secs(30);

/// What is known of an account beside the session. Everything may be missing: a role may read less, and a server may be
/// out of reach by now.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AccountDetails {
    /// The name of the role.
    pub role: Option<String>,
    /// The file with the picture; see [`Service::avatar`].
    pub avatar: Option<String>,
    /// Directus provider; `default` for an account with a password.
    pub provider: Option<String>,
    /// Whether a second factor is set up.
    pub has_two_factor: Option<bool>,
    /// What the person may change here.
    pub rights: Option<OwnPermissions>,
    /// The last sign-ins, the latest first.
    pub sign_ins: Option<Vec<SignInActivity>>,
}

impl Service {
    /// What the server tells this person of their own account. Never fails: what is missing is left out.
    pub async fn account_details(&self, id: &ProfileId, account: &Account) -> AccountDetails {
        let Ok((client, access)) = self.client_and_token(id).await else {
            return AccountDetails::default();
        };
        let role = async {
            match &account.role {
                Some(role) => ok_or_log(client.role_name(&access, role).await).flatten(),
                None => None,
            }
        };
        let (own, rights, role, sign_ins) = tokio::join!(
            client.own_account(&access),
            client.own_permissions(&access),
            role,
            client.sign_ins(&access, &account.id),
        );
        let OwnAccount {
            provider,
            avatar,
            has_two_factor,
        } = ok_or_log(own).unwrap_or_default();

        AccountDetails {
            role,
            avatar,
            provider,
            has_two_factor,
            rights: ok_or_log(rights),
            sign_ins: ok_or_log(sign_ins),
        }
    }

    /// The account's picture as raw, untrusted image bytes, with the person's own session.
    pub async fn avatar(&self, id: &ProfileId, file: &str) -> Option<Vec<u8>> {
        let (client, access) = self.client_and_token(id).await.ok()?;

        ok_or_log(client.scaled_asset_with_token(&access, file).await)
    }

    /// Whose session is kept here, by what the keyring says at once; nobody is asked. `None` also when it cannot say.
    pub async fn stored_account(&self, id: &ProfileId) -> Option<Account> {
        let profile = self.profile(id).await.ok()?;
        let kept = self.load_session(&profile, Unlock::Never).await.ok()??;

        Some(kept.session.account)
    }

    /// Sets a new password (`PATCH /users/me`). The server ends every session of the account with it, so what is kept
    /// of this one goes too, and the person signs in with the new password. A static token outlives it and stays.
    ///
    /// `account` is whose password it is (its id). When somebody else is signed in by now, nothing is sent and it is
    /// [`Error::Superseded`] (S-51); so it is for the second factor.
    pub async fn change_password(
        &self,
        id: &ProfileId,
        account: &str,
        password: Secret,
    ) -> Result<(), Error> {
        let profile = self.profile(id).await?;
        let client = self.client(&profile).await?;
        let service = self.clone();
        let account = account.to_owned();

        self.run_to_completion(Box::pin(async move {
            let _ = service
                .require_same_account(&profile, &account, Unlock::Never)
                .await?;
            let access = service.bearer_token(&profile.id).await?;
            // No renewal in between: it would bring a token into the keyring that is dead already.
            let _hold = service.lock_profile(&profile.id, LOCK_TIMEOUT).await?;
            let kept = service
                .require_same_account(&profile, &account, Unlock::Never)
                .await?;
            client.change_password(&access, &password).await?;
            drop(password);

            if let Some(refresh) = kept.session.refresh {
                service.discard_ended_session(&profile, &refresh).await;
            }

            Ok(())
        }))
        .await
    }

    /// A second factor to be confirmed (`POST /users/me/tfa/generate`); nothing is set yet. Accounts with a password
    /// prove by it that it is them.
    pub async fn begin_two_factor(
        &self,
        id: &ProfileId,
        account: &str,
        password: Option<Secret>,
    ) -> Result<TwoFactorSetup, Error> {
        let (client, access) = self.client_and_token_of(id, account).await?;

        Ok(client
            .generate_two_factor(&access, password.as_ref())
            .await?)
    }

    /// Sets it, once a code of it was right (`POST /users/me/tfa/enable`). Sessions stay.
    pub async fn enable_two_factor(
        &self,
        id: &ProfileId,
        account: &str,
        secret: &Secret,
        code: &Secret,
    ) -> Result<(), Error> {
        let (client, access) = self.client_and_token_of(id, account).await?;

        Ok(client.enable_two_factor(&access, secret, code).await?)
    }

    /// Takes it away again, against a code of it (`POST /users/me/tfa/disable`).
    pub async fn disable_two_factor(
        &self,
        id: &ProfileId,
        account: &str,
        code: &Secret,
    ) -> Result<(), Error> {
        let (client, access) = self.client_and_token_of(id, account).await?;

        Ok(client.disable_two_factor(&access, code).await?)
    }

    /// [`Service::access_token`], while it is this account's (its id); [`Error::Superseded`] when somebody else is
    /// signed in by now (S-51).
    pub async fn access_token_of(
        &self,
        id: &ProfileId,
        account: &str,
        at_least: Duration,
        unlock: Unlock,
    ) -> Result<IssuedToken, Error> {
        let profile = self.profile(id).await?;
        let _ = self.require_same_account(&profile, account, unlock).await?;
        let handed = self.access_token(id, at_least, unlock).await?;
        // Asked again: the token may have become somebody else's in between.
        let _ = self.require_same_account(&profile, account, unlock).await?;

        Ok(handed)
    }

    async fn client_and_token(&self, id: &ProfileId) -> Result<(Client, Secret), Error> {
        let profile: Profile = self.profile(id).await?;
        let client = self.client(&profile).await?;

        Ok((client, self.bearer_token(id).await?))
    }

    /// The same, while it is this account's.
    async fn client_and_token_of(
        &self,
        id: &ProfileId,
        account: &str,
    ) -> Result<(Client, Secret), Error> {
        let profile = self.profile(id).await?;
        let _ = self
            .require_same_account(&profile, account, Unlock::Never)
            .await?;
        let at_hand = self.client_and_token(id).await?;
        // Asked again: the token may have become somebody else's in between.
        let _ = self
            .require_same_account(&profile, account, Unlock::Never)
            .await?;

        Ok(at_hand)
    }

    /// The session that is kept, if it is still this account's: another process may have signed in as somebody else.
    async fn require_same_account(
        &self,
        profile: &Profile,
        account: &str,
        unlock: Unlock,
    ) -> Result<StoredSession, Error> {
        match self.load_session(profile, unlock).await? {
            Some(kept) if kept.session.account.id == account => Ok(kept),
            Some(_) => Err(Error::Superseded),
            None => Err(Error::NotSignedIn),
        }
    }

    async fn bearer_token(&self, id: &ProfileId) -> Result<Secret, Error> {
        Ok(self
            .access_token(id, MIN_TOKEN_LIFETIME, Unlock::Never)
            .await?
            .access
            .token)
    }
}

/// What was answered, if it was.
fn ok_or_log<T>(answer: Result<T, directus::Error>) -> Option<T> {
    answer
        .inspect_err(|error| tracing::debug!(%error, "left out of the account"))
        .ok()
}
