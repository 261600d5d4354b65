//! Tokens for use: the access token in hand, or one refresh under the profile's lock. Owns the order
//! "lock, reload, refresh, keep, use"; a fresh refresh token is kept before it is used or handed out.
//!
//! # What is lost when a renewal is cut off
//!
//! The old token is kept until the server has given the new one, and the new one is in the keyring before anybody uses
//! it. One window is left, and it is the server's: from the moment Directus has exchanged the token until its answer is
//! in the keyring, whoever loses the answer loses the session. It is told as [`SessionEnd::RenewalInterrupted`], and not as somebody else's
//! sign-out. Measured by `tests/e2e/session` on a real Directus on `SQLite`, a real keyring, two busy cores and an
//! unoptimised build, where the window is some sixty milliseconds:
//!
//! | what was done | times | sessions lost | told |
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
    Error, Service, SessionEnd, StoredIn, keeping::StoredSession, sign_in::DEFAULT_PROVIDER,
};
use crate::{
    directus::{self, ErrorCode},
    profile::{Profile, ProfileId},
    secret::Secret,
    session::{AccessToken, Moment},
    store::ProfileLockFile,
    vault::Unlock,
};

/// How long one process waits for another's refresh.
pub(super) const LOCK_TIMEOUT: Duration = Duration::from_secs(10);

/// How long a renewal that was cut off may still be under way at the server. Two at once with one token would both be
/// answered, and only one of the new tokens would live.
const INTERRUPTED_RENEWAL_WAIT: Duration = Duration::from_secs(1);

/// One process's hold on a profile's tokens.
#[derive(Debug)]
pub(super) struct LockedProfile {
    lock: ProfileLockFile,
    /// When it began. What a server hands out for the first request after that is no younger.
    pub(super) locked_at: Moment,
}

/// A bearer token, and where the session it came from is kept now.
#[derive(Debug, Clone)]
pub struct IssuedToken {
    /// The token.
    pub access: AccessToken,
    /// In memory only when the keyring refused the renewed session: a program that ends must say so.
    pub stored_in: StoredIn,
}

impl Service {
    /// A bearer token valid for at least `at_least`, refreshed when necessary; one refresh at a time across
    /// processes. `unlock` says whether the keyring may prompt.
    pub async fn access_token(
        &self,
        id: &ProfileId,
        at_least: Duration,
        unlock: Unlock,
    ) -> Result<IssuedToken, Error> {
        let profile = self.profile(id).await?;
        let kept = self
            .load_session(&profile, unlock)
            .await?
            .ok_or(Error::NotSignedIn)?;

        if let Some(access) = kept.session.valid_access(&self.now(), at_least) {
            return Ok(IssuedToken {
                access,
                stored_in: kept.stored_in,
            });
        }

        let renewed = self.renew_session(&profile, at_least, None, unlock).await?;

        match renewed.session.valid_access(&self.now(), at_least) {
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

    /// Refreshes under the lock, unless another process has done so meanwhile. `spoilt` is an access token the
    /// server refused although it should still be valid: it counts as expired.
    ///
    /// Goes on to its end even if nobody waits for it any more: a rotation cut in half is a lost session.
    pub(super) async fn renew_session(
        &self,
        profile: &Profile,
        at_least: Duration,
        spoilt: Option<&Secret>,
        unlock: Unlock,
    ) -> Result<StoredSession, Error> {
        let (service, profile, spoilt) = (self.clone(), profile.clone(), spoilt.cloned());

        // On the heap: with the request in it, it would make every future around it too large for a small stack.
        self.run_to_completion(Box::pin(async move {
            service
                .renew_under_lock(&profile, at_least, spoilt, unlock)
                .await
        }))
        .await
    }

    async fn renew_under_lock(
        &self,
        profile: &Profile,
        at_least: Duration,
        spoilt: Option<Secret>,
        unlock: Unlock,
    ) -> Result<StoredSession, Error> {
        let mut hold = self.lock_profile(&profile.id, LOCK_TIMEOUT).await?;
        let kept = self
            .load_session(profile, unlock)
            .await?
            .ok_or(Error::NotSignedIn)?;
        let usable = kept.session.valid_access(&self.now(), at_least);

        if usable.is_some_and(|access| {
            spoilt
                .as_ref()
                .is_none_or(|spoilt| spoilt.expose() != access.token.expose())
        }) {
            return Ok(kept);
        }

        // A static token is not renewed: refused, it was taken away in the Data Studio.
        let Some(refresh) = kept.session.refresh.clone() else {
            return Err(Error::SessionEnded(SessionEnd::StaticTokenRevoked));
        };
        let client = self.client(profile).await?;
        let was_cut_off =
            hold.lock.interrupted_operation() == Some(kept.session.refresh_token_id());
        if was_cut_off {
            tokio::time::sleep(INTERRUPTED_RENEWAL_WAIT).await;
        }
        let (session, asked) = (kept.session, self.now());
        // Noted before the token is sent: should this process die over it, the next one knows why the server takes it
        // no more.
        hold.lock.mark_started(session.refresh_token_id());

        let refused = match client.refresh(&refresh).await {
            Ok(tokens) => {
                let kept = self
                    .store_session(profile, session.renewed(tokens, asked))
                    .await;
                if kept.stored_in == StoredIn::Keyring {
                    hold.lock.mark_finished();
                }

                return Ok(kept);
            }
            Err(directus::Error::Refused(refusal)) => {
                directus::Error::Refused(as_provider_failure(refusal, &session.provider))
            }
            Err(error) => error,
        };
        if !was_cut_off && is_refresh_token_unused(&refused) {
            hold.lock.mark_finished();
        }

        match refused {
            directus::Error::Refused(refusal) => match SessionEnd::from_refresh_refusal(&refusal) {
                Some(end) => {
                    if end.is_final() {
                        self.discard_ended_session(profile, &refresh).await;
                        hold.lock.mark_finished();
                    }

                    Err(Error::SessionEnded(match end {
                        SessionEnd::OnServer if was_cut_off => SessionEnd::RenewalInterrupted,
                        end => end,
                    }))
                }
                None => Err(directus::Error::Refused(refusal).into()),
            },
            // Not reached, or no answer: the old token is kept, and the next call tries it again.
            error => Err(error.into()),
        }
    }

    /// This process's hold on the profile's tokens; waiting for it happens off the async threads.
    pub(super) async fn lock_profile(
        &self,
        id: &ProfileId,
        wait: Duration,
    ) -> Result<LockedProfile, Error> {
        let id = id.clone();
        let lock = self
            .on_disk(move |store| store.lock_profile(&id, wait))
            .await?;

        Ok(LockedProfile {
            lock,
            locked_at: self.now(),
        })
    }

    /// The server said that the session is no more: nothing of it is worth keeping.
    pub(super) async fn discard_ended_session(&self, profile: &Profile, refresh: &Secret) {
        self.delete_session_of(profile, refresh).await;
        self.update_details(&profile.id, |profile| profile.account = None)
            .await;
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
/// answer. The refresh token is not used up: it is the provider that is missing.
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
