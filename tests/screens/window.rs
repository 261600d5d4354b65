//! The window as a whole: the order of the screens, where answers go, and what a link may do. The tasks that would ask
//! the service are dropped, so nothing is run.

use latchkey::{
    app::{AnyScreen, App, Message, Shortcut, Start},
    directus::ErrorCode,
    handover::Request,
    link::TokenPurpose,
    profile::{Profile, Profiles},
    screen::{RequestId, account, instances, new_password, password_reset, sign_in},
    secret::Secret,
    service::{Error, Service, SessionStatus},
    store::{LoadedProfiles, Paths, Store},
    vault::Vault,
};

use crate::{made_up::*, support::Screen};

pub(crate) const LINK: &str =
    "app.latchkey://auth/reset-password?profile=aaaaaaaaaaaaaaaa&token=header.payload.signature";

pub(crate) fn boot(start: Start) -> App {
    let nowhere = std::path::PathBuf::from("/nonexistent");
    let paths = Paths {
        config: nowhere.clone(),
        state: nowhere.clone(),
        cache: nowhere.clone(),
        runtime: nowhere,
    };

    App::boot(Service::new(Store::new(paths), Vault::in_memory()), start).0
}

pub(crate) fn send(app: &mut App, message: Message) {
    let _ = app.update(message);
}

pub(crate) fn load(app: &mut App, kept: impl IntoIterator<Item = Profile>) {
    let mut profiles = Profiles::default();
    for profile in kept {
        let _ = profiles.put(profile);
    }
    send(
        app,
        Message::ProfilesLoaded(Box::new(Ok(LoadedProfiles {
            profiles,
            notice: None,
        }))),
    );
    for row in ['a', 'b'] {
        send(
            app,
            Message::SessionChecked(id(row), Box::new(Ok(SessionStatus::SignedOut))),
        );
    }
}

pub(crate) fn open() -> App {
    let mut app = boot(Start::default());
    load(&mut app, [harbour(), orchard()]);

    app
}

pub(crate) fn link(app: &mut App, text: &str) {
    let request = Request {
        link: Some(Secret::from(text)),
        ..Request::default()
    };
    send(app, Message::HandoverRequest(request));
}

pub(crate) fn sign_in_screen(app: &mut App, row: char) {
    send(app, Message::Instances(instances::Message::Open(id(row))));
    assert!(matches!(app.top(), Some(AnyScreen::SignIn(_))));
}

pub(crate) fn type_both(app: &mut App) {
    send(
        app,
        Message::SignIn(sign_in::Message::EmailTyped(
            "ada@orchard.example.org".to_owned(),
        )),
    );
    send(
        app,
        Message::SignIn(sign_in::Message::PasswordTyped(Secret::from("half typed"))),
    );
}

/// The id the screen in view waits for.
fn pending(app: &App) -> RequestId {
    app.top()
        .and_then(|screen| screen.blocking_request())
        .unwrap()
}

/// The link in view finds its instance and a password is sent.
pub(crate) fn set_password(app: &mut App) -> RequestId {
    let placed = Box::new(Ok(invitation(TokenPurpose::ResetPassword)));
    let request_id = pending(app);
    for message in [
        new_password::Message::ProfileFound(request_id, placed),
        new_password::Message::PasswordTyped(Secret::from("a long new one")),
        new_password::Message::RepeatTyped(Secret::from("a long new one")),
        new_password::Message::Submit,
    ] {
        send(app, Message::NewPassword(message));
    }

    pending(app)
}

#[test]
fn the_first_view_waits_for_nothing() {
    let app = boot(Start::default());

    assert!(app.top().is_none());
    assert!(!app.instances().is_loaded());
    assert_eq!(app.title(), "Latchkey");
    let _ = app.view();
}

