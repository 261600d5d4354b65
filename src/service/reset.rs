//! A forgotten password, an invitation, a registration: asking for the mail, finding where a link belongs,
//! sending the new password. A link never acts by itself and never names a server to trust (S-23, S-25).

use url::Url;

use super::{Error, Service};
use crate::{
    directus::{self, ErrorCode},
    identity::RESET_URL,
    link::{Link, TokenLink, TokenPurpose},
    profile::{Profile, ProfileId},
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
    /// The Data Studio's own page: the person copies it and pastes it here.
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

impl Service {
    /// Asks for the reset mail (`POST /auth/password/request`). The server refuses a `reset_url` it does not
    /// know before it looks at the e-mail, so its 400 decides which link the mail will hold: the companion's page,
    /// else our scheme, else the Data Studio's own.
    pub async fn request_password_reset(
        &self,
        id: &ProfileId,
        email: &str,
    ) -> Result<MailedLinkKind, Error> {
        let profile = self.profile(id).await?;
        let client = self.client(&profile).await?;
        // The page counts only where the companion is this very instance's; that it cannot be asked costs nothing.
        let page = client
            .companion()
            .await
            .ok()
            .flatten()
            .and_then(|companion| companion.reset_password);
        let email = email.trim();
        let mut mailed = None;

        for (link, reset_url) in reset_urls(page.as_ref(), &profile.id) {
            match client.request_password_reset(email, Some(&reset_url)).await {
                Ok(()) => {
                    mailed = Some(link);
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
        self.update_details(id, move |profile| profile.last_email = Some(email))
            .await;

        Ok(mailed)
    }

    /// Finds the instance a mailed link belongs to, among the kept ones only. `chosen` is the person's own
    /// choice: of the waiting screen they pasted into, or among several. Contacts nothing.
    pub async fn find_profile_for_link(
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
        let loaded = self.profiles().await?;
        let mut fitting = profiles_for_link(&loaded.profiles, link);

        if let Some(chosen) = chosen {
            fitting.retain(|profile| &profile.id == chosen);
        }

        match fitting.as_slice() {
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

    /// Sends the new password (`POST /auth/password/reset`, `POST /users/invite/accept`). A reset ends all
    /// sessions of the account on the server, so what is kept of it here goes too (S-25).
    pub async fn set_password(
        &self,
        invitation: &ResolvedLink,
        password: &Secret,
    ) -> Result<(), Error> {
        let profile = self.profile(&invitation.profile.id).await?;
        let client = self.client(&profile).await?;
        // Asked for now: a session that begins while the answer is on its way is one with the new password.
        let before = match (invitation.purpose, &invitation.hint.email) {
            (TokenPurpose::ResetPassword, Some(email)) => {
                self.refresh_token_of(&profile, email).await
            }
            _ => None,
        };

        match invitation.purpose {
            TokenPurpose::ResetPassword => {
                client.reset_password(&invitation.token, password).await?
            }
            TokenPurpose::AcceptInvite => client.accept_invite(&invitation.token, password).await?,
            TokenPurpose::VerifyEmail => return Err(Error::WrongLinkPurpose),
        }

        // The server took the token, so what it says about itself is now known to be true.
        let Some(email) = invitation.hint.email.clone() else {
            return Ok(());
        };

        if let Some(refresh) = before {
            self.discard_ended_session(&profile, &refresh).await;
        }

        self.update_details(&profile.id, move |profile| profile.last_email = Some(email))
            .await;

        Ok(())
    }

    /// Confirms a self-registered address (`GET /users/register/verify-email`).
    pub async fn verify_email(&self, invitation: &ResolvedLink) -> Result<(), Error> {
        if invitation.purpose != TokenPurpose::VerifyEmail {
            return Err(Error::WrongLinkPurpose);
        }

        let client = self.client(&invitation.profile).await?;

        Ok(client.verify_email(&invitation.token).await?)
    }

    /// The refresh token of the kept session, if it is of this account. A static token outlives a new password.
    async fn refresh_token_of(&self, profile: &Profile, email: &str) -> Option<Secret> {
        let kept = self.load_session(profile, Unlock::Never).await.ok()??;
        let is_theirs = kept
            .session
            .account
            .email
            .is_some_and(|kept| kept.eq_ignore_ascii_case(email));

        kept.session.refresh.filter(|_| is_theirs)
    }
}

/// The links a mail can hold besides the Data Studio's own, best first, with the `reset_url` each is asked for by.
/// `page` is the companion's.
pub(super) fn reset_urls(
    page: Option<&Url>,
    id: &ProfileId,
) -> impl Iterator<Item = (MailedLinkKind, String)> {
    let bridge = page.map(|page| (MailedLinkKind::CompanionPage, page.as_str()));

    // The id is ours and random (S-28); it survives in the link and tells which profile asked.
    bridge
        .into_iter()
        .chain([(MailedLinkKind::CustomScheme, RESET_URL)])
        .map(move |(link, address)| (link, format!("{address}?profile={}", id.as_str())))
}

/// Whether the server refused a `reset_url` that is not on its list.
pub(super) fn is_reset_url_refused(error: &directus::Error) -> bool {
    matches!(error, directus::Error::Refused(refusal) if refusal.code == ErrorCode::InvalidPayload)
}

/// The kept profiles a link can belong to: the one it names, else those its page is on, else any.
fn profiles_for_link<'a>(
    profiles: &'a crate::profile::Profiles,
    link: &TokenLink,
) -> Vec<&'a Profile> {
    let named = link.profile.as_ref().and_then(|id| profiles.get(id));

    match (named, &link.profile, &link.page) {
        // A link that names both must mean the same place by both.
        (Some(profile), _, Some(page)) => profiles
            .for_link(page)
            .into_iter()
            .filter(|serving| serving.id == profile.id)
            .collect(),
        (Some(profile), _, None) => vec![profile],
        (None, _, Some(page)) => profiles.for_link(page),
        (None, Some(_), None) => Vec::new(),
        (None, None, None) => profiles.iter().collect(),
    }
}
