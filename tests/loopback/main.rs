//! Attacks on the real listener, over real sockets (safety.md S-01…S-14, R-34, R-37). Each test says how it was
//! seen to fail with its guard removed.

#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may stop at once")]
#![expect(
    clippy::disallowed_types,
    clippy::disallowed_methods,
    reason = "an attacker opens sockets, and a test looks at what the system knows of them"
)]

mod browser;
mod chromium;
mod flood;
mod forged;
mod page;
mod port;
mod sign_in;
