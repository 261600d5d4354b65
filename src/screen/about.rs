//! What this program is: its version and licence, where it keeps things, and its keys. Owns nothing that changes.

mod view;

use super::Ticket;
use crate::{say, store::Paths};

/// The page about the program.
#[derive(Debug, Clone)]
pub struct About {
    places: Paths,
}

/// What happens here.
#[derive(Debug, Clone)]
pub enum Message {
    /// Copies name and version, for a report.
    Copy,
    /// Leaves.
    Back,
}

/// What is to be done.
#[derive(Debug, Clone)]
pub enum Action {
    /// Leave.
    Back,
    /// Copy this.
    Copy(String),
}

impl About {
    /// With the places of this user.
    pub fn new(places: Paths) -> Self {
        Self { places }
    }

    /// Title of the window.
    pub fn title(&self) -> String {
        say!("about-window").to_owned()
    }

    /// It asks for nothing.
    pub fn pending(&self) -> Option<Ticket> {
        None
    }

    /// Takes a message in.
    pub fn update(&self, message: &Message) -> Action {
        match message {
            Message::Copy => Action::Copy(view::version()),
            Message::Back => Action::Back,
        }
    }
}
