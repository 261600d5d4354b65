//! What happens on the list, and what follows from it.

use crate::{
    profile::{Profile, ProfileId},
    screen::{RequestId, instances::Row, note},
    service::{Error, SignOutOutcome},
};

/// What happens here.
#[derive(Debug, Clone)]
pub enum Message {
    /// Opens one.
    Open(ProfileId),
    /// Adds one.
    Add,
    /// The cards of this group are in view, or will be soon.
    GroupNearView(usize),
    /// What is looked for was edited.
    SearchTyped(String),
    /// Opens what was found first.
    SearchEntered,
    /// Shows or hides what can be done with one.
    ToggleMenu(ProfileId),
    /// Moves one up or down in the list.
    Move(ProfileId, Direction),
    /// The order was kept, or not.
    Moved(RequestId, Result<(), Error>),
    /// Begins to rename one.
    Rename(ProfileId),
    /// Its new name was edited.
    NameTyped(String),
    /// Keeps the new name.
    NameEntered,
    /// It was kept.
    Renamed(RequestId, Box<Result<Profile, Error>>),
    /// Opens the settings of one.
    OpenProfileSettings(ProfileId),
    /// Leads to the settings of the window.
    OpenPreferences,
    /// Takes one away; for a while it can be undone.
    Remove(ProfileId),
    /// It stays.
    Undo,
    /// It is gone, or not.
    Removed(RequestId, Result<SignOutOutcome, Error>),
    /// Out of what is open: the new name, the menu, the search.
    Back,
    /// Reads the list again.
    Reload,
    /// A button of the notice about the file.
    FileNotification(note::Message),
    /// A button of the notice.
    Notification(note::Message),
}

/// A way in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Towards its beginning.
    Up,
    /// Towards its end.
    Down,
}

impl Message {
    /// The request it answers.
    pub fn request(&self) -> Option<RequestId> {
        match self {
            Self::Removed(ticket, _) | Self::Moved(ticket, _) | Self::Renamed(ticket, _) => {
                Some(*ticket)
            }
            _ => None,
        }
    }
}

/// What is to be done.
#[derive(Debug, Clone)]
pub enum Action {
    /// Nothing.
    None,
    /// Give the keyboard to this control.
    Focus(String),
    /// Open this one.
    Open(Box<Row>),
    /// Add one.
    Add,
    /// Let the first take the place of the second, and give the keyboard to this control.
    Move(Option<(RequestId, ProfileId, ProfileId)>, String),
    /// Give it this name.
    Rename(RequestId, ProfileId, String),
    /// Open its settings.
    OpenProfileSettings(Box<Profile>),
    /// Open the settings of the window.
    OpenPreferences,
    /// Give the keyboard to the undo, and remove the one before it if there is one.
    OfferUndo(Option<(RequestId, ProfileId)>),
    /// Remove it.
    Remove(RequestId, ProfileId),
    /// Read the list again.
    Reload,
    /// Copy this.
    Copy(String),
}
