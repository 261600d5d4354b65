//! The window: its state, its one update and view, and what runs when it opens. The only place that knows all
//! screens; they lie on a stack, so that a link opens above a half-typed form and the form is still there
//! afterwards (S-24).

mod account;
mod add;
mod clipboard;
mod doctor;
mod input;
mod instances;
mod mailed_links;
mod memory;
mod open;
mod picture;
mod preferences;
mod profile_settings;
mod queue;
mod route;
mod run;
mod settings;
mod sign_in;
mod sso;
mod stack;
#[cfg(test)]
mod tests;

pub use clipboard::ClipboardEvent;
pub use input::Shortcut;
pub use picture::PictureResult;
pub use run::{Start, WindowError, run};
pub use sso::SsoAttempt;
pub use stack::AnyScreen;

use std::{
    sync::{Arc, Mutex, OnceLock},
    time::{Duration, Instant},
};

use iced::{Element, Size, Subscription, Task, Theme, task::Handle, theme::Mode, window};
use jiff::tz::TimeZone;

use self::{memory::WindowMemory, preferences::PreferenceState, queue::RequestQueue};
use crate::{
    handover::Request,
    preferences::{PreferenceChange, Preferences, TextSize},
    profile::ProfileId,
    screen::{self, Instances, Pictures, RequestId},
    service::{
        Error, LoadedProfiles, Service, SessionStatus, SsoWait, StoredIn, system::StopSignal,
    },
    ui::focus,
};

/// The state of the window.
#[derive(Debug)]
pub struct App {
    service: Service,
    /// What the system and the person prefer for the window as a whole.
    preferences: PreferenceState,
    window_memory: WindowMemory,
    time_zone: TimeZone,
    pictures: Pictures,
    requested_pictures: picture::RequestedPictures,
    request_queue: RequestQueue,
    /// What everything else lies above.
    instances: Instances,
    /// The screens above the list, the one in view last.
    stack: Vec<AnyScreen>,
    /// What came before the profiles were loaded.
    deferred_requests: Vec<Request>,
    /// The requests that go with the screen that waits for them. One that may change a session is not among them:
    /// cut off half-way, nobody would know of a session that the server has made.
    cancellable_requests: Vec<(RequestId, Handle)>,
    /// Sign-ins that were sent and rounds that wait for the browser, whether their screen still waits or not. Of a
    /// round that was cancelled no answer comes; what is left of it here is a few bytes.
    sent_sign_ins: Vec<(RequestId, ProfileId)>,
    /// The instance whose removal could still be undone, for the moment the window closes.
    pending_removal: Arc<Mutex<Option<ProfileId>>>,
    /// What was put on the clipboard here.
    clipboard: clipboard::Clipboard,
    /// Why the window closes, when it is not the person who closes it.
    stop_request: Arc<OnceLock<StopSignal>>,
}

