//! The look at an instance and this computer: asked of the service side by side, dropped with its screen.

use iced::Task;

use super::{App, Message, Screen};
use crate::{
    profile::Profile,
    screen::{Checkup, Ticket, checkup},
};

impl App {
    /// Opens above the screen that led there.
    pub(super) fn check_up(&mut self, profile: Profile) -> Task<Message> {
        let mut screen = Checkup::new(profile);
        let action = screen.look();
        let focus = self.push(Screen::Checkup(Box::new(screen)));
        let at = self.stack.len() - 1;

        Task::batch([focus, self.on_checkup(at, action)])
    }

    pub(super) fn on_checkup(&mut self, at: usize, action: checkup::Action) -> Task<Message> {
        match action {
            checkup::Action::None => Task::none(),
            checkup::Action::Look(ticket) => match self.stack[at].profile().cloned() {
                Some(profile) => self.look_over(ticket, profile),
                None => Task::none(),
            },
            checkup::Action::Copy(text) => iced::clipboard::write(text),
            checkup::Action::Back => self.leave(at),
        }
    }

    fn look_over(&mut self, ticket: Ticket, profile: Profile) -> Task<Message> {
        let service = self.service.clone();
        let looked = async move {
            let (instance, machine) =
                tokio::join!(service.check_instance(&profile), service.check_machine());

            checkup::Looked { instance, machine }
        };
        let task = Task::perform(looked, move |looked| {
            Message::Checkup(checkup::Message::Found(ticket, Box::new(looked)))
        });

        self.cancellable(ticket, task)
    }
}
