//! Registration in home directories made for the test, checked with the system's own `xdg-mime` too.

#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "owns what this system does its own way"
)]
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may stop at once"
)]

use super::*;

struct Home {
    directory: tempfile::TempDir,
    places: XdgDirectories,
}

impl Home {
    fn new() -> Self {
        let directory = tempfile::tempdir().unwrap();
        let at = |name: &str| directory.path().join(name);
        let program = at("bin/latchkey");
        fs::create_dir_all(at("bin")).unwrap();
        fs::write(&program, "").unwrap();
        fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
        let places = XdgDirectories {
            config: vec![at("config"), at("etc")],
            data: vec![at("data"), at("usr/share")],
            desktops: vec!["gnome".to_owned()],
            programs: vec![at("bin")],
            program,
        };

        Self { directory, places }
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.directory.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.directory.path().join(path)).unwrap_or_default()
    }

    fn add_foreign_entry(&self, id: &str, program: &str) {
        let text = format!(
            "[Desktop Entry]\nType=Application\nName=Foreign\nExec={program} %u\nMimeType={};\n",
            mime_type()
        );
        self.write(&format!("data/applications/{id}"), &text);
    }

    /// The default that `xdg-mime` finds with this home alone.
    fn xdg_mime(&self) -> String {
        let at = |name: &str| self.directory.path().join(name);
        let asked = Command::new("xdg-mime")
            .args(["query", "default", &mime_type()])
            .env_clear()
            .env("PATH", env::var_os("PATH").unwrap())
            .env("HOME", self.directory.path())
            .env("XDG_CONFIG_HOME", at("config"))
            .env("XDG_CONFIG_DIRS", at("etc"))
            .env("XDG_DATA_HOME", at("data"))
            .env("XDG_DATA_DIRS", at("usr/share"))
            .output()
            .expect("xdg-mime is needed (Debian: xdg-utils)");

        String::from_utf8(asked.stdout).unwrap().trim().to_owned()
    }
}

const LIST: &str = "config/mimeapps.list";

#[test]
fn x_03_registered_and_taken_back() {
    let home = Home::new();
    home.write(LIST, "[Default Applications]\ntext/html=browser.desktop\n");
    assert_eq!(home.places.status(), SchemeStatus::Nobody);

    let written = home.places.register().unwrap();
    assert_eq!(written.len(), 3, "{written:?}");
    assert!(written.iter().all(|path| path.exists()));
    assert_eq!(home.places.status(), SchemeStatus::Ours);
    assert_eq!(home.xdg_mime(), entry_id());
    assert!(home.read(LIST).contains("\ntext/html=browser.desktop\n"));

    let _ = home.places.register().unwrap();
    home.places.unregister().unwrap();
    assert_eq!(home.places.status(), SchemeStatus::Nobody);
    assert_eq!(home.xdg_mime(), "");
    assert_eq!(
        home.read(LIST),
        "[Default Applications]\ntext/html=browser.desktop\n"
    );
    assert!(
        written
            .iter()
            .filter(|path| !path.ends_with("mimeapps.list"))
            .all(|path| !path.exists())
    );
}

#[test]
fn x_03_a_path_with_blanks_is_registered_and_recognised() {
    let mut home = Home::new();
    home.places.program = home.directory.path().join("my $apps/latchkey");
    home.write("my $apps/latchkey", "");

    let _ = home.places.register().unwrap();
    assert_eq!(home.places.status(), SchemeStatus::Ours);
}

#[test]
fn s_19_a_foreign_handler_is_told_replaced_and_given_back() {
    let home = Home::new();
    home.add_foreign_entry("foreign.desktop", "/usr/bin/foreign");
    home.write(
        LIST,
        &format!("[Default Applications]\n{}=foreign.desktop\n", mime_type()),
    );
    assert_eq!(
        home.places.status(),
        SchemeStatus::Other("Foreign".to_owned())
    );
    home.places.unregister().unwrap();
    assert_eq!(
        home.places.status(),
        SchemeStatus::Other("Foreign".to_owned()),
        "not ours to take away"
    );

    let _ = home.places.register().unwrap();
    assert_eq!(home.places.status(), SchemeStatus::Ours);
    assert_eq!(home.xdg_mime(), entry_id());
    home.places.unregister().unwrap();
    assert_eq!(
        home.places.status(),
        SchemeStatus::Other("Foreign".to_owned())
    );
    assert_eq!(home.xdg_mime(), "foreign.desktop");
}

#[test]
fn s_19_another_copy_of_this_program_is_not_ours_and_stays() {
    let home = Home::new();
    let mut other = home.places.clone();
    other.program = home.directory.path().join("old/latchkey");
    home.write("old/latchkey", "");
    let _ = other.register().unwrap();

    let SchemeStatus::Other(path) = home.places.status() else {
        panic!("another copy counts as ours");
    };
    assert!(path.ends_with("old/latchkey"), "{path}");
    home.places.unregister().unwrap();
    assert_eq!(other.status(), SchemeStatus::Ours);
    let _ = home.places.register().unwrap();
    assert_eq!(home.places.status(), SchemeStatus::Ours);
}

