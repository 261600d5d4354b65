//! What the window may ask of every screen and every message. Owns the answers that most screens give; what follows from
//! an [`Action`] is `app`'s.

use std::time::Instant;

use iced::{Color, Element};

use super::{Action, ActionOf, Notification, Pictures, RequestId, accent};
use crate::profile::{Profile, ProfileId};

/// A screen of the window. It keeps what is typed and shown, and says what it wants done; it runs nothing itself.
///
/// A method without a body has to be written for every screen, the others where the usual answer is wrong. All but
/// what names the associated types can be called on a `dyn Screen`.
pub trait Screen {
    /// What happens on it.
    type Message: ScreenMessage
    where
        Self: Sized;
    /// What it asks of the service; [`Infallible`](std::convert::Infallible) for nothing.
    type Request
    where
        Self: Sized;
    /// What only this screen leads to; [`Infallible`](std::convert::Infallible) for nothing.
    type Outcome
    where
        Self: Sized;

    /// Title of the window. It stays the same while the screen is open: password managers that type find their entry
    /// by it.
    fn title(&self) -> String;

    /// How it looks.
    fn view<'a>(&'a self, pictures: &'a Pictures) -> Element<'a, Self::Message>
    where
        Self: Sized;

    /// Takes a message in.
    fn update(&mut self, message: Self::Message) -> ActionOf<Self>
    where
        Self: Sized;

    /// What it wants done when it is opened.
    fn opened(&mut self) -> ActionOf<Self>
    where
        Self: Sized,
    {
        Action::None
    }

    /// The instance it is about.
    fn profile(&self) -> Option<&Profile> {
        None
    }

    /// Whether it is about this instance.
    fn is_about(&self, id: &ProfileId) -> bool {
        self.profile().is_some_and(|profile| profile.id == *id)
    }

    /// The colour of its instance.
    fn accent(&self) -> Option<Color> {
        self.profile().and_then(|profile| accent(&profile.project))
    }

    /// The id of the control that gets the keyboard focus when the screen comes into view.
    fn focus(&self) -> Option<&'static str> {
        None
    }

    /// Whether the person is typing into it: then nothing that opens above it takes the keyboard focus (S-24).
    fn is_being_typed(&self) -> bool {
        false
    }

    /// The request that the person waits for: the form is busy until its answer. Other requests run in the background,
    /// and only [`Screen::awaits`] knows of them.
    fn blocking_request(&self) -> Option<RequestId> {
        None
    }

    /// Whether it waits for the answer to this request, in the foreground or in the background.
    fn awaits(&self, request: RequestId) -> bool {
        self.blocking_request() == Some(request)
    }

    /// Whether it shows a countdown, so that [`Screen::tick`] has to be called every second.
    fn needs_tick(&self, is_in_view: bool) -> bool {
        let _ = is_in_view;

        false
    }

    /// A second went by.
    fn tick(&mut self, now: Instant) {
        let _ = now;
    }

    /// Masks the secrets that were revealed: the person has gone to another window, and others may see this one.
    fn mask_secrets(&mut self) {}

    /// The secret of this [`Action::CopySecret`] has been taken off the clipboard.
    fn clipboard_cleared(&mut self, copy: RequestId) {
        let _ = copy;
    }

    /// Shows a notification that comes from elsewhere, where the screen has room for one.
    fn notify(&mut self, notification: Notification) {
        let _ = notification;
    }

    /// Whether it may have changed the session of its instance: then the list checks it again when the screen is left.
    fn may_have_changed_session(&self) -> bool {
        false
    }
}

/// A message of a screen.
pub trait ScreenMessage: Sized {
    /// The person leaves, or goes one step back: what the Esc key means.
    const BACK: Self;

    /// The request it answers; `None` for what a person does.
    fn request_id(&self) -> Option<RequestId> {
        None
    }

    /// The same if it is the answer to a sign-in. Such an answer counts even when its screen has gone: the server has
    /// made a session then.
    fn answered_sign_in(&self) -> Option<RequestId> {
        None
    }
}
