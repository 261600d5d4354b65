//! The scheme's registration for one user: a desktop file, a default in `mimeapps.list`, an icon. All directories come
//! from [`XdgDirectories`], so that tests can use their own.

#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "owns what this system does its own way"
)]

use std::{
    env, fs,
    io::{self, Write},
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use crate::identity;

use super::super::{Error, SchemeStatus};
use super::{
    desktop_entry::{self, DesktopEntry},
    mime_defaults,
};

const ICON: &[u8] = include_bytes!("../../../assets/icons/app.latchkey.Latchkey.svg");

/// The directories that this user's desktop reads (XDG Base Directory, MIME Application Associations), in order of
/// precedence.
#[derive(Debug, Clone)]
pub(super) struct XdgDirectories {
    config: Vec<PathBuf>,
    data: Vec<PathBuf>,
    /// `XDG_CURRENT_DESKTOP` in lower case: each desktop's own list takes precedence over the general one.
    desktops: Vec<String>,
    /// `PATH`, for desktop files that name a program without its directory.
    programs: Vec<PathBuf>,
    /// This program's path for a desktop file.
    program: PathBuf,
}

/// A desktop file's path and content.
struct EntryFile {
    path: PathBuf,
    text: String,
}

impl XdgDirectories {
    /// The directories of this user, or the reason why nothing can be registered.
    pub(super) fn discover() -> Result<Self, String> {
        if Path::new("/.flatpak-info").exists() || env::var_os("SNAP").is_some() {
            return Err("in a sandbox the package registers the scheme".to_owned());
        }
        let home = env::home_dir().filter(|home| home.is_absolute());
        let below_home = |variable: &str, default: &str| {
            let set = env::var_os(variable)
                .map(PathBuf::from)
                .filter(|path| path.is_absolute());
            set.or_else(|| Some(home.as_ref()?.join(default)))
                .ok_or_else(|| "no home directory".to_owned())
        };
        let list = |variable: &str, default: &str| {
            let set = env::var_os(variable).filter(|value| !value.is_empty());
            env::split_paths(&set.unwrap_or_else(|| default.into())).collect::<Vec<_>>()
        };
        let mut config = vec![below_home("XDG_CONFIG_HOME", ".config")?];
        config.extend(list("XDG_CONFIG_DIRS", "/etc/xdg"));
        let mut data = vec![below_home("XDG_DATA_HOME", ".local/share")?];
        data.extend(list("XDG_DATA_DIRS", "/usr/local/share:/usr/share"));

        Ok(Self {
            config,
            data,
            desktops: env::var("XDG_CURRENT_DESKTOP")
                .unwrap_or_default()
                .split(':')
                .filter(|name| !name.is_empty())
                .map(str::to_lowercase)
                .collect(),
            programs: list("PATH", ""),
            program: this_program().map_err(|error| error.to_string())?,
        })
    }

    /// Who opens our links, found in the same way as by `xdg-mime query default`.
    pub(super) fn status(&self) -> SchemeStatus {
        self.default_handler()
            .map_or(SchemeStatus::Nobody, |(id, found)| {
                self.status_of(&id, &found)
            })
    }

    /// Writes what is missing and makes us the default. Fails when another list or file still takes precedence.
    pub(super) fn register(&self) -> Result<Vec<PathBuf>, Error> {
        let applications = self.data[0].join("applications");
        let entry = applications.join(entry_id());
        let mut written = Vec::new();

        // A package's desktop file that starts this program serves as well as one of our own.
        let packaged = self.find_entry(&entry_id()).is_some_and(|found| {
            found.path != entry
                && DesktopEntry::read(&found.text).opens(&mime_type())
                && self.status_of(&entry_id(), &found) == SchemeStatus::Ours
        });
        if !packaged {
            let text = desktop_entry::for_program(&self.program).map_err(Error::Register)?;
            replace_file(&entry, text.as_bytes())?;
            let icon = self.icon_path();
            replace_file(&icon, ICON)?;
            written.extend([entry, icon]);
        }
        for list in self.mime_lists_to_change() {
            let text = read_list(&list)?;
            let changed = mime_defaults::with_default(&text, &mime_type(), &entry_id());
            if changed != text {
                replace_file(&list, changed.as_bytes())?;
                written.push(list);
            }
        }
        update_database(&applications);

        match self.status() {
            SchemeStatus::Ours => Ok(written),
            other => Err(Error::Register(format!("the system still says {other:?}"))),
        }
    }

    /// Removes what starts this program; a registration of another copy or another program stays.
    pub(super) fn unregister(&self) -> Result<(), Error> {
        let Some(found) = self.find_entry(&entry_id()) else {
            return self.remove_defaults();
        };
        if self.status_of(&entry_id(), &found) != SchemeStatus::Ours {
            return Ok(());
        }
        if found.path.starts_with(&self.data[0]) {
            remove_if_present(&found.path)?;
            if fs::read(self.icon_path()).is_ok_and(|icon| icon == ICON) {
                remove_if_present(&self.icon_path())?;
            }
        }
        self.remove_defaults()?;
        update_database(&self.data[0].join("applications"));

        Ok(())
    }

    fn remove_defaults(&self) -> Result<(), Error> {
        for list in self.mime_lists_to_change() {
            let text = read_list(&list)?;
            let changed = mime_defaults::without_default(&text, &mime_type(), &entry_id());
            if changed != text {
                replace_file(&list, changed.as_bytes())?;
            }
        }

        Ok(())
    }

    /// The desktop file the system would choose.
    fn default_handler(&self) -> Option<(String, EntryFile)> {
        let lists: Vec<String> = self
            .mime_lists()
            .iter()
            .filter_map(|path| fs::read_to_string(path).ok())
            .collect();
        let defaults = lists
            .iter()
            .flat_map(|list| mime_defaults::defaults(list, &mime_type()));
        let added = lists
            .iter()
            .flat_map(|list| mime_defaults::added(list, &mime_type()));
        let chosen = defaults
            .chain(added)
            .find_map(|id| Some((id.to_owned(), self.find_entry(id)?)));

        // No default: the first desktop file that names our type. Ours may be newer than the cache.
        chosen.or_else(|| {
            self.data.iter().find_map(|data| {
                let applications = data.join("applications");
                let cache =
                    fs::read_to_string(applications.join("mimeinfo.cache")).unwrap_or_default();
                let cached = cache
                    .lines()
                    .filter_map(|line| line.split_once('='))
                    .filter(|(key, _)| *key == mime_type())
                    .flat_map(|(_, ids)| ids.split(';'))
                    .map(str::to_owned);
                cached.chain([entry_id()]).find_map(|id| {
                    let found = read_entry(applications.join(&id))?;
                    let opens = DesktopEntry::read(&found.text).opens(&mime_type());
                    opens.then_some((id, found))
                })
            })
        })
    }

    fn status_of(&self, id: &str, found: &EntryFile) -> SchemeStatus {
        let entry = DesktopEntry::read(&found.text);
        let program = entry.program();
        let path = program
            .as_deref()
            .and_then(|program| self.find_program(program));
        if path
            .as_deref()
            .is_some_and(|path| same_file(path, &self.program))
        {
            return SchemeStatus::Ours;
        }
        // The program was moved, or removed without its registration.
        if let Some(program) = &program
            && id == entry_id()
            && !path.is_some_and(|path| path.exists())
        {
            return SchemeStatus::ProgramMissing(program.clone());
        }
        let name = entry
            .value("Name")
            .filter(|_| id != entry_id())
            .map(str::to_owned);

        SchemeStatus::Other(name.or(program).unwrap_or_else(|| id.to_owned()))
    }

    fn find_program(&self, program: &str) -> Option<PathBuf> {
        let program = Path::new(program);
        if program.is_absolute() {
            return Some(program.to_owned());
        }

        self.programs
            .iter()
            .map(|directory| directory.join(program))
            .find(|path| path.is_file())
    }

    /// Finds a desktop file by its id, in which a dash may stand for a subdirectory.
    fn find_entry(&self, id: &str) -> Option<EntryFile> {
        self.data.iter().find_map(|data| {
            let applications = data.join("applications");
            read_entry(applications.join(id))
                .or_else(|| read_entry(applications.join(id.replacen('-', "/", 1))))
        })
    }

    /// Every list in order of precedence; those beside the desktop files are deprecated but still read.
    fn mime_lists(&self) -> Vec<PathBuf> {
        let directories = self.config.iter().cloned();
        let older = self.data.iter().map(|data| data.join("applications"));

        directories
            .chain(older)
            .flat_map(|directory| self.mime_lists_in(&directory))
            .collect()
    }

    fn mime_lists_in(&self, directory: &Path) -> Vec<PathBuf> {
        let own = self
            .desktops
            .iter()
            .map(|desktop| format!("{desktop}-mimeapps.list"));

        own.chain(["mimeapps.list".to_owned()])
            .map(|name| directory.join(name))
            .collect()
    }

    /// The user's general list, and the desktop's own lists that already have a default for our scheme.
    fn mime_lists_to_change(&self) -> Vec<PathBuf> {
        let mut lists = self.mime_lists_in(&self.config[0]);
        let general = lists.pop();
        lists.retain(|list| {
            fs::read_to_string(list)
                .is_ok_and(|text| !mime_defaults::defaults(&text, &mime_type()).is_empty())
        });
        lists.extend(general);

        lists
    }

    fn icon_path(&self) -> PathBuf {
        self.data[0].join(format!(
            "icons/hicolor/scalable/apps/{}.svg",
            identity::APP_ID
        ))
    }
}

fn entry_id() -> String {
    format!("{}.desktop", identity::APP_ID)
}

fn mime_type() -> String {
    format!("x-scheme-handler/{}", identity::SCHEME)
}

/// The path to register.
fn this_program() -> io::Result<PathBuf> {
    let variable = |name| env::var_os(name).map(PathBuf::from);

    Ok(program_to_register(
        env::current_exe()?,
        variable("APPDIR"),
        variable("APPIMAGE"),
    ))
}

/// The image file if this program runs inside an `AppImage`, whose inside is gone when it ends; otherwise the program
/// itself. Programs that an `AppImage` starts inherit its variables, so they count only for a program inside of it.
fn program_to_register(
    inside: PathBuf,
    mounted: Option<PathBuf>,
    image: Option<PathBuf>,
) -> PathBuf {
    if let (Some(mounted), Some(image)) = (mounted, image)
        && image.is_absolute()
        && inside.starts_with(mounted)
    {
        return image;
    }
    // The kernel adds this to the path of a program that was replaced while it runs, as by an update.
    let replaced = inside
        .to_str()
        .and_then(|path| path.strip_suffix(" (deleted)"))
        .map(PathBuf::from);

    replaced.filter(|_| !inside.exists()).unwrap_or(inside)
}

fn same_file(one: &Path, other: &Path) -> bool {
    match (fs::canonicalize(one), fs::canonicalize(other)) {
        (Ok(one), Ok(other)) => one == other,
        _ => one == other,
    }
}

fn read_entry(path: PathBuf) -> Option<EntryFile> {
    let text = fs::read_to_string(&path).ok()?;

    Some(EntryFile { path, text })
}

fn read_list(path: &Path) -> Result<String, Error> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(text),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(String::new()),
        Err(error) => Err(register_error(path, &error)),
    }
}

