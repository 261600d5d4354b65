//! The look at an instance and this computer: asked of the service side by side, dropped with its screen.

use iced::Task;

use super::{App, Message, Screen};
use crate::{
    profile::Profile,
    screen::{Doctor, Ticket, doctor},
};

impl App {
    /// Opens above the screen that led there.
    pub(super) fn check_up(&mut self, profile: Profile) -> Task<Message> {
        let mut screen = Doctor::new(profile);
        let action = screen.look();
        let focus = self.push(Screen::Doctor(Box::new(screen)));
        let at = self.stack.len() - 1;

        Task::batch([focus, self.on_checkup(at, action)])
    }

    pub(super) fn on_checkup(&mut self, at: usize, action: doctor::Action) -> Task<Message> {
        match action {
            doctor::Action::None => Task::none(),
            doctor::Action::Look(ticket) => match self.stack[at].profile().cloned() {
                Some(profile) => self.look_over(ticket, profile),
                None => Task::none(),
            },
            doctor::Action::Copy(text) => iced::clipboard::write(text),
            doctor::Action::Back => self.leave(at),
        }
    }

    fn look_over(&mut self, ticket: Ticket, profile: Profile) -> Task<Message> {
        let service = self.service.clone();
        let looked = async move {
            let (instance, machine) =
                tokio::join!(service.check_instance(&profile), service.check_machine());

            doctor::Looked { instance, machine }
        };
        let task = Task::perform(looked, move |looked| {
            Message::Doctor(doctor::Message::Found(ticket, Box::new(looked)))
        });

        self.cancellable(ticket, task)
    }
}
