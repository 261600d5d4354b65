//! The Keychain (macOS) and the Credential Manager (Windows), through `keyring`. Both are always there, so no
//! connection is kept between calls.

#[cfg(windows)]
use std::collections::HashMap;

use keyring::{Entry, Error as KeyringError};
use zeroize::Zeroize;

use crate::{identity, secret::Secret};

use super::{
    Error, Unlock,
    queue::{Answer, Backend, BackendFactory},
};

/// The system's own keyring.
pub(super) struct Keyring;

impl BackendFactory for Keyring {
    fn open(&self) -> Box<dyn Backend> {
        Box::new(Client)
    }

    /// Part of the system, so it never ends or restarts.
    fn running_service(&self) -> Option<String> {
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
    fn read(&mut self, id: &str, _unlock: Unlock) -> Answer {
        match entry(id)?.get_secret() {
            Ok(bytes) => String::from_utf8(bytes)
                .map(|text| Some(Secret::new(text)))
                .map_err(|error| {
                    error.into_bytes().zeroize();
                    Error::Refused("the entry is not text".to_owned())
                }),
            Err(KeyringError::NoEntry) => Ok(None),
            Err(error) => Err(to_vault_error(&error)),
        }
    }

    fn write(&mut self, id: &str, record: &Secret, _label: &str) -> Result<(), Error> {
        entry(id)?
            .set_secret(record.expose().as_bytes())
            .map_err(|error| to_vault_error(&error))
    }

    fn delete(&mut self, id: &str, _unlock: Unlock) -> Result<(), Error> {
        let entry = entry(id)?;
        match entry.delete_credential() {
            Ok(()) => {}
            Err(KeyringError::NoEntry) => return Ok(()),
            Err(error) => return Err(to_vault_error(&error)),
        }
        match entry.get_secret() {
            Err(KeyringError::NoEntry) => Ok(()),
            Err(error) => Err(to_vault_error(&error)),
            Ok(mut bytes) => {
                bytes.zeroize();
                Err(Error::Refused(
                    "the entry is still there after it was deleted".to_owned(),
                ))
            }
        }
    }
}

#[cfg(target_os = "macos")]
fn entry(id: &str) -> Result<Entry, Error> {
    Entry::new(identity::APP_ID, id).map_err(|error| to_vault_error(&error))
}

/// For this machine only. By default a credential follows a user who has a roaming profile, and a session cannot be
/// held in two places: the first renewal on one machine would end it on the other (Microsoft, "CREDENTIALW structure",
/// <https://learn.microsoft.com/windows/win32/api/wincred/ns-wincred-credentialw>, `CRED_PERSIST_LOCAL_MACHINE`).
#[cfg(windows)]
#[expect(clippy::disallowed_types, reason = "this is the vault")]
fn entry(id: &str) -> Result<Entry, Error> {
    if let Err(error) = Entry::store_status() {
        return Err(to_vault_error(error));
    }
    let local = HashMap::from([("persistence", "Local")]);

    keyring_core::Entry::new_with_modifiers(identity::APP_ID, id, &local)
        .map(|inner| Entry { inner })
        .map_err(|error| to_vault_error(&error))
}

fn to_vault_error(error: &KeyringError) -> Error {
    match error {
        KeyringError::PlatformFailure(cause) => {
            // Only the debug form of the macOS error names its code; it holds no more than code and message.
            let detail = format!("{cause:?}");
            let says = |code: &str| detail.contains(code);
            if says("-128") || says("-25293") {
                // errSecUserCanceled, errSecAuthFailed: the person's "Deny".
                Error::Denied
            } else if says("-25308") {
                // errSecInteractionNotAllowed: locked, and nobody may be asked.
                Error::Locked
            } else {
                Error::Unavailable(cause.to_string())
            }
        }
        KeyringError::NoDefaultStore | KeyringError::NoStorageAccess(_) => {
            Error::Unavailable(error.to_string())
        }
        other => Error::Refused(other.to_string()),
    }
}

#[cfg(all(test, windows))]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may stop at once")]

    use super::*;
    use crate::session::MAX_RECORD_BYTES;

    /// One more than the number of bytes a test on every system holds records to.
    #[test]
    fn the_credential_manager_keeps_the_longest_record_and_says_what_is_too_long() {
        let id = format!("latchkey-test-{}", std::process::id());
        let record = |length: usize| Secret::from("x".repeat(length).as_str());
        assert_eq!(
            Client.read(&id, Unlock::Never).map(|found| found.is_none()),
            Ok(true)
        );

        Client.write(&id, &record(MAX_RECORD_BYTES), "").unwrap();
        let kept = Client.read(&id, Unlock::Never).unwrap().unwrap();
        assert_eq!(kept.expose().len(), MAX_RECORD_BYTES);
        let attributes = entry(&id).unwrap().inner.get_attributes().unwrap();
        assert_eq!(attributes["persistence"], "Local");
        assert!(matches!(
            Client.write(&id, &record(MAX_RECORD_BYTES + 1), ""),
            Err(Error::Refused(_))
        ));

        Client.delete(&id, Unlock::Never).unwrap();
        assert_eq!(
            Client.read(&id, Unlock::Never).map(|found| found.is_none()),
            Ok(true)
        );
    }
}
