//! The list of instances: ordering, renaming, and removing with undo.

mod long;

use iced::keyboard::{Modifiers, key::Named};
use latchkey::{
    app::Message as Window,
    profile::{Profile, ProfileId, Profiles},
    screen::{
        Instances, Pictures, RequestId,
        instances::{Action, Direction, Message, Outcome, Request, SEARCH_FIELD, UNDO_SECONDS},
    },
    service::{Error, SessionStatus, SignOutOutcome},
    store::LoadedProfiles,
    ui::focus::Step,
    vault,
};

use self::long::many;
use crate::{made_up::*, support::*, window::*};

fn list_of(kept: impl IntoIterator<Item = Profile>) -> Instances {
    let mut profiles = Profiles::default();
    for profile in kept {
        let _ = profiles.put(profile);
    }
    let mut screen = Instances::new();
    screen.load(Ok(LoadedProfiles {
        profiles,
        notice: None,
    }));

    screen
}

fn few() -> Instances {
    let mut screen = list_of([harbour(), orchard(), local()]);
    for digit in ['b', 'c'] {
        screen.set_status(&id(digit), Ok(SessionStatus::SignedOut));
    }
    screen.set_status(&id('a'), Ok(SessionStatus::SignedIn(signed_in())));

    screen
}

fn order(screen: &Instances) -> String {
    screen
        .shown()
        .filter_map(|row| row.profile.id.as_str().chars().next())
        .collect()
}

fn shows(screen: &Instances, words: &str) -> bool {
    let logos = Pictures::new();
    let mut ui = simulate(screen.view(&logos));

    ui.find(words).is_ok()
}

#[test]
fn a_card_goes_at_once_and_nothing_is_done_while_it_can_come_back() {
    let mut screen = few();
    let action = screen.update(Message::Remove(id('a')));
    assert_eq!(action.focus(), Some("undo"));
    assert!(action.requests().is_empty(), "nothing is removed yet");
    assert_eq!(order(&screen), "bc");
    assert!(shows(&screen, "Harbour Museum is removed."));
    assert!(shows(
        &screen,
        "You will be signed out of it when this notice goes."
    ));

    // Read again meanwhile, the file still has it, the list does not.
    screen.load(Ok(LoadedProfiles {
        profiles: {
            let mut profiles = Profiles::default();
            for profile in [harbour(), orchard(), local()] {
                let _ = profiles.put(profile);
            }
            profiles
        },
        notice: None,
    }));
    assert_eq!(order(&screen), "bc");

    for _ in 1..UNDO_SECONDS {
        assert!(matches!(screen.count_down(), Action::None));
    }
    let action = screen.update(Message::Undo);
    assert!(matches!(action, Action::FocusOwned(_)), "{action:?}");
    assert_eq!(order(&screen), "abc");
    assert!(!screen.needs_tick(true));
    assert!(shows(&screen, "Signed in as Ada Byron"), "the session too");
    assert!(matches!(screen.count_down(), Action::None));
}

#[test]
fn s_50_when_the_time_is_over_it_is_removed_once() {
    let mut screen = few();
    let _ = screen.update(Message::Remove(id('a')));
    let sent = (0..UNDO_SECONDS * 2)
        .filter_map(|_| match screen.count_down() {
            Action::Run(request_id, Request::Remove(gone)) => Some((request_id, gone)),
            _ => None,
        })
        .collect::<Vec<_>>();
    let [(request_id, gone)] = sent.as_slice() else {
        panic!("{sent:?}")
    };
    assert_eq!(gone, &id('a'));
    assert_eq!(order(&screen), "bc");
    assert!(!shows(&screen, "Undo"));

    let _ = screen.update(Message::Removed(
        RequestId::next(),
        Ok(SignOutOutcome::NoSession),
    ));
    assert!(screen.row(&id('a')).is_some(), "another's answer");
    let _ = screen.update(Message::Removed(*request_id, Ok(SignOutOutcome::NoSession)));
    assert!(screen.row(&id('a')).is_none());
}

