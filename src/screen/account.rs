//! The signed-in account: whose it is, where the session is stored, how long the access token lasts, and signing out. A
//! keyring that does not answer is a state of its own and never shown as signed out (R-13, a locked keyring).

mod agent;
mod clock;
mod message;
mod view;

pub use message::{Action, Message, Outcome, Request};

use iced::{Element, widget::image};

use jiff::tz::TimeZone;

use self::clock::local_time;
use self::message::SignInLine;
use super::{Notification, Pictures, RequestId, Screen, got_no_response};
use crate::{
    profile::Profile,
    say,
    service::{
        AccountDetails, Error, IssuedToken, KeyringError, SessionInfo, SessionStatus,
        SignOutOutcome,
    },
    session::RecordError,
    text,
    ui::banner::Kind,
};

#[derive(Debug, Clone)]
pub struct Account {
    profile: Profile,
    /// The time zone in which times are shown.
    time_zone: TimeZone,
    state: State,
    notification: Option<Notification>,
    pending: Option<RequestId>,
    is_signing_out: bool,
    details_request: Option<RequestId>,
    details: AccountDetails,
    picture: Option<image::Handle>,
    sign_ins: Vec<SignInLine>,
    token_copy: TokenCopy,
}

/// The progress of copying an access token to the clipboard.
#[derive(Debug, Clone)]
enum TokenCopy {
    Idle,
    Requested(RequestId),
    /// On the clipboard, with the time until which the token is valid.
    Copied(RequestId, Option<String>),
    Cleared,
}

#[derive(Debug, Clone)]
enum State {
    Checking,
    SignedIn {
        session: SessionInfo,
        valid_until: Option<String>,
        /// The server confirmed the session.
        is_confirmed: bool,
    },
    KeyringError(KeyringError),
    DamagedRecord(RecordError),
}

impl Account {
    /// The screen before the session's status is known.
    pub fn new(profile: Profile, zone: TimeZone) -> Self {
        Self {
            profile,
            time_zone: zone,
            state: State::Checking,
            notification: None,
            pending: None,
            is_signing_out: false,
            details_request: None,
            details: AccountDetails::default(),
            picture: None,
            sign_ins: Vec::new(),
            token_copy: TokenCopy::Idle,
        }
    }

    #[must_use]
    pub fn with_session(mut self, session: SessionInfo) -> Self {
        self.set_session(session, true);
        self
    }

    /// The screen for a known status; `None` if the status calls for the sign-in form instead.
    pub fn with_status(mut self, status: SessionStatus) -> Option<Self> {
        match self.handle_status(Ok(status)) {
            Action::Outcome(Outcome::OpenSignIn(_)) => None,
            _ => Some(self),
        }
    }

    /// Asks for the session's status; to be called when the screen opens without it.
    pub fn check_session(&mut self) -> Action {
        self.request_check(false)
    }

    /// Asks for the account's details; to be called when the screen opens with a confirmed session.
    pub fn load_details(&mut self) -> Action {
        let State::SignedIn {
            session,
            is_confirmed: true,
            ..
        } = &self.state
        else {
            return Action::None;
        };
        let request = RequestId::next();
        self.details_request = Some(request);

        Action::Run(
            request,
            Request::LoadDetails(self.profile.id.clone(), session.account.clone()),
        )
    }

    /// The request for a token that will be copied.
    pub fn pending_copy(&self) -> Option<RequestId> {
        match self.token_copy {
            TokenCopy::Requested(request) => Some(request),
            _ => None,
        }
    }

    pub fn has_picture(&self) -> bool {
        self.picture.is_some()
    }
}

impl Screen for Account {
    type Message = Message;
    type Request = Request;
    type Outcome = Outcome;

    fn title(&self) -> String {
        super::title(&self.profile, say!("account-window"))
    }

    fn profile(&self) -> Option<&Profile> {
        Some(&self.profile)
    }

    fn blocking_request(&self) -> Option<RequestId> {
        self.pending
    }

    fn awaits(&self, request: RequestId) -> bool {
        self.pending == Some(request)
            || self.details_request == Some(request)
            || self.pending_copy() == Some(request)
    }

    fn clipboard_cleared(&mut self, copy: RequestId) {
        if matches!(self.token_copy, TokenCopy::Copied(done, _) if done == copy) {
            self.token_copy = TokenCopy::Cleared;
        }
    }

