//! How asking and waiting look.

use iced::{
    Alignment, Element,
    widget::{Column, column, row, text},
};

use super::{EMAIL, Forgot, LINK, Message, Opens, Step};
use crate::{
    screen::{Logos, face},
    secret::Secret,
    service::MailedLink,
    ui::{
        banner::{Banner, Kind},
        control,
        field::{self, Field},
        icon::{self, Icon},
        page::{self, Page},
        style,
        theme::{size, space},
        words::{self, forgot as say},
    },
};

impl Forgot {
    /// The screen.
    pub fn view<'a>(&'a self, logos: &'a Logos) -> Element<'a, Message> {
        let face = face(&self.profile, logos);
        let note = self
            .note
            .as_ref()
            .map(|note| note.banner(Message::Note).view());

        let page = match self.step {
            Step::Ask => Page::new(say::TITLE)
                .lead(say::LEAD)
                .push(note)
                .part(self.ask()),
            Step::Paste => Page::new(say::PASTE_TITLE)
                .lead(say::PASTE_LEAD)
                .push(note)
                .part(self.link_form(true)),
            Step::Waiting(link) => {
                let how = match link {
                    MailedLink::Bridge => say::BRIDGE,
                    MailedLink::Scheme => say::CLICK,
                    MailedLink::Studio => say::STUDIO,
                };

                Page::new(say::WAITING)
                    .lead(say::neutral(self.email.trim(), &face.host))
                    .push(note)
                    .push(self.elsewhere())
                    .part(
                        row![
                            icon::icon(Icon::Mail, |tokens| tokens.accent_text),
                            text(how).size(size::BODY).width(iced::Length::Fill)
                        ]
                        .spacing(space::M),
                    )
                    .part(self.link_form(false))
                    .part(page::divider())
                    .part(self.not_coming())
            }
        };

        page.back(true, Message::Back).face(face).view()
    }

    fn ask(&self) -> Element<'_, Message> {
        let is_busy = self.pending.is_some();
        let email = Field::new(EMAIL, words::EMAIL, &self.email)
            .placeholder(words::EMAIL_EXAMPLE)
            .error(self.email_error)
            .on_input(!is_busy, Message::EmailTyped)
            .on_submit(Some(Message::Submit));
        let send = match (is_busy, self.pause) {
            (true, _) => control::busy(say::SENDING),
            (false, Some((_, seconds))) => control::primary(say::again_in(seconds), None),
            (false, None) => control::primary(say::SEND, Some(Message::Submit)),
        };
        let have = control::link(say::HAVE_LINK, (!is_busy).then_some(Message::HaveLink));

        column![
            email.view(),
            column![send, have]
                .spacing(space::S)
                .align_x(Alignment::Center)
        ]
        .spacing(space::L)
        .into()
    }

    /// A paste opens the link by itself; the button is for the link that was typed.
    fn link_form(&self, has_button: bool) -> Element<'_, Message> {
        let link = Field::new(LINK, say::LINK, self.pasted.expose())
            .placeholder(say::LINK_EXAMPLE)
            .error(self.paste_error.as_deref())
            .on_input(true, |text| Message::LinkTyped(Secret::new(text)))
            .on_paste(|text| Message::LinkPasted(Secret::new(text)))
            .on_submit(Some(Message::LinkSubmitted));
        let is_empty = self.pasted.is_empty();
        let open = (has_button || !is_empty).then(|| {
            control::primary(
                say::OPEN_LINK,
                (!is_empty).then_some(Message::LinkSubmitted),
            )
        });

        Column::new()
            .push(link.view())
            .push(open)
            .spacing(space::L)
            .into()
    }

    /// A click on the link would not come here.
    fn elsewhere(&self) -> Option<Element<'_, Message>> {
        let banner = Banner::new(Kind::Warning, say::NOT_OURS);

        match self.opens {
            Opens::Elsewhere => Some(banner.action(say::REGISTER, Message::Register).view()),
            Opens::Registering(_) => Some(banner.view()),
            Opens::Here | Opens::Asking(_) => None,
        }
    }

    /// What lets the mail open Latchkey, where it opens the Data Studio.
    fn line(&self) -> Option<Element<'_, Message>> {
        let copy = if self.copied {
            say::COPIED
        } else {
            say::COPY_LINE
        };

        (self.step == Step::Waiting(MailedLink::Studio))
            .then(|| field::lines(say::LINE, [say::line()], Some((copy, Message::CopyLine))))
    }

    fn not_coming(&self) -> Element<'_, Message> {
        let again = match (self.pending, self.pause) {
            (Some(_), _) => control::secondary(say::SENDING, None),
            (None, Some((_, seconds))) => control::secondary(say::again_in(seconds), None),
            (None, None) => control::secondary(say::AGAIN, Some(Message::Submit)),
        };
        let label = if self.reasons {
            say::HIDE_REASONS
        } else {
            say::NOT_COMING
        };
        // Below each other, as on the step before: side by side the words of the pause have no room.
        let actions = column![again, control::link(label, Some(Message::Reasons))]
            .spacing(space::S)
            .align_x(Alignment::Center);
        let reasons = self.reasons.then(|| {
            say::REASONS
                .into_iter()
                .fold(Column::new().spacing(space::S), |column, reason| {
                    column.push(
                        row![
                            text("•").size(size::SMALL).style(style::muted),
                            text(reason)
                                .size(size::SMALL)
                                .style(style::muted)
                                .width(iced::Length::Fill)
                        ]
                        .spacing(space::S),
                    )
                })
        });

        Column::new()
            .push(actions)
            .push(self.reasons.then(|| self.line()).flatten())
            .push(reasons)
            .spacing(space::M)
            .into()
    }
}
