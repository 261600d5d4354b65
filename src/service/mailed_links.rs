//! Mailed links: asking for one after a password was forgotten, finding the profile that a link belongs to, and what it
//! is good for. A link never acts by itself and never names a server to trust (S-23, S-25). Owns which link a mail will
//! hold; reading a link is `link`'s.

use url::Url;

use super::{clients::Clients, disk::Disk, error::Error, session_store::SessionStore};
use crate::{
    directus::{self, ErrorCode},
    identity::RESET_URL,
    link::{Link, TokenLink, TokenPurpose},
    profile::{Profile, ProfileId, Profiles},
    secret::Secret,
    session::TokenHint,
    vault::Unlock,
};

/// Which link the mail will hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MailedLinkKind {
    /// The companion's page: works in every mail program, and offers Latchkey and the browser.
    CompanionPage,
    /// The custom scheme: a click opens Latchkey.
    CustomScheme,
    /// The Data Studio's own page: the person copies its address and pastes it here.
    DataStudio,
}

/// A mailed link with the instance it belongs to: what the new-password form shows.
#[derive(Debug, Clone)]
pub struct ResolvedLink {
    /// The instance the password will be sent to.
    pub profile: Profile,
    /// Reset, invitation or registration.
    pub purpose: TokenPurpose,
    /// The token.
    pub token: Secret,
    /// What the token says about itself; not verified (S-22).
    pub hint: TokenHint,
}

#[derive(Debug, Clone)]
pub(super) struct MailedLinks {
    pub(super) disk: Disk,
    pub(super) clients: Clients,
    pub(super) sessions: SessionStore,
}

impl MailedLinks {
    /// Asks for the reset mail (`POST /auth/password/request`). The server refuses a `reset_url` that is not on its list
    /// before it looks at the e-mail, so its 400 decides which link the mail will hold: the companion's page, else the
    /// custom scheme, else the Data Studio's own.
    pub(super) async fn request_password_reset(
        &self,
        id: &ProfileId,
        email: &str,
    ) -> Result<MailedLinkKind, Error> {
        let profile = self.disk.profile(id).await?;
        let client = self.clients.for_profile(&profile).await?;
        // The page is used only if the companion is this very instance's. Without an answer the next link is tried.
        let page = client
            .companion()
            .await
            .ok()
            .flatten()
            .and_then(|companion| companion.reset_password);
        let email = email.trim();
        let mut mailed = None;

        for (kind, reset_url) in reset_urls(page.as_ref(), &profile.id) {
            match client.request_password_reset(email, Some(&reset_url)).await {
                Ok(()) => {
                    mailed = Some(kind);
                    break;
                }
                Err(error) if is_reset_url_refused(&error) => {}
                Err(error) => return Err(error.into()),
            }
        }

        let mailed = if let Some(mailed) = mailed {
            mailed
        } else {
            client.request_password_reset(email, None).await?;
            MailedLinkKind::DataStudio
        };

        let email = email.to_owned();
        self.disk
            .update_details(id, move |profile| profile.last_email = Some(email))
            .await;

        Ok(mailed)
    }

    /// Finds the profile that a mailed link belongs to. `chosen` is the person's own choice: the profile of the screen
    /// that they pasted the link into, or one of several. Contacts nothing.
    pub(super) async fn find_profile(
        &self,
        link: &Link,
        chosen: Option<&ProfileId>,
    ) -> Result<ResolvedLink, Error> {
        let (link, purpose) = match link {
            Link::ResetPassword(link) => (link, TokenPurpose::ResetPassword),
            Link::AcceptInvite(link) => (link, TokenPurpose::AcceptInvite),
            Link::VerifyEmail(link) => (link, TokenPurpose::VerifyEmail),
            Link::Add(_) => return Err(Error::WrongLinkPurpose),
        };
        let loaded = self.disk.profiles().await?;
        let mut profiles = profiles_for_link(&loaded.profiles, link);

        if let Some(chosen) = chosen {
            profiles.retain(|profile| &profile.id == chosen);
        }

        match profiles.as_slice() {
            [] => Err(Error::NoProfileForLink),
            [profile] => Ok(ResolvedLink {
                profile: (*profile).clone(),
                purpose,
                token: link.token.clone(),
                hint: TokenHint::read(&link.token),
            }),
            several => Err(Error::SeveralProfilesForLink(
                several.iter().map(|&profile| profile.clone()).collect(),
            )),
        }
    }

