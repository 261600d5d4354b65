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
    waiting_for("ada@harbour.example.com", link)
}

fn waiting_for(address: &str, link: MailedLink) -> Forgot {
    let mut screen = Forgot::new(harbour(), address.to_owned());
    let forgot::Action::Request(ticket, email) = screen.update(forgot::Message::Submit) else {
        panic!()
    };
    assert_eq!(email, address);
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
    for email in ["ada@harbour.example.com", "nobody@elsewhere.example.org"] {
        let sentence = format!(
            "If {email} has an account on cms.harbour.example.com whose password can be reset, a mail is on its way."
        );
        for link in [MailedLink::Bridge, MailedLink::Scheme, MailedLink::Studio] {
            assert!(
                shows_forgot(&waiting_for(email, link), &sentence),
                "{sentence}"
            );
        }
    }
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

/// Pastes: what the field made of it, and what the clipboard holds.
fn paste(screen: &mut Forgot, field: &str, clipboard: Option<&str>) -> forgot::Action {
    let pasted = forgot::Message::LinkPasted(Secret::from(field));
    assert!(matches!(
        screen.update(pasted),
        forgot::Action::ReadClipboard
    ));

    screen.update(forgot::Message::Pasted(clipboard.map(Secret::from)))
}

#[test]
fn a_pasted_link_keeps_its_line_ends_until_it_is_read() {
    let token = "eyJhbGciOiJIUzI1NiJ9.eyJlbWFpbCI6ImFkYUBleGFtcGxlLmNvbSJ9.c2lnbmF0dXJl";
    let mail = format!("Hello,\nclick here:\n{token}\nYours, the museum");
    // As the field has it: everything in one line, where words and token run into each other.
    let field = mail.replace('\n', "");
    for (clipboard, is_whole) in [(Some(mail.as_str()), true), (None, false)] {
        let mut screen = waiting(MailedLink::Studio);
        let is_right = match paste(&mut screen, &field, clipboard) {
            forgot::Action::Open(Link::ResetPassword(link)) => link.token.expose() == token,
            _ => false,
        };
        assert_eq!(is_right, is_whole);
    }

    // Without a clipboard that can be read, the field is.
    let mut screen = waiting(MailedLink::Studio);
    assert!(matches!(
        paste(&mut screen, token, None),
        forgot::Action::Open(_)
    ));
}

/// The mail was asked for; whether its link comes here is being asked.
fn asked(link: MailedLink) -> (Forgot, Option<Ticket>) {
    let mut screen = Forgot::new(harbour(), "ada@harbour.example.com".to_owned());
    let forgot::Action::Request(ticket, _) = screen.update(forgot::Message::Submit) else {
        panic!()
    };
    let scheme = match screen.update(forgot::Message::Answered(ticket, Ok(link))) {
        forgot::Action::LookAtScheme(ticket) => Some(ticket),
        _ => None,
    };

    (screen, scheme)
}

#[test]
fn a_click_that_would_not_come_here_is_told_and_can_be_mended() {
    use latchkey::ui::words::forgot::{NOT_OURS, NOT_REGISTERED, REGISTER};

    let (mut screen, ticket) = asked(MailedLink::Scheme);
    let ticket = ticket.unwrap();
    assert!(screen.awaits(ticket) && !shows_forgot(&screen, NOT_OURS));
    let _ = screen.update(forgot::Message::Opens(ticket, true));
    assert!(!shows_forgot(&screen, NOT_OURS));

    for (result, is_told) in [(Ok(()), false), (Err("read-only".to_owned()), true)] {
        let (mut screen, ticket) = asked(MailedLink::Bridge);
        let _ = screen.update(forgot::Message::Opens(ticket.unwrap(), false));
        assert!(shows_forgot(&screen, NOT_OURS) && shows_forgot(&screen, REGISTER));
        let forgot::Action::Register(ticket) = screen.update(forgot::Message::Register) else {
            panic!("nothing is registered")
        };
        assert!(matches!(
            screen.update(forgot::Message::Register),
            forgot::Action::None
        ));
        let _ = screen.update(forgot::Message::Registered(ticket, result));
        assert!(!shows_forgot(&screen, NOT_OURS));
        assert_eq!(shows_forgot(&screen, NOT_REGISTERED), is_told);
    }
}

#[test]
fn where_the_mail_opens_the_data_studio_the_administrators_line_is_among_the_reasons() {
    let line = "PASSWORD_RESET_URL_ALLOW_LIST=app.latchkey://auth/reset-password";

    for (link, is_there) in [(MailedLink::Studio, true), (MailedLink::Scheme, false)] {
        let (mut screen, scheme) = asked(link);
        assert_eq!(scheme.is_none(), is_there);
        assert!(!shows_forgot(&screen, line));
        let _ = screen.update(forgot::Message::Reasons);
        assert_eq!(shows_forgot(&screen, line), is_there);
    }

    let (mut screen, _) = asked(MailedLink::Studio);
    let forgot::Action::Copy(copied) = screen.update(forgot::Message::CopyLine) else {
        panic!()
    };
    assert_eq!(copied, line);
}

#[test]
fn the_pause_is_for_the_mail_to_one_address() {
    let mut screen = waiting(MailedLink::Studio);
    let _ = screen.update(forgot::Message::Back);
    assert!(matches!(
        screen.update(forgot::Message::Submit),
        forgot::Action::None
    ));
    let other = forgot::Message::EmailTyped("grace@harbour.example.com".to_owned());
    let _ = screen.update(other);
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
        let action = paste(&mut screen, &text, Some(&text));
        let forgot::Action::Open(Link::ResetPassword(link)) = action else {
            panic!("not taken: {text}")
        };
        assert_eq!(link.token.expose(), token);
    }
}

