//! The keyboard alone: every control can be reached, seen and pressed.

use std::time::{Duration, Instant};

use iced::{
    Element, Point,
    keyboard::{Modifiers, key::Named},
    widget::text,
    window::RedrawRequest,
};
use latchkey::{
    app::{Message, Shortcut, Start},
    link::TokenPurpose,
    profile::Profiles,
    say,
    screen::{
        AccessToken, Instances, NewPassword, Pictures, SignIn, access_token, add, new_password,
        sign_in,
    },
    store::LoadedProfiles,
    ui::{
        button::Button,
        field::Field,
        focus, style,
        theme::{part, space},
    },
};

use crate::{made_up::*, support::*, window};

#[derive(Debug, Clone, PartialEq)]
struct Pressed;

fn button(message: Option<Pressed>) -> Element<'static, Pressed> {
    Button::new(text("Press"), style::primary)
        .id("button")
        .on_press_maybe(message)
        .into()
}

#[test]
fn space_and_enter_press_the_button_that_has_the_keyboard() {
    for key in [Named::Space, Named::Enter] {
        let mut hands = InputDriver::on(button(Some(Pressed)));
        hands.focus("button");
        hands.press(key);
        assert_eq!(hands.messages(), [Pressed], "{key:?}");
    }
}

#[test]
fn a_button_without_the_keyboard_ignores_it_and_a_disabled_one_cannot_have_it() {
    let mut hands = InputDriver::on(button(Some(Pressed)));
    hands.press(Named::Enter);
    assert_eq!(hands.messages(), []);

    let mut hands = InputDriver::on(button(None));
    hands.focus("button");
    assert!(hands.focused().is_none());
    hands.press(Named::Enter);
    hands.click(Point::new(4.0, 4.0));
    assert_eq!(hands.messages(), []);
}

#[test]
fn a_click_elsewhere_takes_the_keyboard_away() {
    let mut hands = InputDriver::on(button(Some(Pressed)));
    hands.focus("button");
    hands.click(Point::new(400.0, 600.0));
    hands.press(Named::Enter);

    assert_eq!(hands.messages(), []);
}

#[test]
fn where_the_keyboard_is_can_be_seen() {
    let mut hands = InputDriver::on(button(Some(Pressed)));
    let without = hands.pixels();
    hands.focus("button");

    assert_ne!(hands.pixels(), without);
}

#[test]
fn tab_meets_every_control_in_reading_order_and_comes_round() {
    let screen = SignIn::new(harbour());
    let logos = Pictures::new();
    let mut hands = InputDriver::on(screen.view(&logos));
    let stops = std::iter::repeat_with(|| hands.tab().unwrap().center())
        .take(8)
        .collect::<Vec<_>>();

    // Back, e-mail, password, its eye, sign in, forgot password, check this instance, and round.
    assert_eq!(stops[7], stops[0]);
    assert_eq!(hands.tab_back().unwrap().center(), stops[6]);
    for (before, after) in stops.iter().zip(&stops[1..7]) {
        let is_below = after.y > before.y + 1.0;
        let is_right = (after.y - before.y).abs() <= 1.0 && after.x > before.x;
        assert!(is_below || is_right, "{before:?} then {after:?}");
    }
}

#[test]
fn keys_right_after_tab_or_an_arrow_go_to_the_next_control() {
    let (none, shift) = (Modifiers::empty(), Modifiers::SHIFT);
    let mut app = window::boot(Start::default());
    window::load(
        &mut app,
        [profile('a', "Harbour", "https://a.example.com", "#0E7490")],
    );
    window::send(&mut app, Message::Shortcut(Shortcut::Add));
    let mut hands = InputDriver::on(app.view());
    hands.focus(add::ADDRESS_FIELD);
    hands.press_in_one_go(&[(Named::Tab, shift), (Named::Enter, none)]);
    let messages = hands.messages();
    assert!(
        matches!(messages[..], [Message::Add(add::Message::Back)]),
        "{messages:?}"
    );

    let page = |names: [&'static str; 2]| {
        let button = |name: &'static str| {
            Button::new(text(name), style::primary)
                .id(name)
                .on_press_maybe(Some(name))
        };
        focus::with_focus_keys(focus::list(iced::widget::column(
            names.map(|name| button(name).into()),
        )))
    };
    for (before, key) in [
        ("one", Named::Tab),
        ("one", Named::ArrowDown),
        ("two", Named::Tab),
    ] {
        let mut hands = InputDriver::on(page(["one", "two"]));
        hands.focus(before);
        hands.press_in_one_go(&[(key, none), (Named::Enter, none)]);
        let after = if before == "one" { "two" } else { "one" };
        assert_eq!(hands.messages(), [after], "{key:?} from {before}");
    }
}

