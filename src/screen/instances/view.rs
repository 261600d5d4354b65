//! The view of the list.

use iced::{
    Element, Length,
    keyboard::{Key, Modifiers, key::Named},
    widget::{Column, Row as Line, column, container, sensor, text},
};

use super::{
    CARDS_PER_GROUP, Direction, Instances, Message, NAME_FIELD, RenameForm, Row, SEARCH_FIELD,
    UNDO_BUTTON, UndoableRemoval, card_id, edit::MENU_RENAME_BUTTON,
};
use crate::{
    profile::ProfileId,
    say,
    screen::{Pictures, instance_header},
    ui::{
        banner::{Banner, Kind},
        card as cards, control,
        field::Field,
        focus,
        icon::Icon,
        page::Page,
        style,
        theme::{part, size, space},
    },
};

impl Instances {
    /// The screen.
    pub(super) fn draw<'a>(&'a self, pictures: &'a Pictures) -> Element<'a, Message> {
        let file = self
            .file_notification
            .as_ref()
            .map(|notification| notification.banner(Message::FileNotification).view());
        let notification = self.notification.as_ref().map(|notification| {
            let banner = notification.banner(Message::Notification);
            if self.is_loaded() {
                banner.view()
            } else {
                banner
                    .action(say!("common-try-again"), Message::Reload)
                    .view()
            }
        });
        let undo = self.removal.as_ref().map(undo_banner);
        let title = say!("instances-title");

        if !self.is_loaded() {
            return match notification {
                Some(notification) => Page::new(title).part(notification),
                None => Page::new(title).lead(say!("instances-loading")),
            }
            .view();
        }
        if self.shown().next().is_none() {
            return Page::new(say!("instances-empty-title"))
                .badge(Icon::Key)
                .corner(preferences_button())
                .lead(say!("instances-empty"))
                .maybe_part(file)
                .maybe_part(undo)
                .maybe_part(notification)
                .part(control::primary(say!("instances-add"), Some(Message::Add)))
                .view();
        }

        // `above`, because they may come and go while the person types into the search.
        let page = Page::new(title)
            .corner(
                Line::new()
                    .push(control::corner(
                        Icon::Plus,
                        say!("instances-add-short"),
                        Some(Message::Add),
                    ))
                    .push(preferences_button())
                    .spacing(space::XS),
            )
            .above(file)
            .above(undo)
            .above(notification);
        let page = if self.may_search() {
            page.part(self.search_field())
        } else {
            page
        };

        page.part(self.cards(pictures)).view()
    }

    fn search_field(&self) -> Element<'_, Message> {
        Field::new(SEARCH_FIELD, say!("instances-search"), &self.search)
            .placeholder(say!("instances-search-example"))
            .on_input(true, Message::SearchTyped)
            .on_submit(Some(Message::SearchEntered))
            .view()
    }

    fn cards<'a>(&'a self, pictures: &'a Pictures) -> Element<'a, Message> {
        let found = self.search_results().collect::<Vec<_>>();
        if found.is_empty() {
            return text(say!("instances-nothing", words = self.search.trim()))
                .size(size::BODY)
                .style(style::muted)
                .width(Length::Fill)
                .into();
        }

        let groups = found
            .chunks(CARDS_PER_GROUP)
            .enumerate()
            .map(|(group, rows)| {
                let is_near = self.is_near(group);
                let cards = rows.iter().map(|row| {
                    if is_near {
                        self.card(row, pictures)
                    } else {
                        placeholder_card(row)
                    }
                });

                // The sensor stays around groups that have their text, so that their cards keep their place in the
                // tree, and with it the focus.
                sensor(Column::with_children(cards).spacing(space::S))
                    .on_show(move |_| Message::GroupNearView(group))
                    .anticipate(part::WINDOW.1)
                    .into()
            });

        focus::list(Column::with_children(groups).spacing(space::S)).into()
    }

    fn card<'a>(&'a self, row: &'a Row, pictures: &'a Pictures) -> Element<'a, Message> {
        let id = &row.profile.id;

        match &self.rename_form {
            Some(open) if &open.id == id => rename_form(open),
            _ if self.open_menu.as_ref() == Some(id) => {
                column![profile_card(row, pictures), self.menu(id)]
                    .spacing(space::XS)
                    .into()
            }
            _ => profile_card(row, pictures),
        }
    }

    fn menu<'a>(&self, id: &ProfileId) -> Element<'a, Message> {
        let step = |direction| {
            self.neighbor(id, direction)
                .map(|_| Message::Move(id.clone(), direction))
        };
        let action = |icon, name, words, message| control::small(icon, words, message).id(name);

        let line = Line::new()
            .push(action(
                Icon::Edit,
                MENU_RENAME_BUTTON,
                say!("instances-rename"),
                Some(Message::Rename(id.clone())),
            ))
            .push(action(
                Icon::Up,
                "menu-up",
                say!("instances-move-up"),
                step(Direction::Up),
            ))
            .push(action(
                Icon::Down,
                "menu-down",
                say!("instances-move-down"),
                step(Direction::Down),
            ))
            .push(action(
                Icon::Sliders,
                "menu-settings",
                say!("instances-settings"),
                Some(Message::OpenProfileSettings(id.clone())),
            ))
            .push(action(
                Icon::Remove,
                "menu-remove",
                say!("instances-remove"),
                Some(Message::Remove(id.clone())),
            ))
            .spacing(space::S)
            .wrap()
            .vertical_spacing(space::S);

        container(line)
            .padding(space::M)
            .width(Length::Fill)
            .style(style::fixed)
            .into()
    }
}

