//! SSO, while the sign-in runs in the browser: the provider, the time left, and what to do if no browser opens or no
//! answer comes back. Owns the steps of the page; the loopback port and the exchange are the service's and end with
//! this screen.

mod message;
mod view;

pub use message::{Action, Message, Outcome, Request, SsoRound};

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

/// With less time left than this, the page offers to extend the wait (WCAG 2.2.1, timing adjustable).
pub const EXTEND_OFFER_BELOW: Duration = Duration::from_secs(3 * 60);

/// One sign-in by SSO. Each attempt is a round with its own state and port.
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
    /// Choosing the route and opening the port.
    Starting,
    Waiting(Waiting),
    /// No route leads back to this computer.
    NoRoute(NoRouteReason),
    /// The wait ended without an answer.
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
    /// A sign-in with `provider`. `code` is the one-time code Directus asked for after the last round (R-36: two-factor
    /// after SSO).
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

    /// Begins a round; to be called when the screen opens.
    pub fn begin(&mut self) -> Action {
        let request = RequestId::next();
        let code = self.code.take();
        self.sent_code = code.is_some();
        self.step = Step::Starting;
        self.notification = None;
        self.is_copied = false;
        self.pending = Some(request);

        Action::Outcome(Outcome::Begin(request, code))
    }

    pub fn provider(&self) -> &Provider {
        &self.provider
    }
}

impl Screen for Sso {
    type Message = Message;
    type Request = Request;
    type Outcome = Outcome;

    fn title(&self) -> String {
        super::title(&self.profile, say!("sso-window"))
    }

    fn profile(&self) -> Option<&Profile> {
        Some(&self.profile)
    }

    /// The current round.
    fn blocking_request(&self) -> Option<RequestId> {
        self.pending
    }

    /// Only while in view: the service ends the wait by itself, whether the countdown is shown or not.
    fn needs_tick(&self, is_in_view: bool) -> bool {
        is_in_view && self.is_waiting()
    }

    fn opened(&mut self) -> Action {
        self.begin()
    }

    fn notify(&mut self, notification: Notification) {
        self.notification = Some(notification);
    }

    /// The browser may come back at the moment the person leaves; then there is a session after all.
    fn may_have_changed_session(&self) -> bool {
        true
    }

    fn update(&mut self, message: Message) -> Action {
        match message {
            Message::RoundBegan(request, result) if self.awaits(request) => {
                self.handle_begin(*result)
            }
            Message::Answered(request, result) if self.awaits(request) => {
                self.pending = None;
                self.handle_answer(*result)
            }
            Message::Ticked {
                time_left,
                unverified_error,
                has_answer,
            } => {
                if let Step::Waiting(waiting) = &mut self.step {
                    waiting.time_left = time_left;
                    waiting.has_answer = has_answer;
                    waiting.unverified_error = unverified_error;
                }
                Action::None
            }
            Message::OpenAgain => self.open_browser(),
            Message::BrowserFailed(request) if self.awaits(request) => {
                if let Step::Waiting(waiting) = &mut self.step {
                    waiting.has_browser = false;
                }
                Action::None
            }
            // The browser has returned and the exchange is under way. Stopping now would leave a session on the server
            // that no one holds.
            Message::EnterCode | Message::Retry | Message::Back if self.has_answer() => {
                Action::None
            }
            Message::EnterCode => self.ask_for_code(),
            Message::Copy => self.copy(),
            Message::KeepWaiting if self.is_waiting() => Action::Outcome(Outcome::Extend),
            // Retrying is allowed while waiting, too: an unverified error is probably true, and then the browser shows
            // a dead end.
            Message::Retry if self.pending.is_none() || self.is_waiting() => self.begin(),
            // Stale answers and double presses.
            Message::RoundBegan(..)
            | Message::Answered(..)
            | Message::BrowserFailed(_)
            | Message::KeepWaiting
            | Message::Retry => Action::None,
            Message::OpenAccessToken => Action::Outcome(Outcome::OpenAccessToken),
            Message::OpenStudio => Action::OpenStudio,
            Message::Notification(message) => {
                Notification::press_button(&mut self.notification, message)
            }
            Message::Back => Action::Leave,
        }
    }

    fn view<'a>(&'a self, pictures: &'a Pictures) -> Element<'a, Message> {
        self.draw(pictures)
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
                Action::Outcome(Outcome::Failed(Notification::error(&error)))
            }
        }
    }

    fn handle_answer(&mut self, result: Result<SessionInfo, Error>) -> Action {
        let error = match result {
            Ok(session) => return Action::Outcome(Outcome::SignedIn(session)),
            Err(error) => error,
        };

        match &error {
            _ if error.needs_one_time_code() => self.ask_for_code(),
            Error::Sso(SsoError::TimedOut(_)) => {
                self.step = Step::TimedOut;
                Action::None
            }
            _ => Action::Outcome(Outcome::Failed(Notification::error(&error))),
        }
    }

    fn ask_for_code(&self) -> Action {
        Action::Outcome(Outcome::AskForCode {
            provider: self.provider.clone(),
            is_wrong: self.sent_code,
        })
    }

    fn open_browser(&mut self) -> Action {
        let (Step::Waiting(waiting), Some(request)) = (&mut self.step, self.pending) else {
            return Action::None;
        };
        waiting.has_browser = true;
        self.is_copied = false;

        Action::Run(request, Request::OpenBrowser(waiting.address.clone()))
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