#[test]
fn r_27_a_link_waits_until_the_profiles_are_read() {
    let mut app = boot(Start {
        link: Some(Secret::from(LINK)),
        ..Start::default()
    });
    assert!(app.top().is_none());
    link(
        &mut app,
        "app.latchkey://auth/accept-invite?token=another.payload.signature",
    );
    assert!(app.top().is_none());

    load(&mut app, [harbour()]);
    assert_eq!(app.stack().len(), 2);
    assert!(
        app.stack()
            .iter()
            .all(|screen| matches!(screen, AnyScreen::NewPassword(_)))
    );
}

#[test]
fn a_profile_to_show_opens_once_they_are_read() {
    let mut app = boot(Start {
        profile: Some(id('b')),
        ..Start::default()
    });
    load(&mut app, [harbour(), orchard()]);

    assert!(matches!(app.top(), Some(AnyScreen::Account(screen)) if screen.is_about(&id('b'))));
}

#[test]
fn s_24_a_link_opens_above_a_half_typed_form_and_back_returns_to_it_untouched() {
    let mut app = open();
    sign_in_screen(&mut app, 'b');
    type_both(&mut app);

    link(&mut app, LINK);
    assert!(matches!(app.top(), Some(AnyScreen::NewPassword(_))));
    send(&mut app, Message::Shortcut(Shortcut::Back));

    let Some(AnyScreen::SignIn(form)) = app.top() else {
        panic!("the form is gone")
    };
    let mut form = (**form).clone();
    let sign_in::Action::Run(_, sign_in::Request::SignIn(_, credentials)) =
        form.update(sign_in::Message::Submit)
    else {
        panic!("something typed was lost")
    };
    assert_eq!(credentials.email, "ada@orchard.example.org");
    assert_eq!(credentials.password.expose(), "half typed");
}

#[test]
fn s_24_letters_on_their_way_do_not_land_in_the_form_of_a_link() {
    for (is_typing, focus) in [(true, None), (false, Some(new_password::PASSWORD_FIELD))] {
        let mut app = open();
        sign_in_screen(&mut app, 'b');
        if is_typing {
            type_both(&mut app);
        }
        link(&mut app, LINK);
        let request_id = pending(&app);
        let placed = Box::new(Ok(invitation(TokenPurpose::ResetPassword)));
        send(
            &mut app,
            Message::NewPassword(new_password::Message::ProfileFound(request_id, placed)),
        );

        assert_eq!(app.top().and_then(|screen| screen.focus()), focus);
    }
}

#[test]
fn r_28_the_same_link_twice_is_one_view() {
    let mut app = open();
    link(&mut app, LINK);
    sign_in_above(&mut app);
    link(&mut app, LINK);

    let views = app
        .stack()
        .iter()
        .filter(|screen| matches!(screen, AnyScreen::NewPassword(_)))
        .count();
    assert_eq!(views, 1);
    assert!(matches!(app.top(), Some(AnyScreen::NewPassword(_))));
}

/// Opens another screen above that of the link.
fn sign_in_above(app: &mut App) {
    send(app, Message::Shortcut(Shortcut::Add));
    assert!(matches!(app.top(), Some(AnyScreen::Add(_))));
}

#[test]
fn s_21_what_is_no_link_of_ours_opens_nothing_and_is_told() {
    let mut app = open();
    for text in [
        "https://evil.example.com/admin/reset-password?token=a.b.c",
        "app.latchkey://auth/format?disk=1",
        "",
    ] {
        link(&mut app, text);
        assert!(app.top().is_none(), "{text}");
    }

    assert!(format!("{:?}", app.instances()).contains("LINK_"));
}

#[test]
fn an_add_link_only_fills_the_field() {
    let mut app = open();
    link(
        &mut app,
        "app.latchkey://auth/add?url=https%3A%2F%2Fcms.example.com",
    );

    assert!(matches!(app.top(), Some(AnyScreen::Add(_))));
    assert!(
        app.top()
            .and_then(|screen| screen.blocking_request())
            .is_none()
    );
}

