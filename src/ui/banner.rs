//! A banner: a message above the form it concerns, with actions, and the technical detail behind a link.

use std::borrow::Cow;

use iced::{
    Color, Element, Length,
    widget::{Column, Row, column, container, row, text},
};

use super::{
    control, font,
    icon::{self, Icon},
    style,
    theme::{Tokens, size, space},
};
use crate::say;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Success,
    Info,
    Warning,
    Error,
}

impl Kind {
    fn color(self, tokens: &Tokens) -> Color {
        match self {
            Self::Success => tokens.success,
            Self::Info => tokens.accent_text,
            Self::Warning => tokens.warning,
            Self::Error => tokens.danger,
        }
    }

    fn icon(self) -> Icon {
        match self {
            Self::Success => Icon::Check,
            Self::Info => Icon::Info,
            Self::Warning => Icon::Warning,
            Self::Error => Icon::Error,
        }
    }
}

/// The technical detail and the messages of its two buttons.
pub struct Detail<'a, M> {
    /// Never a secret.
    pub text: &'a str,
    pub is_shown: bool,
    pub on_toggle: M,
    pub on_copy: M,
}

/// Builder of a banner; [`Banner::view`] makes the element.
#[must_use = "it shows nothing until it is part of a view"]
pub struct Banner<'a, M> {
    kind: Kind,
    title: Cow<'a, str>,
    hint: Option<Cow<'a, str>>,
    detail: Option<Detail<'a, M>>,
    actions: Vec<(Cow<'a, str>, M, Option<&'static str>)>,
}

impl<'a, M: Clone + 'a> Banner<'a, M> {
    pub fn new(kind: Kind, title: impl Into<Cow<'a, str>>) -> Self {
        Self {
            kind,
            title: title.into(),
            hint: None,
            detail: None,
            actions: Vec::new(),
        }
    }

    pub fn hint(self, hint: Option<impl Into<Cow<'a, str>>>) -> Self {
        Self {
            hint: hint.map(Into::into),
            ..self
        }
    }

    pub fn detail(self, detail: Option<Detail<'a, M>>) -> Self {
        Self { detail, ..self }
    }

    /// Adds a button.
    pub fn action(mut self, label: impl Into<Cow<'a, str>>, message: M) -> Self {
        self.actions.push((label.into(), message, None));
        self
    }

    /// Adds a button with an id, so that it can be focused.
    pub fn named_action(
        mut self,
        id: &'static str,
        label: impl Into<Cow<'a, str>>,
        message: M,
    ) -> Self {
        self.actions.push((label.into(), message, Some(id)));
        self
    }

    pub fn view(self) -> Element<'a, M> {
        let kind = self.kind;
        let sentence = text(self.title)
            .size(size::BODY)
            .font(font::STRONG)
            .width(Length::Fill);
        let mut words = Column::new()
            .push(sentence)
            .push(
                self.hint
                    .map(|hint| text(hint).size(size::SMALL).width(Length::Fill)),
            )
            .spacing(space::XS)
            .width(Length::Fill);

        let mut links = Row::new();
        let mut any = !self.actions.is_empty();
        for (label, message, id) in self.actions {
            let link = control::small_link(label, message);
            links = links.push(match id {
                Some(id) => link.id(id),
                None => link,
            });
        }
        if let Some(detail) = self.detail {
            any = true;
            let label = if detail.is_shown {
                say!("common-hide-details")
            } else {
                say!("common-show-details")
            };
            links = links.push(control::small_link(label, detail.on_toggle));
            if detail.is_shown {
                links = links.push(control::small_link(
                    say!("common-copy-details"),
                    detail.on_copy,
                ));
                words = words.push(
                    text(detail.text)
                        .size(size::SMALL)
                        .style(style::muted)
                        .wrapping(text::Wrapping::WordOrGlyph),
                );
            }
        }
        if any {
            // The links' own padding is taken back on the left, so that their words stand under the sentence.
            words = words.push(links.spacing(space::S));
        }

        let symbol = icon::icon(kind.icon(), move |tokens| kind.color(tokens));

        container(row![symbol, words].spacing(space::M))
            .padding(space::M)
            .width(Length::Fill)
            .style(move |theme| style::banner(theme, kind.color(&Tokens::of(theme))))
            .into()
    }
}

/// A small muted line with an icon, inside a page.
pub fn line<'a, M: 'a>(kind: Kind, words: impl Into<Cow<'a, str>>) -> Element<'a, M> {
    column![
        row![
            icon::small(kind.icon(), move |tokens| kind.color(tokens)),
            text(words.into())
                .size(size::SMALL)
                .style(style::muted)
                .width(Length::Fill)
        ]
        .spacing(space::S)
    ]
    .into()
}
