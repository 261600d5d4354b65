//! One person with one kept instance: the starting point of most tests. Owns the commands that many tests repeat; each
//! test states the expected outcome itself.

use super::bench::{Directus, Environment, Finished, Sandbox};

use serde_json::Value;

/// A home in which one Directus is kept under the name `harbour`.
#[derive(Debug)]
pub(crate) struct Person {
    pub(crate) sandbox: Sandbox,
    pub(crate) profile: String,
}

impl Person {
    /// Adds `directus` in a fresh home that has joined `part` (a bus with a keyring, usually).
    pub(crate) fn keeping(directus: &Directus, part: &impl Environment) -> Self {
        Self::at_home(Sandbox::new().join(part), directus)
    }

    /// Adds `directus` in this home.
    pub(crate) fn at_home(sandbox: Sandbox, directus: &Directus) -> Self {
        Self::at_address(sandbox, directus.url())
    }

    /// Adds the instance that answers at this address.
    pub(crate) fn at_address(sandbox: Sandbox, address: &str) -> Self {
        let added = sandbox.run(&["--json", "add", address, "--name", "harbour"], "");
        assert_eq!(added.code, Some(0), "{added:?}");
        let profile = added.json()["id"].as_str().unwrap().to_owned();
        Self { sandbox, profile }
    }

    /// Runs Latchkey with `--json`.
    pub(crate) fn run(&self, arguments: &[&str], input: &str) -> Finished {
        let mut all = vec!["--json"];
        all.extend(arguments);
        self.sandbox.run(&all, input)
    }

    /// Runs it, demands success, and gives the document.
    pub(crate) fn ok(&self, arguments: &[&str], input: &str) -> Value {
        let ran = self.run(arguments, input);
        assert_eq!(ran.code, Some(0), "{arguments:?}: {ran:?}");
        ran.json()
    }

    /// Runs it, demands this exit status and error code.
    pub(crate) fn fails_with(
        &self,
        arguments: &[&str],
        input: &str,
        status: i32,
        code: &str,
    ) -> Finished {
        let ran = self.run(arguments, input);
        assert_eq!(ran.code, Some(status), "{arguments:?}: {ran:?}");
        assert_eq!(ran.json()["error"]["code"], code, "{arguments:?}: {ran:?}");
        assert!(
            !ran.stderr.trim().is_empty(),
            "a failure without a sentence: {ran:?}"
        );
        ran
    }

    /// Signs in with a password.
    pub(crate) fn sign_in(&self, email: &str, password: &str) -> Value {
        self.ok(
            &["login", "harbour", "--email", email, "--password-stdin"],
            &format!("{password}\n"),
        )
    }

    /// What `status` says of being signed in: true, false or null.
    pub(crate) fn signed_in(&self) -> Value {
        self.run(&["status", "harbour"], "").json()["signed_in"].take()
    }

    /// The keyring attributes of this profile's item.
    pub(crate) fn item(&self) -> [(&'static str, &str); 2] {
        [
            ("service", "app.latchkey.Latchkey"),
            ("username", &self.profile),
        ]
    }
}
