//! Looking an instance and this computer over.

/// Leads here.
pub const LINK: &str = "Check this instance";
/// Title of the screen.
pub const TITLE: &str = LINK;
/// Title of the window.
pub const WINDOW: &str = "Check";
/// What it is for.
pub const LEAD: &str = "What the server and this computer allow, and what mends the rest. Nothing is changed, and nobody gets a mail.";
/// Busy.
pub const BUSY: &str = "Checking…";
/// How long that may take.
pub const BUSY_LEAD: &str = "The server, its ways to sign in, your keyring and the links of mails. This takes half a minute at most.";
/// Checks again.
pub const AGAIN: &str = "Check again";
/// Group.
pub const SERVER: &str = "The server";
/// Group.
pub const COMPUTER: &str = "This computer";
/// All is well.
pub const ALL_FINE: &str = "Everything is as it should be.";
/// Copies the lines that mend something.
pub const COPY: &str = "Copy";
/// They were copied.
pub const COPIED: &str = "Copied";
/// Beside the title of a finding, so that its mark is not the only one to say it.
pub const WARNING: &str = "could be better";
/// The same.
pub const FAILED: &str = "needs mending";

/// How many things can be mended.
pub fn to_mend(count: usize) -> String {
    match count {
        1 => "One thing can be mended.".to_owned(),
        count => format!("{count} things can be mended."),
    }
}
