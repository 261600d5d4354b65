//! Signing in with an access token made in the Data Studio.

use latchkey::{
    app::{AnyScreen, Message as AppMessage},
    screen::{
        AccessToken, Account, Pictures, SignIn,
        access_token::{Action, Message, Outcome, Request, TOKEN_FIELD},
        sign_in,
    },
    secret::Secret,
    service::{Error, SessionInfo},
    session::StaticTokenError,
};

use crate::{made_up::*, support::*, window::*};

fn typed() -> AccessToken {
    let mut screen = AccessToken::new(harbour());
    let _ = screen.update(Message::TokenTyped(Secret::from("kP3xQ9-by-hand")));

    screen
}

fn answered(error: Error) -> (AccessToken, Action) {
    let mut screen = typed();
    let Action::Run(request_id, Request::SignIn(_, _)) = screen.update(Message::Submit) else {
        panic!()
    };
    let action = screen.update(Message::Answered(request_id, Err(error)));

    (screen, action)
}

fn by_token() -> SessionInfo {
    SessionInfo {
        provider: String::new(),
        is_static: true,
        ..signed_in()
    }
}

#[test]
pub(crate) fn access_token_screen() {
    let logos = Pictures::new();
    let harbour = harbour();
    let profile = Some(&harbour);

    let empty = AccessToken::new(harbour.clone());
    snapshot("access-token", profile, || empty.view(&logos));
    snapshot_narrow("access-token-narrow", profile, || empty.view(&logos));

    let mut busy = typed();
    let _ = busy.update(Message::Submit);
    snapshot("access-token-busy", profile, || busy.view(&logos));

    let (wrong, _) = answered(Error::StaticTokenRejected);
    snapshot("access-token-wrong", profile, || wrong.view(&logos));

    let (offline, _) = answered(Error::Directus(unreachable()));
    snapshot("access-token-offline", profile, || offline.view(&logos));

    let http = AccessToken::new(plain());
    snapshot("access-token-http", None, || http.view(&logos));

    let account = Account::new(harbour.clone(), jiff::tz::TimeZone::UTC).with_session(by_token());
    snapshot("account-by-token", profile, || account.view(&logos));
}

#[test]
fn what_is_wrong_with_the_token_is_said_at_its_field_and_the_text_stays() {
    for error in [
        Error::StaticTokenRejected,
        Error::StaticToken(StaticTokenError::ShortLived),
    ] {
        let (mut screen, action) = answered(error);

        assert!(matches!(action, Action::Focus(TOKEN_FIELD)), "{action:?}");
        let Action::Run(_, Request::SignIn(_, token)) = screen.update(Message::Submit) else {
            panic!()
        };
        assert_eq!(token.expose(), "kP3xQ9-by-hand");
    }
}

#[test]
fn it_is_sent_once_and_wiped_when_it_is_kept() {
    let mut screen = typed();
    let Action::Run(request_id, Request::SignIn(_, _)) = screen.update(Message::Submit) else {
        panic!()
    };
    assert!(matches!(screen.update(Message::Submit), Action::None));

    let action = screen.update(Message::Answered(request_id, Ok(by_token())));
    assert!(matches!(action, Action::Outcome(Outcome::SignedIn(session)) if session.is_static));
    assert!(!screen.is_being_typed());
}

#[test]
fn s_40_the_token_is_in_no_debug_output() {
    let screen = typed();

    assert!(!format!("{screen:?}").contains("kP3xQ9"));
}

#[test]
fn the_way_from_the_form_to_the_account_and_back() {
    let mut app = open();
    sign_in_screen(&mut app, 'b');
    send(
        &mut app,
        AppMessage::SignIn(sign_in::Message::OpenAccessToken),
    );
    assert!(matches!(app.top(), Some(AnyScreen::AccessToken(_))));

    send(&mut app, AppMessage::AccessToken(Message::Back));
    assert!(matches!(app.top(), Some(AnyScreen::SignIn(_))));

    send(
        &mut app,
        AppMessage::SignIn(sign_in::Message::OpenAccessToken),
    );
    let typed = Message::TokenTyped(Secret::from("kP3xQ9-by-hand"));
    send(&mut app, AppMessage::AccessToken(typed));
    send(&mut app, AppMessage::AccessToken(Message::Submit));
    let Some(request_id) = app.top().and_then(|screen| screen.blocking_request()) else {
        panic!()
    };
    let answer = Message::Answered(request_id, Ok(by_token()));
    send(&mut app, AppMessage::AccessToken(answer));

    assert_eq!(app.stack().len(), 1, "the form is done with");
    assert!(matches!(app.top(), Some(AnyScreen::Account(_))));
}

#[test]
fn the_form_offers_it_only_beside_the_browser() {
    let logos = Pictures::new();
    let words = "Use an access token";

    let form = SignIn::new(harbour());
    assert!(simulate(form.view(&logos)).find(words).is_err());
    let mut form = SignIn::new(harbour());
    let sign_in::Action::Run(request_id, sign_in::Request::RefreshInstance(_)) =
        form.refresh_instance()
    else {
        panic!()
    };
    let answer = Box::new(Ok((harbour(), providers(false))));
    let _ = form.update(sign_in::Message::InstanceRefreshed(request_id, answer));
    assert!(simulate(form.view(&logos)).find(words).is_ok());
}
