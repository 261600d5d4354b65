//! Signing in through the browser (SSO), one attempt at a time: its screen, and what keeps the loopback port open. Both
//! lie on the stack together, so that a screen that is closed, in whichever way, ends its wait and closes its port
//! . Also owns how any page is opened in the person's browser.

use std::{sync::Arc, time::Instant};

use iced::{Element, Task, task::Handle};
use url::Url;

use super::{AnyScreen, App, Message, ScreenId, flow::Flow, raise_window, requests::Lifetime};
use crate::{
    profile::Profile,
    screen::{
        Action, ActionOf, Notification, Pictures, RequestId, Screen, SignIn, Sso,
        sso::{self, SsoRound},
    },
    secret::Secret,
    service::{Error, Provider, SsoWait},
};

/// The screen of an attempt with the wait that it shows.
#[derive(Debug)]
pub struct SsoAttempt {
    /// What is shown.
    pub screen: Sso,
    wait: Option<Arc<SsoWait>>,
    /// The search for a way, then the wait for the browser.
    task: Option<Handle>,
}

impl SsoAttempt {
    fn new(screen: Sso) -> Self {
        Self {
            screen,
            wait: None,
            task: None,
        }
    }

    /// Whether the browser is back and the result is not.
    fn has_answer(&self) -> bool {
        self.wait.as_ref().is_some_and(|wait| wait.is_answered())
            && self.screen.blocking_request().is_some()
    }

    /// Ends what is under way and closes the port. An attempt whose browser is back runs on: a session exists by then,
    /// which the service keeps, and the list shows it.
    fn cancel(&mut self) {
        let has_answer = self.has_answer();
        self.wait = None;
        if let Some(task) = self.task.take()
            && !has_answer
        {
            task.abort();
        }
    }

    /// Tells the screen how far the wait is.
    fn show_progress(&mut self) {
        if let Some(wait) = &self.wait {
            let _ = self.screen.update(sso::Message::Ticked {
                time_left: wait.time_left(),
                unverified_error: wait.unverified_error(),
                has_answer: wait.is_answered(),
            });
        }
    }
}

/// Every call goes to the screen of the attempt. Before a message, the screen gets the present state of the wait, because
/// the browser may have come back since the last tick.
impl Screen for SsoAttempt {
    type Message = sso::Message;
    type Request = sso::Request;
    type Outcome = sso::Outcome;

    fn title(&self) -> String {
        self.screen.title()
    }

    fn view<'a>(&'a self, pictures: &'a Pictures) -> Element<'a, sso::Message> {
        self.screen.view(pictures)
    }

    fn update(&mut self, message: sso::Message) -> ActionOf<Self> {
        self.show_progress();
        let action = self.screen.update(message);
        if self.screen.blocking_request().is_none() {
            // The attempt is over: the port is closed now, not when the person leaves the screen.
            self.cancel();
        }

        action
    }

    fn opened(&mut self) -> ActionOf<Self> {
        self.screen.opened()
    }

    fn profile(&self) -> Option<&Profile> {
        self.screen.profile()
    }

    fn blocking_request(&self) -> Option<RequestId> {
        self.screen.blocking_request()
    }

    fn needs_tick(&self, is_in_view: bool) -> bool {
        self.screen.needs_tick(is_in_view)
    }

    fn tick(&mut self, _now: Instant) {
        self.show_progress();
    }

    fn notify(&mut self, notification: Notification) {
        self.screen.notify(notification);
    }

    fn may_have_changed_session(&self) -> bool {
        self.screen.may_have_changed_session()
    }
}

impl Drop for SsoAttempt {
    fn drop(&mut self) {
        self.cancel();
    }
}

impl Flow for SsoAttempt {
    fn run(app: &App, id: RequestId, request: sso::Request) -> Task<sso::Message> {
        let sso::Request::OpenBrowser(address) = request;
        let failed = move || Task::done(sso::Message::BrowserFailed(id));
        let Ok(address) = Url::parse(address.expose()) else {
            return failed();
        };

        app.open_browser(address)
            .then(move |is_open| if is_open { Task::none() } else { failed() })
    }

