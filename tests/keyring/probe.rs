//! The process under test: owns a `Vault`, takes one command a line on standard input and answers one line each.

#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test brings its own servers, processes and files"
)]

use std::{
    io::{BufRead, BufReader, Write},
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
    time::{Duration, Instant},
};

use latchkey::{
    profile::ProfileId,
    secret::Secret,
    vault::{Lookup, Timeouts, Unlock, Vault},
};

const ROLE: &str = "LATCHKEY_TEST_PROBE";
const MARK: &str = "probe: ";

/// The parent's side.
pub(crate) struct Probe {
    child: Child,
    commands: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
}

/// What the vault said and how long it took.
#[derive(Debug)]
pub(crate) struct ProbeAnswer {
    pub(crate) answer: String,
    pub(crate) took: Duration,
}

impl Probe {
    pub(crate) fn start(environment: &[(String, String)]) -> Self {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args([
                "--exact",
                "probe::helper",
                "--ignored",
                "--nocapture",
                "--test-threads=1",
            ])
            .env_clear()
            .envs(environment.iter().cloned())
            .env(ROLE, "1")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let commands = child.stdin.take();
        let answers = BufReader::new(child.stdout.take().unwrap());

        Self {
            child,
            commands,
            answers,
        }
    }

    pub(crate) fn send(&mut self, command: &str) {
        writeln!(self.commands.as_mut().unwrap(), "{command}").unwrap();
    }

    pub(crate) fn answer(&mut self) -> ProbeAnswer {
        let mut line = String::new();
        loop {
            line.clear();
            assert!(
                self.answers.read_line(&mut line).unwrap() > 0,
                "the probe ended"
            );
            // The test harness writes "test NAME ... " before the first answer, on the same line.
            if let Some((_, said)) = line.trim_end().split_once(MARK) {
                let (micros, answer) = said.split_once(' ').unwrap();
                return ProbeAnswer {
                    answer: answer.to_owned(),
                    took: Duration::from_micros(micros.parse().unwrap()),
                };
            }
        }
    }

    pub(crate) fn ask(&mut self, command: &str) -> ProbeAnswer {
        self.send(command);
        self.answer()
    }
}

impl Drop for Probe {
    fn drop(&mut self) {
        drop(self.commands.take());
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// `read ID UNLOCK`, `write ID UNLOCK RECORD LABEL`, `delete ID UNLOCK`, where UNLOCK is `never` or `prompt`; `retry`;
/// `timeout MILLISECONDS` for what follows with `never`.
#[test]
#[ignore = "the child process of the other tests"]
fn helper() {
    if std::env::var_os(ROLE).is_none() {
        return;
    }
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .unwrap();
    let mut vault = Vault::keyring();
    for line in std::io::stdin().lines() {
        let line = line.unwrap();
        let words: Vec<&str> = line.splitn(5, ' ').collect();
        if let ["timeout", time] = *words {
            let never = Duration::from_millis(time.parse().unwrap());
            vault = vault.with_timeouts(Timeouts {
                never,
                ..Timeouts::default()
            });
        }
        let started = Instant::now();
        // On the runtime's own threads, where a D-Bus client inside the caller would panic.
        let answer = runtime.block_on(async { perform(&vault, &words).await });
        let took = started.elapsed().as_micros();
        writeln!(std::io::stdout(), "{MARK}{took} {answer}").unwrap();
    }
}

async fn perform(vault: &Vault, words: &[&str]) -> String {
    let profile = |text: &str| ProfileId::parse(text).unwrap();
    let unlock = |text: &str| match text {
        "never" => Unlock::Never,
        "prompt" => Unlock::MayPrompt,
        _ => panic!("unknown way to unlock"),
    };
    match *words {
        ["timeout", _] => "set".to_owned(),
        ["retry"] => {
            vault.allow_prompts();
            "retried".to_owned()
        }
        ["read", id, word] => match vault.read(&profile(id), unlock(word)).await {
            Lookup::Found(record) => format!("Found {}", record.expose()),
            Lookup::Absent => "Absent".to_owned(),
            Lookup::Failed(trouble) => format!("{trouble:?}"),
        },
        ["write", id, word, record, label] => {
            let written = vault
                .write(&profile(id), &Secret::from(record), label, unlock(word))
                .await;
            format!("{written:?}")
        }
        ["delete", id, word] => format!("{:?}", vault.delete(&profile(id), unlock(word)).await),
        _ => panic!("unknown command"),
    }
}
