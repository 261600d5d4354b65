//! Every name Latchkey is known by, once. Owns constants only; nothing here computes.

/// The product as people read it.
pub const PRODUCT: &str = "Latchkey";
/// The program as people type it.
pub const BINARY: &str = "latchkey";
/// Reverse-DNS id: desktop file, Wayland `app_id`, X11 `WM_CLASS`, bundle id, keyring service, directories.
pub const APP_ID: &str = "app.latchkey.Latchkey";
/// The private-use URL scheme (RFC 8252 §7.1) that mailed links arrive by.
pub const SCHEME: &str = "app.latchkey";
/// The version of this build.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
/// Sent as `User-Agent`; names the program, never the person.
pub const USER_AGENT: &str = concat!("Latchkey/", env!("CARGO_PKG_VERSION"));
/// What `PASSWORD_RESET_URL_ALLOW_LIST` must hold for mailed links to open Latchkey.
pub const RESET_URL: &str = "app.latchkey://auth/reset-password";
/// What `USER_INVITE_URL_ALLOW_LIST` must hold for invitations to open Latchkey.
pub const INVITE_URL: &str = "app.latchkey://auth/accept-invite";
/// What `USER_REGISTER_URL_ALLOW_LIST` must hold for confirmations of an address to open Latchkey.
pub const VERIFY_URL: &str = "app.latchkey://auth/verify-email";
/// Where the server companion answers, below the instance's address.
pub const COMPANION_PATH: &str = "latchkey";
