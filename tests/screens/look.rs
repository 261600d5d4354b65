//! The window's titles and colours, and that no secret is shown by them.

use iced::theme::Mode;
use latchkey::{
    app::{Message, Shortcut},
    handover::Request,
    screen::sign_in,
    secret::Secret,
};

use crate::window::*;

#[test]
fn the_window_takes_the_tone_of_the_system_and_the_colour_of_the_instance() {
    let mut app = open();
    send(&mut app, Message::SystemModeChanged(Mode::Dark));
    let plain = app.theme();
    sign_in_screen(&mut app, 'b');

    assert_ne!(app.theme().palette().primary, plain.palette().primary);
    assert_eq!(app.theme().palette().background, plain.palette().background);
    send(&mut app, Message::SystemModeChanged(Mode::Light));
    assert_ne!(app.theme().palette().background, plain.palette().background);
}

#[test]
fn titles_are_stable() {
    let mut app = open();
    sign_in_screen(&mut app, 'a');
    assert_eq!(
        app.title(),
        "Harbour Museum — cms.harbour.example.com — Sign in"
    );
    send(
        &mut app,
        Message::SignIn(sign_in::Message::OpenPasswordReset),
    );
    assert_eq!(
        app.title(),
        "Harbour Museum — cms.harbour.example.com — Forgot password"
    );
    send(&mut app, Message::Shortcut(Shortcut::Back));
    send(&mut app, Message::Shortcut(Shortcut::Back));
    send(&mut app, Message::Shortcut(Shortcut::Add));
    assert_eq!(app.title(), "Add an instance — Latchkey");
}

#[test]
fn s_27_neither_titles_nor_states_show_a_token() {
    let mut app = open();
    link(&mut app, LINK);

    assert!(!app.title().contains("payload"));
    assert!(!format!("{app:?}").contains("payload"));
    let request = Message::HandoverRequest(Request {
        link: Some(Secret::from(LINK)),
        ..Request::default()
    });
    assert!(!format!("{request:?}").contains("payload"));
}
