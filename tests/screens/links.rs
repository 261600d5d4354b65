//! Mailed links: where they belong, the new password, and what is wrong with them.

use iced_test::selector;
use latchkey::{
    directus::ErrorCode,
    link::{Link, TokenPurpose},
    screen::{
        NewPassword, Pictures, RequestId,
        new_password::{self, Action, Message, Outcome, PASSWORD_FIELD, REPEAT_FIELD, Request},
    },
    secret::Secret,
    service::{Error, ResolvedLink},
};

use crate::{made_up::*, support::*};

fn shows(screen: &NewPassword, words: &str) -> bool {
    let logos = Pictures::new();
    let mut ui = simulate(screen.view(&logos));

    ui.find(words).is_ok()
}

fn with_invitation(result: Result<ResolvedLink, Error>) -> NewPassword {
    let mut screen = NewPassword::new(link(), None);
    let action = screen.opened();
    let Action::Run(request_id, Request::FindProfile(..)) = action else {
        panic!()
    };
    let _ = screen.update(Message::ProfileFound(request_id, Box::new(result)));

    screen
}

fn typed(password: &str, repeat: &str) -> NewPassword {
    let mut screen = with_invitation(Ok(invitation(TokenPurpose::ResetPassword)));
    let _ = screen.update(Message::PasswordTyped(Secret::from(password)));
    let _ = screen.update(Message::RepeatTyped(Secret::from(repeat)));

    screen
}

fn send(screen: &mut NewPassword) -> RequestId {
    let Action::Run(request_id, Request::SetPassword(_, password)) = screen.update(Message::Submit)
    else {
        panic!("nothing was sent")
    };
    assert_eq!(password.expose(), "a long new one");

    request_id
}

#[test]
fn s_23_the_instance_and_the_address_of_the_link_are_in_plain_sight_and_fixed() {
    let screen = with_invitation(Ok(invitation(TokenPurpose::ResetPassword)));
    let logos = Pictures::new();
    let mut ui = simulate(screen.view(&logos));

    for words in [
        "Harbour Museum",
        "cms.harbour.example.com",
        "Account (the link says)",
        "ada@harbour.example.com",
    ] {
        assert!(ui.find(words).is_ok(), "{words}");
    }
    let _ = ui.click("ada@harbour.example.com").unwrap();
    let _ = ui.typewrite("x");
    assert_eq!(ui.into_messages().count(), 0);
}

#[test]
fn s_25_opening_a_link_only_looks_up_where_it_belongs() {
    let mut screen = NewPassword::new(link(), None);
    let action = screen.opened();
    let Action::Run(request_id, Request::FindProfile(..)) = action else {
        panic!("it must be placed first")
    };
    let action = screen.update(Message::ProfileFound(
        request_id,
        Box::new(Ok(invitation(TokenPurpose::ResetPassword))),
    ));

    assert!(matches!(action, Action::Focus(PASSWORD_FIELD)));
}

#[test]
fn the_two_passwords_must_be_the_same() {
    let mut screen = typed("a long new one", "a long new two");

    assert!(matches!(
        screen.update(Message::Submit),
        Action::Focus(REPEAT_FIELD)
    ));
    assert!(shows(&screen, "The two are not the same."));
    let _ = screen.update(Message::RepeatTyped(Secret::from("a long new one")));
    let _ = send(&mut screen);
}

#[test]
fn r_30_a_password_the_policy_refuses_stays_and_the_link_stays_good() {
    let mut screen = typed("a long new one", "a long new one");
    let request_id = send(&mut screen);
    let action = screen.update(Message::Answered(
        request_id,
        Err(refusal(ErrorCode::FailedValidation, 400, None)),
    ));

    assert!(matches!(action, Action::Focus(PASSWORD_FIELD)));
    let _ = screen.update(Message::Reveal);
    assert!(shows(&screen, "a long new one"));
    let _ = send(&mut screen);
}

#[test]
fn r_28_each_dead_link_has_its_sentence_and_leads_to_a_new_one() {
    for (code, status, words) in [
        (ErrorCode::TokenExpired, 401, "This link has expired."),
        (
            ErrorCode::InvalidToken,
            403,
            "The server does not recognise this link: it is incomplete, or another server made it.",
        ),
        (
            ErrorCode::Forbidden,
            403,
            "This link was used already, or the password was changed since it was sent.",
        ),
    ] {
        let mut screen = typed("a long new one", "a long new one");
        let request_id = send(&mut screen);
        let _ = screen.update(Message::Answered(
            request_id,
            Err(refusal(code, status, None)),
        ));

        assert!(shows(&screen, words), "{words}");
        assert!(shows(&screen, "Send a new link"));
        let Action::Outcome(Outcome::NewLink(invitation)) = screen.update(Message::NewLink) else {
            panic!("{words}")
        };
        assert_eq!(
            invitation.hint.email.as_deref(),
            Some("ada@harbour.example.com")
        );
    }
}

