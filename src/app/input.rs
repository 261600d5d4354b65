//! What comes from outside the screens: keys for the window as a whole, requests of later processes, the system's contrast
//! setting, and its request that this process stops.

use std::time::Duration;

use iced::{
    Event, Task,
    event::Status,
    futures::{Stream, StreamExt, stream},
    keyboard::{
        self, Modifiers,
        key::{Code, Named, Physical},
    },
    window,
};
use tokio::sync::mpsc::{Receiver, UnboundedReceiver};

use crate::{
    handover::{Primary, Request},
    secret::Secret,
    service::system::StopSignal,
};

/// How long the desktop may take to say whether it asks for high contrast.
const CONTRAST_TIMEOUT: Duration = Duration::from_secs(1);

/// A key with a meaning in every screen. The keys that move the keyboard focus are handled by `ui/focus/keys.rs`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shortcut {
    /// Esc.
    Back,
    /// Ctrl or Command and Q.
    Quit,
    /// Ctrl or Command and N.
    Add,
    /// Ctrl or Command and 1 to 9: the instance at this place of the list, from 0.
    Instance(usize),
    /// Ctrl or Command and the comma.
    Preferences,
    /// F1.
    About,
    /// Ctrl or Command and plus.
    LargerText,
    /// Ctrl or Command and minus.
    SmallerText,
    /// Ctrl or Command and 0.
    DefaultTextSize,
}

/// The shortcut that a key press means. It counts even when a text field has handled the key, too.
pub(super) fn pressed_shortcut(
    event: Event,
    _status: Status,
    _window: window::Id,
) -> Option<Shortcut> {
    let Event::Keyboard(keyboard::Event::KeyPressed {
        key,
        modified_key,
        physical_key,
        modifiers,
        repeat,
        ..
    }) = event
    else {
        return None;
    };

    match &key {
        keyboard::Key::Named(Named::Escape) if !repeat => Some(Shortcut::Back),
        keyboard::Key::Named(Named::F1) if !repeat && modifiers.is_empty() => Some(Shortcut::About),
        keyboard::Key::Character(_) if modifiers.command() && !repeat => shortcut(
            modifiers.difference(Modifiers::COMMAND),
            key.to_latin(physical_key),
            &modified_key,
            physical_key,
        ),
        _ => None,
    }
}

/// What a key means together with Ctrl or Command, and perhaps others.
fn shortcut(
    others: Modifiers,
    key: Option<char>,
    modified: &keyboard::Key,
    physical: Physical,
) -> Option<Shortcut> {
    // On an American keyboard plus is typed with Shift, on the key of “=”; on a German one it has a key of its own.
    let is_plus = matches!(modified, keyboard::Key::Character(text) if text == "+");
    if is_plus && Modifiers::SHIFT.contains(others) {
        return Some(Shortcut::LargerText);
    }
    if !others.is_empty() {
        return None;
    }

    match key {
        Some('q') => Some(Shortcut::Quit),
        Some('n') => Some(Shortcut::Add),
        Some(',') => Some(Shortcut::Preferences),
        Some('+' | '=') => Some(Shortcut::LargerText),
        Some('-') => Some(Shortcut::SmallerText),
        // On a French keyboard digits are typed with Shift: the position of the key counts.
        key => match key.and_then(|key| key.to_digit(10)).or(digit(physical))? {
            0 => Some(Shortcut::DefaultTextSize),
            place => Some(Shortcut::Instance(usize::try_from(place).ok()? - 1)),
        },
    }
}

fn digit(key: Physical) -> Option<u32> {
    let Physical::Code(code) = key else {
        return None;
    };

    match code {
        Code::Digit0 => Some(0),
        Code::Digit1 => Some(1),
        Code::Digit2 => Some(2),
        Code::Digit3 => Some(3),
        Code::Digit4 => Some(4),
        Code::Digit5 => Some(5),
        Code::Digit6 => Some(6),
        Code::Digit7 => Some(7),
        Code::Digit8 => Some(8),
        Code::Digit9 => Some(9),
        _ => None,
    }
}

/// Whether the window has lost the keyboard focus.
#[expect(
    clippy::needless_pass_by_value,
    reason = "the form that iced asks of a filter of events"
)]
pub(super) fn window_unfocused(event: Event, _status: Status, _window: window::Id) -> Option<()> {
    matches!(event, Event::Window(window::Event::Unfocused)).then_some(())
}

/// Whether the window has the keyboard focus again.
#[expect(
    clippy::needless_pass_by_value,
    reason = "the form that iced asks of a filter of events"
)]
pub(super) fn window_focused(event: Event, _status: Status, _window: window::Id) -> Option<()> {
    matches!(event, Event::Window(window::Event::Focused)).then_some(())
}

/// The requests of later processes, for as long as the window is open.
pub(super) fn handover_requests(primary: Primary) -> Task<Request> {
    enum Source {
        Unopened(Primary),
        Open(Receiver<Request>),
    }

    // The receiver is made by the first poll, because only that runs inside the tokio runtime.
    let requests = stream::unfold(Source::Unopened(primary), |source| async move {
        let mut receiver = match source {
            Source::Unopened(primary) => primary.requests(),
            Source::Open(receiver) => receiver,
        };
        let request = receiver.recv().await?;

        Some((request, Source::Open(receiver)))
    });

    Task::stream(requests.boxed())
}

/// Whether the system asks for high contrast. If the desktop portal has not answered within [`CONTRAST_TIMEOUT`], the
/// first value is `false`, so that nobody waits for a portal that never answers; a later answer counts, too.
pub(super) fn contrast_changes(wishes: UnboundedReceiver<bool>) -> Task<bool> {
    Task::stream(contrast_stream(wishes).boxed())
}

fn contrast_stream(wishes: UnboundedReceiver<bool>) -> impl Stream<Item = bool> + Send {
    stream::unfold((wishes, true), |(mut wishes, is_first)| async move {
        let wish = if is_first {
            let first = tokio::time::timeout(CONTRAST_TIMEOUT, wishes.recv()).await;
            first.ok().flatten().unwrap_or(false)
        } else {
            wishes.recv().await?
        };

        Some((wish, (wishes, false)))
    })
}

/// The links that macOS hands to the running program itself, as if a later process had handed them over.
pub(super) fn system_links(receiver: UnboundedReceiver<Secret>) -> Task<Request> {
    Task::stream(link_requests(receiver).boxed())
}

/// The system's requests to stop.
pub(super) fn stop_requests(receiver: UnboundedReceiver<StopSignal>) -> Task<StopSignal> {
    let stops = stream::unfold(receiver, |mut receiver| async move {
        Some((receiver.recv().await?, receiver))
    });

    Task::stream(stops.boxed())
}

fn link_requests(receiver: UnboundedReceiver<Secret>) -> impl Stream<Item = Request> + Send {
    stream::unfold(receiver, |mut receiver| async move {
        let request = Request {
            link: Some(receiver.recv().await?),
            ..Request::default()
        };

        Some((request, receiver))
    })
}

#[cfg(test)]
mod tests;
