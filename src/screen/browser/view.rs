//! How the wait for the browser looks. Nothing moves: the time left is words, renewed each second (A10).

use std::borrow::Cow;

use iced::{
    Alignment, Element, Length,
    widget::{Column, column, row, text},
};

use super::{Browser, Message, SHORT, Step, Waiting};
use crate::{
    directus::Code,
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
        words::{self, browser as say, sign_in},
    },
};

impl Browser {
    /// The screen.
    pub fn view<'a>(&'a self, logos: &'a Logos) -> Element<'a, Message> {
        let face = face(&self.profile, logos);
        let label = &self.provider.label;
        let note = self
            .note
            .as_ref()
            .map(|note| note.banner(Message::Note).view());

        let page = match &self.step {
            Step::Asking => Page::new(sign_in::log_in_with(label))
                .lead(say::asking_lead(label, &face.host))
                .part(control::busy(say::ASKING))
                .part(control::secondary(say::CANCEL, Some(Message::Back))),
            Step::Waiting(waiting) if waiting.is_answered => {
                let page = Page::new(sign_in::log_in_with(label))
                    .lead(say::FINISHING_LEAD)
                    .part(control::busy(say::FINISHING));

                return page.back(false, Message::Back).face(face).view();
            }
            Step::Waiting(waiting) => self.waiting(
                waiting,
                Page::new(say::WAITING).lead(say::waiting_lead(label, &face.host)),
            ),
            Step::NoWay(why) => self.no_way(why, note),
            Step::Over => Page::new(say::OVER).lead(say::OVER_LEAD).part(
                column![
                    control::primary(words::TRY_AGAIN, Some(Message::Retry)),
                    control::secondary(say::CANCEL, Some(Message::Back))
                ]
                .spacing(space::M),
            ),
        };

        page.back(true, Message::Back).face(face).view()
    }

    fn waiting<'a>(&'a self, waiting: &'a Waiting, page: Page<'a, Message>) -> Page<'a, Message> {
        let hearsay = waiting.hearsay.as_deref().map(hearsay);
        let is_short = waiting.left < SHORT;
        let keep = is_short.then(|| control::primary(say::KEEP, Some(Message::KeepWaiting)));
        let copy = if self.copied { say::COPIED } else { say::COPY };
        let open = control::secondary(say::OPEN_AGAIN, Some(Message::OpenAgain));
        let cancel = control::secondary(say::CANCEL, Some(Message::Back));

        let page = page.push(hearsay);
        if waiting.has_browser {
            let copy = control::secondary(copy, Some(Message::Copy));

            return page
                .part(time_left(waiting, is_short))
                .part(
                    Column::new()
                        .push(keep)
                        .push(row![open, copy].spacing(space::M))
                        .push(cancel)
                        .spacing(space::M),
                )
                .part(text(say::RUNS_OUT).size(size::SMALL).style(style::muted));
        }

        let copy = if is_short {
            control::secondary(copy, Some(Message::Copy))
        } else {
            control::primary(copy, Some(Message::Copy))
        };
        page.part(
            Banner::new(Kind::Warning, say::NO_BROWSER)
                .hint(Some(say::NO_BROWSER_HINT))
                .view(),
        )
        .part(field::fixed(say::ADDRESS, waiting.address.expose(), None))
        .part(time_left(waiting, is_short))
        .part(
            Column::new()
                .push(keep)
                .push(copy)
                .push(row![open, cancel].spacing(space::M))
                .spacing(space::M),
        )
    }

    fn no_way<'a>(&'a self, why: &WhyNot, note: Option<Element<'a, Message>>) -> Page<'a, Message> {
        let notice = words_of::why_not(why);
        let lines = words_of::administrator_lines(why, &self.profile.url);
        let title = if lines.is_empty() {
            sign_in::log_in_with(&self.provider.label).into()
        } else {
            Cow::Borrowed(say::NO_WAY)
        };
        let hint = notice
            .hint
            .map(|hint| text(hint).size(size::BODY).width(Length::Fill));
        let page = Page::new(title).lead(notice.message).push(note).push(hint);
        let page = if lines.is_empty() {
            page
        } else {
            let copy = if self.copied {
                say::COPIED
            } else {
                say::COPY_LINES
            };

            page.part(field::fixed(say::LINES, lines.join("\n"), None))
                .part(control::primary(copy, Some(Message::Copy)))
        };

        page.part(
            column![
                control::secondary(words::OPEN_STUDIO, Some(Message::OpenStudio)),
                control::secondary(words::TRY_AGAIN, Some(Message::Retry))
            ]
            .spacing(space::M),
        )
    }
}

/// What the server may have said, in its words for people.
fn hearsay<'a>(code: &str) -> Element<'a, Message> {
    let code = Code::from(code);
    let wants_code = code == Code::InvalidOtp;
    let refused = Error::Sso(SsoError::Refused(code));
    let banner = Banner::new(
        Kind::Warning,
        say::hearsay(&words_of::notice(&refused).message),
    );

    if wants_code {
        banner
            .hint(Some(say::CODE_HINT))
            .action(say::ENTER_CODE, Message::EnterCode)
            .view()
    } else {
        banner.hint(Some(say::HEARSAY_HINT)).view()
    }
}

fn time_left(waiting: &Waiting, is_short: bool) -> Element<'_, Message> {
    let seconds = waiting.left.as_secs() + u64::from(waiting.left.subsec_nanos() > 0);
    let words = text(say::time_left(seconds)).size(size::BODY);
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
