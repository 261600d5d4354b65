//! A field for a secret: a password, a token, a one-time code, the link of a mail. Owns the text, whether it is
//! revealed, and the error below it. A part of the screens that send a secret; sending it is theirs.

use crate::{secret::Secret, ui::field::Field};

#[derive(Debug, Clone)]
pub(super) struct SecretField {
    id: &'static str,
    text: Secret,
    is_revealed: bool,
    error: Option<String>,
}

impl SecretField {
    pub(super) fn new(id: &'static str) -> Self {
        Self {
            id,
            text: Secret::default(),
            is_revealed: false,
            error: None,
        }
    }

    pub(super) fn text(&self) -> &Secret {
        &self.text
    }

    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Takes in the edited text, which clears the error.
    pub(super) fn set(&mut self, text: Secret) {
        self.text = text;
        self.error = None;
    }

    pub(super) fn toggle_reveal(&mut self) {
        self.is_revealed = !self.is_revealed;
    }

    pub(super) fn mask(&mut self) {
        self.is_revealed = false;
    }

    pub(super) fn clear_error(&mut self) {
        self.error = None;
    }

    /// The text to be sent, which stays in the field; masks it and clears the error.
    pub(super) fn submit(&mut self) -> Secret {
        self.mask();
        self.error = None;

        self.text.clone()
    }

    /// The same, but the text leaves the field.
    pub(super) fn take(&mut self) -> Secret {
        self.mask();
        self.error = None;

        std::mem::take(&mut self.text)
    }

    /// Empties the field.
    pub(super) fn wipe(&mut self) {
        *self = Self::new(self.id);
    }

    /// Shows an error below the field. Returns the field's id, for the focus.
    pub(super) fn refuse(&mut self, words: impl Into<String>) -> &'static str {
        self.error = Some(words.into());

        self.id
    }

    /// The field with its text and error, not masked.
    pub(super) fn plain<'a, M: Clone + 'a>(&'a self, label: &'a str) -> Field<'a, M> {
        Field::new(self.id, label, self.text.expose()).error(self.error.as_deref())
    }

    /// The same, masked unless revealed; without `on_reveal` there is no button that reveals it.
    pub(super) fn masked<'a, M: Clone + 'a>(
        &'a self,
        label: &'a str,
        on_reveal: Option<M>,
    ) -> Field<'a, M> {
        self.plain(label).secret(self.is_revealed, on_reveal)
    }
}
