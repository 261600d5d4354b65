//! A proxy in front of a real server that counts renewals, and holds, cuts or refuses them. Each test states the
//! expected outcome itself.

use crate::bench::{Directus, FaultServer, Pace, Reply, wait_until};

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

/// What the proxy does with a renewal.
#[derive(Debug, Clone)]
pub(super) enum Rule {
    /// It reaches the server, and the answer comes back.
    Pass,
    /// It waits before the server until another rule is set.
    Hold,
    /// It is lost before the server, and the connection with it.
    Lose,
    /// The server answers; so many bytes of the body come back, then the connection is cut.
    Cut(usize),
    /// The server answers; the answer comes back so much later.
    Delay(Duration),
    /// This comes back instead, and the server is not asked.
    AnswerWith(Reply),
}

struct CurrentRule {
    current: Mutex<Rule>,
    changed: Condvar,
    applied: AtomicUsize,
}

/// A pass-through in front of a real server.
pub(super) struct RenewalProxy {
    server: FaultServer,
    orders: Arc<CurrentRule>,
}

impl RenewalProxy {
    pub(super) fn to(directus: &Directus) -> Self {
        Self::overriding(directus, |_| None)
    }

    /// A proxy that answers some of the other requests itself.
    pub(super) fn overriding(
        directus: &Directus,
        override_answer: impl Fn(&str) -> Option<Reply> + Send + Sync + 'static,
    ) -> Self {
        let orders = Arc::new(CurrentRule {
            current: Mutex::new(Rule::Pass),
            changed: Condvar::new(),
            applied: AtomicUsize::new(0),
        });
        let heeded = Arc::clone(&orders);
        let server = FaultServer::in_front_of(directus.url(), None, move |request| {
            if request.path == "/auth/refresh" {
                apply_rule(&heeded)
            } else {
                override_answer(&request.path).unwrap_or_else(Reply::forward)
            }
        });
        Self { server, orders }
    }

    pub(super) fn url(&self) -> String {
        self.server.url()
    }

    pub(super) fn set_rule(&self, order: Rule) {
        *self.orders.current.lock().expect("no holder panics") = order;
        self.orders.changed.notify_all();
    }

    /// Drops every renewal that is held; the server never sees it.
    pub(super) fn lose_held(&self) {
        self.set_rule(Rule::Lose);
        let obeyed = || self.orders.applied.load(Ordering::SeqCst);
        assert!(wait_until(Duration::from_secs(10), || obeyed() == self.renewals()));
    }

    /// How many requests for this path came so far, whatever became of them.
    pub(super) fn count(&self, path: &str) -> usize {
        let requests = self.server.requests();
        let asked = |target: &str| target.split('?').next() == Some(path);
        requests
            .iter()
            .filter(|request| asked(&request.path))
            .count()
    }

    /// How many renewals.
    pub(super) fn renewals(&self) -> usize {
        self.count("/auth/refresh")
    }

    /// Everything that was asked so far.
    pub(super) fn requests(&self) -> Vec<String> {
        let requests = self.server.requests();
        requests
            .into_iter()
            .map(|request| format!("{} {}", request.method, request.path))
            .collect()
    }

    /// Waits until this many renewals have come.
    pub(super) fn wait_for_renewals(&self, count: usize) {
        assert!(
            wait_until(Duration::from_secs(30), || self.renewals() >= count),
            "no renewal came: {:?}",
            self.requests()
        );
    }
}

fn apply_rule(orders: &CurrentRule) -> Reply {
    let order = orders.current.lock().expect("no holder panics");
    // Not for ever: the test may be over.
    let (order, _) = orders
        .changed
        .wait_timeout_while(order, Duration::from_secs(60), |order| {
            matches!(order, Rule::Hold)
        })
        .expect("no holder panics");
    let forward = Reply::forward();
    let reply = match order.clone() {
        Rule::Pass => forward,
        Rule::Hold | Rule::Lose => Reply::raw("").pace(Pace::HangUp),
        Rule::Cut(bytes) => forward.pace(Pace::CutAfter(bytes)),
        Rule::Delay(delay) => forward.pace(Pace::After(delay)),
        Rule::AnswerWith(reply) => reply,
    };
    let _ = orders.applied.fetch_add(1, Ordering::SeqCst);
    reply
}
