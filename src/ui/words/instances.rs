//! The list of instances.

/// Title of the window.
pub const WINDOW: &str = "Latchkey";
/// Title.
pub const TITLE: &str = "Your instances";
/// The corner button.
pub const ADD_SHORT: &str = "Add";
/// Nothing is kept yet.
pub const EMPTY_TITLE: &str = "Welcome to Latchkey";
/// What to do then.
pub const EMPTY: &str = "Latchkey signs you in to Directus. Add the instance you work with by its address in the browser.";
/// The primary button then.
pub const ADD: &str = "Add an instance";
/// While the profiles are read.
pub const LOADING: &str = "Reading your instances…";
/// Removes one.
pub const REMOVE: &str = "Remove";
/// Does not.
pub const KEEP: &str = "Keep";
/// While it is removed.
pub const REMOVING: &str = "Removing…";
/// Being looked at.
pub const CHECKING: &str = "Checking…";
/// State line.
pub const SIGNED_OUT: &str = "Signed out";
/// State line.
pub const ENDED: &str = "Sign in again";
/// State line.
pub const LOCKED: &str = "Keyring locked";
/// State line.
pub const NO_KEYRING: &str = "Keyring not available";
/// State line.
pub const DAMAGED: &str = "The saved sign-in cannot be read";

/// State line.
pub fn signed_in(who: &str) -> String {
    format!("Signed in as {who}")
}

/// State line.
pub fn not_reachable(who: &str) -> String {
    format!("Signed in as {who} · not reachable")
}

/// State line.
pub fn unconfirmed(who: &str) -> String {
    format!("Signed in as {who} · not confirmed")
}

/// Before something is removed.
pub fn confirm(name: &str) -> String {
    format!("Remove {name} from this list?")
}

/// What that means.
pub const CONFIRM_HINT: &str = "This also signs you out of it on this computer. Your account and its data stay, and you can add it again.";

/// The profile file was damaged.
pub fn damaged(kept_as: &str) -> String {
    format!("The list of instances was damaged. It was set aside as {kept_as}")
}

/// What was saved of it.
pub fn recovered(count: usize) -> String {
    match count {
        0 => String::from("Add your instances again; your sign-ins are kept in the keyring."),
        1 => String::from("One instance was restored from the last good copy."),
        count => format!("{count} instances were restored from the last good copy."),
    }
}

/// The profile file is from a newer version.
pub const NEWER: &str = "The list of instances was written by a newer Latchkey.";
/// What that means.
pub const NEWER_HINT: &str = "It is shown as it is and not changed. Update Latchkey to change it.";

/// Entries that could not be read.
pub fn skipped(count: usize) -> String {
    if count == 1 {
        String::from("One entry of the list could not be read. It is kept in the file as it is.")
    } else {
        format!(
            "{count} entries of the list could not be read. They are kept in the file as they are."
        )
    }
}
