//! How the account looks.

use iced::{
    Element, Length,
    widget::{Column, column, container, text},
};

use super::{Account, Message, State};
use crate::{
    screen::{Logos, face},
    service::{SignedIn, StoredIn},
    text as words_of,
    ui::{
        banner::{Banner, Kind},
        control, font,
        page::{self, Page},
        style,
        theme::{size, space},
        words::{self, account as say, checkup},
    },
};

impl Account {
    /// The screen.
    pub fn view<'a>(&'a self, logos: &'a Logos) -> Element<'a, Message> {
        let is_busy = self.pending.is_some();
        let note = self.note.as_ref().map(|note| {
            let banner = note.banner(Message::Note);
            if is_busy {
                banner.view()
            } else {
                banner.action(words::TRY_AGAIN, Message::Retry).view()
            }
        });

        let page = match &self.state {
            State::Checking if is_busy => Page::new(say::CHECKING),
            State::Checking => Page::new(say::UNCHECKED).push(note),
            State::SignedIn {
                session,
                valid_until,
            } => self.session(
                Page::new(say::TITLE).push(note),
                session,
                valid_until.as_deref(),
            ),
            State::Trouble(trouble) => {
                let notice = words_of::keyring(trouble);
                let banner = Banner::new(Kind::Warning, notice.message)
                    .hint(notice.hint)
                    .view();
                let retry = if is_busy {
                    control::busy(say::CHECKING)
                } else {
                    control::primary(words::TRY_AGAIN, Some(Message::Retry))
                };

                Page::new(say::TROUBLE)
                    .lead(say::TROUBLE_LEAD)
                    .push(note)
                    .part(banner)
                    .part(retry)
                    .part(control::secondary(
                        say::SIGN_IN_AGAIN,
                        (!is_busy).then_some(Message::SignIn),
                    ))
            }
            State::Damaged(error) => {
                let notice = words_of::notice(&crate::service::Error::Record(error.clone()));

                Page::new(say::DAMAGED)
                    .lead(say::DAMAGED_LEAD)
                    .push(note)
                    .part(
                        Banner::new(Kind::Warning, notice.message)
                            .hint(notice.hint)
                            .view(),
                    )
                    .part(control::primary(say::SIGN_IN_AGAIN, Some(Message::SignIn)))
            }
        };

        page.back(!self.is_signing_out, Message::Back)
            .face(face(&self.profile, logos))
            .view()
    }

    fn session<'a>(
        &'a self,
        page: Page<'a, Message>,
        session: &'a SignedIn,
        valid_until: Option<&'a str>,
    ) -> Page<'a, Message> {
        let account = &session.account;
        let name = account.display_name();
        let email = account.email.as_deref().filter(|email| *email != name);
        let access = match valid_until {
            _ if session.is_static => say::STATIC.to_owned(),
            Some(until) => say::valid_until(until),
            None => say::NO_ACCESS.to_owned(),
        };
        let (kept, memory) = match &session.stored_in {
            StoredIn::Keyring => (say::IN_KEYRING, None),
            StoredIn::Memory(trouble) => (say::IN_MEMORY, Some(words_of::keyring(trouble))),
        };
        let memory = memory.map(|notice| {
            let hint = match notice.hint {
                Some(hint) => format!("{} {hint}", notice.message),
                None => notice.message,
            };

            Banner::new(Kind::Warning, say::MEMORY_TITLE)
                .hint(Some(hint))
                .action(words::TRY_AGAIN, Message::Retry)
                .view()
        });
        let tfa = session.enforce_tfa.then(|| {
            Banner::new(Kind::Warning, say::TFA)
                .hint(Some(say::TFA_HINT))
                .view()
        });

        let rows = Column::new()
            .push(entry(say::NAME, name, true))
            .push(email.map(|email| entry(words::EMAIL, email, false)))
            .push(page::divider())
            .push(entry(say::INSTANCE, self.profile.url.as_str(), false))
            .push(page::divider())
            .push(entry(say::KEPT, kept, false))
            .push(page::divider())
            .push(entry(say::ACCESS, access, false))
            .spacing(space::M);
        let sign_out = if self.is_signing_out {
            control::secondary(say::SIGNING_OUT, None)
        } else {
            control::secondary(
                say::SIGN_OUT,
                self.pending.is_none().then_some(Message::SignOut),
            )
        };

        page.push(memory)
            .push(tfa)
            .part(
                container(rows)
                    .padding(space::L)
                    .width(Length::Fill)
                    .style(style::card),
            )
            .part(
                column![
                    control::primary(words::OPEN_STUDIO, Some(Message::OpenStudio)),
                    sign_out
                ]
                .spacing(space::M),
            )
            .part(control::quiet(
                checkup::LINK,
                (!self.is_signing_out).then_some(Message::CheckUp),
            ))
    }
}

fn entry<'a>(
    label: &'static str,
    value: impl text::IntoFragment<'a>,
    is_strong: bool,
) -> Element<'a, Message> {
    let value = text(value)
        .size(if is_strong { size::HEADING } else { size::BODY })
        .font(if is_strong { font::STRONG } else { font::TEXT })
        .wrapping(text::Wrapping::WordOrGlyph)
        .width(Length::Fill);

    column![text(label).size(size::SMALL).style(style::muted), value]
        .spacing(space::XS / 2.0)
        .into()
}
