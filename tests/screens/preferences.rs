//! What a person chooses for the whole window, the page about the program, and how both are followed.

use iced::keyboard::key::Named;
use latchkey::{
    app::{AnyScreen, App, Message as Sent, Shortcut, Start},
    language::Language,
    platform::SchemeStatus,
    preferences::{
        ColorScheme, Contrast, PreferenceChange, Preferences, StartView, TextSize, WindowState,
    },
    profile::ProfileId,
    say,
    screen::{
        About, PreferencesScreen, RequestId, about, instances,
        preferences::{Action, Message, Request},
    },
    service::{Error, MachineCheck},
    store::{self, Paths},
    ui::{focus::Step, theme::part},
};

use crate::{made_up::*, support::*, window::*};

fn places() -> Paths {
    Paths {
        config: "/home/ada/.config/app.latchkey.Latchkey".into(),
        state: "/home/ada/.local/state/app.latchkey.Latchkey".into(),
        cache: "/home/ada/.cache/app.latchkey.Latchkey".into(),
        runtime: "/run/user/1000/app.latchkey.Latchkey".into(),
    }
}

fn asking(chosen: Preferences) -> (PreferencesScreen, RequestId) {
    let mut screen = PreferencesScreen::new(chosen);
    let action = screen.opened();
    let Action::Run(request_id, Request::CheckLinkHandler) = action else {
        panic!("{action:?}")
    };

    (screen, request_id)
}

fn with_links(status: SchemeStatus) -> PreferencesScreen {
    let (mut screen, request_id) = asking(Preferences::default());
    let found = Box::new(MachineCheck::SchemeHandler(status));
    let _ = screen.update(Message::LinkHandlerChecked(request_id, found));

    screen
}

fn full() -> Error {
    Error::Store(store::Error::Write {
        path: "/home/ada/.config/app.latchkey.Latchkey/preferences.json".into(),
        source: std::sync::Arc::new(std::io::Error::other("No space left on device")),
    })
}

fn shows(screen: &PreferencesScreen, words: &str) -> bool {
    simulate(screen.view(no_logos())).find(words).is_ok()
}

fn settings(app: &App) -> &PreferencesScreen {
    match app.top() {
        Some(AnyScreen::Preferences(screen)) => screen,
        other => panic!("{other:?}"),
    }
}

#[test]
pub(crate) fn settings_screen() {
    let ours = with_links(SchemeStatus::Ours);
    snapshot("preferences", None, || ours.view(no_logos()));
    snapshot_long("preferences-whole", None, || ours.view(no_logos()));

    let mut chosen = with_links(SchemeStatus::Other("Another Program".to_owned()));
    chosen.set_preferences(
        [
            PreferenceChange::Theme(ColorScheme::Dark),
            PreferenceChange::Contrast(Contrast::High),
            PreferenceChange::Language(Some("ja".to_owned())),
            PreferenceChange::TextSize(TextSize::try_from(300).unwrap()),
            PreferenceChange::Start(StartView::LastUsed),
        ]
        .into_iter()
        .fold(Preferences::default(), Preferences::with),
    );
    snapshot_long("preferences-chosen", None, || chosen.view(no_logos()));
    snapshot_high_contrast("preferences-high-contrast", None, || {
        chosen.view(no_logos())
    });

    let mut refused = with_links(SchemeStatus::Nobody);
    refused.notify_not_saved(&full());
    snapshot("preferences-not-kept", None, || refused.view(no_logos()));

    let mut mending = with_links(SchemeStatus::Nobody);
    let _ = mending.update(Message::RepairLinkHandler);
    snapshot_long("preferences-mending", None, || mending.view(no_logos()));
    snapshot_narrow("preferences-narrow", None, || mending.view(no_logos()));
    snapshot_large("preferences-large", None, || mending.view(no_logos()));
}

#[test]
pub(crate) fn about_screen() {
    let mut about = About::new(places());
    snapshot("about", None, || about.view(no_logos()));
    snapshot_long("about-whole", None, || about.view(no_logos()));
    snapshot_narrow("about-narrow", None, || about.view(no_logos()));
    snapshot_high_contrast("about-high-contrast", None, || about.view(no_logos()));
    snapshot_large("about-large", None, || about.view(no_logos()));

    assert!(matches!(
        about.update(about::Message::Copy),
        about::Action::Copy(text) if text.expose().starts_with("Latchkey ")
    ));
}

#[test]
fn keys_open_settings_and_about_once_and_lead_back() {
    let mut app = open();
    sign_in_screen(&mut app, 'b');
    type_both(&mut app);
    for _ in 0..2 {
        send(&mut app, Sent::Shortcut(Shortcut::Preferences));
        assert!(matches!(app.top(), Some(AnyScreen::Preferences(_))));
        assert_eq!(app.title(), "Settings — Latchkey");
    }
    send(&mut app, Sent::Shortcut(Shortcut::About));
    assert!(matches!(app.top(), Some(AnyScreen::About(_))));
    send(&mut app, Sent::Shortcut(Shortcut::Preferences));
    assert!(matches!(app.top(), Some(AnyScreen::Preferences(_))));
    assert_eq!(app.stack().len(), 3, "each is open once");

    send(&mut app, Sent::Shortcut(Shortcut::Back));
    send(&mut app, Sent::Shortcut(Shortcut::Back));
    let Some(AnyScreen::SignIn(form)) = app.top() else {
        panic!()
    };
    assert!(form.is_being_typed(), "the form is as it was left (S-24)");
}

