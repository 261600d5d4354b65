//! The account that is signed in.

/// Title.
pub const TITLE: &str = "Signed in";
/// Title of the window.
pub const WINDOW: &str = "Account";
/// While it is looked up.
pub const CHECKING: &str = "Checking your sign-in…";
/// Row.
pub const NAME: &str = "Name";
/// Row.
pub const INSTANCE: &str = "Instance";
/// Row.
pub const KEPT: &str = "Session kept";
/// Row.
pub const ACCESS: &str = "Access token";
/// Where it is kept.
pub const IN_KEYRING: &str = "In the keyring of this computer";
/// Where it is kept.
pub const IN_MEMORY: &str = "Only until you close Latchkey";
/// Why.
pub const MEMORY_TITLE: &str = "This sign-in is not saved.";
/// None in hand.
pub const NO_ACCESS: &str = "Renewed when it is needed";
/// It was made in the Data Studio.
pub const STATIC: &str =
    "Made in the Data Studio, without an end. Signing out forgets it here only.";
/// The server could not be asked.
pub const UNCONFIRMED: &str = "Still signed in, but the server cannot be reached.";
/// It answered, but not so that anybody knows.
pub const NOT_CONFIRMED: &str =
    "Still signed in as far as this computer knows; the server has not confirmed it.";
/// Two-factor is demanded.
pub const TFA: &str = "This project asks for two-factor authentication.";
/// Where to do it.
pub const TFA_HINT: &str = "Set it up in the Data Studio.";
/// Signs out.
pub const SIGN_OUT: &str = "Sign out";
/// Busy.
pub const SIGNING_OUT: &str = "Signing out…";
/// Something else than the keyring could not say.
pub const UNCHECKED: &str = "Your sign-in could not be checked";
/// The keyring could not say.
pub const TROUBLE: &str = "Your keyring is needed";
/// What that means.
pub const TROUBLE_LEAD: &str = "Whether you are signed in here is kept in your keyring.";
/// The record is damaged.
pub const DAMAGED: &str = "The saved sign-in cannot be read";
/// What to do.
pub const DAMAGED_LEAD: &str = "It was left as it is. Signing in again replaces it.";
/// Signs in again.
pub const SIGN_IN_AGAIN: &str = "Sign in again";

/// Until when.
pub fn valid_until(time: &str) -> String {
    format!("Valid until {time}")
}
