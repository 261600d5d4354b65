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

pub use clipboard::Clip;
pub use input::Key;
pub use picture::Picture;
pub use run::{NoWindow, Start, run};
pub use sso::Round;
pub use stack::Screen;

use std::{
    sync::{Arc, Mutex, OnceLock},
    time::{Duration, Instant},
};

use iced::{Element, Size, Subscription, Task, Theme, task::Handle, theme::Mode, window};
use jiff::tz::TimeZone;

use self::{memory::Memory, preferences::Preferred, queue::Queue};
use crate::{
    handover::Request,
    platform::Stop,
    preferences::{Choice, Preferences, TextSize},
    profile::ProfileId,
    screen::{self, Instances, Logos, Ticket},
    service::{Error, Service, SsoWait, Standing, StoredIn},
    store::Loaded,
    ui::focus,
};

/// The state of the window.
#[derive(Debug)]
pub struct App {
    service: Service,
    /// What the system and the person prefer for the window as a whole.
    preferred: Preferred,
    memory: Memory,
    zone: TimeZone,
    logos: Logos,
    looked: picture::Looked,
    queue: Queue,
    /// What everything else lies above.
    list: Instances,
    /// The screens above the list, the one in view last.
    stack: Vec<Screen>,
    /// What came before the profiles were loaded.
    waiting: Vec<Request>,
    /// The requests that go with the screen that waits for them. One that may change a session is not among them:
    /// cut off half-way, nobody would know of a session that the server has made.
    running: Vec<(Ticket, Handle)>,
    /// Sign-ins that were sent and rounds that wait for the browser, whether their screen still waits or not. Of a
    /// round that was cancelled no answer comes; what is left of it here is a few bytes.
    sent: Vec<(Ticket, ProfileId)>,
    /// The instance whose removal could still be undone, for the moment the window closes.
    leaving: Arc<Mutex<Option<ProfileId>>>,
    /// What was put on the clipboard here.
    clipboard: clipboard::Clipboard,
    /// Why the window closes, when it is not the person who closes it.
    stopped: Arc<OnceLock<Stop>>,
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
    Opened(Ticket, Box<Result<Arc<SsoWait>, Error>>),
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
    Loaded(Box<Result<Loaded, Error>>),
    /// How a session of the list stands.
    Stands(ProfileId, Box<Result<Standing, Error>>),
    /// How several of them stand.
    Stand(Vec<(ProfileId, Result<Standing, Error>)>),
    /// A logo was looked for.
    Logo(ProfileId, Picture),
    /// What is behind a sign-in was looked for.
    Background(ProfileId, Picture),
    /// The system's tone.
    Mode(Mode),
    /// Whether the system asks for high contrast.
    Contrast(bool),
    /// What the person prefers.
    Prefer(Choice),
    /// A choice was kept, or not.
    Kept(Box<Result<Preferences, Error>>),
    /// The window has this size now.
    Resized(Size),
    /// It had it for a while.
    Settled(u64),
    /// A key that is not a field's.
    Key(Key),
    /// The person went to another window.
    Away,
    /// And is back at this one.
    Here,
    /// A later process asks.
    Request(Request),
    /// The sign-in this window was opened for is done.
    SignedIn(StoredIn),
    /// Of a token on the clipboard.
    Clip(Clip),
    /// The person closes the window.
    Close,
    /// The system asks this process to stop.
    Stop(Stop),
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
            preferred: Preferred::new(preferences, languages),
            memory: Memory::new(remembered),
            zone: TimeZone::system(),
            logos: Logos::new(),
            looked: picture::Looked::default(),
            queue: Queue::default(),
            list: Instances::new(),
            stack: Vec::new(),
            waiting: Vec::new(),
            running: Vec::new(),
            sent: Vec::new(),
            leaving: Arc::default(),
            clipboard: clipboard::Clipboard::default(),
            stopped: Arc::default(),
        };
        let signed_in = match &profile {
            Some(id) if for_sign_in => {
                Task::perform(app.service.next_sign_in(id), Message::SignedIn)
            }
            _ => Task::none(),
        };
        if link.is_some() || profile.is_some() {
            app.waiting.push(Request {
                link,
                profile: profile.map(String::from),
                ..Request::default()
            });
        }
        let tasks = [
            signed_in,
            app.read_profiles(),
            iced::system::theme().map(Message::Mode),
            primary.map_or_else(Task::none, |primary| {
                input::requests(primary).map(Message::Request)
            }),
        ];

        (app, Task::batch(tasks))
    }

    /// The same with another time for a token on the clipboard; for tests, which have less.
    #[doc(hidden)]
    #[must_use]
    pub fn clearing_after(mut self, stays: Duration) -> Self {
        self.clipboard.stays = stays;
        self
    }

    /// Takes a message in.
    pub fn update(&mut self, message: Message) -> Task<Message> {
        let task = self.handle(message);
        self.note_leaving();
        self.cover_list();
        let behind = self.look_behind();
        let stack = &self.stack;
        self.running
            .retain(|(ticket, _)| stack.iter().any(|open| open.pending() == Some(*ticket)));

        match behind {
            Some(behind) => Task::batch([task, behind]),
            None => task,
        }
    }

    /// The requests under way that end with their screen.
    pub fn running(&self) -> impl Iterator<Item = Ticket> {
        self.running.iter().map(|(ticket, _)| *ticket)
    }

    fn handle(&mut self, message: Message) -> Task<Message> {
        match message {
            Message::Loaded(result) => self.loaded(*result),
            Message::Stands(id, standing) => self.stand([(id, *standing)]),
            Message::Stand(standings) => self.stand(standings),
            Message::Logo(id, picture) => {
                self.logo_seen(id, picture);
                Task::none()
            }
            Message::Background(id, picture) => {
                self.background_seen(id, picture);
                Task::none()
            }
            Message::Mode(mode) => self.told(|preferred| preferred.mode = Some(mode)),
            Message::Contrast(is_high) => self.told(|preferred| preferred.contrast = Some(is_high)),
            Message::Prefer(choice) => self.prefer(choice),
            Message::Kept(result) => self.kept(*result),
            Message::Resized(size) => self.resized(size),
            Message::Settled(change) => self.settled(change),
            Message::Key(key) => self.key(key),
            Message::Away => {
                self.clipboard.is_here = false;
                self.stack.iter_mut().for_each(Screen::hide);
                Task::none()
            }
            Message::Here => self.clip_again(),
            Message::Request(request) => {
                let raise = raise();
                Task::batch([raise, self.request(request)])
            }
            Message::SignedIn(StoredIn::Keyring) if self.stack.len() <= 1 => self.close(),
            // Something else is open, or the session would go with the window.
            Message::SignedIn(_) => Task::none(),
            // As closing the window: what lies behind it ends in the same order.
            Message::Stop(stop) => {
                let _ = self.stopped.set(stop);
                self.close()
            }
            Message::Clip(clip) => self.clip(clip),
            Message::Close => self.close(),
            Message::Tick(now) => {
                for screen in &mut self.stack {
                    screen.tick(now);
                }
                self.tick_list()
            }
            message => self.route(message),
        }
    }

    /// The screen in view.
    pub fn view(&self) -> Element<'_, Message> {
        focus::keys(match self.top() {
            Some(screen) => screen.view(&self.logos),
            None => self.list.view(&self.logos).map(Message::Instances),
        })
    }

    /// Title of the window: stable, for password managers that type (A7).
    pub fn title(&self) -> String {
        self.top().map_or_else(|| self.list.title(), Screen::title)
    }

    /// As the system and the person wish, in the colour of the instance in view.
    pub fn theme(&self) -> Theme {
        self.preferred.theme(self.top().and_then(Screen::accent))
    }

    /// How much larger than drawn everything is (A9).
    pub fn scale_factor(&self) -> f32 {
        self.preferred.chosen.text_size.factor()
    }

    /// What the person chose, as it is followed now.
    pub fn preferences(&self) -> &Preferences {
        &self.preferred.chosen
    }

    /// The screen in view; `None` is the list.
    pub fn top(&self) -> Option<&Screen> {
        self.stack.last()
    }

    /// The screens above the list, the one in view last.
    pub fn stack(&self) -> &[Screen] {
        &self.stack
    }

    /// The list.
    pub fn list(&self) -> &Instances {
        &self.list
    }

    fn subscription(&self) -> Subscription<Message> {
        let top = self.stack.len().wrapping_sub(1);
        let counts = self.list.counts()
            || self
                .stack
                .iter()
                .enumerate()
                .any(|(at, screen)| screen.counts(at == top));
        let ticks = if counts {
            iced::time::every(Duration::from_secs(1)).map(Message::Tick)
        } else {
            Subscription::none()
        };

        Subscription::batch([
            iced::system::theme_changes().map(Message::Mode),
            iced::event::listen_with(input::key).map(Message::Key),
            iced::window::close_requests().map(|_| Message::Close),
            iced::event::listen_with(input::away).map(|()| Message::Away),
            iced::event::listen_with(input::here).map(|()| Message::Here),
            window::resize_events().map(|(_, size)| Message::Resized(size)),
            ticks,
        ])
    }

    fn key(&mut self, key: Key) -> Task<Message> {
        match key {
            Key::Back => {
                let back = match self.top() {
                    Some(screen) => screen.back(),
                    None => Message::Instances(screen::instances::Message::Back),
                };
                self.route(back)
            }
            Key::Quit => self.close(),
            Key::Add => self.add(String::new()),
            Key::Instance(place) => {
                let row = self.list.shown().nth(place);
                match row.map(|row| row.profile.id.clone()) {
                    Some(id) => self.show(&id),
                    None => Task::none(),
                }
            }
            Key::Settings => self.settings(),
            Key::About => self.about(),
            Key::Larger => self.prefer(Choice::TextSize(self.preferences().text_size.larger())),
            Key::Smaller => self.prefer(Choice::TextSize(self.preferences().text_size.smaller())),
            Key::UsualSize => self.prefer(Choice::TextSize(TextSize::default())),
        }
    }
}

/// Brings the window up: X11 does, Wayland can only ask for attention. There is no notification beside it: it would
/// say what the window, which is in sight or asks to be, says itself, and would need a further service of the desktop.
fn raise() -> Task<Message> {
    window::latest().and_then(|id| {
        Task::batch([
            window::minimize(id, false),
            window::gain_focus(id),
            window::request_user_attention(id, Some(window::UserAttention::Informational)),
        ])
    })
}
