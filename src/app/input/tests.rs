//! Keys on several keyboards, and what comes from outside as messages.

#![expect(clippy::panic, reason = "a test may stop at once")]

use iced::keyboard::{Location, key::Physical};

use super::*;

fn press(pressed: keyboard::Key, modifiers: Modifiers, status: Status) -> Option<Shortcut> {
    let nowhere = Physical::Unidentified(keyboard::key::NativeCode::Unidentified);

    press_at(pressed.clone(), pressed, nowhere, modifiers, status)
}

fn press_at(
    key: keyboard::Key,
    modified_key: keyboard::Key,
    physical_key: Physical,
    modifiers: Modifiers,
    status: Status,
) -> Option<Shortcut> {
    let event = keyboard::Event::KeyPressed {
        key,
        modified_key,
        physical_key,
        location: Location::Standard,
        modifiers,
        text: None,
        repeat: false,
    };

    super::pressed_shortcut(Event::Keyboard(event), status, window::Id::unique())
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

#[tokio::test]
async fn the_first_wish_for_contrast_is_answered_for_and_later_ones_count() {
    let (sender, receiver) = tokio::sync::mpsc::unbounded_channel();
    for wish in [true, false, true] {
        assert!(sender.send(wish).is_ok());
    }
    drop(sender);
    let wishes = contrast_stream(receiver).collect::<Vec<_>>().await;
    assert_eq!(wishes, [true, false, true]);

    // Nobody to ask, and nobody who answers.
    let (sender, receiver) = tokio::sync::mpsc::unbounded_channel();
    drop(sender);
    assert_eq!(contrast_stream(receiver).collect::<Vec<_>>().await, [false]);
    let (_silent, receiver) = tokio::sync::mpsc::unbounded_channel();
    let first = contrast_stream(receiver).boxed().next().await;
    assert_eq!(first, Some(false));
}

#[test]
fn only_the_window_left_behind_hides_passwords() {
    let id = window::Id::unique();
    let left = Event::Window(window::Event::Unfocused);
    let entered = Event::Window(window::Event::Focused);

    assert_eq!(window_unfocused(left, Status::Ignored, id), Some(()));
    assert_eq!(window_unfocused(entered, Status::Ignored, id), None);
}

#[test]
fn keys_have_one_meaning_in_every_screen() {
    let named = keyboard::Key::Named;
    let letter = |letter: &str| keyboard::Key::Character(letter.into());

    for (pressed, modifiers, status, meaning) in [
        // The page's own.
        (named(Named::Tab), Modifiers::empty(), Status::Ignored, None),
        (
            named(Named::Escape),
            Modifiers::empty(),
            Status::Captured,
            Some(Shortcut::Back),
        ),
        (
            letter("q"),
            Modifiers::COMMAND,
            Status::Ignored,
            Some(Shortcut::Quit),
        ),
        (
            letter("n"),
            Modifiers::COMMAND,
            Status::Captured,
            Some(Shortcut::Add),
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

#[test]
fn shortcuts_work_on_other_keyboards_than_the_american() {
    let letter = |letter: &str| keyboard::Key::Character(letter.into());
    let at = Physical::Code;
    let (plain, shift) = (Modifiers::COMMAND, Modifiers::COMMAND | Modifiers::SHIFT);

    for (key, modified, physical, modifiers, meaning) in [
        (",", ",", Code::Comma, plain, Some(Shortcut::Preferences)),
        ("1", "1", Code::Digit1, plain, Some(Shortcut::Instance(0))),
        ("9", "9", Code::Numpad9, plain, Some(Shortcut::Instance(8))),
        (
            "0",
            "0",
            Code::Digit0,
            plain,
            Some(Shortcut::DefaultTextSize),
        ),
        ("-", "-", Code::Minus, plain, Some(Shortcut::SmallerText)),
        // American: plus is Shift and “=”, with or without Shift.
        ("=", "+", Code::Equal, shift, Some(Shortcut::LargerText)),
        ("=", "=", Code::Equal, plain, Some(Shortcut::LargerText)),
        // German: a key of its own. Japanese: Shift and “;”.
        (
            "+",
            "+",
            Code::BracketRight,
            plain,
            Some(Shortcut::LargerText),
        ),
        (";", "+", Code::Semicolon, shift, Some(Shortcut::LargerText)),
        (";", ";", Code::Semicolon, plain, None),
        // French: digits need Shift, so the keys count; minus is on one of them.
        ("&", "&", Code::Digit1, plain, Some(Shortcut::Instance(0))),
        ("é", "é", Code::Digit2, plain, Some(Shortcut::Instance(1))),
        ("-", "-", Code::Digit6, plain, Some(Shortcut::SmallerText)),
        (
            "à",
            "à",
            Code::Digit0,
            plain,
            Some(Shortcut::DefaultTextSize),
        ),
        // Russian.
        ("й", "й", Code::KeyQ, plain, Some(Shortcut::Quit)),
        ("1", "!", Code::Digit1, shift, None),
    ] {
        let pressed = press_at(
            letter(key),
            letter(modified),
            at(physical),
            modifiers,
            Status::Captured,
        );
        assert_eq!(pressed, meaning, "{key} {modified} {physical:?}");
    }
}
