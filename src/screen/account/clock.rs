//! Formats a time in the person's time zone and language.

use std::time::SystemTime;

use jiff::{Timestamp, tz::TimeZone};

use crate::say;

/// The time of day, with the date unless it is today.
pub(super) fn local_time(at: SystemTime, zone: &TimeZone) -> Option<String> {
    let at = Timestamp::try_from(at)
        .ok()?
        .to_zoned_datetime(zone.clone());
    let today = Timestamp::now().to_zoned_datetime(zone.clone()).date();
    let time = at.strftime("%H:%M").to_string();
    if at.date() == today {
        return Some(time);
    }

    Some(say!(
        "common-moment",
        year = at.strftime("%Y").to_string(),
        month = at.strftime("%m").to_string(),
        day = at.strftime("%d").to_string(),
        time = time
    ))
}
