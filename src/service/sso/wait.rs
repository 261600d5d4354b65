//! One sign-in in the browser, from the bound port to the browser's return. Owns the wait and what the person sees of
//! it; what follows from the answer is the parent's.

use std::{
    fmt,
    sync::{
        Mutex,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use url::Url;

use crate::{
    directus::ErrorCode,
    loopback::{Hit, Judgement, Listener, PendingResponse},
    secret::Secret,
    service::{error::SsoError, mutex::lock_ignoring_poison},
    session::refresh_token_in_cookies,
    sso::{Attempt, Outcome, Verdict},
};

/// One sign-in under way in the browser. Dropped, it is cancelled and the port closed.
pub struct SsoWait {
    attempt: Mutex<Attempt>,
    /// Taken by the first call of [`Self::answer`].
    listener: Mutex<Option<Listener>>,
    address: Url,
    port: u16,
    /// On the relayed route: the cookie that ties Directus's first request to its last.
    relay_cookie: Option<Secret>,
    unverified_error: Mutex<Option<String>>,
    answered: AtomicBool,
}

/// What the browser brought.
#[derive(Debug)]
pub(super) enum BrowserAnswer {
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
        relay_cookie: Option<Secret>,
    ) -> Self {
        Self {
            attempt: Mutex::new(attempt),
            port: listener.port(),
            listener: Mutex::new(Some(listener)),
            address,
            relay_cookie,
            unverified_error: Mutex::default(),
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

    /// Time left; zero when the attempt has ended by itself.
    pub fn time_left(&self) -> Duration {
        lock_ignoring_poison(&self.attempt).time_left(Instant::now())
    }

    /// Grants the whole time again, because the person asked to go on waiting.
    pub fn extend(&self) {
        lock_ignoring_poison(&self.attempt).extend(Instant::now());
    }

    /// Ends the attempt this long from now instead.
    pub fn set_time_left(&self, patience: Duration) {
        lock_ignoring_poison(&self.attempt).set_time_left(Instant::now(), patience);
    }

    /// The last error that came without this attempt's state: shown, but never acted on (S-05).
    pub fn unverified_error(&self) -> Option<String> {
        lock_ignoring_poison(&self.unverified_error).clone()
    }

    /// Whether the browser has brought the answer, so that only the exchange and the keeping are left. Stopping
    /// now could lose a session that exists on the server.
    pub fn is_answered(&self) -> bool {
        self.answered.load(Ordering::Relaxed)
    }

    pub(super) fn relay_cookie(&self) -> Option<&Secret> {
        self.relay_cookie.as_ref()
    }

    pub(super) fn with_attempt<T>(&self, read: impl FnOnce(&Attempt) -> T) -> T {
        read(&lock_ignoring_poison(&self.attempt))
    }

    /// Waits for the answer, and returns it with the browser's connection that waits for a page. The first call takes the
    /// listener; a second one is [`SsoError::AlreadyFinished`].
    pub(super) async fn answer(&self) -> Result<(BrowserAnswer, PendingResponse), SsoError> {
        let listener = lock_ignoring_poison(&self.listener)
            .take()
            .ok_or(SsoError::AlreadyFinished)?;

        tokio::select! {
            biased;
            callback = listener.callback(|hit| self.judge_hit(hit)) => {
                self.answered.store(true, Ordering::Relaxed);

                Ok((callback.value, callback.response))
            }
            () = self.wait_for_timeout() => Err(SsoError::TimedOut(self.unverified_error().as_deref().map(ErrorCode::from))),
        }
    }

    /// Returns when the time is over, also after it was extended or shortened meanwhile.
    async fn wait_for_timeout(&self) {
        loop {
            match self.time_left() {
                Duration::ZERO => return,
                left => tokio::time::sleep(left.min(POLL_INTERVAL)).await,
            }
        }
    }

    fn judge_hit(&self, hit: &Hit) -> Judgement<BrowserAnswer> {
        match lock_ignoring_poison(&self.attempt).read(hit.query(), Instant::now()) {
            Verdict::Answer(outcome) => Judgement::Accept(match outcome {
                Outcome::Code(code) => BrowserAnswer::Code(code),
                Outcome::Returned if self.relay_cookie.is_some() => {
                    BrowserAnswer::Relayed(Secret::from(hit.query()))
                }
                Outcome::Returned => BrowserAnswer::Session(refresh_token_in_cookies(|name| {
                    hit.cookie(name).cloned()
                })),
                Outcome::Refused(reason) => BrowserAnswer::Refused(SsoError::from(&reason)),
                Outcome::OtherIssuer => BrowserAnswer::Refused(SsoError::OtherIssuer),
            }),
            Verdict::Unverified(reason) => {
                *lock_ignoring_poison(&self.unverified_error) = Some(reason.code().to_owned());

                Judgement::UnverifiedError
            }
            Verdict::Unrelated(why) => {
                tracing::debug!(?why, "not the awaited answer");

                Judgement::Refuse
            }
        }
    }
}

/// How often the deadline is read again: it may have been moved nearer.
const POLL_INTERVAL: Duration = Duration::from_secs(1);

impl fmt::Debug for SsoWait {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The address holds the state and perhaps a one-time code.
        f.debug_struct("SsoWait")
            .field("port", &self.port)
            .field("answered", &self.is_answered())
            .finish_non_exhaustive()
    }
}
