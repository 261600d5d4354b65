//! The view of the sign-in form.

use iced::{
    Alignment, Element, Length,
    widget::{Column, Row, column, container, text},
};

use super::{CODE_FIELD, EMAIL_FIELD, Message, PASSWORD_FIELD, SignIn, Step, ways::provider_icon};
use crate::{
    profile, say,
    screen::{Pictures, destination, instance_header},
    secret::Secret,
    ui::{
        backdrop,
        banner::{Banner, Kind},
        control,
        field::Field,
        font,
        page::{self, Page},
        project_note, style,
        theme::{size, space},
    },
};

impl SignIn {
    pub(super) fn draw<'a>(&'a self, pictures: &'a Pictures) -> Element<'a, Message> {
        let header = instance_header(&self.profile, pictures);
        let host = header.host.clone();
        let notification = self.notification.as_ref().map(|notification| {
            let banner = notification.banner(Message::Notification);
            let is_filled = !self.password.is_empty() || !self.code.is_empty();
            let can_retry =
                self.refresh_failed || (notification.kind() == Kind::Error && is_filled);

            if can_retry && self.rate_limit.is_none() {
                banner
                    .action(say!("common-try-again"), Message::Retry)
                    .view()
            } else {
                banner.view()
            }
        });
        let warning = destination::plain_http_warning(&self.profile.url);

        let page = match &self.step {
            Step::Code(_) => Page::new(say!("sign-in-code-title"))
                .lead(say!("sign-in-code-title.lead"))
                .above(notification)
                .part(self.code_form()),
            Step::ProviderCode(provider) => Page::new(say!("sign-in-code-title"))
                .lead(say!(
                    "sign-in-provider-code-lead",
                    label = &provider.label,
                    host = &host
                ))
                .above(notification)
                .part(self.code_form()),
            Step::Password if self.stored_account.is_some() => {
                Page::new(say!("sign-in-continue-title"))
                    .above(notification)
                    .part(self.continue_form())
            }
            Step::Password => {
                let page = Page::new(say!("sign-in-title"))
                    .above(notification)
                    .above(warning)
                    .above(self.project_note());
                let has_browser = self.sso_providers().next().is_some();

                let page = match (self.has_no_form(), has_browser) {
                    (false, false) => page
                        .above(self.provider_choice())
                        .part(self.password_form()),
                    (false, true) => page
                        .above(self.provider_choice())
                        .part(self.password_form())
                        .part(page::divider_with(say!("sign-in-or")))
                        .part(self.sso_buttons(false))
                        .part(self.access_token_link()),
                    (true, true) => page
                        .part(self.sso_buttons(true))
                        .part(self.access_token_link()),
                    (true, false) => no_provider(page),
                };

                page.maybe_part(self.register_link()).part(control::quiet(
                    say!("doctor-link"),
                    self.pending.is_none().then_some(Message::OpenDoctor),
                ))
            }
        };

        let page = page.back(true, Message::Back).instance(header).view();

        backdrop::with_backdrop(page, pictures.background(&self.profile.id))
    }

    /// The project's public note.
    fn project_note(&self) -> Option<Element<'_, Message>> {
        let project = &self.profile.project;
        let words = project.note.as_deref()?;
        let name = project.name.as_deref().unwrap_or(&self.profile.name);

