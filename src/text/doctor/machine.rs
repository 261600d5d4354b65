//! The sentences of the checks of this machine.

use super::{Finding, Fix, Level};
use crate::{
    platform::SchemeStatus,
    say,
    service::{Error, MachineCheck},
    vault,
};

pub fn machine_finding(check: &MachineCheck) -> Finding {
    match check {
        MachineCheck::Keyring(tried) => keyring(tried),
        MachineCheck::SchemeHandler(status) => scheme(status),
    }
}

fn keyring(tried: &Result<Option<&'static str>, vault::Error>) -> Finding {
    const ID: &str = "keyring";
    let title = say!("doctor-keyring-title");

    let trouble = match tried {
        Ok(name) => {
            let name = name.unwrap_or(say!("doctor-keyring-unnamed"));

            return Finding::passed(ID, title, say!("doctor-keyring-keeps", name = name));
        }
        Err(trouble) => trouble,
    };
    let finding = Finding::failed(ID, title, &Error::Vault(trouble.clone()));
    // None of these means "signed out": what is stored is still there.
    let (level, step) = match trouble {
        vault::Error::Locked => (Level::Warning, say!("doctor-keyring-locked-fix")),
        vault::Error::Denied => (Level::Warning, say!("doctor-keyring-denied-fix")),
        vault::Error::Unavailable(_) => (Level::Failed, say!("doctor-keyring-unavailable-fix")),
        vault::Error::TimedOut => (Level::Failed, say!("doctor-keyring-timed-out-fix")),
        vault::Error::Refused(_) => return finding,
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
