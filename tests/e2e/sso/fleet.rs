//! One instance as larger ones are run: two nodes with one database and one `SECRET`, a proxy that gives each request
//! to the other node than the one before, a sub-path, and a provider of every kind. Starting it takes a while, so tests
//! that run at the same time share it; each brings its own people. Owns starting it.

use super::scene::{begin, keeping};
use crate::bench::{
    Directus, Idp, Proxy, Running, Saml, SessionBus, Version, free_port, oauth2, openid,
};
use crate::person::Person;

use std::sync::{Arc, Mutex, PoisonError, Weak};

/// The providers: `corp` is `OpenID`, `plain` OAuth 2.0, `old_mode` `OpenID` in cookie mode, `paper` SAML.
#[derive(Debug)]
pub(crate) struct Fleet {
    pub(crate) address: String,
    pub(crate) port: u16,
    pub(crate) proxy: Proxy,
    pub(crate) nodes: [Directus; 2],
    _idp: Idp,
    _saml: Saml,
}

impl Fleet {
    /// The one that other tests use at the moment, or a new one.
    pub(crate) fn shared() -> Arc<Self> {
        static SHARED: Mutex<Weak<Fleet>> = Mutex::new(Weak::new());
        // A test that could not start it says so itself.
        let mut shared = SHARED.lock().unwrap_or_else(PoisonError::into_inner);
        shared.upgrade().unwrap_or_else(|| {
            let fleet = Arc::new(Self::start());
            *shared = Arc::downgrade(&fleet);
            fleet
        })
    }

    fn start() -> Self {
        let port = free_port();
        let address = format!("http://dx.test:{port}/cms");
        let callback = |name| format!("{address}/auth/login/{name}/callback");
        let idp = Idp::start(&["corp", "plain", "old_mode"].map(callback), &[]);
        let saml = Saml::start("paper", &address);
        let mut settings = openid("corp", &idp);
        settings.extend(oauth2("plain", &idp));
        settings.extend(openid("old_mode", &idp));
        settings.extend_from_slice(saml.settings());
        settings.extend(
            [
                ("AUTH_PROVIDERS", "corp,plain,old_mode,paper"),
                ("AUTH_OLD_MODE_MODE", "cookie"),
                ("PUBLIC_URL", &address),
                ("PRESSURE_LIMITER_ENABLED", "false"),
                ("LATCHKEY_REQUESTS_PER_MINUTE", "100000"),
            ]
            .map(|(name, value)| (name.to_owned(), value.to_owned())),
        );
        let first = node(&settings);
        let database = first.setting("DB_FILENAME").to_owned();
        settings.push(("DB_FILENAME".to_owned(), database));
        let nodes = [first, node(&settings)];
        let ports = nodes
            .each_ref()
            .map(|node| node.setting("PORT").parse().expect("a port"));
        Self {
            proxy: Proxy::start(port, "/cms", &ports),
            address,
            port,
            nodes,
            _idp: idp,
            _saml: saml,
        }
    }

    /// A home of its own that keeps it.
    pub(crate) fn person(&self, bus: &SessionBus) -> Person {
        keeping(bus, &self.address, self.port)
    }

    /// Begins a person's sign-in and gives the address it prints.
    pub(crate) fn begin(
        &self,
        person: &Person,
        provider: &str,
        more: &[&str],
    ) -> (Running, String) {
        begin(person, &self.address, provider, more)
    }
}

fn node(settings: &[(String, String)]) -> Directus {
    let settings: Vec<_> = settings
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    Directus::start_on(free_port(), Version::V11, None, &settings, true)
}
