//! Sign-ins through the browser on the stack of screens: their order, and that a closed one leaves nothing behind.

use std::time::Duration;

use latchkey::{
    app::{AnyScreen, App, Message, Shortcut},
    directus::ErrorCode,
    say,
    screen::{RequestId, sign_in, sso},
    secret::Secret,
    service::{Error, NoRouteReason, SsoError},
};

use crate::{made_up::*, support::Screen, window::*};

/// From the form of an instance to the browser.
fn choose_provider(app: &mut App, row: char) -> RequestId {
    sign_in_screen(app, row);
    answer_providers(app, row);
    send(
        app,
        Message::SignIn(sign_in::Message::StartSso("corp".to_owned())),
    );

    pending_request(app)
}

/// Answers the question of the form in view for its providers.
fn answer_providers(app: &mut App, row: char) {
    let profile = if row == 'a' { harbour() } else { orchard() };
    let shown = app
        .stack()
        .into_iter()
        .rev()
        .find_map(|screen| match screen {
            AnyScreen::SignIn(form) => Some(form),
            _ => None,
        })
        .unwrap();
    let request_id = shown.pending_refresh().unwrap();
    let answer = Box::new(Ok((profile, providers(false))));
    send(
        app,
        Message::SignIn(sign_in::Message::InstanceRefreshed(request_id, answer)),
    );
}

/// The request of the sign-in in view.
fn pending_request(app: &App) -> RequestId {
    let Some(AnyScreen::Sso(round)) = app.top() else {
        panic!("no round in view: {:?}", app.top())
    };

    round.screen.blocking_request().unwrap()
}

fn begin_waiting(app: &mut App, request_id: RequestId) {
    let begun = sso::SsoRound {
        address: Secret::from("https://cms.harbour.example.com/latchkey/authorize"),
        time_left: Duration::from_secs(600),
    };
    send(
        app,
        Message::Sso(sso::Message::RoundBegan(request_id, Box::new(Ok(begun)))),
    );
}

fn answer(
    app: &mut App,
    request_id: RequestId,
    result: Result<latchkey::service::SessionInfo, latchkey::service::Error>,
) {
    send(
        app,
        Message::Sso(sso::Message::Answered(request_id, Box::new(result))),
    );
}

#[test]
fn signed_in_by_the_browser_the_account_stands_where_the_form_stood() {
    let mut app = open();
    let request_id = choose_provider(&mut app, 'a');
    begin_waiting(&mut app, request_id);
    answer(&mut app, request_id, Ok(signed_in()));

    assert!(matches!(app.stack().as_slice(), [AnyScreen::Account(_)]));
}

#[test]
fn r_37_esc_ends_the_round_and_its_late_answer_finds_nobody() {
    let mut app = open();
    let request_id = choose_provider(&mut app, 'a');
    begin_waiting(&mut app, request_id);
    send(&mut app, Message::Shortcut(Shortcut::Back));
    assert!(matches!(app.stack().as_slice(), [AnyScreen::SignIn(_)]));

    answer(&mut app, request_id, Ok(signed_in()));
    assert!(matches!(app.stack().as_slice(), [AnyScreen::SignIn(_)]));
}

#[test]
fn r_37_a_second_round_of_the_same_instance_ends_the_first() {
    let mut app = open();
    let first = choose_provider(&mut app, 'a');
    begin_waiting(&mut app, first);
    // Another screen opens above, and the same instance is opened once more from the list.
    send(&mut app, Message::Shortcut(Shortcut::Add));
    let second = choose_provider(&mut app, 'a');
    assert!(first != second);

    let rounds = app
        .stack()
        .iter()
        .filter(|screen| matches!(screen, AnyScreen::Sso(_)))
        .count();
    assert_eq!(rounds, 1);
    answer(&mut app, first, Ok(signed_in()));
    assert_eq!(pending_request(&app), second);
}

#[test]
fn rounds_of_two_instances_do_not_disturb_each_other() {
    let mut app = open();
    let first = choose_provider(&mut app, 'a');
    begin_waiting(&mut app, first);
    let second = choose_provider(&mut app, 'b');
    begin_waiting(&mut app, second);
    answer(&mut app, first, Ok(signed_in()));

    assert!(matches!(
        app.stack().as_slice(),
        [AnyScreen::Account(account), AnyScreen::SignIn(_), AnyScreen::Sso(_)]
            if account.is_about(&id('a'))
    ));
    assert_eq!(pending_request(&app), second);
}

#[test]
fn r_36_the_code_is_asked_for_on_the_form_and_leads_to_another_round() {
    let mut app = open();
    let request_id = choose_provider(&mut app, 'a');
    begin_waiting(&mut app, request_id);
    answer(
        &mut app,
        request_id,
        Err(refusal(ErrorCode::InvalidOtp, 401, None)),
    );

    assert!(matches!(app.stack().as_slice(), [AnyScreen::SignIn(_)]));
    assert_eq!(
        app.top().and_then(|screen| screen.focus()),
        Some(sign_in::CODE_FIELD)
    );
    send(
        &mut app,
        Message::SignIn(sign_in::Message::CodeTyped(Secret::from("123456"))),
    );
    let again = pending_request(&app);
    assert!(again != request_id);

    begin_waiting(&mut app, again);
    answer(
        &mut app,
        again,
        Err(refusal(ErrorCode::InvalidOtp, 401, None)),
    );
    let shown = format!("{:?}", app.top());
    assert!(shown.contains(say!("sign-in-code-clock")));
}

#[test]
fn r_36_a_refusal_is_told_on_the_form() {
    let mut app = open();
    let request_id = choose_provider(&mut app, 'a');
    begin_waiting(&mut app, request_id);
    answer(
        &mut app,
        request_id,
        Err(refusal(ErrorCode::ResourceRestricted, 403, None)),
    );

    assert!(matches!(app.stack().as_slice(), [AnyScreen::SignIn(_)]));
    assert!(format!("{:?}", app.top()).contains("RESOURCE_RESTRICTED"));
}

#[test]
fn without_a_way_nothing_waits() {
    let mut app = open();
    let request_id = choose_provider(&mut app, 'a');
    let none = Error::Sso(SsoError::NoRoute(NoRouteReason::NoCompanion));
    let none = Box::new(Err(none));
    send(&mut app, Message::SsoStarted(request_id, none));

    let Some(AnyScreen::Sso(round)) = app.top() else {
        panic!()
    };
    assert!(round.screen.blocking_request().is_none() && !round.screen.needs_tick(true));
}

#[test]
fn s_24_a_round_that_ends_below_a_half_typed_form_leaves_it_in_view() {
    let mut app = open();
    let request_id = choose_provider(&mut app, 'a');
    begin_waiting(&mut app, request_id);
    send(&mut app, Message::Shortcut(Shortcut::Add));
    answer(&mut app, request_id, Ok(signed_in()));

    assert!(matches!(
        app.stack().as_slice(),
        [AnyScreen::Account(_), AnyScreen::Add(_)]
    ));
}

#[test]
fn seconds_are_counted_only_in_view() {
    let mut app = open();
    let request_id = choose_provider(&mut app, 'a');
    begin_waiting(&mut app, request_id);
    let screen = app.top().unwrap();

    assert!(screen.needs_tick(true));
    assert!(!screen.needs_tick(false));
}
