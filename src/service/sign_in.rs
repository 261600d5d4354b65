//! Signing in with a password, keeping a fresh session whichever way it came, asking how things stand.
//! A password or code is sent once, by the person's own act, and never again by the machine (S-48).

use std::time::{Duration, SystemTime};

use super::{Error, Service, SessionEnd, keeping::StoredSession, turn::ProfileGuard};
use crate::{
    directus::{self, Client, ErrorCode},
    profile::{Profile, ProfileId},
    secret::Secret,
    session::{Account, RecordError, Session, Tokens, enforces_tfa},
    vault::{self, Unlock},
};

/// The provider name Directus gives to accounts with a password of its own.
pub(super) const DEFAULT_PROVIDER: &str = "default";

/// An access token must outlive the question asked with it.
const MIN_TOKEN_LIFETIME: Duration = Duration::from_secs(30);

/// E-mail, password and perhaps a one-time code.
#[derive(Debug, Clone)]
pub struct Credentials {
    /// E-mail address.
    pub email: String,
    /// Password.
    pub password: Secret,
    /// One-time code; `None` until the server asks with `INVALID_OTP`.
    pub otp: Option<Secret>,
}

/// Where a session is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StoredIn {
    /// In the operating system's keyring.
    Keyring,
    /// In this process only, and why.
    Memory(vault::Error),
}

/// A session as people and programs are told of it.
#[derive(Debug, Clone)]
pub struct SessionInfo {
    /// Whose.
    pub account: Account,
    /// Directus provider; `default` for e-mail and password, empty for a static token.
    pub provider: String,
    /// It is a static token that a person made in the Data Studio: it does not end by itself, and signing out here
    /// does not end it.
    pub is_static: bool,
    /// Until when the access token in hand is valid; `None` when there is none in hand, or it has no end.
    pub expires_at: Option<SystemTime>,
    /// Where it is kept.
    pub stored_in: StoredIn,
    /// The project demands two-factor, and this account has none yet. Known only right after signing in: a
    /// refreshed token no longer says so.
    pub enforce_tfa: bool,
}

/// What is known about a profile's session at this moment.
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
    /// The keyring could not say: never the same as signed out.
    KeyringError(vault::Error),
    /// The record cannot be used; it was left where it is (S-43).
    UnusableRecord(RecordError),
}

impl Service {
    /// Signs in with e-mail and password (`POST /auth/login`) and keeps the session. A session this profile had
    /// before is ended on the server once the new one is kept. [`Error::Superseded`] if the person has begun something
    /// else with this profile meanwhile.
    pub async fn sign_in(
        &self,
        id: &ProfileId,
        credentials: Credentials,
    ) -> Result<SessionInfo, Error> {
        let act = self.begin_operation(id);
        let profile = self.profile(id).await?;
        let client = self.client(&profile).await?;
        let Credentials {
            email,
            password,
            otp,
        } = credentials;
        let service = self.clone();

        // Boxed: what a caller holds of it while it waits is small.
        let work = Box::pin(async move {
            let turn = service.acquire_profile(act, &profile).await?;
            let login = async { Ok(client.login(&email, &password, otp.as_ref()).await?) };
            let (tokens, turn) = service.obtain_tokens(turn, &client, login).await?;
            drop((password, otp));
            let guess = Account {
                email: Some(email),
                ..Account::default()
            };

            Ok(service
                .establish_session(&profile, &client, DEFAULT_PROVIDER, tokens, guess, turn)
                .await)
        });

        self.run_to_completion(work).await
    }

    /// Signs in at a named password provider such as LDAP (`POST /auth/login/PROVIDER`) and keeps the session,
    /// like [`Service::sign_in`].
    pub async fn sign_in_with_provider(
        &self,
        id: &ProfileId,
        provider: &str,
        identifier: &str,
        password: Secret,
        otp: Option<Secret>,
    ) -> Result<SessionInfo, Error> {
        let act = self.begin_operation(id);
        let profile = self.profile(id).await?;
        let client = self.client(&profile).await?;
        let (service, provider, identifier) =
            (self.clone(), provider.to_owned(), identifier.to_owned());

        // Boxed: what a caller holds of it while it waits is small.
        let work = Box::pin(async move {
            let turn = service.acquire_profile(act, &profile).await?;
            let login = async {
                let otp = otp.as_ref();
                Ok(client
                    .login_with_provider(&provider, &identifier, &password, otp)
                    .await?)
            };
            let (tokens, turn) = service.obtain_tokens(turn, &client, login).await?;
            drop((password, otp));
            let guess = Account::default();

            Ok(service
                .establish_session(&profile, &client, &provider, tokens, guess, turn)
                .await)
        });

        self.run_to_completion(work).await
    }

