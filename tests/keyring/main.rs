//! The vault against a real GNOME Keyring on a D-Bus of its own: present, locked, absent, late, killed, hung,
//! declined. Needs Debian's `dbus`, `gnome-keyring`, `libsecret-tools`; the declined prompt also `gcr`, `xvfb`
//! and `xdotool`. Environment variables belong to a whole process, so the vault under test runs in a child
//! process of this very program (`probe`), one for each scenario.

#![cfg(target_os = "linux")]
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test may stop at once, and measured times are worth a line"
)]

mod machine;
mod probe;
mod scenarios;
