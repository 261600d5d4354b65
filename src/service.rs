//! What Latchkey can do, once, for both faces: the window and the command line call these and nothing below
//! them. Owns the order of steps (what is kept when), not their parts.

use std::time::{Duration, SystemTime};

use crate::{
    directus::{self, Generation, Providers},
    link::{Link, LinkError, Purpose, TokenLink},
    profile::{FindError, Profile, ProfileId, Project, ServerUrl, ServerUrlError},
    secret::Secret,
    session::{Access, Account, TokenHint},
    store::{self, Loaded, Store},
    vault::{self, Vault},
};

/// Everything that can go wrong above the single parts. `text` gives each its sentence.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Error {
    /// The address was refused before anything was contacted.
    #[error(transparent)]
    Address(#[from] ServerUrlError),
    /// The link was refused before anything was contacted.
    #[error(transparent)]
    Link(#[from] LinkError),
    /// The server, the way to it, or what it said.
    #[error(transparent)]
    Directus(#[from] directus::Error),
    /// The keyring could not say or could not keep.
    #[error(transparent)]
    Vault(#[from] vault::Trouble),
    /// The disk.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// PROFILE leads nowhere or to several.
    #[error(transparent)]
    Find(#[from] FindError),
    /// The profile was removed meanwhile.
    #[error("the profile is gone")]
    Gone,
    /// Nobody is signed in on this profile.
    #[error("not signed in")]
    SignedOut,
    /// The session was ended.
    #[error("the session was ended: {0}")]
    Ended(End),
    /// The kept record cannot be used; it was left where it is.
    #[error(transparent)]
    Record(#[from] crate::session::RecordError),
    /// The certificate file of the profile cannot be read.
    #[error("cannot read the certificate file {path:?}")]
    CaFile {
        /// The file.
        path: std::path::PathBuf,
    },
    /// The same address is kept already, as this profile.
    #[error("already kept as {0:?}")]
    AlreadyKept(String),
    /// The link belongs to none of the kept instances; nothing was sent.
    #[error("the link belongs to no kept instance")]
    ForeignLink,
    /// The link fits several kept instances; their names.
    #[error("the link fits several instances")]
    SeveralForLink(Vec<Profile>),
    /// The link is for something else than was asked.
    #[error("the link is for something else")]
    OtherPurpose,
    /// Random numbers cannot be had from the system.
    #[error("no random numbers: {0}")]
    Random(String),
    /// A task of ours ended before its answer.
    #[error("interrupted inside Latchkey")]
    Internal,
}

/// How a session ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum End {
    /// The refresh token is no longer taken: signed out elsewhere, password reset, expired, or used by another program.
    #[error("ended on the server")]
    OnServer,
    /// Suspended after too many attempts.
    #[error("the account is suspended")]
    Suspended,
    /// The single sign-on provider refused to go on.
    #[error("the provider refused")]
    ProviderRefused,
    /// The licence locks this account out (12.x).
    #[error("the licence of the project does not allow this account")]
    Licence,
}

/// Where a session is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StoredIn {
    /// In the operating system's keyring.
    Keyring,
    /// In this process only, and why.
    Memory(vault::Trouble),
}

/// A session as people and programs are told of it.
#[derive(Debug, Clone)]
pub struct SignedIn {
    /// Whose.
    pub account: Account,
    /// Directus provider; `default` for e-mail and password.
    pub provider: String,
    /// Until when the access token in hand is valid; `None` when there is none in hand.
    pub expires_at: Option<SystemTime>,
    /// Where it is kept.
    pub stored_in: StoredIn,
    /// The project demands two-factor, and this account has none yet.
    pub enforce_tfa: bool,
}

/// What is known about a profile's session at this moment.
#[derive(Debug, Clone)]
pub enum Standing {
    /// Signed in, and the server agreed within this call.
    SignedIn(SignedIn),
    /// Signed in as far as this machine knows; the server could not be asked.
    Unconfirmed(SignedIn, directus::Error),
    /// Nobody is signed in: the keyring said so.
    SignedOut,
    /// Was signed in; the server ended it.
    Ended(End),
    /// The keyring could not say.
    Trouble(vault::Trouble),
    /// The record cannot be used.
    Damaged(crate::session::RecordError),
}

/// How to add an instance.
#[derive(Debug, Clone, Default)]
pub struct AddOptions {
    /// The person agreed to plain http.
    pub allow_http: bool,
    /// Certificate authorities for this instance only.
    pub ca_file: Option<std::path::PathBuf>,
}

/// An instance that was looked at and not yet kept.
#[derive(Debug, Clone)]
pub struct Preview {
    /// Its cleaned address.
    pub url: ServerUrl,
    /// Its public face.
    pub project: Project,
    /// Its generation.
    pub generation: Generation,
    /// How one signs in there.
    pub providers: Providers,
    /// The options it was looked at with.
    pub options: AddOptions,
}

/// E-mail, password and perhaps a one-time code.
#[derive(Debug, Clone)]
pub struct Credentials {
    /// E-mail address.
    pub email: String,
    /// Password.
    pub password: Secret,
    /// One-time code; `None` until the server asks with `INVALID_OTP`.
    pub otp: Option<Secret>,
}

/// How a sign-out went (S-50).
#[derive(Debug, Clone)]
pub enum SignedOut {
    /// The server ended the session, and nothing is kept here.
    Everywhere,
    /// Nothing is kept here; the server was not told and keeps the session until it runs out (up to 7 days).
    HereOnly(directus::Error),
    /// There was nothing to sign out of.
    Nothing,
}

/// Which link the mail will hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MailedLink {
    /// The companion's https page.
    Bridge,
    /// The custom scheme: a click opens Latchkey.
    Scheme,
    /// The Data Studio's own page: paste it here.
    Studio,
}

/// A mailed link with the instance it belongs to: what the new-password form shows.
#[derive(Debug, Clone)]
pub struct Invitation {
    /// The instance the password will be sent to.
    pub profile: Profile,
    /// Reset or invitation.
    pub purpose: Purpose,
    /// The token.
    pub token: Secret,
    /// What the token says about itself.
    pub hint: TokenHint,
}

/// The one entry to everything. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Service {}

impl Service {
    /// A service over these parts; nothing is touched yet.
    pub fn new(store: Store, vault: Vault) -> Self {
        let _ = (store, vault);
        todo!()
    }

    /// Reads the profiles.
    pub async fn profiles(&self) -> Result<Loaded, Error> {
        todo!()
    }

    /// Finds what a person typed for PROFILE.
    pub async fn find(&self, text: &str) -> Result<Profile, Error> {
        let _ = text;
        todo!()
    }

    /// Looks at an address without keeping anything.
    pub async fn probe(&self, address: &str, options: AddOptions) -> Result<Preview, Error> {
        let _ = (address, options);
        todo!()
    }

    /// Keeps an instance that was looked at.
    pub async fn add(&self, preview: Preview, name: Option<String>) -> Result<Profile, Error> {
        let _ = (preview, name);
        todo!()
    }

    /// Looks at a kept instance again: fresh project and providers; the profile's cached face is updated.
    pub async fn refresh_face(&self, id: &ProfileId) -> Result<(Profile, Providers), Error> {
        let _ = id;
        todo!()
    }

    /// The instance's logo as raw image bytes: from the server, else the cache. `None` costs nothing but the picture.
    pub async fn logo(&self, id: &ProfileId) -> Option<Vec<u8>> {
        let _ = id;
        todo!()
    }

    /// Removes a profile: signs out as far as possible and forgets it.
    pub async fn remove(&self, id: &ProfileId) -> Result<SignedOut, Error> {
        let _ = id;
        todo!()
    }

    /// Signs in with e-mail and password.
    pub async fn sign_in(&self, id: &ProfileId, credentials: Credentials) -> Result<SignedIn, Error> {
        let _ = (id, credentials);
        todo!()
    }

    /// What is known about the session, asking the server where that is possible. `limit` bounds the keyring.
    pub async fn standing(&self, id: &ProfileId, limit: Duration) -> Result<Standing, Error> {
        let _ = (id, limit);
        todo!()
    }

    /// What the keyring alone says; no network. `None` when it cannot say.
    pub async fn has_session(&self, id: &ProfileId) -> Option<bool> {
        let _ = id;
        todo!()
    }

    /// A bearer token valid for at least `at_least`, refreshed when necessary; one refresh at a time across
    /// processes.
    pub async fn access_token(&self, id: &ProfileId, at_least: Duration) -> Result<Access, Error> {
        let _ = (id, at_least);
        todo!()
    }

    /// Signs out: the server first, then here in any case.
    pub async fn sign_out(&self, id: &ProfileId) -> Result<SignedOut, Error> {
        let _ = id;
        todo!()
    }

    /// Asks for the reset mail; the server's own 400 decides which link it holds.
    pub async fn request_reset(&self, id: &ProfileId, email: &str) -> Result<MailedLink, Error> {
        let _ = (id, email);
        todo!()
    }

    /// Finds the instance a mailed link belongs to. `chosen` narrows it when several fit. Contacts nothing.
    pub async fn place(&self, link: &Link, chosen: Option<&ProfileId>) -> Result<Invitation, Error> {
        let _ = (link, chosen);
        todo!()
    }

    /// Sends the new password of a reset or an invitation. After a reset, kept tokens of that account are dropped.
    pub async fn set_password(&self, invitation: &Invitation, password: &Secret) -> Result<(), Error> {
        let _ = (invitation, password);
        todo!()
    }

    /// Confirms a self-registered address.
    pub async fn verify_email(&self, profile: &ProfileId, token: &TokenLink) -> Result<(), Error> {
        let _ = (profile, token);
        todo!()
    }

    /// The person asked to try the keyring again.
    pub fn retry_keyring(&self) {
        todo!()
    }
}
