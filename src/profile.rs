//! The Directus instances a person keeps: one [`Profile`] each, and the rules of their collection. Pure: reading and
//! writing the file is `store`'s, tokens are `vault`'s, what an address may be is `address`'s.

mod list;
mod note;
mod search;
mod setting;
mod sso_ports;

pub use list::{FindError, MAX_NAME, Profiles};
pub use note::{NoteBlock, NoteLink, NoteSpan, parse_note, truncate_note};
pub use search::Search;
pub use setting::Setting;
pub use sso_ports::{SsoPorts, SsoPortsError};

use std::path::PathBuf;

use serde_json::{Map, Value};

use crate::{
    address::{ProxySetting, ServerUrl},
    session::Account,
};

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
    /// The loopback ports that an administrator has put on a provider's list for this instance.
    #[serde(default, skip_serializing_if = "Setting::is_absent")]
    pub sso_ports: Setting<SsoPorts>,
    /// Whether an administrator has put Latchkey's port on the server's list of its own addresses
    /// (`AUTH_ALLOWED_PUBLIC_URLS`). The address on that list is the one of the first port of `sso_ports`.
    #[serde(default, skip_serializing_if = "Setting::is_absent")]
    pub sso_relay: Setting<bool>,
    /// The proxy that leads to this instance: an address, or `none`.
    #[serde(default, skip_serializing_if = "Setting::is_absent")]
    pub proxy: Setting<ProxySetting>,
    /// Keys of other versions, kept as they are.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

impl Profile {
    /// A profile of which nothing but this is known.
    pub fn new(id: ProfileId, name: String, url: ServerUrl) -> Self {
        Self {
            id,
            name,
            url,
            allow_http: false,
            ca_file: None,
            project: Project::default(),
            last_email: None,
            account: None,
            sso_ports: Setting::default(),
            sso_relay: Setting::default(),
            proxy: Setting::default(),
            unknown: Map::new(),
        }
    }

    /// The ports set for this instance; `None` means the built-in ones.
    pub fn sso_ports(&self) -> Option<SsoPorts> {
        self.sso_ports.get().cloned()
    }

    /// Sets the ports; `None` goes back to the built-in ones.
    pub fn set_sso_ports(&mut self, ports: Option<&SsoPorts>) {
        self.sso_ports.set(ports.cloned());
    }

    /// Whether a sign-in through the browser may be relayed.
    pub fn sso_relay(&self) -> bool {
        self.sso_relay.get_or_default()
    }

    /// Allows the relay, or takes the setting out of the file.
    pub fn set_sso_relay(&mut self, is_on: bool) {
        self.sso_relay.set(is_on.then_some(true));
    }

    /// The proxy set for this instance; the system's own setting when there is none.
    pub fn proxy(&self) -> ProxySetting {
        self.proxy.get_or_default()
    }

    /// Sets the proxy; [`ProxySetting::System`] takes the setting out of the file.
    pub fn set_proxy(&mut self, proxy: &ProxySetting) {
        let chosen = (*proxy != ProxySetting::System).then(|| proxy.clone());

        self.proxy.set(chosen);
    }
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

    /// A profile whose entry in the file has this key with this value.
    fn with_setting(key: &str, value: &str) -> Profile {
        let text = format!(
            r#"{{"id":"0123456789abcdef","name":"A","url":"https://a.example.com","{key}":{value}}}"#
        );

        serde_json::from_str(&text).unwrap()
    }

    #[test]
    fn r_22_a_setting_that_cannot_be_read_costs_neither_the_profile_nor_itself() {
        for key in ["sso_ports", "sso_relay", "proxy"] {
            for bad in [
                "null",
                "7",
                "-1.5",
                "\"nonsense of another version\"",
                "[]",
                "[\"2001\"]",
                "{\"first\":2001}",
            ] {
                let profile = with_setting(key, bad);
                let kept = serde_json::to_value(&profile).unwrap();

                assert_eq!(profile.sso_ports(), None, "{key} {bad}");
                assert!(!profile.sso_relay(), "{key} {bad}");
                assert_eq!(profile.proxy(), ProxySetting::System, "{key} {bad}");
                assert_eq!(kept[key].to_string(), bad, "it stays as it was");
                assert!(profile.unknown.is_empty(), "{key} {bad}");
            }
        }
    }

    #[test]
    fn only_true_counts_and_nothing_costs_the_profile() {
        for (value, is_on) in [
            ("true", true),
            ("false", false),
            ("\"true\"", false),
            ("1", false),
            ("{}", false),
        ] {
            let mut profile = with_setting("sso_relay", value);
            assert_eq!(profile.sso_relay(), is_on, "{value}");

            profile.set_sso_relay(true);
            assert!(profile.sso_relay());
            profile.set_sso_relay(false);
            let kept = serde_json::to_value(&profile).unwrap();
            assert!(kept.get("sso_relay").is_none());
        }
    }

    #[test]
    fn r_22_what_makes_no_sense_in_the_file_counts_as_nothing_set() {
        for (value, proxy) in [
            ("\"none\"", "none"),
            ("\"http://p.example.com:1\"", "http://p.example.com:1"),
            ("\"http://a:b@p.example.com:1\"", "system"),
            ("true", "system"),
            ("{}", "system"),
        ] {
            let mut profile = with_setting("proxy", value);
            assert_eq!(profile.proxy().text(), proxy, "{value}");

            profile.set_proxy(&ProxySetting::None);
            assert_eq!(profile.proxy(), ProxySetting::None);
            profile.set_proxy(&ProxySetting::System);
            let kept = serde_json::to_value(&profile).unwrap();
            assert!(kept.get("proxy").is_none());
        }
    }
}
