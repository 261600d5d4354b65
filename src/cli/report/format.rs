//! Times and names as they are printed.

use std::time::SystemTime;

/// A time in UTC, to the second.
pub(super) fn rfc3339(time: SystemTime) -> Option<String> {
    let time = jiff::Timestamp::try_from(time).ok()?;

    jiff::Timestamp::from_second(time.as_second())
        .ok()
        .map(|time| time.to_string())
}

pub(super) fn local_time(time: SystemTime) -> Option<String> {
    let time = jiff::Timestamp::try_from(time).ok()?;

    Some(
        time.to_zoned_datetime(jiff::tz::TimeZone::system())
            .strftime("%H:%M")
            .to_string(),
    )
}

/// A name as it may be typed into a shell.
pub(super) fn shell_quoted(name: &str) -> String {
    if !name.is_empty()
        && name
            .chars()
            .all(|character| character.is_alphanumeric() || "._-".contains(character))
    {
        name.to_owned()
    } else {
        format!("'{}'", name.replace('\'', r"'\''"))
    }
}
