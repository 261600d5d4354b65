//! From a start to the end of the window: what it opens with, how it is framed, and what is listened to from its first
//! moment on.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Arc, Mutex, OnceLock},
};

use iced::{Task, window};

use super::{App, Message, input, memory, preferences};
use crate::{
    handover::Primary,
    identity::APP_ID,
    language,
    preferences::{Preferences, WindowState},
    profile::ProfileId,
    secret::Secret,
    service::{
        Service,
        system::{self, StopSignal},
    },
    ui::{font, theme::part},
};

/// What the window starts with.
#[derive(Debug, Default)]
pub struct Start {
    /// The right to the one window, and the requests of later processes.
    pub primary: Option<Primary>,
    /// A link this process was started with; parsed once the profiles are loaded.
    pub link: Option<Secret>,
    /// The instance to show, by id.
    pub profile: Option<ProfileId>,
    /// The window is there for that instance's sign-in: it closes when that is done.
    pub for_sign_in: bool,
    /// What the person chose.
    pub preferences: Preferences,
    /// What the window remembers.
    pub remembered: WindowState,
    /// The languages the system names, the most wanted first.
    pub languages: Vec<String>,
}

/// Why there is no window, or none any more. The program ends with a message (R-45: never with a panic).
#[derive(Debug, thiserror::Error)]
pub enum WindowError {
    /// The toolkit's own.
    #[error(transparent)]
    Toolkit(#[from] iced::Error),
    /// The toolkit gave up where it has no error to return: a display that is named does not answer, or a library of X11
    /// or Wayland is missing. What it said precedes this on standard error.
    #[error(
        "the display does not answer, or a library that the window needs is missing (the message above names it)"
    )]
    ToolkitPanicked,
}

/// Opens the window and returns when it is closed. With the signal of the system if that closed it.
pub fn run(service: Service, start: Start) -> Result<Option<StopSignal>, WindowError> {
    font::preload_system_fonts();
    let spoken = preferences::window_language(&start.preferences, &start.languages, None);
    language::speak(spoken);
    let window = window_settings(&start);
    let stop_request = Arc::new(OnceLock::new());
    // iced takes a function that could be called several times, but calls it once.
    let start = Mutex::new(Some((start, system::stop_requests())));
    let app_stop_request = Arc::clone(&stop_request);
    let pending_removal = Arc::<Mutex<Option<ProfileId>>>::default();
    let app_pending_removal = Arc::clone(&pending_removal);
    let finish = service.clone();
    let boot = move || {
        let (start, stops) = start
            .lock()
            .ok()
            .and_then(|mut start| start.take())
            .map_or_else(Default::default, |(start, stops)| (start, Some(stops)));

        let (mut app, task) = App::boot(service.clone(), start);
        app.stop_request = Arc::clone(&app_stop_request);
        app.pending_removal = Arc::clone(&app_pending_removal);
        app.clipboard.set_cleared_on_exit(system::is_wayland());
        let links = input::system_links(system::install_link_delegate());
        let stops = stops.map_or_else(Task::none, input::stop_requests);

        (
            app,
            Task::batch([
                task,
                links.map(Message::HandoverRequest),
                stops.map(Message::StopRequested),
                input::contrast_changes(system::high_contrast_changes())
                    .map(Message::SystemContrastChanged),
            ]),
        )
    };

    let window = iced::application(boot, App::update, App::view)
        .title(App::title)
        .theme(App::theme)
        .scale_factor(App::scale_factor)
        .subscription(App::subscription)
        .settings(iced::Settings {
            id: Some(APP_ID.to_owned()),
            ..font::settings()
        })
        .window(window)
        // The window closes itself: a secret on the clipboard is cleared first.
        .exit_on_close_request(false);
    // After a panic only the two values that are shared with the window are read.
    catch_unwind(AssertUnwindSafe(|| window.run())).map_err(|_| WindowError::ToolkitPanicked)??;

    // The person has removed this instance, and nobody can undo that any more.
    let removal = pending_removal
        .lock()
        .ok()
        .and_then(|mut removal| removal.take());
    if let Some(id) = removal {
        finish.remove_after_window_closed(id);
    }

    Ok(stop_request.get().copied())
}

fn window_settings(start: &Start) -> window::Settings {
    window::Settings {
        size: memory::initial_size(&start.preferences, &start.remembered),
        min_size: Some(part::WINDOW_MIN.into()),
        #[cfg(windows)]
        icon: crate::ui::window_icon::window_icon(),
        #[cfg(target_os = "linux")]
        platform_specific: window::settings::PlatformSpecific {
            application_id: APP_ID.to_owned(),
            ..window::settings::PlatformSpecific::default()
        },
        ..window::Settings::default()
    }
}
