//! A sign-in that waits on a real listener, and what the tests may do to it.

use std::{
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use latchkey::{
    address::{HttpPolicy, ServerUrl},
    loopback::{Binding, Callback, Host, Judgement, Listener, Ports},
    profile::ProfileId,
    sso::{Attempt, Outcome, Plan, Route, Verdict},
};
use tokio::task::JoinHandle;

pub(crate) const ISSUER: &str = "https://cms.example.com/latchkey";

/// A small stand-in for the service: one attempt, one listener, and the judgement between them.
pub(crate) struct SignIn {
    pub(crate) port: u16,
    pub(crate) state: String,
    pub(crate) unverified_error: Arc<Mutex<Vec<String>>>,
    waiting: JoinHandle<Callback<(Outcome, Option<String>)>>,
}

impl SignIn {
    pub(crate) async fn hand_off() -> Self {
        Self::on(&Binding::hand_off(), Route::HandOff).await
    }

    pub(crate) async fn pinned(port: u16) -> Self {
        Self::on(
            &Binding {
                host: Host::V4,
                ports: Ports::Pinned(vec![port]),
                cookies: &["directus_session_token"],
                path: latchkey::loopback::CALLBACK_PATH.to_owned(),
            },
            Route::SameHost,
        )
        .await
    }

    pub(crate) async fn on(binding: &Binding, route: Route) -> Self {
        Self::at(Self::listener(binding).await, route)
    }

    pub(crate) async fn listener(binding: &Binding) -> Listener {
        Listener::bind(binding).await.unwrap()
    }

    pub(crate) fn at(listener: Listener, route: Route) -> Self {
        let plan = Plan {
            profile: ProfileId::parse("0123456789abcdef").unwrap(),
            provider: "corp".to_owned(),
            instance: ServerUrl::parse("https://cms.example.com", HttpPolicy::LoopbackOnly)
                .unwrap(),
            route,
            redirect_uri: listener.redirect_uri().clone(),
            issuer: ISSUER.to_owned(),
        };
        let mut attempt = Attempt::begin(plan, Instant::now()).unwrap();
        let state = state(&attempt);
        let unverified_error = Arc::new(Mutex::new(Vec::new()));
        let heard = Arc::clone(&unverified_error);
        let port = listener.port();

        let waiting = tokio::spawn(listener.callback(move |hit| {
            match attempt.read(hit.query(), Instant::now()) {
                Verdict::Answer(outcome) => {
                    let cookie = hit.cookie("directus_session_token");

                    Judgement::Accept((outcome, cookie.map(|value| value.expose().to_owned())))
                }
                Verdict::Unverified(reason) => {
                    heard.lock().unwrap().push(reason.code().to_owned());
                    Judgement::UnverifiedError
                }
                Verdict::Unrelated(_) => Judgement::Refuse,
            }
        }));

        Self {
            port,
            state,
            unverified_error,
            waiting,
        }
    }

    /// The query of the real callback.
    pub(crate) fn valid_query(&self) -> String {
        format!(
            "code=one-time&state={}&iss=https%3A%2F%2Fcms.example.com%2Flatchkey",
            self.state
        )
    }

    pub(crate) fn is_waiting(&self) -> bool {
        !self.waiting.is_finished()
    }

    /// The accepted callback; it must come soon, or as soon as a browser is up on a busy machine.
    pub(crate) async fn accepted(self) -> Callback<(Outcome, Option<String>)> {
        tokio::time::timeout(Duration::from_secs(60), self.waiting)
            .await
            .unwrap()
            .unwrap()
    }

    pub(crate) async fn cancel(self) {
        self.waiting.abort();
        assert!(self.waiting.await.unwrap_err().is_cancelled());
    }

    /// The real callback still wins, whatever happened before.
    pub(crate) async fn finishes(self) {
        assert!(self.is_waiting());

        let (port, query) = (self.port, self.valid_query());
        let browser = tokio::spawn(async move { crate::browser::navigate(port, &query).await });
        let callback = self.accepted().await;

        assert!(
            matches!(&callback.value.0, Outcome::Code(code) if code.expose() == "one-time"),
            "{:?}",
            callback.value.0
        );
        callback.response.succeeded().await;

        let page = browser.await.unwrap();
        assert_eq!(page.status, 200);
        assert!(page.body.contains("You are signed in"));
    }
}

fn state(attempt: &Attempt) -> String {
    let address = attempt.address(None).unwrap();
    let find = |address: &url::Url, key: &str| {
        address
            .query_pairs()
            .find(|(name, _)| name == key)
            .map(|(_, value)| value.into_owned())
    };

    find(&address, "state")
        .or_else(|| {
            find(
                &url::Url::parse(&find(&address, "redirect")?).ok()?,
                "state",
            )
        })
        .unwrap()
}
