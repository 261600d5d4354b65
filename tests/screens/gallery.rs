//! Every screen in every state, tone, scale and two languages, as pictures for people on one page. `tests/gallery.sh`
//! opens it; what is drawn are the states of the snapshot tests, drawn again in another language.

use std::{cell::RefCell, collections::BTreeSet, fmt::Write as _, fs, path::Path};

use iced::{Element, Event, Renderer, Size, Theme, mouse::Cursor, theme::Mode, window};
use iced_test::{
    core::{
        clipboard,
        renderer::{self, Headless},
    },
    runtime::user_interface::{Cache, UserInterface},
};
use latchkey::{
    language::{self, Language},
    profile::Profile,
    screen::accent,
    ui::{font, theme},
};

use crate::{
    access_token, account, adding, branding, doctor,
    foreign::{self, ShownText},
    list, own_account, preferences, profile_settings, providers, register, snapshots, sso,
};

/// A heading, and the tests that take the snapshots below it.
type Group = (&'static str, &'static [fn()]);

/// What each group of the page draws: the tests that take its snapshots.
const GROUPS: &[Group] = &[
    (
        "Instances",
        &[snapshots::instances_screen, list::the_list_at_work],
    ),
    (
        "Settings of an instance",
        &[profile_settings::own_settings_in_pictures],
    ),
    (
        "Add an instance",
        &[snapshots::add_screen, adding::adding_in_pictures],
    ),
    (
        "Sign in",
        &[
            snapshots::sign_in_screen,
            register::sign_in_ways_screen,
            providers::providers_in_pictures,
            branding::an_instance_looks_like_itself,
        ],
    ),
    ("Through the browser", &[sso::browser_in_pictures]),
    ("Access token", &[access_token::access_token_screen]),
    ("Forgotten password", &[snapshots::forgot_screen]),
    ("New password", &[snapshots::new_password_screen]),
    ("Sign up", &[register::register_screen]),
    (
        "Account",
        &[snapshots::account_screen, account::account_details_screen],
    ),
    ("Change password", &[own_account::change_password_screen]),
    ("Two-factor", &[own_account::two_factor_screen]),
    ("Findings", &[doctor::checkup_screen]),
    ("Settings", &[preferences::settings_screen]),
    ("About", &[preferences::about_screen]),
];
const LANGUAGES: [Language; 2] = [Language::English, Language::Japanese];
const TONES: [(&str, Mode, bool); 4] = [
    ("light", Mode::Light, false),
    ("dark", Mode::Dark, false),
    ("light-high", Mode::Light, true),
    ("dark-high", Mode::Dark, true),
];
const PAGE: &str = include_str!("gallery.html");

thread_local! {
    static RECORDING: RefCell<Option<Recording>> = const { RefCell::new(None) };
}

/// A state that was shown.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct RecordedState {
    name: String,
    width: u32,
}

/// While there is one, this thread's snapshots are collected in it instead of being compared.
#[derive(Default)]
struct Recording {
    states: Vec<RecordedState>,
    /// What is read of each state, where it is read instead of drawn.
    texts: Option<Vec<ShownText>>,
    /// Made once: each renderer reads all fonts of the machine for its drawings. `None` where only names are asked for.
    renderer: Option<Renderer>,
}

/// Runs tests and collects their snapshots.
fn record(sitting: Recording, tests: &[fn()]) -> Recording {
    RECORDING.set(Some(sitting));
    for test in tests {
        test();
    }

    RECORDING.take().unwrap()
}

/// Every text of every state, in the language that is spoken.
pub(crate) fn texts() -> Vec<ShownText> {
    let tests: Vec<_> = GROUPS
        .iter()
        .flat_map(|(_, tests)| *tests)
        .copied()
        .collect();
    let sitting = Recording {
        texts: Some(Vec::new()),
        renderer: Some(new_renderer()),
        ..Recording::default()
    };

    record(sitting, &tests).texts.unwrap()
}

fn new_renderer() -> Renderer {
    // Loads the fonts, once for the process.
    let _ = crate::support::simulate::<()>(iced::widget::space());
    let renderer = <Renderer as Headless>::new(font::TEXT, theme::size::BODY.into(), None);

    iced::futures::executor::block_on(renderer).unwrap()
}

