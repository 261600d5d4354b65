//! Mailed links: asking for the mail, pasting, and the new password.

use std::time::{Duration, Instant};

use iced_test::selector;
use latchkey::{
    directus::Code,
    link::{Link, Purpose},
    screen::{
        Forgot, Logos, NewPassword, Ticket,
        forgot::{self, LINK},
        new_password::{self, Action, Message, PASSWORD, REPEAT},
    },
    secret::Secret,
    service::{Error, Invitation, MailedLink},
};

use crate::{made_up::*, support::*};

fn waiting(link: MailedLink) -> Forgot {
    let mut screen = Forgot::new(harbour(), "ada@harbour.example.com".to_owned());
    let forgot::Action::Request(ticket, email) = screen.update(forgot::Message::Submit) else {
        panic!()
    };
    assert_eq!(email, "ada@harbour.example.com");
    let _ = screen.update(forgot::Message::Answered(ticket, Ok(link)));

    screen
}

fn shows_forgot(screen: &Forgot, words: &str) -> bool {
    let logos = Logos::new();
    let mut ui = simulate(screen.view(&logos));

    ui.find(words).is_ok()
}

fn shows(screen: &NewPassword, words: &str) -> bool {
    let logos = Logos::new();
    let mut ui = simulate(screen.view(&logos));

    ui.find(words).is_ok()
}

#[test]
fn s_26_the_sentence_is_the_same_for_every_address() {
    let sentence = "If ada@harbour.example.com has an account on cms.harbour.example.com, a mail is on its way.";

    assert!(shows_forgot(&waiting(MailedLink::Scheme), sentence));
    assert!(shows_forgot(&waiting(MailedLink::Studio), sentence));
}

#[test]
fn r_31_the_reasons_are_there_and_it_can_be_sent_again_after_a_pause() {
    let mut screen = waiting(MailedLink::Studio);
    let sent = Instant::now();

    assert!(screen.counts());
    assert!(matches!(
        screen.update(forgot::Message::Submit),
        forgot::Action::None
    ));
    let _ = screen.update(forgot::Message::Reasons);
    assert!(shows_forgot(
        &screen,
        latchkey::ui::words::forgot::REASONS[0]
    ));

    let _ = screen.update(forgot::Message::Ticked(sent + Duration::from_secs(61)));
    assert!(shows_forgot(&screen, "Send it again"));
    assert!(matches!(
        screen.update(forgot::Message::Submit),
        forgot::Action::Request(..)
    ));
}

#[test]
fn any_form_of_the_link_is_taken_the_moment_it_is_pasted() {
    let token = "eyJhbGciOiJIUzI1NiJ9.eyJlbWFpbCI6ImFkYUBleGFtcGxlLmNvbSJ9.c2lnbmF0dXJl";

    for text in [
        format!(
            "app.latchkey://auth/reset-password?profile={}&token={token}",
            "a".repeat(16)
        ),
        format!("https://cms.harbour.example.com/admin/reset-password?token={token}"),
        token.to_owned(),
    ] {
        let mut screen = waiting(MailedLink::Studio);
        let action = screen.update(forgot::Message::LinkPasted(Secret::new(text.clone())));
        let forgot::Action::Open(Link::ResetPassword(link)) = action else {
            panic!("not taken: {text}")
        };
        assert_eq!(link.token.expose(), token);
    }
}

#[test]
fn what_is_no_link_gets_a_sentence_and_stays_in_the_field() {
    let mut screen = waiting(MailedLink::Studio);
    let action = screen.update(forgot::Message::LinkPasted(Secret::from("hello there")));

    assert!(matches!(action, forgot::Action::Focus(LINK)));
    let logos = Logos::new();
    let mut ui = simulate(screen.view(&logos));
    assert!(ui.find("hello there").is_ok());
}

#[test]
fn letters_typed_into_the_link_field_are_not_taken_for_a_token() {
    let mut screen = waiting(MailedLink::Studio);
    let action = screen.update(forgot::Message::LinkTyped(Secret::from("e")));

    assert!(matches!(action, forgot::Action::None));
}

fn open(result: Result<Invitation, Error>) -> NewPassword {
    let (mut screen, action) = NewPassword::new(link(), None);
    let Action::Place(ticket, ..) = action else {
        panic!()
    };
    let _ = screen.update(Message::Placed(ticket, Box::new(result)));

    screen
}

fn typed(password: &str, repeat: &str) -> NewPassword {
    let mut screen = open(Ok(invitation(Purpose::ResetPassword)));
    let _ = screen.update(Message::PasswordTyped(Secret::from(password)));
    let _ = screen.update(Message::RepeatTyped(Secret::from(repeat)));

    screen
}

