//! One attempt to sign in through the system browser (RFC 8252): what is sent there, and what may come back.
//! Pure: it opens no port and no browser, exchanges nothing and knows no clock but the one it is given. Only
//! `sso/source.rs` depends on the machine: two functions, for random bytes and SHA-256.

mod address;
mod callback;
mod pkce;
mod source;

pub use address::AddressError;
pub use callback::{Outcome, Reason, UnrelatedReason, Verdict};
pub use source::RandomError;

use std::time::{Duration, Instant};

use url::Url;

use crate::{address::ServerUrl, profile::ProfileId, secret::Secret};

/// How long an attempt waits before it ends by itself, and what each [`Attempt::extend`] grants anew: a person
/// may have to reset a password at the provider in between.
pub const ATTEMPT_TIMEOUT: Duration = Duration::from_secs(600);

/// How the result comes back to this machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Route {
    /// Through the companion: an authorization code with PKCE, to any loopback port.
    HandOff,
    /// The instance is on this machine: its cookies reach a listener on the same host name.
    SameHost,
    /// The server takes the listener's address for one of its own: the provider's answer comes here and is handed on.
    Relay,
}

/// What an attempt is for. Fixed from start to end, so that no answer can be taken for another's (S-15).
#[derive(Debug, Clone)]
pub struct Plan {
    /// The profile that is signed in to.
    pub profile: ProfileId,
    /// Name of the provider, as `GET /auth` lists it.
    pub provider: String,
    /// The instance. Every address is built from it, never from what a server said.
    pub instance: ServerUrl,
    /// How the result comes back to this machine.
    pub route: Route,
    /// The listener's address, as the browser is told.
    pub redirect_uri: Url,
    /// The `iss` a hand-off must carry (RFC 9207 §2): the companion's own name for itself, compared character by
    /// character. Unused on the same-host route.
    pub issuer: String,
}

/// The random part of an attempt.
#[derive(Clone, Copy)]
pub struct RandomValues {
    /// Becomes `state`: 256 bit.
    pub state: [u8; 32],
    /// Becomes the PKCE verifier: 256 bit, 43 characters.
    pub verifier: [u8; 32],
}

impl std::fmt::Debug for RandomValues {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Draw(redacted)")
    }
}

/// One attempt: at most one answer, until the deadline. State and verifier live here and nowhere else (S-16).
#[derive(Debug)]
pub struct Attempt {
    plan: Plan,
    state: Secret,
    verifier: Secret,
    challenge: String,
    deadline: Instant,
    answered: bool,
}

impl Attempt {
    /// A new attempt with fresh random values from the operating system.
    pub fn begin(plan: Plan, now: Instant) -> Result<Self, RandomError> {
        let draw = RandomValues {
            state: source::random()?,
            verifier: source::random()?,
        };

        Ok(Self::with_random_values(plan, draw, now))
    }

    /// An attempt on the relayed route: its `state` is the one that Directus made.
    pub fn relayed(plan: Plan, state: Secret, now: Instant) -> Result<Self, RandomError> {
        Ok(Self {
            state,
            ..Self::begin(plan, now)?
        })
    }

    /// The same with given random values.
    pub fn with_random_values(plan: Plan, draw: RandomValues, now: Instant) -> Self {
        let verifier = pkce::random_token(&draw.verifier);

        Self {
            plan,
            state: pkce::random_token(&draw.state),
            challenge: pkce::challenge(&verifier, source::sha256),
            verifier,
            deadline: now + ATTEMPT_TIMEOUT,
            answered: false,
        }
    }

    /// What it is for.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The PKCE verifier, for the exchange of a code (RFC 7636 §4.5).
    pub fn verifier(&self) -> &Secret {
        &self.verifier
    }

    /// The address for the system browser. `otp` is the one-time code of Directus's own second factor, after
    /// `INVALID_OTP`; Directus takes it only as a query parameter.
    pub fn address(&self, otp: Option<&Secret>) -> Result<Url, AddressError> {
        match self.plan.route {
            Route::HandOff => {
                address::hand_off(&self.plan, self.state.expose(), &self.challenge, otp)
            }
            Route::SameHost => address::same_host(&self.plan, self.state.expose(), otp),
            // The browser opens the provider's own address, which only the server knows.
            Route::Relay => Err(AddressError),
        }
    }

    /// Reads the query of one hit on the listener. Only [`Verdict::Answer`] ends the attempt; everything else may
    /// be sent by anyone who can reach the port, and leaves it as it was (S-03, S-05).
    pub fn read(&mut self, query: &str, now: Instant) -> Verdict {
        let verdict = callback::read(self, query, now);

        if matches!(verdict, Verdict::Answer(_)) {
            self.answered = true;
        }

        verdict
    }

    /// Time left before the attempt ends by itself; zero when it has.
    pub fn time_left(&self, now: Instant) -> Duration {
        self.deadline.saturating_duration_since(now)
    }

    /// The person keeps waiting: the full time from now on. An attempt that is over stays over.
    pub fn extend(&mut self, now: Instant) {
        self.set_time_left(now, ATTEMPT_TIMEOUT);
    }

    /// The same with another time than [`ATTEMPT_TIMEOUT`].
    pub fn set_time_left(&mut self, now: Instant, patience: Duration) {
        if !self.time_left(now).is_zero() {
            self.deadline = now + patience;
        }
    }
}

#[cfg(test)]
mod tests;
