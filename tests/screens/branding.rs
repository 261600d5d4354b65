//! What an instance shows of itself: its note, and the picture behind its sign-in.

use iced_test::Simulator;
use latchkey::{
    screen::{Pictures, SignIn, sign_in},
    ui::font,
};

use crate::{made_up::*, support::*};

fn logos() -> Pictures {
    let mut logos = Pictures::new();
    logos.set_background(id('a'), water());

    logos
}

fn form() -> SignIn {
    let mut screen = SignIn::new(branded());
    let sign_in::Action::Run(request_id, sign_in::Request::RefreshInstance(_)) =
        screen.refresh_instance()
    else {
        panic!()
    };
    let faced = Ok((branded(), providers(false)));
    let _ = screen.update(sign_in::Message::InstanceRefreshed(
        request_id,
        Box::new(faced),
    ));

    screen
}

fn with_note(note: &str) -> SignIn {
    let mut profile = harbour();
    profile.project.note = Some(note.to_owned());

    SignIn::new(profile)
}

#[test]
pub(crate) fn an_instance_looks_like_itself() {
    let (screen, logos, harbour) = (form(), logos(), harbour());

    {
        let mut ui = simulate(screen.view(&logos));
        assert!(ui.find("the registrar · harbour.example.com").is_ok());
    }
    snapshot("sign-in-branded", Some(&harbour), || screen.view(&logos));
    snapshot_wide("sign-in-branded-wide", Some(&harbour), || {
        screen.view(&logos)
    });
    snapshot_narrow("sign-in-branded-narrow", Some(&harbour), || {
        screen.view(&logos)
    });

    let mut long = with_note(&format!(
        "# Welcome\n\n{}\n\n> Bring your card.",
        "A long sentence about the opening hours of the reading room. ".repeat(9)
    ));
    snapshot("sign-in-note-long", Some(&harbour), || long.view(&logos));
    let _ = long.update(sign_in::Message::ToggleProjectNote);
    snapshot_long("sign-in-note-open", Some(&harbour), || long.view(&logos));
}

#[test]
fn s_36_a_link_of_a_note_says_its_host_and_waits_for_the_person() {
    let logos = Pictures::new();
    let screen =
        with_note("Ask [your bank](https://evil.invalid/login) or <https://help.example.com>.");
    let mut ui = simulate(screen.view(&logos));

    assert!(ui.find("help.example.com").is_ok());
    let _ = ui.click("your bank · evil.invalid").unwrap();
    let sent = ui.into_messages().collect::<Vec<_>>();
    let [sign_in::Message::Visit(address)] = sent.as_slice() else {
        panic!("{sent:?}")
    };
    assert_eq!(address.as_str(), "https://evil.invalid/login");
    let mut screen = screen.clone();
    let action = screen.update(sent[0].clone());
    assert!(matches!(action, sign_in::Action::Visit(_)));
}

#[test]
fn s_34_a_note_is_framed_as_the_projects_own_words() {
    let logos = Pictures::new();
    let screen =
        with_note("# Session expired\n\n<b>Sign in</b> ![Sign in](https://evil.invalid/b.png)");
    let mut ui = simulate(screen.view(&logos));

    assert!(ui.find("From Harbour Museum").is_ok());
    // Nothing of it can be pressed.
    let sent = match ui.click("Session expired") {
        Ok(_) => ui.into_messages().count(),
        Err(_) => 0,
    };
    assert_eq!(sent, 0);
}

#[test]
fn s_24_what_is_typed_stays_when_the_picture_comes() {
    let (none, some) = (Pictures::new(), logos());
    let screen = form();
    let mut input = InputDriver::on(screen.view(&none));
    input.focus(sign_in::PASSWORD_FIELD);
    let before = input.focused();
    assert!(before.is_some());

    let mut input = input.show(screen.view(&some));
    let after = input.focused();
    assert!(after.is_some(), "the picture took the keyboard");
    assert_ne!(before, after, "the strip moves the page down");
}

#[test]
fn s_36_every_link_of_a_note_is_reached_by_the_keyboard_and_the_pointer() {
    /// A window in which all of it can be seen.
    const TALL: (f32, f32) = (460.0, 1_400.0);

    let logos = Pictures::new();
    let links = 1..=7;
    let mut screen = with_note(
        &links
            .clone()
            .map(|number| format!("[Help {number}](https://help.example.com/{number})"))
            .collect::<Vec<_>>()
            .join(" "),
    );
    // Five at first; the others appear with the whole note.
    let reached = |screen: &SignIn, number: u8| {
        let label = format!("Help {number} · help.example.com");
        let mut ui = Simulator::with_size(font::settings(), TALL, screen.view(&logos));
        let link = ui.find(label.as_str()).ok()?.bounds();
        let _ = ui.click(label.as_str()).ok()?;
        let mut input = InputDriver::in_window(screen.view(&logos), TALL.into());
        let by_keyboard = (0..20).any(|_| {
            input
                .tab()
                .is_some_and(|place| place.contains(link.center()))
        });

        Some((ui.into_messages().count(), by_keyboard))
    };
    for number in links.clone() {
        let expected = (number <= 5).then_some((1, true));
        assert_eq!(reached(&screen, number), expected, "{number}, folded");
    }
    let _ = screen.update(sign_in::Message::ToggleProjectNote);
    for number in links {
        assert_eq!(reached(&screen, number), Some((1, true)), "{number}");
    }
}
