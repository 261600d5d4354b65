//! What the system and the person prefer for the window as a whole, followed at once: light or dark, contrast, size of
//! text, language. Owns both and their order; the service saves what the person chose. Also the flow of the screen for it,
//! and of the page about the program that opens from there.

use std::{collections::VecDeque, convert::Infallible};

use iced::{Color, Task, Theme, theme::Mode};

use super::{AnyScreen, App, Message, ScreenId, flow::Flow};
use crate::{
    language::{self, Language},
    preferences::{ColorScheme, Contrast, PreferenceChange, Preferences},
    screen::{About, Notification, PreferencesScreen, RequestId, Screen, about, preferences},
    service::{Error, MachineCheck, Service, system},
    ui::theme,
};

/// What the system and the person prefer.
#[derive(Debug)]
pub(super) struct PreferenceState {
    service: Service,
    /// Light or dark, once the system has said so.
    system_mode: Option<Mode>,
    /// Whether the system asks for high contrast, once it has said so.
    system_high_contrast: Option<bool>,
    /// The languages the system names, the most wanted first.
    system_languages: Vec<String>,
    chosen: Preferences,
    /// Changes that are not saved yet, in their order; the first one is under way.
    unsaved_choices: VecDeque<PreferenceChange>,
}

impl PreferenceState {
    pub(super) fn new(
        service: Service,
        chosen: Preferences,
        system_languages: Vec<String>,
    ) -> Self {
        Self {
            service,
            system_mode: None,
            system_high_contrast: None,
            system_languages,
            chosen,
            unsaved_choices: VecDeque::new(),
        }
    }

    /// What the person chose, as it is followed now.
    pub(super) fn chosen(&self) -> &Preferences {
        &self.chosen
    }

    /// The person's own wish, else the system's.
    pub(super) fn theme(&self, accent: Option<Color>) -> Theme {
        let mode = match self.chosen.theme {
            ColorScheme::System => self.system_mode.unwrap_or_default(),
            ColorScheme::Light => Mode::Light,
            ColorScheme::Dark => Mode::Dark,
        };
        let is_high = match self.chosen.contrast {
            Contrast::System => self.system_high_contrast == Some(true),
            Contrast::Normal => false,
            Contrast::High => true,
        };

        if is_high {
            theme::high_contrast(mode, accent)
        } else {
            theme::theme(mode, accent)
        }
    }

    pub(super) fn set_system_mode(&mut self, mode: Mode) {
        self.system_mode = Some(mode);
        self.harden_once_known();
    }

    pub(super) fn set_system_contrast(&mut self, is_high: bool) {
        self.system_high_contrast = Some(is_high);
        self.harden_once_known();
    }

    /// The desktop portal that answers both questions looks up which program asks. It cannot do that for a process that
    /// refuses debuggers, so that comes after both answers.
    fn harden_once_known(&self) {
        if self.system_mode.is_some() && self.system_high_contrast.is_some() {
            system::refuse_debuggers();
        }
    }

    /// The language of the window. `project` is the language of the instance in use, once that is known.
    fn language(&self, project: Option<&str>) -> Language {
        window_language(&self.chosen, &self.system_languages, project)
    }

    /// The instances are known: the language of the one in use is a hint to the person's.
    pub(super) fn apply_project_language(&self, project: Option<&str>) {
        if project.is_some() {
            language::speak(self.language(project));
        }
    }

    /// Follows a change at once, and saves it.
    pub(super) fn choose(
        &mut self,
        change: PreferenceChange,
        project: Option<&str>,
    ) -> Task<Message> {
        let before = self.chosen.clone();
        change.clone().apply(&mut self.chosen);
        if self.chosen == before {
            return Task::none();
        }
        if self.chosen.language != before.language {
            language::speak(self.language(project));
        }
        self.unsaved_choices.push_back(change);

        if self.unsaved_choices.len() == 1 {
            self.save_next_choice()
        } else {
            Task::none()
        }
    }

    /// A change was saved, or not; the next one follows.
    pub(super) fn choice_saved(&mut self) -> Task<Message> {
        let _ = self.unsaved_choices.pop_front();

        self.save_next_choice()
    }

    /// One after the other: of two presses of the same key the later one must be saved last.
    fn save_next_choice(&self) -> Task<Message> {
        let Some(change) = self.unsaved_choices.front().cloned() else {
            return Task::none();
        };
        let service = self.service.clone();

        Task::perform(
            async move {
                service
                    .edit_preferences(move |preferences| change.apply(preferences))
                    .await
            },
            |result| Message::PreferencesSaved(Box::new(result)),
        )
    }
}

/// The language the person chose, else the first of the system's that the window has.
pub(super) fn window_language(
    preferences: &Preferences,
    system: &[String],
    project: Option<&str>,
) -> Language {
    preferences
        .language
        .as_deref()
        .and_then(Language::from_tag)
        .unwrap_or_else(|| language::negotiate(system, project))
}

