//! The six digits of an authenticator app, however they were typed or pasted.

use crate::secret::Secret;

/// Digits of a one-time code.
const DIGITS: usize = 6;

/// The digits among what was typed, and whether they have just become complete. Apps show the code in groups, and a
/// paste brings the blanks along (A3).
pub(super) fn digits(typed: &Secret, before: &Secret) -> (Secret, bool) {
    let digits: String = typed
        .expose()
        .chars()
        .filter(char::is_ascii_digit)
        .take(DIGITS)
        .collect();
    let is_complete = digits.len() == DIGITS && before.expose().len() < DIGITS;

    (Secret::new(digits), is_complete)
}
