//! Messages and actions of the list.

use crate::{
    profile::{Profile, ProfileId},
    screen::{RequestId, instances::Row, notification},
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

impl Message {
    /// The request a message answers.
    pub fn request(&self) -> Option<RequestId> {
        match self {
            Self::Removed(request, _) | Self::Moved(request, _) | Self::Renamed(request, _) => {
                Some(*request)
            }
            _ => None,
        }
    }
}

#[derive(Debug, Clone)]
pub enum Action {
    None,
    Focus(String),
    Open(Box<Row>),
    Add,
    /// Save that the first takes the place of the second, and focus this control.
    Move(Option<(RequestId, ProfileId, ProfileId)>, String),
    Rename(RequestId, ProfileId, String),
    OpenProfileSettings(Box<Profile>),
    OpenPreferences,
    /// Focus the undo button, and carry out the previous removal if there is one.
    OfferUndo(Option<(RequestId, ProfileId)>),
    Remove(RequestId, ProfileId),
    Reload,
    Copy(String),
}
