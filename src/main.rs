//! The program: runs the command line and, where that asks for it, the window. Owns nothing else.

use std::{process::ExitCode, time::Duration};

use latchkey::{app, cli, service::system};

fn main() -> ExitCode {
    match cli::handle_arguments(std::env::args_os()) {
        cli::NextStep::Exit(code) => code,
        cli::NextStep::OpenWindow(opening) => {
            system::disable_core_dumps();

            let service = opening.service;
            let (preferences, remembered) = service.load_preferences_blocking();
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
                languages: system::languages(),
            };
            service.start_background_runtime();
            let ended = app::run(service.clone(), start);
            service.wait_for_background_work(Duration::from_secs(2));

            match ended {
                Ok(Some(stop)) => stop.exit_status().into(),
                Ok(None) => cli::report_window_end(None, &service, opening.sign_in),
                Err(error) => cli::report_window_end(Some(&error), &service, opening.sign_in),
            }
        }
    }
}
