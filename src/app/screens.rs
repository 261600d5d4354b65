//! The table of the screens, and what follows from it: the messages of the window, the type of a screen on the stack,
//! and the way of a message to its screen. A new screen is one line of the table, beside its own file in `screen` and
//! its [`Flow`](super::flow::Flow).

use std::{
    ops::{Deref, DerefMut},
    sync::Arc,
    time::Instant,
};

use iced::{Element, Size, Task, theme::Mode};

use super::{App, ClipboardEvent, PictureResult, ScreenId, Shortcut, sso::SsoAttempt};
use crate::{
    handover::Request,
    preferences::{PreferenceChange, Preferences},
    profile::ProfileId,
    screen::{
        About, AccessToken, Account, Add, ChangePassword, Doctor, NewPassword, PasswordReset,
        Pictures, PreferencesScreen, ProfileSettings, Register, RequestId, Screen, ScreenMessage,
        SignIn, TwoFactor, instances,
    },
    service::{Error, LoadedProfiles, SessionStatus, SsoWait, StoredIn, system::StopSignal},
};

/// Of each line: the name of the variant in [`AnyScreen`] and in [`Message`], and the screen.
macro_rules! screens {
    ($($name:ident($screen:ty),)*) => {
        /// What happens in the window. Secrets are in it only as [`Secret`](crate::secret::Secret).
        #[derive(Debug, Clone)]
        pub enum Message {
            /// On the list of instances.
            Instances(instances::Message),
            $(
                #[doc = stringify!($screen)]
                $name(<$screen as Screen>::Message),
            )*
            /// The port for an SSO attempt is open, or there is no way for it.
            SsoStarted(RequestId, Box<Result<Arc<SsoWait>, Error>>),
            /// The profiles were read.
            ProfilesLoaded(Box<Result<LoadedProfiles, Error>>),
            /// The session of one instance was checked.
            SessionChecked(ProfileId, Box<Result<SessionStatus, Error>>),
            /// The sessions of several instances were checked.
            SessionsChecked(Vec<(ProfileId, Result<SessionStatus, Error>)>),
            /// The logo of an instance was fetched and decoded, or not.
            LogoFetched(ProfileId, PictureResult),
            /// The same for the picture behind its sign-in.
            BackgroundFetched(ProfileId, PictureResult),
            /// Whether the system prefers light or dark.
            SystemModeChanged(Mode),
            /// Whether the system asks for high contrast.
            SystemContrastChanged(bool),
            /// The person changes a preference.
            PreferenceChosen(PreferenceChange),
            /// The change was saved, or not.
            PreferencesSaved(Box<Result<Preferences, Error>>),
            /// The window has this size now.
            Resized(Size),
            /// The size has not changed since the resize with this number.
            SizeSettled(u64),
            /// A key with a meaning in every screen.
            Shortcut(Shortcut),
            /// The person went to another window.
            WindowUnfocused,
            /// The person came back to this window.
            WindowFocused,
            /// A later process asks this window for something.
            HandoverRequest(Request),
            /// The sign-in this window was opened for is done.
            AwaitedSignIn(StoredIn),
            /// Something about a secret on the clipboard.
            Clipboard(ClipboardEvent),
            /// No browser could be started for this address, which the screen wanted to open.
            BrowserFailed(ScreenId, String),
            /// The person closes the window.
            CloseRequested,
            /// The system asks this process to stop.
            StopRequested(StopSignal),
            /// A second went by.
            Tick(Instant),
        }

        impl Message {
            /// The sign-in that this message answers, if it answers one.
            pub(super) fn answered_sign_in(&self) -> Option<RequestId> {
                match self {
                    $(Self::$name(message) => message.answered_sign_in(),)*
                    _ => None,
                }
            }
        }

        impl From<instances::Message> for Message {
            fn from(message: instances::Message) -> Self {
                Self::Instances(message)
            }
        }

        $(
            impl From<<$screen as Screen>::Message> for Message {
                fn from(message: <$screen as Screen>::Message) -> Self {
                    Self::$name(message)
                }
            }

            impl From<$screen> for AnyScreen {
                fn from(screen: $screen) -> Self {
                    Self::$name(Box::new(screen))
                }
            }
        )*

        /// A screen on the stack. It is used as the [`Screen`] that it is.
        #[derive(Debug)]
        #[expect(missing_docs, reason = "the names are the screens")]
        pub enum AnyScreen {
            $($name(Box<$screen>),)*
        }

        impl Deref for AnyScreen {
            type Target = dyn Screen;

            fn deref(&self) -> &Self::Target {
                match self {
                    $(Self::$name(screen) => screen.as_ref(),)*
                }
            }
        }

        impl DerefMut for AnyScreen {
            fn deref_mut(&mut self) -> &mut Self::Target {
                match self {
                    $(Self::$name(screen) => screen.as_mut(),)*
                }
            }
        }

        impl AnyScreen {
            /// How it looks.
            pub(super) fn view<'a>(&'a self, pictures: &'a Pictures) -> Element<'a, Message> {
                match self {
                    $(Self::$name(screen) => screen.view(pictures).map(Message::$name),)*
                }
            }

            /// The message that the Esc key stands for.
            pub(super) fn back(&self) -> Message {
                match self {
                    $(Self::$name(_) => {
                        Message::$name(<<$screen as Screen>::Message as ScreenMessage>::BACK)
                    })*
                }
            }

            /// Whether this message is for it: an answer if it waits for that, anything else if it is in view.
            pub(super) fn accepts(&self, message: &Message, is_top: bool) -> bool {
                match (self, message) {
                    $((Self::$name(screen), Message::$name(message)) => {
                        message.request_id().map_or(is_top, |request| screen.awaits(request))
                    })*
                    _ => false,
                }
            }
        }

        impl App {
            /// Gives a message to this screen of the stack, and carries out what the screen wants then.
            pub(super) fn deliver(&mut self, at: ScreenId, message: Message) -> Task<Message> {
                match (self.stack.get_mut(at), message) {
                    $((Some(AnyScreen::$name(screen)), Message::$name(message)) => {
                        let action = screen.update(message);
                        self.apply::<$screen>(at, action)
                    })*
                    _ => Task::none(),
                }
            }
        }
    };
}

screens! {
    Add(Add),
    SignIn(SignIn),
    Sso(SsoAttempt),
    AccessToken(AccessToken),
    PasswordReset(PasswordReset),
    NewPassword(NewPassword),
    Account(Account),
    ChangePassword(ChangePassword),
    TwoFactor(TwoFactor),
    Register(Register),
    Doctor(Doctor),
    ProfileSettings(ProfileSettings),
    Preferences(PreferencesScreen),
    About(About),
}
