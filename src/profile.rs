//! The Directus instances a person keeps: one [`Profile`] each, and the collection's rules. Pure: reading and
//! writing the file is `store`, tokens are `vault`.

mod list;
mod note;
mod search;
mod sso_ports;
mod sso_relay;

pub use list::{FindError, MAX_NAME, Profiles};
pub use note::{NoteBlock, NoteLink, NoteSpan, parse_note, truncate_note};
pub use search::Search;
pub use sso_ports::{SsoPorts, SsoPortsError};

use std::path::PathBuf;

use serde_json::{Map, Value};

use crate::{address::ServerUrl, session::Account};

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
        getrandom::u64().map(|number| Self(format!("{number:016x}")))
    }

    /// Accepts only the exact form; anything else is `None`.
    pub fn parse(text: &str) -> Option<Self> {
        let exact =
            text.len() == 16 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));

        exact.then(|| Self(text.to_owned()))
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
    /// `public_background`, the asset id of a picture; a film is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub background: Option<String>,
    /// `public_note`, Markdown as it was written; [`parse_note`] reads it.
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
    /// Keys of other versions, kept as they are, and the settings behind [`Profile::sso_ports`],
    /// [`Profile::sso_relay`] and [`Profile::proxy`].
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may stop at once")]

    use super::*;

    #[test]
    fn an_id_has_one_form() {
        for (text, good) in [
            ("0123456789abcdef", true),
            ("0123456789ABCDEF", false),
            ("0123456789abcde", false),
            ("0123456789abcdef0", false),
            ("0123456789abcdeg", false),
            (" 123456789abcdef", false),
            ("../../etc/passwd", false),
            ("\u{ff10}123456789abc", false),
            ("", false),
        ] {
            assert_eq!(ProfileId::parse(text).is_some(), good, "{text:?}");
        }
    }

    #[test]
    fn random_ids_differ_and_read_back() {
        let (one, two) = (ProfileId::random().unwrap(), ProfileId::random().unwrap());

        assert_ne!(one, two);
        assert_eq!(ProfileId::parse(one.as_str()), Some(one));
    }

    #[test]
    fn r_23_a_profile_keeps_keys_of_other_versions() {
        let text = r#"{"id":"0123456789abcdef","name":"A","url":"https://a.example.com","project":{},"pinned":{"to":3}}"#;
        let profile: Profile = serde_json::from_str(text).unwrap();

        let again = serde_json::to_value(&profile).unwrap();

        assert_eq!(again["pinned"]["to"], 3);
        assert_eq!(again["url"], "https://a.example.com");
        assert!(
            again.get("allow_http").is_none(),
            "what is not set is not written"
        );
    }

    #[test]
    fn a_saved_plain_http_address_reads_back() {
        let text =
            r#"{"id":"0123456789abcdef","name":"A","url":"http://cms.intern","allow_http":true}"#;

        let profile: Profile = serde_json::from_str(text).unwrap();

        assert_eq!(profile.url.as_str(), "http://cms.intern");
    }
}