#[test]
fn ctrl_and_a_digit_open_the_instance_at_that_place() {
    let mut app = open();
    send(&mut app, Sent::Shortcut(Shortcut::Instance(1)));
    let shown = |app: &App| {
        app.top()
            .and_then(|screen| screen.profile())
            .map(|open| open.id.clone())
    };
    assert_eq!(shown(&app), Some(id('b')));
    send(&mut app, Sent::Shortcut(Shortcut::Instance(1)));
    assert_eq!(app.stack().len(), 1, "it is open already");
    send(&mut app, Sent::Shortcut(Shortcut::Instance(8)));
    assert_eq!(shown(&app), Some(id('b')), "there is no ninth");
    send(&mut app, Sent::Shortcut(Shortcut::Instance(0)));
    assert_eq!(shown(&app), Some(id('a')));
}

#[test]
fn a_choice_is_followed_at_once() {
    let mut app = open();
    send(&mut app, Sent::Shortcut(Shortcut::Preferences));
    let light = app.theme().palette();

    let screen = settings(&app).clone();
    let mut ui = simulate(screen.view(no_logos()));
    let _ = ui.click(say!("preferences-theme-dark")).unwrap();
    let _ = ui.click(say!("preferences-contrast-high")).unwrap();
    let messages = ui.into_messages().collect::<Vec<_>>();
    drop(screen);
    for message in messages {
        send(&mut app, Sent::Preferences(message));
    }
    assert_eq!(app.preferences().theme, ColorScheme::Dark);
    assert_eq!(app.preferences().contrast, Contrast::High);
    assert_ne!(app.theme().palette().background, light.background);
    assert_eq!(app.theme().palette().background, iced::Color::BLACK);
}

#[test]
fn high_contrast_of_the_system_is_followed_unless_the_person_chose() {
    let mut app = open();
    let normal = app.theme().palette().text;
    send(&mut app, Sent::SystemContrastChanged(true));
    assert_ne!(app.theme().palette().text, normal);
    send(
        &mut app,
        Sent::PreferenceChosen(PreferenceChange::Contrast(Contrast::Normal)),
    );
    assert_eq!(app.theme().palette().text, normal);
    send(
        &mut app,
        Sent::PreferenceChosen(PreferenceChange::Contrast(Contrast::System)),
    );
    send(&mut app, Sent::SystemContrastChanged(false));
    assert_eq!(app.theme().palette().text, normal);
}

#[test]
fn text_grows_by_keys_from_anywhere() {
    let mut app = open();
    send(&mut app, Sent::Shortcut(Shortcut::Preferences));
    for (key, percent) in [
        (Shortcut::LargerText, 110),
        (Shortcut::LargerText, 125),
        (Shortcut::SmallerText, 110),
        (Shortcut::DefaultTextSize, 100),
        (Shortcut::SmallerText, 100),
    ] {
        send(&mut app, Sent::Shortcut(key));
        assert_eq!(app.preferences().text_size.percent(), percent);
        let factor = f32::from(percent) / 100.0;
        assert!((app.scale_factor() - factor).abs() < 0.001);
        let words = say!("preferences-text-size-percent", percent = percent);
        assert!(shows(settings(&app), &words), "the settings show it");
    }
}

#[test]
fn r_24_a_choice_that_cannot_be_kept_is_followed_and_told() {
    let mut app = open();
    send(&mut app, Sent::Shortcut(Shortcut::Preferences));
    send(
        &mut app,
        Sent::PreferenceChosen(PreferenceChange::Theme(ColorScheme::Dark)),
    );
    send(&mut app, Sent::PreferencesSaved(Box::new(Err(full()))));

    assert_eq!(app.preferences().theme, ColorScheme::Dark);
    assert!(shows(settings(&app), say!("preferences-not-kept")));
    // The next one may be kept.
    send(
        &mut app,
        Sent::Preferences(Message::Choose(PreferenceChange::Theme(ColorScheme::Light))),
    );
    assert!(!shows(settings(&app), say!("preferences-not-kept")));
}

