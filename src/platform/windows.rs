//! Windows: the scheme is a key of this user's classes (Microsoft, "Registering an Application to a URI Scheme").

use std::{env, path::PathBuf};

use windows_registry::{CLASSES_ROOT, CURRENT_USER, Key};

use crate::{identity, secret::Secret};

use super::{Error, SchemeStatus};

const COMMAND: &str = r"shell\open\command";

pub(super) fn scheme_status() -> SchemeStatus {
    let Ok(ours) = command() else {
        return SchemeStatus::Unknown("the path of this program is not known".to_owned());
    };
    // This user's classes and, below them, the machine's.
    let registered = CLASSES_ROOT
        .open(format!(r"{}\{COMMAND}", identity::SCHEME))
        .and_then(|key| key.get_string(""));
    match registered {
        Ok(command) if command.eq_ignore_ascii_case(&ours) => SchemeStatus::Ours,
        Ok(command) => SchemeStatus::Other(program_of(&command).to_owned()),
        Err(_) => SchemeStatus::Nobody,
    }
}

pub(super) fn register_scheme() -> Result<Vec<PathBuf>, Error> {
    let command = command()?;
    let write = || -> windows_registry::Result<()> {
        let key = CURRENT_USER.create(class())?;
        key.set_string("", format!("URL:{}", identity::PRODUCT))?;
        key.set_string("URL Protocol", "")?;
        key.create("DefaultIcon")?
            .set_string("", program_of(&command))?;
        key.create(COMMAND)?.set_string("", &command)
    };
    write().map_err(|error| Error::Register(error.to_string()))?;

    Ok(Vec::new())
}

pub(super) fn unregister_scheme() -> Result<(), Error> {
    let ours = command()?;
    let is_ours = |classes: &Key| {
        classes
            .open(format!(r"{}\{COMMAND}", class()))
            .and_then(|key| key.get_string(""))
            .is_ok_and(|command| command.eq_ignore_ascii_case(&ours))
    };
    if is_ours(CURRENT_USER) {
        CURRENT_USER
            .remove_tree(class())
            .map_err(|error| Error::Register(error.to_string()))?;
    }

    Ok(())
}

pub(super) fn is_wayland() -> bool {
    false
}

/// The tag of the format a person chose, which is their language unless they went out of their way.
pub(super) fn languages() -> Vec<String> {
    CURRENT_USER
        .open(r"Control Panel\International")
        .and_then(|key| key.get_string("LocaleName"))
        .into_iter()
        .collect()
}

/// Bit 0 of `HIGHCONTRAST.dwFlags` is `HCF_HIGHCONTRASTON` (Microsoft, "`HIGHCONTRASTW` structure"); the registry
/// keeps them as a decimal text. A later change is not heard.
pub(super) fn contrast_wishes() -> tokio::sync::mpsc::UnboundedReceiver<bool> {
    let is_high = CURRENT_USER
        .open(r"Control Panel\Accessibility\HighContrast")
        .and_then(|key| key.get_string("Flags"))
        .ok()
        .and_then(|flags| flags.trim().parse::<u32>().ok())
        .is_some_and(|flags| flags & 1 == 1);

    super::one_wish(is_high)
}

pub(super) fn open_browser(address: &url::Url) -> Result<(), Error> {
    open::that_detached(address.as_str()).map_err(|error| Error::NoBrowser(error.to_string()))
}

/// None that two processes could compare without `unsafe` code.
pub(super) fn uptime() -> Option<crate::session::Uptime> {
    None
}

/// Crash dumps are the business of Windows Error Reporting, which asks for consent.
pub(super) fn harden() {}

/// A process of the same user cannot be kept out here.
pub(super) fn refuse_debuggers() {}

/// Links come as an argument, through the hand-over.
pub(super) fn install_link_delegate() -> tokio::sync::mpsc::UnboundedReceiver<Secret> {
    super::silent_receiver()
}

fn class() -> String {
    format!(r"Software\Classes\{}", identity::SCHEME)
}

/// Both parts quoted (an unquoted path with blanks starts another program), the link after the end of options, so
/// that one that begins with `-`, or breaks out of its quotes, is never an option (S-20).
fn command() -> Result<String, Error> {
    let program = env::current_exe().map_err(|error| Error::Register(error.to_string()))?;
    let program = program
        .to_str()
        .ok_or_else(|| Error::Register("the path of this program is not valid text".to_owned()))?;

    Ok(format!("\"{program}\" -- \"%1\""))
}

fn program_of(command: &str) -> &str {
    match command.strip_prefix('"') {
        Some(rest) => rest.split('"').next().unwrap_or(rest),
        None => command.split(' ').next().unwrap_or(command),
    }
}
