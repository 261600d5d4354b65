//! How the sign-in form looks.

use iced::{
    Alignment, Element,
    widget::{Row, column},
};

use super::{CODE, EMAIL, Message, PASSWORD, SignIn, Step};
use crate::{
    screen::{Logos, face},
    secret::Secret,
    ui::{
        banner::{self, Banner, Kind},
        control,
        field::Field,
        page::Page,
        theme::space,
        words::{self, sign_in as say},
    },
};

impl SignIn {
    /// The screen.
    pub fn view<'a>(&'a self, logos: &'a Logos) -> Element<'a, Message> {
        let face = face(&self.profile, logos);
        let host = face.host.clone();
        let note = self.note.as_ref().map(|note| {
            let banner = note.banner(Message::Note);
            let can_retry =
                self.face_failed || (note.kind() == Kind::Error && !self.password.is_empty());

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
                .push(note)
                .part(self.code_form()),
            Step::Password if self.has_no_form() => self.no_form(Page::new(say::TITLE).push(note)),
            Step::Password => {
                let project_note = self
                    .profile
                    .project
                    .note
                    .as_deref()
                    .filter(|note| !note.is_empty());

                Page::new(say::TITLE)
                    .push(note)
                    .push(warning)
                    .push(project_note.map(|note| banner::line(Kind::Info, note)))
                    .part(self.password_form())
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
        let email = Field::new(EMAIL, words::EMAIL, &self.email)
            .placeholder(words::EMAIL_EXAMPLE)
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
        let forgot = control::link(say::FORGOT, (!is_busy).then_some(Message::Forgot));
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
        let other = control::link(say::CODE_OTHER, (!is_busy).then_some(Message::Back));
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

    fn no_form<'a>(&'a self, page: Page<'a, Message>) -> Page<'a, Message> {
        let has_others = self
            .providers
            .as_ref()
            .is_some_and(|providers| !providers.list.is_empty());
        let hint = if has_others {
            say::NO_FORM_HINT
        } else {
            say::NO_WAY_HINT
        };

        page.part(
            Banner::new(Kind::Info, say::NO_FORM)
                .hint(Some(hint))
                .view(),
        )
        .part(control::primary(
            words::OPEN_STUDIO,
            Some(Message::OpenStudio),
        ))
    }
}
