//! How the account looks.

use iced::{
    Alignment, Element, Length,
    widget::{Column, column, container, row, text},
};

use super::{Account, Message, State, TokenCopy};
use crate::{
    say,
    screen::{Pictures, instance_header},
    service::{SessionInfo, StoredIn},
    text as words_of,
    ui::{
        banner::{self, Banner, Kind},
        card, control, font,
        page::{self, Page},
        style,
        theme::{part, size, space},
    },
};

impl Account {
    pub(super) fn draw<'a>(&'a self, pictures: &'a Pictures) -> Element<'a, Message> {
        let is_busy = self.pending.is_some();
        let notification = self.notification.as_ref().map(|notification| {
            let banner = notification.banner(Message::Notification);
            if is_busy || notification.kind() == Kind::Success {
                banner.view()
            } else {
                banner
                    .action(say!("common-try-again"), Message::Retry)
                    .view()
            }
        });

        let page = match &self.state {
            State::Checking if is_busy => Page::new(say!("account-checking")),
            State::Checking => Page::new(say!("account-unchecked")).maybe_part(notification),
            State::SignedIn {
                session,
                valid_until,
                ..
            } => self.session_page(
                Page::new(say!("account-title")).maybe_part(notification),
                session,
                valid_until.as_deref(),
            ),
            State::KeyringError(error) => {
                let notice = words_of::keyring(error);
                let banner = Banner::new(Kind::Warning, notice.message)
                    .hint(notice.hint)
                    .view();
                let retry = control::submit(
                    say!("common-try-again"),
                    say!("account-checking"),
                    is_busy,
                    Some(Message::Retry),
                );

                Page::new(say!("account-trouble"))
                    .lead(say!("account-trouble.lead"))
                    .maybe_part(notification)
                    .part(banner)
                    .part(retry)
                    .part(control::secondary(
                        say!("account-sign-in-again"),
                        (!is_busy).then_some(Message::OpenSignIn),
                    ))
            }
            State::DamagedRecord(error) => {
                let notice = words_of::notice(&crate::service::Error::Record(error.clone()));

                Page::new(say!("account-damaged"))
                    .lead(say!("account-damaged.lead"))
                    .maybe_part(notification)
                    .part(
                        Banner::new(Kind::Warning, notice.message)
                            .hint(notice.hint)
                            .view(),
                    )
                    .part(control::primary(
                        say!("account-sign-in-again"),
                        Some(Message::OpenSignIn),
                    ))
            }
        };

        page.back(!self.is_signing_out, Message::Back)
            .instance(instance_header(&self.profile, pictures))
            .view()
    }