/// What happens in the window. Secrets are in it only as [`Secret`](crate::secret::Secret).
#[derive(Debug, Clone)]
pub enum Message {
    /// On the list.
    Instances(screen::instances::Message),
    /// While adding.
    Add(screen::add::Message),
    /// While signing in.
    SignIn(screen::sign_in::Message),
    /// While the browser has the sign-in.
    Sso(screen::sso::Message),
    /// With an access token.
    AccessToken(screen::access_token::Message),
    /// A round in the browser can begin, or not.
    SsoStarted(RequestId, Box<Result<Arc<SsoWait>, Error>>),
    /// With a forgotten password.
    PasswordReset(screen::password_reset::Message),
    /// With a mailed link.
    NewPassword(screen::new_password::Message),
    /// On the account.
    Account(screen::account::Message),
    /// On a new password for it.
    ChangePassword(screen::change_password::Message),
    /// On its second factor.
    TwoFactor(screen::two_factor::Message),
    /// While an account is made.
    Register(screen::register::Message),
    /// While an instance is looked over.
    Doctor(screen::doctor::Message),
    /// In the settings of an instance.
    ProfileSettings(screen::profile_settings::Message),
    /// On the settings.
    Preferences(screen::preferences::Message),
    /// On the page about the program.
    About(screen::about::Message),
    /// The profiles were read.
    ProfilesLoaded(Box<Result<LoadedProfiles, Error>>),
    /// How a session of the list stands.
    SessionChecked(ProfileId, Box<Result<SessionStatus, Error>>),
    /// How several of them stand.
    SessionsChecked(Vec<(ProfileId, Result<SessionStatus, Error>)>),
    /// A logo was looked for.
    LogoFetched(ProfileId, PictureResult),
    /// What is behind a sign-in was looked for.
    BackgroundFetched(ProfileId, PictureResult),
    /// The system's tone.
    SystemModeChanged(Mode),
    /// Whether the system asks for high contrast.
    SystemContrastChanged(bool),
    /// What the person prefers.
    PreferenceChosen(PreferenceChange),
    /// A choice was kept, or not.
    PreferencesSaved(Box<Result<Preferences, Error>>),
    /// The window has this size now.
    Resized(Size),
    /// It had it for a while.
    SizeSettled(u64),
    /// A key that is not a field's.
    Shortcut(Shortcut),
    /// The person went to another window.
    WindowUnfocused,
    /// And is back at this one.
    WindowFocused,
    /// A later process asks.
    HandoverRequest(Request),
    /// The sign-in this window was opened for is done.
    AwaitedSignIn(StoredIn),
    /// Of a token on the clipboard.
    Clipboard(ClipboardEvent),
    /// The person closes the window.
    CloseRequested,
    /// The system asks this process to stop.
    StopRequested(StopSignal),
    /// A second went by.
    Tick(Instant),
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
        let mut app = Self {
            service,
            preferences: PreferenceState::new(preferences, languages),
            window_memory: WindowMemory::new(remembered),
            time_zone: TimeZone::system(),
            pictures: Pictures::new(),
            requested_pictures: picture::RequestedPictures::default(),
            request_queue: RequestQueue::default(),
            instances: Instances::new(),
            stack: Vec::new(),
            deferred_requests: Vec::new(),
            cancellable_requests: Vec::new(),
            sent_sign_ins: Vec::new(),
            pending_removal: Arc::default(),
            clipboard: clipboard::Clipboard::default(),
            stop_request: Arc::default(),
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

    /// The same with another time for a token on the clipboard; for tests, which have less.
    #[doc(hidden)]
    #[must_use]
    pub fn with_clipboard_lifetime(mut self, stays: Duration) -> Self {
        self.clipboard.lifetime = stays;
        self
    }

    /// Takes a message in.
    pub fn update(&mut self, message: Message) -> Task<Message> {
        let task = self.handle(message);
        self.update_pending_removal();
        self.cover_instances();
        let behind = self.fetch_background();
        let stack = &self.stack;
        self.cancellable_requests.retain(|(ticket, _)| {
            stack
                .iter()
                .any(|open| open.blocking_request() == Some(*ticket))
        });

        match behind {
            Some(behind) => Task::batch([task, behind]),
            None => task,
        }
    }

    /// The requests under way that end with their screen.
    pub fn cancellable_requests(&self) -> impl Iterator<Item = RequestId> {
        self.cancellable_requests.iter().map(|(ticket, _)| *ticket)
    }

    fn handle(&mut self, message: Message) -> Task<Message> {
        match message {
            Message::ProfilesLoaded(result) => self.profiles_loaded(*result),
            Message::SessionChecked(id, standing) => self.sessions_checked([(id, *standing)]),
            Message::SessionsChecked(standings) => self.sessions_checked(standings),
            Message::LogoFetched(id, picture) => {
                self.logo_fetched(id, picture);
                Task::none()
            }
            Message::BackgroundFetched(id, picture) => {
                self.background_fetched(id, picture);
                Task::none()
            }
            Message::SystemModeChanged(mode) => {
                self.system_look_changed(|preferred| preferred.system_mode = Some(mode))
            }
            Message::SystemContrastChanged(is_high) => {
                self.system_look_changed(|preferred| preferred.system_high_contrast = Some(is_high))
            }
            Message::PreferenceChosen(choice) => self.apply_choice(choice),
            Message::PreferencesSaved(result) => self.choice_saved(*result),
            Message::Resized(size) => self.resized(size),
            Message::SizeSettled(change) => self.save_window_size(change),
            Message::Shortcut(key) => self.on_shortcut(key),
            Message::WindowUnfocused => {
                self.clipboard.is_window_focused = false;
                self.stack.iter_mut().for_each(AnyScreen::mask_secrets);
                Task::none()
            }
            Message::WindowFocused => self.window_focused(),
            Message::HandoverRequest(request) => {
                let raise = raise_window();
                Task::batch([raise, self.on_handover_request(request)])
            }
            Message::AwaitedSignIn(StoredIn::Keyring) if self.stack.len() <= 1 => {
                self.close_window()
            }
            // Something else is open, or the session would go with the window.
            Message::AwaitedSignIn(_) => Task::none(),
            // As closing the window: what lies behind it ends in the same order.
            Message::StopRequested(stop) => {
                let _ = self.stop_request.set(stop);
                self.close_window()
            }
            Message::Clipboard(clip) => self.on_clipboard(clip),
            Message::CloseRequested => self.close_window(),
            Message::Tick(now) => {
                for screen in &mut self.stack {
                    screen.tick(now);
                }
                self.tick_instances()
            }
            message => self.route(message),
        }
    }

    /// The screen in view.
    pub fn view(&self) -> Element<'_, Message> {
        focus::with_focus_keys(match self.top() {
            Some(screen) => screen.view(&self.pictures),
            None => self.instances.view(&self.pictures).map(Message::Instances),
        })
    }