#[test]
fn what_cannot_be_removed_is_back_with_the_reason() {
    let mut screen = few();
    let _ = screen.update(Message::Remove(id('a')));
    let request_id = (0..UNDO_SECONDS)
        .find_map(|_| match screen.count_down() {
            Action::Run(request_id, Request::Remove(_)) => Some(request_id),
            _ => None,
        })
        .unwrap();
    let _ = screen.update(Message::Removed(
        request_id,
        Err(Error::Vault(vault::Error::Locked)),
    ));

    assert_eq!(order(&screen), "abc");
    assert!(shows(&screen, "Your keyring is locked."));
}

#[test]
fn the_next_removal_ends_the_time_of_the_one_before() {
    let mut screen = few();
    let _ = screen.update(Message::Remove(id('a')));
    let action = screen.update(Message::Remove(id('b')));
    let [(_, Request::Remove(gone))] = action.requests()[..] else {
        panic!("{action:?}")
    };
    assert_eq!(gone, &id('a'));
    assert_eq!(screen.undoable_removal(), Some(&id('b')));
    assert_eq!(order(&screen), "c");
    let _ = screen.update(Message::Undo);
    assert_eq!(order(&screen), "bc", "only the last one");
}

#[test]
fn s_24_an_instance_that_a_page_needs_meanwhile_stays() {
    let mut app = open();
    send(&mut app, Window::Instances(Message::Remove(id('a'))));
    assert_eq!(
        app.instances().shown().count() + 1,
        app.instances().rows().len()
    );
    sign_in_screen(&mut app, 'a');
    let now = std::time::Instant::now();
    send(&mut app, Window::Tick(now));

    assert_eq!(
        app.instances().shown().count(),
        app.instances().rows().len()
    );
    assert!(app.instances().undoable_removal().is_none());
}

/// The move that is sent to the file, if one is: of which instance, to the place of which other one.
fn sent_move(action: &Action) -> Option<(RequestId, ProfileId, ProfileId)> {
    match action.requests()[..] {
        [(request, Request::Move { profile, place_of })] => {
            Some((request, profile.clone(), place_of.clone()))
        }
        _ => None,
    }
}

#[test]
fn the_order_changes_at_once_and_is_kept_one_move_after_the_other() {
    let mut screen = few();
    let (first, moved, place) =
        sent_move(&screen.update(Message::Move(id('a'), Direction::Down))).unwrap();
    assert_eq!((moved, place), (id('a'), id('b')));
    assert_eq!(order(&screen), "bac");

    // The second waits for the first: sent side by side they might arrive the other way round.
    let action = screen.update(Message::Move(id('a'), Direction::Down));
    assert_eq!(sent_move(&action), None);
    assert_eq!(order(&screen), "bca");
    let (second, moved, place) = sent_move(&screen.update(Message::Moved(first, Ok(())))).unwrap();
    assert_eq!((moved, place), (id('a'), id('c')));
    let action = screen.update(Message::Moved(second, Ok(())));
    assert!(
        matches!(action, Action::Outcome(Outcome::Reload)),
        "{action:?}"
    );

    // An instance at an end moves no further.
    let action = screen.update(Message::Move(id('a'), Direction::Down));
    assert!(matches!(action, Action::None), "{action:?}");
    // The removed instance is only hidden; moving goes past it to the visible neighbour.
    let _ = screen.update(Message::Remove(id('c')));
    let (request_id, _, place) =
        sent_move(&screen.update(Message::Move(id('a'), Direction::Up))).unwrap();
    assert_eq!(place, id('b'));
    let action = screen.update(Message::Moved(request_id, Err(Error::ProfileRemoved)));
    assert!(
        matches!(action, Action::Outcome(Outcome::Reload)),
        "the file knows the order"
    );
}

