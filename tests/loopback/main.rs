//! Attacks on the real listener, over real sockets: the entries S-01 to S-14 of `.github/THREATS.md`, taken ports
//! and late answers. Each test says how it was seen to fail with its guard removed.

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
