//! What comes from outside the screens: keys no field took, requests of later processes, and the
//! system's wish that this one ends.

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
    platform::Stop,
    secret::Secret,
    ui::focus::Step,
};

/// How long the desktop may take to say how it wants programs to look.
const PATIENCE: Duration = Duration::from_secs(1);

/// A key with a meaning in every screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// Tab.
    Next,
    /// Shift and Tab.
    Previous,
    /// An arrow, Home or End, where no field takes it.
    Along(Step),
    /// Esc.
    Back,
    /// Ctrl or Command and Q.
    Quit,
    /// Ctrl or Command and N.
    Add,
    /// Ctrl or Command and 1 to 9: the instance at this place of the list, from 0.
    Instance(usize),
    /// Ctrl or Command and the comma.
    Settings,
    /// F1.
    About,
    /// Ctrl or Command and plus.
    Larger,
    /// Ctrl or Command and minus.
    Smaller,
    /// Ctrl or Command and 0.
    UsualSize,
}

/// Reads a key press. Esc and what goes with Ctrl count even when a field took them.
pub(super) fn key(event: Event, status: Status, _window: window::Id) -> Option<Key> {
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

    match (&key, status) {
        (keyboard::Key::Named(Named::Escape), _) if !repeat => Some(Key::Back),
        (keyboard::Key::Named(Named::F1), _) if !repeat && modifiers.is_empty() => Some(Key::About),
        (keyboard::Key::Named(Named::Tab), Status::Ignored) if modifiers.shift() => {
            Some(Key::Previous)
        }
        (keyboard::Key::Named(Named::Tab), Status::Ignored) if modifiers.is_empty() => {
            Some(Key::Next)
        }
        (keyboard::Key::Named(named), Status::Ignored) if modifiers.is_empty() => {
            step(*named).map(Key::Along)
        }
        (keyboard::Key::Character(_), _) if modifiers.command() && !repeat => shortcut(
            modifiers.difference(Modifiers::COMMAND),
            key.to_latin(physical_key),
            &modified_key,
            physical_key,
        ),
        _ => None,
    }
}

fn step(key: Named) -> Option<Step> {
    match key {
        Named::ArrowDown => Some(Step::Down),
        Named::ArrowUp => Some(Step::Up),
        Named::ArrowRight => Some(Step::Right),
        Named::ArrowLeft => Some(Step::Left),
        Named::Home => Some(Step::First),
        Named::End => Some(Step::Last),
        _ => None,
    }
}

/// What a key means together with Ctrl or Command, and perhaps others.
fn shortcut(
    others: Modifiers,
    key: Option<char>,
    modified: &keyboard::Key,
    physical: Physical,
) -> Option<Key> {
    // Where plus is typed with Shift, that is no other shortcut; where it is not, its key often says “=”.
    let is_plus = matches!(modified, keyboard::Key::Character(text) if text == "+");
    if is_plus && Modifiers::SHIFT.contains(others) {
        return Some(Key::Larger);
    }
    if !others.is_empty() {
        return None;
    }

    match key {
        Some('q') => Some(Key::Quit),
        Some('n') => Some(Key::Add),
        Some(',') => Some(Key::Settings),
        Some('+' | '=') => Some(Key::Larger),
        Some('-') => Some(Key::Smaller),
        // Where digits are typed with Shift (French), the key counts.
        key => match key.and_then(|key| key.to_digit(10)).or(digit(physical))? {
            0 => Some(Key::UsualSize),
            place => Some(Key::Instance(usize::try_from(place).ok()? - 1)),
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

/// The system's wish for contrast. It is answered for after a moment, so that nobody waits for a portal that does not;
/// a later answer counts too.
pub(super) fn contrast(wishes: UnboundedReceiver<bool>) -> Task<bool> {
    let wishes = stream::unfold((wishes, true), |(mut wishes, is_first)| async move {
        let wish = if is_first {
            tokio::time::timeout(PATIENCE, wishes.recv())
                .await
                .unwrap_or(Some(false))
        } else {
            wishes.recv().await
        };

        Some((wish?, (wishes, false)))
    });

    Task::stream(wishes.boxed())
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
