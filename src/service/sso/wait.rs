//! One sign-in under way in the browser: what the person sees of it, and the port it holds. Owns the wait; what
//! follows from the answer is the parent's.

use std::{
    fmt,
    sync::{
        Mutex,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use url::Url;

use super::SsoError;
use crate::{
    directus::Code,
    loopback::{Answer, Hit, Judgement, Listener},
    secret::Secret,
    service::locked,
    session::session_claim,
    sso::{Attempt, Outcome, Verdict},
};

/// One sign-in under way in the browser. Dropped, it is cancelled and the port closed.
pub struct SsoWait {
    attempt: Mutex<Attempt>,
    /// Until somebody waits.
    listener: Mutex<Option<Listener>>,
    address: Url,
    port: u16,
    /// On the relay: the cookie that ties the round together.
    held: Option<Secret>,
    hearsay: Mutex<Option<String>>,
    answered: AtomicBool,
}

/// What the browser brought.
#[derive(Debug)]
pub(super) enum Brought {
    /// A code of the companion.
    Code(Secret),
    /// What `POST /auth/refresh` takes, from Directus's cookies; `None` when there were none.
    Session(Option<Secret>),
    /// The provider's answer as it came, for the server.
    Relayed(Secret),
    /// A refusal, or an answer that is not to be used.
    Refused(SsoError),
}

impl SsoWait {
    pub(super) fn new(
        attempt: Attempt,
        listener: Listener,
        address: Url,
        held: Option<Secret>,
    ) -> Self {
        Self {
            attempt: Mutex::new(attempt),
            port: listener.port(),
            listener: Mutex::new(Some(listener)),
            address,
            held,
            hearsay: Mutex::default(),
            answered: AtomicBool::new(false),
        }
    }

    /// What the browser opens; also for copying. Carries no token, but the one-time code of this round if there
    /// is one.
    pub fn address(&self) -> &Url {
        &self.address
    }

    /// The loopback port, for `ssh -L`.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Time left; zero when it has ended by itself.
    pub fn left(&self) -> Duration {
        locked(&self.attempt).left(Instant::now())
    }

    /// Grants the whole time again (A11).
    pub fn extend(&self) {
        locked(&self.attempt).extend(Instant::now());
    }

    /// Waits this long from now on instead.
    pub fn last(&self, patience: Duration) {
        locked(&self.attempt).last(Instant::now(), patience);
    }

    /// The last thing the server may have reported without proof (S-05): shown, never believed.
    pub fn hearsay(&self) -> Option<String> {
        locked(&self.hearsay).clone()
    }

    /// Whether the browser has brought the answer, so that only the exchange and the keeping are left. Stopping
    /// now could lose a session that exists on the server.
    pub fn is_answered(&self) -> bool {
        self.answered.load(Ordering::Relaxed)
    }

    /// The cookie of the relay.
    pub(super) fn held(&self) -> Option<&Secret> {
        self.held.as_ref()
    }

    /// Reads the attempt.
    pub(super) fn with<T>(&self, read: impl FnOnce(&Attempt) -> T) -> T {
        read(&locked(&self.attempt))
    }

    /// The answer and the browser that brought it.
    pub(super) async fn answer(&self) -> Result<(Brought, Answer), SsoError> {
        let listener = locked(&self.listener).take().ok_or(SsoError::Over)?;

        tokio::select! {
            biased;
            callback = listener.callback(|hit| self.judge(hit)) => {
                self.answered.store(true, Ordering::Relaxed);

                Ok((callback.value, callback.answer))
            }
            () = self.end() => Err(SsoError::TimedOut(self.hearsay().as_deref().map(Code::from))),
        }
    }

    /// Returns when the time is over, however often it is extended meanwhile.
    async fn end(&self) {
        loop {
            match self.left() {
                Duration::ZERO => return,
                left => tokio::time::sleep(left.min(GLANCE)).await,
            }
        }
    }

    fn judge(&self, hit: &Hit) -> Judgement<Brought> {
        match locked(&self.attempt).read(hit.query(), Instant::now()) {
            Verdict::Ours(outcome) => Judgement::Accept(match outcome {
                Outcome::Code(code) => Brought::Code(code),
                Outcome::Arrived if self.held.is_some() => {
                    Brought::Relayed(Secret::from(hit.query()))
                }
                Outcome::Arrived => Brought::Session(session(hit)),
                Outcome::Refused(reason) => Brought::Refused(SsoError::from(&reason)),
                Outcome::OtherIssuer => Brought::Refused(SsoError::OtherIssuer),
            }),
            Verdict::Hearsay(reason) => {
                *locked(&self.hearsay) = Some(reason.code().to_owned());

                Judgement::Report
            }
            Verdict::Foreign(why) => {
                tracing::debug!(?why, "not the awaited answer");

                Judgement::Refuse
            }
        }
    }
}

/// How often the clock is looked at, at least: the deadline may have been moved nearer.
const GLANCE: Duration = Duration::from_secs(1);

/// Directus's session out of its cookies. In session mode the cookie holds a JWT that names it, in cookie mode the
/// refresh token itself.
fn session(hit: &Hit) -> Option<Secret> {
    hit.cookie("directus_session_token")
        .and_then(session_claim)
        .or_else(|| hit.cookie("directus_refresh_token").cloned())
}

impl fmt::Debug for SsoWait {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The address holds the state and perhaps a one-time code.
        f.debug_struct("SsoWait")
            .field("port", &self.port)
            .field("answered", &self.is_answered())
            .finish_non_exhaustive()
    }
}
