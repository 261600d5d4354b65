//! The list as a tool: finding, ordering, renaming, and removing with a way back.

use std::time::Instant;

use iced::keyboard::{Modifiers, key::Named};
use latchkey::{
    app::Message as Window,
    profile::{Profile, Profiles},
    screen::{
        Instances, Logos, Ticket,
        instances::{Action, Message, SEARCH, UNDO_SECONDS, Way},
    },
    service::{Error, SignedOut, Standing},
    store::Loaded,
    ui::focus::Step,
    vault::Trouble,
};

use crate::{made_up::*, support::*, window::*};

fn list_of(kept: impl IntoIterator<Item = Profile>) -> Instances {
    let mut profiles = Profiles::default();
    for profile in kept {
        let _ = profiles.put(profile);
    }
    let mut screen = Instances::new();
    screen.load(Ok(Loaded {
        profiles,
        notice: None,
    }));

    screen
}

fn few() -> Instances {
    let mut screen = list_of([harbour(), orchard(), local()]);
    for digit in ['b', 'c'] {
        screen.stands(&id(digit), Ok(Standing::SignedOut));
    }
    screen.stands(&id('a'), Ok(Standing::SignedIn(signed_in())));

    screen
}

fn many() -> Instances {
    let kept = [
        ("Łódź Archive", "lodz.example.com"),
        ("Münster", "munster.example.com"),
        ("Zürich", "zurich.example.com"),
        ("São Paulo", "saopaulo.example.com"),
        ("Reykjavík", "reykjavik.example.com"),
        ("Oslo", "oslo.example.com"),
        ("Bergen", "bergen.example.com"),
        ("Gent", "gent.example.com"),
        ("Lund", "lund.example.com"),
    ];
    let mut screen =
        list_of(kept.into_iter().zip('0'..).map(|((name, host), digit)| {
            profile(digit, name, &format!("https://{host}"), "#0E7490")
        }));
    for digit in '0'..='8' {
        screen.stands(&id(digit), Ok(Standing::SignedOut));
    }

    screen
}

fn order(screen: &Instances) -> String {
    screen
        .shown()
        .filter_map(|row| row.profile.id.as_str().chars().next())
        .collect()
}

fn shows(screen: &Instances, words: &str) -> bool {
    let logos = Logos::new();
    let mut ui = simulate(screen.view(&logos));

    ui.find(words).is_ok()
}

