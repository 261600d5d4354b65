//! The window: its state, its one update and view, and what runs when it opens. The only place that knows all
//! screens; they lie on a stack, so that a link opens above a half-typed form and the form is still there
//! afterwards (S-24).

mod clip;
mod input;
mod look;
mod mail;
mod open;
mod own;
mod perform;
mod picture;
mod queue;
mod round;
mod route;
mod stack;

pub use clip::Clip;
pub use input::Key;
pub use picture::Picture;
pub use round::Round;
pub use stack::Screen;

use std::{
    collections::HashSet,
    sync::{Arc, Mutex, OnceLock},
    time::{Duration, Instant},
};

use iced::{Element, Subscription, Task, Theme, task::Handle, theme::Mode, window};
use jiff::tz::TimeZone;

use self::queue::Queue;
use crate::{
    handover::{Primary, Request},
    identity::APP_ID,
    platform::Stop,
    profile::ProfileId,
    screen::{
        Instances, Logos, Ticket, access_token, account, add, browser, checkup, forgot, instances,
        new_password, sign_in,
    },
    secret::Secret,
    service::{Error, Service, SsoWait, Standing, StoredIn},
    store::Loaded,
    ui::{
        focus, font,
        theme::{self, part},
    },
};

/// What the window starts with.
#[derive(Debug, Default)]
pub struct Start {
    /// The right to the one window, and the requests of later processes.
    pub primary: Option<Primary>,
    /// A link this process was started with; parsed once the profiles are loaded.
    pub link: Option<Secret>,
    /// The instance to show, by id.
    pub profile: Option<ProfileId>,
    /// The window is there for that instance's sign-in: it closes when that is done.
    pub for_sign_in: bool,
}

/// Opens the window and returns when it is closed: by the person, or because the system asked for it, as told.
pub fn run(service: Service, start: Start) -> Result<Option<Stop>, iced::Error> {
    let stopped = Arc::new(OnceLock::new());
    // iced asks for a function it could call again; there is one start.
    let start = Mutex::new(Some((start, crate::platform::stop_requests())));
    let told = Arc::clone(&stopped);
    let boot = move || {
        let (start, stops) = start
            .lock()
            .ok()
            .and_then(|mut start| start.take())
            .map_or_else(Default::default, |(start, stops)| (start, Some(stops)));

        let (mut app, task) = App::boot(service.clone(), start);
        app.stopped = Arc::clone(&told);
        let links = input::links(crate::platform::install_link_delegate());
        let stops = stops.map_or_else(Task::none, input::stops);

        (
            app,
            Task::batch([task, links.map(Message::Request), stops.map(Message::Stop)]),
        )
    };

    iced::application(boot, App::update, App::view)
        .title(App::title)
        .theme(App::theme)
        .subscription(App::subscription)
        .settings(iced::Settings {
            id: Some(APP_ID.to_owned()),
            ..font::settings()
        })
        .window(window_settings())
        // Closed by us: a token on the clipboard goes first.
        .exit_on_close_request(false)
        .run()?;

    Ok(stopped.get().copied())
}

fn window_settings() -> window::Settings {
    window::Settings {
        size: part::WINDOW.into(),
        min_size: Some(part::WINDOW_MIN.into()),
        #[cfg(target_os = "linux")]
        platform_specific: window::settings::PlatformSpecific {
            application_id: APP_ID.to_owned(),
            ..window::settings::PlatformSpecific::default()
        },
        ..window::Settings::default()
    }
}

/// The state of the window.
#[derive(Debug)]
pub struct App {
    service: Service,
    mode: Mode,
    zone: TimeZone,
    logos: Logos,
    /// Whose logo cannot be decoded.
    unfit: HashSet<ProfileId>,
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
    /// The token that was copied last, as long as the clipboard may hold it.
    copied: Option<clip::Copied>,
    clip_stays: Duration,
    /// Why the window closes, when it is not the person who closes it.
    stopped: Arc<OnceLock<Stop>>,
}

