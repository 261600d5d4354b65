//! How adding looks: the address, then what was found with its host in plain sight.

use iced::{
    Element,
    widget::{column, image},
};

use super::{ADDRESS, Add, Message, NAME, Step, kept_words};
use crate::{
    screen::{accent, place},
    service::Preview,
    ui::{
        banner::{Banner, Kind},
        card::{self, Face},
        control,
        field::Field,
        page::Page,
        theme::space,
        words::{self, add as say},
    },
};

impl Add {
    /// The screen.
    pub fn view(&self) -> Element<'_, Message> {
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
                    .action(say::use_other(host), Message::UseOther)
                    .view(),
                None => banner.view(),
            },
        )
    }

    fn address_form(&self) -> Page<'_, Message> {
        let is_busy = self.pending.is_some();
        let kept = self.kept.as_deref().map(|name| {
            Banner::new(Kind::Info, kept_words(name))
                .action(say::OPEN_KEPT, Message::OpenKept)
                .view()
        });
        let address = Field::new(ADDRESS, say::ADDRESS, &self.address)
            .placeholder(say::EXAMPLE)
            .hint(Some(say::HINT))
            .error(self.error.as_deref())
            .on_input(!is_busy, Message::AddressTyped)
            .on_submit(Some(Message::Submit));
        let warning = self.plain_host.is_some().then(|| {
            column![
                Banner::new(Kind::Warning, say::HTTP_WARNING)
                    .hint(Some(say::HTTP_HINT))
                    .view(),
                control::tick(
                    say::ALLOW_HTTP,
                    self.allow_http,
                    (!is_busy).then_some(Message::HttpToggled)
                ),
            ]
            .spacing(space::S)
        });
        let is_held = self.plain_host.is_some() && !self.allow_http;
        let submit = if is_busy {
            control::busy(say::LOOKING)
        } else {
            control::primary(say::LOOK_UP, (!is_held).then_some(Message::Submit))
        };

        Page::new(say::TITLE)
            .push(self.note())
            .push(kept)
            .part(address.view())
            .push(warning)
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
        let project = preview.project.name.as_deref().unwrap_or(name);
        let face = Face {
            name: project,
            host: format!("{}://{}", preview.url.url().scheme(), place(&preview.url)),
            color: accent(&preview.project),
            logo,
        };
        let descriptor = preview
            .project
            .descriptor
            .as_deref()
            .filter(|words| !words.is_empty());
        let is_plain = !preview.url.is_https() && !preview.url.is_loopback();
        let warning = is_plain.then(|| {
            Banner::new(Kind::Warning, words::plain_http(&host))
                .hint(Some(words::PLAIN_HTTP_HINT))
                .view()
        });
        let name = Field::new(NAME, say::NAME, name)
            .on_input(!is_busy, Message::NameTyped)
            .on_submit(Some(Message::Submit));
        let save = if is_busy {
            control::busy(say::SAVING)
        } else {
            control::primary(say::SAVE, Some(Message::Submit))
        };

        Page::new(say::FOUND)
            .push(self.note())
            .part(card::place_with(face, descriptor))
            .push(warning)
            .part(name.view())
            .part(
                column![
                    save,
                    control::secondary(say::OTHER, (!is_busy).then_some(Message::Back))
                ]
                .spacing(space::M),
            )
    }
}
