//! What happens on the list, and what follows from it.

use crate::{
    profile::{Profile, ProfileId},
    screen::{Ticket, instances::Row, note},
    service::{Error, SignedOut},
};

/// What happens here.
#[derive(Debug, Clone)]
pub enum Message {
    /// Opens one.
    Open(ProfileId),
    /// Adds one.
    Add,
    /// The cards of this group are in view, or will be soon.
    Near(usize),
    /// What is looked for was edited.
    SearchTyped(String),
    /// Opens what was found first.
    SearchEntered,
    /// Shows or hides what can be done with one.
    Menu(ProfileId),
    /// Moves one up or down in the list.
    Move(ProfileId, Way),
    /// The order was kept, or not.
    Moved(Ticket, Result<(), Error>),
    /// Begins to rename one.
    Rename(ProfileId),
    /// Its new name was edited.
    NameTyped(String),
    /// Keeps the new name.
    NameEntered,
    /// It was kept.
    Renamed(Ticket, Box<Result<Profile, Error>>),
    /// Opens the settings of one.
    OwnSettings(ProfileId),
    /// Leads to the settings of the window.
    Settings,
    /// Takes one away; for a while it can be undone.
    Remove(ProfileId),
    /// It stays.
    Undo,
    /// It is gone, or not.
    Removed(Ticket, Result<SignedOut, Error>),
    /// Out of what is open: the new name, the menu, the search.
    Back,
    /// Reads the list again.
    Reload,
    /// A button of the notice about the file.
    File(note::Message),
    /// A button of the notice.
    Note(note::Message),
}

/// A way in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Towards its beginning.
    Up,
    /// Towards its end.
    Down,
}

impl Message {
    /// The request it answers.
    pub fn ticket(&self) -> Option<Ticket> {
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
    Move(Option<(Ticket, ProfileId, ProfileId)>, String),
    /// Give it this name.
    Rename(Ticket, ProfileId, String),
    /// Open its settings.
    OwnSettings(Box<Profile>),
    /// Open the settings of the window.
    Settings,
    /// Give the keyboard to the undo, and remove the one before it if there is one.
    Leave(Option<(Ticket, ProfileId)>),
    /// Remove it.
    Remove(Ticket, ProfileId),
    /// Read the list again.
    Reload,
    /// Copy this.
    Copy(String),
}
