//! Setting the password a link is for.

/// Title after a reset.
pub const TITLE: &str = "Set a new password";
/// Title after an invitation.
pub const INVITE_TITLE: &str = "Welcome: choose a password";
/// Title of a confirmation.
pub const VERIFY_TITLE: &str = "Confirm your address";
/// Title of the window.
pub const WINDOW: &str = "New password";
/// Which account, as the link says (S-22).
pub const ACCOUNT: &str = "Account (the link says)";
/// When it does not say.
pub const ACCOUNT_UNKNOWN: &str = "The link does not name it";
/// Label.
pub const NEW: &str = "New password";
/// Label.
pub const REPEAT: &str = "Repeat it";
/// Nothing was typed.
pub const EMPTY: &str = "Enter a new password.";
/// They differ.
pub const DIFFERENT: &str = "The two are not the same.";
/// Primary.
pub const SET: &str = "Set the password";
/// Busy.
pub const SETTING: &str = "Setting it…";
/// Primary of a confirmation.
pub const CONFIRM: &str = "Confirm";
/// Busy.
pub const CONFIRMING: &str = "Confirming…";
/// What a confirmation does.
pub const VERIFY_LEAD: &str = "This confirms the e-mail address you registered with.";
/// Nothing is sent by opening the link.
pub const PLACING: &str = "Looking up which instance this link belongs to…";
/// Several fit.
pub const CHOOSE: &str = "Which instance is this link for?";
/// Why that is asked.
pub const CHOOSE_LEAD: &str =
    "The link fits more than one of your instances. Nothing has been sent yet.";
/// It cannot be used.
pub const UNUSABLE: &str = "This link cannot be used";
/// Another mail.
pub const NEW_LINK: &str = "Send a new link";
/// For invitations.
pub const ASK_AGAIN: &str = "Ask the person who invited you to send the invitation again.";
/// For confirmations.
pub const REGISTER_AGAIN: &str = "Register again, or ask an administrator of the project.";
/// A confirmation the server does not take: it does not say which of the two it is.
pub const CONFIRMED_OR_NOT_WHOLE: &str =
    "This address was confirmed already, or the link is not whole.";
/// What to do then.
pub const TRY_TO_SIGN_IN: &str = "Try to sign in.";
/// Leads to the form, with the address of the link.
pub const SIGN_IN: &str = "Sign in";
/// Leaves a link that is of no use.
pub const CLOSE: &str = "Close";
/// Where the password goes.
pub const SENT_TO: &str = "The password is sent to this instance and nowhere else.";