        project_note::project_note(
            name,
            profile::parse_note(words),
            self.is_project_note_open,
            Some(Message::Visit),
            Some(Message::ToggleProjectNote),
        )
    }

    fn password_form(&self) -> Element<'_, Message> {
        let is_busy = self.pending.is_some();
        let error = |field| {
            self.error
                .as_ref()
                .filter(|error| error.field == field)
                .map(|error| error.words.as_str())
        };
        let (label, example) = if self.takes_identifier() {
            (say!("sign-in-identifier"), "")
        } else {
            (say!("common-email"), say!("common-email-example"))
        };
        let email = Field::new(EMAIL_FIELD, label, &self.email)
            .placeholder(example)
            .error(error(EMAIL_FIELD))
            .on_input(!is_busy, Message::EmailTyped)
            .on_submit(Some(Message::Submit));
        let password = Field::new(
            PASSWORD_FIELD,
            say!("common-password"),
            self.password.expose(),
        )
        .placeholder(if is_busy { say!("common-masked") } else { "" })
        .error(error(PASSWORD_FIELD))
        .secret(self.is_revealed, Some(Message::Reveal))
        .on_input(!is_busy, |text| Message::PasswordTyped(Secret::new(text)))
        .on_submit(Some(Message::Submit));

        let submit = self.submit_button(say!("sign-in-title"));
        // Directus resets only the passwords of the default provider.
        let forgot = self.named_provider.is_none().then(|| {
            control::link(
                say!("sign-in-forgot"),
                (!is_busy).then_some(Message::OpenPasswordReset),
            )
        });
        let actions = Row::new()
            .push(submit)
            .push(forgot)
            .spacing(space::S)
            .align_y(Alignment::Center);

        column![email.view(), password.view(), actions]
            .spacing(space::L)
            .into()
    }

    fn code_form(&self) -> Element<'_, Message> {
        let is_busy = self.pending.is_some();
        let code = Field::new(CODE_FIELD, say!("sign-in-code"), self.code.expose())
            .placeholder(if is_busy { say!("common-masked") } else { "" })
            .error(self.error.as_ref().map(|error| error.words.as_str()))
            .on_input(!is_busy, |text| Message::CodeTyped(Secret::new(text)))
            .on_submit(Some(Message::Submit));
        let back = match self.step {
            Step::ProviderCode(_) => say!("sign-in-other-way"),
            Step::Password | Step::Code(_) => say!("sign-in-code-other"),
        };
        let other = control::link(back, (!is_busy).then_some(Message::Back));
        let actions = Row::new()
            .push(self.submit_button(say!("sign-in-code-submit")))
            .push(other)
            .spacing(space::S)
            .align_y(Alignment::Center);

        column![code.view(), actions].spacing(space::L).into()
    }

    fn submit_button(&self, label: &'static str) -> Element<'_, Message> {
        match (self.pending, self.rate_limit) {
            (Some(_), _) => control::busy(say!("sign-in-busy")),
            (None, Some((_, seconds))) => control::primary(
                say!(
                    "sign-in-blocked",
                    time = crate::text::duration_of_seconds(seconds)
                ),
                None,
            ),
            (None, None) => control::primary(label, Some(Message::Submit)),
        }
        .into()
    }

    /// The choice of the form's provider, if there are several.
    fn provider_choice(&self) -> Option<Element<'_, Message>> {
        let is_default_off = self
            .providers
            .as_ref()
            .is_some_and(|providers| providers.default_disabled);
        let own = (!is_default_off).then_some((say!("sign-in-own").into(), None));
        let named = self
            .password_providers()
            .map(|provider| (provider.label.as_str().into(), Some(&provider.name)));
        let options = own.into_iter().chain(named).collect::<Vec<_>>();
        if options.len() < 2 {
            return None;
        }

        let is_free = self.pending.is_none();
        let chosen = self.named_provider.as_ref().map(|provider| &provider.name);
        let options = options.into_iter().map(|(label, name)| {
            let choose = is_free.then(|| Message::ChooseProvider(name.cloned()));

            (label, name == chosen, choose)
        });

        Some(
            column![
                text(say!("sign-in-with"))
                    .size(size::SMALL)
                    .font(font::STRONG),
                control::choice(options)
            ]
            .spacing(space::XS)
            .into(),
        )
    }

    /// The offer to continue with the account that is already signed in.
    fn continue_form(&self) -> Element<'_, Message> {
        let name = self.stored_account.as_deref().unwrap_or_default();

        column![
            control::primary(
                say!("sign-in-continue-as", name = name),
                Some(Message::Continue)
            ),
            control::secondary(
                say!("sign-in-somebody-else"),
                Some(Message::UseAnotherAccount)
            ),
            text(say!("sign-in-somebody-else.hint"))
                .size(size::SMALL)
                .style(style::muted),
        ]
        .spacing(space::M)
        .into()
    }

    /// The link to the registration, if the project has it and the form is for the default provider.
    fn register_link(&self) -> Option<Element<'_, Message>> {
        let is_offered = self.profile.project.registration
            && self.named_provider.is_none()
            && !self.has_no_form();

        is_offered.then(|| {
            let link = control::link(
                say!("sign-in-sign-up"),
                self.pending.is_none().then_some(Message::OpenRegister),
            );

            container(link).center_x(Length::Fill).into()
        })
    }

    /// The link to the access-token page, for providers whose SSO cannot return to this computer.
    fn access_token_link(&self) -> Element<'_, Message> {
        control::link(
            say!("sign-in-use-token"),
            self.pending.is_none().then_some(Message::OpenAccessToken),
        )
        .into()
    }

    /// A button for each SSO provider; without a form the first one is the primary button.
    fn sso_buttons(&self, is_alone: bool) -> Element<'_, Message> {
        let is_free = self.pending.is_none();
        let buttons = self.sso_providers().enumerate().map(|(index, provider)| {
            let press = is_free.then(|| Message::StartSso(provider.name.clone()));
            let label = say!("sign-in-log-in-with", label = &provider.label);

            control::wide_with_icon(
                provider_icon(provider),
                label,
                is_alone && index == 0,
                press,
            )
            .into()
        });

        Column::with_children(buttons).spacing(space::S).into()
    }
}

fn no_provider(page: Page<'_, Message>) -> Page<'_, Message> {
    page.part(
        Banner::new(Kind::Info, say!("sign-in-no-form"))
            .hint(Some(say!("sign-in-no-form.hint")))
            .view(),
    )
    .part(control::primary(
        say!("common-open-studio"),
        Some(Message::OpenStudio),
    ))
    .part(control::link(
        say!("sign-in-use-token"),
        Some(Message::OpenAccessToken),
    ))
}
