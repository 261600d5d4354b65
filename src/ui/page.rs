//! The layout of every page: back button and instance header above, title and parts below, scrollable in a small
//! window.

use std::borrow::Cow;

use iced::{
    Alignment, Element, Length, Padding,
    widget::{Column, Row, column, container, row, rule, scrollable, text},
};

use super::{
    card::{self, InstanceHeader},
    control, font,
    icon::{self, Icon},
    side_by_side, style,
    theme::{part, size, space},
};

/// Builder of a page; [`Page::view`] makes the element.
#[must_use = "it shows nothing until it is part of a view"]
pub struct Page<'a, M> {
    has_back: bool,
    back: Option<M>,
    instance: Option<InstanceHeader<'a>>,
    badge: Option<Icon>,
    title: Cow<'a, str>,
    lead: Option<Cow<'a, str>>,
    corner: Option<Element<'a, M>>,
    above: Vec<Element<'a, M>>,
    parts: Column<'a, M>,
}

impl<'a, M: Clone + 'a> Page<'a, M> {
    pub fn new(title: impl Into<Cow<'a, str>>) -> Self {
        Self {
            has_back: false,
            back: None,
            instance: None,
            badge: None,
            title: title.into(),
            lead: None,
            corner: None,
            above: Vec::new(),
            parts: Column::new().spacing(space::L).width(Length::Fill),
        }
    }

    /// Adds the back button, disabled unless `enabled`.
    pub fn back(self, enabled: bool, message: M) -> Self {
        Self {
            has_back: true,
            back: enabled.then_some(message),
            ..self
        }
    }

    /// The instance the page is about, shown in the bar.
    pub fn instance(self, instance: InstanceHeader<'a>) -> Self {
        Self {
            instance: Some(instance),
            ..self
        }
    }

    /// An icon above the title, for a page about no instance.
    pub fn badge(self, symbol: Icon) -> Self {
        Self {
            badge: Some(symbol),
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

    /// Something above the parts that may come and go while the person types: iced keeps a field's focus by its
    /// position among the parts, so they must not shift.
    pub fn above(mut self, part: Option<impl Into<Element<'a, M>>>) -> Self {
        self.above.extend(part.map(Into::into));
        self
    }

    /// Appends a part, if there is one.
    pub fn maybe_part(mut self, part: Option<impl Into<Element<'a, M>>>) -> Self {
        self.parts = self.parts.push(part.map(Into::into));
        self
    }

    /// Appends a part.
    pub fn part(self, part: impl Into<Element<'a, M>>) -> Self {
        self.maybe_part(Some(part))
    }

    pub fn view(self) -> Element<'a, M> {
        let Self {
            has_back,
            back,
            instance,
            badge: mark,
            title,
            lead,
            corner,
            above: notices,
            parts,
        } = self;
        let has_no_header = instance.is_none();
        let above = if has_back && has_no_header {
            space::XS
        } else {
            space::XL
        };
        let back = has_back.then(|| control::icon_button(Icon::Back, back).into());
        let bar = (has_back || !has_no_header).then(|| bar(back, instance));

        let title = text(title).size(size::TITLE).font(font::STRONG);
        let title: Element<'a, M> = match corner {
            Some(corner) => side_by_side::both_ends(title, corner, space::M),
            None => title.width(Length::Fill).into(),
        };
        let lead = lead.map(|lead| {
            text(lead)
                .size(size::BODY)
                .style(style::muted)
                .width(Length::Fill)
        });
        let mark = mark.map(|symbol| {
            let badge = container(icon::icon(symbol, |tokens| tokens.on_accent))
                .center(part::TILE)
                .style(style::badge);

            container(badge).padding(Padding::ZERO.bottom(space::S))
        });
        let top = Column::new()
            .push(mark)
            .push(title)
            .push(lead)
            .spacing(space::S)
            .width(Length::Fill);
        let gap = if notices.is_empty() { 0.0 } else { space::L };
        let notices = Column::with_children(notices)
            .spacing(space::L)
            .width(Length::Fill);
        let body = column![column![top, notices].spacing(gap), parts]
            .spacing(space::L)
            .max_width(part::PAGE)
            .width(Length::Fill);
        let body = container(body)
            .padding(Padding::from(space::XL).top(above))
            .center_x(Length::Fill);
        // The bar scrolls along: at large text sizes it would otherwise fill the window.
        let scroll = scrollable(Column::new().push(bar).push(body))
            .direction(scrollable::Direction::Vertical(
                scrollable::Scrollbar::new()
                    .width(part::SCROLLBAR)
                    .scroller_width(part::SCROLLBAR)
                    .margin(part::FOCUS_RING),
            ))
            .style(style::scroll)
            .height(Length::Fill)
            .width(Length::Fill);

        container(scroll)
            .width(Length::Fill)
            .height(Length::Fill)
            .style(style::page)
            .into()
    }
}

/// The back button and the instance header, with a line below if there is a header.
fn bar<'a, M: Clone + 'a>(
    back: Option<Element<'a, M>>,
    instance: Option<InstanceHeader<'a>>,
) -> Element<'a, M> {
    let left = if back.is_some() { space::S } else { space::XL };
    let line = instance
        .is_some()
        .then(|| rule::horizontal(part::BORDER).style(style::rule));
    let inside = Row::new()
        .push(back)
        .push(instance.map(card::header))
        .spacing(space::XS)
        .align_y(Alignment::Center);
    let row = container(inside)
        .padding(Padding::from(space::M).left(left).right(space::XL))
        .width(Length::Fill);

    Column::new().push(row).push(line).into()
}

pub fn divider<'a, M: 'a>() -> Element<'a, M> {
    column![rule::horizontal(part::BORDER).style(style::rule)].into()
}

/// A divider with a word in it.
pub fn divider_with<'a, M: 'a>(word: &'a str) -> Element<'a, M> {
    let line = || rule::horizontal(part::BORDER).style(style::rule);

    row![
        line(),
        text(word).size(size::SMALL).style(style::muted),
        line()
    ]
    .spacing(space::M)
    .align_y(Alignment::Center)
    .into()
}
