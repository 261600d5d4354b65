//! How setting up a second factor looks.

use iced::{Element, widget::column};

use super::{CODE, Message, PASSWORD, Step, TwoFactor};
use crate::{
    say,
    screen::{Logos, destination, face},
    secret::Secret,
    ui::{
        control,
        field::{self, Field},
        page::Page,
        qr,
        theme::space,
    },
};

impl TwoFactor {
    /// How it looks.
    pub(super) fn draw<'a>(&'a self, logos: &'a Logos) -> Element<'a, Message> {
        let is_busy = self.pending.is_some();
        let note = self
            .note
            .as_ref()
            .map(|note| note.banner(Message::Note).view());
        let page = match &self.step {
            Step::Prove { has_password } => {
                let page = Page::new(say!("two-factor-title"));
                let submit =
                    self.submit_button(say!("two-factor-begin"), say!("two-factor-beginning"));

                if *has_password {
                    page.lead(say!("two-factor-lead"))
                        .above(note)
                        .part(self.password())
                        .part(submit)
                        .part(destination::line(&self.profile))
                } else {
                    page.lead(say!("two-factor-lead-provider"))
                        .above(note)
                        .part(submit)
                }
            }
            Step::Scan {
                key,
                picture,
                copied,
            } => {
                let copy = if copied.is_some() {
                    say!("two-factor-copied")
                } else {
                    say!("two-factor-copy")
                };

                Page::new(say!("two-factor-scan"))
                    .lead(say!("two-factor-scan-lead"))
                    .above(note)
                    .push(picture.as_ref().map(qr::view))
                    .part(field::lines(
                        say!("two-factor-key"),
                        [in_groups(key)],
                        Some((copy, Message::CopyKey)),
                    ))
                    .part(
                        column![
                            self.code(),
                            self.submit_button(
                                say!("two-factor-enable"),
                                say!("two-factor-enabling")
                            )
                        ]
                        .spacing(space::L),
                    )
            }
            Step::TurnOff => Page::new(say!("two-factor-off-title"))
                .lead(say!("two-factor-off-lead"))
                .above(note)
                .part(self.code())
                .part(self.submit_button(say!("two-factor-disable"), say!("two-factor-disabling"))),
        };

        page.back(!is_busy, Message::Back)
            .face(face(&self.profile, logos))
            .view()
    }

    fn password(&self) -> Element<'_, Message> {
        let is_busy = self.pending.is_some();

        Field::new(PASSWORD, say!("common-password"), self.password.expose())
            .placeholder(if is_busy { say!("common-masked") } else { "" })
            .error(self.error)
            .secret(self.shown, Some(Message::Reveal))
            .on_input(!is_busy, |text| Message::PasswordTyped(Secret::new(text)))
            .on_submit(Some(Message::Submit))
            .view()
    }

    fn code(&self) -> Element<'_, Message> {
        let is_busy = self.pending.is_some();

        Field::new(CODE, say!("two-factor-code"), self.code.expose())
            .placeholder(if is_busy { say!("common-masked") } else { "" })
            .error(self.error)
            .on_input(!is_busy, |text| Message::CodeTyped(Secret::new(text)))
            .on_submit(Some(Message::Submit))
            .view()
    }

    fn submit_button(&self, label: &'static str, busy: &'static str) -> Element<'_, Message> {
        if self.pending.is_some() {
            control::busy(busy).into()
        } else {
            control::primary(label, Some(Message::Submit)).into()
        }
    }
}

/// Four by four, as a person copies it by hand.
fn in_groups(key: &Secret) -> String {
    let letters = key.expose().chars().collect::<Vec<_>>();

    letters
        .chunks(4)
        .map(|group| group.iter().collect::<String>())
        .collect::<Vec<_>>()
        .join(" ")
}
