//! Windows: the scheme is a key of this user's classes; `scheme_class` knows its form.

use std::{
    env,
    path::{Path, PathBuf},
};

use windows_registry::{CURRENT_USER, Key, LOCAL_MACHINE};

use crate::secret::Secret;

use super::{
    Error, SchemeStatus,
    scheme_class::{self, COMMAND},
};

pub(super) fn scheme_status() -> SchemeStatus {
    let Ok(ours) = own_programs() else {
        return SchemeStatus::Unknown("the path of this program is not known".to_owned());
    };
    // This user's classes take precedence over the machine's (Microsoft, "HKEY_CLASSES_ROOT key",
    // <https://learn.microsoft.com/windows/win32/sysinfo/hkey-classes-root-key>).
    let registered = [CURRENT_USER, LOCAL_MACHINE]
        .into_iter()
        .find_map(registered_command);
    let Some(command) = registered else {
        return SchemeStatus::Nobody;
    };
    let program = scheme_class::program_of(&command);
    if !Path::new(program).is_file() {
        SchemeStatus::ProgramMissing(program.to_owned())
    } else if starts_one_of(&command, &ours) {
        SchemeStatus::Ours
    } else {
        SchemeStatus::Other(program.to_owned())
    }
}

pub(super) fn register_scheme() -> Result<Vec<PathBuf>, Error> {
    let [windowed, this] = own_programs()?;
    let program = if Path::new(&windowed).is_file() {
        windowed
    } else {
        this
    };
    let write = || -> windows_registry::Result<()> {
        let class = CURRENT_USER.create(scheme_class::class_path())?;
        for (key, name, value) in scheme_class::class_values(&program) {
            match key {
                "" => class.set_string(name, value)?,
                key => class.create(key)?.set_string(name, value)?,
            }
        }
        Ok(())
    };
    write().map_err(|error| Error::Register(error.to_string()))?;

    Ok(Vec::new())
}

pub(super) fn unregister_scheme() -> Result<(), Error> {
    let ours = own_programs()?;
    if registered_command(CURRENT_USER).is_some_and(|command| starts_one_of(&command, &ours)) {
        CURRENT_USER
            .remove_tree(scheme_class::class_path())
            .map_err(|error| Error::Register(error.to_string()))?;
    }

    Ok(())
}

pub(super) fn is_wayland() -> bool {
    false
}

/// The list in the system's settings, then the locale for formats, which has the person's language unless they chose
/// another one there.
pub(super) fn languages() -> Vec<String> {
    let listed = CURRENT_USER
        .open(r"Control Panel\International\User Profile")
        .and_then(|key| key.get_multi_string("Languages"));
    let format = CURRENT_USER
        .open(r"Control Panel\International")
        .and_then(|key| key.get_string("LocaleName"));

    listed.into_iter().flatten().chain(format).collect()
}

/// Bit 0 of `HIGHCONTRAST.dwFlags` is `HCF_HIGHCONTRASTON` (Microsoft, "`HIGHCONTRASTW` structure",
/// <https://learn.microsoft.com/windows/win32/api/winuser/ns-winuser-highcontrastw>); the registry keeps them as a
/// decimal text. Later changes are not reported.
pub(super) fn high_contrast_changes() -> tokio::sync::mpsc::UnboundedReceiver<bool> {
    let is_high = CURRENT_USER
        .open(r"Control Panel\Accessibility\HighContrast")
        .and_then(|key| key.get_string("Flags"))
        .ok()
        .and_then(|flags| flags.trim().parse::<u32>().ok())
        .is_some_and(|flags| flags & 1 == 1);

    super::single_value(is_high)
}

pub(super) fn open_browser(address: &url::Url) -> Result<(), Error> {
    open::that_detached(address.as_str()).map_err(|error| Error::NoBrowser(error.to_string()))
}

/// Windows has no such clock that two processes could compare without `unsafe` code.
pub(super) fn uptime() -> Option<crate::session::Uptime> {
    None
}

/// Does nothing: Windows Error Reporting makes crash dumps, and asks for consent.
pub(super) fn disable_core_dumps() {}

/// Does nothing: on Windows a process of the same user cannot be kept out.
pub(super) fn refuse_debuggers() {}

/// Links come as an argument, through the hand-over.
pub(super) fn install_link_delegate() -> tokio::sync::mpsc::UnboundedReceiver<Secret> {
    super::pending_receiver()
}

/// The programs that may be registered as ours: the one without a console beside this one, and this one.
fn own_programs() -> Result<[String; 2], Error> {
    let program = env::current_exe().map_err(|error| Error::Register(error.to_string()))?;
    let windowed = program.with_file_name(scheme_class::windowed_name());
    let text = |path: PathBuf| {
        path.into_os_string()
            .into_string()
            .map_err(|_| Error::Register("the path of this program is not valid text".to_owned()))
    };

    Ok([text(windowed)?, text(program)?])
}

fn registered_command(hive: &Key) -> Option<String> {
    let key = hive
        .open(format!(r"{}\{COMMAND}", scheme_class::class_path()))
        .ok()?;

    key.get_string("").ok()
}

/// Whether `command` starts one of these programs. Paths are compared without regard to case.
fn starts_one_of(command: &str, programs: &[String]) -> bool {
    programs
        .iter()
        .any(|program| command.eq_ignore_ascii_case(&scheme_class::command(program)))
}
