//! Waiting for a sign-in through the browser.

use std::time::Duration;

use latchkey::{
    directus::ErrorCode,
    say,
    screen::{
        Pictures, RequestId, Sso,
        sso::{Action, EXTEND_OFFER_BELOW, Message, Outcome, Request, SsoRound},
    },
    secret::Secret,
    service::{Error, NoRouteReason, SsoError},
};

use crate::{made_up::*, support::*};

const ADDRESS: &str = "https://cms.harbour.example.com/latchkey/authorize?provider=corp&redirect_uri=http%3A%2F%2F127.0.0.1%3A41375%2Fcallback&state=7Yq0N4r1c2uVd8bJ5xLZpw&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256";

fn beginning(code: Option<&str>) -> (Sso, RequestId) {
    let mut screen = Sso::new(harbour(), corp(), code.map(Secret::from));
    let Action::Outcome(Outcome::Begin(request_id, sent)) = screen.begin() else {
        panic!()
    };
    assert_eq!(sent.as_ref().map(Secret::expose), code);

    (screen, request_id)
}

fn waiting_for(code: Option<&str>, left: Duration) -> (Sso, RequestId) {
    let (mut screen, request_id) = beginning(code);
    let way = SsoRound {
        address: Secret::from(ADDRESS),
        time_left: left,
    };
    let action = screen.update(Message::RoundBegan(request_id, Box::new(Ok(way))));
    assert!(
        matches!(action, Action::Run(for_it, Request::OpenBrowser(address)) if for_it == request_id && address.expose() == ADDRESS)
    );

    (screen, request_id)
}

fn waiting() -> (Sso, RequestId) {
    waiting_for(None, Duration::from_secs(600))
}

fn without_route(why: NoRouteReason) -> Sso {
    let (mut screen, request_id) = beginning(None);
    let _ = screen.update(Message::RoundBegan(
        request_id,
        Box::new(Err(Error::Sso(SsoError::NoRoute(why)))),
    ));

    screen
}

fn refused(code: ErrorCode) -> Error {
    Error::Sso(SsoError::Refused(code))
}

fn timed_out() -> Error {
    Error::Sso(SsoError::TimedOut(None))
}

fn tick(screen: &mut Sso, left: Duration, unverified_error: Option<&str>) {
    let _ = screen.update(Message::Ticked {
        time_left: left,
        unverified_error: unverified_error.map(str::to_owned),
        has_answer: false,
    });
}

fn shows(screen: &Sso, words: &str) -> bool {
    let logos = Pictures::new();
    let mut ui = simulate(screen.view(&logos));

    ui.find(words).is_ok()
}

fn press(screen: &mut Sso, words: &str) -> Action {
    let logos = Pictures::new();
    let mut ui = simulate(screen.view(&logos));
    let _ = ui.click(words).unwrap();
    let messages = ui.into_messages().collect::<Vec<_>>();
    let [message] = messages.as_slice() else {
        panic!("{words}: {messages:?}")
    };

    screen.update(message.clone())
}

fn answered(screen: &mut Sso, request_id: RequestId, error: Error) -> Action {
    screen.update(Message::Answered(request_id, Box::new(Err(error))))
}

#[test]
fn r_32_the_wait_says_with_whom_where_and_how_long() {
    let (mut screen, _) = waiting();
    assert!(screen.needs_tick(true));
    assert!(shows(
        &screen,
        "Sign in to cms.harbour.example.com with Corp ID there. This window comes up by itself when it is done."
    ));
    assert!(shows(&screen, "Waiting · 10 minutes left"));

    tick(&mut screen, Duration::from_millis(89_300), None);
    assert!(shows(&screen, "Waiting · 90 seconds left"));
}

#[test]
fn r_32_open_again_copy_and_cancel_are_one_press_away() {
    let (mut screen, _) = waiting();

    assert!(
        matches!(press(&mut screen, "Open it again"), Action::Run(_, Request::OpenBrowser(address)) if address.expose() == ADDRESS)
    );
    assert!(
        matches!(press(&mut screen, "Copy the address"), Action::Copy(address) if address.expose() == ADDRESS)
    );
    assert!(shows(&screen, "Copied"));
    assert!(matches!(press(&mut screen, "Cancel"), Action::Leave));
}

#[test]
fn with_little_time_left_the_wait_can_be_kept_up() {
    let (mut screen, _) = waiting_for(None, EXTEND_OFFER_BELOW);
    assert!(!shows(&screen, "Keep waiting"));
    tick(
        &mut screen,
        EXTEND_OFFER_BELOW.saturating_sub(Duration::from_secs(1)),
        None,
    );

    assert!(matches!(
        press(&mut screen, "Keep waiting"),
        Action::Outcome(Outcome::Extend)
    ));
    tick(&mut screen, Duration::from_secs(600), None);
    assert!(!shows(&screen, "Keep waiting"));
}

