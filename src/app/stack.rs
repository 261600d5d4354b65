//! The screens on the stack: which there are, and what the window asks of whichever it is.

use std::time::Instant;

use iced::{Color, Element, Task};

use super::{App, Message, sso::SsoAttempt};
use crate::{
    profile::{Profile, ProfileId},
    screen::{
        About, AccessToken, Account, Add, ChangePassword, Doctor, NewPassword, PasswordReset,
        Pictures, PreferencesScreen, ProfileSettings, Register, RequestId, Screen, ScreenMessage,
        SignIn, TwoFactor,
    },
};

/// Of each line: the variant of [`Screen`] and of [`Message`], what is shown, and the function of [`App`] that does
/// what it asks for.
macro_rules! screens {
    ($($name:ident($screen:ty) => $does:ident,)*) => {
        /// One screen.
        #[derive(Debug)]
        #[expect(missing_docs, reason = "the names are the screens")]
        pub enum AnyScreen {
            $($name(Box<$screen>),)*
        }

        /// What each answers is told at [`Screen`].
        impl AnyScreen {
            /// How it looks.
            pub fn view<'a>(&'a self, logos: &'a Pictures) -> Element<'a, Message> {
                match self {
                    $(Self::$name(screen) => screen.view(logos).map(Message::$name),)*
                }
            }

            /// Title of the window.
            pub fn title(&self) -> String {
                match self {
                    $(Self::$name(screen) => screen.title(),)*
                }
            }

            /// The instance it is about.
            pub fn profile(&self) -> Option<&Profile> {
                match self {
                    $(Self::$name(screen) => screen.profile(),)*
                }
            }

            /// The colour of that instance.
            pub fn accent(&self) -> Option<Color> {
                match self {
                    $(Self::$name(screen) => screen.accent(),)*
                }
            }

            /// The field that should have the keyboard when it comes into view.
            pub fn focus(&self) -> Option<&'static str> {
                match self {
                    $(Self::$name(screen) => screen.focus(),)*
                }
            }

            /// What Esc means here.
            pub fn back(&self) -> Message {
                match self {
                    $(Self::$name(_) => {
                        Message::$name(<<$screen as Screen>::Message as ScreenMessage>::BACK)
                    })*
                }
            }

            /// Whether letters typed now belong here.
            pub fn is_being_typed(&self) -> bool {
                match self {
                    $(Self::$name(screen) => screen.is_being_typed(),)*
                }
            }

            /// The request whose answer the person waits for.
            pub fn blocking_request(&self) -> Option<RequestId> {
                match self {
                    $(Self::$name(screen) => screen.blocking_request(),)*
                }
            }

            /// Whether this answer is for it.
            pub fn awaits(&self, ticket: RequestId) -> bool {
                match self {
                    $(Self::$name(screen) => screen.awaits(ticket),)*
                }
            }

            /// Whether it counts seconds.
            pub fn needs_tick(&self, is_in_view: bool) -> bool {
                match self {
                    $(Self::$name(screen) => screen.needs_tick(is_in_view),)*
                }
            }

            /// A second went by.
            pub fn tick(&mut self, now: Instant) {
                match self {
                    $(Self::$name(screen) => screen.tick(now),)*
                }
            }

            /// Masks what was revealed.
            pub fn mask_secrets(&mut self) {
                match self {
                    $(Self::$name(screen) => screen.mask_secrets(),)*
                }
            }

            /// What this copy put on the clipboard is not there any more.
            pub fn clipboard_cleared(&mut self, copy: RequestId) {
                match self {
                    $(Self::$name(screen) => screen.clipboard_cleared(copy),)*
                }
            }

            /// Whether this message is for it: an answer goes to the screen that asked, wherever it lies; anything
            /// else to the one in view.
            pub(super) fn accepts(&self, message: &Message, is_in_view: bool) -> bool {
                match (self, message) {
                    $((Self::$name(screen), Message::$name(message)) => {
                        message.request_id().map_or(is_in_view, |ticket| screen.awaits(ticket))
                    })*
                    (Self::Sso(round), Message::SsoStarted(ticket, _)) => round.awaits(*ticket),
                    _ => false,
                }
            }
        }

        impl App {
            /// Gives a message to the screen at this place of the stack, and does what it asks for.
            pub(super) fn deliver(&mut self, at: usize, message: Message) -> Task<Message> {
                match (&mut self.stack[at], message) {
                    $((AnyScreen::$name(screen), Message::$name(message)) => {
                        let action = screen.update(message);
                        self.$does(at, action)
                    })*
                    (AnyScreen::Sso(_), Message::SsoStarted(ticket, result)) => {
                        self.sso_started(at, ticket, *result)
                    }
                    _ => Task::none(),
                }
            }
        }
    };
}

screens! {
    Add(Add) => on_add,
    SignIn(SignIn) => on_sign_in,
    Sso(SsoAttempt) => on_sso,
    AccessToken(AccessToken) => on_access_token,
    PasswordReset(PasswordReset) => on_password_reset,
    NewPassword(NewPassword) => on_new_password,
    Account(Account) => on_account,
    ChangePassword(ChangePassword) => on_change_password,
    TwoFactor(TwoFactor) => on_two_factor,
    Register(Register) => on_register,
    Doctor(Doctor) => on_doctor,
    ProfileSettings(ProfileSettings) => on_profile_settings,
    Preferences(PreferencesScreen) => on_preferences,
    About(About) => on_about,
}

impl AnyScreen {
    /// Whether it is about this instance.
    pub(super) fn is_about(&self, id: &ProfileId) -> bool {
        self.profile().is_some_and(|profile| profile.id == *id)
    }
}
