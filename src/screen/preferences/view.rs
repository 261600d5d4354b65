//! The view of the preferences: one group for each.

use std::borrow::Cow;

use iced::{
    Alignment, Element, Length,
    widget::{Column, column, container, row, text},
};

use super::{LinkHandler, Message, PreferencesScreen};
use crate::{
    language::Language,
    preferences::{ColorScheme, Contrast, PreferenceChange, StartView, TextSize},
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
    pub(super) fn draw(&self) -> Element<'_, Message> {
        let notification = self
            .notification
            .as_ref()
            .map(|notification| notification.banner(Message::Notification).view());

        Page::new(say!("preferences-title"))
            .back(true, Message::Back)
            .above(notification)
            .part(self.theme())
            .part(self.contrast())
            .part(self.text_size())
            .part(self.start())
            .part(self.link_handler_group())
            .part(self.language())
            .part(control::wide_with_icon(
                Icon::Info,
                say!("preferences-about"),
                false,
                Some(Message::OpenAbout),
            ))
            .view()
    }

    fn theme(&self) -> Element<'_, Message> {
        let options = [
            (ColorScheme::System, say!("preferences-theme-system")),
            (ColorScheme::Light, say!("preferences-theme-light")),
            (ColorScheme::Dark, say!("preferences-theme-dark")),
        ];

        group(
            say!("preferences-theme"),
            choice(options, self.preferences.theme, PreferenceChange::Theme),
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
            choice(
                options,
                self.preferences.contrast,
                PreferenceChange::Contrast,
            ),
            None,
        )
    }

    fn text_size(&self) -> Element<'_, Message> {
        let now = self.preferences.text_size;
        let to = |size: TextSize| {
            (size != now).then_some(Message::Choose(PreferenceChange::TextSize(size)))
        };
        let percent = say!("preferences-text-size-percent", percent = now.percent());
        let steps = row![
            control::icon_button(Icon::Minus, to(now.smaller())),
            text(percent).size(size::BODY).font(font::STRONG),
            control::icon_button(Icon::Plus, to(now.larger())),
            control::link(say!("preferences-text-size-usual"), to(TextSize::default())),
        ]
        .spacing(space::S)
        .align_y(Alignment::Center);

        group(
            say!("preferences-text-size"),
            focus::list(steps.wrap()).into(),
            Some(say!("preferences-text-size.hint")),
        )
    }

    fn start(&self) -> Element<'_, Message> {
        let options = [
            (StartView::List, say!("preferences-start-list")),
            (StartView::LastUsed, say!("preferences-start-last")),
        ];

        group(
            say!("preferences-start"),
            choice(options, self.preferences.start, PreferenceChange::Start),
            Some(say!("preferences-start.hint")),
        )
    }

    fn language(&self) -> Element<'_, Message> {
        let chosen = self
            .preferences
            .language
            .as_deref()
            .and_then(Language::from_tag);
        let system = (None, say!("preferences-language-system"));
        let options = std::iter::once(system).chain(
            Language::ALL
                .into_iter()
                .map(|language| (Some(language), language.endonym())),
        );
        let to = |language: Option<Language>| {
            PreferenceChange::Language(language.map(|language| language.tag().to_owned()))
        };

        group(
            say!("preferences-language"),
            choice(options, chosen, to),
            None,
        )
    }

    fn link_handler_group(&self) -> Element<'_, Message> {
        let mut parts = Column::new().spacing(space::S).width(Length::Fill);
        let (found, is_busy) = match &self.link_handler {
            LinkHandler::Checking(_) => {
                let words = text(say!("preferences-links-asking")).size(size::SMALL);
                parts = parts.push(words.style(style::muted));
                (None, false)
            }
            LinkHandler::Checked(found) => (Some(machine_finding(found)), false),
            LinkHandler::Repairing(_, found) => (Some(machine_finding(found)), true),
        };
        if let Some(found) = found {
            let kind = match found.level {
                Level::Passed => Kind::Success,
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
                    Some(Message::RepairLinkHandler),
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

/// A labelled control with an optional hint.
fn group<'a>(
    label: &'a str,
    answer: Element<'a, Message>,
    hint: Option<&'a str>,
) -> Element<'a, Message> {
    let label = text(label).size(size::SMALL).font(font::STRONG);
    let hint = hint.map(|hint| text(hint).size(size::SMALL).style(style::muted));

    column![label, answer].push(hint).spacing(space::XS).into()
}

/// A choice among options. The chosen one is enabled too, so that it keeps the focus.
fn choice<'a, T: Copy + PartialEq>(
    options: impl IntoIterator<Item = (T, &'a str)>,
    chosen: T,
    to: impl Fn(T) -> PreferenceChange,
) -> Element<'a, Message> {
    control::choice(options.into_iter().map(|(option, label)| {
        let message = Message::Choose(to(option));

        (Cow::from(label), option == chosen, Some(message))
    }))
}
