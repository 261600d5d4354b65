//! A notice on a screen: what `text` or the screen itself says, how it is meant, and whether its detail is shown.

use crate::{
    say,
    service::Error,
    text::{self, Notice},
    ui::banner::{Banner, Detail, Kind},
};

/// A notice on a screen.
#[derive(Debug, Clone)]
pub struct Notification {
    kind: Kind,
    notice: Notice,
    is_detail_shown: bool,
}

/// What its buttons send.
#[derive(Debug, Clone, Copy)]
pub enum Message {
    /// Shows or hides the detail.
    Toggle,
    /// Copies it.
    Copy,
}

impl Notification {
    /// The words of an error.
    pub fn error(error: &Error) -> Self {
        Self::new(Kind::Error, text::notice(error))
    }

    /// A notice meant in another way.
    pub fn new(kind: Kind, notice: Notice) -> Self {
        Self {
            kind,
            notice,
            is_detail_shown: false,
        }
    }

    /// A sentence of our own.
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

    /// No browser could be opened for this address.
    pub fn no_browser(address: &str) -> Self {
        let words = say!("common-no-browser", address = address);

        Self::of_text(Kind::Warning, words, None)
    }

    /// A button of the notice in this place was pressed; a text that is to be copied comes back.
    pub fn press_button(place: &mut Option<Self>, button: Message) -> Option<String> {
        place.as_mut()?.update(button)
    }

    /// What it says.
    pub fn notice(&self) -> &Notice {
        &self.notice
    }

    /// How it is meant.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// Does what a button of it asks; a text that is to be copied comes back.
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

    /// The banner, to which a screen may add its own actions.
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
