//! Asking for the mail of a forgotten password, waiting for it, and pasting its link.

use std::time::{Duration, Instant};

use latchkey::{
    link::Link,
    screen::{
        PasswordReset, Pictures, RequestId,
        password_reset::{self, LINK_FIELD},
    },
    secret::Secret,
    service::MailedLinkKind,
};

use crate::{made_up::harbour, support::*};

fn waiting(link: MailedLinkKind) -> PasswordReset {
    waiting_for("ada@harbour.example.com", link)
}

fn waiting_for(address: &str, link: MailedLinkKind) -> PasswordReset {
    let mut screen = PasswordReset::new(harbour(), address.to_owned());
    let password_reset::Action::Run(request_id, password_reset::Request::RequestMail(_, email)) =
        screen.update(password_reset::Message::Submit)
    else {
        panic!()
    };
    assert_eq!(email, address);
    let _ = screen.update(password_reset::Message::Answered(request_id, Ok(link)));

    screen
}

fn shows_forgot(screen: &PasswordReset, words: &str) -> bool {
    let logos = Pictures::new();
    let mut ui = simulate(screen.view(&logos));

    ui.find(words).is_ok()
}

#[test]
fn s_26_the_sentence_is_the_same_for_every_address() {
    for email in ["ada@harbour.example.com", "nobody@elsewhere.example.org"] {
        let sentence = format!(
            "If {email} has an account on cms.harbour.example.com whose password can be reset, a mail is on its way."
        );
        for link in [
            MailedLinkKind::CompanionPage,
            MailedLinkKind::CustomScheme,
            MailedLinkKind::DataStudio,
        ] {
            assert!(
                shows_forgot(&waiting_for(email, link), &sentence),
                "{sentence}"
            );
        }
    }
}

#[test]
fn r_31_the_reasons_are_there_and_it_can_be_sent_again_after_a_pause() {
    let mut screen = waiting(MailedLinkKind::DataStudio);
    let sent = Instant::now();

    assert!(screen.needs_tick(true));
    assert!(matches!(
        screen.update(password_reset::Message::Submit),
        password_reset::Action::None
    ));
    let _ = screen.update(password_reset::Message::ToggleReasons);
    assert!(shows_forgot(
        &screen,
        latchkey::say!("password-reset-reason-1")
    ));

    screen.tick(sent + Duration::from_secs(61));
    assert!(shows_forgot(&screen, "Send it again"));
    assert!(matches!(
        screen.update(password_reset::Message::Submit),
        password_reset::Action::Run(_, password_reset::Request::RequestMail(..))
    ));
}

/// Pastes: what the field made of it, and what the clipboard holds.
fn paste(
    screen: &mut PasswordReset,
    field: &str,
    clipboard: Option<&str>,
) -> password_reset::Action {
    let pasted = password_reset::Message::LinkPasted(Secret::from(field));
    assert!(matches!(
        screen.update(pasted),
        password_reset::Action::Outcome(password_reset::Outcome::ReadClipboard)
    ));

    screen.update(password_reset::Message::ClipboardRead(
        clipboard.map(Secret::from),
    ))
}

#[test]
fn a_pasted_link_keeps_its_line_ends_until_it_is_read() {
    let token = "eyJhbGciOiJIUzI1NiJ9.eyJlbWFpbCI6ImFkYUBleGFtcGxlLmNvbSJ9.c2lnbmF0dXJl";
    let mail = format!("Hello,\nclick here:\n{token}\nYours, the museum");
    // As the field has it: everything in one line, where words and token run into each other.
    let field = mail.replace('\n', "");
    for (clipboard, is_whole) in [(Some(mail.as_str()), true), (None, false)] {
        let mut screen = waiting(MailedLinkKind::DataStudio);
        let is_right = match paste(&mut screen, &field, clipboard) {
            password_reset::Action::Outcome(password_reset::Outcome::OpenLink(
                Link::ResetPassword(link),
            )) => link.token.expose() == token,
            _ => false,
        };
        assert_eq!(is_right, is_whole);
    }

    // Without a clipboard that can be read, the field is.
    let mut screen = waiting(MailedLinkKind::DataStudio);
    assert!(matches!(
        paste(&mut screen, token, None),
        password_reset::Action::Outcome(password_reset::Outcome::OpenLink(_))
    ));
}

/// The mail was asked for; whether its link comes here is being asked.
fn with_mail_requested(link: MailedLinkKind) -> (PasswordReset, Option<RequestId>) {
    let mut screen = PasswordReset::new(harbour(), "ada@harbour.example.com".to_owned());
    let password_reset::Action::Run(request_id, password_reset::Request::RequestMail(_, _)) =
        screen.update(password_reset::Message::Submit)
    else {
        panic!()
    };
    let answered = screen.update(password_reset::Message::Answered(request_id, Ok(link)));
    let scheme = match answered.requests()[..] {
        [(request_id, password_reset::Request::CheckLinkHandler)] => Some(request_id),
        _ => None,
    };

    (screen, scheme)
}

