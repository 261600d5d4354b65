//! The account screen: the details of an account, copying its token, and where its buttons lead.

use std::time::{Duration, SystemTime};

use iced::widget::image;
use jiff::tz::TimeZone;
use latchkey::{
    directus::{ErrorCode, OwnPermissions, SignInActivity},
    language::{self, Language},
    screen::{Account, Pictures, account},
    secret::Secret,
    service::{AccountDetails, IssuedToken, StoredIn},
    session::AccessToken,
    ui::portrait,
};

use crate::{made_up::*, support::*};

const FIREFOX: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

/// A moment long ago, so that no test runs on the same day.
fn moment(minutes: u64) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(1_767_258_000 + minutes * 60)
}

pub(crate) fn details(permissions: OwnPermissions, has_two_factor: bool) -> AccountDetails {
    let seen = |minutes, agent: &str, ip: &str| SignInActivity {
        at: moment(minutes),
        ip: Some(ip.to_owned()),
        user_agent: Some(agent.to_owned()),
    };

    AccountDetails {
        role: Some("Curator".to_owned()),
        avatar: None,
        provider: Some("default".to_owned()),
        has_two_factor: Some(has_two_factor),
        permissions: Some(permissions),
        sign_ins: Some(vec![
            seen(4_000, "Latchkey/0.1.0", "::ffff:192.0.2.17"),
            seen(1_200, FIREFOX, "192.0.2.17"),
            seen(0, "directus-sdk", "2001:db8::8:800:200c:417a"),
        ]),
    }
}

const EVERYTHING: OwnPermissions = OwnPermissions {
    password: true,
    two_factor: true,
};
const NOTHING: OwnPermissions = OwnPermissions {
    password: false,
    two_factor: false,
};

fn plain() -> Account {
    Account::new(harbour(), TimeZone::UTC).with_session(signed_in())
}

fn with_details(details: AccountDetails) -> Account {
    let mut screen = plain();
    let account::Action::Run(request_id, account::Request::LoadDetails(_, asked)) =
        screen.load_details()
    else {
        panic!()
    };
    assert_eq!(asked.id, signed_in().account.id);
    let _ = screen.update(account::Message::DetailsLoaded(
        request_id,
        Box::new(details),
    ));

    screen
}

fn with_copied_token() -> Account {
    let mut screen = with_details(details(EVERYTHING, false));
    let account::Action::Run(request_id, account::Request::IssueToken(_, _)) =
        screen.update(account::Message::CopyToken)
    else {
        panic!()
    };
    let handed = IssuedToken {
        access: AccessToken {
            token: Secret::from("header.payload.signature"),
            obtained_at: moment(0).into(),
            expires_at: Some(moment(15)),
        },
        stored_in: StoredIn::Keyring,
    };
    let action = screen.update(account::Message::TokenIssued(
        request_id,
        Box::new(Ok(handed)),
    ));
    let account::Action::CopySecret(named, token) = action else {
        panic!("{action:?}")
    };
    assert_eq!(named, request_id);
    assert_eq!(token.expose(), "header.payload.signature");

    screen
}

#[test]
pub(crate) fn account_details_screen() {
    let logos = Pictures::new();
    let harbour = harbour();
    let full = with_details(details(EVERYTHING, false));
    snapshot_long("account-details", Some(&harbour), || full.view(&logos));
    snapshot_small("account-details-small", Some(&harbour), || {
        full.view(&logos)
    });
    snapshot_narrow("account-details-narrow", Some(&harbour), || {
        full.view(&logos)
    });

    let mut pictured = plain();
    let account::Action::Run(request_id, account::Request::LoadDetails(_, _)) =
        pictured.load_details()
    else {
        panic!()
    };
    let with_file = AccountDetails {
        avatar: Some("0f8fad5b-d9cb-469f-a165-70867728950e".to_owned()),
        ..details(NOTHING, true)
    };
    let action = pictured.update(account::Message::DetailsLoaded(
        request_id,
        Box::new(with_file),
    ));
    assert!(
        matches!(action, account::Action::Run(named, account::Request::LoadPicture(_, _)) if named == request_id)
    );
    let pixels = [[214, 120, 60, 255], [60, 120, 214, 255]].concat();
    let handle = portrait::portrait(&image::Handle::from_rgba(1, 2, pixels)).unwrap();
    let _ = pictured.update(account::Message::PictureLoaded(request_id, handle));
    snapshot_long("account-pictured", Some(&harbour), || pictured.view(&logos));

    let copied = with_copied_token();
    snapshot("account-copied", Some(&harbour), || copied.view(&logos));
    let mut asking = plain();
    let _ = asking.update(account::Message::CopyToken);
    snapshot("account-copying", Some(&harbour), || asking.view(&logos));
}

