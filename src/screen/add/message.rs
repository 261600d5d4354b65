//! What happens while an instance is added, and what follows from it.

use iced::widget::image;

use crate::{
    profile::{Profile, ServerUrl},
    screen::{Addressed, Ticket, note},
    service::{AddOptions, Error, Preview},
};

/// What happens here.
#[derive(Debug, Clone)]
pub enum Message {
    /// The address was edited.
    AddressTyped(String),
    /// Nothing was typed for a while.
    Paused(Ticket),
    /// The opt-in was ticked or cleared.
    HttpToggled,
    /// Looks it up, or keeps it.
    Submit,
    /// Enter in the field of the address: looks it up, and keeps nothing.
    AddressEntered,
    /// What answers there.
    Probed(Ticket, Box<Result<Preview, Error>>),
    /// The logo of what answers at this address was decoded.
    Pictured(ServerUrl, Option<image::Handle>),
    /// Uses the address the server named.
    UseOther,
    /// Opens the instance that is kept already.
    OpenKept,
    /// The name was edited.
    NameTyped(String),
    /// It was kept.
    Saved(Ticket, Box<Result<Profile, Error>>),
    /// Leads one step back.
    Back,
    /// A button of the notice.
    Note(note::Message),
}

impl Addressed for Message {
    const BACK: Self = Self::Back;

    fn ticket(&self) -> Option<Ticket> {
        match self {
            Self::Probed(ticket, _) | Self::Saved(ticket, _) | Self::Paused(ticket) => {
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
    /// Give the keyboard to this field.
    Focus(&'static str),
    /// Look at this address.
    Probe(Ticket, String, AddOptions),
    /// Wait for a pause in the typing.
    Pause(Ticket),
    /// Look for its logo, and give the keyboard to the name.
    Picture(Box<Preview>),
    /// Look for its logo, and leave the keyboard where it is.
    QuietPicture(Box<Preview>),
    /// Keep it.
    Save(Ticket, Box<Preview>, String),
    /// Drop the request that is under way.
    Cancel,
    /// It was kept.
    Done(Box<Profile>),
    /// Open the kept one of this name.
    OpenKept(String),
    /// Leave.
    Back,
    /// Copy this.
    Copy(String),
}
