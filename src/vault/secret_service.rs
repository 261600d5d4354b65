//! The Secret Service of the session bus (GNOME Keyring, `KWallet`, `KeePassXC`), through the store that `keyring`
//! uses, opened here so that a service which starts late or is restarted is found.

#![expect(clippy::disallowed_types, reason = "owns the keyring")]

use std::{
    collections::HashMap,
    sync::Arc,
    time::{Duration, Instant},
};

use keyring_core::{Entry, Error as KeyringError, api::CredentialStoreApi};
use secret_service::{EncryptionType, Error as Fault, blocking};
use zbus_secret_service_keyring_store::{Store, cred::Specifier};
use zeroize::Zeroize;

use crate::{identity, secret::Secret};

use super::{
    Error, Unlock,
    queue::{Answer, Backend, BackendFactory},
};

const SERVICE_BUS_NAME: &str = "org.freedesktop.secrets";
/// The bus names by which the programs that offer the Secret Service are recognised, and their names for people.
const KNOWN_PROGRAMS: [(&str, &str); 4] = [
    ("org.gnome.keyring", "GNOME Keyring"),
    ("org.kde.kwalletd6", "KWallet"),
    ("org.kde.kwalletd5", "KWallet"),
    ("org.keepassxc.KeePassXC.MainWindow", "KeePassXC"),
];

/// A prompt that is "dismissed" sooner than this was not dismissed by a person: no prompt could be shown at all, unless
/// the program that shows them is running ([`PROMPTER_BUS_NAME`]).
const MIN_HUMAN_REACTION: Duration = Duration::from_millis(400);
/// The program that shows the prompts of GNOME Keyring: the desktop's shell, which always runs, or `gcr-prompter`,
/// which ends some time after a prompt.
const PROMPTER_BUS_NAME: &str = "org.gnome.keyring.SystemPrompter";

/// The Secret Service of the session bus.
pub(super) struct Keyring;

impl BackendFactory for Keyring {
    fn open(&self) -> Box<dyn Backend> {
        Box::new(Client::default())
    }

    fn running_service(&self) -> Option<String> {
        name_owner(&bus_proxy()?, SERVICE_BUS_NAME)
    }

    fn name(&self) -> Option<&'static str> {
        let names = bus_proxy()?;
        let service = name_owner(&names, SERVICE_BUS_NAME)?;

        KNOWN_PROGRAMS
            .into_iter()
            .find(|(name, _)| name_owner(&names, name).as_ref() == Some(&service))
            .map(|(_, name)| name)
    }
}

/// The message bus itself, which knows the owner of each name. Asking it starts no program.
fn bus_proxy() -> Option<zbus::blocking::fdo::DBusProxy<'static>> {
    let bus = zbus::blocking::Connection::session().ok()?;

    zbus::blocking::fdo::DBusProxy::new(&bus).ok()
}

fn name_owner(names: &zbus::blocking::fdo::DBusProxy<'_>, name: &str) -> Option<String> {
    let owner = names.get_name_owner(name.try_into().ok()?).ok()?;

    Some(owner.to_string())
}

/// Whether a running program owns this bus name.
fn is_owned(name: &str) -> bool {
    bus_proxy().is_some_and(|names| name_owner(&names, name).is_some())
}

/// The connections, kept between calls and made again after any fault of the bus or the service.
#[derive(Default)]
struct Client {
    store: Option<Arc<Store>>,
    /// Tells whether the default collection is locked, which the store cannot; see
    /// [`Client::unlock_default_collection`].
    service: Option<blocking::SecretService<'static>>,
}

impl Backend for Client {
    fn read(&mut self, id: &str, unlock: Unlock) -> Answer {
        let started = Instant::now();
        let found = match self.call(id, None, Entry::get_secret) {
            Err(KeyringError::NoEntry) if self.unlock_default_collection(unlock, started)? => {
                self.call(id, None, Entry::get_secret)
            }
            found => found,
        };
        match found {
            Ok(bytes) => into_secret(bytes).map(Some),
            Err(KeyringError::NoEntry) => Ok(None),
            Err(error) => Err(to_vault_error(&error, started)),
        }
    }

    fn write(&mut self, id: &str, record: &Secret, label: &str) -> Result<(), Error> {
        let started = Instant::now();
        let record = record.expose().as_bytes();
        let written = self.call(id, Some(label), |entry| match entry.set_secret(record) {
            // Two processes created the entry at the same time: delete both and write one.
            Err(KeyringError::Ambiguous(copies)) => {
                for copy in copies {
                    copy.delete_credential()?;
                }
                entry.set_secret(record)
            }
            written => written,
        });
        written.map_err(|error| to_vault_error(&error, started))?;
        // An entry that existed keeps its old label, so set it. A failure to do so is ignored.
        let _ = self.call(id, Some(label), |entry| {
            match entry.as_any().downcast_ref::<Specifier>() {
                Some(item) if item.get_label()? != label => item.set_label(label),
                _ => Ok(()),
            }
        });

        Ok(())
    }

    fn delete(&mut self, id: &str, unlock: Unlock) -> Result<(), Error> {
        let started = Instant::now();
        let deleted = match self.call(id, None, delete_entries) {
            Err(KeyringError::NoEntry) if self.unlock_default_collection(unlock, started)? => {
                self.call(id, None, delete_entries)
            }
            deleted => deleted,
        };
        match deleted {
            Ok(()) => {}
            Err(KeyringError::NoEntry) => return Ok(()),
            Err(error) => return Err(to_vault_error(&error, started)),
        }
        match self.call(id, None, Entry::get_secret) {
            Err(KeyringError::NoEntry) => Ok(()),
            Err(error) => Err(to_vault_error(&error, started)),
            Ok(mut bytes) => {
                bytes.zeroize();
                Err(Error::Refused(
                    "the entry is still there after it was deleted".to_owned(),
                ))
            }
        }
    }
}

