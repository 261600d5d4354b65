//! What the system and the person wish of the window as a whole, followed at once: tone, contrast, size of text,
//! language; and the size the window is left in. What a person chose is kept by the service.

use std::{collections::VecDeque, time::Duration};

use iced::{Color, Size, Task, Theme, theme::Mode, window};

use super::{App, Message, Screen};
use crate::{
    language::{self, Language},
    platform,
    preferences::{Choice, Contrast, Opening, Preferences, Remembered, Tone, WindowSize},
    profile::ProfileId,
    screen::Note,
    service::Error,
    ui::theme::{self, part},
};

/// How long a window keeps a size before it is remembered: less than a person takes to close it, longer than the
/// steps of one pull at its border.
const SETTLE: Duration = Duration::from_millis(300);

/// The wishes of both.
#[derive(Debug)]
pub(super) struct Wishes {
    /// The system's tone, once it has said so.
    pub(super) mode: Option<Mode>,
    /// Whether the system asks for high contrast, once it has said so.
    pub(super) contrast: Option<bool>,
    /// What the person chose.
    pub(super) preferences: Preferences,
    /// The instance that was open last.
    last: Option<ProfileId>,
    /// The size that is to be remembered, and how often it has changed.
    size: Option<WindowSize>,
    changes: u64,
    /// Choices that are not kept yet, in their order; the first one is under way.
    choices: VecDeque<Choice>,
}

impl Wishes {
    pub(super) fn new(preferences: Preferences, remembered: Remembered) -> Self {
        Self {
            mode: None,
            contrast: None,
            preferences,
            last: remembered.last,
            size: remembered.size,
            changes: 0,
            choices: VecDeque::new(),
        }
    }

