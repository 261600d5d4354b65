//! Access tokens: the stored one while it is valid, else one renewal under the profile's lock. Owns the order
//! "lock, reload, renew, store, use"; a new refresh token is stored before its access token is used or issued.
//!
//! # What is lost when a renewal is interrupted
//!
//! The old token is kept until the server has given the new one, and the new one is in the keyring before anybody uses
//! it. One window is left, and it is the server's: from the moment Directus has exchanged the token until its answer is
//! in the keyring, a lost answer is a lost session. It is reported as [`SessionEnd::RenewalInterrupted`], and not as
//! somebody else's sign-out. Measured by `tests/e2e/session` on a real Directus on `SQLite`, a real keyring, two busy
//! cores and an unoptimised build, where the window is some sixty milliseconds:
//!
//! | what was done | times | sessions lost | reported |
//! |---|---|---|---|
//! | `kill -9` at any moment of `latchkey token` with a renewal in it | 100 | 30 | 30 |
//! | `kill -9` after the request for the renewal had left | 100 | 33 | 33 |
//! | of these 200: before the request, or once the keyring had the answer | 137 | 0 | |
//! | connection cut before the server | each run | 0 | |
//! | connection cut after the server, before or within the answer | each run | all | all |
//! | Ctrl-C, SIGTERM, SIGHUP while the keyring takes the answer | each run | 0 | |
//!
//! A usual run repeats it a few times; for these figures, in about ten minutes:
//! `LATCHKEY_TEST_KILLS=200 LATCHKEY_TEST_RENEWALS=240 cargo test --test e2e session:: -- --nocapture`.
//!
//! # Why not Directus's session mode
//!
//! Its token, the one of the cookie, can be asked for again within ten seconds. But it ends one day after its last
//! renewal, so that Friday's sign-in is over on Monday; it ends when the server's `SECRET` changes; its access token *is*
//! the session, so that every program that gets one could renew it for ever; and after the ten seconds a lost answer is
//! lost there too. The two cannot be combined: a json refresh token is refused in session mode, and exchanging one for
//! the other uses it up (`tests/e2e/session/modes.rs`).

use std::time::Duration;

use super::{
    background::BackgroundWork,
    clients::Clients,
    disk::Disk,
    error::{Error, SessionEnd},
    profile_lock::{LOCK_TIMEOUT, ProfileLocks},
    session_store::{SessionStore, StoredIn, StoredSession},
};
use crate::{
    directus::{self, ErrorCode},
    profile::{Profile, ProfileId},
    secret::Secret,
    session::{AccessToken, DEFAULT_PROVIDER, Moment},
    vault::Unlock,
};

/// How long a renewal that was interrupted may still be under way at the server. Two at once with one token would both
/// be answered, and only one of the new tokens would live.
const INTERRUPTED_RENEWAL_WAIT: Duration = Duration::from_secs(1);

/// A bearer token, and where the session it came from is stored now.
#[derive(Debug, Clone)]
pub struct IssuedToken {
    /// The token.
    pub access: AccessToken,
    /// In memory only when the keyring refused the renewed session: a program that ends must say so.
    pub stored_in: StoredIn,
}

#[derive(Debug, Clone)]
pub(super) struct Renewal {
    pub(super) disk: Disk,
    pub(super) clients: Clients,
    pub(super) locks: ProfileLocks,
    pub(super) sessions: SessionStore,
    pub(super) background: BackgroundWork,
    pub(super) clock: fn() -> Moment,
}

impl Renewal {
    /// A bearer token valid for at least `at_least`, renewed when necessary; one renewal at a time across processes.
    pub(super) async fn access_token(
        &self,
        id: &ProfileId,
        at_least: Duration,
        unlock: Unlock,
    ) -> Result<IssuedToken, Error> {
        let profile = self.disk.profile(id).await?;
        let stored = self
            .sessions
            .load(&profile, unlock)
            .await?
            .ok_or(Error::NotSignedIn)?;

        if let Some(access) = stored.session.valid_access(&(self.clock)(), at_least) {
            return Ok(IssuedToken {
                access,
                stored_in: stored.stored_in,
            });
        }

        let renewed = self.renew(&profile, at_least, None, unlock).await?;

        match renewed.session.valid_access(&(self.clock)(), at_least) {
            Some(access) => Ok(IssuedToken {
                access,
                stored_in: renewed.stored_in,
            }),
            None => Err(Error::TokenTooShortLived {
                lifetime: renewed
                    .session
                    .access
                    .and_then(|access| access.lifetime())
                    .unwrap_or_default(),
            }),
        }
    }

    /// Renews under the lock, unless another process has done so meanwhile. `rejected` is an access token the server
    /// refused although it should still be valid: it counts as expired.
    ///
    /// Goes on to its end even if nobody waits for it any more: a renewal cut in half is a lost session.
    pub(super) async fn renew(
        &self,
        profile: &Profile,
        at_least: Duration,
        rejected: Option<&Secret>,
        unlock: Unlock,
    ) -> Result<StoredSession, Error> {
        let (renewal, profile, rejected) = (self.clone(), profile.clone(), rejected.cloned());

        self.background
            .run_to_completion(async move {
                renewal
                    .renew_under_lock(&profile, at_least, rejected, unlock)
                    .await
            })
            .await
    }

