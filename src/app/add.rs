//! Adding an instance: the form, whether the person or a link opens it, and what it asks of the service.

use std::time::Duration;

use iced::Task;

use super::{AnyScreen, App, Message, ScreenId, flow::Flow, requests::Lifetime};
use crate::screen::{Add, RequestId, SignIn, add};

/// How long nobody types before the address is looked up in the background.
const TYPING_PAUSE: Duration = Duration::from_millis(600);

impl Flow for Add {
    fn run(app: &App, id: RequestId, request: add::Request) -> Task<add::Message> {
        let service = app.service.clone();

        match request {
            add::Request::Probe(address, options) => Task::perform(
                async move { service.probe(&address, options).await },
                move |result| add::Message::Probed(id, Box::new(result)),
            ),
            add::Request::WaitForPause => {
                Task::perform(tokio::time::sleep(TYPING_PAUSE), move |()| {
                    add::Message::TypingPaused(id)
                })
            }
            add::Request::LoadLogo(preview) => {
                let url = preview.url.clone();
                Task::perform(app.pictures.preview_logo(*preview), move |logo| {
                    add::Message::LogoLoaded(url.clone(), logo)
                })
            }
            add::Request::Save(preview, name) => Task::perform(
                async move { service.add(*preview, Some(name)).await },
                move |result| add::Message::Saved(id, Box::new(result)),
            ),
        }
    }

    fn lifetime(request: &add::Request) -> Lifetime {
        match request {
            add::Request::Probe(..) => Lifetime::Screen,
            add::Request::WaitForPause | add::Request::LoadLogo(_) | add::Request::Save(..) => {
                Lifetime::Detached
            }
        }
    }

    fn follow(app: &mut App, at: ScreenId, outcome: add::Outcome) -> Task<Message> {
        match outcome {
            add::Outcome::Added(profile) => {
                let shown = app.replace_with_sign_in(at, SignIn::new(*profile));
                Task::batch([app.load_profiles(), shown])
            }
            add::Outcome::OpenExisting(name) => {
                let mut rows = app.instances.rows().iter();
                match rows.find(|row| row.profile.name == name).cloned() {
                    Some(row) => {
                        drop(app.stack.close(at));
                        app.open_instance(row)
                    }
                    None => app.leave(at),
                }
            }
        }
    }
}

impl App {
    /// Opens the empty form, unless a form is in view already.
    pub(super) fn open_add(&mut self) -> Task<Message> {
        if matches!(self.top(), Some(AnyScreen::Add(_))) {
            return Task::none();
        }

        self.open(Add::new(String::new()))
    }

    /// Opens the form for an address that a link proposes. A form for this address that is open comes into view as it is.
    pub(super) fn propose_address(&mut self, address: String) -> Task<Message> {
        let is_same = |screen: &AnyScreen| matches!(screen, AnyScreen::Add(open) if open.is_about_address(&address));
        if self.top().is_some_and(is_same) {
            return Task::none();
        }

        let takes_no_focus = self.top().is_some_and(|screen| screen.is_being_typed());
        let open = self.stack.find(is_same);
        let form = match open.and_then(|id| self.stack.close(id)) {
            Some(AnyScreen::Add(open)) => *open,
            _ => Add::new(address),
        };

        self.open(form.without_focus(takes_no_focus))
    }
}
