//! Records that were written under another clock: they never lead to an expired token, nor to a needless
//! renewal. Clocks that are set while a process runs are in `tests/faults/clock.rs`.

use super::{Scene, TOKEN};
use crate::bench::{Keyring, SessionBus};

use serde_json::{Value, json};

const MINUTE: i64 = 60_000;
const DAY: i64 = 24 * 60 * MINUTE;

/// Moves what the record says of the wall clock, and of the time since the machine started.
fn shift(record: &mut Value, wall: i64, uptime: i64) {
    let move_by = |value: &mut Value, by: i64| *value = json!(value.as_i64().unwrap() + by);
    move_by(&mut record["since"], wall);
    move_by(&mut record["access"]["obtained_at"], wall);
    move_by(&mut record["access"]["expires_at"], wall);
    move_by(&mut record["uptime"]["at"], uptime);
}

type Change = fn(&mut Value);

#[test]
fn r_09_a_record_of_another_clock_costs_a_renewal_and_never_a_dead_token() {
    let bus = SessionBus::start();
    let keyring = Keyring::start(&bus);
    let scene = Scene::new(&bus, &[]);
    let cases: [(&str, Change, usize); 9] = [
        ("as it was written", |_| {}, 0),
        (
            "written five minutes ago",
            |it| shift(it, -5 * MINUTE, -5 * MINUTE),
            0,
        ),
        (
            "written before the token's end",
            |it| shift(it, -20 * MINUTE, -20 * MINUTE),
            1,
        ),
        (
            "the clock was set forward by a day since",
            |it| shift(it, -DAY, 0),
            1,
        ),
        (
            "the clock was set back by a day since",
            |it| shift(it, DAY, 0),
            1,
        ),
        // By the wall clock it has ten minutes left, and it ended five minutes ago.
        (
            "set back by less than its age",
            |it| shift(it, -5 * MINUTE, -20 * MINUTE),
            1,
        ),
        ("written in the machine's future", |it| shift(it, 0, DAY), 1),
        (
            "written before a reboot",
            |it| it["uptime"]["boot"] = json!("11111111-2222-4333-8444-555555555555"),
            1,
        ),
        (
            "written by an earlier version",
            |it| drop(it.as_object_mut().unwrap().remove("uptime")),
            1,
        ),
    ];

    for (what, change, cost) in cases {
        // A fresh token, at most a second or two old.
        scene.expire(&keyring);
        scene.demand_token();
        let renewals = scene.proxy.renewals();
        let mut record = scene.record(&keyring);
        change(&mut record);
        scene.put(&keyring, &record);

        let token = scene.person.ok(&TOKEN, "");
        assert_eq!(scene.proxy.renewals(), renewals + cost, "{what}");
        let is_the_same = scene.record(&keyring)["refresh"] == record["refresh"];
        assert_eq!(is_the_same, cost == 0, "{what}");
        assert!(scene.is_good(&token), "{what}");
    }
}