#[test]
fn a_click_that_would_not_come_here_is_told_and_can_be_mended() {
    let (mut screen, request_id) = with_mail_requested(MailedLinkKind::CustomScheme);
    let request_id = request_id.unwrap();
    assert!(
        screen.awaits(request_id)
            && !shows_forgot(&screen, latchkey::say!("password-reset-not-ours"))
    );
    let _ = screen.update(password_reset::Message::LinkHandlerChecked(
        request_id, true,
    ));
    assert!(!shows_forgot(
        &screen,
        latchkey::say!("password-reset-not-ours")
    ));

    for (result, is_told) in [(Ok(()), false), (Err("read-only".to_owned()), true)] {
        let (mut screen, request_id) = with_mail_requested(MailedLinkKind::CompanionPage);
        let _ = screen.update(password_reset::Message::LinkHandlerChecked(
            request_id.unwrap(),
            false,
        ));
        assert!(
            shows_forgot(&screen, latchkey::say!("password-reset-not-ours"))
                && shows_forgot(&screen, latchkey::say!("password-reset-register"))
        );
        let password_reset::Action::Run(request_id, password_reset::Request::RegisterScheme) =
            screen.update(password_reset::Message::RegisterScheme)
        else {
            panic!("nothing is registered")
        };
        assert!(matches!(
            screen.update(password_reset::Message::RegisterScheme),
            password_reset::Action::None
        ));
        let _ = screen.update(password_reset::Message::SchemeRegistered(
            request_id, result,
        ));
        assert!(!shows_forgot(
            &screen,
            latchkey::say!("password-reset-not-ours")
        ));
        assert_eq!(
            shows_forgot(&screen, latchkey::say!("password-reset-not-registered")),
            is_told
        );
    }
}

#[test]
fn the_link_keeps_the_keyboard_when_something_is_told_above_it() {
    let logos = Pictures::new();
    let (screen, request_id) = with_mail_requested(MailedLinkKind::CustomScheme);
    let mut told = screen.clone();
    let _ = told.update(password_reset::Message::LinkHandlerChecked(
        request_id.unwrap(),
        false,
    ));
    let mut failed = told.clone();
    let password_reset::Action::Run(request_id, password_reset::Request::RegisterScheme) =
        failed.update(password_reset::Message::RegisterScheme)
    else {
        panic!("nothing is registered")
    };
    let refused =
        password_reset::Message::SchemeRegistered(request_id, Err("read-only".to_owned()));
    let _ = failed.update(refused);

    let mut input = InputDriver::on(screen.view(&logos));
    input.focus(password_reset::LINK_FIELD);
    let before = input.focused().unwrap();
    for screen in [&told, &failed] {
        input = input.show(screen.view(&logos));
        let after = input.focused().unwrap();
        assert!(after.y > before.y && after.size() == before.size());
    }
}

#[test]
fn where_the_mail_opens_the_data_studio_the_administrators_line_is_among_the_reasons() {
    let line = "PASSWORD_RESET_URL_ALLOW_LIST=app.latchkey://auth/reset-password";

    for (link, is_there) in [
        (MailedLinkKind::DataStudio, true),
        (MailedLinkKind::CustomScheme, false),
    ] {
        let (mut screen, scheme) = with_mail_requested(link);
        assert_eq!(scheme.is_none(), is_there);
        for row in line.split_inclusive('=') {
            assert!(!shows_forgot(&screen, row));
        }
        let _ = screen.update(password_reset::Message::ToggleReasons);
        for row in line.split_inclusive('=') {
            assert_eq!(shows_forgot(&screen, row), is_there, "{row}");
        }
    }

    let (mut screen, _) = with_mail_requested(MailedLinkKind::DataStudio);
    let password_reset::Action::Copy(copied) = screen.update(password_reset::Message::CopyLine)
    else {
        panic!()
    };
    assert_eq!(copied.expose(), line);
}

#[test]
fn once_the_mail_is_asked_for_the_link_has_the_focus_and_its_handler_is_checked() {
    use password_reset::{LINK_FIELD, Message, Request};

    let email = "ada@harbour.example.com".to_owned();
    let mut screen = PasswordReset::new(harbour(), email.clone());
    let action = screen.update(Message::Submit);
    let asked = Request::RequestMail(harbour().id, email);
    let request = screen.blocking_request().unwrap();
    assert_eq!(action.requests(), [(request, &asked)]);
    assert_eq!(action.focus(), None);

    let answered = screen.update(Message::Answered(request, Ok(MailedLinkKind::CustomScheme)));
    assert_eq!(answered.focus(), Some(LINK_FIELD));
    let [(request, Request::CheckLinkHandler)] = answered.requests()[..] else {
        panic!("{answered:?}")
    };
    assert!(screen.awaits(request) && screen.blocking_request().is_none());
}

#[test]
fn the_pause_is_for_the_mail_to_one_address() {
    let mut screen = waiting(MailedLinkKind::DataStudio);
    let _ = screen.update(password_reset::Message::Back);
    assert!(matches!(
        screen.update(password_reset::Message::Submit),
        password_reset::Action::None
    ));
    let other = password_reset::Message::EmailTyped("grace@harbour.example.com".to_owned());
    let _ = screen.update(other);
    assert!(matches!(
        screen.update(password_reset::Message::Submit),
        password_reset::Action::Run(_, password_reset::Request::RequestMail(..))
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
        let mut screen = waiting(MailedLinkKind::DataStudio);
        let action = paste(&mut screen, &text, Some(&text));
        let password_reset::Action::Outcome(password_reset::Outcome::OpenLink(
            Link::ResetPassword(link),
        )) = action
        else {
            panic!("not taken: {text}")
        };
        assert_eq!(link.token.expose(), token);
    }
}

#[test]
fn what_is_no_link_gets_a_sentence_and_stays_in_the_field() {
    let mut screen = waiting(MailedLinkKind::DataStudio);
    let action = paste(&mut screen, "hello there", Some("hello there"));

    assert!(matches!(action, password_reset::Action::Focus(LINK_FIELD)));
    let logos = Pictures::new();
    let mut ui = simulate(screen.view(&logos));
    assert!(ui.find("hello there").is_ok());
}

#[test]
fn letters_typed_into_the_link_field_are_not_taken_for_a_token() {
    let mut screen = waiting(MailedLinkKind::DataStudio);
    let action = screen.update(password_reset::Message::LinkTyped(Secret::from("e")));

    assert!(matches!(action, password_reset::Action::None));
}
