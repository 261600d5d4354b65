//! The window: its state, its one update and view, and what runs when it opens. The only place that knows all screens.
//! They lie on a stack, so that a link opens above a half-typed form and the form is still there afterwards (S-24: a
//! link takes nothing away).
//!
//! What the window keeps has an owner each, with its own state: `Stack`, `Requests`, `PictureLoader`,
//! `SessionChecks`, `PreferenceState`, `WindowMemory`, `Clipboard`, and an [`SsoAttempt`] on the stack. [`App`]
//! leads from one to the other. What follows from the actions of one screen is that screen's `flow::Flow`.

mod account;
mod add;
mod clipboard;
mod doctor;
mod flow;
mod input;
mod instances;
mod mailed_links;
mod memory;
mod open;
mod pictures;
mod preferences;
mod profile_settings;
mod queue;
mod requests;
mod run;
mod screens;
mod session_checks;
mod sign_in;
mod sso;
mod stack;
#[cfg(test)]
mod tests;

pub use clipboard::ClipboardEvent;
pub use input::Shortcut;
pub use pictures::PictureResult;
pub use run::{Start, WindowError, run};
pub use screens::{AnyScreen, Message};
pub use sso::SsoAttempt;
pub use stack::ScreenId;

use std::{
    sync::{Arc, Mutex, OnceLock},
    time::Duration,
};

use iced::{Element, Subscription, Task, Theme, window};
use jiff::tz::TimeZone;

use self::{
    clipboard::Clipboard, memory::WindowMemory, pictures::PictureLoader,
    preferences::PreferenceState, queue::RequestQueue, requests::Requests,
    session_checks::SessionChecks, stack::Stack,
};
use crate::{
    handover::Request,
    preferences::{PreferenceChange, Preferences, TextSize},
    profile::ProfileId,
    screen::{self, Instances, RequestId, Screen},
    service::{Service, StoredIn, system::StopSignal},
    ui::focus,
};

/// The state of the window.
#[derive(Debug)]
pub struct App {
    service: Service,
    /// What the system and the person prefer for the window as a whole.
    preferences: PreferenceState,
    /// What the window remembers from one run to the next.
    window_memory: WindowMemory,
    time_zone: TimeZone,
    pictures: PictureLoader,
    session_checks: SessionChecks,
    /// The list of instances, below all screens.
    instances: Instances,
    stack: Stack,
    requests: Requests,
    /// What later processes asked for before the profiles were read.
    deferred_requests: Vec<Request>,
    clipboard: Clipboard,
    /// The instance whose removal can still be undone; [`run()`] finishes the removal when the window is gone.
    pending_removal: Arc<Mutex<Option<ProfileId>>>,
    /// The signal that made the window close, if it was one.
    stop_request: Arc<OnceLock<StopSignal>>,
}

impl App {
    /// The first state. It shows at once; everything that takes time comes as a message.
    pub fn boot(service: Service, start: Start) -> (Self, Task<Message>) {
        let Start {
            primary,
            link,
            profile,
            for_sign_in,
            preferences,
            remembered,
            languages,
        } = start;
        let queue = RequestQueue::default();
        let mut app = Self {
            preferences: PreferenceState::new(service.clone(), preferences, languages),
            window_memory: WindowMemory::new(service.clone(), remembered),
            time_zone: TimeZone::system(),
            pictures: PictureLoader::new(service.clone(), queue.clone()),
            session_checks: SessionChecks::new(service.clone(), queue),
            instances: Instances::new(),
            stack: Stack::default(),
            requests: Requests::default(),
            deferred_requests: Vec::new(),
            clipboard: Clipboard::default(),
            pending_removal: Arc::default(),
            stop_request: Arc::default(),
            service,
        };
        let signed_in = match &profile {
            Some(id) if for_sign_in => {
                Task::perform(app.service.next_sign_in(id), Message::AwaitedSignIn)
            }
            _ => Task::none(),
        };
        if link.is_some() || profile.is_some() {
            app.deferred_requests.push(Request {
                link,
                profile: profile.map(String::from),
                ..Request::default()
            });
        }
        let tasks = [
            signed_in,
            app.load_profiles(),
            iced::system::theme().map(Message::SystemModeChanged),
            primary.map_or_else(Task::none, |primary| {
                input::handover_requests(primary).map(Message::HandoverRequest)
            }),
        ];

        (app, Task::batch(tasks))
    }