#[test]
fn x_03_a_registered_program_that_is_gone_is_told_and_replaced() {
    let home = Home::new();
    let mut other = home.places.clone();
    other.program = home.directory.path().join("old/latchkey");
    home.write("old/latchkey", "");
    let _ = other.register().unwrap();
    fs::remove_file(&other.program).unwrap();

    let SchemeStatus::ProgramMissing(path) = home.places.status() else {
        panic!("{:?}", home.places.status());
    };
    assert!(path.ends_with("old/latchkey"), "{path}");
    let _ = home.places.register().unwrap();
    assert_eq!(home.places.status(), SchemeStatus::Ours);
}

#[test]
fn x_03_a_packages_desktop_file_that_leads_here_is_ours() {
    let home = Home::new();
    home.write(
        "usr/share/applications/app.latchkey.Latchkey.desktop",
        desktop_entry::TEMPLATE,
    );
    assert_eq!(
        home.places.status(),
        SchemeStatus::Ours,
        "found by name in PATH"
    );

    home.add_foreign_entry("foreign.desktop", "/usr/bin/foreign");
    home.write(
        LIST,
        &format!("[Default Applications]\n{}=foreign.desktop;\n", mime_type()),
    );
    assert_eq!(
        home.places.status(),
        SchemeStatus::Other("Foreign".to_owned())
    );
    let written = home.places.register().unwrap();
    assert_eq!(
        written,
        [home.directory.path().join(LIST)],
        "only the default had to change"
    );
    home.places.unregister().unwrap();
    assert!(
        !home
            .read("usr/share/applications/app.latchkey.Latchkey.desktop")
            .is_empty()
    );
}

#[test]
fn x_03_a_desktops_own_list_goes_first_and_is_changed_too() {
    let home = Home::new();
    home.add_foreign_entry("foreign.desktop", "/usr/bin/foreign");
    home.write(
        "config/gnome-mimeapps.list",
        &format!("[Default Applications]\n{}=foreign.desktop;\n", mime_type()),
    );

    let _ = home.places.register().unwrap();
    assert_eq!(home.places.status(), SchemeStatus::Ours);
}

#[test]
fn a_handler_that_is_no_longer_installed_is_passed_over() {
    let home = Home::new();
    home.write(
        LIST,
        &format!(
            "[Default Applications]\n{}=gone.desktop;gone-too.desktop\n",
            mime_type()
        ),
    );
    assert_eq!(home.places.status(), SchemeStatus::Nobody);

    home.add_foreign_entry("foreign.desktop", "foreign");
    home.write(
        "data/applications/mimeinfo.cache",
        &format!("[MIME Cache]\n{}=foreign.desktop;\n", mime_type()),
    );
    assert_eq!(
        home.places.status(),
        SchemeStatus::Other("Foreign".to_owned())
    );
}

#[test]
fn r_24_what_cannot_be_written_is_told_and_a_linked_list_is_changed_where_it_leads() {
    let home = Home::new();
    home.write("dotfiles/mimeapps.list", "# kept in dotfiles\n");
    fs::create_dir_all(home.directory.path().join("config")).unwrap();
    std::os::unix::fs::symlink(
        home.directory.path().join("dotfiles/mimeapps.list"),
        home.directory.path().join(LIST),
    )
    .unwrap();
    let _ = home.places.register().unwrap();
    assert!(
        home.read("dotfiles/mimeapps.list")
            .starts_with("# kept in dotfiles\n")
    );
    assert!(
        fs::symlink_metadata(home.directory.path().join(LIST))
            .unwrap()
            .is_symlink()
    );

    let blocked = Home::new();
    blocked.write("data", "a file where a directory should be");
    let Err(Error::Register(reason)) = blocked.places.register() else {
        panic!("registered into a file");
    };
    assert!(reason.contains("app.latchkey.Latchkey.desktop"), "{reason}");
}

#[test]
fn x_09_an_appimage_registers_the_image_and_not_its_mounted_inside() {
    let inside = "/tmp/.mount_LatchkAbC/usr/bin/latchkey";
    let program = |mounted: Option<&str>, image: Option<&str>| {
        let place = |text: Option<&str>| text.map(PathBuf::from);
        program_to_register(inside.into(), place(mounted), place(image))
    };

    let mounted = Some("/tmp/.mount_LatchkAbC");
    let image = "/home/ada/My Apps/Latchkey.AppImage";
    assert_eq!(program(mounted, Some(image)), Path::new(image));
    for (mounted, image) in [
        // Started by another AppImage, such as an editor's.
        (
            Some("/tmp/.mount_Editor"),
            Some("/home/ada/Editor.AppImage"),
        ),
        (mounted, Some("Latchkey.AppImage")),
        (mounted, Some("")),
        (mounted, None),
        (None, Some(image)),
    ] {
        assert_eq!(program(mounted, image), Path::new(inside));
    }
}
