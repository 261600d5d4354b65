//! The view of the registration.

use iced::{
    Element,
    widget::{column, row, text},
};

use super::{Message, Register, Step};
use crate::{
    say,
    screen::{Pictures, destination, instance_header},
    service::MailedLinkKind,
    ui::{
        control,
        icon::{self, Icon},
        page::Page,
        theme::{size, space},
    },
};

impl Register {
    pub(super) fn draw<'a>(&'a self, pictures: &'a Pictures) -> Element<'a, Message> {
        let header = instance_header(&self.profile, pictures);
        let is_busy = self.pending.is_some();
        let notification = self
            .notification
            .as_ref()
            .map(|notification| notification.banner(Message::Notification).view());
        let page = match &self.step {
            Step::Form | Step::SigningIn => {
                let busy = if matches!(self.step, Step::Form) {
                    say!("register-busy")
                } else {
                    say!("register-signing-in")
                };
                let submit = control::submit(
                    say!("register-submit"),
                    busy,
                    is_busy,
                    Some(Message::Submit),
                );

                Page::new(say!("register-title"))
                    .lead(say!("register-title.lead", host = &header.host))
                    .above(notification)
                    .part(self.form())
                    .part(submit)
                    .part(destination::line(&self.profile.url))
            }
            Step::Waiting(link) => {
                let how = match link {
                    MailedLinkKind::CustomScheme | MailedLinkKind::CompanionPage => {
                        say!("register-click")
                    }
                    MailedLinkKind::DataStudio => say!("register-server"),
                };

                Page::new(say!("register-waiting"))
                    .lead(say!(
                        "register-neutral",
                        email = self.email.address(),
                        host = &header.host
                    ))
                    .above(notification)
                    .part(
                        row![
                            icon::icon(Icon::Mail, |tokens| tokens.accent_text),
                            text(how).size(size::BODY).width(iced::Length::Fill)
                        ]
                        .spacing(space::M),
                    )
                    .part(self.link.view(
                        false,
                        Message::LinkTyped,
                        Message::LinkPasted,
                        Message::LinkSubmitted,
                    ))
                    .part(control::secondary(
                        say!("register-sign-in"),
                        Some(Message::OpenSignIn),
                    ))
            }
        };

        page.back(!is_busy, Message::Back).instance(header).view()
    }

    fn form(&self) -> Element<'_, Message> {
        let is_free = self.pending.is_none();
        let email = self
            .email
            .view(is_free, Message::EmailTyped, Message::Submit);

        column![
            email,
            self.new_password
                .view(is_free, Message::NewPassword, Message::Submit)
        ]
        .spacing(space::L)
        .into()
    }
}
