//! What is left of a password in the window's memory once it was used.

use super::bench::{Directus, Display, Keyring, Server, SessionBus, Version, wait_until};
use super::person::Person;

use std::fmt::Write as _;
use std::fs::{self, File};
use std::os::unix::fs::FileExt as _;
use std::time::Duration;

const TEST_TIMEOUT: Duration = Duration::from_secs(60);
/// Occurs nowhere else in a process's memory.
const PASSWORD: &str = "Zq7-wombat_Kx9-umbrella_Vj4";

/// Where a text is in a process's memory, in each encoding that a program may use, with the bytes around it.
fn copies(process: u32, text: &str) -> Vec<String> {
    let forms = [
        ("UTF-8", text.as_bytes().to_vec()),
        (
            "UTF-16",
            text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        ),
        (
            "UTF-32",
            text.chars()
                .flat_map(|letter| u32::from(letter).to_le_bytes())
                .collect(),
        ),
    ];
    let memory = File::open(format!("/proc/{process}/mem")).expect("root may read any memory");
    let maps = fs::read_to_string(format!("/proc/{process}/maps")).unwrap();
    let mut found = Vec::new();
    for line in maps.lines().filter(|line| line.contains(" rw")) {
        let (start, end) = line.split(' ').next().unwrap().split_once('-').unwrap();
        let [start, end] = [start, end].map(|address| u64::from_str_radix(address, 16).unwrap());
        let mut bytes = vec![0; usize::try_from(end - start).unwrap()];
        // Some mappings cannot be read, or are gone by now.
        let Ok(length) = memory.read_at(&mut bytes, start) else {
            continue;
        };
        bytes.truncate(length);
        for (form, needle) in &forms {
            let mut from = 0;
            while let Some(at) = position(&bytes[from..], needle) {
                let at = from + at;
                found.push(describe(form, line, &bytes, at, needle.len()));
                from = at + needle.len();
            }
        }
    }

    found
}

fn position(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    let mut from = 0;
    while let Some(at) = bytes[from..].iter().position(|byte| *byte == needle[0]) {
        let at = from + at;
        if bytes[at..].starts_with(needle) {
            return Some(at);
        }
        from = at + 1;
    }

    None
}

fn describe(form: &str, map: &str, bytes: &[u8], at: usize, length: usize) -> String {
    let around = &bytes[at.saturating_sub(64)..bytes.len().min(at + length + 64)];
    let mut words = format!("{form} in {map}: ");
    for byte in around {
        match byte {
            b' '..=b'~' => words.push(char::from(*byte)),
            other => write!(words, "\\{other:x}").unwrap(),
        }
    }

    words
}

/// The window holds no whole copy of the password any more when the account is in view.
///
/// As root, since the window refuses everybody else (S-40). What this cannot show, because no program could promise
/// it: iced's field keeps what is typed as single letters, and each lies in a piece of memory of its own that is given
/// back and not wiped; the X server and the input method saw the keys; a page that the kernel wrote to swap stays there.
#[test]
fn s_49_no_copy_of_the_password_is_left_in_the_window_after_submit() {
    let bus = SessionBus::start();
    let keyring = Keyring::start(&bus);
    let display = Display::start();
    let directus = Directus::start(Version::V12, None, &[]);
    let mut person = Person::keeping(&directus, &bus);
    person.sandbox = person.sandbox.join(&display);
    let (email, _) = directus.person();
    directus.update_user(
        directus.id("person_user"),
        &serde_json::json!({ "password": PASSWORD }),
    );
    let log = person.sandbox.home().join("window.log");
    let window = Server::start("Latchkey", person.sandbox.command(), &log);
    display.wait_for_title("Sign in", TEST_TIMEOUT);
    std::thread::sleep(Duration::from_millis(700));
    if !rustix::process::geteuid().is_root() {
        // An ordinary user can only see that the memory cannot be read.
        let refused = File::open(format!("/proc/{}/mem", window.id()));
        assert!(refused.is_err(), "anybody of this user may look");
        return;
    }

    display.type_text(email);
    display.key("Tab");
    display.type_text(PASSWORD);
    // Proves that the search finds the password while it is there.
    assert!(wait_until(TEST_TIMEOUT, || !copies(window.id(), PASSWORD).is_empty()));
    display.key("Return");
    display.wait_for_title("Account", TEST_TIMEOUT);
    assert!(wait_until(TEST_TIMEOUT, || keyring
        .lookup(&person.item())
        .is_some()));

    // Copies in queued messages are freed within a moment; any other copy would stay.
    let mut left = Vec::new();
    let is_gone = wait_until(Duration::from_secs(5), || {
        left = copies(window.id(), PASSWORD);
        left.is_empty()
    });
    assert!(is_gone, "{left:#?}");
}