#[test]
fn r_33_without_a_browser_the_address_is_there_to_copy_and_the_wait_goes_on() {
    let (mut screen, request_id) = waiting();
    assert!(!shows(&screen, ADDRESS));
    let _ = screen.update(Message::BrowserFailed(RequestId::next()));
    assert!(!shows(&screen, ADDRESS), "another round's");
    let _ = screen.update(Message::BrowserFailed(request_id));

    assert!(shows(&screen, "No browser could be opened."));
    assert!(shows(&screen, ADDRESS));
    assert!(screen.needs_tick(true));
    assert!(matches!(
        press(&mut screen, "Copy the address"),
        Action::Copy(_)
    ));
}

/// Seen to fail with the report left out of the page.
#[test]
fn s_05_what_came_without_proof_is_shown_and_ends_nothing() {
    let (mut screen, request_id) = waiting();
    tick(
        &mut screen,
        Duration::from_secs(500),
        Some("INVALID_PROVIDER"),
    );

    assert!(shows(
        &screen,
        "The server may have reported: The account of this address signs in another way."
    ));
    assert!(screen.awaits(request_id) && screen.needs_tick(true));
    let mut again = screen.clone();
    let Action::Outcome(Outcome::Begin(next, _)) = press(&mut again, "Try again") else {
        panic!()
    };
    assert!(next != request_id && shows(&again, "Getting ready…"));
    let done = screen.update(Message::Answered(request_id, Box::new(Ok(signed_in()))));
    assert!(matches!(done, Action::Outcome(Outcome::SignedIn(_))));
}

/// Seen to fail with the wait ended by an unproven `INVALID_OTP`.
#[test]
fn s_05_an_unproven_wish_for_a_code_is_granted_only_by_the_person() {
    let (mut screen, _) = waiting();
    assert!(!shows(&screen, "Enter a code"));
    tick(&mut screen, Duration::from_secs(500), Some("INVALID_OTP"));

    assert!(screen.needs_tick(true));
    assert!(matches!(
        press(&mut screen, "Enter a code"),
        Action::Outcome(Outcome::AskForCode {
            is_wrong: false,
            ..
        })
    ));
}

#[test]
fn once_the_browser_is_back_the_exchange_is_not_stopped() {
    let (mut screen, request_id) = waiting();
    let _ = screen.update(Message::Ticked {
        time_left: Duration::from_secs(300),
        unverified_error: None,
        has_answer: true,
    });

    assert!(shows(&screen, "Signing in…") && !shows(&screen, "Cancel"));
    for left in [Message::Back, Message::EnterCode, Message::Retry] {
        assert!(matches!(screen.update(left), Action::None));
    }
    let done = screen.update(Message::Answered(request_id, Box::new(Ok(signed_in()))));
    assert!(matches!(done, Action::Outcome(Outcome::SignedIn(_))));
}

#[test]
fn r_36_the_code_is_asked_for_with_the_same_provider_and_a_wrong_one_is_said() {
    for (code, wrong) in [(None, false), (Some("123456"), true)] {
        let (mut screen, request_id) = waiting_for(code, Duration::from_secs(600));
        let action = answered(&mut screen, request_id, refused(ErrorCode::InvalidOtp));

        let Action::Outcome(Outcome::AskForCode { provider, is_wrong }) = action else {
            panic!("{action:?}")
        };
        assert_eq!((provider.name.as_str(), is_wrong), ("corp", wrong));
    }
}

#[test]
fn r_36_other_refusals_go_back_to_the_form_with_their_words() {
    for code in [
        ErrorCode::ResourceRestricted,
        ErrorCode::ProjectLocked,
        ErrorCode::InvalidProvider,
        ErrorCode::UserSuspended,
        ErrorCode::ServiceUnavailable,
        ErrorCode::Other("SSO_NON_ADMIN".to_owned()),
    ] {
        let (mut screen, request_id) = waiting();
        let error = refused(code.clone());
        let words = latchkey::text::notice(&error).message;
        let action = answered(&mut screen, request_id, error);

        let Action::Outcome(Outcome::Failed(note)) = action else {
            panic!("{code:?}: {action:?}")
        };
        assert_eq!(note.notice().message, words);
    }
}

#[test]
fn a_way_that_cannot_be_looked_for_goes_back_with_its_words() {
    let (mut screen, request_id) = beginning(None);
    let down = Err(Error::Directus(unreachable()));

    assert!(matches!(
        screen.update(Message::RoundBegan(request_id, Box::new(down))),
        Action::Outcome(Outcome::Failed(_))
    ));
}

