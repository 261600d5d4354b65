//! The view of a profile's settings.

use iced::{
    Alignment, Element,
    widget::{Column, column, row},
};

use super::{CA_FILE_FIELD, Message, NAME_FIELD, PORTS_FIELD, PROXY_FIELD, ProfileSettings, Route};
use crate::{
    say,
    screen::{Pictures, Screen, instance_header},
    ui::{
        banner::{Banner, Kind},
        control,
        field::{self, Field},
        page::{self, Page},
        theme::space,
    },
};

impl ProfileSettings {
    pub(super) fn draw<'a>(&'a self, pictures: &'a Pictures) -> Element<'a, Message> {
        let is_busy = self.pending.is_some();
        let header = instance_header(&self.profile, pictures);
        let notification = self
            .notification
            .as_ref()
            .map(|notification| notification.banner(Message::Notification).view());
        let name = Field::new(NAME_FIELD, say!("profile-settings-name"), &self.draft.name)
            .error(self.error_of(NAME_FIELD))
            .on_input(!is_busy, Message::NameTyped)
            .on_submit(Some(Message::Save));
        let ca_file = Field::new(
            CA_FILE_FIELD,
            say!("profile-settings-ca-file"),
            &self.draft.ca_file,
        )
        .placeholder(say!("profile-settings-ca-file-example"))
        .hint(Some(say!("profile-settings-ca-file.hint")))
        .error(self.error_of(CA_FILE_FIELD))
        .on_input(!is_busy, Message::CaFileTyped)
        .on_submit(Some(Message::Save));
        let can_save = self.is_being_typed() && !is_busy;
        let save = control::submit(
            say!("profile-settings-save"),
            say!("profile-settings-saving"),
            is_busy,
            can_save.then_some(Message::Save),
        );
        let others = row![
            control::quiet(
                say!("doctor-link"),
                (!is_busy).then_some(Message::OpenDoctor)
            ),
            control::quiet(
                say!("profile-settings-remove"),
                (!is_busy).then_some(Message::Remove)
            ),
        ]
        .spacing(space::XL)
        .align_y(Alignment::Center);

        Page::new(say!("profile-settings-title"))
            .above(notification)
            .part(name.view())
            .part(self.address())
            .part(self.proxy_choice())
            .part(ca_file.view())
            .part(page::divider_with(say!("profile-settings-browser")))
            .part(self.sso_options())
            .part(save)
            .part(others)
            .back(true, Message::Back)
            .instance(header)
            .view()
    }

    fn error_of(&self, field: &str) -> Option<&str> {
        self.error
            .filter(|(at, _)| *at == field)
            .map(|(_, words)| words)
    }

    /// The address, with a warning if it is plain HTTP (S-30, credentials in the clear).
    fn address(&self) -> Element<'_, Message> {
        let url = &self.profile.url;
        let is_plain = !url.is_https() && !url.is_loopback();
        let warning = is_plain.then(|| {
            Banner::new(Kind::Warning, say!("profile-settings-http"))
                .hint(Some(say!("profile-settings-http.hint")))
                .view()
        });

        Column::new()
            .push(field::fixed(
                say!("profile-settings-address"),
                url.as_str(),
                None,
            ))
            .push(warning)
            .spacing(space::S)
            .into()
    }

    fn proxy_choice(&self) -> Element<'_, Message> {
        let is_busy = self.pending.is_some();
        let option = |label: &'static str, route| {
            (
                label.into(),
                self.draft.proxy == route,
                (!is_busy).then_some(Message::Route(route)),
            )
        };
        let choice = control::choice([
            option(say!("profile-settings-proxy-system"), Route::System),
            option(say!("profile-settings-proxy-none"), Route::Direct),
            option(say!("profile-settings-proxy-own"), Route::Proxy),
        ]);
        let address = (self.draft.proxy == Route::Proxy).then(|| {
            Field::new(
                PROXY_FIELD,
                say!("profile-settings-proxy-address"),
                &self.draft.proxy_address,
            )
            .placeholder(say!("profile-settings-proxy-example"))
            .hint(Some(say!("profile-settings-proxy-address.hint")))
            .error(self.error_of(PROXY_FIELD))
            .on_input(!is_busy, Message::ProxyTyped)
            .on_submit(Some(Message::Save))
            .view()
        });

        column![column![field::label(say!("profile-settings-proxy")), choice].spacing(space::XS)]
            .push(address)
            .spacing(space::M)
            .into()
    }

    fn sso_options(&self) -> Element<'_, Message> {
        let is_busy = self.pending.is_some();
        let ports = Field::new(
            PORTS_FIELD,
            say!("profile-settings-ports"),
            &self.draft.ports,
        )
        .placeholder(say!("profile-settings-ports-example"))
        .hint(Some(say!("profile-settings-ports.hint")))
        .error(self.error_of(PORTS_FIELD))
        .on_input(!is_busy, Message::PortsTyped)
        .on_submit(Some(Message::Save));
        let relay = control::checkbox(
            say!("profile-settings-relay"),
            self.draft.relay,
            (!is_busy).then_some(Message::RelayToggled),
        );

        column![ports.view(), relay].spacing(space::M).into()
    }
}
