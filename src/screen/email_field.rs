//! The e-mail field of the screens that have a mail sent: its text, whether it can be an address at all, and the error
//! below it. Sending is theirs.

use iced::Element;

use super::looks_like_email;
use crate::{say, ui::field::Field};

#[derive(Debug, Clone)]
pub(super) struct EmailField {
    id: &'static str,
    text: String,
    error: Option<&'static str>,
}

impl EmailField {
    pub(super) fn new(id: &'static str, text: String) -> Self {
        Self {
            id,
            text,
            error: None,
        }
    }

    pub(super) fn set(&mut self, text: String) {
        self.text = text;
        self.error = None;
    }

    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The address, without surrounding blanks.
    pub(super) fn address(&self) -> &str {
        self.text.trim()
    }

    /// The address, if it can be one; else shows what is wrong and returns the field's id, for the focus.
    pub(super) fn validate(&mut self) -> Result<String, &'static str> {
        self.error = if self.address().is_empty() {
            Some(say!("common-email-empty"))
        } else if looks_like_email(self.address()) {
            None
        } else {
            Some(say!("common-email-malformed"))
        };

        match self.error {
            Some(_) => Err(self.id),
            None => Ok(self.address().to_owned()),
        }
    }

    /// Shows that the server does not take the address. Returns the field's id, for the focus.
    pub(super) fn refuse(&mut self) -> &'static str {
        self.error = Some(say!("common-email-malformed"));

        self.id
    }

    pub(super) fn view<'a, M: Clone + 'a>(
        &'a self,
        enabled: bool,
        on_input: impl Fn(String) -> M + 'a,
        on_submit: M,
    ) -> Element<'a, M> {
        Field::new(self.id, say!("common-email"), &self.text)
            .placeholder(say!("common-email-example"))
            .error(self.error)
            .on_input(enabled, on_input)
            .on_submit(Some(on_submit))
            .view()
    }
}
