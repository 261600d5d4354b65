//! Messages and actions of the sign-in form.

use url::Url;

use crate::{
    profile::Profile,
    screen::{RequestId, ScreenMessage, notification},
    secret::Secret,
    service::{Credentials, Error, Provider, Providers, SessionInfo},
    session::Account,
};

#[derive(Debug, Clone)]
pub enum Message {
    EmailTyped(String),
    PasswordTyped(Secret),
    CodeTyped(Secret),
    Reveal,
    Submit,
    /// Goes to the password reset.
    PasswordReset,
    /// Cancels the request, leaves the code, or leaves the screen, in that order.
    Back,
    /// The project and its providers were read.
    InstanceRefreshed(RequestId, Box<Result<(Profile, Providers), Error>>),
    /// The account that is already signed in, if any.
    StoredAccountFound(RequestId, Option<Box<Account>>),
    /// Continues with that account.
    Continue,
    /// Shows the form instead.
    UseAnotherAccount,
    OpenRegister,
    Answered(RequestId, Result<SessionInfo, Error>),
    /// Retries what did not reach the server.
    Retry,
    /// Chooses the form's provider; `None` for the default one.
    ChooseProvider(Option<String>),
    /// Starts SSO with this provider.
    StartSso(String),
    OpenAccessToken,
    OpenStudio,
    OpenDoctor,
    /// Opens a link of the project note in the browser (S-36, links chosen by the server).
    Visit(Url),
    /// Shows all of the project note, or its beginning only.
    ToggleProjectNote,
    /// No browser could be opened; the address is shown instead.
    BrowserFailed(String),
    Notification(notification::Message),
}

impl ScreenMessage for Message {
    const BACK: Self = Self::Back;

    fn request_id(&self) -> Option<RequestId> {
        match self {
            Self::InstanceRefreshed(request, _)
            | Self::StoredAccountFound(request, _)
            | Self::Answered(request, _) => Some(*request),
            _ => None,
        }
    }
}

#[derive(Debug, Clone)]
pub enum Action {
    None,
    Focus(&'static str),
    /// Read the project and its providers.
    RefreshInstance(RequestId),
    SignIn(RequestId, Credentials),
    SignInWithProvider(RequestId, String, Credentials),
    /// Start SSO with this provider, with the one-time code if Directus asked for one.
    StartSso(Box<Provider>, Option<Secret>),
    /// Cancel the pending request.
    Cancel,
    /// Go to the password reset.
    PasswordReset {
        /// The address typed so far.
        email: String,
    },
    /// Continue with the stored session.
    Continue,
    OpenRegister {
        /// The address typed so far.
        email: String,
    },
    Back,
    Done(SessionInfo),
    OpenAccessToken,
    OpenStudio,
    OpenDoctor,
    Visit(Url),
    Copy(String),
}
