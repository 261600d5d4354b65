//! An instance and this computer looked over.

use iced::keyboard::key::Named;
use latchkey::{
    app::{App, Key, Message as Sent, Screen},
    directus::Generation,
    platform::SchemeStatus,
    profile::Profile,
    say,
    screen::{
        Doctor, Logos, Ticket, account,
        doctor::{Action, Looked, Message},
        instances, sign_in,
    },
    service::{
        Clock, CompanionState, Error, InstanceCheck, MachineCheck, MailedLink, Protection,
        ResetLink, Seen, SsoRoute, Standing, Ways, WhyNot,
    },
    vault::Trouble,
};

use crate::{made_up::*, support::*, window};

const RESET: &str = "PASSWORD_RESET_URL_ALLOW_LIST=app.latchkey://auth/reset-password";

fn looking(profile: Profile) -> (Doctor, Ticket) {
    let mut screen = Doctor::new(profile);
    let Action::Look(ticket) = screen.look() else {
        panic!()
    };

    (screen, ticket)
}

fn found(profile: Profile, instance: Vec<InstanceCheck>, machine: Vec<MachineCheck>) -> Doctor {
    let (mut screen, ticket) = looking(profile);
    let looked = Box::new(Looked { instance, machine });
    let _ = screen.update(Message::Found(ticket, looked));

    screen
}

fn reached(link: MailedLink, route: SsoRoute, companion: CompanionState) -> Vec<InstanceCheck> {
    vec![
        InstanceCheck::Reachable(Some(Ok(()))),
        InstanceCheck::Tls(Some(Ok(Protection::Tls))),
        InstanceCheck::Clock(Clock::Ahead(0)),
        InstanceCheck::Directus(Some(Ok(Seen {
            generation: Generation::Eleven,
            is_licensed: None,
        }))),
        InstanceCheck::ResetLink(Some(Ok(ResetLink::Mailed {
            link,
            has_page: false,
        }))),
        InstanceCheck::SignIn(Some(Ok(Ways {
            providers: providers(false),
            is_licensed: None,
        }))),
        InstanceCheck::SsoRoute(corp(), Some(Ok(route))),
        InstanceCheck::Companion(Some(Ok(companion))),
    ]
}

fn fine() -> Doctor {
    found(
        harbour(),
        reached(MailedLink::Bridge, SsoRoute::HandOff, CompanionState::Ready),
        vec![
            MachineCheck::Keyring(Ok(Some("GNOME Keyring"))),
            MachineCheck::SchemeHandler(SchemeStatus::Ours),
        ],
    )
}

fn stock() -> Doctor {
    found(
        harbour(),
        reached(
            MailedLink::Studio,
            SsoRoute::None(WhyNot::NoCompanion),
            CompanionState::Absent { is_missed: true },
        ),
        vec![
            MachineCheck::Keyring(Err(Trouble::Locked)),
            MachineCheck::SchemeHandler(SchemeStatus::Nobody),
        ],
    )
}

fn down() -> Doctor {
    let error = Error::Directus(unreachable());

    found(
        harbour(),
        vec![
            InstanceCheck::Reachable(Some(Err(error))),
            InstanceCheck::Tls(None),
            InstanceCheck::Clock(Clock::Unasked),
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
    let logos = Logos::new();
    let mut ui = simulate(screen.view(&logos));

    ui.find(words).is_ok()
}

#[test]
fn while_it_looks_it_says_so_and_one_can_leave() {
    let (mut screen, _) = looking(harbour());

    assert!(shows(&screen, say!("doctor-busy")));
    assert!(!shows(&screen, say!("doctor-again")));
    // Asked twice, it looks once.
    assert!(matches!(screen.update(Message::Again), Action::None));
    assert!(matches!(screen.update(Message::Back), Action::Back));
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
    assert!(matches!(copied, Action::Copy(text) if text == RESET));
    assert!(shows(&screen, say!("doctor-copied")));
    // Of what is well there is nothing to copy.
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
    let (_, old) = looking(harbour());
    let mut screen = stock();
    let Action::Look(ticket) = screen.update(Message::Again) else {
        panic!()
    };
    assert!(!shows(&screen, RESET) && shows(&screen, say!("doctor-busy")));

    let nothing = || {
        Box::new(Looked {
            instance: Vec::new(),
            machine: Vec::new(),
        })
    };
    let _ = screen.update(Message::Found(old, nothing()));
    assert!(screen.awaits(ticket));
    let _ = screen.update(Message::Found(ticket, nothing()));
    assert!(screen.pending().is_none() && shows(&screen, say!("doctor-all-fine")));
}

#[test]
fn a1_the_keyboard_copies_and_checks_again() {
    let screen = stock();
    let logos = Logos::new();
    let mut hands = Hands::on(screen.view(&logos));

    // The last control checks again, the one before it copies the last lines.
    let _ = hands.tab_back();
    hands.press(Named::Enter);
    let _ = hands.tab_back();
    hands.press(Named::Space);
    assert!(matches!(
        hands.messages().as_slice(),
        [Message::Again, Message::Copy(id)] if id == "scheme_handler"
    ));
}

fn is_checkup(app: &App) -> bool {
    matches!(app.top(), Some(Screen::Doctor(screen)) if screen.is_about(&id('a')))
}

#[test]
fn it_is_reached_from_the_form_and_the_account_and_esc_leads_back() {
    let mut app = window::open();
    window::sign_in_screen(&mut app, 'a');
    window::type_both(&mut app);
    window::send(&mut app, Sent::SignIn(sign_in::Message::CheckUp));
    assert!(is_checkup(&app));
    assert_eq!(
        app.title(),
        "Harbour Museum — cms.harbour.example.com — Check"
    );
    assert_eq!(app.running().count(), 1);
    window::send(&mut app, Sent::Key(Key::Back));
    // The look ends with its screen, and what was typed is still there.
    assert_eq!(app.running().count(), 0);
    assert!(app.top().is_some_and(Screen::is_being_typed));
    window::send(&mut app, Sent::Key(Key::Back));

    let standing = Box::new(Ok(Standing::SignedIn(signed_in())));
    window::send(&mut app, Sent::Stands(id('a'), standing));
    let open = instances::Message::Open(id('a'));
    window::send(&mut app, Sent::Instances(open));
    window::send(&mut app, Sent::Account(account::Message::CheckUp));
    assert!(is_checkup(&app));
    window::send(&mut app, Sent::Doctor(Message::Back));
    assert!(matches!(app.top(), Some(Screen::Account(_))));
}

#[test]
pub(crate) fn checkup_screen() {
    let logos = Logos::new();
    let harbour = harbour();

    let (busy, _) = looking(harbour.clone());
    snapshot("doctor-busy", Some(&harbour), || busy.view(&logos));
    let fine = fine();
    snapshot("checkup-fine", Some(&harbour), || fine.view(&logos));
    let down = down();
    snapshot("checkup-down", Some(&harbour), || down.view(&logos));
    let mut stock = stock();
    snapshot_small("checkup-small", Some(&harbour), || stock.view(&logos));
    snapshot_large("checkup-large", Some(&harbour), || stock.view(&logos));
    let _ = stock.update(Message::Copy("reset_link".to_owned()));
    snapshot_long("checkup-stock", Some(&harbour), || stock.view(&logos));
}
