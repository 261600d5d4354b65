//! Signing up: the form, the wait for the mail, and the sign-in where nothing needs to be confirmed. And the sign-in
//! form's own two new ways: to sign up, and to go on as who is signed in already.

use latchkey::{
    directus::{Code, Providers},
    link::Link,
    profile::Profile,
    screen::{Logos, Note, Register, SignIn, chosen_password, register, sign_in},
    secret::Secret,
    service::{Error, MailedLink, Registered, SignedIn},
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
    use chosen_password::Message::{Repeated, Typed};

    let mut screen = Register::new(open_to_all(), String::new());
    let _ = screen.update(register::Message::EmailTyped(email.to_owned()));
    for message in [
        Typed(Secret::from(password)),
        Repeated(Secret::from(password)),
    ] {
        let _ = screen.update(register::Message::Chosen(message));
    }

    screen
}

fn answered(result: Result<Registered, Error>) -> (Register, register::Action) {
    let mut screen = typed(EMAIL, GOOD);
    let register::Action::Register(ticket, email, password) =
        screen.update(register::Message::Submit)
    else {
        panic!()
    };
    assert_eq!((email.as_str(), password.expose()), (EMAIL, GOOD));
    let action = screen.update(register::Message::Answered(ticket, result));

    (screen, action)
}

/// The account could be used at once, and this came of it.
fn entered(result: Result<SignedIn, Error>) -> register::Action {
    let (mut screen, action) = answered(Ok(Registered::Ready));
    let register::Action::Enter(ticket, credentials) = action else {
        panic!("{action:?}")
    };
    assert_eq!(credentials.email, EMAIL);
    assert_eq!(credentials.password.expose(), GOOD);
    assert!(!screen.is_being_typed() || screen.pending().is_some());

    screen.update(register::Message::Entered(ticket, result))
}

#[test]
pub(crate) fn register_screen() {
    let logos = Logos::new();
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
    let (refused, _) = answered(Err(refusal(Code::FailedValidation, 400, None)));
    snapshot("register-refused", profile, || refused.view(&logos));
    let (forbidden, _) = answered(Err(refusal(Code::Forbidden, 403, None)));
    snapshot("register-forbidden", profile, || forbidden.view(&logos));
    let (slow, _) = answered(Err(refusal(Code::RequestsExceeded, 429, Some(40))));
    snapshot("register-too-many", profile, || slow.view(&logos));
    let (entering, _) = answered(Ok(Registered::Ready));
    snapshot("register-entering", profile, || entering.view(&logos));

    let (waiting, _) = answered(Ok(Registered::Unconfirmed(MailedLink::Scheme)));
    snapshot("register-waiting", profile, || waiting.view(&logos));
    let (mut stock, _) = answered(Ok(Registered::Unconfirmed(MailedLink::Studio)));
    let _ = stock.update(register::Message::LinkTyped(Secret::from("not a link")));
    let _ = stock.update(register::Message::LinkSubmitted);
    snapshot("register-waiting-wrong", profile, || stock.view(&logos));
}

#[test]
fn d_15_the_mails_link_is_read_as_it_is_pasted() {
    let (mut screen, action) = answered(Ok(Registered::Unconfirmed(MailedLink::Studio)));
    assert!(matches!(action, register::Action::Focus(register::LINK)));
    let link = "https://cms.harbour.example.com/users/register/verify-email?token=header.payload.signature";
    let action = screen.update(register::Message::LinkPasted(Secret::from(link)));
    assert!(matches!(action, register::Action::ReadClipboard));
    let action = screen.update(register::Message::Pasted(Some(Secret::from(link))));
    let register::Action::Open(Link::VerifyEmail(link)) = action else {
        panic!("{action:?}")
    };
    assert_eq!(link.token.expose(), "header.payload.signature");

    // Confirmed in the browser, they go on to the form, which knows their address.
    let action = screen.update(register::Message::SignIn);
    assert!(matches!(action, register::Action::SignIn(email, None) if email == EMAIL));
}

#[test]
fn d_15_without_a_mail_the_new_account_is_signed_in() {
    assert!(matches!(
        entered(Ok(signed_in())),
        register::Action::Done(_)
    ));
    // An address that had an account before: the server does not say so, its password does.
    let action = entered(Err(refusal(Code::InvalidCredentials, 401, None)));
    let register::Action::SignIn(email, Some(note)) = action else {
        panic!("{action:?}")
    };
    assert_eq!(email, EMAIL);
    assert_eq!(note.kind(), Kind::Info);
}

