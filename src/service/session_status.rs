//! What is known of a profile's session at this moment. Owns which answers of the server and the keyring mean signed in,
//! signed out, ended or not known.

use std::time::Duration;

use super::{
    clients::Clients,
    disk::Disk,
    error::{Error, SessionEnd},
    renewal::Renewal,
    session_store::{SessionInfo, SessionStore, StoredSession},
};
use crate::{
    directus::{self, ErrorCode},
    profile::{Profile, ProfileId},
    session::{Moment, RecordError},
    vault::{self, Unlock},
};

/// An access token must outlive the question that is asked with it.
const MIN_TOKEN_LIFETIME: Duration = Duration::from_secs(30);

/// What is known of a profile's session at this moment.
#[derive(Debug, Clone)]
pub enum SessionStatus {
    /// Signed in, and the server agreed within this call.
    SignedIn(SessionInfo),
    /// Signed in as far as this machine knows; the server could not be asked.
    Unconfirmed(SessionInfo, directus::Error),
    /// Nobody is signed in: the keyring said so.
    SignedOut,
    /// Was signed in; the server ended it.
    Ended(SessionEnd),
    /// The keyring could not say, which is never the same as signed out.
    KeyringError(vault::Error),
    /// The record cannot be used; it was left where it is (S-43).
    UnusableRecord(RecordError),
}

#[derive(Debug, Clone)]
pub(super) struct StatusCheck {
    pub(super) disk: Disk,
    pub(super) clients: Clients,
    pub(super) sessions: SessionStore,
    pub(super) renewal: Renewal,
    pub(super) clock: fn() -> Moment,
}

impl StatusCheck {
    /// Asks the server, where that is possible. A person who lets the keyring prompt has it tried again for a session
    /// that it refused before.
    pub(super) async fn check(
        &self,
        id: &ProfileId,
        unlock: Unlock,
    ) -> Result<SessionStatus, Error> {
        let profile = self.disk.profile(id).await?;
        if unlock.may_prompt() {
            self.sessions.store_in_keyring_again(&profile).await;
        }

        let stored = match self.sessions.load(&profile, unlock).await {
            Ok(Some(stored)) => stored,
            Ok(None) => return Ok(SessionStatus::SignedOut),
            Err(Error::Vault(error)) => return Ok(SessionStatus::KeyringError(error)),
            Err(Error::Record(error)) => return Ok(SessionStatus::UnusableRecord(error)),
            Err(error) => return Err(error),
        };
        let info = |stored: StoredSession| stored.into_info(&(self.clock)(), false);

        match self
            .confirm_with_server(&profile, stored.clone(), unlock)
            .await
        {
            Ok(confirmed) => Ok(SessionStatus::SignedIn(info(confirmed))),
            Err(Error::SessionEnded(end)) => Ok(SessionStatus::Ended(end)),
            Err(Error::NotSignedIn) => Ok(SessionStatus::SignedOut),
            Err(Error::Vault(error)) => Ok(SessionStatus::KeyringError(error)),
            Err(Error::Directus(error)) => Ok(SessionStatus::Unconfirmed(info(stored), error)),
            Err(error) => Err(error),
        }
    }

    /// Asks the server whose session this is. An access token that is rejected before its time gets one renewal and one
    /// repeat of the question, then the session counts as ended.
    async fn confirm_with_server(
        &self,
        profile: &Profile,
        mut stored: StoredSession,
        unlock: Unlock,
    ) -> Result<StoredSession, Error> {
        let client = self.clients.for_profile(profile).await?;
        let mut rejected = None;

        for _ in 0..2 {
            let valid = stored
                .session
                .valid_access(&(self.clock)(), MIN_TOKEN_LIFETIME);
            let access = match valid {
                Some(access) if rejected.is_none() => access,
                _ => {
                    stored = self
                        .renewal
                        .renew(profile, MIN_TOKEN_LIFETIME, rejected.as_ref(), unlock)
                        .await?;

                    match stored.session.access.clone() {
                        Some(access) => access,
                        None => return Err(Error::Internal),
                    }
                }
            };

            match client.me(&access.token).await {
                Ok(account) => {
                    if profile.account.as_ref() != Some(&account) {
                        let account = account.clone();
                        self.disk
                            .update_details(&profile.id, move |profile| {
                                profile.account = Some(account);
                            })
                            .await;
                    }

                    stored.session.account = account;

                    return Ok(stored);
                }
                Err(directus::Error::Refused(refusal))
                    if matches!(
                        refusal.code,
                        ErrorCode::InvalidCredentials
                            | ErrorCode::TokenExpired
                            | ErrorCode::InvalidToken
                    ) =>
                {
                    rejected = Some(access.token);
                }
                Err(error) => return Err(error.into()),
            }
        }

        Err(Error::SessionEnded(SessionEnd::OnServer))
    }
}
