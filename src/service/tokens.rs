//! Tokens for use: the access token in hand, or one refresh under the profile's lock. Owns the order
//! "lock, reload, refresh, keep, use"; a fresh refresh token is kept before it is used or handed out.

use std::time::{Duration, SystemTime};

use super::{End, Error, Service, StoredIn, keeping::Kept, sign_in::DEFAULT_PROVIDER};
use crate::{
    directus::{self, Code},
    profile::{Profile, ProfileId},
    secret::Secret,
    session::Access,
    store,
};

/// How long one process waits for another's refresh.
pub(super) const LOCK_WAIT: Duration = Duration::from_secs(10);

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

        if let Some(access) = kept.session.valid_access(SystemTime::now(), at_least) {
            return Ok(Handed {
                access: access.clone(),
                stored_in: kept.stored_in,
            });
        }

        let renewed = self.renew(&profile, at_least, None, limit).await?;
        let now = SystemTime::now();

        match renewed.session.valid_access(now, at_least) {
            Some(access) => Ok(Handed {
                access: access.clone(),
                stored_in: renewed.stored_in,
            }),
            None => Err(Error::ShortLived {
                lifetime: renewed
                    .session
                    .access
                    .and_then(|access| access.expires_at.duration_since(now).ok())
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

        self.to_the_end(async move { service.renew_now(&profile, at_least, spoilt, limit).await })
            .await
    }

    async fn renew_now(
        &self,
        profile: &Profile,
        at_least: Duration,
        spoilt: Option<Secret>,
        limit: Duration,
    ) -> Result<Kept, Error> {
        let _lock = self.lock(&profile.id, LOCK_WAIT).await?;
        let kept = self.kept(profile, limit).await?.ok_or(Error::SignedOut)?;
        let usable = kept.session.valid_access(SystemTime::now(), at_least);

        if usable.is_some_and(|access| {
            spoilt
                .as_ref()
                .is_none_or(|spoilt| spoilt.expose() != access.token.expose())
        }) {
            return Ok(kept);
        }

        let client = self.client(profile).await?;

        match client.refresh(&kept.session.refresh).await {
            Ok(tokens) => {
                let session = kept.session.renewed(tokens, SystemTime::now());

                Ok(self.keep(profile, session).await)
            }
            Err(directus::Error::Refused(refusal)) => match End::of_refresh(&refusal) {
                Some(end) => {
                    if end.is_final() {
                        self.forget_session(profile, &kept.session.refresh).await;
                    }

                    Err(Error::Ended(end))
                }
                None => Err(
                    directus::Error::Refused(of_provider(refusal, &kept.session.provider)).into(),
                ),
            },
            // Not reached, or no answer: the old token is kept, and the next call tries it again.
            Err(error) => Err(error.into()),
        }
    }

    /// The profile's cross-process lock; waiting happens off the async threads.
    pub(super) async fn lock(
        &self,
        id: &ProfileId,
        wait: Duration,
    ) -> Result<store::ProfileLock, Error> {
        let id = id.clone();

        self.on_disk(move |store| store.lock_profile(&id, wait))
            .await
    }

    /// The server said that the session is no more: nothing of it is worth keeping.
    pub(super) async fn forget_session(&self, profile: &Profile, refresh: &Secret) {
        self.drop_session(profile, refresh).await;
        self.note(&profile.id, |profile| profile.account = None)
            .await;
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
