//! An instance's settings: opened from the list, kept by the service; taking the instance away leads back to the list,
//! where that can be undone.

use iced::Task;

use super::{App, Message, Screen};
use crate::{
    profile::Profile,
    screen::{ProfileSettings, Ticket, instances, profile_settings},
    service::Change,
};

impl App {
    /// Opens above the screen that led there.
    pub(super) fn settings_of(&mut self, profile: Profile) -> Task<Message> {
        self.push(Screen::ProfileSettings(Box::new(ProfileSettings::new(
            profile,
        ))))
    }

    pub(super) fn on_instance(
        &mut self,
        at: usize,
        action: profile_settings::Action,
    ) -> Task<Message> {
        let Some(profile) = self.stack[at].profile().cloned() else {
            return Task::none();
        };

        match action {
            profile_settings::Action::None => Task::none(),
            profile_settings::Action::Focus(field) => self.focus(at, field),
            profile_settings::Action::Save(ticket, change) => {
                self.change(ticket, &profile, *change)
            }
            profile_settings::Action::Kept => {
                // The way there may be another one now.
                self.list.doubt(&profile.id);
                self.read_profiles()
            }
            profile_settings::Action::CheckUp => self.check_up(profile),
            profile_settings::Action::Remove => {
                let left = self.leave(at);
                let action = self.list.update(instances::Message::Remove(profile.id));
                left.chain(self.on_instances(action))
            }
            profile_settings::Action::Back => self.leave(at),
            profile_settings::Action::Copy(text) => iced::clipboard::write(text),
        }
    }

    fn change(&self, ticket: Ticket, profile: &Profile, change: Change) -> Task<Message> {
        let service = self.service.clone();
        let id = profile.id.clone();

        Task::perform(
            async move { service.change(&id, change).await },
            move |result| {
                Message::ProfileSettings(profile_settings::Message::Saved(ticket, Box::new(result)))
            },
        )
    }
}