#[test]
fn a_card_goes_at_once_and_nothing_is_done_while_it_can_come_back() {
    let mut screen = few();
    let action = screen.update(Message::Remove(id('a')));
    assert!(matches!(action, Action::Leave(None)), "{action:?}");
    assert_eq!(order(&screen), "bc");
    assert!(shows(&screen, "Harbour Museum is removed."));
    assert!(shows(
        &screen,
        "You will be signed out of it when this notice goes."
    ));

    // Read again meanwhile, the file still has it, the list does not.
    screen.load(Ok(Loaded {
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
        assert!(matches!(screen.tick(), Action::None));
    }
    let action = screen.update(Message::Undo);
    assert!(matches!(action, Action::Focus(_)), "{action:?}");
    assert_eq!(order(&screen), "abc");
    assert!(!screen.counts());
    assert!(shows(&screen, "Signed in as Ada Byron"), "the session too");
    assert!(matches!(screen.tick(), Action::None));
}

#[test]
fn s_50_when_the_time_is_over_it_is_removed_once() {
    let mut screen = few();
    let _ = screen.update(Message::Remove(id('a')));
    let sent = (0..UNDO_SECONDS * 2)
        .filter_map(|_| match screen.tick() {
            Action::Remove(ticket, gone) => Some((ticket, gone)),
            _ => None,
        })
        .collect::<Vec<_>>();
    let [(ticket, gone)] = sent.as_slice() else {
        panic!("{sent:?}")
    };
    assert_eq!(gone, &id('a'));
    assert_eq!(order(&screen), "bc");
    assert!(!shows(&screen, "Undo"));

    let _ = screen.update(Message::Removed(Ticket::next(), Ok(SignedOut::Nothing)));
    assert!(screen.row(&id('a')).is_some(), "another's answer");
    let _ = screen.update(Message::Removed(*ticket, Ok(SignedOut::Nothing)));
    assert!(screen.row(&id('a')).is_none());
}

#[test]
fn what_cannot_be_removed_is_back_with_the_reason() {
    let mut screen = few();
    let _ = screen.update(Message::Remove(id('a')));
    let ticket = (0..UNDO_SECONDS)
        .find_map(|_| match screen.tick() {
            Action::Remove(ticket, _) => Some(ticket),
            _ => None,
        })
        .unwrap();
    let _ = screen.update(Message::Removed(ticket, Err(Error::Vault(Trouble::Locked))));

    assert_eq!(order(&screen), "abc");
    assert!(shows(&screen, "Your keyring is locked."));
}

#[test]
fn the_next_removal_ends_the_time_of_the_one_before() {
    let mut screen = few();
    let _ = screen.update(Message::Remove(id('a')));
    let Action::Leave(Some((_, gone))) = screen.update(Message::Remove(id('b'))) else {
        panic!()
    };
    assert_eq!(gone, id('a'));
    assert_eq!(screen.leaving(), Some(&id('b')));
    assert_eq!(order(&screen), "c");
    let _ = screen.update(Message::Undo);
    assert_eq!(order(&screen), "bc", "only the last one");
}

#[test]
fn s_24_an_instance_that_a_page_needs_meanwhile_stays() {
    let mut app = open();
    send(&mut app, Window::Instances(Message::Remove(id('a'))));
    assert_eq!(app.list().shown().count() + 1, app.list().rows().len());
    sign_in_screen(&mut app, 'a');
    let now = std::time::Instant::now();
    send(&mut app, Window::Tick(now));

    assert_eq!(app.list().shown().count(), app.list().rows().len());
    assert!(app.list().leaving().is_none());
}

#[test]
fn the_order_changes_at_once_and_is_kept_one_move_after_the_other() {
    let mut screen = few();
    let Action::Move(Some((first, moved, place)), _) =
        screen.update(Message::Move(id('a'), Way::Down))
    else {
        panic!()
    };
    assert_eq!((moved, place), (id('a'), id('b')));
    assert_eq!(order(&screen), "bac");

    // The second waits for the first: sent side by side they might arrive the other way round.
    let action = screen.update(Message::Move(id('a'), Way::Down));
    assert!(matches!(action, Action::Move(None, _)), "{action:?}");
    assert_eq!(order(&screen), "bca");
    let Action::Move(Some((second, moved, place)), _) =
        screen.update(Message::Moved(first, Ok(())))
    else {
        panic!()
    };
    assert_eq!((moved, place), (id('a'), id('c')));
    let action = screen.update(Message::Moved(second, Ok(())));
    assert!(matches!(action, Action::Reload), "{action:?}");

    // Beyond the ends is nothing.
    let action = screen.update(Message::Move(id('a'), Way::Down));
    assert!(matches!(action, Action::None), "{action:?}");
    // Past one that is only hidden, the neighbour in sight is meant.
    let _ = screen.update(Message::Remove(id('c')));
    let Action::Move(Some((ticket, _, place)), _) = screen.update(Message::Move(id('a'), Way::Up))
    else {
        panic!()
    };
    assert_eq!(place, id('b'));
    let action = screen.update(Message::Moved(ticket, Err(Error::Gone)));
    assert!(matches!(action, Action::Reload), "the file knows the order");
}

#[test]
fn a1_a_card_with_the_keyboard_moves_renames_and_goes() {
    let screen = few();
    let logos = Logos::new();
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
        let mut hands = Hands::on(screen.view(&logos));
        hands.press_with(key, modifiers);
        assert!(hands.focused().is_none());
        hands.focus_on(card.clone());
        hands.press_with(key, modifiers);
        let words = hands.messages().into_iter().map(|message| match message {
            Message::Move(at, way) if at == id('b') => format!("Move({way:?})"),
            Message::Rename(at) if at == id('b') => "Rename".to_owned(),
            Message::Remove(at) if at == id('b') => "Remove".to_owned(),
            Message::Menu(at) if at == id('b') => "Menu".to_owned(),
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
    assert!(matches!(action, Action::Focus(_)));
    let _ = screen.update(Message::NameTyped(" \u{202e} ".to_owned()));
    assert!(matches!(
        screen.update(Message::NameEntered),
        Action::Focus(_)
    ));
    assert!(shows(
        &screen,
        "The name is empty. Give it at least one visible character."
    ));

    let _ = screen.update(Message::NameTyped("Garden".to_owned()));
    let Action::Rename(ticket, at, name) = screen.update(Message::NameEntered) else {
        panic!()
    };
    assert_eq!((at, name.as_str()), (id('b'), "Garden"));
    // Once is enough.
    assert!(matches!(screen.update(Message::NameEntered), Action::None));

    // Taken by another one, it is kept with a number.
    let mut kept = orchard();
    kept.name = "Garden 2".to_owned();
    let _ = screen.update(Message::Renamed(ticket, Box::new(Ok(kept))));
    assert!(shows(&screen, "Garden 2"));

    let _ = screen.update(Message::Rename(id('b')));
    let _ = screen.update(Message::Back);
    assert!(shows(&screen, "Garden 2"));
}

#[test]
fn many_are_found_by_a_few_letters() {
    assert!(!shows(&few(), "Search"), "a few need no search");

    let mut screen = many();
    assert!(shows(&screen, "Search"));
    assert_eq!(screen.focus(), Some(SEARCH));
    for (typed, first) in [
        ("lodz", '0'),
        ("SAO", '3'),
        ("lund.example", '8'),
        ("", '0'),
    ] {
        let _ = screen.update(Message::SearchTyped(typed.to_owned()));
        let Action::Open(row) = screen.update(Message::SearchEntered) else {
            panic!()
        };
        assert_eq!(row.profile.id, id(first), "{typed}");
    }

    let _ = screen.update(Message::SearchTyped("nowhere".to_owned()));
    assert!(shows(&screen, "No instance matches “nowhere”."));
    assert!(matches!(
        screen.update(Message::SearchEntered),
        Action::None
    ));
    // What is beside a hit is not what it seems, so that nothing moves.
    let _ = screen.update(Message::SearchTyped("o".to_owned()));
    assert!(matches!(
        screen.update(Message::Move(id('3'), Way::Up)),
        Action::None
    ));
    let _ = screen.update(Message::Back);
    assert!(shows(&screen, "Łódź Archive") && shows(&screen, "Lund"));
}

/// Two hundred of them, with long names, notes as long as a server may send, and names written from right to left.
fn very_many() -> Instances {
    list_of((0..200_u64).map(|number| {
        let mut kept = harbour();
        kept.id = latchkey::profile::ProfileId::parse(&format!("{number:016x}")).unwrap();
        kept.name = match number % 2 {
            0 => format!("The Federated Archive of all Maritime Collections of the North {number}"),
            _ => format!("متحف الميناء {number}"),
        };
        kept.project.note = Some("word ".repeat(13_000));

        kept
    }))
}

/// How many of them say their names.
fn named(screen: &Instances) -> usize {
    let logos = Logos::new();
    let mut ui = simulate(screen.view(&logos));

    screen
        .rows()
        .iter()
        .filter(|row| ui.find(row.profile.name.as_str()).is_ok())
        .count()
}

#[test]
fn r_44_of_a_long_list_only_what_is_near_has_words_and_everything_the_keyboard() {
    let mut screen = very_many();
    assert_eq!(named(&screen), 16);
    let _ = screen.update(Message::Near(24));
    assert_eq!(named(&screen), 24);
    assert!(shows(
        &screen,
        "The Federated Archive of all Maritime Collections of the North 198"
    ));

    let logos = Logos::new();
    let mut hands = Hands::on(screen.view(&logos));
    for number in 0..200_u64 {
        hands.focus_on(format!("card-{number:016x}"));
        assert!(hands.focused().is_some(), "{number}");
    }

    drop(hands);

    // What is found is there at once, wherever it stands in the list.
    screen.cover();
    assert_eq!(named(&screen), 16);
    let _ = screen.update(Message::SearchTyped("north 198".to_owned()));
    assert!(shows(
        &screen,
        "The Federated Archive of all Maritime Collections of the North 198"
    ));
}

#[test]
fn r_44_what_comes_into_view_gets_its_words_and_keeps_the_keyboard() {
    let mut screen = very_many();
    let before = screen.clone();
    let logos = Logos::new();
    let mut hands = Hands::on(before.view(&logos));
    hands.focus_on(format!("card-{:016x}", 0));
    let _ = hands.painted(Instant::now());
    assert!(
        !hands.sent().iter().any(|sent| near(sent) > Some(2)),
        "nobody is near the rest: {:?}",
        hands.sent()
    );

    assert!(hands.arrow(Step::Last).is_some());
    let _ = hands.painted(Instant::now());
    let there = hands.sent().to_vec();
    assert!(there.iter().any(|sent| near(sent) == Some(24)), "{there:?}");
    for message in there {
        let _ = screen.update(message);
    }
    let mut hands = hands.show(screen.view(&logos));
    assert!(hands.focused().is_some());
    let now = hands.painted(Instant::now()).0;
    let mut unseen = Hands::on(before.view(&logos));
    unseen.focus_on(format!("card-{:016x}", 0));
    let _ = unseen.arrow(Step::Last);
    assert_ne!(now, unseen.pixels());
}

fn near(message: &Message) -> Option<usize> {
    match message {
        Message::Near(group) => Some(*group),
        _ => None,
    }
}

#[test]
fn r_44_words_that_come_move_nothing_where_each_needs_a_line() {
    let mut screen = list_of((0..40_u64).map(|number| {
        let mut kept = harbour();
        kept.id = latchkey::profile::ProfileId::parse(&format!("{number:016x}")).unwrap();
        kept.name = format!("Instance {number}");

        kept
    }));
    let logos = Logos::new();
    let places = |screen: &Instances| {
        let mut hands = Hands::on(screen.view(&logos));
        (0..40_u64)
            .map(|number| {
                hands.focus_on(format!("card-{number:016x}"));
                hands.focused().map(|bounds| (bounds.y, bounds.height))
            })
            .collect::<Vec<_>>()
    };

    let before = places(&screen);
    let _ = screen.update(Message::Near(3));
    assert_eq!(named(&screen), 24);
    assert_eq!(before, places(&screen));
}

#[test]
fn r_44_behind_a_page_a_long_list_begins_anew() {
    let mut app = open();
    send(
        &mut app,
        Window::Loaded(Box::new(Ok(Loaded {
            profiles: {
                let mut profiles = Profiles::default();
                for row in very_many().rows() {
                    let _ = profiles.put(row.profile.clone());
                }
                profiles
            },
            notice: None,
        }))),
    );
    send(&mut app, Window::Instances(Message::Near(9)));
    assert_eq!(named(app.list()), 24);
    send(&mut app, Window::Instances(Message::Add));
    assert_eq!(named(app.list()), 16);
}

#[test]
fn typing_into_the_search_goes_on_while_the_list_shrinks() {
    let mut screen = many();
    let logos = Logos::new();
    {
        let mut hands = Hands::on(screen.view(&logos));
        hands.focus(SEARCH);
        assert!(hands.focused().is_some());
    }
    let before = screen.clone();
    let _ = screen.update(Message::SearchTyped("zzz".to_owned()));
    let mut hands = Hands::on(before.view(&logos));
    hands.focus(SEARCH);
    let mut hands = hands.show(screen.view(&logos));
    assert!(hands.focused().is_some());
}

#[test]
fn a1_down_leads_from_the_search_into_the_list() {
    let screen = many();
    let logos = Logos::new();
    let first = {
        let mut hands = Hands::on(screen.view(&logos));
        hands.focus_on(format!("card-{}", id('0').as_str()));
        hands.focused()
    };
    let mut hands = Hands::on(screen.view(&logos));
    hands.focus(SEARCH);
    let field = hands.focused();
    let _ = hands.arrow(Step::Up);
    assert_eq!(hands.focused(), field, "above is nothing");
    let _ = hands.arrow(Step::Down);

    assert!(first.is_some());
    assert_eq!(hands.focused(), first);
}

#[test]
pub(crate) fn the_list_at_work() {
    let logos = Logos::new();

    let mut menu = few();
    let _ = menu.update(Message::Menu(id('b')));
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
