//! The methods of [`Service`] for passwords and for a person's own account.

use crate::{
    directus::TwoFactorSetup,
    link::Link,
    profile::ProfileId,
    secret::Secret,
    service::{AccountDetails, Error, MailedLinkKind, RegistrationOutcome, ResolvedLink, Service},
    session::Account,
};

/// Passwords and accounts.
impl Service {
    /// Asks for the mail that resets a forgotten password.
    pub async fn request_password_reset(
        &self,
        id: &ProfileId,
        email: &str,
    ) -> Result<MailedLinkKind, Error> {
        self.owners
            .mailed_links
            .request_password_reset(id, email)
            .await
    }

    /// Finds the profile that a mailed link belongs to, among the added ones only. Contacts nothing.
    pub async fn find_profile_for_link(
        &self,
        link: &Link,
        chosen: Option<&ProfileId>,
    ) -> Result<ResolvedLink, Error> {
        self.owners.mailed_links.find_profile(link, chosen).await
    }

    /// Sends the new password of a reset or an invitation.
    pub async fn set_password(&self, link: &ResolvedLink, password: &Secret) -> Result<(), Error> {
        self.owners.mailed_links.set_password(link, password).await
    }

    /// Confirms a self-registered address.
    pub async fn verify_email(&self, link: &ResolvedLink) -> Result<(), Error> {
        self.owners.mailed_links.verify_email(link).await
    }

    /// Makes an account where the project lets anybody do so.
    pub async fn register(
        &self,
        id: &ProfileId,
        email: &str,
        password: Secret,
    ) -> Result<RegistrationOutcome, Error> {
        self.owners.registration.register(id, email, password).await
    }

    /// What the server tells this person of their own account. Never fails: what is missing is left out.
    pub async fn account_details(&self, id: &ProfileId, account: &Account) -> AccountDetails {
        self.owners.own_accounts.details(id, account).await
    }

    /// The account's picture as raw, untrusted image bytes, fetched with the person's own session.
    pub async fn avatar(&self, id: &ProfileId, file: &str) -> Option<Vec<u8>> {
        self.owners.own_accounts.avatar(id, file).await
    }

    /// Whose session is stored here, by what the keyring says without a prompt; nobody else is asked. `None` also when
    /// it cannot say.
    pub async fn stored_account(&self, id: &ProfileId) -> Option<Account> {
        self.owners.own_accounts.stored_account(id).await
    }

    /// Sets a new password (`PATCH /users/me`). The server ends every session of the account with it, so the stored one
    /// is deleted too, and the person signs in with the new password. A static token outlives it and stays.
    ///
    /// `account` is whose password it is (its id). When somebody else is signed in by now, nothing is sent:
    /// [`Error::Superseded`] (S-51). So it is for the second factor.
    pub async fn change_password(
        &self,
        id: &ProfileId,
        account: &str,
        password: Secret,
    ) -> Result<(), Error> {
        self.owners
            .own_accounts
            .change_password(id, account, password)
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
        self.owners
            .own_accounts
            .begin_two_factor(id, account, password)
            .await
    }

    /// Sets up the second factor, once a code of it was right (`POST /users/me/tfa/enable`). Sessions stay.
    pub async fn enable_two_factor(
        &self,
        id: &ProfileId,
        account: &str,
        secret: &Secret,
        code: &Secret,
    ) -> Result<(), Error> {
        self.owners
            .own_accounts
            .enable_two_factor(id, account, secret, code)
            .await
    }

    /// Takes the second factor away again, against a code of it (`POST /users/me/tfa/disable`).
    pub async fn disable_two_factor(
        &self,
        id: &ProfileId,
        account: &str,
        code: &Secret,
    ) -> Result<(), Error> {
        self.owners
            .own_accounts
            .disable_two_factor(id, account, code)
            .await
    }
}