#[test]
fn what_has_the_keyboard_is_brought_into_view() {
    let mut profiles = Profiles::default();
    let mut screen = Instances::new();
    for digit in '0'..='9' {
        let name = format!("Instance {digit}");
        let _ = profiles.put(profile(
            digit,
            &name,
            &format!("https://{digit}.example.com"),
            "#0E7490",
        ));
    }
    screen.load(Ok(LoadedProfiles {
        profiles,
        notice: None,
    }));
    let logos = Pictures::new();
    let mut hands = InputDriver::on(screen.view(&logos));

    assert!(hands.is_seen("Instance 0") && !hands.is_seen("Instance 9"));
    // The last control is the one that removes the last instance.
    let _ = hands.tab_back();
    assert!(hands.is_seen("Instance 9") && !hands.is_seen("Instance 0"));
    let _ = hands.tab();
    assert!(hands.is_seen("Instance 0"));
}

/// Whether a masked field warns of Caps Lock: what is seen after these letters were typed into it.
fn warns<'a, M: Clone + 'a>(
    hands: &mut InputDriver<'a, M>,
    field: &'static str,
    letters: &str,
) -> bool {
    hands.focus(field);
    hands.type_in(letters);

    hands.is_seen(say!("field-caps-lock"))
}

#[test]
fn every_masked_field_warns_of_caps_lock() {
    let logos = Pictures::new();
    let sign_in = SignIn::new(harbour());
    assert!(warns(
        &mut InputDriver::on(sign_in.view(&logos)),
        sign_in::PASSWORD_FIELD,
        "A"
    ));
    let token = AccessToken::new(harbour());
    assert!(warns(
        &mut InputDriver::on(token.view(&logos)),
        access_token::TOKEN_FIELD,
        "A"
    ));

    let mut screen = NewPassword::new(link(), None);
    let action = screen.opened();
    let new_password::Action::Run(ticket, new_password::Request::FindProfile(..)) = action else {
        panic!()
    };
    let placed = Box::new(Ok(invitation(TokenPurpose::ResetPassword)));
    let _ = screen.update(new_password::Message::ProfileFound(ticket, placed));
    for field in [new_password::PASSWORD_FIELD, new_password::REPEAT_FIELD] {
        assert!(
            warns(&mut InputDriver::on(screen.view(&logos)), field, "A"),
            "{field}"
        );
    }
}

#[test]
fn caps_lock_is_warned_of_only_while_it_matters() {
    let logos = Pictures::new();
    let mut screen = SignIn::new(harbour());
    let view = screen.clone();
    let mut hands = InputDriver::on(view.view(&logos));
    let words = say!("field-caps-lock");

    // A field that is not masked never warns, but what is typed there shows that Caps Lock is on.
    assert!(!warns(&mut hands, sign_in::EMAIL_FIELD, "ADA"));
    assert!(
        warns(&mut hands, sign_in::PASSWORD_FIELD, ""),
        "it is known already"
    );
    assert!(!warns(&mut hands, sign_in::PASSWORD_FIELD, "a"));
    assert!(warns(&mut hands, sign_in::PASSWORD_FIELD, "B"));
    hands.press(Named::CapsLock);
    assert!(!hands.is_seen(words), "which way it went is not known");
    assert!(!warns(&mut hands, sign_in::PASSWORD_FIELD, "7"));
    assert!(warns(&mut hands, sign_in::PASSWORD_FIELD, "C"));
    hands.leave_window();
    assert!(!hands.is_seen(words), "it may be pressed elsewhere");
    assert!(warns(&mut hands, sign_in::PASSWORD_FIELD, "D"));

    // A revealed password needs no warning.
    let _ = screen.update(sign_in::Message::Reveal);
    let mut hands = hands.show(screen.view(&logos));
    hands.type_in("E");
    assert!(!hands.is_seen(words));
}

#[test]
fn a_field_with_the_keyboard_shows_its_caret_and_lets_the_window_rest() {
    let field = |value| {
        Field::new("field", "Name", value)
            .on_input(true, |_| Pressed)
            .view()
    };
    let mut hands = InputDriver::on(field(""));
    hands.focus("field");
    let bounds = hands.focused().unwrap();
    let begun = Instant::now();
    let (first, _) = hands.painted(begun);
    let dot = |beside: f32| {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a window's size is small"
        )]
        let at = ((bounds.center_y().floor() * part::WINDOW.0 + bounds.x + beside) as usize) * 4;

        &first[at..at + 4]
    };
    assert_ne!(dot(space::M), dot(space::M + 8.0), "there is a caret");

    for half in 0..6_u32 {
        let now = begun + Duration::from_millis(500) * half;
        let (painted, again) = hands.painted(now);
        assert!(painted == first, "the caret stays, after {half} halves");
        assert_eq!(again, RedrawRequest::Wait);
    }

    hands.type_in("a");
    let mut hands = hands.show(field("a"));
    let (typed, _) = hands.painted(Instant::now());
    let (later, again) = hands.painted(Instant::now() + Duration::from_millis(700));
    assert!(typed == later);
    assert_eq!(again, RedrawRequest::Wait);
}