    async fn renew_under_lock(
        &self,
        profile: &Profile,
        at_least: Duration,
        rejected: Option<Secret>,
        unlock: Unlock,
    ) -> Result<StoredSession, Error> {
        let mut lock = self.locks.acquire(&profile.id, LOCK_TIMEOUT).await?;
        let stored = self
            .sessions
            .load(profile, unlock)
            .await?
            .ok_or(Error::NotSignedIn)?;
        let valid = stored.session.valid_access(&(self.clock)(), at_least);

        if valid.is_some_and(|access| {
            rejected
                .as_ref()
                .is_none_or(|rejected| rejected.expose() != access.token.expose())
        }) {
            return Ok(stored);
        }

        // A static token cannot be renewed: the server refuses it after it was removed in the Data Studio.
        let Some(refresh) = stored.session.refresh.clone() else {
            return Err(Error::SessionEnded(SessionEnd::StaticTokenRevoked));
        };
        let client = self.clients.for_profile(profile).await?;
        let was_interrupted =
            lock.file.interrupted_operation() == Some(stored.session.refresh_token_id());
        if was_interrupted {
            tokio::time::sleep(INTERRUPTED_RENEWAL_WAIT).await;
        }
        let (session, asked_at) = (stored.session, (self.clock)());
        // Marked before the token is sent: should this process die during the renewal, the next one knows why the
        // server no longer accepts the token.
        lock.file.mark_started(session.refresh_token_id());

        let error = match client.refresh(&refresh).await {
            Ok(tokens) => {
                let stored = self
                    .sessions
                    .store(profile, session.renewed(tokens, asked_at))
                    .await;
                if stored.stored_in == StoredIn::Keyring {
                    lock.file.mark_finished();
                }

                return Ok(stored);
            }
            Err(directus::Error::Refused(refusal)) => {
                directus::Error::Refused(as_provider_failure(refusal, &session.provider))
            }
            Err(error) => error,
        };
        if !was_interrupted && is_refresh_token_unused(&error) {
            lock.file.mark_finished();
        }

        match error {
            directus::Error::Refused(refusal) => match SessionEnd::from_refresh_refusal(&refusal) {
                Some(end) => {
                    if end.is_final() {
                        self.sessions.delete_ended(profile, &refresh).await;
                        lock.file.mark_finished();
                    }

                    Err(Error::SessionEnded(match end {
                        SessionEnd::OnServer if was_interrupted => SessionEnd::RenewalInterrupted,
                        end => end,
                    }))
                }
                None => Err(directus::Error::Refused(refusal).into()),
            },
            // Not reached, or no answer: the old token stays, and the next call tries it again.
            error => Err(error.into()),
        }
    }
}

/// Whether the refresh token that was sent is surely not used up: nothing was sent, or the server itself said no before
/// it looked at the token. After an `INTERNAL_SERVER_ERROR` it is not known: Directus may fail after the exchange.
fn is_refresh_token_unused(error: &directus::Error) -> bool {
    use directus::Error;

    match error {
        Error::Unreachable { .. }
        | Error::Tls { .. }
        | Error::ProxyCredentials
        | Error::Setup(_)
        | Error::Grant(_) => true,
        Error::Interrupted { .. }
        | Error::TimedOut { .. }
        | Error::NotDirectus { .. }
        | Error::Redirected { .. }
        | Error::TooLarge { .. } => false,
        Error::Refused(refusal) => refusal.code != ErrorCode::Internal,
    }
}

/// Directus asks a single sign-on provider on every refresh, and says `INTERNAL_SERVER_ERROR` when that does not
/// answer. The refresh token is not used up, because it is the provider that is missing.
fn as_provider_failure(refusal: directus::Refusal, provider: &str) -> directus::Refusal {
    if refusal.code == ErrorCode::Internal && provider != DEFAULT_PROVIDER {
        directus::Refusal {
            code: ErrorCode::ServiceUnavailable,
            subject: Some(provider.to_owned()),
            ..refusal
        }
    } else {
        refusal
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r_12_a_fault_in_a_providers_refresh_is_the_providers() {
        for (code, provider, read) in [
            (ErrorCode::Internal, "corp", ErrorCode::ServiceUnavailable),
            (ErrorCode::Internal, DEFAULT_PROVIDER, ErrorCode::Internal),
            (
                ErrorCode::RequestsExceeded,
                "corp",
                ErrorCode::RequestsExceeded,
            ),
        ] {
            let refusal = directus::Refusal {
                status: 500,
                code,
                message: String::new(),
                subject: None,
                retry_after: None,
            };

            assert_eq!(
                as_provider_failure(refusal, provider).code,
                read,
                "{provider}"
            );
        }
    }
}
