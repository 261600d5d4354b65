//! Every sentence of the window that is not about an error (those are `text`'s). One seam: a translation replaces
//! this module and nothing else.

// Shared.
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
/// Leaves something as it is.
pub const CANCEL: &str = "Cancel";
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
    format!("{host} is reached without encryption: others on the network can read what you type.")
}

/// Seconds or minutes as people read them.
pub fn span(seconds: u64) -> String {
    match seconds {
        0..=1 => String::from("1 second"),
        2..=119 => format!("{seconds} seconds"),
        _ => format!("{} minutes", seconds.div_ceil(60)),
    }
}

/// The list of instances.
pub mod instances {
    /// Title of the window.
    pub const WINDOW: &str = "Latchkey";
    /// Title.
    pub const TITLE: &str = "Your instances";
    /// The corner button.
    pub const ADD_SHORT: &str = "Add";
    /// Nothing is kept yet.
    pub const EMPTY_TITLE: &str = "Welcome to Latchkey";
    /// What to do then.
    pub const EMPTY: &str = "Latchkey signs you in to Directus. Add the instance you work with: the address you use in \
                             the browser is all it takes.";
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
        format!("Signed in as {who}, not reachable now")
    }

    /// Before something is removed.
    pub fn confirm(name: &str) -> String {
        format!("Remove {name} from this list?")
    }

    /// What that means.
    pub const CONFIRM_HINT: &str =
        "You are signed out there. Nothing changes on the server, and you can add it again.";

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
    pub const NEWER_HINT: &str =
        "It is shown as it is and not changed. Update Latchkey to change it.";

    /// Entries that could not be read.
    pub fn skipped(count: usize) -> String {
        if count == 1 {
            String::from(
                "One entry of the list could not be read. It is kept in the file as it is.",
            )
        } else {
            format!(
                "{count} entries of the list could not be read. They are kept in the file as they are."
            )
        }
    }
}

/// Adding an instance.
pub mod add {
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
    pub const HTTP_WARNING: &str = "Without https, passwords and tokens cross the network in the clear. Anyone on the \
                                    way can read and change them.";
    /// What to do instead.
    pub const HTTP_HINT: &str =
        "Only for a network you trust entirely. Better: ask for an https address.";
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
}

/// Signing in.
pub mod sign_in {
    /// Title and label of the primary button.
    pub const TITLE: &str = "Sign in";
    /// Busy.
    pub const BUSY: &str = "Signing in…";
    /// Beside it.
    pub const FORGOT: &str = "Forgot password?";
    /// Title of the second step.
    pub const CODE_TITLE: &str = "One-time code";
    /// What is asked.
    pub const CODE_LEAD: &str =
        "Enter the six digits your authenticator app shows for this account.";
    /// Label.
    pub const CODE: &str = "Code";
    /// Nothing was typed.
    pub const CODE_EMPTY: &str = "Enter the code.";
    /// Hint under a refused code.
    pub const CODE_CLOCK: &str = "The code was not accepted. Wait for the next one; if it is refused too, check the clock \
                                  of this computer and of the phone.";
    /// Primary.
    pub const CODE_SUBMIT: &str = "Continue";
    /// Leads back.
    pub const CODE_OTHER: &str = "Use another account";
    /// No form here.
    pub const NO_FORM: &str = "This instance does not take an e-mail and a password.";
    /// What to do then.
    pub const NO_FORM_HINT: &str = "It signs people in by single sign-on only. This version of Latchkey signs in with \
                                    e-mail and password; the Data Studio in the browser has the other ways.";
    /// No form and nothing else.
    pub const NO_WAY_HINT: &str =
        "It offers no other way either. Ask the administrator how to sign in there.";

    /// The button waits.
    pub fn blocked(seconds: u64) -> String {
        format!("Wait {}", super::span(seconds))
    }

    /// After a reset (S-25).
    pub const PASSWORD_SET: &str = "Your new password is set.";
    /// What to do then.
    pub const PASSWORD_SET_HINT: &str = "Sign in with it. Every other device was signed out.";
    /// After an invitation.
    pub const INVITED: &str = "Your account is ready.";
    /// What to do then.
    pub const INVITED_HINT: &str = "Sign in with the password you have just chosen.";
    /// After a confirmation.
    pub const VERIFIED: &str = "Your address is confirmed.";
    /// After a sign-out.
    pub const SIGNED_OUT: &str = "You are signed out.";
    /// After a sign-out the server did not hear of (S-50).
    pub const SIGNED_OUT_HERE: &str = "You are signed out on this computer only.";
    /// What that means.
    pub const SIGNED_OUT_HERE_HINT: &str = "The server could not be told; its session runs out by itself within 7 days. \
                                            To end it now, sign in and out again when the server can be reached.";
    /// There was nothing.
    pub const NOTHING: &str = "Nobody was signed in here.";
}

/// Asking for the mail, and waiting for it.
pub mod forgot {
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
    /// The mail opens the Data Studio.
    pub const STUDIO: &str = "Its link opens the Data Studio. To finish here, copy the link from the mail and paste it \
                              below.";
    /// Label.
    pub const LINK: &str = "Link from the mail";
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
    /// Sends it again.
    pub const AGAIN: &str = "Send it again";

    /// The pause before that.
    pub fn again_in(seconds: u64) -> String {
        format!("Send it again in {}", super::span(seconds))
    }

    /// The neutral sentence (S-26).
    pub fn neutral(email: &str, host: &str) -> String {
        format!("If {email} has an account on {host}, a mail is on its way.")
    }
}

/// Setting the password a link is for.
pub mod new_password {
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
    /// Instances, when the link's is missing.
    pub const SHOW_INSTANCES: &str = "Show your instances";
    /// Where the password goes.
    pub const SENT_TO: &str = "The password is sent to this instance and nowhere else.";
}

/// The account that is signed in.
pub mod account {
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
    /// The server could not be asked.
    pub const UNCONFIRMED: &str = "Still signed in, but the server cannot be reached.";
    /// Two-factor is demanded.
    pub const TFA: &str = "This project asks you to set up two-factor sign-in.";
    /// Where to do it.
    pub const TFA_HINT: &str = "Open the Data Studio to do it.";
    /// Signs out.
    pub const SIGN_OUT: &str = "Sign out";
    /// Busy.
    pub const SIGNING_OUT: &str = "Signing out…";
    /// The keyring could not say.
    pub const TROUBLE: &str = "Not known yet";
    /// What that means.
    pub const TROUBLE_LEAD: &str =
        "Your sign-in is kept in the keyring, which does not answer. Nothing is lost.";
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
}
