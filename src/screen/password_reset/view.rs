//! The view of the password reset.

use iced::{
    Alignment, Element,
    widget::{Column, column, row, text},
};

use super::{LinkHandler, Message, PasswordReset, Step};
use crate::{
    say,
    screen::{Pictures, instance_header},
    service::MailedLinkKind,
    ui::{
        banner::{Banner, Kind},
        control, field,
        icon::{self, Icon},
        page::{self, Page},
        style,
        theme::{size, space},
    },
};

impl PasswordReset {
    pub(super) fn draw<'a>(&'a self, pictures: &'a Pictures) -> Element<'a, Message> {
        let header = instance_header(&self.profile, pictures);
        let notification = self
            .notification
            .as_ref()
            .map(|notification| notification.banner(Message::Notification).view());

        let page = match self.step {
            Step::Form => Page::new(say!("password-reset-title"))
                .lead(say!("password-reset-title.lead"))
                .above(notification)
                .part(self.email_form()),
            Step::Paste => Page::new(say!("password-reset-paste-title"))
                .lead(say!("password-reset-paste-title.lead"))
                .above(notification)
                .part(self.link_field(true)),
            Step::Waiting(link) => {
                let how = match link {
                    MailedLinkKind::CompanionPage => say!("password-reset-bridge"),
                    MailedLinkKind::CustomScheme => say!("password-reset-click"),
                    MailedLinkKind::DataStudio => say!("password-reset-studio"),
                };

                Page::new(say!("password-reset-waiting"))
                    .lead(say!(
                        "password-reset-neutral",
                        email = self.email.address(),
                        host = &header.host
                    ))
                    .above(notification)
                    .above(self.link_handler_warning())
                    .part(
                        row![
                            icon::icon(Icon::Mail, |tokens| tokens.accent_text),
                            text(how).size(size::BODY).width(iced::Length::Fill)
                        ]
                        .spacing(space::M),
                    )
                    .part(self.link_field(false))
                    .part(page::divider())
                    .part(self.no_mail_help())
            }
        };

        page.back(true, Message::Back).instance(header).view()
    }

    fn email_form(&self) -> Element<'_, Message> {
        let is_busy = self.pending.is_some();
        let email = self
            .email
            .view(!is_busy, Message::EmailTyped, Message::Submit);
        let send = match (is_busy, self.resend_pause) {
            (true, _) => control::busy(say!("password-reset-sending")),
            (false, Some((_, seconds))) => control::primary(
                say!(
                    "password-reset-again-in",
                    time = crate::text::duration_of_seconds(seconds)
                ),
                None,
            ),
            (false, None) => control::primary(say!("password-reset-send"), Some(Message::Submit)),
        };
        let have = control::link(
            say!("password-reset-have-link"),
            (!is_busy).then_some(Message::HaveLink),
        );

        column![
            email,
            column![send, have]
                .spacing(space::S)
                .align_x(Alignment::Center)
        ]
        .spacing(space::L)
        .into()
    }

    fn link_field(&self, keeps_button: bool) -> Element<'_, Message> {
        self.link.view(
            keeps_button,
            Message::LinkTyped,
            Message::LinkPasted,
            Message::LinkSubmitted,
        )
    }

    /// The warning that another program opens the links (R-27, links that do not reach the window).
    fn link_handler_warning(&self) -> Option<Element<'_, Message>> {
        let banner = Banner::new(Kind::Warning, say!("password-reset-not-ours"));

        match self.link_handler {
            LinkHandler::Other => Some(
                banner
                    .action(say!("password-reset-register"), Message::RegisterScheme)
                    .view(),
            ),
            LinkHandler::Registering(_) => Some(banner.view()),
            LinkHandler::OursOrUnknown | LinkHandler::Checking(_) => None,
        }
    }

    /// The setting that lets mails open Latchkey, if they open the Data Studio.
    fn administrator_line_box(&self) -> Option<Element<'_, Message>> {
        let copy = if self.is_copied {
            say!("password-reset-copied")
        } else {
            say!("password-reset-copy-line")
        };

        (self.step == Step::Waiting(MailedLinkKind::DataStudio)).then(|| {
            field::lines(
                say!("password-reset-line"),
                [super::administrator_line()],
                Some((copy, Message::CopyLine)),
            )
        })
    }

    fn no_mail_help(&self) -> Element<'_, Message> {
        let again = match (self.pending, self.resend_pause) {
            (Some(_), _) => control::secondary(say!("password-reset-sending"), None),
            (None, Some((_, seconds))) => control::secondary(
                say!(
                    "password-reset-again-in",
                    time = crate::text::duration_of_seconds(seconds)
                ),
                None,
            ),
            (None, None) => control::secondary(say!("password-reset-again"), Some(Message::Submit)),
        };
        let label = if self.shows_reasons {
            say!("password-reset-hide-reasons")
        } else {
            say!("password-reset-not-coming")
        };
        // In a column: side by side, the label with the countdown has no room.
        let actions = column![again, control::link(label, Some(Message::ToggleReasons))]
            .spacing(space::S)
            .align_x(Alignment::Center);
        let reasons = self.shows_reasons.then(|| {
            [
                say!("password-reset-reason-1"),
                say!("password-reset-reason-2"),
                say!("password-reset-reason-3"),
                say!("password-reset-reason-4"),
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
            .push(
                self.shows_reasons
                    .then(|| self.administrator_line_box())
                    .flatten(),
            )
            .push(reasons)
            .spacing(space::M)
            .into()
    }
}
