//! What the window remembers by itself from one run to the next: the size it is left in, and the instance that was open
//! last. The service keeps it.

use std::time::Duration;

use iced::{Size, Task, window};

use super::Message;
use crate::{
    preferences::{Preferences, WindowSize, WindowState},
    profile::ProfileId,
    service::Service,
    ui::theme::part,
};

/// How long the window keeps a size before the size is remembered: less than a person takes to close the window, longer
/// than the steps of one pull at its border.
const RESIZE_PAUSE: Duration = Duration::from_millis(300);

/// What is remembered from one run to the next. The service keeps it.
#[derive(Debug)]
pub(super) struct WindowMemory {
    service: Service,
    /// The instance that was open last.
    last_used: Option<ProfileId>,
    /// The size that is to be remembered, and how often it has changed.
    size: Option<WindowSize>,
    resize_count: u64,
}

impl WindowMemory {
    pub(super) fn new(service: Service, remembered: WindowState) -> Self {
        Self {
            service,
            last_used: remembered.last_profile,
            size: remembered.size,
            resize_count: 0,
        }
    }

    /// The instance that was open last.
    pub(super) fn last_used(&self) -> Option<&ProfileId> {
        self.last_used.as_ref()
    }

    /// The person is resizing the window: the last size counts. `scale_factor` is the factor of the text size.
    pub(super) fn resized(&mut self, size: Size, scale_factor: f32) -> Task<Message> {
        let Some(size) = in_system_pixels(size, scale_factor) else {
            return Task::none();
        };
        if self.size == Some(size) {
            return Task::none();
        }
        self.size = Some(size);
        self.resize_count += 1;
        let resize = self.resize_count;

        Task::perform(
            async { tokio::time::sleep(RESIZE_PAUSE).await },
            move |()| Message::SizeSettled(resize),
        )
    }

    /// Remembers the size after this resize was the last one, unless the window is maximized: then the size is the
    /// screen's.
    pub(super) fn size_settled(&self, resize: u64) -> Task<Message> {
        if resize != self.resize_count {
            return Task::none();
        }
        let (service, size) = (self.service.clone(), self.size);

        window::latest()
            .and_then(window::is_maximized)
            .then(move |is_maximized| {
                let service = service.clone();
                if is_maximized {
                    return Task::none();
                }

                Task::future(async move {
                    service
                        .edit_window_state(move |state| state.size = size)
                        .await;
                })
                .discard()
            })
    }

    /// This instance is the one in use from now on.
    pub(super) fn set_last_used(&mut self, id: &ProfileId) -> Task<Message> {
        if self.last_used.as_ref() == Some(id) {
            return Task::none();
        }
        self.last_used = Some(id.clone());
        let (service, id) = (self.service.clone(), id.clone());

        Task::future(async move {
            service
                .edit_window_state(move |state| state.last_profile = Some(id))
                .await;
        })
        .discard()
    }
}

/// The size a window opens with, in iced's pixels: as it was left, never below the smallest. iced multiplies it by the
/// factor of the text size, which is no part of what is remembered.
pub(super) fn initial_size(preferences: &Preferences, remembered: &WindowState) -> Size {
    let (width, height) = remembered.size.map_or(part::WINDOW, |size| {
        (
            f32::from(size.width).max(part::WINDOW_MIN.0),
            f32::from(size.height).max(part::WINDOW_MIN.1),
        )
    });

    Size::new(width, height) * (1.0 / preferences.text_size.factor())
}

/// The size in the system's pixels; iced counts larger pixels when the text is larger.
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
