//! The Keychain (macOS) and the Credential Manager (Windows), through `keyring`. Always there, so nothing is kept
//! between calls.

use keyring::{Entry, Error};
use zeroize::Zeroize;

use crate::{identity, secret::Secret};

use super::{
    Trouble,
    queue::{Answer, Backend, Source},
};

/// The system's own keyring.
pub(super) struct Keyring;

impl Source for Keyring {
    fn open(&self) -> Box<dyn Backend> {
        Box::new(Client)
    }

    /// Part of the system: it does not end.
    fn service(&self) -> Option<String> {
        Some(String::new())
    }

    fn name(&self) -> Option<&'static str> {
        Some(if cfg!(windows) {
            "Credential Manager"
        } else {
            "Keychain"
        })
    }
}

struct Client;

impl Backend for Client {
    fn read(&mut self, id: &str, _may_prompt: bool) -> Answer {
        match entry(id)?.get_secret() {
            Ok(bytes) => String::from_utf8(bytes)
                .map(|text| Some(Secret::new(text)))
                .map_err(|error| {
                    error.into_bytes().zeroize();
                    Trouble::Refused("the entry is not text".to_owned())
                }),
            Err(Error::NoEntry) => Ok(None),
            Err(error) => Err(trouble(&error)),
        }
    }

    fn write(&mut self, id: &str, record: &Secret, _label: &str) -> Result<(), Trouble> {
        entry(id)?
            .set_secret(record.expose().as_bytes())
            .map_err(|error| trouble(&error))
    }

    fn delete(&mut self, id: &str, _may_prompt: bool) -> Result<(), Trouble> {
        let entry = entry(id)?;
        match entry.delete_credential() {
            Ok(()) => {}
            Err(Error::NoEntry) => return Ok(()),
            Err(error) => return Err(trouble(&error)),
        }
        match entry.get_secret() {
            Err(Error::NoEntry) => Ok(()),
            Err(error) => Err(trouble(&error)),
            Ok(mut bytes) => {
                bytes.zeroize();
                Err(Trouble::Refused(
                    "the entry is still there after it was deleted".to_owned(),
                ))
            }
        }
    }
}

fn entry(id: &str) -> Result<Entry, Trouble> {
    Entry::new(identity::APP_ID, id).map_err(|error| trouble(&error))
}

fn trouble(error: &Error) -> Trouble {
    match error {
        Error::PlatformFailure(cause) => {
            // Only the debug form of the macOS error names its code; it holds no more than code and message.
            let detail = format!("{cause:?}");
            let says = |code: &str| detail.contains(code);
            if says("-128") || says("-25293") {
                // errSecUserCanceled, errSecAuthFailed: the person's "Deny".
                Trouble::Denied
            } else if says("-25308") {
                // errSecInteractionNotAllowed: locked, and nobody may be asked.
                Trouble::Locked
            } else {
                Trouble::Unavailable(cause.to_string())
            }
        }
        Error::NoDefaultStore | Error::NoStorageAccess(_) => {
            Trouble::Unavailable(error.to_string())
        }
        other => Trouble::Refused(other.to_string()),
    }
}
