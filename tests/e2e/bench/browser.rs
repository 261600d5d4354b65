//! The person's browser: a small one (redirects, cookies, forms) that is quick, and Debian's Chromium. Owns what a
//! browser does by itself; each test decides what the person presses.

use super::{installed, source};

use url::Url;

use std::net::{Ipv4Addr, SocketAddr};
use std::process::Command;
use std::time::Duration;

/// The host name that the browsers of the bench find on this machine.
const HOST: &str = "dx.test";

/// As much of a browser as a sign-in needs.
#[derive(Debug)]
pub(crate) struct Browser {
    runtime: tokio::runtime::Runtime,
    client: reqwest::Client,
    cookies: Vec<Cookie>,
    stop: Option<String>,
}

#[derive(Debug)]
struct Cookie {
    host: String,
    path: String,
    name: String,
    value: String,
}

/// A page, after all redirects.
#[derive(Debug, Clone)]
pub(crate) struct Page {
    pub(crate) url: Url,
    pub(crate) text: String,
}

impl Browser {
    pub(crate) fn new() -> Self {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let local = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
        Self {
            runtime: tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .expect("a runtime"),
            client: reqwest::Client::builder()
                .no_proxy()
                .redirect(reqwest::redirect::Policy::none())
                .resolve(HOST, local)
                // A server may close an idle connection between two visits, so none is kept.
                .pool_max_idle_per_host(0)
                .timeout(Duration::from_secs(40))
                .build()
                .expect("an HTTP client"),
            cookies: Vec::new(),
            stop: None,
        }
    }

    /// The same browser, which shows an empty page instead of any address that begins with `start`.
    pub(crate) fn stopping_at(self, start: &str) -> Self {
        Self {
            stop: Some(start.to_owned()),
            ..self
        }
    }

    /// The value of a cookie that it holds.
    pub(crate) fn cookie(&self, name: &str) -> Option<&str> {
        let found = self.cookies.iter().find(|cookie| cookie.name == name);
        found.map(|cookie| cookie.value.as_str())
    }

    /// Goes to an address, through all redirects.
    pub(crate) fn visit(&mut self, address: &str) -> Page {
        self.follow(Url::parse(address).expect("an address"), None)
    }

    /// Sends the form of a page, with these fields beside its hidden ones.
    pub(crate) fn submit(&mut self, page: &Page, fields: &[(&str, &str)]) -> Page {
        let form = between(&page.text, "<form", ">").unwrap_or_else(|| panic!("no form: {page:?}"));
        let action = between(form, "action=\"", "\"").unwrap_or_default();
        let action = page
            .url
            .join(&action.replace("&#47;", "/"))
            .expect("an action");
        let mut all: Vec<(String, String)> = page
            .text
            .split("<input type=\"hidden\" ")
            .skip(1)
            .filter_map(|input| {
                Some((
                    between(input, "name=\"", "\"")?.to_owned(),
                    between(input, "value=\"", "\"")?.to_owned(),
                ))
            })
            .collect();
        for (name, value) in fields {
            all.push(((*name).to_owned(), (*value).to_owned()));
        }
        let body = url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs(all)
            .finish();
        self.follow(action, Some(body))
    }

    fn follow(&mut self, mut url: Url, mut form: Option<String>) -> Page {
        for _ in 0..20 {
            if self
                .stop
                .as_ref()
                .is_some_and(|stop| url.as_str().starts_with(stop))
            {
                let text = String::new();
                return Page { url, text };
            }
            let (page, location) = self.send(&url, form.take());
            match location {
                Some(location) => url = page.url.join(&location).expect("a location"),
                None => return page,
            }
        }
        panic!("too many redirects at {url}");
    }

    fn send(&mut self, url: &Url, form: Option<String>) -> (Page, Option<String>) {
        let fits = |cookie: &&Cookie| {
            Some(cookie.host.as_str()) == url.host_str() && url.path().starts_with(&cookie.path)
        };
        let cookies: Vec<_> = self
            .cookies
            .iter()
            .filter(fits)
            .map(|cookie| format!("{}={}", cookie.name, cookie.value))
            .collect();
        let mut request = match form {
            None => self.client.get(url.clone()),
            Some(form) => self
                .client
                .post(url.clone())
                .header("content-type", "application/x-www-form-urlencoded")
                .body(form),
        }
        .header("accept", "text/html,*/*;q=0.8");
        if !cookies.is_empty() {
            request = request.header("cookie", cookies.join("; "));
        }
        let answer = self.runtime.block_on(async {
            let response = request
                .send()
                .await
                .unwrap_or_else(|error| panic!("{url}: {error}"));
            let header = |name: &str| -> Vec<String> {
                let values = response.headers().get_all(name).iter();
                values
                    .map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned())
                    .collect()
            };
            let (set, location) = (header("set-cookie"), header("location"));
            let text = response.text().await.unwrap_or_default();
            (set, location, text)
        });
        let (set, location, text) = answer;
        for line in set {
            self.keep(url, &line);
        }
        let page = Page {
            url: url.clone(),
            text,
        };
        (page, location.into_iter().next())
    }

    fn keep(&mut self, url: &Url, line: &str) {
        let mut parts = line.split(';').map(str::trim);
        let Some((name, value)) = parts.next().and_then(|pair| pair.split_once('=')) else {
            return;
        };
        let attributes: Vec<_> = parts.map(str::to_ascii_lowercase).collect();
        let path = line
            .split(';')
            .filter_map(|part| part.trim().split_once('='))
            .find(|(name, _)| name.eq_ignore_ascii_case("path"))
            .map_or("/", |(_, path)| path);
        let host = url.host_str().unwrap_or_default().to_owned();
        self.cookies
            .retain(|cookie| cookie.host != host || cookie.path != path || cookie.name != name);
        let gone = attributes.iter().any(|attribute| {
            attribute == "max-age=0" || attribute.contains("expires=thu, 01 jan 1970")
        });
        if !gone {
            self.cookies.push(Cookie {
                host,
                path: path.to_owned(),
                name: name.to_owned(),
                value: value.to_owned(),
            });
        }
    }
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> Option<&'a str> {
    let (_, rest) = text.split_once(start)?;

    Some(rest.split_once(end)?.0)
}

/// Debian's Chromium, driven through a whole sign-in: the provider's form, the companion's question, the listener's
/// page. Gives what the last page says.
pub(crate) fn chromium(address: &str, email: &str, password: &str) -> String {
    let profile = tempfile::tempdir().expect("a temporary directory");
    let output = Command::new(installed("BENCH_NODE"))
        .arg(source("chromium.mjs"))
        .args([address, email, password, HOST])
        .arg(profile.path())
        .output()
        .expect("Node");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{output:?}");
    said
}
