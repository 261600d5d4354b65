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

/// What it asks of the service.
#[derive(Debug, Clone)]
pub enum Request {
    /// Asks what answers at this address. Answered by [`Message::Probed`].
    Probe(String, AddOptions),
    /// Waits until nothing has been typed for a while. Answered by [`Message::TypingPaused`].
    WaitForPause,
    /// Fetches the logo of what answered. Answered by [`Message::LogoLoaded`] with its address.
    LoadLogo(Box<Preview>),
    /// Adds the instance with this name. Answered by [`Message::Saved`].
    Save(Box<Preview>, String),
}

/// What it leads to.
#[derive(Debug, Clone)]
pub enum Outcome {
    /// The instance was added.
    Added(Box<Profile>),
    /// The instance of this name, which was added before.
    OpenExisting(String),
}

/// What is to be done.
pub type Action = crate::screen::Action<Request, Outcome>;
