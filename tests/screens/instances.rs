//! The list, adding and the account.

use jiff::tz::TimeZone;
use latchkey::{
    directus,
    profile::Profiles,
    say,
    screen::{Account, Add, Instances, Pictures, account, add},
    service::{Error, SessionEnd, SessionStatus, SignOutOutcome},
    store::{LoadNotice, LoadedProfiles},
    ui::banner::Kind,
    vault,
};

use crate::{made_up::*, support::*};

fn list() -> Instances {
    let mut profiles = Profiles::default();
    let mut screen = Instances::new();
    for profile in [harbour(), orchard()] {
        let _ = profiles.put(profile);
    }
    screen.load(Ok(LoadedProfiles {
        profiles,
        notice: None,
    }));

    screen
}

fn shows(screen: &Instances, words: &str) -> bool {
    let logos = Pictures::new();
    let mut ui = simulate(screen.view(&logos));

    ui.find(words).is_ok()
}

#[test]
fn r_13_a_locked_keyring_is_never_shown_as_signed_out() {
    for trouble in [
        vault::Error::Locked,
        vault::Error::Denied,
        vault::Error::TimedOut,
    ] {
        let mut screen = list();
        screen.set_status(&id('b'), Ok(SessionStatus::SignedOut));
        assert!(shows(&screen, "Signed out"));
        screen.set_status(&id('b'), Ok(SessionStatus::KeyringError(trouble)));
        assert!(!shows(&screen, "Signed out"));
        assert!(shows(&screen, "Keyring locked"));
    }
}

#[test]
fn r_01_a_server_that_is_down_leaves_one_signed_in() {
    let mut screen = list();
    screen.set_status(
        &id('a'),
        Ok(SessionStatus::Unconfirmed(signed_in(), unreachable())),
    );

    assert!(shows(&screen, "Signed in as Ada Byron · not reachable"));
}

#[test]
fn r_01_a_server_that_answered_is_not_called_unreachable() {
    let refused = |code, status| match refusal(code, status, None) {
        Error::Directus(error) => error,
        _ => panic!(),
    };
    let tls = directus::Error::Tls {
        host: "cms.harbour.example.com".to_owned(),
        fault: directus::TlsFault::Expired,
        fingerprint: None,
    };

    for (error, is_silent) in [
        (unreachable(), true),
        (refused(directus::ErrorCode::RequestsExceeded, 429), false),
        (refused(directus::ErrorCode::ServiceUnavailable, 503), false),
        (tls, false),
    ] {
        let standing = SessionStatus::Unconfirmed(signed_in(), error);
        let mut screen = list();
        screen.set_status(&id('a'), Ok(standing.clone()));
        assert_eq!(
            shows(&screen, "Signed in as Ada Byron · not reachable"),
            is_silent
        );

        let account = Account::new(harbour(), TimeZone::UTC)
            .with_status(standing)
            .unwrap();
        let logos = Pictures::new();
        let mut ui = simulate(account.view(&logos));
        let words = if is_silent {
            "Still signed in, but the server cannot be reached."
        } else {
            "Still signed in as far as this computer knows; the server has not confirmed it."
        };
        assert!(ui.find(words).is_ok(), "{words}");
    }
}

#[test]
fn r_13_only_a_keyring_that_fails_is_called_one() {
    for (error, title) in [
        (Error::Vault(vault::Error::Locked), "Your keyring is needed"),
        (Error::Internal, "Your sign-in could not be checked"),
    ] {
        let mut screen = Account::new(harbour(), TimeZone::UTC);
        let account::Action::Run(request_id, account::Request::CheckSession { .. }) =
            screen.check_session()
        else {
            panic!()
        };
        let failed = account::Message::SessionChecked(request_id, Box::new(Err(error)));
        let _ = screen.update(failed);
        let logos = Pictures::new();
        let mut ui = simulate(screen.view(&logos));

        assert!(ui.find(title).is_ok(), "{title}");
    }
}

