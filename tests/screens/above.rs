//! The order of the screens: a link never takes the focus from a form, and an answer goes to the screen that asked.

use iced::widget::Id;
use latchkey::{
    app::{AnyScreen, App, Message, Shortcut},
    link::TokenPurpose,
    screen::{RequestId, account, add, instances, new_password, password_reset, sign_in},
    secret::Secret,
    service::{SessionStatus, SignOutOutcome},
};

use crate::{
    made_up::{id, invitation, signed_in},
    support::InputDriver,
    window::*,
};

const ADD: &str = "app.latchkey://auth/add?url=https%3A%2F%2Fnew.example.com";

fn adds(app: &App) -> usize {
    let is_add = |screen: &&AnyScreen| matches!(screen, AnyScreen::Add(_));

    app.stack().into_iter().filter(is_add).count()
}

fn pending(app: &App) -> RequestId {
    app.top()
        .and_then(|screen| screen.blocking_request())
        .unwrap()
}

fn is_running(app: &App, request_id: RequestId) -> bool {
    app.cancellable_requests()
        .any(|running| running == request_id)
}

#[test]
fn s_24_an_add_link_takes_the_keyboard_from_no_form() {
    for (is_typing, focus) in [(true, None), (false, Some(add::ADDRESS_FIELD))] {
        let mut app = open();
        sign_in_screen(&mut app, 'b');
        if is_typing {
            type_both(&mut app);
        }
        link(&mut app, ADD);

        assert_eq!(app.top().and_then(|screen| screen.focus()), focus);
    }
}

#[test]
fn s_53_an_add_link_clicked_twice_is_one_form() {
    let mut app = open();
    link(&mut app, ADD);
    link(&mut app, ADD);
    assert_eq!(adds(&app), 1);

    sign_in_screen(&mut app, 'b');
    link(&mut app, ADD);
    assert_eq!(adds(&app), 1);
    assert!(matches!(app.top(), Some(AnyScreen::Add(_))));

    link(
        &mut app,
        "app.latchkey://auth/add?url=https%3A%2F%2Fother.example.com",
    );
    assert_eq!(adds(&app), 2);
}

#[test]
fn a_request_ends_with_its_own_screen_and_with_no_other() {
    let mut app = open();
    link(&mut app, ADD);
    send(&mut app, Message::Add(add::Message::Submit));
    let below = pending(&app);
    assert!(is_running(&app, below));

    // Another screen opens, sends a request, is cancelled and closes.
    sign_in_screen(&mut app, 'b');
    type_both(&mut app);
    send(
        &mut app,
        Message::SignIn(sign_in::Message::OpenPasswordReset),
    );
    send(
        &mut app,
        Message::PasswordReset(password_reset::Message::Submit),
    );
    let above = pending(&app);
    assert!(is_running(&app, below) && is_running(&app, above));
    for _ in 0..3 {
        send(&mut app, Message::Shortcut(Shortcut::Back));
    }
    assert!(is_running(&app, below) && !is_running(&app, above));

    send(&mut app, Message::Shortcut(Shortcut::Back));
    assert!(!is_running(&app, below));
}

#[test]
fn a_sign_in_that_was_sent_is_never_cut_off_and_its_late_answer_is_asked_for() {
    let mut app = open();
    sign_in_screen(&mut app, 'b');
    type_both(&mut app);
    send(&mut app, Message::SignIn(sign_in::Message::Submit));
    let request_id = pending(&app);
    assert!(!is_running(&app, request_id));
    send(&mut app, Message::Shortcut(Shortcut::Back));
    send(&mut app, Message::Shortcut(Shortcut::Back));
    send(
        &mut app,
        Message::SessionChecked(id('b'), Box::new(Ok(SessionStatus::SignedOut))),
    );

    send(
        &mut app,
        Message::SignIn(sign_in::Message::Answered(request_id, Ok(signed_in()))),
    );
    assert!(app.top().is_none());
    assert!(app.instances().row(&id('b')).unwrap().status.is_none());
}

#[test]
fn s_21_a_damaged_link_is_told_above_what_covers_the_list() {
    let mut app = open();
    sign_in_screen(&mut app, 'b');
    for _ in 0..2 {
        link(&mut app, "app.latchkey://auth/reset-password?token=");
    }

    let [AnyScreen::SignIn(_), AnyScreen::NewPassword(told)] = app.stack().as_slice() else {
        panic!("{:?}", app.stack())
    };
    assert!(told.is_unreadable());
    assert!(format!("{told:?}").contains("LINK_"));
    send(&mut app, Message::NewPassword(new_password::Message::Back));
    assert!(matches!(app.stack().as_slice(), [AnyScreen::SignIn(_)]));
}

