//! The address of a Directus instance: parsed from whatever a person pastes, canonical afterwards. Owns what is refused
//! (credentials and plain http, S-30; names that mislead, S-32) and what is taken off a pasted page; whether a
//! Directus answers there is `service`'s question.

use std::{
    fmt,
    net::{Ipv4Addr, Ipv6Addr},
};

use url::{Host, Url};

use super::host::display_domain;
use crate::unicode::is_deceptive;

/// Longest address taken, in bytes. It also has to fit into a keyring record.
const MAX_ADDRESS_BYTES: usize = 1024;

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
pub struct ServerUrl {
    /// Always ends in a slash, so that relative references resolve below the sub-path.
    base: Url,
    /// The same without that slash.
    text: String,
}

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
    /// Reads anything a person pastes: `example.com`, `localhost:8055`, an `/admin/…` page, a sub-path. Without a
    /// scheme it is https, on this machine http. `0.0.0.0` and `[::]`, which servers print as their own address,
    /// mean this machine.
    pub fn parse(text: &str, http: HttpPolicy) -> Result<Self, ServerUrlError> {
        let text = trim_enclosing_marks(text);
        if text.is_empty() {
            return Err(ServerUrlError::Empty);
        }
        // WHATWG parsing drops tabs and line breaks and reads `\` as `/`: what is seen would not be what is meant.
        let odd = |c: char| c.is_whitespace() || c == '\\' || is_deceptive(c);
        if text.len() > MAX_ADDRESS_BYTES || text.contains(odd) {
            return Err(ServerUrlError::Malformed);
        }

        let (scheme, rest) = split_scheme(text)?;
        // A parser of web addresses takes any number of slashes for two: the host is what stands after all of them.
        let rest = rest.trim_start_matches('/');
        let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
        if authority.contains('@') {
            return Err(ServerUrlError::Userinfo);
        }
        let rest = if rest.parse::<Ipv6Addr>().is_ok() {
            format!("[{rest}]")
        } else {
            rest.to_owned()
        };

        let mut base = Url::parse(&format!("{}://{rest}", scheme.unwrap_or("https")))
            .map_err(|_| ServerUrlError::Malformed)?;
        if !base.username().is_empty() || base.password().is_some() {
            return Err(ServerUrlError::Userinfo);
        }
        normalize_host(&mut base, authority)?;
        if scheme.is_none() && is_loopback(&base) && base.port() != Some(443) {
            base.set_scheme("http")
                .map_err(|()| ServerUrlError::Malformed)?;
        }
        if base.port() == Some(0) {
            return Err(ServerUrlError::Malformed);
        }
        base.set_query(None);
        base.set_fragment(None);
        let path = instance_path(base.path());
        base.set_path(&format!("{path}/"));

        let text = base.as_str().trim_end_matches('/').to_owned();
        // This is what is kept and read again: escaped it is longer than it was typed, and a mark that only now stands at
        // its end (`/cms!/`) would be taken for the sentence's around it.
        if text.len() > MAX_ADDRESS_BYTES || trim_enclosing_marks(&text) != text {
            return Err(ServerUrlError::Malformed);
        }
        let address = Self { base, text };
        if http == HttpPolicy::LoopbackOnly && !address.is_https() && !address.is_loopback() {
            let host = address.display_host();
            return Err(ServerUrlError::PlainHttp { host });
        }

        Ok(address)
    }

    /// The canonical text, without trailing slash.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The address of `path` (relative, no leading slash) below this base. A path that would lead out of the
    /// base gives the base itself.
    pub fn join(&self, path: &str) -> Url {
        let joined = Url::parse(&format!("{}{}", self.base, path.trim_start_matches('/')));

        match joined {
            Ok(url) if url.path().starts_with(self.base.path()) => url,
            _ => self.base.clone(),
        }
    }

    /// The address of exactly this path below the base; `None` when a URL parser reads anything else in it: another
    /// origin, another path, a query. `path` is relative and already percent-encoded.
    pub fn join_exactly(&self, path: &str) -> Option<Url> {
        let path = format!("{}{path}", self.base.path());
        let written = format!("{}{path}", self.base.origin().ascii_serialization());
        let read = Url::parse(&written).ok()?;
        let is_exact = read.origin() == self.base.origin()
            && read.path() == path
            && read.query().is_none()
            && read.fragment().is_none();

        is_exact.then_some(read)
    }

    /// Host (and port, if not the scheme's own) as it is shown: a name that mixes scripts or imitates ASCII stays in
    /// punycode (S-32).
    pub fn display_host(&self) -> String {
        let host = match self.base.host() {
            Some(Host::Domain(name)) => display_domain(name),
            Some(address) => address.to_string(),
            None => String::new(),
        };

        match self.base.port() {
            Some(port) => format!("{host}:{port}"),
            None => host,
        }
    }

    /// Whether the host is this machine by name or literal (`localhost`, `*.localhost`, 127/8, `::1`).
    pub fn is_loopback(&self) -> bool {
        is_loopback(&self.base)
    }

    /// Whether secrets travel under TLS.
    pub fn is_https(&self) -> bool {
        self.base.scheme() == "https"
    }

    /// The parsed address. Its path ends in a slash.
    pub fn url(&self) -> &Url {
        &self.base
    }

    /// How many bytes of the link's path this address covers; `None` when the link leads elsewhere.
    pub(crate) fn covered_path_len(&self, link: &Url) -> Option<usize> {
        let host = |url: &Url| {
            url.host_str()
                .map(|host| host.trim_end_matches('.').to_owned())
        };
        let same_place = self.base.scheme() == link.scheme()
            && host(&self.base) == host(link)
            && self.base.port() == link.port();
        let base = self.base.path().trim_end_matches('/');
        let below = link
            .path()
            .strip_prefix(base)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));

        (same_place && below).then_some(base.len())
    }
}

