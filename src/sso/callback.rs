//! Reading what arrives at the listener. Anyone on this machine and any web page can send it something, so
//! nothing is believed that does not carry this attempt's state.

use std::time::Instant;

use crate::secret::Secret;

use super::{Attempt, Route, pkce::constant_time_eq};

/// Longest authorization code that is believed, in bytes.
const MAX_CODE_BYTES: usize = 4096;
/// Longest reason that is shown, in bytes; Directus's own are below 32.
const MAX_REASON_BYTES: usize = 64;

/// What one hit on the listener means.
#[derive(Debug)]
pub enum Verdict {
    /// The answer of this attempt; no second one is taken.
    Answer(Outcome),
    /// No state, but Directus's `reason=`: it drops the query, and with it the state, when a same-host sign-in
    /// fails. Anyone could have sent it: say “the server may have reported X” and wait on (S-05).
    Unverified(Reason),
    /// Nothing to do with this attempt: wait on (S-03).
    Unrelated(UnrelatedReason),
}

/// How the browser's part ended.
#[derive(Debug)]
pub enum Outcome {
    /// Hand-off: exchange this code, once, with the verifier.
    Code(Secret),
    /// Same host: the session is in the request's cookies.
    Returned,
    /// The server or the person said no.
    Refused(Reason),
    /// The answer names another server than the one that was asked (RFC 9207 §2.4, S-15): nothing is exchanged.
    OtherIssuer,
}

/// A code such as `INVALID_OTP`, `INVALID_PROVIDER` or `access_denied`, reduced to letters, digits and `_` so
/// that it can be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason(String);

impl Reason {
    /// The code.
    pub fn code(&self) -> &str {
        &self.0
    }

    fn exact(text: &str) -> Option<Self> {
        let plain = (1..=MAX_REASON_BYTES).contains(&text.len())
            && text
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');

        plain.then(|| Self(text.to_owned()))
    }

    /// The code in a `reason=` or `error=`. Codes are short names; anything else that is sent in their place is not
    /// repeated to a person and becomes `UNKNOWN_EXCEPTION` (S-34: what a server says is cleaned before it is shown).
    pub fn clean(text: &str) -> Self {
        Self::exact(text).unwrap_or_else(|| Self("UNKNOWN_EXCEPTION".to_owned()))
    }
}

/// Why a hit is not the answer. For the log; the browser is told the same for all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnrelatedReason {
    /// No `state`.
    NoState,
    /// The `state` of something else: an older attempt, or a guess.
    WrongState,
    /// This attempt's `state`, which was used already (S-08).
    StateUsed,
    /// This attempt's `state`, after the deadline.
    AfterDeadline,
    /// A parameter twice, or neither a result nor an error.
    Malformed,
}

#[derive(Default)]
struct Parameters {
    state: Option<Secret>,
    code: Option<Secret>,
    iss: Option<String>,
    error: Option<String>,
    description: Option<String>,
    reason: Option<String>,
}

pub(super) fn read(attempt: &Attempt, query: &str, now: Instant) -> Verdict {
    let Some(given) = parameters(query) else {
        return Verdict::Unrelated(UnrelatedReason::Malformed);
    };
    let Some(state) = &given.state else {
        return match &given.reason {
            Some(reason) => Verdict::Unverified(Reason::clean(reason)),
            None => Verdict::Unrelated(UnrelatedReason::NoState),
        };
    };

    if !constant_time_eq(state.expose(), attempt.state.expose()) {
        Verdict::Unrelated(UnrelatedReason::WrongState)
    } else if attempt.answered {
        Verdict::Unrelated(UnrelatedReason::StateUsed)
    } else if attempt.time_left(now).is_zero() {
        Verdict::Unrelated(UnrelatedReason::AfterDeadline)
    } else {
        match attempt.plan.route {
            Route::HandOff => hand_off_verdict(given, &attempt.plan.issuer),
            Route::SameHost => same_host_verdict(&given),
            // A refusal of the provider is handed on as well: Directus has its own word for it.
            Route::Relay => Verdict::Answer(Outcome::Returned),
        }
    }
}

fn hand_off_verdict(given: Parameters, issuer: &str) -> Verdict {
    if let Some(error) = given.error {
        // An error is not worth a mix-up defence: it brings nothing that could be redeemed. The companion puts
        // Directus's own code into the description.
        return match given.code {
            Some(_) => Verdict::Unrelated(UnrelatedReason::Malformed),
            None => Verdict::Answer(Outcome::Refused(
                given
                    .description
                    .as_deref()
                    .and_then(Reason::exact)
                    .unwrap_or_else(|| Reason::clean(&error)),
            )),
        };
    }

    match given.code {
        Some(_) if given.iss.as_deref() != Some(issuer) => Verdict::Answer(Outcome::OtherIssuer),
        Some(code) if is_valid_code(code.expose()) => Verdict::Answer(Outcome::Code(code)),
        _ => Verdict::Unrelated(UnrelatedReason::Malformed),
    }
}

fn same_host_verdict(given: &Parameters) -> Verdict {
    match &given.reason {
        Some(reason) => Verdict::Answer(Outcome::Refused(Reason::clean(reason))),
        None => Verdict::Answer(Outcome::Returned),
    }
}

/// RFC 6749 appendix A.11: visible ASCII.
fn is_valid_code(code: &str) -> bool {
    (1..=MAX_CODE_BYTES).contains(&code.len())
        && code.bytes().all(|byte| (0x20..=0x7e).contains(&byte))
}

/// `None` when a parameter of ours is there twice (RFC 6749 §3.1); others are ignored (§4.1.2).
fn parameters(query: &str) -> Option<Parameters> {
    let mut given = Parameters::default();

    for (key, value) in url::form_urlencoded::parse(query.as_bytes()) {
        let value = value.into_owned();
        let twice = match key.as_ref() {
            "state" => given.state.replace(value.into()).is_some(),
            "code" => given.code.replace(value.into()).is_some(),
            "iss" => given.iss.replace(value).is_some(),
            "error" => given.error.replace(value).is_some(),
            "error_description" => given.description.replace(value).is_some(),
            "reason" => given.reason.replace(value).is_some(),
            _ => false,
        };

        if twice {
            return None;
        }
    }

    Some(given)
}
