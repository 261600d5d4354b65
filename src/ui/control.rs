//! Everything that can be pressed: the primary action of a screen, other buttons, links, icons, and checkboxes.

use std::borrow::Cow;

use iced::{
    Alignment, Element, Length, Padding,
    widget::{Column, Row, container, row, space, text},
};

use super::{
    button::Button,
    focus, font,
    icon::{self, Icon},
    side_by_side, style,
    theme::{part, size, space as gap},
};

/// The one primary action of a screen.
pub fn primary<'a, M: Clone + 'a>(
    label: impl Into<Cow<'a, str>>,
    on_press: Option<M>,
) -> Button<'a, M> {
    Button::new(centered(label), style::primary)
        .height(part::CONTROL)
        .width(Length::Fill)
        .on_press_maybe(on_press)
}

/// The primary action while it is under way; it cannot be pressed.
pub fn busy<'a, M: Clone + 'a>(label: impl Into<Cow<'a, str>>) -> Button<'a, M> {
    Button::new(centered(label), style::busy)
        .height(part::CONTROL)
        .width(Length::Fill)
}

/// The button that sends a form: the primary action, or busy while the request is under way.
pub fn submit<'a, M: Clone + 'a>(
    label: impl Into<Cow<'a, str>>,
    busy_label: impl Into<Cow<'a, str>>,
    is_busy: bool,
    on_press: Option<M>,
) -> Button<'a, M> {
    if is_busy {
        busy(busy_label)
    } else {
        primary(label, on_press)
    }
}

pub fn secondary<'a, M: Clone + 'a>(
    label: impl Into<Cow<'a, str>>,
    on_press: Option<M>,
) -> Button<'a, M> {
    Button::new(centered(label), style::secondary)
        .height(part::CONTROL)
        .width(Length::Fill)
        .on_press_maybe(on_press)
}

/// An action that looks like a link, as wide as its label, so that it fits beside a button.
pub fn link<'a, M: Clone + 'a>(
    label: impl Into<Cow<'a, str>>,
    on_press: Option<M>,
) -> Button<'a, M> {
    let words = text(label.into()).size(size::BODY).font(font::STRONG);

    Button::new(container(words).center_y(Length::Fill), style::link)
        .height(part::CONTROL)
        .padding(Padding::ZERO.horizontal(gap::M))
        .on_press_maybe(on_press)
}

/// A link in small text: in a banner, beside a label.
pub fn small_link<'a, M: Clone + 'a>(label: impl Into<Cow<'a, str>>, message: M) -> Button<'a, M> {
    Button::new(
        text(label.into()).size(size::SMALL).font(font::STRONG),
        style::inline_link,
    )
    .padding(Padding::ZERO.vertical(gap::XS / 2.0))
    .on_press_maybe(Some(message))
}

/// A button with an icon and a short label, for the corner of a page.
pub fn corner<'a, M: Clone + 'a>(
    symbol: Icon,
    label: impl Into<Cow<'a, str>>,
    on_press: Option<M>,
) -> Button<'a, M> {
    let words = icon_and_label(symbol, label, size::BODY);

    Button::new(container(words).center_y(Length::Fill), style::secondary)
        .height(part::CONTROL)
        .padding(Padding::ZERO.horizontal(gap::M))
        .on_press_maybe(on_press)
}

/// An inconspicuous link, below the parts of a page.
pub fn quiet<'a, M: Clone + 'a>(
    label: impl Into<Cow<'a, str>>,
    on_press: Option<M>,
) -> Button<'a, M> {
    Button::new(text(label.into()).size(size::SMALL), style::quiet)
        .padding(Padding::ZERO.vertical(gap::XS))
        .on_press_maybe(on_press)
}

/// A small button with an icon, beside small text.
pub fn small<'a, M: Clone + 'a>(
    symbol: Icon,
    label: impl Into<Cow<'a, str>>,
    on_press: Option<M>,
) -> Button<'a, M> {
    let words = icon_and_label(symbol, label, size::SMALL);

    Button::new(words, style::secondary)
        .padding(Padding::from([gap::XS, gap::M]))
        .on_press_maybe(on_press)
}

pub fn icon_button<'a, M: Clone + 'a>(symbol: Icon, on_press: Option<M>) -> Button<'a, M> {
    Button::new(
        container(icon::icon(symbol, |tokens| tokens.muted)).center(Length::Fill),
        style::quiet,
    )
    .width(part::CONTROL)
    .height(part::CONTROL)
    .on_press_maybe(on_press)
}

