//! How the account looks.

use iced::{
    Element, Length,
    widget::{Column, column, container, text},
};

use super::{Account, Message, State};
use crate::{
    say,
    screen::{Logos, face},
    service::{SignedIn, StoredIn},
    text as words_of,
    ui::{
        banner::{Banner, Kind},
        control, font,
        page::{self, Page},
        style,
        theme::{size, space},
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
                banner
                    .action(say!("common-try-again"), Message::Retry)
                    .view()
            }
        });

        let page = match &self.state {
            State::Checking if is_busy => Page::new(say!("account-checking")),
            State::Checking => Page::new(say!("account-unchecked")).push(note),
            State::SignedIn {
                session,
                valid_until,
            } => self.session(
                Page::new(say!("account-title")).push(note),
                session,
                valid_until.as_deref(),
            ),
            State::Trouble(trouble) => {
                let notice = words_of::keyring(trouble);
                let banner = Banner::new(Kind::Warning, notice.message)
                    .hint(notice.hint)
                    .view();
                let retry = if is_busy {
                    control::busy(say!("account-checking"))
                } else {
                    control::primary(say!("common-try-again"), Some(Message::Retry))
                };

                Page::new(say!("account-trouble"))
                    .lead(say!("account-trouble-lead"))
                    .push(note)
                    .part(banner)
                    .part(retry)
                    .part(control::secondary(
                        say!("account-sign-in-again"),
                        (!is_busy).then_some(Message::SignIn),
                    ))
            }
            State::Damaged(error) => {
                let notice = words_of::notice(&crate::service::Error::Record(error.clone()));

                Page::new(say!("account-damaged"))
                    .lead(say!("account-damaged-lead"))
                    .push(note)
                    .part(
                        Banner::new(Kind::Warning, notice.message)
                            .hint(notice.hint)
                            .view(),
                    )
                    .part(control::primary(
                        say!("account-sign-in-again"),
                        Some(Message::SignIn),
                    ))
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
            _ if session.is_static => say!("account-static").to_owned(),
            Some(until) => say!("account-valid-until", time = until),
            None => say!("account-no-access").to_owned(),
        };
        let (kept, memory) = match &session.stored_in {
            StoredIn::Keyring => (say!("account-in-keyring"), None),
            StoredIn::Memory(trouble) => {
                (say!("account-in-memory"), Some(words_of::keyring(trouble)))
            }
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
                .hint(Some(say!("account-tfa-hint")))
                .view()
        });

        let rows = Column::new()
            .push(entry(say!("account-name"), name, true))
            .push(email.map(|email| entry(say!("common-email"), email, false)))
            .push(page::divider())
            .push(entry(
                say!("account-instance"),
                self.profile.url.as_str(),
                false,
            ))
            .push(page::divider())
            .push(entry(say!("account-kept"), kept, false))
            .push(page::divider())
            .push(entry(say!("account-access"), access, false))
            .spacing(space::M);
        let sign_out = if self.is_signing_out {
            control::secondary(say!("account-signing-out"), None)
        } else {
            control::secondary(
                say!("account-sign-out"),
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
                    control::primary(say!("common-open-studio"), Some(Message::OpenStudio)),
                    sign_out
                ]
                .spacing(space::M),
            )
            .part(control::quiet(
                say!("checkup-link"),
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