    fn opened(&mut self) -> Action {
        match self.state {
            State::Checking => self.check_session(),
            _ => self.load_details(),
        }
    }

    fn notify(&mut self, notification: Notification) {
        self.notification = Some(notification);
    }

    fn may_have_changed_session(&self) -> bool {
        true
    }

    fn update(&mut self, message: Message) -> Action {
        match message {
            Message::SessionChecked(request, result) if self.pending == Some(request) => {
                self.pending = None;
                self.handle_status(*result)
            }
            Message::SignOutAnswered(request, result) if self.pending == Some(request) => {
                self.pending = None;
                self.is_signing_out = false;
                self.handle_sign_out(result)
            }
            Message::DetailsLoaded(request, details) if self.details_request == Some(request) => {
                self.handle_details(request, *details)
            }
            Message::PictureLoaded(request, picture) if self.details_request == Some(request) => {
                self.picture = Some(picture);
                Action::None
            }
            Message::CopyToken if !self.is_signing_out => {
                let State::SignedIn { session, .. } = &self.state else {
                    return Action::None;
                };
                let request = RequestId::next();
                self.token_copy = TokenCopy::Requested(request);
                self.notification = None;
                Action::Run(
                    request,
                    Request::IssueToken(self.profile.id.clone(), session.account.id.clone()),
                )
            }
            Message::TokenIssued(request, result) if self.awaits(request) => {
                self.handle_token(request, *result)
            }
            Message::OpenChangePassword => self.open_change_password(),
            Message::OpenTwoFactor => self.open_two_factor(),
            Message::Retry => self.request_check(true),
            Message::SignOut if self.pending.is_none() => {
                let request = RequestId::next();
                self.pending = Some(request);
                self.is_signing_out = true;
                self.notification = None;
                Action::Run(request, Request::SignOut(self.profile.id.clone()))
            }
            Message::SessionChecked(..)
            | Message::DetailsLoaded(..)
            | Message::PictureLoaded(..)
            | Message::TokenIssued(..)
            | Message::CopyToken
            | Message::SignOutAnswered(..)
            | Message::SignOut => Action::None,
            Message::OpenSignIn => Action::Outcome(Outcome::OpenSignIn(None)),
            Message::OpenStudio => Action::OpenStudio,
            Message::OpenDoctor => Action::OpenDoctor,
            // While signing out, leaving is refused: the outcome would go unseen.
            Message::Back if self.is_signing_out => Action::None,
            Message::Back => Action::Leave,
            Message::Notification(message) => {
                Notification::press_button(&mut self.notification, message)
            }
        }
    }

    fn view<'a>(&'a self, pictures: &'a Pictures) -> Element<'a, Message> {
        self.draw(pictures)
    }
}

impl Account {
    fn request_check(&mut self, again: bool) -> Action {
        if self.is_signing_out {
            return Action::None;
        }

        let request = RequestId::next();
        self.pending = Some(request);
        self.notification = None;

        Action::Run(
            request,
            Request::CheckSession {
                profile: self.profile.id.clone(),
                is_retry: again,
            },
        )
    }

    fn set_session(&mut self, session: SessionInfo, is_confirmed: bool) {
        let valid_until = session
            .expires_at
            .and_then(|at| local_time(at, &self.time_zone));
        self.state = State::SignedIn {
            session,
            valid_until,
            is_confirmed,
        };
    }

    fn handle_details(&mut self, request: RequestId, details: AccountDetails) -> Action {
        let sign_ins = details.sign_ins.iter().flatten();
        self.sign_ins = sign_ins
            .filter_map(|sign_in| SignInLine::of(sign_in, &self.time_zone))
            .collect();
        let picture = details.avatar.clone();
        // Another file is another picture, perhaps another person's: drop the old one at once.
        let is_same = picture.is_some() && picture == self.details.avatar;
        self.picture = self.picture.take().filter(|_| is_same);
        self.details = details;

        picture.map_or(Action::None, |file| {
            Action::Run(request, Request::LoadPicture(self.profile.id.clone(), file))
        })
    }

