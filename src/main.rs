//! The program: what was typed, then perhaps the window. Owns nothing else.

use std::{process::ExitCode, time::Duration};

use latchkey::{app, cli, platform};

fn main() -> ExitCode {
    match cli::start(std::env::args_os()) {
        cli::Start::Done(code) => code,
        cli::Start::Window(opening) => {
            platform::harden();

            let service = opening.service;
            let (preferences, remembered) = service.before_window();
            let start = app::Start {
                primary: opening.primary,
                link: opening.link,
                for_sign_in: opening.sign_in.is_some(),
                profile: opening
                    .sign_in
                    .as_ref()
                    .map(|sign_in| sign_in.profile.clone()),
                preferences,
                remembered,
                languages: platform::languages(),
            };
            service.outlive_window();
            let ended = app::run(service.clone(), start);
            service.settle(Duration::from_secs(2));

            match ended {
                Ok(Some(stop)) => stop.status().into(),
                Ok(None) => cli::window_ended(None, &service, opening.sign_in),
                Err(error) => cli::window_ended(Some(&error), &service, opening.sign_in),
            }
        }
    }
}
