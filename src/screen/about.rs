//! What this program is: its version and licence, where it keeps things, and its keys. Owns nothing that changes.

mod view;

use iced::Element;

use super::{Pictures, Screen, ScreenMessage};
use crate::{say, service::Paths};

/// The page about the program.
#[derive(Debug, Clone)]
pub struct About {
    paths: Paths,
}

/// What happens here.
#[derive(Debug, Clone)]
pub enum Message {
    /// Copies name and version, for a report.
    Copy,
    /// Leaves.
    Back,
}

impl ScreenMessage for Message {
    const BACK: Self = Self::Back;
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
        Self { paths: places }
    }
}

impl Screen for About {
    type Message = Message;
    type Action = Action;

    fn title(&self) -> String {
        say!("about-window").to_owned()
    }

    fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Copy => Action::Copy(view::version()),
            Message::Back => Action::Back,
        }
    }

    fn view<'a>(&'a self, _logos: &'a Pictures) -> Element<'a, Message> {
        self.draw()
    }
}
