//! The requests of screens that are under way. Owns which of them end with their screen, and which are sign-ins, whose
//! answer matters even when their screen has gone.

use iced::{Task, task::Handle};

use super::Message;
use crate::{profile::ProfileId, screen::RequestId};

/// What becomes of a request whose screen is closed before the answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Lifetime {
    /// It runs to its end and its answer is dropped: cut off half-way, a change could be left unfinished.
    Detached,
    /// It is cancelled. Only for a request that changes no session: nobody would know of one the server has made.
    Screen,
    /// It runs to its end, and the list asks again for the session of this instance. An SSO attempt is the exception: it
    /// can be cancelled until the browser is back (`app/sso.rs`).
    SignIn(ProfileId),
}

/// The requests under way that are not [`Lifetime::Detached`].
#[derive(Debug, Default)]
pub(super) struct Requests {
    cancellable: Vec<(RequestId, Handle)>,
    /// Of an SSO attempt that was cancelled no answer comes; its few bytes stay here.
    sign_ins: Vec<(RequestId, ProfileId)>,
}

impl Requests {
    /// Remembers a request that is about to be sent by this task.
    pub(super) fn track(
        &mut self,
        id: RequestId,
        lifetime: Lifetime,
        task: Task<Message>,
    ) -> Task<Message> {
        match lifetime {
            Lifetime::Detached => task,
            Lifetime::Screen => {
                let (task, handle) = task.abortable();
                self.cancellable.push((id, handle.abort_on_drop()));
                task
            }
            Lifetime::SignIn(profile) => {
                self.sign_ins.push((id, profile));
                task
            }
        }
    }

    /// Cancels the requests that no screen waits for any more.
    pub(super) fn cancel_unless(&mut self, is_awaited: impl Fn(RequestId) -> bool) {
        self.cancellable.retain(|(id, _)| is_awaited(*id));
    }

    /// A sign-in was answered: the instance it was for. `None` for another request.
    pub(super) fn sign_in_answered(&mut self, id: RequestId) -> Option<ProfileId> {
        let at = self.sign_ins.iter().position(|(sent, _)| *sent == id)?;

        Some(self.sign_ins.swap_remove(at).1)
    }

    /// The requests that end with their screen.
    pub(super) fn cancellable(&self) -> impl Iterator<Item = RequestId> {
        self.cancellable.iter().map(|(id, _)| *id)
    }
}
