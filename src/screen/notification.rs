//! A notification on a screen: a notice with its severity, whose technical detail can be shown and copied.

use super::Action;
use crate::{
    say,
    service::Error,
    text::{self, Notice},
    ui::banner::{Banner, Detail, Kind},
};

/// A notice with its severity.
#[derive(Debug, Clone)]
pub struct Notification {
    kind: Kind,
    notice: Notice,
    is_detail_shown: bool,
}

/// What a notification's buttons send.
#[derive(Debug, Clone, Copy)]
pub enum Message {
    /// Shows or hides the technical detail.
    Toggle,
    Copy,
}

impl Notification {
    pub fn error(error: &Error) -> Self {
        Self::new(Kind::Error, text::notice(error))
    }

    /// A notice with a severity.
    pub fn new(kind: Kind, notice: Notice) -> Self {
        Self {
            kind,
            notice,
            is_detail_shown: false,
        }
    }

    /// A sentence that belongs to no error.
    pub fn of_text(kind: Kind, message: impl Into<String>, hint: Option<&str>) -> Self {
        Self::new(
            kind,
            Notice {
                message: message.into(),
                hint: hint.map(str::to_owned),
                detail: None,
                code: String::new(),
            },
        )
    }

    /// No browser could be opened; the address is shown instead.
    pub fn no_browser(address: &str) -> Self {
        let words = say!("common-no-browser", address = address);

        Self::of_text(Kind::Warning, words, None)
    }

    /// Does what a button of the notification in this field asks.
    pub fn press_button<R, O>(field: &mut Option<Self>, button: Message) -> Action<R, O> {
        let text = field.as_mut().and_then(|shown| shown.update(button));

        text.map_or(Action::None, |text| Action::Copy(text.into()))
    }

    pub fn notice(&self) -> &Notice {
        &self.notice
    }

    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// Handles a button; returns the text to copy, if any.
    pub fn update(&mut self, message: Message) -> Option<String> {
        match message {
            Message::Toggle => {
                self.is_detail_shown = !self.is_detail_shown;
                None
            }
            Message::Copy => {
                let Notice {
                    message,
                    hint,
                    detail,
                    code,
                } = &self.notice;
                let lines = [Some(message), hint.as_ref(), detail.as_ref(), Some(code)];

                Some(
                    lines
                        .into_iter()
                        .flatten()
                        .map(String::as_str)
                        .collect::<Vec<_>>()
                        .join("\n"),
                )
            }
        }
    }

    /// The banner; the screen may add its own actions.
    pub fn banner<'a, M: Clone + 'a>(&'a self, map: impl Fn(Message) -> M) -> Banner<'a, M> {
        let detail = self.notice.detail.as_deref().map(|text| Detail {
            text,
            is_shown: self.is_detail_shown,
            on_toggle: map(Message::Toggle),
            on_copy: map(Message::Copy),
        });

        Banner::new(self.kind, self.notice.message.as_str())
            .hint(self.notice.hint.as_deref())
            .detail(detail)
    }
}