#[test]
fn links_that_open_nothing_can_be_mended_and_are_looked_at_again() {
    let mut screen = with_links(SchemeStatus::Nobody);
    assert!(shows(&screen, say!("doctor-scheme-nobody")));
    let Action::Run(request_id, Request::RepairLinkHandler) =
        screen.update(Message::RepairLinkHandler)
    else {
        panic!()
    };
    // A second press while the first is under way does nothing.
    assert!(matches!(
        screen.update(Message::RepairLinkHandler),
        Action::None
    ));
    let Action::Run(again, Request::CheckLinkHandler) =
        screen.update(Message::LinkHandlerRepaired(request_id, Ok(())))
    else {
        panic!()
    };
    let ours = Box::new(MachineCheck::SchemeHandler(SchemeStatus::Ours));
    // A late answer to an earlier question is ignored.
    let _ = screen.update(Message::LinkHandlerChecked(
        request_id,
        Box::new(MachineCheck::SchemeHandler(SchemeStatus::Nobody)),
    ));
    let _ = screen.update(Message::LinkHandlerChecked(again, ours));
    assert!(shows(&screen, say!("doctor-scheme-ours")));
    assert!(!shows(&screen, say!("preferences-links-mend")));
}

#[test]
fn links_that_cannot_be_mended_say_why() {
    let mut screen = with_links(SchemeStatus::Nobody);
    let Action::Run(request_id, Request::RepairLinkHandler) =
        screen.update(Message::RepairLinkHandler)
    else {
        panic!()
    };
    let _ = screen.update(Message::LinkHandlerRepaired(
        request_id,
        Err("read-only".to_owned()),
    ));

    assert!(shows(&screen, say!("preferences-not-mended")));
}

#[test]
fn every_language_is_offered_by_its_own_name() {
    let screen = with_links(SchemeStatus::Ours);
    for language in Language::ALL {
        assert!(shows(&screen, language.endonym()), "{language:?}");
    }
    // The pseudo-language is not offered.
    assert!(!shows(&screen, Language::Pseudo.endonym()));
}

#[test]
fn arrows_go_along_the_options_and_stay_in_their_group() {
    let screen = with_links(SchemeStatus::Ours);
    let mut input = InputDriver::on(screen.view(no_logos()));
    // Without a focus the arrow leads to the first group of options.
    let first = input.arrow(Step::Down).unwrap();
    let second = input.arrow(Step::Down).unwrap();
    assert!(second.x > first.x && (second.y - first.y).abs() < 1.0);
    let last = input.arrow(Step::Last).unwrap();
    assert!(last.x > second.x);
    assert_eq!(input.arrow(Step::Right), Some(last), "the group ends here");
    assert_eq!(input.arrow(Step::First), Some(first));
    input.press(Named::Space);
    let messages = input.messages();
    assert!(matches!(
        messages.as_slice(),
        [Message::Choose(PreferenceChange::Theme(
            ColorScheme::System
        ))]
    ));
}

fn starts(start: StartView, last: Option<ProfileId>) -> App {
    let mut remembered = WindowState::default();
    remembered.last_profile = last;
    let mut app = boot(Start {
        preferences: Preferences::default().with(PreferenceChange::Start(start)),
        remembered,
        ..Start::default()
    });
    load(&mut app, [harbour(), orchard()]);

    app
}

#[test]
fn the_window_begins_with_what_the_person_chose() {
    assert!(starts(StartView::List, Some(id('b'))).top().is_none());
    assert!(starts(StartView::LastUsed, None).top().is_none());
    assert!(
        starts(StartView::LastUsed, Some(id('f'))).top().is_none(),
        "it is no longer kept"
    );
    let app = starts(StartView::LastUsed, Some(id('b')));
    let open = app.top().and_then(|screen| screen.profile()).unwrap();
    assert_eq!(open.id, id('b'));
}

#[test]
fn r_27_a_link_comes_before_the_last_instance() {
    let mut remembered = WindowState::default();
    remembered.last_profile = Some(id('b'));
    let mut app = boot(Start {
        preferences: Preferences::default().with(PreferenceChange::Start(StartView::LastUsed)),
        remembered,
        link: Some(LINK.into()),
        ..Start::default()
    });
    load(&mut app, [harbour(), orchard()]);

    assert_eq!(app.stack().len(), 1);
    assert!(matches!(app.top(), Some(AnyScreen::NewPassword(_))));
}

#[test]
fn a_size_of_the_window_counts_when_it_lasts() {
    let mut app = open();
    let asked = |app: &mut App, message| app.update(message).units();
    let size = iced::Size::new(700.0, 600.0);
    assert_eq!(asked(&mut app, Sent::Resized(size)), 1, "waits a moment");
    assert_eq!(asked(&mut app, Sent::Resized(size)), 0, "nothing is new");
    assert_eq!(
        asked(&mut app, Sent::Resized(part::WINDOW.into())),
        1,
        "pulled on"
    );
    assert_eq!(asked(&mut app, Sent::SizeSettled(1)), 0, "an old one");
    assert!(asked(&mut app, Sent::SizeSettled(2)) > 0, "the last one");
}

#[test]
fn the_list_leads_to_the_settings() {
    let mut app = open();
    send(
        &mut app,
        Sent::Instances(instances::Message::OpenPreferences),
    );

    assert!(matches!(app.top(), Some(AnyScreen::Preferences(_))));
}