    /// The same with another lifetime of a secret on the clipboard; for tests, which have less time.
    #[doc(hidden)]
    #[must_use]
    pub fn with_clipboard_lifetime(mut self, lifetime: Duration) -> Self {
        self.clipboard.set_lifetime(lifetime);
        self
    }

    /// Takes a message in.
    pub fn update(&mut self, message: Message) -> Task<Message> {
        let task = self.handle(message);
        self.update_pending_removal();
        self.cover_instances();
        let stack = &self.stack;
        self.requests.cancel_unless(|request| {
            stack
                .iter()
                .any(|screen| screen.blocking_request() == Some(request))
        });

        match self.fetch_background() {
            Some(background) => Task::batch([task, background]),
            None => task,
        }
    }

    fn handle(&mut self, message: Message) -> Task<Message> {
        match message {
            Message::Instances(message) => return self.update_instances(message),
            Message::SsoStarted(request, result) => return self.sso_started(request, *result),
            Message::ProfilesLoaded(result) => return self.profiles_loaded(*result),
            Message::SessionChecked(id, status) => self.instances.set_status(&id, *status),
            Message::SessionsChecked(checked) => {
                for (id, status) in checked {
                    self.instances.set_status(&id, status);
                }
            }
            Message::LogoFetched(id, logo) => self.pictures.logo_fetched(id, logo),
            Message::BackgroundFetched(id, picture) => {
                self.pictures.background_fetched(id, picture);
            }
            Message::SystemModeChanged(mode) => self.preferences.set_system_mode(mode),
            Message::SystemContrastChanged(is_high) => {
                self.preferences.set_system_contrast(is_high);
            }
            Message::PreferenceChosen(change) => return self.apply_choice(change),
            Message::PreferencesSaved(result) => return self.choice_saved(*result),
            Message::Resized(size) => {
                let scale_factor = self.scale_factor();
                return self.window_memory.resized(size, scale_factor);
            }
            Message::SizeSettled(resize) => return self.window_memory.size_settled(resize),
            Message::Shortcut(shortcut) => return self.on_shortcut(shortcut),
            Message::WindowUnfocused => {
                self.clipboard.window_unfocused();
                for screen in self.stack.iter_mut() {
                    screen.mask_secrets();
                }
            }
            Message::WindowFocused => return self.clipboard.window_focused(),
            Message::HandoverRequest(request) => {
                let raise = raise_window();
                return Task::batch([raise, self.on_handover_request(request)]);
            }
            Message::AwaitedSignIn(StoredIn::Keyring) if self.stack.len() <= 1 => {
                return self.clipboard.close_window();
            }
            // Another screen is open, or the session would be lost with the window.
            Message::AwaitedSignIn(_) => {}
            // As when the person closes the window: first a copied secret leaves the clipboard, then the window closes.
            Message::StopRequested(signal) => {
                let _ = self.stop_request.set(signal);
                return self.clipboard.close_window();
            }
            Message::Clipboard(event) => return self.on_clipboard(event),
            Message::BrowserFailed(at, address) => self.browser_failed(at, &address),
            Message::CloseRequested => return self.clipboard.close_window(),
            Message::Tick(now) => {
                for screen in self.stack.iter_mut() {
                    screen.tick(now);
                }
                return self.tick_instances();
            }
            message => return self.route(message),
        }

        Task::none()
    }

    /// Gives a message to the screen it is for. The answer for a screen that has gone is dropped; if a sign-in was
    /// answered, the list checks the session of its instance again.
    fn route(&mut self, message: Message) -> Task<Message> {
        let signed_in = message
            .answered_sign_in()
            .and_then(|request| self.requests.sign_in_answered(request));

        match (self.stack.receiver(&message), signed_in) {
            (Some(at), _) => self.deliver(at, message),
            (None, Some(profile)) => {
                self.instances.forget_status(&profile);
                self.load_profiles()
            }
            (None, None) => Task::none(),
        }
    }

    fn on_clipboard(&mut self, event: ClipboardEvent) -> Task<Message> {
        let (task, cleared) = self.clipboard.update(event);
        if let Some(copy) = cleared {
            for screen in self.stack.iter_mut() {
                screen.clipboard_cleared(copy);
            }
        }

        task
    }

