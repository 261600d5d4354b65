//! What the list does by itself: the removal that can still be undone, when its time is over, when the instance is needed
//! after all, and what of it is left to do when the window closes; and a long list coming into view a few cards a frame.

use std::sync::PoisonError;

use iced::Task;

use super::{App, Message};
use crate::ui::focus;

impl App {
    /// A second went by. An instance that a page came to be about meanwhile stays.
    pub(super) fn tick_list(&mut self) -> Task<Message> {
        let Some(id) = self.list.leaving() else {
            return Task::none();
        };
        let is_needed = self
            .stack
            .iter()
            .any(|screen| screen.profile().is_some_and(|open| &open.id == id));
        if is_needed {
            let _ = self.list.stays();
            return Task::none();
        }

        let action = self.list.tick();
        self.on_instances(action)
    }

    /// Gives the keyboard to this control of the list while the list is in view: a late answer takes it from no form that
    /// came to lie above (S-24).
    pub(super) fn focus_in_list(&self, control: String) -> Task<Message> {
        if self.stack.is_empty() {
            focus::named(control)
        } else {
            Task::none()
        }
    }

    /// A list that another page covers begins anew when it comes back.
    pub(super) fn cover_list(&mut self) {
        if !self.stack.is_empty() {
            self.list.cover();
        }
    }

    /// Keeps what [`super::run`] has to finish when the window is gone.
    pub(super) fn note_leaving(&self) {
        let leaving = self.list.leaving();
        let mut noted = self.leaving.lock().unwrap_or_else(PoisonError::into_inner);
        if noted.as_ref() != leaving {
            *noted = leaving.cloned();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        app::{Screen, Start},
        screen::{Add, instances},
        service::Service,
        store::{Paths, Store},
        vault::Vault,
    };

    #[test]
    fn s_24_a_late_answer_of_the_list_takes_the_keyboard_from_no_form() {
        let nowhere = std::path::PathBuf::from("/nonexistent");
        let store = Store::new(Paths {
            config: nowhere.clone(),
            state: nowhere.clone(),
            cache: nowhere.clone(),
            runtime: nowhere,
        });
        let service = Service::new(store, Vault::in_memory());
        let mut app = App::boot(service, Start::default()).0;
        let late = || instances::Action::Focus("more-a".to_owned());

        assert!(app.on_instances(late()).units() > 0);
        app.stack
            .push(Screen::Add(Box::new(Add::new(String::new()))));
        assert_eq!(app.on_instances(late()).units(), 0);
    }
}
