//! What happens while an instance is added, and what follows from it.

use iced::widget::image;

use crate::{
    address::ServerUrl,
    profile::Profile,
    screen::{RequestId, ScreenMessage, note},
    service::{AddOptions, Error, Preview},
};

/// What happens here.
#[derive(Debug, Clone)]
pub enum Message {
    /// The address was edited.
    AddressTyped(String),
    /// Nothing was typed for a while.
    TypingPaused(RequestId),
    /// The opt-in was ticked or cleared.
    HttpToggled,
    /// Looks it up, or keeps it.
    Submit,
    /// Enter in the field of the address: looks it up, and keeps nothing.
    AddressEntered,
    /// What answers there.
    Probed(RequestId, Box<Result<Preview, Error>>),
    /// The logo of what answers at this address was decoded.
    LogoLoaded(ServerUrl, Option<image::Handle>),
    /// Uses the address the server named.
    UseRedirect,
    /// Opens the instance that is kept already.
    OpenExisting,
    /// The name was edited.
    NameTyped(String),
    /// It was kept.
    Saved(RequestId, Box<Result<Profile, Error>>),
    /// Leads one step back.
    Back,
    /// A button of the notice.
    Notification(note::Message),
}

impl ScreenMessage for Message {
    const BACK: Self = Self::Back;

    fn request_id(&self) -> Option<RequestId> {
        match self {
            Self::Probed(ticket, _) | Self::Saved(ticket, _) | Self::TypingPaused(ticket) => {
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
    Probe(RequestId, String, AddOptions),
    /// Wait for a pause in the typing.
    WaitForPause(RequestId),
    /// Look for its logo, and give the keyboard to the name.
    LoadLogoAndFocus(Box<Preview>),
    /// Look for its logo, and leave the keyboard where it is.
    LoadLogo(Box<Preview>),
    /// Keep it.
    Save(RequestId, Box<Preview>, String),
    /// Drop the request that is under way.
    Cancel,
    /// It was kept.
    Done(Box<Profile>),
    /// Open the kept one of this name.
    OpenExisting(String),
    /// Leave.
    Back,
    /// Copy this.
    Copy(String),
}
