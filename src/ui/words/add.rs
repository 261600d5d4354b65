//! Adding an instance.

/// Title.
pub const TITLE: &str = "Add an instance";
/// Label.
pub const ADDRESS: &str = "Address";
/// Example.
pub const EXAMPLE: &str = "cms.example.com";
/// Hint.
pub const HINT: &str = "Paste any address of it, for example from the browser.";
/// Primary.
pub const LOOK_UP: &str = "Look it up";
/// Busy.
pub const LOOKING: &str = "Looking it up…";
/// Title of the preview.
pub const FOUND: &str = "Is this the one?";
/// Label.
pub const NAME: &str = "Name in your list";
/// Primary.
pub const SAVE: &str = "Save and go on";
/// Busy.
pub const SAVING: &str = "Saving…";
/// Back to the address.
pub const OTHER: &str = "Another address";
/// Opt-in for http.
pub const ALLOW_HTTP: &str = "Use this address without encryption";
/// What it means.
pub const HTTP_WARNING: &str = "Anyone on the way could read your password.";
/// What to do instead.
pub const HTTP_HINT: &str = "Without https, passwords and tokens cross the network in the clear. Better: ask for \
                             an https address.";
/// Opens the one that is kept.
pub const OPEN_KEPT: &str = "Open it";

/// It is kept already.
pub fn kept(name: &str) -> String {
    format!("You have this instance already, as {name}.")
}

/// The server points elsewhere (S-31).
pub fn use_other(host: &str) -> String {
    format!("Use {host}")
}
