//! The time since this machine started, including sleep, and the id of that start. Owns both readings.

#![expect(
    clippy::disallowed_methods,
    reason = "owns what this system does its own way"
)]

use std::{fs, sync::OnceLock, time::Duration};

use rustix::time::{ClockId, clock_gettime};

use crate::session::Uptime;

/// The kernel's id of the present start (random(4)): the same in every process, another one after a reboot.
const BOOT_ID: &str = "/proc/sys/kernel/random/boot_id";

/// `None` where the id of the start cannot be read, as in a sandbox without `/proc`.
pub(crate) fn uptime() -> Option<Uptime> {
    static BOOT: OnceLock<Option<String>> = OnceLock::new();
    let boot = BOOT.get_or_init(|| {
        let id = fs::read_to_string(BOOT_ID).ok()?;
        let id = id.trim();

        (id.len() == 36).then(|| id.to_owned())
    });
    // Counts during sleep and cannot be set (clock_gettime(2)).
    let since = clock_gettime(ClockId::Boottime);
    let millis = since.tv_sec.checked_mul(1_000)? + since.tv_nsec / 1_000_000;

    Some(Uptime {
        boot_id: boot.clone()?,
        elapsed: Duration::from_millis(u64::try_from(millis).ok()?),
    })
}
