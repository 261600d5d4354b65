//! An instance and this computer looked over: what each allows, and the lines that mend what they do not. Owns which
//! lines were copied; what is looked at is the service's.

mod view;

use iced::Element;

use super::{Addressed, Contract, Logos, Ticket};
use crate::{
    profile::Profile,
    say,
    service::{InstanceCheck, MachineCheck},
    text::{Finding, instance_finding, machine_finding},
};

/// The findings about one instance and this computer.
#[derive(Debug, Clone)]
pub struct Doctor {
    profile: Profile,
    server: Vec<Finding>,
    computer: Vec<Finding>,
    /// The id of the finding whose lines were copied last.
    copied: Option<String>,
    pending: Option<Ticket>,
}

/// What was looked at.
#[derive(Debug, Clone)]
pub struct Looked {
    /// On the instance.
    pub instance: Vec<InstanceCheck>,
    /// On this computer.
    pub machine: Vec<MachineCheck>,
}

/// What happens here.
#[derive(Debug, Clone)]
pub enum Message {
    /// Everything was looked at.
    Found(Ticket, Box<Looked>),
    /// Looks again.
    Again,
    /// Copies the lines of the finding with this id.
    Copy(String),
    /// Leaves.
    Back,
}

impl Addressed for Message {
    const BACK: Self = Self::Back;

    fn ticket(&self) -> Option<Ticket> {
        match self {
            Self::Found(ticket, _) => Some(*ticket),
            _ => None,
        }
    }
}

/// What is to be done.
#[derive(Debug, Clone)]
pub enum Action {
    /// Nothing.
    None,
    /// Look at everything.
    Look(Ticket),
    /// Copy this.
    Copy(String),
    /// Leave.
    Back,
}

impl Doctor {
    /// Nothing is looked at yet.
    pub fn new(profile: Profile) -> Self {
        Self {
            profile,
            server: Vec::new(),
            computer: Vec::new(),
            copied: None,
            pending: None,
        }
    }

    /// Looks at everything; call it when the screen opens. What was found before is old then.
    pub fn look(&mut self) -> Action {
        if self.pending.is_some() {
            return Action::None;
        }
        let ticket = Ticket::next();
        self.pending = Some(ticket);
        self.server.clear();
        self.computer.clear();
        self.copied = None;

        Action::Look(ticket)
    }
}

impl Contract for Doctor {
    type Message = Message;
    type Action = Action;

    fn title(&self) -> String {
        super::title(&self.profile, say!("doctor-window"))
    }

    fn profile(&self) -> Option<&Profile> {
        Some(&self.profile)
    }

    fn pending(&self) -> Option<Ticket> {
        self.pending
    }

    fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Found(ticket, looked) if self.awaits(ticket) => {
                self.pending = None;
                self.server = looked
                    .instance
                    .iter()
                    .map(|check| instance_finding(check, &self.profile))
                    .collect();
                self.computer = looked.machine.iter().map(machine_finding).collect();
                Action::None
            }
            Message::Found(..) => Action::None,
            Message::Again => self.look(),
            Message::Copy(id) => self.copy(id),
            Message::Back => Action::Back,
        }
    }

    fn view<'a>(&'a self, logos: &'a Logos) -> Element<'a, Message> {
        self.draw(logos)
    }
}

impl Doctor {
    fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.server.iter().chain(&self.computer)
    }

    fn copy(&mut self, id: String) -> Action {
        let text = self
            .findings()
            .find(|finding| finding.id == id)
            .and_then(|finding| finding.fix.as_ref())
            .map(crate::text::Fix::text);

        match text {
            Some(text) => {
                self.copied = Some(id);
                Action::Copy(text)
            }
            None => Action::None,
        }
    }
}
