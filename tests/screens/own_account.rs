//! Changing the password and the second factor of the account that is signed in.

use latchkey::{
    directus::{self, ErrorCode},
    screen::{
        ChangePassword, Pictures, RequestId, TwoFactor, change_password, chosen_password,
        two_factor,
    },
    secret::Secret,
    service::{Error, SessionEnd},
    ui::banner::Kind,
};

use crate::{made_up::*, support::*};

const KEY: &str = "KRUGKIDROVUWG2ZAMJZG653OEBTG66BA";
const GOOD: &str = "correct horse battery staple";

fn typed(first: &str, second: &str) -> ChangePassword {
    use chosen_password::Message::{PasswordTyped, RepeatTyped};

    let mut screen = ChangePassword::new(harbour(), account());
    for message in [
        PasswordTyped(Secret::from(first)),
        RepeatTyped(Secret::from(second)),
    ] {
        let _ = screen.update(change_password::Message::NewPassword(message));
    }

    screen
}

/// The page after the server has said this.
fn changed(result: Result<(), Error>) -> (ChangePassword, change_password::Action) {
    let mut screen = typed(GOOD, GOOD);
    let change_password::Action::Run(request_id, change_password::Request::Change { password, .. }) =
        screen.update(change_password::Message::Submit)
    else {
        panic!()
    };
    assert_eq!(password.expose(), GOOD);
    let action = screen.update(change_password::Message::Answered(request_id, result));

    (screen, action)
}

#[test]
pub(crate) fn change_password_screen() {
    let logos = Pictures::new();
    let harbour = harbour();
    let profile = Some(&harbour);

    let empty = typed("", "");
    snapshot("change-password", profile, || empty.view(&logos));
    let weak = typed("harbour1", "");
    snapshot("change-password-weak", profile, || weak.view(&logos));
    snapshot_narrow("change-password-narrow", profile, || weak.view(&logos));
    let mut busy = typed(GOOD, GOOD);
    let _ = busy.update(change_password::Message::Submit);
    snapshot("change-password-busy", profile, || busy.view(&logos));
    let (refused, _) = changed(Err(refusal(ErrorCode::FailedValidation, 400, None)));
    snapshot("change-password-refused", profile, || refused.view(&logos));
    let (denied, _) = changed(Err(refusal(ErrorCode::Forbidden, 403, None)));
    snapshot("change-password-denied", profile, || denied.view(&logos));
}

#[test]
fn what_the_servers_rules_refuse_is_said_at_the_field_and_the_text_stays() {
    let (screen, action) = changed(Err(refusal(ErrorCode::FailedValidation, 400, None)));

    assert!(matches!(
        action,
        change_password::Action::Focus(chosen_password::PASSWORD_FIELD)
    ));
    assert!(screen.is_being_typed());
}

#[test]
fn what_was_typed_twice_must_be_the_same() {
    let mut screen = typed(GOOD, "something else");

    assert!(matches!(
        screen.update(change_password::Message::Submit),
        change_password::Action::Focus(chosen_password::REPEAT_FIELD)
    ));
    assert!(screen.blocking_request().is_none());
}

#[test]
fn s_49_nothing_typed_stays_after_a_change_or_where_it_is_of_no_use() {
    let ended = Error::SessionEnded(SessionEnd::OnServer);
    for (result, is_done) in [
        (Ok(()), true),
        (Err(refusal(ErrorCode::Forbidden, 403, None)), false),
        (Err(ended), false),
    ] {
        let (screen, action) = changed(result);

        assert!(!screen.is_being_typed(), "{action:?}");
        assert_eq!(
            matches!(&action, change_password::Action::Outcome(change_password::Outcome::Changed(Some(email))) if email == "ada@harbour.example.com"),
            is_done,
            "{action:?}"
        );
    }
}

fn new_two_factor() -> directus::TwoFactorSetup {
    directus::TwoFactorSetup {
        secret: Secret::from(KEY),
        url: Secret::from(format!(
            "otpauth://totp/Harbour%20Museum:ada@harbour.example.com?secret={KEY}&period=30&digits=6&algorithm=SHA1&issuer=Harbour%20Museum"
        )),
    }
}

fn after_password(
    result: Result<directus::TwoFactorSetup, Error>,
) -> (TwoFactor, two_factor::Action) {
    let mut screen = TwoFactor::new(harbour(), false, true);
    let password = Secret::from(GOOD);
    let _ = screen.update(two_factor::Message::PasswordTyped(password));
    let two_factor::Action::Run(
        request_id,
        two_factor::Request {
            change: two_factor::Change::GenerateSecret(Some(password)),
            ..
        },
    ) = screen.update(two_factor::Message::Submit)
    else {
        panic!()
    };
    assert_eq!(password.expose(), GOOD);
    let action = screen.update(two_factor::Message::SecretGenerated(
        request_id,
        Box::new(result),
    ));

    (screen, action)
}

