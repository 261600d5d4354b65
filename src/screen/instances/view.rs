//! How the list looks.

use iced::{
    Element, Length,
    widget::{Column, column, container, row, text},
};

use super::{Instances, Message, Row};
use crate::{
    say,
    screen::{Logos, face},
    ui::{
        card, control, focus, font,
        icon::Icon,
        page::Page,
        style,
        theme::{size, space},
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
                banner
                    .action(say!("common-try-again"), Message::Reload)
                    .view()
            }
        });

        match &self.rows {
            None if self.note.is_some() => Page::new(say!("instances-title")).push(note),
            None => Page::new(say!("instances-title")).lead(say!("instances-loading")),
            Some(rows) if rows.is_empty() => Page::new(say!("instances-empty-title"))
                .mark(Icon::Key)
                .corner(settings())
                .lead(say!("instances-empty"))
                .push(file)
                .push(note)
                .part(control::primary(say!("instances-add"), Some(Message::Add))),
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

                Page::new(say!("instances-title"))
                    .corner(
                        row![
                            control::corner(
                                Icon::Plus,
                                say!("instances-add-short"),
                                Some(Message::Add),
                            ),
                            settings()
                        ]
                        .spacing(space::XS),
                    )
                    .push(file)
                    .push(note)
                    .part(focus::list(cards))
            }
        }
        .view()
    }

    fn question<'a>(&'a self, row: &'a Row) -> Element<'a, Message> {
        let is_busy = self.removing.is_some();
        let remove = if is_busy {
            control::destructive(say!("instances-removing"), None)
        } else {
            control::destructive(say!("instances-remove"), Some(Message::Remove))
        };
        let keep = control::secondary(say!("instances-keep"), (!is_busy).then_some(Message::Keep))
            .id(super::KEEP);
        let words = column![
            text(say!("instances-confirm", name = &row.profile.name))
                .size(size::BODY)
                .font(font::STRONG),
            text(say!("instances-confirm-hint"))
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

fn settings<'a>() -> Element<'a, Message> {
    control::symbol(Icon::Gear, Some(Message::Settings)).into()
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
