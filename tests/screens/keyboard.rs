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
        let mut input = InputDriver::on(button(Some(Pressed)));
        input.focus("button");
        input.press(key);
        assert_eq!(input.messages(), [Pressed], "{key:?}");
    }
}

#[test]
fn a_button_without_the_keyboard_ignores_it_and_a_disabled_one_cannot_have_it() {
    let mut input = InputDriver::on(button(Some(Pressed)));
    input.press(Named::Enter);
    assert_eq!(input.messages(), []);

    let mut input = InputDriver::on(button(None));
    input.focus("button");
    assert!(input.focused().is_none());
    input.press(Named::Enter);
    input.click(Point::new(4.0, 4.0));
    assert_eq!(input.messages(), []);
}

#[test]
fn a_click_elsewhere_takes_the_keyboard_away() {
    let mut input = InputDriver::on(button(Some(Pressed)));
    input.focus("button");
    input.click(Point::new(400.0, 600.0));
    input.press(Named::Enter);

    assert_eq!(input.messages(), []);
}

#[test]
fn where_the_keyboard_is_can_be_seen() {
    let mut input = InputDriver::on(button(Some(Pressed)));
    let without = input.pixels();
    input.focus("button");

    assert_ne!(input.pixels(), without);
}

#[test]
fn tab_meets_every_control_in_reading_order_and_comes_round() {
    let screen = SignIn::new(harbour());
    let logos = Pictures::new();
    let mut input = InputDriver::on(screen.view(&logos));
    let stops = std::iter::repeat_with(|| input.tab().unwrap().center())
        .take(8)
        .collect::<Vec<_>>();

    // Back, e-mail, password, its eye, sign in, forgot password, check this instance, and round.
    assert_eq!(stops[7], stops[0]);
    assert_eq!(input.tab_back().unwrap().center(), stops[6]);
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
    let mut input = InputDriver::on(app.view());
    input.focus(add::ADDRESS_FIELD);
    input.press_in_one_go(&[(Named::Tab, shift), (Named::Enter, none)]);
    let messages = input.messages();
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
        let mut input = InputDriver::on(page(["one", "two"]));
        input.focus(before);
        input.press_in_one_go(&[(key, none), (Named::Enter, none)]);
        let after = if before == "one" { "two" } else { "one" };
        assert_eq!(input.messages(), [after], "{key:?} from {before}");
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
    let mut input = InputDriver::on(screen.view(&logos));

    assert!(input.is_seen("Instance 0") && !input.is_seen("Instance 9"));
    // The last control is the one that removes the last instance.
    let _ = input.tab_back();
    assert!(input.is_seen("Instance 9") && !input.is_seen("Instance 0"));
    let _ = input.tab();
    assert!(input.is_seen("Instance 0"));
}

/// Whether a masked field warns of Caps Lock: what is seen after these letters were typed into it.
fn warns<'a, M: Clone + 'a>(
    input: &mut InputDriver<'a, M>,
    field: &'static str,
    letters: &str,
) -> bool {
    input.focus(field);
    input.type_in(letters);

    input.is_seen(say!("field-caps-lock"))
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
    let new_password::Action::Run(request_id, new_password::Request::FindProfile(..)) = action
    else {
        panic!()
    };
    let placed = Box::new(Ok(invitation(TokenPurpose::ResetPassword)));
    let _ = screen.update(new_password::Message::ProfileFound(request_id, placed));
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
    let mut input = InputDriver::on(view.view(&logos));
    let words = say!("field-caps-lock");

    // A field that is not masked never warns, but what is typed there shows that Caps Lock is on.
    assert!(!warns(&mut input, sign_in::EMAIL_FIELD, "ADA"));
    assert!(
        warns(&mut input, sign_in::PASSWORD_FIELD, ""),
        "it is known already"
    );
    assert!(!warns(&mut input, sign_in::PASSWORD_FIELD, "a"));
    assert!(warns(&mut input, sign_in::PASSWORD_FIELD, "B"));
    input.press(Named::CapsLock);
    assert!(!input.is_seen(words), "which way it went is not known");
    assert!(!warns(&mut input, sign_in::PASSWORD_FIELD, "7"));
    assert!(warns(&mut input, sign_in::PASSWORD_FIELD, "C"));
    input.leave_window();
    assert!(!input.is_seen(words), "it may be pressed elsewhere");
    assert!(warns(&mut input, sign_in::PASSWORD_FIELD, "D"));

    // A revealed password needs no warning.
    let _ = screen.update(sign_in::Message::Reveal);
    let mut input = input.show(screen.view(&logos));
    input.type_in("E");
    assert!(!input.is_seen(words));
}

#[test]
fn a_field_with_the_keyboard_shows_its_caret_and_lets_the_window_rest() {
    let field = |value| {
        Field::new("field", "Name", value)
            .on_input(true, |_| Pressed)
            .view()
    };
    let mut input = InputDriver::on(field(""));
    input.focus("field");
    let bounds = input.focused().unwrap();
    let begun = Instant::now();
    let (first, _) = input.painted(begun);
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
        let (painted, again) = input.painted(now);
        assert!(painted == first, "the caret stays, after {half} halves");
        assert_eq!(again, RedrawRequest::Wait);
    }

    input.type_in("a");
    let mut input = input.show(field("a"));
    let (typed, _) = input.painted(Instant::now());
    let (later, again) = input.painted(Instant::now() + Duration::from_millis(700));
    assert!(typed == later);
    assert_eq!(again, RedrawRequest::Wait);
}
