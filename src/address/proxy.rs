//! Which proxy leads to an instance. Owns what may be chosen and how it is written; using it is `directus`'s.
//!
//! An address with a user name and a password in it is refused: the profile file would hold a secret (S-39). A proxy that
//! asks for credentials has to be set up in the system.

use url::Url;

/// How the choices that are no address are written.
const SYSTEM: &str = "system";
const NONE: &str = "none";

/// Which way requests to an instance take. A server on this machine is never asked through a proxy, whatever is
/// chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum ProxySetting {
    /// As the system says (`HTTPS_PROXY`, `NO_PROXY` and its settings).
    #[default]
    System,
    /// Straight there, whatever the system says.
    None,
    /// Through this one.
    Through(ProxyAddress),
}

/// `http://host:port` of a proxy, and nothing else: no path, no query, no name and password.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ProxyAddress(Url);

/// Why a text is no proxy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ProxyError {
    /// There is a name or a password in it.
    #[error("the address of a proxy may hold no name and password")]
    Credentials,
    /// Another kind of proxy than an HTTP one.
    #[error("only HTTP proxies are supported")]
    Scheme,
    /// It is no address at all, or one with more than a host and a port.
    #[error("this is no address of a proxy")]
    Malformed,
}

impl ProxySetting {
    /// Reads `system`, `none`, `http://host:port` or `host:port`.
    pub fn parse(text: &str) -> Result<Self, ProxyError> {
        let text = text.trim();
        if text.eq_ignore_ascii_case(SYSTEM) {
            return Ok(Self::System);
        }
        if text.eq_ignore_ascii_case(NONE) {
            return Ok(Self::None);
        }
        // Before the address is read: what cannot be read may still hold a password.
        if text.contains('@') {
            return Err(ProxyError::Credentials);
        }

        let full = if text.contains("://") {
            text.to_owned()
        } else {
            format!("http://{text}")
        };
        let url = Url::parse(&full).map_err(|_| ProxyError::Malformed)?;
        if url.scheme() != "http" {
            return Err(ProxyError::Scheme);
        }
        let is_bare = url.path() == "/" && url.query().is_none() && url.fragment().is_none();

        if is_bare && url.host_str().is_some_and(|host| !host.is_empty()) {
            Ok(Self::Through(ProxyAddress(url)))
        } else {
            Err(ProxyError::Malformed)
        }
    }

    /// As it is written: in the file, on the command line, in a field.
    pub fn text(&self) -> String {
        match self {
            Self::System => SYSTEM.to_owned(),
            Self::None => NONE.to_owned(),
            Self::Through(address) => address.as_str().to_owned(),
        }
    }
}

impl ProxyAddress {
    /// Without a slash at the end.
    pub fn as_str(&self) -> &str {
        self.0.as_str().trim_end_matches('/')
    }
}

impl TryFrom<String> for ProxySetting {
    type Error = ProxyError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<ProxySetting> for String {
    fn from(proxy: ProxySetting) -> Self {
        proxy.text()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_proxy_has_three_forms() {
        for (text, read) in [
            ("system", Ok("system")),
            (" NONE ", Ok("none")),
            (
                "http://proxy.example.com:3128",
                Ok("http://proxy.example.com:3128"),
            ),
            (
                "proxy.example.com:3128",
                Ok("http://proxy.example.com:3128"),
            ),
            (
                "http://Proxy.Example.com:80/",
                Ok("http://proxy.example.com"),
            ),
            ("[::1]:8080", Ok("http://[::1]:8080")),
            ("socks5://proxy.example.com:1080", Err(ProxyError::Scheme)),
            ("https://proxy.example.com", Err(ProxyError::Scheme)),
            ("http://proxy.example.com/path", Err(ProxyError::Malformed)),
            ("http://proxy.example.com/?a=b", Err(ProxyError::Malformed)),
            ("http://proxy.example.com:99999", Err(ProxyError::Malformed)),
            ("", Err(ProxyError::Malformed)),
            ("http://", Err(ProxyError::Malformed)),
        ] {
            let proxy = ProxySetting::parse(text).map(|proxy| proxy.text());
            assert_eq!(proxy.as_deref(), read.as_ref().copied(), "{text:?}");
        }
    }

    #[test]
    fn s_39_a_proxy_with_a_password_is_not_kept() {
        for text in [
            "http://ada:secret@proxy.example.com:3128",
            "http://ada@proxy.example.com:3128",
            "ada:secret@proxy.example.com",
            "socks5://ada:secret@proxy.example.com",
            "ada:secret@",
        ] {
            assert_eq!(
                ProxySetting::parse(text),
                Err(ProxyError::Credentials),
                "{text}"
            );
        }
    }
}
