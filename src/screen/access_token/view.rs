//! The view of the page for an access token.

use iced::{
    Element, Length,
    widget::{column, text},
};

use super::{AccessToken, Message, TOKEN_FIELD};
use crate::{
    say,
    screen::{Pictures, instance_header},
    secret::Secret,
    ui::{
        banner::{Banner, Kind},
        control,
        field::Field,
        page::Page,
        style,
        theme::{size, space},
    },
};

impl AccessToken {
    pub(super) fn draw<'a>(&'a self, logos: &'a Pictures) -> Element<'a, Message> {
        let is_busy = self.pending.is_some();
        let face = instance_header(&self.profile, logos);
        let is_plain = !self.profile.url.is_https() && !self.profile.url.is_loopback();
        let warning = is_plain.then(|| {
            Banner::new(Kind::Warning, say!("common-plain-http", host = &face.host))
                .hint(Some(say!("common-plain-http.hint")))
                .view()
        });
        let note = self.notification.as_ref().map(|note| {
            let banner = note.banner(Message::Notification);
            if is_busy || self.token.is_empty() {
                banner.view()
            } else {
                banner
                    .action(say!("common-try-again"), Message::Submit)
                    .view()
            }
        });
        let token = Field::new(TOKEN_FIELD, say!("access-token-token"), self.token.expose())
            .error(self.error.as_deref())
            .secret(self.is_revealed, Some(Message::Reveal))
            .on_input(!is_busy, |text| Message::TokenTyped(Secret::new(text)))
            .on_submit(Some(Message::Submit));
        let submit = if is_busy {
            control::busy(say!("access-token-busy"))
        } else {
            control::primary(say!("access-token-submit"), Some(Message::Submit))
        };

        Page::new(say!("access-token-title"))
            .lead(say!("access-token-where"))
            .above(note)
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
            .instance(face)
            .view()
    }
}