/// The picture is on the screen as long as its file is the one the server names.
#[test]
fn a_picture_of_another_file_is_not_shown_meanwhile() {
    let file = |last: char| Some(format!("0f8fad5b-d9cb-469f-a165-70867728950{last}"));
    for (then, stays) in [(file('e'), true), (file('f'), false), (None, false)] {
        let mut screen = with_details(details(NOTHING, true));
        let look = |screen: &mut Account, avatar| {
            let account::Action::Run(request_id, account::Request::LoadDetails(_, _)) =
                screen.load_details()
            else {
                panic!()
            };
            let with_file = AccountDetails {
                avatar,
                ..details(NOTHING, true)
            };
            let _ = screen.update(account::Message::DetailsLoaded(
                request_id,
                Box::new(with_file),
            ));
            request_id
        };
        let request_id = look(&mut screen, file('e'));
        let handle = image::Handle::from_rgba(1, 1, vec![9, 9, 9, 255]);
        let _ = screen.update(account::Message::PictureLoaded(request_id, handle));
        assert!(screen.has_picture());

        let _ = look(&mut screen, then.clone());
        assert_eq!(screen.has_picture(), stays, "{then:?}");
    }
}

#[test]
fn what_the_server_does_not_tell_is_left_out() {
    let logos = Pictures::new();
    let screen = with_details(AccountDetails::default());
    let mut ui = simulate(screen.view(&logos));

    for words in [
        "Recent sign-ins",
        "Your account",
        "Change password",
        "Set up two-factor authentication",
    ] {
        assert!(ui.find(words).is_err(), "{words}");
    }
    assert!(ui.find("Ada Byron").is_ok());
}

#[test]
fn a_sign_in_is_told_by_its_moment_program_and_address() {
    let logos = Pictures::new();
    let screen = with_details(details(EVERYTHING, false));
    let mut ui = simulate(screen.view(&logos));

    for words in [
        "2026-01-04 03:40",
        "Latchkey · 192.0.2.17",
        "2026-01-02 05:00",
        "2026-01-01 09:00",
        "directus-sdk · 2001:db8::8:800:200c:417a",
    ] {
        assert!(ui.find(words).is_ok(), "{words}");
    }
    // The initials of a person without a picture.
    assert!(ui.find("AB").is_ok());
}

#[test]
fn only_an_account_with_a_password_is_offered_another() {
    let logos = Pictures::new();
    let by_provider = AccountDetails {
        provider: Some("corp".to_owned()),
        ..details(EVERYTHING, false)
    };
    let screen = with_details(by_provider);
    let mut ui = simulate(screen.view(&logos));

    assert!(ui.find("Change password").is_err());
    assert!(ui.find("Set up two-factor authentication").is_ok());

    let mut screen = screen.clone();
    assert!(matches!(
        screen.update(account::Message::OpenTwoFactor),
        account::Action::Outcome(account::Outcome::OpenTwoFactor {
            is_on: false,
            has_password: false,
            ..
        })
    ));
}

#[test]
fn where_a_password_cannot_be_set_a_link_is_mailed() {
    let mut screen = with_details(details(NOTHING, false));
    let action = screen.update(account::Message::OpenChangePassword);
    assert!(
        matches!(&action, account::Action::Outcome(account::Outcome::OpenPasswordReset(email)) if email == "ada@harbour.example.com"),
        "{action:?}"
    );

    let mut screen = with_details(details(EVERYTHING, false));
    let action = screen.update(account::Message::OpenChangePassword);
    assert!(
        matches!(
            action,
            account::Action::Outcome(account::Outcome::OpenChangePassword(_))
        ),
        "{action:?}"
    );
}

#[test]
fn a_copied_token_says_until_when_and_that_it_is_gone() {
    let logos = Pictures::new();
    let mut screen = with_copied_token();
    {
        let mut ui = simulate(screen.view(&logos));
        let words = "Copied; valid until 2026-01-01 09:15. The clipboard is cleared in 45 seconds.";
        assert!(ui.find(words).is_ok());
    }
    screen = language::with_language(Language::German, with_copied_token);
    {
        let mut ui = language::with_language(Language::German, || simulate(screen.view(&logos)));
        let words = "Kopiert; gültig bis 01.01.2026, 09:15. Die Zwischenablage wird in 45 Sekunden geleert.";
        assert!(
            ui.find(words).is_ok(),
            "a date is written as its language does"
        );
    }
    // A later copy.
    let account::Action::Run(request_id, account::Request::IssueToken(_, _)) =
        screen.update(account::Message::CopyToken)
    else {
        panic!()
    };
    // Refused: reported as any error, and nothing is on the clipboard.
    let refused = refusal(ErrorCode::ServiceUnavailable, 503, None);
    let token = account::Message::TokenIssued(request_id, Box::new(Err(refused)));
    assert!(matches!(screen.update(token), account::Action::None));
    let mut ui = simulate(screen.view(&logos));
    assert!(
        ui.find("The server cannot reach something it needs for this.")
            .is_ok()
    );
}
