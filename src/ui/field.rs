//! A text field: label above, hint or error below, and a button that reveals a secret.

mod steady;

use std::borrow::Cow;

use iced::{
    Alignment, Element, Length, Padding,
    widget::{self, Column, Row, column, container, row, stack, text, text_input},
};

use super::{
    caps_lock, control, font,
    icon::{self, Icon},
    style,
    theme::{part, size, space},
};
use crate::say;

/// Builder of a field; [`Field::view`] makes the element.
#[must_use = "it shows nothing until it is part of a view"]
pub struct Field<'a, M> {
    label: Cow<'a, str>,
    value: &'a str,
    id: &'static str,
    placeholder: &'a str,
    hint: Option<&'a str>,
    error: Option<&'a str>,
    on_input: Option<Box<dyn Fn(String) -> M + 'a>>,
    on_paste: Option<Box<dyn Fn(String) -> M + 'a>>,
    on_submit: Option<M>,
    is_secret: bool,
    is_masked: bool,
    on_reveal: Option<M>,
}

impl<'a, M: Clone + 'a> Field<'a, M> {
    /// A field with a label and an id. Without [`Field::on_input`] it is read-only.
    pub fn new(id: &'static str, label: impl Into<Cow<'a, str>>, value: &'a str) -> Self {
        Self {
            label: label.into(),
            value,
            id,
            placeholder: "",
            hint: None,
            error: None,
            on_input: None,
            on_paste: None,
            on_submit: None,
            is_secret: false,
            is_masked: false,
            on_reveal: None,
        }
    }

    /// Shown while it is empty.
    pub fn placeholder(self, placeholder: &'a str) -> Self {
        Self {
            placeholder,
            ..self
        }
    }

    /// Shown below the field.
    pub fn hint(self, hint: Option<&'a str>) -> Self {
        Self { hint, ..self }
    }

    /// What is wrong with the text; replaces the hint.
    pub fn error(self, error: Option<&'a str>) -> Self {
        Self { error, ..self }
    }

    /// Sent with the whole text at each change, if `enabled`.
    pub fn on_input(self, enabled: bool, on_input: impl Fn(String) -> M + 'a) -> Self {
        Self {
            on_input: enabled.then(|| Box::new(on_input) as Box<dyn Fn(String) -> M + 'a>),
            ..self
        }
    }

    /// Sent with the whole text after a paste, instead of [`Field::on_input`].
    pub fn on_paste(self, on_paste: impl Fn(String) -> M + 'a) -> Self {
        Self {
            on_paste: Some(Box::new(on_paste)),
            ..self
        }
    }

    pub fn on_submit(self, message: Option<M>) -> Self {
        Self {
            on_submit: message,
            ..self
        }
    }

    /// Masks the text unless `shown`. `on_toggle` is the message of the reveal button; `None` for a second field that
    /// follows the first one's state.
    pub fn secret(self, shown: bool, on_toggle: Option<M>) -> Self {
        Self {
            is_secret: true,
            is_masked: !shown,
            on_reveal: on_toggle,
            ..self
        }
    }

    pub fn view(self) -> Element<'a, M> {
        let has_reveal = self.on_reveal.is_some();
        let shown = !self.is_masked;
        let input = text_input(self.placeholder, self.value)
            .id(widget::Id::new(self.id))
            .size(size::BODY)
            .line_height(text::LineHeight::Absolute(
                (part::CONTROL - 2.0 * space::M).into(),
            ))
            .padding(Padding {
                right: if has_reveal { part::CONTROL } else { space::M },
                ..Padding::from(space::M)
            })
            .secure(self.is_masked)
            .on_input_maybe(self.on_input)
            .on_paste_maybe(self.on_paste)
            .on_submit_maybe(self.on_submit)
            .style(style::input(self.error.is_some()));
        let input = steady::steady_caret(input);

        let input: Element<'a, M> = match self.on_reveal {
            Some(on_toggle) => {
                let eye = control::icon_button(
                    if shown { Icon::EyeOff } else { Icon::Eye },
                    Some(on_toggle),
                );

                stack![input, container(eye).align_right(Length::Fill)].into()
            }
            None => input,
        };
        // Also around a revealed secret: without the wrapper the field would change its place in the tree and lose the
        // focus.
        let input = if self.is_secret {
            caps_lock::with_caps_lock_warning(input, caps_lock_warning(), self.is_masked)
        } else {
            input
        };

        column![label(self.label), input]
            .push(hint_or_error(self.hint, self.error))
            .spacing(space::XS)
            .into()
    }
}