fn preferences_button<'a>() -> Element<'a, Message> {
    control::icon_button(Icon::Gear, Some(Message::OpenPreferences)).into()
}

fn profile_card<'a>(row: &'a Row, pictures: &'a Pictures) -> Element<'a, Message> {
    let id = &row.profile.id;
    let (kind, words) = row.status_line();
    let more = control::icon_button(Icon::More, Some(Message::ToggleMenu(id.clone())));

    cards::list_card(
        instance_header(&row.profile, pictures),
        (kind, words.into()),
        more,
        card_id(id),
        Message::Open(id.clone()),
        move |key, modifiers| key_message(id, key, modifiers),
    )
}

/// The placeholder of a card that is out of view. It can be focused all the same, and then gets its text.
fn placeholder_card(row: &Row) -> Element<'_, Message> {
    let id = &row.profile.id;

    cards::placeholder_card(
        card_id(id),
        Message::Open(id.clone()),
        move |key, modifiers| key_message(id, key, modifiers),
    )
}

/// The message for a key pressed on the focused card.
fn key_message(id: &ProfileId, key: &Key, modifiers: Modifiers) -> Option<Message> {
    let id = || id.clone();

    match key {
        Key::Named(Named::ArrowUp) if modifiers == Modifiers::ALT => {
            Some(Message::Move(id(), Direction::Up))
        }
        Key::Named(Named::ArrowDown) if modifiers == Modifiers::ALT => {
            Some(Message::Move(id(), Direction::Down))
        }
        Key::Named(Named::ContextMenu) if modifiers.is_empty() => Some(Message::ToggleMenu(id())),
        Key::Named(Named::F10) if modifiers == Modifiers::SHIFT => Some(Message::ToggleMenu(id())),
        Key::Named(Named::F2) if modifiers.is_empty() => Some(Message::Rename(id())),
        Key::Named(Named::Delete) if modifiers.is_empty() => Some(Message::Remove(id())),
        _ => None,
    }
}

fn rename_form(open: &RenameForm) -> Element<'_, Message> {
    let is_busy = open.pending.is_some();
    let name = Field::new(NAME_FIELD, say!("instances-name"), &open.name)
        .error(open.error)
        .on_input(!is_busy, Message::NameTyped)
        .on_submit(Some(Message::NameEntered));
    let keep = control::primary(
        say!("instances-name-keep"),
        (!is_busy).then_some(Message::NameEntered),
    );
    let cancel = control::secondary(
        say!("instances-name-cancel"),
        (!is_busy).then_some(Message::Back),
    );

    container(
        column![
            name.view(),
            iced::widget::row![keep, cancel].spacing(space::S)
        ]
        .spacing(space::M),
    )
    .padding(space::M)
    .width(Length::Fill)
    .style(style::card)
    .into()
}

fn undo_banner(open: &UndoableRemoval) -> Element<'_, Message> {
    let hint = open
        .is_signed_in
        .then(|| say!("instances-removed-signed-in"));

    Banner::new(Kind::Info, say!("instances-removed", name = &open.name))
        .hint(hint)
        .named_action(UNDO_BUTTON, say!("instances-undo"), Message::Undo)
        .view()
}
