//! Signing in through the browser, one round at a time: its screen, and what keeps the port open. Both lie on the stack
//! together, so that a screen that goes, in whichever way, ends its wait and closes its port. And every other
//! page a browser is opened for.

use std::{sync::Arc, time::Instant};

use iced::{Element, Task, task::Handle};
use url::Url;

use super::{AnyScreen, App, Message, raise_window};
use crate::{
    profile::{Profile, ProfileId},
    screen::{Pictures, RequestId, Screen, SignIn, Sso, sign_in, sso},
    secret::Secret,
    service::{Error, Provider, SsoWait},
    ui::focus,
};

/// A screen with the wait it shows.
#[derive(Debug)]
pub struct SsoAttempt {
    /// What is shown.
    pub screen: Sso,
    wait: Option<Arc<SsoWait>>,
    handle: Option<Handle>,
}

impl SsoAttempt {
    fn new(screen: Sso) -> Self {
        Self {
            screen,
            wait: None,
            handle: None,
        }
    }

    /// Whether the browser is back and the result is not.
    fn is_answered(&self) -> bool {
        self.wait.as_ref().is_some_and(|wait| wait.is_answered())
            && self.screen.blocking_request().is_some()
    }

    /// Ends what is under way and closes the port. A round whose browser is back is let run: a session exists by
    /// then, which the service keeps, and the list tells of it.
    fn cancel(&mut self) {
        let is_answered = self.is_answered();
        self.wait = None;
        if let Some(task) = self.handle.take()
            && !is_answered
        {
            task.abort();
        }
    }

    /// Tells the screen how its wait stands.
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

/// As its screen, which is told how the wait stands before anything else: the last second's tick may not have known
/// that the browser is back.
impl Screen for SsoAttempt {
    type Message = sso::Message;
    type Action = sso::Action;

    fn title(&self) -> String {
        self.screen.title()
    }

    fn view<'a>(&'a self, logos: &'a Pictures) -> Element<'a, sso::Message> {
        self.screen.view(logos)
    }

    fn update(&mut self, message: sso::Message) -> sso::Action {
        self.show_progress();

        self.screen.update(message)
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
}

impl Drop for SsoAttempt {
    fn drop(&mut self) {
        self.cancel();
    }
}

impl App {
    /// To the browser. A round of the same instance that was still open ends: its answer would be a surprise.
    pub(super) fn begin_sso(
        &mut self,
        profile: Profile,
        provider: Provider,
        code: Option<Secret>,
    ) -> Task<Message> {
        self.stack.retain(|screen| {
            !(matches!(screen, AnyScreen::Sso(_)) && screen.is_about(&profile.id))
        });
        let mut screen = Sso::new(profile, provider, code);
        let action = screen.begin();
        let focus = self.push(AnyScreen::Sso(Box::new(SsoAttempt::new(screen))));
        let at = self.stack.len() - 1;

        Task::batch([focus, self.on_sso(at, action)])
    }

    /// The way is known: the port is open, or nothing was opened.
    pub(super) fn sso_started(
        &mut self,
        at: usize,
        ticket: RequestId,
        result: Result<Arc<SsoWait>, Error>,
    ) -> Task<Message> {
        let (wait, begun) = match result {
            Err(error) => (None, Err(error)),
            Ok(wait) => {
                let begun = sso::SsoRound {
                    address: wait.address().as_str().into(),
                    time_left: wait.time_left(),
                };
                (Some(wait), Ok(begun))
            }
        };
        let Some(id) = self.stack[at].profile().map(|profile| profile.id.clone()) else {
            return Task::none();
        };
        let finish = wait.map(|wait| {
            let task = self.finish_sso(ticket, id, wait.clone()).abortable();
            (wait, task)
        });
        let Some(AnyScreen::Sso(round)) = self.stack.get_mut(at) else {
            return Task::none();
        };
        let finish = finish.map_or_else(Task::none, |(wait, (task, handle))| {
            round.cancel();
            round.wait = Some(wait);
            round.handle = Some(handle);
            task
        });
        let action = round
            .screen
            .update(sso::Message::RoundBegan(ticket, Box::new(begun)));

        Task::batch([finish, self.on_sso(at, action)])
    }

