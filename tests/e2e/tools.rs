//! Directus's own tools, started by `latchkey exec`: the SDK, directus-sync, the official CLI. Each works with the token
//! it is given, and none leaves it anywhere.

use super::bench::{Directus, Keyring, SessionBus, Version, free_port, npm_tools};
use super::person::Person;

use std::fs;
use std::path::{Path, PathBuf};

/// Prints who the token is, and how many users there are.
const SCRIPT: &str = r#"
import { createDirectus, rest, readMe, readUsers, staticToken } from "@directus/sdk";
const directus = createDirectus(process.env.DIRECTUS_URL).with(staticToken(process.env.DIRECTUS_TOKEN)).with(rest());
const me = await directus.request(readMe({ fields: ["email"] }));
const users = await directus.request(readUsers({ fields: ["id"] }));
console.log(JSON.stringify({ email: me.email, users: users.length }));
"#;

/// The administrator, signed in, in a work folder that has the tools.
struct Bench<'bus> {
    directus: Directus,
    person: Person,
    work: PathBuf,
    keyring: Keyring<'bus>,
    _extensions: tempfile::TempDir,
}

impl<'bus> Bench<'bus> {
    fn new(bus: &'bus SessionBus) -> Self {
        let keyring = Keyring::start(bus);
        let (node, tools) = npm_tools();
        // directus-sync keeps its ids on the server, by an extension of its own.
        let extensions = tempfile::tempdir().unwrap();
        let package = "directus-extension-sync";
        std::os::unix::fs::symlink(
            tools.join("node_modules").join(package),
            extensions.path().join(package),
        )
        .unwrap();
        let settings = [("EXTENSIONS_PATH", extensions.path().to_str().unwrap())];
        let directus = Directus::start_on(free_port(), Version::V12, None, &settings, true);
        let mut person = Person::keeping(&directus, bus);
        let path = format!(
            "{}:{}/node_modules/.bin:/usr/bin:/bin",
            node.display(),
            tools.display()
        );
        person.sandbox.set("PATH", &path);
        let work = person.sandbox.home().join("work");
        fs::create_dir(&work).unwrap();
        std::os::unix::fs::symlink(tools.join("node_modules"), work.join("node_modules")).unwrap();
        let (email, password) = directus.admin();
        let _ = person.sign_in(email, password);
        Self {
            directus,
            person,
            work,
            keyring,
            _extensions: extensions,
        }
    }

    /// Runs a line of shell in the work folder, started by Latchkey.
    fn exec(&self, line: &str) -> super::bench::Finished {
        let line = format!("cd '{}' && {line}", self.work.display());
        self.person
            .sandbox
            .run(&["exec", "harbour", "--", "sh", "-c", &line], "")
    }

    /// Every secret of the session, searched for in all that the tools wrote.
    fn nothing_was_left(&self) {
        let token = self.person.ok(&["token", "harbour"], "");
        let token = token["access_token"].as_str().unwrap();
        let record = self.keyring.lookup(&self.person.item()).unwrap();
        let record: serde_json::Value = serde_json::from_str(&record).unwrap();
        let refresh = record["refresh"].as_str().unwrap();
        let (_, password) = self.directus.admin();
        // The packages are not of the tools' making.
        fs::remove_file(self.work.join("node_modules")).unwrap();
        for secret in [token, refresh, password] {
            assert_eq!(self.person.sandbox.grep_for(secret), Vec::<PathBuf>::new());
        }
    }
}

fn files_below(folder: &Path) -> usize {
    let Ok(entries) = fs::read_dir(folder) else {
        return 0;
    };
    entries
        .map(|entry| {
            let path = entry.unwrap().path();
            if path.is_dir() { files_below(&path) } else { 1 }
        })
        .sum()
}

#[test]
fn the_tools_of_directus_work_with_the_token_of_exec_and_leave_none_behind() {
    let bus = SessionBus::start();
    let bench = Bench::new(&bus);
    let (email, _) = bench.directus.admin();

    fs::write(bench.work.join("script.mjs"), SCRIPT).unwrap();
    let ran = bench.exec("node script.mjs");
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let said: serde_json::Value = serde_json::from_str(ran.stdout.trim()).unwrap();
    assert_eq!(said["email"], email);
    assert!(said["users"].as_u64() >= Some(2), "{said}");

    let ran = bench.exec("directus-sync pull --dump-path dump");
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(files_below(&bench.work.join("dump")) > 0, "{ran:?}");

    let config = format!(
        r#"{{"profiles":{{"harbour":{{"url":"{}"}}}}}}"#,
        bench.directus.url()
    );
    fs::write(bench.work.join("directus.config.json"), config).unwrap();
    let ran =
        bench.exec("DIRECTUS_HARBOUR_TOKEN=$DIRECTUS_TOKEN d6s --json sync pull --from harbour");
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(files_below(&bench.work.join("directus")) > 0, "{ran:?}");

    // A tool that fails says so through Latchkey.
    let failed = bench.exec("node -e 'process.exit(23)'");
    assert_eq!(failed.code, Some(23), "{failed:?}");
    bench.nothing_was_left();
}
