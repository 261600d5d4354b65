//! Messages and actions of the list.

use crate::{
    profile::{Profile, ProfileId},
    screen::{RequestId, ScreenMessage, instances::Row, notification},
    service::{Error, SignOutOutcome},
};

#[derive(Debug, Clone)]
pub enum Message {
    Open(ProfileId),
    Add,
    /// The cards of this group are in view or close to it.
    GroupNearView(usize),
    /// The search was edited.
    SearchTyped(String),
    /// Opens the first match.
    SearchEntered,
    /// Shows or hides a card's menu.
    ToggleMenu(ProfileId),
    /// Moves a row up or down.
    Move(ProfileId, Direction),
    /// The outcome of saving a move.
    Moved(RequestId, Result<(), Error>),
    Rename(ProfileId),
    NameTyped(String),
    NameEntered,
    Renamed(RequestId, Box<Result<Profile, Error>>),
    OpenProfileSettings(ProfileId),
    /// Opens the preferences of the window.
    OpenPreferences,
    /// Removes an instance; can be undone for a while.
    Remove(ProfileId),
    /// Undoes the removal.
    Undo,
    /// The outcome of a removal.
    Removed(RequestId, Result<SignOutOutcome, Error>),
    /// Closes the rename form, the menu or the search, in that order.
    Back,
    Reload,
    FileNotification(notification::Message),
    Notification(notification::Message),
}

/// A direction in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    Up,
    Down,
}

impl ScreenMessage for Message {
    const BACK: Self = Self::Back;

    fn request_id(&self) -> Option<RequestId> {
        match self {
            Self::Removed(request, _) | Self::Moved(request, _) | Self::Renamed(request, _) => {
                Some(*request)
            }
            _ => None,
        }
    }
}

/// What it asks of the service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Request {
    /// Gives the instance this name. Answered by [`Message::Renamed`].
    Rename(ProfileId, String),
    /// Moves an instance within the list. Answered by [`Message::Moved`].
    Move {
        /// The instance.
        profile: ProfileId,
        /// The instance whose place it takes.
        place_of: ProfileId,
    },
    /// Removes the instance. Answered by [`Message::Removed`].
    Remove(ProfileId),
}

/// What it leads to.
#[derive(Debug, Clone)]
pub enum Outcome {
    /// This instance.
    Open(Box<Row>),
    /// Adding an instance.
    Add,
    /// The settings of this instance.
    OpenProfileSettings(Box<Profile>),
    /// The preferences of the window.
    OpenPreferences,
    /// The list is read again.
    Reload,
}

/// What is to be done.
pub type Action = crate::screen::Action<Request, Outcome>;
