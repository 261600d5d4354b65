//! A sign-in through the browser that is abandoned at a bad moment. Once the browser has returned, a session exists on
//! the server; it must be stored here or ended there.

use std::{
    io::{Read, Write},
    net::TcpStream,
    sync::Arc,
    thread,
    time::Duration,
};

use latchkey::service::{Error, SessionInfo, SsoWait};
use tokio::task::JoinHandle;
use url::Url;

use crate::{
    fixture::{Fixture, Gate},
    later::finish_background_work,
};

struct SsoAttempt {
    wait: Arc<SsoWait>,
    finished: JoinHandle<Result<SessionInfo, Error>>,
}

impl SsoAttempt {
    async fn begin(fixture: &Fixture) -> Self {
        let wait = fixture
            .service
            .begin_sso(&fixture.id, "corp", None)
            .await
            .unwrap();
        let (service, waited) = (fixture.service.clone(), Arc::clone(&wait));

        Self {
            wait,
            finished: tokio::spawn(async move { service.finish_sso(&waited).await }),
        }
    }

    /// The port that is open for the browser.
    fn port(&self) -> u16 {
        Url::parse(&self.value("redirect_uri"))
            .unwrap()
            .port()
            .unwrap()
    }

    fn value(&self, key: &str) -> String {
        let mut pairs = self.wait.address().query_pairs();
        pairs.find(|(name, _)| name == key).unwrap().1.into_owned()
    }

    /// The browser comes back with a code for amy, and stays for its page.
    fn return_from_browser(&self) -> thread::JoinHandle<()> {
        let port = self.port();
        let issuer = self.wait.address().join("/latchkey").unwrap();
        let query = url::form_urlencoded::Serializer::new(String::new())
            .append_pair("code", "amy")
            .append_pair("state", &self.value("state"))
            .append_pair("iss", issuer.as_str())
            .finish();
        let request = format!("GET /callback?{query} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n");

        thread::spawn(move || {
            let mut browser = TcpStream::connect(("127.0.0.1", port)).unwrap();
            browser.write_all(request.as_bytes()).unwrap();
            // The port may close without a page here.
            let _ = browser.read_to_end(&mut Vec::new());
        })
    }

    async fn result(self) -> Result<SessionInfo, Error> {
        let result = tokio::time::timeout(Duration::from_secs(30), self.finished).await;

        result.unwrap().unwrap()
    }

    async fn wait_for_answer(&self) {
        let answered = async {
            while !self.wait.is_answered() {
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(Duration::from_secs(30), answered)
            .await
            .unwrap();
    }

    /// Drops everything that the screen holds, as closing the window does.
    async fn drop_all(self) {
        self.finished.abort();
        let _ = self.finished.await;
        drop(self.wait);
    }
}

#[tokio::test]
async fn r_42_a_round_that_goes_while_the_code_is_exchanged_is_kept() {
    let gate = Gate::at("/latchkey/token");
    let fixture = Fixture::new(&gate).await;
    let round = SsoAttempt::begin(&fixture).await;
    let _browser = round.return_from_browser();
    fixture.wait_for_request("/latchkey/token").await;

    round.drop_all().await;
    gate.open();
    finish_background_work(&fixture).await;

    assert_eq!(fixture.stored_user().await.as_deref(), Some("amy"));
    assert_eq!(fixture.ended_sessions(), [] as [&str; 0]);
}

#[tokio::test]
async fn r_42_a_round_that_goes_as_soon_as_the_browser_is_back_is_kept() {
    let gate = Gate::at("nothing is held");
    let fixture = Fixture::new(&gate).await;

    // The moment between the browser's return and the exchange is short: it is aimed at more than once.
    for _ in 0..20 {
        let round = SsoAttempt::begin(&fixture).await;
        let _browser = round.return_from_browser();
        round.wait_for_answer().await;
        round.drop_all().await;
        finish_background_work(&fixture).await;

        assert_eq!(fixture.stored_user().await.as_deref(), Some("amy"));
        let _ = fixture.service.sign_out(&fixture.id).await.unwrap();
    }
}

#[tokio::test]
async fn r_37_a_round_that_goes_before_the_browser_is_back_exchanges_nothing() {
    let gate = Gate::at("nothing is held");
    let fixture = Fixture::new(&gate).await;
    let round = SsoAttempt::begin(&fixture).await;
    let port = round.port();

    round.drop_all().await;
    finish_background_work(&fixture).await;

    assert!(TcpStream::connect(("127.0.0.1", port)).is_err());
    assert_eq!(fixture.stored_user().await, None);
}

#[tokio::test]
async fn r_37_a_password_typed_during_the_exchange_wins_over_the_browser() {
    let gate = Gate::at("/latchkey/token");
    let fixture = Fixture::new(&gate).await;
    let round = SsoAttempt::begin(&fixture).await;
    let _browser = round.return_from_browser();
    fixture.wait_for_request("/latchkey/token").await;

    assert!(fixture.sign_in("bob").await.unwrap().is_ok());
    gate.open();
    let browsed = round.result().await;

    assert!(matches!(browsed, Err(Error::Superseded)), "{browsed:?}");
    assert_eq!(fixture.stored_user().await.as_deref(), Some("bob"));
    assert_eq!(fixture.ended_sessions(), ["amy"]);
}

#[tokio::test]
async fn s_41_a_session_for_an_instance_that_was_removed_meanwhile_is_ended() {
    let gate = Gate::at("nothing is held");
    let fixture = Fixture::new(&gate).await;
    let round = SsoAttempt::begin(&fixture).await;
    let _ = fixture.service.remove(&fixture.id).await.unwrap();
    let _browser = round.return_from_browser();

    let browsed = round.result().await;
    assert!(matches!(browsed, Err(Error::ProfileRemoved)), "{browsed:?}");
    assert_eq!(fixture.ended_sessions(), ["amy"]);
}
