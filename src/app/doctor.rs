//! The look at an instance and this computer: asked of the service side by side, dropped with its screen.

use iced::Task;

use super::{AnyScreen, App, Message};
use crate::{
    profile::Profile,
    screen::{Doctor, RequestId, doctor},
};

impl App {
    /// Opens above the screen that led there.
    pub(super) fn open_doctor(&mut self, profile: Profile) -> Task<Message> {
        let mut screen = Doctor::new(profile);
        let action = screen.run_checks();
        let focus = self.push(AnyScreen::Doctor(Box::new(screen)));
        let at = self.stack.len() - 1;

        Task::batch([focus, self.on_doctor(at, action)])
    }

    pub(super) fn on_doctor(&mut self, at: usize, action: doctor::Action) -> Task<Message> {
        match action {
            doctor::Action::None => Task::none(),
            doctor::Action::RunChecks(ticket) => match self.stack[at].profile().cloned() {
                Some(profile) => self.run_doctor(ticket, profile),
                None => Task::none(),
            },
            doctor::Action::Copy(text) => iced::clipboard::write(text),
            doctor::Action::Back => self.leave(at),
        }
    }

    fn run_doctor(&mut self, ticket: RequestId, profile: Profile) -> Task<Message> {
        let service = self.service.clone();
        let looked = async move {
            let (instance, machine) =
                tokio::join!(service.check_instance(&profile), service.check_machine());

            doctor::CheckResults { instance, machine }
        };
        let task = Task::perform(looked, move |looked| {
            Message::Doctor(doctor::Message::Checked(ticket, Box::new(looked)))
        });

        self.cancellable(ticket, task)
    }
}
