//! How the page for an access token looks.

use iced::{
    Element, Length,
    widget::{column, text},
};

use super::{AccessToken, Message, TOKEN};
use crate::{
    screen::{Logos, face},
    secret::Secret,
    ui::{
        banner::{Banner, Kind},
        control,
        field::Field,
        page::Page,
        style,
        theme::{size, space},
        words::{self, access_token as say},
    },
};

impl AccessToken {
    /// The screen.
    pub fn view<'a>(&'a self, logos: &'a Logos) -> Element<'a, Message> {
        let is_busy = self.pending.is_some();
        let face = face(&self.profile, logos);
        let is_plain = !self.profile.url.is_https() && !self.profile.url.is_loopback();
        let warning = is_plain.then(|| {
            Banner::new(Kind::Warning, words::plain_http(&face.host))
                .hint(Some(words::PLAIN_HTTP_HINT))
                .view()
        });
        let note = self.note.as_ref().map(|note| {
            let banner = note.banner(Message::Note);
            if is_busy || self.token.is_empty() {
                banner.view()
            } else {
                banner.action(words::TRY_AGAIN, Message::Submit).view()
            }
        });
        let token = Field::new(TOKEN, say::TOKEN, self.token.expose())
            .error(self.error.as_deref())
            .secret(self.shown, Some(Message::Reveal))
            .on_input(!is_busy, |text| Message::Typed(Secret::new(text)))
            .on_submit(Some(Message::Submit));
        let submit = if is_busy {
            control::busy(say::BUSY)
        } else {
            control::primary(say::SUBMIT, Some(Message::Submit))
        };

        Page::new(say::TITLE)
            .lead(say::WHERE)
            .push(note)
            .push(warning)
            .part(token.view())
            .part(
                text(say::MEANS)
                    .size(size::SMALL)
                    .style(style::muted)
                    .width(Length::Fill),
            )
            .part(
                column![
                    submit,
                    control::secondary(
                        words::OPEN_STUDIO,
                        (!is_busy).then_some(Message::OpenStudio)
                    )
                ]
                .spacing(space::M),
            )
            .back(true, Message::Back)
            .face(face)
            .view()
    }
}