#[test]
fn after_the_look_up_enter_saves() {
    let mut screen = Add::new("https://cms.harbour.example.com".to_owned());
    let add::Action::Run(request_id, add::Request::Probe(..)) = screen.update(add::Message::Submit)
    else {
        panic!()
    };
    let found = Ok(preview("https://cms.harbour.example.com"));
    let _ = screen.update(add::Message::Probed(request_id, Box::new(found)));
    let field = screen.focus().unwrap();
    let messages = {
        let mut input = InputDriver::on(screen.view(no_logos()));
        input.focus(field);
        input.press(iced::keyboard::key::Named::Enter);
        input.messages()
    };

    let [message] = messages.as_slice() else {
        panic!("{messages:?}")
    };
    assert!(matches!(
        screen.update(message.clone()),
        add::Action::Run(_, add::Request::Save(..))
    ));
}

#[test]
fn r_22_a_damaged_file_is_told_with_the_name_it_has_now() {
    let mut screen = list();
    let notice = LoadNotice::Damaged {
        set_aside_as: "/x/profiles.json.bad".into(),
        recovered: 1,
    };
    screen.load(Ok(LoadedProfiles {
        profiles: Profiles::default(),
        notice: Some(notice),
    }));

    assert!(shows(
        &screen,
        "The list of instances was damaged. It was set aside as profiles.json.bad"
    ));
}

#[test]
fn a_list_that_cannot_be_read_is_not_shown_as_empty() {
    let mut screen = Instances::new();
    screen.load(Err(Error::Internal));

    assert!(!screen.is_loaded());
    assert!(!shows(&screen, "Welcome to Latchkey"));
    assert!(shows(&screen, "Try again"));
}

#[test]
fn s_53_a_proposed_address_is_only_filled_in() {
    let mut screen = Add::new("https://cms.harbour.example.com".to_owned());
    let mut ui = simulate(screen.view(no_logos()));

    assert!(ui.find("https://cms.harbour.example.com").is_ok());
    drop(ui);
    // Nothing is asked before the person does.
    assert!(screen.blocking_request().is_none());
    assert!(matches!(
        screen.update(add::Message::Submit),
        add::Action::Run(_, add::Request::Probe(..))
    ));
}

#[test]
fn s_30_plain_http_needs_the_tick_and_a_new_address_needs_it_anew() {
    let mut screen = Add::new("http://intranet.example.net".to_owned());
    assert!(matches!(
        screen.update(add::Message::Submit),
        add::Action::None
    ));
    let _ = screen.update(add::Message::HttpToggled);
    let add::Action::Run(_, add::Request::Probe(_, options)) = screen.update(add::Message::Submit)
    else {
        panic!()
    };
    assert!(options.allow_http);

    let _ = screen.update(add::Message::Back);
    let _ = screen.update(add::Message::AddressTyped(
        "http://other.example.net".to_owned(),
    ));
    assert!(matches!(
        screen.update(add::Message::Submit),
        add::Action::None
    ));
}

#[test]
fn r_39_an_address_is_refused_while_typing_only_for_what_no_letter_can_mend() {
    for (address, is_refused) in [
        ("", false),
        ("cms", false),
        ("https:/", false),
        ("ftp://files.example.com", true),
        ("https://ada:secret@cms.example.com", true),
    ] {
        let mut screen = Add::new(String::new());
        let _ = screen.update(add::Message::AddressTyped(address.to_owned()));
        let mut ui = simulate(screen.view(no_logos()));
        let hint = ui.find(say!("add-address.hint")).is_ok();
        assert_eq!(!hint, is_refused, "{address}");
    }
}

#[test]
fn s_31_a_server_that_points_elsewhere_is_followed_only_by_a_press() {
    let mut screen = Add::new("https://old.example.com".to_owned());
    let add::Action::Run(request_id, add::Request::Probe(..)) = screen.update(add::Message::Submit)
    else {
        panic!()
    };
    let moved = directus::Error::Redirected {
        host: "old.example.com".to_owned(),
        to: "https://new.example.com/".parse().unwrap(),
    };
    let error = Error::Directus(moved);
    let action = screen.update(add::Message::Probed(request_id, Box::new(Err(error))));
    assert!(matches!(action, add::Action::Focus(add::ADDRESS_FIELD)));

    let add::Action::Run(_, add::Request::Probe(address, _)) =
        screen.update(add::Message::UseRedirect)
    else {
        panic!()
    };
    assert_eq!(address, "https://new.example.com/");
}

