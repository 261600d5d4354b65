//! What the system and the person prefer for the window as a whole, followed at once: tone, contrast, size of text,
//! language. What a person chose is kept by the service.

use std::collections::VecDeque;

use iced::{Color, Task, Theme, theme::Mode};

use super::{App, Message, Screen};
use crate::{
    language::{self, Language},
    platform,
    preferences::{Choice, Contrast, Preferences, Tone},
    screen::Note,
    service::Error,
    ui::theme,
};

/// What both prefer.
#[derive(Debug)]
pub(super) struct Preferred {
    /// The system's tone, once it has said so.
    pub(super) mode: Option<Mode>,
    /// Whether the system asks for high contrast, once it has said so.
    pub(super) contrast: Option<bool>,
    /// The languages the system names, the most wanted first.
    languages: Vec<String>,
    /// What the person chose.
    pub(super) chosen: Preferences,
    /// Choices that are not kept yet, in their order; the first one is under way.
    choices: VecDeque<Choice>,
}

impl Preferred {
    pub(super) fn new(preferences: Preferences, languages: Vec<String>) -> Self {
        Self {
            mode: None,
            contrast: None,
            languages,
            chosen: preferences,
            choices: VecDeque::new(),
        }
    }

    /// The person's own wish, else the system's.
    pub(super) fn theme(&self, accent: Option<Color>) -> Theme {
        let mode = match self.chosen.theme {
            Tone::System => self.mode.unwrap_or_default(),
            Tone::Light => Mode::Light,
            Tone::Dark => Mode::Dark,
        };
        let is_high = match self.chosen.contrast {
            Contrast::System => self.contrast == Some(true),
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
pub(super) fn spoken(
    preferences: &Preferences,
    system: &[String],
    project: Option<&str>,
) -> Language {
    preferences
        .language
        .as_deref()
        .and_then(Language::of)
        .unwrap_or_else(|| language::negotiate(system, project))
}

impl App {
    /// The system has said something about the look.
    pub(super) fn told(&mut self, what: impl FnOnce(&mut Preferred)) -> Task<Message> {
        what(&mut self.preferred);
        if self.preferred.mode.is_some() && self.preferred.contrast.is_some() {
            // Not before: the portal that knows both must be able to see who asks.
            platform::refuse_debuggers();
        }

        Task::none()
    }

    /// The instances are known: the language of the one in use is a hint to the person's.
    pub(super) fn hear_project(&self) {
        if self.project_language().is_some() {
            language::speak(self.language());
        }
    }

    fn language(&self) -> Language {
        spoken(
            &self.preferred.chosen,
            &self.preferred.languages,
            self.project_language(),
        )
    }

    fn project_language(&self) -> Option<&str> {
        self.in_use()
            .and_then(|kept| kept.project.language.as_deref())
    }

    /// Follows a choice at once and keeps it.
    pub(super) fn prefer(&mut self, choice: Choice) -> Task<Message> {
        let before = self.preferred.chosen.clone();
        choice.clone().apply(&mut self.preferred.chosen);
        if self.preferred.chosen == before {
            return Task::none();
        }
        if self.preferred.chosen.language != before.language {
            language::speak(self.language());
        }
        self.show_preferences();
        self.preferred.choices.push_back(choice);

        if self.preferred.choices.len() == 1 {
            self.keep_choice()
        } else {
            Task::none()
        }
    }

    /// One after the other: of two presses of the same key the later one must be kept.
    fn keep_choice(&self) -> Task<Message> {
        let Some(choice) = self.preferred.choices.front().cloned() else {
            return Task::none();
        };
        let service = self.service.clone();

        Task::perform(
            async move { service.prefer(move |kept| choice.apply(kept)).await },
            |result| Message::Kept(Box::new(result)),
        )
    }

    /// A choice that cannot be kept is followed all the same, until the window closes; that is told.
    pub(super) fn kept(&mut self, result: Result<Preferences, Error>) -> Task<Message> {
        let _ = self.preferred.choices.pop_front();
        let next = self.keep_choice();
        let Err(error) = result else {
            return next;
        };
        let settings = self.stack.iter_mut().find_map(|screen| match screen {
            Screen::Preferences(settings) => Some(settings),
            _ => None,
        });
        match settings {
            Some(settings) => settings.not_kept(&error),
            None => self.list.tell(Note::error(&error)),
        }

        next
    }

    /// Lets open settings show what is chosen.
    pub(super) fn show_preferences(&mut self) {
        for screen in &mut self.stack {
            if let Screen::Preferences(settings) = screen {
                settings.show(self.preferred.chosen.clone());
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
            let chosen = Choice::Language(tag.map(str::to_owned));
            spoken(&Preferences::default().with(chosen), &system, Some("es"))
        };

        assert_eq!(of(None), Language::French);
        assert_eq!(of(Some("ja")), Language::Japanese);
        assert_eq!(of(Some("tlh")), Language::French, "none that there is");
    }

    #[test]
    fn a8_the_persons_wish_counts_before_the_systems() {
        let mut preferred = Preferred::new(Preferences::default(), Vec::new());
        let name = |preferred: &Preferred| preferred.theme(None).to_string();
        assert_eq!(name(&preferred), "light");
        preferred.mode = Some(Mode::Dark);
        preferred.contrast = Some(true);
        assert_eq!(name(&preferred), "dark, high contrast");
        preferred.chosen.theme = Tone::Light;
        preferred.chosen.contrast = Contrast::Normal;
        assert_eq!(name(&preferred), "light");
        preferred.contrast = Some(false);
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
        app.list.load(Ok(kept([('a', "fr-FR"), ('b', "de-DE")])));
        assert_eq!(app.language(), Language::English, "none is in use");
        drop(app.use_now(&id('b')));
        assert_eq!(app.language(), Language::German);
    }
}