    fn handle_token(&mut self, request: RequestId, result: Result<IssuedToken, Error>) -> Action {
        match result {
            Ok(IssuedToken { access, .. }) => {
                let until = access
                    .expires_at
                    .and_then(|at| local_time(at, &self.time_zone));
                self.token_copy = TokenCopy::Copied(request, until);
                Action::CopySecret(request, access.token)
            }
            Err(Error::SessionEnded(end)) => Action::Outcome(Outcome::OpenSignIn(Some(
                Notification::new(Kind::Warning, text::session_ended(end)),
            ))),
            Err(Error::NotSignedIn) => Action::Outcome(Outcome::OpenSignIn(None)),
            Err(error) => {
                self.token_copy = TokenCopy::Idle;
                self.notification = Some(Notification::error(&error));
                Action::None
            }
        }
    }

    /// Whether the account is known to have a Directus password (provider `default`).
    fn has_password(&self) -> bool {
        self.details.provider.as_deref() == Some("default")
    }

    fn open_two_factor(&self) -> Action {
        let State::SignedIn { session, .. } = &self.state else {
            return Action::None;
        };

        Action::Outcome(Outcome::OpenTwoFactor {
            account: session.account.id.clone(),
            is_on: self.details.has_two_factor == Some(true),
            has_password: self.has_password(),
        })
    }

    /// If the account may not write its own password field, offer the mailed link: that always works.
    fn open_change_password(&self) -> Action {
        let State::SignedIn { session, .. } = &self.state else {
            return Action::None;
        };
        let account = session.account.clone();

        match (self.details.permissions, account.email.clone()) {
            (Some(permissions), Some(email)) if !permissions.password => {
                Action::Outcome(Outcome::OpenPasswordReset(email))
            }
            _ => Action::Outcome(Outcome::OpenChangePassword(account)),
        }
    }

    fn handle_status(&mut self, result: Result<SessionStatus, Error>) -> Action {
        match result {
            Ok(SessionStatus::SignedIn(session)) => {
                self.set_session(session, true);
                return self.load_details();
            }
            Ok(SessionStatus::Unconfirmed(session, error)) => {
                self.set_session(session, false);
                let words = if got_no_response(&error) {
                    say!("account-unconfirmed")
                } else {
                    say!("account-not-confirmed")
                };
                let mut notice = text::notice(&Error::Directus(error));
                let cause = std::mem::replace(&mut notice.message, words.to_owned());
                notice.hint = Some(match notice.hint {
                    Some(hint) => format!("{cause} {hint}"),
                    None => cause,
                });
                self.notification = Some(Notification::new(Kind::Warning, notice));
            }
            Ok(SessionStatus::SignedOut) => return Action::Outcome(Outcome::OpenSignIn(None)),
            Ok(SessionStatus::Ended(end)) => {
                return Action::Outcome(Outcome::OpenSignIn(Some(Notification::new(
                    Kind::Warning,
                    text::session_ended(end),
                ))));
            }
            Ok(SessionStatus::KeyringError(error)) => self.state = State::KeyringError(error),
            Ok(SessionStatus::UnusableRecord(error)) => self.state = State::DamagedRecord(error),
            Err(Error::Vault(error)) if matches!(self.state, State::Checking) => {
                self.state = State::KeyringError(error);
            }
            Err(error) => self.notification = Some(Notification::error(&error)),
        }

        Action::None
    }

    fn handle_sign_out(&mut self, result: Result<SignOutOutcome, Error>) -> Action {
        match result {
            Ok(SignOutOutcome::Everywhere) => Action::Outcome(Outcome::OpenSignIn(Some(
                Notification::of_text(Kind::Success, say!("sign-in-signed-out"), None),
            ))),
            Ok(SignOutOutcome::HereOnly(error)) => {
                let mut notice = text::notice(&Error::Directus(error));
                say!("sign-in-signed-out-here").clone_into(&mut notice.message);
                notice.hint = Some(say!("sign-in-signed-out-here.hint").to_owned());

                Action::Outcome(Outcome::OpenSignIn(Some(Notification::new(
                    Kind::Warning,
                    notice,
                ))))
            }
            Ok(SignOutOutcome::StaticTokenRemains) => {
                Action::Outcome(Outcome::OpenSignIn(Some(Notification::of_text(
                    Kind::Info,
                    say!("sign-in-token-gone"),
                    Some(say!("sign-in-token-stays")),
                ))))
            }
            Ok(SignOutOutcome::NoSession) => Action::Outcome(Outcome::OpenSignIn(Some(
                Notification::of_text(Kind::Info, say!("sign-in-nothing"), None),
            ))),
            Err(error) => {
                self.notification = Some(Notification::error(&error));
                Action::None
            }
        }
    }
}
