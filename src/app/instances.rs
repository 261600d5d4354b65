//! The list of instances below all screens: reading it, what it asks for, and the removal that can still be undone: what
//! becomes of it when its time is over, when the instance is needed after all, and when the window closes.

use std::sync::PoisonError;

use iced::Task;

use super::{App, Message, ScreenId, flow::Flow};
use crate::{
    screen::{Instances, ProfileSettings, RequestId, Screen, instances},
    service::ProfileChanges,
};

impl Flow for Instances {
    fn run(app: &App, id: RequestId, request: instances::Request) -> Task<instances::Message> {
        let service = app.service.clone();

        match request {
            instances::Request::Rename(profile, name) => {
                let changes = ProfileChanges {
                    name: Some(name),
                    ..ProfileChanges::default()
                };
                Task::perform(
                    async move { service.change_profile(&profile, changes).await },
                    move |result| instances::Message::Renamed(id, Box::new(result)),
                )
            }
            instances::Request::Move { profile, place_of } => Task::perform(
                async move { service.move_to_place_of(&profile, &place_of).await },
                move |result| instances::Message::Moved(id, result),
            ),
            instances::Request::Remove(profile) => Task::perform(
                async move { service.remove(&profile).await },
                move |result| instances::Message::Removed(id, result),
            ),
        }
    }

    fn follow(app: &mut App, _at: ScreenId, outcome: instances::Outcome) -> Task<Message> {
        match outcome {
            instances::Outcome::Open(row) => app.open_instance(*row),
            instances::Outcome::Add => app.open_add(),
            instances::Outcome::OpenPreferences => app.open_preferences(),
            instances::Outcome::OpenProfileSettings(profile) => {
                app.open(ProfileSettings::new(*profile))
            }
            instances::Outcome::Reload => app.load_profiles(),
        }
    }
}

impl App {
    /// Reads the profiles.
    pub(super) fn load_profiles(&self) -> Task<Message> {
        let service = self.service.clone();

        Task::perform(async move { service.profiles().await }, |result| {
            Message::ProfilesLoaded(Box::new(result))
        })
    }

    /// Asks for what the list shows and does not know yet: sessions and logos.
    pub(super) fn check_instances(&mut self) -> Task<Message> {
        let unknown = self
            .instances
            .rows()
            .iter()
            .filter(|row| row.status.is_none())
            .map(|row| row.profile.id.clone())
            .collect();
        let sessions = self.session_checks.check(unknown);
        // After the sessions: they are what people look for first.
        let logos = self.pictures.fetch_logos(self.instances.rows());

        Task::batch([sessions, Task::batch(logos)])
    }

    /// Gives a message to the list.
    pub(super) fn update_instances(&mut self, message: instances::Message) -> Task<Message> {
        let action = self.instances.update(message);

        self.apply::<Instances>(ScreenId::INSTANCES, action)
    }

    /// A second went by. An instance that a screen came to be about meanwhile is not removed.
    pub(super) fn tick_instances(&mut self) -> Task<Message> {
        let Some(id) = self.instances.undoable_removal() else {
            return Task::none();
        };
        if self.stack.is_about(id) {
            let _ = self.instances.undo_removal();
            return Task::none();
        }

        let action = self.instances.count_down();
        self.apply::<Instances>(ScreenId::INSTANCES, action)
    }

    /// A list that another screen covers is laid out anew when it comes back.
    pub(super) fn cover_instances(&mut self) {
        if !self.stack.is_empty() {
            self.instances.forget_layout();
        }
    }

    /// Notes the removal that [`super::run()`] has to finish when the window is gone.
    pub(super) fn update_pending_removal(&self) {
        let removal = self.instances.undoable_removal();
        let mut noted = self
            .pending_removal
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if noted.as_ref() != removal {
            *noted = removal.cloned();
        }
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may stop at once")]

    use super::*;
    use crate::{
        app::{
            Start,
            tests::{id, kept, window},
        },
        screen::{Action, Add},
    };

    #[test]
    fn s_24_a_late_answer_of_the_list_takes_the_keyboard_from_no_form() {
        let mut app = window(Start::default());
        let late = |app: &mut App| {
            let action = Action::FocusOwned("more-a".to_owned());
            app.apply::<Instances>(ScreenId::INSTANCES, action).units()
        };

        assert!(late(&mut app) > 0);
        let _ = app.stack.push(Add::new(String::new()));
        assert_eq!(late(&mut app), 0);
    }

    #[test]
    fn s_50_what_could_still_be_undone_is_known_to_who_closes_the_window() {
        let mut app = window(Start::default());
        app.instances.load(Ok(kept([('a', "en")])));
        let change = |app: &mut App, message| drop(app.update(Message::Instances(message)));
        change(&mut app, instances::Message::Remove(id('a')));
        assert_eq!(*app.pending_removal.lock().unwrap(), Some(id('a')));

        change(&mut app, instances::Message::Undo);
        assert_eq!(*app.pending_removal.lock().unwrap(), None);
    }
}