/// Collects the state of a snapshot, if this thread collects them.
pub(crate) fn record_snapshot<'a, M: Clone + 'a>(
    name: &str,
    profile: Option<&Profile>,
    size: (f32, f32),
    view: &dyn Fn() -> Element<'a, M>,
) -> bool {
    RECORDING.with_borrow_mut(|sitting| {
        let Some(sitting) = sitting else {
            return false;
        };
        sitting.states.push(RecordedState {
            name: name.to_owned(),
            width: whole(size.0),
        });
        match (&mut sitting.renderer, &mut sitting.texts) {
            (Some(renderer), Some(reads)) => {
                reads.extend(foreign::texts_of(renderer, name, size.into(), view()));
            }
            (Some(renderer), None) => draw(renderer, name, profile, size.into(), view()),
            (None, _) => {}
        }

        true
    })
}

fn draw<'a, M: Clone + 'a>(
    renderer: &mut Renderer,
    name: &str,
    profile: Option<&Profile>,
    size: Size,
    view: Element<'a, M>,
) {
    let mut ui = UserInterface::build(view, size, Cache::default(), renderer);
    let now = Event::Window(window::Event::RedrawRequested(std::time::Instant::now()));
    let accent = profile.and_then(|profile| accent(&profile.project));
    let directory = directory().join(language::current().tag());
    for (tone, mode, is_high) in TONES {
        let theme = if is_high {
            theme::high_contrast(mode, accent)
        } else {
            theme::theme(mode, accent)
        };
        for scale in [1_u8, 2] {
            let pixels = paint(&mut ui, renderer, &now, &theme, size, scale.into());
            let factor = f32::from(scale);
            image::save_buffer(
                directory.join(format!("{name}-{tone}-{scale}x.png")),
                &pixels,
                whole(size.width * factor),
                whole(size.height * factor),
                image::ColorType::Rgba8,
            )
            .unwrap();
        }
    }
}

fn paint<M: Clone>(
    ui: &mut UserInterface<'_, M, Theme, Renderer>,
    renderer: &mut Renderer,
    now: &Event,
    theme: &Theme,
    size: Size,
    scale: f32,
) -> Vec<u8> {
    let style = renderer::Style {
        text_color: theme.palette().text,
    };
    let _ = ui.update(
        std::slice::from_ref(now),
        Cursor::Unavailable,
        renderer,
        &mut clipboard::Null,
        &mut Vec::new(),
    );
    ui.draw(renderer, theme, &style, Cursor::Unavailable);
    let pixels = Size::new(whole(size.width * scale), whole(size.height * scale));

    renderer.screenshot(pixels, scale, theme.palette().background)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a window's size is small"
)]
fn whole(side: f32) -> u32 {
    side.round() as u32
}

fn directory() -> &'static Path {
    Path::new(concat!(env!("CARGO_TARGET_TMPDIR"), "/../gallery"))
}

#[test]
#[ignore = "pictures for people: run tests/gallery.sh"]
fn gallery() {
    let _ = fs::remove_dir_all(directory());
    let mut renderer = Some(new_renderer());
    let mut sections = String::new();
    for language in LANGUAGES {
        fs::create_dir_all(directory().join(language.tag())).unwrap();
        for (title, tests) in GROUPS {
            let sitting = Recording {
                renderer: renderer.take(),
                ..Recording::default()
            };
            let sitting = language::with_language(language, || record(sitting, tests));
            renderer = sitting.renderer;
            if language == Language::English {
                section(&mut sections, title, &sitting.states);
            }
        }
    }
    let page = PAGE.replace("<!-- sections -->", &sections);
    fs::write(directory().join("index.html"), page).unwrap();
}

fn section(page: &mut String, title: &str, shown: &[RecordedState]) {
    write!(page, "<section><h2>{title}</h2><div>").unwrap();
    for RecordedState { name, width } in shown {
        let width = width / 2;
        let words = name.replace('-', " ");
        writeln!(
            page,
            r#"<figure data-name="{name}"><a><img width="{width}" loading="lazy" alt="{words}"></a><figcaption>{words}</figcaption></figure>"#
        )
        .unwrap();
    }
    page.push_str("</div></section>\n");
}

#[test]
fn every_snapshot_hangs_in_the_gallery() {
    let tests = GROUPS.iter().flat_map(|(_, tests)| *tests).copied();
    let sitting = record(Recording::default(), &tests.collect::<Vec<_>>());
    let hung: BTreeSet<_> = sitting.states.into_iter().map(|shown| shown.name).collect();
    let kept: BTreeSet<_> = fs::read_dir("tests/screens/snapshots")
        .unwrap()
        .filter_map(|entry| {
            let name = entry.unwrap().file_name().into_string().unwrap();
            Some(name.strip_suffix("-light-tiny-skia.sha256")?.to_owned())
        })
        .collect();

    assert_eq!(
        kept.difference(&hung).collect::<Vec<_>>(),
        Vec::<&String>::new(),
        "these snapshots are not in GROUPS, or are kept for a state that no test shows any more"
    );
}
