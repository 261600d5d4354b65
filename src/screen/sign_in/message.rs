//! What happens on the sign-in form, and what follows from it.

use url::Url;

use crate::{
    directus::{Provider, Providers},
    profile::Profile,
    screen::{Addressed, Ticket, note},
    secret::Secret,
    service::{Credentials, Error, SignedIn},
    session::Account,
};

/// What happens here.
#[derive(Debug, Clone)]
pub enum Message {
    /// The e-mail was edited.
    EmailTyped(String),
    /// The password was edited.
    PasswordTyped(Secret),
    /// The code was edited.
    CodeTyped(Secret),
    /// Shows or hides the password.
    Reveal,
    /// Signs in, or sends the code.
    Submit,
    /// Asks for a new password.
    PasswordReset,
    /// Leads one step back: out of the request, the code, the screen.
    Back,
    /// The instance was looked at again.
    Faced(Ticket, Box<Result<(Profile, Providers), Error>>),
    /// Whose session is kept here, if there is one.
    Kept(Ticket, Option<Box<Account>>),
    /// Goes on as that person.
    Continue,
    /// Shows the form all the same.
    SomebodyElse,
    /// Goes to making an account.
    SignUp,
    /// The server answered.
    Answered(Ticket, Result<SignedIn, Error>),
    /// Tries again what did not reach the server.
    Retry,
    /// Another provider of the form; `None` is the server's own accounts.
    Choose(Option<String>),
    /// To the browser with this provider.
    Browse(String),
    /// To the page for an access token.
    UseToken,
    /// Opens the Data Studio.
    OpenStudio,
    /// Looks the instance over.
    CheckUp,
    /// Opens what the project's note links to (S-36).
    Visit(Url),
    /// Shows all of the project's note, or less of it again.
    ToggleNote,
    /// No browser could be opened for this address.
    BrowserFailed(String),
    /// A button of the notice.
    Note(note::Message),
}

impl Addressed for Message {
    const BACK: Self = Self::Back;

    fn ticket(&self) -> Option<Ticket> {
        match self {
            Self::Faced(ticket, _) | Self::Kept(ticket, _) | Self::Answered(ticket, _) => {
                Some(*ticket)
            }
            _ => None,
        }
    }
}

/// What is to be done.
#[derive(Debug, Clone)]
pub enum Action {
    /// Nothing.
    None,
    /// Give the keyboard to this field.
    Focus(&'static str),
    /// Look at the instance again.
    Face(Ticket),
    /// Sign in.
    SignIn(Ticket, Credentials),
    /// Sign in at this named provider.
    SignInAt(Ticket, String, Credentials),
    /// Go to the browser with this provider, with the code Directus asked for after the last round.
    Browse(Box<Provider>, Option<Secret>),
    /// Drop the request that is under way.
    Cancel,
    /// Go to the forgotten password.
    PasswordReset {
        /// What was typed so far.
        email: String,
    },
    /// Go on with the session that is kept here.
    Continue,
    /// Go to making an account.
    SignUp {
        /// What was typed so far.
        email: String,
    },
    /// Leave.
    Back,
    /// Signed in.
    Done(SignedIn),
    /// Go to the page for an access token.
    UseToken,
    /// Open the Data Studio.
    OpenStudio,
    /// Look the instance over.
    CheckUp,
    /// Open this address in the browser.
    Visit(Url),
    /// Copy this.
    Copy(String),
}
