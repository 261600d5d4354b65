//! Which screen comes into view when something asks for one: a start, a later process, an instance of the list; where
//! the keyboard is then, and the way back. A form for one purpose is opened by the file that knows what follows from it.

use iced::Task;

use super::{AnyScreen, App, Message};
use crate::{
    handover::{Request, SignInNotifier},
    link::Link,
    profile::ProfileId,
    screen::{Account, Notification, SignIn, instances},
    service::{Error, LoadedProfiles, SessionStatus},
    text,
    ui::{banner::Kind, focus},
};

impl App {
    /// The profiles were read; what waited for them comes now.
    pub(super) fn profiles_loaded(
        &mut self,
        result: Result<LoadedProfiles, Error>,
    ) -> Task<Message> {
        let is_first = !self.instances.is_loaded();
        let Ok(loaded) = &result else {
            self.instances.load(result);
            return Task::none();
        };
        let is_calm = loaded.notice.is_none();
        self.instances.load(result);
        self.apply_project_language();

        let look = self.check_instances();
        let waiting = std::mem::take(&mut self.deferred_requests);
        let waiting = waiting
            .into_iter()
            .map(|request| self.on_handover_request(request))
            .collect::<Vec<_>>();

        let search = if is_first && self.stack.is_empty() {
            self.refocus()
        } else {
            Task::none()
        };

        // Who keeps one instance has nothing to choose, and others may want to go on with the last one; a word about
        // the file is read on the list.
        let is_free = is_first && is_calm && waiting.is_empty() && self.stack.is_empty();
        let first = match self.instances.rows() {
            _ if !is_free => None,
            [only] => Some(only),
            _ => self.last_used().and_then(|id| self.instances.row(id)),
        };
        let first = first
            .cloned()
            .map_or_else(Task::none, |first| self.open_instance(first));

        Task::batch([search, look])
            .chain(Task::batch(waiting))
            .chain(first)
    }

    /// A link, a profile to show, or only "show yourself".
    pub(super) fn on_handover_request(&mut self, request: Request) -> Task<Message> {
        if !self.instances.is_loaded() {
            self.deferred_requests.push(request);
            return Task::none();
        }

        let id = request.profile.as_deref().and_then(ProfileId::parse);
        let wait = match (&id, request.sign_in_notifier) {
            (Some(id), Some(waiting)) => self.notify_when_signed_in(id, waiting),
            _ => Task::none(),
        };
        let show = id.map_or_else(Task::none, |id| self.show_instance(&id));
        let link = request
            .link
            .map_or_else(Task::none, |link| match Link::parse(link.expose()) {
                Ok(link) => self.open_link(link, None),
                Err(error) => self.show_damaged_link(error),
            });

        Task::batch([wait, show, link])
    }

    /// Who asked learns of the sign-in, or from the end of this window that there was none.
    fn notify_when_signed_in(&self, id: &ProfileId, waiting: SignInNotifier) -> Task<Message> {
        let signed_in = self.service.next_sign_in(id);

        Task::future(async move {
            let _ = signed_in.await;
            waiting.notify_signed_in();
        })
        .discard()
    }

    pub(super) fn show_instance(&mut self, id: &ProfileId) -> Task<Message> {
        let Some(row) = self.instances.row(id).cloned() else {
            return Task::none();
        };
        let is_shown = self
            .top()
            .and_then(AnyScreen::profile)
            .is_some_and(|profile| profile.id == row.profile.id);

        if is_shown {
            Task::none()
        } else {
            self.open_instance(row)
        }
    }

    pub(super) fn open_instance(&mut self, row: instances::Row) -> Task<Message> {
        let used = self.mark_in_use(&row.profile.id);

        Task::batch([used, self.open_row(row)])
    }

    fn open_row(&mut self, row: instances::Row) -> Task<Message> {
        let profile = row.profile;

        match row.status {
            Some(Ok(SessionStatus::SignedOut)) => self.open_sign_in(SignIn::new(profile)),
            Some(Ok(SessionStatus::Ended(end))) => {
                let note = Notification::new(Kind::Warning, text::session_ended(end));
                self.open_sign_in(SignIn::new(profile).with_notification(note))
            }
            Some(Ok(standing)) => {
                match Account::new(profile.clone(), self.time_zone.clone()).with_status(standing) {
                    Some(mut account) => {
                        let closer = account.load_details();
                        let focus = self.push(AnyScreen::Account(Box::new(account)));
                        let at = self.stack.len() - 1;

                        Task::batch([focus, self.on_account(at, closer)])
                    }
                    None => self.open_sign_in(SignIn::new(profile)),
                }
            }
            Some(Err(_)) | None => {
                let mut account = Account::new(profile, self.time_zone.clone());
                let action = account.check_session();
                let focus = self.push(AnyScreen::Account(Box::new(account)));
                let at = self.stack.len() - 1;

                Task::batch([focus, self.on_account(at, action)])
            }
        }
    }

    pub(super) fn push(&mut self, screen: AnyScreen) -> Task<Message> {
        self.stack.push(screen);

        self.refocus()
    }

    /// Takes a screen away, and with it every secret typed into it (S-49).
    pub(super) fn leave(&mut self, at: usize) -> Task<Message> {
        let was_top = at + 1 == self.stack.len();
        let _ = self.stack.remove(at);
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

    /// Gives the keyboard to the screen that came into view, and to nothing when it has no field.
    pub(super) fn refocus(&self) -> Task<Message> {
        let field = match self.top() {
            Some(screen) => screen.focus(),
            None => self.instances.focus(),
        };

        focus::on(field.unwrap_or("nothing"))
    }

    /// The same for a screen that changed, unless another one lies above it.
    pub(super) fn refocus_at(&self, at: usize) -> Task<Message> {
        if at + 1 == self.stack.len() {
            self.refocus()
        } else {
            Task::none()
        }
    }

    /// Gives the keyboard to a field of this screen, unless another one lies above it: what a covered screen is
    /// answered must not take the keyboard from the one in view (S-24).
    pub(super) fn focus(&self, at: usize, field: &'static str) -> Task<Message> {
        if at + 1 == self.stack.len() {
            focus::on(field)
        } else {
            Task::none()
        }
    }
}
