//! The sentences of the checks of this machine.

use super::{Finding, Fix, Level};
use crate::{
    say,
    service::{Error, KeyringError, MachineCheck, SchemeStatus},
};

/// What a check of this machine found.
pub fn machine_finding(check: &MachineCheck) -> Finding {
    match check {
        MachineCheck::Keyring(result) => keyring(result),
        MachineCheck::SchemeHandler(status) => scheme(status),
    }
}

fn keyring(result: &Result<Option<&'static str>, KeyringError>) -> Finding {
    const ID: &str = "keyring";
    let title = say!("doctor-keyring-title");

    let error = match result {
        Ok(name) => {
            let name = name.unwrap_or(say!("doctor-keyring-unnamed"));

            return Finding::passed(ID, title, say!("doctor-keyring-keeps", name = name));
        }
        Err(error) => error,
    };
    let finding = Finding::failed(ID, title, &Error::Vault(error.clone()));
    // None of these means "signed out": what is stored is still there.
    let (level, step) = match error {
        KeyringError::Locked => (Level::Warning, say!("doctor-keyring-locked-fix")),
        KeyringError::Denied => (Level::Warning, say!("doctor-keyring-denied-fix")),
        KeyringError::Unavailable(_) => (Level::Failed, say!("doctor-keyring-unavailable-fix")),
        KeyringError::TimedOut => (Level::Failed, say!("doctor-keyring-timed-out-fix")),
        KeyringError::Refused(_) => return finding,
    };

    Finding { level, ..finding }.with_fix(Fix::Step(step.to_owned()))
}

fn scheme(status: &SchemeStatus) -> Finding {
    const ID: &str = "scheme_handler";
    let title = say!("doctor-scheme-title");

    let (level, detail) = match status {
        SchemeStatus::Ours => {
            return Finding::passed(ID, title, say!("doctor-scheme-ours"));
        }
        SchemeStatus::Unknown(reason) => {
            return Finding::new(
                ID,
                title,
                Level::Skipped,
                say!("doctor-scheme-unknown", reason = reason),
            );
        }
        SchemeStatus::Nobody => (Level::Warning, say!("doctor-scheme-nobody").to_owned()),
        SchemeStatus::ProgramMissing(program) => (
            Level::Warning,
            say!("doctor-scheme-gone", program = program),
        ),
        SchemeStatus::Other(program) => (
            Level::Failed,
            say!("doctor-scheme-other", program = program),
        ),
    };

    Finding::new(ID, title, level, detail).with_fix(Fix::line("latchkey scheme register"))
}
