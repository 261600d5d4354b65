//! What comes from outside the screens: keys no field took, requests of later processes, and the
//! system's wish that this one ends.

use iced::{
    Event, Task,
    event::Status,
    futures::{Stream, StreamExt, stream},
    keyboard::{self, Modifiers, key::Named},
    window,
};
use tokio::sync::mpsc::{Receiver, UnboundedReceiver};

use crate::{
    handover::{Primary, Request},
    platform::Stop,
    secret::Secret,
};

/// A key with a meaning in every screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// Tab.
    Next,
    /// Shift and Tab.
    Previous,
    /// Esc.
    Back,
    /// Ctrl or Command and Q.
    Quit,
    /// Ctrl or Command and N.
    Add,
}

/// Reads a key press. Esc counts even when a field took it: it leaves the field and the step.
pub(super) fn key(event: Event, status: Status, _window: window::Id) -> Option<Key> {
    let Event::Keyboard(keyboard::Event::KeyPressed {
        key,
        physical_key,
        modifiers,
        repeat,
        ..
    }) = event
    else {
        return None;
    };

    match (&key, status) {
        (keyboard::Key::Named(Named::Escape), _) if !repeat => Some(Key::Back),
        (keyboard::Key::Named(Named::Tab), Status::Ignored) if modifiers.shift() => {
            Some(Key::Previous)
        }
        (keyboard::Key::Named(Named::Tab), Status::Ignored) if modifiers.is_empty() => {
            Some(Key::Next)
        }
        (keyboard::Key::Character(_), _) if modifiers == Modifiers::COMMAND && !repeat => {
            match key.to_latin(physical_key) {
                Some('q') => Some(Key::Quit),
                Some('n') => Some(Key::Add),
                _ => None,
            }
        }
        _ => None,
    }
}

/// Whether the window was left for another one.
#[expect(
    clippy::needless_pass_by_value,
    reason = "the form that iced asks of a filter of events"
)]
pub(super) fn away(event: Event, _status: Status, _window: window::Id) -> Option<()> {
    matches!(event, Event::Window(window::Event::Unfocused)).then_some(())
}

/// The requests of later processes, for as long as the window is open.
pub(super) fn requests(primary: Primary) -> Task<Request> {
    enum Source {
        Unopened(Primary),
        Open(Receiver<Request>),
    }

    // Opened by the first poll: only then does it run inside the runtime.
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

/// The links the system hands to the running program itself (macOS), like those of later processes.
pub(super) fn links(receiver: UnboundedReceiver<Secret>) -> Task<Request> {
    Task::stream(link_requests(receiver).boxed())
}

/// The system's requests to stop.
pub(super) fn stops(receiver: UnboundedReceiver<Stop>) -> Task<Stop> {
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
mod tests {
    #![expect(clippy::panic, reason = "a test may stop at once")]

    use iced::keyboard::{Location, key::Physical};

    use super::*;

    fn press(pressed: keyboard::Key, modifiers: Modifiers, status: Status) -> Option<Key> {
        let event = keyboard::Event::KeyPressed {
            key: pressed.clone(),
            modified_key: pressed,
            physical_key: Physical::Unidentified(keyboard::key::NativeCode::Unidentified),
            location: Location::Standard,
            modifiers,
            text: None,
            repeat: false,
        };

        key(Event::Keyboard(event), status, window::Id::unique())
    }

    #[tokio::test]
    async fn a_link_from_the_system_is_a_request_like_a_later_process_would_make() {
        let (sender, receiver) = tokio::sync::mpsc::unbounded_channel();
        assert!(
            sender
                .send(Secret::from("app.latchkey://auth/add?url=x"))
                .is_ok()
        );
        drop(sender);
        let requests = link_requests(receiver).collect::<Vec<_>>().await;

        let [request] = requests.as_slice() else {
            panic!("one link, {} requests", requests.len())
        };
        assert_eq!(
            request.link.as_ref().map(Secret::expose),
            Some("app.latchkey://auth/add?url=x")
        );
        assert!(request.profile.is_none());
    }

    #[test]
    fn only_the_window_left_behind_hides_passwords() {
        let id = window::Id::unique();
        let left = Event::Window(window::Event::Unfocused);
        let entered = Event::Window(window::Event::Focused);

        assert_eq!(away(left, Status::Ignored, id), Some(()));
        assert_eq!(away(entered, Status::Ignored, id), None);
    }

    #[test]
    fn a1_a2_keys_have_one_meaning_in_every_screen() {
        let named = keyboard::Key::Named;
        let letter = |letter: &str| keyboard::Key::Character(letter.into());

        for (pressed, modifiers, status, meaning) in [
            (
                named(Named::Tab),
                Modifiers::empty(),
                Status::Ignored,
                Some(Key::Next),
            ),
            (
                named(Named::Tab),
                Modifiers::SHIFT,
                Status::Ignored,
                Some(Key::Previous),
            ),
            (named(Named::Tab), Modifiers::ALT, Status::Ignored, None),
            (
                named(Named::Escape),
                Modifiers::empty(),
                Status::Captured,
                Some(Key::Back),
            ),
            (
                letter("q"),
                Modifiers::COMMAND,
                Status::Ignored,
                Some(Key::Quit),
            ),
            (
                letter("n"),
                Modifiers::COMMAND,
                Status::Captured,
                Some(Key::Add),
            ),
            (letter("q"), Modifiers::empty(), Status::Captured, None),
            (
                letter("n"),
                Modifiers::COMMAND.union(Modifiers::SHIFT),
                Status::Ignored,
                None,
            ),
        ] {
            assert_eq!(
                press(pressed.clone(), modifiers, status),
                meaning,
                "{pressed:?} {modifiers:?}"
            );
        }
    }
}
