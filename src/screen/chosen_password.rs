//! The two fields of a new password, with a strength meter and the error at the field. A part of the screens that set a
//! password; sending it is theirs.

use iced::widget::{Column, column};

use crate::{
    say,
    secret::Secret,
    ui::{
        field::Field,
        strength::{self, Strength},
        theme::space,
    },
};

pub const PASSWORD_FIELD: &str = "new-password";
pub const REPEAT_FIELD: &str = "repeat-password";

#[derive(Debug, Clone, Default)]
pub struct ChosenPassword {
    password: Secret,
    repeat: Secret,
    are_revealed: bool,
    error: Option<(&'static str, String)>,
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

impl ChosenPassword {
    /// Sets the words that make a password weak if it consists of them.
    pub fn set_known_words(&mut self, own: impl IntoIterator<Item = String>) {
        self.known_words = own.into_iter().collect();
        self.strength = Strength::of(&self.password, &self.known_words);
    }

    pub fn update(&mut self, message: Message) {
        match message {
            Message::PasswordTyped(password) => {
                self.strength = Strength::of(&password, &self.known_words);
                self.password = password;
                self.clear(PASSWORD_FIELD);
            }
            Message::RepeatTyped(repeat) => {
                self.repeat = repeat;
                self.clear(REPEAT_FIELD);
            }
            Message::Reveal => self.are_revealed = !self.are_revealed,
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
            return Err(self.refuse(PASSWORD_FIELD, say!("new-password-empty")));
        }
        if self.password.expose() != self.repeat.expose() {
            return Err(self.refuse(REPEAT_FIELD, say!("new-password-different")));
        }
        self.error = None;
        self.are_revealed = false;

        Ok(self.password.clone())
    }

    /// Shows an error at a field.
    pub fn refuse(&mut self, field: &'static str, words: impl Into<String>) -> &'static str {
        self.error = Some((field, words.into()));

        field
    }

    /// Shows that the server's password policy refused the password. The text stays, to be extended.
    pub fn refuse_by_server_rules(&mut self) -> &'static str {
        self.refuse(PASSWORD_FIELD, say!("new-password-rules"))
    }

    /// Masks both fields, so that nothing can be read from an unattended window.
    pub fn hide(&mut self) {
        self.are_revealed = false;
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
        let error = |field| {
            self.error
                .as_ref()
                .filter(|(at, _)| *at == field)
                .map(|(_, words)| words.as_str())
        };
        let password = Field::new(
            PASSWORD_FIELD,
            say!("new-password-new"),
            self.password.expose(),
        )
        .error(error(PASSWORD_FIELD))
        .secret(self.are_revealed, Some(map(Message::Reveal)))
        .on_input(enabled, move |text| {
            map(Message::PasswordTyped(Secret::new(text)))
        })
        .on_submit(Some(submit.clone()));
        let repeat = Field::new(
            REPEAT_FIELD,
            say!("new-password-repeat"),
            self.repeat.expose(),
        )
        .error(error(REPEAT_FIELD))
        .secret(self.are_revealed, None)
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

    fn clear(&mut self, field: &'static str) {
        let _ = self.error.take_if(|(at, _)| *at == field);
    }
}
