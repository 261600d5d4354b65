//! The settings and the page about the program: opened from anywhere above what is there, and what they ask of the
//! service.

use iced::Task;

use super::{AnyScreen, App, Message};
use crate::{
    screen::{About, PreferencesScreen, RequestId, about, preferences},
    service::MachineCheck,
};

impl App {
    /// Opens the settings, or brings those up that are open.
    pub(super) fn open_preferences(&mut self) -> Task<Message> {
        if let Some(shown) = self.bring_up(|screen| matches!(screen, AnyScreen::Preferences(_))) {
            return shown;
        }

        let (screen, action) = PreferencesScreen::new(self.preferences.chosen.clone());
        let focus = self.push(AnyScreen::Preferences(Box::new(screen)));
        let at = self.stack.len() - 1;

        Task::batch([focus, self.on_preferences(at, action)])
    }

    /// The same with the page about the program.
    pub(super) fn open_about(&mut self) -> Task<Message> {
        if let Some(shown) = self.bring_up(|screen| matches!(screen, AnyScreen::About(_))) {
            return shown;
        }
        let about = About::new(self.service.paths().clone());

        self.push(AnyScreen::About(Box::new(about)))
    }

    fn bring_up(&mut self, is_it: impl Fn(&AnyScreen) -> bool) -> Option<Task<Message>> {
        let at = self.stack.iter().position(is_it)?;
        if at + 1 == self.stack.len() {
            return Some(Task::none());
        }
        let open = self.stack.remove(at);

        Some(self.push(open))
    }

    pub(super) fn on_preferences(
        &mut self,
        at: usize,
        action: preferences::Action,
    ) -> Task<Message> {
        match action {
            preferences::Action::None => Task::none(),
            preferences::Action::Choose(choice) => self.apply_choice(choice),
            preferences::Action::CheckLinkHandler(ticket) => self.check_scheme_links(ticket),
            preferences::Action::RepairLinkHandler(ticket) => self.repair_scheme_links(ticket),
            preferences::Action::OpenAbout => self.open_about(),
            preferences::Action::Back => self.leave(at),
            preferences::Action::Copy(text) => iced::clipboard::write(text),
        }
    }

    pub(super) fn on_about(&mut self, at: usize, action: about::Action) -> Task<Message> {
        match action {
            about::Action::Back => self.leave(at),
            about::Action::Copy(text) => iced::clipboard::write(text),
        }
    }

    fn check_scheme_links(&self, ticket: RequestId) -> Task<Message> {
        let service = self.service.clone();

        Task::perform(
            async move { service.scheme_status().await },
            move |status| {
                let found = Box::new(MachineCheck::SchemeHandler(status));
                Message::Preferences(preferences::Message::LinkHandlerChecked(ticket, found))
            },
        )
    }

    fn repair_scheme_links(&self, ticket: RequestId) -> Task<Message> {
        let service = self.service.clone();

        Task::perform(
            async move { service.register_scheme().await.map(drop) },
            move |result| {
                let result = result.map_err(|error| error.to_string());
                Message::Preferences(preferences::Message::LinkHandlerRepaired(ticket, result))
            },
        )
    }
}
