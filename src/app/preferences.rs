//! What the system and the person prefer for the window as a whole, followed at once: tone, contrast, size of text,
//! language. What a person chose is kept by the service.

use std::collections::VecDeque;

use iced::{Color, Task, Theme, theme::Mode};

use super::{AnyScreen, App, Message};
use crate::{
    language::{self, Language},
    preferences::{ColorScheme, Contrast, PreferenceChange, Preferences},
    screen::Notification,
    service::{Error, system},
    ui::theme,
};

/// What both prefer.
#[derive(Debug)]
pub(super) struct PreferenceState {
    /// The system's tone, once it has said so.
    pub(super) system_mode: Option<Mode>,
    /// Whether the system asks for high contrast, once it has said so.
    pub(super) system_high_contrast: Option<bool>,
    /// The languages the system names, the most wanted first.
    system_languages: Vec<String>,
    /// What the person chose.
    pub(super) chosen: Preferences,
    /// Choices that are not kept yet, in their order; the first one is under way.
    unsaved_choices: VecDeque<PreferenceChange>,
}

impl PreferenceState {
    pub(super) fn new(preferences: Preferences, languages: Vec<String>) -> Self {
        Self {
            system_mode: None,
            system_high_contrast: None,
            system_languages: languages,
            chosen: preferences,
            unsaved_choices: VecDeque::new(),
        }
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
}

/// What the window speaks: the language the person chose, else the first of the system's that there is. `project` is the
/// language of the instance in use, once that is known.
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

impl App {
    /// The system has said something about the look.
    pub(super) fn system_look_changed(
        &mut self,
        what: impl FnOnce(&mut PreferenceState),
    ) -> Task<Message> {
        what(&mut self.preferences);
        if self.preferences.system_mode.is_some() && self.preferences.system_high_contrast.is_some()
        {
            // Not before: the portal that knows both must be able to see who asks.
            system::refuse_debuggers();
        }

        Task::none()
    }

    /// The instances are known: the language of the one in use is a hint to the person's.
    pub(super) fn apply_project_language(&self) {
        if self.project_language().is_some() {
            language::speak(self.language());
        }
    }

    fn language(&self) -> Language {
        window_language(
            &self.preferences.chosen,
            &self.preferences.system_languages,
            self.project_language(),
        )
    }

    fn project_language(&self) -> Option<&str> {
        self.profile_in_use()
            .and_then(|kept| kept.project.language.as_deref())
    }

    /// Follows a choice at once and keeps it.
    pub(super) fn apply_choice(&mut self, choice: PreferenceChange) -> Task<Message> {
        let before = self.preferences.chosen.clone();
        choice.clone().apply(&mut self.preferences.chosen);
        if self.preferences.chosen == before {
            return Task::none();
        }
        if self.preferences.chosen.language != before.language {
            language::speak(self.language());
        }
        self.refresh_preferences_screen();
        self.preferences.unsaved_choices.push_back(choice);

        if self.preferences.unsaved_choices.len() == 1 {
            self.save_next_choice()
        } else {
            Task::none()
        }
    }

    /// One after the other: of two presses of the same key the later one must be kept.
    fn save_next_choice(&self) -> Task<Message> {
        let Some(choice) = self.preferences.unsaved_choices.front().cloned() else {
            return Task::none();
        };
        let service = self.service.clone();

        Task::perform(
            async move {
                service
                    .edit_preferences(move |kept| choice.apply(kept))
                    .await
            },
            |result| Message::PreferencesSaved(Box::new(result)),
        )
    }

    /// A choice that cannot be kept is followed all the same, until the window closes; that is told.
    pub(super) fn choice_saved(&mut self, result: Result<Preferences, Error>) -> Task<Message> {
        let _ = self.preferences.unsaved_choices.pop_front();
        let next = self.save_next_choice();
        let Err(error) = result else {
            return next;
        };
        let settings = self.stack.iter_mut().find_map(|screen| match screen {
            AnyScreen::Preferences(settings) => Some(settings),
            _ => None,
        });
        match settings {
            Some(settings) => settings.notify_not_saved(&error),
            None => self.instances.notify(Notification::error(&error)),
        }

        next
    }

    /// Lets open settings show what is chosen.
    pub(super) fn refresh_preferences_screen(&mut self) {
        for screen in &mut self.stack {
            if let AnyScreen::Preferences(settings) = screen {
                settings.set_preferences(self.preferences.chosen.clone());
            }
        }
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
        let mut preferred = PreferenceState::new(Preferences::default(), Vec::new());
        let name = |preferred: &PreferenceState| preferred.theme(None).to_string();
        assert_eq!(name(&preferred), "light");
        preferred.system_mode = Some(Mode::Dark);
        preferred.system_high_contrast = Some(true);
        assert_eq!(name(&preferred), "dark, high contrast");
        preferred.chosen.theme = ColorScheme::Light;
        preferred.chosen.contrast = Contrast::Normal;
        assert_eq!(name(&preferred), "light");
        preferred.system_high_contrast = Some(false);
        preferred.chosen.contrast = Contrast::High;
        assert_eq!(name(&preferred), "light, high contrast");
    }

    #[test]
    fn the_language_of_the_instance_in_use_is_a_hint() {
        let mut app = window(Start {
            languages: vec!["nl_NL.UTF-8".to_owned()],
            ..Start::default()
        });
        assert_eq!(app.language(), Language::English);
        app.instances
            .load(Ok(kept([('a', "fr-FR"), ('b', "de-DE")])));
        assert_eq!(app.language(), Language::English, "none is in use");
        drop(app.mark_in_use(&id('b')));
        assert_eq!(app.language(), Language::German);
    }
}
