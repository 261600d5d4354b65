//! The probe of an address while it is typed, without a request of the person.

use latchkey::{
    screen::{
        Add, RequestId,
        add::{ADDRESS_FIELD, Action, Message, NAME_FIELD, Outcome, Request},
    },
    service::Error,
};

use crate::{made_up::*, support::*};

const ADDRESS_OF_HARBOUR: &str = "https://cms.harbour.example.com";

fn typed(screen: &mut Add, text: &str) -> Action {
    screen.update(Message::AddressTyped(text.to_owned()))
}

/// The pause after the last letter is over.
fn after_pause(screen: &mut Add, action: &Action) -> Action {
    match action {
        Action::Run(request_id, Request::WaitForPause) => {
            screen.update(Message::TypingPaused(*request_id))
        }
        _ => Action::None,
    }
}

fn probing(screen: &mut Add, text: &str) -> RequestId {
    let pause = typed(screen, text);
    match after_pause(screen, &pause) {
        Action::Run(request_id, Request::Probe(..)) => request_id,
        action => panic!("{text}: {action:?}"),
    }
}

fn shows(screen: &Add, words: &str) -> bool {
    let mut ui = simulate(screen.view(no_logos()));

    ui.find(words).is_ok()
}

fn with_preview() -> Add {
    let mut screen = Add::new(String::new());
    let request_id = probing(&mut screen, "cms.harbour.example.com");
    let action = screen.update(Message::Probed(
        request_id,
        Box::new(Ok(preview(ADDRESS_OF_HARBOUR))),
    ));
    assert!(
        matches!(action, Action::Run(_, Request::LoadLogo(_))),
        "{action:?}"
    );

    screen
}

#[test]
fn what_is_typed_to_its_end_is_shown_and_added_by_one_press() {
    let mut screen = with_preview();
    assert!(shows(&screen, "Harbour Museum"));
    assert!(shows(&screen, "https://cms.harbour.example.com"));

    let Action::Run(request_id, Request::Save(preview, name)) = screen.update(Message::Submit)
    else {
        panic!()
    };
    assert_eq!(preview.url.as_str(), ADDRESS_OF_HARBOUR);
    assert!(name.is_empty(), "the project's own");
    assert!(shows(&screen, "Saving…"));
    let action = screen.update(Message::Saved(request_id, Box::new(Ok(harbour()))));
    assert!(matches!(action, Action::Outcome(Outcome::Added(_))));
}

#[test]
fn s_53_enter_for_a_look_that_just_ended_keeps_nothing() {
    let mut screen = with_preview();
    let sent = {
        let mut input = InputDriver::on(screen.view(no_logos()));
        input.focus(ADDRESS_FIELD);
        input.press(iced::keyboard::key::Named::Enter);
        input.messages()
    };
    let [message] = sent.as_slice() else {
        panic!("{sent:?}")
    };
    let action = screen.update(message.clone());
    assert!(matches!(action, Action::Focus(NAME_FIELD)), "{action:?}");
    assert!(shows(&screen, "Harbour Museum"));
    assert_eq!(screen.focus(), Some(NAME_FIELD));

    // Enter in the name field saves.
    let Action::Run(_, Request::Save(preview, name)) = screen.update(Message::Submit) else {
        panic!()
    };
    assert_eq!(preview.url.as_str(), ADDRESS_OF_HARBOUR);
    assert_eq!(name, "Harbour Museum");

    // Back leads to the address.
    let mut screen = self::with_preview();
    let _ = screen.update(Message::AddressEntered);
    assert!(matches!(
        screen.update(Message::Back),
        Action::Focus(ADDRESS_FIELD)
    ));
}

#[test]
fn s_30_s_53_only_what_a_press_would_reach_is_looked_at() {
    // A proposed address was not typed, so it is not probed.
    let screen = Add::new(ADDRESS_OF_HARBOUR.to_owned());
    assert!(screen.blocking_request().is_none());

    for (text, is_looked_at) in [
        ("cms.example.com", true),
        ("localhost:8055", true),
        ("http://localhost:8055", true),
        ("192.0.2.7:8055", true),
        ("https://bücher.example", true),
        // Not a complete host name yet.
        ("cms", false),
        ("cms.", false),
        ("cms.e", false),
        ("https://", false),
        ("", false),
        // Without encryption, or with credentials in front of the host.
        ("http://cms.example.com", false),
        ("http://192.0.2.7", false),
        ("https://ada@cms.example.com", false),
        ("ftp://cms.example.com", false),
    ] {
        let mut screen = Add::new(String::new());
        let action = typed(&mut screen, text);
        assert_eq!(
            matches!(action, Action::Run(_, Request::WaitForPause)),
            is_looked_at,
            "{text}"
        );
        let action = after_pause(&mut screen, &action);
        assert_eq!(
            matches!(action, Action::Run(_, Request::Probe(..))),
            is_looked_at,
            "{text}"
        );
        if let Action::Run(_, Request::Probe(_, options)) = action {
            assert!(!options.allow_http);
        }
    }
}

