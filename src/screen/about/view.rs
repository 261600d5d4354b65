//! The view of the page about the program.

use std::path::Path;

use iced::{
    Alignment, Element, Length,
    widget::{Column, column, container, row, text},
};

use super::{About, Message};
use crate::{
    identity::{PRODUCT, VERSION},
    say,
    ui::{
        control, font,
        icon::Icon,
        page::{self, Page},
        style,
        theme::{size, space},
    },
};

/// Name and version. Not translated.
pub(super) fn version() -> String {
    format!("{PRODUCT} {VERSION}")
}

/// The licence's SPDX identifier. Not translated.
const LICENSE: &str = env!("CARGO_PKG_LICENSE");
/// The label of the modifier key of the shortcuts.
fn modifier_key() -> &'static str {
    if cfg!(target_os = "macos") {
        "⌘"
    } else {
        say!("about-key-control")
    }
}

impl About {
    pub(super) fn draw(&self) -> Element<'_, Message> {
        let version = row![
            text(say!("about-version", version = VERSION, license = LICENSE))
                .size(size::BODY)
                .width(Length::Fill),
            control::small(Icon::Copy, say!("about-copy"), Some(Message::Copy)),
        ]
        .spacing(space::M)
        .align_y(Alignment::Center);

        Page::new(PRODUCT)
            .back(true, Message::Back)
            .badge(Icon::Key)
            .lead(say!("about-lead"))
            .part(version)
            .part(self.storage_locations())
            .part(keyboard_shortcuts())
            .view()
    }

    fn storage_locations(&self) -> Element<'_, Message> {
        let places: [(&str, Option<&Path>); 4] = [
            (say!("about-sessions"), None),
            (say!("about-config"), Some(&self.paths.config)),
            (say!("about-state"), Some(&self.paths.state)),
            (say!("about-cache"), Some(&self.paths.cache)),
        ];
        let lines = places.into_iter().map(|(what, path)| {
            let path = path.map(|path| path.display().to_string());
            let path = path.unwrap_or_else(|| say!("about-keyring").to_owned());

            (
                text(what).size(size::SMALL).style(style::muted).into(),
                text(path)
                    .size(size::SMALL)
                    .wrapping(text::Wrapping::WordOrGlyph)
                    .into(),
            )
        });

        group(
            say!("about-places"),
            lines.map(|(what, path): (Element<'_, _>, Element<'_, _>)| {
                column![what, path].spacing(space::XS / 2.0).into()
            }),
        )
    }
}

fn keyboard_shortcuts<'a>() -> Element<'a, Message> {
    let with = |key: &str| format!("{} {key}", modifier_key());
    let keys = [
        (say!("about-key-tab").to_owned(), say!("about-key-tab-does")),
        (
            say!("about-key-arrows").to_owned(),
            say!("about-key-arrows-does"),
        ),
        (
            say!("about-key-enter").to_owned(),
            say!("about-key-enter-does"),
        ),
        (
            say!("about-key-escape").to_owned(),
            say!("about-key-escape-does"),
        ),
        (with("N"), say!("about-key-add-does")),
        (with("1–9"), say!("about-key-instance-does")),
        (with(","), say!("about-key-settings-does")),
        (with("+ − 0"), say!("about-key-size-does")),
        ("F1".to_owned(), say!("about-key-about-does")),
        (with("Q"), say!("about-key-quit-does")),
    ];
    let lines = keys.into_iter().map(|(key, does)| {
        row![
            text(key)
                .size(size::SMALL)
                .font(font::STRONG)
                .width(Length::FillPortion(1)),
            text(does).size(size::SMALL).width(Length::FillPortion(2)),
        ]
        .spacing(space::M)
        .into()
    });

    group(say!("about-keys"), lines)
}

fn group<'a>(
    label: &'a str,
    lines: impl IntoIterator<Item = Element<'a, Message>>,
) -> Element<'a, Message> {
    let mut rows = Column::new().spacing(space::S).width(Length::Fill);
    for (index, line) in lines.into_iter().enumerate() {
        if index > 0 {
            rows = rows.push(page::divider());
        }
        rows = rows.push(line);
    }

    column![
        text(label).size(size::SMALL).font(font::STRONG),
        container(rows)
            .padding(space::M)
            .width(Length::Fill)
            .style(style::card)
    ]
    .spacing(space::XS)
    .into()
}