    /// Fetches the picture behind the sign-in in view.
    fn fetch_background(&mut self) -> Option<Task<Message>> {
        let Some(AnyScreen::SignIn(form)) = self.stack.top() else {
            return None;
        };

        self.pictures.fetch_background(form.profile()?)
    }

    /// How the window looks.
    pub fn view(&self) -> Element<'_, Message> {
        let pictures = self.pictures.decoded();

        focus::with_focus_keys(match self.top() {
            Some(screen) => screen.view(pictures),
            None => self.instances.view(pictures).map(Message::Instances),
        })
    }

    /// Title of the window.
    pub fn title(&self) -> String {
        match self.top() {
            Some(screen) => screen.title(),
            None => self.instances.title(),
        }
    }

    /// As the system and the person wish, in the colour of the instance in view.
    pub fn theme(&self) -> Theme {
        let accent = self.top().and_then(|screen| screen.accent());

        self.preferences.theme(accent)
    }

    /// How much larger than drawn everything is: the text size that the person chose.
    pub fn scale_factor(&self) -> f32 {
        self.preferences().text_size.factor()
    }

    /// What the person chose, as it is followed now.
    pub fn preferences(&self) -> &Preferences {
        self.preferences.chosen()
    }

    /// The screen in view; `None` is the list.
    pub fn top(&self) -> Option<&AnyScreen> {
        self.stack.top()
    }

    /// The screens above the list, the one in view last.
    pub fn stack(&self) -> Vec<&AnyScreen> {
        self.stack.iter().collect()
    }

    /// The list.
    pub fn instances(&self) -> &Instances {
        &self.instances
    }

    /// The requests under way that end with their screen.
    pub fn cancellable_requests(&self) -> impl Iterator<Item = RequestId> {
        self.requests.cancellable()
    }

    fn subscription(&self) -> Subscription<Message> {
        let ticks = if self.instances.needs_tick(self.stack.is_empty()) || self.stack.needs_tick() {
            iced::time::every(Duration::from_secs(1)).map(Message::Tick)
        } else {
            Subscription::none()
        };

        Subscription::batch([
            iced::system::theme_changes().map(Message::SystemModeChanged),
            iced::event::listen_with(input::pressed_shortcut).map(Message::Shortcut),
            iced::window::close_requests().map(|_| Message::CloseRequested),
            iced::event::listen_with(input::window_unfocused).map(|()| Message::WindowUnfocused),
            iced::event::listen_with(input::window_focused).map(|()| Message::WindowFocused),
            window::resize_events().map(|(_, size)| Message::Resized(size)),
            ticks,
        ])
    }

    fn on_shortcut(&mut self, shortcut: Shortcut) -> Task<Message> {
        let text_size = self.preferences().text_size;

        match shortcut {
            Shortcut::Back => {
                let back = match self.top() {
                    Some(screen) => screen.back(),
                    None => screen::instances::Message::Back.into(),
                };
                self.handle(back)
            }
            Shortcut::Quit => self.clipboard.close_window(),
            Shortcut::Add => self.open_add(),
            Shortcut::Instance(position) => {
                let row = self.instances.shown().nth(position);
                match row.map(|row| row.profile.id.clone()) {
                    Some(id) => self.show_instance(&id),
                    None => Task::none(),
                }
            }
            Shortcut::Preferences => self.open_preferences(),
            Shortcut::About => self.open_about(),
            Shortcut::LargerText => {
                self.apply_choice(PreferenceChange::TextSize(text_size.larger()))
            }
            Shortcut::SmallerText => {
                self.apply_choice(PreferenceChange::TextSize(text_size.smaller()))
            }
            Shortcut::DefaultTextSize => {
                self.apply_choice(PreferenceChange::TextSize(TextSize::default()))
            }
        }
    }
}

/// Brings the window up: X11 does, Wayland can only ask for attention. There is no notification beside it: it would
/// say what the window, which is in sight or asks to be, says itself, and would need a further service of the desktop.
fn raise_window() -> Task<Message> {
    window::latest().and_then(|id| {
        Task::batch([
            window::minimize(id, false),
            window::gain_focus(id),
            window::request_user_attention(id, Some(window::UserAttention::Informational)),
        ])
    })
}
