//! The list below everything: reading it, what it asks for, and what it does by itself: the removal that can still be
//! undone, when its time is over, when the instance is needed after all, and what of it is left to do when the window
//! closes.

use std::sync::PoisonError;

use iced::Task;

use super::{App, Message};
use crate::{
    profile::ProfileId,
    screen::{RequestId, instances},
    service::{Error, ProfileChanges, SessionStatus, Unlock},
    ui::focus,
};

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
        let asked = self
            .instances
            .rows()
            .iter()
            .filter(|row| row.status.is_none())
            .map(|row| row.profile.id.clone())
            .collect::<Vec<_>>();
        let service = self.service.clone();
        let answers = self.request_queue.run_all(asked, move |id| {
            let service = service.clone();

            async move {
                let standing = service.session_status(&id, Unlock::Never).await;
                (id, standing)
            }
        });
        let mut tasks = vec![Task::run(answers, Message::SessionsChecked)];
        // After the sessions: they are what people look for first.
        tasks.extend(self.fetch_logos());

        Task::batch(tasks)
    }

    /// How sessions stand.
    pub(super) fn sessions_checked(
        &mut self,
        standings: impl IntoIterator<Item = (ProfileId, Result<SessionStatus, Error>)>,
    ) -> Task<Message> {
        for (id, standing) in standings {
            self.instances.set_status(&id, standing);
        }

        Task::none()
    }

    pub(super) fn on_instances(&mut self, action: instances::Action) -> Task<Message> {
        match action {
            instances::Action::None => Task::none(),
            instances::Action::Focus(control) => self.focus_in_instances(control),
            instances::Action::Open(row) => self.open_instance(*row),
            instances::Action::Add => self.open_add(String::new()),
            instances::Action::OpenPreferences => self.open_preferences(),
            instances::Action::Move(step, control) => {
                let focus = if control.is_empty() {
                    Task::none()
                } else {
                    self.focus_in_instances(control)
                };
                match step {
                    Some(step) => Task::batch([focus, self.move_instance(step)]),
                    None => focus,
                }
            }
            instances::Action::Rename(ticket, id, name) => self.rename_instance(ticket, id, name),
            instances::Action::OpenProfileSettings(profile) => self.open_profile_settings(*profile),
            instances::Action::OfferUndo(before) => {
                let focus = self.focus_in_instances(instances::UNDO_BUTTON.to_owned());
                match before {
                    Some((ticket, id)) => Task::batch([focus, self.remove_instance(ticket, id)]),
                    None => focus,
                }
            }
            instances::Action::Remove(ticket, id) => self.remove_instance(ticket, id),
            instances::Action::Reload => self.load_profiles(),
            instances::Action::Copy(text) => iced::clipboard::write(text),
        }
    }

    /// A second went by. An instance that a page came to be about meanwhile stays.
    pub(super) fn tick_instances(&mut self) -> Task<Message> {
        let Some(id) = self.instances.undoable_removal() else {
            return Task::none();
        };
        let is_needed = self.stack.iter().any(|screen| screen.is_about(id));
        if is_needed {
            let _ = self.instances.undo_removal();
            return Task::none();
        }

        let action = self.instances.tick();
        self.on_instances(action)
    }

    /// Gives the keyboard to this control of the list while the list is in view: a late answer takes it from no form that
    /// came to lie above (S-24).
    pub(super) fn focus_in_instances(&self, control: String) -> Task<Message> {
        if self.stack.is_empty() {
            focus::on_owned(control)
        } else {
            Task::none()
        }
    }

    /// A list that another page covers begins anew when it comes back.
    pub(super) fn cover_instances(&mut self) {
        if !self.stack.is_empty() {
            self.instances.forget_layout();
        }
    }

    /// Keeps what [`super::run()`] has to finish when the window is gone.
    pub(super) fn update_pending_removal(&self) {
        let leaving = self.instances.undoable_removal();
        let mut noted = self
            .pending_removal
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if noted.as_ref() != leaving {
            *noted = leaving.cloned();
        }
    }

    fn move_instance(
        &self,
        (ticket, id, other): (RequestId, ProfileId, ProfileId),
    ) -> Task<Message> {
        let service = self.service.clone();

        Task::perform(
            async move { service.move_to_place_of(&id, &other).await },
            move |result| Message::Instances(instances::Message::Moved(ticket, result)),
        )
    }

    fn rename_instance(&self, ticket: RequestId, id: ProfileId, name: String) -> Task<Message> {
        let service = self.service.clone();
        let change = ProfileChanges {
            name: Some(name),
            ..ProfileChanges::default()
        };

        Task::perform(
            async move { service.change_profile(&id, change).await },
            move |result| Message::Instances(instances::Message::Renamed(ticket, Box::new(result))),
        )
    }

    fn remove_instance(&self, ticket: RequestId, id: ProfileId) -> Task<Message> {
        let service = self.service.clone();

        Task::perform(async move { service.remove(&id).await }, move |result| {
            Message::Instances(instances::Message::Removed(ticket, result))
        })
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may stop at once")]

    use super::*;
    use crate::{
        app::{
            AnyScreen, Start,
            tests::{id, kept, window},
        },
        screen::Add,
    };

    #[test]
    fn s_24_a_late_answer_of_the_list_takes_the_keyboard_from_no_form() {
        let mut app = window(Start::default());
        let late = || instances::Action::Focus("more-a".to_owned());

        assert!(app.on_instances(late()).units() > 0);
        app.stack
            .push(AnyScreen::Add(Box::new(Add::new(String::new()))));
        assert_eq!(app.on_instances(late()).units(), 0);
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
