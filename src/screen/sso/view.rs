//! How the wait for the browser looks. Nothing moves: the time left is words, renewed each second (A10).

use std::borrow::Cow;

use iced::{
    Alignment, Element, Length,
    widget::{Column, column, row, text},
};

use super::{Message, SHORT, Sso, Step, Waiting};
use crate::{
    directus::Code,
    say,
    screen::{Logos, face},
    service::{Error, SsoError, WhyNot},
    text as words_of,
    ui::{
        banner::{Banner, Kind},
        control, field,
        icon::{self, Icon},
        page::Page,
        style,
        theme::{size, space},
    },
};

impl Sso {
    /// How it looks.
    pub(super) fn draw<'a>(&'a self, logos: &'a Logos) -> Element<'a, Message> {
        let face = face(&self.profile, logos);
        let label = &self.provider.label;
        let note = self
            .note
            .as_ref()
            .map(|note| note.banner(Message::Note).view());

        let page = match &self.step {
            Step::Asking => Page::new(say!("sign-in-log-in-with", label = label))
                .lead(say!("sso-asking-lead", label = label, host = &face.host))
                .part(control::busy(say!("sso-asking")))
                .part(control::secondary(say!("sso-cancel"), Some(Message::Back))),
            Step::Waiting(waiting) if waiting.is_answered => {
                let page = Page::new(say!("sign-in-log-in-with", label = label))
                    .lead(say!("sso-finishing-lead"))
                    .part(control::busy(say!("sso-finishing")));

                return page.back(false, Message::Back).face(face).view();
            }
            Step::Waiting(waiting) => match waiting.hearsay.as_deref().map(Code::from) {
                Some(code) if waiting.has_browser => reported(waiting, &code),
                code => self.waiting(
                    waiting,
                    Page::new(say!("sso-waiting"))
                        .lead(say!("sso-waiting-lead", label = label, host = &face.host))
                        .push(code.map(|code| {
                            let (label, message) = way_on(&code);
                            report(&code).action(label, message).view()
                        })),
                ),
            },
            Step::NoWay(why) => self.no_way(why, note),
            Step::Over => Page::new(say!("sso-over"))
                .lead(say!("sso-over-lead"))
                .part(
                    column![
                        control::primary(say!("common-try-again"), Some(Message::Retry)),
                        control::secondary(say!("sso-cancel"), Some(Message::Back))
                    ]
                    .spacing(space::M),
                ),
        };

        page.back(true, Message::Back).face(face).view()
    }

