//! Moments by the clocks of one machine, and how long ago one was. Owns the rule that no clock is believed alone;
//! reading the clocks is `platform`'s.

use std::time::{Duration, SystemTime};

/// Time since the machine started, time asleep included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Uptime {
    /// The identifier of this boot: another one after every reboot.
    pub boot_id: String,
    /// Time since that boot.
    pub elapsed: Duration,
}

/// One moment by every clock of this machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    /// The wall clock. People and time servers set it, forwards and backwards.
    pub wall: SystemTime,
    /// The clock that counts from boot and cannot be set; `None` where the system has none that all processes share.
    pub uptime: Option<Uptime>,
}

impl Moment {
    /// How long ago this was at `now`. The longest time any clock says: the wall clock may have been set back, and a
    /// virtual machine that was paused may not have counted it as time. `None` when it cannot be known: a clock went
    /// backwards, or the machine was started anew in between.
    pub fn age(&self, now: &Self) -> Option<Duration> {
        let wall = now.wall.duration_since(self.wall).ok()?;
        let uptime = match (&self.uptime, &now.uptime) {
            (Some(then), Some(now)) if then.boot_id == now.boot_id => {
                now.elapsed.checked_sub(then.elapsed)?
            }
            (None, None) => Duration::ZERO,
            _ => return None,
        };

        Some(wall.max(uptime))
    }

    /// Whether this was before `other`, a moment of the machine's present run: by the clock that cannot be set, as far
    /// as there is one.
    pub fn is_before(&self, other: &Self) -> bool {
        match (&self.uptime, &other.uptime) {
            (Some(this), Some(other)) if this.boot_id == other.boot_id => {
                this.elapsed < other.elapsed
            }
            (Some(_), Some(_)) => true,
            _ => self.wall < other.wall,
        }
    }
}

/// A moment of the wall clock alone, as on a system without the other clock.
impl From<SystemTime> for Moment {
    fn from(wall: SystemTime) -> Self {
        Self { wall, uptime: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BASE: SystemTime = SystemTime::UNIX_EPOCH;

    /// Seconds of the wall clock, the start, seconds since it.
    fn moment(wall: u64, boot: &str, since: u64) -> Moment {
        Moment {
            wall: BASE + Duration::from_secs(wall),
            uptime: (!boot.is_empty()).then(|| Uptime {
                boot_id: boot.to_owned(),
                elapsed: Duration::from_secs(since),
            }),
        }
    }

    #[test]
    fn r_09_the_longest_time_any_clock_says_counts() {
        let then = moment(1_000_000, "a", 500);

        for (now, age) in [
            (moment(1_000_000, "a", 500), Some(0)),
            (moment(1_000_060, "a", 560), Some(60)),
            // The wall clock was set forward by a day: older than it is, never younger.
            (moment(1_086_460, "a", 560), Some(86_460)),
            // It was set back, by less than has passed since.
            (moment(1_000_010, "a", 860), Some(360)),
            // It was set back behind the moment itself.
            (moment(999_999, "a", 560), None),
            (moment(913_660, "a", 560), None),
            // The machine slept, or a paused one did not notice.
            (moment(1_007_200, "a", 7_700), Some(7_200)),
            (moment(1_259_200, "a", 510), Some(259_200)),
            // Another start, another clock, or none.
            (moment(1_000_060, "b", 20), None),
            (moment(1_000_060, "b", 560), None),
            (moment(1_000_060, "a", 499), None),
            (moment(1_000_060, "", 0), None),
        ] {
            assert_eq!(then.age(&now), age.map(Duration::from_secs), "{now:?}");
        }
    }

    #[test]
    fn r_09_without_the_other_clock_the_wall_clock_must_do() {
        let then = moment(1_000_000, "", 0);

        for (now, age) in [
            (moment(1_000_060, "", 0), Some(60)),
            (moment(999_999, "", 0), None),
            (moment(1_000_060, "a", 60), None),
        ] {
            assert_eq!(then.age(&now), age.map(Duration::from_secs), "{now:?}");
        }
    }

    #[test]
    fn of_two_moments_the_clock_nobody_sets_tells_the_earlier() {
        for (this, other, is_before) in [
            (moment(10, "a", 5), moment(20, "a", 6), true),
            (moment(20, "a", 5), moment(10, "a", 6), true),
            (moment(10, "a", 6), moment(20, "a", 5), false),
            (moment(10, "a", 6), moment(10, "a", 6), false),
            // Before the last reboot, whatever the wall clock said then.
            (moment(99, "old", 900), moment(10, "a", 6), true),
            (moment(10, "", 0), moment(20, "a", 6), true),
            (moment(20, "", 0), moment(10, "", 0), false),
        ] {
            assert_eq!(this.is_before(&other), is_before, "{this:?} {other:?}");
        }
    }
}
