//! Asking for the mail, and waiting for it.

/// Title.
pub const TITLE: &str = "Forgot your password?";
/// Title of the window.
pub const WINDOW: &str = "Forgot password";
/// What happens.
pub const LEAD: &str =
    "Enter the e-mail address of your account. You get a mail with a link to set a new one.";
/// Primary.
pub const SEND: &str = "Send the link";
/// Busy.
pub const SENDING: &str = "Sending…";
/// For the person who has the mail already.
pub const HAVE_LINK: &str = "I have a link already";
/// Title of the waiting step.
pub const WAITING: &str = "Check your mail";
/// Title when nothing was sent.
pub const PASTE_TITLE: &str = "Paste your link";
/// What to do then.
pub const PASTE_LEAD: &str =
    "Copy the link from the mail and paste it here. The bare token works too.";
/// The mail opens Latchkey.
pub const CLICK: &str = "Click the link in it, and this window comes up. If nothing happens, copy the link and paste \
                         it below.";
/// What the link does when it leads to the companion's page.
pub const BRIDGE: &str = "Its link opens a page in the browser: choose “Open in Latchkey” there, and this window comes \
                          up. If nothing happens, copy the link and paste it below.";
/// The mail opens the Data Studio.
pub const STUDIO: &str = "Its link opens the Data Studio. To finish here, copy the link from the mail and paste it \
                          below.";
/// Label.
pub const LINK: &str = "Link from the mail";
/// Opens what was typed.
pub const OPEN_LINK: &str = "Open the link";
/// Example.
pub const LINK_EXAMPLE: &str = "Paste it here";
/// Reveals the reasons.
pub const NOT_COMING: &str = "It does not come";
/// Hides them.
pub const HIDE_REASONS: &str = "Hide the reasons";
/// Ordinary reasons, none of which says whether the account exists (S-26).
pub const REASONS: [&str; 4] = [
    "It can take a few minutes, and it may be in the spam folder.",
    "The account may use another e-mail address.",
    "The account may sign in by single sign-on: its password is set at that provider.",
    "The account may be suspended, or the server may not be able to send mail. The administrator knows.",
];
/// A click on the link would not come here.
pub const NOT_OURS: &str = "Links of mails do not open Latchkey on this computer yet.";
/// Makes it so.
pub const REGISTER: &str = "Let Latchkey open them";
/// That failed.
pub const NOT_REGISTERED: &str = "The system does not let Latchkey open these links.";
/// What to do then.
pub const NOT_REGISTERED_HINT: &str = "Copy the link from the mail and paste it below.";
/// Label of the line that lets the mail open Latchkey.
pub const LINE: &str = "For the administrator, so that the link of the mail opens Latchkey";
/// Copies it.
pub const COPY_LINE: &str = "Copy the line";
/// It was copied.
pub const COPIED: &str = "Copied";
/// Sends it again.
pub const AGAIN: &str = "Send it again";

/// What an administrator adds to the server's environment.
pub fn line() -> String {
    format!(
        "PASSWORD_RESET_URL_ALLOW_LIST={}",
        crate::identity::RESET_URL
    )
}

/// The pause before that.
pub fn again_in(seconds: u64) -> String {
    format!("Send it again in {}", super::span(seconds))
}

/// The neutral sentence (S-26).
pub fn neutral(email: &str, host: &str) -> String {
    format!(
        "If {email} has an account on {host} whose password can be reset, a mail is on its way."
    )
}
