//! An instance's settings: opened from the list, kept by the service; taking the instance away leads back to the list,
//! where that can be undone.

use iced::Task;

use super::{App, Message, Screen};
use crate::{
    profile::Profile,
    screen::{Instance, Ticket, instance, instances},
    service::Change,
};

impl App {
    /// Opens above the screen that led there.
    pub(super) fn settings_of(&mut self, profile: Profile) -> Task<Message> {
        self.push(Screen::Instance(Box::new(Instance::new(profile))))
    }

    pub(super) fn on_instance(&mut self, at: usize, action: instance::Action) -> Task<Message> {
        let Some(profile) = self.stack[at].profile().cloned() else {
            return Task::none();
        };

        match action {
            instance::Action::None => Task::none(),
            instance::Action::Focus(field) => self.focus(at, field),
            instance::Action::Save(ticket, change) => self.change(ticket, &profile, *change),
            instance::Action::Kept => {
                // The way there may be another one now.
                self.list.doubt(&profile.id);
                self.read_profiles()
            }
            instance::Action::CheckUp => self.check_up(profile),
            instance::Action::Remove => {
                let left = self.leave(at);
                let action = self.list.update(instances::Message::Remove(profile.id));
                left.chain(self.on_instances(action))
            }
            instance::Action::Back => self.leave(at),
            instance::Action::Copy(text) => iced::clipboard::write(text),
        }
    }

    fn change(&self, ticket: Ticket, profile: &Profile, change: Change) -> Task<Message> {
        let service = self.service.clone();
        let id = profile.id.clone();

        Task::perform(
            async move { service.change(&id, change).await },
            move |result| Message::Instance(instance::Message::Saved(ticket, Box::new(result))),
        )
    }
}