fn send(screen: &mut NewPassword) -> Ticket {
    let Action::Set(ticket, _, password) = screen.update(Message::Submit) else {
        panic!("nothing was sent")
    };
    assert_eq!(password.expose(), "a long new one");

    ticket
}

#[test]
fn s_23_the_instance_and_the_address_of_the_link_are_in_plain_sight_and_fixed() {
    let screen = open(Ok(invitation(Purpose::ResetPassword)));
    let logos = Logos::new();
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
    let (mut screen, action) = NewPassword::new(link(), None);
    let Action::Place(ticket, ..) = action else {
        panic!("it must be placed first")
    };
    let action = screen.update(Message::Placed(
        ticket,
        Box::new(Ok(invitation(Purpose::ResetPassword))),
    ));

    assert!(matches!(action, Action::Focus(PASSWORD)));
}

#[test]
fn the_two_passwords_must_be_the_same() {
    let mut screen = typed("a long new one", "a long new two");

    assert!(matches!(
        screen.update(Message::Submit),
        Action::Focus(REPEAT)
    ));
    assert!(shows(&screen, "The two are not the same."));
    let _ = screen.update(Message::RepeatTyped(Secret::from("a long new one")));
    let _ = send(&mut screen);
}

#[test]
fn r_30_a_password_the_policy_refuses_stays_and_the_link_stays_good() {
    let mut screen = typed("a long new one", "a long new one");
    let ticket = send(&mut screen);
    let action = screen.update(Message::Answered(
        ticket,
        Err(refusal(Code::FailedValidation, 400, None)),
    ));

    assert!(matches!(action, Action::Focus(PASSWORD)));
    let _ = screen.update(Message::Reveal);
    assert!(shows(&screen, "a long new one"));
    let _ = send(&mut screen);
}

#[test]
fn r_28_each_dead_link_has_its_sentence_and_leads_to_a_new_one() {
    for (code, status, words) in [
        (Code::TokenExpired, 401, "This link has expired."),
        (
            Code::InvalidToken,
            403,
            "The server does not recognise this link: it is incomplete, or another server made it.",
        ),
        (
            Code::Forbidden,
            403,
            "This link was used already, or the password was changed since it was sent.",
        ),
    ] {
        let mut screen = typed("a long new one", "a long new one");
        let ticket = send(&mut screen);
        let _ = screen.update(Message::Answered(ticket, Err(refusal(code, status, None))));

        assert!(shows(&screen, words), "{words}");
        assert!(shows(&screen, "Send a new link"));
        let Action::NewLink(invitation) = screen.update(Message::NewLink) else {
            panic!("{words}")
        };
        assert_eq!(
            invitation.hint.email.as_deref(),
            Some("ada@harbour.example.com")
        );
    }
}

#[test]
fn r_28_a_used_invitation_sends_to_the_person_who_invited() {
    let mut screen = open(Ok(invitation(Purpose::AcceptInvite)));
    let _ = screen.update(Message::PasswordTyped(Secret::from("a long new one")));
    let _ = screen.update(Message::RepeatTyped(Secret::from("a long new one")));
    let ticket = send(&mut screen);
    let _ = screen.update(Message::Answered(
        ticket,
        Err(refusal(Code::InvalidInvite, 400, None)),
    ));

    assert!(!shows(&screen, "Send a new link"));
    assert!(shows(&screen, latchkey::ui::words::new_password::ASK_AGAIN));
}

#[test]
fn r_28_the_same_link_is_recognised() {
    let (screen, _) = NewPassword::new(link(), None);

    assert!(screen.holds(&link()));
    let Link::ResetPassword(mut other) = link() else {
        panic!()
    };
    other.token = Secret::from("another");
    assert!(!screen.holds(&Link::ResetPassword(other)));
}

#[test]
fn r_29_the_person_says_which_instance_is_meant() {
    let mut screen = open(Err(Error::SeveralForLink(vec![harbour(), orchard()])));
    let logos = Logos::new();
    let mut ui = simulate(screen.view(&logos));
    let _ = ui.click("Orchard").unwrap();
    let messages = ui.into_messages().collect::<Vec<_>>();

    let [message] = messages.as_slice() else {
        panic!("one press, one message")
    };
    let Action::Place(_, _, chosen) = screen.update(message.clone()) else {
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
    let mut screen = open(Ok(invitation(Purpose::VerifyEmail)));
    let logos = Logos::new();
    let mut ui = simulate(screen.view(&logos));
    assert!(ui.find(selector::id(PASSWORD)).is_err());
    let _ = ui.click("Confirm").unwrap();
    let messages = ui.into_messages().collect::<Vec<_>>();

    let [message] = messages.as_slice() else {
        panic!()
    };
    assert!(matches!(
        screen.update(message.clone()),
        new_password::Action::Verify(..)
    ));
}