    fn session_page<'a>(
        &'a self,
        page: Page<'a, Message>,
        session: &'a SessionInfo,
        valid_until: Option<&'a str>,
    ) -> Page<'a, Message> {
        let account = &session.account;
        let name = account.display_name();
        let email = account.email.as_deref().filter(|email| *email != name);
        let access = match valid_until {
            _ if session.is_static => say!("account-static").to_owned(),
            Some(until) => say!("account-valid-until", time = until),
            None => say!("account-no-access").to_owned(),
        };
        let (storage, memory) = match &session.stored_in {
            StoredIn::Keyring => (say!("account-in-keyring"), None),
            StoredIn::Memory(error) => (say!("account-in-memory"), Some(words_of::keyring(error))),
        };
        let memory = memory.map(|notice| {
            let hint = match notice.hint {
                Some(hint) => format!("{} {hint}", notice.message),
                None => notice.message,
            };

            Banner::new(Kind::Warning, say!("account-memory-title"))
                .hint(Some(hint))
                .action(say!("common-try-again"), Message::Retry)
                .view()
        });
        let tfa = session.enforce_tfa.then(|| {
            Banner::new(Kind::Warning, say!("account-tfa"))
                .hint(Some(say!("account-tfa.hint")))
                .view()
        });

        let rows = Column::new()
            .push(self.identity(&name, email))
            .push(page::divider())
            .push(entry(say!("account-instance"), self.profile.url.as_str()))
            .push(page::divider())
            .push(entry(say!("account-kept"), storage))
            .push(page::divider())
            .push(entry(say!("account-access"), access))
            .push(self.copy_status())
            .spacing(space::M);
        page.maybe_part(memory)
            .maybe_part(tfa)
            .part(boxed(rows))
            .part(self.session_buttons(session))
            .maybe_part(self.own_account())
            .maybe_part(self.recent_sign_ins())
            .part(control::quiet(
                say!("doctor-link"),
                (!self.is_signing_out).then_some(Message::OpenDoctor),
            ))
    }

    /// Portrait, name, e-mail and role of the account.
    fn identity<'a>(&'a self, name: &str, email: Option<&'a str>) -> Element<'a, Message> {
        let role = self.details.role.as_deref();
        let lines = Column::new()
            .push(
                text(name.to_owned())
                    .size(size::HEADING)
                    .font(font::STRONG)
                    .wrapping(text::Wrapping::WordOrGlyph),
            )
            .push(email.map(|email| {
                text(email)
                    .size(size::SMALL)
                    .wrapping(text::Wrapping::WordOrGlyph)
            }))
            .push(role.map(|role| text(role).size(size::SMALL).style(style::muted)))
            .spacing(space::XS / 2.0)
            .width(Length::Fill);
        row![
            card::portrait(name, self.picture.as_ref(), part::TILE),
            lines
        ]
        .spacing(space::M)
        .align_y(Alignment::Center)
        .into()
    }

    fn session_buttons(&self, session: &SessionInfo) -> Element<'_, Message> {
        let is_free = !self.is_signing_out;
        let sign_out = if self.is_signing_out {
            control::secondary(say!("account-signing-out"), None)
        } else {
            control::secondary(
                say!("account-sign-out"),
                self.pending.is_none().then_some(Message::SignOut),
            )
        };
        let copy = match self.token_copy {
            TokenCopy::Requested(_) => control::secondary(say!("account-copying"), None),
            _ => control::secondary(
                say!("account-copy-token"),
                // A static token never expires, so it is not handed out again; the Data Studio shows it.
                (is_free && !session.is_static).then_some(Message::CopyToken),
            ),
        };

        column![
            control::primary(
                say!("common-open-studio"),
                is_free.then_some(Message::OpenStudio)
            ),
            copy,
            sign_out
        ]
        .spacing(space::M)
        .into()
    }

    /// The status line of the copied token.
    fn copy_status(&self) -> Option<Element<'_, Message>> {
        let (kind, words) = match &self.token_copy {
            TokenCopy::Idle | TokenCopy::Requested(_) => return None,
            TokenCopy::Copied(_, Some(until)) => (
                Kind::Success,
                say!("account-copied-until", time = until.as_str()),
            ),
            TokenCopy::Copied(_, None) => (Kind::Success, say!("account-copied").to_owned()),
            TokenCopy::Cleared => (Kind::Info, say!("account-cleared").to_owned()),
        };

        Some(banner::line(kind, words))
    }

    fn own_account(&self) -> Option<Element<'_, Message>> {
        let is_free = !self.is_signing_out;
        let password = self.has_password().then(|| {
            control::secondary(
                say!("account-change-password"),
                is_free.then_some(Message::OpenChangePassword),
            )
        });
        let may = self
            .details
            .permissions
            .is_none_or(|permissions| permissions.two_factor);
        let two_factor = self.details.has_two_factor.filter(|_| may).map(|is_on| {
            let label = if is_on {
                say!("account-two-factor-off")
            } else {
                say!("account-two-factor-on")
            };
            control::secondary(label, is_free.then_some(Message::OpenTwoFactor))
        });
        let is_there = password.is_some() || two_factor.is_some();

        is_there.then(|| {
            column![heading(say!("account-own"))]
                .push(password)
                .push(two_factor)
                .spacing(space::M)
                .into()
        })
    }

    fn recent_sign_ins(&self) -> Option<Element<'_, Message>> {
        if self.sign_ins.is_empty() {
            return None;
        }
        let rows = self.sign_ins.iter().map(|sign_in| {
            column![text(&sign_in.time).size(size::BODY)]
                .push((!sign_in.origin.is_empty()).then(|| {
                    text(&sign_in.origin)
                        .size(size::SMALL)
                        .style(style::muted)
                        .wrapping(text::Wrapping::WordOrGlyph)
                }))
                .spacing(space::XS / 2.0)
                .into()
        });
        let rows = Column::with_children(rows).spacing(space::M);

        Some(
            column![heading(say!("account-recent")), boxed(rows)]
                .spacing(space::M)
                .into(),
        )
    }
}

fn heading(words: &str) -> Element<'_, Message> {
    text(words)
        .size(size::HEADING)
        .font(font::STRONG)
        .width(Length::Fill)
        .into()
}

fn boxed(rows: Column<'_, Message>) -> Element<'_, Message> {
    container(rows)
        .padding(space::L)
        .width(Length::Fill)
        .style(style::card)
        .into()
}

fn entry<'a>(label: &'static str, value: impl text::IntoFragment<'a>) -> Element<'a, Message> {
    let value = text(value)
        .size(size::BODY)
        .wrapping(text::Wrapping::WordOrGlyph)
        .width(Length::Fill);

    column![text(label).size(size::SMALL).style(style::muted), value]
        .spacing(space::XS / 2.0)
        .into()
}