#[test]
fn an_instance_that_is_kept_already_is_offered() {
    let mut screen = Add::new("https://cms.harbour.example.com".to_owned());
    let add::Action::Run(request_id, add::Request::Probe(..)) = screen.update(add::Message::Submit)
    else {
        panic!()
    };
    let kept = Error::AlreadyAdded("Harbour Museum".to_owned());
    let _ = screen.update(add::Message::Probed(request_id, Box::new(Err(kept))));
    let mut ui = simulate(screen.view(no_logos()));
    let _ = ui.click("Open it").unwrap();
    let messages = ui.into_messages().collect::<Vec<_>>();
    let [message] = messages.as_slice() else {
        panic!()
    };

    assert!(
        matches!(screen.update(message.clone()), add::Action::Outcome(add::Outcome::OpenExisting(name)) if name == "Harbour Museum")
    );
}

fn signed_in_account() -> Account {
    Account::new(harbour(), TimeZone::UTC)
        .with_status(SessionStatus::SignedIn(signed_in()))
        .unwrap()
}

fn signed_out(outcome: Result<SignOutOutcome, Error>) -> account::Action {
    let mut screen = signed_in_account();
    let account::Action::Run(request_id, account::Request::SignOut(_)) =
        screen.update(account::Message::SignOut)
    else {
        panic!()
    };

    screen.update(account::Message::SignOutAnswered(request_id, outcome))
}

#[test]
fn s_50_each_way_a_sign_out_can_go_has_its_sentence() {
    for (outcome, kind, words) in [
        (
            SignOutOutcome::Everywhere,
            Kind::Success,
            "You are signed out.",
        ),
        (
            SignOutOutcome::HereOnly(unreachable()),
            Kind::Warning,
            "You are signed out on this computer only.",
        ),
        (
            SignOutOutcome::NoSession,
            Kind::Info,
            "Nobody was signed in here.",
        ),
    ] {
        let account::Action::Outcome(account::Outcome::OpenSignIn(Some(note))) =
            signed_out(Ok(outcome))
        else {
            panic!("{words}")
        };
        assert_eq!((note.kind(), note.notice().message.as_str()), (kind, words));
    }

    assert!(matches!(
        signed_out(Err(Error::Vault(vault::Error::Locked))),
        account::Action::None
    ));
}

#[test]
fn a_session_ended_on_the_server_leads_to_the_form_and_says_why() {
    let mut screen = Account::new(harbour(), TimeZone::UTC);
    let account::Action::Run(request_id, account::Request::CheckSession { .. }) =
        screen.check_session()
    else {
        panic!()
    };
    let ended = Ok(SessionStatus::Ended(SessionEnd::OnServer));
    let action = screen.update(account::Message::SessionChecked(
        request_id,
        Box::new(ended),
    ));

    let account::Action::Outcome(account::Outcome::OpenSignIn(Some(note))) = action else {
        panic!()
    };
    assert_eq!(
        note.notice().message,
        "The session was ended on the server."
    );
}

#[test]
fn r_14_a_session_in_memory_says_so_and_offers_to_try_again() {
    let screen = Account::new(harbour(), TimeZone::UTC)
        .with_status(SessionStatus::SignedIn(in_memory()))
        .unwrap();
    let logos = Pictures::new();
    let mut ui = simulate(screen.view(&logos));

    assert!(ui.find("This sign-in is not saved.").is_ok());
    assert!(ui.find("Only until you close Latchkey").is_ok());
    assert!(ui.find("Try again").is_ok());
}

#[test]
fn r_15_only_the_persons_own_try_may_prompt() {
    let mut screen = Account::new(harbour(), TimeZone::UTC);
    assert!(matches!(
        screen.check_session(),
        account::Action::Run(
            _,
            account::Request::CheckSession {
                is_retry: false,
                ..
            }
        )
    ));
    let action = screen.update(account::Message::Retry);
    assert!(matches!(
        action,
        account::Action::Run(_, account::Request::CheckSession { is_retry: true, .. })
    ));
}