    /// Keeps a session that has just begun, whichever way, and ends the one the profile had before. `guess` is
    /// what is known of the account should the server fail to say: the sign-in worked, and that must not undo it.
    /// The profile's lock was taken before the sign-in, so that no refresh elsewhere comes in between; nobody else
    /// waits for it longer than it takes to keep the session.
    pub(super) async fn establish_session(
        &self,
        profile: &Profile,
        client: &Client,
        provider: &str,
        tokens: Tokens,
        guess: Account,
        mut turn: ProfileGuard,
    ) -> SessionInfo {
        let enforce_tfa = enforces_tfa(&tokens.access);
        let typed = guess.email.clone();
        let access = tokens.access.clone();
        let session = Session::new(
            &profile.url,
            provider,
            guess,
            tokens,
            turn.locked_at().clone(),
        );
        let before = self
            .load_session(profile, Unlock::Never)
            .await
            .ok()
            .flatten();
        // Kept before it is used, as every session is.
        let mut kept = self.store_session(profile, session).await;

        match turn.unless_superseded(client.me(&access)).await {
            Some(Ok(account)) => {
                kept.session.account = account;
                kept = self.store_session(profile, kept.session).await;
            }
            Some(Err(error)) => {
                tracing::warn!(%error, "signed in, but the account's details are not known");
            }
            None => tracing::debug!("signed in, and the person does something else already"),
        }

        let account = kept.session.account.clone();
        self.update_details(&profile.id, move |profile| {
            profile.account = Some(account);
            if typed.is_some() {
                profile.last_email = typed;
            }
        })
        .await;
        drop(turn);

        // A session that was not replaced in the keyring is still worth having.
        if let Some(before) = before.and_then(|before| before.session.refresh)
            && kept.stored_in == StoredIn::Keyring
        {
            let _ = client.logout(&before).await;
        }

        self.announce_sign_in(&profile.id, &kept.stored_in);

        self.session_info(kept, enforce_tfa)
    }

    /// What is known about the session, asking the server where that is possible. `unlock` says
    /// whether the keyring may prompt.
    pub async fn session_status(
        &self,
        id: &ProfileId,
        unlock: Unlock,
    ) -> Result<SessionStatus, Error> {
        let profile = self.profile(id).await?;
        if unlock.may_prompt() {
            self.store_in_keyring_again(&profile).await;
        }

        let kept = match self.load_session(&profile, unlock).await {
            Ok(Some(kept)) => kept,
            Ok(None) => return Ok(SessionStatus::SignedOut),
            Err(Error::Vault(trouble)) => return Ok(SessionStatus::KeyringError(trouble)),
            Err(Error::Record(damage)) => return Ok(SessionStatus::UnusableRecord(damage)),
            Err(error) => return Err(error),
        };

        match self
            .confirm_with_server(&profile, kept.clone(), unlock)
            .await
        {
            Ok(confirmed) => Ok(SessionStatus::SignedIn(self.session_info(confirmed, false))),
            Err(Error::SessionEnded(end)) => Ok(SessionStatus::Ended(end)),
            Err(Error::NotSignedIn) => Ok(SessionStatus::SignedOut),
            Err(Error::Vault(trouble)) => Ok(SessionStatus::KeyringError(trouble)),
            Err(Error::Directus(error)) => Ok(SessionStatus::Unconfirmed(
                self.session_info(kept, false),
                error,
            )),
            Err(error) => Err(error),
        }
    }

    /// Asks the server who this session is. An access token that dies early gets one refresh and one repeat, then
    /// the session counts as ended.
    async fn confirm_with_server(
        &self,
        profile: &Profile,
        mut kept: StoredSession,
        unlock: Unlock,
    ) -> Result<StoredSession, Error> {
        let client = self.client(profile).await?;
        let mut spoilt = None;

        for _ in 0..2 {
            let usable = kept.session.valid_access(&self.now(), MIN_TOKEN_LIFETIME);
            let access = match usable {
                Some(access) if spoilt.is_none() => access,
                _ => {
                    kept = self
                        .renew_session(profile, MIN_TOKEN_LIFETIME, spoilt.as_ref(), unlock)
                        .await?;

                    match kept.session.access.clone() {
                        Some(access) => access,
                        None => return Err(Error::Internal),
                    }
                }
            };

            match client.me(&access.token).await {
                Ok(account) => {
                    if profile.account.as_ref() != Some(&account) {
                        let account = account.clone();
                        self.update_details(&profile.id, move |profile| {
                            profile.account = Some(account)
                        })
                        .await;
                    }

                    kept.session.account = account;

                    return Ok(kept);
                }
                Err(directus::Error::Refused(refusal))
                    if matches!(
                        refusal.code,
                        ErrorCode::InvalidCredentials
                            | ErrorCode::TokenExpired
                            | ErrorCode::InvalidToken
                    ) =>
                {
                    spoilt = Some(access.token);
                }
                Err(error) => return Err(error.into()),
            }
        }

        Err(Error::SessionEnded(SessionEnd::OnServer))
    }

    pub(super) fn session_info(&self, kept: StoredSession, enforce_tfa: bool) -> SessionInfo {
        let StoredSession { session, stored_in } = kept;
        let access = session.valid_access(&self.now(), Duration::ZERO);

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