/// Replaces a file atomically. If it is a symbolic link, as in a managed set of dotfiles, the file it points to is
/// replaced.
fn replace_file(path: &Path, content: &[u8]) -> Result<(), Error> {
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let write = || {
        let directory = target.parent().ok_or(io::ErrorKind::InvalidInput)?;
        fs::create_dir_all(directory)?;
        let mode = fs::metadata(&target).map_or(0o644, |found| found.permissions().mode() & 0o777);
        let mut file = tempfile::Builder::new()
            .prefix(".latchkey-")
            .permissions(fs::Permissions::from_mode(mode))
            .tempfile_in(directory)?;
        file.write_all(content)?;
        file.as_file().sync_all()?;
        let _ = file.persist(&target)?;
        Ok(())
    };

    write().map_err(|error| register_error(path, &error))
}

fn remove_if_present(path: &Path) -> Result<(), Error> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(register_error(path, &error)),
        _ => Ok(()),
    }
}

fn register_error(path: &Path, error: &io::Error) -> Error {
    Error::Register(format!("{}: {error}", path.display()))
}

/// Has the cache of desktop files rebuilt. A failure does not matter: the default is read from the list itself.
fn update_database(applications: &Path) {
    let started = Instant::now();
    let spawned = Command::new("update-desktop-database")
        .arg("-q")
        .arg(applications)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    let Ok(mut child) = spawned else {
        return;
    };
    while let Ok(None) = child.try_wait() {
        if started.elapsed() > Duration::from_secs(2) {
            let _ = child.kill();
            let _ = child.wait();
            return;
        }
        thread::sleep(Duration::from_millis(5));
    }
}

#[cfg(test)]
#[path = "scheme_tests.rs"]
mod tests;
