//! Which screen comes into view when something asks for one: the start, a later process, an instance of the list. Owns
//! what waits until the profiles are read. A screen for one purpose is opened by the file of its flow.

use iced::Task;

use super::{App, Message};
use crate::{
    handover::{Request, SignInNotifier},
    link::Link,
    preferences::StartView,
    profile::{Profile, ProfileId},
    screen::{Account, Notification, SignIn, instances::Row},
    service::{Error, LoadedProfiles, SessionStatus},
    text,
    ui::banner::Kind,
};

impl App {
    /// The profiles were read; what waited for them comes now (R-27: a link is not lost while the list is read).
    pub(super) fn profiles_loaded(
        &mut self,
        result: Result<LoadedProfiles, Error>,
    ) -> Task<Message> {
        let is_first = !self.instances.is_loaded();
        let Ok(loaded) = &result else {
            self.instances.load(result);
            return Task::none();
        };
        let has_notice = loaded.notice.is_some();
        self.instances.load(result);
        self.preferences
            .apply_project_language(self.project_language());

        let checks = self.check_instances();
        let deferred = std::mem::take(&mut self.deferred_requests)
            .into_iter()
            .map(|request| self.on_handover_request(request))
            .collect::<Vec<_>>();

        let search = if is_first && self.stack.is_empty() {
            self.refocus()
        } else {
            Task::none()
        };

        // A notice about the file has to be read on the list, so nothing opens above it then.
        let is_free = is_first && !has_notice && deferred.is_empty() && self.stack.is_empty();
        let first = if is_free { self.first_instance() } else { None };
        let first = match first.cloned() {
            Some(row) => self.open_instance(row),
            None => Task::none(),
        };

        Task::batch([search, checks])
            .chain(Task::batch(deferred))
            .chain(first)
    }

    /// The instance that opens by itself at the start: the only one, because there is nothing to choose, or the last one
    /// where the person wants to go on with it.
    fn first_instance(&self) -> Option<&Row> {
        match self.instances.rows() {
            [only] => Some(only),
            _ if self.preferences().start == StartView::LastUsed => self.last_used(),
            _ => None,
        }
    }

    fn last_used(&self) -> Option<&Row> {
        let id = self.window_memory.last_used()?;

        self.instances.row(id)
    }

    /// The only instance, or the one that was open last.
    fn profile_in_use(&self) -> Option<&Profile> {
        let row = match self.instances.rows() {
            [only] => Some(only),
            _ => self.last_used(),
        };

        row.map(|row| &row.profile)
    }

    /// The language of the project that is in use.
    pub(super) fn project_language(&self) -> Option<&str> {
        self.profile_in_use()?.project.language.as_deref()
    }

    /// A later process asks this window to open a link, to show a profile, or only to come into view. The window has to
    /// know its profiles first.
    pub(super) fn on_handover_request(&mut self, request: Request) -> Task<Message> {
        if !self.instances.is_loaded() {
            self.deferred_requests.push(request);
            return Task::none();
        }

        let id = request.profile.as_deref().and_then(ProfileId::parse);
        let notify = match (&id, request.sign_in_notifier) {
            (Some(id), Some(notifier)) => self.notify_when_signed_in(id, notifier),
            _ => Task::none(),
        };
        let show = id.map_or_else(Task::none, |id| self.show_instance(&id));
        let link = request
            .link
            .map_or_else(Task::none, |link| match Link::parse(link.expose()) {
                Ok(link) => self.open_link(link, None),
                Err(error) => self.show_unreadable_link(error),
            });

        Task::batch([notify, show, link])
    }

    /// Tells the process that asked when somebody has signed in. If nobody does, the end of this window tells it that.
    fn notify_when_signed_in(&self, id: &ProfileId, notifier: SignInNotifier) -> Task<Message> {
        let signed_in = self.service.next_sign_in(id);

        Task::future(async move {
            let _ = signed_in.await;
            notifier.notify_signed_in();
        })
        .discard()
    }

    /// Opens an instance, unless the screen in view is about it already.
    pub(super) fn show_instance(&mut self, id: &ProfileId) -> Task<Message> {
        let Some(row) = self.instances.row(id).cloned() else {
            return Task::none();
        };
        if self.top().is_some_and(|screen| screen.is_about(id)) {
            return Task::none();
        }

        self.open_instance(row)
    }

    /// Opens the account of an instance, or its form where nobody is signed in.
    pub(super) fn open_instance(&mut self, row: Row) -> Task<Message> {
        let used = self.window_memory.set_last_used(&row.profile.id);

        Task::batch([used, self.open_for_status(row)])
    }

    fn open_for_status(&mut self, row: Row) -> Task<Message> {
        let profile = row.profile;
        let account = Account::new(profile.clone(), self.time_zone.clone());

        match row.status {
            Some(Ok(SessionStatus::SignedOut)) => self.open_sign_in(SignIn::new(profile)),
            Some(Ok(SessionStatus::Ended(end))) => {
                let notification = Notification::new(Kind::Warning, text::session_ended(end));
                self.open_sign_in(SignIn::new(profile).with_notification(notification))
            }
            Some(Ok(status)) => match account.with_status(status) {
                Some(account) => self.open(account),
                None => self.open_sign_in(SignIn::new(profile)),
            },
            // Not known: the screen checks it.
            Some(Err(_)) | None => self.open(account),
        }
    }
}
