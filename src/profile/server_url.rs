//! The address of a Directus instance: parsed from whatever a person pastes, canonical afterwards. Owns the
//! rules of S-30, S-32 and R-39; whether a Directus answers there is `service`'s question.

use std::fmt;

use url::Url;

/// Whether plain http may be used away from this machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HttpPolicy {
    /// https, or http to a loopback host.
    LoopbackOnly,
    /// The person agreed to plain http for this address.
    Allowed,
}

/// The base address of an instance: http(s), host, port, sub-path without trailing slash; no userinfo, query or
/// fragment. Two equal values are the same place (S-41).
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ServerUrl(Url);

/// Why an address was refused. The text stays in the field.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ServerUrlError {
    /// Nothing was entered.
    #[error("no address")]
    Empty,
    /// It cannot be read as an address.
    #[error("not an address")]
    Malformed,
    /// Another scheme than http or https.
    #[error("unsupported scheme {0:?}")]
    Scheme(String),
    /// `user:password@host`: credentials do not belong into an address.
    #[error("the address holds a user name or password")]
    Userinfo,
    /// http to a host that is not this machine, without the opt-in.
    #[error("plain http to {host}")]
    PlainHttp {
        /// The host, as it is shown.
        host: String,
    },
}

impl ServerUrl {
    /// Reads anything a person pastes: `example.com`, `localhost:8055`, an `/admin/…` page, a sub-path.
    pub fn parse(text: &str, http: HttpPolicy) -> Result<Self, ServerUrlError> {
        let _ = (text, http);
        todo!()
    }

    /// The canonical text, without trailing slash.
    pub fn as_str(&self) -> &str {
        todo!()
    }

    /// The address of `path` (relative, no leading slash) below this base.
    pub fn join(&self, path: &str) -> Url {
        let _ = path;
        todo!()
    }

    /// Host (and port, if not the scheme's own) as it may honestly be shown: a name that mixes scripts or
    /// imitates ASCII stays in punycode (S-32).
    pub fn display_host(&self) -> String {
        todo!()
    }

    /// Whether the host is this machine by name or literal (`localhost`, `*.localhost`, 127/8, `::1`).
    pub fn is_loopback(&self) -> bool {
        todo!()
    }

    /// Whether secrets travel under TLS.
    pub fn is_https(&self) -> bool {
        todo!()
    }

    /// The parsed address.
    pub fn url(&self) -> &Url {
        &self.0
    }
}

impl fmt::Display for ServerUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl TryFrom<String> for ServerUrl {
    type Error = ServerUrlError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        // What was saved was agreed to when it was added.
        Self::parse(&text, HttpPolicy::Allowed)
    }
}

impl From<ServerUrl> for String {
    fn from(url: ServerUrl) -> Self {
        url.as_str().to_owned()
    }
}
