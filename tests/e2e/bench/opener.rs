//! Takes the place of the desktop's opener (`xdg-open`): opens nothing, and notes each address it is given, so that a
//! test can go there in a browser of its own.

use super::Sandbox;
use super::process::wait_until;

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;
use std::time::Duration;

/// The opener of one home.
#[derive(Debug)]
pub(crate) struct Opener {
    noted: PathBuf,
}

impl Opener {
    /// Puts it before the system's own in this home.
    pub(crate) fn enter(sandbox: &mut Sandbox) -> Self {
        let programs = sandbox.home().join("bin");
        let (opener, noted) = (programs.join("xdg-open"), sandbox.home().join("addresses"));
        let script = format!("#!/bin/sh\nprintf '%s\\n' \"$1\" >>'{}'\n", noted.display());
        fs::create_dir_all(&programs).expect("a directory");
        fs::write(&opener, script).expect("a file");
        fs::set_permissions(&opener, fs::Permissions::from_mode(0o755)).expect("mode 0755");
        sandbox.set("PATH", &format!("{}:/usr/bin:/bin", programs.display()));
        Self { noted }
    }

    /// The last address, once `count` of them have come; fails the test if they do not.
    pub(crate) fn address(&self, count: usize) -> String {
        let addresses = || -> Vec<String> {
            let text = fs::read_to_string(&self.noted).unwrap_or_default();
            text.lines().map(str::to_owned).collect()
        };
        assert!(
            wait_until(Duration::from_secs(60), || addresses().len() == count),
            "{count} addresses are not {:?}",
            addresses()
        );
        addresses().pop().expect("at least one")
    }
}
