//! What happens on the sign-in form, and what follows from it.

use url::Url;

use crate::{
    profile::Profile,
    screen::{RequestId, ScreenMessage, note},
    secret::Secret,
    service::{Credentials, Error, Provider, Providers, SessionInfo},
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
    InstanceRefreshed(RequestId, Box<Result<(Profile, Providers), Error>>),
    /// Whose session is kept here, if there is one.
    StoredAccountFound(RequestId, Option<Box<Account>>),
    /// Goes on as that person.
    Continue,
    /// Shows the form all the same.
    UseAnotherAccount,
    /// Goes to making an account.
    OpenRegister,
    /// The server answered.
    Answered(RequestId, Result<SessionInfo, Error>),
    /// Tries again what did not reach the server.
    Retry,
    /// Another provider of the form; `None` is the server's own accounts.
    ChooseProvider(Option<String>),
    /// To the browser with this provider.
    StartSso(String),
    /// To the page for an access token.
    OpenAccessToken,
    /// Opens the Data Studio.
    OpenStudio,
    /// Looks the instance over.
    OpenDoctor,
    /// Opens what the project's note links to (S-36).
    Visit(Url),
    /// Shows all of the project's note, or less of it again.
    ToggleProjectNote,
    /// No browser could be opened for this address.
    BrowserFailed(String),
    /// A button of the notice.
    Notification(note::Message),
}

impl ScreenMessage for Message {
    const BACK: Self = Self::Back;

    fn request_id(&self) -> Option<RequestId> {
        match self {
            Self::InstanceRefreshed(ticket, _)
            | Self::StoredAccountFound(ticket, _)
            | Self::Answered(ticket, _) => Some(*ticket),
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
    RefreshInstance(RequestId),
    /// Sign in.
    SignIn(RequestId, Credentials),
    /// Sign in at this named provider.
    SignInWithProvider(RequestId, String, Credentials),
    /// Go to the browser with this provider, with the code Directus asked for after the last round.
    StartSso(Box<Provider>, Option<Secret>),
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
    OpenRegister {
        /// What was typed so far.
        email: String,
    },
    /// Leave.
    Back,
    /// Signed in.
    Done(SessionInfo),
    /// Go to the page for an access token.
    OpenAccessToken,
    /// Open the Data Studio.
    OpenStudio,
    /// Look the instance over.
    OpenDoctor,
    /// Open this address in the browser.
    Visit(Url),
    /// Copy this.
    Copy(String),
}