#[test]
fn an_answer_reaches_the_screen_that_asked_below_the_one_in_view() {
    let mut app = open();
    sign_in_screen(&mut app, 'b');
    type_both(&mut app);
    send(&mut app, Message::SignIn(sign_in::Message::Submit));
    let request_id = pending(&app);
    link(&mut app, LINK);

    send(
        &mut app,
        Message::SignIn(sign_in::Message::Answered(request_id, Ok(signed_in()))),
    );

    assert!(matches!(
        app.stack().as_slice(),
        [AnyScreen::Account(_), AnyScreen::NewPassword(_)]
    ));
    // A second answer with the same id finds nobody.
    send(
        &mut app,
        Message::SignIn(sign_in::Message::Answered(request_id, Ok(signed_in()))),
    );
    assert_eq!(app.stack().len(), 2);
}

#[test]
fn s_25_after_a_reset_the_person_signs_in_with_the_address_filled_in() {
    let mut app = open();
    sign_in_screen(&mut app, 'b');
    type_both(&mut app);
    link(&mut app, LINK);
    let request_id = set_password(&mut app);
    send(
        &mut app,
        Message::NewPassword(new_password::Message::Answered(request_id, Ok(()))),
    );

    let Some(AnyScreen::SignIn(form)) = app.top() else {
        panic!("no form")
    };
    assert!(form.is_about(&id('a')));
    assert_eq!(form.focus(), Some(sign_in::PASSWORD_FIELD));
    assert!(format!("{form:?}").contains("ada@harbour.example.com"));
    // The other instance's form is still below.
    assert!(
        matches!(app.stack().as_slice(), [AnyScreen::SignIn(below), _] if below.is_about(&id('b')))
    );
}

#[test]
fn r_28_a_dead_link_leads_to_a_new_one_with_the_address_filled_in() {
    let mut app = open();
    link(&mut app, LINK);
    let request_id = set_password(&mut app);
    let used = refusal(ErrorCode::Forbidden, 403, None);
    send(
        &mut app,
        Message::NewPassword(new_password::Message::Answered(request_id, Err(used))),
    );
    send(
        &mut app,
        Message::NewPassword(new_password::Message::NewLink),
    );

    let Some(AnyScreen::PasswordReset(screen)) = app.top() else {
        panic!("not asked for a new link")
    };
    let mut screen = (**screen).clone();
    let password_reset::Action::Run(_, password_reset::Request::RequestMail(_, email)) =
        screen.update(password_reset::Message::Submit)
    else {
        panic!()
    };
    assert_eq!(email, "ada@harbour.example.com");
}

#[test]
fn signing_out_leads_to_the_form_of_that_instance() {
    let mut app = open();
    send(
        &mut app,
        Message::SessionChecked(id('a'), Box::new(Ok(SessionStatus::SignedIn(signed_in())))),
    );
    send(
        &mut app,
        Message::Instances(instances::Message::Open(id('a'))),
    );
    assert!(matches!(app.top(), Some(AnyScreen::Account(_))));
    send(&mut app, Message::Account(account::Message::SignOut));
    let request_id = pending(&app);
    let gone = Ok(latchkey::service::SignOutOutcome::Everywhere);
    send(
        &mut app,
        Message::Account(account::Message::SignOutAnswered(request_id, gone)),
    );

    assert!(matches!(app.stack().as_slice(), [AnyScreen::SignIn(form)] if form.is_about(&id('a'))));
}

#[test]
fn esc_on_the_list_leaves_nothing_and_closes_nothing() {
    let mut app = open();
    send(&mut app, Message::Shortcut(Shortcut::Back));

    assert!(app.top().is_none());
    assert!(app.instances().is_loaded());
}

#[test]
fn a_list_that_could_not_be_read_keeps_the_link_waiting() {
    let mut app = boot(Start {
        link: Some(Secret::from(LINK)),
        ..Start::default()
    });
    send(
        &mut app,
        Message::ProfilesLoaded(Box::new(Err(Error::Internal))),
    );
    assert!(app.top().is_none());

    load(&mut app, [harbour()]);
    assert!(matches!(app.top(), Some(AnyScreen::NewPassword(_))));
}
