//! What every other program can see of a process: its arguments and its environment. Reads both again and again; each
//! test says which secrets must not be in them, as soon as it knows them.

use super::sandbox::{contains_any, encodings_of};

use std::collections::BTreeSet;
use std::fs;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;

/// The program, what of it, and the text.
type ProcessText = (String, &'static str, Vec<u8>);

/// Reads the arguments and environments of all processes again and again, and keeps them: a test knows a token only
/// after the process that brought it has ended.
#[derive(Debug)]
pub(crate) struct ProcessWatch {
    secrets: Vec<String>,
    seen: Arc<Mutex<BTreeSet<ProcessText>>>,
    stop: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl ProcessWatch {
    /// Begins to look, for these and what [`ProcessWatch::add_secret`] adds.
    pub(crate) fn start(secrets: &[&str]) -> Self {
        let seen = Arc::new(Mutex::default());
        let stop = Arc::new(AtomicBool::new(false));
        let (kept, stopped) = (Arc::clone(&seen), Arc::clone(&stop));
        let thread = std::thread::spawn(move || {
            while !stopped.load(Ordering::Relaxed) {
                scan_processes(&kept);
                std::thread::sleep(Duration::from_millis(5));
            }
        });
        Self {
            secrets: secrets.iter().map(|secret| (*secret).to_owned()).collect(),
            seen,
            stop,
            thread: Some(thread),
        }
    }

    /// One more secret, looked for in what was seen before as well.
    pub(crate) fn add_secret(&mut self, secret: &str) {
        self.secrets.push(secret.to_owned());
    }

    /// Stops looking; each find as `program: argv` or `program: environ`.
    pub(crate) fn finish(mut self) -> Vec<String> {
        self.end();
        let forms: Vec<_> = self
            .secrets
            .iter()
            .flat_map(|secret| encodings_of(secret))
            .collect();
        let seen = self.seen.lock().expect("no looker panics");
        let found: BTreeSet<_> = seen
            .iter()
            .filter(|(_, _, text)| contains_any(text, &forms))
            .map(|(program, what, _)| format!("{program}: {what}"))
            .collect();
        found.into_iter().collect()
    }

    fn end(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

impl Drop for ProcessWatch {
    fn drop(&mut self) {
        self.end();
    }
}

fn scan_processes(seen: &Mutex<BTreeSet<ProcessText>>) {
    for entry in fs::read_dir("/proc").into_iter().flatten().flatten() {
        let name = entry.file_name();
        if !name.as_encoded_bytes().iter().all(u8::is_ascii_digit) {
            continue;
        }
        let comm = || fs::read_to_string(entry.path().join("comm")).unwrap_or_default();
        let program = comm();
        for (file, what) in [("cmdline", "argv"), ("environ", "environ")] {
            let Ok(text) = fs::read(entry.path().join(file)) else {
                continue;
            };
            // A process that became another program in between is looked at the next time.
            if !text.is_empty() && comm() == program {
                let sight = (program.trim().to_owned(), what, text);
                let _ = seen.lock().expect("no reader panics").insert(sight);
            }
        }
    }
}
