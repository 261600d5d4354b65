//! Signing in.

/// Title and label of the primary button.
pub const TITLE: &str = "Sign in";
/// Busy.
pub const BUSY: &str = "Signing in…";
/// Beside it.
pub const FORGOT: &str = "Forgot password?";
/// Title of the second step.
pub const CODE_TITLE: &str = "One-time code";
/// What is asked.
pub const CODE_LEAD: &str = "Enter the six digits your authenticator app shows for this account.";
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
/// Leads back, from the code of a provider of the browser.
pub const OTHER_WAY: &str = "Sign in another way";
/// No form here.
pub const NO_FORM: &str = "This instance does not take a password.";
/// No form and nothing else.
pub const NO_WAY_HINT: &str =
    "It offers no other way either. Ask the administrator how to sign in there.";

/// Between the form and the providers of the browser.
pub const OR: &str = "or";
/// Above the choice of providers.
pub const WITH: &str = "Sign in with";
/// The server's own accounts, among them.
pub const OWN: &str = "E-mail";
/// Label: the name a directory knows the person by (D6).
pub const IDENTIFIER: &str = "Identifier";
/// Nothing was typed.
pub const IDENTIFIER_EMPTY: &str = "Enter your identifier.";
/// Refused.
pub const IDENTIFIER_WRONG: &str = "The identifier or the password is wrong.";
/// Refused for its form.
pub const IDENTIFIER_MALFORMED: &str = "The server does not accept this identifier.";

/// A provider of the browser, as the Data Studio labels it (D7).
pub fn log_in_with(label: &str) -> String {
    format!("Log In with {label}")
}

/// What is asked after the provider let the person in.
pub fn provider_code_lead(label: &str, host: &str) -> String {
    format!(
        "{label} let you in, and {host} asks for its own code as well. Enter the six digits your authenticator app \
         shows for {host}; the browser then goes round once more."
    )
}

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
pub const SIGNED_OUT_HERE_HINT: &str = "The server could not be told. The session ends there by itself, after 7 days \
                                        on most servers. Setting a new password ends it at once.";
/// After an access token was removed here.
pub const TOKEN_GONE: &str = "The access token is no longer kept here.";
/// What that means.
pub const TOKEN_STAYS: &str =
    "It still works. To end that, remove it on the user's page of the Data Studio.";
/// Leads to the page for one.
pub const USE_TOKEN: &str = "Use an access token";
/// There was nothing.
pub const NOTHING: &str = "Nobody was signed in here.";