    /// Title of the window: stable, for password managers that type (A7).
    pub fn title(&self) -> String {
        self.top()
            .map_or_else(|| self.instances.title(), AnyScreen::title)
    }

    /// As the system and the person wish, in the colour of the instance in view.
    pub fn theme(&self) -> Theme {
        self.preferences
            .theme(self.top().and_then(AnyScreen::accent))
    }

    /// How much larger than drawn everything is (A9).
    pub fn scale_factor(&self) -> f32 {
        self.preferences.chosen.text_size.factor()
    }

    /// What the person chose, as it is followed now.
    pub fn preferences(&self) -> &Preferences {
        &self.preferences.chosen
    }

    /// The screen in view; `None` is the list.
    pub fn top(&self) -> Option<&AnyScreen> {
        self.stack.last()
    }

    /// The screens above the list, the one in view last.
    pub fn stack(&self) -> &[AnyScreen] {
        &self.stack
    }

    /// The list.
    pub fn instances(&self) -> &Instances {
        &self.instances
    }

    fn subscription(&self) -> Subscription<Message> {
        let top = self.stack.len().wrapping_sub(1);
        let counts = self.instances.needs_tick()
            || self
                .stack
                .iter()
                .enumerate()
                .any(|(at, screen)| screen.needs_tick(at == top));
        let ticks = if counts {
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

    fn on_shortcut(&mut self, key: Shortcut) -> Task<Message> {
        match key {
            Shortcut::Back => {
                let back = match self.top() {
                    Some(screen) => screen.back(),
                    None => Message::Instances(screen::instances::Message::Back),
                };
                self.route(back)
            }
            Shortcut::Quit => self.close_window(),
            Shortcut::Add => self.open_add(String::new()),
            Shortcut::Instance(place) => {
                let row = self.instances.shown().nth(place);
                match row.map(|row| row.profile.id.clone()) {
                    Some(id) => self.show_instance(&id),
                    None => Task::none(),
                }
            }
            Shortcut::Preferences => self.open_preferences(),
            Shortcut::About => self.open_about(),
            Shortcut::LargerText => self.apply_choice(PreferenceChange::TextSize(
                self.preferences().text_size.larger(),
            )),
            Shortcut::SmallerText => self.apply_choice(PreferenceChange::TextSize(
                self.preferences().text_size.smaller(),
            )),
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
