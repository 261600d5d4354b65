//! Signing up: the form, the wait for the mail, and the sign-in where nothing needs to be confirmed. And the sign-in
//! form's own two new ways: to sign up, and to go on as who is signed in already.

use latchkey::{
    directus::{ErrorCode, Providers},
    link::Link,
    profile::Profile,
    screen::{Notification, Pictures, Register, SignIn, chosen_password, register, sign_in},
    secret::Secret,
    service::{Error, MailedLinkKind, RegistrationOutcome, SessionInfo},
    ui::banner::Kind,
};

use crate::{made_up::*, support::*};

const EMAIL: &str = "bea@harbour.example.com";
const GOOD: &str = "correct horse battery staple";

fn open_to_all() -> Profile {
    let mut profile = harbour();
    profile.project.registration = true;

    profile
}

fn typed(email: &str, password: &str) -> Register {
    use chosen_password::Message::{PasswordTyped, RepeatTyped};

    let mut screen = Register::new(open_to_all(), String::new());
    let _ = screen.update(register::Message::EmailTyped(email.to_owned()));
    for message in [
        PasswordTyped(Secret::from(password)),
        RepeatTyped(Secret::from(password)),
    ] {
        let _ = screen.update(register::Message::NewPassword(message));
    }

    screen
}

fn answered(result: Result<RegistrationOutcome, Error>) -> (Register, register::Action) {
    let mut screen = typed(EMAIL, GOOD);
    let register::Action::Run(
        request_id,
        register::Request::Register {
            email, password, ..
        },
    ) = screen.update(register::Message::Submit)
    else {
        panic!()
    };
    assert_eq!((email.as_str(), password.expose()), (EMAIL, GOOD));
    let action = screen.update(register::Message::Answered(request_id, result));

    (screen, action)
}

/// The state after the new account was signed in at once, with this result.
fn after_registering(result: Result<SessionInfo, Error>) -> register::Action {
    let (mut screen, action) = answered(Ok(RegistrationOutcome::Ready));
    let register::Action::Run(request_id, register::Request::SignIn(_, credentials)) = action
    else {
        panic!("{action:?}")
    };
    assert_eq!(credentials.email, EMAIL);
    assert_eq!(credentials.password.expose(), GOOD);
    assert!(!screen.is_being_typed() || screen.blocking_request().is_some());

    screen.update(register::Message::SignInAnswered(request_id, result))
}

#[test]
pub(crate) fn register_screen() {
    let logos = Pictures::new();
    let harbour = harbour();
    let profile = Some(&harbour);

    let empty = Register::new(open_to_all(), String::new());
    snapshot("register", profile, || empty.view(&logos));
    let weak = typed(EMAIL, "bea-harbour");
    snapshot("register-weak", profile, || weak.view(&logos));
    snapshot_narrow("register-narrow", profile, || weak.view(&logos));
    let mut busy = typed(EMAIL, GOOD);
    let _ = busy.update(register::Message::Submit);
    snapshot("register-busy", profile, || busy.view(&logos));
    let (refused, _) = answered(Err(refusal(ErrorCode::FailedValidation, 400, None)));
    snapshot("register-refused", profile, || refused.view(&logos));
    let (forbidden, _) = answered(Err(refusal(ErrorCode::Forbidden, 403, None)));
    snapshot("register-forbidden", profile, || forbidden.view(&logos));
    let (slow, _) = answered(Err(refusal(ErrorCode::RequestsExceeded, 429, Some(40))));
    snapshot("register-too-many", profile, || slow.view(&logos));
    let (entering, _) = answered(Ok(RegistrationOutcome::Ready));
    snapshot("register-entering", profile, || entering.view(&logos));

    let (waiting, _) = answered(Ok(RegistrationOutcome::Unconfirmed(
        MailedLinkKind::CustomScheme,
    )));
    snapshot("register-waiting", profile, || waiting.view(&logos));
    let (mut stock, _) = answered(Ok(RegistrationOutcome::Unconfirmed(
        MailedLinkKind::DataStudio,
    )));
    let _ = stock.update(register::Message::LinkTyped(Secret::from("not a link")));
    let _ = stock.update(register::Message::LinkSubmitted);
    snapshot("register-waiting-wrong", profile, || stock.view(&logos));
}

#[test]
fn the_mails_link_is_read_as_it_is_pasted() {
    let (mut screen, action) = answered(Ok(RegistrationOutcome::Unconfirmed(
        MailedLinkKind::DataStudio,
    )));
    assert!(matches!(
        action,
        register::Action::Focus(register::LINK_FIELD)
    ));
    let link = "https://cms.harbour.example.com/users/register/verify-email?token=header.payload.signature";
    let action = screen.update(register::Message::LinkPasted(Secret::from(link)));
    assert!(matches!(
        action,
        register::Action::Outcome(register::Outcome::ReadClipboard)
    ));
    let action = screen.update(register::Message::ClipboardRead(Some(Secret::from(link))));
    let register::Action::Outcome(register::Outcome::OpenLink(Link::VerifyEmail(link))) = action
    else {
        panic!("{action:?}")
    };
    assert_eq!(link.token.expose(), "header.payload.signature");

    // Confirmed in the browser, they go on to the form, which knows their address.
    let action = screen.update(register::Message::OpenSignIn);
    assert!(
        matches!(action, register::Action::Outcome(register::Outcome::OpenSignIn(email, None)) if email == EMAIL)
    );
}

