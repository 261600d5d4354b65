//! While the browser has the sign-in: which provider, how long it waits, and what to do when no browser comes up or
//! nothing comes back. Owns the steps; the port and the exchange are the service's, and end when this screen goes.

mod message;
mod view;

pub use message::{Action, Begun, Message};

use std::time::Duration;

use iced::Element;

use super::{Contract, Logos, Note, Ticket};
use crate::{
    directus::Provider,
    profile::Profile,
    say,
    secret::Secret,
    service::{Error, SignedIn, SsoError, WhyNot},
    text,
};

/// With less than this left the person is asked whether to go on waiting (A11).
pub const SHORT: Duration = Duration::from_secs(3 * 60);

/// A sign-in through the browser, one round after the other.
#[derive(Debug, Clone)]
pub struct Sso {
    profile: Profile,
    provider: Provider,
    code: Option<Secret>,
    with_code: bool,
    step: Step,
    note: Option<Note>,
    copied: bool,
    pending: Option<Ticket>,
}

#[derive(Debug, Clone)]
enum Step {
    /// Finding the way.
    Asking,
    Waiting(Waiting),
    /// It cannot come back here.
    NoWay(WhyNot),
    /// The time ran out.
    Over,
}

#[derive(Debug, Clone)]
struct Waiting {
    address: Secret,
    left: Duration,
    hearsay: Option<String>,
    has_browser: bool,
    is_answered: bool,
}

impl Sso {
    /// A sign-in with `provider`; `code` is what Directus asked for after the last round.
    pub fn new(profile: Profile, provider: Provider, code: Option<Secret>) -> Self {
        Self {
            profile,
            provider,
            with_code: code.is_some(),
            code,
            step: Step::Asking,
            note: None,
            copied: false,
            pending: None,
        }
    }

    /// Begins a round; call it when the screen opens.
    pub fn begin(&mut self) -> Action {
        let ticket = Ticket::next();
        let code = self.code.take();
        self.with_code = code.is_some();
        self.step = Step::Asking;
        self.note = None;
        self.copied = false;
        self.pending = Some(ticket);

        Action::Begin(ticket, code)
    }

    /// With whom.
    pub fn provider(&self) -> &Provider {
        &self.provider
    }
}

impl Contract for Sso {
    type Message = Message;
    type Action = Action;

    fn title(&self) -> String {
        super::title(&self.profile, say!("sso-window"))
    }

    fn profile(&self) -> Option<&Profile> {
        Some(&self.profile)
    }

    /// The round that is under way.
    fn pending(&self) -> Option<Ticket> {
        self.pending
    }

    /// Only in view: it ends by itself, seen or not.
    fn counts(&self, is_in_view: bool) -> bool {
        is_in_view && self.waits()
    }

    fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Began(ticket, result) if self.awaits(ticket) => self.began(*result),
            Message::Answered(ticket, result) if self.awaits(ticket) => {
                self.pending = None;
                self.answered(*result)
            }
            Message::Ticked {
                left,
                hearsay,
                is_answered,
            } => {
                if let Step::Waiting(waiting) = &mut self.step {
                    waiting.left = left;
                    waiting.is_answered = is_answered;
                    waiting.hearsay = hearsay;
                }
                Action::None
            }
            Message::OpenAgain => self.open(),
            Message::BrowserFailed(ticket) if self.awaits(ticket) => {
                if let Step::Waiting(waiting) = &mut self.step {
                    waiting.has_browser = false;
                }
                Action::None
            }
            // A session exists by now, and nobody else knows of it: only a moment is left.
            Message::EnterCode | Message::Retry | Message::Back if self.is_answered() => {
                Action::None
            }
            Message::EnterCode => self.wants_code(),
            Message::Copy => self.copy(),
            Message::KeepWaiting if self.waits() => Action::Extend,
            // Of a wait, too: what the server reported without proof may well be so, and its page is a dead end.
            Message::Retry if self.pending.is_none() || self.waits() => self.begin(),
            // Too late, or pressed twice.
            Message::Began(..)
            | Message::Answered(..)
            | Message::BrowserFailed(_)
            | Message::KeepWaiting
            | Message::Retry => Action::None,
            Message::UseToken => Action::UseToken,
            Message::OpenStudio => Action::OpenStudio,
            Message::StudioFailed(address) => {
                self.note = Some(Note::no_browser(&address));
                Action::None
            }
            Message::Note(message) => Note::pressed(&mut self.note, message)
                .map_or(Action::None, |text| Action::Copy(text.into())),
            Message::Back => Action::Back,
        }
    }

    fn view<'a>(&'a self, logos: &'a Logos) -> Element<'a, Message> {
        self.draw(logos)
    }
}

impl Sso {
    fn waits(&self) -> bool {
        matches!(self.step, Step::Waiting(_))
    }

    fn is_answered(&self) -> bool {
        matches!(&self.step, Step::Waiting(waiting) if waiting.is_answered)
    }

    fn began(&mut self, result: Result<Begun, Error>) -> Action {
        match result {
            Ok(Begun { address, left }) => {
                self.step = Step::Waiting(Waiting {
                    address,
                    left,
                    hearsay: None,
                    has_browser: true,
                    is_answered: false,
                });
                self.open()
            }
            Err(Error::Sso(SsoError::NoRoute(why))) => {
                self.pending = None;
                self.step = Step::NoWay(why);
                Action::None
            }
            Err(error) => {
                self.pending = None;
                Action::Refused(Note::error(&error))
            }
        }
    }

    fn answered(&mut self, result: Result<SignedIn, Error>) -> Action {
        let error = match result {
            Ok(session) => return Action::Done(session),
            Err(error) => error,
        };

        match &error {
            _ if error.wants_code() => self.wants_code(),
            Error::Sso(SsoError::TimedOut(_)) => {
                self.step = Step::Over;
                Action::None
            }
            _ => Action::Refused(Note::error(&error)),
        }
    }

    fn wants_code(&self) -> Action {
        Action::Code {
            provider: self.provider.clone(),
            is_wrong: self.with_code,
        }
    }

    fn open(&mut self) -> Action {
        let (Step::Waiting(waiting), Some(ticket)) = (&mut self.step, self.pending) else {
            return Action::None;
        };
        waiting.has_browser = true;
        self.copied = false;

        Action::Open(ticket, waiting.address.clone())
    }

    fn copy(&mut self) -> Action {
        let text = match &self.step {
            Step::Waiting(waiting) => waiting.address.clone(),
            Step::NoWay(why) => text::administrator_lines(why, &self.profile.url)
                .join("\n")
                .into(),
            Step::Asking | Step::Over => return Action::None,
        };
        self.copied = true;

        Action::Copy(text)
    }
}