/// The page after a code, which is sent once it is whole.
fn after_code(mut screen: TwoFactor, result: Result<(), Error>) -> (TwoFactor, two_factor::Action) {
    let typed = two_factor::Message::CodeTyped(Secret::from("123 456"));
    let two_factor::Action::Run(
        request_id,
        two_factor::Request {
            change: two_factor::Change::Enable(_, code) | two_factor::Change::Disable(code),
            ..
        },
    ) = screen.update(typed)
    else {
        panic!()
    };
    assert_eq!(code.expose(), "123456");
    let action = screen.update(two_factor::Message::Answered(request_id, result));

    (screen, action)
}

#[test]
pub(crate) fn two_factor_screen() {
    let logos = Pictures::new();
    let harbour = harbour();
    let profile = Some(&harbour);

    let first = TwoFactor::new(harbour.clone(), false, true);
    snapshot("two-factor", profile, || first.view(&logos));
    let provider = TwoFactor::new(harbour.clone(), false, false);
    snapshot("two-factor-provider", profile, || provider.view(&logos));
    let mut busy = first.clone();
    let _ = busy.update(two_factor::Message::PasswordTyped(Secret::from(GOOD)));
    let _ = busy.update(two_factor::Message::Submit);
    snapshot("two-factor-busy", profile, || busy.view(&logos));
    let (wrong, _) = after_password(Err(refusal(ErrorCode::InvalidCredentials, 401, None)));
    snapshot("two-factor-wrong", profile, || wrong.view(&logos));
    let (denied, _) = after_password(Err(refusal(ErrorCode::Forbidden, 403, None)));
    snapshot("two-factor-denied", profile, || denied.view(&logos));

    let (scan, _) = after_password(Ok(new_two_factor()));
    snapshot("two-factor-scan", profile, || scan.view(&logos));
    snapshot_narrow("two-factor-scan-narrow", profile, || scan.view(&logos));
    let mut copied = scan.clone();
    let _ = copied.update(two_factor::Message::CopyKey);
    let (copied, _) = after_code(copied, Err(refusal(ErrorCode::InvalidPayload, 400, None)));
    snapshot_narrow("two-factor-scan-wrong", profile, || copied.view(&logos));

    let off = TwoFactor::new(harbour.clone(), true, true);
    snapshot("two-factor-off", profile, || off.view(&logos));
    let (wrong, _) = after_code(off, Err(refusal(ErrorCode::InvalidPayload, 400, None)));
    snapshot("two-factor-off-wrong", profile, || wrong.view(&logos));
}

#[test]
fn a_second_factor_takes_the_password_then_a_code() {
    let logos = Pictures::new();
    let (screen, action) = after_password(Ok(new_two_factor()));
    assert!(matches!(
        action,
        two_factor::Action::Focus(two_factor::CODE_FIELD)
    ));
    let mut ui = simulate(screen.view(&logos));
    assert!(ui.find("KRUG KIDR OVUW G2ZA MJZG 653O EBTG 66BA").is_ok());
    drop(ui);

    let (_, action) = after_code(screen, Ok(()));
    let two_factor::Action::Outcome(two_factor::Outcome::Changed(note)) = action else {
        panic!("{action:?}")
    };
    assert_eq!(note.kind(), Kind::Success);
    assert_eq!(note.notice().message, "Two-factor authentication is on.");

    let (_, action) = after_code(TwoFactor::new(harbour(), true, true), Ok(()));
    let two_factor::Action::Outcome(two_factor::Outcome::Changed(note)) = action else {
        panic!("{action:?}")
    };
    assert_eq!(note.notice().message, "Two-factor authentication is off.");
}

#[test]
fn an_account_of_a_provider_is_asked_for_no_password() {
    let mut screen = TwoFactor::new(harbour(), false, false);

    assert!(screen.focus().is_none());
    assert!(matches!(
        screen.update(two_factor::Message::Submit),
        two_factor::Action::Run(
            _,
            two_factor::Request {
                change: two_factor::Change::GenerateSecret(None),
                ..
            }
        )
    ));
}

#[test]
fn s_49_the_password_of_the_proof_is_not_kept() {
    let mut screen = TwoFactor::new(harbour(), false, true);
    let password = Secret::from(GOOD);
    let _ = screen.update(two_factor::Message::PasswordTyped(password));
    assert!(screen.is_being_typed());
    let _ = screen.update(two_factor::Message::Submit);
    assert!(!screen.is_being_typed());
    let (screen, action) = after_password(Err(refusal(ErrorCode::InvalidCredentials, 401, None)));
    assert!(!screen.is_being_typed());
    assert!(matches!(
        action,
        two_factor::Action::Focus(two_factor::PASSWORD_FIELD)
    ));
}

#[test]
fn s_49_the_key_is_not_called_copied_when_it_is_off_the_clipboard_again() {
    let (mut screen, _) = after_password(Ok(new_two_factor()));
    let two_factor::Action::CopySecret(request_id, _) = screen.update(two_factor::Message::CopyKey)
    else {
        panic!("the key is not handed over");
    };
    let says_copied = |screen: &TwoFactor| {
        let logos = Pictures::new();
        simulate(screen.view(&logos))
            .find("Copied for 45 seconds")
            .is_ok()
    };

    screen.clipboard_cleared(RequestId::next());
    assert!(says_copied(&screen));

    screen.clipboard_cleared(request_id);
    assert!(!says_copied(&screen));
}
