//! An instance and this computer looked over: what each allows, and the lines that mend what they do not. Owns which
//! lines were copied; what is looked at is the service's.

mod view;

use iced::Element;

use super::{Pictures, RequestId, Screen, ScreenMessage};
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
    instance_findings: Vec<Finding>,
    machine_findings: Vec<Finding>,
    /// The id of the finding whose lines were copied last.
    copied_finding: Option<String>,
    pending: Option<RequestId>,
}

/// What was looked at.
#[derive(Debug, Clone)]
pub struct CheckResults {
    /// On the instance.
    pub instance: Vec<InstanceCheck>,
    /// On this computer.
    pub machine: Vec<MachineCheck>,
}

/// What happens here.
#[derive(Debug, Clone)]
pub enum Message {
    /// Everything was looked at.
    Checked(RequestId, Box<CheckResults>),
    /// Looks again.
    CheckAgain,
    /// Copies the lines of the finding with this id.
    Copy(String),
    /// Leaves.
    Back,
}

impl ScreenMessage for Message {
    const BACK: Self = Self::Back;

    fn request_id(&self) -> Option<RequestId> {
        match self {
            Self::Checked(ticket, _) => Some(*ticket),
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
    RunChecks(RequestId),
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
            instance_findings: Vec::new(),
            machine_findings: Vec::new(),
            copied_finding: None,
            pending: None,
        }
    }

    /// Looks at everything; call it when the screen opens. What was found before is old then.
    pub fn run_checks(&mut self) -> Action {
        if self.pending.is_some() {
            return Action::None;
        }
        let ticket = RequestId::next();
        self.pending = Some(ticket);
        self.instance_findings.clear();
        self.machine_findings.clear();
        self.copied_finding = None;

        Action::RunChecks(ticket)
    }
}

impl Screen for Doctor {
    type Message = Message;
    type Action = Action;

    fn title(&self) -> String {
        super::title(&self.profile, say!("doctor-window"))
    }

    fn profile(&self) -> Option<&Profile> {
        Some(&self.profile)
    }

    fn blocking_request(&self) -> Option<RequestId> {
        self.pending
    }

    fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Checked(ticket, looked) if self.awaits(ticket) => {
                self.pending = None;
                self.instance_findings = looked
                    .instance
                    .iter()
                    .map(|check| instance_finding(check, &self.profile))
                    .collect();
                self.machine_findings = looked.machine.iter().map(machine_finding).collect();
                Action::None
            }
            Message::Checked(..) => Action::None,
            Message::CheckAgain => self.run_checks(),
            Message::Copy(id) => self.copy(id),
            Message::Back => Action::Back,
        }
    }

    fn view<'a>(&'a self, logos: &'a Pictures) -> Element<'a, Message> {
        self.draw(logos)
    }
}

impl Doctor {
    fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.instance_findings.iter().chain(&self.machine_findings)
    }

    fn copy(&mut self, id: String) -> Action {
        let text = self
            .findings()
            .find(|finding| finding.id == id)
            .and_then(|finding| finding.fix.as_ref())
            .map(crate::text::Fix::text);

        match text {
            Some(text) => {
                self.copied_finding = Some(id);
                Action::Copy(text)
            }
            None => Action::None,
        }
    }
}
