//! Doctor: what the checks of an instance and of this computer found, with the settings that fix it. Owns which lines
//! were copied; the checks are the service's.

mod view;

use std::convert::Infallible;

use iced::Element;

use super::{Pictures, RequestId, Screen, ScreenMessage};
use crate::{
    profile::Profile,
    say,
    service::{InstanceCheck, MachineCheck},
    text::{Finding, instance_finding, machine_finding},
};

#[derive(Debug, Clone)]
pub struct Doctor {
    profile: Profile,
    instance_findings: Vec<Finding>,
    machine_findings: Vec<Finding>,
    /// The id of the finding whose lines were copied last.
    copied_finding: Option<String>,
    pending: Option<RequestId>,
}

/// The results of all checks.
#[derive(Debug, Clone)]
pub struct CheckResults {
    pub instance: Vec<InstanceCheck>,
    pub machine: Vec<MachineCheck>,
}

#[derive(Debug, Clone)]
pub enum Message {
    Checked(RequestId, Box<CheckResults>),
    /// Runs the checks again.
    CheckAgain,
    /// Copies the lines that fix the finding with this id.
    Copy(String),
    Back,
}

impl ScreenMessage for Message {
    const BACK: Self = Self::Back;

    fn request_id(&self) -> Option<RequestId> {
        match self {
            Self::Checked(request, _) => Some(*request),
            _ => None,
        }
    }
}

/// What it asks of the service.
#[derive(Debug, Clone)]
pub enum Request {
    /// Checks this instance and the computer. Answered by [`Message::Checked`].
    RunChecks(Box<Profile>),
}

/// What is to be done.
pub type Action = super::Action<Request, Infallible>;

impl Doctor {
    /// The page before any check has run.
    pub fn new(profile: Profile) -> Self {
        Self {
            profile,
            instance_findings: Vec::new(),
            machine_findings: Vec::new(),
            copied_finding: None,
            pending: None,
        }
    }

    /// Runs all checks and drops the previous findings; to be called when the screen opens.
    pub fn run_checks(&mut self) -> Action {
        if self.pending.is_some() {
            return Action::None;
        }
        let request = RequestId::next();
        self.pending = Some(request);
        self.instance_findings.clear();
        self.machine_findings.clear();
        self.copied_finding = None;

        Action::Run(request, Request::RunChecks(Box::new(self.profile.clone())))
    }
}

impl Screen for Doctor {
    type Message = Message;
    type Request = Request;
    type Outcome = Infallible;

    fn title(&self) -> String {
        super::title(&self.profile, say!("doctor-window"))
    }

    fn profile(&self) -> Option<&Profile> {
        Some(&self.profile)
    }

    fn blocking_request(&self) -> Option<RequestId> {
        self.pending
    }

    fn opened(&mut self) -> Action {
        self.run_checks()
    }

    fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Checked(request, results) if self.awaits(request) => {
                self.pending = None;
                self.instance_findings = results
                    .instance
                    .iter()
                    .map(|check| instance_finding(check, &self.profile))
                    .collect();
                self.machine_findings = results.machine.iter().map(machine_finding).collect();
                Action::None
            }
            Message::Checked(..) => Action::None,
            Message::CheckAgain => self.run_checks(),
            Message::Copy(id) => self.copy(id),
            Message::Back => Action::Leave,
        }
    }

    fn view<'a>(&'a self, pictures: &'a Pictures) -> Element<'a, Message> {
        self.draw(pictures)
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
                Action::Copy(text.into())
            }
            None => Action::None,
        }
    }
}
