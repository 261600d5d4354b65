//! The checks of the sessions on the list. Owns the queue that all instances are asked by.

use iced::Task;

use super::{Message, queue::RequestQueue};
use crate::{
    profile::ProfileId,
    service::{Service, Unlock},
};

/// What checks the sessions of the list.
#[derive(Debug)]
pub(super) struct SessionChecks {
    service: Service,
    queue: RequestQueue,
}

impl SessionChecks {
    /// With the queue that the logos of the list wait in, too.
    pub(super) fn new(service: Service, queue: RequestQueue) -> Self {
        Self { service, queue }
    }

    /// Checks the sessions of these instances. The keyring must not prompt: nobody has asked for anything yet.
    pub(super) fn check(&self, profiles: Vec<ProfileId>) -> Task<Message> {
        let service = self.service.clone();
        let answers = self.queue.run_all(profiles, move |id| {
            let service = service.clone();

            async move {
                let status = service.session_status(&id, Unlock::Never).await;
                (id, status)
            }
        });

        Task::run(answers, Message::SessionsChecked)
    }
}
