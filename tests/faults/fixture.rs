//! A whole service in front of a server whose answers can be held back: for tests in which the person acts before the
//! server answers. The server signs everybody in, and writes the user's name into each token.

use std::{
    io::{self, Write},
    sync::{Arc, Condvar, Mutex},
    time::{Duration, Instant},
};

use latchkey::{
    profile::ProfileId,
    secret::Secret,
    service::{AddOptions, Credentials, Error, Service, SessionInfo},
    store::{Paths, Store},
    vault::{Unlock, Vault},
};

use crate::server::{self, JSON, Request, Server, answer};

/// Longer than anything here takes, even on a busy machine.
const TEST_TIMEOUT: Duration = Duration::from_secs(30);

/// Holds the answers to some requests back until it is opened.
#[derive(Clone)]
pub(crate) struct Gate {
    /// Text in the path, body or authorization of the requests whose answers are held back.
    mark: &'static str,
    open: Arc<(Mutex<bool>, Condvar)>,
}

impl Gate {
    pub(crate) fn at(mark: &'static str) -> Self {
        Self {
            mark,
            open: Arc::default(),
        }
    }

    pub(crate) fn open(&self) {
        let (open, changed) = &*self.open;
        *open.lock().unwrap() = true;
        changed.notify_all();
    }

    fn hold_back(&self, request: &Request) {
        if is_about(request, self.mark) {
            let (open, changed) = &*self.open;
            let held = open.lock().unwrap();
            drop(
                changed
                    .wait_timeout_while(held, TEST_TIMEOUT, |open| !*open)
                    .unwrap(),
            );
        }
    }
}

/// A service with one stored instance, and the server of that instance.
pub(crate) struct Fixture {
    pub(crate) service: Service,
    pub(crate) id: ProfileId,
    pub(crate) server: Server,
    pub(crate) vault: Vault,
    _home: tempfile::TempDir,
}

impl Fixture {
    pub(crate) async fn new(gate: &Gate) -> Self {
        let home = tempfile::tempdir().unwrap();
        let store = Store::new(Paths {
            config: home.path().join("config"),
            state: home.path().join("state"),
            cache: home.path().join("cache"),
            runtime: home.path().join("run"),
        });
        let vault = Vault::in_memory();
        let service = Service::new(store, vault.clone());
        // The window does the same.
        service.start_background_runtime();
        let gate = gate.clone();
        let server = Server::new(move |request, out| {
            gate.hold_back(request);
            directus(request, out)
        });
        let preview = service
            .probe(&server.url(), AddOptions::default())
            .await
            .unwrap();
        let id = service.add(preview, None).await.unwrap().id;

        Self {
            service,
            id,
            server,
            vault,
            _home: home,
        }
    }

    /// Signs in; the answer is awaited elsewhere.
    pub(crate) fn sign_in(
        &self,
        name: &str,
    ) -> tokio::task::JoinHandle<Result<SessionInfo, Error>> {
        let (service, id) = (self.service.clone(), self.id.clone());
        let credentials = Credentials {
            email: format!("{name}@example.com"),
            password: Secret::from(crate::PASSWORD),
            otp: None,
        };

        tokio::spawn(async move { service.sign_in(&id, credentials).await })
    }

    /// Waits until the server was sent a request that contains `mark`.
    pub(crate) async fn wait_for_request(&self, mark: &str) {
        let begun = Instant::now();
        while !self.server.requests().iter().any(|one| is_about(one, mark)) {
            assert!(begun.elapsed() < TEST_TIMEOUT, "never asked: {mark}");
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }

    /// The user whose session is stored; `None` without one.
    pub(crate) async fn stored_user(&self) -> Option<String> {
        let minute = Duration::from_secs(60);
        let handed = self
            .service
            .access_token(&self.id, minute, Unlock::Never)
            .await;

        match handed {
            Ok(handed) => Some(handed.access.token.expose().replace("At-", "")),
            Err(Error::NotSignedIn) => None,
            Err(error) => panic!("{error:?}"),
        }
    }

    /// The users whose sessions were ended on the server, in that order.
    pub(crate) fn ended_sessions(&self) -> Vec<String> {
        let requests = self.server.requests();
        let logouts = requests
            .iter()
            .filter(|request| request.target == "/auth/logout");

        logouts
            .map(|request| name_after(&request.body, "Rt-"))
            .collect()
    }
}

fn is_about(request: &Request, mark: &str) -> bool {
    let authorization = request.header("authorization").unwrap_or_default();

    request.target.contains(mark) || request.body.contains(mark) || authorization.contains(mark)
}

/// The name after `mark`.
fn name_after(text: &str, mark: &str) -> String {
    let (_, rest) = text.split_once(mark).unwrap_or_default();

    rest.chars().take_while(char::is_ascii_lowercase).collect()
}

fn directus(request: &Request, out: &mut dyn Write) -> io::Result<()> {
    let path = request.target.split('?').next().unwrap_or_default();
    let tokens = |name: &str| {
        format!(
            r#"{{"data":{{"expires":900000,"refresh_token":"Rt-{name}","access_token":"At-{name}"}}}}"#
        )
    };
    let token_of = |mark: &str| tokens(&name_after(&request.body, mark));

    match (request.method.as_str(), path) {
        ("POST", "/auth/login") if request.body.contains("nobody@") => answer(
            out,
            401,
            &[JSON],
            r#"{"errors":[{"message":"Invalid user credentials.","extensions":{"code":"INVALID_CREDENTIALS"}}]}"#,
        ),
        ("POST", "/auth/login") => answer(out, 200, &[JSON], &token_of(r#""email":""#)),
        ("POST", "/latchkey/token") => answer(out, 200, &[JSON], &token_of("code=")),
        ("GET", "/users/me") => {
            let name = name_after(request.header("authorization").unwrap_or_default(), "At-");
            let account = format!(r#"{{"data":{{"id":"u-{name}","email":"{name}@example.com"}}}}"#);
            answer(out, 200, &[JSON], &account)
        }
        ("GET", "/latchkey") => {
            let host = request.header("host").unwrap_or_default();
            let document = format!(
                r#"{{"data":{{"name":"latchkey","version":1,"issuer":"http://{host}/latchkey","code_challenge_methods":["S256"]}}}}"#
            );
            answer(out, 200, &[JSON], &document)
        }
        ("GET", "/auth/login/corp") => answer(out, 302, &[("location", "http://idp.invalid/")], ""),
        _ => server::directus(request, out),
    }
}
