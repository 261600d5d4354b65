//! The settings and the page about the program: opened from anywhere above what is there, and what they ask of the
//! service.

use iced::Task;

use super::{App, Message, Screen};
use crate::{
    screen::{About, PreferencesScreen, Ticket, about, preferences},
    service::MachineCheck,
};

impl App {
    /// Opens the settings, or brings those up that are open.
    pub(super) fn settings(&mut self) -> Task<Message> {
        if let Some(shown) = self.bring_up(|screen| matches!(screen, Screen::Preferences(_))) {
            return shown;
        }

        let (screen, action) = PreferencesScreen::new(self.preferred.chosen.clone());
        let focus = self.push(Screen::Preferences(Box::new(screen)));
        let at = self.stack.len() - 1;

        Task::batch([focus, self.on_settings(at, action)])
    }

    /// The same with the page about the program.
    pub(super) fn about(&mut self) -> Task<Message> {
        if let Some(shown) = self.bring_up(|screen| matches!(screen, Screen::About(_))) {
            return shown;
        }
        let about = About::new(self.service.places().clone());

        self.push(Screen::About(Box::new(about)))
    }

    fn bring_up(&mut self, is_it: impl Fn(&Screen) -> bool) -> Option<Task<Message>> {
        let at = self.stack.iter().position(is_it)?;
        if at + 1 == self.stack.len() {
            return Some(Task::none());
        }
        let open = self.stack.remove(at);

        Some(self.push(open))
    }

    pub(super) fn on_settings(&mut self, at: usize, action: preferences::Action) -> Task<Message> {
        match action {
            preferences::Action::None => Task::none(),
            preferences::Action::Choose(choice) => self.prefer(choice),
            preferences::Action::LookAtLinks(ticket) => self.look_at_links(ticket),
            preferences::Action::Mend(ticket) => self.mend_links(ticket),
            preferences::Action::About => self.about(),
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

    fn look_at_links(&self, ticket: Ticket) -> Task<Message> {
        let service = self.service.clone();

        Task::perform(
            async move { service.scheme_status().await },
            move |status| {
                let found = Box::new(MachineCheck::SchemeHandler(status));
                Message::Preferences(preferences::Message::Found(ticket, found))
            },
        )
    }

    fn mend_links(&self, ticket: Ticket) -> Task<Message> {
        let service = self.service.clone();

        Task::perform(
            async move { service.register_scheme().await },
            move |result| {
                let result = result.map_err(|error| error.to_string());
                Message::Preferences(preferences::Message::Mended(ticket, result))
            },
        )
    }
}
