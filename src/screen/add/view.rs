//! How adding looks: the address, then what was found with its host in plain sight.

use iced::{
    Element,
    widget::{column, image},
};

use super::{ADDRESS, Add, Message, NAME, Step, kept_words};
use crate::{
    say,
    screen::{accent, place},
    service::Preview,
    ui::{
        banner::{Banner, Kind},
        card::{self, Face},
        control,
        field::Field,
        page::Page,
        theme::space,
    },
};

impl Add {
    /// How it looks.
    pub(super) fn draw(&self) -> Element<'_, Message> {
        match &self.step {
            Step::Address => self.address_form(),
            Step::Found {
                preview,
                name,
                logo,
            } => self.preview(preview, name, logo.as_ref()),
        }
        .back(true, Message::Back)
        .view()
    }

    fn note(&self) -> Option<Element<'_, Message>> {
        let note = self.note.as_ref()?;
        let banner = note.banner(Message::Note);

        Some(
            match self.elsewhere.as_ref().and_then(|url| url.host_str()) {
                Some(host) => banner
                    .action(say!("add-use-other", host = host), Message::UseOther)
                    .view(),
                None => banner.view(),
            },
        )
    }

    fn address_form(&self) -> Page<'_, Message> {
        let is_busy = self.is_busy();
        let is_looking = self.pending.is_some() && self.is_quiet_look;
        let kept = self.kept.as_deref().map(|name| {
            Banner::new(Kind::Info, kept_words(name))
                .action(say!("add-open-kept"), Message::OpenKept)
                .view()
        });
        let address = Field::new(ADDRESS, say!("add-address"), &self.address)
            .placeholder(say!("add-example"))
            .hint(Some(if is_looking {
                say!("add-looking")
            } else {
                say!("add-hint")
            }))
            .error(self.error.as_deref())
            .on_input(!is_busy, Message::AddressTyped)
            .on_submit(Some(Message::AddressEntered));
        let warning = self.plain_host.is_some().then(|| {
            column![
                Banner::new(Kind::Warning, say!("add-http-warning"))
                    .hint(Some(say!("add-http-hint")))
                    .view(),
                control::tick(
                    say!("add-allow-http"),
                    self.allow_http,
                    (!is_busy).then_some(Message::HttpToggled)
                ),
            ]
            .spacing(space::S)
        });
        let is_held = self.plain_host.is_some() && !self.allow_http;
        let found = self
            .found
            .as_ref()
            .map(|found| card::place(found_face(&found.preview, found.logo.as_ref())));
        let submit = if is_busy && found.is_some() {
            control::busy(say!("add-saving"))
        } else if found.is_some() {
            control::primary(say!("add-found-add"), Some(Message::Submit))
        } else if is_busy {
            control::busy(say!("add-looking"))
        } else {
            control::primary(say!("add-look-up"), (!is_held).then_some(Message::Submit))
        };

        Page::new(say!("add-title"))
            // Above the parts: they come and go while the address is typed.
            .above(self.note())
            .above(kept)
            .part(address.view())
            .push(warning)
            .push(found)
            .part(submit)
    }

    fn preview<'a>(
        &'a self,
        preview: &'a Preview,
        name: &'a str,
        logo: Option<&'a image::Handle>,
    ) -> Page<'a, Message> {
        let is_busy = self.pending.is_some();
        let host = preview.url.display_host();
        let face = found_face(preview, logo);
        let descriptor = preview
            .project
            .descriptor
            .as_deref()
            .filter(|words| !words.is_empty());
        let is_plain = !preview.url.is_https() && !preview.url.is_loopback();
        let warning = is_plain.then(|| {
            Banner::new(Kind::Warning, say!("common-plain-http", host = &host))
                .hint(Some(say!("common-plain-http-hint")))
                .view()
        });
        let name = Field::new(NAME, say!("add-name"), name)
            .on_input(!is_busy, Message::NameTyped)
            .on_submit(Some(Message::Submit));
        let save = if is_busy {
            control::busy(say!("add-saving"))
        } else {
            control::primary(say!("add-save"), Some(Message::Submit))
        };

        Page::new(say!("add-found"))
            .above(self.note())
            .part(card::place_with(face, descriptor))
            .push(warning)
            .part(name.view())
            .part(
                column![
                    save,
                    control::secondary(say!("add-other"), (!is_busy).then_some(Message::Back))
                ]
                .spacing(space::M),
            )
    }
}

/// How what was found looks, with its whole address in plain sight.
fn found_face<'a>(preview: &'a Preview, logo: Option<&'a image::Handle>) -> Face<'a> {
    Face {
        name: preview
            .project
            .name
            .as_deref()
            .unwrap_or_else(|| preview.url.as_str()),
        descriptor: None,
        host: format!("{}://{}", preview.url.url().scheme(), place(&preview.url)),
        color: accent(&preview.project),
        logo,
    }
}
