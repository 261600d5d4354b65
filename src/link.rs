//! The grammar of links: what the custom scheme, a mail, or a person's clipboard may say. Pure and total: any
//! text gives a [`Link`] or a [`LinkError`], never a panic (S-21). Owns no delivery (`handover`) and sends nothing.

use url::Url;

use crate::{profile::ProfileId, secret::Secret};

/// Longest link taken, in bytes.
pub const MAX_LINK: usize = 4096;

/// A link Latchkey understands. It proposes; the person disposes.
#[derive(Debug, Clone)]
pub enum Link {
    /// Set a new password with the mailed token.
    ResetPassword(TokenLink),
    /// Set the first password of an invited account.
    AcceptInvite(TokenLink),
    /// Confirm a self-registered address.
    VerifyEmail(TokenLink),
    /// Look at an instance and perhaps keep it.
    Add(AddLink),
}

/// A token and what the link says about where it belongs.
#[derive(Debug, Clone)]
pub struct TokenLink {
    /// The single-use token.
    pub token: Secret,
    /// The profile named by a scheme or bridge link; only selects among stored profiles.
    pub profile: Option<ProfileId>,
    /// The web page a pasted link points to, without its query; only selects among stored profiles (S-23).
    pub page: Option<Url>,
}

/// A proposal to add an instance.
#[derive(Debug, Clone)]
pub struct AddLink {
    /// The address as the link gives it; goes into the address field, nothing is contacted.
    pub address: String,
}

/// What a bare token pasted without a link is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// A forgotten password.
    ResetPassword,
    /// An invitation.
    AcceptInvite,
    /// A registration.
    VerifyEmail,
}

/// Why a text is not a link of ours.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LinkError {
    /// Nothing was entered.
    #[error("no link")]
    Empty,
    /// Longer than [`MAX_LINK`].
    #[error("longer than {MAX_LINK} bytes")]
    TooLong,
    /// Control or direction-changing characters.
    #[error("forbidden characters")]
    Characters,
    /// Not an address, and not a token either.
    #[error("not a link")]
    Malformed,
    /// Another scheme than ours, http or https.
    #[error("foreign scheme")]
    Scheme,
    /// Our scheme, but not a path we know.
    #[error("unknown kind of link")]
    UnknownKind,
    /// A key that does not belong, or the same key twice.
    #[error("unexpected key {0:?}")]
    Key(String),
    /// The link carries no token.
    #[error("no token")]
    NoToken,
    /// The profile id is not one.
    #[error("not a profile id")]
    Profile,
}

impl Link {
    /// A link of our scheme exactly as the operating system hands it over: strict (S-20, S-21).
    pub fn parse(text: &str) -> Result<Self, LinkError> {
        let _ = text;
        todo!()
    }

    /// Whatever a person pastes: our scheme, the companion's bridge page, a Data Studio page, the whole line of
    /// a mail with `&amp;` and line breaks, or the bare token, which is then taken to be for `purpose`.
    pub fn parse_pasted(text: &str, purpose: Purpose) -> Result<Self, LinkError> {
        let _ = (text, purpose);
        todo!()
    }

    /// The link as text of our scheme, for the hand-over to the running window.
    pub fn to_uri(&self) -> Secret {
        todo!()
    }
}
