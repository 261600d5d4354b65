//! The name of a provider as one segment of an address. Owns the check that a name from a server, or from a command line,
//! cannot lead anywhere but to this provider's sign-in.

use std::fmt::Write as _;

use url::Url;

use super::ServerUrl;
use crate::unicode::is_deceptive;

/// Longest name, in bytes.
const MAX_BYTES: usize = 100;

/// A provider's name that can be one path segment of `/auth/login/NAME`.
///
/// `.` and `..` cannot: a WHATWG URL parser removes them even when they are percent-encoded (WHATWG URL §4.4). A provider
/// without a label is shown under its name, so a name must also have something to show and nothing that hides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProviderName {
    name: String,
    segment: String,
}

/// The name cannot be one path segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this provider's name cannot be part of an address")]
pub struct ProviderNameError;

impl ProviderName {
    /// Checks a name as `GET /auth` lists it.
    pub fn parse(name: &str) -> Result<Self, ProviderNameError> {
        let is_usable = name.len() <= MAX_BYTES
            && !matches!(name, "." | "..")
            && !name.trim().is_empty()
            && !name.chars().any(is_deceptive);
        if !is_usable {
            return Err(ProviderNameError);
        }

        Ok(Self {
            name: name.to_owned(),
            segment: percent_encoded(name),
        })
    }

    /// The name as the server lists it.
    pub fn as_str(&self) -> &str {
        &self.name
    }

    /// The name as a path segment: every byte but the unreserved characters of RFC 3986 §2.3 is percent-encoded.
    pub fn segment(&self) -> &str {
        &self.segment
    }

    /// Whether the segment is the name itself, so that the two cannot differ by their encoding.
    pub fn is_unencoded(&self) -> bool {
        self.name == self.segment
    }

    /// The address `BASE/auth/login/NAME` of an instance.
    pub fn login_url(&self, instance: &ServerUrl) -> Result<Url, ProviderNameError> {
        instance
            .join_exactly(&format!("auth/login/{}", self.segment))
            .ok_or(ProviderNameError)
    }
}

fn percent_encoded(name: &str) -> String {
    let mut encoded = String::with_capacity(name.len());
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            // Writing to a string does not fail.
            let _ = write!(encoded, "%{byte:02X}");
        }
    }

    encoded
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may stop at once")]

    use super::*;
    use crate::address::HttpPolicy;

    #[test]
    fn s_18_a_name_is_one_segment_or_refused() {
        for (name, segment) in [
            ("corp", "corp"),
            ("a/../../../x", "a%2F..%2F..%2F..%2Fx"),
            ("a\\b c", "a%5Cb%20c"),
            ("a?b#c", "a%3Fb%23c"),
            ("%2e%2e", "%252e%252e"),
            ("//evil.example", "%2F%2Fevil.example"),
            ("ünï", "%C3%BCn%C3%AF"),
            ("...", "..."),
            (&"x".repeat(100), &"x".repeat(100)),
        ] {
            let parsed = ProviderName::parse(name).unwrap();
            assert_eq!((parsed.as_str(), parsed.segment()), (name, segment));

            for base in ["https://example.com", "https://example.com/cms"] {
                let instance = ServerUrl::parse(base, HttpPolicy::LoopbackOnly).unwrap();
                let url = parsed.login_url(&instance).unwrap();
                assert_eq!(url.as_str(), format!("{base}/auth/login/{segment}"));
            }
        }

        for name in [
            "",
            " ",
            ".",
            "..",
            "a\r\nb",
            "a\0",
            "a\u{202e}b",
            "\u{3164}",
            &"x".repeat(101),
        ] {
            assert_eq!(
                ProviderName::parse(name),
                Err(ProviderNameError),
                "{name:?}"
            );
        }
    }
}
