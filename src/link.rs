//! The grammar of links: what the custom scheme, a mail, or a person's clipboard may say. Pure and total: any
//! text gives a [`Link`] or a [`LinkError`], never a panic (S-21). Owns no delivery (`handover`) and sends nothing.

mod pasted;
mod query;

use std::fmt::Write as _;

use url::Url;
use zeroize::Zeroizing;

use crate::{identity, profile::ProfileId, secret::Secret, unicode::is_deceptive};

/// Longest link taken, in bytes.
pub const MAX_LINK_BYTES: usize = 4096;

/// A link Latchkey understands. It only proposes: nothing happens before the person confirms.
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
    /// The address as the link gives it, perhaps empty; goes into the address field, nothing is contacted.
    pub address: String,
}

/// What a bare token pasted without a link is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenPurpose {
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
    /// Longer than [`MAX_LINK_BYTES`].
    #[error("longer than {MAX_LINK_BYTES} bytes")]
    TooLong,
    /// Control or direction-changing characters.
    #[error("forbidden characters")]
    ForbiddenCharacters,
    /// Not an address, and not a token either.
    #[error("not a link")]
    Malformed,
    /// Another scheme than ours, http or https.
    #[error("foreign scheme")]
    UnknownScheme,
    /// Our scheme, but not a path we know.
    #[error("unknown kind of link")]
    UnknownKind,
    /// A key that does not belong, or the same key twice.
    /// The key is given only where it looks like one: a mangled link may have its token in that place.
    #[error("unexpected key {0:?}")]
    UnexpectedKey(String),
    /// The link carries no token.
    #[error("no token")]
    NoToken,
    /// The profile id is not one.
    #[error("not a profile id")]
    InvalidProfileId,
}

impl Link {
    /// A link of our scheme exactly as the operating system hands it over: strict (S-20, S-21).
    ///
    /// Directus rewrites the query of its `reset_url` form-encoded and puts the token last, so `+` is a blank and
    /// the order of keys is free; everything else has one form.
    pub fn parse(text: &str) -> Result<Self, LinkError> {
        if text.is_empty() {
            return Err(LinkError::Empty);
        }
        if text.len() > MAX_LINK_BYTES {
            return Err(LinkError::TooLong);
        }
        if text.contains(|c: char| c.is_whitespace() || is_deceptive(c)) {
            return Err(LinkError::ForbiddenCharacters);
        }
        let Some((scheme, rest)) = text.split_once(':') else {
            return Err(LinkError::Malformed);
        };
        if scheme != identity::SCHEME {
            return Err(LinkError::UnknownScheme);
        }
        if rest.contains('#') {
            return Err(LinkError::Malformed);
        }
        let (place, query) = match rest.split_once('?') {
            Some((place, query)) => (place, Some(query)),
            None => (rest, None),
        };
        if place == "//auth/add" {
            return Ok(Self::Add(AddLink {
                address: query::parse_add_query(query.unwrap_or_default())?,
            }));
        }
        let purpose = match place {
            "//auth/reset-password" => TokenPurpose::ResetPassword,
            "//auth/accept-invite" => TokenPurpose::AcceptInvite,
            "//auth/verify-email" => TokenPurpose::VerifyEmail,
            _ => return Err(LinkError::UnknownKind),
        };
        let (token, profile) = query::token_and_profile(query.ok_or(LinkError::NoToken)?)?;

        Ok(Self::with_purpose(
            purpose,
            TokenLink {
                token,
                profile,
                page: None,
            },
        ))
    }

    /// Whatever a person pastes: our scheme, the companion's bridge page, a Data Studio page, the whole line of
    /// a mail with `&amp;` and line breaks, or the bare token, which is then taken to be for `purpose`.
    ///
    /// A web address may be http here: it is not contacted, it only selects among stored profiles (S-23).
    pub fn parse_pasted(text: &str, purpose: TokenPurpose) -> Result<Self, LinkError> {
        pasted::parse(text, purpose)
    }

    /// The link as text, for the hand-over to the running window. What came by our scheme, or as a bare token,
    /// is text of our scheme and reads back by [`Link::parse`]. A pasted web page keeps its address, since that
    /// is what selects the profile, and reads back by [`Link::parse_pasted`] (which takes both).
    pub fn to_uri(&self) -> Secret {
        let mut text = Zeroizing::new(String::with_capacity(MAX_LINK_BYTES));
        let link = match self {
            Self::Add(link) => {
                let query: String =
                    url::form_urlencoded::byte_serialize(link.address.as_bytes()).collect();
                let _ = write!(text, "{}://auth/add?url={query}", identity::SCHEME);
                return Secret::from(text);
            }
            Self::ResetPassword(link) | Self::AcceptInvite(link) | Self::VerifyEmail(link) => link,
        };
        match &link.page {
            Some(page) => text.push_str(page.as_str()),
            None => {
                let _ = write!(text, "{}://auth/{}", identity::SCHEME, self.kind());
            }
        }
        text.push('?');
        if let Some(profile) = &link.profile {
            let _ = write!(text, "profile={}&", profile.as_str());
        }
        text.push_str("token=");
        text.push_str(link.token.expose());

        Secret::from(text)
    }

    fn with_purpose(purpose: TokenPurpose, link: TokenLink) -> Self {
        match purpose {
            TokenPurpose::ResetPassword => Self::ResetPassword(link),
            TokenPurpose::AcceptInvite => Self::AcceptInvite(link),
            TokenPurpose::VerifyEmail => Self::VerifyEmail(link),
        }
    }

    /// The token part of a link that has one.
    fn token_link(&self) -> Option<&TokenLink> {
        match self {
            Self::ResetPassword(link) | Self::AcceptInvite(link) | Self::VerifyEmail(link) => {
                Some(link)
            }
            Self::Add(_) => None,
        }
    }

    fn kind(&self) -> &'static str {
        match self {
            Self::ResetPassword(_) => "reset-password",
            Self::AcceptInvite(_) => "accept-invite",
            Self::VerifyEmail(_) => "verify-email",
            Self::Add(_) => "add",
        }
    }
}

#[cfg(test)]
mod tests;
