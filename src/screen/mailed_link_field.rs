//! The field for the link of a mail: typed, or pasted and then read from the clipboard. A part of the screens that wait
//! for a mail; opening the link is theirs.

use iced::{Element, widget::Column};

use super::secret_field::SecretField;
use crate::{
    link::{Link, TokenPurpose},
    say,
    secret::Secret,
    service::Error,
    text,
    ui::{control, theme::space},
};

#[derive(Debug, Clone)]
pub(super) struct MailedLinkField {
    field: SecretField,
    purpose: TokenPurpose,
}

impl MailedLinkField {
    /// A field that takes only links of this purpose.
    pub(super) fn new(id: &'static str, purpose: TokenPurpose) -> Self {
        Self {
            field: SecretField::new(id),
            purpose,
        }
    }

    pub(super) fn set(&mut self, text: Secret) {
        self.field.set(text);
    }

    pub(super) fn wipe(&mut self) {
        self.field.wipe();
    }

    /// The link in the clipboard's text or else in the field: the field drops the line breaks of what was pasted.
    /// Without a link in either, shows why and returns the field's id, for the focus.
    pub(super) fn read(&mut self, clipboard: Option<&Secret>) -> Result<Link, &'static str> {
        let parse = |text: &Secret| Link::parse_pasted(text.expose(), self.purpose);
        let pasted = clipboard.and_then(|text| parse(text).ok());

        match pasted.map_or_else(|| parse(self.field.text()), Ok) {
            Ok(link) => {
                self.field.wipe();
                Ok(link)
            }
            Err(error) => Err(self.field.refuse(text::notice(&Error::Link(error)).message)),
        }
    }

    /// The field, and the button that opens a typed link; a pasted one opens at once. With `keeps_button` the button
    /// shows also while the field is empty.
    pub(super) fn view<'a, M: Clone + 'a>(
        &'a self,
        keeps_button: bool,
        on_input: impl Fn(Secret) -> M + 'a,
        on_paste: impl Fn(Secret) -> M + 'a,
        on_submit: M,
    ) -> Element<'a, M> {
        let field = self
            .field
            .plain(say!("password-reset-link"))
            .placeholder(say!("password-reset-link-example"))
            .on_input(true, move |text| on_input(Secret::new(text)))
            .on_paste(move |text| on_paste(Secret::new(text)))
            .on_submit(Some(on_submit.clone()));
        let is_empty = self.field.is_empty();
        let open = (keeps_button || !is_empty).then(|| {
            control::primary(
                say!("password-reset-open-link"),
                (!is_empty).then_some(on_submit),
            )
        });

        Column::new()
            .push(field.view())
            .push(open)
            .spacing(space::L)
            .into()
    }
}
