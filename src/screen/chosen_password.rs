//! A new password while it is chosen: typed twice, with advice on its strength and what the server said of it. A part
//! of the screens that set one; where it is sent is theirs.

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

/// Field.
pub const PASSWORD_FIELD: &str = "new-password";
/// Field.
pub const REPEAT_FIELD: &str = "repeat-password";

/// The two fields.
#[derive(Debug, Clone, Default)]
pub struct ChosenPassword {
    password: Secret,
    repeat: Secret,
    are_revealed: bool,
    error: Option<(&'static str, String)>,
    /// What somebody who knows the person would try first.
    known_words: Vec<String>,
    strength: Option<Strength>,
}

/// What happens to them.
#[derive(Debug, Clone)]
pub enum Message {
    /// The password was edited.
    PasswordTyped(Secret),
    /// Its repetition was edited.
    RepeatTyped(Secret),
    /// Shows or hides both.
    Reveal,
}

impl ChosenPassword {
    /// From now on it counts against a password to be made of these.
    pub fn set_known_words(&mut self, own: impl IntoIterator<Item = String>) {
        self.known_words = own.into_iter().collect();
        self.strength = Strength::of(&self.password, &self.known_words);
    }

    /// Takes a message in.
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

    /// Whether letters typed now belong here.
    pub fn is_being_typed(&self) -> bool {
        !self.password.is_empty() || !self.repeat.is_empty()
    }

    /// The field that should have the keyboard.
    pub fn focus(&self) -> &'static str {
        if self.password.is_empty() {
            PASSWORD_FIELD
        } else {
            REPEAT_FIELD
        }
    }

    /// The password, if it can be sent; else the field where something is missing, which says so.
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

    /// What is wrong, beside the field.
    pub fn refuse(&mut self, field: &'static str, words: impl Into<String>) -> &'static str {
        self.error = Some((field, words.into()));

        field
    }

    /// The server's rules do not allow the password. The text stays: one more word may be enough.
    pub fn refuse_by_server_rules(&mut self) -> &'static str {
        self.refuse(PASSWORD_FIELD, say!("new-password-rules"))
    }

    /// Masks both: whoever passes by an unattended window reads nothing.
    pub fn hide(&mut self) {
        self.are_revealed = false;
    }

    /// Nothing secret stays behind (S-49).
    pub fn wipe(&mut self) {
        *self = Self {
            known_words: std::mem::take(&mut self.known_words),
            ..Self::default()
        };
    }

    /// The fields with the meter between them.
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
        // In a column of its own: a field keeps the keyboard only as long as it keeps its place.
        let first = column![password.view()]
            .push(self.strength.map(strength::meter))
            .spacing(space::S);

        column![first, repeat.view()].spacing(space::L)
    }

    fn clear(&mut self, field: &'static str) {
        let _ = self.error.take_if(|(at, _)| *at == field);
    }
}
