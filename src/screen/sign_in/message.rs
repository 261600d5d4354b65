//! Messages and actions of the sign-in form.

use url::Url;

use crate::{
    profile::{Profile, ProfileId},
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
    OpenPasswordReset,
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

    fn answered_sign_in(&self) -> Option<RequestId> {
        match self {
            Self::Answered(request, _) => Some(*request),
            _ => None,
        }
    }
}

/// What it asks of the service.
#[derive(Debug, Clone)]
pub enum Request {
    /// Asks for the project and its providers, and whose session is stored here. Answered by
    /// [`Message::InstanceRefreshed`] and [`Message::StoredAccountFound`].
    RefreshInstance(ProfileId),
    /// Signs in. Answered by [`Message::Answered`].
    SignIn(ProfileId, Credentials),
    /// Signs in with the provider of this name. Answered by [`Message::Answered`].
    SignInWithProvider(ProfileId, String, Credentials),
}

/// What it leads to.
#[derive(Debug, Clone)]
pub enum Outcome {
    /// SSO in the browser with this provider, with the code that Directus asked for after the last attempt.
    StartSso(Box<Provider>, Option<Secret>),
    /// Asking for a new password.
    OpenPasswordReset {
        /// What was typed so far.
        email: String,
    },
    /// The account whose session is stored here.
    Continue,
    /// Registering an account.
    OpenRegister {
        /// What was typed so far.
        email: String,
    },
    /// The person is signed in.
    SignedIn(SessionInfo),
    /// The page for an access token.
    OpenAccessToken,
}

/// What is to be done.
pub type Action = crate::screen::Action<Request, Outcome>;
