//! What a mailed link needs of the system: that it opens this program, and the clipboard it is pasted from.

use iced::Task;

use super::{App, Message};
use crate::{
    platform::SchemeStatus,
    screen::{Ticket, forgot},
    secret::Secret,
};

impl App {
    /// Whether a link of the mail would open this program.
    pub(super) fn look_at_scheme(&self, ticket: Ticket) -> Task<Message> {
        let service = self.service.clone();

        Task::perform(
            async move { service.scheme_status().await == SchemeStatus::Ours },
            move |is_ours| Message::Forgot(forgot::Message::Opens(ticket, is_ours)),
        )
    }

    /// Makes it so.
    pub(super) fn register_scheme(&self, ticket: Ticket) -> Task<Message> {
        let service = self.service.clone();

        Task::perform(
            async move { service.register_scheme().await },
            move |result| {
                let result = result.map_err(|error| error.to_string());
                Message::Forgot(forgot::Message::Registered(ticket, result))
            },
        )
    }
}

/// What was copied, with its line ends: a field of one line loses them, and a link broken by a mail with them.
pub(super) fn pasted(told: fn(Option<Secret>) -> Message) -> Task<Message> {
    iced::clipboard::read().map(move |text| told(text.map(Secret::new)))
}