    /// The person's own wish, else the system's.
    pub(super) fn theme(&self, accent: Option<Color>) -> Theme {
        let mode = match self.preferences.theme {
            Tone::System => self.mode.unwrap_or_default(),
            Tone::Light => Mode::Light,
            Tone::Dark => Mode::Dark,
        };
        let is_high = match self.preferences.contrast {
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

    /// The instance to begin with, where the person wants to go on with it.
    pub(super) fn first(&self) -> Option<&ProfileId> {
        self.last
            .as_ref()
            .filter(|_| self.preferences.start == Opening::LastUsed)
    }
}

/// Speaks the person's language from now on: the chosen one, else the first of the system's that there is.
pub(super) fn speak(preferences: &Preferences) {
    language::speak(spoken(preferences, platform::languages()));
}

fn spoken(preferences: &Preferences, system: impl IntoIterator<Item = String>) -> Language {
    preferences
        .language
        .as_deref()
        .and_then(Language::of)
        .unwrap_or_else(|| language::negotiate(system))
}

/// The size a window opens with, in its own pixels: as it was left, never below the smallest. iced makes it larger by
/// the size of text, which is no part of what is remembered.
pub(super) fn first_size(preferences: &Preferences, remembered: &Remembered) -> Size {
    let (width, height) = remembered.size.map_or(part::WINDOW, |size| {
        (
            f32::from(size.width).max(part::WINDOW_MIN.0),
            f32::from(size.height).max(part::WINDOW_MIN.1),
        )
    });

    Size::new(width, height) * (1.0 / preferences.text_size.factor())
}

impl App {
    /// The system has said something about the look.
    pub(super) fn told(&mut self, what: impl FnOnce(&mut Wishes)) -> Task<Message> {
        what(&mut self.wishes);
        if self.wishes.mode.is_some() && self.wishes.contrast.is_some() {
            // Not before: the portal that knows both must be able to see who asks.
            platform::refuse_debuggers();
        }

        Task::none()
    }

    /// Follows a choice at once and keeps it.
    pub(super) fn prefer(&mut self, choice: Choice) -> Task<Message> {
        let before = self.wishes.preferences.clone();
        choice.clone().apply(&mut self.wishes.preferences);
        if self.wishes.preferences == before {
            return Task::none();
        }
        if self.wishes.preferences.language != before.language {
            speak(&self.wishes.preferences);
        }
        self.show_preferences();
        self.wishes.choices.push_back(choice);

        if self.wishes.choices.len() == 1 {
            self.keep_choice()
        } else {
            Task::none()
        }
    }

    /// One after the other: of two presses of the same key the later one must be kept.
    fn keep_choice(&self) -> Task<Message> {
        let Some(choice) = self.wishes.choices.front().cloned() else {
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
        let _ = self.wishes.choices.pop_front();
        let next = self.keep_choice();
        let Err(error) = result else {
            return next;
        };
        let settings = self.stack.iter_mut().find_map(|screen| match screen {
            Screen::Settings(settings) => Some(settings),
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
            if let Screen::Settings(settings) = screen {
                settings.show(self.wishes.preferences.clone());
            }
        }
    }

    /// The window is being pulled larger or smaller; its last size counts.
    pub(super) fn resized(&mut self, size: Size) -> Task<Message> {
        let Some(size) = in_system_pixels(size, self.scale_factor()) else {
            return Task::none();
        };
        if self.wishes.size == Some(size) {
            return Task::none();
        }
        self.wishes.size = Some(size);
        self.wishes.changes += 1;
        let change = self.wishes.changes;

        Task::perform(async { tokio::time::sleep(SETTLE).await }, move |()| {
            Message::Settled(change)
        })
    }

    /// Remembers the size, unless it is the screen's rather than the person's.
    pub(super) fn settled(&mut self, change: u64) -> Task<Message> {
        if change != self.wishes.changes {
            return Task::none();
        }
        let (service, size) = (self.service.clone(), self.wishes.size);

        window::latest()
            .and_then(window::is_maximized)
            .then(move |is_maximized| {
                let service = service.clone();
                if is_maximized {
                    return Task::none();
                }

                Task::future(async move { service.remember(move |kept| kept.size = size).await })
                    .discard()
            })
    }

    /// This instance is the one in use.
    pub(super) fn in_use(&mut self, id: &ProfileId) -> Task<Message> {
        if self.wishes.last.as_ref() == Some(id) {
            return Task::none();
        }
        self.wishes.last = Some(id.clone());
        let (service, id) = (self.service.clone(), id.clone());

        Task::future(async move { service.remember(move |kept| kept.last = Some(id)).await })
            .discard()
    }
}

/// What iced counts in larger pixels when text is larger.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "held to the range first"
)]
fn in_system_pixels(size: Size, factor: f32) -> Option<WindowSize> {
    let scaled = |pixels: f32| {
        let pixels = (pixels * factor).round();

        (1.0..=f32::from(u16::MAX))
            .contains(&pixels)
            .then_some(pixels as u16)
    };

    Some(WindowSize {
        width: scaled(size.width)?,
        height: scaled(size.height)?,
    })
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may stop at once")]

    use super::*;
    use crate::preferences::TextSize;

    fn with_text(percent: u16) -> Preferences {
        Preferences::default().with(Choice::TextSize(TextSize::try_from(percent).unwrap()))
    }

    #[test]
    fn the_window_opens_as_it_was_left_whatever_the_size_of_text() {
        let mut left = Remembered::default();
        assert_eq!(first_size(&with_text(100), &left), part::WINDOW.into());
        left.size = Some(WindowSize {
            width: 900,
            height: 600,
        });
        for percent in [100, 150, 300] {
            let preferences = with_text(percent);
            let first = first_size(&preferences, &left);
            let again = in_system_pixels(first, preferences.text_size.factor());
            assert_eq!(again, left.size, "{percent} %");
        }
    }

    #[test]
    fn it_never_opens_below_the_smallest() {
        let mut left = Remembered::default();
        left.size = Some(WindowSize {
            width: 1,
            height: 2,
        });

        assert_eq!(first_size(&with_text(100), &left), part::WINDOW_MIN.into());
    }

    #[test]
    fn a_size_that_is_none_is_not_remembered() {
        for size in [
            Size::new(0.0, 100.0),
            Size::new(f32::NAN, 100.0),
            Size::new(100.0, f32::INFINITY),
            Size::new(100.0, -5.0),
        ] {
            assert_eq!(in_system_pixels(size, 1.0), None, "{size:?}");
        }
    }

    #[test]
    fn the_chosen_language_counts_before_the_systems() {
        let system = || ["fr_FR.UTF-8".to_owned()];
        let of = |tag: Option<&str>| {
            let chosen = Choice::Language(tag.map(str::to_owned));
            spoken(&Preferences::default().with(chosen), system())
        };

        assert_eq!(of(None), Language::French);
        assert_eq!(of(Some("ja")), Language::Japanese);
        assert_eq!(of(Some("tlh")), Language::French, "none that there is");
    }

    #[test]
    fn a8_the_persons_wish_counts_before_the_systems() {
        let mut wishes = Wishes::new(Preferences::default(), Remembered::default());
        let name = |wishes: &Wishes| wishes.theme(None).to_string();
        assert_eq!(name(&wishes), "light");
        wishes.mode = Some(Mode::Dark);
        wishes.contrast = Some(true);
        assert_eq!(name(&wishes), "dark, high contrast");
        wishes.preferences.theme = Tone::Light;
        wishes.preferences.contrast = Contrast::Normal;
        assert_eq!(name(&wishes), "light");
        wishes.contrast = Some(false);
        wishes.preferences.contrast = Contrast::High;
        assert_eq!(name(&wishes), "light, high contrast");
    }
}
