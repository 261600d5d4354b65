//! Signing in with an access token made in the Data Studio.

/// Title.
pub const TITLE: &str = "Use an access token";
/// Title of the window.
pub const WINDOW: &str = "Access token";
/// Label.
pub const TOKEN: &str = "Access token";
/// Where one is made.
pub const WHERE: &str = "In the Data Studio, open your own user page, generate a token there, save the page, and paste \
                         the token here.";
/// What it means.
pub const MEANS: &str = "It does not end by itself, and whoever holds it is you. Signing out here forgets it on this \
                         computer; to end it, remove it on the same page.";
/// Primary.
pub const SUBMIT: &str = "Check and keep";
/// Busy.
pub const BUSY: &str = "Checking the token…";
