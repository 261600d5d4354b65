//! The page about the program: version, licence, where files are stored, and keyboard shortcuts. Has no state of its
//! own.

mod view;

use std::convert::Infallible;

use iced::Element;

use super::{Pictures, Screen, ScreenMessage};
use crate::{say, service::Paths};

#[derive(Debug, Clone)]
pub struct About {
    paths: Paths,
}

#[derive(Debug, Clone)]
pub enum Message {
    /// Copies name and version, for a bug report.
    Copy,
    Back,
}

impl ScreenMessage for Message {
    const BACK: Self = Self::Back;
}

/// What is to be done.
pub type Action = super::Action<Infallible, Infallible>;

impl About {
    /// The page, with this user's directories.
    pub fn new(places: Paths) -> Self {
        Self { paths: places }
    }
}

impl Screen for About {
    type Message = Message;
    type Request = Infallible;
    type Outcome = Infallible;

    fn title(&self) -> String {
        say!("about-window").to_owned()
    }

    fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Copy => Action::Copy(view::version().into()),
            Message::Back => Action::Leave,
        }
    }

    fn view<'a>(&'a self, _logos: &'a Pictures) -> Element<'a, Message> {
        self.draw()
    }
}
