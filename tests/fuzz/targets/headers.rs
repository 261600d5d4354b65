//! The headers of an answer that decide something: where a redirect leads, a relayed round's state and cookies, and how
//! long to wait. Lines of the input are `Location`, `Retry-After`, `Date`, then `name=value` of cookies (S-04, S-31,
//!

use std::time::Duration;

use super::text;
use latchkey::directus::reading;
use url::Url;

/// Whether the input was read at all.
pub fn fuzz(input: &[u8]) -> bool {
    let Some(text) = text(input) else {
        return false;
    };
    let mut lines = text.split('\n');
    let mut next = || lines.next().unwrap_or_default();
    let (location, after, date) = (next(), next(), next());
    let cookies: Vec<_> = lines
        .filter_map(|line| line.split_once('='))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();

    let asked = url("https://cms.example.com/sub/server/ping");
    if let Some(to) = reading::redirect(&asked, location) {
        assert!(matches!(to.scheme(), "http" | "https"), "{to}");
        assert!(to.query().is_none() && to.fragment().is_none());
        assert!(to.username().is_empty() && to.password().is_none());
    }
    if let Some(wait) = reading::wait(after, date) {
        assert!(wait <= Duration::from_secs(3600));
    }
    if let Some(code) = reading::relay_reason(location) {
        let code = code.as_str();
        assert!((1..=64).contains(&code.len()));
        assert!(code.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_'));
    }
    if let Some(session) = reading::relay_session(&cookies) {
        assert!(!session.is_empty());
    }
    relayed(location, &cookies);

    true
}

fn relayed(location: &str, cookies: &[(String, String)]) {
    let callback = url("http://127.0.0.1:47801/auth/login/corp/callback");
    let Some(begun) = reading::relay_begun(location, cookies, &callback) else {
        return;
    };
    let page = url(begun.provider_page.expose());
    let all = |name: &str| -> Vec<_> {
        let found = page.query_pairs().filter(|(key, _)| key == name);
        found.map(|(_, value)| value.into_owned()).collect()
    };
    assert!(matches!(page.scheme(), "http" | "https"));
    assert_eq!(all("state"), [begun.state.expose()]);
    assert!(begun.state.expose().len() >= 22);
    let redirects = all("redirect_uri");
    assert_eq!(redirects.len(), 1);
    assert_eq!(url(&redirects[0]), callback, "the answer goes elsewhere");
    assert!(
        begun.cookie.expose().starts_with("openid.")
            || begun.cookie.expose().starts_with("oauth2.")
    );
    assert_eq!(format!("{begun:?}").matches("Secret(redacted)").count(), 3);
}

fn url(text: &str) -> Url {
    Url::parse(text).expect("an address")
}