#[test]
fn what_is_missing_is_said_before_anything_is_sent() {
    for (email, password, field) in [
        ("", GOOD, register::EMAIL),
        ("bea", GOOD, register::EMAIL),
        (EMAIL, "", chosen_password::PASSWORD),
    ] {
        let action = typed(email, password).update(register::Message::Submit);
        assert!(
            matches!(action, register::Action::Focus(at) if at == field),
            "{email}: {action:?}"
        );
    }
    let (_, action) = answered(Err(refusal(Code::InvalidPayload, 400, None)));
    assert!(matches!(action, register::Action::Focus(register::EMAIL)));
}

#[test]
fn s_49_the_password_goes_when_the_mail_is_on_its_way() {
    let (screen, _) = answered(Ok(Registered::Unconfirmed(MailedLink::Scheme)));

    assert!(!screen.is_being_typed());
}

/// The form of an instance whose face is known.
fn form(profile: Profile) -> SignIn {
    let mut screen = SignIn::new(profile.clone());
    let sign_in::Action::Face(ticket) = screen.look() else {
        panic!()
    };
    let faced = Box::new(Ok((profile, Providers::default())));
    let _ = screen.update(sign_in::Message::Faced(ticket, faced));

    screen
}

/// The same, once somebody's session was found there.
fn held(mut screen: SignIn) -> SignIn {
    let sign_in::Action::Face(ticket) = screen.look() else {
        panic!()
    };
    let kept = sign_in::Message::Kept(ticket, Some(Box::new(account())));
    assert!(matches!(screen.update(kept), sign_in::Action::None));

    screen
}

#[test]
pub(crate) fn sign_in_ways_screen() {
    let logos = Logos::new();
    let harbour = harbour();

    let open = form(open_to_all());
    snapshot("sign-in-sign-up", Some(&harbour), || open.view(&logos));
    let held = held(form(harbour.clone()));
    snapshot("sign-in-continue", Some(&harbour), || held.view(&logos));
}

#[test]
fn d_14_signing_up_is_offered_only_where_anybody_may() {
    let logos = Logos::new();
    let words = "No account yet? Sign up";

    assert!(simulate(form(harbour()).view(&logos)).find(words).is_err());
    let mut screen = form(open_to_all());
    assert!(simulate(screen.view(&logos)).find(words).is_ok());
    let _ = screen.update(sign_in::Message::EmailTyped(EMAIL.to_owned()));
    let action = screen.update(sign_in::Message::SignUp);
    assert!(matches!(action, sign_in::Action::SignUp { email } if email == EMAIL));
}

#[test]
fn d_12_who_is_signed_in_may_go_on_or_be_somebody_else() {
    let logos = Logos::new();
    let mut screen = held(form(harbour()));
    {
        let mut ui = simulate(screen.view(&logos));
        assert!(ui.find("Continue as Ada Byron").is_ok());
        assert!(ui.find("PasswordReset password?").is_err());
    }
    assert!(screen.focus().is_none());
    assert!(matches!(
        screen.update(sign_in::Message::Continue),
        sign_in::Action::Continue
    ));
    let action = screen.update(sign_in::Message::SomebodyElse);
    assert!(matches!(action, sign_in::Action::Focus(_)));
    let mut ui = simulate(screen.view(&logos));
    assert!(ui.find("PasswordReset password?").is_ok());
}

#[test]
fn s_24_a_form_that_is_being_typed_is_not_taken_away() {
    let logos = Logos::new();
    let mut screen = form(harbour());
    let password = Secret::from("half typed");
    let _ = screen.update(sign_in::Message::PasswordTyped(password));
    let screen = held(screen);
    assert!(screen.is_being_typed());
    assert!(
        simulate(screen.view(&logos))
            .find("PasswordReset password?")
            .is_ok()
    );

    // Nor one that says why the session is of no use.
    let told = Note::say(Kind::Warning, "This account is suspended.", None);
    let screen = held(form(harbour()).with_note(told));
    let mut ui = simulate(screen.view(&logos));
    assert!(ui.find("Continue as Ada Byron").is_err());
}

#[test]
fn s_49_what_was_typed_does_not_stay_when_the_person_goes_elsewhere() {
    for leave in [
        sign_in::Message::PasswordReset,
        sign_in::Message::SignUp,
        sign_in::Message::UseToken,
    ] {
        let mut screen = form(open_to_all());
        let password = Secret::from("half typed");
        let _ = screen.update(sign_in::Message::PasswordTyped(password));
        assert!(screen.is_being_typed());
        let action = screen.update(leave);
        assert!(!screen.is_being_typed(), "{action:?}");
    }
}
