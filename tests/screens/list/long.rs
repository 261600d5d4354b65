//! A long list: finding in it, and coming into view a few cards a frame.

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
        screen.stands(&id(digit), Ok(Standing::SignedOut));
    }

    screen
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

#[test]
fn r_44_a_long_list_comes_into_view_a_few_cards_a_frame() {
    let logos = Logos::new();
    let cards = |screen: &Instances| {
        let mut hands = Hands::on(screen.view(&logos));
        (0..200_u64)
            .filter(|number| {
                hands.focus_on(format!("card-{number:016x}"));
                hands.focused().is_some()
            })
            .count()
    };
    let mut screen = very_many();
    let first = cards(&screen);
    assert!((8..=24).contains(&first), "{first}");

    let mut frames = 0;
    while screen.wants_more() {
        assert!(!screen.wants_more(), "one step at a time");
        let _ = screen.update(Message::Grow);
        frames += 1;
        assert!(frames < 100);
    }
    assert!(frames > 8, "{frames}");
    assert_eq!(cards(&screen), 200);

    // What is found is there at once, wherever it stands in the list.
    screen.cover();
    let _ = screen.update(Message::SearchTyped("north 198".to_owned()));
    assert!(shows(
        &screen,
        "The Federated Archive of all Maritime Collections of the North 198"
    ));
}

#[test]
fn r_44_the_window_asks_for_the_rest_and_begins_anew_behind_a_page() {
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
    let long = app.list().clone();
    assert!(!long.clone().wants_more(), "it is on its way already");
    send(&mut app, Window::Instances(Message::Grow));
    send(&mut app, Window::Instances(Message::Add));
    assert!(
        app.list().clone().wants_more(),
        "behind a page it begins anew"
    );
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
