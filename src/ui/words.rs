//! Every sentence of the window that is not about an error (those are `text`'s). One seam: a translation replaces
//! this module and nothing else.

pub mod access_token;
pub mod account;
pub mod add;
pub mod browser;
pub mod checkup;
pub mod forgot;
pub mod instances;
pub mod new_password;
pub mod sign_in;

/// Reveals the detail of a banner.
pub const SHOW_DETAILS: &str = "Details";
/// Hides it again.
pub const HIDE_DETAILS: &str = "Hide details";
/// Copies it.
pub const COPY_DETAILS: &str = "Copy details";
/// Does the same again.
pub const TRY_AGAIN: &str = "Try again";
/// Opens the web interface of an instance.
pub const OPEN_STUDIO: &str = "Open the Data Studio";
/// Label of an address field.
pub const EMAIL: &str = "E-mail";
/// Example of an e-mail address.
pub const EMAIL_EXAMPLE: &str = "you@example.com";
/// Label of a password field.
pub const PASSWORD: &str = "Password";
/// Nothing was typed.
pub const EMAIL_EMPTY: &str = "Enter your e-mail address.";
/// What was typed is no address.
pub const EMAIL_MALFORMED: &str = "This is not an e-mail address yet.";
/// Nothing was typed.
pub const PASSWORD_EMPTY: &str = "Enter your password.";
/// In place of the password while it is on its way.
pub const MASKED: &str = "••••••••";

/// The title of the window: stable, for password managers that type (A7).
pub fn title(name: &str, host: &str, what: &str) -> String {
    format!("{name} — {host} — {what}")
}

/// The browser could not be started.
pub fn no_browser(address: &str) -> String {
    format!("No browser could be opened. The address is: {address}")
}

/// Plain http, as a lasting warning (S-30).
pub fn plain_http(host: &str) -> String {
    format!("The connection to {host} is not encrypted.")
}

/// What that means.
pub const PLAIN_HTTP_HINT: &str = "Others on the network can read and change what you send.";

/// Seconds or minutes as people read them.
pub fn span(seconds: u64) -> String {
    match seconds {
        0..=1 => String::from("1 second"),
        2..=119 => format!("{seconds} seconds"),
        _ => format!("{} minutes", seconds.div_ceil(60)),
    }
}
