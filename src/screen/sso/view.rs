//! The view of the SSO page. The time left is text, renewed each second; nothing is animated, for people who asked
//! their system for reduced motion.

use std::borrow::Cow;

use iced::{
    Alignment, Element, Length,
    widget::{Column, column, row, text},
};

use super::{EXTEND_OFFER_BELOW, Message, Sso, Step, Waiting};
use crate::{
    say,
    screen::{Pictures, instance_header},
    service::{Error, ErrorCode, NoRouteReason, SsoError},
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
    pub(super) fn draw<'a>(&'a self, pictures: &'a Pictures) -> Element<'a, Message> {
        let header = instance_header(&self.profile, pictures);
        let label = &self.provider.label;
        let notification = self
            .notification
            .as_ref()
            .map(|notification| notification.banner(Message::Notification).view());

        let page = match &self.step {
            Step::Starting => Page::new(say!("sign-in-log-in-with", label = label))
                .lead(say!("sso-asking.lead", label = label, host = &header.host))
                .part(control::busy(say!("sso-asking")))
                .part(control::secondary(say!("sso-cancel"), Some(Message::Back))),
            Step::Waiting(waiting) if waiting.has_answer => {
                let page = Page::new(say!("sign-in-log-in-with", label = label))
                    .lead(say!("sso-finishing.lead"))
                    .part(control::busy(say!("sso-finishing")));

                return page.back(false, Message::Back).instance(header).view();
            }
            Step::Waiting(waiting) => {
                match waiting.unverified_error.as_deref().map(ErrorCode::from) {
                    Some(code) if waiting.has_browser => unverified_error_page(waiting, &code),
                    code => self.waiting_page(
                        waiting,
                        Page::new(say!("sso-waiting"))
                            .lead(say!("sso-waiting.lead", label = label, host = &header.host))
                            .maybe_part(code.map(|code| {
                                let (label, message) = remedy(&code);
                                unverified_error_banner(&code).action(label, message).view()
                            })),
                    ),
                }
            }
            Step::NoRoute(why) => self.no_route_page(why, notification),
            Step::TimedOut => Page::new(say!("sso-over"))
                .lead(say!("sso-over.lead"))
                .part(
                    column![
                        control::primary(say!("common-try-again"), Some(Message::Retry)),
                        control::secondary(say!("sso-cancel"), Some(Message::Back))
                    ]
                    .spacing(space::M),
                ),
        };

        page.back(true, Message::Back).instance(header).view()
    }

    fn waiting_page<'a>(
        &'a self,
        waiting: &'a Waiting,
        page: Page<'a, Message>,
    ) -> Page<'a, Message> {
        let is_short = waiting.time_left < EXTEND_OFFER_BELOW;
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
                .hint(Some(say!("sso-no-browser.hint")))
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
        if self.is_copied {
            say!("sso-copied")
        } else {
            say!("sso-copy")
        }
    }

    fn no_route_page<'a>(
        &'a self,
        why: &NoRouteReason,
        notification: Option<Element<'a, Message>>,
    ) -> Page<'a, Message> {
        let notice = words_of::no_sso_route(why);
        let lines = words_of::administrator_lines(why, &self.profile.url);
        let title = if lines.is_empty() {
            say!("sign-in-log-in-with", label = &self.provider.label).into()
        } else {
            Cow::Borrowed(say!("sso-no-way"))
        };
        let hint = notice
            .hint
            .map(|hint| text(hint).size(size::BODY).width(Length::Fill));
        let page = Page::new(title)
            .lead(notice.message)
            .maybe_part(notification)
            .maybe_part(hint);
        let page = if lines.is_empty() {
            page
        } else {
            let copy = if self.is_copied {
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
                control::link(say!("sign-in-use-token"), Some(Message::OpenAccessToken))
            ]
            .spacing(space::M),
        )
    }
}

/// The page while an unverified error is known. The wait goes on, since anybody can send such an error to the port
/// (S-05, error callbacks without `state`); but it is probably true and the browser then shows a dead end, so the
/// remedy is the primary button.
fn unverified_error_page<'a>(waiting: &'a Waiting, code: &ErrorCode) -> Page<'a, Message> {
    let is_short = waiting.time_left < EXTEND_OFFER_BELOW;
    let wants_code = *code == ErrorCode::InvalidOtp;
    let lead = if wants_code {
        say!("sso-reported-code-lead")
    } else {
        say!("sso-reported.lead")
    };
    let (label, message) = remedy(code);
    let again =
        wants_code.then(|| control::secondary(say!("common-try-again"), Some(Message::Retry)));
    let keep = is_short.then(|| control::secondary(say!("sso-keep"), Some(Message::KeepWaiting)));

    Page::new(say!("sso-reported"))
        .lead(lead)
        .part(unverified_error_banner(code).view())
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

/// Says what the unverified error means if it is true.
fn unverified_error_banner<'a>(code: &ErrorCode) -> Banner<'a, Message> {
    let refused = Error::Sso(SsoError::Refused(code.clone()));

    Banner::new(
        Kind::Warning,
        say!(
            "sso-unverified-error",
            what = &words_of::notice(&refused).message
        ),
    )
    .hint(Some(say!("sso-unverified-error.hint")))
}

/// What to do if the unverified error is true: the button's label and message.
fn remedy(code: &ErrorCode) -> (&'static str, Message) {
    if *code == ErrorCode::InvalidOtp {
        (say!("sso-enter-code"), Message::EnterCode)
    } else {
        (say!("common-try-again"), Message::Retry)
    }
}

fn time_left(waiting: &Waiting, is_short: bool) -> Element<'_, Message> {
    let seconds = waiting.time_left.as_secs() + u64::from(waiting.time_left.subsec_nanos() > 0);
    let words = text(say!(
        "sso-time-left",
        time = words_of::duration_of_seconds(seconds)
    ))
    .size(size::BODY);
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