    fn follow(app: &mut App, at: ScreenId, outcome: sso::Outcome) -> Task<Message> {
        let profile = app.stack.profile(at).cloned();
        let (Some(profile), Some(AnyScreen::Sso(attempt))) = (profile, app.stack.get_mut(at))
        else {
            return Task::none();
        };

        match outcome {
            sso::Outcome::Begin(request, code) => {
                let service = app.service.clone();
                let provider = attempt.screen.provider().name.clone();
                let (task, handle) = Task::perform(
                    async move { service.begin_sso(&profile.id, &provider, code).await },
                    move |result| Message::SsoStarted(request, Box::new(result)),
                )
                .abortable();
                attempt.cancel();
                attempt.task = Some(handle);
                task
            }
            sso::Outcome::Extend => {
                if let Some(wait) = &attempt.wait {
                    wait.extend();
                }
                attempt.show_progress();
                Task::none()
            }
            sso::Outcome::SignedIn(session) => {
                let shown = app.complete_sign_in(at, session);
                Task::batch([raise_window(), shown])
            }
            sso::Outcome::OpenAccessToken => app.open_access_token(profile),
            sso::Outcome::AskForCode { provider, is_wrong } => {
                app.return_to_sign_in(at, profile, |form| form.ask_for_code(provider, is_wrong))
            }
            sso::Outcome::Failed(notification) => {
                app.return_to_sign_in(at, profile, |form| form.sso_failed(notification))
            }
        }
    }
}

impl App {
    /// Starts an attempt in the browser. One of the same instance that is still open ends: two would end in two
    /// sessions.
    pub(super) fn start_sso(
        &mut self,
        profile: Profile,
        provider: Provider,
        code: Option<Secret>,
    ) -> Task<Message> {
        self.stack.close_all(|screen| {
            matches!(screen, AnyScreen::Sso(_)) && screen.is_about(&profile.id)
        });

        self.open(SsoAttempt::new(Sso::new(profile, provider, code)))
    }

    /// The port is open and the wait for the browser begins, or there is no way.
    pub(super) fn sso_started(
        &mut self,
        request: RequestId,
        result: Result<Arc<SsoWait>, Error>,
    ) -> Task<Message> {
        let is_it = |screen: &AnyScreen| matches!(screen, AnyScreen::Sso(attempt) if attempt.awaits(request));
        let Some(at) = self.stack.find(is_it) else {
            return Task::none();
        };
        let Some(profile) = self.stack.profile(at).map(|profile| profile.id.clone()) else {
            return Task::none();
        };
        let finish = match &result {
            Ok(wait) => {
                let (service, wait) = (self.service.clone(), Arc::clone(wait));
                let task = Task::perform(
                    async move { service.finish_sso(&wait).await },
                    move |result| sso::Message::Answered(request, Box::new(result)).into(),
                );
                // Once the browser is back it is not cut off, like a password that was sent.
                self.requests
                    .track(request, Lifetime::SignIn(profile), task)
            }
            Err(_) => Task::none(),
        };
        let Some(AnyScreen::Sso(attempt)) = self.stack.get_mut(at) else {
            return Task::none();
        };
        let (finish, handle) = finish.abortable();
        let round = result.map(|wait| {
            let round = SsoRound {
                address: wait.address().as_str().into(),
                time_left: wait.time_left(),
            };
            attempt.cancel();
            attempt.wait = Some(wait);
            attempt.task = Some(handle);
            round
        });
        let action = attempt.update(sso::Message::RoundBegan(request, Box::new(round)));

        Task::batch([finish, self.apply::<SsoAttempt>(at, action)])
    }

    /// Back to the form that this attempt was started from, or to a new one in its place.
    fn return_to_sign_in(
        &mut self,
        at: ScreenId,
        profile: Profile,
        change: impl FnOnce(&mut SignIn) -> ActionOf<SignIn>,
    ) -> Task<Message> {
        let is_its_form = |screen: &AnyScreen| {
            matches!(screen, AnyScreen::SignIn(_)) && screen.is_about(&profile.id)
        };
        let below = match self.stack.below(at) {
            Some((id, screen)) if is_its_form(screen) => Some(id),
            _ => None,
        };
        let (form, opened) = if below.is_some() {
            drop(self.stack.close(at));
            (below, Action::None)
        } else {
            let mut form = SignIn::new(profile);
            let opened = form.opened();
            (self.stack.replace(at, form), opened)
        };
        let Some(form) = form else {
            return Task::none();
        };
        let Some(AnyScreen::SignIn(screen)) = self.stack.get_mut(form) else {
            return Task::none();
        };
        let action = change(screen);

        Task::batch([
            raise_window(),
            self.apply::<SignIn>(form, opened),
            self.apply::<SignIn>(form, action),
        ])
    }

    /// Opens an address in the person's browser. The result is whether a browser was started.
    pub(super) fn open_browser(&self, address: Url) -> Task<bool> {
        let service = self.service.clone();

        Task::future(async move { service.open_browser(address).await.is_ok() })
    }
}
