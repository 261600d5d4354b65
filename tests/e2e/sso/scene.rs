//! What the tests of a browser sign-in stand on: a provider, a Directus that knows it, a person. Owns beginning and
//! ending a sign-in; each test says for itself what must come of it.

use crate::bench::{
    Browser, Directus, IDP_PASSWORD, Idp, Mail, Page, Running, Sandbox, SessionBus, Version,
    free_port, openid,
};
use crate::person::Person;

use serde_json::Value;

use std::net::TcpStream;

/// Signing in without a browser of its own.
pub(crate) const LOGIN: [&str; 5] = ["login", "harbour", "--provider", "corp", "--no-browser"];

/// What a test stands on. The keyring stays with the test, since it borrows the bus.
pub(crate) struct Scene {
    pub(crate) idp: Idp,
    pub(crate) directus: Directus,
    pub(crate) person: Person,
    pub(crate) address: String,
}

/// How it is set up.
pub(crate) struct Setup<'a> {
    pub(crate) host: &'a str,
    pub(crate) companion: bool,
    pub(crate) idp: &'a [(&'static str, &'a str)],
    pub(crate) directus: &'a [(&'a str, &'a str)],
    pub(crate) mail: Option<&'a Mail>,
}

impl Default for Setup<'_> {
    fn default() -> Self {
        Self {
            host: "dx.test",
            companion: true,
            idp: &[],
            directus: &[],
            mail: None,
        }
    }
}

impl Scene {
    pub(crate) fn new(bus: &SessionBus, setup: &Setup<'_>) -> Self {
        let port = free_port();
        let address = format!("http://{}:{port}", setup.host);
        let idp = Idp::start(&[format!("{address}/auth/login/corp/callback")], setup.idp);
        let mut settings = openid("corp", &idp);
        settings.push(("PUBLIC_URL".to_owned(), address.clone()));
        settings.push(("PRESSURE_LIMITER_ENABLED".to_owned(), "false".to_owned()));
        for (name, value) in setup.directus {
            settings.push(((*name).to_owned(), value.replace("{address}", &address)));
        }
        let settings: Vec<_> = settings
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        let directus =
            Directus::start_on(port, Version::V11, setup.mail, &settings, setup.companion);
        let person = keeping(bus, &address, port);
        Self {
            idp,
            directus,
            person,
            address,
        }
    }

    /// Begins a sign-in and gives the address it prints.
    pub(crate) fn begin(&self, more: &[&str]) -> (Running, String) {
        let mut line = vec!["--json"];
        line.extend(LOGIN);
        line.extend(more);
        let mut running = self.person.sandbox.begin(&line);
        let start = format!("  {}/", self.address);
        let address = running.line(|line| line.starts_with(&start));
        (running, address.trim().to_owned())
    }

    /// A whole sign-in in the small browser.
    pub(crate) fn sign_in(&self, browser: &mut Browser, email: &str) -> Value {
        let (running, address) = self.begin(&[]);
        let page = at_provider(browser, &address, email);
        let page = browser.submit(&page, &[("answer", "yes")]);
        assert!(page.text.contains("Signed in"), "{page:?}");
        let ran = running.end();
        assert_eq!(ran.code, Some(0), "{ran:?}");
        ran.json()
    }

    /// The address of the listener in the address of a sign-in.
    pub(crate) fn listener(address: &str) -> String {
        let url = url::Url::parse(address).unwrap();
        let (_, redirect) = url
            .query_pairs()
            .find(|(name, _)| name == "redirect_uri")
            .unwrap();
        redirect.into_owned()
    }
}

/// A home that keeps the instance at `address`. The name is not known to this machine, so the server itself serves as
/// the proxy that leads there: Node takes requests in absolute form.
pub(crate) fn keeping(bus: &SessionBus, address: &str, port: u16) -> Person {
    let mut sandbox = Sandbox::new().join(bus);
    sandbox.set("http_proxy", &format!("http://127.0.0.1:{port}"));
    let line = ["--json", "add", address, "--name", "harbour"];
    let http: &[&str] = if address.contains("127.0.0.1") {
        &[]
    } else {
        &["--allow-http"]
    };
    let added = sandbox.run(&[&line[..], http].concat(), "");
    assert_eq!(added.code, Some(0), "{added:?}");
    let profile = added.json()["id"].as_str().unwrap().to_owned();
    Person { sandbox, profile }
}

/// To the provider and through its form.
pub(crate) fn at_provider(browser: &mut Browser, address: &str, email: &str) -> Page {
    let page = browser.visit(address);
    assert!(page.text.contains("Harbour accounts"), "{page:?}");
    let fields = [
        ("email", email),
        ("password", IDP_PASSWORD),
        ("answer", "sign-in"),
    ];
    browser.submit(&page, &fields)
}

/// Ends a command and demands this exit status and error code.
#[track_caller]
pub(crate) fn ended(running: Running, status: i32, code: &str) -> Value {
    let ran = running.end();
    assert_eq!(ran.code, Some(status), "{ran:?}");
    assert_eq!(ran.json()["error"]["code"], code, "{ran:?}");
    ran.json()["error"].take()
}

/// Whether something listens there.
pub(crate) fn is_open(listener: &str) -> bool {
    let url = url::Url::parse(listener).unwrap();
    TcpStream::connect(("127.0.0.1", url.port().unwrap())).is_ok()
}
