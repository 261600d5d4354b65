//! What a screen wants done after a message, as a value that a test can look at. Owns the effects that every screen may
//! have; a screen adds the requests it sends to the service and the outcomes that only it has. `app` carries them out.

use url::Url;

use super::{RequestId, Screen};
use crate::secret::Secret;

/// The result of [`Screen::update`].
#[derive(Debug, Clone)]
pub enum Action<Request, Outcome> {
    /// Nothing.
    None,
    /// Gives the keyboard focus to the control with this id, if the screen is in view.
    Focus(&'static str),
    /// The same for an id that was put together, such as that of a card.
    FocusOwned(String),
    /// Gives the keyboard focus to the field that [`Screen::focus`] of the screen in view names, after a request was given
    /// up.
    Refocus,
    /// Closes the screen.
    Leave,
    /// Puts this text on the clipboard.
    Copy(Secret),
    /// Puts this secret on the clipboard and takes it off again after a while. The screen learns of that by
    /// [`Screen::clipboard_cleared`] with the same id.
    CopySecret(RequestId, Secret),
    /// Opens this address in the person's browser.
    Visit(Url),
    /// Opens the Data Studio of the screen's instance in the person's browser.
    OpenStudio,
    /// Opens the doctor for the screen's instance.
    OpenDoctor,
    /// Sends a request to the service. The message that answers it has the same id, or names what was asked for where that
    /// is enough (a logo, by its address).
    Run(RequestId, Request),
    /// All of these.
    Batch(Vec<Self>),
    /// What only this screen leads to.
    Outcome(Outcome),
}

/// The actions of the screen `S`.
pub type ActionOf<S> = Action<<S as Screen>::Request, <S as Screen>::Outcome>;

impl<Request, Outcome> Action<Request, Outcome> {
    /// The id of the control that gets the keyboard focus.
    pub fn focus(&self) -> Option<&str> {
        match self {
            Self::Focus(control) => Some(control),
            Self::FocusOwned(control) => Some(control),
            Self::Batch(actions) => actions.iter().find_map(Self::focus),
            _ => None,
        }
    }

    /// The requests that are sent, in their order.
    pub fn requests(&self) -> Vec<(RequestId, &Request)> {
        match self {
            Self::Run(id, request) => vec![(*id, request)],
            Self::Batch(actions) => actions.iter().flat_map(Self::requests).collect(),
            _ => Vec::new(),
        }
    }
}
