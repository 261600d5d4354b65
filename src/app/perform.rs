//! What is asked of the service, each as a task whose answer carries the ticket of its request.

use std::{sync::Arc, time::Duration};

use iced::Task;
use url::Url;

use super::{App, Message};
use crate::{
    link::Link,
    profile::ProfileId,
    screen::{
        Ticket, access_token, account, add, browser, forgot, instances, new_password, sign_in,
    },
    secret::Secret,
    service::{AddOptions, Change, Credentials, Error, Invitation, Preview, SsoWait, Standing},
    ui::logo,
    vault::{PROMPTED, SILENT},
};

/// How long nobody types before what is typed is looked at.
const PAUSE: Duration = Duration::from_millis(600);

impl App {
    /// Reads the profiles.
    pub(super) fn read_profiles(&self) -> Task<Message> {
        let service = self.service.clone();

        Task::perform(async move { service.profiles().await }, |result| {
            Message::Loaded(Box::new(result))
        })
    }

    /// Asks for what the list shows and does not know yet: sessions and logos.
    pub(super) fn look_at_list(&mut self) -> Task<Message> {
        let asked = self
            .list
            .rows()
            .iter()
            .filter(|row| row.standing.is_none())
            .map(|row| row.profile.id.clone())
            .collect::<Vec<_>>();
        let service = self.service.clone();
        let answers = self.queue.answers(asked, move |id| {
            let service = service.clone();

            async move {
                let standing = service.standing(&id, SILENT).await;
                (id, standing)
            }
        });
        let mut tasks = vec![Task::run(answers, Message::Stand)];
        // After the sessions: they are what people look for first.
        tasks.extend(self.look_for_logos());

        Task::batch(tasks)
    }

    pub(super) fn stand(
        &mut self,
        standings: impl IntoIterator<Item = (ProfileId, Result<Standing, Error>)>,
    ) -> Task<Message> {
        for (id, standing) in standings {
            self.list.stands(&id, standing);
        }

        Task::none()
    }

    pub(super) fn take_place(
        &self,
        (ticket, id, other): (Ticket, ProfileId, ProfileId),
    ) -> Task<Message> {
        let service = self.service.clone();

        Task::perform(
            async move { service.take_place_of(&id, &other).await },
            move |result| Message::Instances(instances::Message::Moved(ticket, result)),
        )
    }

    pub(super) fn rename(&self, ticket: Ticket, id: ProfileId, name: String) -> Task<Message> {
        let service = self.service.clone();
        let change = Change {
            name: Some(name),
            ..Change::default()
        };

        Task::perform(
            async move { service.change(&id, change).await },
            move |result| Message::Instances(instances::Message::Renamed(ticket, Box::new(result))),
        )
    }

    pub(super) fn remove(&self, ticket: Ticket, id: ProfileId) -> Task<Message> {
        let service = self.service.clone();

        Task::perform(async move { service.remove(&id).await }, move |result| {
            Message::Instances(instances::Message::Removed(ticket, result))
        })
    }

    pub(super) fn probe(
        &mut self,
        ticket: Ticket,
        address: String,
        options: AddOptions,
    ) -> Task<Message> {
        let service = self.service.clone();
        let task = Task::perform(
            async move { service.probe(&address, options).await },
            move |result| Message::Add(add::Message::Probed(ticket, Box::new(result))),
        );

        self.cancellable(ticket, task)
    }

    /// Tells the form when nothing was typed for a while.
    pub(super) fn pause(ticket: Ticket) -> Task<Message> {
        Task::perform(tokio::time::sleep(PAUSE), move |()| {
            Message::Add(add::Message::Paused(ticket))
        })
    }

    pub(super) fn picture(&self, preview: Preview) -> Task<Message> {
        let service = self.service.clone();
        let url = preview.url.clone();
        let unfit = self.looked.unfit.clone();
        let picture = async move {
            let asset = preview.project.logo.as_deref()?;
            let bytes = service.preview_logo(&preview);
            let whose = preview.url.as_str();

            unfit.look(whose, asset, bytes, logo::decode).await.seen()
        };

        Task::perform(picture, move |handle| {
            Message::Add(add::Message::Pictured(url.clone(), handle))
        })
    }

    pub(super) fn save(&self, ticket: Ticket, preview: Preview, name: String) -> Task<Message> {
        let service = self.service.clone();

        Task::perform(
            async move { service.add(preview, Some(name)).await },
            move |result| Message::Add(add::Message::Saved(ticket, Box::new(result))),
        )
    }

    pub(super) fn look_at_face(&self, ticket: Ticket, id: ProfileId) -> Task<Message> {
        let service = self.service.clone();

        let (keyring, asked) = (self.service.clone(), id.clone());
        let kept = Task::perform(
            async move { keyring.kept_account(&asked).await },
            move |kept| Message::SignIn(sign_in::Message::Kept(ticket, kept.map(Box::new))),
        );
        let face = Task::perform(
            async move { service.refresh_face(&id).await },
            move |result| Message::SignIn(sign_in::Message::Faced(ticket, Box::new(result))),
        );

        Task::batch([kept, face])
    }

