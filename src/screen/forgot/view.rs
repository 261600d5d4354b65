//! How asking and waiting look.

use iced::{
    Alignment, Element,
    widget::{Column, column, row, text},
};

use super::{EMAIL, Forgot, LINK, Message, Opens, Step};
use crate::{
    say,
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
    },
};

impl Forgot {
    /// How it looks.
    pub(super) fn draw<'a>(&'a self, logos: &'a Logos) -> Element<'a, Message> {
        let face = face(&self.profile, logos);
        let note = self
            .note
            .as_ref()
            .map(|note| note.banner(Message::Note).view());

        let page = match self.step {
            Step::Ask => Page::new(say!("forgot-title"))
                .lead(say!("forgot-lead"))
                .above(note)
                .part(self.ask()),
            Step::Paste => Page::new(say!("forgot-paste-title"))
                .lead(say!("forgot-paste-lead"))
                .above(note)
                .part(self.link_form(true)),
            Step::Waiting(link) => {
                let how = match link {
                    MailedLink::Bridge => say!("forgot-bridge"),
                    MailedLink::Scheme => say!("forgot-click"),
                    MailedLink::Studio => say!("forgot-studio"),
                };

                Page::new(say!("forgot-waiting"))
                    .lead(say!(
                        "forgot-neutral",
                        email = self.email.trim(),
                        host = &face.host
                    ))
                    .above(note)
                    .above(self.elsewhere())
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
        let email = Field::new(EMAIL, say!("common-email"), &self.email)
            .placeholder(say!("common-email-example"))
            .error(self.email_error)
            .on_input(!is_busy, Message::EmailTyped)
            .on_submit(Some(Message::Submit));
        let send = match (is_busy, self.pause) {
            (true, _) => control::busy(say!("forgot-sending")),
            (false, Some((_, seconds))) => control::primary(
                say!("forgot-again-in", time = crate::text::seconds(seconds)),
                None,
            ),
            (false, None) => control::primary(say!("forgot-send"), Some(Message::Submit)),
        };
        let have = control::link(
            say!("forgot-have-link"),
            (!is_busy).then_some(Message::HaveLink),
        );

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
        let link = Field::new(LINK, say!("forgot-link"), self.pasted.expose())
            .placeholder(say!("forgot-link-example"))
            .error(self.paste_error.as_deref())
            .on_input(true, |text| Message::LinkTyped(Secret::new(text)))
            .on_paste(|text| Message::LinkPasted(Secret::new(text)))
            .on_submit(Some(Message::LinkSubmitted));
        let is_empty = self.pasted.is_empty();
        let open = (has_button || !is_empty).then(|| {
            control::primary(
                say!("forgot-open-link"),
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
        let banner = Banner::new(Kind::Warning, say!("forgot-not-ours"));

        match self.opens {
            Opens::Elsewhere => Some(
                banner
                    .action(say!("forgot-register"), Message::Register)
                    .view(),
            ),
            Opens::Registering(_) => Some(banner.view()),
            Opens::Here | Opens::Asking(_) => None,
        }
    }

    /// What lets the mail open Latchkey, where it opens the Data Studio.
    fn line(&self) -> Option<Element<'_, Message>> {
        let copy = if self.copied {
            say!("forgot-copied")
        } else {
            say!("forgot-copy-line")
        };

        (self.step == Step::Waiting(MailedLink::Studio)).then(|| {
            field::lines(
                say!("forgot-line"),
                [super::administrator_line()],
                Some((copy, Message::CopyLine)),
            )
        })
    }

    fn not_coming(&self) -> Element<'_, Message> {
        let again = match (self.pending, self.pause) {
            (Some(_), _) => control::secondary(say!("forgot-sending"), None),
            (None, Some((_, seconds))) => control::secondary(
                say!("forgot-again-in", time = crate::text::seconds(seconds)),
                None,
            ),
            (None, None) => control::secondary(say!("forgot-again"), Some(Message::Submit)),
        };
        let label = if self.reasons {
            say!("forgot-hide-reasons")
        } else {
            say!("forgot-not-coming")
        };
        // Below each other, as on the step before: side by side the words of the pause have no room.
        let actions = column![again, control::link(label, Some(Message::Reasons))]
            .spacing(space::S)
            .align_x(Alignment::Center);
        let reasons = self.reasons.then(|| {
            [
                say!("forgot-reason-1"),
                say!("forgot-reason-2"),
                say!("forgot-reason-3"),
                say!("forgot-reason-4"),
            ]
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
