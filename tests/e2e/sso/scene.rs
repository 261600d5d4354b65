//! What the tests of a browser sign-in stand on: a provider, a Directus that knows it, a person. Owns beginning and
//! ending a sign-in; each test states the expected outcome itself.

use crate::bench::{
    Browser, Directus, IDP_PASSWORD, Idp, Mail, Page, Running, Sandbox, SessionBus, Version,
    free_port, openid, totp, wait_until,
};
use crate::person::Person;

use serde_json::{Value, json};

use std::net::TcpStream;
use std::time::Duration;

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
        begin(&self.person, &self.address, "corp", more)
    }

    /// A whole sign-in in the small browser.
    pub(crate) fn sign_in(&self, browser: &mut Browser, email: &str) -> Value {
        let (running, address) = self.begin(&[]);
        let page = at_provider(browser, &address, email);
        let page = browser.submit(&page, &[("answer", "yes")]);
        assert!(page.text.contains("Signed in"), "{page:?}");
        let ran = running.wait();
        assert_eq!(ran.code, Some(0), "{ran:?}");
        ran.json()
    }

    /// The address of the listener in the address of a sign-in.
    pub(crate) fn listener(address: &str) -> String {
        parameter(address, "redirect_uri")
    }
}

/// The value of a parameter in the query of an address.
pub(crate) fn parameter(address: &str, name: &str) -> String {
    let url = url::Url::parse(address).unwrap();
    let found = url.query_pairs().find(|(known, _)| known == name);
    let (_, value) = found.unwrap_or_else(|| panic!("no {name} in {address}"));
    value.into_owned()
}

/// Begins a person's sign-in with a provider of the instance at `instance`, and gives the address it prints.
pub(crate) fn begin(
    person: &Person,
    instance: &str,
    provider: &str,
    more: &[&str],
) -> (Running, String) {
    let mut line = vec!["--json", "login", "harbour", "--no-browser"];
    line.extend(["--provider", provider]);
    line.extend(more);
    let mut running = person.sandbox.begin(&line);
    let start = format!("  {instance}/");
    let address = running.wait_for_line(|line| line.starts_with(&start));
    (running, address.trim().to_owned())
}

/// Turns Directus's second factor on for whoever is signed in, and makes an administrator of them, as only those may.
/// Gives the secret for [`totp`].
pub(crate) fn enable_tfa(directus: &Directus, person: &Person, user: &str) -> String {
    let admin = directus.id("admin_role");
    directus.update_user(user, &json!({ "role": admin }));
    // A fresh token, as the one in hand was made before the new role.
    let minted = person.ok(&["token", "harbour"], "");
    let mut token = String::new();
    let renewed = wait_until(Duration::from_secs(20), || {
        let now = person.ok(&["token", "harbour", "--min-validity", "899s"], "");
        now["access_token"].as_str().unwrap().clone_into(&mut token);
        minted["access_token"] != now["access_token"]
    });
    assert!(renewed, "the access token was not renewed");
    let api = |path, body: &Value| directus.api_as(&token, "POST", path, Some(body));
    let generated = api("/users/me/tfa/generate", &json!({})).data();
    let secret = generated["secret"].as_str().unwrap().to_owned();
    let body = json!({ "secret": secret, "otp": totp(&secret) });
    let enabled = api("/users/me/tfa/enable", &body);
    assert_eq!(enabled.status, 204, "{enabled:?}");
    secret
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
pub(crate) fn demand_end(running: Running, status: i32, code: &str) -> Value {
    let ran = running.wait();
    assert_eq!(ran.code, Some(status), "{ran:?}");
    assert_eq!(ran.json()["error"]["code"], code, "{ran:?}");
    ran.json()["error"].take()
}

/// Whether something listens there.
pub(crate) fn is_open(listener: &str) -> bool {
    let url = url::Url::parse(listener).unwrap();
    TcpStream::connect(("127.0.0.1", url.port().unwrap())).is_ok()
}
