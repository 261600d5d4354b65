//! How an instance is shown: a tile and two lines, as the header of a page or as a card.

use std::borrow::Cow;

use iced::{
    Alignment, Color, ContentFit, Element, Length, Padding, keyboard,
    widget::{self, Row, column, container, image, row, stack, text},
};

use super::{
    banner::Kind,
    button::Button,
    font,
    icon::{self, Icon},
    style,
    theme::{self, part, size, space},
};

#[derive(Debug, Clone)]
pub struct InstanceHeader<'a> {
    pub name: &'a str,
    /// The project's descriptor, for the header of a page.
    pub descriptor: Option<&'a str>,
    /// The host, in a form that cannot be mistaken for another's.
    pub host: String,
    pub color: Option<Color>,
    pub logo: Option<&'a image::Handle>,
}

/// The logo on the project's colour, or the initial.
pub fn tile<'a, M: 'a>(instance: &InstanceHeader<'a>, side: f32) -> Element<'a, M> {
    let (fill, ink) = theme::tile(instance.color);
    let inside: Element<'a, M> = match instance.logo {
        Some(handle) => {
            let inner = side - 2.0 * space::XS;

            image(handle)
                .width(inner)
                .height(inner)
                .content_fit(ContentFit::Contain)
                .into()
        }
        None => text(initial(instance.name))
            .size(side * 0.45)
            .font(font::STRONG)
            .into(),
    };

    container(inside)
        .center(side)
        .clip(true)
        .style(style::tile(fill, ink))
        .into()
}

/// A person's picture (made by [`super::portrait::portrait`]), or their initials.
pub fn portrait<'a, M: 'a>(
    name: &str,
    picture: Option<&image::Handle>,
    side: f32,
) -> Element<'a, M> {
    match picture {
        Some(handle) => image(handle.clone())
            .width(side)
            .height(side)
            .content_fit(ContentFit::Contain)
            .into(),
        None => container(
            text(initials(name))
                .size(side * 0.4)
                .font(font::STRONG)
                .style(style::on_accent),
        )
        .center(side)
        .style(style::badge)
        .into(),
    }
}

/// Tile, name and host, for the header of a page.
pub fn header<'a, M: 'a>(instance: InstanceHeader<'a>) -> Element<'a, M> {
    let tile = tile(&instance, part::TILE);
    let lines = column![text(instance.name).size(size::HEADING).font(font::STRONG)]
        .push(
            instance
                .descriptor
                .map(|words| text(words).size(size::SMALL).style(style::muted)),
        )
        .push(
            text(instance.host)
                .size(size::SMALL)
                .style(style::muted)
                .wrapping(text::Wrapping::WordOrGlyph),
        )
        .spacing(space::XS / 2.0)
        .width(Length::Fill);

    row![tile, lines]
        .spacing(space::M)
        .align_y(Alignment::Center)
        .into()
}

/// The instance in a large card that cannot be pressed, shown before anything is sent there.
pub fn large_card<'a, M: 'a>(instance: InstanceHeader<'a>) -> Element<'a, M> {
    large_card_with_text(instance, None)
}

/// The same with the project's descriptor.
pub fn large_card_with_text<'a, M: 'a>(
    instance: InstanceHeader<'a>,
    words: Option<&'a str>,
) -> Element<'a, M> {
    let tile = tile(&instance, part::TILE);
    let lines = column![
        text(instance.name).size(size::HEADING).font(font::STRONG),
        text(instance.host)
            .size(size::HEADING)
            .wrapping(text::Wrapping::WordOrGlyph),
    ]
    .push(words.map(|words| text(words).size(size::SMALL).style(style::muted)))
    .spacing(space::XS / 2.0)
    .width(Length::Fill);

    container(
        row![tile, lines]
            .spacing(space::M)
            .align_y(Alignment::Center),
    )
    .padding(space::L)
    .width(Length::Fill)
    .style(style::card)
    .into()
}

/// A card of a list: the header, a status line, and a message when it is pressed.
pub fn card<'a, M: Clone + 'a>(
    instance: InstanceHeader<'a>,
    state: Option<(Kind, Cow<'a, str>)>,
    on_press: Option<M>,
) -> Element<'a, M> {
    let forward = icon::small(Icon::Forward, |tokens| tokens.muted);
    let content = content(instance, state).push(forward);

    pressable(content, space::M).on_press_maybe(on_press).into()
}

/// A card of the list of instances, with a control `inside` that can be pressed by itself. It has an id, so that it can
/// be focused; `on_key` handles keys while it has the focus.
pub fn list_card<'a, M: Clone + 'a>(
    instance: InstanceHeader<'a>,
    state: (Kind, Cow<'a, str>),
    inside: impl Into<Element<'a, M>>,
    id: String,
    on_press: M,
    on_key: impl Fn(&keyboard::Key, keyboard::Modifiers) -> Option<M> + 'a,
) -> Element<'a, M> {
    focusable_card(content(instance, Some(state)), inside, id, on_press, on_key)
}

/// The placeholder of such a card, as high as a card whose texts need one line each. It can be focused, and keeps the
/// focus when it becomes the card.
pub fn placeholder_card<'a, M: Clone + 'a>(
    id: String,
    on_press: M,
    on_key: impl Fn(&keyboard::Key, keyboard::Modifiers) -> Option<M> + 'a,
) -> Element<'a, M> {
    let line = |size: f32| f32::from(text::LineHeight::default().to_absolute(size.into()));
    let lines = line(size::BODY) + 2.0 * line(size::SMALL) + space::XS;
    let place = || iced::widget::space().width(Length::Fill);

    focusable_card(place().height(lines), place(), id, on_press, on_key)
}

