//! Adding an instance: the form, whether the person or a link opens it, and what it asks of the service.

use std::time::Duration;

use iced::Task;

use super::{App, Message, Screen};
use crate::{
    screen::{Add, SignIn, Ticket, add},
    service::{AddOptions, Preview},
    ui::logo,
};

/// How long nobody types before what is typed is looked at.
const PAUSE: Duration = Duration::from_millis(600);

impl App {
    /// Opens the form for an address. One that is open already is not filled anew.
    pub(super) fn add(&mut self, address: String) -> Task<Message> {
        if address.is_empty() && matches!(self.top(), Some(Screen::Add(_))) {
            return Task::none();
        }

        self.push(Screen::Add(Box::new(Add::new(address))))
    }

    /// The form for an address that a link proposes. One that is about it already comes up as it is.
    pub(super) fn propose(&mut self, address: String) -> Task<Message> {
        let is_twin = |screen: &Screen| matches!(screen, Screen::Add(open) if open.holds(&address));
        if self.top().is_some_and(is_twin) {
            return Task::none();
        }

        let is_quiet = self.top().is_some_and(Screen::is_being_typed);
        let open = match self.stack.iter().position(is_twin) {
            Some(at) => match self.stack.remove(at) {
                Screen::Add(open) => *open,
                _ => Add::new(address),
            },
            None => Add::new(address),
        };

        self.push(Screen::Add(Box::new(open.quietly(is_quiet))))
    }

    pub(super) fn on_add(&mut self, at: usize, action: add::Action) -> Task<Message> {
        match action {
            add::Action::None => Task::none(),
            add::Action::Focus(field) => self.focus(at, field),
            add::Action::Probe(ticket, address, options) => self.probe(ticket, address, options),
            add::Action::Picture(preview) => {
                Task::batch([self.focus(at, add::NAME), self.picture(*preview)])
            }
            add::Action::QuietPicture(preview) => self.picture(*preview),
            add::Action::Pause(ticket) => Self::pause(ticket),
            add::Action::Save(ticket, preview, name) => self.save(ticket, *preview, name),
            add::Action::Cancel => self.refocus(),
            add::Action::Done(profile) => {
                let _ = self.stack.remove(at);
                let shown = self.sign_in_at(at, SignIn::new(*profile));
                Task::batch([self.read_profiles(), shown])
            }
            add::Action::OpenKept(name) => {
                let row = self
                    .list
                    .rows()
                    .iter()
                    .find(|row| row.profile.name == name)
                    .cloned();
                match row {
                    Some(row) => {
                        let _ = self.stack.remove(at);
                        self.open(row)
                    }
                    None => self.leave(at),
                }
            }
            add::Action::Back => self.leave(at),
            add::Action::Copy(text) => iced::clipboard::write(text),
        }
    }

    fn probe(&mut self, ticket: Ticket, address: String, options: AddOptions) -> Task<Message> {
        let service = self.service.clone();
        let task = Task::perform(
            async move { service.probe(&address, options).await },
            move |result| Message::Add(add::Message::Probed(ticket, Box::new(result))),
        );

        self.cancellable(ticket, task)
    }

    /// Tells the form when nothing was typed for a while.
    fn pause(ticket: Ticket) -> Task<Message> {
        Task::perform(tokio::time::sleep(PAUSE), move |()| {
            Message::Add(add::Message::Paused(ticket))
        })
    }

    fn picture(&self, preview: Preview) -> Task<Message> {
        let service = self.service.clone();
        let url = preview.url.clone();
        let unfit = self.looked.unfit.clone();
        let picture = async move {
            let asset = preview.project.logo.as_deref()?;
            let bytes = service.preview_logo(&preview);
            let whose = preview.url.as_str();

            unfit.look(whose, asset, bytes, logo::decode).await.seen()
        };

        Task::perform(picture, move |handle| {
            Message::Add(add::Message::Pictured(url.clone(), handle))
        })
    }

    fn save(&self, ticket: Ticket, preview: Preview, name: String) -> Task<Message> {
        let service = self.service.clone();

        Task::perform(
            async move { service.add(preview, Some(name)).await },
            move |result| Message::Add(add::Message::Saved(ticket, Box::new(result))),
        )
    }
}
