//! Where a message goes, and the requests under way.

use iced::Task;

use super::{App, Message};
use crate::{
    profile::ProfileId,
    screen::{Ticket, access_token, register, sign_in, sso},
};

impl App {
    /// Gives a message to the screen it is for. A late answer whose screen is gone is dropped.
    pub(super) fn route(&mut self, message: Message) -> Task<Message> {
        if let Message::Instances(message) = message {
            let action = self.list.update(message);
            return self.on_instances(action);
        }

        let late = self.late(&message);
        let count = self.stack.len();
        let at = self
            .stack
            .iter()
            .enumerate()
            .rposition(|(at, screen)| screen.takes(&message, at + 1 == count));

        match at {
            Some(at) => self.deliver(at, message),
            None => late.map_or_else(Task::none, |id| {
                self.list.doubt(&id);
                self.read_profiles()
            }),
        }
    }

    /// The instance a sign-in has just been answered for.
    fn late(&mut self, message: &Message) -> Option<ProfileId> {
        let (Message::SignIn(sign_in::Message::Answered(ticket, _))
        | Message::Sso(sso::Message::Answered(ticket, _))
        | Message::AccessToken(access_token::Message::Answered(ticket, _))
        | Message::Register(register::Message::Entered(ticket, _))) = message
        else {
            return None;
        };
        let at = self.sent.iter().position(|(sent, _)| sent == ticket)?;

        Some(self.sent.swap_remove(at).1)
    }

    /// The request is dropped when no screen waits for it any more.
    pub(super) fn cancellable(&mut self, ticket: Ticket, task: Task<Message>) -> Task<Message> {
        let (task, handle) = task.abortable();
        self.running.push((ticket, handle.abort_on_drop()));

        task
    }
}
