//! The account that is signed in: who, where, until when, where the session is kept; signing out. A keyring that
//! does not answer is told apart from being signed out.

mod agent;
mod clock;
mod message;
mod view;

pub use message::{Action, Message};

use iced::{Element, widget::image};

use jiff::tz::TimeZone;

use self::clock::clock;
use self::message::Seen;
use super::{Contract, Logos, Note, Ticket, was_silent};
use crate::{
    profile::Profile,
    say,
    service::{Details, Error, Handed, SignedIn, SignedOut, Standing},
    session::RecordError,
    text,
    ui::banner::Kind,
    vault::Trouble,
};

/// One instance's session.
#[derive(Debug, Clone)]
pub struct Account {
    profile: Profile,
    /// The moments it shows are written by this one.
    zone: TimeZone,
    state: State,
    note: Option<Note>,
    pending: Option<Ticket>,
    is_signing_out: bool,
    asked: Option<Ticket>,
    details: Details,
    picture: Option<image::Handle>,
    sign_ins: Vec<Seen>,
    copy: Copying,
}

/// How far an access token is on its way to the clipboard.
#[derive(Debug, Clone)]
enum Copying {
    No,
    Asked(Ticket),
    /// It is there, and until when it is valid.
    Done(Ticket, Option<String>),
    Cleared,
}

#[derive(Debug, Clone)]
enum State {
    Checking,
    SignedIn {
        session: SignedIn,
        valid_until: Option<String>,
        /// The server agreed.
        is_confirmed: bool,
    },
    Trouble(Trouble),
    Damaged(RecordError),
}

impl Account {
    /// An instance whose session is not known yet.
    pub fn new(profile: Profile, zone: TimeZone) -> Self {
        Self {
            profile,
            zone,
            state: State::Checking,
            note: None,
            pending: None,
            is_signing_out: false,
            asked: None,
            details: Details::default(),
            picture: None,
            sign_ins: Vec::new(),
            copy: Copying::No,
        }
    }

    /// Straight after signing in.
    #[must_use]
    pub fn signed_in(mut self, session: SignedIn) -> Self {
        self.settle(session, true);
        self
    }

    /// As it stood when the list was made. `None` when that is the sign-in form's business.
    pub fn standing(mut self, standing: Standing) -> Option<Self> {
        match self.stands(Ok(standing)) {
            Action::SignIn(_) => None,
            _ => Some(self),
        }
    }

    /// Asks how things stand; call it when the screen opens without knowing.
    pub fn look(&mut self) -> Action {
        self.check(false)
    }

    /// Asks what else is known of the account; call it when the screen opens knowing the session.
    pub fn look_closer(&mut self) -> Action {
        let State::SignedIn {
            session,
            is_confirmed: true,
            ..
        } = &self.state
        else {
            return Action::None;
        };
        let ticket = Ticket::next();
        self.asked = Some(ticket);

        Action::Details(ticket, session.account.clone())
    }

    /// Says something first.
    pub fn tell(&mut self, note: Note) {
        self.note = Some(note);
    }

    /// The token that is on its way to the clipboard.
    pub fn copies(&self) -> Option<Ticket> {
        match self.copy {
            Copying::Asked(ticket) => Some(ticket),
            _ => None,
        }
    }

    /// Whether the person's picture is shown.
    pub fn has_picture(&self) -> bool {
        self.picture.is_some()
    }
}

impl Contract for Account {
    type Message = Message;
    type Action = Action;

    fn title(&self) -> String {
        super::title(&self.profile, say!("account-window"))
    }

    fn profile(&self) -> Option<&Profile> {
        Some(&self.profile)
    }

    fn pending(&self) -> Option<Ticket> {
        self.pending
    }

    fn awaits(&self, ticket: Ticket) -> bool {
        self.pending == Some(ticket) || self.asked == Some(ticket) || self.copies() == Some(ticket)
    }

    fn cleared(&mut self, copy: Ticket) {
        if matches!(self.copy, Copying::Done(done, _) if done == copy) {
            self.copy = Copying::Cleared;
        }
    }

    fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Stands(ticket, result) if self.pending == Some(ticket) => {
                self.pending = None;
                self.stands(*result)
            }
            Message::Gone(ticket, result) if self.pending == Some(ticket) => {
                self.pending = None;
                self.is_signing_out = false;
                self.gone(result)
            }
            Message::Told(ticket, details) if self.asked == Some(ticket) => {
                self.told(ticket, *details)
            }
            Message::Pictured(ticket, picture) if self.asked == Some(ticket) => {
                self.picture = Some(picture);
                Action::None
            }
            Message::CopyToken if !self.is_signing_out => {
                let State::SignedIn { session, .. } = &self.state else {
                    return Action::None;
                };
                let ticket = Ticket::next();
                self.copy = Copying::Asked(ticket);
                self.note = None;
                Action::Token(ticket, session.account.id.clone())
            }
            Message::Token(ticket, result) if self.awaits(ticket) => self.handed(ticket, *result),
            Message::ChangePassword => self.change_password(),
            Message::TwoFactor => self.two_factor(),
            Message::Retry => self.check(true),
            Message::SignOut if self.pending.is_none() => {
                let ticket = Ticket::next();
                self.pending = Some(ticket);
                self.is_signing_out = true;
                self.note = None;
                Action::SignOut(ticket)
            }
            Message::Stands(..)
            | Message::Told(..)
            | Message::Pictured(..)
            | Message::Token(..)
            | Message::CopyToken
            | Message::Gone(..)
            | Message::SignOut => Action::None,
            Message::SignIn => Action::SignIn(None),
            Message::OpenStudio => Action::OpenStudio,
            Message::CheckUp => Action::CheckUp,
            Message::BrowserFailed(address) => {
                self.note = Some(Note::no_browser(&address));
                Action::None
            }
            // Half-way out nobody could say how it stands.
            Message::Back if self.is_signing_out => Action::None,
            Message::Back => Action::Back,
            Message::Note(message) => {
                Note::pressed(&mut self.note, message).map_or(Action::None, Action::Copy)
            }
        }
    }

    fn view<'a>(&'a self, logos: &'a Logos) -> Element<'a, Message> {
        self.draw(logos)
    }
}

