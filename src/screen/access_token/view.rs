//! The view of the page for an access token.

use iced::{
    Element, Length,
    widget::{column, text},
};

use super::{AccessToken, Message};
use crate::{
    say,
    screen::{Pictures, destination, instance_header},
    secret::Secret,
    ui::{
        control,
        page::Page,
        style,
        theme::{size, space},
    },
};

impl AccessToken {
    pub(super) fn draw<'a>(&'a self, pictures: &'a Pictures) -> Element<'a, Message> {
        let is_busy = self.pending.is_some();
        let header = instance_header(&self.profile, pictures);
        let warning = destination::plain_http_warning(&self.profile.url);
        let notification = self.notification.as_ref().map(|notification| {
            let banner = notification.banner(Message::Notification);
            if is_busy || self.token.is_empty() {
                banner.view()
            } else {
                banner
                    .action(say!("common-try-again"), Message::Submit)
                    .view()
            }
        });
        let token = self
            .token
            .masked(say!("access-token-token"), Some(Message::Reveal))
            .on_input(!is_busy, |text| Message::TokenTyped(Secret::new(text)))
            .on_submit(Some(Message::Submit));
        let submit = control::submit(
            say!("access-token-submit"),
            say!("access-token-busy"),
            is_busy,
            Some(Message::Submit),
        );

        Page::new(say!("access-token-title"))
            .lead(say!("access-token-where"))
            .above(notification)
            .maybe_part(warning)
            .part(token.view())
            .part(
                text(say!("access-token-means"))
                    .size(size::SMALL)
                    .style(style::muted)
                    .width(Length::Fill),
            )
            .part(
                column![
                    submit,
                    control::secondary(
                        say!("common-open-studio"),
                        (!is_busy).then_some(Message::OpenStudio)
                    )
                ]
                .spacing(space::M),
            )
            .back(true, Message::Back)
            .instance(header)
            .view()
    }
}