/// Takes off what mail programs and chat put around an address.
fn trim_enclosing_marks(text: &str) -> &str {
    let around = |c: char| c.is_whitespace() || is_deceptive(c) || "<>\"'`()“”„‘’‚«»‹›".contains(c);

    text.trim_matches(around)
        .trim_end_matches([',', ';', '!', '?'])
        .trim_matches(around)
}

/// The scheme, if one is written, and what follows it.
fn split_scheme(text: &str) -> Result<(Option<&'static str>, &str), ServerUrlError> {
    let lower = text.to_ascii_lowercase();
    for scheme in ["https", "http"] {
        let slashes = lower
            .strip_prefix(scheme)
            .and_then(|rest| rest.strip_prefix(':'));
        if slashes.is_some_and(|rest| rest.starts_with('/')) {
            let rest = text[scheme.len() + 1..].trim_start_matches('/');
            return Ok((Some(scheme), rest));
        }
    }
    if let Some(rest) = text.strip_prefix("//") {
        return Ok((None, rest.trim_start_matches('/')));
    }

    let authority = text.split(['/', '?', '#']).next().unwrap_or_default();
    if let Some((word, rest)) = authority.split_once(':') {
        let is_scheme = word.starts_with(|c: char| c.is_ascii_alphabetic())
            && word
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || "+.-".contains(c));
        let is_port = !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit());
        let has_slashes = text[word.len() + 1..].starts_with("//");
        let is_address = rest.contains('@') && !word.eq_ignore_ascii_case("mailto");
        if is_scheme
            && (has_slashes || (!rest.is_empty() && !is_port && !is_address && !is_ipv6(text)))
        {
            return Err(ServerUrlError::Scheme(word.to_ascii_lowercase()));
        }
    }

    Ok((None, text))
}

fn is_ipv6(text: &str) -> bool {
    text.parse::<Ipv6Addr>().is_ok()
}

/// Drops the root dot, turns "every interface" into loopback, and refuses numbers that only become an IPv4
/// address by arithmetic (`8055`, `0x7f.1`): nobody types those on purpose.
fn normalize_host(base: &mut Url, authority: &str) -> Result<(), ServerUrlError> {
    let host = match base.host() {
        Some(Host::Domain(name)) => {
            let rootless = name.trim_end_matches('.');
            // Marks that WHATWG allows and no name has; shown and typed again they would be the sentence's around it.
            let is_name = rootless
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte));
            if !is_name || rootless.split('.').any(str::is_empty) {
                return Err(ServerUrlError::Malformed);
            }
            (rootless.len() != name.len()).then(|| rootless.to_owned())
        }
        Some(Host::Ipv4(address)) => {
            let written = authority.split(':').next().unwrap_or_default();
            if written.trim_end_matches('.') != address.to_string() {
                return Err(ServerUrlError::Malformed);
            }
            (address == Ipv4Addr::UNSPECIFIED).then(|| Ipv4Addr::LOCALHOST.to_string())
        }
        Some(Host::Ipv6(address)) => {
            (address == Ipv6Addr::UNSPECIFIED).then(|| format!("[{}]", Ipv6Addr::LOCALHOST))
        }
        None => return Err(ServerUrlError::Malformed),
    };

    let Some(host) = host else {
        return Ok(());
    };
    let was_name = base.domain().is_some();
    base.set_host(Some(&host))
        .map_err(|_| ServerUrlError::Malformed)?;

    // `0x.` is a name, and `0x` is 0.0.0.0: what is asked would not be what was typed.
    (base.domain().is_some() == was_name)
        .then_some(())
        .ok_or(ServerUrlError::Malformed)
}

fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

/// The path up to the first segment that is a page or an endpoint of Directus itself, without trailing slash.
fn instance_path(path: &str) -> String {
    let mut segments: Vec<&str> = path
        .split('/')
        .filter(|segment| !segment.is_empty())
        .collect();
    // What is left may end in a route of its own; only then is the result the same when it is read again.
    while let Some(end) = (0..segments.len()).find(|&start| is_directus_route(&segments[start..])) {
        segments.truncate(end);
    }

    segments.iter().flat_map(|segment| ["/", segment]).collect()
}

/// Routes of Directus 11 and 12 that a person or a program is likely to have at hand. Bare words that may as
/// well be somebody's sub-path (`/users`, `/files`) are not among them.
fn is_directus_route(segments: &[&str]) -> bool {
    match segments {
        ["auth", second, ..] => {
            matches!(
                *second,
                "login" | "refresh" | "logout" | "password" | "oauth" | "saml"
            )
        }
        ["server", second, ..] => matches!(*second, "ping" | "info" | "health" | "specs"),
        ["users", second, ..] => matches!(*second, "me" | "register" | "invite"),
        ["latchkey", second, ..] => matches!(
            *second,
            "reset-password" | "accept-invite" | "verify-email" | "authorize" | "finish" | "token"
        ),
        ["admin", ..]
        | ["graphql" | "mcp" | "latchkey"]
        | ["graphql", "system"]
        | ["items" | "assets", _, ..] => true,
        _ => false,
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
        // Where a saved address is plain http, the person agreed to it when the profile was added.
        Self::parse(&text, HttpPolicy::Allowed)
    }
}

impl From<ServerUrl> for String {
    fn from(url: ServerUrl) -> Self {
        url.text
    }
}

#[cfg(test)]
mod tests;
