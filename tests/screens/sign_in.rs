//! Signing in by keyboard and pointer.

use std::time::{Duration, Instant};

use iced::keyboard::key::Named;
use iced_test::{Simulator, selector};
use latchkey::{
    directus::{self, ErrorCode},
    say,
    screen::{
        Pictures, SignIn,
        sign_in::{self, Action, EMAIL_FIELD, Message, PASSWORD_FIELD, Request},
    },
    secret::Secret,
    service::Error,
};

use crate::{made_up::*, support::*};

/// Clicks into a field and does something there, as the window does: what follows is the last action.
fn in_field(
    screen: &mut SignIn,
    field: &'static str,
    act: impl Fn(&mut Simulator<'_, Message>),
) -> Action {
    let logos = Pictures::new();
    let mut ui = simulate(screen.view(&logos));
    let _ = ui.click(selector::id(field)).unwrap();
    act(&mut ui);
    let messages = ui.into_messages().collect::<Vec<_>>();

    messages
        .into_iter()
        .fold(Action::None, |_, message| screen.update(message))
}

/// Types both fields letter by letter, and presses Enter in the second.
fn type_and_enter(screen: &mut SignIn) -> Action {
    for (field, words) in [
        (EMAIL_FIELD, "ada@harbour.example.com"),
        (PASSWORD_FIELD, "correct horse"),
    ] {
        for letter in words.chars() {
            let _ = in_field(screen, field, |ui| {
                let _ = ui.tap_key(Named::End);
                let _ = ui.typewrite(&letter.to_string());
            });
        }
    }

    in_field(screen, PASSWORD_FIELD, |ui| {
        let _ = ui.tap_key(Named::Enter);
    })
}

fn filled() -> SignIn {
    let mut screen = SignIn::new(harbour()).with_email(Some("ada@harbour.example.com".to_owned()));
    let _ = screen.update(Message::PasswordTyped(Secret::from("correct horse")));

    screen
}

fn submit(screen: &mut SignIn) -> (latchkey::screen::RequestId, latchkey::service::Credentials) {
    let Action::Run(request_id, Request::SignIn(_, credentials)) = screen.update(Message::Submit)
    else {
        panic!("nothing was sent")
    };

    (request_id, credentials)
}

fn shows(screen: &SignIn, words: &str) -> bool {
    let logos = Pictures::new();
    let mut ui = simulate(screen.view(&logos));

    ui.find(words).is_ok()
}

#[test]
fn typing_and_enter_signs_in_with_what_was_typed() {
    let mut screen = SignIn::new(harbour());
    let Action::Run(_, Request::SignIn(_, credentials)) = type_and_enter(&mut screen) else {
        panic!("Enter did not submit")
    };

    assert_eq!(credentials.email, "ada@harbour.example.com");
    assert_eq!(credentials.password.expose(), "correct horse");
    assert!(credentials.otp.is_none());
    assert!(shows(&screen, "Signing in…"));
}

#[test]
fn the_first_empty_field_has_the_keyboard() {
    assert_eq!(SignIn::new(harbour()).focus(), Some(EMAIL_FIELD));
    assert_eq!(filled().focus(), Some(PASSWORD_FIELD));
}

#[test]
fn s_48_one_press_sends_once_and_a_busy_form_sends_nothing() {
    let mut screen = filled();
    let _ = submit(&mut screen);

    for _ in 0..3 {
        assert!(matches!(screen.update(Message::Submit), Action::None));
        assert!(matches!(screen.update(Message::Retry), Action::None));
    }
}

#[test]
fn s_49_the_password_leaves_the_form_with_the_press_and_does_not_come_back_when_it_is_refused() {
    let mut screen = filled();
    let _ = screen.update(Message::Reveal);
    assert!(shows(&screen, "correct horse"));

    let (request_id, _) = submit(&mut screen);
    assert!(!shows(&screen, "correct horse"));

    let wrong = refusal(ErrorCode::InvalidCredentials, 401, None);
    let action = screen.update(Message::Answered(request_id, Err(wrong)));
    assert!(matches!(action, Action::Focus(PASSWORD_FIELD)));
    assert!(shows(
        &screen,
        "The e-mail or the password is wrong. Too many wrong attempts suspend an account. If you usually sign in \
         through a provider, this account has no password here."
    ));
    let _ = screen.update(Message::Reveal);
    assert!(!shows(&screen, "correct horse"));
    assert!(matches!(
        screen.update(Message::Submit),
        Action::Focus(PASSWORD_FIELD)
    ));
}

#[test]
fn s_40_no_message_and_no_state_prints_a_password() {
    let mut screen = filled();
    let typed = format!(
        "{:?}",
        Message::PasswordTyped(Secret::from("correct horse"))
    );
    let (request_id, credentials) = submit(&mut screen);
    let sent = format!(
        "{:?} {screen:?} {credentials:?}",
        Action::Run(
            request_id,
            Request::SignIn(harbour().id, credentials.clone()),
        )
    );

    assert!(!typed.contains("horse"));
    assert!(!sent.contains("horse"));
}

#[test]
fn the_code_is_asked_for_only_after_the_server_wants_one_and_goes_with_the_same_password() {
    let mut screen = filled();
    assert!(!shows(&screen, "One-time code"));

    let (request_id, _) = submit(&mut screen);
    let wanted = refusal(ErrorCode::InvalidOtp, 401, None);
    let action = screen.update(Message::Answered(request_id, Err(wanted)));
    assert!(matches!(action, Action::Focus(sign_in::CODE_FIELD)));
    assert!(shows(&screen, "One-time code"));

    // Pasted with a blank, as authenticator apps show it; the sixth digit sends it.
    let Action::Run(_, Request::SignIn(_, credentials)) =
        screen.update(Message::CodeTyped(Secret::from("123 456")))
    else {
        panic!("a complete code is sent")
    };
    assert_eq!(credentials.password.expose(), "correct horse");
    assert_eq!(credentials.otp.as_ref().map(Secret::expose), Some("123456"));
}

#[test]
fn a_wrong_code_says_so_and_is_not_sent_again() {
    let mut screen = filled();
    let (request_id, _) = submit(&mut screen);
    let _ = screen.update(Message::Answered(
        request_id,
        Err(refusal(ErrorCode::InvalidOtp, 401, None)),
    ));
    let Action::Run(request_id, Request::SignIn(_, _)) =
        screen.update(Message::CodeTyped(Secret::from("123456")))
    else {
        panic!()
    };
    let action = screen.update(Message::Answered(
        request_id,
        Err(refusal(ErrorCode::InvalidOtp, 401, None)),
    ));

    assert!(matches!(action, Action::Focus(sign_in::CODE_FIELD)));
    assert!(shows(&screen, say!("sign-in-code-clock")));
    assert!(matches!(
        screen.update(Message::Submit),
        Action::Focus(sign_in::CODE_FIELD)
    ));
}

#[test]
fn leaving_the_code_forgets_the_password() {
    let mut screen = filled();
    let (request_id, _) = submit(&mut screen);
    let _ = screen.update(Message::Answered(
        request_id,
        Err(refusal(ErrorCode::InvalidOtp, 401, None)),
    ));

    assert!(matches!(
        screen.update(Message::Back),
        Action::Focus(PASSWORD_FIELD)
    ));
    assert!(matches!(
        screen.update(Message::Submit),
        Action::Focus(PASSWORD_FIELD)
    ));
}

#[test]
fn r_01_what_did_not_reach_the_server_is_one_press_away() {
    let mut screen = filled();
    let (request_id, _) = submit(&mut screen);
    let _ = screen.update(Message::Answered(
        request_id,
        Err(Error::Directus(unreachable())),
    ));

    assert!(shows(&screen, "Try again"));
    let Action::Run(_, Request::SignIn(_, credentials)) = screen.update(Message::Retry) else {
        panic!("Retry sends")
    };
    assert_eq!(credentials.password.expose(), "correct horse");
}

#[test]
fn r_02_an_answer_that_was_lost_is_told_and_nothing_is_sent_by_itself() {
    let mut screen = filled();
    let (request_id, _) = submit(&mut screen);
    let lost = directus::Error::Interrupted {
        host: "cms.harbour.example.com".to_owned(),
    };
    let action = screen.update(Message::Answered(request_id, Err(Error::Directus(lost))));

    assert!(matches!(action, Action::None) && screen.blocking_request().is_none());
    assert!(shows(
        &screen,
        "The connection to cms.harbour.example.com ended before the answer, so it is not known whether it worked."
    ));
    // Time alone sends nothing either; the person's press does, with the same password.
    assert!(!screen.needs_tick(true));
    screen.tick(Instant::now() + Duration::from_secs(600));
    assert!(screen.blocking_request().is_none());
    let messages = {
        let logos = Pictures::new();
        let mut ui = simulate(screen.view(&logos));
        let _ = ui.click("Try again").unwrap();
        ui.into_messages().collect::<Vec<_>>()
    };
    let [message] = messages.as_slice() else {
        panic!("one press, one message")
    };
    let Action::Run(_, Request::SignIn(_, credentials)) = screen.update(message.clone()) else {
        panic!("the press sends")
    };
    assert_eq!(credentials.password.expose(), "correct horse");
}

#[test]
fn r_04_a_server_that_is_down_costs_nobody_the_password() {
    for (code, status) in [
        (ErrorCode::Internal, 500),
        (ErrorCode::ServiceUnavailable, 503),
    ] {
        let mut screen = filled();
        let (request_id, _) = submit(&mut screen);
        let down = refusal(code, status, None);
        let _ = screen.update(Message::Answered(request_id, Err(down)));

        assert!(shows(&screen, "Try again"), "{status}");
        let Action::Run(_, Request::SignIn(_, credentials)) = screen.update(Message::Retry) else {
            panic!("{status}")
        };
        assert_eq!(credentials.password.expose(), "correct horse");
    }
}

#[test]
fn r_10_the_button_waits_as_long_as_the_server_says() {
    let mut screen = filled();
    let (request_id, _) = submit(&mut screen);
    let slow = refusal(ErrorCode::RequestsExceeded, 429, Some(40));
    let _ = screen.update(Message::Answered(request_id, Err(slow)));
    let answered = Instant::now();

    assert!(screen.needs_tick(true));
    assert!(shows(&screen, "Wait 40 seconds"));
    assert!(matches!(screen.update(Message::Submit), Action::None));

    screen.tick(answered + Duration::from_secs(30));
    assert!(shows(&screen, "Wait 10 seconds"));
    assert!(matches!(screen.update(Message::Submit), Action::None));

    screen.tick(answered + Duration::from_secs(41));
    assert!(!screen.needs_tick(true));
    assert!(matches!(
        screen.update(Message::Submit),
        Action::Run(_, Request::SignIn(..))
    ));
}

#[test]
fn esc_drops_the_request_and_its_late_answer_changes_nothing() {
    let mut screen = filled();
    let (request_id, _) = submit(&mut screen);

    assert!(matches!(screen.update(Message::Back), Action::Refocus));
    assert!(matches!(
        screen.update(Message::Answered(request_id, Ok(signed_in()))),
        Action::None
    ));
    assert!(matches!(screen.update(Message::Back), Action::Leave));
}

#[test]
fn where_no_way_in_is_offered_there_is_no_field_and_the_data_studio() {
    let mut screen = SignIn::new(harbour());
    let Action::Run(request_id, Request::RefreshInstance(_)) = screen.refresh_instance() else {
        panic!()
    };
    let _ = screen.update(Message::InstanceRefreshed(
        request_id,
        Box::new(Ok((
            harbour(),
            directus::Providers {
                list: Vec::new(),
                default_disabled: true,
            },
        ))),
    ));
    let logos = Pictures::new();
    let mut ui = simulate(screen.view(&logos));

    assert!(ui.find(selector::id(EMAIL_FIELD)).is_err());
    let _ = ui.click("Open the Data Studio").unwrap();
    let messages = ui.into_messages().collect::<Vec<_>>();
    assert!(matches!(messages.as_slice(), [Message::OpenStudio]));
}

#[test]
fn what_is_no_address_is_not_sent() {
    for email in [
        "",
        "ada",
        "ada@",
        "@example.com",
        "ada@example",
        "a da@example.com",
    ] {
        let mut screen = filled();
        let _ = screen.update(Message::EmailTyped(email.to_owned()));
        assert!(
            matches!(screen.update(Message::Submit), Action::Focus(EMAIL_FIELD)),
            "{email}"
        );
    }
}

#[test]
fn the_title_names_instance_host_and_task() {
    assert_eq!(
        SignIn::new(harbour()).title(),
        "Harbour Museum — cms.harbour.example.com — Sign in"
    );
}

#[test]
fn s_30_plain_http_is_said_for_as_long_as_the_form_is_open() {
    assert!(shows(
        &SignIn::new(plain()),
        "The connection to intranet.example.net is not encrypted."
    ));
    assert!(!shows(
        &SignIn::new(local()),
        "The connection to localhost:8055 is not encrypted."
    ));
}
