//! Adding an instance: the form, whether the person or a link opens it, and what it asks of the service.

use std::time::Duration;

use iced::Task;

use super::{AnyScreen, App, Message};
use crate::{
    screen::{Add, RequestId, SignIn, add},
    service::{AddOptions, Preview},
    ui::logo,
};

/// How long nobody types before what is typed is looked at.
const TYPING_PAUSE: Duration = Duration::from_millis(600);

impl App {
    /// Opens the form for an address. One that is open already is not filled anew.
    pub(super) fn open_add(&mut self, address: String) -> Task<Message> {
        if address.is_empty() && matches!(self.top(), Some(AnyScreen::Add(_))) {
            return Task::none();
        }

        self.push(AnyScreen::Add(Box::new(Add::new(address))))
    }

    /// The form for an address that a link proposes. One that is about it already comes up as it is.
    pub(super) fn propose_address(&mut self, address: String) -> Task<Message> {
        let is_twin = |screen: &AnyScreen| matches!(screen, AnyScreen::Add(open) if open.is_about_address(&address));
        if self.top().is_some_and(is_twin) {
            return Task::none();
        }

        let is_quiet = self.top().is_some_and(AnyScreen::is_being_typed);
        let open = match self.stack.iter().position(is_twin) {
            Some(at) => match self.stack.remove(at) {
                AnyScreen::Add(open) => *open,
                _ => Add::new(address),
            },
            None => Add::new(address),
        };

        self.push(AnyScreen::Add(Box::new(open.without_focus(is_quiet))))
    }

    pub(super) fn on_add(&mut self, at: usize, action: add::Action) -> Task<Message> {
        match action {
            add::Action::None => Task::none(),
            add::Action::Focus(field) => self.focus(at, field),
            add::Action::Probe(ticket, address, options) => self.probe(ticket, address, options),
            add::Action::LoadLogoAndFocus(preview) => Task::batch([
                self.focus(at, add::NAME_FIELD),
                self.fetch_preview_logo(*preview),
            ]),
            add::Action::LoadLogo(preview) => self.fetch_preview_logo(*preview),
            add::Action::WaitForPause(ticket) => Self::wait_for_typing_pause(ticket),
            add::Action::Save(ticket, preview, name) => self.save_profile(ticket, *preview, name),
            add::Action::Cancel => self.refocus(),
            add::Action::Done(profile) => {
                let _ = self.stack.remove(at);
                let shown = self.insert_sign_in(at, SignIn::new(*profile));
                Task::batch([self.load_profiles(), shown])
            }
            add::Action::OpenExisting(name) => {
                let row = self
                    .instances
                    .rows()
                    .iter()
                    .find(|row| row.profile.name == name)
                    .cloned();
                match row {
                    Some(row) => {
                        let _ = self.stack.remove(at);
                        self.open_instance(row)
                    }
                    None => self.leave(at),
                }
            }
            add::Action::Back => self.leave(at),
            add::Action::Copy(text) => iced::clipboard::write(text),
        }
    }

    fn probe(&mut self, ticket: RequestId, address: String, options: AddOptions) -> Task<Message> {
        let service = self.service.clone();
        let task = Task::perform(
            async move { service.probe(&address, options).await },
            move |result| Message::Add(add::Message::Probed(ticket, Box::new(result))),
        );

        self.cancellable(ticket, task)
    }

    /// Tells the form when nothing was typed for a while.
    fn wait_for_typing_pause(ticket: RequestId) -> Task<Message> {
        Task::perform(tokio::time::sleep(TYPING_PAUSE), move |()| {
            Message::Add(add::Message::TypingPaused(ticket))
        })
    }

    fn fetch_preview_logo(&self, preview: Preview) -> Task<Message> {
        let service = self.service.clone();
        let url = preview.url.clone();
        let unfit = self.requested_pictures.undecodable.clone();
        let picture = async move {
            let asset = preview.project.logo.as_deref()?;
            let bytes = service.preview_logo(&preview);
            let whose = preview.url.as_str();

            unfit
                .fetch_and_decode(whose, asset, bytes, logo::decode)
                .await
                .into_handle()
        };

        Task::perform(picture, move |handle| {
            Message::Add(add::Message::LogoLoaded(url.clone(), handle))
        })
    }

    fn save_profile(&self, ticket: RequestId, preview: Preview, name: String) -> Task<Message> {
        let service = self.service.clone();

        Task::perform(
            async move { service.add(preview, Some(name)).await },
            move |result| Message::Add(add::Message::Saved(ticket, Box::new(result))),
        )
    }
}