    /// Sends the new password (`POST /auth/password/reset`, `POST /users/invite/accept`). A reset ends all sessions of
    /// the account on the server, so the one that is stored here is deleted (S-25).
    pub(super) async fn set_password(
        &self,
        link: &ResolvedLink,
        password: &Secret,
    ) -> Result<(), Error> {
        let profile = self.disk.profile(&link.profile.id).await?;
        let client = self.clients.for_profile(&profile).await?;
        // Read before the request: a session that begins while the answer is on its way has the new password already.
        let before = match (link.purpose, &link.hint.email) {
            (TokenPurpose::ResetPassword, Some(email)) => {
                self.refresh_token_of(&profile, email).await
            }
            _ => None,
        };

        match link.purpose {
            TokenPurpose::ResetPassword => client.reset_password(&link.token, password).await?,
            TokenPurpose::AcceptInvite => client.accept_invite(&link.token, password).await?,
            TokenPurpose::VerifyEmail => return Err(Error::WrongLinkPurpose),
        }

        // The server accepted the token, so what the token says about itself is now known to be true.
        let Some(email) = link.hint.email.clone() else {
            return Ok(());
        };

        if let Some(refresh) = before {
            self.sessions.delete_ended(&profile, &refresh).await;
        }

        self.disk
            .update_details(&profile.id, move |profile| profile.last_email = Some(email))
            .await;

        Ok(())
    }

    /// Confirms a self-registered address (`GET /users/register/verify-email`).
    pub(super) async fn verify_email(&self, link: &ResolvedLink) -> Result<(), Error> {
        if link.purpose != TokenPurpose::VerifyEmail {
            return Err(Error::WrongLinkPurpose);
        }

        let client = self.clients.for_profile(&link.profile).await?;

        Ok(client.verify_email(&link.token).await?)
    }

    /// The refresh token of the stored session, if it is of the account with this address. `None` for a static token,
    /// which outlives a new password.
    async fn refresh_token_of(&self, profile: &Profile, email: &str) -> Option<Secret> {
        let stored = self.sessions.load(profile, Unlock::Never).await.ok()??;
        let is_theirs = stored
            .session
            .account
            .email
            .is_some_and(|own| own.eq_ignore_ascii_case(email));

        stored.session.refresh.filter(|_| is_theirs)
    }
}

/// The links a mail can hold besides the Data Studio's own, best first, with the `reset_url` that asks for each. `page`
/// is the companion's.
pub(super) fn reset_urls(
    page: Option<&Url>,
    id: &ProfileId,
) -> impl Iterator<Item = (MailedLinkKind, String)> {
    let companion = page.map(|page| (MailedLinkKind::CompanionPage, page.as_str()));

    // The profile's id is random and made here (S-28). It comes back in the link and names the profile that asked.
    companion
        .into_iter()
        .chain([(MailedLinkKind::CustomScheme, RESET_URL)])
        .map(move |(kind, address)| (kind, format!("{address}?profile={}", id.as_str())))
}

/// Whether the server refused a `reset_url` that is not on its list.
pub(super) fn is_reset_url_refused(error: &directus::Error) -> bool {
    matches!(error, directus::Error::Refused(refusal) if refusal.code == ErrorCode::InvalidPayload)
}

/// The profiles a link can belong to: the one it names, else those its page is on, else any.
fn profiles_for_link<'a>(profiles: &'a Profiles, link: &TokenLink) -> Vec<&'a Profile> {
    let named = link.profile.as_ref().and_then(|id| profiles.get(id));

    match (named, &link.profile, &link.page) {
        // A link that names a profile and a page must mean the same instance by both.
        (Some(profile), _, Some(page)) => profiles
            .for_link(page)
            .into_iter()
            .filter(|other| other.id == profile.id)
            .collect(),
        (Some(profile), _, None) => vec![profile],
        (None, _, Some(page)) => profiles.for_link(page),
        (None, Some(_), None) => Vec::new(),
        (None, None, None) => profiles.iter().collect(),
    }
}