#[test]
fn r_32_a_wait_that_ran_out_says_so_and_begins_anew_without_the_old_code() {
    let (mut screen, request_id) = waiting_for(Some("123456"), Duration::ZERO);
    let action = answered(&mut screen, request_id, timed_out());
    assert!(matches!(action, Action::None));
    assert!(!screen.needs_tick(true));
    assert!(shows(&screen, "The time ran out"));

    let Action::Outcome(Outcome::Begin(again, code)) = press(&mut screen, "Try again") else {
        panic!()
    };
    assert!(again != request_id && code.is_none());
}

#[test]
fn r_37_an_answer_of_the_round_before_changes_nothing() {
    let (mut screen, old) = waiting_for(None, Duration::ZERO);
    let _ = answered(&mut screen, old, timed_out());
    let _ = press(&mut screen, "Try again");

    let late = screen.update(Message::Answered(old, Box::new(Ok(signed_in()))));
    assert!(matches!(late, Action::None));
    assert!(shows(&screen, "Getting ready…"));
}

#[test]
fn s_40_neither_the_code_nor_the_address_is_printed() {
    let (mut screen, request_id) = beginning(Some("123456"));
    let way = Message::RoundBegan(
        request_id,
        Box::new(Ok(SsoRound {
            address: Secret::from(ADDRESS),
            time_left: Duration::from_secs(600),
        })),
    );
    let printed = format!(
        "{screen:?} {way:?} {:?}",
        screen.clone().update(way.clone())
    );
    let _ = screen.update(way);
    let printed = printed + &format!("{screen:?}");

    assert!(!printed.contains("123456"));
    assert!(!printed.contains("7Yq0N4r1c2uVd8bJ5xLZpw"));
}

#[test]
fn r_35_where_it_cannot_come_back_the_line_for_the_administrator_is_there_to_copy() {
    let line = "AUTH_CORP_REDIRECT_ALLOW_LIST=http://127.0.0.1:28517/callback";
    let mut screen = without_route(NoRouteReason::RedirectNotAllowed {
        line: line.to_owned(),
    });

    assert!(!screen.needs_tick(true) && screen.blocking_request().is_none());
    // The line is wrapped only between its parts; copied, it is one line.
    for row in line.split_inclusive('=') {
        assert!(shows(&screen, row), "{row}");
    }
    assert!(matches!(
        press(&mut screen, say!("sso-copy-lines")),
        Action::Copy(text) if text.expose() == line
    ));
    assert!(matches!(
        press(&mut screen, "Open the Data Studio"),
        Action::OpenStudio
    ));
    assert!(matches!(
        press(&mut screen, "Try again"),
        Action::Outcome(Outcome::Begin(..))
    ));
}

#[test]
pub(crate) fn browser_in_pictures() {
    let logos = Pictures::new();
    let harbour = harbour();

    let (asking, _) = beginning(None);
    snapshot("sso-asking", Some(&harbour), || asking.view(&logos));

    let (mut wait, request_id) = waiting();
    snapshot("sso-waiting", Some(&harbour), || wait.view(&logos));

    let mut short = wait.clone();
    tick(&mut short, Duration::from_secs(140), None);
    snapshot("sso-short", Some(&harbour), || short.view(&logos));

    let mut told = short.clone();
    tick(&mut told, Duration::from_secs(80), Some("INVALID_PROVIDER"));
    snapshot("sso-unverified-error", Some(&harbour), || told.view(&logos));
    snapshot_small("sso-small", Some(&harbour), || told.view(&logos));

    let mut without = wait.clone();
    let _ = without.update(Message::BrowserFailed(request_id));
    snapshot("sso-none", Some(&harbour), || without.view(&logos));
    snapshot_narrow("sso-none-narrow", Some(&harbour), || without.view(&logos));
    snapshot_large("sso-none-large", Some(&harbour), || without.view(&logos));

    let mut code = wait.clone();
    tick(&mut code, Duration::from_secs(500), Some("INVALID_OTP"));
    snapshot("sso-unverified-error-code", Some(&harbour), || {
        code.view(&logos)
    });

    let mut back = wait.clone();
    let _ = back.update(Message::Ticked {
        time_left: Duration::from_secs(500),
        unverified_error: None,
        has_answer: true,
    });
    snapshot("sso-finishing", Some(&harbour), || back.view(&logos));

    tick(&mut wait, Duration::ZERO, None);
    let _ = answered(&mut wait, request_id, timed_out());
    snapshot("sso-over", Some(&harbour), || wait.view(&logos));

    for (name, why) in [
        ("no-companion", NoRouteReason::NoCompanion),
        ("old-companion", NoRouteReason::CompanionVersion(2)),
        (
            "not-allowed",
            NoRouteReason::RedirectNotAllowed {
                line: "AUTH_CORP_REDIRECT_ALLOW_LIST=http://127.0.0.1:28517/callback".to_owned(),
            },
        ),
        ("not-offered", NoRouteReason::NotOffered),
    ] {
        let screen = without_route(why);
        snapshot(&format!("sso-{name}"), Some(&harbour), || {
            screen.view(&logos)
        });
    }
}