/// What happens in the window. Secrets are in it only as [`Secret`].
#[derive(Debug, Clone)]
pub enum Message {
    /// On the list.
    Instances(instances::Message),
    /// While adding.
    Add(add::Message),
    /// While signing in.
    SignIn(sign_in::Message),
    /// While the browser has the sign-in.
    Browser(browser::Message),
    /// With an access token.
    AccessToken(access_token::Message),
    /// A round in the browser can begin, or not.
    Opened(Ticket, Box<Result<Arc<SsoWait>, Error>>),
    /// With a forgotten password.
    Forgot(forgot::Message),
    /// With a mailed link.
    NewPassword(new_password::Message),
    /// On the account.
    Account(account::Message),
    /// While an instance is looked over.
    Checkup(checkup::Message),
    /// The profiles were read.
    Loaded(Box<Result<Loaded, Error>>),
    /// How a session of the list stands.
    Stands(ProfileId, Box<Result<Standing, Error>>),
    /// A logo was looked for.
    Logo(ProfileId, Picture),
    /// The system's tone.
    Mode(Mode),
    /// A key that is not a field's.
    Key(Key),
    /// The person went to another window.
    Away,
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
        } = start;
        let mut app = Self {
            service,
            mode: Mode::None,
            zone: TimeZone::system(),
            logos: Logos::new(),
            unfit: HashSet::new(),
            queue: Queue::default(),
            list: Instances::new(),
            stack: Vec::new(),
            waiting: Vec::new(),
            running: Vec::new(),
            sent: Vec::new(),
            copied: None,
            clip_stays: clip::STAYS,
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
    pub fn clearing_after(self, clip_stays: Duration) -> Self {
        Self { clip_stays, ..self }
    }

    /// Takes a message in.
    pub fn update(&mut self, message: Message) -> Task<Message> {
        let task = self.handle(message);
        let stack = &self.stack;
        self.running
            .retain(|(ticket, _)| stack.iter().any(|open| open.pending() == Some(*ticket)));

        task
    }

    /// The requests under way that end with their screen.
    pub fn running(&self) -> impl Iterator<Item = Ticket> {
        self.running.iter().map(|(ticket, _)| *ticket)
    }

    fn handle(&mut self, message: Message) -> Task<Message> {
        match message {
            Message::Loaded(result) => self.loaded(*result),
            Message::Stands(id, standing) => {
                self.list.stands(&id, *standing);
                Task::none()
            }
            Message::Logo(id, picture) => {
                match picture {
                    Picture::Seen(handle) => drop(self.logos.insert(id, handle)),
                    // Decoding it again would only cost the same again.
                    Picture::Unfit => drop(self.unfit.insert(id)),
                    Picture::None => {}
                }
                Task::none()
            }
            Message::Mode(mode) => {
                self.mode = mode;
                // Not before: the portal that knows the colour scheme must be able to see who asks.
                crate::platform::refuse_debuggers();
                Task::none()
            }
            Message::Key(key) => self.key(key),
            Message::Away => {
                for screen in &mut self.stack {
                    screen.hide();
                }
                Task::none()
            }
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
                Task::none()
            }
            message => self.route(message),
        }
    }

    /// The screen in view.
    pub fn view(&self) -> Element<'_, Message> {
        match self.top() {
            Some(screen) => screen.view(&self.logos),
            None => self.list.view(&self.logos).map(Message::Instances),
        }
    }

    /// Title of the window: stable, for password managers that type (A7).
    pub fn title(&self) -> String {
        self.top().map_or_else(|| self.list.title(), Screen::title)
    }

    /// Light or dark as the system is, in the colour of the instance in view.
    pub fn theme(&self) -> Theme {
        theme::theme(self.mode, self.top().and_then(Screen::accent))
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
        let counts = self
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
            ticks,
        ])
    }

    fn key(&mut self, key: Key) -> Task<Message> {
        match key {
            Key::Next => focus::next(),
            Key::Previous => focus::previous(),
            Key::Back => {
                let back = match self.top() {
                    Some(screen) => screen.back(),
                    None => Message::Instances(instances::Message::Keep),
                };
                self.route(back)
            }
            Key::Quit => self.close(),
            Key::Add => self.add(String::new()),
        }
    }
}

/// Brings the window up: X11 does, Wayland can only ask for attention.
fn raise() -> Task<Message> {
    window::latest().and_then(|id| {
        Task::batch([
            window::minimize(id, false),
            window::gain_focus(id),
            window::request_user_attention(id, Some(window::UserAttention::Informational)),
        ])
    })
}
