//! What is asked of the service, each as a task whose answer carries the ticket of its request.

use std::collections::HashSet;

use iced::{Task, widget::image};
use url::Url;

use super::{App, Message};
use crate::{
    link::Link,
    profile::ProfileId,
    screen::{Ticket, account, add, forgot, instances, new_password, sign_in},
    secret::Secret,
    service::{AddOptions, Credentials, Invitation, Preview, Service},
    ui::logo,
    vault::{PROMPTED, SILENT},
};

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
        let mut tasks = Vec::new();
        let service = self.service.clone();
        let known = self.logos.keys().cloned().collect::<HashSet<_>>();

        for row in self.list.rows() {
            let id = row.profile.id.clone();
            if row.standing.is_none() {
                let (service, asked, told) = (service.clone(), id.clone(), id.clone());
                tasks.push(Task::perform(
                    async move { service.standing(&asked, SILENT).await },
                    move |result| Message::Stands(told.clone(), Box::new(result)),
                ));
            }
            if row.profile.project.logo.is_some() && !known.contains(&id) {
                let (service, told) = (service.clone(), id.clone());
                tasks.push(Task::perform(picture(service, id), move |handle| {
                    Message::Logo(told.clone(), handle)
                }));
            }
        }

        Task::batch(tasks)
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

        self.cancellable(task)
    }

    pub(super) fn picture(&self, preview: Preview) -> Task<Message> {
        let service = self.service.clone();
        let url = preview.url.clone();
        let picture = async move { decode(service.preview_logo(&preview).await?).await };

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

        Task::perform(
            async move { service.refresh_face(&id).await },
            move |result| Message::SignIn(sign_in::Message::Faced(ticket, Box::new(result))),
        )
    }

    pub(super) fn send_credentials(
        &mut self,
        ticket: Ticket,
        id: ProfileId,
        credentials: Credentials,
    ) -> Task<Message> {
        let service = self.service.clone();
        let task = Task::perform(
            async move { service.sign_in(&id, credentials).await },
            move |result| Message::SignIn(sign_in::Message::Answered(ticket, result)),
        );

        self.cancellable(task)
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

        self.cancellable(task)
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

    /// Drops the request that may be dropped.
    pub(super) fn cancel(&mut self) -> Task<Message> {
        self.running = None;

        self.refocus()
    }

    fn cancellable(&mut self, task: Task<Message>) -> Task<Message> {
        let (task, handle) = task.abortable();
        self.running = Some(handle.abort_on_drop());

        task
    }
}

/// A logo as last seen, else fetched.
async fn picture(service: Service, id: ProfileId) -> Option<image::Handle> {
    let bytes = match service.cached_logo(&id).await {
        Some(bytes) => bytes,
        None => service.logo(&id).await?,
    };

    decode(bytes).await
}

/// Decoded off the UI thread; a decoder that fails or panics costs the picture.
async fn decode(bytes: Vec<u8>) -> Option<image::Handle> {
    tokio::task::spawn_blocking(move || logo::decode(&bytes))
        .await
        .ok()
        .flatten()
}
