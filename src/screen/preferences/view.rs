//! How the settings look: a group for each question, the chosen answer marked.

use std::borrow::Cow;

use iced::{
    Alignment, Element, Length,
    widget::{Column, column, container, row, text},
};

use super::{Links, Message, PreferencesScreen};
use crate::{
    language::Language,
    preferences::{Choice, Contrast, Opening, TextSize, Tone},
    say,
    text::{Level, machine_finding},
    ui::{
        banner::{self, Kind},
        control, focus, font,
        icon::Icon,
        page::Page,
        style,
        theme::{size, space},
    },
};

impl PreferencesScreen {
    /// How it looks.
    pub(super) fn draw(&self) -> Element<'_, Message> {
        let note = self
            .note
            .as_ref()
            .map(|note| note.banner(Message::Note).view());

        Page::new(say!("preferences-title"))
            .back(true, Message::Back)
            .above(note)
            .part(self.theme())
            .part(self.contrast())
            .part(self.text_size())
            .part(self.start())
            .part(self.links())
            .part(self.language())
            .part(control::marked(
                Icon::Info,
                say!("preferences-about"),
                false,
                Some(Message::About),
            ))
            .view()
    }

    fn theme(&self) -> Element<'_, Message> {
        let options = [
            (Tone::System, say!("preferences-theme-system")),
            (Tone::Light, say!("preferences-theme-light")),
            (Tone::Dark, say!("preferences-theme-dark")),
        ];

        group(
            say!("preferences-theme"),
            choice(options, self.chosen.theme, Choice::Theme),
            None,
        )
    }

    fn contrast(&self) -> Element<'_, Message> {
        let options = [
            (Contrast::System, say!("preferences-contrast-system")),
            (Contrast::Normal, say!("preferences-contrast-normal")),
            (Contrast::High, say!("preferences-contrast-high")),
        ];

        group(
            say!("preferences-contrast"),
            choice(options, self.chosen.contrast, Choice::Contrast),
            None,
        )
    }

    fn text_size(&self) -> Element<'_, Message> {
        let now = self.chosen.text_size;
        let to = |size: TextSize| (size != now).then_some(Message::Choose(Choice::TextSize(size)));
        let percent = say!("preferences-text-size-percent", percent = now.percent());
        let steps = row![
            control::symbol(Icon::Minus, to(now.smaller())),
            text(percent).size(size::BODY).font(font::STRONG),
            control::symbol(Icon::Plus, to(now.larger())),
            control::link(say!("preferences-text-size-usual"), to(TextSize::default())),
        ]
        .spacing(space::S)
        .align_y(Alignment::Center);

        group(
            say!("preferences-text-size"),
            focus::list(steps.wrap()).into(),
            Some(say!("preferences-text-size-hint")),
        )
    }

    fn start(&self) -> Element<'_, Message> {
        let options = [
            (Opening::List, say!("preferences-start-list")),
            (Opening::LastUsed, say!("preferences-start-last")),
        ];

        group(
            say!("preferences-start"),
            choice(options, self.chosen.start, Choice::Start),
            Some(say!("preferences-start-hint")),
        )
    }

    fn language(&self) -> Element<'_, Message> {
        let chosen = self.chosen.language.as_deref().and_then(Language::of);
        let system = (None, say!("preferences-language-system"));
        let options = std::iter::once(system).chain(
            Language::ALL
                .into_iter()
                .map(|language| (Some(language), language.endonym())),
        );
        let to = |language: Option<Language>| {
            Choice::Language(language.map(|language| language.tag().to_owned()))
        };

        group(
            say!("preferences-language"),
            choice(options, chosen, to),
            None,
        )
    }

    fn links(&self) -> Element<'_, Message> {
        let mut parts = Column::new().spacing(space::S).width(Length::Fill);
        let (found, is_busy) = match &self.links {
            Links::Asking(_) => {
                let words = text(say!("preferences-links-asking")).size(size::SMALL);
                parts = parts.push(words.style(style::muted));
                (None, false)
            }
            Links::Known(found) => (Some(machine_finding(found)), false),
            Links::Mending(_, found) => (Some(machine_finding(found)), true),
        };
        if let Some(found) = found {
            let kind = match found.level {
                Level::Fine => Kind::Success,
                Level::Warning => Kind::Warning,
                Level::Failed => Kind::Error,
                Level::Skipped => Kind::Info,
            };
            let can_mend = found.fix.is_some();
            parts = parts.push(banner::line(kind, found.detail));
            if is_busy {
                parts = parts.push(control::busy(say!("preferences-links-mending")));
            } else if can_mend {
                parts = parts.push(control::secondary(
                    say!("preferences-links-mend"),
                    Some(Message::Mend),
                ));
            }
        }
        let card = container(parts)
            .padding(space::M)
            .width(Length::Fill)
            .style(style::card);

        group(say!("preferences-links"), card.into(), None)
    }
}

/// A question with its answer below.
fn group<'a>(
    label: &'a str,
    answer: Element<'a, Message>,
    hint: Option<&'a str>,
) -> Element<'a, Message> {
    let label = text(label).size(size::SMALL).font(font::STRONG);
    let hint = hint.map(|hint| text(hint).size(size::SMALL).style(style::muted));

    column![label, answer].push(hint).spacing(space::XS).into()
}

/// All options can be pressed, also the chosen one, so that the keyboard finds it where it was.
fn choice<'a, T: Copy + PartialEq>(
    options: impl IntoIterator<Item = (T, &'a str)>,
    chosen: T,
    to: impl Fn(T) -> Choice,
) -> Element<'a, Message> {
    control::choice(options.into_iter().map(|(option, label)| {
        let message = Message::Choose(to(option));

        (Cow::from(label), option == chosen, Some(message))
    }))
}
