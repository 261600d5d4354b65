//! Nothing secret is logged or repeated in an error (S-40).

use std::{
    io::{self, Write},
    sync::{Arc, Mutex},
};

use latchkey::{directus::Endpoint, secret::Secret};
use tracing_subscriber::fmt::MakeWriter;

use crate::{
    PASSWORD, client,
    endpoints::call,
    run_in_own_process,
    server::{self, JSON, Server, answer},
};

/// A log in memory.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl MakeWriter<'_> for Log {
    type Writer = Self;

    fn make_writer(&self) -> Self {
        self.clone()
    }
}

#[test]
fn s_40_nothing_secret_is_logged_or_repeated() {
    // Alone, since a logger's interest in an event is remembered for the whole process.
    let _ = run_in_own_process("secrets::in_a_child", &[]);
}

#[tokio::test]
#[ignore = "only run by the test above"]
async fn in_a_child() {
    let healthy = Server::new(server::directus);
    let echoing = Server::new(|request, out| {
        let (sent, query) = (&request.body, &request.target);
        let mut body = serde_json::json!({"errors":[{"message": format!("Bad: {sent} {query}"),
            "extensions":{"code":"INVALID_PAYLOAD","invalid":sent,"field":sent,"reason":sent}}]});
        if request.target.contains("reset") {
            body["errors"][0]["extensions"]["code"] = "FAILED_VALIDATION".into();
        }
        answer(out, 400, &[JSON], &body.to_string())
    });
    let cutting = Server::new(|_, _| Ok(()));
    let moving = Server::new(|request, out| {
        answer(
            out,
            302,
            &[(
                "location",
                &format!("http://other.test/?back={}", request.target),
            )],
            "",
        )
    });

    let log = Log::default();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_writer(log.clone())
        .finish();
    let guard = tracing::subscriber::set_default(subscriber);
    let secret = Secret::from(PASSWORD);
    let mut shown = Vec::new();
    for server in [&healthy, &echoing, &cutting, &moving] {
        let client = client(&server.url());
        shown.push(format!("{client:?}"));
        let signed_in = client
            .login("amy@example.com", &secret, Some(&secret))
            .await;
        shown.push(format!("{signed_in:?}"));
        if let Err(error) = signed_in {
            shown.push(format!("{error}"));
        }
        for endpoint in Endpoint::ALL {
            if let Err(error) = call(&client, *endpoint).await {
                shown.push(format!("{error:?} {error}"));
            }
        }
    }
    drop(guard);
    let shown = shown.join("\n");

    let logged = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert!(
        logged.contains("/auth/login") && logged.contains("/users/me"),
        "{logged}"
    );
    assert!(
        shown.contains("INVALID_PAYLOAD") && shown.contains("FailedValidation"),
        "{shown}"
    );
    for marked in [PASSWORD, "Rt-9c1f-marked", "At-77de-marked", "amy"] {
        assert!(!logged.contains(marked), "{marked} was logged:\n{logged}");
        assert!(!shown.contains(marked), "{marked} was shown:\n{shown}");
    }
    assert!(!logged.contains('?'), "a query was logged:\n{logged}");
}