    fn waiting<'a>(&'a self, waiting: &'a Waiting, page: Page<'a, Message>) -> Page<'a, Message> {
        let is_short = waiting.left < SHORT;
        let keep = is_short.then(|| control::primary(say!("sso-keep"), Some(Message::KeepWaiting)));
        let open = control::secondary(say!("sso-open-again"), Some(Message::OpenAgain));
        let cancel = control::secondary(say!("sso-cancel"), Some(Message::Back));

        if waiting.has_browser {
            let copy = control::secondary(self.copy_label(), Some(Message::Copy));

            return page
                .part(time_left(waiting, is_short))
                .part(
                    Column::new()
                        .push(keep)
                        .push(row![open, copy].spacing(space::M))
                        .push(cancel)
                        .spacing(space::M),
                )
                .part(
                    text(say!("sso-runs-out"))
                        .size(size::SMALL)
                        .style(style::muted),
                );
        }

        let copy = if is_short {
            control::secondary(self.copy_label(), Some(Message::Copy))
        } else {
            control::primary(self.copy_label(), Some(Message::Copy))
        };
        page.part(
            Banner::new(Kind::Warning, say!("sso-no-browser"))
                .hint(Some(say!("sso-no-browser-hint")))
                .view(),
        )
        .part(field::fixed(
            say!("sso-address"),
            waiting.address.expose(),
            None,
        ))
        .part(time_left(waiting, is_short))
        .part(
            Column::new()
                .push(keep)
                .push(copy)
                .push(row![open, cancel].spacing(space::M))
                .spacing(space::M),
        )
    }

    fn copy_label(&self) -> &'static str {
        if self.copied {
            say!("sso-copied")
        } else {
            say!("sso-copy")
        }
    }

    fn no_way<'a>(&'a self, why: &WhyNot, note: Option<Element<'a, Message>>) -> Page<'a, Message> {
        let notice = words_of::why_not(why);
        let lines = words_of::administrator_lines(why, &self.profile.url);
        let title = if lines.is_empty() {
            say!("sign-in-log-in-with", label = &self.provider.label).into()
        } else {
            Cow::Borrowed(say!("sso-no-way"))
        };
        let hint = notice
            .hint
            .map(|hint| text(hint).size(size::BODY).width(Length::Fill));
        let page = Page::new(title).lead(notice.message).push(note).push(hint);
        let page = if lines.is_empty() {
            page
        } else {
            let copy = if self.copied {
                say!("sso-copied")
            } else {
                say!("sso-copy-lines")
            };

            page.part(field::lines(say!("sso-lines"), lines, None))
                .part(control::primary(copy, Some(Message::Copy)))
        };

        page.part(
            column![
                control::secondary(say!("common-open-studio"), Some(Message::OpenStudio)),
                control::secondary(say!("common-try-again"), Some(Message::Retry)),
                control::link(say!("sign-in-use-token"), Some(Message::UseToken))
            ]
            .spacing(space::M),
        )
    }
}

/// The server may have reported something. It goes on waiting, since anybody can report (S-05); but most likely
/// the page in the browser says the same and is a dead end, so what to do then is the button to press.
fn reported<'a>(waiting: &'a Waiting, code: &Code) -> Page<'a, Message> {
    let is_short = waiting.left < SHORT;
    let wants_code = *code == Code::InvalidOtp;
    let lead = if wants_code {
        say!("sso-reported-code-lead")
    } else {
        say!("sso-reported-lead")
    };
    let (label, message) = way_on(code);
    let again =
        wants_code.then(|| control::secondary(say!("common-try-again"), Some(Message::Retry)));
    let keep = is_short.then(|| control::secondary(say!("sso-keep"), Some(Message::KeepWaiting)));

    Page::new(say!("sso-reported"))
        .lead(lead)
        .part(report(code).view())
        .part(
            Column::new()
                .push(control::primary(label, Some(message)))
                .push(again)
                .push(keep)
                .push(control::secondary(say!("sso-cancel"), Some(Message::Back)))
                .spacing(space::M),
        )
        .part(time_left(waiting, is_short))
}

/// What the server may have said, in its words for people.
fn report<'a>(code: &Code) -> Banner<'a, Message> {
    let refused = Error::Sso(SsoError::Refused(code.clone()));

    Banner::new(
        Kind::Warning,
        say!("sso-hearsay", what = &words_of::notice(&refused).message),
    )
    .hint(Some(say!("sso-hearsay-hint")))
}

/// What to do about it if it is so.
fn way_on(code: &Code) -> (&'static str, Message) {
    if *code == Code::InvalidOtp {
        (say!("sso-enter-code"), Message::EnterCode)
    } else {
        (say!("common-try-again"), Message::Retry)
    }
}

fn time_left(waiting: &Waiting, is_short: bool) -> Element<'_, Message> {
    let seconds = waiting.left.as_secs() + u64::from(waiting.left.subsec_nanos() > 0);
    let words = text(say!("sso-time-left", time = words_of::seconds(seconds))).size(size::BODY);
    let (symbol, words) = if is_short {
        (
            icon::icon(Icon::Clock, |tokens| tokens.warning),
            words.style(style::warning),
        )
    } else {
        (icon::icon(Icon::Clock, |tokens| tokens.accent_text), words)
    };

    row![symbol, words]
        .spacing(space::M)
        .align_y(Alignment::Center)
        .into()
}
