//! A plain HTTP request from a test to a server of the bench. Blocking, without proxy and redirects; usable inside and
//! outside of an async test.

use serde_json::Value;

use std::sync::OnceLock;
use std::time::Duration;

/// What the server answered.
#[derive(Debug, Clone)]
pub(crate) struct Answer {
    /// The HTTP status.
    pub(crate) status: u16,
    /// Header names in lower case.
    pub(crate) headers: Vec<(String, String)>,
    /// The JSON body; a string when it is something else, null when empty.
    pub(crate) body: Value,
}

impl Answer {
    /// The `data` of a successful answer; anything else fails the test with the whole answer.
    pub(crate) fn data(mut self) -> Value {
        assert!(
            (200..300).contains(&self.status),
            "{} {}",
            self.status,
            self.body
        );
        self.body["data"].take()
    }

    /// The code of the first Directus error, or an empty string.
    pub(crate) fn code(&self) -> &str {
        self.body["errors"][0]["extensions"]["code"]
            .as_str()
            .unwrap_or_default()
    }
}

/// Sends one request; `None` when there is no answer at all.
pub(crate) fn request(
    method: &str,
    url: &str,
    token: Option<&str>,
    body: Option<&Value>,
) -> Option<Answer> {
    let _ = rustls::crypto::ring::default_provider().install_default();
    // A thread of its own, as an async test already occupies this one with its runtime.
    std::thread::scope(|scope| {
        scope
            .spawn(|| {
                tokio::runtime::Builder::new_current_thread()
                    .enable_all()
                    .build()
                    .expect("a runtime")
                    .block_on(send(method, url, token, body))
            })
            .join()
            .expect("the request does not panic")
    })
}

async fn send(
    method: &str,
    url: &str,
    token: Option<&str>,
    body: Option<&Value>,
) -> Option<Answer> {
    // One for all, as making one reads every certificate of the system; without idle connections, as
    // those would belong to the runtime of an earlier request.
    static CLIENT: OnceLock<reqwest::Client> = OnceLock::new();
    let client = CLIENT.get_or_init(|| {
        reqwest::Client::builder()
            .no_proxy()
            .redirect(reqwest::redirect::Policy::none())
            .timeout(Duration::from_secs(30))
            .pool_max_idle_per_host(0)
            .build()
            .expect("an HTTP client")
    });
    let method = method.parse().expect("an HTTP method");
    let mut request = client.request(method, url);
    if let Some(token) = token {
        request = request.bearer_auth(token);
    }
    if let Some(body) = body {
        request = request.json(body);
    }
    let response = request.send().await.ok()?;
    let status = response.status().as_u16();
    let headers = response
        .headers()
        .iter()
        .map(|(name, value)| {
            let value = String::from_utf8_lossy(value.as_bytes()).into_owned();
            (name.as_str().to_owned(), value)
        })
        .collect();
    let text = response.text().await.ok()?;
    let body = if text.is_empty() {
        Value::Null
    } else {
        serde_json::from_str(&text).unwrap_or(Value::String(text))
    };
    Some(Answer {
        status,
        headers,
        body,
    })
}
