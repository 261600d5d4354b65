//! What the list costs with one to a thousand instances of long names and notes: `cargo bench --bench list`. Prints the
//! time of each part of a frame and judges nothing.
//!
//! The parts are those of iced after a message: the view is built, then compared with the one before and laid out, then
//! drawn. “first” is what lays out the list when it comes into view, “near” the slowest of the frames in which further
//! cards get their words while somebody scrolls through all of it, “again” the whole list laid out once more after a
//! message, when all have. A frame at 60 Hz has 16.7 ms for all of them.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench prints, and may stop at once"
)]

use std::time::{Duration, Instant};

use iced::{Event, Renderer, Size, mouse::Cursor, theme::Mode, window};
use iced_test::{
    Simulator,
    core::{
        clipboard,
        renderer::{self, Headless},
    },
    runtime::user_interface::{Cache, UserInterface},
};
use latchkey::{
    address::{HttpPolicy, ServerUrl},
    profile::{Profile, ProfileId, Profiles, Project},
    screen::{Instances, Pictures, Screen, instances::Message},
    service::SessionStatus,
    store::LoadedProfiles,
    ui::{font, theme},
};

const ROUNDS: usize = 50;

fn main() {
    // `cargo test --benches` only wants to know that it can be built.
    if std::env::args().any(|argument| argument == "--test") {
        return;
    }
    // Loads the fonts, once for the process.
    let _fonts: Simulator<'_, Message> =
        Simulator::with_size(font::settings(), theme::part::WINDOW, iced::widget::space());
    println!(
        "{:<12} {:>10} {:>10} {:>10} {:>10} {:>10} {:>10}",
        "instances", "view", "first", "near", "again", "draw", "search"
    );
    for count in [1, 10, 100, 1_000] {
        frame(count);
    }
}

#[expect(clippy::too_many_lines, reason = "one measurement after the other")]
fn frame(count: u64) {
    let (mut list, logos) = filled(count);
    let renderer = <Renderer as Headless>::new(font::TEXT, theme::size::BODY.into(), None);
    let mut renderer = iced::futures::executor::block_on(renderer).unwrap();
    let size: Size = theme::part::WINDOW.into();
    let theme = theme::theme(Mode::Light, None);
    let style = renderer::Style {
        text_color: theme.palette().text,
    };

    let view = median(|| {
        let begun = Instant::now();
        let view = list.view(&logos);
        let took = begun.elapsed();
        drop(view);
        took
    });
    let first = median(|| {
        let view = list.view(&logos);
        let begun = Instant::now();
        drop(UserInterface::build(
            view,
            size,
            Cache::default(),
            &mut renderer,
        ));
        begun.elapsed()
    });
    // Through all of it, as somebody who scrolls.
    let mut growing =
        UserInterface::build(list.view(&logos), size, Cache::default(), &mut renderer).into_cache();
    let mut near = Duration::ZERO;
    for group in 0..usize::try_from(count.div_ceil(8)).unwrap() {
        let _ = list.update(Message::GroupNearView(group));
        let begun = Instant::now();
        growing =
            UserInterface::build(list.view(&logos), size, growing, &mut renderer).into_cache();
        near = near.max(begun.elapsed());
    }
    let mut cache =
        UserInterface::build(list.view(&logos), size, Cache::default(), &mut renderer).into_cache();
    let mut drawn = Vec::new();
    let again = median(|| {
        let view = list.view(&logos);
        let begun = Instant::now();
        let mut ui = UserInterface::build(view, size, std::mem::take(&mut cache), &mut renderer);
        let took = begun.elapsed();
        let now = Event::Window(window::Event::RedrawRequested(Instant::now()));
        let mut messages = Vec::new();
        let _ = ui.update(
            &[now],
            Cursor::Unavailable,
            &mut renderer,
            &mut clipboard::Null,
            &mut messages,
        );
        let begun = Instant::now();
        ui.draw(&mut renderer, &theme, &style, Cursor::Unavailable);
        let (width, height) = (460, 640);
        drop(renderer.screenshot(Size::new(width, height), 1.0, theme.palette().background));
        drawn.push(begun.elapsed());
        cache = ui.into_cache();
        took
    });
    drawn.sort();
    let _ = list.update(Message::SearchTyped("orchard".to_owned()));
    let search = median(|| {
        let begun = Instant::now();
        drop(list.view(&logos));
        begun.elapsed()
    });

    let [view, first, near, again, draw, search] =
        [view, first, near, again, drawn[drawn.len() / 2], search].map(millis);
    println!("{count:<12} {view:>10} {first:>10} {near:>10} {again:>10} {draw:>10} {search:>10}");
}

fn filled(count: u64) -> (Instances, Pictures) {
    let note = "A long note about the opening hours of the reading room. ".repeat(150);
    let mut profiles = Profiles::default();
    for number in 0..count {
        let host = format!("https://cms-{number}.example.com/one/of/many");
        let _ = profiles.put(Profile {
            project: Project {
                name: Some(format!("Project {number}")),
                color: Some("#0E7490".to_owned()),
                note: Some(note.clone()),
                ..Project::default()
            },
            last_email: Some(format!("ada{number}@example.com")),
            ..Profile::new(
                ProfileId::parse(&format!("{number:016x}")).unwrap(),
                match number % 3 {
                    0 => format!("Federated Archive of Maritime Collections number {number}"),
                    1 => format!("متحف الميناء {number}"),
                    _ => format!("港の博物館 {number}"),
                },
                ServerUrl::parse(&host, HttpPolicy::LoopbackOnly).unwrap(),
            )
        });
    }
    let ids = profiles
        .iter()
        .map(|kept| kept.id.clone())
        .collect::<Vec<_>>();
    let mut list = Instances::new();
    list.load(Ok(LoadedProfiles {
        profiles,
        notice: None,
    }));
    let mut logos = Pictures::new();
    for id in ids {
        list.set_status(&id, Ok(SessionStatus::SignedOut));
        let logo = iced::widget::image::Handle::from_rgba(64, 64, vec![200; 64 * 64 * 4]);
        logos.set_logo(id, logo);
    }

    (list, logos)
}

fn median(mut once: impl FnMut() -> Duration) -> Duration {
    let mut times: Vec<_> = (0..ROUNDS).map(|_| once()).collect();
    times.sort();

    times[times.len() / 2]
}

fn millis(time: Duration) -> String {
    format!("{:.2} ms", time.as_secs_f64() * 1_000.0)
}
