//! The words of what was looked at on this machine.

use super::{Finding, Fix, Level};
use crate::{
    platform::SchemeStatus,
    service::{Error, MachineCheck},
    vault::Trouble,
};

/// The words of one check of this machine.
pub fn machine_finding(check: &MachineCheck) -> Finding {
    match check {
        MachineCheck::Keyring(tried) => keyring(tried),
        MachineCheck::SchemeHandler(status) => scheme(status),
    }
}

fn keyring(tried: &Result<Option<&'static str>, Trouble>) -> Finding {
    const ID: &str = "keyring";
    const TITLE: &str = "Keyring";

    let trouble = match tried {
        Ok(name) => {
            let name = name.unwrap_or("The keyring");

            return Finding::fine(ID, TITLE, format!("{name} keeps what it is given."));
        }
        Err(trouble) => trouble,
    };
    let finding = Finding::failed(ID, TITLE, &Error::Vault(trouble.clone()));
    // Never "signed out": what is kept is still there.
    let (level, step) = match trouble {
        Trouble::Locked => (
            Level::Warning,
            "Unlock it in your system's password manager (Passwords and Keys, KWalletManager, KeePassXC). Nobody is \
             signed out by that: what it keeps is only not at hand.",
        ),
        Trouble::Denied => (
            Level::Warning,
            "Try again when you want to unlock it. Nobody is signed out by that.",
        ),
        Trouble::Unavailable(_) => (
            Level::Failed,
            "Install and start one that offers the Secret Service: gnome-keyring, KWallet, or KeePassXC with \
             its Secret Service switched on. Until then a sign-in lasts only as long as the \
             window is open.",
        ),
        Trouble::TimedOut => (
            Level::Failed,
            "Look whether it asks for its password in another window; if not, restart it, for example by logging out \
             of the desktop and in again.",
        ),
        Trouble::Refused(_) => return finding,
    };

    Finding { level, ..finding }.mended_by(Fix::Step(step.to_owned()))
}

fn scheme(status: &SchemeStatus) -> Finding {
    const ID: &str = "scheme_handler";
    const TITLE: &str = "Links of mails";

    let (level, detail) = match status {
        SchemeStatus::Ours => {
            return Finding::fine(ID, TITLE, "A click on one opens this Latchkey.");
        }
        SchemeStatus::Unknown(reason) => {
            return Finding::new(
                ID,
                TITLE,
                Level::Skipped,
                format!("It cannot be told who opens them: {reason}."),
            );
        }
        SchemeStatus::Nobody => (
            Level::Warning,
            "A click on one does nothing; it can still be pasted.".to_owned(),
        ),
        SchemeStatus::Gone(program) => (
            Level::Warning,
            format!(
                "A click on one does nothing: {program} was to open it and is no longer there."
            ),
        ),
        SchemeStatus::Other(program) => (
            Level::Failed,
            format!(
                "A click on one opens another program, or another copy of this one: {program}."
            ),
        ),
    };

    Finding::new(ID, TITLE, level, detail).mended_by(Fix::line("latchkey scheme register"))
}