/// A link of this kind, refused with this code.
fn refused(purpose: TokenPurpose, code: ErrorCode) -> NewPassword {
    let mut screen = with_invitation(Ok(invitation(purpose)));
    let _ = screen.update(Message::PasswordTyped(Secret::from("a long new one")));
    let _ = screen.update(Message::RepeatTyped(Secret::from("a long new one")));
    let Action::Run(request_id, Request::SetPassword(..) | Request::VerifyEmail(_)) =
        screen.update(Message::Submit)
    else {
        panic!("nothing was sent")
    };
    let _ = screen.update(Message::Answered(request_id, Err(refusal(code, 400, None))));

    screen
}

#[test]
fn r_28_an_invitation_that_was_accepted_leads_to_the_form() {
    let mut screen = refused(TokenPurpose::AcceptInvite, ErrorCode::InvalidInvite);

    assert!(!shows(&screen, "Send a new link"));
    assert!(shows(
        &screen,
        "Sign in; if you do not know the password, reset it."
    ));
    assert!(shows(&screen, "Sign in"));
    let Action::Outcome(Outcome::OpenSignIn(invitation)) = screen.update(Message::OpenSignIn)
    else {
        panic!()
    };
    assert_eq!(
        invitation.hint.email.as_deref(),
        Some("ada@harbour.example.com")
    );
}

#[test]
fn r_28_only_a_dead_invitation_sends_to_the_person_who_invited() {
    for code in [
        ErrorCode::TokenExpired,
        ErrorCode::InvalidToken,
        ErrorCode::Forbidden,
    ] {
        for (purpose, hint) in [
            (TokenPurpose::ResetPassword, "Send a new link."),
            (
                TokenPurpose::AcceptInvite,
                latchkey::say!("new-password-ask-again"),
            ),
            (
                TokenPurpose::VerifyEmail,
                latchkey::say!("new-password-register-again"),
            ),
        ] {
            let screen = refused(purpose, code.clone());
            assert!(shows(&screen, hint), "{purpose:?}, {code}");
            let is_reset = purpose == TokenPurpose::ResetPassword;
            assert_eq!(shows(&screen, "Send a new link"), is_reset);
        }
    }
}

#[test]
fn r_28_a_confirmation_that_is_not_taken_may_be_done_already() {
    let mut screen = refused(TokenPurpose::VerifyEmail, ErrorCode::InvalidPayload);

    assert!(shows(
        &screen,
        "This address was confirmed already, or the link is not whole."
    ));
    assert!(shows(&screen, "Try to sign in."));
    assert!(matches!(
        screen.update(Message::OpenSignIn),
        Action::Outcome(Outcome::OpenSignIn(_))
    ));
}

#[test]
fn r_28_the_same_link_is_recognised() {
    let screen = NewPassword::new(link(), None);

    assert!(screen.is_for_link(&link()));
    let Link::ResetPassword(mut other) = link() else {
        panic!()
    };
    other.token = Secret::from("another");
    assert!(!screen.is_for_link(&Link::ResetPassword(other)));
}

#[test]
fn r_29_the_person_says_which_instance_is_meant() {
    let mut screen = with_invitation(Err(Error::SeveralProfilesForLink(vec![
        harbour(),
        orchard(),
    ])));
    let logos = Pictures::new();
    let mut ui = simulate(screen.view(&logos));
    let _ = ui.click("Orchard").unwrap();
    let messages = ui.into_messages().collect::<Vec<_>>();

    let [message] = messages.as_slice() else {
        panic!("one press, one message")
    };
    let Action::Run(_, Request::FindProfile(_, chosen)) = screen.update(message.clone()) else {
        panic!()
    };
    assert_eq!(chosen, Some(id('b')));
}

#[test]
fn a_password_on_its_way_cannot_be_left_behind() {
    let mut screen = typed("a long new one", "a long new one");
    let _ = send(&mut screen);

    assert!(matches!(screen.update(Message::Back), Action::None));
}

#[test]
fn s_40_nothing_of_a_link_or_a_password_is_printed() {
    let mut screen = typed("a long new one", "a long new one");
    let printed = format!("{screen:?} {:?}", screen.update(Message::Submit));

    assert!(!printed.contains("long new"));
    assert!(!printed.contains("payload"));
}

#[test]
fn a_confirmation_is_sent_only_by_a_press() {
    let mut screen = with_invitation(Ok(invitation(TokenPurpose::VerifyEmail)));
    let logos = Pictures::new();
    let mut ui = simulate(screen.view(&logos));
    assert!(ui.find(selector::id(PASSWORD_FIELD)).is_err());
    let _ = ui.click("Confirm").unwrap();
    let messages = ui.into_messages().collect::<Vec<_>>();

    let [message] = messages.as_slice() else {
        panic!()
    };
    assert!(matches!(
        screen.update(message.clone()),
        new_password::Action::Run(_, new_password::Request::VerifyEmail(..))
    ));
}
