//! While the browser has the sign-in: which provider, how long it waits, and what to do when no browser comes up or
//! nothing comes back. Owns the steps; the port and the exchange are the service's, and end when this screen goes.

mod message;
mod view;

pub use message::{Action, Message, SsoRound};

use std::time::Duration;

use iced::Element;

use super::{Notification, Pictures, RequestId, Screen};
use crate::{
    profile::Profile,
    say,
    secret::Secret,
    service::{Error, NoRouteReason, Provider, SessionInfo, SsoError},
    text,
};

/// With less than this left the person is asked whether to go on waiting (A11).
pub const EXTEND_OFFER_BELOW: Duration = Duration::from_secs(3 * 60);

/// A sign-in through the browser, one round after the other.
#[derive(Debug, Clone)]
pub struct Sso {
    profile: Profile,
    provider: Provider,
    code: Option<Secret>,
    sent_code: bool,
    step: Step,
    notification: Option<Notification>,
    is_copied: bool,
    pending: Option<RequestId>,
}

#[derive(Debug, Clone)]
enum Step {
    /// Finding the way.
    Starting,
    Waiting(Waiting),
    /// It cannot come back here.
    NoRoute(NoRouteReason),
    /// The time ran out.
    TimedOut,
}

#[derive(Debug, Clone)]
struct Waiting {
    address: Secret,
    time_left: Duration,
    unverified_error: Option<String>,
    has_browser: bool,
    has_answer: bool,
}

impl Sso {
    /// A sign-in with `provider`; `code` is what Directus asked for after the last round.
    pub fn new(profile: Profile, provider: Provider, code: Option<Secret>) -> Self {
        Self {
            profile,
            provider,
            sent_code: code.is_some(),
            code,
            step: Step::Starting,
            notification: None,
            is_copied: false,
            pending: None,
        }
    }

    /// Begins a round; call it when the screen opens.
    pub fn begin(&mut self) -> Action {
        let ticket = RequestId::next();
        let code = self.code.take();
        self.sent_code = code.is_some();
        self.step = Step::Starting;
        self.notification = None;
        self.is_copied = false;
        self.pending = Some(ticket);

        Action::Begin(ticket, code)
    }

    /// With whom.
    pub fn provider(&self) -> &Provider {
        &self.provider
    }
}

impl Screen for Sso {
    type Message = Message;
    type Action = Action;

    fn title(&self) -> String {
        super::title(&self.profile, say!("sso-window"))
    }

    fn profile(&self) -> Option<&Profile> {
        Some(&self.profile)
    }

    /// The round that is under way.
    fn blocking_request(&self) -> Option<RequestId> {
        self.pending
    }

    /// Only in view: it ends by itself, seen or not.
    fn needs_tick(&self, is_in_view: bool) -> bool {
        is_in_view && self.is_waiting()
    }

    fn update(&mut self, message: Message) -> Action {
        match message {
            Message::RoundBegan(ticket, result) if self.awaits(ticket) => {
                self.handle_begin(*result)
            }
            Message::Answered(ticket, result) if self.awaits(ticket) => {
                self.pending = None;
                self.handle_answer(*result)
            }
            Message::Ticked {
                time_left: left,
                unverified_error: hearsay,
                has_answer: is_answered,
            } => {
                if let Step::Waiting(waiting) = &mut self.step {
                    waiting.time_left = left;
                    waiting.has_answer = is_answered;
                    waiting.unverified_error = hearsay;
                }
                Action::None
            }
            Message::OpenAgain => self.open_browser(),
            Message::BrowserFailed(ticket) if self.awaits(ticket) => {
                if let Step::Waiting(waiting) = &mut self.step {
                    waiting.has_browser = false;
                }
                Action::None
            }
            // A session exists by now, and nobody else knows of it: only a moment is left.
            Message::EnterCode | Message::Retry | Message::Back if self.has_answer() => {
                Action::None
            }
            Message::EnterCode => self.ask_for_code(),
            Message::Copy => self.copy(),
            Message::KeepWaiting if self.is_waiting() => Action::Extend,
            // Of a wait, too: what the server reported without proof may well be so, and its page is a dead end.
            Message::Retry if self.pending.is_none() || self.is_waiting() => self.begin(),
            // Too late, or pressed twice.
            Message::RoundBegan(..)
            | Message::Answered(..)
            | Message::BrowserFailed(_)
            | Message::KeepWaiting
            | Message::Retry => Action::None,
            Message::OpenAccessToken => Action::OpenAccessToken,
            Message::OpenStudio => Action::OpenStudio,
            Message::StudioFailed(address) => {
                self.notification = Some(Notification::no_browser(&address));
                Action::None
            }
            Message::Notification(message) => {
                Notification::press_button(&mut self.notification, message)
                    .map_or(Action::None, |text| Action::Copy(text.into()))
            }
            Message::Back => Action::Back,
        }
    }

    fn view<'a>(&'a self, logos: &'a Pictures) -> Element<'a, Message> {
        self.draw(logos)
    }
}

impl Sso {
    fn is_waiting(&self) -> bool {
        matches!(self.step, Step::Waiting(_))
    }

    fn has_answer(&self) -> bool {
        matches!(&self.step, Step::Waiting(waiting) if waiting.has_answer)
    }

    fn handle_begin(&mut self, result: Result<SsoRound, Error>) -> Action {
        match result {
            Ok(SsoRound {
                address,
                time_left: left,
            }) => {
                self.step = Step::Waiting(Waiting {
                    address,
                    time_left: left,
                    unverified_error: None,
                    has_browser: true,
                    has_answer: false,
                });
                self.open_browser()
            }
            Err(Error::Sso(SsoError::NoRoute(why))) => {
                self.pending = None;
                self.step = Step::NoRoute(why);
                Action::None
            }
            Err(error) => {
                self.pending = None;
                Action::Failed(Notification::error(&error))
            }
        }
    }

    fn handle_answer(&mut self, result: Result<SessionInfo, Error>) -> Action {
        let error = match result {
            Ok(session) => return Action::Done(session),
            Err(error) => error,
        };

        match &error {
            _ if error.needs_one_time_code() => self.ask_for_code(),
            Error::Sso(SsoError::TimedOut(_)) => {
                self.step = Step::TimedOut;
                Action::None
            }
            _ => Action::Failed(Notification::error(&error)),
        }
    }

    fn ask_for_code(&self) -> Action {
        Action::AskForCode {
            provider: self.provider.clone(),
            is_wrong: self.sent_code,
        }
    }

    fn open_browser(&mut self) -> Action {
        let (Step::Waiting(waiting), Some(ticket)) = (&mut self.step, self.pending) else {
            return Action::None;
        };
        waiting.has_browser = true;
        self.is_copied = false;

        Action::Open(ticket, waiting.address.clone())
    }

    fn copy(&mut self) -> Action {
        let text = match &self.step {
            Step::Waiting(waiting) => waiting.address.clone(),
            Step::NoRoute(why) => text::administrator_lines(why, &self.profile.url)
                .join("\n")
                .into(),
            Step::Starting | Step::TimedOut => return Action::None,
        };
        self.is_copied = true;

        Action::Copy(text)
    }
}
