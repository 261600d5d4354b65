//! Signing in through the browser.

/// Title of the window.
pub const WINDOW: &str = "Sign in through the browser";
/// While the way is found out.
pub const ASKING: &str = "Getting ready…";
/// Title of the wait.
pub const WAITING: &str = "Continue in your browser";
/// A page of the provider can be older than the person's coffee.
pub const RUNS_OUT: &str =
    "A page of the provider may run out sooner, often after five minutes. Then open it again.";
/// Opens the page once more.
pub const OPEN_AGAIN: &str = "Open it again";
/// Copies its address.
pub const COPY: &str = "Copy the address";
/// It was copied.
pub const COPIED: &str = "Copied";
/// Grants the whole time again.
pub const KEEP: &str = "Keep waiting";
/// Ends the wait.
pub const CANCEL: &str = "Cancel";
/// No browser could be asked.
pub const NO_BROWSER: &str = "No browser could be opened.";
/// What to do then.
pub const NO_BROWSER_HINT: &str =
    "Copy the address and open it in a browser on this computer. Latchkey is waiting for it.";
/// Label of it.
pub const ADDRESS: &str = "Address";
/// What an unproven report means (S-05).
pub const HEARSAY_HINT: &str = "It came without proof, so the wait goes on. Look at the page in your browser; if it \
                                says the same, cancel and try again.";
/// The wait ended by itself.
pub const OVER: &str = "The time ran out";
/// What that means.
pub const OVER_LEAD: &str = "Nobody came back from the browser in time. Nothing was changed, and the page there is of no use any more.";
/// Copies the lines for the administrator.
pub const COPY_LINES: &str = "Copy for the administrator";
/// Label of them.
pub const LINES: &str = "For the administrator";

/// Where the person is going.
pub fn asking_lead(label: &str, host: &str) -> String {
    format!("Asking {host} how a sign-in with {label} comes back to this computer.")
}

/// What is awaited.
pub fn waiting_lead(label: &str, host: &str) -> String {
    format!("Sign in to {host} with {label} there. This window comes up by itself when it is done.")
}

/// Time left, in words.
pub fn time_left(seconds: u64) -> String {
    format!("Waiting · {} left", super::span(seconds))
}

/// What somebody said without proof (S-05).
pub fn hearsay(what: &str) -> String {
    format!("The server may have reported: {what}")
}

/// Title when it cannot come back here.
pub const NO_WAY: &str = "Nothing was opened";
/// The browser has brought the answer.
pub const FINISHING: &str = "Signing in…";
/// What happens then.
pub const FINISHING_LEAD: &str = "Your browser is back. The session is being fetched and kept.";
/// Asks for the code, by the person's own choice, when only an unproven report wants one.
pub const ENTER_CODE: &str = "Enter a code";
/// What an unproven wish for a code means (S-05).
pub const CODE_HINT: &str = "It came without proof, so the wait goes on. If your browser shows the sign-in page again, \
                             enter the code of your authenticator app and go round once more.";
