//! The address of an instance, and of a proxy, from whatever a person types: what was read reads back as the same, is
//! http or https without credentials, and the host that is shown is the host that is asked (S-30, S-32, S-41, R-39).

use super::{assert_line, text};
use latchkey::{
    address::{HttpPolicy, ProxySetting, ServerUrl, ServerUrlError},
    unicode::clean_line,
};

/// Whether the input was read at all.
pub fn fuzz(input: &[u8]) -> bool {
    let Some(text) = text(input) else {
        return false;
    };
    let anywhere = ServerUrl::parse(text, HttpPolicy::Allowed);
    match ServerUrl::parse(text, HttpPolicy::LoopbackOnly) {
        Ok(url) => {
            assert!(url.is_https() || url.is_loopback());
            assert_eq!(anywhere.as_ref(), Ok(&url));
        }
        Err(ServerUrlError::PlainHttp { host }) => {
            let url = anywhere.as_ref().expect("only plain http is wrong with it");
            assert_eq!(url.display_host(), host);
        }
        Err(error) => assert_eq!(anywhere, Err(error)),
    }
    match anywhere {
        Ok(url) => sound(&url),
        Err(error) => assert!(error.to_string().len() <= text.len() + 64),
    }
    proxy(text);

    if let Some(line) = clean_line(text, 100) {
        assert_line(&line, 100);
        assert_eq!(clean_line(&line, 100).as_ref(), Some(&line));
    }

    true
}

fn sound(url: &ServerUrl) {
    let again = ServerUrl::parse(url.as_str(), HttpPolicy::Allowed);
    assert_eq!(again.as_ref(), Ok(url), "what was read reads back");
    let json = serde_json::to_string(url).expect("it is text");
    assert_eq!(
        serde_json::from_str::<ServerUrl>(&json).ok().as_ref(),
        Some(url)
    );

    let plain = url.url();
    assert!(matches!(plain.scheme(), "http" | "https"));
    assert!(plain.username().is_empty() && plain.password().is_none());
    assert!(plain.query().is_none() && plain.fragment().is_none());
    assert!(plain.path().ends_with('/') && !url.as_str().ends_with('/'));
    let below = url.join("auth/login");
    assert_eq!(below.origin(), plain.origin());
    assert!(below.path().starts_with(plain.path()), "{below}");

    let host = url.display_host();
    assert!(!host.is_empty());
    assert_line(&host, 1024);
    let shown = ServerUrl::parse(&format!("{}://{host}", plain.scheme()), HttpPolicy::Allowed)
        .expect("what is shown can be typed");
    assert_eq!(
        shown.url().origin(),
        plain.origin(),
        "the host that is shown is another one"
    );
}

fn proxy(text: &str) {
    let Ok(proxy) = ProxySetting::parse(text) else {
        return;
    };
    assert_eq!(ProxySetting::parse(&proxy.text()).as_ref(), Ok(&proxy));
    assert!(!proxy.text().contains('@'));
    assert_line(&proxy.text(), text.len() * 9 + 16);
}
