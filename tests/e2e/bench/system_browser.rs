//! Debian's Chromium as the browser of a desktop: registered as browsers are, started by whoever asks the desktop to
//! open an address, with a window on the display. Owns the entry and the person's part in it (`tests/bench/act.mjs`);
//! who opens what is the test's.

use super::process::wait_until;
use super::{Sandbox, files, installed, source};

use rustix::process::{Pid, Signal, kill_process, test_kill_process};
use tempfile::TempDir;

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

/// The browser of one home; closed when dropped.
#[derive(Debug)]
pub(crate) struct SystemBrowser {
    /// Outside of the home, so that what the browser keeps is not taken for Latchkey's.
    place: TempDir,
}

impl SystemBrowser {
    /// Registers it in this home as the browser for web addresses. It finds `host` on this machine.
    pub(crate) fn enter(sandbox: &Sandbox, host: &str) -> Self {
        let place = tempfile::tempdir().expect("a temporary directory");
        let here = place.path().display();
        let program = place.path().join("browser");
        // `chromium` is a script that becomes the browser, so that the number stays that of the process.
        let script = format!(
            "#!/bin/sh\necho $$ >>'{here}/started'\n\
             exec chromium --no-sandbox --disable-gpu --disable-quic --no-first-run --no-default-browser-check \
             --disable-background-networking --disable-component-update --disable-sync --password-store=basic \
             --no-proxy-server '--host-resolver-rules=MAP {host} 127.0.0.1' --remote-debugging-port=0 \
             --window-position=620,20 --window-size=640,720 '--user-data-dir={here}/profile' \"$@\" \
             >'{here}/log' 2>&1\n"
        );
        fs::write(&program, script).expect("a file");
        fs::set_permissions(&program, fs::Permissions::from_mode(0o700)).expect("mode 0700");

        // Without this, Chromium's question whether to save the password covers the page.
        let preferences = place.path().join("profile/Default");
        fs::create_dir_all(&preferences).expect("a directory");
        fs::write(
            preferences.join("Preferences"),
            r#"{"credentials_enable_service":false}"#,
        )
        .expect("a file");

        let applications = sandbox.directory("XDG_DATA_HOME").join("applications");
        fs::create_dir_all(&applications).expect("a directory");
        let entry = format!(
            "[Desktop Entry]\nType=Application\nName=Chromium\nExec={} %u\n\
             MimeType=x-scheme-handler/http;x-scheme-handler/https;\n",
            program.display()
        );
        fs::write(applications.join("bench-browser.desktop"), entry).expect("a file");
        files::write_private(
            &sandbox.directory("XDG_CONFIG_HOME").join("mimeapps.list"),
            "[Default Applications]\nx-scheme-handler/http=bench-browser.desktop\n\
             x-scheme-handler/https=bench-browser.desktop\n",
        );
        Self { place }
    }

    /// What the person does in it, as `act.mjs` describes it; gives address and text of the page it ends at.
    pub(crate) fn perform(&self, steps: &[&str]) -> String {
        let output = Command::new(installed("BENCH_NODE"))
            .arg(source("act.mjs"))
            .arg(self.profile())
            .args(steps)
            .output()
            .expect("Node");
        assert!(
            output.status.success(),
            "{steps:?}: {output:?}; {}",
            fs::read_to_string(self.place.path().join("log")).unwrap_or_default()
        );
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    /// How often something asked for it.
    pub(crate) fn starts(&self) -> usize {
        self.started().len()
    }

    /// Closes it as its own close button does, and waits until it is gone.
    pub(crate) fn close(&self) {
        let _ = self.perform(&["close"]);
        assert!(
            wait_until(Duration::from_secs(20), || self.running().is_empty()),
            "Chromium stays"
        );
        // The next browser has another port, and writes the file anew.
        let _ = fs::remove_file(self.profile().join("DevToolsActivePort"));
    }

    fn profile(&self) -> PathBuf {
        self.place.path().join("profile")
    }

    fn started(&self) -> Vec<Pid> {
        let text = fs::read_to_string(self.place.path().join("started")).unwrap_or_default();
        let numbers = text.lines().filter_map(|line| line.parse().ok());
        numbers.filter_map(Pid::from_raw).collect()
    }

    fn running(&self) -> Vec<Pid> {
        let mut started = self.started();
        // A process that handed its address over to the first one has ended by itself, so only running ones are kept.
        started.retain(|process| test_kill_process(*process).is_ok() && self.is_ours(*process));
        started
    }

    fn is_ours(&self, process: Pid) -> bool {
        let path = format!("/proc/{}/cmdline", process.as_raw_nonzero());
        let line = fs::read(path).unwrap_or_default();
        String::from_utf8_lossy(&line).contains(&*self.place.path().to_string_lossy())
    }
}

impl Drop for SystemBrowser {
    fn drop(&mut self) {
        for process in self.running() {
            let _ = kill_process(process, Signal::KILL);
        }
        // Its children write into the profile until they have noticed.
        let _ = wait_until(Duration::from_secs(10), || self.running().is_empty());
    }
}