    /// Sent, it is never cut off: the service keeps the session the server has made, and the list tells of it even
    /// when the form has gone.
    pub(super) fn send_credentials(
        &mut self,
        ticket: Ticket,
        id: ProfileId,
        credentials: Credentials,
    ) -> Task<Message> {
        let service = self.service.clone();
        self.sent.push((ticket, id.clone()));

        Task::perform(
            async move { service.sign_in(&id, credentials).await },
            move |result| Message::SignIn(sign_in::Message::Answered(ticket, result)),
        )
    }

    /// At a named provider the form asks for: LDAP, or accounts of its own.
    pub(super) fn send_to_provider(
        &mut self,
        ticket: Ticket,
        id: ProfileId,
        provider: String,
        credentials: Credentials,
    ) -> Task<Message> {
        let service = self.service.clone();
        let Credentials {
            email,
            password,
            otp,
        } = credentials;
        self.sent.push((ticket, id.clone()));

        Task::perform(
            async move {
                service
                    .sign_in_at(&id, &provider, &email, password, otp)
                    .await
            },
            move |result| Message::SignIn(sign_in::Message::Answered(ticket, result)),
        )
    }

    /// Has an access token checked and kept.
    pub(super) fn keep_token(
        &mut self,
        ticket: Ticket,
        id: ProfileId,
        token: Secret,
    ) -> Task<Message> {
        let service = self.service.clone();
        self.sent.push((ticket, id.clone()));

        Task::perform(
            async move { service.sign_in_with_token(&id, &token).await },
            move |result| Message::AccessToken(access_token::Message::Answered(ticket, result)),
        )
    }

    /// Finds out which way a provider can go and opens the port for it.
    pub(super) fn find_way(
        &self,
        ticket: Ticket,
        id: ProfileId,
        provider: String,
        code: Option<Secret>,
    ) -> Task<Message> {
        let service = self.service.clone();

        Task::perform(
            async move { service.begin_sso(&id, &provider, code).await },
            move |result| Message::Opened(ticket, Box::new(result)),
        )
    }

    /// Waits for the browser to come back. From then on it is not cut off, like a password that was sent.
    pub(super) fn finish_round(
        &mut self,
        ticket: Ticket,
        id: ProfileId,
        wait: Arc<SsoWait>,
    ) -> Task<Message> {
        let service = self.service.clone();
        self.sent.push((ticket, id));

        Task::perform(
            async move { service.finish_sso(&wait).await },
            move |result| Message::Browser(browser::Message::Answered(ticket, Box::new(result))),
        )
    }

    pub(super) fn request_reset(
        &mut self,
        ticket: Ticket,
        id: ProfileId,
        email: String,
    ) -> Task<Message> {
        let service = self.service.clone();
        let task = Task::perform(
            async move { service.request_reset(&id, &email).await },
            move |result| Message::Forgot(forgot::Message::Answered(ticket, result)),
        );

        self.cancellable(ticket, task)
    }

    pub(super) fn place(
        &self,
        ticket: Ticket,
        link: Link,
        chosen: Option<ProfileId>,
    ) -> Task<Message> {
        let service = self.service.clone();

        Task::perform(
            async move { service.place(&link, chosen.as_ref()).await },
            move |result| {
                Message::NewPassword(new_password::Message::Placed(ticket, Box::new(result)))
            },
        )
    }

    pub(super) fn set_password(
        &self,
        ticket: Ticket,
        invitation: Invitation,
        password: Secret,
    ) -> Task<Message> {
        let service = self.service.clone();

        Task::perform(
            async move { service.set_password(&invitation, &password).await },
            move |result| Message::NewPassword(new_password::Message::Answered(ticket, result)),
        )
    }

    pub(super) fn verify(&self, ticket: Ticket, invitation: Invitation) -> Task<Message> {
        let service = self.service.clone();

        Task::perform(
            async move { service.verify_email(&invitation).await },
            move |result| Message::NewPassword(new_password::Message::Answered(ticket, result)),
        )
    }

    /// When the person asks `again`, a keyring may put its question and is given the time for the answer.
    pub(super) fn check(&self, ticket: Ticket, id: ProfileId, again: bool) -> Task<Message> {
        let service = self.service.clone();
        let limit = if again { PROMPTED } else { SILENT };
        if again {
            service.retry_keyring();
        }

        Task::perform(
            async move { service.standing(&id, limit).await },
            move |result| Message::Account(account::Message::Stands(ticket, Box::new(result))),
        )
    }

    pub(super) fn sign_out(&self, ticket: Ticket, id: ProfileId) -> Task<Message> {
        let service = self.service.clone();

        Task::perform(async move { service.sign_out(&id).await }, move |result| {
            Message::Account(account::Message::Gone(ticket, result))
        })
    }

    /// Whether a browser was started.
    pub(super) fn open_browser(&self, address: Url) -> Task<bool> {
        let service = self.service.clone();

        Task::future(async move { service.open_browser(address).await.is_ok() })
    }

    /// The request is dropped when no screen waits for it any more.
    pub(super) fn cancellable(&mut self, ticket: Ticket, task: Task<Message>) -> Task<Message> {
        let (task, handle) = task.abortable();
        self.running.push((ticket, handle.abort_on_drop()));

        task
    }
}