impl Account {
    fn check(&mut self, again: bool) -> Action {
        if self.is_signing_out {
            return Action::None;
        }

        let ticket = Ticket::next();
        self.pending = Some(ticket);
        self.note = None;

        Action::Check { ticket, again }
    }

    fn settle(&mut self, session: SignedIn, is_confirmed: bool) {
        let valid_until = session.expires_at.and_then(|at| clock(at, &self.zone));
        self.state = State::SignedIn {
            session,
            valid_until,
            is_confirmed,
        };
    }

    fn told(&mut self, ticket: Ticket, details: Details) -> Action {
        let seen = details.sign_ins.iter().flatten();
        self.sign_ins = seen.filter_map(|seen| Seen::of(seen, &self.zone)).collect();
        let picture = details.avatar.clone();
        // Another file is another picture, perhaps of another person.
        let is_same = picture.is_some() && picture == self.details.avatar;
        self.picture = self.picture.take().filter(|_| is_same);
        self.details = details;

        picture.map_or(Action::None, |file| Action::Picture(ticket, file))
    }

    fn handed(&mut self, ticket: Ticket, result: Result<Handed, Error>) -> Action {
        match result {
            Ok(Handed { access, .. }) => {
                let until = access.expires_at.and_then(|at| clock(at, &self.zone));
                self.copy = Copying::Done(ticket, until);
                Action::HandOver(ticket, access.token)
            }
            Err(Error::Ended(end)) => {
                Action::SignIn(Some(Note::of(Kind::Warning, text::ended(end))))
            }
            Err(Error::SignedOut) => Action::SignIn(None),
            Err(error) => {
                self.copy = Copying::No;
                self.note = Some(Note::error(&error));
                Action::None
            }
        }
    }

    /// Whether the account has a password of its own here, as far as is known.
    fn has_password(&self) -> bool {
        self.details.provider.as_deref() == Some("default")
    }

    fn two_factor(&self) -> Action {
        let State::SignedIn { session, .. } = &self.state else {
            return Action::None;
        };

        Action::TwoFactor {
            account: session.account.id.clone(),
            is_on: self.details.has_two_factor == Some(true),
            has_password: self.has_password(),
        }
    }

    /// Where the server lets nobody but administrators set a password, the mailed link still does.
    fn change_password(&self) -> Action {
        let State::SignedIn { session, .. } = &self.state else {
            return Action::None;
        };
        let account = session.account.clone();

        match (self.details.rights, account.email.clone()) {
            (Some(rights), Some(email)) if !rights.password => Action::MailPassword(email),
            _ => Action::ChangePassword(account),
        }
    }

    fn stands(&mut self, result: Result<Standing, Error>) -> Action {
        match result {
            Ok(Standing::SignedIn(session)) => {
                self.settle(session, true);
                return self.look_closer();
            }
            Ok(Standing::Unconfirmed(session, error)) => {
                self.settle(session, false);
                let words = if was_silent(&error) {
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
                self.note = Some(Note::of(Kind::Warning, notice));
            }
            Ok(Standing::SignedOut) => return Action::SignIn(None),
            Ok(Standing::Ended(end)) => {
                return Action::SignIn(Some(Note::of(Kind::Warning, text::ended(end))));
            }
            Ok(Standing::Trouble(trouble)) => self.state = State::Trouble(trouble),
            Ok(Standing::Damaged(error)) => self.state = State::Damaged(error),
            Err(Error::Vault(trouble)) if matches!(self.state, State::Checking) => {
                self.state = State::Trouble(trouble);
            }
            Err(error) => self.note = Some(Note::error(&error)),
        }

        Action::None
    }

    fn gone(&mut self, result: Result<SignedOut, Error>) -> Action {
        match result {
            Ok(SignedOut::Everywhere) => Action::SignIn(Some(Note::say(
                Kind::Success,
                say!("sign-in-signed-out"),
                None,
            ))),
            Ok(SignedOut::HereOnly(error)) => {
                let mut notice = text::notice(&Error::Directus(error));
                say!("sign-in-signed-out-here").clone_into(&mut notice.message);
                notice.hint = Some(say!("sign-in-signed-out-here-hint").to_owned());

                Action::SignIn(Some(Note::of(Kind::Warning, notice)))
            }
            Ok(SignedOut::TokenStays) => Action::SignIn(Some(Note::say(
                Kind::Info,
                say!("sign-in-token-gone"),
                Some(say!("sign-in-token-stays")),
            ))),
            Ok(SignedOut::Nothing) => {
                Action::SignIn(Some(Note::say(Kind::Info, say!("sign-in-nothing"), None)))
            }
            Err(error) => {
                self.note = Some(Note::error(&error));
                Action::None
            }
        }
    }
}