/// A read-only value that looks like a field.
pub fn fixed<'a, M: 'a>(
    name: impl Into<Cow<'a, str>>,
    value: impl Into<Cow<'a, str>>,
    hint: Option<&'a str>,
) -> Element<'a, M> {
    let value = container(
        text(value.into())
            .size(size::BODY)
            .wrapping(text::Wrapping::WordOrGlyph),
    )
    .padding(space::M)
    .width(Length::Fill)
    .style(style::fixed);

    column![label(name), value]
        .push(hint_or_error(hint, None))
        .spacing(space::XS)
        .into()
}

/// Configuration lines for an administrator, with a button that copies them. A long setting breaks only after its name
/// or one of its values, and the following rows are indented; broken anywhere else it would look as if it contained
/// spaces.
pub fn lines<'a, M: Clone + 'a>(
    name: impl Into<Cow<'a, str>>,
    lines: impl IntoIterator<Item = String>,
    copy: Option<(&'a str, M)>,
) -> Element<'a, M> {
    let rows = lines.into_iter().flat_map(|line| {
        let rows: Vec<_> = setting_rows(&line).map(str::to_owned).collect();

        rows.into_iter().enumerate().map(|(at, row)| {
            let words = text(row)
                .size(size::SMALL)
                .wrapping(text::Wrapping::WordOrGlyph);
            let before = if at == 0 { 0.0 } else { space::L };

            container(words).padding(Padding::ZERO.left(before)).into()
        })
    });
    let value = container(Column::with_children(rows).spacing(space::XS / 2.0))
        .padding(space::M)
        .width(Length::Fill)
        .style(style::fixed);
    let copy = copy.map(|(label, message)| control::small_link(label, message));
    let name = text(name.into())
        .size(size::SMALL)
        .font(font::STRONG)
        .width(Length::Fill);
    let above = Row::new()
        .push(name)
        .push(copy)
        .spacing(space::M)
        .align_y(Alignment::End);

    column![above, value].spacing(space::XS).into()
}

/// Splits `NAME=a,b` after the name and after each value; any other line stays whole.
fn setting_rows(line: &str) -> impl Iterator<Item = &str> {
    let name = line
        .split_inclusive('=')
        .next()
        .filter(|name| {
            name.strip_suffix('=').is_some_and(|name| {
                name.chars()
                    .all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_')
            })
        })
        .unwrap_or_default();
    let (values, whole) = if name.is_empty() {
        ("", Some(line))
    } else {
        (&line[name.len()..], Some(name))
    };

    whole.into_iter().chain(values.split_inclusive(','))
}

fn caps_lock_warning<'a, M: 'a>() -> Element<'a, M> {
    row![
        icon::small(Icon::Warning, |tokens| tokens.warning),
        text(say!("field-caps-lock"))
            .size(size::SMALL)
            .style(style::warning)
            .width(Length::Fill)
    ]
    .spacing(space::XS)
    .align_y(Alignment::Start)
    .into()
}

/// The label above a field or a choice.
pub fn label<'a, M: 'a>(label: impl Into<Cow<'a, str>>) -> Element<'a, M> {
    text(label.into())
        .size(size::SMALL)
        .font(font::STRONG)
        .into()
}

fn hint_or_error<'a, M: 'a>(
    hint: Option<&'a str>,
    error: Option<&'a str>,
) -> Option<Element<'a, M>> {
    if let Some(error) = error {
        let line = row![
            icon::small(Icon::Error, |tokens| tokens.danger),
            text(error)
                .size(size::SMALL)
                .style(style::danger)
                .width(Length::Fill)
        ]
        .spacing(space::XS)
        .align_y(Alignment::Start);

        return Some(line.into());
    }

    hint.map(|hint| text(hint).size(size::SMALL).style(style::muted).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_setting_is_broken_only_where_its_parts_end() {
        for (line, rows) in [
            (
                "A_B1=https://x/y,app.z://w",
                vec!["A_B1=", "https://x/y,", "app.z://w"],
            ),
            (
                "npm install ./x-1.0.0.tgz",
                vec!["npm install ./x-1.0.0.tgz"],
            ),
            ("curl https://x/?a=b,c", vec!["curl https://x/?a=b,c"]),
            ("", vec![""]),
        ] {
            assert_eq!(setting_rows(line).collect::<Vec<_>>(), rows);
        }
    }
}
