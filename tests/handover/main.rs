//! The hand-over between real processes: second starts, links that come early, and other users (S-29).
//! This program starts itself as first and second instances.

#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test brings its own servers, processes and files"
)]
#![cfg(unix)]
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test may stop at once, and measured times are worth a line"
)]

mod crowd;
mod private;
mod process;
mod starts;