#[test]
fn a_card_with_the_keyboard_moves_renames_and_goes() {
    let screen = few();
    let logos = Pictures::new();
    let card = format!("card-{}", id('b').as_str());

    for (key, modifiers, meant) in [
        (Named::ArrowUp, Modifiers::ALT, "Move(Up)"),
        (Named::ArrowDown, Modifiers::ALT, "Move(Down)"),
        (Named::F2, Modifiers::empty(), "Rename"),
        (Named::Delete, Modifiers::empty(), "Remove"),
        (Named::ContextMenu, Modifiers::empty(), "Menu"),
        (Named::F10, Modifiers::SHIFT, "Menu"),
        (Named::Enter, Modifiers::empty(), "Open"),
        (Named::ArrowUp, Modifiers::empty(), ""),
        (Named::Delete, Modifiers::CTRL, ""),
    ] {
        let mut input = InputDriver::on(screen.view(&logos));
        input.press_with(key, modifiers);
        assert!(input.focused().is_none());
        input.focus_on(card.clone());
        input.press_with(key, modifiers);
        let words = input.messages().into_iter().map(|message| match message {
            Message::Move(at, way) if at == id('b') => format!("Move({way:?})"),
            Message::Rename(at) if at == id('b') => "Rename".to_owned(),
            Message::Remove(at) if at == id('b') => "Remove".to_owned(),
            Message::ToggleMenu(at) if at == id('b') => "Menu".to_owned(),
            Message::Open(at) if at == id('b') => "Open".to_owned(),
            other => format!("{other:?}"),
        });
        assert_eq!(words.collect::<String>(), meant, "{key:?} {modifiers:?}");
    }
}

#[test]
fn a_name_is_changed_in_its_place() {
    let mut screen = few();
    let action = screen.update(Message::Rename(id('b')));
    assert!(matches!(action, Action::FocusOwned(_)));
    let _ = screen.update(Message::NameTyped(" \u{202e} ".to_owned()));
    assert!(matches!(
        screen.update(Message::NameEntered),
        Action::FocusOwned(_)
    ));
    assert!(shows(
        &screen,
        "The name is empty. Give it at least one visible character."
    ));

    let _ = screen.update(Message::NameTyped("Garden".to_owned()));
    let Action::Run(request_id, Request::Rename(at, name)) = screen.update(Message::NameEntered)
    else {
        panic!()
    };
    assert_eq!((at, name.as_str()), (id('b'), "Garden"));
    // A second Enter does not send the name again.
    assert!(matches!(screen.update(Message::NameEntered), Action::None));

    // The name belongs to another instance, so a number is added.
    let mut kept = orchard();
    kept.name = "Garden 2".to_owned();
    let _ = screen.update(Message::Renamed(request_id, Box::new(Ok(kept))));
    assert!(shows(&screen, "Garden 2"));

    let _ = screen.update(Message::Rename(id('b')));
    let _ = screen.update(Message::Back);
    assert!(shows(&screen, "Garden 2"));
}

#[test]
pub(crate) fn the_list_at_work() {
    let logos = Pictures::new();

    let mut menu = few();
    let _ = menu.update(Message::ToggleMenu(id('b')));
    snapshot("instances-menu", None, || menu.view(&logos));
    snapshot_narrow("instances-menu-narrow", None, || menu.view(&logos));

    let mut removed = few();
    let _ = removed.update(Message::Remove(id('a')));
    snapshot("instances-removed", None, || removed.view(&logos));
    snapshot_narrow("instances-removed-narrow", None, || removed.view(&logos));

    let mut rename = few();
    let _ = rename.update(Message::Rename(id('b')));
    snapshot("instances-rename", None, || rename.view(&logos));
    let _ = rename.update(Message::NameTyped(String::new()));
    let _ = rename.update(Message::NameEntered);
    snapshot("instances-rename-empty", None, || rename.view(&logos));

    let mut search = many();
    snapshot("instances-many", None, || search.view(&logos));
    let _ = search.update(Message::SearchTyped("g".to_owned()));
    snapshot("instances-search", None, || search.view(&logos));
    let _ = search.update(Message::SearchTyped("nowhere".to_owned()));
    snapshot("instances-search-nothing", None, || search.view(&logos));
}