#[test]
fn what_is_no_link_gets_a_sentence_and_stays_in_the_field() {
    let mut screen = waiting(MailedLink::Studio);
    let action = paste(&mut screen, "hello there", Some("hello there"));

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

/// A link of this kind, refused with this code.
fn refused(purpose: Purpose, code: Code) -> NewPassword {
    let mut screen = open(Ok(invitation(purpose)));
    let _ = screen.update(Message::PasswordTyped(Secret::from("a long new one")));
    let _ = screen.update(Message::RepeatTyped(Secret::from("a long new one")));
    let (Action::Set(ticket, ..) | Action::Verify(ticket, _)) = screen.update(Message::Submit)
    else {
        panic!("nothing was sent")
    };
    let _ = screen.update(Message::Answered(ticket, Err(refusal(code, 400, None))));

    screen
}

#[test]
fn r_28_an_invitation_that_was_accepted_leads_to_the_form() {
    let mut screen = refused(Purpose::AcceptInvite, Code::InvalidInvite);

    assert!(!shows(&screen, "Send a new link"));
    assert!(shows(
        &screen,
        "Sign in; if you do not know the password, reset it."
    ));
    assert!(shows(&screen, "Sign in"));
    let Action::SignIn(invitation) = screen.update(Message::SignIn) else {
        panic!()
    };
    assert_eq!(
        invitation.hint.email.as_deref(),
        Some("ada@harbour.example.com")
    );
}

#[test]
fn r_28_only_a_dead_invitation_sends_to_the_person_who_invited() {
    use latchkey::ui::words::new_password::{ASK_AGAIN, REGISTER_AGAIN};

    for code in [Code::TokenExpired, Code::InvalidToken, Code::Forbidden] {
        for (purpose, hint) in [
            (Purpose::ResetPassword, "Send a new link."),
            (Purpose::AcceptInvite, ASK_AGAIN),
            (Purpose::VerifyEmail, REGISTER_AGAIN),
        ] {
            let screen = refused(purpose, code.clone());
            assert!(shows(&screen, hint), "{purpose:?}, {code}");
            let is_reset = purpose == Purpose::ResetPassword;
            assert_eq!(shows(&screen, "Send a new link"), is_reset);
        }
    }
}

#[test]
fn r_28_a_confirmation_that_is_not_taken_may_be_done_already() {
    let mut screen = refused(Purpose::VerifyEmail, Code::InvalidPayload);

    assert!(shows(
        &screen,
        "This address was confirmed already, or the link is not whole."
    ));
    assert!(shows(&screen, "Try to sign in."));
    assert!(matches!(screen.update(Message::SignIn), Action::SignIn(_)));
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
