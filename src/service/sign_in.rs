//! Signing in: the one way from a credential to a stored session. Owns the order of its steps; the credentials and
//! their requests are `credential`'s, storing is `session_store`'s.
//!
//! 1. The operation begins, and with it every earlier one on this profile is superseded.
//! 2. The profile's lock is taken, so that no renewal elsewhere comes in between.
//! 3. The credential is sent, once. A later operation gets the lock at once; what is granted after that is ended on the
//!    server.
//! 4. The session is stored before it is used, then the account's details are asked for and written, all under the lock.
//!    A static token has no session of its own: in step 3 the server is asked whose it is, and nothing of it is ended.
//! 5. The lock is given back, and the session that the profile had before is ended on the server.

use super::{
    background::BackgroundWork,
    clients::Clients,
    credential::{Credential, Grant},
    disk::Disk,
    error::Error,
    operation::{Operation, Operations, ProfileGuard},
    session_store::{SessionInfo, SessionStore, StoredIn},
    sign_in_events::SignInEvents,
};
use crate::{
    directus::Client,
    profile::{Profile, ProfileId},
    session::{Account, Moment, Session, enforces_tfa},
    vault::Unlock,
};

#[derive(Debug, Clone)]
pub(super) struct SignIn {
    pub(super) disk: Disk,
    pub(super) clients: Clients,
    pub(super) operations: Operations,
    pub(super) sessions: SessionStore,
    pub(super) background: BackgroundWork,
    pub(super) events: SignInEvents,
    pub(super) clock: fn() -> Moment,
}

impl SignIn {
    /// Signs in to a profile with `credential`. [`Error::Superseded`] if the person began something else with this
    /// profile meanwhile.
    pub(super) async fn with(
        &self,
        id: &ProfileId,
        credential: Credential,
    ) -> Result<SessionInfo, Error> {
        let operation = self.operations.begin(id);
        let profile = self.disk.profile(id).await?;
        let client = self.clients.for_profile(&profile).await?;
        let sign_in = self.clone();

        self.background
            .run_to_completion(async move {
                sign_in
                    .establish(operation, &profile, &client, credential)
                    .await
            })
            .await
    }

    /// From the credential to the stored session. The caller runs this to completion: from the server's answer on, a
    /// session exists that must be stored or ended.
    pub(super) async fn establish(
        &self,
        operation: Operation,
        profile: &Profile,
        client: &Client,
        credential: Credential,
    ) -> Result<SessionInfo, Error> {
        let guard = match self.operations.acquire(operation).await {
            Ok(guard) => guard,
            Err(error) => {
                credential.discard(client).await;

                return Err(error);
            }
        };
        let (grant, guard) = redeem(guard, client, credential).await?;

        Ok(self.store(profile, client, grant, guard).await)
    }

    /// Stores the session of `grant` and ends the one that the profile had before.
    async fn store(
        &self,
        profile: &Profile,
        client: &Client,
        grant: Grant,
        mut guard: ProfileGuard,
    ) -> SessionInfo {
        let NewSession {
            session,
            email,
            needs_details,
            enforce_tfa,
        } = NewSession::from_grant(profile, grant, guard.locked_at());
        let before = self
            .sessions
            .load(profile, Unlock::Never)
            .await
            .ok()
            .flatten();
        let mut stored = self.sessions.store(profile, session).await;

        // A sign-in has worked, and must not fail because the server does not say who that is.
        if needs_details && let Some(access) = stored.session.access.clone() {
            match guard.unless_superseded(client.me(&access.token)).await {
                Some(Ok(account)) => {
                    stored.session.account = account;
                    stored = self.sessions.store(profile, stored.session).await;
                }
                Some(Err(error)) => {
                    tracing::warn!(%error, "signed in, but the account's details are not known");
                }
                None => tracing::debug!("signed in, and a later operation has begun already"),
            }
        }

        let account = stored.session.account.clone();
        self.disk
            .update_details(&profile.id, move |profile| {
                profile.account = Some(account);
                if email.is_some() {
                    profile.last_email = email;
                }
            })
            .await;
        // Only now: a later operation must find the account of this one written, or it would be written over its own.
        drop(guard);

        // If the keyring did not take the new session, the old one is still in it and worth having.
        if stored.stored_in == StoredIn::Keyring
            && let Some(refresh) = before.and_then(|before| before.session.refresh)
        {
            let _ = client.logout(&refresh).await;
        }
        self.events.announce(&profile.id, &stored.stored_in);

        stored.into_info(&(self.clock)(), enforce_tfa)
    }
}

/// Sends the credential while the lock is held. When a later operation begins meanwhile, it gets the lock at once, and
/// a session that is granted all the same is ended on the server: [`Error::Superseded`].
async fn redeem(
    mut guard: ProfileGuard,
    client: &Client,
    credential: Credential,
) -> Result<(Grant, ProfileGuard), Error> {
    let begins_session = credential.begins_session();
    let mut redeeming = std::pin::pin!(credential.redeem(client));

    if let Some(grant) = guard.unless_superseded(&mut redeeming).await {
        return Ok((grant?, guard));
    }

    drop(guard);
    if begins_session {
        redeeming.await?.discard(client).await;
    }

    Err(Error::Superseded)
}

/// A session that is not stored yet.
struct NewSession {
    session: Session,
    /// The address that was typed, if one was.
    email: Option<String>,
    /// Whether the server is still to be asked whose session it is.
    needs_details: bool,
    enforce_tfa: bool,
}

impl NewSession {
    fn from_grant(profile: &Profile, grant: Grant, obtained_at: &Moment) -> Self {
        match grant {
            Grant::Tokens {
                provider,
                tokens,
                email,
            } => {
                let account = Account {
                    email: email.clone(),
                    ..Account::default()
                };

                Self {
                    enforce_tfa: enforces_tfa(&tokens.access),
                    session: Session::new(
                        &profile.url,
                        &provider,
                        account,
                        tokens,
                        obtained_at.clone(),
                    ),
                    email,
                    needs_details: true,
                }
            }
            Grant::StaticToken { token, account } => Self {
                session: Session::with_static_token(
                    &profile.url,
                    account,
                    token,
                    obtained_at.clone(),
                ),
                email: None,
                needs_details: false,
                enforce_tfa: false,
            },
        }
    }
}