impl Client {
    /// Makes a call on the profile's entry. If the kept connection has died with its service, the call is made once
    /// more on a new one. All calls can be repeated without harm.
    fn call<T>(
        &mut self,
        id: &str,
        label: Option<&str>,
        act: impl Fn(&Entry) -> keyring_core::Result<T>,
    ) -> keyring_core::Result<T> {
        let was_connected = self.store.is_some();
        match self.attempt(id, label, &act) {
            Err(error) if is_connection_error(&error) => {
                self.store = None;
                if !was_connected {
                    return Err(error);
                }
                let again = self.attempt(id, label, &act);
                if again.as_ref().is_err_and(is_connection_error) {
                    self.store = None;
                }
                again
            }
            outcome => outcome,
        }
    }

    fn attempt<T>(
        &mut self,
        id: &str,
        label: Option<&str>,
        act: &impl Fn(&Entry) -> keyring_core::Result<T>,
    ) -> keyring_core::Result<T> {
        let store = match &self.store {
            Some(store) => Arc::clone(store),
            None => Arc::clone(self.store.insert(Store::new()?)),
        };
        let modifiers = label.map(|label| HashMap::from([("label", label)]));

        act(&store.build(identity::APP_ID, id, modifiers.as_ref())?)
    }

    /// Called when a search found nothing. Some services (`KeePassXC`) find nothing while they are locked, so that
    /// answer counts only when the default collection is unlocked. Unlocks it if a prompt may open; `true` means that
    /// it was unlocked just now and the search is to be repeated.
    fn unlock_default_collection(
        &mut self,
        unlock: Unlock,
        started: Instant,
    ) -> Result<bool, Error> {
        let was_connected = self.service.is_some();
        let asked = match self.try_unlock_default_collection(unlock) {
            // The kept connection may have died with its service.
            Err(fault) if was_connected && is_connection_fault(&fault) => {
                self.service = None;
                self.try_unlock_default_collection(unlock)
            }
            asked => asked,
        };
        if asked.as_ref().is_err_and(is_connection_fault) {
            self.service = None;
        }

        asked.map_err(|fault| fault_to_error(&fault, started))
    }

    fn try_unlock_default_collection(&mut self, unlock: Unlock) -> Result<bool, Fault> {
        let service = match &self.service {
            Some(service) => service,
            None => self
                .service
                .insert(blocking::SecretService::connect(EncryptionType::Plain)?),
        };
        let collection = match service.get_default_collection() {
            Ok(collection) => collection,
            Err(Fault::NoResult) => return Ok(false),
            Err(fault) => return Err(fault),
        };
        if !collection.is_locked()? {
            return Ok(false);
        }
        if !unlock.may_prompt() {
            return Err(Fault::Locked);
        }
        collection.unlock()?;

        Ok(true)
    }
}

fn delete_entries(entry: &Entry) -> keyring_core::Result<()> {
    match entry.delete_credential() {
        Err(KeyringError::Ambiguous(copies)) => {
            copies.iter().try_for_each(Entry::delete_credential)
        }
        deleted => deleted,
    }
}

/// Whether the connection, and not the keyring's content, is what failed.
fn is_connection_error(error: &KeyringError) -> bool {
    match error {
        KeyringError::PlatformFailure(cause) => {
            cause.downcast_ref().is_none_or(is_connection_fault)
        }
        _ => false,
    }
}

fn is_connection_fault(fault: &Fault) -> bool {
    !matches!(fault, Fault::Prompt | Fault::Locked | Fault::NoResult)
}

fn into_secret(bytes: Vec<u8>) -> Result<Secret, Error> {
    String::from_utf8(bytes).map(Secret::new).map_err(|error| {
        error.into_bytes().zeroize();
        Error::Refused("the entry is not text".to_owned())
    })
}

fn to_vault_error(error: &KeyringError, started: Instant) -> Error {
    match error {
        KeyringError::NoStorageAccess(cause) | KeyringError::PlatformFailure(cause) => {
            match cause.downcast_ref() {
                Some(fault) => fault_to_error(fault, started),
                None => Error::Unavailable(cause.to_string()),
            }
        }
        KeyringError::Ambiguous(_) => {
            Error::Refused("there are two entries for this profile".to_owned())
        }
        other => Error::Refused(other.to_string()),
    }
}

/// The faults hold nothing of a record, only D-Bus errors and object paths.
fn fault_to_error(fault: &Fault, started: Instant) -> Error {
    match fault {
        // The person dismissed the prompt: it was open for long enough to be seen, or the program that shows prompts is
        // running. (A second prompt in a row opens at once and can be dismissed within the time.)
        Fault::Prompt if started.elapsed() >= MIN_HUMAN_REACTION || is_owned(PROMPTER_BUS_NAME) => {
            Error::Denied
        }
        Fault::Prompt | Fault::Locked => Error::Locked,
        Fault::NoResult => {
            Error::Refused("it has no default keyring to keep the entry in".to_owned())
        }
        other => {
            let text = other.to_string();
            if text.contains("Secret.Error.IsLocked") {
                Error::Locked
            } else if [
                "Error.NotSupported",
                "Error.AccessDenied",
                "Error.InvalidArgs",
                "Error.Failed",
            ]
            .iter()
            .any(|name| text.contains(name))
            {
                Error::Refused(text)
            } else {
                Error::Unavailable(text)
            }
        }
    }
}
