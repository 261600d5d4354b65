//! Where a message goes, and the requests under way.

use iced::Task;

use super::{App, Message};
use crate::{
    profile::ProfileId,
    screen::{RequestId, access_token, register, sign_in, sso},
};

impl App {
    /// Gives a message to the screen it is for. A late answer whose screen is gone is dropped.
    pub(super) fn route(&mut self, message: Message) -> Task<Message> {
        if let Message::Instances(message) = message {
            let action = self.instances.update(message);
            return self.on_instances(action);
        }

        let late = self.answered_sign_in(&message);
        let count = self.stack.len();
        let at = self
            .stack
            .iter()
            .enumerate()
            .rposition(|(at, screen)| screen.accepts(&message, at + 1 == count));

        match at {
            Some(at) => self.deliver(at, message),
            None => late.map_or_else(Task::none, |id| {
                self.instances.forget_status(&id);
                self.load_profiles()
            }),
        }
    }

    /// The instance a sign-in has just been answered for.
    fn answered_sign_in(&mut self, message: &Message) -> Option<ProfileId> {
        let (Message::SignIn(sign_in::Message::Answered(ticket, _))
        | Message::Sso(sso::Message::Answered(ticket, _))
        | Message::AccessToken(access_token::Message::Answered(ticket, _))
        | Message::Register(register::Message::SignInAnswered(ticket, _))) = message
        else {
            return None;
        };
        let at = self
            .sent_sign_ins
            .iter()
            .position(|(sent, _)| sent == ticket)?;

        Some(self.sent_sign_ins.swap_remove(at).1)
    }

    /// The request is dropped when no screen waits for it any more.
    pub(super) fn cancellable(&mut self, ticket: RequestId, task: Task<Message>) -> Task<Message> {
        let (task, handle) = task.abortable();
        self.cancellable_requests
            .push((ticket, handle.abort_on_drop()));

        task
    }
}
