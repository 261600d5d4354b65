//! Messages and actions of adding an instance.

use iced::widget::image;

use crate::{
    address::ServerUrl,
    profile::Profile,
    screen::{RequestId, ScreenMessage, notification},
    service::{AddOptions, Error, Preview},
};

#[derive(Debug, Clone)]
pub enum Message {
    AddressTyped(String),
    /// The typing pause is over.
    TypingPaused(RequestId),
    HttpToggled,
    /// Probes the address, or adds the previewed instance.
    Submit,
    /// Enter in the address field: probes it or opens the preview, but adds nothing.
    AddressEntered,
    /// The answer to a probe.
    Probed(RequestId, Box<Result<Preview, Error>>),
    /// The logo of the server at this address was decoded.
    LogoLoaded(ServerUrl, Option<image::Handle>),
    /// Uses the address the server redirected to.
    UseRedirect,
    /// Opens the instance that is in the list already.
    OpenExisting,
    NameTyped(String),
    Saved(RequestId, Box<Result<Profile, Error>>),
    Back,
    Notification(notification::Message),
}

impl ScreenMessage for Message {
    const BACK: Self = Self::Back;

    fn request_id(&self) -> Option<RequestId> {
        match self {
            Self::Probed(request, _) | Self::Saved(request, _) | Self::TypingPaused(request) => {
                Some(*request)
            }
            _ => None,
        }
    }
}

#[derive(Debug, Clone)]
pub enum Action {
    None,
    Focus(&'static str),
    Probe(RequestId, String, AddOptions),
    /// Send the message back after a pause in the typing.
    WaitForPause(RequestId),
    /// Fetch the logo and focus the name field.
    LoadLogoAndFocus(Box<Preview>),
    /// Fetch the logo and leave the focus where it is.
    LoadLogo(Box<Preview>),
    Save(RequestId, Box<Preview>, String),
    /// Cancel the pending request.
    Cancel,
    Done(Box<Profile>),
    /// Open the profile of this name.
    OpenExisting(String),
    Back,
    Copy(String),
}
