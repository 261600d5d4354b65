//! What follows from the actions of a screen. Owns the effects that all screens share; each flow's own file says, in its
//! [`Flow`], how the requests of its screens are sent and answered and where their outcomes lead.

use iced::Task;
use url::Url;

use super::{AnyScreen, App, Message, ScreenId, requests::Lifetime};
use crate::{
    screen::{Action, ActionOf, Doctor, Notification, RequestId, Screen},
    ui::focus,
};

/// The way from a screen to the service and to other screens.
pub(super) trait Flow: Screen<Message: Into<Message> + Send + 'static> + Sized {
    /// Sends a request of the screen to the service. The answer is a message of the screen, in general with
    /// the same id; see [`Action::Run`].
    fn run(app: &App, id: RequestId, request: Self::Request) -> Task<Self::Message>;

    /// What becomes of this request when the screen is closed before the answer.
    fn lifetime(request: &Self::Request) -> Lifetime {
        let _ = request;

        Lifetime::Detached
    }

    /// Carries out what only this screen leads to.
    fn follow(app: &mut App, at: ScreenId, outcome: Self::Outcome) -> Task<Message>;
}

impl App {
    /// Carries out an action of the screen `at`.
    pub(super) fn apply<S: Flow>(&mut self, at: ScreenId, action: ActionOf<S>) -> Task<Message> {
        match action {
            Action::None => Task::none(),
            Action::Focus(control) => self.if_top(at, focus::on(control)),
            Action::FocusOwned(control) => self.if_top(at, focus::on_owned(control)),
            Action::Refocus => self.refocus(),
            Action::Leave => self.leave(at),
            Action::Copy(text) => iced::clipboard::write(text.expose().to_owned()),
            Action::CopySecret(id, secret) => self.clipboard.copy(id, secret),
            Action::Visit(address) => self.visit(at, address),
            Action::OpenStudio => match self.stack.profile(at) {
                Some(profile) => self.visit(at, profile.url.join("admin/")),
                None => Task::none(),
            },
            Action::OpenDoctor => match self.stack.profile(at).cloned() {
                Some(profile) => self.open(Doctor::new(profile)),
                None => Task::none(),
            },
            Action::Run(id, request) => {
                let lifetime = S::lifetime(&request);
                let task = S::run(self, id, request).map(Into::into);

                self.requests.track(id, lifetime, task)
            }
            Action::Batch(actions) => Task::batch(
                actions
                    .into_iter()
                    .map(|action| self.apply::<S>(at, action))
                    .collect::<Vec<_>>(),
            ),
            Action::Outcome(outcome) => S::follow(self, at, outcome),
        }
    }

    /// Opens a screen above all others.
    pub(super) fn open<S: Flow + Into<AnyScreen>>(&mut self, mut screen: S) -> Task<Message> {
        let action = screen.opened();
        let id = self.stack.push(screen);

        Task::batch([self.refocus(), self.apply::<S>(id, action)])
    }

    /// Opens a screen in the place of another one: what lies above that stays there, with the keyboard focus.
    pub(super) fn replace<S: Flow + Into<AnyScreen>>(
        &mut self,
        at: ScreenId,
        mut screen: S,
    ) -> Task<Message> {
        let action = screen.opened();
        let Some(id) = self.stack.replace(at, screen) else {
            return Task::none();
        };

        Task::batch([self.refocus_if_top(id), self.apply::<S>(id, action)])
    }

    /// Brings the screen into view that `is_it` picks, as it is. `None` when there is none.
    pub(super) fn bring_up(&mut self, is_it: impl Fn(&AnyScreen) -> bool) -> Option<Task<Message>> {
        let id = self.stack.find(is_it)?;
        self.stack.bring_up(id);

        Some(self.refocus())
    }

    /// Closes a screen, and with it every secret typed into it (S-49: no secret outlives its screen).
    pub(super) fn leave(&mut self, at: ScreenId) -> Task<Message> {
        let was_top = self.stack.is_top(at);
        let Some(screen) = self.stack.close(at) else {
            return Task::none();
        };
        if screen.may_have_changed_session()
            && let Some(profile) = screen.profile()
        {
            self.instances.forget_status(&profile.id);
        }
        drop(screen);
        if !was_top {
            return Task::none();
        }

        let reload = if self.stack.is_empty() {
            self.load_profiles()
        } else {
            Task::none()
        };
        Task::batch([self.refocus(), reload])
    }

    /// Gives the keyboard focus to the screen that came into view, and to nothing when it has no field.
    pub(super) fn refocus(&self) -> Task<Message> {
        let field = match self.stack.top() {
            Some(screen) => screen.focus(),
            None => self.instances.focus(),
        };

        focus::on(field.unwrap_or("nothing"))
    }

    pub(super) fn refocus_if_top(&self, id: ScreenId) -> Task<Message> {
        self.if_top(id, self.refocus())
    }

    /// Does it only for the screen in view: the answer of a covered screen must not take the keyboard focus from the
    /// screen above it (S-24).
    fn if_top(&self, id: ScreenId, task: Task<Message>) -> Task<Message> {
        if self.stack.is_top(id) {
            task
        } else {
            Task::none()
        }
    }

    /// Opens an address that the person pressed in their browser (S-36: http and https only). The screen says so when
    /// no browser can be started.
    fn visit(&self, at: ScreenId, address: Url) -> Task<Message> {
        let words = address.to_string();

        self.open_browser(address).then(move |is_open| {
            if is_open {
                Task::none()
            } else {
                Task::done(Message::BrowserFailed(at, words.clone()))
            }
        })
    }

    /// Shows on the screen that no browser could be started for this address.
    pub(super) fn browser_failed(&mut self, at: ScreenId, address: &str) {
        if let Some(screen) = self.stack.get_mut(at) {
            screen.notify(Notification::no_browser(address));
        }
    }
}
