//! The settings of one instance: saved by the service. Removing the instance leads back to the list, where it can be
//! undone.

use iced::Task;

use super::{App, Message, ScreenId, flow::Flow};
use crate::screen::{ProfileSettings, RequestId, instances, profile_settings};

impl Flow for ProfileSettings {
    fn run(
        app: &App,
        id: RequestId,
        request: profile_settings::Request,
    ) -> Task<profile_settings::Message> {
        let service = app.service.clone();
        let profile_settings::Request::Save(profile, changes) = request;

        Task::perform(
            async move { service.change_profile(&profile, *changes).await },
            move |result| profile_settings::Message::Saved(id, Box::new(result)),
        )
    }

    fn follow(app: &mut App, at: ScreenId, outcome: profile_settings::Outcome) -> Task<Message> {
        let Some(profile) = app.stack.profile(at).map(|profile| profile.id.clone()) else {
            return Task::none();
        };

        match outcome {
            profile_settings::Outcome::Saved => {
                // The proxy or the certificates may be others now: the session is checked again with them.
                app.instances.forget_status(&profile);
                app.load_profiles()
            }
            profile_settings::Outcome::Remove => {
                let left = app.leave(at);
                left.chain(app.update_instances(instances::Message::Remove(profile)))
            }
        }
    }
}
