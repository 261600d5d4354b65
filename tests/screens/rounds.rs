//! Rounds in the browser on the stack: what lies above what, and that a round that goes leaves nothing behind.

use std::time::Duration;

use latchkey::{
    app::{App, Key, Message, Screen},
    directus::Code,
    say,
    screen::{Ticket, sign_in, sso},
    secret::Secret,
    service::{Error, SsoError, WhyNot},
};

use crate::{made_up::*, support::Contract, window::*};

/// From the form of an instance to the browser.
fn browse(app: &mut App, row: char) -> Ticket {
    sign_in_screen(app, row);
    face(app, row);
    send(
        app,
        Message::SignIn(sign_in::Message::Browse("corp".to_owned())),
    );

    round(app)
}

/// The instance in view says which providers it has.
fn face(app: &mut App, row: char) {
    let profile = if row == 'a' { harbour() } else { orchard() };
    let shown = app
        .stack()
        .iter()
        .rev()
        .find_map(|screen| match screen {
            Screen::SignIn(form) => Some(form),
            _ => None,
        })
        .unwrap();
    let ticket = shown.looks_for().unwrap();
    let answer = Box::new(Ok((profile, providers(false))));
    send(
        app,
        Message::SignIn(sign_in::Message::Faced(ticket, answer)),
    );
}

/// The round in view.
fn round(app: &App) -> Ticket {
    let Some(Screen::Sso(round)) = app.top() else {
        panic!("no round in view: {:?}", app.top())
    };

    round.screen.pending().unwrap()
}

fn wait(app: &mut App, ticket: Ticket) {
    let begun = sso::Begun {
        address: Secret::from("https://cms.harbour.example.com/latchkey/authorize"),
        left: Duration::from_secs(600),
    };
    send(
        app,
        Message::Sso(sso::Message::Began(ticket, Box::new(Ok(begun)))),
    );
}

fn answer(
    app: &mut App,
    ticket: Ticket,
    result: Result<latchkey::service::SignedIn, latchkey::service::Error>,
) {
    send(
        app,
        Message::Sso(sso::Message::Answered(ticket, Box::new(result))),
    );
}

#[test]
fn signed_in_by_the_browser_the_account_stands_where_the_form_stood() {
    let mut app = open();
    let ticket = browse(&mut app, 'a');
    wait(&mut app, ticket);
    answer(&mut app, ticket, Ok(signed_in()));

    assert!(matches!(app.stack(), [Screen::Account(_)]));
}

#[test]
fn r_37_esc_ends_the_round_and_its_late_answer_finds_nobody() {
    let mut app = open();
    let ticket = browse(&mut app, 'a');
    wait(&mut app, ticket);
    send(&mut app, Message::Key(Key::Back));
    assert!(matches!(app.stack(), [Screen::SignIn(_)]));

    answer(&mut app, ticket, Ok(signed_in()));
    assert!(matches!(app.stack(), [Screen::SignIn(_)]));
}

#[test]
fn r_37_a_second_round_of_the_same_instance_ends_the_first() {
    let mut app = open();
    let first = browse(&mut app, 'a');
    wait(&mut app, first);
    // Something else comes to lie above, and from the list the same instance is opened once more.
    send(&mut app, Message::Key(Key::Add));
    let second = browse(&mut app, 'a');
    assert!(first != second);

    let rounds = app
        .stack()
        .iter()
        .filter(|screen| matches!(screen, Screen::Sso(_)))
        .count();
    assert_eq!(rounds, 1);
    answer(&mut app, first, Ok(signed_in()));
    assert_eq!(round(&app), second);
}

#[test]
fn rounds_of_two_instances_do_not_disturb_each_other() {
    let mut app = open();
    let first = browse(&mut app, 'a');
    wait(&mut app, first);
    let second = browse(&mut app, 'b');
    wait(&mut app, second);
    answer(&mut app, first, Ok(signed_in()));

    assert!(matches!(
        app.stack(),
        [Screen::Account(account), Screen::SignIn(_), Screen::Sso(_)]
            if account.is_about(&id('a'))
    ));
    assert_eq!(round(&app), second);
}

#[test]
fn r_36_the_code_is_asked_for_on_the_form_and_leads_to_another_round() {
    let mut app = open();
    let ticket = browse(&mut app, 'a');
    wait(&mut app, ticket);
    answer(&mut app, ticket, Err(refusal(Code::InvalidOtp, 401, None)));

    assert!(matches!(app.stack(), [Screen::SignIn(_)]));
    assert_eq!(app.top().and_then(Screen::focus), Some(sign_in::CODE));
    send(
        &mut app,
        Message::SignIn(sign_in::Message::CodeTyped(Secret::from("123456"))),
    );
    let again = round(&app);
    assert!(again != ticket);

    wait(&mut app, again);
    answer(&mut app, again, Err(refusal(Code::InvalidOtp, 401, None)));
    let shown = format!("{:?}", app.top());
    assert!(shown.contains(say!("sign-in-code-clock")));
}

#[test]
fn r_36_a_refusal_is_told_on_the_form() {
    let mut app = open();
    let ticket = browse(&mut app, 'a');
    wait(&mut app, ticket);
    answer(
        &mut app,
        ticket,
        Err(refusal(Code::ResourceRestricted, 403, None)),
    );

    assert!(matches!(app.stack(), [Screen::SignIn(_)]));
    assert!(format!("{:?}", app.top()).contains("RESOURCE_RESTRICTED"));
}

#[test]
fn without_a_way_nothing_waits() {
    let mut app = open();
    let ticket = browse(&mut app, 'a');
    let none = Error::Sso(SsoError::NoRoute(WhyNot::NoCompanion));
    let none = Box::new(Err(none));
    send(&mut app, Message::Opened(ticket, none));

    let Some(Screen::Sso(round)) = app.top() else {
        panic!()
    };
    assert!(round.screen.pending().is_none() && !round.screen.counts(true));
}

#[test]
fn s_24_a_round_that_ends_below_a_half_typed_form_leaves_it_in_view() {
    let mut app = open();
    let ticket = browse(&mut app, 'a');
    wait(&mut app, ticket);
    send(&mut app, Message::Key(Key::Add));
    answer(&mut app, ticket, Ok(signed_in()));

    assert!(matches!(app.stack(), [Screen::Account(_), Screen::Add(_)]));
}

#[test]
fn seconds_are_counted_only_in_view() {
    let mut app = open();
    let ticket = browse(&mut app, 'a');
    wait(&mut app, ticket);
    let screen = app.top().unwrap();

    assert!(screen.counts(true));
    assert!(!screen.counts(false));
}
