//! What the window remembers by itself from one run to the next: the size it is left in, and the instance that was open
//! last. The service keeps it.

use std::time::Duration;

use iced::{Size, Task, window};

use super::{App, Message};
use crate::{
    preferences::{Preferences, StartView, WindowSize, WindowState},
    profile::{Profile, ProfileId},
    ui::theme::part,
};

/// How long a window keeps a size before it is remembered: less than a person takes to close it, longer than the
/// steps of one pull at its border.
const RESIZE_PAUSE: Duration = Duration::from_millis(300);

/// What is remembered by now.
#[derive(Debug)]
pub(super) struct WindowMemory {
    /// The instance that was open last.
    last_used: Option<ProfileId>,
    /// The size that is to be remembered, and how often it has changed.
    size: Option<WindowSize>,
    resize_count: u64,
}

impl WindowMemory {
    pub(super) fn new(remembered: WindowState) -> Self {
        Self {
            last_used: remembered.last_profile,
            size: remembered.size,
            resize_count: 0,
        }
    }
}

/// The size a window opens with, in its own pixels: as it was left, never below the smallest. iced makes it larger by
/// the size of text, which is no part of what is remembered.
pub(super) fn initial_size(preferences: &Preferences, remembered: &WindowState) -> Size {
    let (width, height) = remembered.size.map_or(part::WINDOW, |size| {
        (
            f32::from(size.width).max(part::WINDOW_MIN.0),
            f32::from(size.height).max(part::WINDOW_MIN.1),
        )
    });

    Size::new(width, height) * (1.0 / preferences.text_size.factor())
}

impl App {
    /// The instance to begin with, where the person wants to go on with it.
    pub(super) fn last_used(&self) -> Option<&ProfileId> {
        self.window_memory
            .last_used
            .as_ref()
            .filter(|_| self.preferences().start == StartView::LastUsed)
    }

    /// The window is being pulled larger or smaller; its last size counts.
    pub(super) fn resized(&mut self, size: Size) -> Task<Message> {
        let Some(size) = in_system_pixels(size, self.scale_factor()) else {
            return Task::none();
        };
        if self.window_memory.size == Some(size) {
            return Task::none();
        }
        self.window_memory.size = Some(size);
        self.window_memory.resize_count += 1;
        let change = self.window_memory.resize_count;

        Task::perform(
            async { tokio::time::sleep(RESIZE_PAUSE).await },
            move |()| Message::SizeSettled(change),
        )
    }

    /// Remembers the size, unless it is the screen's rather than the person's.
    pub(super) fn save_window_size(&mut self, change: u64) -> Task<Message> {
        if change != self.window_memory.resize_count {
            return Task::none();
        }
        let (service, size) = (self.service.clone(), self.window_memory.size);

        window::latest()
            .and_then(window::is_maximized)
            .then(move |is_maximized| {
                let service = service.clone();
                if is_maximized {
                    return Task::none();
                }

                Task::future(async move {
                    service
                        .edit_window_state(move |kept| kept.size = size)
                        .await
                })
                .discard()
            })
    }

    /// The only instance, or the one that was open last.
    pub(super) fn profile_in_use(&self) -> Option<&Profile> {
        let row = match self.instances.rows() {
            [only] => Some(only),
            _ => self
                .window_memory
                .last_used
                .as_ref()
                .and_then(|id| self.instances.row(id)),
        };

        row.map(|row| &row.profile)
    }

    /// This instance is the one in use from now on.
    pub(super) fn mark_in_use(&mut self, id: &ProfileId) -> Task<Message> {
        if self.window_memory.last_used.as_ref() == Some(id) {
            return Task::none();
        }
        self.window_memory.last_used = Some(id.clone());
        let (service, id) = (self.service.clone(), id.clone());

        Task::future(async move {
            service
                .edit_window_state(move |kept| kept.last_profile = Some(id))
                .await
        })
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
    use crate::preferences::{PreferenceChange, TextSize};

    fn with_text(percent: u16) -> Preferences {
        Preferences::default().with(PreferenceChange::TextSize(
            TextSize::try_from(percent).unwrap(),
        ))
    }

    #[test]
    fn the_window_opens_as_it_was_left_whatever_the_size_of_text() {
        let mut left = WindowState::default();
        assert_eq!(initial_size(&with_text(100), &left), part::WINDOW.into());
        left.size = Some(WindowSize {
            width: 900,
            height: 600,
        });
        for percent in [100, 150, 300] {
            let preferences = with_text(percent);
            let first = initial_size(&preferences, &left);
            let again = in_system_pixels(first, preferences.text_size.factor());
            assert_eq!(again, left.size, "{percent} %");
        }
    }

    #[test]
    fn it_never_opens_below_the_smallest() {
        let mut left = WindowState::default();
        left.size = Some(WindowSize {
            width: 1,
            height: 2,
        });

        assert_eq!(
            initial_size(&with_text(100), &left),
            part::WINDOW_MIN.into()
        );
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
}
