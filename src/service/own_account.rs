//! A signed-in person's own account: what is shown of it beside the session, a new password, the second factor. Owns
//! the order of steps and what of the session is left afterwards. An answer that fails costs only the line it would
//! have filled.

use std::time::Duration;

use super::{
    background::BackgroundWork,
    clients::Clients,
    disk::Disk,
    error::Error,
    profile_lock::{LOCK_TIMEOUT, ProfileLocks},
    renewal::{IssuedToken, Renewal},
    session_store::{SessionStore, StoredSession},
};
use crate::{
    directus::{self, Client, OwnAccount, OwnPermissions, SignInActivity, TwoFactorSetup},
    profile::{Profile, ProfileId},
    secret::Secret,
    session::Account,
    vault::Unlock,
};

/// An access token must outlive the requests that are made with it.
const MIN_TOKEN_LIFETIME: Duration = Duration::from_secs(30);

/// What is known of an account beside the session. Everything may be missing: a role may not be allowed to read it, and
/// the server may be out of reach by now.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AccountDetails {
    /// The name of the role.
    pub role: Option<String>,
    /// The file with the picture; see [`Service::avatar`](super::Service::avatar).
    pub avatar: Option<String>,
    /// Directus provider; `default` for an account with a password.
    pub provider: Option<String>,
    /// Whether a second factor is set up.
    pub has_two_factor: Option<bool>,
    /// What the person may change here.
    pub permissions: Option<OwnPermissions>,
    /// The last sign-ins, the latest first.
    pub sign_ins: Option<Vec<SignInActivity>>,
}

/// A session is named by the profile and by the id of its account: another process may have signed in as somebody else
/// since the page was drawn, and what the person asks for here is meant for the account on the page (S-51).
#[derive(Debug, Clone)]
pub(super) struct OwnAccounts {
    pub(super) disk: Disk,
    pub(super) clients: Clients,
    pub(super) locks: ProfileLocks,
    pub(super) sessions: SessionStore,
    pub(super) renewal: Renewal,
    pub(super) background: BackgroundWork,
}

impl OwnAccounts {
    pub(super) async fn details(&self, id: &ProfileId, account: &Account) -> AccountDetails {
        let Ok((client, access)) = self.client_and_token(id).await else {
            return AccountDetails::default();
        };
        let role = async {
            match &account.role {
                Some(role) => ok_or_log(client.role_name(&access, role).await).flatten(),
                None => None,
            }
        };
        let (own, permissions, role, sign_ins) = tokio::join!(
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
            permissions: ok_or_log(permissions),
            sign_ins: ok_or_log(sign_ins),
        }
    }

    pub(super) async fn avatar(&self, id: &ProfileId, file: &str) -> Option<Vec<u8>> {
        let (client, access) = self.client_and_token(id).await.ok()?;

        ok_or_log(client.scaled_asset_with_token(&access, file).await)
    }

    pub(super) async fn stored_account(&self, id: &ProfileId) -> Option<Account> {
        let profile = self.disk.profile(id).await.ok()?;
        let stored = self.sessions.load(&profile, Unlock::Never).await.ok()??;

        Some(stored.session.account)
    }

    pub(super) async fn change_password(
        &self,
        id: &ProfileId,
        account: &str,
        password: Secret,
    ) -> Result<(), Error> {
        let profile = self.disk.profile(id).await?;
        let client = self.clients.for_profile(&profile).await?;
        let accounts = self.clone();
        let account = account.to_owned();

        self.background
            .run_to_completion(async move {
                let _ = accounts
                    .require_same_account(&profile, &account, Unlock::Never)
                    .await?;
                let access = accounts.bearer_token(&profile.id).await?;
                // No renewal in between: it would bring a token into the keyring that is dead already.
                let _lock = accounts.locks.acquire(&profile.id, LOCK_TIMEOUT).await?;
                let stored = accounts
                    .require_same_account(&profile, &account, Unlock::Never)
                    .await?;
                client.change_password(&access, &password).await?;
                drop(password);

                if let Some(refresh) = stored.session.refresh {
                    accounts.sessions.delete_ended(&profile, &refresh).await;
                }

                Ok(())
            })
            .await
    }

    pub(super) async fn begin_two_factor(
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

    pub(super) async fn enable_two_factor(
        &self,
        id: &ProfileId,
        account: &str,
        secret: &Secret,
        code: &Secret,
    ) -> Result<(), Error> {
        let (client, access) = self.client_and_token_of(id, account).await?;

        Ok(client.enable_two_factor(&access, secret, code).await?)
    }

    pub(super) async fn disable_two_factor(
        &self,
        id: &ProfileId,
        account: &str,
        code: &Secret,
    ) -> Result<(), Error> {
        let (client, access) = self.client_and_token_of(id, account).await?;

        Ok(client.disable_two_factor(&access, code).await?)
    }

    pub(super) async fn access_token_of(
        &self,
        id: &ProfileId,
        account: &str,
        at_least: Duration,
        unlock: Unlock,
    ) -> Result<IssuedToken, Error> {
        let profile = self.disk.profile(id).await?;
        let _ = self.require_same_account(&profile, account, unlock).await?;
        let issued = self.renewal.access_token(id, at_least, unlock).await?;
        // Asked again: the token may have become somebody else's in between.
        let _ = self.require_same_account(&profile, account, unlock).await?;

        Ok(issued)
    }

    async fn client_and_token(&self, id: &ProfileId) -> Result<(Client, Secret), Error> {
        let profile: Profile = self.disk.profile(id).await?;
        let client = self.clients.for_profile(&profile).await?;

        Ok((client, self.bearer_token(id).await?))
    }

    /// The same for this account only.
    async fn client_and_token_of(
        &self,
        id: &ProfileId,
        account: &str,
    ) -> Result<(Client, Secret), Error> {
        let profile = self.disk.profile(id).await?;
        let _ = self
            .require_same_account(&profile, account, Unlock::Never)
            .await?;
        let client_and_token = self.client_and_token(id).await?;
        // Asked again: the token may have become somebody else's in between.
        let _ = self
            .require_same_account(&profile, account, Unlock::Never)
            .await?;

        Ok(client_and_token)
    }

    /// The stored session, if it is this account's. [`Error::Superseded`] if it is another one's.
    async fn require_same_account(
        &self,
        profile: &Profile,
        account: &str,
        unlock: Unlock,
    ) -> Result<StoredSession, Error> {
        match self.sessions.load(profile, unlock).await? {
            Some(stored) if stored.session.account.id == account => Ok(stored),
            Some(_) => Err(Error::Superseded),
            None => Err(Error::NotSignedIn),
        }
    }

    async fn bearer_token(&self, id: &ProfileId) -> Result<Secret, Error> {
        let issued = self
            .renewal
            .access_token(id, MIN_TOKEN_LIFETIME, Unlock::Never)
            .await?;

        Ok(issued.access.token)
    }
}

fn ok_or_log<T>(answer: Result<T, directus::Error>) -> Option<T> {
    answer
        .inspect_err(|error| tracing::debug!(%error, "left out of the account"))
        .ok()
}
