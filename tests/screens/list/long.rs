//! A long list: searching it, and drawing only the cards near the visible part.

use std::time::Instant;

use super::*;

pub(super) fn many() -> Instances {
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
        screen.set_status(&id(digit), Ok(SessionStatus::SignedOut));
    }

    screen
}

#[test]
fn many_are_found_by_a_few_letters() {
    assert!(!shows(&few(), "Search"), "a few need no search");

    let mut screen = many();
    assert!(shows(&screen, "Search"));
    assert_eq!(screen.focus(), Some(SEARCH_FIELD));
    for (typed, first) in [
        ("lodz", '0'),
        ("SAO", '3'),
        ("lund.example", '8'),
        ("", '0'),
    ] {
        let _ = screen.update(Message::SearchTyped(typed.to_owned()));
        let Action::Outcome(Outcome::Open(row)) = screen.update(Message::SearchEntered) else {
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
    // The neighbours of a search result are not its neighbours in the list, so nothing can be moved.
    let _ = screen.update(Message::SearchTyped("o".to_owned()));
    assert!(matches!(
        screen.update(Message::Move(id('3'), Direction::Up)),
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

/// How many cards show their names.
fn named(screen: &Instances) -> usize {
    let logos = Pictures::new();
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
    let _ = screen.update(Message::GroupNearView(24));
    assert_eq!(named(&screen), 24);
    assert!(shows(
        &screen,
        "The Federated Archive of all Maritime Collections of the North 198"
    ));

    let logos = Pictures::new();
    let mut input = InputDriver::on(screen.view(&logos));
    for number in 0..200_u64 {
        input.focus_on(format!("card-{number:016x}"));
        assert!(input.focused().is_some(), "{number}");
    }

    drop(input);

    // What is found is there at once, wherever it stands in the list.
    screen.forget_layout();
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
    let logos = Pictures::new();
    let mut input = InputDriver::on(before.view(&logos));
    input.focus_on(format!("card-{:016x}", 0));
    let _ = input.painted(Instant::now());
    assert!(
        !input
            .messages_so_far()
            .iter()
            .any(|sent| near(sent) > Some(2)),
        "nobody is near the rest: {:?}",
        input.messages_so_far()
    );

    assert!(input.arrow(Step::Last).is_some());
    let _ = input.painted(Instant::now());
    let there = input.messages_so_far().to_vec();
    assert!(there.iter().any(|sent| near(sent) == Some(24)), "{there:?}");
    for message in there {
        let _ = screen.update(message);
    }
    let mut input = input.show(screen.view(&logos));
    assert!(input.focused().is_some());
    let now = input.painted(Instant::now()).0;
    let mut unseen = InputDriver::on(before.view(&logos));
    unseen.focus_on(format!("card-{:016x}", 0));
    let _ = unseen.arrow(Step::Last);
    assert_ne!(now, unseen.pixels());
}

fn near(message: &Message) -> Option<usize> {
    match message {
        Message::GroupNearView(group) => Some(*group),
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
    let logos = Pictures::new();
    let places = |screen: &Instances| {
        let mut input = InputDriver::on(screen.view(&logos));
        (0..40_u64)
            .map(|number| {
                input.focus_on(format!("card-{number:016x}"));
                input.focused().map(|bounds| (bounds.y, bounds.height))
            })
            .collect::<Vec<_>>()
    };

    let before = places(&screen);
    let _ = screen.update(Message::GroupNearView(3));
    assert_eq!(named(&screen), 24);
    assert_eq!(before, places(&screen));
}

#[test]
fn r_44_behind_a_page_a_long_list_begins_anew() {
    let mut app = open();
    send(
        &mut app,
        Window::ProfilesLoaded(Box::new(Ok(LoadedProfiles {
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
    send(&mut app, Window::Instances(Message::GroupNearView(9)));
    assert_eq!(named(app.instances()), 24);
    send(&mut app, Window::Instances(Message::Add));
    assert_eq!(named(app.instances()), 16);
}

#[test]
fn typing_into_the_search_goes_on_while_the_list_shrinks() {
    let mut screen = many();
    let logos = Pictures::new();
    {
        let mut input = InputDriver::on(screen.view(&logos));
        input.focus(SEARCH_FIELD);
        assert!(input.focused().is_some());
    }
    let before = screen.clone();
    let _ = screen.update(Message::SearchTyped("zzz".to_owned()));
    let mut input = InputDriver::on(before.view(&logos));
    input.focus(SEARCH_FIELD);
    let mut input = input.show(screen.view(&logos));
    assert!(input.focused().is_some());
}

#[test]
fn down_leads_from_the_search_into_the_list() {
    let screen = many();
    let logos = Pictures::new();
    let first = {
        let mut input = InputDriver::on(screen.view(&logos));
        input.focus_on(format!("card-{}", id('0').as_str()));
        input.focused()
    };
    let mut input = InputDriver::on(screen.view(&logos));
    input.focus(SEARCH_FIELD);
    let field = input.focused();
    let _ = input.arrow(Step::Up);
    assert_eq!(input.focused(), field, "above is nothing");
    let _ = input.arrow(Step::Down);

    assert!(first.is_some());
    assert_eq!(input.focused(), first);
}