#[test]
fn one_look_at_a_time_and_no_late_answer_counts() {
    let mut screen = Add::new(String::new());
    let early = typed(&mut screen, "cms.example.co");
    let late = typed(&mut screen, "cms.example.com");
    assert!(matches!(after_pause(&mut screen, &early), Action::None));
    let Action::Run(first, Request::Probe(..)) = after_pause(&mut screen, &late) else {
        panic!()
    };
    assert_eq!(screen.blocking_request(), Some(first));

    // The next letter cancels the probe.
    let pause = typed(&mut screen, "cms.example.com/sub");
    assert_eq!(screen.blocking_request(), None);
    let _ = screen.update(Message::Probed(
        first,
        Box::new(Ok(preview(ADDRESS_OF_HARBOUR))),
    ));
    assert!(!shows(&screen, "Harbour Museum"));
    let Action::Run(second, Request::Probe(..)) = after_pause(&mut screen, &pause) else {
        panic!()
    };
    assert_ne!(first, second);
    assert!(
        matches!(after_pause(&mut screen, &pause), Action::None),
        "once"
    );

    // The address has changed since this answer was asked for.
    let _ = screen.update(Message::Probed(
        second,
        Box::new(Ok(preview(ADDRESS_OF_HARBOUR))),
    ));
    assert!(shows(&screen, "Harbour Museum"));
    let _ = typed(&mut screen, "other.example.com");
    assert!(!shows(&screen, "Harbour Museum"));
}

#[test]
fn what_a_quiet_look_does_not_find_is_said_only_when_it_is_asked() {
    let gone = || Box::new(Err(Error::Directus(unreachable())));
    let mut screen = Add::new(String::new());
    let request_id = probing(&mut screen, "cms.harbour.example.com");
    let action = screen.update(Message::Probed(request_id, gone()));
    assert!(matches!(action, Action::None), "the keyboard stays");
    assert!(shows(&screen, "Look it up"));
    let Action::Run(request_id, Request::Probe(..)) = screen.update(Message::Submit) else {
        panic!()
    };
    let action = screen.update(Message::Probed(request_id, gone()));
    assert!(matches!(action, Action::Focus(ADDRESS_FIELD)));

    // If the person asks while the probe runs, it is not sent again, and its answer counts as the one they asked for.
    let mut screen = Add::new(String::new());
    let request_id = probing(&mut screen, "cms.harbour.example.com");
    assert!(matches!(screen.update(Message::Submit), Action::None));
    assert!(screen.awaits(request_id));
    let action = screen.update(Message::Probed(request_id, gone()));
    assert!(matches!(action, Action::Focus(ADDRESS_FIELD)));

    // An instance that is stored already is offered at once.
    let mut screen = Add::new(String::new());
    let request_id = probing(&mut screen, "cms.harbour.example.com");
    let kept = Err(Error::AlreadyAdded("Harbour".to_owned()));
    let _ = screen.update(Message::Probed(request_id, Box::new(kept)));
    assert!(shows(
        &screen,
        "You have this instance already, as Harbour."
    ));
}

#[test]
fn esc_leaves_while_nobody_waits() {
    let mut screen = Add::new(String::new());
    let _ = probing(&mut screen, "cms.harbour.example.com");
    assert!(matches!(screen.update(Message::Back), Action::Leave));
    assert!(screen.blocking_request().is_none());
}

#[test]
fn typing_goes_on_while_something_is_found() {
    let mut before = Add::new(String::new());
    let request_id = probing(&mut before, "cms.harbour.example.com");
    let mut after = before.clone();
    let kept = Err(Error::AlreadyAdded("Harbour".to_owned()));
    let _ = after.update(Message::Probed(request_id, Box::new(kept)));
    let found = with_preview();

    for then in [&after, &found] {
        let mut input = InputDriver::on(before.view(no_logos()));
        input.focus(ADDRESS_FIELD);
        let mut input = input.show(then.view(no_logos()));
        assert!(input.focused().is_some(), "the keyboard was taken");
    }
}

#[test]
pub(crate) fn adding_in_pictures() {
    let harbour = harbour();

    let mut looking = Add::new(String::new());
    let _ = probing(&mut looking, "cms.harbour.example.com");
    snapshot("add-live-looking", None, || looking.view(no_logos()));

    let found = with_preview();
    snapshot("add-live-found", Some(&harbour), || found.view(no_logos()));
    snapshot_narrow("add-live-found-narrow", Some(&harbour), || {
        found.view(no_logos())
    });
}
