//! The view of two-factor authentication.

use iced::{Element, widget::column};

use super::{Message, Step, TwoFactor};
use crate::{
    say,
    screen::{Pictures, destination, instance_header},
    secret::Secret,
    ui::{control, field, page::Page, qr, theme::space},
};

impl TwoFactor {
    pub(super) fn draw<'a>(&'a self, pictures: &'a Pictures) -> Element<'a, Message> {
        let is_busy = self.pending.is_some();
        let notification = self
            .notification
            .as_ref()
            .map(|notification| notification.banner(Message::Notification).view());
        let page = match &self.step {
            Step::Authenticate { has_password } => {
                let page = Page::new(say!("two-factor-title"));
                let submit =
                    self.submit_button(say!("two-factor-begin"), say!("two-factor-beginning"));

                if *has_password {
                    page.lead(say!("two-factor-title.lead"))
                        .above(notification)
                        .part(self.password_field())
                        .part(submit)
                        .part(destination::line(&self.profile.url))
                } else {
                    page.lead(say!("two-factor-lead-provider"))
                        .above(notification)
                        .part(submit)
                }
            }
            Step::Scan {
                key,
                qr_code: picture,
                clipboard_copy: copied,
            } => {
                let copy = if copied.is_some() {
                    say!("two-factor-copied")
                } else {
                    say!("two-factor-copy")
                };

                Page::new(say!("two-factor-scan"))
                    .lead(say!("two-factor-scan.lead"))
                    .above(notification)
                    .maybe_part(picture.as_ref().map(qr::view))
                    .part(field::lines(
                        say!("two-factor-key"),
                        [grouped_by_four(key)],
                        Some((copy, Message::CopyKey)),
                    ))
                    .part(
                        column![
                            self.code_field(),
                            self.submit_button(
                                say!("two-factor-enable"),
                                say!("two-factor-enabling")
                            )
                        ]
                        .spacing(space::L),
                    )
            }
            Step::TurnOff => Page::new(say!("two-factor-off-title"))
                .lead(say!("two-factor-off-title.lead"))
                .above(notification)
                .part(self.code_field())
                .part(self.submit_button(say!("two-factor-disable"), say!("two-factor-disabling"))),
        };

        page.back(!is_busy, Message::Back)
            .instance(instance_header(&self.profile, pictures))
            .view()
    }

    fn password_field(&self) -> Element<'_, Message> {
        let is_busy = self.pending.is_some();

        self.password
            .masked(say!("common-password"), Some(Message::Reveal))
            .placeholder(if is_busy { say!("common-masked") } else { "" })
            .on_input(!is_busy, |text| Message::PasswordTyped(Secret::new(text)))
            .on_submit(Some(Message::Submit))
            .view()
    }

    fn code_field(&self) -> Element<'_, Message> {
        let is_busy = self.pending.is_some();

        self.code
            .plain(say!("two-factor-code"))
            .placeholder(if is_busy { say!("common-masked") } else { "" })
            .on_input(!is_busy, |text| Message::CodeTyped(Secret::new(text)))
            .on_submit(Some(Message::Submit))
            .view()
    }

    fn submit_button(&self, label: &'static str, busy: &'static str) -> Element<'_, Message> {
        control::submit(label, busy, self.pending.is_some(), Some(Message::Submit)).into()
    }
}

/// The secret in groups of four, for copying by hand.
fn grouped_by_four(key: &Secret) -> String {
    let letters = key.expose().chars().collect::<Vec<_>>();

    letters
        .chunks(4)
        .map(|group| group.iter().collect::<String>())
        .collect::<Vec<_>>()
        .join(" ")
}
