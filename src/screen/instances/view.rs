//! How the list looks.

use iced::{
    Element, Length,
    widget::{Column, column, container, row, text},
};

use super::{Instances, Message, Row};
use crate::{
    screen::{Logos, face},
    ui::{
        card, control, font,
        icon::Icon,
        page::Page,
        style,
        theme::{size, space},
        words::{self, instances as say},
    },
};

impl Instances {
    /// The screen.
    pub fn view<'a>(&'a self, logos: &'a Logos) -> Element<'a, Message> {
        let file = self
            .file
            .as_ref()
            .map(|note| note.banner(Message::File).view());
        let note = self.note.as_ref().map(|note| {
            let banner = note.banner(Message::Note);
            if self.is_loaded() {
                banner.view()
            } else {
                banner.action(words::TRY_AGAIN, Message::Reload).view()
            }
        });

        match &self.rows {
            None if self.note.is_some() => Page::new(say::TITLE).push(note),
            None => Page::new(say::TITLE).lead(say::LOADING),
            Some(rows) if rows.is_empty() => Page::new(say::EMPTY_TITLE)
                .mark(Icon::Key)
                .lead(say::EMPTY)
                .push(file)
                .push(note)
                .part(control::primary(say::ADD, Some(Message::Add))),
            Some(rows) => {
                let cards = rows
                    .iter()
                    .fold(Column::new().spacing(space::S), |column, row| {
                        column.push(if self.asked.as_ref() == Some(&row.profile.id) {
                            self.question(row)
                        } else {
                            instance(row, logos)
                        })
                    });

                Page::new(say::TITLE)
                    .corner(control::corner(
                        Icon::Plus,
                        say::ADD_SHORT,
                        Some(Message::Add),
                    ))
                    .push(file)
                    .push(note)
                    .part(cards)
            }
        }
        .view()
    }

    fn question<'a>(&'a self, row: &'a Row) -> Element<'a, Message> {
        let is_busy = self.removing.is_some();
        let remove = if is_busy {
            control::destructive(say::REMOVING, None)
        } else {
            control::destructive(say::REMOVE, Some(Message::Remove))
        };
        let keep =
            control::secondary(say::KEEP, (!is_busy).then_some(Message::Keep)).id(super::KEEP);
        let words = column![
            text(say::confirm(&row.profile.name))
                .size(size::BODY)
                .font(font::STRONG),
            text(say::CONFIRM_HINT)
                .size(size::SMALL)
                .style(style::muted),
        ]
        .spacing(space::XS);

        container(column![words, row![keep, remove].spacing(space::S)].spacing(space::M))
            .padding(space::M)
            .width(Length::Fill)
            .style(style::card)
            .into()
    }
}

fn instance<'a>(row: &'a Row, logos: &'a Logos) -> Element<'a, Message> {
    let id = &row.profile.id;
    let (kind, words) = row.line();
    let remove = control::symbol(Icon::Remove, Some(Message::AskRemove(id.clone())));

    card::card(
        face(&row.profile, logos),
        Some((kind, words.into())),
        Some(Message::Open(id.clone())),
        Some(remove.into()),
    )
}
