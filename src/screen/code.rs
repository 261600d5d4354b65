//! A one-time code (RFC 6238), however it was typed or pasted.

use crate::secret::Secret;

/// Digits of a one-time code, as Directus expects them.
const CODE_LENGTH: usize = 6;

/// The digits of the typed text, and whether the code has just become complete. Authenticator apps show codes in
/// groups, so a pasted code may contain spaces.
pub(super) fn digits(typed: &Secret, before: &Secret) -> (Secret, bool) {
    let digits: String = typed
        .expose()
        .chars()
        .filter(char::is_ascii_digit)
        .take(CODE_LENGTH)
        .collect();
    let is_complete = digits.len() == CODE_LENGTH && before.expose().len() < CODE_LENGTH;

    (Secret::new(digits), is_complete)
}
