//! Which act of a person on a profile counts: the later one wins. A sign-in whose answer is slow and that the person
//! left must neither replace the session of the next one nor make it wait, nor leave a session on the server that
//! nobody holds. Owns that order within this process; between processes the profile's lock does.

use tokio::sync::watch;

use super::{
    Error, Service, lock_ignoring_poison,
    tokens::{LOCK_TIMEOUT, LockedProfile},
};
use crate::{
    directus::Client,
    profile::{Profile, ProfileId},
    session::{Moment, Tokens},
};

/// One act: a sign-in, whichever way, or a sign-out. Begun before anything is waited for, so that the order is the
/// person's.
#[derive(Debug)]
pub(super) struct Operation(watch::Receiver<u64>);

/// The profile's lock in the hands of an act.
#[derive(Debug)]
pub(super) struct ProfileGuard {
    operation: Operation,
    locked: LockedProfile,
}

impl Operation {
    /// Whether a later act was begun.
    fn is_superseded(&self) -> bool {
        self.0.has_changed().unwrap_or(true)
    }

    /// Returns when a later act is begun.
    async fn wait_until_superseded(&mut self) {
        // The other end lives as long as the service.
        let _ = self.0.changed().await;
    }
}

impl ProfileGuard {
    /// Since when it is held: what a server hands out in this turn is no younger.
    pub(super) fn locked_at(&self) -> &Moment {
        &self.locked.locked_at
    }

    /// Does `work`, unless a later act is begun first; that one waits for this profile.
    pub(super) async fn unless_superseded<T>(
        &mut self,
        work: impl Future<Output = T>,
    ) -> Option<T> {
        tokio::select! {
            biased;
            done = work => Some(done),
            () = self.operation.wait_until_superseded() => None,
        }
    }
}

impl Service {
    /// Begins an act: every earlier one on this profile is over.
    pub(super) fn begin_operation(&self, id: &ProfileId) -> Operation {
        let mut acts = lock_ignoring_poison(&self.inner.operations);
        let last = acts
            .entry(id.clone())
            .or_insert_with(|| watch::Sender::new(0));
        last.send_modify(|number| *number += 1);

        Operation(last.subscribe())
    }

    /// The profile's lock for `operation`. [`Error::Superseded`] if a later one was begun meanwhile.
    pub(super) async fn acquire_profile(
        &self,
        act: Operation,
        profile: &Profile,
    ) -> Result<ProfileGuard, Error> {
        let hold = self.lock_profile(&profile.id, LOCK_TIMEOUT).await?;

        if act.is_superseded() {
            return Err(Error::Superseded);
        }

        Ok(ProfileGuard {
            operation: act,
            locked: hold,
        })
    }

    /// The tokens that `fetch` brings, still in turn. When a later act is begun meanwhile, that one has the profile
    /// at once, and what comes here all the same is ended on the server: [`Error::Superseded`].
    pub(super) async fn obtain_tokens(
        &self,
        mut turn: ProfileGuard,
        client: &Client,
        fetch: impl Future<Output = Result<Tokens, Error>>,
    ) -> Result<(Tokens, ProfileGuard), Error> {
        let mut fetch = std::pin::pin!(fetch);

        if let Some(tokens) = turn.unless_superseded(&mut fetch).await {
            return Ok((tokens?, turn));
        }

        drop(turn);
        end_session(client, fetch.await?).await;

        Err(Error::Superseded)
    }
}

/// Ends a session that nobody will hold. That the server cannot be told is only logged: nobody waits for the answer.
pub(super) async fn end_session(client: &Client, tokens: Tokens) {
    if let Err(error) = client.logout(&tokens.refresh).await {
        tracing::warn!(%error, "a session that nobody holds stays on the server until it runs out");
    }
}
