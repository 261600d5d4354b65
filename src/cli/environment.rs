//! The environment variables that the command line reads: colour, diagnostics, display. `store` reads those that name
//! directories.

#![expect(
    clippy::disallowed_methods,
    reason = "the place where the command line reads its environment"
)]

/// <https://no-color.org>: set and not empty.
pub(super) fn no_color() -> bool {
    is_set("NO_COLOR")
}

pub(super) fn rust_log() -> Option<String> {
    std::env::var("RUST_LOG").ok()
}

/// Whether a window can be opened (R-45: without a display the program says so).
pub(super) fn has_display() -> bool {
    cfg!(any(windows, target_os = "macos"))
        || ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"]
            .into_iter()
            .any(is_set)
}

/// Whether the person works through SSH: a browser on their own machine cannot reach a loopback port of this one.
pub(super) fn is_over_ssh() -> bool {
    is_set("SSH_CONNECTION")
}

/// The activation token of the click that started this process; with it the running window may come to the front.
pub(super) fn activation_token() -> Option<String> {
    ["XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()))
}

fn is_set(name: &str) -> bool {
    std::env::var_os(name).is_some_and(|value| !value.is_empty())
}
