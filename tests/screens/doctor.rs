//! Doctor's screen: the checks of an instance and of this computer.

use iced::keyboard::key::Named;
use latchkey::{
    app::{AnyScreen, App, Message as Sent, Shortcut},
    directus::Generation,
    platform::SchemeStatus,
    profile::Profile,
    say,
    screen::{
        Doctor, Pictures, RequestId, account,
        doctor::{Action, CheckResults, Message},
        instances, sign_in,
    },
    service::{
        ClockOffset, CompanionState, Error, InstanceCheck, MachineCheck, MailedLinkKind,
        NoRouteReason, Protection, ResetLink, ServerSeen, SessionStatus, SignInOptions, SsoRoute,
    },
    vault,
};

use crate::{made_up::*, support::*, window};

const RESET: &str = "PASSWORD_RESET_URL_ALLOW_LIST=app.latchkey://auth/reset-password";

fn in_progress(profile: Profile) -> (Doctor, RequestId) {
    let mut screen = Doctor::new(profile);
    let Action::Run(request_id, _) = screen.run_checks() else {
        panic!()
    };

    (screen, request_id)
}

fn finished(profile: Profile, instance: Vec<InstanceCheck>, machine: Vec<MachineCheck>) -> Doctor {
    let (mut screen, request_id) = in_progress(profile);
    let looked = Box::new(CheckResults { instance, machine });
    let _ = screen.update(Message::Checked(request_id, looked));

    screen
}

fn reached(link: MailedLinkKind, route: SsoRoute, companion: CompanionState) -> Vec<InstanceCheck> {
    vec![
        InstanceCheck::Reachable(Some(Ok(()))),
        InstanceCheck::Tls(Some(Ok(Protection::Tls))),
        InstanceCheck::Clock(ClockOffset::Ahead(0)),
        InstanceCheck::Directus(Some(Ok(ServerSeen {
            generation: Generation::V11,
            is_licensed: None,
        }))),
        InstanceCheck::ResetLink(Some(Ok(ResetLink::Mailed {
            link,
            has_page: false,
        }))),
        InstanceCheck::SignIn(Some(Ok(SignInOptions {
            providers: providers(false),
            is_licensed: None,
        }))),
        InstanceCheck::SsoRoute(corp(), Some(Ok(route))),
        InstanceCheck::Companion(Some(Ok(companion))),
    ]
}

fn fine() -> Doctor {
    finished(
        harbour(),
        reached(
            MailedLinkKind::CompanionPage,
            SsoRoute::HandOff,
            CompanionState::Ready,
        ),
        vec![
            MachineCheck::Keyring(Ok(Some("GNOME Keyring"))),
            MachineCheck::SchemeHandler(SchemeStatus::Ours),
        ],
    )
}

fn stock() -> Doctor {
    finished(
        harbour(),
        reached(
            MailedLinkKind::DataStudio,
            SsoRoute::None(NoRouteReason::NoCompanion),
            CompanionState::Absent { is_needed: true },
        ),
        vec![
            MachineCheck::Keyring(Err(vault::Error::Locked)),
            MachineCheck::SchemeHandler(SchemeStatus::Nobody),
        ],
    )
}

fn down() -> Doctor {
    let error = Error::Directus(unreachable());

    finished(
        harbour(),
        vec![
            InstanceCheck::Reachable(Some(Err(error))),
            InstanceCheck::Tls(None),
            InstanceCheck::Clock(ClockOffset::NotAsked),
            InstanceCheck::Directus(None),
            InstanceCheck::ResetLink(None),
            InstanceCheck::SignIn(None),
            InstanceCheck::Companion(None),
        ],
        vec![
            MachineCheck::Keyring(Ok(Some("KWallet"))),
            MachineCheck::SchemeHandler(SchemeStatus::Ours),
        ],
    )
}

fn shows(screen: &Doctor, words: &str) -> bool {
    let logos = Pictures::new();
    let mut ui = simulate(screen.view(&logos));

    ui.find(words).is_ok()
}

#[test]
fn while_it_looks_it_says_so_and_one_can_leave() {
    let (mut screen, _) = in_progress(harbour());

    assert!(shows(&screen, say!("doctor-busy")));
    assert!(!shows(&screen, say!("doctor-again")));
    // A second request while the checks run does nothing.
    assert!(matches!(screen.update(Message::CheckAgain), Action::None));
    assert!(matches!(screen.update(Message::Back), Action::Leave));
}

