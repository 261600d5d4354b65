//! The view of adding an instance: the address form, then the preview with the full host.

use iced::{
    Element,
    widget::{column, image},
};

use super::{ADDRESS_FIELD, Add, Message, NAME_FIELD, Step, already_kept_text};
use crate::{
    say,
    screen::{accent, destination, host_and_path},
    service::Preview,
    ui::{
        banner::{Banner, Kind},
        card::{self, InstanceHeader},
        control,
        field::Field,
        page::Page,
        theme::space,
    },
};

impl Add {
    pub(super) fn draw(&self) -> Element<'_, Message> {
        match &self.step {
            Step::Address => self.address_form(),
            Step::Preview {
                preview,
                name,
                logo,
            } => self.preview_page(preview, name, logo.as_ref()),
        }
        .back(true, Message::Back)
        .view()
    }

    fn notification_banner(&self) -> Option<Element<'_, Message>> {
        let notification = self.notification.as_ref()?;
        let banner = notification.banner(Message::Notification);

        Some(
            match self.redirected_to.as_ref().and_then(|url| url.host_str()) {
                Some(host) => banner
                    .action(say!("add-use-other", host = host), Message::UseRedirect)
                    .view(),
                None => banner.view(),
            },
        )
    }

    fn address_form(&self) -> Page<'_, Message> {
        let is_busy = self.is_busy();
        let is_looking = self.pending.is_some() && self.is_background_probe;
        let existing = self.existing_name.as_deref().map(|name| {
            Banner::new(Kind::Info, already_kept_text(name))
                .action(say!("add-open-kept"), Message::OpenExisting)
                .view()
        });
        let address = Field::new(ADDRESS_FIELD, say!("add-address"), &self.address)
            .placeholder(say!("add-example"))
            .hint(Some(if is_looking {
                say!("add-looking")
            } else {
                say!("add-address.hint")
            }))
            .error(self.error.as_deref())
            .on_input(!is_busy, Message::AddressTyped)
            .on_submit(Some(Message::AddressEntered));
        let warning = self.plain_host.is_some().then(|| {
            column![
                Banner::new(Kind::Warning, say!("add-http-warning"))
                    .hint(Some(say!("add-http-warning.hint")))
                    .view(),
                control::checkbox(
                    say!("add-allow-http"),
                    self.allow_http,
                    (!is_busy).then_some(Message::HttpToggled)
                ),
            ]
            .spacing(space::S)
        });
        let is_held = self.plain_host.is_some() && !self.allow_http;
        let found = self
            .background_preview
            .as_ref()
            .map(|found| card::large_card(preview_header(&found.preview, found.logo.as_ref())));
        let submit = if found.is_some() {
            control::submit(
                say!("add-found-add"),
                say!("add-saving"),
                is_busy,
                Some(Message::Submit),
            )
        } else {
            control::submit(
                say!("add-look-up"),
                say!("add-looking"),
                is_busy,
                (!is_held).then_some(Message::Submit),
            )
        };

        Page::new(say!("add-title"))
            // `above`, because they come and go while the address is typed, and the field must keep its place.
            .above(self.notification_banner())
            .above(existing)
            .part(address.view())
            .maybe_part(warning)
            .maybe_part(found)
            .part(submit)
    }

    fn preview_page<'a>(
        &'a self,
        preview: &'a Preview,
        name: &'a str,
        logo: Option<&'a image::Handle>,
    ) -> Page<'a, Message> {
        let is_busy = self.pending.is_some();
        let header = preview_header(preview, logo);
        let descriptor = preview
            .project
            .descriptor
            .as_deref()
            .filter(|words| !words.is_empty());
        let warning = destination::plain_http_warning(&preview.url);
        let name = Field::new(NAME_FIELD, say!("add-name"), name)
            .on_input(!is_busy, Message::NameTyped)
            .on_submit(Some(Message::Submit));
        let save = control::submit(
            say!("add-save"),
            say!("add-saving"),
            is_busy,
            Some(Message::Submit),
        );

        Page::new(say!("add-found"))
            .above(self.notification_banner())
            .part(card::large_card_with_text(header, descriptor))
            .maybe_part(warning)
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

/// The header of a previewed server, with its scheme and full host.
fn preview_header<'a>(preview: &'a Preview, logo: Option<&'a image::Handle>) -> InstanceHeader<'a> {
    InstanceHeader {
        name: preview
            .project
            .name
            .as_deref()
            .unwrap_or_else(|| preview.url.as_str()),
        descriptor: None,
        host: format!(
            "{}://{}",
            preview.url.url().scheme(),
            host_and_path(&preview.url)
        ),
        color: accent(&preview.project),
        logo,
    }
}
