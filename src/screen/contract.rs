//! What every screen promises the window that shows it, so that the window can treat all of them alike. Owns the
//! promises and what most screens answer; what follows from an action is `app`'s.

use std::time::Instant;

use iced::{Color, Element};

use super::{Pictures, RequestId, accent};
use crate::profile::{Profile, ProfileId};

/// A screen that lies on the window's stack.
///
/// What has no body here every screen must say; the rest it says where it has something to say.
pub trait Screen {
    /// What happens on it.
    type Message: ScreenMessage;
    /// What is to be done for it: `update` only says so.
    type Action;

    /// Title of the window: stable, for password managers that type (A7).
    fn title(&self) -> String;

    /// How it looks.
    fn view<'a>(&'a self, logos: &'a Pictures) -> Element<'a, Self::Message>;

    /// Takes a message in.
    fn update(&mut self, message: Self::Message) -> Self::Action;

    /// The instance it is about.
    fn profile(&self) -> Option<&Profile> {
        None
    }

    /// Whether it is about this one.
    fn is_about(&self, id: &ProfileId) -> bool {
        self.profile().is_some_and(|profile| profile.id == *id)
    }

    /// The colour of that instance.
    fn accent(&self) -> Option<Color> {
        self.profile().and_then(|profile| accent(&profile.project))
    }

    /// The field that should have the keyboard when it comes into view.
    fn focus(&self) -> Option<&'static str> {
        None
    }

    /// Whether letters typed now belong here (S-24).
    fn is_being_typed(&self) -> bool {
        false
    }

    /// The request whose answer the person waits for.
    fn blocking_request(&self) -> Option<RequestId> {
        None
    }

    /// Whether this answer is for it: that one, or one it asked for by itself.
    fn awaits(&self, ticket: RequestId) -> bool {
        self.blocking_request() == Some(ticket)
    }

    /// Whether it counts seconds.
    fn needs_tick(&self, is_in_view: bool) -> bool {
        let _ = is_in_view;

        false
    }

    /// A second went by.
    fn tick(&mut self, now: Instant) {
        let _ = now;
    }

    /// Masks what was revealed: whoever passes by an unattended window reads nothing.
    fn mask_secrets(&mut self) {}

    /// What this copy put on the clipboard is not there any more.
    fn clipboard_cleared(&mut self, copy: RequestId) {
        let _ = copy;
    }
}

/// A message that says whom it is for.
pub trait ScreenMessage {
    /// The person leaves, or goes one step back: what Esc means.
    const BACK: Self;

    /// The request it answers; `None` for what a person does.
    fn request_id(&self) -> Option<RequestId> {
        None
    }
}