impl Flow for PreferencesScreen {
    fn run(app: &App, id: RequestId, request: preferences::Request) -> Task<preferences::Message> {
        let service = app.service.clone();

        match request {
            preferences::Request::CheckLinkHandler => Task::perform(
                async move { service.scheme_status().await },
                move |status| {
                    let check = Box::new(MachineCheck::SchemeHandler(status));
                    preferences::Message::LinkHandlerChecked(id, check)
                },
            ),
            preferences::Request::RepairLinkHandler => Task::perform(
                async move { service.register_scheme().await.map(drop) },
                move |result| {
                    let result = result.map_err(|error| error.to_string());
                    preferences::Message::LinkHandlerRepaired(id, result)
                },
            ),
        }
    }

    fn follow(app: &mut App, _at: ScreenId, outcome: preferences::Outcome) -> Task<Message> {
        match outcome {
            preferences::Outcome::Choose(change) => app.apply_choice(change),
            preferences::Outcome::OpenAbout => app.open_about(),
        }
    }
}

impl Flow for About {
    fn run(_app: &App, _id: RequestId, request: Infallible) -> Task<about::Message> {
        match request {}
    }

    fn follow(_app: &mut App, _at: ScreenId, outcome: Infallible) -> Task<Message> {
        match outcome {}
    }
}

impl App {
    /// Opens the preferences, or brings them into view where they are open.
    pub(super) fn open_preferences(&mut self) -> Task<Message> {
        if matches!(self.top(), Some(AnyScreen::Preferences(_))) {
            return Task::none();
        }

        match self.bring_up(|screen| matches!(screen, AnyScreen::Preferences(_))) {
            Some(shown) => shown,
            None => self.open(PreferencesScreen::new(self.preferences.chosen().clone())),
        }
    }

    /// The same with the page about the program.
    pub(super) fn open_about(&mut self) -> Task<Message> {
        if matches!(self.top(), Some(AnyScreen::About(_))) {
            return Task::none();
        }

        match self.bring_up(|screen| matches!(screen, AnyScreen::About(_))) {
            Some(shown) => shown,
            None => self.open(About::new(self.service.paths().clone())),
        }
    }

    /// Follows a change of the preferences, and shows it where they are open.
    pub(super) fn apply_choice(&mut self, change: PreferenceChange) -> Task<Message> {
        let project = self.project_language().map(str::to_owned);
        let saved = self.preferences.choose(change, project.as_deref());
        let chosen = self.preferences.chosen();
        for screen in self.stack.iter_mut() {
            if let AnyScreen::Preferences(screen) = screen {
                screen.set_preferences(chosen.clone());
            }
        }

        saved
    }

    /// A change that cannot be saved is followed all the same, until the window closes; the person is told so.
    pub(super) fn choice_saved(&mut self, result: Result<Preferences, Error>) -> Task<Message> {
        let next = self.preferences.choice_saved();
        let Err(error) = result else {
            return next;
        };
        let open = self.stack.iter_mut().find_map(|screen| match screen {
            AnyScreen::Preferences(screen) => Some(screen),
            _ => None,
        });
        match open {
            Some(screen) => screen.notify_not_saved(&error),
            None => self.instances.notify(Notification::error(&error)),
        }

        next
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{
        Start,
        tests::{id, kept, window},
    };

    #[test]
    fn the_chosen_language_counts_before_the_systems() {
        let system = ["fr_FR.UTF-8".to_owned()];
        let of = |tag: Option<&str>| {
            let chosen = PreferenceChange::Language(tag.map(str::to_owned));
            window_language(&Preferences::default().with(chosen), &system, Some("es"))
        };

        assert_eq!(of(None), Language::French);
        assert_eq!(of(Some("ja")), Language::Japanese);
        assert_eq!(of(Some("tlh")), Language::French, "none that there is");
    }

    #[test]
    fn the_persons_wish_counts_before_the_systems() {
        let mut state = window(Start::default()).preferences;
        let name = |state: &PreferenceState| state.theme(None).to_string();
        assert_eq!(name(&state), "light");
        state.system_mode = Some(Mode::Dark);
        state.system_high_contrast = Some(true);
        assert_eq!(name(&state), "dark, high contrast");
        state.chosen.theme = ColorScheme::Light;
        state.chosen.contrast = Contrast::Normal;
        assert_eq!(name(&state), "light");
        state.system_high_contrast = Some(false);
        state.chosen.contrast = Contrast::High;
        assert_eq!(name(&state), "light, high contrast");
    }

    #[test]
    fn the_language_of_the_instance_in_use_is_a_hint() {
        let mut app = window(Start {
            languages: vec!["nl_NL.UTF-8".to_owned()],
            ..Start::default()
        });
        let language = |app: &App| app.preferences.language(app.project_language());
        assert_eq!(language(&app), Language::English);
        app.instances
            .load(Ok(kept([('a', "fr-FR"), ('b', "de-DE")])));
        assert_eq!(language(&app), Language::English, "none is in use");
        drop(app.window_memory.set_last_used(&id('b')));
        assert_eq!(language(&app), Language::German);
    }
}
