//! Which act of a person on a profile counts: the later one wins. A sign-in whose answer is slow and that the person
//! left must neither replace the session of the next one nor make it wait, nor leave a session on the server that
//! nobody holds. Owns that order within this process; between processes the profile's lock does.

use tokio::sync::watch;

use super::{
    Error, Service, locked,
    tokens::{Hold, LOCK_WAIT},
};
use crate::{
    directus::Client,
    profile::{Profile, ProfileId},
    session::{Moment, Tokens},
};

/// One act: a sign-in, whichever way, or a sign-out. Begun before anything is waited for, so that the order is the
/// person's.
#[derive(Debug)]
pub(super) struct Act(watch::Receiver<u64>);

/// The profile's lock in the hands of an act.
#[derive(Debug)]
pub(super) struct Turn {
    act: Act,
    hold: Hold,
}

impl Act {
    /// Whether a later act was begun.
    fn is_over(&self) -> bool {
        self.0.has_changed().unwrap_or(true)
    }

    /// Returns when a later act is begun.
    async fn over(&mut self) {
        // The other end lives as long as the service.
        let _ = self.0.changed().await;
    }
}

impl Turn {
    /// Since when it is held: what a server hands out in this turn is no younger.
    pub(super) fn since(&self) -> &Moment {
        &self.hold.since
    }

    /// Does `work`, unless a later act is begun first; that one waits for this profile.
    pub(super) async fn while_it_counts<T>(&mut self, work: impl Future<Output = T>) -> Option<T> {
        tokio::select! {
            biased;
            done = work => Some(done),
            () = self.act.over() => None,
        }
    }
}

impl Service {
    /// Begins an act: every earlier one on this profile is over.
    pub(super) fn act(&self, id: &ProfileId) -> Act {
        let mut acts = locked(&self.inner.acts);
        let last = acts
            .entry(id.clone())
            .or_insert_with(|| watch::Sender::new(0));
        last.send_modify(|number| *number += 1);

        Act(last.subscribe())
    }

    /// The profile's lock for `act`. [`Error::Overtaken`] if a later one was begun meanwhile.
    pub(super) async fn turn(&self, act: Act, profile: &Profile) -> Result<Turn, Error> {
        let hold = self.lock(&profile.id, LOCK_WAIT).await?;

        if act.is_over() {
            return Err(Error::Overtaken);
        }

        Ok(Turn { act, hold })
    }

    /// The tokens that `fetch` brings, still in turn. When a later act is begun meanwhile, that one has the profile
    /// at once, and what comes here all the same is ended on the server: [`Error::Overtaken`].
    pub(super) async fn fetch(
        &self,
        mut turn: Turn,
        client: &Client,
        fetch: impl Future<Output = Result<Tokens, Error>>,
    ) -> Result<(Tokens, Turn), Error> {
        let mut fetch = std::pin::pin!(fetch);

        if let Some(tokens) = turn.while_it_counts(&mut fetch).await {
            return Ok((tokens?, turn));
        }

        drop(turn);
        end(client, fetch.await?).await;

        Err(Error::Overtaken)
    }
}

/// Ends a session that nobody will hold. That the server cannot be told is only logged: nobody waits for the answer.
pub(super) async fn end(client: &Client, tokens: Tokens) {
    if let Err(error) = client.logout(&tokens.refresh).await {
        tracing::warn!(%error, "a session that nobody holds stays on the server until it runs out");
    }
}