fn focusable_card<'a, M: Clone + 'a>(
    content: impl Into<Element<'a, M>>,
    inside: impl Into<Element<'a, M>>,
    id: String,
    on_press: M,
    on_key: impl Fn(&keyboard::Key, keyboard::Modifiers) -> Option<M> + 'a,
) -> Element<'a, M> {
    let button = pressable(content, part::CONTROL + space::S)
        .id(widget::Id::from(id))
        .on_press_maybe(Some(on_press))
        .on_key(on_key);
    let place = container(inside)
        .align_right(Length::Fill)
        .center_y(Length::Fill)
        .padding(Padding::ZERO.right(space::XS));

    stack![button, place].into()
}

fn content<'a, M: 'a>(
    instance: InstanceHeader<'a>,
    state: Option<(Kind, Cow<'a, str>)>,
) -> Row<'a, M> {
    let state = state.map(|(kind, words)| {
        text(words).size(size::SMALL).style(match kind {
            Kind::Success => style::success,
            Kind::Info => style::muted,
            Kind::Warning => style::warning,
            Kind::Error => style::danger,
        })
    });
    let tile = tile(&instance, part::TILE_SMALL);
    let lines = column![
        text(instance.name).size(size::BODY).font(font::STRONG),
        text(instance.host)
            .size(size::SMALL)
            .style(style::muted)
            .wrapping(text::Wrapping::WordOrGlyph),
    ]
    .push(state)
    .spacing(space::XS / 2.0)
    .width(Length::Fill);

    row![tile, lines]
        .spacing(space::M)
        .align_y(Alignment::Center)
}

fn pressable<'a, M: Clone + 'a>(
    content: impl Into<Element<'a, M>>,
    room_right: f32,
) -> Button<'a, M> {
    Button::new(content, style::pressable)
        .width(Length::Fill)
        .padding(Padding::from(space::M).right(room_right))
}

fn initial(name: &str) -> String {
    name.chars()
        .find(|character| character.is_alphanumeric())
        .map_or_else(
            || String::from("?"),
            |character| character.to_uppercase().collect(),
        )
}

/// The initials of the first and the last name.
fn initials(name: &str) -> String {
    let mut words = name.split_whitespace();
    let first = words.next().unwrap_or_default();
    let last = words.next_back().map(initial).filter(|last| last != "?");

    initial(first) + &last.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{initial, initials};

    #[test]
    fn initials_are_of_the_first_and_the_last_name() {
        for (name, wanted) in [
            ("Ada Lovelace", "AL"),
            ("Ada King, Countess of Lovelace", "AL"),
            ("ada@example.com", "A"),
            ("Ada —", "A"),
            ("", "?"),
        ] {
            assert_eq!(initials(name), wanted, "{name}");
        }
    }

    #[test]
    fn the_initial_is_the_first_letter_or_digit() {
        for (name, wanted) in [
            ("acme", "A"),
            ("  (ölwerk)", "Ö"),
            ("3D", "3"),
            ("", "?"),
            ("—", "?"),
            ("ßeta", "SS"),
        ] {
            assert_eq!(initial(name), wanted, "{name}");
        }
    }
}
