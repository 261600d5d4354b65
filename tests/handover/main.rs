//! The hand-over between real processes: this program starts itself as first and second instances (R-26, R-27,
//! S-29).

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
