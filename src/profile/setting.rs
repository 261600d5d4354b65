//! One optional setting of a profile, read leniently. Owns how a value that cannot be read is kept; which settings there
//! are and what they mean is [`Profile`](super::Profile)'s.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::DeserializeOwned};
use serde_json::Value;

/// A setting as the file has it, and what this version reads in it.
///
/// A value that cannot be read (edited by hand, or written by another version) counts as not set. The file stays
/// readable because of that (R-22: a damaged value costs no profile), and the value is written back unchanged until
/// somebody sets another one (R-23: what this version does not understand is kept).
#[derive(Debug, Clone, PartialEq)]
pub struct Setting<T> {
    written: Option<Value>,
    value: Option<T>,
}

impl<T> Setting<T> {
    /// The value; `None` when nothing is set, or nothing that can be read.
    pub fn get(&self) -> Option<&T> {
        self.value.as_ref()
    }

    /// Whether the file has no such key.
    pub(super) fn is_absent(&self) -> bool {
        self.written.is_none()
    }
}

impl<T: Clone + Default> Setting<T> {
    /// The value, or the type's default when nothing is set that can be read.
    pub fn get_or_default(&self) -> T {
        self.value.clone().unwrap_or_default()
    }
}

impl<T: Serialize> Setting<T> {
    /// Sets the value; `None` takes the key out of the file.
    pub fn set(&mut self, value: Option<T>) {
        self.written = value
            .as_ref()
            .and_then(|value| serde_json::to_value(value).ok());
        self.value = value;
    }
}

impl<T> Default for Setting<T> {
    fn default() -> Self {
        Self {
            written: None,
            value: None,
        }
    }
}

impl<T: Serialize> Serialize for Setting<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.written.serialize(serializer)
    }
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for Setting<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let written = Value::deserialize(deserializer)?;
        let value = T::deserialize(&written).ok();

        Ok(Self {
            written: Some(written),
            value,
        })
    }
}