    pub(super) fn on_sso(&mut self, at: usize, action: sso::Action) -> Task<Message> {
        let profile = self.stack[at].profile().cloned();
        let (Some(profile), Some(AnyScreen::Sso(round))) = (profile, self.stack.get_mut(at)) else {
            return Task::none();
        };

        match action {
            sso::Action::None => {
                if round.screen.blocking_request().is_none() {
                    // Over: the port goes now, not when the person looks.
                    round.cancel();
                }
                Task::none()
            }
            sso::Action::Begin(ticket, code) => {
                let name = round.screen.provider().name.clone();
                let (task, handle) = self
                    .find_sso_route(ticket, profile.id, name, code)
                    .abortable();
                if let Some(AnyScreen::Sso(round)) = self.stack.get_mut(at) {
                    round.cancel();
                    round.handle = Some(handle);
                }
                task
            }
            sso::Action::Open(ticket, address) => self.open_sso_page(ticket, &address),
            sso::Action::Extend => {
                if let Some(wait) = &round.wait {
                    wait.extend();
                }
                round.show_progress();
                Task::none()
            }
            sso::Action::Done(session) => {
                let shown = self.complete_sign_in(at, profile, session);
                Task::batch([raise_window(), shown])
            }
            sso::Action::OpenAccessToken => self.open_access_token(profile),
            sso::Action::AskForCode { provider, is_wrong } => {
                self.return_to_sign_in(at, profile, |form| form.ask_for_code(provider, is_wrong))
            }
            sso::Action::Failed(note) => self.return_to_sign_in(at, profile, |form| {
                form.notify(note);
                form.focus()
                    .map_or(sign_in::Action::None, sign_in::Action::Focus)
            }),
            sso::Action::OpenStudio => self.open_studio(&profile, |address| {
                Message::Sso(sso::Message::StudioFailed(address))
            }),
            sso::Action::Copy(text) => iced::clipboard::write(text.expose().to_owned()),
            sso::Action::Back => {
                // Had the browser come back at this very moment, there would be a session after all.
                self.instances.forget_status(&profile.id);
                self.leave(at)
            }
        }
    }

    fn open_sso_page(&self, ticket: RequestId, address: &Secret) -> Task<Message> {
        let failed = move || Task::done(Message::Sso(sso::Message::BrowserFailed(ticket)));
        let Ok(address) = Url::parse(address.expose()) else {
            return failed();
        };

        self.open_browser(address).then(
            move |is_open| {
                if is_open { Task::none() } else { failed() }
            },
        )
    }

    /// Back to the form this round was begun from, or to a new one in its place.
    fn return_to_sign_in(
        &mut self,
        at: usize,
        profile: Profile,
        change: impl FnOnce(&mut SignIn) -> sign_in::Action,
    ) -> Task<Message> {
        let below = at
            .checked_sub(1)
            .filter(|below| self.is_sign_in_of(*below, &profile));
        let was_top = at + 1 == self.stack.len();
        let (at, look) = if let Some(below) = below {
            drop(self.stack.remove(at));
            (below, None)
        } else {
            let mut form = SignIn::new(profile);
            let look = form.refresh_instance();
            self.stack[at] = AnyScreen::SignIn(Box::new(form));
            (at, Some(look))
        };
        let Some(AnyScreen::SignIn(form)) = self.stack.get_mut(at) else {
            return Task::none();
        };
        let action = change(form);
        let look = look.map_or_else(Task::none, |look| self.on_sign_in(at, look));
        // What lies above keeps the keyboard (S-24).
        let focus = match action {
            sign_in::Action::Focus(field) if was_top => focus::on(field),
            _ => Task::none(),
        };

        Task::batch([raise_window(), look, focus])
    }

    /// Finds out which way a provider can go and opens the port for it.
    fn find_sso_route(
        &self,
        ticket: RequestId,
        id: ProfileId,
        provider: String,
        code: Option<Secret>,
    ) -> Task<Message> {
        let service = self.service.clone();

        Task::perform(
            async move { service.begin_sso(&id, &provider, code).await },
            move |result| Message::SsoStarted(ticket, Box::new(result)),
        )
    }

    /// Waits for the browser to come back. From then on it is not cut off, like a password that was sent.
    fn finish_sso(
        &mut self,
        ticket: RequestId,
        id: ProfileId,
        wait: Arc<SsoWait>,
    ) -> Task<Message> {
        let service = self.service.clone();
        self.sent_sign_ins.push((ticket, id));

        Task::perform(
            async move { service.finish_sso(&wait).await },
            move |result| Message::Sso(sso::Message::Answered(ticket, Box::new(result))),
        )
    }

    pub(super) fn open_studio(
        &self,
        profile: &Profile,
        failed: fn(String) -> Message,
    ) -> Task<Message> {
        self.visit(profile.url.join("admin/"), failed)
    }

    /// Opens an address the person pressed in their browser (S-36).
    pub(super) fn visit(&self, address: Url, failed: fn(String) -> Message) -> Task<Message> {
        let words = address.to_string();

        self.open_browser(address).then(move |is_open| {
            if is_open {
                Task::none()
            } else {
                Task::done(failed(words.clone()))
            }
        })
    }

    /// Whether a browser was started.
    fn open_browser(&self, address: Url) -> Task<bool> {
        let service = self.service.clone();

        Task::future(async move { service.open_browser(address).await.is_ok() })
    }
}
