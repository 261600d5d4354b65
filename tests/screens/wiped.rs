//! Typed secrets do not stay in a form once they were accepted, nor when the form is left (S-49). A secret that the
//! server may still refuse stays until it has answered, so that the person need not type it again.

use latchkey::{
    app::{Message as Window, Shortcut},
    directus::ErrorCode,
    link::TokenPurpose,
    screen::{AccessToken, NewPassword, Pictures, SignIn, access_token, new_password, sign_in},
    secret::Secret,
};

use crate::{made_up::*, support::*, window};

const PASSWORD: &str = "correct horse battery staple";

/// Looks for the password where it would be read: in the fields of the form, unmasked by `reveal`.
fn holds_it<S>(form: &S, reveal: S::Message) -> bool
where
    S: Screen<Message: Clone> + Clone,
{
    let mut form = form.clone();
    let _ = form.update(reveal);
    let logos = Pictures::new();
    let mut ui = simulate(form.view(&logos));

    ui.find(PASSWORD).is_ok()
}

#[test]
fn s_49_a_password_that_was_sent_is_not_in_the_form_any_more() {
    let mut form = SignIn::new(harbour()).with_email(Some("ada@harbour.example.com".to_owned()));
    let _ = form.update(sign_in::Message::PasswordTyped(Secret::from(PASSWORD)));
    assert!(
        holds_it(&form, sign_in::Message::Reveal),
        "it is looked for"
    );
    let sign_in::Action::Run(request_id, sign_in::Request::SignIn(_, credentials)) =
        form.update(sign_in::Message::Submit)
    else {
        panic!()
    };
    assert_eq!(credentials.password.expose(), PASSWORD);
    assert!(!holds_it(&form, sign_in::Message::Reveal));
    // The server gave no verdict: the password comes back, and trying again is one press.
    let mut unjudged = form.clone();
    let down = refusal(ErrorCode::Internal, 500, None);
    let _ = unjudged.update(sign_in::Message::Answered(request_id, Err(down)));
    assert!(holds_it(&unjudged, sign_in::Message::Reveal));
    // The server gave a verdict: the password does not come back.
    for result in [
        Ok(signed_in()),
        Err(refusal(ErrorCode::InvalidCredentials, 401, None)),
        Err(refusal(ErrorCode::ResourceRestricted, 403, None)),
    ] {
        let mut judged = form.clone();
        let _ = judged.update(sign_in::Message::Answered(request_id, result));
        assert!(!holds_it(&judged, sign_in::Message::Reveal));
        // Nor does leaving and trying again bring it back.
        let _ = judged.update(sign_in::Message::Back);
        assert!(!holds_it(&judged, sign_in::Message::Reveal));
    }
}

#[test]
fn s_49_a_new_password_that_was_set_is_not_in_the_form_any_more() {
    let mut screen = NewPassword::new(link(), None);
    let action = screen.opened();
    let new_password::Action::Run(request_id, new_password::Request::FindProfile(..)) = action
    else {
        panic!()
    };
    let placed = Box::new(Ok(invitation(TokenPurpose::ResetPassword)));
    let _ = screen.update(new_password::Message::ProfileFound(request_id, placed));
    for message in [
        new_password::Message::PasswordTyped(Secret::from(PASSWORD)),
        new_password::Message::RepeatTyped(Secret::from(PASSWORD)),
    ] {
        let _ = screen.update(message);
    }
    let new_password::Action::Run(request_id, new_password::Request::SetPassword(..)) =
        screen.update(new_password::Message::Submit)
    else {
        panic!()
    };
    for (result, stays) in [
        (Ok(()), false),
        // The link is dead, so the password is dropped.
        (Err(refusal(ErrorCode::Forbidden, 403, None)), false),
        // Refused by the server's rules: the person may only have to add to it.
        (Err(refusal(ErrorCode::FailedValidation, 400, None)), true),
    ] {
        let mut answered = screen.clone();
        let _ = answered.update(new_password::Message::Answered(request_id, result));
        assert_eq!(holds_it(&answered, new_password::Message::Reveal), stays);
    }
}

#[test]
fn s_49_an_access_token_that_was_kept_is_not_in_the_form_any_more() {
    let mut screen = AccessToken::new(harbour());
    let _ = screen.update(access_token::Message::TokenTyped(Secret::from(PASSWORD)));
    assert!(holds_it(&screen, access_token::Message::Reveal));
    let access_token::Action::Run(request_id, access_token::Request::SignIn(_, _)) =
        screen.update(access_token::Message::Submit)
    else {
        panic!()
    };
    let _ = screen.update(access_token::Message::Answered(request_id, Ok(signed_in())));
    assert!(!holds_it(&screen, access_token::Message::Reveal));
}

#[test]
fn s_49_a_form_that_is_left_and_opened_again_is_empty() {
    let mut app = window::open();
    window::sign_in_screen(&mut app, 'b');
    window::type_both(&mut app);
    assert!(app.top().is_some_and(|screen| screen.is_being_typed()));
    window::send(&mut app, Window::Shortcut(Shortcut::Back));
    assert!(app.top().is_none());
    window::sign_in_screen(&mut app, 'b');
    assert!(!app.top().is_some_and(|screen| screen.is_being_typed()));
}
