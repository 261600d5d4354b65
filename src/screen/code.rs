//! The six digits of an authenticator app, however they were typed or pasted.

use crate::secret::Secret;

/// Digits of a one-time code.
const CODE_LENGTH: usize = 6;

/// The digits among what was typed, and whether they have just become complete. Apps show the code in groups, and a
/// paste brings the blanks along (A3).
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