#[test]
fn without_a_mail_the_new_account_is_signed_in() {
    assert!(matches!(
        after_registering(Ok(signed_in())),
        register::Action::Outcome(register::Outcome::SignedIn(_))
    ));
    // The address had an account before. The server does not say so; only the refused password shows it.
    let action = after_registering(Err(refusal(ErrorCode::InvalidCredentials, 401, None)));
    let register::Action::Outcome(register::Outcome::OpenSignIn(email, Some(note))) = action else {
        panic!("{action:?}")
    };
    assert_eq!(email, EMAIL);
    assert_eq!(note.kind(), Kind::Info);
}

#[test]
fn what_is_missing_is_said_before_anything_is_sent() {
    for (email, password, field) in [
        ("", GOOD, register::EMAIL_FIELD),
        ("bea", GOOD, register::EMAIL_FIELD),
        (EMAIL, "", chosen_password::PASSWORD_FIELD),
    ] {
        let action = typed(email, password).update(register::Message::Submit);
        assert!(
            matches!(action, register::Action::Focus(at) if at == field),
            "{email}: {action:?}"
        );
    }
    let (_, action) = answered(Err(refusal(ErrorCode::InvalidPayload, 400, None)));
    assert!(matches!(
        action,
        register::Action::Focus(register::EMAIL_FIELD)
    ));
}

#[test]
fn s_49_the_password_goes_when_the_mail_is_on_its_way() {
    let (screen, _) = answered(Ok(RegistrationOutcome::Unconfirmed(
        MailedLinkKind::CustomScheme,
    )));

    assert!(!screen.is_being_typed());
}

/// The sign-in form of an instance whose providers are known.
fn sign_in_form(profile: Profile) -> SignIn {
    let mut screen = SignIn::new(profile.clone());
    let sign_in::Action::Run(request_id, sign_in::Request::RefreshInstance(_)) =
        screen.refresh_instance()
    else {
        panic!()
    };
    let faced = Box::new(Ok((profile, Providers::default())));
    let _ = screen.update(sign_in::Message::InstanceRefreshed(request_id, faced));

    screen
}

/// The same, once somebody's session was found there.
fn with_stored_session(mut screen: SignIn) -> SignIn {
    let sign_in::Action::Run(request_id, sign_in::Request::RefreshInstance(_)) =
        screen.refresh_instance()
    else {
        panic!()
    };
    let kept = sign_in::Message::StoredAccountFound(request_id, Some(Box::new(account())));
    assert!(matches!(screen.update(kept), sign_in::Action::None));

    screen
}

#[test]
pub(crate) fn sign_in_ways_screen() {
    let logos = Pictures::new();
    let harbour = harbour();

    let open = sign_in_form(open_to_all());
    snapshot("sign-in-sign-up", Some(&harbour), || open.view(&logos));
    let held = with_stored_session(sign_in_form(harbour.clone()));
    snapshot("sign-in-continue", Some(&harbour), || held.view(&logos));
}

#[test]
fn signing_up_is_offered_only_where_anybody_may() {
    let logos = Pictures::new();
    let words = "No account yet? Sign up";

    assert!(
        simulate(sign_in_form(harbour()).view(&logos))
            .find(words)
            .is_err()
    );
    let mut screen = sign_in_form(open_to_all());
    assert!(simulate(screen.view(&logos)).find(words).is_ok());
    let _ = screen.update(sign_in::Message::EmailTyped(EMAIL.to_owned()));
    let action = screen.update(sign_in::Message::OpenRegister);
    assert!(
        matches!(action, sign_in::Action::Outcome(sign_in::Outcome::OpenRegister { email }) if email == EMAIL)
    );
}

#[test]
fn who_is_signed_in_may_go_on_or_be_somebody_else() {
    let logos = Pictures::new();
    let mut screen = with_stored_session(sign_in_form(harbour()));
    {
        let mut ui = simulate(screen.view(&logos));
        assert!(ui.find("Continue as Ada Byron").is_ok());
        assert!(ui.find("Forgot password?").is_err());
    }
    assert!(screen.focus().is_none());
    assert!(matches!(
        screen.update(sign_in::Message::Continue),
        sign_in::Action::Outcome(sign_in::Outcome::Continue)
    ));
    let action = screen.update(sign_in::Message::UseAnotherAccount);
    assert!(matches!(action, sign_in::Action::Focus(_)));
    let mut ui = simulate(screen.view(&logos));
    assert!(ui.find("Forgot password?").is_ok());
}

#[test]
fn s_24_a_form_that_is_being_typed_is_not_taken_away() {
    let logos = Pictures::new();
    let mut screen = sign_in_form(harbour());
    let password = Secret::from("half typed");
    let _ = screen.update(sign_in::Message::PasswordTyped(password));
    let screen = with_stored_session(screen);
    assert!(screen.is_being_typed());
    assert!(
        simulate(screen.view(&logos))
            .find("Forgot password?")
            .is_ok()
    );

    // A form that says why the session is of no use does not offer it either.
    let told = Notification::of_text(Kind::Warning, "This account is suspended.", None);
    let screen = with_stored_session(sign_in_form(harbour()).with_notification(told));
    let mut ui = simulate(screen.view(&logos));
    assert!(ui.find("Continue as Ada Byron").is_err());
}

#[test]
fn s_49_what_was_typed_does_not_stay_when_the_person_goes_elsewhere() {
    for leave in [
        sign_in::Message::OpenPasswordReset,
        sign_in::Message::OpenRegister,
        sign_in::Message::OpenAccessToken,
    ] {
        let mut screen = sign_in_form(open_to_all());
        let password = Secret::from("half typed");
        let _ = screen.update(sign_in::Message::PasswordTyped(password));
        assert!(screen.is_being_typed());
        let action = screen.update(leave);
        assert!(!screen.is_being_typed(), "{action:?}");
    }
}
