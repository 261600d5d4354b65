//! The shell of every page: the way back and the instance's face above, the title and its parts below, scrolling
//! when the window is small.

use std::borrow::Cow;

use iced::{
    Alignment, Element, Length, Padding,
    widget::{Column, Row, column, container, rule, scrollable, space as filler, text},
};

use super::{
    card::{self, Face},
    control, font,
    icon::Icon,
    style,
    theme::{part, size, space},
};

/// A page being put together; turn it into an element with [`Page::view`].
pub struct Page<'a, M> {
    back: Option<Option<M>>,
    face: Option<Face<'a>>,
    title: Cow<'a, str>,
    lead: Option<Cow<'a, str>>,
    corner: Option<Element<'a, M>>,
    parts: Column<'a, M>,
}

impl<'a, M: Clone + 'a> Page<'a, M> {
    /// A page with a title.
    pub fn new(title: impl Into<Cow<'a, str>>) -> Self {
        Self {
            back: None,
            face: None,
            title: title.into(),
            lead: None,
            corner: None,
            parts: Column::new().spacing(space::L).width(Length::Fill),
        }
    }

    /// The way back; the button is there but off while `enabled` is false.
    pub fn back(self, enabled: bool, message: M) -> Self {
        Self {
            back: Some(enabled.then_some(message)),
            ..self
        }
    }

    /// The instance the page is about.
    pub fn face(self, face: Face<'a>) -> Self {
        Self {
            face: Some(face),
            ..self
        }
    }

    /// A sentence under the title.
    pub fn lead(self, lead: impl Into<Cow<'a, str>>) -> Self {
        Self {
            lead: Some(lead.into()),
            ..self
        }
    }

    /// An action in the corner beside the title.
    pub fn corner(self, corner: impl Into<Element<'a, M>>) -> Self {
        Self {
            corner: Some(corner.into()),
            ..self
        }
    }

    /// The next part, if there is one.
    pub fn push(mut self, part: Option<impl Into<Element<'a, M>>>) -> Self {
        self.parts = self.parts.push(part.map(Into::into));
        self
    }

    /// The next part.
    pub fn part(self, part: impl Into<Element<'a, M>>) -> Self {
        self.push(Some(part))
    }

    /// The element.
    pub fn view(self) -> Element<'a, M> {
        let has_back = self.back.is_some();
        let head = (has_back || self.face.is_some()).then(|| {
            let back = self
                .back
                .map(|message| control::symbol(Icon::Back, message));
            let row = Row::new()
                .push(back)
                .push(self.face.map(card::header))
                .spacing(space::XS)
                .align_y(Alignment::Center);
            let padding = Padding {
                left: if has_back { space::S } else { space::XL },
                right: space::XL,
                ..Padding::from(space::M)
            };

            column![
                container(row).padding(padding).width(Length::Fill),
                rule::horizontal(part::LINE).style(style::rule)
            ]
        });

        let title = Row::new()
            .push(
                text(self.title)
                    .size(size::TITLE)
                    .font(font::STRONG)
                    .width(Length::Fill),
            )
            .push(self.corner)
            .spacing(space::M)
            .align_y(Alignment::Center);
        let lead = self.lead.map(|lead| {
            text(lead)
                .size(size::BODY)
                .style(style::muted)
                .width(Length::Fill)
        });
        let top = Column::new()
            .push(title)
            .push(lead)
            .spacing(space::S)
            .width(Length::Fill);
        let body = column![top, self.parts]
            .spacing(space::L)
            .max_width(part::PAGE)
            .width(Length::Fill);
        let scroll = scrollable(
            container(body)
                .padding(Padding {
                    top: space::XL,
                    ..Padding::from(space::XL)
                })
                .center_x(Length::Fill),
        )
        .style(style::scroll)
        .height(Length::Fill)
        .width(Length::Fill);

        container(Column::new().push(head).push(scroll))
            .width(Length::Fill)
            .height(Length::Fill)
            .style(style::page)
            .into()
    }
}

/// A thin line between groups.
pub fn divider<'a, M: 'a>() -> Element<'a, M> {
    column![rule::horizontal(part::LINE).style(style::rule)].into()
}

/// Space between groups.
pub fn gap<'a, M: 'a>() -> Element<'a, M> {
    filler().height(space::XS).into()
}
