//! The account that is signed in: who, where, until when, where the session is kept; signing out. A keyring that
//! does not answer is told apart from being signed out.

mod view;

use std::time::SystemTime;

use jiff::{Timestamp, tz::TimeZone};

use super::{Note, Ticket, note, was_silent};
use crate::{
    profile::Profile,
    say,
    service::{Error, SignedIn, SignedOut, Standing},
    session::RecordError,
    text,
    ui::banner::Kind,
    vault::Trouble,
};

/// One instance's session.
#[derive(Debug, Clone)]
pub struct Account {
    profile: Profile,
    state: State,
    note: Option<Note>,
    pending: Option<Ticket>,
    is_signing_out: bool,
}

#[derive(Debug, Clone)]
enum State {
    Checking,
    SignedIn {
        session: SignedIn,
        valid_until: Option<String>,
    },
    Trouble(Trouble),
    Damaged(RecordError),
}

/// What happens here.
#[derive(Debug, Clone)]
pub enum Message {
    /// How things stand.
    Stands(Ticket, Box<Result<Standing, Error>>),
    /// Asks again, the keyring too.
    Retry,
    /// Signs out.
    SignOut,
    /// How that went.
    Gone(Ticket, Result<SignedOut, Error>),
    /// Goes to the form.
    SignIn,
    /// Opens the Data Studio.
    OpenStudio,
    /// Looks the instance over.
    CheckUp,
    /// No browser could be opened for this address.
    BrowserFailed(String),
    /// Leaves.
    Back,
    /// A button of the notice.
    Note(note::Message),
}

impl Message {
    /// The request it answers.
    pub fn ticket(&self) -> Option<Ticket> {
        match self {
            Self::Stands(ticket, _) | Self::Gone(ticket, _) => Some(*ticket),
            _ => None,
        }
    }
}

/// What is to be done.
#[derive(Debug, Clone)]
pub enum Action {
    /// Nothing.
    None,
    /// Ask how things stand; `again` when the person asked, so that a keyring may prompt.
    Check {
        /// Names the request.
        ticket: Ticket,
        /// The person asked for it.
        again: bool,
    },
    /// Sign out.
    SignOut(Ticket),
    /// Go to the form, with something to say first.
    SignIn(Option<Note>),
    /// Open the Data Studio.
    OpenStudio,
    /// Look the instance over.
    CheckUp,
    /// Leave.
    Back,
    /// Copy this.
    Copy(String),
}

impl Account {
    /// An instance whose session is not known yet.
    pub fn new(profile: Profile) -> Self {
        Self {
            profile,
            state: State::Checking,
            note: None,
            pending: None,
            is_signing_out: false,
        }
    }

    /// Straight after signing in.
    #[must_use]
    pub fn signed_in(mut self, session: SignedIn, zone: &TimeZone) -> Self {
        self.settle(session, zone);
        self
    }

    /// As it stood when the list was made. `None` when that is the sign-in form's business.
    pub fn standing(mut self, standing: Standing, zone: &TimeZone) -> Option<Self> {
        match self.stands(Ok(standing), zone) {
            Action::SignIn(_) => None,
            _ => Some(self),
        }
    }

    /// Asks how things stand; call it when the screen opens without knowing.
    pub fn look(&mut self) -> Action {
        self.check(false)
    }

    /// The instance.
    pub fn profile(&self) -> &Profile {
        &self.profile
    }

    /// Title of the window.
    pub fn title(&self) -> String {
        say!(
            "common-title",
            name = &self.profile.name,
            host = &self.profile.url.display_host(),
            what = say!("account-window")
        )
    }

    /// The request that is under way.
    pub fn pending(&self) -> Option<Ticket> {
        self.pending
    }

    /// Whether it waits for this answer.
    pub fn awaits(&self, ticket: Ticket) -> bool {
        self.pending == Some(ticket)
    }

    /// Takes a message in.
    pub fn update(&mut self, message: Message, zone: &TimeZone) -> Action {
        match message {
            Message::Stands(ticket, result) if self.pending == Some(ticket) => {
                self.pending = None;
                self.stands(*result, zone)
            }
            Message::Gone(ticket, result) if self.pending == Some(ticket) => {
                self.pending = None;
                self.is_signing_out = false;
                self.gone(result)
            }
            Message::Retry => self.check(true),
            Message::SignOut if self.pending.is_none() => {
                let ticket = Ticket::next();
                self.pending = Some(ticket);
                self.is_signing_out = true;
                self.note = None;
                Action::SignOut(ticket)
            }
            Message::Stands(..) | Message::Gone(..) | Message::SignOut => Action::None,
            Message::SignIn => Action::SignIn(None),
            Message::OpenStudio => Action::OpenStudio,
            Message::CheckUp => Action::CheckUp,
            Message::BrowserFailed(address) => {
                self.note = Some(Note::say(
                    Kind::Warning,
                    say!("common-no-browser", address = &address),
                    None,
                ));
                Action::None
            }
            // Half-way out nobody could say how it stands.
            Message::Back if self.is_signing_out => Action::None,
            Message::Back => Action::Back,
            Message::Note(message) => {
                let copied = self.note.as_mut().and_then(|note| note.update(message));
                copied.map_or(Action::None, Action::Copy)
            }
        }
    }

    fn check(&mut self, again: bool) -> Action {
        if self.is_signing_out {
            return Action::None;
        }

        let ticket = Ticket::next();
        self.pending = Some(ticket);
        self.note = None;

        Action::Check { ticket, again }
    }

    fn settle(&mut self, session: SignedIn, zone: &TimeZone) {
        let valid_until = session.expires_at.and_then(|at| clock(at, zone));
        self.state = State::SignedIn {
            session,
            valid_until,
        };
    }

    fn stands(&mut self, result: Result<Standing, Error>, zone: &TimeZone) -> Action {
        match result {
            Ok(Standing::SignedIn(session)) => self.settle(session, zone),
            Ok(Standing::Unconfirmed(session, error)) => {
                self.settle(session, zone);
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

/// The time of day, with the date when it is another day than today.
fn clock(at: SystemTime, zone: &TimeZone) -> Option<String> {
    let at = Timestamp::try_from(at)
        .ok()?
        .to_zoned_datetime(zone.clone());
    let today = Timestamp::now().to_zoned_datetime(zone.clone()).date();
    let form = if at.date() == today {
        "%H:%M"
    } else {
        "%Y-%m-%d %H:%M"
    };

    Some(at.strftime(form).to_string())
}