#[test]
fn what_is_wrong_says_so_in_words_and_its_lines_can_be_copied() {
    let mut screen = stock();

    for words in [
        "5 things can be mended.",
        say!("doctor-failed"),
        say!("doctor-warning"),
        RESET,
        "latchkey scheme register",
        "Your keyring is locked.",
    ] {
        assert!(shows(&screen, words), "{words}");
    }
    let copied = screen.update(Message::Copy("reset_link".to_owned()));
    assert!(matches!(copied, Action::Copy(text) if text.expose() == RESET));
    assert!(shows(&screen, say!("doctor-copied")));
    // A check that passes offers nothing to copy.
    let copied = screen.update(Message::Copy("reachable".to_owned()));
    assert!(matches!(copied, Action::None));
}

#[test]
fn where_all_is_well_it_says_so_and_offers_nothing_to_copy() {
    let screen = fine();

    assert!(shows(&screen, say!("doctor-all-fine")));
    assert!(!shows(&screen, say!("doctor-copy")));
    assert!(!shows(&screen, say!("doctor-failed")) && !shows(&screen, say!("doctor-warning")));
}

#[test]
fn looked_at_again_nothing_old_stays_and_a_late_answer_is_dropped() {
    let (_, old) = in_progress(harbour());
    let mut screen = stock();
    let Action::Run(request_id, _) = screen.update(Message::CheckAgain) else {
        panic!()
    };
    assert!(!shows(&screen, RESET) && shows(&screen, say!("doctor-busy")));

    let nothing = || {
        Box::new(CheckResults {
            instance: Vec::new(),
            machine: Vec::new(),
        })
    };
    let _ = screen.update(Message::Checked(old, nothing()));
    assert!(screen.awaits(request_id));
    let _ = screen.update(Message::Checked(request_id, nothing()));
    assert!(screen.blocking_request().is_none() && shows(&screen, say!("doctor-all-fine")));
}

#[test]
fn the_keyboard_copies_and_checks_again() {
    let screen = stock();
    let logos = Pictures::new();
    let mut input = InputDriver::on(screen.view(&logos));

    // The last control checks again, the one before it copies the last lines.
    let _ = input.tab_back();
    input.press(Named::Enter);
    let _ = input.tab_back();
    input.press(Named::Space);
    assert!(matches!(
        input.messages().as_slice(),
        [Message::CheckAgain, Message::Copy(id)] if id == "scheme_handler"
    ));
}

fn is_checkup(app: &App) -> bool {
    matches!(app.top(), Some(AnyScreen::Doctor(screen)) if screen.is_about(&id('a')))
}

#[test]
fn it_is_reached_from_the_form_and_the_account_and_esc_leads_back() {
    let mut app = window::open();
    window::sign_in_screen(&mut app, 'a');
    window::type_both(&mut app);
    window::send(&mut app, Sent::SignIn(sign_in::Message::OpenDoctor));
    assert!(is_checkup(&app));
    assert_eq!(
        app.title(),
        "Harbour Museum — cms.harbour.example.com — Check"
    );
    assert_eq!(app.cancellable_requests().count(), 1);
    window::send(&mut app, Sent::Shortcut(Shortcut::Back));
    // The checks are cancelled with their screen, and the text in the form below is still there.
    assert_eq!(app.cancellable_requests().count(), 0);
    assert!(app.top().is_some_and(|screen| screen.is_being_typed()));
    window::send(&mut app, Sent::Shortcut(Shortcut::Back));

    let standing = Box::new(Ok(SessionStatus::SignedIn(signed_in())));
    window::send(&mut app, Sent::SessionChecked(id('a'), standing));
    let open = instances::Message::Open(id('a'));
    window::send(&mut app, Sent::Instances(open));
    window::send(&mut app, Sent::Account(account::Message::OpenDoctor));
    assert!(is_checkup(&app));
    window::send(&mut app, Sent::Doctor(Message::Back));
    assert!(matches!(app.top(), Some(AnyScreen::Account(_))));
}

#[test]
pub(crate) fn checkup_screen() {
    let logos = Pictures::new();
    let harbour = harbour();

    let (busy, _) = in_progress(harbour.clone());
    snapshot("doctor-busy", Some(&harbour), || busy.view(&logos));
    let fine = fine();
    snapshot("doctor-fine", Some(&harbour), || fine.view(&logos));
    let down = down();
    snapshot("doctor-down", Some(&harbour), || down.view(&logos));
    let mut stock = stock();
    snapshot_small("doctor-small", Some(&harbour), || stock.view(&logos));
    snapshot_large("doctor-large", Some(&harbour), || stock.view(&logos));
    let _ = stock.update(Message::Copy("reset_link".to_owned()));
    snapshot_long("doctor-stock", Some(&harbour), || stock.view(&logos));
}
