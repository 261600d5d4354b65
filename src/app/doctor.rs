//! The doctor: checks of an instance and of this computer, side by side. They end with their screen.

use std::convert::Infallible;

use iced::Task;

use super::{App, Message, ScreenId, flow::Flow, requests::Lifetime};
use crate::screen::{Doctor, RequestId, doctor};

impl Flow for Doctor {
    fn run(app: &App, id: RequestId, request: doctor::Request) -> Task<doctor::Message> {
        let service = app.service.clone();
        let doctor::Request::RunChecks(profile) = request;
        let checks = async move {
            let (instance, machine) =
                tokio::join!(service.check_instance(&profile), service.check_machine());

            doctor::CheckResults { instance, machine }
        };

        Task::perform(checks, move |results| {
            doctor::Message::Checked(id, Box::new(results))
        })
    }

    fn lifetime(_request: &doctor::Request) -> Lifetime {
        Lifetime::Screen
    }

    fn follow(_app: &mut App, _at: ScreenId, outcome: Infallible) -> Task<Message> {
        match outcome {}
    }
}