fn account(app: &mut App) {
    send(
        app,
        Message::SessionChecked(id('a'), Box::new(Ok(SessionStatus::SignedIn(signed_in())))),
    );
    send(app, Message::Instances(instances::Message::Open(id('a'))));
    assert!(matches!(app.top(), Some(AnyScreen::Account(_))));
}

#[test]
fn the_list_asks_again_how_an_account_stands_that_was_looked_at() {
    let mut app = open();
    account(&mut app);
    send(&mut app, Message::Shortcut(Shortcut::Back));

    assert!(app.top().is_none());
    assert!(app.instances().row(&id('a')).unwrap().status.is_none());
}

#[test]
fn signing_out_is_not_left_half_way() {
    let mut app = open();
    account(&mut app);
    send(&mut app, Message::Account(account::Message::SignOut));
    let request_id = pending(&app);
    send(&mut app, Message::Shortcut(Shortcut::Back));
    assert!(matches!(app.top(), Some(AnyScreen::Account(_))));

    let gone = Ok(SignOutOutcome::Everywhere);
    send(
        &mut app,
        Message::Account(account::Message::SignOutAnswered(request_id, gone)),
    );
    assert!(matches!(app.top(), Some(AnyScreen::SignIn(_))));
}

#[test]
fn s_24_what_a_covered_screen_is_answered_leaves_the_keyboard_where_it_is() {
    for is_covered in [false, true] {
        let mut app = open();
        link(&mut app, LINK);
        let request_id = pending(&app);
        if is_covered {
            send(&mut app, Message::Shortcut(Shortcut::Add));
        }
        let placed = Box::new(Ok(invitation(TokenPurpose::ResetPassword)));
        let placed = new_password::Message::ProfileFound(request_id, placed);
        let task = app.update(Message::NewPassword(placed));

        assert_eq!(task.units() == 0, is_covered);
    }
}

/// The control that has the keyboard focus after this message, as the window gives it.
fn focused_after(app: &mut App, message: Message) -> Option<Id> {
    let task = app.update(message);
    let mut driver = InputDriver::on(app.view());
    driver.perform(task);

    driver.focused_id()
}

#[test]
fn s_24_the_focus_goes_to_the_first_field_of_the_screen_in_view_only() {
    let mut app = open();
    let address = focused_after(&mut app, Message::Shortcut(Shortcut::Add));
    assert_eq!(address, Some(Id::new(add::ADDRESS_FIELD)));

    for (is_covered, field) in [(false, Some(new_password::PASSWORD_FIELD)), (true, None)] {
        let mut app = open();
        link(&mut app, LINK);
        let request = pending(&app);
        if is_covered {
            send(&mut app, Message::Shortcut(Shortcut::Add));
        }
        let found = Box::new(Ok(invitation(TokenPurpose::ResetPassword)));
        let found = new_password::Message::ProfileFound(request, found);

        let focused = focused_after(&mut app, Message::NewPassword(found));
        assert_eq!(focused, field.map(Id::new), "covered: {is_covered}");
    }
}

#[test]
fn s_24_a_password_that_is_set_below_a_form_leaves_the_form_in_view() {
    let mut app = open();
    link(&mut app, LINK);
    let request_id = set_password(&mut app);
    send(&mut app, Message::Shortcut(Shortcut::Add));
    send(
        &mut app,
        Message::NewPassword(new_password::Message::Answered(request_id, Ok(()))),
    );

    assert!(matches!(
        app.stack().as_slice(),
        [AnyScreen::SignIn(_), AnyScreen::Add(_)]
    ));
}

#[test]
fn passwords_in_clear_are_masked_when_the_window_is_left() {
    let mut app = open();
    sign_in_screen(&mut app, 'b');
    type_both(&mut app);
    let is_shown = |app: &App| {
        let mut ui = crate::support::simulate(app.view());
        ui.find("half typed").is_ok()
    };
    send(&mut app, Message::SignIn(sign_in::Message::Reveal));
    assert!(is_shown(&app));
    send(&mut app, Message::WindowUnfocused);
    assert!(!is_shown(&app));

    link(&mut app, LINK);
    let placed = Box::new(Ok(invitation(TokenPurpose::ResetPassword)));
    let request_id = pending(&app);
    for message in [
        new_password::Message::ProfileFound(request_id, placed),
        new_password::Message::PasswordTyped(Secret::from("half typed")),
        new_password::Message::Reveal,
    ] {
        send(&mut app, Message::NewPassword(message));
    }
    assert!(is_shown(&app));
    send(&mut app, Message::WindowUnfocused);
    assert!(!is_shown(&app));
}
