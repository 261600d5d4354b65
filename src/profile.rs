//! The Directus instances a person keeps: one [`Profile`] each, and the collection's rules. Pure: reading and
//! writing the file is `store`, tokens are `vault`.

mod server_url;

pub use server_url::{HttpPolicy, ServerUrl, ServerUrlError};

use std::path::PathBuf;

use serde_json::{Map, Value};

use crate::session::Account;

/// Random, stable name of a profile: 16 lower-case hex digits. Names the keyring item, the lock file and the
/// `profile` of a link; never shown unless asked for.
#[derive(
    Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
#[serde(try_from = "String", into = "String")]
pub struct ProfileId(String);

impl ProfileId {
    /// A fresh id from the operating system's random generator.
    pub fn random() -> Result<Self, getrandom::Error> {
        todo!()
    }

    /// Accepts only the exact form; anything else is `None`.
    pub fn parse(text: &str) -> Option<Self> {
        let _ = text;
        todo!()
    }

    /// The sixteen digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for ProfileId {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("a profile id is 16 lower-case hex digits")
    }
}

impl From<ProfileId> for String {
    fn from(id: ProfileId) -> Self {
        id.0
    }
}

/// The public face of an instance, as `GET /server/info` gives it, cleaned and shortened (S-34). Cached in the
/// profile so that the list looks right offline.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub struct Project {
    /// `project_name`.
    pub name: Option<String>,
    /// `project_descriptor`.
    pub descriptor: Option<String>,
    /// `project_color`, `#rrggbb`.
    pub color: Option<String>,
    /// `project_logo`, an asset id.
    pub logo: Option<String>,
    /// `public_note`, Markdown as plain text.
    pub note: Option<String>,
    /// `default_language`.
    pub language: Option<String>,
    /// `public_registration`.
    pub registration: bool,
}

/// One instance a person keeps.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Profile {
    /// Stable id.
    pub id: ProfileId,
    /// The person's own name for it; the project's name until they choose one.
    pub name: String,
    /// Where it is.
    pub url: ServerUrl,
    /// The person agreed to send secrets to this address without TLS (S-30).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub allow_http: bool,
    /// A PEM file with certificate authorities trusted for this instance only (S-33).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ca_file: Option<PathBuf>,
    /// How it looked when last seen.
    #[serde(default)]
    pub project: Project,
    /// The address last signed in with, offered again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_email: Option<String>,
    /// The account of the kept session as last seen; says nothing about whether the session still lives.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<Account>,
    /// Keys of other versions, kept as they are.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

/// All profiles, in the person's order.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Profiles {
    list: Vec<Profile>,
    /// Top-level keys of other versions, kept as they are.
    pub(crate) unknown: Map<String, Value>,
}

/// Why a name, id or host does not lead to one profile.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FindError {
    /// Nothing matches.
    #[error("there is no profile {0:?}")]
    None(String),
    /// More than one matches; their names.
    #[error("{0:?} fits more than one profile")]
    Several(String, Vec<String>),
}

impl Profiles {
    /// In the person's order.
    pub fn iter(&self) -> impl Iterator<Item = &Profile> {
        self.list.iter()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// By id.
    pub fn get(&self, id: &ProfileId) -> Option<&Profile> {
        self.list.iter().find(|profile| &profile.id == id)
    }

    /// By id, to change it.
    pub fn get_mut(&mut self, id: &ProfileId) -> Option<&mut Profile> {
        self.list.iter_mut().find(|profile| &profile.id == id)
    }

    /// What a person types for PROFILE (cli.md): an id, a name (exact first, then without case), or a host that
    /// only one profile has.
    pub fn find(&self, text: &str) -> Result<&Profile, FindError> {
        let _ = text;
        todo!()
    }

    /// Adds or replaces by id. A name already taken by another profile gets a number behind it.
    pub fn put(&mut self, profile: Profile) -> &Profile {
        let _ = profile;
        todo!()
    }

    /// Takes a profile out.
    pub fn remove(&mut self, id: &ProfileId) -> Option<Profile> {
        let _ = id;
        todo!()
    }

    /// The profiles a web link of `server` can belong to: same origin, and the profile's sub-path is a prefix of
    /// the link's path.
    pub fn serving(&self, link: &url::Url) -> Vec<&Profile> {
        let _ = link;
        todo!()
    }
}
