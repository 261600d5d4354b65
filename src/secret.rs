//! A string that must not be seen: passwords, one-time codes, tokens, links that carry tokens.
//! Owns redaction and wiping; it does not encrypt and does not store.

use std::fmt;

use secrecy::{ExposeSecret, SecretString};
use zeroize::{Zeroize, Zeroizing};

/// A secret string: no `Display`, `Debug` says only that it is redacted, the memory is wiped on drop.
#[derive(Clone)]
pub struct Secret(SecretString);

impl Secret {
    /// Takes the string over and wipes where it was.
    pub fn new(mut value: String) -> Self {
        // Shrinking the string itself could move it and leave the old copy behind unwiped.
        let exact: Box<str> = value.as_str().into();
        value.zeroize();

        Self(SecretString::from(exact))
    }

    /// The clear text. This is the only way to it, so every use can be found by the method's name.
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }

    /// Whether nothing was entered.
    pub fn is_empty(&self) -> bool {
        self.expose().is_empty()
    }
}

impl Default for Secret {
    fn default() -> Self {
        Self::new(String::new())
    }
}

impl From<String> for Secret {
    fn from(value: String) -> Self {
        Self::new(value)
    }
}

impl From<&str> for Secret {
    fn from(value: &str) -> Self {
        Self(SecretString::from(value))
    }
}

impl From<Zeroizing<String>> for Secret {
    fn from(value: Zeroizing<String>) -> Self {
        Self::from(value.as_str())
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(redacted)")
    }
}

impl<'de> serde::Deserialize<'de> for Secret {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::new)
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::expect_used, reason = "a test may stop at once")]

    use super::*;

    #[test]
    fn s_40_debug_never_shows_the_value() {
        let secret = Secret::from("correct horse");

        assert_eq!(format!("{secret:?}"), "Secret(redacted)");
        assert_eq!(format!("{:#?}", Some(secret)).matches("horse").count(), 0);
    }

    #[test]
    fn every_way_in_keeps_the_value() {
        let mut roomy = String::with_capacity(256);
        roomy.push_str("correct horse");

        for secret in [
            Secret::new(roomy.clone()),
            Secret::from(roomy.as_str()),
            Secret::from(Zeroizing::new(roomy)),
            serde_json::from_str("\"correct horse\"").expect("a JSON string is a secret"),
        ] {
            assert_eq!(secret.expose(), "correct horse");
            assert!(!secret.is_empty());
        }

        assert!(Secret::default().is_empty());
    }
}
