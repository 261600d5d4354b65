//! A string that must not be seen: passwords, one-time codes, tokens, links that carry tokens.
//! Owns redaction and wiping; it does not encrypt and does not store.

use std::fmt;

use secrecy::{ExposeSecret, SecretString};

/// A secret string: no `Display`, `Debug` says only that it is redacted, the memory is wiped on drop.
#[derive(Clone)]
pub struct Secret(SecretString);

impl Secret {
    /// Takes the string over.
    pub fn new(value: String) -> Self {
        Self(SecretString::from(value))
    }

    /// The border: every use of the clear text is a call of this method.
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
        Self::new(value.to_owned())
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
    use super::*;

    #[test]
    fn s_40_debug_never_shows_the_value() {
        let secret = Secret::from("correct horse");

        assert_eq!(format!("{secret:?}"), "Secret(redacted)");
        assert_eq!(format!("{:#?}", Some(secret)).matches("horse").count(), 0);
    }
}
