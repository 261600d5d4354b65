//! An instance's settings: opened from the list, kept by the service; taking the instance away leads back to the list,
//! where that can be undone.

use iced::Task;

use super::{AnyScreen, App, Message};
use crate::{
    profile::Profile,
    screen::{ProfileSettings, RequestId, instances, profile_settings},
    service::ProfileChanges,
};

impl App {
    /// Opens above the screen that led there.
    pub(super) fn open_profile_settings(&mut self, profile: Profile) -> Task<Message> {
        self.push(AnyScreen::ProfileSettings(Box::new(ProfileSettings::new(
            profile,
        ))))
    }

    pub(super) fn on_profile_settings(
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
                self.save_change(ticket, &profile, *change)
            }
            profile_settings::Action::Saved => {
                // The way there may be another one now.
                self.instances.forget_status(&profile.id);
                self.load_profiles()
            }
            profile_settings::Action::OpenDoctor => self.open_doctor(profile),
            profile_settings::Action::Remove => {
                let left = self.leave(at);
                let action = self
                    .instances
                    .update(instances::Message::Remove(profile.id));
                left.chain(self.on_instances(action))
            }
            profile_settings::Action::Back => self.leave(at),
            profile_settings::Action::Copy(text) => iced::clipboard::write(text),
        }
    }

    fn save_change(
        &self,
        ticket: RequestId,
        profile: &Profile,
        change: ProfileChanges,
    ) -> Task<Message> {
        let service = self.service.clone();
        let id = profile.id.clone();

        Task::perform(
            async move { service.change_profile(&id, change).await },
            move |result| {
                Message::ProfileSettings(profile_settings::Message::Saved(ticket, Box::new(result)))
            },
        )
    }
}
