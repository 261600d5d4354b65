//! Replaces this process by another program: by the one of `exec`, which gets the token in its environment and nowhere
//! else (S-45: no token in arguments), or by this one again, without a link in its arguments (S-27). The only place of
//! the command line that starts programs.

#![expect(
    clippy::disallowed_types,
    reason = "the one place that starts another program"
)]

use std::{ffi::OsString, process::Command};

use super::failure::Failure;
use crate::secret::Secret;

/// The program of `exec` with its arguments and what its environment gets.
#[derive(Debug)]
pub(super) struct PreparedProgram {
    program: OsString,
    arguments: Vec<OsString>,
    url: String,
    token: Secret,
}

impl PreparedProgram {
    /// `line` is the program and its arguments; `None` when it is empty.
    pub(super) fn new(line: Vec<OsString>, url: String, token: Secret) -> Option<Self> {
        let mut line = line.into_iter();

        Some(Self {
            program: line.next()?,
            arguments: line.collect(),
            url,
            token,
        })
    }

    fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        let _ = command
            .args(&self.arguments)
            .env("DIRECTUS_URL", &self.url)
            .env("DIRECTUS_TOKEN", self.token.expose());

        command
    }

    /// Replaces this process by the program; returns only when it cannot be started.
    #[cfg(unix)]
    pub(super) fn run(self) -> Failure {
        use std::os::unix::process::CommandExt;

        let error = self.command().exec();

        Failure::Exec(self.program.to_string_lossy().into_owned(), error.into())
    }

    /// Runs the program and returns its exit status. On Windows `npx` and the like are scripts, which the standard
    /// library finds only by their name with its extension.
    #[cfg(windows)]
    pub(super) fn run(mut self) -> Result<i32, Failure> {
        let mut ended = self.command().status();
        if std::path::Path::new(&self.program).extension().is_none() {
            let name = self.program.clone();
            for extension in [".cmd", ".bat"] {
                if !matches!(&ended, Err(error) if error.kind() == std::io::ErrorKind::NotFound) {
                    break;
                }
                self.program = name.clone();
                self.program.push(extension);
                ended = self.command().status();
            }
            self.program = name;
        }

        match ended {
            Ok(status) => Ok(status
                .code()
                .unwrap_or(i32::from(super::failure::status::FAILED))),
            Err(error) => Err(Failure::Exec(
                self.program.to_string_lossy().into_owned(),
                error.into(),
            )),
        }
    }
}

/// Replaces this process by the same program, with the link on standard input instead of in the arguments: other users'
/// programs can read a process's arguments for as long as the window is open (S-27: no link in arguments). Returns only
/// when that is not possible.
#[cfg(unix)]
pub(super) fn restart_with_link_on_stdin(link: &Secret) -> std::io::Error {
    use std::{io::Write, os::unix::process::CommandExt};

    let start = || -> std::io::Result<std::io::Error> {
        let program = std::env::current_exe()?;
        let (reader, mut writer) = std::io::pipe()?;
        // A link is far shorter than the buffer of a pipe, so the write does not wait for a reader.
        writer.write_all(link.expose().as_bytes())?;
        drop(writer);

        Ok(Command::new(program).args(["--", "-"]).stdin(reader).exec())
    };

    start().unwrap_or_else(|error| error)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may stop at once")]

    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn s_45_the_token_is_in_the_environment_and_nowhere_else() {
        let line = ["run", "--url", "x"].map(OsString::from).to_vec();
        let ready = PreparedProgram::new(
            line,
            "https://cms.example.com".to_owned(),
            Secret::from("eyJtoken"),
        )
        .unwrap();
        let command = ready.command();

        assert_eq!(command.get_program(), "run");
        assert_eq!(command.get_args().collect::<Vec<_>>(), ["--url", "x"]);
        let added: BTreeMap<_, _> = command.get_envs().collect();
        assert_eq!(added.len(), 2);
        assert_eq!(
            added["DIRECTUS_URL".as_ref() as &std::ffi::OsStr].unwrap(),
            "https://cms.example.com"
        );
        assert_eq!(
            added["DIRECTUS_TOKEN".as_ref() as &std::ffi::OsStr].unwrap(),
            "eyJtoken"
        );
        assert!(!format!("{ready:?}").contains("eyJtoken"));
    }

    #[test]
    fn nothing_to_run_is_refused() {
        assert!(PreparedProgram::new(vec![], String::new(), Secret::default()).is_none());
    }
}
