//! Tokens for use: the access token in hand, or one refresh under the profile's lock. Owns the order
//! "lock, reload, refresh, keep, use"; a fresh refresh token is kept before it is used or handed out.
//!
//! Why refresh tokens of Directus's json mode and not of its session mode, and what either loses when a renewal is cut
//! off, is measured in `tests/e2e/session` and told in the README's *What a session survives*.

use std::time::Duration;

use super::{End, Error, Service, StoredIn, keeping::Kept, sign_in::DEFAULT_PROVIDER};
use crate::{
    directus::{self, Code},
    profile::{Profile, ProfileId},
    secret::Secret,
    session::{Access, Moment},
    store::ProfileLock,
};

/// How long one process waits for another's refresh.
pub(super) const LOCK_WAIT: Duration = Duration::from_secs(10);

/// How long a renewal that was cut off may still be under way at the server. Two at once with one token would both be
/// answered, and only one of the new tokens would live.
const SETTLE: Duration = Duration::from_secs(1);

/// One process's hold on a profile's tokens.
#[derive(Debug)]
pub(super) struct Hold {
    lock: ProfileLock,
    /// When it began. What a server hands out for the first request after that is no younger.
    pub(super) since: Moment,
}

/// A bearer token, and where the session it came from is kept now.
#[derive(Debug, Clone)]
pub struct Handed {
    /// The token.
    pub access: Access,
    /// In memory only when the keyring refused the renewed session: a program that ends must say so.
    pub stored_in: StoredIn,
}

impl Service {
    /// A bearer token valid for at least `at_least`, refreshed when necessary; one refresh at a time across
    /// processes. `limit` bounds the keyring, unlock prompt included.
    pub async fn access_token(
        &self,
        id: &ProfileId,
        at_least: Duration,
        limit: Duration,
    ) -> Result<Handed, Error> {
        let profile = self.profile(id).await?;
        let kept = self.kept(&profile, limit).await?.ok_or(Error::SignedOut)?;

        if let Some(access) = kept.session.valid_access(&self.now(), at_least) {
            return Ok(Handed {
                access,
                stored_in: kept.stored_in,
            });
        }

        let renewed = self.renew(&profile, at_least, None, limit).await?;

        match renewed.session.valid_access(&self.now(), at_least) {
            Some(access) => Ok(Handed {
                access,
                stored_in: renewed.stored_in,
            }),
            None => Err(Error::ShortLived {
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
    pub(super) async fn renew(
        &self,
        profile: &Profile,
        at_least: Duration,
        spoilt: Option<&Secret>,
        limit: Duration,
    ) -> Result<Kept, Error> {
        let (service, profile, spoilt) = (self.clone(), profile.clone(), spoilt.cloned());

        // On the heap: with the request in it, it would make every future around it too large for a small stack.
        self.to_the_end(Box::pin(async move {
            service.renew_now(&profile, at_least, spoilt, limit).await
        }))
        .await
    }

    async fn renew_now(
        &self,
        profile: &Profile,
        at_least: Duration,
        spoilt: Option<Secret>,
        limit: Duration,
    ) -> Result<Kept, Error> {
        let mut hold = self.lock(&profile.id, LOCK_WAIT).await?;
        let kept = self.kept(profile, limit).await?.ok_or(Error::SignedOut)?;
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
            return Err(Error::Ended(End::TokenTaken));
        };
        let client = self.client(profile).await?;
        let was_cut_off = hold.lock.unfinished() == Some(kept.session.number());
        if was_cut_off {
            tokio::time::sleep(SETTLE).await;
        }
        let (session, asked) = (kept.session, self.now());
        // Noted before the token is sent: should this process die over it, the next one knows why the server takes it
        // no more.
        hold.lock.begin(session.number());

        let refused = match client.refresh(&refresh).await {
            Ok(tokens) => {
                let kept = self.keep(profile, session.renewed(tokens, asked)).await;
                if kept.stored_in == StoredIn::Keyring {
                    hold.lock.finish();
                }

                return Ok(kept);
            }
            Err(directus::Error::Refused(refusal)) => {
                directus::Error::Refused(of_provider(refusal, &session.provider))
            }
            Err(error) => error,
        };
        if !was_cut_off && is_known_to_be_unused(&refused) {
            hold.lock.finish();
        }

        match refused {
            directus::Error::Refused(refusal) => match End::of_refresh(&refusal) {
                Some(end) => {
                    if end.is_final() {
                        self.forget_session(profile, &refresh).await;
                        hold.lock.finish();
                    }

                    Err(Error::Ended(match end {
                        End::OnServer if was_cut_off => End::CutOff,
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
    pub(super) async fn lock(&self, id: &ProfileId, wait: Duration) -> Result<Hold, Error> {
        let id = id.clone();
        let lock = self
            .on_disk(move |store| store.lock_profile(&id, wait))
            .await?;

        Ok(Hold {
            lock,
            since: self.now(),
        })
    }

    /// The server said that the session is no more: nothing of it is worth keeping.
    pub(super) async fn forget_session(&self, profile: &Profile, refresh: &Secret) {
        self.drop_session(profile, refresh).await;
        self.note(&profile.id, |profile| profile.account = None)
            .await;
    }
}

/// Whether the refresh token that was sent is surely not used up: nothing was sent, or the server itself said no before
/// it looked at the token. After an `INTERNAL_SERVER_ERROR` it is not known: Directus may fail after the exchange.
fn is_known_to_be_unused(error: &directus::Error) -> bool {
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
        Error::Refused(refusal) => refusal.code != Code::Internal,
    }
}

/// Directus asks a single sign-on provider on every refresh, and says `INTERNAL_SERVER_ERROR` when that does not
/// answer. The refresh token is not used up: it is the provider that is missing.
fn of_provider(refusal: directus::Refusal, provider: &str) -> directus::Refusal {
    if refusal.code == Code::Internal && provider != DEFAULT_PROVIDER {
        directus::Refusal {
            code: Code::ServiceUnavailable,
            about: Some(provider.to_owned()),
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
            (Code::Internal, "corp", Code::ServiceUnavailable),
            (Code::Internal, DEFAULT_PROVIDER, Code::Internal),
            (Code::RequestsExceeded, "corp", Code::RequestsExceeded),
        ] {
            let refusal = directus::Refusal {
                status: 500,
                code,
                message: String::new(),
                about: None,
                retry_after: None,
            };

            assert_eq!(of_provider(refusal, provider).code, read, "{provider}");
        }
    }
}