/// A checkbox with its label; the whole line can be pressed.
pub fn checkbox<'a, M: Clone + 'a>(
    label: impl Into<Cow<'a, str>>,
    ticked: bool,
    on_press: Option<M>,
) -> Button<'a, M> {
    let mark: Element<'a, M> = if ticked {
        icon::small(Icon::Check, |tokens| tokens.on_accent)
    } else {
        space()
            .width(part::ICON_SMALL)
            .height(part::ICON_SMALL)
            .into()
    };
    let square = container(mark)
        .padding(part::FOCUS_RING)
        .style(style::checkbox(ticked));
    let words = text(label.into()).size(size::BODY).width(Length::Fill);

    Button::new(
        Row::new()
            .push(square)
            .push(words)
            .spacing(gap::M)
            .align_y(Alignment::Start),
        style::text_line,
    )
    .width(Length::Fill)
    .padding(gap::S)
    .on_press_maybe(on_press)
}

/// A button with an icon, as wide as the page.
pub fn wide_with_icon<'a, M: Clone + 'a>(
    symbol: Icon,
    label: impl Into<Cow<'a, str>>,
    is_primary: bool,
    on_press: Option<M>,
) -> Button<'a, M> {
    let is_off = on_press.is_none();
    let symbol = icon::icon(symbol, move |tokens| match (is_off, is_primary) {
        (true, _) => tokens.muted,
        (false, true) => tokens.on_accent,
        (false, false) => tokens.text,
    });
    let words = text(label.into())
        .size(size::BODY)
        .font(font::STRONG)
        .width(Length::Fill);
    let content = row![symbol, words]
        .spacing(gap::M)
        .align_y(Alignment::Center);
    let style = if is_primary {
        style::primary
    } else {
        style::secondary
    };

    // No fixed height: a long label wraps instead of overflowing.
    Button::new(content, style)
        .padding(gap::M)
        .width(Length::Fill)
        .on_press_maybe(on_press)
}

/// A choice among a few options: in a row if the labels are short and fit, else in a column. A check mark shows the
/// chosen one, not colour alone (WCAG 2.2, 1.4.1).
pub fn choice<'a, M: Clone + 'a>(
    options: impl IntoIterator<Item = (Cow<'a, str>, bool, Option<M>)>,
) -> Element<'a, M> {
    const ROOM: usize = 30;

    let options = options.into_iter().collect::<Vec<_>>();
    let letters = options
        .iter()
        .map(|(label, ..)| label.chars().count() + 3)
        .sum::<usize>();
    let is_short = letters <= ROOM;
    let options = options
        .into_iter()
        .map(|(label, is_chosen, on_press)| {
            let mark = is_chosen.then(|| icon::small(Icon::Check, |tokens| tokens.text));
            let letters = font::for_language_name(&label);
            let words = Row::new()
                .push(mark)
                .push(
                    text(label)
                        .size(size::BODY)
                        .font(letters)
                        .align_x(Alignment::Center),
                )
                .spacing(gap::XS)
                .align_y(Alignment::Center);
            let width = if is_short {
                Length::Shrink
            } else {
                Length::Fill
            };

            Button::new(container(words).center_x(width), style::option(is_chosen))
                .padding(gap::S)
                .width(width)
                .on_press_maybe(on_press)
                .into()
        })
        .collect::<Vec<_>>();
    let inside: Element<'a, M> = if is_short {
        side_by_side::equal_widths(options, gap::XS)
    } else {
        Column::with_children(options).spacing(gap::XS).into()
    };

    focus::list(inside)
        .padding(gap::XS)
        .style(style::options)
        .into()
}

fn icon_and_label<'a, M: 'a>(
    symbol: Icon,
    label: impl Into<Cow<'a, str>>,
    size: f32,
) -> Row<'a, M> {
    row![
        icon::small(symbol, |tokens| tokens.text),
        text(label.into()).size(size).font(font::STRONG)
    ]
    .spacing(gap::XS)
    .align_y(Alignment::Center)
}

fn centered<'a, M: 'a>(label: impl Into<Cow<'a, str>>) -> Element<'a, M> {
    let words = text(label.into())
        .size(size::BODY)
        .font(font::STRONG)
        .align_x(Alignment::Center);

    container(words).center(Length::Fill).into()
}
