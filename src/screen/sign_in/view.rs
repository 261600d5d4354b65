//! How the sign-in form looks.

use iced::{
    Alignment, Element,
    widget::{Column, Row, column, text},
};

use super::{CODE, EMAIL, Message, PASSWORD, SignIn, Step, ways::symbol};
use crate::{
    screen::{Logos, face},
    secret::Secret,
    ui::{
        banner::{self, Banner, Kind},
        control,
        field::Field,
        font,
        page::{self, Page},
        theme::{size, space},
        words::{self, checkup, sign_in as say},
    },
};

impl SignIn {
    /// The screen.
    pub fn view<'a>(&'a self, logos: &'a Logos) -> Element<'a, Message> {
        let face = face(&self.profile, logos);
        let host = face.host.clone();
        let note = self.note.as_ref().map(|note| {
            let banner = note.banner(Message::Note);
            let is_filled = !self.password.is_empty() || !self.code.is_empty();
            let can_retry = self.face_failed || (note.kind() == Kind::Error && is_filled);

            if can_retry && self.blocked.is_none() {
                banner.action(words::TRY_AGAIN, Message::Retry).view()
            } else {
                banner.view()
            }
        });
        let is_plain = !self.profile.url.is_https() && !self.profile.url.is_loopback();
        let warning = is_plain.then(|| {
            Banner::new(Kind::Warning, words::plain_http(&host))
                .hint(Some(words::PLAIN_HTTP_HINT))
                .view()
        });

        let page = match &self.step {
            Step::Code(_) => Page::new(say::CODE_TITLE)
                .lead(say::CODE_LEAD)
                .above(note)
                .part(self.code_form()),
            Step::ProviderCode(provider) => Page::new(say::CODE_TITLE)
                .lead(say::provider_code_lead(&provider.label, &host))
                .above(note)
                .part(self.code_form()),
            Step::Password => {
                let project_note = self
                    .profile
                    .project
                    .note
                    .as_deref()
                    .filter(|note| !note.is_empty());

                let page = Page::new(say::TITLE)
                    .above(note)
                    .above(warning)
                    .above(project_note.map(|note| banner::line(Kind::Info, note)));
                let has_browser = self.browser_providers().next().is_some();

                let page = match (self.has_no_form(), has_browser) {
                    (false, false) => page.above(self.choice()).part(self.password_form()),
                    (false, true) => page
                        .above(self.choice())
                        .part(self.password_form())
                        .part(page::divider_with(say::OR))
                        .part(self.browser_buttons(false))
                        .part(self.use_token()),
                    (true, true) => page.part(self.browser_buttons(true)).part(self.use_token()),
                    (true, false) => no_way(page),
                };

                page.part(control::quiet(
                    checkup::LINK,
                    self.pending.is_none().then_some(Message::CheckUp),
                ))
            }
        };

        page.back(true, Message::Back).face(face).view()
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
            (say::IDENTIFIER, "")
        } else {
            (words::EMAIL, words::EMAIL_EXAMPLE)
        };
        let email = Field::new(EMAIL, label, &self.email)
            .placeholder(example)
            .error(error(EMAIL))
            .on_input(!is_busy, Message::EmailTyped)
            .on_submit(Some(Message::Submit));
        let password = Field::new(PASSWORD, words::PASSWORD, self.password.expose())
            .placeholder(if is_busy { words::MASKED } else { "" })
            .error(error(PASSWORD))
            .secret(self.shown, Some(Message::Reveal))
            .on_input(!is_busy, |text| Message::PasswordTyped(Secret::new(text)))
            .on_submit(Some(Message::Submit));

        let submit = self.submit_button(say::TITLE);
        // The server mails a link only to accounts of its own.
        let forgot = self
            .named
            .is_none()
            .then(|| control::link(say::FORGOT, (!is_busy).then_some(Message::Forgot)));
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
        let code = Field::new(CODE, say::CODE, self.code.expose())
            .placeholder(if is_busy { words::MASKED } else { "" })
            .error(self.error.as_ref().map(|error| error.words.as_str()))
            .on_input(!is_busy, |text| Message::CodeTyped(Secret::new(text)))
            .on_submit(Some(Message::Submit));
        let back = match self.step {
            Step::ProviderCode(_) => say::OTHER_WAY,
            Step::Password | Step::Code(_) => say::CODE_OTHER,
        };
        let other = control::link(back, (!is_busy).then_some(Message::Back));
        let actions = Row::new()
            .push(self.submit_button(say::CODE_SUBMIT))
            .push(other)
            .spacing(space::S)
            .align_y(Alignment::Center);

        column![code.view(), actions].spacing(space::L).into()
    }

    fn submit_button(&self, label: &'static str) -> Element<'_, Message> {
        match (self.pending, self.blocked) {
            (Some(_), _) => control::busy(say::BUSY),
            (None, Some((_, seconds))) => control::primary(say::blocked(seconds), None),
            (None, None) => control::primary(label, Some(Message::Submit)),
        }
        .into()
    }

    /// The providers that take a password, when there is more than one (D2).
    fn choice(&self) -> Option<Element<'_, Message>> {
        let is_default_off = self
            .providers
            .as_ref()
            .is_some_and(|providers| providers.default_disabled);
        let own = (!is_default_off).then_some((say::OWN.into(), None));
        let named = self
            .password_providers()
            .map(|provider| (provider.label.as_str().into(), Some(&provider.name)));
        let options = own.into_iter().chain(named).collect::<Vec<_>>();
        if options.len() < 2 {
            return None;
        }

        let is_free = self.pending.is_none();
        let chosen = self.named.as_ref().map(|provider| &provider.name);
        let options = options.into_iter().map(|(label, name)| {
            let choose = is_free.then(|| Message::Choose(name.cloned()));

            (label, name == chosen, choose)
        });

        Some(
            column![
                text(say::WITH).size(size::SMALL).font(font::STRONG),
                control::choice(options)
            ]
            .spacing(space::XS)
            .into(),
        )
    }

    /// For who cannot come back from a provider's page; nobody else needs it.
    fn use_token(&self) -> Element<'_, Message> {
        control::link(
            say::USE_TOKEN,
            self.pending.is_none().then_some(Message::UseToken),
        )
        .into()
    }

    /// One button for each provider of the browser (D7); without a form the first is the one to press.
    fn browser_buttons(&self, is_alone: bool) -> Element<'_, Message> {
        let is_free = self.pending.is_none();
        let buttons = self
            .browser_providers()
            .enumerate()
            .map(|(index, provider)| {
                let press = is_free.then(|| Message::Browse(provider.name.clone()));
                let label = say::log_in_with(&provider.label);

                control::marked(symbol(provider), label, is_alone && index == 0, press).into()
            });

        Column::with_children(buttons).spacing(space::S).into()
    }
}

fn no_way(page: Page<'_, Message>) -> Page<'_, Message> {
    page.part(
        Banner::new(Kind::Info, say::NO_FORM)
            .hint(Some(say::NO_WAY_HINT))
            .view(),
    )
    .part(control::primary(
        words::OPEN_STUDIO,
        Some(Message::OpenStudio),
    ))
    .part(control::link(say::USE_TOKEN, Some(Message::UseToken)))
}
