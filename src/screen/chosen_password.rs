//! The two fields of a new password, with a strength meter and the error at the field. A part of the screens that set a
//! password; sending it is theirs.

use iced::widget::{Column, column};

use super::secret_field::SecretField;
use crate::{
    say,
    secret::Secret,
    ui::{
        strength::{self, Strength},
        theme::space,
    },
};

pub const PASSWORD_FIELD: &str = "new-password";
pub const REPEAT_FIELD: &str = "repeat-password";

#[derive(Debug, Clone)]
pub struct ChosenPassword {
    password: SecretField,
    repeat: SecretField,
    /// Words that somebody who knows the person would try first: address, name, instance.
    known_words: Vec<String>,
    strength: Option<Strength>,
}

#[derive(Debug, Clone)]
pub enum Message {
    PasswordTyped(Secret),
    RepeatTyped(Secret),
    Reveal,
}

impl Default for ChosenPassword {
    fn default() -> Self {
        Self {
            password: SecretField::new(PASSWORD_FIELD),
            repeat: SecretField::new(REPEAT_FIELD),
            known_words: Vec::new(),
            strength: None,
        }
    }
}

impl ChosenPassword {
    /// Sets the words that make a password weak if it consists of them.
    pub fn set_known_words(&mut self, own: impl IntoIterator<Item = String>) {
        self.known_words = own.into_iter().collect();
        self.strength = Strength::of(self.password.text(), &self.known_words);
    }

    pub fn update(&mut self, message: Message) {
        match message {
            Message::PasswordTyped(password) => {
                self.strength = Strength::of(&password, &self.known_words);
                self.password.set(password);
            }
            Message::RepeatTyped(repeat) => self.repeat.set(repeat),
            Message::Reveal => {
                self.password.toggle_reveal();
                self.repeat.toggle_reveal();
            }
        }
    }

    /// Whether something was typed into either field.
    pub fn is_being_typed(&self) -> bool {
        !self.password.is_empty() || !self.repeat.is_empty()
    }

    /// The field that should have the focus.
    pub fn focus(&self) -> &'static str {
        if self.password.is_empty() {
            PASSWORD_FIELD
        } else {
            REPEAT_FIELD
        }
    }

    /// The password if it can be sent, else the field in error, which then shows what is wrong.
    pub fn validate(&mut self) -> Result<Secret, &'static str> {
        if self.password.is_empty() {
            return Err(self.refuse(say!("new-password-empty")));
        }
        if self.password.text().expose() != self.repeat.text().expose() {
            self.password.clear_error();
            return Err(self.repeat.refuse(say!("new-password-different")));
        }
        let _ = self.repeat.submit();

        Ok(self.password.submit())
    }

    /// Shows an error at the password.
    pub fn refuse(&mut self, words: impl Into<String>) -> &'static str {
        self.repeat.clear_error();

        self.password.refuse(words)
    }

    /// Shows that the server's password policy refused the password. The text stays, to be extended.
    pub fn refuse_by_server_rules(&mut self) -> &'static str {
        self.refuse(say!("new-password-rules"))
    }

    /// Masks both fields, so that nothing can be read from an unattended window.
    pub fn hide(&mut self) {
        self.password.mask();
        self.repeat.mask();
    }

    /// Drops every secret of the screen (S-49, passwords left in memory).
    pub fn wipe(&mut self) {
        *self = Self {
            known_words: std::mem::take(&mut self.known_words),
            ..Self::default()
        };
    }

    /// Both fields, with the strength meter between them.
    pub fn view<'a, M: Clone + 'a>(
        &'a self,
        enabled: bool,
        map: impl Fn(Message) -> M + Copy + 'a,
        submit: M,
    ) -> Column<'a, M> {
        let password = self
            .password
            .masked(say!("new-password-new"), Some(map(Message::Reveal)))
            .on_input(enabled, move |text| {
                map(Message::PasswordTyped(Secret::new(text)))
            })
            .on_submit(Some(submit.clone()));
        let repeat = self
            .repeat
            .masked(say!("new-password-repeat"), None)
            .on_input(enabled, move |text| {
                map(Message::RepeatTyped(Secret::new(text)))
            })
            .on_submit(Some(submit));
        // In a column of its own: iced keeps a field's focus by its place in the tree, and the meter comes and goes.
        let first = column![password.view()]
            .push(self.strength.map(strength::meter))
            .spacing(space::S);

        column![first, repeat.view()].spacing(space::L)
    }
}
