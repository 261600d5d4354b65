//! What happens on the account screen, and what follows from it.

use iced::widget::image;

use crate::{
    directus::SignInSeen,
    screen::{Addressed, Note, Ticket, note},
    secret::Secret,
    service::{Details, Error, Handed, SignedOut, Standing},
    session::Account,
};

/// What happens here.
#[derive(Debug, Clone)]
pub enum Message {
    /// How things stand.
    Stands(Ticket, Box<Result<Standing, Error>>),
    /// What else is known of the account.
    Told(Ticket, Box<Details>),
    /// Its picture.
    Pictured(Ticket, image::Handle),
    /// Asks again, the keyring too.
    Retry,
    /// Copies an access token.
    CopyToken,
    /// The token, or why there is none.
    Token(Ticket, Box<Result<Handed, Error>>),
    /// Goes to a new password.
    ChangePassword,
    /// Goes to the second factor.
    TwoFactor,
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

impl Addressed for Message {
    const BACK: Self = Self::Back;

    fn ticket(&self) -> Option<Ticket> {
        match self {
            Self::Stands(ticket, _)
            | Self::Told(ticket, _)
            | Self::Pictured(ticket, _)
            | Self::Token(ticket, _)
            | Self::Gone(ticket, _) => Some(*ticket),
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
    /// Ask what else is known of this account.
    Details(Ticket, Account),
    /// Fetch the picture in this file.
    Picture(Ticket, String),
    /// Get an access token of this account (its id).
    Token(Ticket, String),
    /// Hand this one to the clipboard, for a while.
    HandOver(Ticket, Secret),
    /// Set a new password here.
    ChangePassword(Account),
    /// Have a link for a new password mailed to this address.
    MailPassword(String),
    /// Set up the second factor, or take it away.
    TwoFactor {
        /// Whose, by id.
        account: String,
        /// Whether there is one.
        is_on: bool,
        /// Whether the person has a password to prove who they are.
        has_password: bool,
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

/// One sign-in as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Seen {
    pub(super) when: String,
    pub(super) how: String,
}

impl Seen {
    /// `None` for one whose moment cannot be shown.
    pub(super) fn of(seen: &SignInSeen, zone: &jiff::tz::TimeZone) -> Option<Self> {
        let agent = seen.agent.as_deref().map(super::agent::in_short);
        // Node says it for IPv4 too.
        let ip = seen
            .ip
            .as_deref()
            .map(|ip| ip.strip_prefix("::ffff:").unwrap_or(ip).to_owned());
        let how = agent.into_iter().chain(ip).collect::<Vec<_>>();

        Some(Self {
            when: super::clock::clock(seen.at, zone)?,
            how: how.join(" · "),
        })
    }
}
